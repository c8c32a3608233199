"""Dates that are written in digits alone: calendar readings (2025061408) and times since 1970 (1749888000).

A number has one meaning, by its count of digits:

====================  =============================================================================
digits                meaning
====================  =============================================================================
8                     YYYYMMDD
9                     seconds since 1970 (1973 to 2001)
10                    YYYYMMDDhh if it is a reading of the calendar from 1970 on, else seconds
12                    YYYYMMDDhhmm if it is a reading of the calendar from 1970 on, else milliseconds
13                    milliseconds
14                    YYYYMMDDhhmmss
15, 16                microseconds
17                    YYYYMMDDhhmmss and milliseconds
18, 19                nanoseconds
other counts          not a date
====================  =============================================================================

No second between 1973 and June 2032 is also a reading of the calendar (1 970 010 100 is the first such number).
Milliseconds of twelve digits, which lie before September 2001, are one between March and September 1976 alone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from newsdedup.articles.moments.plausible import plausible

_FIRST_SECOND: Final = 10**8  # 1973: smaller numbers are not times of news
_LAST_SECOND: Final = 7_289_654_400  # the end of the year 2200
_UNITS_PER_SECOND: Final = (1, 10**3, 10**6, 10**9)
_READINGS: Final = {8: "1600", 10: "1970", 12: "1970", 14: "1600", 17: "1600"}  # count of digits to the first year


def of_digits(digits: str) -> datetime | date | None:
    """What ASCII digits mean as a date; see the table of this module.

    Examples
    --------
    >>> of_digits("2025061408"), of_digits("1749888000")
    (datetime.datetime(2025, 6, 14, 8, 0), datetime.datetime(2025, 6, 14, 8, 0, tzinfo=datetime.timezone.utc))
    """
    count = len(digits)
    if not 8 <= count <= 19:
        return None
    first_year = _READINGS.get(count)
    if first_year and first_year <= digits[:4] <= "2200":
        reading = _calendar(digits)
        if reading is not None:
            return reading
    return None if count in (8, 14, 17) else since_1970(int(digits))


def of_number(number: float) -> datetime | date | None:
    """What a number means as a date: its digits, or a time since 1970 with a fraction."""
    if not _FIRST_SECOND / 10 <= number < 10**19:  # also NaN
        return None
    whole = int(number)
    return of_digits(str(whole)) if whole == number else since_1970(number)


def since_1970(number: float) -> datetime | None:
    """Seconds, milliseconds, microseconds or nanoseconds since 1970, by their size."""
    for per_second in _UNITS_PER_SECOND:
        if _FIRST_SECOND * per_second <= number < _LAST_SECOND * per_second:
            microseconds = number // 1000 if per_second == 10**9 else number * 10**6 / per_second
            return datetime.fromtimestamp(microseconds / 10**6, UTC)
    return None


def _calendar(digits: str) -> datetime | date | None:
    """Year, month, day, hour, minute, second and milliseconds, as many as there are."""
    fraction = f".{digits[14:]}" if len(digits) == 17 else ""
    try:
        if len(digits) == 8:
            return plausible(date.fromisoformat(digits))
        return plausible(datetime.fromisoformat(f"{digits[:8]}T{digits[8:14]}{fraction}"))
    except ValueError:
        return None
