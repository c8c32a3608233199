"""When something was published: a moment or a day without a time, from the value that a source gives."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any, Final

_YEAR_FIRST: Final = re.compile(r"\d{4}\D")
_ZONE_NAME: Final = re.compile(r"\b(?:GMT|UTC)\s*(?=[+-]\s?\d)", re.IGNORECASE)
_SECONDS_FROM: Final = 10**8  # 1973
_MILLISECONDS_FROM: Final = 10**11


def moment_of(value: Any) -> datetime | date | None:
    """A value as a moment, or as a day without a time; None if it is neither.

    It reads what `iso_format` writes.

    Examples
    --------
    >>> moment_of("14/6/2025")
    datetime.date(2025, 6, 14)
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.to_pydatetime(warn=False) if hasattr(value, "to_pydatetime") else value
    if isinstance(value, date):
        return value
    if isinstance(value, int | float):
        return _epoch(value)
    text = str(value).strip()
    if text.isdecimal() and len(text) > len("20250614"):
        return _epoch(int(text))
    try:
        return date.fromisoformat(text) if len(text) in (8, 10) else datetime.fromisoformat(text)
    except ValueError:
        return _written(text)


def iso_format(moment: datetime | date | None) -> str | None:
    """A moment, or a day without a time, in ISO 8601."""
    return moment.isoformat() if moment else None


def _epoch(seconds: float) -> datetime | None:
    """Seconds, or milliseconds, since 1970; smaller numbers are not times of news."""
    if seconds > _MILLISECONDS_FROM:
        seconds /= 1000
    return datetime.fromtimestamp(seconds, UTC) if _SECONDS_FROM <= seconds <= _MILLISECONDS_FROM else None


def _written(text: str) -> datetime | date | None:
    """A written date, the day before the month; None unless it has day, month and year."""
    from dateutil import parser

    text = _ZONE_NAME.sub("", text)  # "GMT+7" is seven hours ahead; for POSIX, and so for dateutil, it is behind
    try:
        readings: list[datetime] = [
            parser.parse(text, dayfirst=not _YEAR_FIRST.match(text), fuzzy=True, default=default)
            for default in (datetime(2000, 1, 1, 1, 1), datetime(2001, 2, 2, 2, 2))
        ]
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    one, other = readings  # parts that differ were not written
    if one.date() != other.date():
        return None
    return one if one.time() == other.time() else one.date()
