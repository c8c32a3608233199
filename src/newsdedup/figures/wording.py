"""Numbers and intervals put into words, in the manner of the claims that they come from."""

from __future__ import annotations

import re
from decimal import Decimal

from newsdedup.figures.claim import FigureClaim

_DIGITS = re.compile(r"\d[\d.,]*")
_ENGLISH_FRACTION = re.compile(r"\d\.\d{1,2}(?!\d)")


def number_words(claim: FigureClaim) -> str:
    """The claim's value as its article would print it."""
    return value_words(claim.number, claim)


def value_words(value: Decimal, like: FigureClaim) -> str:
    """A value as the article of a claim would print it."""
    return printed(value, english=_is_english(like))


def interval_words(claim: FigureClaim) -> str:
    """The interval that a claim prints: ``(10.000, ∞)``."""
    english = _is_english(claim)
    return claim.printed.written(lambda value: printed(value, english=english))


def _is_english(claim: FigureClaim) -> bool:
    """Whether the claim's own words group with commas: "1,200" that means twelve hundred, or "1.5"."""
    digits = _DIGITS.search(claim.text)
    if digits is None:
        return claim.text.isascii()
    grouped = "," in digits.group() and digits.group().rstrip(",.").replace(",", "") == f"{claim.number.normalize():f}"
    return grouped or _ENGLISH_FRACTION.search(claim.text) is not None


def printed(value: Decimal, *, english: bool = False) -> str:
    """A value for people: 10.000 and 1,5 in Vietnamese newspapers, 10,000 and 1.5 in English ones."""
    whole, _, fraction = f"{value.normalize():,f}".partition(".")
    if english:
        return whole + (f".{fraction}" if fraction else "")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")
