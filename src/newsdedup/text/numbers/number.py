"""A number as a text prints it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import field, frozen

LARGEST: Final = Decimal(10) ** 18  # larger numbers are not read


MOST_DIGITS: Final = 15  # longer runs of digits are identifiers


def count_in_digits(printed: str) -> int | None:
    """The value of a run of digits; None of one that is too long to be a number.

    Examples
    --------
    >>> count_in_digits("12"), count_in_digits("7" * 5000)
    (12, None)
    """
    return int(printed) if len(printed) <= MOST_DIGITS else None


def _without_empty_fraction(value: Decimal) -> Decimal:
    """The same value, a whole number without a fraction: 1.5 times a million is 1500000, not 1500000.0."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _upper_end(value: Decimal | None) -> Decimal | None:
    return None if value is None else _without_empty_fraction(value)


@frozen(slots=False)  # made in half the time, and many are made
class PrintedNumber:
    """A number as printed."""

    start: int  # offset in the plain text
    end: int  # with its scale word
    value: Decimal = field(converter=_without_empty_fraction)  # for a range the lower end
    upper: Decimal | None = field(default=None, converter=_upper_end)  # the upper end of a range
    in_words: bool = False  # whether it starts with a word
    is_share: bool = False  # whether it is a share of something ("1/3", "two thirds")
    scale: int = 1  # the scale word that multiplies all of it, else 1
    qualifier: str | None = None  # what the words of the number itself say ("dozens": ``at_least``)
    unit: str | None = None  # the unit of a measure that is printed within the number ("1m68")
    out_of: int | None = None  # for a share in digits that may also be a count, what it is divided by ("7/11 victims")

    @property
    def is_whole(self) -> bool:
        """Whether the value is an integer; a remainder cannot be formed of very large ones."""
        return self.value == self.value.to_integral_value()
