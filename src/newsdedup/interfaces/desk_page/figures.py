"""The figures of an event as the desk page shows them: data for its script, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from newsdedup.figures.figure import Alternative, ReconciledFigure
from newsdedup.figures.quantity import OPEN_ABOVE, OPEN_BELOW
from newsdedup.interfaces.html import printed_values, range_bar
from newsdedup.interfaces.wording import alternative_date, alternative_value, figure_name, figure_remarks, figure_value

_SERIES = ("history", "alternatives", "series")  # attributes that hold several values


def without_empty(**values: Any) -> dict[str, Any]:
    """The values that are neither missing nor empty."""
    return {name: value for name, value in values.items() if value not in (None, "", False, (), [], {})}


def key_figure(figure: ReconciledFigure) -> dict[str, Any]:
    """A figure as the card of an event shows it."""
    return without_empty(name=figure_name(figure), value=figure_value(figure), status=figure.status)


def figure_details(figure: ReconciledFigure) -> dict[str, Any]:
    """All that the page shows of a figure, except the positions of its claims."""
    return without_empty(
        **key_figure(figure),
        named=bool(figure.nouns),
        remarks=figure_remarks(figure),
        rule=figure.rule,
        articles=figure.n_articles,
        origins=figure.n_origins,
        bar=_bar(figure),
        partOf=figure.part_of,
        notes=figure.notes,
        **{name: [_step(one, figure) for one in getattr(figure, name)] for name in _SERIES},
    )


def _step(one: Alternative, figure: ReconciledFigure) -> dict[str, Any]:
    """One of several values of a figure, with its day and its origins."""
    return without_empty(
        value=alternative_value(one, figure), when=alternative_date(one), step=one.step, origins=one.n_origins
    )


def _bar(figure: ReconciledFigure) -> dict[str, Any] | None:
    """The bar of the printed values, with the side to which each is open."""
    bar = range_bar(figure)
    if bar is None:
        return None
    return without_empty(
        values=bar.values,
        sides=[_open_side(value, figure) for value in printed_values(figure)],
        best=[bar.best] if bar.best is not None else None,
        feasible=bar.feasible,
        openLeft=bar.open_left,
        openRight=bar.open_right,
        ends=bar.ends,
    )


def _open_side(value: Decimal, figure: ReconciledFigure) -> str:
    """The side to which all claims of a value leave it open: "more than 10" is open to the right."""
    printing = [claim.qualifier for claim in figure.claims if claim.value == value]
    sides = {"right" if one in OPEN_ABOVE else "left" if one in OPEN_BELOW else "" for one in printing}
    return sides.pop() if len(sides) == 1 else ""
