"""The file: opening, migrations, transactions; the only module that imports sqlite3."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final, Self

from newsdedup.store.tables.schema import APPLICATION_ID, MIGRATIONS, Migration
from newsdedup.support.arguments import path_option
from newsdedup.support.errors import NewsdedupError, StoreError, pass_on_foreign
from newsdedup.support.whole_files import DATABASE_START, SIDE_ENDINGS, replacing, writable

_WAIT: Final = 30.0  # seconds
_CACHE: Final = 65_536  # KB
_PAGE: Final = 16_384  # bytes; sketches of some 3 KB leave a fifth of smaller pages empty
_PRAGMAS: Final = (
    f"page_size = {_PAGE}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "temp_store = MEMORY",
)
_NOT_DECODED: Final = (json.JSONDecodeError, zlib.error)  # what is packed in a row is not what was packed
# How SQLite names the kinds of values that a column may have; texts with lone surrogates are bytes.
_KINDS_OF: Final = {"INTEGER": ("integer",), "REAL": ("real",), "TEXT": ("text", "blob"), "BLOB": ("blob",)}
_HEADER: Final = 100  # bytes
_APPLICATION: Final = slice(68, 72)  # where the header of a file has its application
_NOT_A_STORE: Final = "is not a store of newsdedup: give another path"


class Connection:
    """One connection to the file of a store.

    Every method that reads or writes is called inside `reading` or `writing`. Threads take turns.

    Parameters
    ----------
    path : str or Path
    writes : bool
        Whether to write; else the file must exist, and is left as it is.
    wait : float
        Seconds to wait for another writer before a `StoreError`.
    migrations : sequence of tuple of str
        The steps to the newest schema.

    Raises
    ------
    StoreError
        If the file is no store, has a newer schema, or cannot be opened.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        writes: bool = True,
        wait: float = _WAIT,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> None:
        self.path = Path(path)
        self.writes = writes
        self._wait = wait
        self._turn = threading.RLock()
        self._in_transaction = False
        self.is_closed = False
        if not writes and not self.path.is_file():
            raise StoreError(f"no store at {self.path}: give the path of one, or open it for writing to make it")
        with self._named_errors():
            self._sqlite = _connect(self.path, writes=writes, wait=wait)
        try:
            with self._named_errors():
                self._prepare(migrations)
        except BaseException:
            self._sqlite.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the last to close it moves what is in the write-ahead log into it."""
        with self._turn:
            self._sqlite.close()
            self.is_closed = True

    @contextmanager
    def reading(self) -> Iterator[Self]:
        """One state of the store for all reads inside, whatever another process writes meanwhile."""
        with self._transaction("BEGIN"):
            self._value("SELECT count(*) FROM sqlite_master")  # the first read chooses the state
            yield self

    @contextmanager
    def writing(self) -> Iterator[Self]:
        """One transaction: all that is written inside is kept, or nothing after an error.

        Waits until another writer has finished; a `StoreError` after the seconds given.
        """
        if not self.writes:
            raise StoreError(f"{self.path} was opened for reading: open it for writing")
        with self._transaction("BEGIN IMMEDIATE"):
            yield self

    def data_version(self) -> int:
        """A number that differs from the last one if another connection wrote in between."""
        return int(self._value("PRAGMA data_version"))

    def scrub(self) -> bool:
        """Overwrite what removed texts left behind in the index, in gaps of pages and in the write-ahead log.

        It follows `erase_articles`, and writes the whole file anew: when rows move between pages, SQLite leaves copies
        of them in gaps even where it overwrites what is deleted.

        Returns
        -------
        bool
            False if another connection reads an old state: call it again later.
        """
        with self.writing():
            self._run("INSERT INTO fts (fts) VALUES ('optimize')")
        with self._turn, self._named_errors():
            self._sqlite.execute("VACUUM")
            if self._value("PRAGMA wal_checkpoint(TRUNCATE)"):
                return False
        with self.writing():
            self._run("DELETE FROM meta WHERE key = 'scrub_due'")
        return True

    def backup(self, path: str | Path) -> None:
        """Write a copy of one state of the store to a new file, while others may read and write."""
        target = writable(path)
        if target.exists():
            raise StoreError(f"{target} exists: give another path for the backup")
        try:
            with self._turn, replacing(target) as part:
                self._copy_to(part, target)
        except OSError as error:
            raise StoreError(f"{target} cannot be written: {error.strerror}; give another path") from error

    def _copy_to(self, part: Path, target: Path) -> None:
        with self._named_errors():
            self._value("SELECT count(*) FROM sqlite_master")  # an error of the store is not one of its copy
        try:
            with closing(sqlite3.connect(part)) as copy:
                self._sqlite.backup(copy)
        except sqlite3.Error as error:
            raise StoreError(_cause_and_remedy(target, error, self._wait)) from error
        finally:
            for ending in SIDE_ENDINGS:
                part.with_name(part.name + ending).unlink(missing_ok=True)

    # What the tables' modules use.

    def _rows(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        return self._sqlite.execute(statement, values).fetchall()

    def _each(self, statement: str, values: Sequence[Any] = ()) -> Iterator[Any]:
        yield from self._sqlite.execute(statement, values)

    def _value(self, statement: str, values: Sequence[Any] = ()) -> Any:
        row = self._sqlite.execute(statement, values).fetchone()
        return row[0] if row else None

    def _run(self, statement: str, values: Sequence[Any] = ()) -> int:
        """The number that a new row got."""
        return self._sqlite.execute(statement, values).lastrowid or 0

    def _run_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        self._sqlite.executemany(statement, rows)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._turn:
            if self._in_transaction:
                raise StoreError(f"a transaction of {self.path} is open: finish it before the next")
            self._in_transaction = True
            try:
                with self._named_damage(), self._named_errors():
                    self._sqlite.execute(begin)
                    try:
                        yield
                        self._sqlite.execute("COMMIT")
                    finally:
                        if self._sqlite.in_transaction:
                            self._sqlite.execute("ROLLBACK")
            finally:
                self._in_transaction = False

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(_cause_and_remedy(self.path, error, self._wait)) from error

    @contextmanager
    def _named_damage(self) -> Iterator[None]:
        """A `StoreError` instead of an error from inside, where what the file has explains it."""
        try:
            yield
        except NewsdedupError:
            raise
        except Exception as error:
            pass_on_foreign(error)
            found = [f"{error}"] if isinstance(error, _NOT_DECODED) else self._found_problems()
            if not found:
                raise
            raise StoreError(f"{self.path} is damaged ({found[0][:200]}): restore a backup of it") from error

    def check(self) -> list[str]:
        """The problems of the file as SQLite sees it, in words; an empty list if there are none."""
        damage = [str(row[0]) for row in self._rows("PRAGMA integrity_check") if row[0] != "ok"]
        return damage or list(self._columns_of_other_kinds())

    def _found_problems(self) -> list[str]:
        try:
            return self._what_stops_a_reader()
        except (sqlite3.Error, *_NOT_DECODED) as error:
            return [str(error)]

    def _what_stops_a_reader(self) -> list[str]:
        """The problems that can explain an error from inside."""
        return Connection.check(self)

    def _columns_of_other_kinds(self) -> Iterator[str]:
        """The columns with values of a kind that no store writes, and numbers that are not finite."""
        tables = self._rows("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
        for (table,) in tables:
            for _, column, kind, is_needed, _, is_key in self._rows(f'PRAGMA table_info("{table}")'):
                kinds = (*_KINDS_OF.get(kind, ()), *(() if is_needed or is_key else ("null",)))
                listed = ", ".join(f"'{one}'" for one in kinds)
                # Only of numbers: SQLite reads the text 933976e358… as one that is too large.
                is_infinite = f'typeof("{column}") = \'real\' AND abs("{column}") = 9e999'
                test = f'typeof("{column}") NOT IN ({listed}) OR {is_infinite}'
                if kind in _KINDS_OF and self._value(f'SELECT EXISTS (SELECT 1 FROM "{table}" WHERE {test})'):
                    yield f"values of another kind in {table}.{column}"

    def _prepare(self, migrations: Sequence[Migration]) -> None:
        """Refuse what is no store or too new; make or migrate the tables; set what holds for a connection."""
        self._sqlite.execute(f"PRAGMA cache_size = -{_CACHE}")
        newest, version = len(migrations), self._schema_version()
        if version > newest:
            raise StoreError(
                f"{self.path} has schema {version}, this newsdedup reads up to {newest}: upgrade newsdedup, "
                "or give another path"
            )
        if not self.writes:
            if version < newest:
                raise StoreError(f"{self.path} has schema {version}, not {newest}: open it for writing to upgrade it")
            self._sqlite.execute("PRAGMA query_only = ON")
            return
        for pragma in _PRAGMAS:
            self._sqlite.execute(f"PRAGMA {pragma}").fetchall()
        while self._schema_version() < newest:
            self._migrate(migrations)

    def _schema_version(self) -> int:
        version, application = self._value("PRAGMA user_version"), self._value("PRAGMA application_id")
        is_empty = not (version or application or self._value("SELECT count(*) FROM sqlite_master"))
        if application != APPLICATION_ID and not (is_empty and self.writes):
            raise StoreError(f"{self.path} {_NOT_A_STORE}")
        return int(version)

    def _migrate(self, migrations: Sequence[Migration]) -> None:
        """One step, unless another process was faster."""
        with self._transaction("BEGIN IMMEDIATE"):
            version = self._schema_version()
            if version < len(migrations):
                for statement in migrations[version]:
                    self._sqlite.execute(statement)
                if not version:
                    self._run("INSERT INTO meta VALUES ('secret', ?)", (json.dumps(os.urandom(32).hex()),))
                self._sqlite.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                self._sqlite.execute(f"PRAGMA user_version = {version + 1}")


def is_store(path: str | Path) -> bool:
    """Whether there is a store at a path: an SQLite file with the mark of newsdedup.

    Parameters
    ----------
    path : path

    Examples
    --------
    >>> is_store("news.jsonl")
    False
    """
    file = path_option(path)
    if not os.path.isfile(file):  # noqa: PTH113 that of Path raises errors; a pipe would be waited for
        return False
    try:
        with file.open("rb") as opened_file:
            header = opened_file.read(_HEADER)
    except (OSError, ValueError):  # missing, a folder, or no path at all
        return False
    if not header.startswith(DATABASE_START):
        return False
    return int.from_bytes(header[_APPLICATION], "big") == APPLICATION_ID or _mark_in_log(file) == APPLICATION_ID


def _mark_in_log(file: Path) -> int | None:
    """The mark of a file that is open, and whose first pages may be in the write-ahead log alone."""
    try:
        with closing(_connect(file, writes=False, wait=_WAIT)) as connection:
            return int(connection.execute("PRAGMA application_id").fetchone()[0])
    except sqlite3.Error:
        return None


def _connect(path: Path, *, writes: bool, wait: float) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={'rwc' if writes else 'ro'}"
    return sqlite3.connect(address, timeout=wait, isolation_level=None, check_same_thread=False, uri=True)


def _cause_and_remedy(path: Path, error: sqlite3.Error, wait: float) -> str:
    reason = str(error)
    if "locked" in reason:
        return f"{path} is being written by another process for {wait:g} seconds: wait for it, or give a longer wait"
    if "not a database" in reason:
        return f"{path} {_NOT_A_STORE}"
    if "closed database" in reason:
        return f"{path} is closed: open it again"
    if "unable to open" in reason:
        return f"{path} cannot be opened: give a path in a folder that exists and can be written"
    return f"{path} cannot be read or written: {reason}"
