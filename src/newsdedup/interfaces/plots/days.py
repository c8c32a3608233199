"""The timeline of an event: its days, its reports, and the days that the reports name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from newsdedup.interfaces.plots.canvas import (
    MOST_ROWS,
    axes_for_rows,
    draw_legend,
    draw_title,
    ink_of,
    most_important,
    not_drawn,
    rim_of,
)
from newsdedup.interfaces.plots.drawn_data import DrawnData, as_kind, drawn_data_of
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
from newsdedup.interfaces.wording import count_in_words, date_in_words
from newsdedup.records.record import EventRecord
from newsdedup.support.arguments import whole_option
from newsdedup.support.errors import require

_TIMELINE_DTYPE: Final = [
    *(("mark", "O"), ("article_id", "O"), ("when", "O"), ("words", "O")),
    *(("start", "M8[m]"), ("end", "M8[m]")),
]
_LEAST_SPAN: Final = np.timedelta64(3, "D")
_LEAST_BAR: Final = 0.02  # share of the picture's width; a shorter bar is drawn as a point
_MARK_SHAPES: Final = {"report": ("o", "C0"), "statement": ("s", "C1")}


def timeline_data(record: EventRecord, *, kind: str | None = None) -> Any:
    """The marks of `timeline`.

    Parameters
    ----------
    record : EventRecord
    kind : {"array", "pandas", "polars", "pyarrow"}, optional
        A structured array, which is the default, or a table of a library.

    Returns
    -------
    structured array or table
        Earliest first, unknown times last: ``mark`` (``event, report`` or ``statement``),
        ``article_id``; ``when`` (ISO 8601) and ``words``; ``start`` and ``end``, in the reports'
        own time if they share a UTC offset, else in UTC. Start and end of a moment are the same.
        A day without a year has no time, unless no day has a year: then all are in the year 2000.

    Raises
    ------
    SettingError
        If there is no such kind.

    Examples
    --------
    >>> from newsdedup import consolidate
    >>> record = consolidate(["Ngày 14/6/2025, hội nghị khai mạc tại Hà Nội."])[0]
    >>> data = timeline_data(record)
    >>> data["mark"].tolist(), str(data["start"][0])
    (['event', 'statement', 'report'], '2025-06-14T00:00')
    """
    return as_kind(_timeline_marks(record), kind)


def _timeline_marks(record: EventRecord) -> DrawnData:
    require(record, EventRecord, "timeline")
    year = NO_YEAR if _has_year(record) else ANY_YEAR
    data = drawn_data_of(_timeline_rows(record, year), _TIMELINE_DTYPE)
    return data[np.argsort(data["start"], kind="stable")]


def timeline(record: EventRecord, *, most: int = MOST_ROWS, ax: Any = None) -> Any:
    """Draw when an event happened, when it was reported, and the sentences that name a day.

    Parameters
    ----------
    record : EventRecord
    most : int
        Rows that are drawn: reports in their own words before sentences, and these before copies; then the
        earliest.
    ax : matplotlib Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib Axes
        Days far from the event and its reports are arrows at the edge. The axis gives the number of marks
        whose time is unknown, and of those that are left out.

    Raises
    ------
    SettingError
        If `most` is not a number of rows.
    """
    data, most = _timeline_marks(record), whole_option("most", most, 1)
    dated = data[~np.isnat(data["start"])]
    rows = dated[dated["mark"] != "event"]
    copied = {report.id for report in record.articles if report.relation}
    drawn = rows[most_important([_order_of_leaving(one, copied) for one in rows], most)]
    ax = axes_for_rows(ax, [f"{date_in_words(one['when'])} · {one['words']}" for one in drawn])
    first, last = _drawn_window(dated)
    for one in dated[dated["mark"] == "event"]:
        ax.axvspan(one["start"], one["end"], color=ink_of(ax), alpha=0.15, linewidth=0, label="event")
    ax.set_xlim(first, last)
    _draw_marks(ax, drawn, first, last)
    words = f"time ({zone_of(record.articles)})" if _has_year(record) else "day (no year is printed)"
    undated = int(((data["mark"] != "event") & np.isnat(data["start"])).sum())
    unknown = f"\nof unknown time: {count_in_words(undated, 'mark')}" if undated else ""
    left_out = not_drawn(len(rows) - len(drawn), "mark", most)
    label_time_axis(ax, words + unknown + left_out, has_year=_has_year(record))
    draw_title(ax, record.title)
    draw_legend(ax)
    return ax


def _order_of_leaving(mark: np.void, copied: set[str]) -> int:
    """How soon a mark is left out: a report in its own words last."""
    if mark["mark"] == "statement":
        return 1
    return 2 if mark["article_id"] in copied else 0


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


def _drawn_window(dated: DrawnData) -> TimeSpan:
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


def _draw_marks(ax: Any, rows: DrawnData, first: np.datetime64, last: np.datetime64) -> None:
    """A mark in each row: a bar for days, a point for a moment, an arrow for a time outside the window."""
    places, length = np.arange(len(rows)), rows["end"] - rows["start"]
    before, after = rows["end"] <= first, rows["start"] >= last
    is_long = length > (last - first) * _LEAST_BAR
    edge_of_bar, rim = {"edgecolor": ink_of(ax), "linewidth": 0.6}, rim_of(ax)
    for name, (shape, colour) in _MARK_SHAPES.items():
        here = (rows["mark"] == name) & ~before & ~after
        long, short = here & is_long, here & ~is_long
        ax.barh(places[long], length[long], 0.3, rows["start"][long], color=colour, **edge_of_bar)
        ax.plot((rows["start"] + length / 2)[short], places[short], shape, color=colour, **rim)
        if (rows["mark"] == name).any():
            ax.plot([], [], shape, color=colour, **rim, label=name)
    at_edge = {"transform": ax.get_yaxis_transform(), "clip_on": False, "color": _MARK_SHAPES["statement"][1], **rim}
    for outside, edge, shape, name in ((before, 0.01, "<", "earlier"), (after, 0.99, ">", "later")):
        if outside.any():
            ax.plot(np.full(outside.sum(), edge), places[outside], shape, label=name, **at_edge)
