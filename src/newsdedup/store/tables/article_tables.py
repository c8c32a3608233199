"""Articles, their texts and versions, sketches, the keys of settled ones, and which event has which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, Literal

import orjson
from attrs import asdict

from newsdedup.store.tables.connection import Connection
from newsdedup.store.tables.packing import as_given, as_stored, compressed, decompressed
from newsdedup.store.tables.rows import ArticleRow, KnownArticle
from newsdedup.text.search import folded_parts

_STORED_COLUMNS: Final = (
    "n, id, version, digest, leaf, likeness, url, source, published, language, hours, event, settled, rev, "
    'representative, kind, "to", jaccard, containment, origin'
)
_STORED_FIELDS: Final = tuple(_STORED_COLUMNS.replace('"', "").split(", "))
_PLACEHOLDERS: Final = ", ".join("?" * len(_STORED_FIELDS))
_BODY_FIELDS: Final = ("title", "summary", "text")
_N_KEYS: Final = 1 << 64  # keys are unsigned, SQLite's integers signed
_INDEX: Final = "INSERT INTO fts (rowid, words) VALUES (?, ?)"
_UNINDEX: Final = "INSERT INTO fts (fts, rowid, words) VALUES ('delete', ?, ?)"

LeafTable = Literal["facts", "sketch", "context"]
LEAF_TABLES: Final[tuple[LeafTable, ...]] = ("facts", "sketch", "context")

# n, representative, kind, to, jaccard, containment, origin
Relations = tuple[int, int | None, str | None, int | None, float | None, float | None, int | None]


class ArticleTables(Connection):
    """What is stored of articles."""

    def next_number(self) -> int:
        """The number for the next article; those of removed articles are not given again."""
        return 1 + (self._value("SELECT seq FROM sqlite_sequence WHERE name = 'article'") or 0)

    def known_articles(self, ids: Iterable[str]) -> dict[str, KnownArticle]:
        """Those of these ids that are stored, with their version, digest and event."""
        statement = "SELECT n, version, digest, event, leaf FROM article WHERE id = ?"
        return {name: KnownArticle(*row) for name in ids for row in self._rows(statement, (as_stored(name),))}

    def insert_articles(self, rows: Iterable[ArticleRow]) -> None:
        """Store new articles, and make their words searchable."""
        for row in rows:
            self._run(f"INSERT INTO article ({_STORED_COLUMNS}) VALUES ({_PLACEHOLDERS})", _article_values(row))
            self._write_body(row)

    def replace_article(self, row: ArticleRow) -> None:
        """Store a corrected article under its old number and keep what it replaces as a version."""
        (old,) = self.article_rows((row.n,))
        self._run("INSERT INTO version VALUES (?, ?, ?, ?)", (old.n, old.version, old.rev, _packed(old)))
        self._forget_words(old)
        settings = ", ".join(f'"{name}" = ?' for name in _STORED_FIELDS[1:])
        self._run(f"UPDATE article SET {settings} WHERE n = ?", (*_article_values(row)[1:], row.n))
        self._write_body(row)

    def versions(self, n: int) -> list[ArticleRow]:
        """The earlier versions of an article, the first one first."""
        rows = self._rows("SELECT data FROM version WHERE n = ? ORDER BY version", (n,))
        return [_unpacked(data) for (data,) in rows]

    def article_rows(self, numbers: Iterable[int], *, texts: bool = True) -> list[ArticleRow]:
        """These articles, in this order; those that are not stored are left out."""
        return list(self.each_article(numbers, texts=texts))

    def each_article(self, numbers: Iterable[int], *, texts: bool = True) -> Iterator[ArticleRow]:
        """As `article_rows`, one at a time."""
        body = "data FROM article JOIN body USING (n)" if texts else "NULL FROM article"
        statement = f"SELECT {_STORED_COLUMNS}, {body} WHERE n = ?"
        return (_article_row(row) for n in numbers for row in self._rows(statement, (n,)))

    def count_articles(self) -> int:
        """The number of stored articles."""
        return int(self._value("SELECT count(*) FROM article"))

    def article_numbers(self) -> list[int]:
        """All articles, in the order in which they were stored."""
        return [n for (n,) in self._rows("SELECT n FROM article ORDER BY n")]

    def newest_of_window(self) -> float | None:
        """The latest moment of an article of the window, in hours since 1970: of those with a date, if there are some.

        An article without one has the moment at which it was added, which may be years after those of an archive.
        """
        latest = "SELECT max(hours) FROM article WHERE settled = 0"
        hours = self._value(f"{latest} AND published IS NOT NULL") or self._value(latest)
        return None if hours is None else float(hours)

    def articles_of_event(self, e: int) -> list[int]:
        """The articles of an event, in the order in which they were stored."""
        return [n for (n,) in self._rows("SELECT n FROM article WHERE event = ? ORDER BY n", (e,))]

    def articles_of_group(self, representative: int) -> list[int]:
        """The articles that an article represents, itself among them, in the order in which they were stored."""
        others = "SELECT n FROM article WHERE representative = ? AND representative != n"
        return sorted([representative, *(n for (n,) in self._rows(others, (representative,)))])

    def set_relations(self, relations: Iterable[Relations]) -> None:
        """Write how articles relate to others."""
        self._run_many(
            'UPDATE article SET representative = ?, kind = ?, "to" = ?, jaccard = ?, containment = ?, origin = ? '
            "WHERE n = ?",
            ((*relation, n) for n, *relation in relations),
        )

    # What is read and measured of texts, by the leaf of a version.

    def claim_leaf(self) -> int:
        """A number for a further version of an article, which no article and no other version has."""
        self._run("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'article'")
        return int(self._value("SELECT seq FROM sqlite_sequence WHERE name = 'article'"))

    def set_leaves(self, leaves: Iterable[tuple[int, int]]) -> None:
        """Articles ``n`` have these leaves now; those before stay in the tables."""
        rows = list(leaves)
        self._run_many("INSERT INTO leaf VALUES (?, ?)", ((leaf, n) for n, leaf in rows))
        self._run_many("UPDATE article SET leaf = ? WHERE n = ?", ((leaf, n) for n, leaf in rows))

    def put_leaves(self, table: LeafTable, rows: Iterable[tuple[int, bytes]]) -> None:
        """Store what a table has of some leaves, over what it has."""
        self._run_many(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)

    def leaves(self, table: LeafTable, leaves: Iterable[int]) -> list[bytes]:
        """What a table has of these leaves, in this order."""
        return [data for leaf in leaves for (data,) in self._rows(f"SELECT data FROM {table} WHERE leaf = ?", (leaf,))]

    def all_leaves(self, table: LeafTable) -> Iterator[tuple[int, bytes]]:
        """All that a table has, by leaf."""
        return self._each(f"SELECT leaf, data FROM {table} ORDER BY leaf")

    def delete_leaves(self, table: LeafTable, leaves: Iterable[int] | None = None) -> None:
        """Delete what a table has of these leaves, or all."""
        if leaves is None:
            self._run(f"DELETE FROM {table}")
        else:
            self._run_many(f"DELETE FROM {table} WHERE leaf = ?", ((leaf,) for leaf in leaves))

    def delete_other_leaves(self) -> None:
        """Delete what the tables have of leaves that are no article's present version."""
        for table in ("leaf", *LEAF_TABLES):
            self._run(f"DELETE FROM {table} WHERE leaf NOT IN (SELECT leaf FROM article WHERE settled = 0)")

    def current_leaves(self) -> list[tuple[int, int, int | None, int | None]]:
        """``(n, leaf, representative, event)`` of the articles in the window that have been read, by number."""
        return self._rows(
            "SELECT article.n, leaf, representative, event FROM article JOIN leaf USING (leaf) WHERE settled = 0 "
            "ORDER BY article.n"
        )

    # Settled articles.

    def settle(self, likeness: Iterable[tuple[int, float]], keys: Iterable[tuple[int, int]]) -> None:
        """Take articles ``n`` out of the window, with their likeness; the unsigned 64-bit ``(key, n)`` are kept."""
        rows = list(likeness)
        leaves = [leaf for n, _ in rows for leaf in self._leaves_of(n)]
        self._run_many("UPDATE article SET settled = 1, likeness = ? WHERE n = ?", ((value, n) for n, value in rows))
        self._delete_all_of(leaves)
        self.add_settled_keys(keys)

    def delete_settled_keys(self) -> None:
        """Delete the keys of all settled articles."""
        self._run("DELETE FROM settled_key")

    def add_settled_keys(self, keys: Iterable[tuple[int, int]]) -> None:
        """Store unsigned 64-bit ``(key, n)`` of settled articles."""
        self._run_many("INSERT OR IGNORE INTO settled_key VALUES (?, ?)", ((_signed(key), n) for key, n in keys))

    def _delete_all_of(self, leaves: Sequence[int]) -> None:
        for table in LEAF_TABLES:
            self.delete_leaves(table, leaves)
        self._run_many("DELETE FROM leaf WHERE leaf = ?", ((leaf,) for leaf in leaves))

    def _leaves_of(self, n: int) -> list[int]:
        """The leaves of an article, earlier ones included."""
        return [leaf for (leaf,) in self._rows("SELECT leaf FROM leaf WHERE n = ?", (n,))]

    def settled_with_keys(self, keys: Iterable[int], *, first: int = 4, last: int = 4) -> list[tuple[int, int]]:
        """The settled articles with these keys: of each key at most the first and the last few."""
        stored = self._rows(
            "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM settled_key WHERE key = value)",
            (orjson.dumps([_signed(key) for key in dict.fromkeys(keys)]).decode(),),
        )
        rows = "SELECT n FROM settled_key WHERE key = ? ORDER BY n"
        statement = (
            f"SELECT n FROM (SELECT * FROM ({rows} LIMIT ?) UNION SELECT * FROM ({rows} DESC LIMIT ?)) ORDER BY n"
        )
        return [(key % _N_KEYS, n) for (key,) in stored for (n,) in self._rows(statement, (key, first, key, last))]

    # Which event has which article.

    def set_membership(self, moves: Iterable[tuple[int, int | None]], rev: int) -> None:
        """Articles ``n`` belong to the event ``e`` from this revision on, or to none."""
        moved = list(moves)
        self._run_many("DELETE FROM membership WHERE n = ? AND since = ?", ((n, rev) for n, _ in moved))
        self._run_many("UPDATE membership SET until = ? WHERE n = ? AND until IS NULL", ((rev, n) for n, _ in moved))
        self._run_many(
            "INSERT INTO membership VALUES (?, ?, ?, NULL)", ((n, e, rev) for n, e in moved if e is not None)
        )
        self._run_many("UPDATE article SET event = ? WHERE n = ?", ((e, n) for n, e in moved))

    def membership_at(self, rev: int) -> Iterator[tuple[int, int]]:
        """``(e, n)`` of all articles that were in an event after a revision."""
        return self._each(
            "SELECT e, n FROM membership WHERE since <= ? AND (until IS NULL OR until > ?) ORDER BY e, n", (rev, rev)
        )

    def _write_body(self, row: ArticleRow) -> None:
        texts = compressed([getattr(row, name) for name in _BODY_FIELDS])
        self._run("INSERT OR REPLACE INTO body VALUES (?, ?)", (row.n, texts))
        self._run(_INDEX, (row.n, _searchable(row)))

    def _forget_words(self, row: ArticleRow) -> None:
        self._run(_UNINDEX, (row.n, _searchable(row)))


def _searchable(row: ArticleRow) -> str:
    return folded_parts((row.title, row.summary, row.text))


def _article_values(row: ArticleRow) -> tuple[Any, ...]:
    values = (getattr(row, name) for name in _STORED_FIELDS)
    return tuple(as_stored(value) if isinstance(value, str) else value for value in values)


def _article_row(stored: Sequence[Any]) -> ArticleRow:
    *columns, body = stored
    row = dict(zip(_STORED_FIELDS, columns, strict=True))
    for name in ("id", "url", "source"):
        row[name] = row[name] if row[name] is None else as_given(row[name])
    texts = decompressed(body) if body is not None else (None, None, "")
    return ArticleRow(**{**row, "settled": bool(row["settled"])}, **dict(zip(_BODY_FIELDS, texts, strict=True)))


def _packed(row: ArticleRow) -> bytes:
    return compressed({**asdict(row), "digest": row.digest.hex()})


def _unpacked(data: bytes) -> ArticleRow:
    values = decompressed(data)
    return ArticleRow(**{**values, "digest": bytes.fromhex(values["digest"])})


def _signed(key: int) -> int:
    return key if key < _N_KEYS // 2 else key - _N_KEYS
