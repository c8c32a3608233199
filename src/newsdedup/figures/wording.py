"""Values and intervals in words, in the number format of their claim's article."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from newsdedup.figures.claim import FigureClaim
from newsdedup.languages import format_number, money_parts

_UNITS_WITH_PLURAL: Final = frozenset({"duration", "age"})  # kinds of figures
_UNITS_WITHOUT_SPACE: Final = frozenset({"%", "°", "°C"})


def spaced(identifier: str | None) -> str:
    """An identifier as words: "more_than" is "more than"."""
    return (identifier or "").replace("_", " ")


def qualified_words(
    value: Decimal, qualifier: str, language: str | None, *, kind: str = "count", unit: str | None = None
) -> str:
    """A value in the number format of a language, with its qualifier and its unit.

    Examples
    --------
    >>> qualified_words(Decimal(1200), "more_than", "vi")
    'more than 1.200'
    >>> qualified_words(Decimal(1200), "exact", "en", kind="duration", unit="day")
    '1,200 days'
    >>> qualified_words(Decimal(2500000000), "nearly", "vi", kind="money", unit="VND")
    'nearly 2,5 tỷ đồng'
    """
    words = amount_words(value, language, kind=kind, unit=unit)
    return words if qualifier in ("exact", "range") else f"{spaced(qualifier)} {words}"


def amount_words(value: Decimal, language: str | None, *, kind: str, unit: str | None) -> str:
    """A value with its unit; money as a desk writes it, with a scale word where that leaves the value exact."""
    if kind == "money" and unit:
        return "".join(money_parts(value, unit, language))
    return _with_unit_of(format_number(value, language), value, kind, unit)


def range_words(low: Decimal, high: Decimal, language: str | None, *, kind: str, unit: str | None) -> str:
    """Two ends with their unit, which is written once where both have the same."""
    if low == high:
        return amount_words(low, language, kind=kind, unit=unit)
    if kind == "money" and unit:
        before, first, after = money_parts(low, unit, language)
        start = first if not before and after == money_parts(high, unit, language)[2] else f"{before}{first}{after}"
        return f"{start} – {amount_words(high, language, kind=kind, unit=unit)}"
    return _with_unit_of(f"{format_number(low, language)} – {format_number(high, language)}", high, kind, unit)


def _with_unit_of(words: str, value: Decimal | None, kind: str, unit: str | None) -> str:
    """The words for a number with its unit, in the plural where the number is not one."""
    if not unit:
        return words
    if kind in _UNITS_WITH_PLURAL:
        return f"{words} {unit}{'' if value == 1 else 's'}"
    return f"{words}{unit}" if unit in _UNITS_WITHOUT_SPACE else f"{words} {unit}"


def number_words(claim: FigureClaim) -> str:
    """The claim's value as its article would print it."""
    return value_words(claim.number, claim)


def value_words(value: Decimal, like: FigureClaim) -> str:
    """A value as the article of a claim would print it."""
    return format_number(value, like.language)


def interval_words(claim: FigureClaim) -> str:
    """The interval that a claim prints: ``(10.000, ∞)``."""
    return claim.printed.written(lambda value: value_words(value, claim))
