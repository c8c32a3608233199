from __future__ import annotations

import csv
import gzip
import io
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

import newsdedup as nd
from newsdedup.interfaces.cli.commands import main
from newsdedup.support import whole_files

CONFERENCE = {"id": "a", "text": "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu.", "source": "[b]Báo[/b]"}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    rows = [
        CONFERENCE,
        {**CONFERENCE, "id": "b"},
        {"id": "c", "text": ""},
        {"id": "d", "text": "Giá vàng\x1b[31m tăng 5%."},
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as leaving:
        main([str(one) for one in arguments])
    return int(leaving.value.code or 0)


def test_the_seeds_are_three_events_with_their_figures(seeds_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("consolidate", seeds_folder) == 0
    out = capsys.readouterr().out
    assert out.startswith("3 events from 5 articles, no copies, 0 rejected; no conflicts\n")
    assert "14 – 15 Jun 2025 · agree, 3 of 3 reports · 3 origins" in out
    assert "“hơn 10.000 điểm cầu” 000_" in out
    assert [number for number in range(5) if f"\n{number}. " in out] == [0, 1, 2]


def test_the_first_command_prints_one_screen_and_details_on_request(
    seeds_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for columns in ("40", "80", "120", "200"):
        monkeypatch.setenv("COLUMNS", columns)
        run("consolidate", seeds_folder)
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) <= 40 or columns == "40"
        assert max(map(len, lines)) <= int(columns)
        assert not [line for line in lines if line.endswith(" ")]
    run("consolidate", seeds_folder, "--details")
    out = capsys.readouterr().out
    assert "10.000 – 11.000" in out
    assert "000_bd349a6b73dbfaef 351–370" in out
    assert len(out.splitlines()) > 100


def test_a_limit_says_what_it_leaves_out(seeds_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command, words in (
        ("consolidate", "… and 2 more events: --limit 3 shows all of them"),
        ("events", "… and 2 more events: --limit 3 shows all of them"),
        ("figures", "more: --limit"),
    ):
        run(command, seeds_folder, "--limit", 1)
        assert words in capsys.readouterr().out


def test_a_table_longer_than_the_terminal_is_paged(
    seeds_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paged: list[str] = []
    monkeypatch.setattr(click, "echo_via_pager", paged.append)
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _stream: True)
    monkeypatch.setenv("LINES", "10")
    run("consolidate", seeds_folder, "--no-pager")
    assert "3 events" in capsys.readouterr().out
    assert paged == []
    run("consolidate", seeds_folder)
    assert "3 events" in paged[0]
    monkeypatch.setenv("LINES", "100")
    run("consolidate", seeds_folder)
    assert "3 events" in capsys.readouterr().out


def test_people_are_left_out_on_request(seeds_folder: Path, tmp_path: Path) -> None:
    for options, is_named in (((), True), (("--no-people",), False)):
        assert run("consolidate", seeds_folder, *options, "-o", tmp_path / "events.json") == 0
        events = json.loads((tmp_path / "events.json").read_text(encoding="utf-8"))["events"]
        assert any(event["people"] for event in events) is is_named


@pytest.mark.parametrize(
    ("command", "name"), [("consolidate", "events"), ("events", "groups"), ("copies", "groups"), ("figures", "claims")]
)
def test_every_command_writes_tables_json_and_json_lines(
    command: str, name: str, news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, news) == 0
    captured = capsys.readouterr()
    assert captured.out.strip()
    assert "\x1b[31m" not in captured.out
    assert "rejected: row 2 (c): the text is empty" in captured.err
    assert run(command, news, "-o", tmp_path / "out.json") == 0
    data = json.loads((tmp_path / "out.json").read_bytes())
    assert set(data) == {name, "rejected", "settings"}
    assert data["rejected"][0]["id"] == "c"
    assert run(command, news, "-o", tmp_path / "out.jsonl") == 0
    lines = (tmp_path / "out.jsonl").read_bytes().splitlines()
    assert [json.loads(line) for line in lines] == data[name]
    assert run(command, news, "-o", tmp_path / "out.txt") == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").strip()


def test_copies_are_printed_with_their_scores(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("copies", news)
    assert "copy: b of a (Jaccard 1.00, containment 1.00)" in capsys.readouterr().out


def test_events_are_printed_with_their_weakest_link(
    seeds_folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    run("events", seeds_folder)
    assert b"0. 3 reports  weakest link 0." in capfdbinary.readouterr().out
    run("events", seeds_folder, "--format", "json")
    weakest = [row["weakest"] for row in json.loads(capfdbinary.readouterr().out)["groups"]]
    assert 0.5 < weakest[0] < 1
    assert weakest[1:] == [None, None]


def test_events_are_printed_with_the_event_that_they_follow(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    fire = {"id": "fire", "published_at": "2023-05-04", "text": "A fire at the Halvorsen plant in Dunmore killed four."}
    trial = {"id": "trial", "published_at": "2024-02-20", "text": "Peter Halvorsen of Dunmore goes to prison for fire."}
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, (fire, trial))), "utf-8")
    score = nd.find_events(path).explain("fire", "trial").score
    run("events", path, "--threshold", str(score + 0.01))
    assert b"1. 1 report  follows event 0" in capfdbinary.readouterr().out
    run("events", path, "--threshold", str(score + 0.01), "--format", "json")
    assert [row["story"] for row in json.loads(capfdbinary.readouterr().out)["groups"]] == [0, 0]


def test_a_pair_is_explained_in_words_and_as_data(
    seeds_folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    first, second, third = "000_bd349a6b73dbfaef", "001_36bf67f40d12191f", "003_28ad59ee33912309"
    pairs = ("--explain", first, second, "--explain", first, third)
    assert run("events", seeds_folder, *pairs) == 0
    out = capfdbinary.readouterr().out.decode()
    assert f"{first} and {second}: one event" in out
    assert "both say 14 June" in out
    assert f"{first} and {third}: two events" in out
    assert run("events", seeds_folder, *pairs, "--format", "json") == 0
    data = json.loads(capfdbinary.readouterr().out)
    assert [one["together"] for one in data["explanations"]] == [True, False]
    assert data["settings"]["threshold"] == data["explanations"][0]["threshold"]


def test_an_editors_words_are_kept_and_written_with_the_settings(
    news: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    words = ("--together", "a", "d", "--apart", "b", "a", "--apart", "b", "d")
    assert run("events", news, *words, "--format", "json") == 0
    data = json.loads(capfdbinary.readouterr().out)
    assert [one["ids"] for one in data["groups"]] == [["a", "d"], ["b"]]
    assert data["settings"]["together"] == [["a", "d"]]
    assert data["settings"]["apart"] == [["a", "b"], ["b", "d"]]
    assert run("consolidate", news, *words, "-o", tmp_path / "out.json") == 0
    data = json.loads((tmp_path / "out.json").read_bytes())
    assert [[one["id"] for one in event["articles"]] for event in data["events"]] == [["a", "d"], ["b"]]
    assert data["settings"]["together"] == [["a", "d"]]
    assert run("report", news, *words, "-o", tmp_path / "out.html") == 0
    assert run("events", news, *words, "--explain", "a", "b") == 0
    assert "a and b: two events, kept apart by the editor" in capfdbinary.readouterr().out.decode()


def test_an_editors_words_that_contradict_each_other_are_status_two(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("events", news, "--together", "a", "b", "--apart", "b", "a") == 2
    assert "contradicts --together b a: leave out one of these pairs" in capsys.readouterr().err
    assert run("events", news, "--together", "a", "c") == 2
    assert "article 'c' was rejected: the text is empty" in capsys.readouterr().err


def test_a_pair_of_an_unknown_article_is_status_two(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("events", news, "--explain", "a", "nobody") == 2
    assert "no article 'nobody'" in capsys.readouterr().err


def test_markup_in_an_article_is_printed_as_it_is(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("consolidate", news, "--details")
    assert "[b]Báo[/b]" in capsys.readouterr().out


def test_json_goes_to_standard_output_and_standard_input_is_read(
    news: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(news.read_bytes())))
    assert run("consolidate", "-", "--format", "json") == 0
    assert len(json.loads(capfdbinary.readouterr().out)["events"]) == 2


def test_an_encoding_is_declared_for_a_file_and_for_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = '{"text": "Hội nghị có 15 chuyên đề"}\n'
    path = tmp_path / "news.jsonl"
    path.write_text(line, encoding="utf-16-be")
    assert run("figures", path, "--encoding", "utf-16-be") == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.encode("utf-16-be"))))
    assert run("figures", "-", "--encoding", "utf-16-be") == 0
    assert capsys.readouterr().err == ""
    assert run("figures", path, "--encoding", "utf-61") == 2
    assert "--encoding utf-61 is not an encoding of Python" in capsys.readouterr().err


def test_column_language_and_its_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "news.csv"
    path.write_text("ghi_chep,date\nHội nghị có 15 chuyên đề,someday\n", encoding="utf-8")
    assert run("figures", path, "--column", "text=ghi_chep", "--language", "vi") == 0
    assert "cannot be read" in capsys.readouterr().err
    assert run("figures", path) == 2
    assert "--column text=ghi_chep" in capsys.readouterr().err
    assert run("figures", path, "--column", "ghi_chep") == 2
    assert run("figures", path, "--column", "text=ghi_chp") == 2
    assert "--column text=ghi_chp: there is no column 'ghi_chp'; the nearest is 'ghi_chep'" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["nowhere"], ["consolidate"], ["consolidate", "/nowhere"], ["copies", "x.jsonl", "--threshold", "7"]]
)
def test_bad_usage_is_one_line_and_status_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    assert captured.err.strip()


def test_no_usable_article_is_status_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("consolidate", tmp_path) == 2
    assert "no usable article" in capsys.readouterr().err


def test_many_rejected_rows_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(["[]"] * 30 + [json.dumps(CONFERENCE)]), encoding="utf-8")
    assert run("copies", path) == 0
    assert "rejected: 10 more rows" in capsys.readouterr().err


def test_help_and_version_end_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert run("consolidate", "--help") == 0
    assert "--policy" in capsys.readouterr().out


def test_control_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, news: Path) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsdedup.find_copies", interrupt)
    assert run("copies", news) == 130


