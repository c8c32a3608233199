"""A collection of event records: saved, loaded, as tables, and as a page for a news desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, overload

import numpy as np
from attrs import asdict, evolve, field, frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Articles, Rejection
from newsdedup.articles.frame_origin import NO_FRAME, FrameOrigin
from newsdedup.articles.intake import articles_from
from newsdedup.articles.overwriting import refuse_source
from newsdedup.articles.read_options import ReadOptions
from newsdedup.articles.scoring import Labelled
from newsdedup.events.answers.explain import Explanation
from newsdedup.events.groups import EventGroups
from newsdedup.records.at_moment import PresentEvents, articles_in_memory
from newsdedup.records.event_filter import EventFilter
from newsdedup.records.event_sequence import EventSequence
from newsdedup.records.record import SCHEMA, EventRecord
from newsdedup.records.runs import Run, joined_runs
from newsdedup.records.saved import load_records, save_records
from newsdedup.records.tables import RecordRows, record_table
from newsdedup.support.arguments import path_option, text_option
from newsdedup.support.display import Displayed, count_in_words, load_interfaces, write_page
from newsdedup.support.errors import InputError, warn_of_articles
from newsdedup.support.frames import Table
from newsdedup.support.whole_files import writable


@frozen(eq=False, repr=False)
class EventCollection(Labelled, Displayed, EventSequence):
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
    groups : EventGroups or None
        How the articles were grouped, with the evidence; not saved, and not compared. None where the caller gave the
        groups, or the records were loaded.
    articles : Articles or None
        The articles with their texts, for `at`; not saved, and not compared.
    notes : tuple of str
        What clashed where runs were added, such as settings that differ; what clashed in an event is in its notes.
    paths : tuple of str
        The files, folders and patterns that it was made from, which are not written over; not saved, and not compared.

    Examples
    --------
    >>> from newsdedup import consolidate
    >>> events = consolidate(["Lũ làm 12 người chết ở Mai Pha.", "Giá vàng tăng 2 triệu đồng một lượng."])
    >>> name = events[0].event_id
    >>> name in events, events[name] is events[0]
    (True, True)
    """

    rejected: tuple[Rejection, ...] = ()
    settings: Mapping[str, Any] = field(factory=dict)
    frame_origin: FrameOrigin = NO_FRAME
    groups: EventGroups | None = None
    articles: Articles | None = None
    notes: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()

    @overload
    def __getitem__(self, index: int | str) -> EventRecord: ...
    @overload
    def __getitem__(self, index: slice) -> EventCollection: ...
    def __getitem__(self, index: Any) -> Any:
        return self._of_some(range(len(self))[index]) if isinstance(index, slice) else super().__getitem__(index)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, EventCollection):
            return NotImplemented
        return self._head() == other._head() and self.records == other.records

    def __add__(self, other: EventCollection) -> EventCollection:
        """Two runs as one: events that share articles are merged, from what their records have.

        Works with loaded records, and for many runs: ``sum(days, EventCollection())``. Figures are reconciled again
        from all claims, by the settings of the later run, which also counts where an article has two versions.
        Of people and places the number of origins is that of the record with most; copies between the runs are not
        searched, since the texts are not there. What clashed is said in `notes` and in those of the record.

        Examples
        --------
        >>> from newsdedup import consolidate
        >>> texts = {"a": "Lũ làm 12 người chết ở Mai Pha.", "b": "Lũ ở Mai Pha: 15 người thiệt mạng."}
        >>> rows = [{"id": name, "text": text} for name, text in texts.items()]
        >>> both = consolidate(rows[:1]) + consolidate(rows, groups=[1, 1])
        >>> [(record.n_articles, record.figure("dead").status) for record in both]
        [(2, 'conflict')]
        """
        if not isinstance(other, EventCollection):
            return NotImplemented
        joined = joined_runs(self._run, other._run)
        paths = tuple(dict.fromkeys((*self.paths, *other.paths)))
        return EventCollection(**asdict(joined, recurse=False), paths=paths)

    @property
    def _run(self) -> Run:
        return Run(self.records, self.ids, self.labels, self.rejected, self.settings, self.notes)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        articles = count_in_words(sum(record.n_articles for record in self.records), "article")
        return f"<EventCollection: {count_in_words(len(self), 'event')}, {articles}, {len(self.rejected)} rejected>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each record as plain data."""
        return [record.to_dict() for record in self.records]

    def to_frame(self, *, of: str = "figures", kind: str | None = None) -> Any:
        """One row per figure, rival value or claim; or per article, in input order, to join events to the input by id.

        Parameters
        ----------
        of : {"figures", "alternatives", "claims", "articles"}
            Of a figure in conflict, the column `alternatives` has the rival values, and the table "alternatives" a row
            for each, with the articles that print it and their origins. The column `figure` of an alternative or a
            claim is the row of its figure.
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
        return record_table(of, RecordRows(self.records, self.ids, self.labels.tolist()))

    def filter(
        self,
        *,
        status: str | Iterable[str] | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        text: str | None = None,
        place: str | None = None,
        person: str | None = None,
    ) -> EventCollection:
        """The events that meet all conditions.

        Parameters
        ----------
        status : {"conflict", "superseded", "compatible", "agree", "single_source"}, or several, optional
            One of its figures has this status, or one of these.
        since, until : date or str, optional
            First and last day, in ISO 8601; a month or a year ("2025-06", "2025") means its first day, or its last. An
            event of several days meets them if one of its days does. An event whose day or year is unknown never does.
        text : str, optional
            Words of its headlines, sentences and names, without regard to case and accents; phrases in quotation
            marks. A record has the sentences with figures, quotations and days, and the central ones, not whole texts.
        place, person : str, optional
            One of its places or people, whole, without regard to case and accents. Where nothing is found, a warning
            gives the names that have these words.

        Returns
        -------
        EventCollection
            In the same order; `ids` and `labels` have the articles of these events only.

        Raises
        ------
        SettingError
            If a condition is not allowed.

        Examples
        --------
        >>> from newsdedup import consolidate
        >>> events = consolidate(["Lũ làm 12 người chết ở Mai Pha.", "Giá vàng tăng 2 triệu đồng một lượng."])
        >>> [record.title for record in events.filter(text="gia vang")]
        ['Giá vàng tăng 2 triệu đồng một lượng.']
        """
        wanted = EventFilter.of(status=status, since=since, until=until, text=text, place=place, person=person)
        kept = [label for label, record in enumerate(self.records) if wanted.takes(record)]
        if not kept and (hint := wanted.hint(self.records)):
            warn_of_articles(hint)
        return self._of_some(kept)

    def _of_some(self, kept: Sequence[int]) -> EventCollection:
        """The collection of some of the events, by their labels."""
        renumbered = np.full(len(self.records) + 1, -1, np.int64)  # the last is that of rejected rows
        renumbered[list(kept)] = np.arange(len(kept))
        labels = renumbered[self.labels]
        rows = np.flatnonzero(labels >= 0).tolist()
        return self._with_rows(rows, labels[rows], tuple(self.records[label] for label in kept), self.settings)

    def _with_rows(
        self,
        rows: Sequence[int],
        labels: NDArray[np.int64],
        records: tuple[EventRecord, ...],
        settings: Mapping[str, Any],
    ) -> EventCollection:
        """A collection of some of the rows, with the records that these are in."""
        return evolve(
            self,
            records=records,
            ids=tuple(self.ids[row] for row in rows),
            labels=labels,
            rejected=(),
            settings=settings,
            frame_origin=self.frame_origin.of_rows(rows),
        )

    def at(self, moment: datetime | date | str) -> EventCollection:
        """The records as they stood at a moment: from the articles published until then, in the events of now.

        Parameters
        ----------
        moment : datetime, date or str
            Or ISO 8601. A day is meant to its end; a time without a zone is in UTC.

        Returns
        -------
        EventCollection
            Of the events that had a report by then; `ids` and `labels` have these reports only, and the settings the
            moment as ``at``. An article that has only a day counts from its beginning. One without a date of
            publication is left out, and a warning counts these.

        Raises
        ------
        SettingError
            If it is not a moment.
        InputError
            If the articles are not in memory, as after `load`: ``consolidate(articles, groups=events)`` reads them.

        Examples
        --------
        >>> from newsdedup import consolidate
        >>> events = consolidate([
        ...     {"id": "a", "text": "Lũ làm 12 người chết ở Mai Pha.", "published_at": "2025-06-14T08:00:00Z"},
        ...     {"id": "b", "text": "Lũ ở Mai Pha: 15 người chết.", "published_at": "2025-06-15T08:00:00Z"},
        ... ], groups={"a": 1, "b": 1})
        >>> [one[0].figure("dead").best for one in (events.at("2025-06-14"), events)]
        [Decimal('12'), Decimal('15')]
        """
        now = PresentEvents(
            ids=self.ids,
            labels=self.labels,
            articles=articles_in_memory(self.articles),
            groups=self.groups,
            settings=self.settings,
        )
        past = now.at(moment)
        return self._with_rows(past.rows, past.labels, past.records, {**self.settings, "at": past.moment})

    def explain(self, left: str | int, right: str | int) -> Explanation:
        """Why two articles are in one event, or are not; see `EventGroups.explain`.

        Raises
        ------
        InputError
            If the evidence is not in memory: the records were loaded, or the caller gave the groups.
        UnknownArticleError
            If there is no such article, or it was rejected.
        """
        if self.groups is None:
            raise InputError(
                "these records have no evidence, which is not saved, and which groups of your own do not have: "
                f"call find_events(articles).explain({left!r}, {right!r})"
            )
        return self.groups.explain(left, right)

    def save(self, path: str | Path, *, bom: bool = False, escape_formulas: bool = True) -> None:
        """Write the events in the format that the suffix of the file names.

        ``.jsonl`` (or ``.ndjson``) and ``.json`` have all that `load` gives back, each also compressed, as
        ``.jsonl.gz``: JSON Lines with the settings and the rejected rows in the first line, then a record per line;
        or one object with the records as its ``events``. ``.csv`` and ``.parquet`` have the table of figures,
        ``.xlsx`` (extra `excel`) all tables of `to_frame`. The file is written whole or not at all.

        Parameters
        ----------
        path : path
        bom : bool
            Begin a CSV file with a byte-order mark, by which Excel knows that it is UTF-8.
        escape_formulas : bool
            Put an apostrophe before cells of CSV that a spreadsheet would run as formulas (``=HYPERLINK(…)``).

        Raises
        ------
        SettingError
            If the suffix names no format, the folder of the file does not exist, or the articles were read from it.
        MissingExtraError
            If the format needs a library that is not installed.
        """
        refuse_source(path_option(path), self.paths)
        save_records(path, self._head(), self.records, self.table, bom=bom, escape_formulas=escape_formulas)

    def report(
        self,
        path: str | Path,
        *,
        articles: Any = None,
        language: str | None = None,
        title: str | None = None,
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
        language : {"en", "vi"}, optional
            The language of the page, not of the articles. By default that of most articles, or English if the page
            is not available in it.
        title : str, optional
            The title of the page, by default "Events in the news" in its language.
        columns, encoding, strict
            As for `read_articles`.

        Raises
        ------
        InputError
            If the articles cannot be read.
        SettingError
            If the folder of the file does not exist, the articles were read from it, or an option has a value that is
            not allowed.
        """
        path, title = writable(path), text_option("title", title)
        reading = ReadOptions(columns=columns, encoding=encoding, strict=strict)
        given = Articles() if articles is None else articles_from(articles, reading)
        refuse_source(path, (*given.paths, *self.paths))
        texts = {one.id: one.text for one in given}
        load_interfaces()
        write_page(self, path, texts, language=language, title=title)

    @classmethod
    def load(cls, path: str | Path) -> EventCollection:
        """The collection that `save` wrote as JSON; also records alone, in lines or in a list.

        Raises
        ------
        InputError
            If there is no such file, it is cut off or damaged, or holds anything else; tables do not have all of a
            record. The message has the line and the field.

        Warns
        -----
        ArticleWarning
            If JSON Lines have records alone, so that it is not known whether the file is whole.
        """
        saved = load_records(path)
        if saved.head is None:
            return _of_records(saved.records)
        return cls(
            records=saved.records,
            ids=saved.head.ids,
            labels=np.array(saved.head.labels, np.int64),
            rejected=saved.head.rejected,
            settings=saved.head.settings,
            notes=saved.head.notes,
        )

    def _head(self) -> dict[str, Any]:
        return {
            "collection": SCHEMA,
            "ids": list(self.ids),
            "labels": self.labels.tolist(),
            "rejected": [asdict(one) for one in self.rejected],
            "settings": dict(self.settings),
            **({"notes": list(self.notes)} if self.notes else {}),
        }


def _of_records(records: tuple[EventRecord, ...]) -> EventCollection:
    """A collection of records whose input is unknown: one row per article, record by record."""
    ids = [(report.id, label) for label, record in enumerate(records) for report in record.articles]
    labels = np.array([label for _, label in ids], np.int64)
    return EventCollection(records, tuple(name for name, _ in ids), labels)
