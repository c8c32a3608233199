"""Files that are no store, and stores that something else has changed: a `StoreError` that names the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import newsdedup as nd
from newsdedup.support.errors import StoreError

NEWS = [
    {"id": "a", "text": "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết", "published_at": "2025-08-25"},
    {"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ", "published_at": "2025-08-25"},
    {"id": "c", "text": "Giá vàng SJC sáng nay tăng 2 triệu đồng một lượng", "published_at": "2025-08-26"},
]
LATER = [{"id": "d", "text": "Cháy kho hàng tại Hải Phòng, ba người bị thương", "published_at": "2025-08-27"}]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("store") / "whole.db"
    with nd.open_store(path) as store:
        store.add(NEWS)
    return path.read_bytes()


def use(path: Path, *, read_only: bool = False) -> None:
    """Read and write what a store has."""
    with nd.open_store(path, read_only=read_only, wait=0.1) as store:
        store.events()
        store.changes(0)
        if not read_only:
            store.add(LATER)


def changed(path: Path, whole: bytes, *statements: str) -> Path:
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return path


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE meta SET value = 'x'",
        "UPDATE meta SET value = '[]' WHERE key = 'settings'",
        """UPDATE meta SET value = '{"colour": 1}' WHERE key = 'settings'""",
        """UPDATE meta SET value = '{"threshold": "high"}' WHERE key = 'settings'""",
        "UPDATE meta SET value = '[]' WHERE key = 'model'",
        "UPDATE meta SET value = '{}' WHERE key = 'model'",
        "DELETE FROM meta WHERE key = 'model'",
        "DELETE FROM meta",
        "UPDATE article SET hours = 'x'",
        "DELETE FROM facts",
        "UPDATE facts SET data = 1e400",
        "DELETE FROM sketch",
        "UPDATE sketch SET data = X'00'",
        "UPDATE sketch SET data = 'x'",
        "UPDATE event SET first = 'x', last = 'x'",
        "UPDATE event SET first = 1e400",
        "UPDATE change SET data = 'x'",
        "DROP TABLE article",
        "DROP TABLE change",
    ],
)
def test_a_store_with_values_that_no_store_writes_is_named_as_damaged(
    tmp_path: Path, whole: bytes, statement: str
) -> None:
    path = changed(tmp_path / "desk.db", whole, statement)
    with pytest.raises(StoreError) as caught:
        use(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("statement", ["UPDATE event SET first = 'x'", "UPDATE change SET data = 'x'"])
def test_a_damaged_store_is_named_where_it_is_only_read(tmp_path: Path, whole: bytes, statement: str) -> None:
    path = changed(tmp_path / "desk.db", whole, statement)
    with pytest.raises(StoreError, match=r"is damaged .*: restore a backup"):
        use(path, read_only=True)


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE article (n)")


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "make",
    [
        foreign,
        lambda path: path.write_text('{"articles": []}', encoding="utf-8"),
        lambda path: path.write_bytes(bytes(5000)),
        lambda path: path.mkdir(),
        lambda path: path.symlink_to(path),
        lambda path: path.symlink_to(path.parent / "missing" / "desk.db"),
    ],
    ids=["another database", "text", "zeros", "folder", "link to itself", "link to nothing"],
)
def test_what_is_no_store_is_refused_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], object], read_only: bool
) -> None:
    path = tmp_path / "desk.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError) as caught:
        use(path, read_only=read_only)
    assert str(path) in str(caught.value)
    assert before is None or path.read_bytes() == before


@pytest.mark.parametrize("length", [50, 100, 4096, 20_000])
def test_a_cut_store_is_refused(tmp_path: Path, whole: bytes, length: int) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(whole[:length])
    with pytest.raises(StoreError) as caught:
        use(path)
    assert str(path) in str(caught.value)


def test_a_store_of_a_later_version_is_refused_with_the_remedy(tmp_path: Path, whole: bytes) -> None:
    path = changed(tmp_path / "desk.db", whole, "PRAGMA user_version = 99")
    with pytest.raises(StoreError, match=r"has schema 99, .*upgrade newsdedup"):
        use(path)


def test_a_locked_store_is_named_after_the_time_to_wait(tmp_path: Path, whole: bytes) -> None:
    path = changed(tmp_path / "desk.db", whole)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match=r"written by another process for 0\.1 seconds"):
            use(path)


def test_an_error_of_a_whole_store_stays_what_it_is(tmp_path: Path, whole: bytes) -> None:
    path = changed(tmp_path / "desk.db", whole)
    with nd.open_store(path) as store, pytest.raises(ZeroDivisionError), store._database.reading():
        _ = 1 / 0
