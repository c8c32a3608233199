"""The tables, as numbered steps from an empty file to the newest schema."""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x6E646475  # "nddu", in the header of the file

Migration = tuple[str, ...]  # statements that are run in one transaction

_FIRST: Final[Migration] = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE revision (
        rev INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, kind TEXT NOT NULL, token TEXT UNIQUE
    )""",
    # Texts have a table of their own: what changes often, as an article's event, then rewrites a short row.
    """CREATE TABLE article (
        n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, digest BLOB NOT NULL,
        leaf INTEGER NOT NULL, likeness REAL, url TEXT, source TEXT, published TEXT, language TEXT, hours REAL,
        event INTEGER, settled INTEGER NOT NULL, rev INTEGER NOT NULL,
        representative INTEGER, kind TEXT, "to" INTEGER, jaccard REAL, containment REAL,
        origin INTEGER
    )""",
    "CREATE INDEX article_event ON article (event) WHERE event IS NOT NULL",
    "CREATE INDEX article_window ON article (n) WHERE settled = 0",
    "CREATE INDEX article_group ON article (representative) WHERE representative != n",
    "CREATE TABLE body (n INTEGER PRIMARY KEY, data BLOB NOT NULL)",  # title, summary and text
    """CREATE TABLE version (
        n INTEGER NOT NULL, version INTEGER NOT NULL, rev INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (n, version)
    ) WITHOUT ROWID""",
    # What is read of a text and measured of it has the leaf of that version of the article; earlier leaves stay
    # until the window is grouped again.
    "CREATE TABLE leaf (leaf INTEGER PRIMARY KEY, n INTEGER NOT NULL)",
    "CREATE INDEX leaf_article ON leaf (n)",
    "CREATE TABLE facts (leaf INTEGER PRIMARY KEY, data BLOB NOT NULL)",
    "CREATE TABLE sketch (leaf INTEGER PRIMARY KEY, data BLOB NOT NULL)",
    "CREATE TABLE context (leaf INTEGER PRIMARY KEY, data BLOB NOT NULL)",
    "CREATE TABLE settled_key (key INTEGER, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID",
    """CREATE TABLE event (
        e INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, born INTEGER NOT NULL, changed INTEGER NOT NULL,
        retired INTEGER, successor INTEGER, size INTEGER NOT NULL, first REAL, last REAL, settled INTEGER NOT NULL,
        stale INTEGER NOT NULL, title TEXT, start_day TEXT, end_day TEXT, span INTEGER
    )""",
    "CREATE INDEX event_changed ON event (changed, e) WHERE retired IS NULL",
    "CREATE INDEX event_day ON event (span, start_day) WHERE start_day IS NOT NULL",
    "CREATE INDEX event_stale ON event (e) WHERE stale = 1",
    # The basis is a hash of what the record was made of but texts: it shows where a grouping has changed that.
    "CREATE TABLE record (e INTEGER PRIMARY KEY, data BLOB NOT NULL, basis BLOB NOT NULL)",
    """CREATE TABLE membership (
        n INTEGER NOT NULL, e INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER, PRIMARY KEY (n, since)
    ) WITHOUT ROWID""",
    """CREATE TABLE change (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL, kind TEXT NOT NULL, event INTEGER, other INTEGER,
        n INTEGER, data TEXT
    )""",
    "CREATE INDEX change_rev ON change (rev)",
    "CREATE INDEX change_event ON change (event)",
    "CREATE INDEX change_other ON change (other) WHERE other IS NOT NULL",
    "CREATE TABLE removed (hash BLOB PRIMARY KEY, rev INTEGER NOT NULL, reason TEXT) WITHOUT ROWID",
    """CREATE TABLE figure (
        e INTEGER NOT NULL, position INTEGER NOT NULL, role TEXT, status TEXT NOT NULL, unit TEXT, low REAL, best REAL,
        high REAL, PRIMARY KEY (e, position)
    ) WITHOUT ROWID""",
    "CREATE INDEX figure_status ON figure (status, e)",
    "CREATE TABLE place (name TEXT, e INTEGER, PRIMARY KEY (name, e)) WITHOUT ROWID",
    "CREATE INDEX place_event ON place (e)",
    "CREATE TABLE person (name TEXT, e INTEGER, PRIMARY KEY (name, e)) WITHOUT ROWID",
    "CREATE INDEX person_event ON person (e)",
    # Texts reach the index folded, as words with spaces between them; "ascii" leaves all other letters as they are.
    "CREATE VIRTUAL TABLE fts USING fts5(words, content = '', detail = none, tokenize = 'ascii')",
)

MIGRATIONS: Final[tuple[Migration, ...]] = (_FIRST,)  # the n-th makes schema n + 1 of schema n
