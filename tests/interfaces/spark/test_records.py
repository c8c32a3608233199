"""Records on Spark: those of one machine, to the byte, and the same as nested columns."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

import newsdedup as nd
from many_events import many_events
from newsdedup.batch.record_types import RECORD_FIELDS, nested_records
from newsdedup.interfaces.spark import records as spark_records
from newsdedup.support.whole_files import json_bytes

SCHEMA = "id string, text string, title string, published_at string, source string"
WINDOW = 72.0


def frame_of(spark: Any, rows: list[dict[str, Any]]) -> Any:
    """Rows in any order."""
    shuffled = Random(1).sample(rows, len(rows))
    return spark.createDataFrame([tuple(row.values()) for row in shuffled], SCHEMA).repartition(3)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    """Articles with copies, excerpts and conflicts, and one that is rejected."""
    found = many_events(40)[0]
    flood = [
        row | {"id": f"flood-{n}", "text": f"Sáng 14/6, lũ ở xã Mai Pha làm {n} người chết và cuốn trôi 1,25 km đường."}
        for n, row in zip((12, 14), found, strict=False)
    ]
    return [*found, *flood, found[0] | {"id": "empty", "text": " ", "title": None}]


def lines_of(records: nd.EventCollection) -> dict[str, str]:
    """The JSON of records by the id of their earliest article."""
    return {record.articles[0].id: json_bytes(record.to_dict()).decode() for record in records}


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
def test_records_are_those_of_one_machine_as_json_and_as_nested_columns(
    spark: Any, tmp_path: Path, rows: list[dict[str, Any]]
) -> None:
    options = {"policy": "trusted", "trusted": ["Báo A", "flood-14"], "people": False, "window_hours": WINDOW}
    expected = lines_of(nd.consolidate(rows, **options))
    frame = frame_of(spark, rows)
    records = nd.spark.consolidate(frame, **options, work=tmp_path)
    assert records.columns == ["event", *RECORD_FIELDS, "json", "reason"]
    found = [row.asDict(recursive=True) for row in records.collect()]
    made = [row for row in found if row["reason"] is None]
    assert {row["event"]: row["json"] for row in made} == expected
    nested = [{name: row[name] for name in RECORD_FIELDS} for row in made]
    assert nested == nested_records(row["json"] for row in made).to_pylist()
    assert nested == [json.loads(row["json"]) for row in made]
    (rejected,) = (row for row in found if row["reason"] is not None)
    assert rejected["reason"] == "the text is empty"
    assert [one["id"] for one in rejected["articles"]] == ["empty"]
    assert rejected["event"] is rejected["json"] is rejected["figures"] is None

    stages = {path.name for path in (tmp_path / "records").iterdir()}
    written = set(tmp_path.rglob("*.parquet"))
    again = nd.spark.consolidate(frame, **options, work=tmp_path)
    assert set(tmp_path.rglob("*.parquet")) == written
    assert again.count() == records.count()
    role = nd.Role(name="roads", nouns=("đường",))
    others = nd.spark.consolidate(frame, roles=[role], window_hours=WINDOW, work=tmp_path)
    assert len({path.name for path in (tmp_path / "records").iterdir()} - stages) == 1
    assert lines_of(nd.consolidate(rows, roles=[role], window_hours=WINDOW)) == {
        row.event: row.json for row in others.where("reason is null").select("event", "json").collect()
    }


def test_an_event_without_a_record_has_its_articles_and_the_reason(spark: Any) -> None:
    made = spark.createDataFrame(
        [("a", None, "its record cannot be made", ["a", "b"]), ("c", '{"schema": 1, "event_id": "5a"}', None, None)],
        "event string, record string, reason string, ids array<string>",
    )
    found = {row.event: row for row in spark_records._with_nested_fields(made).collect()}
    assert [one.id for one in found["a"].articles] == ["a", "b"]
    assert (found["a"].json, found["a"].event_id, found["a"].reason) == (None, None, "its record cannot be made")
    assert (found["c"].schema, found["c"].event_id, found["c"].articles, found["c"].reason) == (1, "5a", None, None)


def test_options_are_checked_before_anything_is_read(spark: Any) -> None:
    frame = spark.createDataFrame([("a", "Mưa lớn")], "id string, text string")
    with pytest.raises(nd.SettingError, match="policy='guess' is not one of"):
        nd.spark.consolidate(frame, policy="guess")
    with pytest.raises(nd.SettingError, match="trusted='Báo A' is one string"):
        nd.spark.consolidate(frame, policy="trusted", trusted="Báo A")
    with pytest.raises(nd.SettingError, match="roles holds 'dead' of type str: give a list of roles"):
        nd.spark.consolidate(frame, roles=["dead"])
    with pytest.raises(nd.InputError, match="needs a DataFrame of PySpark"):
        nd.spark.consolidate([{"text": "Mưa lớn"}])


@pytest.mark.parametrize(
    ("articles", "tasks"), [(0, 1), (99, 1), (3_000, 30), (50_000, 64), (1_000_000, 100), (10**8, 10_000)]
)
def test_tasks_are_short_and_a_small_corpus_has_several(articles: int, tasks: int) -> None:
    assert spark_records._tasks(articles) == tasks
