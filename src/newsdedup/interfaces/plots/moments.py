"""Moments and days of articles on a time axis."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

import numpy as np

from newsdedup.records.record import Report

NO_YEAR: Final = "XXXX"
ANY_YEAR: Final = "2000"  # a leap year, for days where no year is printed at all

# Of years, months, days, hours, minutes and seconds: the labels, and the offset at the end of the axis.
_DATE_FORMATS: Final = {
    "formats": ["%Y", "%b", "%d %b", "%H:%M", "%H:%M", "%S.%f"],
    "zero_formats": ["", "%Y", "%d %b", "%d %b", "%H:%M", "%H:%M"],
    "offset_formats": ["", "%Y", "%Y", "%b %Y", "%d %b %Y", "%d %b %Y"],
}

TimeSpan = tuple[np.datetime64, np.datetime64]


def time_span(words: str, year: str) -> TimeSpan:
    """Start and end of an ISO day, month or year, or of a span of days: "2025-06-14/2025-06-15"."""
    first, _, last = words.replace(NO_YEAR, year).partition("/")
    if NO_YEAR in first:
        return np.datetime64("NaT", "D"), np.datetime64("NaT", "D")
    return np.datetime64(first), _next(np.datetime64(last or first))


def published_span(report: Report, zone: timezone) -> TimeSpan:
    """The moment of a report as start and end, or start and end of its day."""
    when = report.published_at
    if isinstance(when, datetime):
        when = when.astimezone(zone).replace(tzinfo=None) if when.tzinfo else when
        return np.datetime64(when, "m"), np.datetime64(when, "m")
    return np.datetime64(when, "D"), _next(np.datetime64(when, "D"))


def _next(start: np.datetime64) -> np.datetime64:
    """The day, month or year after; the unit is given because new versions of NumPy refuse a bare `+ 1`."""
    unit: Any = np.datetime_data(start)[0]
    end: np.datetime64 = start + np.timedelta64(1, unit)
    return end


def zone_of(reports: Iterable[Report]) -> timezone:
    """The UTC offset that all reports share, else UTC."""
    moments = (one.published_at for one in reports)
    offsets = {one.utcoffset() for one in moments if isinstance(one, datetime)} - {None}
    return timezone(offsets.pop() or timedelta()) if len(offsets) == 1 else UTC


def report_name(report: Report) -> str:
    """The label of a report: its source and its title, else its id."""
    return " · ".join(filter(None, (report.source, report.title or report.id)))


def label_time_axis(ax: Any, words: str, *, has_year: bool = True) -> None:
    """Label the axis of time."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, DateFormatter

    ax.xaxis.set_major_locator(locator := AutoDateLocator(minticks=3, maxticks=8))
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator, **_DATE_FORMATS) if has_year else DateFormatter("%d %b"))
    ax.set_xlabel(words)
