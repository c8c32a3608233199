"""Results as tables for a terminal; the words of articles are printed as text, never as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice, pairwise
from operator import attrgetter
from typing import Final

import numpy as np
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from newsdedup.articles.article import Article, Articles, Rejection
from newsdedup.copies.deduplication import Deduplication
from newsdedup.copies.groups import CopyGroups
from newsdedup.copies.signatures import Signatures
from newsdedup.events.answers.assign import Placement
from newsdedup.events.answers.explain import Explanation
from newsdedup.events.answers.stories import Story
from newsdedup.events.answers.weakest import WeakestLink
from newsdedup.events.groups import EventGroups
from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.read.trace import FigureTrace
from newsdedup.figures.reconcile.explain import FigureExplanation
from newsdedup.interfaces.cli.lines import HangingLines, TableOrLines, printable_line, shortened_line
from newsdedup.interfaces.cli.record_tables import figure_table, record_details, record_tables
from newsdedup.interfaces.wording import claim_value, count_in_words
from newsdedup.metrics import Scores
from newsdedup.records.collection import EventCollection
from newsdedup.records.record import EventRecord
from newsdedup.records.summary import Summary
from newsdedup.support.display import rich_of
from newsdedup.support.printable import terminal_text

_MOST_VIEW_PARTS: Final = 10  # events, groups or articles that the view of a value shows


def copy_tables(copies: CopyGroups, *, limit: int | None = None, n_rejected: int = 0) -> Iterator[RenderableType]:
    """The numbers of articles and copies; then each group with copies or excerpts, up to a limit."""
    articles = count_in_words(len(copies.origins), "article")
    copied = count_in_words(len(copies.relations), "copy or excerpt", "copies or excerpts")
    yield Text(f"{articles}, {copied if copies.relations else 'no copies'}, {n_rejected:,} rejected", "bold")
    if copies.relations:
        yield Text()
    yield from _limited(list(_copied_groups(copies)), limit, "groups")


def _copied_groups(copies: CopyGroups) -> Iterator[RenderableType]:
    for group, representative in zip(copies.groups, copies.representatives, strict=True):
        members = [name for name in group if name in copies.relations]
        if members:
            first = representative if representative in group else group[0]
            yield Group(Text(printable_line(first), "bold"), *(_relation_line(name, copies) for name in members))


def _relation_line(name: str, copies: CopyGroups) -> RenderableType:
    relation = copies.relations[name]
    scores = f"Jaccard {relation.jaccard:.2f}, containment {relation.containment:.2f}"
    words = f"{relation.kind}: {printable_line(name)} of {printable_line(relation.to)} ({scores})"
    return HangingLines(Text(words), "   ")


def event_tables(
    events: EventGroups, articles: Sequence[Article] = (), *, limit: int | None = None, n_rejected: int | None = None
) -> Iterator[RenderableType]:
    """Each event as a list of its articles, with the beginning of those that are given; numbers are from 0."""
    if n_rejected is not None:
        several = sum(len(group) > 1 for group in events.groups)
        counts = f"{count_in_words(len(events.groups), 'event')} from {count_in_words(len(articles), 'article')}"
        yield Text(f"{counts}, {several:,} with several reports, {n_rejected:,} rejected", "bold")
        yield Text()
    yield from _limited(list(_event_lists(events, articles)), limit, "events")


def _event_lists(events: EventGroups, articles: Iterable[Article]) -> Iterator[RenderableType]:
    by_id = {article.id: article for article in articles}
    earlier = {later: one for story in events.stories for one, later in pairwise(story.events)}
    for number, (group, weakest) in enumerate(zip(events.groups, events.weakest, strict=True)):
        link = "" if np.isnan(weakest) else f"  weakest link {weakest:.2f}"
        follows = f"  follows event {earlier[number]}" if number in earlier else ""
        head = Text.assemble((f"{number}. {count_in_words(len(group), 'report')}", "bold"), (link + follows, "dim"))
        yield Group(
            head,
            *(
                _article_line(by_id[name]) if name in by_id else HangingLines(Text(printable_line(name)), "   ")
                for name in group
            ),
        )


def _limited(parts: Sequence[RenderableType], limit: int | None, name: str) -> Iterator[RenderableType]:
    """The first parts, and how many more there are."""
    yield from parts[:limit]
    if limit is not None and len(parts) > limit:
        yield Text(f"… and {len(parts) - limit:,} more {name}: --limit {len(parts)} shows all of them")


def _article_line(article: Article) -> RenderableType:
    title = Text(shortened_line(article.title or article.text[:200]))
    return HangingLines(title, f"   {printable_line(article.id)}  ")


def explanation_tables(explanations: Sequence[Explanation]) -> Iterator[RenderableType]:
    """Each explanation, line by line."""
    return chain.from_iterable(_block(str(one)) for one in explanations)


def _block(text: str) -> Iterator[RenderableType]:
    """A line in bold, and indented lines below it."""
    first, *lines = text.splitlines()
    yield Text(printable_line(first), "bold")
    for line in lines:
        yield HangingLines(Text(terminal_text(line.strip())), " " * (len(line) - len(line.lstrip())))


def trace_tables(found: Sequence[tuple[str, Sequence[FigureTrace]]]) -> Iterator[RenderableType]:
    """How each number of each article, by its id, was read."""
    for name, traces in found:
        yield Text(printable_line(name), "dim")
        yield from chain.from_iterable(_block(str(one)) for one in traces)


def claim_tables(
    claims: Sequence[FigureClaim], *, limit: int | None = None, n_articles: int | None = None
) -> Iterator[RenderableType]:
    """The number of claims; then of each article a table with a row per claim, by place in the text, up to a limit."""
    if n_articles is not None:
        dates = sum(claim.kind == "date" for claim in claims)
        counts = (count_in_words(len(claims) - dates, "figure"), count_in_words(dates, "date"))
        yield Text(f"{' and '.join(counts)} in {count_in_words(n_articles, 'article')}", "bold")
    for name, printed in groupby(claims[:limit], attrgetter("article_id")):
        yield Text()
        yield Text(printable_line(name), "bold")
        yield _claims_of_article(printed)
    if limit is not None and len(claims) > limit:
        yield Text(f"… and {len(claims) - limit:,} more: --limit {len(claims)} shows all of them")


def _claims_of_article(claims: Iterable[FigureClaim]) -> RenderableType:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("place", "words", "value", "kind", "noun", "role", "scope"):
        table.add_column(name, overflow="fold", no_wrap=name in ("place", "kind"))
    for claim in claims:
        cells = (
            f"{claim.start}–{claim.end}",
            claim.text,
            claim_value(claim),
            claim.kind,
            claim.noun,
            claim.role,
            _claim_scope(claim.scope),
        )
        table.add_row(*(Text(shortened_line(cell or "")) for cell in cells))
    return TableOrLines(table)


def _claim_scope(scope: Scope) -> str:
    """The place and the level as in the JSON."""
    return " ".join(filter(None, (scope.place, scope.level if scope.level != "unknown" else None)))


@rich_of.register
def _(record: EventRecord) -> RenderableType:
    return record_details(record)


@rich_of.register
def _(figure: ReconciledFigure) -> RenderableType:
    return figure_table([figure])


@rich_of.register
def _(events: EventCollection) -> RenderableType:
    return _first_parts(events, record_tables(events[:_MOST_VIEW_PARTS]), len(events))


@rich_of.register
def _(articles: Articles) -> RenderableType:
    return _first_parts(articles, map(_article_line, articles[:_MOST_VIEW_PARTS]), len(articles))


@rich_of.register
def _(events: EventGroups) -> RenderableType:
    return _first_parts(events, event_tables(events), len(events.groups))


@rich_of.register
def _(copies: CopyGroups) -> RenderableType:
    number = sum(not copies.relations.keys().isdisjoint(group) for group in copies.groups)
    return _first_parts(copies, _copied_groups(copies), number)


@rich_of.register
def _(article: Article) -> RenderableType:
    return _article_line(article)


@rich_of.register
def _(scores: Scores) -> RenderableType:
    return Text(str(scores))


@rich_of.register(Explanation)
@rich_of.register(WeakestLink)
@rich_of.register(Placement)
@rich_of.register(Story)
@rich_of.register(FigureExplanation)
@rich_of.register(FigureTrace)
@rich_of.register(Summary)
@rich_of.register(Deduplication)
@rich_of.register(Signatures)
@rich_of.register(Rejection)
def _(value: object) -> RenderableType:
    """A value that says itself what it is, in words."""
    return Group(*_block(str(value) or "no sentences"))


def _first_parts(value: object, parts: Iterable[RenderableType], number: int) -> RenderableType:
    """The repr of a value, its first parts, and the number of the others."""
    more = [Text(f"… and {number - _MOST_VIEW_PARTS:,} more", "dim")] if number > _MOST_VIEW_PARTS else []
    return Group(Text(repr(value), "bold"), *islice(parts, _MOST_VIEW_PARTS), *more)
