from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsdedup.interfaces import spark as functions
from newsdedup.interfaces.cli import spark_input
from newsdedup.interfaces.cli.commands import main

NEWS = "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu trên cả nước"
ROWS = [{"id": "b", "text": NEWS, "date": "2025-06-14"}, {"id": "a", "text": ""}, {"id": "c", "text": NEWS}]
Calls = list[dict[str, Any]]


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as leaving:
        main([str(one) for one in arguments])
    return int(leaving.value.code or 0)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    return path


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """The options that a function of newsdedup.spark was called with; it gives its input with a few more columns."""
    made: Calls = []

    def find_copies(
        df: Any, *, threshold: float = 0.5, day_first: Any = None, columns: Any = None, work: Any = None
    ) -> Any:
        made.append({"columns": columns, "threshold": threshold, "day_first": day_first, "work": work})
        is_empty = "case when text = '' then 'the text is empty' end as reason"
        return df.selectExpr("id", "'b' as `group`", "0.5D as jaccard", "array(id) as ids", is_empty)

    monkeypatch.setattr(functions, "find_copies", find_copies, raising=False)
    return made


def rows_of(folder: Path, suffix: str) -> list[Any]:
    return [json.loads(line) for part in folder.glob(f"*{suffix}") for line in part.read_text("utf-8").splitlines()]


