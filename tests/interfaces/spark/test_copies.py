from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest

import newsdedup as nd
from copied_news import Result, Row, expected_copies, many_rows, version

SCHEMA = "id string, text string, published_at string"
SCORES = ("relation", "to", "jaccard", "containment")


def _frame(spark: Any, rows: Sequence[Row], partitions: int = 2, seed: int = 0) -> Any:
    """Rows in any order."""
    shuffled = Random(seed).sample(list(rows), len(rows))
    return spark.createDataFrame([tuple(row.values()) for row in shuffled], SCHEMA).repartition(partitions)


def _found(frame: Any, **options: Any) -> Result:
    """What `expected_copies` gives, by Spark."""
    rows = [row.asDict() for row in nd.spark.find_copies(frame, **options).collect()]
    articles = {
        row["id"]: (row["group"], *(row[name] for name in SCORES), row["origin"]) for row in rows if not row["reason"]
    }
    pairs = nd.spark.copy_pairs(frame, **options).collect()
    found = {frozenset((row.left, row.right)): (row.jaccard, row.containment, row.kind) for row in pairs}
    assert len(pairs) == len(found)
    return articles, found


@pytest.mark.parametrize(("partitions", "moved"), [(1, 1), (8, None), (64, 5)])
def test_groups_and_pairs_are_those_of_one_machine_for_any_partitions_and_order_of_rows(
    spark: Any, tmp_path: Path, partitions: int, moved: int | None
) -> None:
    rows = many_rows(300)
    frame = _frame(spark, rows, partitions, seed=partitions)
    assert _found(frame, work=tmp_path, partitions=moved) == expected_copies(rows)


def test_a_run_in_a_directory_with_all_stages_repeats_none(spark: Any, tmp_path: Path) -> None:
    frame = _frame(spark, many_rows(60))
    first = _found(frame, work=tmp_path)
    written = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert _found(frame, work=tmp_path) == first
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == written
    with pytest.raises(nd.SettingError, match=r"with threshold=0.5 instead of 0.6"):
        nd.spark.find_copies(frame, work=tmp_path, threshold=0.6)


def test_a_run_goes_on_after_its_last_finished_stage(spark: Any, tmp_path: Path) -> None:
    frame = _frame(spark, many_rows(60))
    first = _found(frame, work=tmp_path)
    manifest = tmp_path / "copies" / "manifest"
    lines = [line for path in manifest.glob("*.txt") for line in path.read_text("utf-8").splitlines()]
    for path in manifest.iterdir():
        path.unlink()
    kept = [line for line in lines if json.loads(line).get("finished") not in ("verified", "groups", "copies")]
    (manifest / "part-0.txt").write_text("\n".join(kept) + "\n", "utf-8")
    sketches = next((tmp_path / "copies" / "sketches").glob("*.parquet"))
    assert _found(frame, work=tmp_path) == first
    assert sketches.exists()


def test_200_twins_are_copies_of_the_earliest(spark: Any) -> None:
    rows = [
        {"id": f"t{place:03}", "text": version("twin", place % 7), "published_at": f"2031-09-{1 + place % 9:02}"}
        for place in range(200)
    ]
    assert _found(_frame(spark, rows)) == expected_copies(rows)


def test_a_rejected_row_is_a_row_with_its_reason(spark: Any) -> None:
    rows = [
        {"id": "a", "text": version("itself", 1), "published_at": "2031-09-01"},
        {"id": "b", "text": "  ", "published_at": None},
        {"id": "a", "text": version("itself", 1), "published_at": "2031-09-02"},
    ]
    found = nd.spark.find_copies(_frame(spark, rows))
    assert found.columns == ["id", "group", "relation", "to", "jaccard", "containment", "origin", "reason"]
    reasons = {(row["id"], row["reason"]) for row in found.collect()}
    repeated = "it repeats an earlier id with the same text; the first is kept"
    assert reasons == {("a", None), ("a", repeated), ("b", "the text is empty")}
    assert [row["group"] for row in found.where("reason is not null").collect()] == [None, None]


def test_an_empty_frame_has_no_copies(spark: Any) -> None:
    assert _found(spark.createDataFrame([], SCHEMA)) == ({}, {})


def test_columns_are_named_as_for_reading_articles(spark: Any) -> None:
    frame = spark.createDataFrame(
        [("a", version("itself", 1)), ("b", version("twin", 1))], "ma string, noi_dung string"
    )
    found = nd.spark.find_copies(frame, columns={"id": "ma", "text": "noi_dung"}).collect()
    assert [row["group"] for row in found] == ["b", "b"]  # the longer one
    with pytest.raises(nd.SettingError, match=r"there is no column 'absent'"):
        nd.spark.find_copies(frame, columns={"id": "absent", "text": "noi_dung"})


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"threshold": 2}, r"threshold=2 is not a number from 0.05 to 1"),
        ({"partitions": 0}, r"partitions=0 is not a whole number: give one of 1 or more"),
        ({"timezone": "Hanoi"}, r"timezone='Hanoi' is not an IANA name"),
    ],
)
def test_options_are_checked(spark: Any, options: dict[str, Any], problem: str) -> None:
    with pytest.raises(nd.SettingError, match=problem):
        nd.spark.find_copies(spark.range(1), **options)
