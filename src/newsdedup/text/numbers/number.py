"""A number as a text prints it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import field, frozen
from attrs.converters import optional

LARGEST: Final = Decimal(10) ** 18  # larger numbers are not read


def _without_empty_fraction(value: Decimal) -> Decimal:
    """The same value, a whole number without a fraction: 1.5 times a million is 1500000, not 1500000.0."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


@frozen
class PrintedNumber:
    """A number as printed.

    Attributes
    ----------
    start, end : int
        Its offsets in the plain text, scale word included.
    value : Decimal
        For a range the lower end.
    upper : Decimal or None
        The upper end of a range.
    in_words : bool
        Whether it starts with a word.
    is_share : bool
        Whether it is a share of something ("1/3", "two thirds").
    scale : int
        The scale word that multiplies all of it, else 1.
    out_of : int or None
        For a share in digits that may also be a count, what it is divided by ("7/11 victims").
    """

    start: int
    end: int
    value: Decimal = field(converter=_without_empty_fraction)
    upper: Decimal | None = field(default=None, converter=optional(_without_empty_fraction))
    in_words: bool = False
    is_share: bool = False
    scale: int = 1
    out_of: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the value is an integer; a remainder cannot be formed of very large ones."""
        return self.value == self.value.to_integral_value()
