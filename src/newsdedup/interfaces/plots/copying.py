"""Which article copied which, as a tree over time, or over steps from the origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.copies.groups import CopyGroups
from newsdedup.interfaces.plots.canvas import (
    MOST_ROWS,
    axes_for_rows,
    draw_legend,
    draw_title,
    ink_of,
    most_important,
    not_drawn,
    paper_of,
    rim_of,
)
from newsdedup.interfaces.plots.drawn_data import DrawnData, as_kind, drawn_data_of
from newsdedup.interfaces.plots.moments import label_time_axis, published_span, report_name, zone_of
from newsdedup.interfaces.wording import backing_in_words
from newsdedup.records.record import EventRecord, Report
from newsdedup.support.arguments import id_or_number, whole_option
from newsdedup.support.errors import UnknownArticleError, require

_TREE_DTYPE: Final = [
    *(("article_id", "O"), ("parent", "O"), ("origin", "O"), ("relation", "O")),
    *(("steps", "i8"), ("published", "M8[m]"), ("words", "O")),
]
_PAPER: Final = "paper"  # the colour behind the marks
_RELATION_SHAPES: Final = {
    "own words": ("o", "C0"),
    "copy": ("s", "C1"),
    "excerpt": ("^", _PAPER),
    "version": ("s", _PAPER),
    "agency": ("D", _PAPER),
    "outlet": ("p", _PAPER),
}


def copy_tree_data(copied: EventRecord | CopyGroups, group: int | str | None = None, *, kind: str | None = None) -> Any:
    """The marks of `copy_tree`.

    Parameters
    ----------
    copied : EventRecord or CopyGroups
    group : int or str, optional
        As for `copy_tree`.
    kind : {"array", "pandas", "polars", "pyarrow"}, optional
        A structured array, which is the default, or a table of a library.

    Returns
    -------
    structured array or table
        One row per article, below the article that it copied: ``article_id``; ``parent``, the article
        that it copied, or None; ``origin``; ``relation`` (``own words`` or as of a `Report`);
        ``steps`` from the origin; ``published``, as in `timeline_data`; ``words``, its label.

    Raises
    ------
    UnknownArticleError
        If there is no such group or article.
    SettingError
        If there is no such kind.

    Examples
    --------
    >>> from newsdedup import find_copies
    >>> news = "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu trên cả nước"
    >>> copies = find_copies([{"id": "a", "text": news}, {"id": "b", "text": news + " tham dự"}])
    >>> copy_tree_data(copies)[["article_id", "parent", "relation"]].tolist()
    [('b', None, 'own words'), ('a', 'b', 'copy')]
    """
    return as_kind(_tree_marks(copied, group), kind)


def _tree_marks(copied: EventRecord | CopyGroups, group: int | str | None) -> DrawnData:
    require(copied, (EventRecord, CopyGroups), "copy_tree")
    reports = _drawn_reports(copied, group)
    parents = _parent_of_each(reports)
    place = {report.id: number for number, report in enumerate(reports)}
    paths = {report.id: _copied_path(report.id, parents) for report in reports}
    ordered = sorted(reports, key=lambda one: [place.get(name, len(place)) for name in reversed(paths[one.id])])
    zone = zone_of(reports)
    return drawn_data_of(
        (
            (
                report.id,
                parents.get(report.id),
                report.origin,
                report.relation or "own words",
                len(paths[report.id]) - 1,
                published_span(report, zone)[0],
                report_name(report),
            )
            for report in ordered
        ),
        _TREE_DTYPE,
    )


def copy_tree(
    copied: EventRecord | CopyGroups, group: int | str | None = None, *, most: int = MOST_ROWS, ax: Any = None
) -> Any:
    """Draw which article copied which.

    Parameters
    ----------
    copied : EventRecord or CopyGroups
        The reports of an event, or the copies and excerpts of one origin.
    group : int or str, optional
        The group of `CopyGroups` to draw: its label, or the id of one of its articles; by default that
        of the origin with the most copies and excerpts.
    most : int
        Reports that are drawn: those that were copied most before others, then copies before reports that
        nobody copied.
    ax : matplotlib Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib Axes
        Over time where every report has one, else over steps from the origin; the axis gives the number
        of reports that are not drawn.

    Raises
    ------
    UnknownArticleError
        If there is no such group or article.
    SettingError
        If `most` is not a number of reports.
    """
    data, most = _tree_marks(copied, group), whole_option("most", most, 1)
    drawn = data[most_important(_ranks(data), most)]
    is_timed = len(drawn) > 0 and not np.isnat(drawn["published"]).any()
    across = drawn["published"] if is_timed else drawn["steps"]
    ax = axes_for_rows(ax, drawn["words"].tolist())
    _draw_links(ax, drawn, across)
    _draw_reports(ax, drawn, across)
    more = not_drawn(len(data) - len(drawn), "report", most)
    if is_timed:
        label_time_axis(ax, f"published ({zone_of(_drawn_reports(copied, group))}){more}")
    else:
        ax.set_xticks(np.unique(across))
        ax.set_xlim(-0.5, across.max(initial=0) + 0.5)
        ax.set_xlabel(f"steps from the origin{more}")
    backing = backing_in_words(len(data), len(set(data["origin"])))
    draw_title(ax, f"{backing}: {copied.title}" if isinstance(copied, EventRecord) else backing)
    draw_legend(ax)
    return ax


def _ranks(data: DrawnData) -> list[tuple[int, bool]]:
    """For each report how many copied it, directly or through others, and whether it is no copy itself."""
    parents = {name: above for name, above in data[["article_id", "parent"]].tolist() if above is not None}
    copies = Counter(above for name in parents for above in _copied_path(name, parents)[1:])
    return [(-copies[name], name not in parents) for name in data["article_id"].tolist()]


def _drawn_reports(copied: EventRecord | CopyGroups, group: int | str | None) -> tuple[Report, ...]:
    """The articles to draw, earliest first; those of copy groups have only ids."""
    if isinstance(copied, EventRecord):
        return copied.articles
    origin = _chosen_origin(copied, group)
    rows = np.argsort(copied.order, kind="stable")
    names = (str(copied.ids[row]) for row in rows if copied.labels[row] >= 0)
    return tuple(_report_of_copy(name, copied) for name in names if copied.origins[name] == origin)


def _chosen_origin(copies: CopyGroups, group: int | str | None) -> str | None:
    """The origin of the group to draw."""
    if group is None:
        reprints = Counter(copies.origins[name] for name in copies.relations)
        return next((name for name, _ in reprints.most_common(1)), None)
    group = id_or_number(group, "group", "label")
    if isinstance(group, str):
        return copies.origin_of(group)
    if not 0 <= group < len(copies.groups):
        raise UnknownArticleError(f"no group {group}: there are {len(copies.groups)}, numbered from 0")
    return copies.origin_of(copies.groups[group][0])


def _report_of_copy(name: str, copies: CopyGroups) -> Report:
    relation = copies.relations.get(name)
    if relation is None:
        return Report(id=name, origin=copies.origins[name])
    words = f"{name} · Jaccard {relation.jaccard:.2f}, containment {relation.containment:.2f}"
    return Report(id=name, title=words, copy_of=relation.to, origin=copies.origins[name], relation=relation.kind)


def _parent_of_each(reports: Sequence[Report]) -> dict[str, str]:
    """The article that each copy or excerpt copied; its origin where copies form a circle."""
    above = {one.id: one.copy_of or one.origin for one in reports if one.relation}
    origin = {one.id: one.origin for one in reports}
    return {name: to if _copied_path(name, above)[-1] not in above else origin[name] for name, to in above.items()}


def _copied_path(name: str, parents: Mapping[str, str]) -> list[str]:
    """A report, what it copied, what that copied …; a circle ends before its start."""
    path = [name]
    while (above := parents.get(path[-1])) is not None and above not in path:
        path.append(above)
    return path


def _draw_links(ax: Any, drawn: DrawnData, across: NDArray[Any]) -> None:
    """A line down from each report that was copied, and across to its copy."""
    row_of = {name: row for row, name in enumerate(drawn["article_id"].tolist())}
    line = {"color": ink_of(ax), "alpha": 0.5, "linewidth": 1.5, "zorder": 1}
    for row, parent in enumerate(drawn["parent"].tolist()):
        if parent in row_of:
            above = row_of[parent]
            ax.plot([across[above], across[above], across[row]], [above, row, row], **line)


def _draw_reports(ax: Any, drawn: DrawnData, across: NDArray[Any]) -> None:
    for relation, (shape, colour) in _RELATION_SHAPES.items():
        here = np.flatnonzero(drawn["relation"] == relation)
        filled = paper_of(ax) if colour == _PAPER else colour
        if len(here):
            ax.plot(across[here], here, shape, color=filled, markersize=8, **rim_of(ax), label=relation)
