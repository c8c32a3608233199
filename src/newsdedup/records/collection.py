"""Records of events together: saved, loaded, as tables, and as a page for a news desk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final, overload

import numpy as np
from attrs import asdict, field, frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Rejection
from newsdedup.articles.intake import read_articles
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.plain_data import plain_number
from newsdedup.records.record import SCHEMA, EventRecord, Report
from newsdedup.support.display import Displayed, load_interfaces, write_page
from newsdedup.support.errors import InputError, SettingError, UnknownArticleError
from newsdedup.support.frames import Table


@frozen(eq=False, repr=False)
class EventCollection(Displayed, Sequence[EventRecord]):
    """Records of events, with what was left out and the settings that made them.

    Attributes
    ----------
    records : tuple of EventRecord
        By the first appearance of an article of theirs.
    ids : tuple of str or None
        One an input row, rejected rows included.
    labels : ndarray of int64
        Index of the record of each row; -1 for a rejected row.
    rejected : tuple of Rejection
    settings : mapping
        Every setting that can change the result, the working point included.
    frame_kind : str or None
        The kind of table that the articles came in; not saved.
    """

    records: tuple[EventRecord, ...] = ()
    ids: tuple[str | None, ...] = ()
    labels: NDArray[np.int64] = field(factory=lambda: np.zeros(0, np.int64))
    rejected: tuple[Rejection, ...] = ()
    settings: Mapping[str, Any] = field(factory=dict)
    frame_kind: str | None = None

    @overload
    def __getitem__(self, index: int) -> EventRecord: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[EventRecord, ...]: ...
    def __getitem__(self, index: Any) -> Any:
        return self.records[index]

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[EventRecord]:
        return iter(self.records)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, EventCollection):
            return NotImplemented
        return self._head() == other._head() and self.records == other.records

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        n_articles = sum(record.n_articles for record in self.records)
        return f"<EventCollection: {len(self)} events, {n_articles} articles, {len(self.rejected)} rejected>"

    @cached_property
    def _reports(self) -> dict[str, Report]:
        return {report.id: report for record in self.records for report in record.articles}

    @cached_property
    def _index(self) -> dict[str, EventRecord]:
        return {report.id: record for record in self.records for report in record.articles}

    def of(self, article_id: str) -> EventRecord:
        """The record that an article is in."""
        if article_id not in self._index:
            raise UnknownArticleError(f"no article {article_id!r} among {len(self._index)}: .ids lists them")
        return self._index[article_id]

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each record as plain data."""
        return [record.to_dict() for record in self.records]

    def to_frame(self, *, of: str = "figures", kind: str | None = None) -> Any:
        """One row a figure; or one a claim; or one an article in input order, to join events back by id.

        Parameters
        ----------
        of : {"figures", "claims", "articles"}
            The column `figure` of a claim is the row of its figure.
        kind : {"pandas", "polars", "pyarrow"}, optional
            By default the kind that the articles came in, else the first of these that is installed.

        Examples
        --------
        >>> from newsdedup import consolidate
        >>> events = consolidate([{"id": "a", "text": "Ngày 14/6, hội nghị có 11.000 điểm cầu tham gia."}])
        >>> events.to_frame(kind="polars").select("noun", "best", "status").rows()
        [('điểm cầu', 11000.0, 'single_source')]
        >>> events.to_frame(of="articles", kind="polars").select("id", "event", "origin").rows()
        [('a', 0, 'a')]
        """
        return self.table(of).to_frame(kind or self.frame_kind)

    def table(self, of: str = "figures") -> Table:
        """What `to_frame` shows, of no library."""
        if of == "figures":
            return Table.of_rows(_FIGURE, (_row(record, one) for record in self.records for one in record.figures))
        if of == "claims":
            return Table.of_rows(_CLAIM, _claim_rows(self.records))
        if of == "articles":
            return Table.of_rows(_ARTICLE, map(self._article_row, self.ids, self.labels.tolist()))
        raise SettingError(f"of={of!r} is nothing that a frame is made of: give 'figures', 'claims' or 'articles'")

    def _article_row(self, article_id: str | None, label: int) -> tuple[Any, ...]:
        """Where an input row went; a rejected one went nowhere."""
        if label < 0:
            return (article_id, label, *(None for _ in range(len(_ARTICLE) - 2)))
        record, report = self.records[label], self._reports[str(article_id)]
        return (report.id, label, record.event_id, report.origin, report.relation)

    def save(self, path: str | Path) -> None:
        """Write JSON Lines: a line with the settings and the rejected rows, then a record a line."""
        with Path(path).open("wb") as file:
            for data in (self._head(), *self.to_dicts()):
                file.write(json_bytes(data) + b"\n")

    def report(self, path: str | Path, *, articles: Any = None) -> None:
        """Write one HTML page for a news desk: all events, to search, filter, compare and print.

        Parameters
        ----------
        path : path
            The page; it needs no other file and no network.
        articles : Articles, path, frame or iterable, optional
            The articles of the events, as anything that `read_articles` takes: their whole texts
            then stand side by side. Without them, the sentences that the figures stand in do.
        """
        texts = {} if articles is None else {article.id: article.text for article in read_articles(articles)}
        load_interfaces()
        write_page(self, path, texts)

    @classmethod
    def load(cls, path: str | Path) -> EventCollection:
        """The collection that `save` wrote, or the records of a JSON Lines file of records alone."""
        lines = _json_lines(Path(path))
        head = lines.pop(0) if lines and "collection" in lines[0] else None
        records = tuple(_record(data, path) for data in lines)
        if head is None:
            return _of_records(records)
        return cls(
            records=records,
            ids=tuple(head["ids"]),
            labels=np.array(head["labels"], np.int64),
            rejected=tuple(Rejection(**one) for one in head["rejected"]),
            settings=head["settings"],
        )

    def _head(self) -> dict[str, Any]:
        return {
            "collection": SCHEMA,
            "ids": list(self.ids),
            "labels": self.labels.tolist(),
            "rejected": [asdict(one) for one in self.rejected],
            "settings": dict(self.settings),
        }


