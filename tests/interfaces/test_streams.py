"""Commands whose standard streams are closed, full or without a reader, and commands that a signal ends."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

import newsdedup as nd
from newsdedup.interfaces.cli import output
from newsdedup.interfaces.cli.commands import main

NEWS = [
    {"id": "a", "text": "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu."},
    {"id": "b", "text": "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu."},
    {"id": "c", "text": ""},
]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, NEWS)), encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as leaving:
        main([str(one) for one in arguments])
    return int(leaving.value.code or 0)


def pipe_without_reader() -> io.TextIOWrapper:
    reading, writing = os.pipe()
    os.close(reading)
    return os.fdopen(writing, "w", encoding="utf-8")


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("command", ["figures", "events", "copies", "consolidate"])
def test_output_that_nobody_reads_ends_a_command_without_a_word(
    command: str, form: str, news: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pipe_without_reader() as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert run(command, news, "--format", form) == 0
    assert capsys.readouterr().err == "rejected: row 2 (c): the text is empty\n"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["events", "--help"], ["copies", "--keep"]])
def test_help_that_nobody_reads_ends_without_a_word(
    arguments: list[str], news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pipe_without_reader() as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert run(*arguments, *[news] * ("--keep" in arguments)) == 0


@pytest.mark.parametrize("form", ["table", "json"])
def test_output_for_which_there_is_no_space_is_an_error_in_words(
    form: str, news: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert run("figures", news, "--format", form) == 2
    assert capsys.readouterr().err.endswith("newsdedup: No space left on device\n")


def test_a_closed_standard_output_is_an_error_only_where_it_is_needed(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert run("figures", news) == 2
    assert capsys.readouterr().err.endswith("newsdedup: standard output is closed\n")
    assert run("figures", news, "-o", tmp_path / "figures.json") == 0


@pytest.mark.parametrize("progress", [[], ["--progress"]])
@pytest.mark.parametrize("stream_of", [lambda: None, pipe_without_reader])
def test_a_result_does_not_depend_on_standard_error(
    stream_of: Callable[[], io.TextIOWrapper | None],
    progress: list[str],
    news: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with stream_of() or nullcontext() as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        assert run("figures", news, "--format", "jsonl", *progress) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4
    assert sys.stderr is stream


def test_the_library_needs_no_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert len(nd.read_articles(NEWS[:1])) == len(nd.read_articles(NEWS[:1], progress=True)) == 1


def test_streams_that_are_closed_are_not_taken_by_files(news: Path, tmp_path: Path) -> None:
    written = tmp_path / "figures.json"
    command = f"{sys.executable} -m newsdedup figures {news} -o {written} <&- >&- 2>&-"
    assert subprocess.run(["bash", "-c", command], timeout=120, check=False).returncode == 0
    assert len(json.loads(written.read_text(encoding="utf-8"))["claims"]) == 4


def test_standard_input_that_is_closed_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run("figures", "-") == 2
    assert capsys.readouterr().err.startswith("newsdedup: standard input is closed: give a path")


def test_who_types_the_input_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(NEWS[0]).encode()), "utf-8")
    monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", stream)
    assert run("figures", "-") == 0
    assert capsys.readouterr().err.startswith("note: JSON Lines are read from this terminal, up to Ctrl-D")


@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_ends_a_command_and_leaves_nothing_behind(
    name: str, status: int, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = getattr(signal, name)
    monkeypatch.setattr(output, "_serialised", lambda *_given, **_options: os.kill(os.getpid(), number))
    before = signal.getsignal(number)
    assert run("figures", news, "-o", tmp_path / "figures.json") == status
    assert [path.name for path in tmp_path.iterdir()] == [news.name]
    assert signal.getsignal(number) == before


def test_a_signal_that_the_caller_ignores_stays_ignored(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    monkeypatch.setattr("newsdedup.find_copies", lambda *_given, **_options: os.kill(os.getpid(), signal.SIGHUP))
    try:
        with pytest.raises(AttributeError):  # the command went on, without a result
            main(["copies", str(news)])
    finally:
        signal.signal(signal.SIGHUP, before)


def test_too_little_memory_is_said_in_a_line(
    news: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_given: object, **_options: object) -> None:
        raise MemoryError

    monkeypatch.setattr("newsdedup.find_copies", fail)
    assert run("copies", news) == 2
    assert capsys.readouterr().err.endswith("newsdedup: there is not enough memory\n")


@pytest.mark.parametrize("columns", ["0", "1", "abc", "-5", "", "99999999999"])
def test_any_number_of_columns_prints_all_words(
    columns: str, news: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for command in ("consolidate", "copies", "events", "figures"):
        assert run(command, news) == 0
        words = "".join(capsys.readouterr().out.split())
        assert "10.000" in words or "Jaccard1.00" in words


@pytest.mark.parametrize("pager", ["no-such-program", "less '", "/"])
def test_a_table_is_printed_where_the_pager_cannot_be_run(
    pager: str, news: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PAGER", pager)
    monkeypatch.setenv("LINES", "2")
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    assert run("copies", news) == 0
    assert "Jaccard 1.00" in capsys.readouterr().out


HOSTILE = "[red]x[/]\x1b]8;;https://evil.example\x1b\\click\x07\r\u202e\x00\x9b31m\ud800"
HARMLESS = r"[red]x[/]\x1b]8;;https://evil.example\x1b\click\x07\r\u202e\x00\x9b31m\ud800"


def test_an_id_does_nothing_to_a_terminal_in_any_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    rows = [{**row, "id": f"{row['id']}{HOSTILE}", "source": HOSTILE, "title": HOSTILE} for row in NEWS]
    news = tmp_path / "news.jsonl"
    news.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    store = tmp_path / "desk.db"
    for arguments in (
        ["consolidate", news, "--details"],
        ["events", news, "--explain", f"a{HOSTILE}", f"b{HOSTILE}"],
        ["figures", news, "--explain"],
        ["figures", news, "--language", "de"],
        ["copies", news],
        ["copies", news, "--keep", "--format", "csv"],
        ["store", "add", store, news],
        ["store", "events", store],
        ["store", "changes", store],
    ):
        run(*arguments)
        captured = capsys.readouterr()
        printed = captured.err if "--keep" in arguments else captured.out + captured.err
        assert printed.replace("\n", "").isprintable()
        assert arguments[0] != "copies" or HARMLESS in printed


@pytest.mark.parametrize(
    "arguments",
    [["\x1b[31mfigures"], ["figures", "\x1b[31m.jsonl"], ["figures", "a", "\x1b[31m"], ["copies", "a", "--\x1b[31m"]],
)
def test_arguments_do_nothing_to_a_terminal(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    printed = capsys.readouterr().err
    assert r"\x1b[31m" in printed
    assert printed.replace("\n", "").isprintable()


def test_a_pipe_is_neither_a_store_nor_a_model_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert not nd.is_store(tmp_path / "pipe")
    with pytest.raises(nd.SettingError, match="pipe' cannot be read: give a file"):
        nd.Model.load(tmp_path / "pipe")


@pytest.mark.parametrize("is_sent", [False, True])
def test_a_result_that_the_shell_appends_to_the_input_is_refused(is_sent: bool, news: Path) -> None:
    before = news.read_bytes()
    with news.open("ab") as output, news.open("rb") as sent:
        command = [sys.executable, "-m", "newsdedup", "copies", "-" if is_sent else str(news), "--keep"]
        done = subprocess.run(command, stdin=sent, stdout=output, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"standard output is the input itself" in done.stderr
    assert news.read_bytes() == before
