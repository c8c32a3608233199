"""Records as tables: a row per figure, per rival value of a conflict, per claim, or per article of the input."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from attrs import frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import Alternative, ReconciledFigure
from newsdedup.figures.plain_data import plain_number
from newsdedup.figures.reconcile.alignment.units import in_one_unit
from newsdedup.figures.reconcile.disputed import is_disputed
from newsdedup.figures.reconcile.tolls import claim_origin
from newsdedup.records.record import EventRecord
from newsdedup.support.errors import SettingError, in_message
from newsdedup.support.frames import ArticleId, Table

_CELL_SEPARATOR: Final = " | "  # several values in one cell
_ARTICLE_COLUMNS: Final[Mapping[str, type]] = {
    "id": ArticleId,
    "event": int,
    "event_id": str,
    "origin": ArticleId,
    "relation": str,
}
_VALUES: Final = ("low", "best", "high")
_OF_RECORD: Final = ("event_id", "title", "start_date", "end_date")
_FIGURE_TYPES: Final[Mapping[str, type]] = (
    dict.fromkeys((*_OF_RECORD, "noun", "role", "kind", "unit", "place", "level", "change", "modality", "as_of"), str)
    | dict.fromkeys(_VALUES, float)
    | dict.fromkeys(("qualifier", "status"), str)
    | dict.fromkeys(("n_articles", "n_origins"), int)
    | {"rule": str, "alternatives": str}
)
_RIVAL_TYPES: Final[Mapping[str, type]] = (
    {"event_id": str, "title": str, "figure": int, "noun": str, "role": str, "unit": str, "place": str}
    | {"value": float, "qualifier": str, "n_articles": int, "n_origins": int}
    | dict.fromkeys(("as_of", "reported_at", "article_ids", "origins", "texts"), str)
)
_CLAIM_TYPES: Final[Mapping[str, type]] = (
    {"event_id": str, "figure": int, "article_id": ArticleId, "start": int, "end": int, "text": str}
    | dict.fromkeys(("value", "low", "high"), float)
    | dict.fromkeys(("unit", "qualifier", "noun", "as_of"), str)
    | {"origin": ArticleId, "sentence": str}
)


@frozen
class RecordRows:
    """The records of events, and the event of each row of the input, as a collection has them."""

    records: tuple[EventRecord, ...]
    ids: tuple[str | None, ...]
    labels: Iterable[int]


def record_table(of: str, rows: RecordRows) -> Table:
    """One of the tables of records, by its name."""
    if not isinstance(of, str) or of not in TABLES_OF_RECORDS:
        *others, last = map(repr, TABLES_OF_RECORDS)
        raise SettingError(f"of={in_message(of)} is not a table of a collection: give {', '.join(others)} or {last}")
    return TABLES_OF_RECORDS[of](rows)


def _figures_table(rows: RecordRows) -> Table:
    """One row per figure."""
    return Table.of_rows(_FIGURE_TYPES, (_figure_row(record, figure) for _, record, figure in _numbered_figures(rows)))


def _numbered_figures(rows: RecordRows) -> Iterator[tuple[int, EventRecord, ReconciledFigure]]:
    """All figures with their numbers, which are those of the rows of the table of figures."""
    figures = ((record, figure) for record in rows.records for figure in record.figures)
    return ((number, record, figure) for number, (record, figure) in enumerate(figures))


def _figure_row(record: EventRecord, figure: ReconciledFigure) -> tuple[Any, ...]:
    values = {name: getattr(record, name) for name in _OF_RECORD}
    values |= {"place": figure.scope.place, "level": figure.scope.level}
    values |= {name: plain_number(getattr(figure, name)) for name in _VALUES}
    values["alternatives"] = _CELL_SEPARATOR.join(_all_digits(one.value) for one in figure.alternatives) or None
    return tuple(values[name] if name in values else getattr(figure, name) for name in _FIGURE_TYPES)


def _all_digits(value: Decimal) -> str:
    """All digits of a number, without zeros at the end of its fraction."""
    printed = f"{value:f}"
    return printed.rstrip("0").rstrip(".") if "." in printed else printed


def _rivals_table(rows: RecordRows) -> Table:
    """One row per rival value of a conflict; the column `figure` is the row of its figure."""
    found = (
        _rival_row(number, record, figure, one)
        for number, record, figure in _numbered_figures(rows)
        for one in figure.alternatives
    )
    return Table.of_rows(_RIVAL_TYPES, found)


def _rival_row(number: int, record: EventRecord, figure: ReconciledFigure, one: Alternative) -> tuple[Any, ...]:
    claims = _claims_of(figure, one)
    values = {"event_id": record.event_id, "title": record.title, "figure": number, "place": figure.scope.place}
    values |= {"noun": figure.noun, "role": figure.role, "unit": figure.unit, "value": plain_number(one.value)}
    values["article_ids"] = _CELL_SEPARATOR.join(dict.fromkeys(claim.article_id for claim in claims)) or None
    values["origins"] = _CELL_SEPARATOR.join(dict.fromkeys(map(claim_origin, claims))) or None
    values["texts"] = _CELL_SEPARATOR.join(dict.fromkeys(claim.text for claim in claims)) or None
    return tuple(values[name] if name in values else getattr(one, name) for name in _RIVAL_TYPES)


def _claims_of(figure: ReconciledFigure, one: Alternative) -> list[FigureClaim]:
    """The claims that print a rival value, in whatever unit."""
    converted = zip(figure.claims, in_one_unit(figure.claims), strict=True)
    return [
        claim
        for claim, same in converted
        if (same.number, same.qualifier) == (one.value, one.qualifier) and not is_disputed(claim)
    ]


def _claims_table(rows: RecordRows) -> Table:
    """One row per claim; the column `figure` is the row of its figure."""
    return Table.of_rows(_CLAIM_TYPES, _claim_rows(rows))


def _claim_rows(rows: RecordRows) -> Iterator[tuple[Any, ...]]:
    for number, record, figure in _numbered_figures(rows):
        for claim in figure.claims:
            values: dict[str, Any] = {"event_id": record.event_id, "figure": number}
            values |= {name: plain_number(getattr(claim, name)) for name in ("value", "low", "high")}
            yield tuple(values[name] if name in values else getattr(claim, name) for name in _CLAIM_TYPES)


def _articles_table(rows: RecordRows) -> Table:
    """One row per row of the input; a rejected one has no event."""
    reports = {report.id: report for record in rows.records for report in record.articles}

    def row_of(article_id: str | None, label: int) -> tuple[Any, ...]:
        if label < 0:
            return (article_id, label, None, None, None)
        report = reports[str(article_id)]
        return (report.id, label, rows.records[label].event_id, report.origin, report.relation)

    return Table.of_rows(_ARTICLE_COLUMNS, map(row_of, rows.ids, rows.labels), range(len(rows.ids)))


TABLES_OF_RECORDS: Final[Mapping[str, Callable[[RecordRows], Table]]] = {
    "figures": _figures_table,
    "alternatives": _rivals_table,
    "claims": _claims_table,
    "articles": _articles_table,
}
