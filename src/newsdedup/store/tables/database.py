"""The tables of a store as one object, with the search for events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import orjson

from newsdedup.store.tables.event_tables import EVENT_COLUMNS, event_row
from newsdedup.store.tables.rows import EventRow
from newsdedup.store.tables.upkeep import Upkeep
from newsdedup.text.search import TextQuery, folded_parts, folded_words, text_query

_FEW_EVENTS: Final = 2_000  # events that are looked up one by one; with more, the newest events are tested instead
_MOST_HITS: Final = 10_000  # articles of a search for words, the newest; more would take too long
_SPANS: Final = 22  # bits of the longest time between two dates, in days

Condition = tuple[str, tuple[Any, ...]]  # a query that gives numbers of events, and its values


class Database(Upkeep):
    """The file of a store: transactions, and what is read and written inside them."""

    def find_events(
        self,
        *,
        since_rev: int = 0,
        day: str | None = None,
        status: str | None = None,
        place: str | None = None,
        person: str | None = None,
        text: str | None = None,
        limit: int | None = None,
    ) -> list[EventRow]:
        """The events that meet all conditions, the one that changed last first.

        Parameters
        ----------
        since_rev : int
            Only those that changed after this revision.
        day : str
            ISO date that lies in the time of the event.
        status : str
            One of its figures has this status.
        place, person : str
            One of its places or people, without regard to case and accents.
        text : str
            Words that one of its articles has, and phrases in quotation marks; among those with these words, the
            10,000 articles that were stored last.
        limit : int
            The most that are given.
        """
        conditions = [
            *([_on_day(day)] if day else ()),
            *([("SELECT e FROM figure WHERE status = ?", (status,))] if status else ()),
            *([("SELECT e FROM place WHERE name = ?", (folded_words(place),))] if place else ()),
            *([("SELECT e FROM person WHERE name = ?", (folded_words(person),))] if person else ()),
        ]
        query = text_query(text) if text is not None else None
        if query is None:
            return list(self._found(conditions, since_rev, limit))
        hits = self._hits(query)
        conditions.append(("SELECT value FROM json_each(?)", (orjson.dumps(sorted(hits)).decode(),)))
        return self._with_phrases(conditions, since_rev, limit, query, hits)

    def _found(self, conditions: list[Condition], since_rev: int, limit: int | None) -> Iterator[EventRow]:
        few = any(self._is_few(condition) for condition in conditions)
        source, order = ("event", "+changed") if few else ("event INDEXED BY event_changed", "changed")
        column = "e" if few else "+e"  # the plus keeps SQLite from looking each number up
        tests = "".join(f" AND {column} IN ({query})" for query, _ in conditions)
        values = tuple(value for _, some in conditions for value in some)
        return map(
            event_row,
            self._each(
                f"SELECT {EVENT_COLUMNS} FROM {source} WHERE retired IS NULL AND {order} > ?{tests} "
                f"ORDER BY {order} DESC, {column} DESC LIMIT ?",
                (since_rev, *values, -1 if limit is None else limit),
            ),
        )

    def _is_few(self, condition: Condition) -> bool:
        query, values = condition
        return bool(self._value(f"SELECT count(*) <= {_FEW_EVENTS} FROM ({query} LIMIT {_FEW_EVENTS + 1})", values))

    def _hits(self, query: TextQuery) -> dict[int, list[int]]:
        """The articles with the words of a query, by event."""
        if not query.words:
            return {}
        hits: dict[int, list[int]] = {}
        rows = self._each(
            "SELECT event, n FROM (SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rowid DESC LIMIT ?) "
            "CROSS JOIN article ON article.n = rowid WHERE event IS NOT NULL",
            (query.match, _MOST_HITS),
        )
        for event, n in rows:
            hits.setdefault(event, []).append(n)
        return hits

    def _with_phrases(
        self,
        conditions: list[Condition],
        since_rev: int,
        limit: int | None,
        query: TextQuery,
        hits: dict[int, list[int]],
    ) -> list[EventRow]:
        if not query.phrases:
            return list(self._found(conditions, since_rev, limit))
        found: list[EventRow] = []
        for event in self._found(conditions, since_rev, None):
            if len(found) == limit:
                break
            if self._has_phrases(hits[event.e], query):
                found.append(event)
        return found

    def _has_phrases(self, numbers: list[int], query: TextQuery) -> bool:
        rows = self.each_article(numbers)
        return any(query.has_phrases(folded_parts((row.title, row.summary, row.text))) for row in rows)


def _on_day(day: str) -> Condition:
    """The events whose time has a day: for each number of bits of their length, those that began late enough."""
    moment = date.fromisoformat(day)
    earliest = (date.fromordinal(max(moment.toordinal() - (1 << span) + 1, 1)) for span in range(_SPANS))
    queries = (
        f"SELECT e FROM event WHERE span = {span} AND start_day BETWEEN '{first}' AND '{moment}' "
        f"AND end_day >= '{moment}'"
        for span, first in enumerate(earliest)
    )
    return " UNION ALL ".join(queries), ()
