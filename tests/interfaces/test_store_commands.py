from __future__ import annotations

import csv
import io
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import newsdedup as nd
from newsdedup.interfaces.cli import store_commands, watching
from newsdedup.interfaces.cli.commands import main

STORM = {
    "id": "storm-1",
    "title": "Bão số 5 vào Nghệ An",
    "text": "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết, 300 ngôi nhà tốc mái.",
    "published_at": "2025-08-25T08:00:00+07:00",
}
LATER = {
    **STORM,
    "id": "storm-2",
    "text": "Nghệ An: bảy người thiệt mạng khi bão số 5 đổ bộ sáng 25/8, hơn 300 ngôi nhà tốc mái.",
}
FIRE = {"id": "fire", "text": "A fire at Leeds market injured four people on 25 August.", "title": "\x1b[31mFire"}


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as leaving:
        main([str(one) for one in arguments])
    return int(leaving.value.code or 0)


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return write(tmp_path / "news.jsonl", STORM, LATER, FIRE, {"id": "empty", "text": ""})


@pytest.fixture
def desk(tmp_path: Path, news: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run("store", "add", tmp_path / "desk.db", news) == 0
    capsys.readouterr()
    return tmp_path / "desk.db"


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What a command that ends well prints."""

    def output(*arguments: object) -> str:
        assert run("store", *arguments) == 0
        return capsys.readouterr().out

    return output


def test_adding_makes_a_store_and_prints_what_changed(
    tmp_path: Path, news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("store", "add", tmp_path / "desk.db", news) == 0
    captured = capsys.readouterr()
    assert "revision 1: 3 added, 1 rejected; 2 events changed" in captured.out
    assert "25 Aug 2025  Bão số 5 vào Nghệ An" in captured.out
    assert "\x1b" not in captured.out
    assert captured.err.splitlines() == ["rejected: row 3 (empty): the text is empty"]
    assert run("store", "add", tmp_path / "desk.db", news) == 0
    assert "revision 1: 3 unchanged, 1 rejected; no event changed" in capsys.readouterr().out


def test_an_addition_is_written_as_json(tmp_path: Path, news: Path, shown: Callable[..., str]) -> None:
    data = json.loads(shown("add", tmp_path / "desk.db", news, "--token", "first", "--format", "json"))
    (row,) = data["changes"]
    assert row["added"] == ["storm-1", "storm-2", "fire"]
    assert row["revision"] == 1
    assert len(row["events"]) == 2
    assert data["rejected"] == row["rejected"]
    assert data["settings"]["settle_days"] == 30
    again = json.loads(shown("add", tmp_path / "desk.db", news, "--token", "first", "--format", "jsonl"))
    assert (again["revision"], again["unchanged"]) == (1, [])


def test_settings_are_kept_in_the_store_until_others_are_given(desk: Path, news: Path) -> None:
    for options, expected in (
        (("--settle-days", "never", "--no-records", "--no-people", "--regroup", "manual"), (None, False, False)),
        ((), (None, False, False)),
        (("--settle-days", "7.5", "--records"), (7.5, True, False)),
    ):
        assert run("store", "add", desk, news, *options) == 0
        with nd.open_store(desk, read_only=True) as store:
            settings = store.settings
        assert (settings.settle_days, settings.records, settings.people) == expected
        assert settings.regroup == "manual" or not options


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--settle-days", "soon"), "'soon' is neither a number of days nor never"),
        (("--settle-days", "-3"), "--settle-days -3.0 is not a number of 0 or more"),
        (("--margin", "7"), "--margin 7.0 is not a number from 0 to 1"),
        (("--seed", "9"), "--seed 9 is not that of this store, 1"),
        (("--policy", "trusted"), "trusted"),
    ],
)
def test_a_setting_that_is_not_allowed_is_status_two(
    options: tuple[str, ...], message: str, desk: Path, news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("store", "add", desk, news, *options) == 2
    assert message in capsys.readouterr().err


def test_an_unreadable_path_makes_no_store(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # long paths are shortened in messages
    assert run("store", "add", tmp_path / "desk.db", "nowhere.jsonl") == 2
    assert "nowhere.jsonl" in capsys.readouterr().err
    assert not (tmp_path / "desk.db").exists()


def test_events_are_searched(desk: Path, shown: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "2  25 Aug 2025  Bão số 5 vào Nghệ An" in shown("events", desk, "--text", "nghe an")
    assert "Leeds" not in shown("events", desk, "--place", "Nghe An", "--day", "2025-08-25", "--status", "conflict")
    found = json.loads(shown("events", desk, "--since", 0, "--limit", 1, "--format", "json"))
    assert [set(one) for one in found["events"]] == [{*nd.EventSummary.__annotations__}]
    rows = list(csv.DictReader(io.StringIO(shown("events", desk, "--format", "csv"))))
    assert {row["n_articles"] for row in rows} == {"1", "2"}
    assert {row["is_settled"] for row in rows} == {"False"}
    assert shown("events", desk, "--since", "2999-01-01T00:00", "--format", "jsonl") == ""
    assert run("store", "events", desk, "--since", "yesterday") == 2
    assert "'yesterday' is neither a revision nor a moment" in capsys.readouterr().err
    assert run("store", "events", desk, "--day", "monday") == 2
    assert "day='monday' is not a day" in capsys.readouterr().err


def test_settled_events_are_marked(desk: Path, shown: Callable[..., str]) -> None:
    with sqlite3.connect(desk) as file:
        file.execute("UPDATE event SET settled = 1")
    assert "settled" in shown("events", desk)


def test_the_feed_is_read_after_a_cursor(desk: Path, tmp_path: Path, shown: Callable[..., str]) -> None:
    rows = [json.loads(line) for line in shown("changes", desk, "--format", "jsonl").splitlines()]
    assert [row["kind"] for row in rows] == ["new", "grown", "new"]
    rest = json.loads(shown("changes", desk, "--after", rows[0]["cursor"], "--format", "json"))["changes"]
    assert rest == rows[1:]
    assert f"grown {rows[0]['event']} article storm-2" in shown("changes", desk, "--after", 1, "--limit", 1)
    third = {**STORM, "id": "storm-3", "text": f"{LATER['text']} Chín người chết."}
    shown("add", desk, write(tmp_path / "more.jsonl", third))
    table = list(csv.DictReader(io.StringIO(shown("changes", desk, "--format", "csv"))))
    assert [row["article"] for row in table][:4] == ["storm-1", "storm-2", "fire", "storm-3"]


def test_changes_are_printed_in_words() -> None:
    for change, words in (
        (nd.Change(cursor=1, revision=1, kind="moved", event="e", other="f", n=3), "moved e from f article number 3"),
        (nd.Change(cursor=1, revision=1, kind="merged", event="e", other="f"), "merged e into f"),
        (
            nd.Change(cursor=1, revision=1, kind="split", event="e", other="f", data={"articles": [1, 2]}),
            "split e from f with 2 articles",
        ),
        (
            nd.Change(
                cursor=1,
                revision=1,
                kind="figure",
                event="e",
                data={"role": "dead", "unit": None, "before": None, "after": {"status": "single_source", "best": 7}},
            ),
            "figure e dead: none to 7 (one origin)",
        ),
    ):
        assert store_commands.change_line(change) == words


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_following_the_feed_prints_rows_until_it_is_interrupted(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(time, "sleep", interrupt)
    monkeypatch.setattr(store_commands, "_FEED_ROWS_AT_ONCE", 1)
    assert run("store", "changes", desk, "--after", 1, "--follow") == 130
    assert [json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()] == ["grown", "new"]
    assert run("store", "changes", desk, "--after", 2, "--follow", "--format", "table") == 130
    assert capsys.readouterr().out.startswith("3 new ")
    assert run("store", "changes", desk, "--follow", "--format", "csv") == 2
    assert "--follow prints to standard output" in capsys.readouterr().err


def test_removed_articles_are_refused_until_they_are_asked_for(
    desk: Path, news: Path, shown: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    (row,) = json.loads(shown("remove", desk, "storm-2", "--reason", "withdrawn", "--format", "json"))["changes"]
    assert row["removed"] == ["storm-2"]
    assert run("store", "add", desk, news) == 0
    captured = capsys.readouterr()
    assert "rejected: row 1 (storm-2): it was removed in revision 2 (withdrawn)" in captured.err
    assert captured.err.count("(empty)") == 1
    assert run("store", "add", desk, news, "--again") == 0
    assert "1 added, 2 unchanged" in capsys.readouterr().out
    assert run("store", "remove", desk, "nobody") == 2
    assert "no article 'nobody' in the store" in capsys.readouterr().err


def test_a_store_is_regrouped_rebuilt_checked_and_copied(desk: Path, tmp_path: Path, shown: Callable[..., str]) -> None:
    assert "revision 2" in shown("regroup", desk)
    assert "revision 3" in shown("regroup", desk, "--steady")
    assert "revision 4" in shown("rebuild", desk)
    assert shown("check", desk).strip() == "no problems"
    assert "3 articles, revision 4" in shown("backup", desk, tmp_path / "copy.db")
    with nd.open_store(tmp_path / "copy.db", read_only=True) as copy:
        assert (len(copy), copy.check()) == (3, [])


def test_problems_in_the_file_are_listed_with_status_one(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(desk) as file:
        file.execute("DELETE FROM body WHERE n = 1")
    assert run("store", "check", desk) == 1
    assert "articles without text" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["events", "changes", "remove", "regroup", "rebuild", "check", "backup"])
def test_only_additions_make_a_store(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    further = {"remove": ["a"], "backup": [str(tmp_path / "copy.db")]}.get(command, [])
    assert run("store", command, tmp_path / "nothing.db", *further) == 2
    assert "no store at" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_page_is_written_of_a_store(desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", desk, "-o", tmp_path / "page.html") == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Leeds market" in page
    assert "hơn 300 ngôi nhà tốc mái" in page
    assert run("report", desk, "-o", tmp_path / "none.html", "--since", 1) == 0
    assert "Leeds market" not in (tmp_path / "none.html").read_text(encoding="utf-8")
    assert run("report", desk, "-o", tmp_path / "page.html", "--threshold", "0.4") == 2
    assert "--threshold is not for a store" in capsys.readouterr().err
    assert run("report", tmp_path / "news.jsonl", "-o", tmp_path / "page.html", "--since", 1) == 2
    assert "--since is for a store" in capsys.readouterr().err


def test_a_store_is_recognised_by_its_content(desk: Path, tmp_path: Path, news: Path) -> None:
    assert nd.is_store(desk)
    with sqlite3.connect(tmp_path / "other.db") as file:
        file.execute("CREATE TABLE article (n)")
    cut = tmp_path / "cut.db"
    cut.write_bytes(desk.read_bytes()[:60])
    for path in (news, tmp_path, tmp_path / "nothing.db", tmp_path / "other.db", cut):
        assert not nd.is_store(path)


def test_a_store_that_is_open_for_the_first_time_is_recognised(tmp_path: Path) -> None:
    with nd.open_store(tmp_path / "desk.db"):
        assert nd.is_store(tmp_path / "desk.db")


# watch


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Make each interval run one step; the interval after the last one is interrupted."""

    def plan(*steps: Callable[[], object]) -> None:
        left: Iterator[Callable[[], object]] = iter((*steps, interrupt))
        monkeypatch.setattr(watching, "time", SimpleNamespace(sleep=lambda _: next(left)()))

    return plan


def nothing() -> None:
    pass


def test_files_that_appear_or_change_are_added_once_they_are_whole(
    tmp_path: Path, looks: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, desk = tmp_path / "in", tmp_path / "desk.db"
    folder.mkdir()
    file = folder / "a.jsonl"
    write(folder / ".hidden.jsonl", FIRE)
    write(folder / "notes.doc", FIRE)
    looks(
        lambda: write(file, STORM),
        nothing,
        lambda: write(file, STORM, LATER),
        lambda: write(file, STORM, LATER, FIRE),
        nothing,
        nothing,
    )
    assert run("store", "watch", desk, folder, "--every", 5) == 130
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        f"{file}: revision 1: 1 added; 1 event changed",
        f"{file}: revision 2: 2 added, 1 unchanged; 2 events changed",
    ]
    looks(nothing)
    assert run("store", "watch", desk, folder) == 130
    assert capsys.readouterr().out == ""
    with nd.open_store(desk, read_only=True) as store:
        assert (store.revision, len(store)) == (2, 3)


def test_a_watch_that_looks_once_ends(
    tmp_path: Path, looks: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "a.csv")
    file.write_text("ma,noi_dung\n1,Hội nghị có 15 chuyên đề\n2,\n", encoding="utf-8")
    looks(nothing)
    columns = ("--column", "text=noi_dung", "--column", "id=ma", "--language", "vi")
    assert run("store", "watch", tmp_path / "desk.db", file, "--once", *columns, "--no-records") == 0
    captured = capsys.readouterr()
    assert captured.out == f"{file}: revision 1: 1 added, 1 rejected; 1 event changed\n"
    assert captured.err == f"rejected: {file}: row 1 (2): the text is empty\n"


def test_a_file_that_cannot_be_read_is_skipped_until_it_changes(
    tmp_path: Path, looks: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    bad, gone = folder / "bad.csv", folder / "gone.jsonl"
    bad.write_text("number\n1\n", encoding="utf-8")
    write(gone, FIRE)
    write(folder / "good.jsonl", STORM)
    looks(nothing, nothing, lambda: bad.write_text("id,text\nfire,A fire injured four people\n", "utf-8"), nothing)
    assert run("store", "watch", tmp_path / "desk.db", folder) == 130
    captured = capsys.readouterr()
    assert captured.err.count(f"skipped: {bad}: ") == 1
    assert [line.split(": ")[0] for line in captured.out.splitlines()] == [
        str(gone),
        str(folder / "good.jsonl"),
        str(bad),
    ]


def test_a_file_that_disappears_while_the_folder_is_read_is_left_out(
    tmp_path: Path, looks: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.jsonl").symlink_to(tmp_path / "nowhere.jsonl")
    looks(nothing)
    assert run("store", "watch", tmp_path / "desk.db", tmp_path, "--once") == 0
    assert capsys.readouterr().out == ""
    with pytest.raises(nd.InputError, match="there is no file or folder"):
        next(watching.settled_files(tmp_path / "nowhere", 1.0))


def test_a_file_that_returns_to_earlier_words_is_read_again(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", STORM)
    first = watching.file_token(file)
    assert watching.file_token(file) == first
    write(file, LATER)
    assert watching.file_token(file) != first
    file.touch()
    write(file, STORM)
    assert watching.file_token(file) != first


def test_a_file_that_is_gone_is_forgotten(tmp_path: Path, looks: Callable[..., None]) -> None:
    """A watch may last for years; a file that comes back is known to the store by its token."""
    file = write(tmp_path / "a.jsonl", FIRE)
    aside = tmp_path / "a.aside"
    given: list[Path] = []
    looks(nothing, nothing, lambda: file.rename(aside), lambda: aside.rename(file), nothing)
    with pytest.raises(KeyboardInterrupt):
        given.extend(watching.settled_files(tmp_path, 1.0))
    assert given == [file, file]


def test_a_file_waits_while_another_process_writes(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "late.jsonl"
    file.write_text('{"id": "late", "text": "Giá vàng miếng SJC tăng mạnh sáng nay"}\n')
    added, busy = nd.EventStore.add, [nd.StoreError("the store is busy")]

    def add(store: nd.EventStore, *given: Any, **options: Any) -> nd.Changes:
        if busy:
            raise busy.pop()
        return added(store, *given, **options)

    monkeypatch.setattr(nd.EventStore, "add", add)
    with nd.open_store(desk) as store:
        assert store_commands._added_once_free(store, file, 0.01, {}).added == ("late",)
        assert "waiting: " in capsys.readouterr().err
        busy.append(nd.StoreError("the store is busy"))
        with pytest.raises(nd.StoreError, match="busy"):
            store_commands._added_once_free(store, file, None, {})
