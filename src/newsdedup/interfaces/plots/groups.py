"""The S-curve of a search for copies, and the sizes of the groups that a search finds."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.copies.groups import CopyGroups
from newsdedup.events.groups import EventGroups
from newsdedup.interfaces.plots.canvas import SMALL_TEXT, axes_for, draw_title, ink_of, remove_frame, rim_of
from newsdedup.interfaces.plots.drawn_data import DrawnData, as_kind, drawn_data_of
from newsdedup.interfaces.wording import count_in_words
from newsdedup.records.collection import EventCollection
from newsdedup.support.errors import require

_CURVE_DTYPE: Final = [("mark", "O"), ("similarity", "f8"), ("probability", "f8")]
_CURVE_STEPS: Final = 200
_SIZE_DTYPE: Final = [("size", "i8"), ("groups", "i8")]
_MOST_BARS: Final = 12  # each with its number


def s_curve_data(copies: CopyGroups, *, kind: str | None = None) -> Any:
    """The marks of `s_curve`.

    Parameters
    ----------
    copies : CopyGroups
    kind : {"array", "pandas", "polars", "pyarrow"}, optional
        A structured array, which is the default, or a table of a library.

    Returns
    -------
    structured array or table
        ``mark`` (``curve``, or ``threshold`` for the last row), Jaccard ``similarity``, and the
        ``probability`` that two texts of this similarity are compared.

    Raises
    ------
    SettingError
        If there is no such kind.

    Examples
    --------
    >>> from newsdedup import find_copies
    >>> mark, similarity, probability = s_curve_data(find_copies(["Một bản tin"]))[-1]
    >>> mark, float(similarity), round(float(probability), 3)
    ('threshold', 0.5, 0.996)
    """
    return as_kind(_curve_marks(copies), kind)


def _curve_marks(copies: CopyGroups) -> DrawnData:
    require(copies, CopyGroups, "s_curve")
    similarity = np.append(np.linspace(0, 1, _CURVE_STEPS + 1), copies.settings.threshold)
    mark = ["curve"] * (_CURVE_STEPS + 1) + ["threshold"]
    return drawn_data_of(zip(mark, similarity, copies.bands.s_curve(similarity), strict=True), _CURVE_DTYPE)


def s_curve(copies: CopyGroups, *, ax: Any = None) -> Any:
    """Draw the probability that two texts are compared over their similarity, with the threshold.

    Parameters
    ----------
    copies : CopyGroups
    ax : matplotlib Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib Axes
    """
    data = _curve_marks(copies)
    curve, point = data[:-1], data[-1]
    ax = axes_for(ax)
    ax.axvspan(point["similarity"], 1, color="C0", alpha=0.08, linewidth=0)
    ax.plot(curve["similarity"], curve["probability"], color="C0", linewidth=2)
    ax.vlines(point["similarity"], 0, point["probability"], color=ink_of(ax), alpha=0.6, linestyle="--", linewidth=1)
    ax.plot(point["similarity"], point["probability"], "o", color="C1", markersize=8, **rim_of(ax))
    ax.annotate(
        f"threshold {point['similarity']:g}:\n{point['probability']:.1%} compared",
        (point["similarity"], point["probability"]),
        xytext=(10, -12),
        textcoords="offset points",
        va="top",
        color=ink_of(ax),
    )
    ax.text(0.985, 0.03, "copies", ha="right", style="italic", color=ink_of(ax), transform=ax.get_yaxis_transform())
    ax.set(xlim=(0, 1), ylim=(0, 1.04))
    ax.set_xlabel("Jaccard similarity of two texts (share of their shingles)")
    ax.set_ylabel("probability of being compared")
    bands = copies.bands
    draw_title(ax, f"Probability of comparison in {bands.count} bands of {bands.rows} rows")
    remove_frame(ax)
    return ax


def group_sizes_data(groups: CopyGroups | EventGroups | EventCollection, *, kind: str | None = None) -> Any:
    """The marks of `group_sizes`.

    Parameters
    ----------
    groups : CopyGroups, EventGroups or EventCollection
    kind : {"array", "pandas", "polars", "pyarrow"}, optional
        A structured array, which is the default, or a table of a library.

    Returns
    -------
    structured array or table
        ``size``, in articles, ascending, and the number of ``groups`` of this size.

    Raises
    ------
    SettingError
        If there is no such kind.

    Examples
    --------
    >>> from newsdedup import find_copies
    >>> news = "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu trên cả nước"
    >>> group_sizes_data(find_copies([news, news + " tham dự", "Giá vàng sáng nay tăng mạnh"])).tolist()
    [(1, 1), (2, 1)]
    """
    return as_kind(_size_marks(groups), kind)


def _size_marks(groups: CopyGroups | EventGroups | EventCollection) -> DrawnData:
    require(groups, (CopyGroups, EventGroups, EventCollection), "group_sizes")
    sizes = np.bincount(groups.labels[groups.labels >= 0])
    return drawn_data_of(zip(*np.unique(sizes, return_counts=True), strict=True), _SIZE_DTYPE)


def group_sizes(groups: CopyGroups | EventGroups | EventCollection, *, ax: Any = None) -> Any:
    """Draw the number of groups of each size.

    Parameters
    ----------
    groups : CopyGroups, EventGroups or EventCollection
    ax : matplotlib Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib Axes
        Both axes are logarithmic where there are many sizes.
    """
    data = _size_marks(groups)
    ax = axes_for(ax)
    if len(data) > _MOST_BARS or data["size"].max(initial=1) > 3 * _MOST_BARS:
        _draw_points(ax, data)
    else:
        _draw_bars(ax, data)
    what = "copies" if isinstance(groups, CopyGroups) else "reports of one event"
    articles = count_in_words(int(data["size"] @ data["groups"]), "article")
    draw_title(ax, f"{articles} in {count_in_words(int(data['groups'].sum()), 'group')} of {what}")
    ax.set_xlabel("size of a group (articles)")
    ax.set_ylabel("number of groups")
    remove_frame(ax)
    return ax


def _draw_bars(ax: Any, data: DrawnData) -> None:
    """A bar for each size, with its number on top."""
    bars = ax.bar(data["size"], data["groups"], color="C0", width=0.7)
    ax.bar_label(
        bars, [f"{number:,}" for number in data["groups"].tolist()], padding=2, fontsize=SMALL_TEXT, color=ink_of(ax)
    )
    ax.set_xticks(np.arange(1, data["size"].max(initial=1) + 1))
    ax.yaxis.get_major_locator().set_params(integer=True)


def _draw_points(ax: Any, data: DrawnData) -> None:
    """A point for each size, on logarithmic axes: a straight line is a power law."""
    from matplotlib.ticker import LogLocator, NullLocator, StrMethodFormatter

    ax.vlines(data["size"], 0.7, data["groups"], color="C0", alpha=0.4, linewidth=1.5)
    ax.plot(data["size"], data["groups"], "o", color="C0", markersize=5)
    ax.set(xscale="log", yscale="log", ylim=(0.7, None))
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        axis.set_minor_locator(NullLocator())
        axis.set_major_formatter(StrMethodFormatter("{x:,.10g}"))
