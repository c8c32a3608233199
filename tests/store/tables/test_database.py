from __future__ import annotations

import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from newsdedup.store.tables import connection
from newsdedup.store.tables.database import Database
from newsdedup.store.tables.rows import ArticleRow, FigureRow
from newsdedup.store.tables.schema import MIGRATIONS
from newsdedup.support.errors import SettingError, StoreError

AT = "2026-11-30T08:00:00+00:00"


def article(n: int, text: str = "Cháy chợ ở Đà Nẵng, 12 người bị thương.", **fields: object) -> ArticleRow:
    given = {
        "leaf": n,
        "id": f"a{n}",
        "digest": bytes([n % 256]) * 8,
        "rev": 1,
        "title": f"Tin số {n}",
    }
    return ArticleRow(n=n, text=text, **{**given, **fields})  # type: ignore[arg-type]


OPENED: list[Database] = []


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Every store is closed at the end of its test."""
    yield
    while OPENED:
        OPENED.pop().close()


def opened(path: Path, **options: Any) -> Database:
    OPENED.append(Database(path, **options))
    return OPENED[-1]


def filled(path: Path) -> Database:
    """A store with two events: articles 1 and 2, and article 3."""
    store = opened(path)
    with store.writing():
        rev = store.add_revision("add", AT, "feed:1")
        store.insert_articles([article(1), article(2), article(3, "Bão số 3 vào Hải Phòng.")])
        store.set_leaves((n, n) for n in (1, 2, 3))
        for table in ("facts", "sketch"):
            store.put_leaves(table, ((n, b"%d" % n) for n in (1, 2, 3)))
        one, two = store.new_event("e1", rev, size=2), store.new_event("e2", rev, size=1)
        store.set_membership([(1, one), (2, one), (3, two)], rev)
        store.add_changes(
            rev, [("new", one, None, 1, None), ("grown", one, None, 2, None), ("new", two, None, 3, None)]
        )
        store.store_record(
            one,
            b"{}",
            title="Cháy chợ",
            figures=[FigureRow(status="conflict")],
            places=["Đà Nẵng"],
            persons=["Nguyễn Văn A"],
            days=("2026-11-29", "2026-11-30"),
        )
        store.store_record(
            two,
            b"{}",
            title="Bão",
            figures=[FigureRow(status="agree")],
            places=["Hải Phòng"],
            days=("2026-11-01", None),
        )
    return store


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk.db")
    store.close()
    with Database(tmp_path / "desk.db", writes=False) as reader, reader.reading():
        assert [row.id for row in reader.article_rows([3, 1])] == ["a3", "a1"]
        assert reader.article_rows([2])[0] == article(2, event=1)
        assert reader.articles_of_event(1) == [1, 2]
        assert [event.id for event in reader.find_events()] == ["e2", "e1"]
        assert [event.id for event in reader.find_events(status="conflict")] == ["e1"]
        assert [event.id for event in reader.find_events(day="2026-11-30")] == ["e1"]
        assert [event.id for event in reader.find_events(place="hai phong")] == ["e2"]
        assert [event.id for event in reader.find_events(text="da nang")] == ["e1"]
        assert [event.id for event in reader.find_events(text='"nang da"')] == []
        assert list(reader.membership_at(1)) == [(1, 1), (1, 2), (2, 3)]
        assert [(one.kind, one.event, one.article) for one in reader.changes_after(1)] == [
            ("grown", "e1", "a2"),
            ("new", "e2", "a3"),
        ]
        assert reader.revision_of_token("feed:1") == 1
        assert reader.check() == []


def test_an_error_inside_a_transaction_undoes_all_of_it(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk.db")
    with pytest.raises(ZeroDivisionError), store.writing():
        store.insert_articles([article(4)])
        raise ZeroDivisionError
    with store.reading():
        assert (store.next_number(), store.known_articles(["a4"])) == (4, {})


def test_transactions_are_not_nested(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk.db")
    with store.reading(), pytest.raises(StoreError, match="is open"), store.writing():
        pass


def test_removal(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk.db")
    with store.writing():
        rev = store.add_revision("remove", AT)
        store.erase_articles([2], rev, "court order")
        store.update_event(1, size=1)
    assert store.scrub()
    with store.reading():
        assert store.is_removed(["a1", "a2"]) == {"a2": (2, "court order")}
        assert store.check() == []
        assert [one.id for one in store.find_events(text="da nang")] == ["e1"]
    store.backup(tmp_path / "copy.db")
    with Database(tmp_path / "copy.db", writes=False) as copy, copy.reading():
        assert copy.article_numbers() == [1, 3]


def test_a_file_that_is_no_store_or_too_new_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes" * 1000)
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE x (y)")
    for name in ("notes.txt", "other.db"):
        with pytest.raises(StoreError, match=f"{name} is not a store of newsdedup: give another path"):
            Database(tmp_path / name)
    with pytest.raises(StoreError, match="no store at"):
        Database(tmp_path / "none.db", writes=False)
    Database(tmp_path / "new.db", migrations=(*MIGRATIONS, ("CREATE TABLE extra (x)",))).close()
    with pytest.raises(StoreError, match="has schema 2, this newsdedup reads up to 1: upgrade newsdedup"):
        Database(tmp_path / "new.db")


def test_a_store_is_migrated_once_and_a_failed_step_changes_nothing(tmp_path: Path) -> None:
    filled(tmp_path / "desk.db").close()
    with pytest.raises(StoreError, match="no such table"):
        Database(tmp_path / "desk.db", migrations=(*MIGRATIONS, ("CREATE TABLE extra (x)", "DELETE FROM none")))
    later = (*MIGRATIONS, ("CREATE TABLE extra (x)", "INSERT INTO extra VALUES (7)"))
    with pytest.raises(StoreError, match="open it for writing to upgrade it"):
        Database(tmp_path / "desk.db", writes=False, migrations=later)
    for _ in range(2):
        with Database(tmp_path / "desk.db", migrations=later) as store, store.reading():
            assert store._rows("SELECT x FROM extra") == [(7,)]
            assert store.check() == []


def test_a_second_writer_gets_an_error_that_names_the_file(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk.db")
    second = opened(tmp_path / "desk.db", wait=0.05)
    refusal = pytest.raises(StoreError, match=r"desk\.db is being written by another process")
    with store.writing(), refusal, second.writing():
        pass
    with second.writing():
        second.set_meta("here", 1)


WRITER = """
import sys
from newsdedup.store.tables.database import Database
store = Database(sys.argv[1])
print("open", flush=True)
for turn in range(150):
    with store.writing():
        store.set_meta("one", turn)
        rev = store.add_revision("add", "now")
        store.add_changes(rev, [("new", None, None, turn, None), ("grown", None, None, turn, None)])
        store.set_meta("two", turn)
