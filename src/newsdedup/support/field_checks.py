"""What a field of a value may be: checks for attrs fields, with errors that say which field of which part it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, Final

import numpy as np

from newsdedup.support.errors import InputError, in_message

LARGEST_COUNT: Final = 2**53 - 1  # of whole numbers: what JSON of other programs holds, too
_DAY: Final = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", re.ASCII)
_MONTH_OF_YEAR: Final = re.compile(r"(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2])", re.ASCII)
_YEAR_ALONE: Final = re.compile(r"\d{4}", re.ASCII)
_CLOCK: Final = re.compile(r"(?:[01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_ANY_LEAP_YEAR: Final = "2000"

FieldCheck = Callable[[Any, Any, Any], None]


class FieldError(InputError):
    """A field that has a value which it cannot have.

    Attributes
    ----------
    reason : str
    path : tuple of str and int
        The names and numbers that lead to the field, from the outermost value.

    Examples
    --------
    >>> str(FieldError("'abc' is not a number", "low").within(0).within("claims"))
    "claims[0].low: 'abc' is not a number"
    """

    def __init__(self, reason: str, *path: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = path

    def within(self, name: str | int) -> FieldError:
        """The error, of a field of the part with this name or number."""
        return FieldError(self.reason, name, *self.path)

    def __str__(self) -> str:
        path = "".join(f"[{one}]" if isinstance(one, int) else f".{one}" for one in self.path).removeprefix(".")
        return f"{path}: {self.reason}" if path else self.reason

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.reason, *self.path)


def one_of(*allowed: str | None) -> FieldCheck:
    """A check that a field has one of some values."""
    known = frozenset(allowed)

    def check(_instance: Any, attribute: Any, value: Any) -> None:
        if not isinstance(value, str | None) or value not in known:
            names = ", ".join("null" if one is None else one for one in allowed)
            raise FieldError(f"{in_message(value)} is not allowed: {names} are", attribute.name)

    return check


def at_least(least: int) -> FieldCheck:
    """A check that a field has a whole number, not less than this one."""

    def check(_instance: Any, attribute: Any, value: Any) -> None:
        if not _is_count(least, value):
            raise FieldError(f"{in_message(value)} is not a whole number from {least} on", attribute.name)

    return check


def _is_count(least: int, value: Any) -> bool:
    return isinstance(value, int | np.integer) and bool(least <= value <= LARGEST_COUNT)


def not_before_start(instance: Any, attribute: Any, value: Any) -> None:
    """A check that an offset is not before that of the beginning."""
    if not _is_count(instance.start, value):
        raise FieldError(f"{in_message(value)} is not an offset from start={instance.start} on", attribute.name)


def day_or_none(_instance: Any, attribute: Any, value: Any) -> None:
    """A check that a field has a day in ISO 8601, perhaps of an unknown year, or None."""
    if value is not None and not is_day(value):
        raise FieldError(f"{in_message(value)} is not a day such as '2025-06-14' or 'XXXX-06-14'", attribute.name)


def date_or_none(_instance: Any, attribute: Any, value: Any) -> None:
    """A check that a field has a day, a month, a year or a moment in ISO 8601, or two of them with a slash, or None."""
    if value is not None and not (isinstance(value, str) and all(map(_is_date, _both_ends(value)))):
        raise FieldError(f"{in_message(value)} is not a date such as '2025-06-14'", attribute.name)


def _both_ends(value: str) -> Collection[str]:
    return value.split("/") if value.count("/") == 1 else (value,)


def is_day(value: Any) -> bool:
    """Whether a value is a day of the calendar in ISO 8601; the year may be ``XXXX``.

    Examples
    --------
    >>> [is_day(one) for one in ("2025-06-14", "XXXX-02-29", "2025-13-45", "2025-6-1")]
    [True, True, False, False]
    """
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return False
    year, month, day = found.groups()
    try:
        date(int(_ANY_LEAP_YEAR if year == "XXXX" else year), int(month), int(day))
    except ValueError:
        return False
    return True


def _is_date(value: str) -> bool:
    day, _, clock = value.partition("T")
    if clock:
        return is_day(day) and bool(_CLOCK.fullmatch(clock))
    return "T" not in value and (is_day(day) or bool(_MONTH_OF_YEAR.fullmatch(day) or _YEAR_ALONE.fullmatch(day)))
