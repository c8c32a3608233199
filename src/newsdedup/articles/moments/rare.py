"""Rare forms of dates, by dateutil."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Final

from newsdedup.articles.moments.lines import Found
from newsdedup.articles.moments.plausible import plausible
from newsdedup.articles.moments.zones import in_zone, named_zone

_YEAR_AT_START: Final = re.compile(r"\d{4}\D")
_DEFAULTS: Final = (datetime(2000, 1, 1, 1), datetime(2001, 2, 15, 2))  # no weekday brings them to one day
_POSIX_ZONE: Final = re.compile(r"\b(?:GMT|UTC)\s*(?=[+-]\s?\d)", re.IGNORECASE)


def by_dateutil(text: str, month_first: bool) -> Found:
    """A date in a form of dateutil; nothing unless day, month and year are written."""
    text = _POSIX_ZONE.sub("", text)  # "GMT+7" is seven hours ahead; for POSIX, and so for dateutil, it is behind
    unknown: set[str] = set()
    try:
        one, other = (_parsed(text, month_first, default, unknown) for default in _DEFAULTS)
    except (ValueError, OverflowError, TypeError, AttributeError, ArithmeticError, IndexError):
        return None, None
    if one.date() != other.date() or not plausible(one):  # parts that differ were not written
        return None, None
    return (one, min(unknown, default=None)) if one.time() == other.time() else (one.date(), None)


def _parsed(text: str, month_first: bool, default: datetime, unknown: set[str]) -> datetime:
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
