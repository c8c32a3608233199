"""Measures whose unit stands within the number: "1m68", "2 kg 300", "6 feet 2"."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve, frozen

from newsdedup.languages import CompoundMeasure, Language, cached_by_language
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.words import SPACE
from newsdedup.text.phrases import NEVER, any_of, plain

_NOTHING_COUNTED = rf"(?![\w'’]|[.,:/-]\d|{SPACE}?[^\W\d_])"  # no letter, so that nothing else is counted
_MOST_WHOLE = 1000


@frozen(eq=False)
class MeasureWords:
    """The units of a language that stand within a number, compiled."""

    any: re.Pattern[str]  # such a unit after digits
    decimal: re.Pattern[str]  # a unit and the decimals: "m68"
    symbols: dict[str, str]
    compounds: tuple[tuple[CompoundMeasure, re.Pattern[str]], ...]  # the larger unit, the number and the smaller unit

    def continued(self, number: PrintedNumber, folded: str) -> PrintedNumber | None:
        """The measure that goes on after the unit which follows a whole number."""
        if not self.any.match(folded, number.end) or not (number.is_whole and number.value < _MOST_WHOLE):
            return None
        if match := self.decimal.match(folded, number.end):
            unit, decimals = match.group("unit"), match.group("decimals") or match.group("thousandths")
            value = Decimal(f"{number.value:f}.{decimals}")
            return evolve(number, end=match.end(), value=value, unit=self.symbols[unit])
        for measure, pattern in self.compounds:
            match = pattern.match(folded, number.end)
            if match and int(match.group(1)) < measure.parts:
                value = number.value * measure.parts + int(match.group(1))
                return evolve(number, end=match.end(), value=value, unit=measure.unit)
        return None


@cached_by_language
def measure_words_of(language: Language) -> MeasureWords:
    """The compiled units of a language that stand within a number."""
    units = any_of(language.decimal_units)
    larger = [word for one in language.compound_measures for word in one.larger]
    symbols = {plain(unit): language.measures[unit] for unit in language.decimal_units}
    # "50m2" is an area; three decimals after spaces are the thousandths that a smaller unit may name: "2 kg 300 g"
    thousandth = rf"{SPACE}(?P<thousandths>\d{{3}})(?:{SPACE}?g(?:am|ram)?(?!\w)|{_NOTHING_COUNTED})"
    decimal = rf"(?P<unit>{units})(?:(?!(?<=m)[23](?!\d))(?P<decimals>\d{{1,2}})(?![\w]|[.,:/-]\d)|{thousandth})"
    return MeasureWords(
        any=re.compile(
            rf"(?:{SPACE}|-)?(?:{any_of((*language.decimal_units, *larger))})" if units != NEVER or larger else NEVER
        ),
        decimal=re.compile(rf"{SPACE}?{decimal}"),
        symbols=symbols,
        compounds=tuple((one, re.compile(_compound(one))) for one in language.compound_measures),
    )


def _compound(measure: CompoundMeasure) -> str:
    """The larger unit, a number and the smaller unit; without it a hyphen or sign joins them, or nothing follows."""
    gap = rf"(?:{SPACE}|-)?"
    smaller = rf"{gap}(?:{any_of(measure.smaller)})(?!\w)"
    joined = r"(?:(?<=[-'’′]\d)|(?<=[-'’′]\d\d))(?!\w)"
    number = r"(\d{1,2})(?!\d)"
    return rf"{gap}(?:{any_of(measure.larger)}){gap}(?:and{SPACE})?{number}(?:{smaller}|{joined}|{_NOTHING_COUNTED})"
