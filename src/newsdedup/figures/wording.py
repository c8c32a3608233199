"""Numbers and intervals in words, in the number format of their claim's article."""

from __future__ import annotations

from decimal import Decimal

from newsdedup.figures.claim import FigureClaim
from newsdedup.languages import format_number


def number_words(claim: FigureClaim) -> str:
    """The claim's value as its article would print it."""
    return value_words(claim.number, claim)


def value_words(value: Decimal, like: FigureClaim) -> str:
    """A value as the article of a claim would print it."""
    return format_number(value, like.language)


def interval_words(claim: FigureClaim) -> str:
    """The interval that a claim prints: ``(10.000, ∞)``."""
    return claim.printed.written(lambda value: value_words(value, claim))
