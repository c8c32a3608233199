"""The years of news."""

from __future__ import annotations

from datetime import date
from typing import Final, TypeVar

FIRST_YEAR: Final = 1600  # the first newspaper is of 1605
LAST_YEAR: Final = 2200

AnyDay = TypeVar("AnyDay", bound=date)


def plausible(moment: AnyDay) -> AnyDay | None:
    """The moment, or None if its year is not one of news: 0001 and 9999 stand for "unknown" in many databases."""
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None
