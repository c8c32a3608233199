"""Interval algebra: what a printed number with its qualifier says about the true value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final

from attrs import field, frozen

OPEN_BELOW: Final = frozenset({"nearly", "less_than", "at_most"})
OPEN_ABOVE: Final = frozenset({"more_than", "at_least"})

_TOLERANCE: Final = Decimal("0.05")  # "about v" means v ± 5 %; v is not rounded by more
_NEARLY: Final = Decimal("0.9")  # "nearly v" is not read below 0.9 v when figures are reconciled
_LEAST_ROUNDED: Final = 100


@frozen
class Interval:
    """An interval of numbers; an end that is None is unbounded, and then open.

    Examples
    --------
    >>> more_than = Interval(low=Decimal(10000), low_open=True)
    >>> str(more_than), Decimal(11000) in more_than
    ('(10000, ∞)', True)
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = field(default=False)
    high_open: bool = field(default=False)

    def __attrs_post_init__(self) -> None:
        # An unbounded end is open whatever the caller passes, so that equal intervals compare equal.
        if self.low is None:
            object.__setattr__(self, "low_open", True)
        if self.high is None:
            object.__setattr__(self, "high_open", True)

    def __contains__(self, value: Decimal) -> bool:
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below

    @property
    def is_empty(self) -> bool:
        """Whether no value lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def closure_contains(self, value: Decimal) -> bool:
        """Whether `value` lies in the interval or on one of its ends."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def intersect(self, other: Interval) -> Interval:
        """The values that lie in both; may be empty."""
        low, low_open = self.low, self.low_open
        if low is None or (other.low is not None and (other.low, other.low_open) > (low, low_open)):
            low, low_open = other.low, other.low_open
        high, high_open = self.high, self.high_open
        if high is None or (other.high is not None and (other.high, not other.high_open) < (high, not high_open)):
            high, high_open = other.high, other.high_open
        return Interval(low, high, low_open, high_open)

    def __str__(self) -> str:
        return self.written(lambda value: f"{value.normalize():f}")

    def written(self, number: Callable[[Decimal], str]) -> str:
        """The interval in brackets, its ends put into words by `number`."""
        low = "−∞" if self.low is None else number(self.low)
        high = "∞" if self.high is None else number(self.high)
        return f"{'(' if self.low_open else '['}{low}, {high}{')' if self.high_open else ']'}"


EVERYTHING: Final = Interval()


def intersection(intervals: Iterable[Interval]) -> Interval:
    """The values that lie in all of them; every value where there are no intervals."""
    common = EVERYTHING
    for interval in intervals:
        common = common.intersect(interval)
    return common


def printed_interval(qualifier: str, value: Decimal, upper: Decimal | None = None) -> Interval:
    """What the words say, taken literally (`upper` is the second end of a range)."""
    if qualifier in OPEN_ABOVE:
        return Interval(low=value, low_open=qualifier == "more_than")
    if qualifier in OPEN_BELOW:
        return Interval(high=value, high_open=qualifier != "at_most")
    if qualifier == "about":
        margin = abs(value) * _TOLERANCE
        return Interval(value - margin, value + margin)
    return Interval(value, value if upper is None else upper)


def meant_interval(qualifier: str, value: Decimal, printed: Interval) -> Interval:
    """What the words mean when figures are reconciled: "nearly v" stays close to v."""
    if qualifier == "nearly" and value > 0:
        return Interval(value * _NEARLY, value, high_open=True)
    return printed


def rounding_interval(value: Decimal) -> Interval:
    """Values that a bare `value` may be the rounding of; `value` alone where it is not round."""
    if value < _LEAST_ROUNDED or value != value.to_integral_value():
        return Interval(value, value)
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    half = min(Decimal(10) ** zeros / 2, value * _TOLERANCE)
    return Interval(value - half, value + half, high_open=True) if zeros else Interval(value, value)


def printed_rounding(value: Decimal) -> Interval:
    """Values that the digits of a measured `value` may be the rounding of: 3.8 may be 3.77."""
    half = min(Decimal(10) ** -precision(value) / 2, abs(value) * _TOLERANCE)
    return Interval(value - half, value + half, high_open=True) if half else Interval(value, value)


def precision(value: Decimal) -> int:
    """How finely a value is printed: the exponent of its last digit that is not a zero."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # only NaN and infinity have none
    return -exponent
