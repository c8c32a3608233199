"""Articles removed from a store by its users: nothing of theirs is left, and what others keep is whole."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import newsdedup as nd
from histories import STORES, Report, moment_of, text_of
from newsdedup.events.reading.views import hashed_words
from newsdedup.store.arrivals import article_digest
from newsdedup.store.window.codec import read_batch

FIRST_WORDS, OTHER_WORDS = "Klompfazir và Drubenholt", "Wexlorbin"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


def secret(words: str) -> nd.Article:
    return nd.Article(
        f"{text_of(0)} Theo {words}, tàu đã hỏng từ trước. Ông {words} kể lại mọi việc với phóng viên.",
        id="wanted-gone",
        title=f"{words} nói về vụ chìm tàu",
        source="Báo Zuppelmar",
        url="https://example.org/vunderkletz",
    )


def traces_of(article: nd.Article, words: str) -> Iterator[bytes]:
    """What no file may have of an article: its words, its names, hashes of these and of the whole."""
    yield from (part.encode() for part in (*words.split(), "wanted-gone", "Zuppelmar", "vunderkletz") if len(part) > 3)
    yield from (part.lower().encode() for part in words.split() if len(part) > 3)
    distinct = [part.lower() for part in words.split() if len(part) > 3]
    yield from (int(one).to_bytes(4, "little") for one in hashed_words(distinct))
    facts = read_batch([article], seed=0, threads=1).facts
    yield facts["digest"].tobytes()
    yield facts["signature"].tobytes()[:64]
    yield article_digest(article)


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """The bytes of a store's files, and each of its values, decompressed where it can be."""
    for ending in ("", "-wal"):
        file = path.with_name(path.name + ending)
        if file.exists():
            yield file.name, file.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if table == "fts":
                continue
            for row in connection.execute(f"SELECT * FROM {table}"):
                yield from ((table, data) for data in map(_plain, row) if data)


def _plain(value: object) -> bytes:
    if isinstance(value, str):
        return value.encode()
    if not isinstance(value, bytes):
        return b""
    try:
        return zlib.decompress(value)
    except zlib.error:
        return value


@pytest.mark.parametrize("records", [False, True])
def test_nothing_of_a_removed_article_and_its_versions_is_left_in_any_file(path: Path, records: bool) -> None:
    wanted = [(secret(FIRST_WORDS), FIRST_WORDS), (secret(OTHER_WORDS), OTHER_WORDS)]
    others = [Report(number, 7 * number, number).article for number in range(1, 7)]
    with nd.open_store(path, **{**STORES, "records": records, "regroup": "manual"}) as store:
        store.add([wanted[0][0], *others[:3]])
        store.add(others[3:5])
        assert store.add([wanted[1][0]]).corrected == ("wanted-gone",)
        store.regroup()
        store.add(others[5:])
        event = store.event_of("wanted-gone")
        traces = {trace for article, words in wanted for trace in traces_of(article, words)}
        found = {trace for trace in traces for _, data in contents(path) if trace in data}
        assert len(found) > len(traces) / 2  # the search sees them while they are there
        store.remove(["wanted-gone"], reason="asked for")
        store.backup(path.with_name("later.db"))
        assert store.resolve(event) is not None
    for file in (path, path.with_name("later.db")):
        assert [(place, trace) for place, data in contents(file) for trace in traces if trace in data] == []


def test_copies_of_a_removed_article_keep_their_words_and_become_originals(path: Path) -> None:
    whole, copy, later = (Report(number, 0, number).article for number in (1, 2, 3))
    with nd.open_store(path, **{**STORES, "records": True}) as store:
        store.add([whole, Report(9, 2, 1).article])
        store.add([copy, later])
        event = store.event_of(whole.id)
        store.remove([whole.id])
        assert store.event_of(copy.id) == store.event_of(later.id) == event
        reports = store.event(event).articles
        assert [(one.id, one.copy_of) for one in reports] == [(copy.id, None), (later.id, copy.id)]
        assert [one.text for one in store.articles([copy.id, later.id])] == [text_of(0)] * 2
        store.regroup()
        assert store.event_of(copy.id) == store.event_of(later.id) == event
        assert store.check() == []


def test_a_removed_article_is_refused_with_the_reason_until_it_is_asked_for(path: Path) -> None:
    with nd.open_store(path, **STORES) as store:
        store.add([Report(1, 0).article, Report(2, 2).article], at=moment_of(0))
        event = store.event_of("tin-1")
        store.remove(["tin-1"], reason="the outlet asked", at=moment_of(1))
        refused = store.add([Report(1, 0).article, Report(3, 1).article], at=moment_of(2))
        assert refused.added == ("tin-3",)
        (rejection,) = refused.rejected
        assert "the outlet asked" in rejection.reason
        assert "again=True" in rejection.reason
        assert store.add([Report(1, 0).article], again=True, at=moment_of(3)).added == ("tin-1",)
        assert store.event_of("tin-1") != event  # an id is never given twice
        assert store.add([Report(1, 0).article], at=moment_of(4)).unchanged == ("tin-1",)
        numbers = {one.n for one in store.changes() if one.article == "tin-1"}
        assert len(numbers) == 1
        assert {one.n for one in store.history(event)}.isdisjoint(numbers)


def test_a_correction_makes_a_version_that_goes_with_the_article(path: Path) -> None:
    def versions() -> list[tuple[int, int]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute("SELECT version, rev FROM version ORDER BY version").fetchall()

    with nd.open_store(path, **STORES) as store:
        store.add([Report(1, 0).article, Report(2, 2).article])
        for wording in (1, 3):
            assert store.add([Report(1, wording).article]).corrected == ("tin-1",)
        assert versions() == [(1, 1), (2, 2)]
        assert [one.text for one in store.articles(["tin-1"])] == [text_of(3)]
        assert [one.article for one in store.changes() if one.kind == "corrected"] == ["tin-1", "tin-1"]
        store.remove(["tin-1"])
        assert versions() == []
        assert "tin-1" not in {one.article for one in store.changes()}
