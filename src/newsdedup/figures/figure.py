"""A reconciled figure: what the reports of one event say about one quantity."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.support.display import Displayed, count_in_words

Bounds = tuple[Decimal | None, Decimal | None]


@frozen(kw_only=True)
class Alternative:
    """One of several values that conflict, or one that was superseded.

    Attributes
    ----------
    value : Decimal
    qualifier : str
        As of `FigureClaim`.
    n_articles, n_origins : int
        Articles that print it, and independent voices among them.
    as_of, reported_at : str or None
        ISO dates: up to which it counts, and of the report.
    step : str or None
        Of a history: ``up`` or ``down`` from the value before.
    """

    value: Decimal
    qualifier: str
    n_articles: int
    n_origins: int
    as_of: str | None = None
    reported_at: str | None = None
    step: str | None = None


@frozen(kw_only=True)
class ReconciledFigure(Displayed):
    """What the reports of one event say about one quantity.

    Attributes
    ----------
    noun : str or None
        What is counted, in the words of the claim that gives the best value.
    nouns : tuple of str
        All wordings of it.
    role, kind, unit, scope, change, modality, as_of
        As of the claims; `as_of` is that of the best value.
    part_of : str or None
        The figure of a wider scope that this one is a part of, in words.
    low, high : Decimal or None
        Smallest and largest printed value; None where that claim is open to that side.
    low_open, high_open : bool
    best : Decimal or None
        The most precise value that nothing contradicts.
    qualifier : str
        How the best value is qualified.
    feasible : (Decimal or None, Decimal or None) or None
        Ends of the values that all claims allow; None on conflict.
    status : str
        ``single_source, superseded, agree, compatible`` or ``conflict``.
    rule : str
        The rule that decided, in words.
    n_articles, n_origins : int
        Articles that print it, and independent voices among them.
    alternatives : tuple of Alternative
        The values of a conflict, the best supported first.
    history : tuple of Alternative
        Values that were superseded, the earliest first.
    series : tuple of Alternative
        One article's values at several dates.
    notes : tuple of str
    claims : tuple of FigureClaim
        Every claim, by article and place.
    """

    noun: str | None
    nouns: tuple[str, ...]
    role: str | None
    kind: str
    unit: str | None
    scope: Scope
    change: str
    modality: str
    as_of: str | None
    part_of: str | None = None
    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    qualifier: str
    feasible: Bounds | None
    status: str
    rule: str
    n_articles: int
    n_origins: int
    alternatives: tuple[Alternative, ...] = ()
    history: tuple[Alternative, ...] = ()
    series: tuple[Alternative, ...] = ()
    notes: tuple[str, ...] = ()
    claims: tuple[FigureClaim, ...]

    @property
    def language(self) -> str | None:
        """Language of the article of the first claim, in whose format the figure's numbers are shown."""
        return self.claims[0].language

    def __repr__(self) -> str:
        values = f"low {self.low}, best {self.best}, high {self.high}"
        claims = count_in_words(len(self.claims), "claim")
        return f"<ReconciledFigure: {self.noun or self.kind!r}, {values}, {self.status}, {claims}>"
