"""Dates as sources write them: the common forms by compiled patterns, the rare ones by dateutil."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import Final

from newsdedup.articles.moments.digits import of_digits, of_number
from newsdedup.articles.moments.lines import Found, in_lines
from newsdedup.articles.moments.plausible import FIRST_YEAR, LAST_YEAR, plausible
from newsdedup.articles.moments.rare import by_dateutil
from newsdedup.articles.moments.zones import ZONE_SUFFIXES

LONGEST: Final = 100  # characters: a longer text is not a date
_NAMES: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")  # of RFC 822
_MONTHS: Final = {name: f"{month:02}" for month, name in enumerate(_NAMES, 1)}
_GAPS: Final = (" ", " | ", ", ", " - ")  # between a time and the date after it
_PADDING: Final = " \t\r\n\f\v\0\N{NO-BREAK SPACE}"
_HYPHENS: Final = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
_DIGITS_WITH_FRACTION: Final = re.compile(r"(\d{8,19})\.(\d{1,9})")
_NUMBER: Final = re.compile(r"[\d\s.,+-]*")


def of_text(text: str, month_first: bool) -> datetime | date | None:
    """A written date as a moment or a day."""
    try:
        moment = _in_fixed_places(text, month_first)
    except (ValueError, KeyError):
        moment = None
    if moment is None:
        return of_any_form(text, month_first)[0]
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _in_fixed_places(text: str, month_first: bool) -> datetime | date | None:
    """A date in a form whose parts have fixed places: most dates, and read in a fraction of the time.

    The parts are put together as ISO 8601, whose reader checks them.
    """
    if text[4:5] == "-":
        if len(text) == 10:
            return date.fromisoformat(text)
        return datetime.fromisoformat(text) if text[10:11] in ("T", " ") else None
    if text[3:5] == ", ":  # Sat, 14 Jun 2025 08:00:00 +0700
        zone = text[26:]
        offset = zone if zone[:1] in ("+", "-") else ZONE_SUFFIXES[zone]
        return datetime.fromisoformat(f"{text[12:16]}-{_MONTHS[text[8:11]]}-{text[5:7]}T{text[17:25]}{offset}")
    if month_first:
        return None
    mark = text[2:3]
    if mark in ("/", "-", ".") and text[5:6] == mark:  # 14/06/2025 08:00
        day = f"{text[6:10]}-{text[3:5]}-{text[:2]}"
        if len(text) == 10:
            return date.fromisoformat(day)
        return datetime.fromisoformat(f"{day}T{text[11:]}") if text[10:11] == " " else None
    if mark == ":" and text[-8:-7] == text[-5:-4] == "/" and text[5:-10] in _GAPS:  # 08:00 | 14/06/2025
        return datetime.fromisoformat(f"{text[-4:]}-{text[-7:-5]}-{text[-10:-8]}T{text[:5]}")
    return None


def of_any_form(text: str, month_first: bool) -> Found:
    """A date in any form, and the name of its time zone if that is not known."""
    if text.isdecimal() and text.isascii():
        return of_digits(text), None
    bare = text.strip(_PADDING)
    if bare != text:
        return of_text(bare, month_first), None
    if len(text) > LONGEST or not text:
        return None, None
    if text[:8].isdigit() and text[8:9] in ("T", " "):
        return _basic(text), None
    found = in_lines(text, month_first)
    if found and found[0]:
        return found
    plain = plain_text(text)
    if plain != text:
        return of_text(plain, month_first), None
    return found or _with_fraction(text) or by_dateutil(text, month_first)


def _with_fraction(text: str) -> Found | None:
    """Seconds with a fraction, or a whole number that a data frame made a fraction; nothing for other numbers."""
    if _DIGITS_WITH_FRACTION.fullmatch(text):
        return of_number(float(text)), None
    return (None, None) if _NUMBER.fullmatch(text) else None


def _basic(text: str) -> datetime | None:
    """A moment in the basic format of ISO 8601 (20250614T080000Z)."""
    try:
        return plausible(datetime.fromisoformat(text))
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
