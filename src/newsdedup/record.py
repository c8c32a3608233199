"""The consolidated record of an event, and a collection of them that can be saved and loaded."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final, overload

import numpy as np
from attrs import asdict, field, frozen
from numpy.typing import NDArray

from newsdedup.article import Rejection
from newsdedup.display import Displayed
from newsdedup.errors import InputError, MissingExtraError, UnknownArticleError
from newsdedup.figures.event_dates import EventDates
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.plain import figure_from_dict, figure_to_dict, moment_of, moment_words, plain_number
from newsdedup.intake import read_articles
from newsdedup.mentions import Person, Place, Quote
from newsdedup.page.page import write_page

SCHEMA: Final = 1


@frozen(kw_only=True)
class Report:
    """An article's part in a record.

    Attributes
    ----------
    copy_of : str or None
        Id of the article that it is a copy of.
    origin : str
        Id of the article whose words it prints; its own where it copies none.
    relation : str or None
        ``copy`` or ``excerpt``, of `origin`.
    """

    id: str
    title: str | None = None
    source: str | None = None
    published_at: datetime | date | None = None
    url: str | None = None
    language: str | None = None
    copy_of: str | None = None
    origin: str
    relation: str | None = None


@frozen(kw_only=True)
class Statement:
    """A dated sentence of a report."""

    date: str
    text: str
    article_id: str


@frozen(kw_only=True)
class EventRecord(Displayed):
    """What the reports of one event say, together.

    Attributes
    ----------
    event_id : str
        A hash of the ids of its articles.
    title : str
        The headline, or first sentence, of its most central report.
    start_date, end_date : str or None
        First and last day of the event.
    dates : EventDates
        The same with how far the reports agree.
    articles : tuple of Report
        Earliest first.
    figures : tuple of ReconciledFigure
        The best supported first.
    people : tuple of Person
    places : tuple of Place
    quotes : tuple of Quote
        Quotations that two origins or more print.
    timeline : tuple of Statement
        Dated sentences, by date.
    notes : tuple of str
        What a reader must know, such as articles in a language that is not read.
    """

    event_id: str
    title: str
    dates: EventDates
    articles: tuple[Report, ...]
    figures: tuple[ReconciledFigure, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    quotes: tuple[Quote, ...] = ()
    timeline: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        title = textwrap.shorten(self.title, 60, placeholder=" …")
        return f"<EventRecord: {title!r}, {self.n_articles} articles, {len(self.figures)} figures>"

    @property
    def start_date(self) -> str | None:
        """First day of the event."""
        return self.dates.start_date

    @property
    def end_date(self) -> str | None:
        """Last day of the event."""
        return self.dates.end_date

    @property
    def n_articles(self) -> int:
        """Reports of the event, copies included."""
        return len(self.articles)

    @property
    def n_origins(self) -> int:
        """Reports in words of their own."""
        return len({report.origin for report in self.articles})

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON data, by the schema in ``docs/``."""
        dates = asdict(self.dates)
        return {
            "schema": SCHEMA,
            "event_id": self.event_id,
            "title": self.title,
            "start_date": dates.pop("start_date"),
            "end_date": dates.pop("end_date"),
            "dates": dates,
            "articles": [{**asdict(one), "published_at": moment_words(one.published_at)} for one in self.articles],
            "n_articles": self.n_articles,
            "n_origins": self.n_origins,
            "figures": [figure_to_dict(figure) for figure in self.figures],
            "people": [asdict(one) for one in self.people],
            "places": [asdict(one) for one in self.places],
            "quotes": [{**asdict(one), "article_ids": list(one.article_ids)} for one in self.quotes],
            "timeline": [asdict(one) for one in self.timeline],
            "notes": list(self.notes),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> EventRecord:
        """The record that `to_dict` wrote."""
        if data.get("schema") != SCHEMA:
            raise InputError(f"a record of schema {data.get('schema')!r}; this version reads schema {SCHEMA}")
        days = {name: data[name] for name in ("start_date", "end_date")}
        return cls(
            event_id=data["event_id"],
            title=data["title"],
            dates=EventDates(**days, **data["dates"]),
            articles=tuple(
                Report(**{**one, "published_at": moment_of(one["published_at"])}) for one in data["articles"]
            ),
            figures=tuple(figure_from_dict(one) for one in data["figures"]),
            people=tuple(Person(**one) for one in data["people"]),
            places=tuple(Place(**one) for one in data["places"]),
            quotes=tuple(Quote(**{**one, "article_ids": tuple(one["article_ids"])}) for one in data["quotes"]),
            timeline=tuple(Statement(**one) for one in data["timeline"]),
            notes=tuple(data["notes"]),
        )


def json_bytes(data: Any, *, indent: int | None = None) -> bytes:
    """JSON in UTF-8; a lone surrogate, which UTF-8 has no bytes for, as a JSON escape."""
    return json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False).encode("utf-8", "backslashreplace")


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
    """

    records: tuple[EventRecord, ...] = ()
    ids: tuple[str | None, ...] = ()
    labels: NDArray[np.int64] = field(factory=lambda: np.zeros(0, np.int64))
    rejected: tuple[Rejection, ...] = ()
    settings: Mapping[str, Any] = field(factory=dict)

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

    def to_frame(self) -> Any:
        """One row a figure, as a pandas frame."""
        try:
            import pandas
        except ImportError as problem:
            raise MissingExtraError("pandas", "frames", "to_frame()") from problem
        rows = [_row(record, figure) for record in self.records for figure in record.figures]
        return pandas.DataFrame(rows, columns=list(_FRAME))

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
        head = self._head()
        write_page(path, self.to_dicts(), texts=texts, rejected=head["rejected"], settings=head["settings"])

    @classmethod
    def load(cls, path: str | Path) -> EventCollection:
        """The collection that `save` wrote, or the records of a JSON Lines file of records alone."""
        lines = _json_lines(Path(path))
        head = lines.pop(0) if lines and "collection" in lines[0] else None
        records = tuple(EventRecord.from_dict(data) for data in lines)
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


def _of_records(records: tuple[EventRecord, ...]) -> EventCollection:
    """A collection of records whose input is not known: one row an article, record by record."""
    ids = [(report.id, label) for label, record in enumerate(records) for report in record.articles]
    labels = np.array([label for _, label in ids], np.int64)
    return EventCollection(records, tuple(name for name, _ in ids), labels)


_FRAME: Final = (
    *("event_id", "title", "start_date", "end_date", "noun", "role", "kind", "unit", "place", "level", "change"),
    *("modality", "as_of", "low", "best", "high", "qualifier", "status", "n_articles", "n_origins", "rule"),
)


def _row(record: EventRecord, figure: ReconciledFigure) -> dict[str, Any]:
    values = {name: getattr(figure, name, None) for name in _FRAME}
    return values | {
        "event_id": record.event_id,
        "title": record.title,
        "start_date": record.start_date,
        "end_date": record.end_date,
        "place": figure.scope.place,
        "level": figure.scope.level,
        **{name: plain_number(values[name]) for name in ("low", "best", "high")},
    }
