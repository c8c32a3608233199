"""Copies and events as groups of articles, what was kept of them, and how well they agree with known groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final

import numpy as np

from newsdedup.copies.deduplication import Deduplication, DroppedArticle
from newsdedup.copies.groups import CopyGroups
from newsdedup.copies.signatures import Signatures
from newsdedup.events.answers.assign import Link, Placement
from newsdedup.events.answers.stories import Story
from newsdedup.events.groups import EventGroups
from newsdedup.interfaces.html import Html, element, joined
from newsdedup.interfaces.notebook.parts import (
    MOST_PARTS,
    cells,
    folded_card,
    hint,
    item_list,
    more_line,
    notebook_view,
    rejected_card,
    titled,
)
from newsdedup.interfaces.wording import count_in_words
from newsdedup.metrics import Scores
from newsdedup.support.display import html_of

_MOST_MEMBERS: Final = 12  # articles of a group that are shown


@html_of.register
def copies_view(copies: CopyGroups) -> str:
    """The origins with the most copies and excerpts, by title, with these."""
    copied: dict[str, list[str]] = {}
    for name in copies.relations:
        copied.setdefault(copies.origins[name], []).append(name)
    shown = sorted(copied.items(), key=lambda one: -len(one[1]))[:MOST_PARTS]
    titles = copies.titles({name for origin, names in shown for name in (origin, *names[:_MOST_MEMBERS])})
    origins = count_in_words(len(set(copies.origins.values())), "origin")
    counts = count_in_words(len(copies.origins), "article"), origins, _reprints(len(copies.relations))
    return notebook_view(
        element("p", element("b", ", ".join(counts))),
        *(_copied_card(origin, names, copies, titles) for origin, names in shown),
        more_line(len(copied) - len(shown), ".relations has all"),
        rejected_card(copies.rejected),
    )


def _reprints(number: int) -> str:
    return count_in_words(number, "copy or excerpt", "copies or excerpts")


def _copied_card(origin: str, names: list[str], copies: CopyGroups, titles: Mapping[str, str]) -> Html:
    label = int(copies.labels[copies.row_of(origin)])
    return folded_card(
        titled(titles.get(origin, origin), _reprints(len(names)), f"group {label}", _id_of(origin, titles)),
        item_list(_relation(name, copies, titles) for name in names[:_MOST_MEMBERS]),
        more_line(len(names) - _MOST_MEMBERS, ".relations has all"),
    )


def _id_of(name: str, titles: Mapping[str, str]) -> str | None:
    """The id of an article beside its title; nothing where it stands in its place."""
    return name if name in titles else None


def _relation(name: str, copies: CopyGroups, titles: Mapping[str, str]) -> Html:
    """What an article copied, and how similar the two are."""
    one = copies.relations[name]
    likeness = f"Jaccard {one.jaccard:.2f}, containment {one.containment:.2f}"
    return joined((titles.get(name, name), hint(_id_of(name, titles), f"{one.kind} of {one.to}", likeness)), " ")


@html_of.register
def groups_view(groups: EventGroups) -> str:
    """The events of several articles, the largest first, by the titles of their articles."""
    several = [label for label, names in enumerate(groups.groups) if len(names) > 1]
    shown = sorted(several, key=lambda label: -len(groups.groups[label]))[:MOST_PARTS]
    titles = groups.titles({name for label in shown for name in groups.groups[label][:_MOST_MEMBERS]})
    counts = f"{count_in_words(len(groups.groups), 'event')}, {count_in_words(len(groups.copies.origins), 'article')}"
    at = f"{count_in_words(len(several), 'event')} of several articles, at the working point {groups.threshold:.2f}"
    return notebook_view(
        element("p", element("b", counts), "; ", at),
        *(_group_card(label, groups, titles) for label in shown),
        more_line(len(several) - len(shown), ".groups has all"),
        rejected_card(groups.rejected),
    )


def _group_card(label: int, groups: EventGroups, titles: Mapping[str, str]) -> Html:
    names, weakest = groups.groups[label], groups.weakest[label]
    link_score = None if np.isnan(weakest) else f"weakest link {weakest:.2f}"
    title = next((titles[name] for name in names if name in titles), names[0])
    return folded_card(
        titled(title, count_in_words(len(names), "article"), f"event {label}", link_score),
        item_list(_member(name, groups, titles) for name in names[:_MOST_MEMBERS]),
        more_line(len(names) - _MOST_MEMBERS, f".groups[{label}] has all"),
    )


def _member(name: str, groups: EventGroups, titles: Mapping[str, str]) -> Html:
    relation = groups.copies.relations.get(name)
    copied = f"{relation.kind} of {relation.to}" if relation else None
    return joined((titles.get(name, name), hint(_id_of(name, titles), copied)), " ")


@html_of.register
def deduplication_view(one: Deduplication) -> str:
    """How many articles are kept and dropped, and for those dropped what they repeat."""
    counts = f"{count_in_words(len(one.kept), 'article')} kept, {len(one.dropped):,} dropped"
    return notebook_view(
        element("p", element("b", counts)),
        item_list(map(_dropped_line, islice(one.dropped, _MOST_MEMBERS))),
        more_line(len(one.dropped) - _MOST_MEMBERS, ".dropped has all"),
    )


def _dropped_line(one: DroppedArticle) -> Html:
    likeness = f"Jaccard {one.jaccard:.2f}, containment {one.containment:.2f}"
    instead = None if one.kept == one.to else f"{one.kept} is kept"
    return joined((one.id, hint(f"{one.kind} of {one.to}", instead, likeness)), " ")


@html_of.register
def signatures_view(signatures: Signatures) -> str:
    """How many signatures there are, of how many values."""
    counts = f"{count_in_words(len(signatures), 'signature')} of {signatures.values.shape[1]} values"
    first = ", ".join(signatures.ids[:3]) + (", …" if len(signatures) > 3 else "")
    return notebook_view(element("p", element("b", counts), " ", hint(f"seed {signatures.seed}", first)))


@html_of.register
def scores_view(scores: Scores) -> str:
    """Precision, recall and F1, and how many articles were compared."""
    rows = (("B-cubed", scores.b_cubed), ("pairwise", scores.pairwise))
    table = [
        ("", "precision", "recall", "F1"),
        *((name, *(f"{value:.3f}" for value in (one.precision, one.recall, one.f1))) for name, one in rows),
        ("adjusted Rand index", "", "", f"{scores.adjusted_rand:.3f}"),
    ]
    compared = str(scores).splitlines()[-1]
    return notebook_view(cells(table), hint(compared, name="p"))


@html_of.register
def placement_view(one: Placement) -> str:
    """The event that an article joins, and the reports that are most similar to it."""
    verdict = "first report of another event" if one.event is None else f"belongs to event {one.event}"
    scores = f"mean score {one.score:.2f}", f"working point {one.threshold:.2f}"
    return notebook_view(
        element("p", element("b", verdict), " ", hint(*scores)),
        item_list(_link_line(one.links[:MOST_PARTS])),
        more_line(len(one.links) - MOST_PARTS, ".links has all"),
    )


def _link_line(links: Iterable[Link]) -> Iterable[Html]:
    return (joined((one.article_id, hint(f"score {one.score:.2f}")), " ") for one in links)


@html_of.register
def story_view(story: Story) -> str:
    """The events of a story, and the reports that link them."""
    events = ", ".join(f"event {event}" for event in story.events)
    links = (joined((one, hint("and"), other), " ") for one, other in story.links)
    return notebook_view(
        element("p", element("b", "One story: ", events), " ", hint(f"weakest link {story.score:.2f}")),
        item_list(links),
    )
