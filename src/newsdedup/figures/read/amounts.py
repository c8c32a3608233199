"""Amounts: numbers with the sign, the unit and the qualifier that belong to them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from attrs import evolve, frozen

from newsdedup.figures.quantity import Interval, printed_interval
from newsdedup.figures.read.grammar import LEFT_REACH, Grammar
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.reader import number_from
from newsdedup.text.numbers.spelled import scaled

_HUNDREDTHS = 100  # hundredths: cents of a dollar
_DECIMALS = 2  # decimals of a percentage that was printed as a share
_LEAST_LARGE_SCALE = 1000
_MAY_BE_NEGATIVE = frozenset({"measure", "percent"})  # kinds that may lie below zero
_MINUS = re.compile(r"(?<![\w\d)])[-−]$")
_FOLLOWING = re.compile(r"[^\S\r\n]([^\W\d_]+)")
_NOTHING_MORE = re.compile(r"\s*(?:[.,;:!?)\r\n]|$)")
_OF_LARGER = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}
_SHARED_UNITS = ("percent", "money", "measure")


@frozen
class Amount:
    """A number as printed, with all that belongs to it."""

    number: PrintedNumber  # value and place of the number itself, its scale word included
    start: int  # of the whole span: qualifier, currency before it, number, unit after it
    end: int
    bare_start: int  # where the span would start without its qualifier
    qualifier: str = "exact"
    kind: str = "count"  # ``count``, ``percent``, ``money``, ``age``, ``measure`` or ``duration``
    unit: str | None = None

    @property
    def value(self) -> Decimal:
        """The printed value; of a range its lower end."""
        return self.number.value

    @property
    def is_qualified(self) -> bool:
        """Whether a qualifier comes before the number."""
        return self.start != self.bare_start

    @property
    def interval(self) -> Interval:
        """The interval of its words, taken literally."""
        return printed_interval(self.qualifier, self.number.value, self.number.upper)

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of a claim that it determines."""
        interval = self.interval
        return {
            "value": self.value,
            "low": interval.low,
            "high": interval.high,
            "low_open": interval.low_open,
            "high_open": interval.high_open,
            "qualifier": self.qualifier,
            "kind": self.kind,
            "unit": self.unit,
        }


def as_percentage(amount: Amount) -> Amount:
    """A share as a percentage; one in words is approximate ("a third") unless it is qualified ("more than half")."""
    number = evolve(amount.number, value=round(amount.value * _HUNDREDTHS, _DECIMALS))
    qualifier = "about" if amount.qualifier == "exact" else amount.qualifier
    return evolve(amount, number=number, kind="percent", unit="%", qualifier=qualifier)


def amount_around(
    number: PrintedNumber, folded: str, grammar: Grammar, *, done: int = 0, signed: frozenset[str] = _MAY_BE_NEGATIVE
) -> Amount:
    """The amount that a number of a folded text is the core of; the amount before it ends at `done`.

    A minus sign makes amounts of the `signed` kinds negative; before a count it may be the mark of a list.
    """
    amount = _with_its_unit(number, folded, grammar, done)
    if amount.kind == "count":
        amount = _with_unit_of_next(amount, folded, grammar)
    if amount.kind == "money":
        amount = _with_one_before(_with_hundredths(amount, folded, grammar), folded, grammar)
    if amount.kind == "duration":
        amount = _with_smaller_unit(amount, folded, grammar)
    if amount.kind != "count":
        amount = _as_range_of_unit(amount, folded, grammar)
    if amount.kind in signed:
        amount = _below_zero(amount, folded)
    return _qualified_before(amount, folded, grammar)


def _with_its_unit(number: PrintedNumber, folded: str, grammar: Grammar, done: int = 0) -> Amount:
    """The number with the currency before it, or with the unit after it: "$5", "5 km"."""
    after = grammar.numbers.unit_after.match(folded, number.end)
    unit = grammar.amounts.units[" ".join(after.group(1).split())] if after else None
    sign = grammar.numbers.sign_at(folded, number.start)
    if sign and done <= number.start - len(sign.group()):
        start = number.start - len(sign.group())
        named = after is not None and unit is not None and unit.kind == "money" and not unit.is_sign
        before = grammar.amounts.units[" ".join(sign.group(1).split())]
        end = after.end() if after and named else number.end
        return Amount(_multiplied(number, before.times), start, end, start, kind="money", unit=before.symbol)
    if after is None or unit is None:
        return _money_named_before(number, folded, grammar) or _opened_by_unit(number, folded, grammar)
    number = _multiplied(number, unit.times)
    kind, symbol = unit.kind, unit.symbol
    if weight := _weight(number, after, folded, grammar):
        kind, symbol = "measure", weight
    amount = Amount(number, number.start, after.end(), number.start, kind=kind, unit=symbol)
    if half := grammar.amounts.half.match(folded, amount.end):
        return _with_half_unit(amount, half.end())
    return _scaled_after_sign(amount, folded, grammar) if unit.is_sign else amount


