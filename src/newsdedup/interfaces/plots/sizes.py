"""The sizes of groups."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.copies.groups import CopyGroups
from newsdedup.events.groups import EventGroups
from newsdedup.interfaces.plots.canvas import BLUE, axes_for, draw_title, mark_rows, remove_frame
from newsdedup.interfaces.wording import count_in_words
from newsdedup.records.collection import EventCollection

_SIZE_DTYPE: Final = [("size", "i8"), ("groups", "i8")]
_MOST_BARS: Final = 12  # each with its number


def group_sizes_data(groups: CopyGroups | EventGroups | EventCollection) -> NDArray[np.void]:
    """The marks of `group_sizes`.

    Parameters
    ----------
    groups : CopyGroups, EventGroups or EventCollection

    Returns
    -------
    structured array
        ``size``, in articles, ascending, and the number of ``groups`` of this size.

    Examples
    --------
    >>> from newsdedup import find_copies
    >>> news = "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu trên cả nước"
    >>> group_sizes_data(find_copies([news, news + " tham dự", "Giá vàng sáng nay tăng mạnh"])).tolist()
    [(1, 1), (2, 1)]
    """
    sizes = np.bincount(groups.labels[groups.labels >= 0])
    return mark_rows(zip(*np.unique(sizes, return_counts=True), strict=True), _SIZE_DTYPE)


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
    data = group_sizes_data(groups)
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


def _draw_bars(ax: Any, data: NDArray[np.void]) -> None:
    """A bar for each size, with its number on top."""
    bars = ax.bar(data["size"], data["groups"], color=BLUE, width=0.7)
    ax.bar_label(bars, [f"{number:,}" for number in data["groups"].tolist()], padding=2, fontsize=9)
    ax.set_xticks(np.arange(1, data["size"].max(initial=1) + 1))
    ax.yaxis.get_major_locator().set_params(integer=True)


def _draw_points(ax: Any, data: NDArray[np.void]) -> None:
    """A point for each size, on logarithmic axes: a straight line is a power law."""
    from matplotlib.ticker import LogLocator, NullLocator, StrMethodFormatter

    ax.vlines(data["size"], 0.7, data["groups"], color=BLUE, alpha=0.4, linewidth=1.5)
    ax.plot(data["size"], data["groups"], "o", color=BLUE, markersize=5)
    ax.set(xscale="log", yscale="log", ylim=(0.7, None))
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        axis.set_minor_locator(NullLocator())
        axis.set_major_formatter(StrMethodFormatter("{x:,.10g}"))
