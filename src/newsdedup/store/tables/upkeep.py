"""Removal of articles without trace, and checks of the whole file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final

from newsdedup.store.tables.article_tables import ArticleTables
from newsdedup.store.tables.event_tables import EventTables
from newsdedup.store.tables.packing import as_given, as_stored

_OF_ARTICLE: Final = ("body", "version", "membership", "article")
_POINTERS: Final = ("representative", "to", "origin")

# What must have no row, in words, and the numbers or names that it would have.
_STOPPING: Final = (  # without these something cannot be read at all
    ("articles without text", "SELECT n FROM article WHERE n NOT IN (SELECT n FROM body)"),
    ("memberships of unknown events", "SELECT e FROM membership WHERE e NOT IN (SELECT e FROM event)"),
    (
        "articles of the window without sketch",
        "SELECT n FROM article WHERE NOT settled AND leaf NOT IN (SELECT leaf FROM sketch JOIN facts USING (leaf))",
    ),
    ("settings that are not JSON", "SELECT key FROM meta WHERE NOT json_valid(value)"),
    ("settings that are missing", "SELECT 'secret' WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = 'secret')"),
)
_STOPPING_NOTHING: Final = (
    ("texts without article", "SELECT n FROM body WHERE n NOT IN (SELECT n FROM article)"),
    ("articles that full-text search misses", "SELECT n FROM article WHERE n NOT IN (SELECT id FROM fts_docsize)"),
    ("words of articles that are gone", "SELECT id FROM fts_docsize WHERE id NOT IN (SELECT n FROM article)"),
    (
        "articles whose event is not that of their membership",
        "SELECT article.n FROM article LEFT JOIN membership ON membership.n = article.n AND until IS NULL "
        "WHERE event IS NOT e",
    ),
    (
        "articles with two memberships at one time",
        "SELECT one.n FROM membership AS one JOIN membership AS two ON one.n = two.n AND one.since < two.since "
        "WHERE one.until IS NULL OR one.until > two.since",
    ),
    ("memberships of articles that are gone", "SELECT n FROM membership WHERE n NOT IN (SELECT n FROM article)"),
    ("memberships of no time", "SELECT n FROM membership WHERE until <= since"),
    (
        "events whose size is not the number of their articles",
        "SELECT e FROM event WHERE size <> (SELECT count(*) FROM article WHERE event = e)",
    ),
    (
        "events whose moments are not those of their articles",
        "SELECT e FROM event WHERE (first, last) IS NOT (SELECT min(hours), max(hours) FROM article WHERE event = e)",
    ),
    ("events without articles", "SELECT e FROM event WHERE retired IS NULL AND size = 0"),
    (
        "retired events with words",
        "SELECT e FROM event WHERE retired IS NOT NULL AND (title IS NOT NULL OR start_day IS NOT NULL "
        "OR e IN (SELECT e FROM record))",
    ),
    (
        "retired events without an end",
        "SELECT e FROM event WHERE successor NOT IN (SELECT e FROM event) OR successor = e "
        "OR (retired IS NULL AND successor IS NOT NULL)",
    ),
    (
        "sketches and contexts outside the window",
        "SELECT leaf FROM (SELECT leaf FROM sketch UNION SELECT leaf FROM context UNION SELECT leaf FROM facts) "
        "WHERE leaf NOT IN (SELECT leaf.leaf FROM leaf JOIN article USING (n) WHERE NOT settled)",
    ),
    (
        "settled keys of articles that are not settled",
        "SELECT DISTINCT n FROM settled_key WHERE n NOT IN (SELECT n FROM article WHERE settled)",
    ),
    (
        "relations to articles that are gone",
        "SELECT n FROM article WHERE representative NOT IN (SELECT n FROM article) "
        'OR "to" NOT IN (SELECT n FROM article) OR origin NOT IN (SELECT n FROM article)',
    ),
    (
        "records and figures of events that are gone",
        "SELECT e FROM (SELECT e FROM record UNION SELECT e FROM figure UNION SELECT e FROM place "
        "UNION SELECT e FROM person) WHERE e NOT IN (SELECT e FROM event WHERE retired IS NULL)",
    ),
    ("changes of unknown revisions", "SELECT seq FROM change WHERE rev NOT IN (SELECT rev FROM revision)"),
    ("a removal whose traces are not overwritten", "SELECT key FROM meta WHERE key = 'scrub_due'"),
)
_SHOWN: Final = 5  # of the rows of a problem


class Upkeep(ArticleTables, EventTables):
    """Removal and checks."""

    def is_removed(self, ids: Iterable[str]) -> dict[str, tuple[int, str | None]]:
        """Those of these ids that were removed, with the revision and the reason."""
        secret, statement = self._secret(), "SELECT rev, reason FROM removed WHERE hash = ?"
        rows = ((name, *row) for name in ids for row in self._rows(statement, (_keyed(name, secret),)))
        return {name: (rev, None if reason is None else as_given(reason)) for name, rev, reason in rows}

    def allow_again(self, ids: Iterable[str]) -> None:
        """Forget that these ids were removed."""
        secret = self._secret()
        self._run_many("DELETE FROM removed WHERE hash = ?", ((_keyed(name, secret),) for name in ids))

    def erase_articles(self, numbers: Iterable[int], rev: int, reason: str | None = None) -> None:
        """Delete all that is stored of articles but their numbers in the feed, and the records of their events.

        Events keep their sizes; `scrub` must follow once the transaction has ended.
        """
        gone = self.article_rows(numbers)
        secret, one_each = self._secret(), [(row.n,) for row in gone]
        why = None if reason is None else as_stored(reason)
        self._run_many(
            "INSERT OR REPLACE INTO removed VALUES (?, ?, ?)", ((_keyed(row.id, secret), rev, why) for row in gone)
        )
        for row in gone:
            self._forget_words(row)
        for e in self.events_naming(row.n for row in gone):
            self.erase_record(e)
        if any(row.settled for row in gone):
            self._run(f"DELETE FROM settled_key WHERE n IN ({', '.join(str(row.n) for row in gone)})")
        leaves = [leaf for row in gone for leaf in self._leaves_of(row.n)]
        self._delete_all_of(leaves)
        for table in _OF_ARTICLE:
            self._run_many(f"DELETE FROM {table} WHERE n = ?", one_each)
        listed = ", ".join(str(row.n) for row in gone)
        for column in _POINTERS:
            self._run(f'UPDATE article SET "{column}" = NULL WHERE "{column}" IN ({listed})')
        self.set_meta("scrub_due", True)

    def events_naming(self, numbers: Iterable[int]) -> list[int]:
        """The events whose records may name articles: they are or were in them, or articles in them copy these."""
        some = list(numbers)
        statement = "SELECT e FROM membership JOIN event USING (e) WHERE n = ? AND retired IS NULL"
        found = {e for n in some for (e,) in self._rows(statement, (n,))}
        tests = " OR ".join(f'"{column}" IN ({", ".join(map(str, some))})' for column in _POINTERS)
        copying = f"SELECT DISTINCT event FROM article WHERE event IS NOT NULL AND ({tests})"
        return sorted(found | {e for (e,) in self._rows(copying)})

    def scrub_is_due(self) -> bool:
        """Whether traces of removed articles may still be in the file."""
        return bool(self.get_meta("scrub_due"))

    def check(self) -> list[str]:
        """The problems of the file, in words; an empty list if there are none."""
        return super().check() or self._problems((*_STOPPING, *_STOPPING_NOTHING))

    def _what_stops_a_reader(self) -> list[str]:
        return super()._what_stops_a_reader() or self._problems(_STOPPING)

    def _problems(self, checks: Iterable[tuple[str, str]]) -> list[str]:
        found = ((words, [str(row[0]) for row in self._rows(query)]) for words, query in checks)
        return [f"{words}: {_shown_rows(rows)}" for words, rows in found if rows]

    def _secret(self) -> bytes:
        return bytes.fromhex(self.get_meta("secret"))


def _shown_rows(rows: Sequence[str]) -> str:
    return ", ".join(rows[:_SHOWN]) + (f" and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else "")


def _keyed(name: str, secret: bytes) -> bytes:
    """A hash of an id that cannot be made without the store's secret."""
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), key=secret, digest_size=16).digest()
