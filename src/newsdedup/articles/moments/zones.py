"""Names of time zones, by a table: the machine's own zone has no part in the reading of a date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# A name that several zones share has the meaning that it has in news in English: IST is India (not Ireland or Israel),
# CST is Chicago (not China or Cuba), BST is British summer (not Bangladesh), AST is Halifax (not Arabia), MST is Denver
# (not Malaysia or Myanmar), PST is Los Angeles (not the Philippines), EST is New York (not Sydney), GST is the Gulf.
_HOURS_EAST: Final = """
    UTC 0, GMT 0, Z 0, UT 0, WET 0, WEST 1, BST 1, CET 1, CEST 2, MEZ 1, MESZ 2, EET 2, EEST 3, MSK 3, TRT 3,
    WAT 1, CAT 2, SAST 2, EAT 3, IDT 3, IRST 3.5, GST 4, AFT 4.5, PKT 5, UZT 5, IST 5.5, NPT 5.75, BDT 6, MMT 6.5,
    ICT 7, WIB 7, WITA 8, WIT 9, SGT 8, MYT 8, HKT 8, PHT 8, PHST 8, AWST 8, JST 9, KST 9, ACST 9.5, ACDT 10.5,
    AEST 10, AEDT 11, NZST 12, NZDT 13, FJT 12, CHST 10,
    NST -3.5, NDT -2.5, AST -4, ADT -3, EST -5, EDT -4, CST -6, CDT -5, MST -7, MDT -6, PST -8, PDT -7,
    AKST -9, AKDT -8, HST -10, BRT -3, ART -3, UYT -3, CLT -4, BOT -4, VET -4, COT -5, PET -5, ECT -5
"""
_PLACES: Final = {  # names that say nothing of summer time: the date decides
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}


def _fixed_zones() -> dict[str, timezone]:
    pairs = (one.split() for one in _HOURS_EAST.split(","))
    return {name: timezone(timedelta(hours=float(hours))) if float(hours) else UTC for name, hours in pairs}


ZONES: Mapping[str, timezone] = _fixed_zones()
ZONE_SUFFIXES: Mapping[str, str] = {  # as ISO 8601 writes them
    name: datetime(2000, 1, 1, tzinfo=zone).isoformat()[19:] for name, zone in ZONES.items()
}


def named_zone(name: str) -> tzinfo | None:
    """The zone of a name such as ``ICT``, ``ET`` or ``Asia/Ho_Chi_Minh``; None if the name is not known.

    Examples
    --------
    >>> named_zone("ICT"), named_zone("XYZ")
    (datetime.timezone(datetime.timedelta(seconds=25200)), None)
    """
    known = ZONES.get(name.upper())
    if known is not None:
        return known
    place = _PLACES.get(name.upper(), name if "/" in name else None)
    try:
        return ZoneInfo(place) if place else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def offset_of(sign: str, hours: str, minutes: str | None) -> timezone | None:
    """The zone of an offset ("+07:00"); None from 24 hours on."""
    ahead = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if ahead >= timedelta(days=1) or int(minutes or 0) > 59:
        return None
    if not ahead:
        return UTC
    return timezone(ahead if sign == "+" else -ahead)


def in_zone(moment: datetime, zone: tzinfo | None) -> datetime:
    """A moment that is given in the time of a zone, with the offset of that zone at that moment."""
    if zone is None or isinstance(zone, timezone):
        return moment.replace(tzinfo=zone)
    return moment.replace(tzinfo=timezone(zone.utcoffset(moment) or timedelta(0)))
