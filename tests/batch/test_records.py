"""Records made from batches are those of one machine, to the byte."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

import newsdedup as nd
from many_events import many_events
from newsdedup.articles.article import earliest_first
from newsdedup.articles.moments import iso_format
from newsdedup.batch import records as batches_of_records
from newsdedup.batch.columns import arrow_schema
from newsdedup.batch.records import RECORD_ROWS, RECORDS, RecordOptions, consolidate_batches
from newsdedup.records import account
from newsdedup.records.assemble import GroupedArticles, assemble_record
from newsdedup.records.grouped import grouped_articles
from newsdedup.support.settings import ReconcileSettings
from newsdedup.support.whole_files import json_bytes

pa = pytest.importorskip("pyarrow")
SETTINGS = ReconcileSettings()


def rows_of(events: Iterable[GroupedArticles], random: Random) -> list[dict[str, Any]]:
    """The articles of events as an engine has them: by event, and those of one event in no order."""
    rows = []
    for event in events:
        name = min(event.articles, key=earliest_first).id
        for one in random.sample(event.articles, len(event.articles)):
            relation = event.relations.get(one.id)
            rows.append(
                {
                    "event": name,
                    **{field: getattr(one, field) for field in ("id", "text", "title", "summary", "source", "url")},
                    "language": one._language,
                    "published": iso_format(one.published_at),
                    "origin": event.origins[one.id],
                    **({} if relation is None else {"relation": relation.kind, "to": relation.to}),
                    **({} if relation is None else {"jaccard": relation.jaccard, "containment": relation.containment}),
                    "likeness": event.likeness[one.id] or None,
                }
            )
    return sorted(rows, key=lambda row: row["event"])


def made(rows: list[dict[str, Any]], at_once: int, **options: Any) -> list[dict[str, Any]]:
    """The records of rows, of which a batch has so many."""
    table = pa.Table.from_pylist(rows, arrow_schema(RECORD_ROWS))
    how = RecordOptions.of(**{"policy": None, "trusted": (), "roles": (), "people": True, **options})
    found = [*consolidate_batches(how.settings, how.roles)(table.to_batches(max_chunksize=at_once))]
    return pa.Table.from_batches(found, arrow_schema(RECORDS)).to_pylist()


def lines(records: Iterable[nd.EventRecord]) -> dict[str, str]:
    """The JSON of records by the id of their earliest article."""
    return {record.articles[0].id: json_bytes(record.to_dict()).decode() for record in records}


def check_records(articles: nd.Articles, records: nd.EventCollection, found: nd.EventGroups, **options: Any) -> None:
    for seed, at_once in enumerate((1, 7, len(articles) + 1)):
        rows = rows_of(grouped_articles(articles, found, False), Random(seed))
        all_made = made(rows, at_once, **options)
        assert {row["event"]: row["record"] for row in all_made} == lines(records)
        assert [row["event"] for row in all_made] == sorted(lines(records))
        assert {(row["reason"], row["ids"]) for row in all_made} == {(None, None)}


def test_records_of_the_seeds_are_those_of_one_machine(seeds: nd.Articles, seed_records: nd.EventCollection) -> None:
    check_records(seeds, seed_records, nd.find_events(seeds))


def test_records_of_many_events_are_those_of_one_machine_whatever_the_cut_into_batches() -> None:
    rows = nd.read_articles(many_events(60, seed=4)[0])
    role = nd.Role(name="houses", nouns=("nha",))
    options = {"policy": "trusted", "trusted": ["Báo C", "Báo A"], "people": False, "roles": [role]}
    records = nd.consolidate(rows, window_hours=72, **options)
    assert {one.relation for record in records for one in record.articles} >= {None, "copy", "excerpt"}
    check_records(rows, records, nd.find_events(rows, window_hours=72), **options)


def test_a_trusted_source_decides_the_conflicts_of_each_event_by_itself() -> None:
    rows = [
        {
            "event": place,
            "id": f"{place}-{source}",
            "source": source,
            "text": f"Sáng 14/6 khai mạc hội nghị toàn quốc tại {place} có {value} điểm cầu.",
        }
        for place in ("Mai Pha", "Yên Trạch")
        for source, value in (("X", "10.000"), ("Y", "11.000"))
    ]
    found = made(rows, 3, policy="trusted", trusted=["Z", "Y"])
    figures = [json.loads(row["record"])["figures"][0] for row in found]
    assert [(one["status"], one["best"]) for one in figures] == [("conflict", 11_000)] * 2


def test_an_event_of_which_no_record_can_be_made_is_a_row_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(event: GroupedArticles, *others: Any) -> nd.EventRecord:
        if len(event.articles) > 1:
            raise ValueError("a value " + "that nobody expected " * 20)
        return assemble_record(event, *others)

    monkeypatch.setattr(batches_of_records, "assemble_record", failing)
    texts = {"c": ("1", "x"), "b": ("2", "x"), "a": ("3", "y")}
    rows = [{"event": event, "id": name, "text": f"Lũ làm {n} người chết."} for name, (n, event) in texts.items()]
    failed, well = made(rows, 2)
    assert (failed["event"], failed["record"], failed["ids"]) == ("x", None, ["b", "c"])
    assert failed["reason"].startswith("its record cannot be made (ValueError: a value that nobody expected that")
    assert len(failed["reason"]) < 300
    assert (well["event"], well["reason"], well["ids"]) == ("y", None, None)
    assert nd.EventRecord.from_dict(json.loads(well["record"])).articles[0].id == "a"


def test_without_memory_no_event_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_memory(*_: Any) -> nd.EventRecord:
        raise MemoryError

    monkeypatch.setattr(batches_of_records, "assemble_record", without_memory)
    with pytest.raises(MemoryError):
        made([{"event": "x", "id": "a", "text": "Lũ làm 12 người chết."}], 1)


def test_an_article_that_cannot_be_read_is_a_note_in_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(account.STRICT)

    def unreadable(*_: Any) -> Any:
        raise ValueError("no page")

    monkeypatch.setattr(account, "page_of", unreadable)
    (row,) = made([{"event": "x", "id": "a", "text": "Lũ làm 12 người chết."}], 1)
    assert json.loads(row["record"])["notes"] == ["a not read: ValueError: no page"]


def test_records_come_in_batches_of_some_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches_of_records, "CHUNK_SIZE", 2_000)
    rows = [{"event": name, "id": name, "text": f"Lũ làm {n} người chết."} for n, name in enumerate("abcdefgh")]
    table = pa.Table.from_pylist(rows, arrow_schema(RECORD_ROWS))
    found = [*consolidate_batches(SETTINGS)(table.to_batches())]
    assert 1 < len(found) < 8
    assert [name for batch in found for name in batch.column("event").to_pylist()] == [*"abcdefgh"]


def test_no_articles_give_no_batches() -> None:
    assert [*consolidate_batches(SETTINGS)([])] == []


def test_a_record_has_the_moments_that_its_articles_have() -> None:
    moments = ["2031-09-01", "2031-09-01T08:30:00+07:00", "2031-09-01T08:30:15.250000+00:00", "2031-09-01T08:30:00"]
    rows = [
        {"event": "x", "id": str(n), "text": f"Lũ làm {n + 3} người chết.", "published": moment}
        for n, moment in enumerate(moments)
    ]
    (row,) = made(rows, 2)
    record = nd.EventRecord.from_dict(json.loads(row["record"]))
    found = {one.id: one.published_at for one in record.articles}
    assert [iso_format(found[str(n)]) for n in range(len(moments))] == moments
    assert isinstance(found["1"], datetime)
    assert found["1"].utcoffset() == timedelta(hours=7)


def test_options_are_checked_and_are_plain_data_that_names_all_that_records_depend_on() -> None:
    role = nd.Role(name="trees", nouns=("cây xanh",))
    options = RecordOptions.of(policy="trusted", trusted=["Báo A"], roles=[role], people=False)
    data = json.loads(json.dumps(options.as_data()))
    assert (data["policy"], data["trusted"], data["people"]) == ("trusted", ["Báo A"], False)
    assert (data["roles"][0]["name"], data["roles"][0]["nouns"]) == ("trees", ["cây xanh"])
    for wrong in ({"policy": "guess"}, {"trusted": "Báo A"}, {"roles": ["trees"]}, {"people": 1}):
        with pytest.raises(nd.SettingError, match=next(iter(wrong))):
            RecordOptions.of(**{"policy": None, "trusted": (), "roles": (), "people": True, **wrong})
