"""Dates as sources write them: the common forms by compiled patterns, the rare ones by dateutil."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Final

from newsdedup.articles.moments.digits import of_digits, of_number
from newsdedup.articles.moments.marks import Marks, marks_of
from newsdedup.articles.moments.patterns import NUMBERS, YEARS, date_lines, month_of
from newsdedup.articles.moments.plausible import plausible
from newsdedup.articles.moments.zones import ZONE_SUFFIXES, in_zone, named_zone

LONGEST: Final = 100  # characters: a longer text is not a date
_MONTHS: Final = {  # of RFC 822
    "Jan": "01",
    "Feb": "02",
    "Mar": "03",
    "Apr": "04",
    "May": "05",
    "Jun": "06",
    "Jul": "07",
    "Aug": "08",
    "Sep": "09",
    "Oct": "10",
    "Nov": "11",
    "Dec": "12",
}
_PADDING: Final = " \t\r\n\f\v\0\N{NO-BREAK SPACE}"
_HYPHENS: Final = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
_NO_MARKS: Final = Marks()
_WITH_FRACTION: Final = re.compile(r"(\d{8,19})\.(\d{1,9})")
_NUMBER: Final = re.compile(r"[\d\s.,+-]*")
_YEAR_AT_START: Final = re.compile(r"\d{4}\D")
_DEFAULTS: Final = (datetime(2000, 1, 1, 1), datetime(2001, 2, 15, 2))  # no weekday brings them to one day
_POSIX_ZONE: Final = re.compile(r"\b(?:GMT|UTC)\s*(?=[+-]\s?\d)", re.IGNORECASE)


_Found = tuple[datetime | date | None, str | None]  # the date, and the name of a zone that is not known


def of_text(text: str, month_first: bool) -> datetime | date | None:
    """A written date as a moment or a day: the forms with fixed places first, which are most of all."""
    try:
        if text[4:5] == "-":
            if len(text) == 10:
                return plausible(date.fromisoformat(text))
            if text[10:11] in ("T", " "):
                return plausible(datetime.fromisoformat(text))
        elif text[3:5] == ", ":
            zone = text[26:]
            offset = zone if zone[:1] in ("+", "-") else ZONE_SUFFIXES[zone]
            return plausible(
                datetime.fromisoformat(f"{text[12:16]}-{_MONTHS[text[8:11]]}-{text[5:7]}T{text[17:25]}{offset}")
            )
        elif text[2:3] in ("/", "-", ".") and text[5:6] == text[2] and not month_first:
            if len(text) == 10:
                return plausible(date.fromisoformat(f"{text[6:]}-{text[3:5]}-{text[:2]}"))
            if text[10:11] == " ":
                return plausible(datetime.fromisoformat(f"{text[6:10]}-{text[3:5]}-{text[:2]}T{text[11:]}"))
    except (ValueError, KeyError):
        pass
    return of_any_form(text, month_first)[0]


def of_any_form(text: str, month_first: bool) -> _Found:
    """A date in any form, and the name of its time zone if that is not known."""
    bare = text.strip(_PADDING)
    if bare != text:
        return of_text(bare, month_first), None
    if len(text) > LONGEST or not text:
        return None, None
    if text[:8].isdigit() and text[8:9] in ("T", " "):
        return _basic(text), None
    if text.isdecimal() and text.isascii():
        return of_digits(text), None
    found = _in_lines(text, month_first)
    if found is not None:
        return found
    plain = plain_text(text)
    return _rare(text, month_first) if plain == text else (of_text(plain, month_first), None)


def _basic(text: str) -> datetime | None:
    """A moment in the basic format of ISO 8601 (20250614T080000Z)."""
    try:
        return plausible(datetime.fromisoformat(text))
    except ValueError:
        return None


def _in_lines(text: str, month_first: bool) -> _Found | None:
    """A date in one of the common forms; None if it is in none of them."""
    for pattern in date_lines():
        found = pattern.fullmatch(text)
        reading = _reading(found, month_first) if found else None
        if reading is not None:
            return reading
    return None


def _reading(found: re.Match[str], month_first: bool) -> _Found | None:
    """The reading of a line; None if its numbers are not a date, or if digits are left over."""
    day = _day(found["day"], found["month"], found["year"], month_first and found.re is date_lines()[0])
    parts = found.groups()
    before, between, after, rest = parts[:4], parts[4], parts[-5:-1], parts[-1]
    aside = marks_of(rest) if rest else _NO_MARKS
    if before[0] and after[0]:
        return None, None  # two times
    if day is None or aside is None:
        return None
    if not (before[0] or after[0]):
        return day, None
    marks = marks_of(between) if before[0] else aside
    if marks is None:
        return None
    moment = _at_clock(day, before if before[0] else after, marks)
    return None if moment is None else (in_zone(moment, marks.zone or aside.zone), marks.unknown_zone)


def _day(day: str, month: str, year: str, month_first: bool) -> date | None:
    """A day, by its written parts; where month and day can only be the other way round, they are."""
    first, second = NUMBERS.get(day, 0), NUMBERS.get(month) or month_of(month) or 0
    if (month_first and first <= 12) or (second > 12 >= first):
        first, second = second, first
    try:
        return date(YEARS[year], second, first)
    except (KeyError, ValueError):
        return None


def _at_clock(day: date, clock: tuple[str | None, ...], marks: Marks) -> datetime | None:
    """A time on a day; 24:00 is the end of the day, and a leap second is the second before it."""
    hour, minute, second = (NUMBERS.get(part or "0", 60) for part in clock[:3])
    microsecond = int((clock[3] or "0")[:6].ljust(6, "0"))
    if hour == 24 and minute == second == 0:
        return datetime(day.year, day.month, day.day) + timedelta(days=1)
    if marks.first_hour is not None:
        hour = marks.hour(hour)
    try:
        return datetime(day.year, day.month, day.day, hour, minute, 59 if second == 60 else second, microsecond)
    except ValueError:
        return None


def plain_text(text: str) -> str:
    """The text of a date with ASCII digits and hyphens, without invisible characters."""
    text = text.strip(_PADDING)
    if text.isascii() or len(text) > LONGEST:
        return text
    letters = (one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf")
    return "".join(
        str(unicodedata.decimal(one)) if one.isdecimal() else "-" if one in _HYPHENS else one for one in letters
    ).strip(_PADDING)


def _rare(text: str, month_first: bool) -> _Found:
    """A date in a form of dateutil; nothing unless day, month and year are written."""
    with_fraction = _WITH_FRACTION.fullmatch(text)
    if with_fraction:
        return of_number(float(text)), None
    if _NUMBER.fullmatch(text):
        return None, None
    text = _POSIX_ZONE.sub("", text)  # "GMT+7" is seven hours ahead; for POSIX, and so for dateutil, it is behind
    unknown: set[str] = set()
    try:
        one, other = (_by_dateutil(text, month_first, default, unknown) for default in _DEFAULTS)
    except (ValueError, OverflowError, TypeError, AttributeError, ArithmeticError, IndexError):
        return None, None
    if one.date() != other.date() or not plausible(one):  # parts that differ were not written
        return None, None
    return (one, min(unknown, default=None)) if one.time() == other.time() else (one.date(), None)


def _by_dateutil(text: str, month_first: bool, default: datetime, unknown: set[str]) -> datetime:
    from dateutil import parser

    def zone(name: str | None, seconds: int | None) -> tzinfo | None:
        if seconds is not None:
            return timezone(timedelta(seconds=seconds))
        known = named_zone(name) if name else None
        if name and not known:
            unknown.add(name)
        return known

    day_first = not month_first and not _YEAR_AT_START.match(text)
    moment = parser.parse(text, default=default, dayfirst=day_first, fuzzy=True, tzinfos=zone)
    return in_zone(moment, moment.tzinfo)
