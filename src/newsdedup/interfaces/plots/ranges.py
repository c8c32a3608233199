"""Figures as intervals, with their claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.figures.figure import ReconciledFigure
from newsdedup.interfaces.html import STATUS_COLOURS
from newsdedup.interfaces.plots.canvas import (
    GREY,
    ORANGE,
    RIM,
    SKY,
    axes_for_rows,
    draw_legend,
    draw_title,
    mark_rows,
    not_drawn,
)
from newsdedup.interfaces.wording import STATUS_LABELS, backing_in_words, figure_name, figure_remarks
from newsdedup.languages import format_number
from newsdedup.records.record import EventRecord
from newsdedup.support.errors import require

_FIGURE_DTYPE: Final = [
    *(("figure", "i8"), ("quantity", "O"), ("unit", "O"), ("status", "O"), ("mark", "O")),
    *(("low", "f8"), ("value", "f8"), ("high", "f8"), ("article_id", "O"), ("words", "O")),
]
_MOST_DRAWN_FIGURES: Final = 15  # figures that fit on a page
_OPEN: Final = 0.1  # length of an open end beyond the last value, as a share of the row's width
_ROOM: Final = 0.14  # width of a printed value, as a share of the row's width
_CLAIM_MARK: Final = {"color": "white", "markersize": 10, **RIM, "markeredgewidth": 1.3}
_BEST_MARK: Final = {"color": ORANGE, "markersize": 5.5, **RIM}


def figures_data(record: EventRecord) -> NDArray[np.void]:
    """The marks of `figures`.

    Parameters
    ----------
    record : EventRecord

    Returns
    -------
    structured array
        For each figure, numbered from 0 by ``figure``, one row whose ``mark`` is ``range``, one with
        ``best`` if it has a best value, and one with ``claim`` per claim: ``quantity``, ``unit`` and
        ``status`` of the figure; ``low``, ``value`` and ``high``, infinite where they are open;
        ``article_id`` and ``words`` of a claim.
    """
    require(record, EventRecord, "figures")
    return mark_rows(
        (row for number, one in enumerate(record.figures) for row in _figure_rows(number, one)), _FIGURE_DTYPE
    )


def _figure_rows(number: int, figure: ReconciledFigure) -> Iterator[tuple[Any, ...]]:
    about = number, _quantity_label(figure), figure.unit, figure.status
    yield *about, "range", *_as_floats(figure.low, None, figure.high), None, None
    if figure.best is not None:
        yield *about, "best", *_as_floats(figure.best, figure.best, figure.best), None, None
    for claim in figure.claims:
        printed = claim.printed
        yield *about, "claim", *_as_floats(printed.low, claim.number, printed.high), claim.article_id, claim.text


def _quantity_label(figure: ReconciledFigure) -> str:
    """The name of a figure, with its unit and what narrows it down."""
    unit = f" ({figure.unit})" if figure.unit else ""
    return " · ".join((f"{figure_name(figure)}{unit}", *figure_remarks(figure)))


def _as_floats(low: Decimal | None, value: Decimal | None, high: Decimal | None) -> tuple[float, float, float]:
    """As floating-point numbers: an open end is infinite, a missing value NaN."""
    return (
        -np.inf if low is None else float(low),
        np.nan if value is None else float(value),
        np.inf if high is None else float(high),
    )


def figures(record: EventRecord, *, ax: Any = None) -> Any:
    """Draw the figures of a record as intervals, with their claims and best values.

    Parameters
    ----------
    record : EventRecord
    ax : matplotlib Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib Axes
        Each figure on its own scale, with its numbers above the marks. The first 15 figures are drawn;
        the axis gives the number of the others.
    """
    data = figures_data(record)
    shown = record.figures[:_MOST_DRAWN_FIGURES]
    ax = axes_for_rows(ax, [_quantity_label(one) for one in shown])
    for number, one in enumerate(shown):
        _draw_figure(ax, number, data[data["figure"] == number], one.language)
        _print_status(ax, number, one)
    ax.set_xlim(-1.5 * _OPEN, 1 + 1.5 * _OPEN)
    ax.set_xticks([])
    words = "value, each figure on its own scale from the smallest to the largest printed one"
    ax.set_xlabel(words + not_drawn(len(record.figures) - len(shown), "figure"))
    ax.spines["bottom"].set_visible(False)
    draw_title(ax, record.title)
    _draw_figures_legend(ax)
    return ax


def _draw_figure(ax: Any, row: int, data: NDArray[np.void], language: str | None) -> None:
    """One figure: a bar from low to high, a mark for each claim, a diamond for the best value."""
    (whole,), best, claims = (data[data["mark"] == mark] for mark in ("range", "best", "claim"))
    place = _scale_of(data)
    _draw_range(ax, row, place(whole["low"]), place(whole["high"]))
    is_between = np.isfinite(claims["low"]) & np.isfinite(claims["high"])
    ends = place(claims["low"][is_between]), place(claims["high"][is_between])
    ax.hlines(np.full(is_between.sum(), row), *ends, color=GREY, linewidth=1.5)
    for shape, here in _claims_by_shape(claims).items():
        ax.plot(place(claims["value"][here]), np.full(here.sum(), row), shape, **_CLAIM_MARK)
    ax.plot(place(best["value"]), np.full(len(best), row), "D", **_BEST_MARK)
    _print_values(ax, row, data, place, language)


def _scale_of(data: NDArray[np.void]) -> Callable[[Any], Any]:
    """The scale of a figure: the smallest value is at 0, the largest at 1, open ends are beyond."""
    ends = np.concatenate([data[name] for name in ("low", "value", "high")])
    known = ends[np.isfinite(ends)]
    least, span = known.min(), np.ptp(known)

    def place(value: Any) -> Any:
        return np.clip((value - least) / span if span else np.where(np.isinf(value), value, 0.5), -_OPEN, 1 + _OPEN)

    return place


def _draw_range(ax: Any, row: int, low: float, high: float) -> None:
    """A bar from low to high; an arrow at an open end."""
    ax.hlines(row, low, high, color=SKY, alpha=0.55, linewidth=9)
    for end, edge, arrow in ((low, -_OPEN, "<"), (high, 1 + _OPEN, ">")):
        if end == edge:
            ax.plot(end, row, arrow, color=SKY, markersize=11, markeredgewidth=0)


def _claims_by_shape(claims: NDArray[np.void]) -> dict[str, NDArray[np.bool_]]:
    """The claims of each mark: an open claim points to its open side."""
    down, up = claims["low"] == -np.inf, claims["high"] == np.inf
    return {"<": down, ">": up, "o": ~down & ~up}


def _print_values(ax: Any, row: int, data: NDArray[np.void], place: Callable[[Any], Any], language: str | None) -> None:
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
                fontsize=7.5,
                fontweight=weight,
            )


def _print_status(ax: Any, row: int, figure: ReconciledFigure) -> None:
    """Beside a row its status, and how many reports and origins print it."""
    label, (ink, paper) = STATUS_LABELS[figure.status], STATUS_COLOURS[figure.status].light
    badge = {"facecolor": paper, "edgecolor": ink, "linewidth": 0.4, "boxstyle": "round,pad=0.15"}
    beside = {"transform": ax.get_yaxis_transform(), "fontsize": 8}
    ax.text(1.03, row - 0.08, f"{label.glyph} {label.word}", va="bottom", color=ink, bbox=badge, **beside)
    ax.text(1.03, row + 0.08, backing_in_words(figure.n_articles, figure.n_origins), va="top", **beside)


def _draw_figures_legend(ax: Any) -> None:
    """The legend: the meaning of the marks."""
    ax.plot([], [], "o", **_CLAIM_MARK, label="claim")
    ax.plot([], [], ">", **_CLAIM_MARK, label="claim: more than this")
    ax.plot([], [], "<", **_CLAIM_MARK, label="claim: less than this")
    ax.plot([], [], "D", **_BEST_MARK, label="best value")
    draw_legend(ax)
