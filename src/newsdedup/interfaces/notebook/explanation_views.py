"""Explanations in a notebook: why articles are of one event, and claims of one quantity, and how a number was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from newsdedup.events.answers.explain import Explanation
from newsdedup.events.answers.weakest import WeakestLink
from newsdedup.figures.read.trace import FigureTrace
from newsdedup.figures.reconcile.explain import ExplainedPair, FigureExplanation
from newsdedup.interfaces.html import Html, element, escaped, joined
from newsdedup.interfaces.notebook.parts import cells, folded_card, hint, item_list, more_line, notebook_view
from newsdedup.interfaces.wording import claim_words, count_in_words, figure_title
from newsdedup.support.display import html_of
from newsdedup.support.evidence import EvidenceTerm

_MOST_IDS: Final = 12
_MOST_PAIR_CARDS: Final = 10


@html_of.register
def explanation_view(why: Explanation) -> str:
    """The verdict, what speaks for one event and what against it, and the evidence with its weights."""
    return notebook_view(*_explanation_parts(why))


def _explanation_parts(why: Explanation) -> Iterable[Html | None]:
    first, *_ = str(why).splitlines()
    return (
        element("p", element("b", first)),
        _named_items("For one event", why.speaks_for),
        _named_items("Against", why.speaks_against),
        _named_items("Note", why.notes),
        _evidence_card(why),
    )


def _named_items(name: str, phrases: Sequence[str]) -> Html | None:
    return joined((element("p", name), item_list(map(escaped, phrases)))) if phrases else None


def _evidence_card(why: Explanation) -> Html | None:
    """The parts of the evidence; with the intercept their weights add up to the logit."""
    if why.logit is None:
        return None
    rows = [_term_cells(one) for one in why.terms]
    needed = "" if why.needed is None else f"{why.needed:+.2f} at the working point"
    table = cells([*rows, ("intercept", f"{why.intercept:+.2f}", ""), ("logit", f"{why.logit:+.2f}", needed)])
    return folded_card("Evidence, with its weights", table, kind="nd-part")


def _term_cells(one: EvidenceTerm) -> tuple[str, str, str]:
    return one.name, f"{one.weight:+.2f}", ", ".join(one.words)


@html_of.register
def weakest_view(one: WeakestLink) -> str:
    """The two sides of the merge, and why their most similar articles are of one event."""
    return notebook_view(
        element("p", element("b", f"Event {one.event} is held together at {one.score:.2f}")),
        *(_side(name, ids) for name, ids in (("One side", one.left), ("The other side", one.right))),
        *_explanation_parts(one.pair),
    )


def _side(name: str, ids: Sequence[str]) -> Html:
    heading = f"{name}: {count_in_words(len(ids), 'article')}"
    more = more_line(len(ids) - _MOST_IDS, ".left and .right have all")
    return folded_card(heading, item_list(map(escaped, ids[:_MOST_IDS])), more, kind="nd-part")


@html_of.register
def figure_explanation_view(why: FigureExplanation) -> str:
    """The pairs of claims of one quantity, and the nearest of others."""
    return notebook_view(
        element("p", element("b", figure_title(why.figure))),
        _named_pairs("One quantity", why.together, ".together has all")
        or hint("one claim, or several in the same words", name="p"),
        _named_pairs("Not of it", why.apart, ".apart has all"),
    )


def _named_pairs(name: str, pairs: Sequence[ExplainedPair], how: str) -> Html | None:
    if not pairs:
        return None
    more = more_line(len(pairs) - _MOST_PAIR_CARDS, how)
    return joined((element("p", name), *map(_pair_card, pairs[:_MOST_PAIR_CARDS]), more or ""))


def _pair_card(pair: ExplainedPair) -> Html:
    """Two claims in a line; the terms of the evidence unfold."""
    claims = [joined((element("q", claim_words(one)), hint(one.article_id)), " ") for one in (pair.one, pair.other)]
    verdict = pair.obstacle or f"evidence {pair.score:+.1f}"
    terms = [_term_cells(one) for one in sorted(pair.terms, key=lambda term: -abs(term.weight))]
    return folded_card(joined((*claims, hint(verdict)), " "), cells(terms) if terms else None, kind="nd-part")


@html_of.register
def trace_view(trace: FigureTrace) -> str:
    """What was read of a number, and the rules that read it."""
    first, *steps = str(trace).splitlines()
    return notebook_view(element("p", element("b", first)), item_list(escaped(step.strip()) for step in steps))
