"""The timeline of an event: its days, its reports, and the days that the reports name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.interfaces.plots.canvas import (
    BLUE,
    GREY,
    MOST_ROWS,
    ORANGE,
    RIM,
    axes_for_rows,
    draw_legend,
    draw_title,
    mark_rows,
    not_drawn,
)
from newsdedup.interfaces.plots.moments import (
    ANY_YEAR,
    NO_YEAR,
    TimeSpan,
    label_time_axis,
    published_span,
    report_name,
    time_span,
    zone_of,
)
from newsdedup.interfaces.wording import date_in_words
from newsdedup.records.record import EventRecord
from newsdedup.support.errors import require

_TIMELINE_DTYPE: Final = [
    *(("mark", "O"), ("article_id", "O"), ("when", "O"), ("words", "O")),
    *(("start", "M8[m]"), ("end", "M8[m]")),
]
_LEAST_SPAN: Final = np.timedelta64(3, "D")
_LEAST_BAR: Final = 0.02  # share of the picture's width; a shorter bar is drawn as a point
_MARK_SHAPES: Final = {"report": ("o", BLUE), "statement": ("s", ORANGE)}


def timeline_data(record: EventRecord) -> NDArray[np.void]:
    """The marks of `timeline`.

    Parameters
    ----------
    record : EventRecord

    Returns
    -------
    structured array
        Earliest first, unknown times last: ``mark`` (``event, report`` or ``statement``),
        ``article_id``; ``when`` (ISO 8601) and ``words``; ``start`` and ``end``, in the reports'
        own time if they share a UTC offset, else in UTC. Start and end of a moment are the same.
        A day without a year has no time, unless no day has a year: then all are in the year 2000.

    Examples
    --------
    >>> from newsdedup import consolidate
    >>> record = consolidate(["Ngày 14/6/2025, hội nghị khai mạc tại Hà Nội."])[0]
    >>> data = timeline_data(record)
    >>> data["mark"].tolist(), str(data["start"][0])
    (['event', 'statement', 'report'], '2025-06-14T00:00')
    """
    require(record, EventRecord, "timeline")
    year = NO_YEAR if _has_year(record) else ANY_YEAR
    data = mark_rows(_timeline_rows(record, year), _TIMELINE_DTYPE)
    return data[np.argsort(data["start"], kind="stable")]


def timeline(record: EventRecord, *, ax: Any = None) -> Any:
    """Draw when an event happened, when it was reported, and the sentences that name a day.

    Parameters
    ----------
    record : EventRecord
    ax : matplotlib Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib Axes
        Days far from the event and its reports are arrows at the edge. The first 40 rows are drawn;
        the axis gives the number of the others.
    """
    data = timeline_data(record)
    dated = data[~np.isnat(data["start"])]
    rows = dated[dated["mark"] != "event"]
    drawn = rows[:MOST_ROWS]
    ax = axes_for_rows(ax, [f"{date_in_words(one['when'])} · {one['words']}" for one in drawn])
    first, last = _drawn_window(dated)
    for one in dated[dated["mark"] == "event"]:
        ax.axvspan(one["start"], one["end"], color=GREY, alpha=0.2, linewidth=0, label="event")
    ax.set_xlim(first, last)
    _draw_marks(ax, drawn, first, last)
    missing = int((data["mark"] != "event").sum()) - len(drawn)
    words = f"time ({zone_of(record.articles)})" if _has_year(record) else "day (no year is printed)"
    label_time_axis(ax, words + not_drawn(missing, "mark"), has_year=_has_year(record))
    draw_title(ax, record.title)
    draw_legend(ax)
    return ax


def _has_year(record: EventRecord) -> bool:
    days = (one.date for one in record.timeline)
    return any(one.published_at for one in record.articles) or any(NO_YEAR not in day for day in days)


def _timeline_rows(record: EventRecord, year: str) -> Iterator[tuple[Any, ...]]:
    if record.start_date and record.end_date:
        days = dict.fromkeys((record.start_date, record.end_date))
        yield "event", None, "/".join(days), record.title, *time_span("/".join(days), year)
    zone = zone_of(record.articles)
    for report in record.articles:
        start, end = published_span(report, zone)
        when = "" if np.isnat(start) else np.datetime_as_string(start, "m" if start == end else "D")
        yield "report", report.id, when, report_name(report), start, end
    for one in record.timeline:
        yield "statement", one.article_id, one.date, one.text, *time_span(one.date, year)


def _drawn_window(dated: NDArray[np.void]) -> TimeSpan:
    """The time that is drawn: that of the event and its reports, and half as much on either side."""
    core = dated[dated["mark"] != "statement"]
    core = core if len(core) else dated
    if not len(core):
        return np.datetime64("2000-01-01"), np.datetime64("2001-01-01")
    first, last = core["start"].min(), core["end"].max()
    margin = max((last - first) / 2, _LEAST_SPAN)
    inside = dated[(dated["end"] > first - margin) & (dated["start"] < last + margin)]
    first, last = inside["start"].min(), inside["end"].max()
    return first - (last - first) * 0.05, last + (last - first) * 0.05


def _draw_marks(ax: Any, rows: NDArray[np.void], first: np.datetime64, last: np.datetime64) -> None:
    """A mark in each row: a bar for days, a point for a moment, an arrow for a time outside the window."""
    places, length = np.arange(len(rows)), rows["end"] - rows["start"]
    before, after = rows["end"] <= first, rows["start"] >= last
    is_long = length > (last - first) * _LEAST_BAR
    for name, (shape, colour) in _MARK_SHAPES.items():
        here = (rows["mark"] == name) & ~before & ~after
        long, short = here & is_long, here & ~is_long
        ax.barh(places[long], length[long], 0.3, rows["start"][long], color=colour, edgecolor="black", linewidth=0.6)
        ax.plot((rows["start"] + length / 2)[short], places[short], shape, color=colour, **RIM)
        if (rows["mark"] == name).any():
            ax.plot([], [], shape, color=colour, **RIM, label=name)
    at_edge = {"transform": ax.get_yaxis_transform(), "clip_on": False, "color": ORANGE, **RIM}
    for outside, edge, shape, name in ((before, 0.01, "<", "earlier"), (after, 0.99, ">", "later")):
        if outside.any():
            ax.plot(np.full(outside.sum(), edge), places[outside], shape, label=name, **at_edge)