"""


def test_reads_beside_a_writer_in_another_process_each_see_one_state(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    filled(path).close()
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    writer.stdout.readline()
    seen = set()
    with Database(path, writes=False) as reader:
        running = True
        while running:
            running = writer.poll() is None
            for _ in range(20):
                with reader.reading():
                    state = (
                        reader.get_meta("one"),
                        reader.last_revision(),
                        reader.changes_after()[-1].seq,
                        reader.get_meta("two"),
                    )
                seen.add(state)
    assert writer.returncode == 0
    assert {(one, 2 + one, 5 + 2 * one, one) for one, *_ in seen if one is not None} == seen - {(None, 1, 3, None)}
    assert (149, 151, 303, 149) in seen
    writer.stdout.close()


def test_no_byte_of_a_removed_article_is_left_in_the_file_or_a_backup(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk.db")
    secret = "Zuyvexa quorblint hamdrepol, xyxuvanu grifjolt."
    with store.writing():
        store.insert_articles(
            [article(4, secret, title="Klompfazir", url="https://example.vn/wexfolda", digest=b"dIgEsT")]
        )
        store.set_leaves([(4, 4)])
        store.put_leaves("facts", [(4, b"sKeTcH-of-four")])
        store.put_leaves("sketch", [(4, b"sKeTcH-of-four")])
        store.set_membership([(4, 1)], 1)
        store.update_event(1, size=3)
        store.store_record(1, b'"Klompfazir"', title="Klompfazir")
        store.replace_article(article(4, secret + " Brumdaxil.", version=2, title="Klompfazir", event=1))
    with store.writing():
        rev = store.add_revision("remove", AT)
        store.erase_articles([4], rev)
        store.update_event(1, size=2)
    with store.reading():
        assert store.scrub_is_due()
    assert store.scrub()
    store.backup(tmp_path / "copy.db")
    words = [
        b"uyvexa",
        b"quorblint",
        b"hamdrepol",
        b"xyxuvanu",
        b"grifjolt",
        b"lompfazir",
        b"wexfolda",
        b"dIgEsT",
        b"sKeTcH-of-four",
        b"rumdaxil",
    ]
    files = b"".join(path.read_bytes() for path in sorted(tmp_path.iterdir()))
    assert [word for word in words if word in files] == []
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        copy.execute("CREATE VIRTUAL TABLE temp.term USING fts5vocab('main', 'fts', 'row')")
        assert [row for row in copy.execute("SELECT term FROM term") if row[0].encode() in words] == []
        blobs = [copy.execute(f"SELECT data FROM {table}").fetchall() for table in ("body", "version", "record")]
    plain = b"".join(zlib.decompress(data) for rows in blobs for (data,) in rows)
    assert [word for word in words if word in plain] == []
    with store.reading():
        assert store.check() == []


def test_settled_articles_are_found_by_their_keys(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk.db")
    with store.writing():
        store.settle([(1, 0.5), (2, 0.75)], [(2**64 - 1, 1), (2**64 - 1, 2), (7, 2)])
        assert store.settled_with_keys([7, 8, 2**64 - 1]) == [(7, 2), (2**64 - 1, 1), (2**64 - 1, 2)]
        assert store.settled_with_keys([2**64 - 1], first=1, last=0) == [(2**64 - 1, 1)]
        assert ([n for n, *_ in store.current_leaves()], [leaf for leaf, _ in store.all_leaves("sketch")]) == ([3], [3])
        assert store.check() == []


def test_an_old_id_resolves_and_memberships_give_every_past_state(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk.db")
    with store.writing():
        rev = store.add_revision("regroup", AT)
        store.set_membership([(3, 1)], rev)
        store.retire_event(2, rev, 1)
        store.update_event(1, size=3, changed=rev)
        assert store.current_event(2) == 1
        assert list(store.membership_at(1)) == [(1, 1), (1, 2), (2, 3)]
        assert list(store.membership_at(2)) == [(1, 1), (1, 2), (1, 3)]
        assert store.event_rows([2])[0].title is None
        assert store.check() == []


PLANTED = [
    ("UPDATE event SET size = 5 WHERE e = 1", "events whose size is not the number of their articles: 1"),
    ("UPDATE event SET last = 5 WHERE e = 2", "events whose moments are not those of their articles: 2"),
    ("DELETE FROM sketch WHERE leaf = 2", "articles of the window without sketch: 2"),
    ("DELETE FROM body", "articles without text: 1, 2, 3"),
    ("UPDATE membership SET until = 9 WHERE n = 3", "articles whose event is not that of their membership: 3"),
    ("UPDATE article SET settled = 1 WHERE n = 1", "sketches and contexts outside the window: 1"),
    ("UPDATE article SET origin = 77 WHERE n = 1", "relations to articles that are gone: 1"),
    ("INSERT INTO settled_key VALUES (1, 2)", "settled keys of articles that are not settled: 2"),
    ("DELETE FROM revision", "changes of unknown revisions: 1, 2, 3"),
    ("INSERT INTO fts (rowid, words) VALUES (9, 'x')", "words of articles that are gone: 9"),
    ("UPDATE meta SET value = 'x'", "settings that are not JSON: secret"),
    ("DELETE FROM meta", "settings that are missing: secret"),
]


@pytest.mark.parametrize(("statement", "problem"), PLANTED)
def test_the_check_finds_a_planted_problem(tmp_path: Path, statement: str, problem: str) -> None:
    store = filled(tmp_path / "desk.db")
    with store.writing():
        store._run(statement)
        assert problem in store.check()


def test_a_backup_does_not_overwrite_and_leaves_no_other_file(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk.db")
    store.close()
    store = opened(tmp_path / "desk.db", writes=False)
    store.backup(tmp_path / "copy.db")
    with pytest.raises(StoreError, match=r"copy\.db exists: give another path"):
        store.backup(tmp_path / "copy.db")
    with pytest.raises(SettingError, match=r"none/copy\.db' lies in a folder that does not exist"):
        store.backup(tmp_path / "none" / "copy.db")
    with pytest.raises(SettingError, match=r"desk\.db-journal' is a file that SQLite keeps beside the database"):
        store.backup(tmp_path / "desk.db-journal")
    store.close()
    assert {path.name for path in tmp_path.iterdir()} - {"desk.db-wal", "desk.db-shm"} == {"copy.db", "desk.db"}


def test_a_backup_has_any_name_that_the_system_allows_and_follows_a_link(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk.db")
    (tmp_path / "link.db").symlink_to("copy.db")
    for name in ("x" * 247, "link.db"):
        store.backup(tmp_path / name)
        with opened(tmp_path / name, writes=False).reading() as copy:
            assert copy.count_articles() == 3
    assert (tmp_path / "link.db").readlink() == Path("copy.db")


def test_a_backup_that_cannot_be_written_is_an_error_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = filled(tmp_path / "desk.db")

    def denied(*_: object) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(connection.sqlite3, "connect", denied)
    with pytest.raises(StoreError, match=r"copy\.db cannot be opened"):
        store.backup(tmp_path / "copy.db")


def test_ids_and_texts_with_lone_surrogates_are_kept(tmp_path: Path) -> None:
    odd = article(4, "chữ \ud800 lạ", id="x\udfff", source="báo \ud800", title="\ud800")
    with Database(tmp_path / "desk.db") as store, store.writing():
        store.insert_articles([odd])
        assert store.article_rows([4]) == [odd]
        assert store.known_articles(["x\udfff"])["x\udfff"].n == 4
        store.replace_article(article(4, "chữ", id="x\udfff", version=2))
        assert store.versions(4) == [odd]


def test_a_removed_number_is_not_given_again_and_a_removal_can_be_taken_back(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk.db")
    with store.writing():
        store.settle([(3, 0.5)], [(5, 3)])
        store.erase_articles([3], 1)
        assert store.next_number() == 4
        assert store.settled_with_keys([5]) == []
        store.allow_again(["a3"])
        assert store.is_removed(["a3"]) == {}
        assert store.changes_after(2)[0].article is None
    with pytest.raises(TypeError, match="an event has no record"), store.writing():
        store.update_event(1, record=b"")