@pytest.mark.usefixtures("spark", "calls")
def test_the_first_rows_are_printed_with_their_number_and_rejected_rows_are_listed(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("copies", news, "--engine", "spark") == 0
    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    assert lines[0].split() == ["id", "group", "jaccard", "reason"]
    assert lines[1].split()[:3] == ["a", "b", "0.50"]
    assert "3 rows" in lines[-1]
    assert captured.err == "rejected: a: the text is empty\n"


@pytest.mark.usefixtures("spark")
def test_of_copies_the_rows_with_a_relation_are_printed(
    news: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    relation = "case when id = 'c' then 'copy' end as relation"
    monkeypatch.setattr(functions, "find_copies", lambda df: df.selectExpr("id", relation, "id as `group`"))
    assert run("copies", news, "--engine", "spark") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines[1:-1]] == [["c", "copy", "c"]]
    assert lines[-1].startswith("3 rows, 1 of them copies or excerpts; the first 1 are shown")


@pytest.mark.usefixtures("spark")
def test_options_are_passed_on_where_the_function_takes_them(news: Path, calls: Calls, tmp_path: Path) -> None:
    options = ("--threshold", "0.7", "--month-first", "--column", "text=text", "--work", tmp_path / "stages")
    assert run("copies", news, "--engine", "spark", *options) == 0
    expected = {"columns": {"text": "text"}, "threshold": 0.7, "day_first": False, "work": str(tmp_path / "stages")}
    assert calls == [expected]
    assert run("copies", news, "--engine", "spark") == 0
    assert calls[1] == {"columns": None, "threshold": 0.5, "day_first": None, "work": None}


@pytest.mark.usefixtures("spark", "calls")
@pytest.mark.parametrize(("name", "suffix"), [("found.jsonl", ".json"), ("found.json", ".json")])
def test_a_result_is_written_by_spark_as_json_lines(news: Path, tmp_path: Path, name: str, suffix: str) -> None:
    assert run("copies", news, "--engine", "spark", "-o", tmp_path / name) == 0
    rows = rows_of(tmp_path / name, suffix)
    assert sorted(row["id"] for row in rows) == ["a", "b", "c"]
    assert {"id": "b", "group": "b", "jaccard": 0.5, "ids": ["b"], "reason": None} in rows


@pytest.mark.usefixtures("calls")
def test_a_result_is_written_by_spark_as_parquet(spark: Any, news: Path, tmp_path: Path) -> None:
    assert run("copies", news, "--engine", "spark", "-o", tmp_path / "found") == 0
    assert spark.read.parquet(str(tmp_path / "found")).count() == 3


@pytest.mark.usefixtures("spark", "calls")
def test_an_existing_folder_is_not_written_to(news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("copies", news, "--engine", "spark", "-o", tmp_path) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.usefixtures("calls")
@pytest.mark.parametrize(
    ("options", "error"),
    [
        (["--threads", "2"], "--threads is not for --engine spark: leave it out"),
        (["--keep"], "--keep is not for --engine spark"),
        (["--format", "jsonl"], "--format jsonl with Spark needs -o DIR"),
        (["-o", "found.xlsx"], "Spark does not write .xlsx: use -o with .parquet"),
    ],
)
def test_what_spark_has_no_use_for_is_refused(
    options: list[str], error: str, news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("copies", news, "--engine", "spark", *options) == 2
    assert error in capsys.readouterr().err


def test_records_do_not_fit_into_csv(
    news: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(functions, "consolidate", None, raising=False)
    assert run("consolidate", news, "--engine", "spark", "-o", "records.csv") == 2
    assert "Spark does not write .csv" in capsys.readouterr().err


@pytest.mark.usefixtures("spark")
def test_of_records_the_plain_columns_are_printed_and_what_has_none_is_listed_with_its_articles(
    news: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def consolidate(df: Any, *, policy: Any = None, trusted: Any = (), people: bool = True) -> Any:
        assert (policy, list(trusted), people) == ("trusted", ["Báo A"], False)
        row = "cast(null as string) as event", "'Lũ' as title", "array(named_struct('id', id)) as articles"
        return df.selectExpr(*row, "'{}' as json", "case when text = '' then 'the text is empty' end as reason")

    monkeypatch.setattr(functions, "consolidate", consolidate)
    options = "--engine", "spark", "--policy", "trusted", "--trusted", "Báo A", "--no-people"
    assert run("consolidate", news, *options) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines()[0].split() == ["event", "title", "reason"]
    assert captured.err == "rejected: a: the text is empty\n"


@pytest.mark.parametrize("option", [("--master", "local"), ("--work", "stages"), ("--conf", "a=b")])
def test_options_of_spark_are_refused_without_it(
    option: tuple[str, str], news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("copies", news, *option) == 2
    assert f"{option[0]} is for --engine spark" in capsys.readouterr().err


def read(session: Any, path: Path, encoding: str | None = None) -> list[tuple[Any, ...]]:
    found = spark_input.rows_at(session, str(path), encoding)
    return sorted((row.id, row.text) for row in found.select("id", "text").collect())


EXPECTED = sorted((row["id"], row["text"]) for row in ROWS)


@pytest.mark.parametrize("name", ["news.jsonl", "news.ndjson", "news.json", "folder.json"])
def test_json_lines_are_read(spark: Any, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name.startswith("folder"):
        path.mkdir()
        (path / "README.txt").write_text("not news", "utf-8")
    file = path / "part-0.json" if path.is_dir() else path
    file.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    assert read(spark, path) == EXPECTED


def test_an_array_of_objects_is_read(spark: Any, tmp_path: Path) -> None:
    path = tmp_path / "news.json"
    path.write_text(json.dumps(ROWS, indent=1), encoding="utf-8")
    assert read(spark, path) == EXPECTED


@pytest.mark.parametrize(("suffix", "separator"), [(".csv", ","), (".tsv", "\t")])
def test_cells_with_quotes_and_line_breaks_are_read(spark: Any, suffix: str, separator: str, tmp_path: Path) -> None:
    path = tmp_path / f"news{suffix}"
    lines = ["id,text", '1,"a ""quoted"" word,\nand a line"', "2,plain"]
    path.write_text("\n".join(line.replace(",", separator, 1) for line in lines), encoding="utf-8")
    assert read(spark, path) == [("1", 'a "quoted" word,\nand a line'), ("2", "plain")]


def test_files_in_another_encoding_are_read(spark: Any, tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text("id,text\n1,Việt", encoding="utf-16")
    assert read(spark, path, "utf-16") == [("1", "Việt")]


def test_parquet_files_in_a_folder_are_read(spark: Any, tmp_path: Path) -> None:
    spark.createDataFrame(ROWS, "id string, text string, date string").write.parquet(str(tmp_path / "news"))
    assert read(spark, tmp_path / "news") == EXPECTED


@pytest.mark.parametrize(
    ("names", "error"),
    [
        (["a.csv", "b.jsonl"], "several kinds, csv, jsonl"),
        (["a.txt"], "has no file that is read"),
        ([], "has no file that is read"),
        (None, "there is no file or folder"),
    ],
)
@pytest.mark.usefixtures("spark", "calls")
def test_what_is_not_read_is_an_error(
    names: list[str] | None, error: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "news"
    if names is not None:
        folder.mkdir()
    for name in names or ():
        (folder / name).write_text("{}", "utf-8")
    assert run("copies", folder, "--engine", "spark") == 2
    assert error in capsys.readouterr().err


@pytest.mark.usefixtures("spark", "calls")
def test_standard_input_is_not_for_spark(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("copies", "-", "--engine", "spark") == 2
    assert "does not read standard input" in capsys.readouterr().err


@pytest.mark.usefixtures("spark", "calls")
def test_a_setting_needs_a_value(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("copies", news, "--engine", "spark", "--conf", "spark.sql.ansi.enabled") == 2
    assert "is not KEY=VALUE" in capsys.readouterr().err


@pytest.mark.usefixtures("spark")
def test_an_error_of_spark_has_one_line(
    news: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(functions, "find_copies", lambda df: df.selectExpr("raise_error('no')"), raising=False)
    assert run("copies", news, "--engine", "spark") == 2
    assert capsys.readouterr().err.startswith("newsdedup: Spark: [")


class Builder:
    """A builder of sessions that records what it is told, and gives a session or raises an error."""

    def __init__(self, problem: Exception | None = None) -> None:
        self.told: dict[str, Any] = {}
        self.problem = problem

    def master(self, url: str) -> Builder:
        self.told["master"] = url
        return self

    def remote(self, url: str) -> Builder:
        self.told["remote"] = url
        return self

    def config(self, **given: dict[str, str]) -> Builder:
        self.told |= given["map"]
        return self

    def getOrCreate(self) -> str:  # noqa: N802
        if self.problem:
            raise self.problem
        return "a session"


def test_the_master_is_the_one_given_that_of_the_environment_or_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYSPARK_GATEWAY_PORT", "SPARK_REMOTE", "PYSPARK_PYTHON"):
        monkeypatch.delenv(name, raising=False)
    assert spark_input._master_of(None) == "local[*]"
    assert spark_input._master_of("yarn") == "yarn"
    monkeypatch.setenv("PYSPARK_GATEWAY_PORT", "1")
    assert spark_input._master_of(None) is None
    for master, told in (("sc://host", {"remote": "sc://host"}), ("yarn", {"master": "yarn"}), (None, {})):
        builder = Builder()
        assert spark_input._started(builder, master, {}) == "a session"
        assert builder.told == told


def test_workers_of_this_machine_run_this_python(monkeypatch: pytest.MonkeyPatch) -> None:
    import os
    import sys

    monkeypatch.setenv("PYSPARK_PYTHON", "another")
    spark_input._started(Builder(), "local[2]", {})
    assert os.environ["PYSPARK_PYTHON"] == "another"
    monkeypatch.delenv("PYSPARK_PYTHON")
    spark_input._started(Builder(), "local[2]", {})
    assert os.environ["PYSPARK_PYTHON"] == sys.executable


def test_an_error_says_what_spark_needs() -> None:
    from newsdedup import SettingError

    with pytest.raises(SettingError, match=r"does not start \(no Java\): it needs Java 17"):
        spark_input._started(Builder(RuntimeError("no Java\nat line 7")), "local", {})


def test_settings_are_passed_on_and_progress_is_shown_if_asked_for() -> None:
    settings = spark_input._settings(["spark.driver.memory=8g", "a=b=c"], True)
    assert (settings["spark.driver.memory"], settings["a"]) == ("8g", "b=c")
    assert settings["spark.ui.showConsoleProgress"] == "true"
    assert spark_input._settings([], None)["spark.ui.showConsoleProgress"] in ("true", "false")


def test_without_pyspark_the_error_says_what_to_install(
    news: Path, calls: Calls, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    assert run("copies", news, "--engine", "spark") == 2
    assert 'python -m pip install "pyspark' in capsys.readouterr().err
    assert calls == []
