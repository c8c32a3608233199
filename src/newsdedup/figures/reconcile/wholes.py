"""Figures of a part linked to the figure of the whole: a province's toll to that of the event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import evolve

from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.reconcile.compatibility import LEVELS
from newsdedup.text.normal_form import normalise


def with_wholes(figures: Sequence[ReconciledFigure]) -> list[ReconciledFigure]:
    """Link each figure of a part to that of the whole, with a note where the part exceeds it."""
    wholes: dict[tuple[str | None, ...], dict[str, ReconciledFigure]] = defaultdict(dict)
    for figure in figures:
        if figure.scope.level in LEVELS:
            wholes[_quantity_key(figure)].setdefault(figure.scope.level, figure)
    return [_linked(figure, _whole_of(figure, wholes[_quantity_key(figure)])) for figure in figures]


def _quantity_key(figure: ReconciledFigure) -> tuple[str | None, ...]:
    return figure.role or normalise(figure.noun or "").plain, figure.kind, figure.unit, figure.change, figure.modality


def _whole_of(part: ReconciledFigure, first_of_level: Mapping[str, ReconciledFigure]) -> ReconciledFigure | None:
    """The first figure of the next wider scope; only the event is surely wider than a place of unknown level."""
    if part.kind == "percent" or (part.scope.level not in LEVELS and part.scope.place is None):
        return None
    wider = LEVELS[: LEVELS.index(part.scope.level)] if part.scope.level in LEVELS else LEVELS[:1]
    return next((first_of_level[level] for level in reversed(wider) if level in first_of_level), None)


def _linked(part: ReconciledFigure, whole: ReconciledFigure | None) -> ReconciledFigure:
    if whole is None:
        return part
    name = " ".join(filter(None, (whole.noun, f"({whole.scope.place or whole.scope.level})")))
    exceeds = part.low is not None and whole.high is not None and part.low > whole.high
    notes = (*part.notes, f"larger than the whole it is a part of: {name}") if exceeds else part.notes
    return evolve(part, part_of=name, notes=notes)
