"""The title of an event: the headline that says most of what the reports share, and whose counts are not outdated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Final

from attrs import frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import ReconciledFigure

_MOST_CHECKED: Final = 8  # headlines whose figures are read


@frozen
class Headline:
    """A headline of one of the reports."""

    text: str
    terms: frozenset[str]
    likeness: float  # of its article with the others


def title_of(
    headlines: Sequence[Headline], figures: Sequence[ReconciledFigure], read: Callable[[str], Sequence[FigureClaim]]
) -> str | None:
    """The headline of the report most like the others, else the one that shares most words with other headlines.

    Parameters
    ----------
    headlines : sequence of Headline
        The earliest first.
    figures : sequence of ReconciledFigure
        A headline that gives another count than the best one, where this replaced earlier ones, is passed over.
    read : callable
        Reads the figures of a headline.

    Returns
    -------
    str or None
        None where every headline is outdated, or there is none.
    """
    counts = Counter(chain.from_iterable(one.terms for one in headlines))

    def rank(one: Headline) -> tuple[float, float]:
        shared = sum(counts[term] - 1 for term in one.terms)
        return -one.likeness, -shared / (len(one.terms) + 1)

    ranked = sorted(headlines, key=rank)
    updated = [figure for figure in figures if figure.history and figure.role and figure.best is not None]
    if not updated:
        return ranked[0].text if ranked else None
    fitting = (one.text for one in ranked[:_MOST_CHECKED] if not _is_outdated(read(one.text), updated))
    return next(fitting, None)


def _is_outdated(claims: Sequence[FigureClaim], figures: Sequence[ReconciledFigure]) -> bool:
    return any(replaces(figure, claim) for figure in figures for claim in claims)


def replaces(figure: ReconciledFigure, claim: FigureClaim) -> bool:
    """Whether a claim gives an earlier value of a figure that has some: one that does not allow the best value."""
    if not figure.history or figure.best is None or not claim.is_toll:
        return False
    if claim.kind != figure.kind or claim.role != figure.role:
        return False
    return figure.best not in claim.meant and figure.best not in claim.rounded
