"""Dates as sources write them: the common forms by compiled patterns, the rare ones by dateutil."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import Final

from newsdedup.articles.moments.digits import of_digits, of_number
from newsdedup.articles.moments.fixed_places import in_fixed_places
from newsdedup.articles.moments.lines import Found, in_lines
from newsdedup.articles.moments.plausible import FIRST_YEAR, LAST_YEAR, plausible
from newsdedup.articles.moments.rare import by_dateutil

LONGEST: Final = 100  # characters: a longer text is not a date
_PADDING: Final = " \t\r\n\f\v\0\N{NO-BREAK SPACE}"
_HYPHENS: Final = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
_DIGITS_WITH_FRACTION: Final = re.compile(r"(\d{8,19})\.(\d{1,9})")
_NUMBER: Final = re.compile(r"[\d\s.,+-]*")


def of_text(text: str, month_first: bool) -> datetime | date | None:
    """A written date as a moment or a day."""
    try:
        moment = in_fixed_places(text, month_first)
    except (ValueError, KeyError):
        moment = None
    if moment is None:
        return of_any_form(text, month_first)[0]
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


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
