"""The records of a collection as tables: a row per figure, or per claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.plain_data import plain_number
from newsdedup.records.record import EventRecord
from newsdedup.support.frames import Table

_VALUES: Final = ("low", "best", "high")
_OF_RECORD: Final = ("event_id", "title", "start_date", "end_date")
_FIGURE_TYPES: Final[Mapping[str, type]] = (
    dict.fromkeys((*_OF_RECORD, "noun", "role", "kind", "unit", "place", "level", "change", "modality", "as_of"), str)
    | dict.fromkeys(_VALUES, float)
    | dict.fromkeys(("qualifier", "status"), str)
    | dict.fromkeys(("n_articles", "n_origins"), int)
    | {"rule": str}
)
_CLAIM_TYPES: Final[Mapping[str, type]] = (
    {"event_id": str, "figure": int, "article_id": str, "start": int, "end": int, "text": str}
    | dict.fromkeys(("value", "low", "high"), float)
    | dict.fromkeys(("qualifier", "noun", "as_of", "origin", "sentence"), str)
)


def figures_table(records: Iterable[EventRecord]) -> Table:
    """One row per figure."""
    return Table.of_rows(_FIGURE_TYPES, (_figure_row(record, one) for record in records for one in record.figures))


def _figure_row(record: EventRecord, figure: ReconciledFigure) -> tuple[Any, ...]:
    values = {name: getattr(record, name) for name in _OF_RECORD}
    values |= {"place": figure.scope.place, "level": figure.scope.level}
    values |= {name: plain_number(getattr(figure, name)) for name in _VALUES}
    return tuple(values[name] if name in values else getattr(figure, name) for name in _FIGURE_TYPES)


def claims_table(records: Iterable[EventRecord]) -> Table:
    """One row per claim; the column `figure` is the row of its figure in `figures_table`."""
    return Table.of_rows(_CLAIM_TYPES, _claim_rows(records))


def _claim_rows(records: Iterable[EventRecord]) -> Iterator[tuple[Any, ...]]:
    figures = ((record.event_id, figure) for record in records for figure in record.figures)
    for number, (event_id, figure) in enumerate(figures):
        for claim in figure.claims:
            values: dict[str, Any] = {"event_id": event_id, "figure": number}
            values |= {name: plain_number(getattr(claim, name)) for name in ("value", "low", "high")}
            yield tuple(values[name] if name in values else getattr(claim, name) for name in _CLAIM_TYPES)
