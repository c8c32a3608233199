"""Numbers as a text prints them: digits with separators, small numbers in words, scale words, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import field, frozen
from attrs.converters import optional

from newsdedup.figures.grammar import DIGITS, Grammar
from newsdedup.figures.quantity import tidy

_MOST_DIGITS = 15  # longer runs of digits are identifiers
_LARGEST = Decimal(10) ** 18
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_SMALLER_PART = re.compile(r"\s(\d{1,3})(?=\s)")  # of "1 tỷ 200 triệu"
_DIGITS = re.compile(DIGITS)


@frozen
class Number:
    """A number as printed: its place in the plain text, its value, its unit."""

    start: int
    end: int  # of the number with its scale word
    value: Decimal = field(converter=tidy)
    upper: Decimal | None = field(default=None, converter=optional(tidy))


def numbers(folded: str, grammar: Grammar) -> Iterator[Number]:
    """Numbers in digits and small numbers in words, in order, each with its scale word or range."""
    digits = (_number_in_digits(match, folded, grammar) for match in grammar.number.finditer(folded))
    words = (
        _scaled(match.start(), match.end(), grammar.numerals[" ".join(match.group().split())], folded, grammar)
        for match in grammar.numeral.finditer(folded)
        if not grammar.number_word_before.search(folded[max(0, match.start() - 12) : match.start()])
    )
    found = [number for number in (*digits, *words) if number is not None]
    yield from sorted(found, key=lambda number: number.start)


def _number_in_digits(match: re.Match[str], folded: str, grammar: Grammar) -> Number | None:
    value = parse_digits(match.group(), grammar)
    if value is None:
        return None
    lower = _scaled(match.start(), match.end(), value, folded, grammar)
    if lower.value > _LARGEST:
        return None
    to = grammar.range_to.match(folded, lower.end)
    second = _DIGITS.match(folded, to.end()) if to else None
    upper_value = parse_digits(second.group(), grammar) if second else None
    if second is None or upper_value is None:
        return lower
    upper = _scaled(second.start(), second.end(), upper_value, folded, grammar)
    if lower.end == match.end() and upper.end > second.end():  # "5-7 triệu": the scale is both ends'
        value *= upper.value / upper_value if upper_value else 1
    else:
        value = lower.value
    return Number(lower.start, upper.end, value, upper.value) if value < upper.value else lower


def _scaled(start: int, end: int, value: Decimal, folded: str, grammar: Grammar) -> Number:
    """The number with the scale words after it: 1,5 triệu, 2 nghìn tỷ, 3 triệu rưỡi, 1 tỷ 200 triệu."""
    match = grammar.scale.match(folded, end)
    if match is None and grammar.currency_before.search(folded[max(0, start - 6) : start]):
        match = grammar.money_scale.match(folded, end)
    if match is None:
        return Number(start, end, value)
    scale = _scale(match.group(), grammar)
    if half := grammar.half.match(folded, match.end()):
        return Number(start, half.end(), (value + Decimal("0.5")) * scale)
    smaller = _SMALLER_PART.match(folded, match.end())
    rest = grammar.scale.match(folded, smaller.end()) if smaller else None
    if smaller and rest and _scale(rest.group(), grammar) < scale:
        part = Decimal(smaller.group(1)) * _scale(rest.group(), grammar)
        return Number(start, rest.end(), value * scale + part)
    return Number(start, match.end(), value * scale)


def _scale(words: str, grammar: Grammar) -> Decimal:
    product = Decimal(1)
    for word in words.replace("-", " ").split():
        product *= grammar.scales[word]
    return product


def parse_digits(printed: str, grammar: Grammar) -> Decimal | None:
    """Value of digits with separators, by the habits of the language; None where they make no number.

    A separator with exactly three digits after it groups thousands if the language groups with
    it, or if the number ends in ``000``, which nobody prints of a fraction.
    """
    if len(printed) > _MOST_DIGITS:
        return None
    separators = [letter for letter in printed if letter in ".,"]
    if not separators:
        return Decimal(printed)
    grouped = _GROUPED.fullmatch(printed)
    if grouped and not printed.startswith("0"):
        groups = grouped.group(1) == grammar.language.thousands or len(separators) > 1 or printed.endswith("000")
        return Decimal(printed.replace(grouped.group(1), "" if groups else "."))
    whole, mark, fraction = printed.rpartition(separators[-1])
    if len(separators) == 1:
        return Decimal(f"{whole}.{fraction}")
    whole_grouped = _GROUPED.fullmatch(whole)
    if whole_grouped and whole_grouped.group(1) != mark:
        return Decimal(f"{whole.replace(whole_grouped.group(1), '')}.{fraction}")
    return None
