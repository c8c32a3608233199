"""Which report copied which: the reports of an event as trees, by time or by steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.interfaces.plots.canvas import (
    BLUE,
    GREY,
    ORANGE,
    RIM,
    ROWS,
    axes_for_rows,
    key,
    label_rows,
    marks,
    title,
)
from newsdedup.interfaces.plots.moments import name_of, published, time_axis, zone_of
from newsdedup.markup import count_words
from newsdedup.record import EventRecord

_NODES: Final = [
    *(("article_id", "O"), ("parent", "O"), ("origin", "O"), ("relation", "O")),
    *(("steps", "i8"), ("published", "M8[m]"), ("words", "O")),
]
_SHAPES: Final = {"own words": ("o", BLUE), "copy": ("s", ORANGE), "excerpt": ("^", "white")}


def copy_tree_data(record: EventRecord) -> NDArray[np.void]:
    """The marks of `copy_tree`.

    Parameters
    ----------
    record : EventRecord

    Returns
    -------
    structured array
        A row a report, each right after what it copied: ``article_id``; ``parent``, whose words it
        prints, or None; ``origin``; ``relation`` (``own words, copy`` or ``excerpt``); ``steps``
        from the origin; ``published``, as in `timeline_data`; ``words`` to call it by.
    """
    parents = _parents(record)
    place = {report.id: number for number, report in enumerate(record.articles)}
    paths = {report.id: _path(report.id, parents) for report in record.articles}
    ordered = sorted(record.articles, key=lambda one: [place.get(name, len(place)) for name in reversed(paths[one.id])])
    zone = zone_of(record)
    return marks(
        (
            (
                report.id,
                parents.get(report.id),
                report.origin,
                report.relation or "own words",
                len(paths[report.id]) - 1,
                published(report, zone)[0],
                name_of(report),
            )
            for report in ordered
        ),
        _NODES,
    )


def copy_tree(record: EventRecord, *, ax: Any = None) -> Any:
    """Draw which report of an event copied which.

    Parameters
    ----------
    record : EventRecord
    ax : matplotlib Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib Axes
        By time where every report has one, else by steps from the origin. The first 40 reports are
        drawn, and the axis says how many are not.
    """
    data = copy_tree_data(record)
    drawn = data[:ROWS]
    is_timed = not np.isnat(drawn["published"]).any()
    across = drawn["published"] if is_timed else drawn["steps"]
    ax = axes_for_rows(ax, len(drawn))
    label_rows(ax, drawn["words"].tolist())
    _draw_links(ax, drawn, across)
    _draw_reports(ax, drawn, across)
    more = f"; not drawn: {count_words(len(data) - len(drawn), 'report')}" if len(data) > len(drawn) else ""
    if is_timed:
        time_axis(ax, f"published ({zone_of(record)}){more}")
    else:
        ax.set_xticks(np.unique(across))
        ax.set_xlim(-0.5, across.max(initial=0) + 0.5)
        ax.set_xlabel(f"steps from the report that was copied{more}")
    title(ax, f"{count_words(record.n_articles, 'report')}, {count_words(record.n_origins, 'origin')}: {record.title}")
    key(ax)
    return ax


def _parents(record: EventRecord) -> dict[str, str]:
    """What each copy or excerpt prints the words of; its origin where copies point at each other in a circle."""
    above = {one.id: one.copy_of or one.origin for one in record.articles if one.relation}
    origin = {one.id: one.origin for one in record.articles}
    return {name: to if _path(name, above)[-1] not in above else origin[name] for name, to in above.items()}


def _path(name: str, parents: Mapping[str, str]) -> list[str]:
    """A report, what it copied, what that copied …; ends where the circle closes."""
    path = [name]
    while (above := parents.get(path[-1])) is not None and above not in path:
        path.append(above)
    return path


def _draw_links(ax: Any, drawn: NDArray[np.void], across: NDArray[Any]) -> None:
    """A line down from each report that was copied, and across to its copy."""
    row_of = {name: row for row, name in enumerate(drawn["article_id"].tolist())}
    for row, parent in enumerate(drawn["parent"].tolist()):
        if parent in row_of:
            above = row_of[parent]
            ax.plot([across[above], across[above], across[row]], [above, row, row], color=GREY, linewidth=1.5, zorder=1)


def _draw_reports(ax: Any, drawn: NDArray[np.void], across: NDArray[Any]) -> None:
    for relation, (shape, colour) in _SHAPES.items():
        here = np.flatnonzero(drawn["relation"] == relation)
        if len(here):
            ax.plot(across[here], here, shape, color=colour, markersize=8, **RIM, label=relation)
