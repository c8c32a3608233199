"""When something was published, from the value that a source gives, of whatever type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import numpy as np

from newsdedup.articles.moments.digits import of_number
from newsdedup.articles.moments.plausible import FIRST_YEAR, LAST_YEAR, plausible
from newsdedup.articles.moments.written import LONGEST, of_any_form, of_text, plain_text
from newsdedup.support.errors import as_text

_STRUCT_TIME_LENGTH: Final = 9  # a time.struct_time is a list of nine numbers in JSON
_COARSE_UNITS: Final = ("Y", "M", "W")  # of numpy.datetime64


def moment_of(value: Any, *, month_first: bool = False) -> datetime | date | None:
    """A value as a moment, or as a day without a time; None if it is neither.

    Read are ISO 8601; RFC 822; the usual written forms in the languages of the tables, with the time before or
    after the date ("08:00 | 14/06/2025", "Thứ Bảy, 14/6/2025, 08:00 SA (GMT+7)", "14 tháng 6 năm 2025",
    "June 14, 2025 8:00 AM EDT"); digits (YYYYMMDD to YYYYMMDDhhmmss; seconds, milliseconds, microseconds or
    nanoseconds since 1970: `newsdedup.articles.moments.digits` has the rule); ``datetime``, ``date``,
    ``time.struct_time`` (UTC), and the types of NumPy, pandas, PyArrow and Polars. It reads what `iso_format` writes.

    Parameters
    ----------
    value : object
        What the source gives. It never raises: what is not a date gives None, at once.
    month_first : bool
        Whether 06/07/2025 is June 7; a date that can only be read in one order is read in that one.

    Returns
    -------
    datetime, date or None
        A moment has the offset that is written, that of the name of its zone, or none. The machine's own zone and
        locale have no part in it. Years before 1600 or after 2200 are not those of news: None.

    Examples
    --------
    >>> moment_of("14/6/2025")
    datetime.date(2025, 6, 14)
    >>> moment_of("08:00 SA | 14/06/2025 (GMT+7)").isoformat()
    '2025-06-14T08:00:00+07:00'
    """
    if type(value) is str:
        return of_text(value, month_first)
    try:
        return _of_object(value, month_first)
    except (ValueError, TypeError, OverflowError, ArithmeticError, AttributeError):  # types of other libraries
        return None


def iso_format(moment: datetime | date | None) -> str | None:
    """A moment, or a day without a time, in ISO 8601."""
    return moment.isoformat() if moment else None


def unknown_zone(value: Any) -> str | None:
    """The name of the time zone in a written date, if the table of zones does not have it.

    `moment_of` gives such a moment without a zone; the caller may report the name.

    Examples
    --------
    >>> moment_of("14/06/2025 08:00 XYZ"), unknown_zone("14/06/2025 08:00 XYZ"), unknown_zone("14/06/2025 08:00 ICT")
    (datetime.datetime(2025, 6, 14, 8, 0), 'XYZ', None)
    """
    if not isinstance(value, str) or len(value) > LONGEST or value.lower() == value:  # a name has capitals
        return None
    return of_any_form(plain_text(value), False)[1]


def _of_object(value: Any, month_first: bool) -> datetime | date | None:
    """A value of another type than text."""
    if value is None or isinstance(value, bool | np.bool_) or value != value:  # also NaN and NaT
        return None
    if isinstance(value, datetime):
        return plausible(value.to_pydatetime(warn=False) if hasattr(value, "to_pydatetime") else value)
    if isinstance(value, date):
        return plausible(value)
    if isinstance(value, int | float):
        return of_number(value)
    if isinstance(value, np.integer):
        return of_number(int(value))
    if isinstance(value, np.floating | Decimal | Fraction):
        return of_number(float(value))
    if isinstance(value, np.datetime64):
        return _of_datetime64(value)
    if isinstance(value, bytes | bytearray):
        return of_text(value[: LONGEST + 1].decode(), month_first)
    if hasattr(value, "as_py"):  # a scalar of PyArrow
        return moment_of(value.as_py(), month_first=month_first)
    if isinstance(value, tuple | list):
        return _of_struct_time(value)
    if isinstance(value, Mapping):  # as MongoDB exports a date
        return moment_of(value["$date"], month_first=month_first) if set(value) == {"$date"} else None
    return of_text(as_text(value) or "", month_first)


def _of_datetime64(value: np.datetime64) -> datetime | date | None:
    """A time of NumPy; one of a whole month or year is not a day."""
    unit = np.datetime_data(value.dtype)[0]
    if unit in _COARSE_UNITS:
        return None
    if not FIRST_YEAR <= value.astype("datetime64[Y]").astype(int) + 1970 <= LAST_YEAR:  # else microseconds overflow
        return None
    moment: datetime | date = value.astype("datetime64[D]" if unit == "D" else "datetime64[us]").item()
    return moment


def _of_struct_time(value: Any) -> datetime | None:
    """A ``time.struct_time``, or the list that JSON makes of it, in UTC, as feedparser gives it."""
    if len(value) != _STRUCT_TIME_LENGTH or not all(type(part) is int for part in value):
        return None
    year, month, day, hour, minute, second = value[:6]
    return plausible(datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC))
