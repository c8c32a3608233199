"""Digits that nothing around them changes, with at most one scale word: most numbers, each read by one pattern."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from decimal import Decimal

from attrs import frozen

from newsdedup.languages import Language, NumberFormat, cached_by_language
from newsdedup.text.numbers.number import LARGEST, PrintedNumber
from newsdedup.text.numbers.words import SPACE
from newsdedup.text.phrases import any_of, lazily, plain
from newsdedup.text.tags import SHARE_SIGNS, number_starts

_BEFORE_MOST = frozenset(" (\n$€£\"“'‘[")  # what comes before most digits
_GOING_ON = "–/:'’′"


@frozen(eq=False)
class SimpleDigits:
    """The pattern of such numbers in one language."""

    # groups 1 and 2: digits in groups, or a number with or without decimals; group 3: the scale word
    pattern: re.Pattern[str]
    changing: re.Pattern[str]  # what may change or continue the number before it; where it fails nothing does
    group: str
    decimal: str
    scales: Mapping[str, int]

    def at(self, folded: str, start: int) -> PrintedNumber | None:
        """The number that starts at a first digit; None where it needs a closer look."""
        if start and folded[start - 1] not in _BEFORE_MOST:
            return None
        match = self.pattern.match(folded, start)
        if match is None:
            return None
        grouped, whole, scale_word = match.groups()
        value = Decimal(grouped.replace(self.group, "") if grouped else whole.replace(self.decimal, "."))
        if scale_word is None:
            return PrintedNumber(start, match.end(), value)
        scale = self.scales[scale_word]
        is_readable = 0 < value * scale <= LARGEST
        return PrintedNumber(start, match.end(), value * scale, scale=scale) if is_readable else None


@cached_by_language
def simple_digits_of(language: Language) -> SimpleDigits:
    """The pattern of a language, compiled at its first use."""
    style = language.number_format
    scales = {plain(word): value for word, value in language.scales.items()}
    changing = functools.cache(functools.partial(_what_changes, language))
    return SimpleDigits(
        lazily(lambda: f"{_plain_digits(style)}{_one_scale(language)}(?!{changing()})"),
        lazily(lambda: rf"{changing()}|,\s"),
        style.group,
        style.decimal,
        scales,
    )


def _plain_digits(style: NumberFormat) -> str:
    group, decimal = re.escape(style.group), re.escape(style.decimal)
    return rf"(?:([1-9]\d{{0,2}}(?:{group}\d{{3}}){{1,4}})|(\d{{1,12}}(?:{decimal}\d{{1,2}})?))"


def _one_scale(language: Language) -> str:
    """A scale word, unless a word of `share_links` may belong to it."""
    scales = [word for word in language.scales if word not in language.numerals.linked_scales]
    return rf"(?:{SPACE}(?!(?:{any_of(language.numerals.idioms)})(?!\w))({any_of(scales)})(?!\w))?"


def _what_changes(language: Language) -> str:
    """What may change the number before it, or continue it: further digits, signs, words of the tables."""
    table = language.numerals
    words = (
        *(word for word in (*language.range_words, *language.range_pairs.values()) if word[0].isalpha()),
        *(*language.scales, *table.times, *table.joints, *table.unit_joints, *table.halves, *table.points),
        *(*table.over, *table.divided, *table.rates, *table.either, *table.linked_scales),
        *(*language.money_scales, *language.count_scales, *language.scale_letters),
    )
    links = "".join(sorted({word[0] for word in language.range_words if not word[0].isalpha()}))
    signs = re.escape((_GOING_ON + SHARE_SIGNS + links).replace("-", ""))
    units = (*language.decimal_units, *(word for one in language.compound_measures for word in one.larger))
    measure = rf"(?:{SPACE}|-)(?:{any_of(units)})(?:{SPACE}|-)?(?:and{SPACE})?\d"
    further = any_of(words)
    upper_ends = {phrase.split()[0] for phrase in number_starts(language)}  # of a range, "0-hai"
    hyphen = rf"-(?![^\W\d_])|-(?:{any_of((*words, *table.crossed, *upper_ends))})(?!\w)"  # not of "23-year-old"
    return rf"[\w{signs}]|[^\w\s]+\d|{hyphen}|[.,]\d|,?\s{{1,2}}[\d(\-{signs}]|{SPACE}+(?:{further})(?!\w)|{measure}"
