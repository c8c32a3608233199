"""Events on Spark: those of one machine, whatever the parts of time, the partitions and the order of the rows."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

import newsdedup as nd
from many_events import many_events
from newsdedup.batch.evidence import FEATURE_NAMES

SCHEMA = "id string, text string, title string, published_at string, source string"
WINDOW = 72.0
PAIR_COLUMNS = ("score", "probability", *FEATURE_NAMES)


def frame_of(spark: Any, rows: list[dict[str, Any]], partitions: int = 2, seed: int = 0) -> Any:
    """Rows in any order."""
    shuffled = Random(seed).sample(rows, len(rows))
    return spark.createDataFrame([tuple(row.values()) for row in shuffled], SCHEMA).repartition(partitions)


def groups_of(labels: dict[str, Any]) -> set[frozenset[str]]:
    members: dict[Any, set[str]] = {}
    for name, label in labels.items():
        members.setdefault(label, set()).add(name)
    return {frozenset(some) for some in members.values()}


def pairs_of(found: nd.EventGroups) -> dict[frozenset[str], tuple[float, ...]]:
    columns = (found.pairs[name].tolist() for name in ("left", "right", *PAIR_COLUMNS))
    return {
        frozenset((found.ids[left], found.ids[right])): tuple(of) for left, right, *of in zip(*columns, strict=True)
    }


@pytest.mark.parametrize(("part_days", "partitions"), [(5, 4), (None, 1)])
def test_events_and_the_evidence_of_pairs_are_those_of_one_machine(
    spark: Any, tmp_path: Path, part_days: float | None, partitions: int
) -> None:
    rows, _ = many_events(150)
    one = nd.find_events(rows, window_hours=WINDOW)
    options = {"window_hours": WINDOW, "part_days": part_days, "work": tmp_path}
    frame = frame_of(spark, rows, partitions, seed=partitions)
    found = nd.spark.find_events(frame, **options).collect()
    assert groups_of({row.id: row.event for row in found}) == groups_of(dict(zip(one.ids, one.labels, strict=True)))
    assert groups_of({row.id: row.group for row in found}) == groups_of(
        dict(zip(one.ids, one.copies.labels, strict=True))
    )
    assert {row.id: row.origin for row in found} == dict(one.copies.origins)
    written = set(tmp_path.rglob("*.parquet"))
    pairs = nd.spark.event_pairs(frame, **options).collect()
    by_ends = {frozenset((row.left, row.right)): tuple(row[name] for name in PAIR_COLUMNS) for row in pairs}
    assert by_ends == pairs_of(one)
    assert set(tmp_path.rglob("*.parquet")) == written


def test_another_threshold_repeats_linkage_alone(spark: Any, tmp_path: Path) -> None:
    rows, _ = many_events(60)
    frame = frame_of(spark, rows)
    nd.spark.find_events(frame, window_hours=WINDOW, work=tmp_path)
    measured = set((tmp_path / "events" / "measured").glob("*.parquet"))
    found = nd.spark.find_events(frame, window_hours=WINDOW, work=tmp_path, threshold=0.7).collect()
    one = nd.find_events(rows, window_hours=WINDOW, threshold=0.7)
    assert groups_of({row.id: row.event for row in found}) == groups_of(dict(zip(one.ids, one.labels, strict=True)))
    assert set((tmp_path / "events" / "measured").glob("*.parquet")) == measured


def test_a_rejected_row_is_a_row_with_its_reason_and_belongs_to_no_event(spark: Any) -> None:
    rows, _ = many_events(8)
    rows.append(rows[0] | {"id": "empty", "text": " ", "title": None})
    found = {row.id: row for row in nd.spark.find_events(frame_of(spark, rows)).collect()}
    assert found["empty"].reason == "the text is empty"
    assert found["empty"].event is None
    assert sum(row.reason is not None for row in found.values()) == 1


def test_parts_need_a_window_and_articles_with_dates(spark: Any) -> None:
    rows, _ = many_events(30)
    frame = frame_of(spark, rows)
    with pytest.raises(nd.SettingError, match="part_days=5 cuts the articles into parts, but window_hours=None"):
        nd.spark.find_events(frame, part_days=5)
    with pytest.raises(nd.SettingError, match="part_days=0 is not a number of days"):
        nd.spark.find_events(frame, part_days=0, window_hours=5)
    rows.append(rows[0] | {"id": "undated", "text": "Một văn bản khác hẳn, không có ngày.", "published_at": None})
    with pytest.raises(nd.SettingError, match="undated='all' compares 1 articles without a date with those of all"):
        nd.spark.find_events(frame_of(spark, rows), part_days=5, window_hours=5)