def _weight(number: PrintedNumber, unit: re.Match[str], folded: str, grammar: Grammar) -> str | None:
    """The unit of weight that a name of money after the number means there: "60 pounds of rice"."""
    weight = grammar.language.weights.get(unit.group(1))
    if weight is None or number.scale >= _LEAST_LARGE_SCALE:
        return None
    left = folded[max(0, number.start - LEFT_REACH) : number.start]
    return (
        weight if grammar.nouns.link.match(folded, unit.end()) or grammar.amounts.weighing_before.search(left) else None
    )


def _multiplied(number: PrintedNumber, times: Decimal) -> PrintedNumber:
    if times == 1:
        return number
    return evolve(number, value=number.value * times, upper=None if number.upper is None else number.upper * times)


def _money_named_before(number: PrintedNumber, folded: str, grammar: Grammar) -> Amount | None:
    """Money whose name comes before digits that count nothing else: "ringgit 42 million"."""
    match = (
        None
        if number.in_words
        else grammar.amounts.name_before.search(folded[max(0, number.start - LEFT_REACH) : number.start])
    )
    if match is None or not _ends_there(folded, number.end, grammar):
        return None
    start = number.start - len(match.group())
    return Amount(
        number,
        start,
        number.end,
        start,
        kind="money",
        unit=grammar.amounts.units[" ".join(match.group(1).split())].symbol,
    )


def _ends_there(folded: str, end: int, grammar: Grammar, *, may_go_on: bool = True) -> bool:
    """Whether no noun follows that the number may count; where the sentence may not go on, no word at all."""
    following = _FOLLOWING.match(folded, end) if may_go_on else None
    return following.group(1) in grammar.nouns.ends if following else bool(_NOTHING_MORE.match(folded, end))


def _with_unit_of_next(amount: Amount, folded: str, grammar: Grammar) -> Amount:
    """The amount with the unit, and the scale, that it shares with the one right after it: "từ 4,8 lên 5,3%"."""
    link = grammar.amounts.step_to.match(folded, amount.end)
    following = number_from(folded, link.end(), grammar.numbers) if link else None
    if following is None:
        return amount
    other, number = _with_its_unit(following, folded, grammar), amount.number
    if other.kind not in _SHARED_UNITS or other.start != following.start:
        return amount
    if number.scale == 1 and following.scale > 1:
        number = evolve(number, value=number.value * following.scale, scale=following.scale)
    return evolve(amount, number=number, kind=other.kind, unit=other.unit)


def _with_half_unit(amount: Amount, end: int) -> Amount:
    """The amount and half of its unit ("ba tháng rưỡi"); a number with a scale word is not meant so precisely."""
    if amount.number.scale != 1 or not amount.number.is_whole:
        return amount
    return evolve(amount, number=evolve(amount.number, value=amount.number.value + Decimal("0.5")), end=end)


def _opened_by_unit(number: PrintedNumber, folded: str, grammar: Grammar) -> Amount:
    """The number with the measure before it ("magnitude 6.1"), or the line's first word ("Per cent of 22")."""
    start = number.start
    if unit := grammar.amounts.measure_before.search(folded[max(0, start - LEFT_REACH) : start]):
        symbol = grammar.language.measures_before[" ".join(unit.group(1).split())]
        opening = start - len(unit.group())
        return Amount(number, opening, number.end, opening, kind="measure", unit=symbol)
    match = grammar.amounts.percent_before.before(folded, start)
    opening = start - len(match.group()) if match else start
    if match and _opens(folded, opening):
        return Amount(number, opening, number.end, opening, kind="percent", unit="%")
    return Amount(number, start, number.end, start)


def _opens(folded: str, position: int) -> bool:
    left = folded[max(0, position - 3) : position].strip(" ")
    return not left or left[-1] in ".;:!?\r\n"


def _scaled_after_sign(amount: Amount, folded: str, grammar: Grammar) -> Amount:
    """The amount with a scale word after its currency ("75 USD million")."""
    number = amount.number
    found = scaled(folded, amount.end, number.value, grammar.numbers.words) if number.scale == 1 else None
    if found is None or found.scale < _LEAST_LARGE_SCALE:
        return amount
    number = evolve(number, end=found.end, value=found.value, scale=found.scale)
    return evolve(amount, number=number, end=found.end)


