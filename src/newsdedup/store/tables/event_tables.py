"""Settings of the store, revisions, events and their records, the feed of changes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from newsdedup.store.tables.connection import Connection
from newsdedup.store.tables.packing import ZLIB_LEVEL, as_given, as_stored
from newsdedup.store.tables.rows import ChangeRow, EventRow, FigureRow
from newsdedup.text.search import folded_words

EVENT_COLUMNS: Final = (
    "e, id, born, changed, retired, successor, size, first, last, settled, stale, title, start_day, end_day"
)
_EVENT_FIELDS: Final = tuple(EVENT_COLUMNS.split(", "))
_SETTABLE: Final = _EVENT_FIELDS[2:-2]  # the days are those of the record
_JOINED_CHANGES: Final = """
    SELECT seq, change.rev, change.kind, event.id, other.id, article.id, change.n, data FROM change
    LEFT JOIN event ON event.e = change.event LEFT JOIN event AS other ON other.e = change.other
    LEFT JOIN article ON article.n = change.n
"""


class EventTables(Connection):
    """What is stored of events."""

    def get_meta(self, key: str) -> Any:
        """A setting of the store; None where there is none."""
        stored = self._value("SELECT value FROM meta WHERE key = ?", (key,))
        return _data_of(stored)

    def set_meta(self, key: str, value: Any) -> None:
        """Write a setting: plain JSON data."""
        self._run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, json.dumps(value)))

    # Revisions.

    def add_revision(self, kind: str, at: str, token: str | None = None) -> int:
        """Number a transaction; a token is given once."""
        values = (kind, at, None if token is None else as_stored(token))
        return self._run("INSERT INTO revision (kind, at, token) VALUES (?, ?, ?)", values)

    def undo_revision(self, rev: int) -> None:
        """Take back the last revision, in which nothing was written."""
        self._run("DELETE FROM revision WHERE rev = ?", (rev,))
        self._run("UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'revision' AND seq = ?", (rev,))

    def revision_of_token(self, token: str) -> int | None:
        """The revision that a token was given to."""
        rev = self._value("SELECT rev FROM revision WHERE token = ?", (as_stored(token),))
        return None if rev is None else int(rev)

    def last_revision(self) -> int:
        """0 before the first."""
        return self._value("SELECT max(rev) FROM revision") or 0

    def revision_before(self, at: str) -> int:
        """The last revision that was made before a moment, in ISO 8601 and UTC; 0 where there is none."""
        return self._value("SELECT max(rev) FROM revision WHERE at < ?", (at,)) or 0

    def moment_of_revision(self, rev: int) -> str | None:
        """When a revision was made, in ISO 8601 and UTC; None where there is none."""
        at: str | None = self._value("SELECT at FROM revision WHERE rev = ?", (rev,))
        return at

    # Events.

    def new_event(self, event_id: str, rev: int, **columns: Any) -> int:
        """Store an event that begins with this revision, and give its number."""
        e = self._run(
            "INSERT INTO event (id, born, changed, size, settled, stale) VALUES (?, ?, ?, 0, 0, 1)",
            (as_stored(event_id), rev, rev),
        )
        self.update_event(e, **columns)
        return e

    def event_number(self, event_id: str) -> int | None:
        """The number of an event, retired ones included; None if the id was never given."""
        e = self._value("SELECT e FROM event WHERE id = ?", (as_stored(event_id),))
        return None if e is None else int(e)

    def current_event(self, e: int) -> int | None:
        """The event itself, or where the members of a retired one went; None if they went nowhere."""
        while row := self._rows("SELECT retired, successor FROM event WHERE e = ?", (e,)):
            retired, e = row[0][0], row[0][1] if row[0][0] is not None else e
            if retired is None or e is None:
                return e
        return None

    def update_event(self, e: int, **columns: Any) -> None:
        """Write columns of an event, by the names of `EventRow`."""
        unknown = columns.keys() - set(_SETTABLE)
        if unknown:
            raise TypeError(f"an event has no {', '.join(sorted(unknown))}: give some of {', '.join(_SETTABLE)}")
        if columns:
            settings = ", ".join(f"{name} = ?" for name in columns)
            self._run(f"UPDATE event SET {settings} WHERE e = ?", (*map(_column_value, columns.values()), e))

    def retire_event(self, e: int, rev: int, successor: int | None = None) -> None:
        """End an event; its words go, its id stays and resolves to the successor."""
        self.update_event(e, retired=rev, changed=rev, successor=successor, size=0, first=None, last=None)
        self.erase_record(e)
        self.update_event(e, stale=False)

    def event_rows(self, numbers: Iterable[int]) -> list[EventRow]:
        """These events, in this order."""
        statement = f"SELECT {EVENT_COLUMNS} FROM event WHERE e = ?"
        return [event_row(row) for e in numbers for row in self._rows(statement, (e,))]

    def set_stale(self, events: Iterable[int | None] | None = None) -> None:
        """The records of these events, or of all, are older than what they should say."""
        if events is None:
            self._run("UPDATE event SET stale = 1 WHERE retired IS NULL")
        else:
            self._run_many("UPDATE event SET stale = 1 WHERE e = ? AND retired IS NULL", ((e,) for e in events))

    def events_of_revision(self, rev: int) -> list[str]:
        """The ids of the events that have changes in a revision, by number."""
        statement = (
            "SELECT id FROM event WHERE e IN (SELECT event FROM change WHERE rev = ? UNION "
            "SELECT other FROM change WHERE rev = ?) ORDER BY e"
        )
        return [as_given(name) for (name,) in self._rows(statement, (rev, rev))]

    def stale_events(self, rev: int = 0, others: int | None = None) -> list[int]:
        """The events whose records are older than their articles: those of a revision, and some or all others."""
        of_revision = self._rows("SELECT e FROM event WHERE stale = 1 AND changed = ? ORDER BY e", (rev,))
        latest = "SELECT e FROM event WHERE stale = 1 AND changed != ? ORDER BY changed DESC, e LIMIT ?"
        rest = self._rows(latest, (rev, -1 if others is None else others))
        return sorted(e for (e,) in (*of_revision, *rest))

    # Records.

    def store_record(
        self,
        e: int,
        record: bytes,
        *,
        title: str | None,
        figures: Iterable[FigureRow] = (),
        places: Iterable[str] = (),
        persons: Iterable[str] = (),
        days: tuple[str | None, str | None] = (None, None),
        basis: bytes = b"",
    ) -> None:
        """Store the record of an event, as JSON, over the one that it has, and what events are searched by."""
        self.erase_record(e)
        self._run("INSERT INTO record VALUES (?, ?, ?)", (e, zlib.compress(record, ZLIB_LEVEL), basis))
        rows = ((e, i, one.role, one.status, one.unit, one.low, one.best, one.high) for i, one in enumerate(figures))
        self._run_many("INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        for table, names in (("place", places), ("person", persons)):
            folded = {folded_words(name) for name in names} - {""}
            self._run_many(f"INSERT INTO {table} VALUES (?, ?)", ((name, e) for name in sorted(folded)))
        self._set_days(e, *days)
        self.update_event(e, title=title, stale=False)

    def erase_record(self, e: int) -> None:
        """Delete the record of an event with all words that come of it; the event is stale then."""
        for table in ("record", "figure", "place", "person"):
            self._run(f"DELETE FROM {table} WHERE e = ?", (e,))
        self._set_days(e, None, None)
        self.update_event(e, title=None, stale=True)

    def record(self, e: int) -> bytes | None:
        """The record of an event as JSON, or None."""
        return next((data for _, data in self.records((e,))), None)

    def records(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """The records of these events as JSON, in this order; those without one are left out."""
        rows = (row for e in numbers for row in self._rows("SELECT e, data FROM record WHERE e = ?", (e,)))
        return ((e, zlib.decompress(data)) for e, data in rows)

    def window_bases(self) -> list[tuple[int, bytes]]:
        """``(e, basis)`` of the records of events in the window that are not stale."""
        return self._rows("SELECT e, basis FROM record JOIN event USING (e) WHERE NOT settled AND NOT stale ORDER BY e")

    def _set_days(self, e: int, start: str | None, end: str | None) -> None:
        """Write the days of an event, and the number of bits of its length, by which those of a day are found."""
        first, last = start or end, end or start
        span = None
        if first and last:
            first, last = sorted((first, last))
            span = (date.fromisoformat(last) - date.fromisoformat(first)).days.bit_length()
        self._run("UPDATE event SET start_day = ?, end_day = ?, span = ? WHERE e = ?", (first, last, span, e))

    # The feed.

    def add_changes(self, rev: int, changes: Iterable[tuple[str, int | None, int | None, int | None, Any]]) -> None:
        """Append ``(kind, event, other, n, data)`` to the feed."""
        rows = ((rev, *change, _json(data)) for *change, data in changes)
        self._run_many("INSERT INTO change (rev, kind, event, other, n, data) VALUES (?, ?, ?, ?, ?, ?)", rows)

    def changes_after(self, seq: int = 0, limit: int | None = None) -> list[ChangeRow]:
        """The changes after a place in the feed, the first one first."""
        rows = self._rows(
            f"{_JOINED_CHANGES} WHERE seq > ? ORDER BY seq LIMIT ?", (seq, -1 if limit is None else limit)
        )
        return [_change_row(row) for row in rows]

    def changes_of_event(self, e: int) -> list[ChangeRow]:
        """All changes of an event, also as the other one, the first one first."""
        return [
            _change_row(row)
            for row in self._rows(f"{_JOINED_CHANGES} WHERE change.event = ? OR change.other = ? ORDER BY seq", (e, e))
        ]


def event_row(row: Sequence[Any]) -> EventRow:
    """An event of its `EVENT_COLUMNS`."""
    values = dict(zip(_EVENT_FIELDS, row, strict=True))
    title = None if values["title"] is None else as_given(values["title"])
    flags = {name: bool(values[name]) for name in ("settled", "stale")}
    return EventRow(**{**values, **flags, "id": as_given(values["id"]), "title": title})


def _change_row(row: Sequence[Any]) -> ChangeRow:
    seq, rev, kind, event, other, article, n, data = row
    article = None if article is None else as_given(article)
    return ChangeRow(seq=seq, rev=rev, kind=kind, event=event, other=other, article=article, n=n, data=_data_of(data))


def _column_value(value: Any) -> Any:
    return as_stored(value) if isinstance(value, str) else value


def _json(data: Any) -> str | None:
    return None if data is None else json.dumps(data)


def _data_of(stored: str | None) -> Any:
    return None if stored is None else json.loads(stored)