def test_the_module_runs_and_a_closed_pipe_ends_quietly(seeds_folder: Path) -> None:
    command = f"{sys.executable} -m newsdedup consolidate {seeds_folder} | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.startswith("3 events")
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("command", "first"),
    [
        ("consolidate", "event_id,title,start_date"),
        ("events", "id,event,copy_group,origin,story"),
        ("copies", "id,group,origin,relation"),
        ("figures", "article_id,start,end,text"),
    ],
)
def test_every_command_writes_csv(command: str, first: str, news: Path, tmp_path: Path) -> None:
    assert run(command, news, "-o", tmp_path / "out.csv") == 0
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file)
    assert ",".join(names).startswith(first)
    assert any("a" in row for row in rows) or command == "consolidate"
    assert {len(row) for row in rows} == {len(names)}


def test_a_suffix_of_no_format_is_an_error_before_anything_is_read(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("copies", news, "-o", tmp_path / "out.docx") == 2
    captured = capsys.readouterr()
    assert "no format has the suffix .docx; use" in captured.err
    assert "rejected" not in captured.err
    assert run("copies", news, "-o", tmp_path / "out.docx", "--format", "csv") == 0
    assert (tmp_path / "out.docx").read_bytes().startswith(b"id,group,")


@pytest.mark.parametrize("command", ["consolidate", "events", "copies", "figures"])
def test_workbooks_parquet_and_compressed_files_have_the_rows_of_the_plain_ones(
    command: str, news: Path, tmp_path: Path
) -> None:
    openpyxl, parquet = pytest.importorskip("openpyxl"), pytest.importorskip("pyarrow.parquet")
    for name in ("out.csv", "out.csv.gz", "out.jsonl", "out.jsonl.gz", "out.xlsx", "out.parquet"):
        assert run(command, news, "-o", tmp_path / name) == 0
    for name in ("out.csv", "out.jsonl"):
        assert gzip.decompress((tmp_path / f"{name}.gz").read_bytes()) == (tmp_path / name).read_bytes()
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        n_rows = len(list(csv.reader(file))) - 1
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.worksheets[0].max_row - 1 == n_rows == parquet.read_table(tmp_path / "out.parquet").num_rows
    assert len(book.worksheets) == (4 if command == "consolidate" else 1)


def test_a_table_is_not_compressed_and_explanations_are_no_table(news: Path, tmp_path: Path) -> None:
    assert run("copies", news, "-o", tmp_path / "out.xlsx.gz") == 2
    assert run("copies", news, "-o", tmp_path / "out.txt.gz") == 2
    assert run("figures", news, "--explain", "-o", tmp_path / "out.xlsx") == 2
    assert list(tmp_path.glob("out*")) == []


@pytest.mark.parametrize("command", ["consolidate", "events", "copies", "figures", "report"])
def test_no_command_writes_over_its_input_or_where_it_would_be_read(
    command: str, news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = news.read_bytes()
    (tmp_path / "link.jsonl").symlink_to(news)
    for output in (news, tmp_path / "link.jsonl", tmp_path / "x" / ".." / news.name):
        (tmp_path / "x").mkdir(exist_ok=True)
        assert run(command, news, "-o", output) == 2
        assert "is the input itself" in capsys.readouterr().err
    assert run(command, news.parent, "-o", news.parent / "new.jsonl") == 2
    assert "the next time it would be read as articles" in capsys.readouterr().err
    assert news.read_bytes() == before


def test_the_table_of_an_earlier_run_stays_where_the_disk_is_full(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("out.txt", "out.csv", "out.jsonl"):
        (tmp_path / name).write_text("earlier")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_files.os, "fsync", full)
    for name in ("out.txt", "out.csv", "out.jsonl"):
        assert run("events", news, "-o", tmp_path / name) == 2
        assert f"No space left on device: not written: {str(tmp_path / name)!r}" in capsys.readouterr().err
        assert (tmp_path / name).read_text() == "earlier"
    assert run("copies", news, "--keep", "-o", tmp_path / "out.jsonl") == 2
    assert (tmp_path / "out.jsonl").read_text() == "earlier"
    assert not list(tmp_path.glob(".*"))


def test_cells_are_not_formulas_unless_asked_for(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text(json.dumps({"id": "=1+1", "text": "Lũ làm 12 người chết ở Mai Pha."}), encoding="utf-8")
    assert run("events", news, "-o", tmp_path / "out.csv") == 0
    assert "\n'=1+1,0" in (tmp_path / "out.csv").read_text(encoding="utf-8").replace("\r", "")
    assert run("events", news, "--no-escape-formulas", "-o", tmp_path / "out.csv") == 0
    assert "\n=1+1,0" in (tmp_path / "out.csv").read_text(encoding="utf-8").replace("\r", "")
    assert run("copies", news, "--keep", "-o", tmp_path / "kept.csv") == 0
    assert "\n=1+1," in (tmp_path / "kept.csv").read_text(encoding="utf-8").replace("\r", "")


@pytest.mark.parametrize("command", ["consolidate", "report"])
def test_a_missing_folder_is_an_error_before_anything_is_read(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, tmp_path / "unread", "-o", tmp_path / "nowhere" / "out.json") == 2
    assert "there is no folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("suffix", "first"),
    [
        (".json", b"{"),
        (".JSON", b"{"),
        (".ndjson", b'{"repr'),
        (".jsonl", b'{"repr'),
        (".csv", b"id,"),
        (".md", b"3 articles, 1 copy or excerpt, 1 rejected\n"),
    ],
)
def test_the_format_is_that_of_the_suffix(suffix: str, first: bytes, news: Path, tmp_path: Path) -> None:
    path = tmp_path / f"out{suffix}"
    assert run("copies", news, "-o", path) == 0
    assert path.read_bytes().startswith(first)


def test_articles_in_a_language_without_tables_are_listed(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("figures", news, "--language", "de") == 0
    assert "note: row 0 (a): its language is not read for figures" in capsys.readouterr().err


def test_explanations_do_not_fit_into_csv(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("events", news, "--explain", "a", "d", "--format", "csv") == 2
    assert "explanations do not fit into CSV" in capsys.readouterr().err


def test_progress_is_shown_on_request(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("figures", news)
    assert "reading figures" not in capsys.readouterr().err
    run("figures", news, "--progress")
    assert "reading figures" in capsys.readouterr().err


def test_a_trained_model_and_processes_are_options(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = [
        {"id": "a", "text": "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết"},
        {"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng nay"},
        {"id": "c", "text": "Bão số 7 đổ bộ Quảng Ninh sáng 9/9, ba người bị thương"},
    ]
    nd.train_evidence([(articles, {"a": 5, "b": 5, "c": 7})]).save(tmp_path / "evidence.json")
    assert run("events", news, "--evidence", tmp_path / "evidence.json") == 0
    assert run("consolidate", news, "--evidence", tmp_path / "evidence.json", "--workers", 2) == 0
    assert run("events", news, "--evidence", tmp_path / "nothing.json") == 2
    assert "nothing.json" in capsys.readouterr().err


def test_tables_fit_a_terminal_of_eighty_columns(
    seeds_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for command in ("consolidate", "events", "copies", "figures"):
        run(command, seeds_folder)
        assert max(map(len, capsys.readouterr().out.splitlines())) <= 80
    run("consolidate", seeds_folder)
    out = capsys.readouterr().out
    assert "more than 1.500.000" in out
    assert "“11.000 điểm cầu”" in out


def test_an_event_is_printed_with_its_summary_and_sentences_of_only_one_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "storm.jsonl"
    texts = (
        "Bão số 7 đổ bộ Quảng Ninh đêm 7/9, làm 4 người chết. Trường học ở Cẩm Phả phải đóng cửa cả tuần.",
        "Bão số 7 đổ bộ Quảng Ninh: đến sáng 8/9 có 9 người chết. Sân bay Vân Đồn mở lại lúc 15 giờ chiều nay.",
    )
    path.write_text("\n".join(json.dumps({"id": f"n{at}", "text": text}) for at, text in enumerate(texts)), "utf-8")
    assert run("consolidate", path, "--details") == 0
    assert "only here: “Trường học ở Cẩm Phả phải đóng cửa cả tuần.”" in capsys.readouterr().out


@pytest.mark.parametrize(("option", "day"), [("--month-first", "2025-06-07"), ("--day-first", "2025-07-06")])
def test_an_option_states_the_order_of_day_and_month(
    option: str, day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"text": "Bão làm hai người chết ở Nghệ An", "date": "06/07/2025"}), encoding="utf-8")
    assert run("consolidate", path, option, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["events"][0]["articles"][0]["published_at"] == day


def test_figures_are_explained_by_their_rules(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("figures", news, "--explain") == 0
    out = capsys.readouterr().out
    assert "hơn 10.000”: count 10000, more_than, noun điểm cầu" in out
    assert "  qualifier: qualifier before the number by “hơn”" in out
    assert run("figures", news, "--explain", "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert {one["article_id"] for one in data["traces"]} == {"a", "b", "d"}


def test_several_paths_are_an_error_that_says_how_to_give_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("events", "a.jsonl", "b.jsonl") == 2
    assert "several files are one PATH: their folder, or a pattern in quotes" in capsys.readouterr().err


def test_a_strict_command_ends_at_the_first_bad_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "news.jsonl").write_text('{"text": ""}\n{"text": "Hội nghị có 15 chuyên đề"}\n', "utf-8")
    assert run("figures", tmp_path / "news.jsonl", "--strict") == 2
    assert "row 0 (id None): the text is empty" in capsys.readouterr().err


def test_many_rejected_rows_are_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = '{"text": "Hội nghị có 15 chuyên đề"}\n' + '{"words": "Hội nghị sáng nay có 15 chuyên đề"}\n' * 3
    (tmp_path / "news.jsonl").write_text(rows, "utf-8")
    assert run("figures", tmp_path / "news.jsonl") == 0
    err = capsys.readouterr().err
    assert err.count("3 of 4 rows are rejected") == 1
    assert "give --column text=words" in err


def test_csv_begins_with_a_byte_order_mark_for_excel_where_asked_for(tmp_path: Path, seeds_folder: Path) -> None:
    output = tmp_path / "copies.csv"
    assert _exit_status(["copies", str(seeds_folder), "--bom", "-o", str(output)]) == 0
    assert output.read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert _exit_status(["copies", str(seeds_folder), "--bom", "--format", "json"]) == 2


def _exit_status(arguments: list[str]) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(str(ended.value.code))


def test_an_option_that_is_given_twice_is_noted(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("copies", news, "--threshold", 0.5, "--threshold", 0.9, "--pager", "--no-pager") == 0
    notes = capsys.readouterr().err.splitlines()[:2]
    assert notes == [
        "note: --threshold is given 2 times: the last one counts",
        "note: --pager is given 2 times: the last one counts",
    ]
    assert run("consolidate", news, "--together", "a", "b", "--together", "a", "d") == 0
    assert "times" not in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--format", "json"], ["-o", "out.csv"], ["--keep"]])
def test_a_limit_of_a_table_is_refused_where_there_is_none(
    options: list[str], news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("copies", news, "--limit", 1, *options) == 2
    assert "--limit is for tables, and this is" in capsys.readouterr().err


def test_settings_are_refused_in_the_words_of_the_command_line(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for options in (["--threshold", "nan"], ["--window-hours", "-1"], ["--policy", "trusted"], ["--apart", "a", "a"]):
        assert run("consolidate", news, *options) == 2
        said = capsys.readouterr().err.splitlines()[-1]
        assert options[0] in said
        assert not {"None", "[", "=", "("} & set(said.replace("None", " None ").split() + list(said))
