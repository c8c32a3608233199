"""Dates in the forms whose parts have fixed places: most dates, and read in a fraction of the time of a pattern.

The parts are put together as ISO 8601 writes them, whose reader checks them.
"""

from __future__ import annotations

import functools
from datetime import date, datetime
from typing import Final

from newsdedup.articles.moments.digits import of_digits
from newsdedup.articles.moments.marks import marks_of
from newsdedup.articles.moments.zones import ZONE_SUFFIXES, in_zone
from newsdedup.languages import known_languages

_ENGLISH: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_NUMBERS: Final = {name: f"{month:02}" for month, name in enumerate(_ENGLISH, 1)}
_DATE_STROKES: Final = ("/", "-", ".")
_GAPS: Final = (" ", " | ", ", ", " - ")  # between day and time


def in_fixed_places(text: str, month_first: bool) -> datetime | date | None:
    """A date in ISO 8601, RFC 822, digits, or numbers with the day first; None, ValueError or KeyError for others."""
    if text[4:5] == "-":
        if len(text) == 10:
            return date.fromisoformat(text)
        if text[10:11] in ("T", " "):
            return datetime.fromisoformat(text)
    if text[3:5] == ", ":
        return _rfc_822(text if text[6:7] != " " else f"{text[:5]}0{text[5:]}")
    if text.isdecimal():
        return of_digits(text) if text.isascii() else None
    if month_first:
        return None
    if text[2:3] == ":" and text[-5:-4] == "/" and text[5:-10] in _GAPS:  # 08:00 | 14/06/2025
        return datetime.fromisoformat(f"{text[-4:]}-{text[-7:-5]}-{text[-10:-8]}T{text[:5]}")
    if text[:1] > "9":
        weekday, _, text = text.partition(", ")
        if weekday not in _weekdays():
            return None
    return _day_first_form(text)


def _rfc_822(text: str) -> datetime:
    """Sat, 14 Jun 2025 08:00:00 +0700."""
    zone = text[26:]
    offset = zone if zone[:1] in ("+", "-") else ZONE_SUFFIXES[zone]
    return datetime.fromisoformat(f"{text[12:16]}-{_MONTH_NUMBERS[text[8:11]]}-{text[5:7]}T{text[17:25]}{offset}")


def _day_first_form(text: str) -> datetime | date | None:
    """14/6/2025 - 08:00 SA (GMT+7)."""
    if text[1:2] in _DATE_STROKES:
        text = f"0{text}"
    stroke = text[2:3]
    if stroke not in _DATE_STROKES:
        return None
    if text[4:5] == stroke:
        text = f"{text[:3]}0{text[3:]}"
    if text[5:6] != stroke:
        return None
    day = f"{text[6:10]}-{text[3:5]}-{text[:2]}"
    if len(text) == 10:
        return date.fromisoformat(day)
    return _with_clock(day, text)


def _with_clock(day: str, text: str) -> datetime | None:
    """The time after a day of ten characters."""
    start = text.find(":", 12, 16) - 2
    if text[10:start] not in _GAPS:
        return None
    end = start + 8 if text[start + 5 : start + 6] == ":" else start + 5
    moment = datetime.fromisoformat(f"{day}T{text[start:end]}")
    if len(text) == end:
        return moment
    marks = marks_of(text[end:])
    if marks is None or text[end] in ".,":
        return None
    moment = moment if marks.first_hour is None else moment.replace(hour=marks.hour(moment.hour))
    return in_zone(moment, marks.zone) if marks.zone else moment


@functools.cache
def _weekdays() -> frozenset[str]:
    """Names of weekdays in all languages, in the ways in which the first letters are written, and short forms."""
    names = {name for language in known_languages().values() for name in language.dates.weekdays}
    return frozenset(written for name in names for written in (name, name.capitalize(), name.title(), name.upper()))
