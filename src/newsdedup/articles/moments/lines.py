"""The reading of a date line: day, time, part of the day and zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TypeAlias

from newsdedup.articles.moments.marks import NO_MARKS, marks_of
from newsdedup.articles.moments.patterns import NUMBERS, WITH_NAMES, WITH_STROKES, YEARS, DateLine, date_line, month_of
from newsdedup.articles.moments.zones import in_zone

Found: TypeAlias = tuple[datetime | date | None, str | None]  # the date, and the name of a zone that is not known


def in_lines(text: str, month_first: bool) -> Found | None:
    """A date in one of the common forms: none at all if the line has one of these, but more digits as well.

    None if the line has none of the forms.
    """
    result = None
    for key in WITH_STROKES if "/" in text else WITH_NAMES:
        line = date_line(*key)
        found = line.pattern.fullmatch(text)
        if found:
            result = _reading(line, found.groups(), month_first)
            if result[0]:
                return result
    return result


def _reading(line: DateLine, parts: tuple[str | None, ...], month_first: bool) -> Found:
    """The reading of a line; nothing if its numbers are not a date, or if digits are left over."""
    marks = rest = marks_of(parts[-1]) if parts[-1] else NO_MARKS
    if line.between is not None:
        marks = marks_of(parts[line.between] or "")
    day = _day(line, parts, month_first)
    if day is None or marks is None or rest is None:
        return None, None
    hour, minute, second, fraction = parts[line.clock : line.clock + 4]
    if hour is None:
        return day, None
    moment = _at_clock(day, marks.hour(NUMBERS.get(hour, 60)), minute, second, fraction)
    if moment is None:
        return None, None
    zone = marks.zone or rest.zone
    return in_zone(moment, zone) if zone else moment, marks.unknown_zone


def _day(line: DateLine, parts: tuple[str | None, ...], month_first: bool) -> date | None:
    """The day; where the month and the day can only be the other way round, they are."""
    name = parts[line.month] or ""
    day, month = NUMBERS.get(parts[line.day] or "", 0), NUMBERS.get(name) or month_of(name) or 0
    if month > 12 >= day or (month_first and line.is_numeric and day <= 12):
        day, month = month, day
    try:
        return date(YEARS[parts[line.year] or ""], month, day)
    except (KeyError, ValueError):
        return None


def _at_clock(day: date, hour: int, minute: str | None, second: str | None, fraction: str | None) -> datetime | None:
    """A time on a day; 24:00 is the end of the day, and a leap second is the second before it."""
    minutes = NUMBERS.get(minute, 60) if minute else 0
    seconds = NUMBERS.get(second, 61) if second else 0
    microseconds = int(fraction[:6].ljust(6, "0")) if fraction else 0
    try:
        if hour == 24 and minutes == seconds == 0:
            return datetime(day.year, day.month, day.day) + timedelta(days=1)
        return datetime(day.year, day.month, day.day, hour, minutes, min(seconds, 59), microseconds)
    except ValueError:
        return None
