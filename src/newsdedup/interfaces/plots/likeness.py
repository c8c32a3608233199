"""The similarity of the reports of an event, pair by pair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.events.groups import EventGroups
from newsdedup.interfaces.plots.canvas import (
    SMALL_TEXT,
    SMALLEST_TEXT,
    axes_for,
    draw_title,
    ink_of,
    is_dark,
    most_important,
    not_drawn,
    wrapped,
)
from newsdedup.interfaces.plots.drawn_data import DrawnData, as_kind
from newsdedup.interfaces.wording import count_in_words
from newsdedup.support.arguments import mapping_option, required_text, whole_option
from newsdedup.support.errors import require

_CELL_DTYPE: Final = [("left", "O"), ("right", "O"), ("relation", "O"), ("score", "f8")]
_CELL_SIGNS: Final = {"copies": "C: copies", "not compared": "×: not compared"}
_MOST_MAPPED: Final = 30  # reports that fit on a page, each with a label
_MOST_NUMBERED: Final = 15  # reports whose scores are printed in the cells
_MOST_LABELLED: Final = 50  # reports with room for a label
_CELL_INCHES: Final = 0.45
_MOST_INCHES: Final = 9.0  # of a side


def similarity_map_data(groups: EventGroups, event: int | str, *, kind: str | None = None) -> Any:
    """The marks of `similarity_map`.

    Parameters
    ----------
    groups : EventGroups
    event : int or str
        Its label, or the id of one of its articles.
    kind : {"array", "pandas", "polars", "pyarrow"}, optional
        A structured array, which is the default, or a table of a library.

    Returns
    -------
    structured array or table
        Every pair of articles, ``left`` and ``right``, row by row, similar articles next to each
        other: their ``relation`` (``same article, copies, compared`` or ``not compared``) and
        ``score``: 1 for copies, NaN where they were not compared.

    Raises
    ------
    UnknownArticleError
        If there is no such event or article.
    SettingError
        If there is no such kind.

    Examples
    --------
    >>> from newsdedup import find_events
    >>> found = find_events([
    ...     {"id": "a", "text": "Sáng 25/8, bão số 5 đổ bộ Nghệ An, hai người chết"},
    ...     {"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8"},
    ... ])
    >>> similarity_map_data(found, "a")["relation"].tolist()
    ['same article', 'compared', 'compared', 'same article']
    """
    return as_kind(_cells(groups, _rows_of_event(groups, event)), kind)


def _rows_of_event(groups: EventGroups, event: int | str) -> NDArray[np.int64]:
    require(groups, EventGroups, "similarity_map")
    return np.flatnonzero(groups.labels == groups.label_of(event))


def _cells(groups: EventGroups, rows: NDArray[np.int64]) -> DrawnData:
    """Every pair of some articles, similar ones next to each other."""
    score = _score_matrix(groups, rows)
    order = _similar_together(score)
    rows, score = rows[order], score[np.ix_(order, order)]
    left, right = np.repeat(rows, len(rows)), np.tile(rows, len(rows))
    copy_group, ids = groups.copies.labels, np.array(groups.ids, object)
    data = np.empty(score.size, _CELL_DTYPE)
    data["left"], data["right"], data["score"] = ids[left], ids[right], score.ravel()
    data["relation"] = np.select(
        [left == right, copy_group[left] == copy_group[right], np.isnan(data["score"])],
        [np.array(name, object) for name in ("same article", "copies", "not compared")],
        np.array("compared", object),
    )
    return data


def similarity_map(
    groups: EventGroups,
    event: int | str,
    *,
    names: Mapping[str, str] | None = None,
    most: int = _MOST_MAPPED,
    ax: Any = None,
) -> Any:
    """Draw the similarity of the reports of an event, pair by pair.

    Parameters
    ----------
    groups : EventGroups
    event : int or str
        Its label, or the id of one of its articles.
    names : mapping of str to str, optional
        Labels of the articles by id, such as their sources; by default their titles.
    most : int
        Reports that are drawn: one of each copy group before its copies, in the order of the input.
    ax : matplotlib Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib Axes
        The scale beside the map has the colours of scores, which are those of the style (``image.cmap``); a
        cross marks a pair that was not compared, C a pair of copies.

    Raises
    ------
    UnknownArticleError
        If there is no such event or article.
    SettingError
        If `most` is not a number of reports.
    """
    rows, most = _rows_of_event(groups, event), whole_option("most", most, 1)
    is_copy = ~np.isin(rows, groups.copies.representative_rows)
    data = _cells(groups, rows[most_important(is_copy.tolist(), most)])
    n = round(len(data) ** 0.5)
    drawn = data["right"][:n].tolist()
    own = {} if names is None else mapping_option("names", names, "{'a': 'Báo A'}")
    names = groups.titles(drawn) | {name: required_text("names", words) for name, words in own.items()}
    labels = [wrapped(names.get(name, name), 36) for name in drawn]
    side = min(2.0 + _CELL_INCHES * max(n, 4), _MOST_INCHES)
    ax = axes_for(ax, width=side + 2.6, height=side)
    cells = ax.imshow(data["score"].reshape(n, n), vmin=0, vmax=1, aspect="auto")
    ax.grid(visible=False)
    ax.set_facecolor("none")
    _write_cells(ax, cells, data, n)
    signs = (words for relation, words in _CELL_SIGNS.items() if relation in data["relation"])
    ax.set_xlabel("; ".join((_label_sides(ax, labels), *signs)) + not_drawn(len(rows) - n, "report", most))
    _draw_scale(ax, cells, groups.threshold)
    draw_title(ax, f"Similarity of the {count_in_words(len(rows), 'report')} of event {groups.label_of(event)}")
    return ax


def _write_cells(ax: Any, cells: Any, data: DrawnData, n: int) -> None:
    """The score in each cell of a small map, and a cross where there is none."""
    missing = np.flatnonzero(data["relation"] == "not compared")
    ax.plot(missing % n, missing // n, "x", color=ink_of(ax), alpha=0.6, markersize=4, linestyle="none")
    if n > _MOST_NUMBERED:
        return
    for place in np.flatnonzero(data["relation"] != "not compared").tolist():
        score, relation = data["score"][place], data["relation"][place]
        words = {"same article": "", "copies": "C"}.get(relation, f"{score:.2f}")
        ink = "white" if is_dark(cells.to_rgba(score)) else "black"  # on the colour of the cell, not on the paper
        ax.text(place % n, place // n, words, ha="center", va="center", color=ink, fontsize=SMALLEST_TEXT)


def _label_sides(ax: Any, labels: list[str]) -> str:
    """Label each row and number each column, where there is room; return what the axis shows."""
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)
    if len(labels) > _MOST_LABELLED:
        return "report, similar ones next to each other"
    numbers = range(1, len(labels) + 1)
    numbered = [f"{label}  {number}" for number, label in zip(numbers, labels, strict=True)]
    ax.set_yticks(range(len(labels)), numbered, parse_math=False, fontsize=SMALL_TEXT)
    ax.set_xticks(range(len(labels)), numbers, fontsize=SMALL_TEXT)
    return "report, numbered as on the left"


def _draw_scale(ax: Any, cells: Any, threshold: float) -> None:
    """Draw the scale of the shades, with the working point."""
    scale = ax.figure.colorbar(cells, ax=ax, fraction=0.05, pad=0.03)
    scale.set_label(f"score of a pair (line: working point, {threshold:.2f})")
    scale.ax.axhline(threshold, color="C1", linewidth=2.5)
    scale.outline.set_visible(False)


def _score_matrix(groups: EventGroups, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """The scores between articles, those of the representatives of their copy groups; NaN where there is none."""
    copies = groups.copies
    reports, place = np.unique(copies.representative_rows[copies.labels[rows]], return_inverse=True)
    inside = np.isin(groups.pairs["left"], reports) & np.isin(groups.pairs["right"], reports)
    pairs = groups.pairs[inside]
    left, right = np.searchsorted(reports, pairs["left"]), np.searchsorted(reports, pairs["right"])
    score = np.full((len(reports), len(reports)), np.nan)
    score[left, right] = score[right, left] = pairs["score"]
    np.fill_diagonal(score, 1)
    return score[np.ix_(place, place)]


def _similar_together(score: NDArray[np.float64]) -> NDArray[np.int64]:
    """An order with similar articles next to each other: the leaves of average linkage."""
    from scipy.cluster.hierarchy import leaves_list, linkage
    from scipy.spatial.distance import squareform

    if len(score) < 2:
        return np.zeros(len(score), np.int64)
    distance = squareform(1 - np.nan_to_num(score), checks=False)
    return np.asarray(leaves_list(linkage(distance, "average")), np.int64)
