"""A collection of event records: saved, loaded, as tables, and as a page for a news desk."""

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
from newsdedup.articles.frame_origin import NO_FRAME, FrameOrigin
from newsdedup.articles.intake import articles_from
from newsdedup.articles.read_options import ReadOptions
from newsdedup.articles.scoring import Labelled
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.plain_data import plain_number
from newsdedup.records.record import SCHEMA, EventRecord, Report
from newsdedup.support.display import Displayed, count_in_words, load_interfaces, write_page
from newsdedup.support.errors import InputError, SettingError, UnknownArticleError
from newsdedup.support.frames import ArticleId, Table
from newsdedup.support.settings import writable

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
    | {"rule": str}
)
_CLAIM_TYPES: Final[Mapping[str, type]] = (
    {"event_id": str, "figure": int, "article_id": ArticleId, "start": int, "end": int, "text": str}
    | dict.fromkeys(("value", "low", "high"), float)
    | dict.fromkeys(("qualifier", "noun", "as_of"), str)
    | {"origin": ArticleId, "sentence": str}
)


@frozen(eq=False, repr=False)
class EventCollection(Labelled, Displayed, Sequence[EventRecord]):
    """Records of events, with the rejected articles and the settings used.

    Attributes
    ----------
    records : tuple of EventRecord
        In the order in which their first articles appear in the input.
    ids : tuple of str or None
        One per input row, rejected rows included.
    labels : ndarray of int64
        Index of the record of each row; -1 for a rejected row.
    rejected : tuple of Rejection
    settings : mapping
        Every setting that can change the result, including the working point.
    frame_origin : FrameOrigin
        What the input was: its kind of table, its index and its own ids, for `to_frame`; not saved.
    """

    records: tuple[EventRecord, ...] = ()
    ids: tuple[str | None, ...] = ()
    labels: NDArray[np.int64] = field(factory=lambda: np.zeros(0, np.int64))
    rejected: tuple[Rejection, ...] = ()
    settings: Mapping[str, Any] = field(factory=dict)
    frame_origin: FrameOrigin = NO_FRAME

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
        articles = count_in_words(sum(record.n_articles for record in self.records), "article")
        return f"<EventCollection: {count_in_words(len(self), 'event')}, {articles}, {len(self.rejected)} rejected>"

    @cached_property
    def _by_article(self) -> dict[str, tuple[EventRecord, Report]]:
        return {report.id: (record, report) for record in self.records for report in record.articles}

    def of(self, article_id: str) -> EventRecord:
        """The record that an article is in.

        Raises
        ------
        UnknownArticleError
            If there is no such article, or it was rejected.
        """
        if article_id not in self._by_article:
            raise UnknownArticleError.of(article_id, self._by_article)
        return self._by_article[article_id][0]

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each record as plain data."""
        return [record.to_dict() for record in self.records]

    def to_frame(self, *, of: str = "figures", kind: str | None = None) -> Any:
        """One row per figure or per claim; or one per article, in input order, to join events to the input by id.

        Parameters
        ----------
        of : {"figures", "claims", "articles"}
            The column `figure` of a claim is the row of its figure.
        kind : {"pandas", "polars", "pyarrow"}, optional
            By default the kind of the input table, else the first of these that is installed.

        Raises
        ------
        SettingError
            If there is no such table or kind.
        MissingExtraError
            If the library of the kind is not installed.

        Examples
        --------
        >>> from newsdedup import consolidate
        >>> events = consolidate([{"id": "a", "text": "Ngày 14/6, hội nghị có 11.000 điểm cầu tham gia."}])
        >>> events.to_frame(kind="polars").select("noun", "best", "status").rows()
        [('điểm cầu', 11000.0, 'single_source')]
        >>> events.to_frame(of="articles", kind="polars").select("id", "event", "origin").rows()
        [('a', 0, 'a')]
        """
        return self.frame_origin.frame_of(self.table(of), self.ids, kind)

    def table(self, of: str = "figures") -> Table:
        """The columns of `to_frame`, independent of a library."""
        if of == "figures":
            return _figures_table(self.records)
        if of == "claims":
            return _claims_table(self.records)
        if of == "articles":
            rows = range(len(self.ids))
            return Table.of_rows(_ARTICLE_COLUMNS, map(self._article_row, self.ids, self.labels.tolist()), rows)
        raise SettingError(f"of={of!r} is not a table of a collection: give 'figures', 'claims' or 'articles'")

    def _article_row(self, article_id: str | None, label: int) -> tuple[Any, ...]:
        """The event of an input row; a rejected row has none."""
        if label < 0:
            return (article_id, label, *(None for _ in range(len(_ARTICLE_COLUMNS) - 2)))
        record, report = self._by_article[str(article_id)]
        return (report.id, label, record.event_id, report.origin, report.relation)

    def save(self, path: str | Path) -> None:
        """Write JSON Lines: a line with the settings and the rejected rows, then one record per line.

        Raises
        ------
        SettingError
            If the folder of the file does not exist.
        """
        with writable(path).open("wb") as file:
            for data in (self._head(), *self.to_dicts()):
                file.write(json_bytes(data) + b"\n")

    def report(
        self,
        path: str | Path,
        *,
        articles: Any = None,
        columns: Mapping[str, str] | None = None,
        encoding: str | None = None,
        strict: bool = False,
    ) -> None:
        """Write one HTML page for a news desk: all events, to search, filter, compare and print.

        Parameters
        ----------
        path : path
            The file to write; the page needs no other file and no network.
        articles : Articles, path, frame or iterable, optional
            The articles of the events, as anything that `read_articles` takes, to show their whole texts
            side by side. Without them, the page shows the sentences that print the figures.
        columns, encoding, strict
            As for `read_articles`.

        Raises
        ------
        InputError
            If the articles cannot be read.
        SettingError
            If the folder of the file does not exist, or an option has a value that is not allowed.
        """
        path = writable(path)
        reading = ReadOptions(columns=columns, encoding=encoding, strict=strict)
        texts = {} if articles is None else {one.id: one.text for one in articles_from(articles, reading)}
        load_interfaces()
        write_page(self, path, texts)

    @classmethod
    def load(cls, path: str | Path) -> EventCollection:
        """The collection that `save` wrote, or the records of a JSON Lines file that has only records.

        Raises
        ------
        InputError
            If there is no such file, or it holds anything else.
        """
        lines = _json_lines(Path(path))
        head = lines.pop(0) if lines and "collection" in lines[0] else None
        records = tuple(_record_from(data, path) for data in lines)
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
    """JSON in UTF-8; a lone surrogate, which UTF-8 cannot encode, as a JSON escape."""
    return json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False).encode("utf-8", "backslashreplace")


def _json_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    if not path.is_file():
        raise InputError(f"there is no file {str(path)!r}: give what .save() wrote")
    objects = []
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                value = json.loads(line) if line.strip() else {}
            except ValueError as problem:
                raise InputError(f"{str(path)!r}, line {number}: {problem}; give what .save() wrote") from problem
            if not isinstance(value, dict):
                raise InputError(f"{str(path)!r}, line {number} does not hold a record; give what .save() wrote")
            objects += [value] if value else []
    return objects


def _record_from(data: Mapping[str, Any], path: str | Path) -> EventRecord:
    """A record from a line of a file, with a clear error where it is not one."""
    try:
        return EventRecord.from_dict(data)
    except InputError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as problem:
        name = data.get("event_id")
        raise InputError(
            f"{str(path)!r}: the record {name!r} is incomplete ({problem}); give what .save() wrote"
        ) from problem


def _of_records(records: tuple[EventRecord, ...]) -> EventCollection:
    """A collection of records whose input is unknown: one row per article, record by record."""
    ids = [(report.id, label) for label, record in enumerate(records) for report in record.articles]
    labels = np.array([label for _, label in ids], np.int64)
    return EventCollection(records, tuple(name for name, _ in ids), labels)


def _figures_table(records: Iterable[EventRecord]) -> Table:
    """One row per figure."""
    return Table.of_rows(_FIGURE_TYPES, (_figure_row(record, one) for record in records for one in record.figures))


def _figure_row(record: EventRecord, figure: ReconciledFigure) -> tuple[Any, ...]:
    values = {name: getattr(record, name) for name in _OF_RECORD}
    values |= {"place": figure.scope.place, "level": figure.scope.level}
    values |= {name: plain_number(getattr(figure, name)) for name in _VALUES}
    return tuple(values[name] if name in values else getattr(figure, name) for name in _FIGURE_TYPES)


def _claims_table(records: Iterable[EventRecord]) -> Table:
    """One row per claim; the column `figure` is the row of its figure in `_figures_table`."""
    return Table.of_rows(_CLAIM_TYPES, _claim_rows(records))


def _claim_rows(records: Iterable[EventRecord]) -> Iterator[tuple[Any, ...]]:
    figures = ((record.event_id, figure) for record in records for figure in record.figures)
    for number, (event_id, figure) in enumerate(figures):
        for claim in figure.claims:
            values: dict[str, Any] = {"event_id": event_id, "figure": number}
            values |= {name: plain_number(getattr(claim, name)) for name in ("value", "low", "high")}
            yield tuple(values[name] if name in values else getattr(claim, name) for name in _CLAIM_TYPES)