def json_bytes(data: Any, *, indent: int | None = None) -> bytes:
    """JSON in UTF-8; a lone surrogate, which UTF-8 has no bytes for, as a JSON escape."""
    return json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False).encode("utf-8", "backslashreplace")


def _json_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    objects = []
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                value = json.loads(line) if line.strip() else {}
            except ValueError as problem:
                raise InputError(f"{str(path)!r}, line {number}: {problem}; give what .save() wrote") from problem
            if not isinstance(value, dict):
                raise InputError(f"{str(path)!r}, line {number} holds no record; give what .save() wrote")
            objects += [value] if value else []
    return objects


def _record(data: Mapping[str, Any], path: str | Path) -> EventRecord:
    """A record of a file that may hold anything."""
    try:
        return EventRecord.from_dict(data)
    except InputError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as problem:
        name = data.get("event_id")
        raise InputError(
            f"{str(path)!r}: the record {name!r} is not whole ({problem}); give what .save() wrote"
        ) from problem


def _of_records(records: tuple[EventRecord, ...]) -> EventCollection:
    """A collection of records whose input is not known: one row an article, record by record."""
    ids = [(report.id, label) for label, record in enumerate(records) for report in record.articles]
    labels = np.array([label for _, label in ids], np.int64)
    return EventCollection(records, tuple(name for name, _ in ids), labels)


_NUMBERS: Final = ("low", "best", "high")
_WORDS: Final = ("event_id", "title", "start_date", "end_date", "noun", "role", "kind", "unit", "place", "level")
_FIGURE: Final[Mapping[str, type]] = (
    dict.fromkeys((*_WORDS, "change", "modality", "as_of"), str)
    | dict.fromkeys(_NUMBERS, float)
    | dict.fromkeys(("qualifier", "status"), str)
    | dict.fromkeys(("n_articles", "n_origins"), int)
    | {"rule": str}
)
_CLAIM: Final[Mapping[str, type]] = (
    {"event_id": str, "figure": int, "article_id": str, "start": int, "end": int, "text": str}
    | dict.fromkeys(("value", "low", "high"), float)
    | dict.fromkeys(("qualifier", "noun", "as_of", "origin", "sentence"), str)
)
_ARTICLE: Final = {"id": str, "event": int, "event_id": str, "origin": str, "relation": str}


def _row(record: EventRecord, figure: ReconciledFigure) -> tuple[Any, ...]:
    values = {name: getattr(record, name) for name in ("event_id", "title", "start_date", "end_date")}
    values |= {"place": figure.scope.place, "level": figure.scope.level}
    values |= {name: plain_number(getattr(figure, name)) for name in _NUMBERS}
    return tuple(values[name] if name in values else getattr(figure, name) for name in _FIGURE)


def _claim_rows(records: Iterable[EventRecord]) -> Iterator[tuple[Any, ...]]:
    figures = ((record.event_id, figure) for record in records for figure in record.figures)
    for number, (event_id, figure) in enumerate(figures):
        for claim in figure.claims:
            values: dict[str, Any] = {"event_id": event_id, "figure": number}
            values |= {name: plain_number(getattr(claim, name)) for name in ("value", "low", "high")}
            yield tuple(values[name] if name in values else getattr(claim, name) for name in _CLAIM)
