"""What is read from a store: events, records, the feed, history, past states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import numpy as np

from newsdedup.articles.article import first_moment
from newsdedup.records.collection import EventCollection
from newsdedup.records.event_filter import day_option
from newsdedup.records.record import EventRecord
from newsdedup.store.arrivals import stored_articles
from newsdedup.store.records import RecordSettings, record_from, record_now
from newsdedup.store.tables.database import Database
from newsdedup.store.tables.rows import ChangeRow, EventRow
from newsdedup.store.values import Change, EventSummary, StoredState
from newsdedup.support.arguments import id_list, id_option, is_one_of, status_option, text_option, whole_option
from newsdedup.support.display import Displayed, count_in_words
from newsdedup.support.errors import SettingError, StoreError, UnknownArticleError, UnknownEventError, in_message
from newsdedup.support.missing import is_missing_value
from newsdedup.support.settings import StoreSettings, as_data
from newsdedup.support.whole_files import SIDE_ENDINGS

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class StoreReading(Displayed):
    """The queries of a store, each of one state of the file."""

    def __init__(self, database: Database, settings: StoreSettings, records: RecordSettings) -> None:
        self._database, self._settings, self._records = database, settings, records
        file = database.path.absolute()
        # The file, those that SQLite keeps beside it, and what was added since it was opened.
        self._sources = dict.fromkeys(f"{file}{ending}" for ending in ("", *SIDE_ENDINGS))  # in order

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def settings(self) -> StoreSettings:
        """The settings in force."""
        return self._settings

    @property
    def revision(self) -> int:
        """The last revision; 0 before the first."""
        with self._database.reading():
            return self._database.last_revision()

    @property
    def threshold(self) -> float | None:
        """The working point of the last grouping of the window; None before the first."""
        with self._database.reading():
            epoch = self._database.get_meta("epoch")
        return None if epoch is None else float(epoch["threshold"])

    @property
    def added_since_grouping(self) -> int | None:
        """Number of articles that were added since the window was last grouped; None before the first grouping."""
        with self._database.reading():
            growth = self._database.get_meta("growth")
        return None if growth is None else int(growth["since"])

    def __len__(self) -> int:
        """Number of articles."""
        with self._database.reading():
            return self._database.count_articles()

    def __repr__(self) -> str:
        counts = "closed" if self.is_closed else f"{count_in_words(len(self), 'article')}, revision {self.revision}"
        return f"<EventStore: {str(self.path)!r}, {counts}>"

    @property
    def is_closed(self) -> bool:
        """Whether the file is closed."""
        return self._database.is_closed

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def changes(self, cursor: int = 0, *, limit: int | None = None) -> list[Change]:
        """The rows of the feed after a cursor, the earliest first.

        Parameters
        ----------
        cursor : int
            That of the last row that was read; 0 for the whole feed.
        limit : int, optional
            The most rows that are given.
        """
        cursor, limit = whole_option("cursor", cursor), _limit(limit)
        with self._database.reading():
            return [_feed_row(row) for row in self._database.changes_after(cursor, limit)]

    def events(
        self,
        *,
        since: int | datetime | None = None,
        day: str | date | None = None,
        status: str | None = None,
        place: str | None = None,
        person: str | None = None,
        text: str | None = None,
        limit: int | None = None,
    ) -> list[EventSummary]:
        """The events that meet all conditions, the one that changed last first.

        Parameters
        ----------
        since : int or datetime, optional
            Events that changed after this revision, or at or after this moment.
        day : date or str, optional
            A day of the event, in ISO 8601.
        status : str, optional
            One of its figures has this status, such as ``conflict``.
        place, person : str, optional
            One of its places or people, whole, without regard to case and accents.
        text : str, optional
            Words of one of its articles, without regard to case and accents; phrases in quotation marks.
        limit : int, optional
            The most events that are given.

        Raises
        ------
        SettingError
            If an option is not allowed.
        StoreError
            If the store keeps no records, and the option needs them.
        """
        with self._database.reading():
            return [
                _summary(row)
                for row in self._found(
                    since=since, day=day, status=status, place=place, person=person, text=text, limit=limit
                )
            ]

    def _found(self, *, since: int | datetime | None = None, **conditions: Any) -> list[EventRow]:
        unknown = sorted(conditions.keys() - {*_OF_RECORDS, "text", "limit"})
        if unknown:
            raise SettingError(
                f"events are not searched by {unknown[0]}=: give since, day, status, place, person or text"
            )
        if empty := [name for name in (*_OF_RECORDS, "text") if is_one_of(conditions.get(name), ("",))]:
            raise SettingError(f"{empty[0]}='' is empty: give what to search for, or leave it out")
        needed = [name for name in _OF_RECORDS if conditions.get(name) is not None]
        if needed and not self._settings.records:
            raise StoreError(f"{needed[0]}= needs records, which this store does not keep: open it with records=True")
        conditions["day"], conditions["limit"] = (
            day_option("day", conditions.get("day")),
            _limit(conditions.get("limit")),
        )
        for name in ("place", "person", "text"):
            conditions[name] = text_option(name, conditions.get(name))
        conditions["status"] = status_option(conditions.get("status"))
        return self._database.find_events(since_rev=self._revision_before(since), **conditions)

    def _revision_before(self, since: int | datetime | None) -> int:
        if since is None or (isinstance(since, int) and not isinstance(since, bool)):
            return whole_option("since", since or 0)
        if not isinstance(since, datetime) or is_missing_value(since):
            raise SettingError(
                f"since={in_message(since)} is neither a revision nor a moment: give an int or a datetime"
            )
        return self._database.revision_before(first_moment(since).astimezone(UTC).isoformat())

    def resolve(self, event_id: str) -> str | None:
        """The id of the event that now has the articles of one: itself, or where most of its articles went.

        Returns
        -------
        str or None
            None where its last article was removed.

        Raises
        ------
        UnknownEventError
            If the store never gave this id.
        """
        with self._database.reading():
            current = self._database.current_event(self._number_of(event_id))
            return None if current is None else self._database.event_rows([current])[0].id

    def _number_of(self, event_id: str) -> int:
        event = self._database.event_number(id_option("event_id", event_id))
        if event is None:
            raise UnknownEventError(
                f"the store never had an event {event_id!r}: give an id that events() or a feed gave"
            )
        return event

    def event(self, event_id: str) -> EventRecord:
        """The record of an event, with the id of the store; an old id gives the event that its articles are in.

        Raises
        ------
        UnknownEventError
            If the store never gave this id, or the last article of the event was removed.
        """
        with self._database.reading():
            current = self._database.current_event(self._number_of(event_id))
            if current is None:
                raise UnknownEventError(f"event {event_id!r} has no articles any more: they were removed")
            return self._record_of(current)

    def event_of(self, article_id: str) -> str:
        """The id of the event that an article is in.

        Raises
        ------
        UnknownArticleError
            If it is not stored.
        """
        article_id = id_option("article_id", article_id)
        with self._database.reading():
            known = self._database.known_articles([article_id]).get(article_id)
            if known is None or known.event is None:
                raise UnknownArticleError(f"no article {article_id!r} in the store: give the id of a stored one")
            return self._database.event_rows([known.event])[0].id

    def _record_of(self, event: int) -> EventRecord:
        (row,) = self._database.event_rows([event])
        stored = None if row.stale else self._database.record(event)
        if stored is not None:
            return record_from(stored)
        return record_now(self._database, event, self._records)[0]

    def history(self, event_id: str) -> list[Change]:
        """The rows of the feed that an event has a part in, the earliest first.

        Raises
        ------
        UnknownEventError
            If the store never gave this id.
        """
        with self._database.reading():
            return [_feed_row(row) for row in self._database.changes_of_event(self._number_of(event_id))]

    def at(self, revision: int) -> StoredState:
        """Which articles each event had after a revision.

        Raises
        ------
        SettingError
            If there is no such revision.
        """
        revision = whole_option("revision", revision)
        with self._database.reading():
            last = self._database.last_revision()
            if not 0 <= revision <= last:
                raise SettingError(
                    f"revision={in_message(revision)} is not one of this store: give one from 0 to {last}"
                )
            found: dict[int, list[int]] = {}
            for event, n in self._database.membership_at(revision):
                found.setdefault(event, []).append(n)
            numbers = (n for members in found.values() for n in members)
            ids = {row.n: row.id for row in self._database.each_article(numbers, texts=False)}
            names = {row.e: row.id for row in self._database.event_rows(found)}
            events = {names[event]: tuple(ids[n] for n in members) for event, members in found.items()}
            return StoredState(revision=revision, at=self._database.moment_of_revision(revision), events=events)

    def collection(self, **conditions: Any) -> EventCollection:
        """The records of the events that meet the conditions of `events`, as `consolidate` gives them.

        The collection can be saved, shown as tables and written as a page for a news desk.
        """
        with self._database.reading():
            records = tuple(self._record_of(row.e) for row in self._found(**conditions))
        ids = [(report.id, label) for label, record in enumerate(records) for report in record.articles]
        settings = {**as_data(self._settings), "threshold": self.threshold}
        labels = np.array([label for _, label in ids], np.int64)
        return EventCollection(
            records, tuple(name for name, _ in ids), labels, (), settings, paths=tuple(self._sources)
        )

    def articles(self, ids: Iterable[str]) -> list[Any]:
        """Stored articles by their ids, in this order.

        Raises
        ------
        UnknownArticleError
            If one of them is not stored.
        """
        names = id_list("ids", ids)
        with self._database.reading():
            return stored_articles(self._database, self._numbers_of(names))

    def _numbers_of(self, names: Sequence[str]) -> list[int]:
        known = self._database.known_articles(names)
        if missing := [name for name in names if name not in known]:
            raise UnknownArticleError(f"no article {missing[0]!r} in the store: give ids of stored articles")
        return [known[name].n for name in names]

    def check(self) -> list[str]:
        """What is wrong in the file, in words; an empty list if nothing is."""
        with self._database.reading():
            return self._database.check()

    def _revision_of(self, token: str) -> int | None:
        with self._database.reading():
            return self._database.revision_of_token(token)


def _limit(given: int | None) -> int | None:
    return None if given is None else whole_option("limit", given, 1)


_OF_RECORDS: Final = ("day", "status", "place", "person")  # conditions that are met by records


def _feed_row(row: ChangeRow) -> Change:
    return Change(
        cursor=row.seq,
        revision=row.rev,
        kind=row.kind,
        event=row.event or "",
        other=row.other,
        n=row.n,
        article=row.article,
        data=row.data,
    )


def _summary(row: EventRow) -> EventSummary:
    return EventSummary(
        event_id=row.id,
        title=row.title,
        n_articles=row.size,
        first=_iso_moment(row.first),
        last=_iso_moment(row.last),
        start_date=row.start_day,
        end_date=row.end_day,
        is_settled=row.settled,
        born=row.born,
        changed=row.changed,
    )


def _iso_moment(hours: float | None) -> str | None:
    return None if hours is None else (_EPOCH + timedelta(hours=hours)).isoformat()
