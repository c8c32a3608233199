"""The command `newsdedup copies PATH --keep`: the input without its copies."""

from __future__ import annotations

import csv
import datetime
import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

import newsdedup as nd
from newsdedup.articles.files.rows import RepairedRow
from newsdedup.interfaces.cli.commands import main
from newsdedup.interfaces.cli.kept_rows import KeptRows, ReadAgain

WIRE = "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu trên cả nước, do Bộ Nội vụ tổ chức tại Hà Nội."
ROWS: list[dict[str, Any]] = [
    {"id": "late", "text": WIRE, "date": "2025-06-15", "source": "Báo B", "views": 3, "tags": ["hội nghị"]},
    {"id": "bad", "text": "", "views": 4},
    {"id": "wire", "text": WIRE, "date": "2025-06-14", "source": "TTXVN", "views": 5, "tags": []},
    {
        "id": "gold",
        "text": "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng.",
        "source": "Báo A",
        "extra": 2.5,
    },
    {"id": "long", "text": f"{WIRE} Theo TTXVN.", "date": "2025-06-16", "source": "Báo C", "views": 7},
]


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as leaving:
        main([str(one) for one in arguments])
    return int(leaving.value.code or 0)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    return path


def kept_ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_bytes().splitlines()]


def test_rows_are_written_with_all_their_columns_and_the_counts_are_printed(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("copies", news, "--keep", "-o", tmp_path / "out.jsonl") == 0
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert rows == [ROWS[2], ROWS[3]]
    assert "kept: 2; dropped: 2 copies; rejected: 1" in capsys.readouterr().err


def test_without_a_file_json_lines_are_printed(news: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("copies", news, "--keep") == 0
    assert [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()] == [ROWS[2], ROWS[3]]


def test_json_and_csv_and_parquet_have_the_same_rows(news: Path, tmp_path: Path) -> None:
    for suffix in ("json", "csv", "parquet"):
        assert run("copies", news, "--keep", "-o", tmp_path / f"out.{suffix}") == 0
        assert [one.id for one in nd.read_articles(tmp_path / f"out.{suffix}")] == ["wire", "gold"]
    assert json.loads((tmp_path / "out.json").read_bytes()) == [ROWS[2], ROWS[3]]
    cells = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"))))
    assert [(row["views"], row["tags"], row["extra"]) for row in cells] == [("5", "[]", ""), ("", "", "2.5")]
    assert parquet.read_table(tmp_path / "out.parquet")["views"].to_pylist() == [5, None]


def test_a_parquet_file_keeps_its_types(tmp_path: Path) -> None:
    moments = [datetime.datetime(2025, 6, day, tzinfo=datetime.UTC) for day in (15, 14, 13)]
    table = pa.table(
        {"text": [WIRE, WIRE, "Giá vàng"], "date": pa.array(moments), "n": pa.array([1, None, 3], pa.int8())}
    )
    parquet.write_table(table, tmp_path / "news.parquet")
    for output in ("out.parquet", "out.jsonl", "out.csv"):
        assert run("copies", tmp_path / "news.parquet", "--keep", "-o", tmp_path / output) == 0
    found = parquet.read_table(tmp_path / "out.parquet")
    assert found.schema == table.schema
    assert found["n"].to_pylist() == [None, 3]
    first = json.loads((tmp_path / "out.jsonl").read_bytes().splitlines()[0])
    assert first == {"text": WIRE, "date": "2025-06-14T00:00:00+00:00", "n": None}


def test_a_csv_file_and_a_folder_keep_their_columns(tmp_path: Path) -> None:
    (tmp_path / "news.csv").write_text(f"Ma;Noi_dung\n01;{WIRE}\n02;{WIRE}\n03;Giá vàng tăng\n", encoding="utf-8")
    names = ("--column", "text=Noi_dung", "--column", "id=Ma")
    assert run("copies", tmp_path / "news.csv", *names, "--keep", "-o", tmp_path / "out.csv") == 0
    rows = list(csv.reader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"))))
    assert rows[0] == ["Ma", "Noi_dung"]
    assert len(rows) == 3
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, text in (("a", WIRE), ("b", WIRE), ("c", "Giá vàng tăng")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("copies", folder, "--keep", "-o", tmp_path / "out.jsonl") == 0
    assert len(kept_ids(tmp_path / "out.jsonl")) == 2


def test_standard_input_is_read_once(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(news.read_bytes())))
    assert run("copies", "-", "--keep", "-o", tmp_path / "out.jsonl") == 0
    assert kept_ids(tmp_path / "out.jsonl") == ["wire", "gold"]


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (["--prefer", "earliest"], ["wire", "gold"]),
        (["--prefer", "longest"], ["gold", "long"]),
        (["--prefer", "Báo X", "--prefer", "Báo B"], ["late", "gold"]),
    ],
)
def test_a_rule_says_which_article_is_kept(options: list[str], kept: list[str], news: Path, tmp_path: Path) -> None:
    assert run("copies", news, "--keep", *options, "-o", tmp_path / "out.jsonl") == 0
    assert kept_ids(tmp_path / "out.jsonl") == kept


def test_an_unknown_source_is_noted(news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("copies", news, "--keep", "--prefer", "longst", "-o", tmp_path / "out.jsonl") == 0
    assert "note: no row is of 'longst'" in capsys.readouterr().err


def test_excerpts_are_dropped_where_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    part = "Bộ trưởng kết luận hội nghị vào buổi chiều cùng ngày và giao nhiệm vụ cho từng địa phương."
    rows = [{"id": "whole", "text": f"{WIRE} {part} Các tỉnh báo cáo trước ngày 30/6."}, {"id": "part", "text": part}]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    for options, kept in (([], ["whole", "part"]), (["--excerpts"], ["whole"])):
        assert run("copies", path, "--keep", *options, "-o", tmp_path / "out.jsonl") == 0
        assert kept_ids(tmp_path / "out.jsonl") == kept
    assert "kept: 1; dropped: 0 copies, 1 excerpt; rejected: 0" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--keep", "--format", "table"], "--keep writes rows"),
        (["--keep", "-o", "out.txt"], "--keep writes rows"),
        (["--keep", "-o", "nowhere/out.csv"], "there is no folder 'nowhere'"),
        (["--prefer", "longest"], "give it with --keep"),
        (["--excerpts"], "give it with --keep"),
        (["--keep", "--prefer", "longest", "--prefer", "TTXVN"], "give one of earliest, longest, or sources only"),
    ],
)
def test_wrong_options_are_an_error_before_anything_is_read(
    options: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("copies", "absent.jsonl", *options) == 2
    assert reason in capsys.readouterr().err


def test_the_input_itself_is_not_overwritten(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = news.read_bytes()
    assert run("copies", news, "--keep", "-o", news) == 2
    assert "is the input itself" in capsys.readouterr().err
    assert news.read_bytes() == before


def test_values_that_a_format_lacks_become_text(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    rows = [{"text": WIRE, "mixed": 1, "odd": "a\ud800"}, {"text": "Giá vàng tăng", "mixed": "hai", "odd": None}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    for suffix in ("jsonl", "csv", "parquet"):
        assert run("copies", path, "--keep", "-o", tmp_path / f"out.{suffix}") == 0
    assert [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()] == rows
    table = parquet.read_table(tmp_path / "out.parquet")
    assert table["mixed"].to_pylist() == ["1", "hai"]
    assert table["odd"].to_pylist() == ["a\ufffd", None]


def test_without_pyarrow_a_parquet_file_cannot_be_written(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert run("copies", news, "--keep", "-o", tmp_path / "out.parquet") == 2
    assert 'pip install "pyarrow' in capsys.readouterr().err


def test_compressed_files_keep_their_columns_too(news: Path, tmp_path: Path) -> None:
    packed = tmp_path / "news.jsonl.gz"
    packed.write_bytes(gzip.compress(news.read_bytes()))
    assert run("copies", packed, "--keep", "-o", tmp_path / "out.jsonl") == 0
    assert (tmp_path / "out.jsonl").read_bytes().count(b"views") == 1
    table = tmp_path / "news.parquet"
    parquet.write_table(pa.table({"text": [WIRE, WIRE, "Giá vàng"], "views": [1, 2, 3]}), table)
    (tmp_path / "news.parquet.gz").write_bytes(gzip.compress(table.read_bytes()))
    assert run("copies", tmp_path / "news.parquet.gz", "--keep", "-o", tmp_path / "out.parquet") == 0
    assert len(parquet.read_table(tmp_path / "out.parquet")["views"]) == 2


def test_a_file_that_changes_between_two_readings_is_an_error(news: Path) -> None:
    rows = KeptRows(ReadAgain(str(news)), np.ones(4, bool))
    with pytest.raises(nd.InputError, match="the input changed while it was read"):
        list(rows)
    assert len(list(KeptRows(ReadAgain([*ROWS, RepairedRow({"text": "a"}, "repaired"), "b"]), np.ones(7, bool)))) == 7


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_a_file_with_its_rows_in_another_order_by_then_is_an_error(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path, output = tmp_path / f"news{suffix}", tmp_path / f"kept{suffix}"
    output.write_text("what was there before")

    def write(rows: list[dict[str, str]]) -> None:
        table = pa.table({"text": [row["text"] for row in rows]})
        parquet.write_table(table, path) if suffix == ".parquet" else path.write_text("\n".join(map(json.dumps, rows)))

    rows = [{"text": WIRE}, {"text": WIRE}, {"text": "Giá vàng"}, {"text": "Mưa lớn ở Huế"}]
    write(rows)
    find_copies = nd.find_copies

    def find_and_reorder(*args: Any, **options: Any) -> nd.CopyGroups:
        found = find_copies(*args, **options)
        write(rows[2:] + rows[:2])
        return found

    monkeypatch.setattr(nd, "find_copies", find_and_reorder)
    assert run("copies", path, "--keep", "-o", output) == 2
    assert "the input changed while it was read" in capsys.readouterr().err
    assert output.read_text() == "what was there before"


def test_rows_are_kept_compressed_and_as_a_workbook(news: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    for name in ("kept.jsonl", "kept.jsonl.gz", "kept.csv.gz", "kept.xlsx"):
        assert run("copies", news, "--keep", "-o", tmp_path / name) == 0
    assert gzip.decompress((tmp_path / "kept.jsonl.gz").read_bytes()) == (tmp_path / "kept.jsonl").read_bytes()
    n_rows = len((tmp_path / "kept.jsonl").read_bytes().splitlines())
    assert openpyxl.load_workbook(tmp_path / "kept.xlsx").active.max_row - 1 == n_rows
    assert run("copies", news, "--keep", "-o", tmp_path / "kept.parquet.gz") == 2
