"""When two claims can both be true: of one value, and of one place."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, TypeVar

from newsdedup.figures.claim import OWN_PLACE, SENTENCE_BEFORE, FigureClaim, Scope
from newsdedup.text.phrases import plain

LEVELS = ("event", "national", "province", "district", "commune")  # from whole to part
INDEFINITE_LEVELS = frozenset({"event", "unknown", "other"})
REPEATED_APART: Final = 1.1  # times; how far an article's repetition of a figure may differ from it
_LEAST_ROUND = 10
_THOUSAND = 1000
_ROUND_DIGITS = 2  # significant digits of a number that people use for its neighbours


def may_be_one(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two claims can both be true of one value."""
    if not one.meant.intersect(other.meant).is_empty:
        return True
    if one.value == other.value:
        return {one.qualifier, other.qualifier} <= {"nearly", "more_than", "about"} or is_rough(one)
    return is_rounding(one, other)


def is_rounding(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether one of two values is a rounding of the other."""
    return other.number in one.rounded or one.number in other.rounded


def is_rough(claim: FigureClaim) -> bool:
    """Whether a bare "v" may mean "nearly v" or "more than v": measured amounts, and counts of a round number."""
    if claim.kind != "count" or claim.number != claim.number.to_integral_value():
        return True
    is_round = significant_digits(claim) <= _ROUND_DIGITS or claim.number % _THOUSAND == 0
    return claim.number >= _LEAST_ROUND and is_round


def significant_digits(claim: FigureClaim) -> int:
    """Digits of the value without the zeros at its end."""
    return len(claim.number.normalize().as_tuple().digits)


_Value = TypeVar("_Value", Decimal, float)


def times_apart(one: _Value, other: _Value) -> float:
    """The larger of two values divided by the smaller."""
    smaller, larger = sorted((abs(one), abs(other)))
    if smaller == larger:
        return 1.0
    return float(larger / smaller) if smaller else float("inf")


def place_of(scope: Scope) -> str | None:
    """The place of a scope in normal form."""
    return plain(scope.place) if scope.place else None


def scopes_agree(one: Scope, other: Scope) -> bool:
    """Whether two figures may hold for one place: nothing known of them differs."""
    places = {firm_place(one), firm_place(other)} - {None}
    if len(places) > 1:
        return False
    if places and "event" in (one.level, other.level):
        return False  # the article sets the place apart from the event
    levels = {one.level, other.level} - INDEFINITE_LEVELS
    return len(levels) < 2 and not (levels == {"national"} and places)


def firm_place(scope: Scope) -> str | None:
    """The place, unless it was named outside the sentence and may be a city, a country or a newsroom."""
    is_uncertain = scope.found_by in (SENTENCE_BEFORE, OWN_PLACE) and scope.level in INDEFINITE_LEVELS
    return None if is_uncertain else place_of(scope)
