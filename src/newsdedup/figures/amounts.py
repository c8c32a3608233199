"""Amounts: numbers with the sign, the unit and the qualifier that belong to them."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve, frozen

from newsdedup.figures.grammar import Grammar
from newsdedup.figures.numbers import Number
from newsdedup.figures.quantity import Interval, printed_interval

_LEFT_REACH = 40  # characters in which a qualifier may stand
_SIGN_REACH = 12
_CURRENCY_REACH = 6
_SIGNED = frozenset({"measure", "percent"})  # kinds that may lie below zero


@frozen
class Amount:
    """A number as printed, with all that belongs to it.

    Attributes
    ----------
    number : Number
        Value and place of the number itself, its scale word included.
    start, end : int
        The whole span: qualifier, currency before it, number, unit after it.
    bare_start : int
        Where the span would start without its qualifier.
    qualifier : str
    kind : str
        ``count``, ``percent``, ``money``, ``age``, ``measure`` or ``duration``.
    unit : str or None
    """

    number: Number
    start: int
    end: int
    bare_start: int
    qualifier: str = "exact"
    kind: str = "count"
    unit: str | None = None

    @property
    def value(self) -> Decimal:
        """The printed value; of a range its lower end."""
        return self.number.value

    @property
    def is_qualified(self) -> bool:
        """Whether words before the number say how it is meant."""
        return self.start != self.bare_start

    @property
    def interval(self) -> Interval:
        """What the words say, taken literally."""
        return printed_interval(self.qualifier, self.number.value, self.number.upper)


def amount_of(number: Number, folded: str, grammar: Grammar) -> Amount:
    """The amount that a number of a folded text is the core of."""
    amount = _below_zero(_with_unit(number, folded, grammar), folded, grammar)
    return _qualified_before(amount, folded, grammar)


def _with_unit(number: Number, folded: str, grammar: Grammar) -> Amount:
    """Currency before the number, or whatever unit follows it."""
    sign = grammar.currency_before.search(folded[max(0, number.start - _CURRENCY_REACH) : number.start])
    if sign:
        money = next(units for units in grammar.units if units.kind == "money")
        start = number.start - len(sign.group())
        return Amount(number, start, number.end, start, kind="money", unit=money.symbol(sign.group(1)))
    for units in grammar.units:
        if match := units.after.match(folded, number.end):
            symbol = units.symbol(match.group().strip(" -"))
            return Amount(number, number.start, match.end(), number.start, kind=units.kind, unit=symbol)
    return Amount(number, number.start, number.end, number.start)


def _below_zero(amount: Amount, folded: str, grammar: Grammar) -> Amount:
    """The amount below zero where a sign or a word before it says so."""
    if amount.kind not in _SIGNED:
        return amount
    match = grammar.minus_before.search(folded[max(0, amount.start - _SIGN_REACH) : amount.start])
    if match is None:
        return amount
    start = amount.start - len(match.group())
    return evolve(amount, number=evolve(amount.number, value=-amount.value, start=start), start=start, bare_start=start)


def _qualified_before(amount: Amount, folded: str, grammar: Grammar) -> Amount:
    """The amount with the qualifier left of it."""
    left = folded[max(0, amount.start - _LEFT_REACH) : amount.start]
    match = grammar.qualifier_before.search(left)
    if match is None or left[: match.start()].rstrip()[-1:].isdigit():  # "138 trên 183" is a rank among 183
        return amount
    qualifier = grammar.qualifiers[" ".join(match.group(1).split())]
    return evolve(amount, start=amount.start - len(match.group()), qualifier=qualifier)


def qualified_after(amount: Amount, folded: str, end: int, grammar: Grammar) -> Amount:
    """The amount with the qualifier that stands after its noun, at `end` ("10.000 người trở lên")."""
    if amount.number.upper is not None:
        return evolve(amount, qualifier="range")
    after = grammar.qualifier_after.match(folded, end) if amount.qualifier == "exact" else None
    return evolve(amount, qualifier=grammar.qualifiers[" ".join(after.group(1).split())]) if after else amount
