"""Figures as intervals, with their claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.figures.figure import ReconciledFigure
from newsdedup.interfaces.distinction import distinguishing_words
from newsdedup.interfaces.html import STATUS_COLOURS
from newsdedup.interfaces.plots.canvas import (
    SMALLEST_TEXT,
    axes_for_rows,
    draw_legend,
    draw_title,
    ink_of,
    is_dark,
    most_important,
    not_drawn,
    paper_of,
    rim_of,
)
from newsdedup.interfaces.plots.drawn_data import DrawnData, as_kind, drawn_data_of
from newsdedup.interfaces.wording import STATUS_LABELS, backing_in_words, figure_name, figure_remarks
from newsdedup.languages import format_number
from newsdedup.records.record import EventRecord
from newsdedup.support.arguments import whole_option
from newsdedup.support.errors import require

_FIGURE_DTYPE: Final = [
    *(("figure", "i8"), ("quantity", "O"), ("unit", "O"), ("status", "O"), ("mark", "O")),
    *(("low", "f8"), ("value", "f8"), ("high", "f8"), ("article_id", "O"), ("words", "O")),
]
_MOST_FIGURES: Final = 15  # figures that fit on a page
_OPEN: Final = 0.1  # length of an open end beyond the last value, as a share of the row's width
_ROOM: Final = 0.14  # width of a printed value, as a share of the row's width
_RANGE, _BEST = "C0", "C1"  # colours of the style's cycle
_BY_URGENCY: Final = tuple(STATUS_LABELS)


def figures_data(record: EventRecord, *, kind: str | None = None) -> Any:
    """The marks of `figures`.

    Parameters
    ----------
    record : EventRecord
    kind : {"array", "pandas", "polars", "pyarrow"}, optional
        A structured array, which is the default, or a table of a library.

    Returns
    -------
    structured array or table
        For each figure, numbered from 0 by ``figure``, one row whose ``mark`` is ``range``, one with
        ``best`` if it has a best value, and one with ``claim`` per claim: ``quantity``, ``unit`` and
        ``status`` of the figure; ``low``, ``value`` and ``high``, infinite where they are open;
        ``article_id`` and ``words`` of a claim.

    Raises
    ------
    SettingError
        If there is no such kind.

    Examples
    --------
    >>> from newsdedup import consolidate
    >>> data = figures_data(consolidate(["Bão số 5 làm 2 người chết, 14 người bị thương."])[0])
    >>> [(str(one["quantity"]), float(one["value"])) for one in data if one["mark"] == "best"]
    [('người · dead', 2.0), ('người · injured', 14.0)]
    """
    return as_kind(_figure_marks(record), kind)


def _figure_marks(record: EventRecord) -> DrawnData:
    require(record, EventRecord, "figures")
    labels = _quantity_labels(record.figures)
    rows = (_figure_rows(number, *one) for number, one in enumerate(zip(labels, record.figures, strict=True)))
    return drawn_data_of(chain.from_iterable(rows), _FIGURE_DTYPE)


def _figure_rows(number: int, label: str, figure: ReconciledFigure) -> Iterator[tuple[Any, ...]]:
    about = number, label, figure.unit, figure.status
    yield *about, "range", *_as_floats(figure.low, None, figure.high), None, None
    if figure.best is not None:
        yield *about, "best", *_as_floats(figure.best, figure.best, figure.best), None, None
    for claim in figure.claims:
        printed = claim.printed
        yield *about, "claim", *_as_floats(printed.low, claim.number, printed.high), claim.article_id, claim.text


def _quantity_labels(figures: Sequence[ReconciledFigure]) -> list[str]:
    """The name of each figure, with its unit and what narrows it down; equal names with the words of an article."""
    return [
        " · ".join(filter(None, (_name_and_unit(one), *figure_remarks(one), words and f"“{words}”")))
        for one, words in zip(figures, distinguishing_words(figures), strict=True)
    ]


def _name_and_unit(figure: ReconciledFigure) -> str:
    return f"{figure_name(figure)} ({figure.unit})" if figure.unit else figure_name(figure)


def _as_floats(low: Decimal | None, value: Decimal | None, high: Decimal | None) -> tuple[float, float, float]:
    """As floating-point numbers: an open end is infinite, a missing value NaN."""
    return (
        -np.inf if low is None else float(low),
        np.nan if value is None else float(value),
        np.inf if high is None else float(high),
    )


def figures(record: EventRecord, *, most: int = _MOST_FIGURES, ax: Any = None) -> Any:
    """Draw the figures of a record as intervals, with their claims and best values.

    Parameters
    ----------
    record : EventRecord
    most : int
        Figures that are drawn: conflicts and superseded ones before others, then those of the most origins.
    ax : matplotlib Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib Axes
        Each figure on its own scale, with its numbers above the marks; the axis gives the number of
        figures that are not drawn.

    Raises
    ------
    SettingError
        If `most` is not a number of figures.
    """
    data, most = _figure_marks(record), whole_option("most", most, 1)
    shown = most_important([_urgency(one) for one in record.figures], most)
    labels = _quantity_labels(record.figures)
    ax = axes_for_rows(ax, [labels[number] for number in shown])
    for row, number in enumerate(shown):
        figure = record.figures[number]
        _draw_figure(ax, row, data[data["figure"] == number], figure.language)
        _print_status(ax, row, figure)
    ax.set_xlim(-1.5 * _OPEN, 1 + 1.5 * _OPEN)
    ax.set_xticks([])
    ax.grid(visible=False)
    words = "each figure on its own scale, from the smallest to the largest value"
    ax.set_xlabel(words + not_drawn(len(record.figures) - len(shown), "figure", most))
    ax.spines["bottom"].set_visible(False)
    draw_title(ax, record.title)
    _draw_figures_legend(ax)
    return ax


def _urgency(figure: ReconciledFigure) -> tuple[int, int]:
    return _BY_URGENCY.index(figure.status), -figure.n_origins


def _claim_mark(ax: Any) -> dict[str, Any]:
    return {"color": paper_of(ax), "markersize": 10, **rim_of(ax), "markeredgewidth": 1.3}


def _best_mark(ax: Any) -> dict[str, Any]:
    return {"color": _BEST, "markersize": 5.5, **rim_of(ax)}


def _draw_figure(ax: Any, row: int, data: DrawnData, language: str | None) -> None:
    """One figure: a bar from low to high, a mark for each claim, a diamond for the best value."""
    (whole,), best, claims = (data[data["mark"] == mark] for mark in ("range", "best", "claim"))
    place = _scale_of(data)
    _draw_range(ax, row, place(whole["low"]), place(whole["high"]))
    is_between = np.isfinite(claims["low"]) & np.isfinite(claims["high"])
    ends = place(claims["low"][is_between]), place(claims["high"][is_between])
    ax.hlines(np.full(is_between.sum(), row), *ends, color=ink_of(ax), alpha=0.6, linewidth=1.5)
    for shape, here in _claims_by_shape(claims).items():
        ax.plot(place(claims["value"][here]), np.full(here.sum(), row), shape, **_claim_mark(ax))
    ax.plot(place(best["value"]), np.full(len(best), row), "D", **_best_mark(ax))
    _print_values(ax, row, data, place, language)


def _scale_of(data: DrawnData) -> Callable[[Any], Any]:
    """The scale of a figure: the smallest value is at 0, the largest at 1, open ends are beyond."""
    ends = np.concatenate([data[name] for name in ("low", "value", "high")])
    known = ends[np.isfinite(ends)]
    least, span = known.min(), np.ptp(known)

    def place(value: Any) -> Any:
        return np.clip((value - least) / span if span else np.where(np.isinf(value), value, 0.5), -_OPEN, 1 + _OPEN)

    return place


def _draw_range(ax: Any, row: int, low: float, high: float) -> None:
    """A bar from low to high; an arrow at an open end."""
    ax.hlines(row, low, high, color=_RANGE, alpha=0.45, linewidth=9)
    for end, edge, arrow in ((low, -_OPEN, "<"), (high, 1 + _OPEN, ">")):
        if end == edge:
            ax.plot(end, row, arrow, color=_RANGE, markersize=11, markeredgewidth=0)


def _claims_by_shape(claims: DrawnData) -> dict[str, NDArray[np.bool_]]:
    """The claims of each mark: an open claim points to its open side."""
    down, up = claims["low"] == -np.inf, claims["high"] == np.inf
    return {"<": down, ">": up, "o": ~down & ~up}


def _print_values(ax: Any, row: int, data: DrawnData, place: Callable[[Any], Any], language: str | None) -> None:
    """The values above their marks: the best one always, the others where there is room."""
    best = data["value"][data["mark"] == "best"].tolist()
    values = sorted(set(data["value"][data["mark"] == "claim"].tolist()))
    printed: list[float] = []
    for value in (*best, *values[:1], *values[:-2:-1], *values):
        if all(abs(place(value) - place(other)) > _ROOM for other in printed):
            printed.append(value)
            weight = "bold" if value in best else "normal"
            ax.annotate(
                format_number(value, language),
                (place(value), row),
                (0, 8),
                textcoords="offset points",
                ha="center",
                fontsize=SMALLEST_TEXT,
                color=ink_of(ax),
                fontweight=weight,
            )


def _print_status(ax: Any, row: int, figure: ReconciledFigure) -> None:
    """Beside a row its status, and how many reports and origins print it."""
    label, colours = STATUS_LABELS[figure.status], STATUS_COLOURS[figure.status]
    ink, paper = colours.dark if is_dark(paper_of(ax)) else colours.light
    badge = {"facecolor": paper, "edgecolor": ink, "linewidth": 0.4, "boxstyle": "round,pad=0.15"}
    beside = {"transform": ax.get_yaxis_transform(), "fontsize": SMALLEST_TEXT}
    ax.text(1.03, row - 0.08, f"{label.glyph} {label.word}", va="bottom", color=ink, bbox=badge, **beside)
    backing = backing_in_words(figure.n_articles, figure.n_origins)
    ax.text(1.03, row + 0.08, backing, va="top", color=ink_of(ax), **beside)


def _draw_figures_legend(ax: Any) -> None:
    """The legend: the meaning of the marks."""
    ax.plot([], [], "o", **_claim_mark(ax), label="claim")
    ax.plot([], [], ">", **_claim_mark(ax), label="claim: more than this")
    ax.plot([], [], "<", **_claim_mark(ax), label="claim: less than this")
    ax.plot([], [], "D", **_best_mark(ax), label="best value")
    draw_legend(ax)
