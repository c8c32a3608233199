"""Day, month and year of a printed date, from the groups that its pattern found."""

from __future__ import annotations

import calendar
from collections.abc import Mapping

from newsdedup.languages import Dates
from newsdedup.text.phrases import plain

MonthAndDay = tuple[int, int]
YearAndDays = tuple[str | None, MonthAndDay, MonthAndDay]  # year of the last day as printed, first and last day

_DAYS_OF_ALL_MONTHS = 28  # that every month has
_CENTURY_TURN = 70  # two digits from here on are a year of the twentieth century


def is_calendar_day(year: str | None, month: int, day: int) -> bool:
    """Whether there is such a day; in a leap year if the year is unknown."""
    if not 1 <= month <= 12 or (year is not None and not 1000 <= int(year) <= 2999):
        return False
    return 1 <= day <= _DAYS_OF_ALL_MONTHS or (1 <= day <= calendar.monthrange(int(year or 2000), month)[1])


def iso_day(year: str, month: int, day: int) -> str:
    """A day as an ISO string; the year may be ``XXXX``."""
    return f"{year}-{month:02d}-{day:02d}"


def month_number(printed: str, dates: Dates) -> int:
    """The number of a month that is printed in digits or in words."""
    if printed.isdecimal():
        return int(printed)
    return {plain(word): number for word, number in dates.month_numbers.items()}[" ".join(printed.split())]


def first_and_last_day(found: Mapping[str, str], dates: Dates) -> YearAndDays | None:
    """Year as printed, first (month, day) and last (month, day); None if there is no such day."""
    year, first, last = _printed_days(found, dates)
    if year and len(year) == 2:
        year = f"{'19' if int(year) >= _CENTURY_TURN else '20'}{year}"
    if any(not is_calendar_day(year, *day) for day in (first, last)) or (
        first > last and year is None and first[0] == last[0]
    ):
        return None
    return year, first, last


def _printed_days(found: Mapping[str, str], dates: Dates) -> YearAndDays:
    if "iso" in found:
        year, *rest = found["iso"].split("-")
        return year, (int(rest[0]), int(rest[1])), (int(rest[0]), int(rest[1]))
    if "d2" in found:
        last_month = month_number(found.get("m2") or found["m2w"], dates)
        first = (int(found.get("m1") or last_month), int(found["d1"]))
        return found.get("y2") or found.get("y2w") or found.get("y1"), first, (last_month, int(found["d2"]))
    if "d2h" in found:
        number = int(found["m2h"])
        return found.get("y2h"), (number, int(found["d1h"])), (number, int(found["d2h"]))
    for day_name, month_name, year_name, last_name in (("dn", "mn", "yn", "dn2"), ("db", "mb", "yb", "db2")):
        if day_name in found:
            number = dates.months[found[month_name]]
            day, last = int(found[day_name]), dates.months[found.get("mn2", found[month_name])]
            return found.get(year_name), (number, day), (last, int(found.get(last_name) or day))
    return _single_day(found, dates)


def _single_day(found: Mapping[str, str], dates: Dates) -> YearAndDays:
    for day_name, month_name, year_name in (("d", "m", "y"), ("ds", "ms", ""), ("dw", "mw", "yw")):
        if day_name in found:
            number, day = month_number(found[month_name], dates), int(found[day_name])
            if dates.month_first and day <= 12 and day_name != "dw":
                number, day = day, number
            return found.get(year_name), (number, day), (number, day)
    raise AssertionError(f"no known groups: {found}")
