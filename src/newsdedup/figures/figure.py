"""A reconciled figure: what the reports of one event say about one quantity."""

from __future__ import annotations

from collections.abc import Sized
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from newsdedup.figures.claim import CHANGES, MODALITIES, NUMBER_KINDS, QUALIFIERS, FigureClaim, Scope
from newsdedup.support.arguments import STATUSES
from newsdedup.support.display import Displayed, count_in_words
from newsdedup.support.field_checks import FieldError, at_least, date_or_none, one_of

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
    qualifier: str = field(validator=one_of(*QUALIFIERS))
    n_articles: int = field(validator=at_least(1))
    n_origins: int = field(validator=at_least(1))
    as_of: str | None = field(default=None, validator=date_or_none)
    reported_at: str | None = field(default=None, validator=date_or_none)
    step: str | None = field(default=None, validator=one_of("up", "down", None))


def _not_empty(_instance: object, attribute: Any, value: Sized) -> None:
    if not isinstance(value, tuple | list) or not value:
        raise FieldError("a figure has at least one claim", attribute.name)


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
    kind: str = field(validator=one_of(*NUMBER_KINDS))
    unit: str | None
    scope: Scope
    change: str = field(validator=one_of(*CHANGES))
    modality: str = field(validator=one_of(*MODALITIES))
    as_of: str | None = field(validator=date_or_none)
    part_of: str | None = None
    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    qualifier: str = field(validator=one_of(*QUALIFIERS))
    feasible: Bounds | None
    status: str = field(validator=one_of(*STATUSES))
    rule: str
    n_articles: int = field(validator=at_least(1))
    n_origins: int = field(validator=at_least(1))
    alternatives: tuple[Alternative, ...] = ()
    history: tuple[Alternative, ...] = ()
    series: tuple[Alternative, ...] = ()
    notes: tuple[str, ...] = ()
    claims: tuple[FigureClaim, ...] = field(validator=_not_empty)

    @property
    def language(self) -> str | None:
        """Language of the article of the first claim, in whose format the figure's numbers are shown."""
        return self.claims[0].language

    def __repr__(self) -> str:
        values = f"low {self.low}, best {self.best}, high {self.high}"
        claims = count_in_words(len(self.claims), "claim")
        return f"<ReconciledFigure: {self.noun or self.kind!r}, {values}, {self.status}, {claims}>"