def _with_hundredths(amount: Amount, folded: str, grammar: Grammar) -> Amount:
    """The amount with its hundredth parts ("2 đô la và 23 xen", "20 rupees 43")."""
    number = amount.number
    joint = grammar.amounts.parts_joint.match(folded, amount.end)
    if joint is None or number.scale >= _LEAST_LARGE_SCALE or number.upper is not None or not number.is_whole:
        return amount
    parts = number_from(folded, joint.end(), grammar.numbers)
    if parts is None or not 0 < parts.value < _HUNDREDTHS or not parts.is_whole:
        return amount
    name = grammar.amounts.part_after.match(folded, parts.end)
    if name is None and not _ends_there(folded, parts.end, grammar, may_go_on=joint.group().isspace()):
        return amount
    end = name.end() if name else parts.end
    return evolve(amount, number=evolve(number, end=parts.end, value=number.value + parts.value / _HUNDREDTHS), end=end)


def _with_one_before(amount: Amount, folded: str, grammar: Grammar) -> Amount:
    """The hundredth parts with the one whole before them: "a dollar and 42 cents"."""
    if (
        amount.unit not in grammar.amounts.parts
        or not 0 < amount.value < _HUNDREDTHS
        or amount.number.upper is not None
    ):
        return amount
    match = grammar.amounts.one_before.search(folded[max(0, amount.start - LEFT_REACH) : amount.start])
    if match is None:
        return amount
    start, number = amount.start - len(match.group()), amount.number
    unit = grammar.amounts.units[" ".join(match.group(1).split())].symbol
    number = evolve(number, start=start, value=1 + number.value / _HUNDREDTHS)
    return evolve(amount, number=number, start=start, bare_start=start, unit=unit)


def _with_smaller_unit(amount: Amount, folded: str, grammar: Grammar) -> Amount:
    """The time with what a smaller unit adds, in that unit: "12 năm 6 tháng"."""
    number = amount.number
    joint = grammar.amounts.parts_joint.match(folded, amount.end)
    added = number_from(folded, joint.end(), grammar.numbers) if joint and number.upper is None else None
    if added is None:
        return amount
    other = _with_its_unit(added, folded, grammar)
    share = _OF_LARGER.get((str(amount.unit), str(other.unit)))
    if other.kind != "duration" or share is None or not 0 < added.value < share:
        return amount
    number = evolve(number, end=added.end, value=number.value * share + added.value)
    return evolve(amount, number=number, end=other.end, unit=other.unit)


def _as_range_of_unit(amount: Amount, folded: str, grammar: Grammar) -> Amount:
    """The amount as the lower end of a range, where one of the same unit follows ("5% đến 7%")."""
    position = grammar.numbers.range_link(folded, amount.start, amount.end)
    if position is None or amount.number.upper is not None:
        return amount
    sign = grammar.amounts.sign.match(folded, position)
    upper = number_from(folded, sign.end() if sign else position, grammar.numbers)
    if upper is None:
        return amount
    other = _with_its_unit(upper, folded, grammar)
    value = amount.number.value
    if amount.number.scale == 1 and value < upper.value / upper.scale:
        value *= upper.scale
    if (other.kind, other.unit) != (amount.kind, amount.unit) or value >= upper.value:
        return amount
    number = evolve(amount.number, end=upper.end, value=value, upper=upper.value)
    return evolve(amount, number=number, end=other.end)


def _below_zero(amount: Amount, folded: str) -> Amount:
    """The amount below zero where a minus sign precedes it: "-5 °C"."""
    if not _MINUS.search(folded, max(0, amount.start - 2), amount.start):
        return amount
    start, number = amount.start - 1, amount.number
    return evolve(amount, number=evolve(number, value=-number.value, start=start), start=start, bare_start=start)


def _qualified_before(amount: Amount, folded: str, grammar: Grammar) -> Amount:
    """The amount with the qualifier before it: "more than 20"."""
    match = grammar.numbers.qualifier_at(folded, amount.start)
    if match is None:
        return amount if amount.number.qualifier is None else evolve(amount, qualifier=amount.number.qualifier)
    start = amount.start - len(match.group())
    if folded[max(0, start - LEFT_REACH) : start].rstrip()[-1:].isdigit():  # "138 trên 183" is a rank among 183
        return amount
    words = " ".join((match.group(1) or match.group(2)).split())
    return evolve(amount, start=start, qualifier=amount.number.qualifier or grammar.amounts.qualifiers[words])


def qualified_after(amount: Amount, folded: str, end: int, grammar: Grammar) -> Amount:
    """The amount with the qualifier after its noun, at `end` ("10.000 người trở lên")."""
    if amount.number.upper is not None:
        return evolve(amount, qualifier="range")
    may_follow = amount.qualifier in ("exact", "about") and amount.number.qualifier is None
    after = grammar.amounts.qualifier_after.match(folded, end) if may_follow else None
    return evolve(amount, qualifier=grammar.amounts.qualifiers[" ".join(after.group(1).split())]) if after else amount
