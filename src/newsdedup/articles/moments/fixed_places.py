"""Dates in the forms whose parts have fixed places: most dates, and read in a fraction of the time of a pattern.

The parts are put together as ISO 8601 writes them, whose reader checks them.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from newsdedup.articles.moments.digits import of_digits
from newsdedup.articles.moments.marks import marks_of
from newsdedup.articles.moments.zones import ZONE_SUFFIXES, in_zone
from newsdedup.languages import forgotten_with_languages, known_languages

_ENGLISH: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_NUMBERS: Final = {name: f"{month:02}" for month, name in enumerate(_ENGLISH, 1)}
_DATE_STROKES: Final = ("/", "-", ".")
_GAPS: Final = (" ", " | ", ", ", " - ")  # between day and time


def in_fixed_places(text: str, month_first: bool) -> datetime | date | None:
    """A date in ISO 8601, RFC 822, digits, or numbers with the day first; None, ValueError or KeyError for others."""
    if text[4:5] == "-":
        if len(text) == 10:
            return date.fromisoformat(text)
        if text[10:11] in ("T", " ") and text[13:14] != ".":  # 08.30 is no fraction of an hour
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
        weekday, _, rest = text.partition(", ")
        if weekday not in _weekdays():
            return _named_form(text)
        text = rest
    return _numbers_form(text) if text[1:2] in _DATE_STROKES or text[2:3] in _DATE_STROKES else _named_form(text)


def _rfc_822(text: str) -> datetime:
    """Sat, 14 Jun 2025 08:00:00 +0700."""
    if text[19:20] != ":":
        raise ValueError(text)
    zone = text[26:]
    offset = zone if zone[:1] in ("+", "-") else ZONE_SUFFIXES[zone]
    return datetime.fromisoformat(f"{text[12:16]}-{_MONTH_NUMBERS[text[8:11]]}-{text[5:7]}T{text[17:25]}{offset}")


def _numbers_form(text: str) -> datetime | date | None:
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
    if len(text) == 16 and text[10] == " " and text[13] == ":":
        return datetime.fromisoformat(f"{day}T{text[11:]}")
    return _with_clock(day, text)


def _with_clock(day: str, text: str) -> datetime | None:
    """A time after a day of ten characters."""
    start = text.find(":", 12, 16) - 2
    return _at_time(day, text[start:]) if text[10:start] in _GAPS else None


def _named_form(text: str) -> datetime | date | None:
    """14 Jun 2025, 14 tháng 6 năm 2025, or June 14, 2025 8:00 AM EDT."""
    words = text.split(" ", 3)
    if len(words) < 3:
        return None
    if words[1] in _month_words():
        year_word, _, year = words[-1].partition(" ")
        return date.fromisoformat(f"{year}-{words[2]:0>2}-{words[0]:0>2}") if year_word in _year_words() else None
    first, second, year = words[0], words[1], words[2].rstrip(",")
    months = _months()
    if first in months:
        day = f"{year}-{months[first]}-{second.rstrip(','):0>2}"
    else:
        day = f"{year}-{months[second]}-{first:0>2}"
    return _at_time(day, words[3]) if len(words) > 3 else date.fromisoformat(day)


def _at_time(day: str, text: str) -> datetime | None:
    """08:00:00 SA (GMT+7), on a day in ISO 8601."""
    if text[1:2] == ":":
        text = f"0{text}"
    if text[2:3] != ":":
        return None
    end = 8 if text[5:6] == ":" else 5
    moment = datetime.fromisoformat(f"{day}T{text[:end]}")
    if len(text) == end:
        return moment
    marks = marks_of(text[end:])
    if marks is None or text[end] in ".,":
        return None
    moment = moment if marks.first_hour is None else moment.replace(hour=marks.hour(moment.hour))
    return in_zone(moment, marks.zone) if marks.zone else moment


@forgotten_with_languages
@functools.cache
def _months() -> Mapping[str, str]:
    """Names of months in all languages, in the ways in which the first letter is written, and their two digits."""
    tables = [language.dates.months for language in known_languages().values()]
    return {
        written: f"{month:02}"
        for months in tables
        for name, month in months.items()
        for written in (name, name.capitalize(), name.upper())
    }


@forgotten_with_languages
@functools.cache
def _month_words() -> frozenset[str]:
    return frozenset(word for language in known_languages().values() for word in language.dates.month_words)


@forgotten_with_languages
@functools.cache
def _year_words() -> frozenset[str]:
    return frozenset(word for language in known_languages().values() for word in language.dates.year_words)


@forgotten_with_languages
@functools.cache
def _weekdays() -> frozenset[str]:
    """Names of weekdays in all languages, in all ways to write their first letters."""
    names = {name for language in known_languages().values() for name in language.dates.weekdays}
    return frozenset(written for name in names for written in (name, name.capitalize(), name.title(), name.upper()))
