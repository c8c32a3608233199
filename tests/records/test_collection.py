from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.support.whole_files import json_bytes


def test_load_gives_back_what_save_wrote(seed_records: nd.EventCollection, tmp_path: Path) -> None:
    seed_records.save(tmp_path / "events.jsonl")
    assert nd.EventCollection.load(tmp_path / "events.jsonl") == seed_records


def test_a_file_of_records_alone_is_loaded_too(seed_records: nd.EventCollection, tmp_path: Path) -> None:
    lines = b"".join(json_bytes(data) + b"\n" for data in seed_records.to_dicts())
    (tmp_path / "events.jsonl").write_bytes(lines)
    with pytest.warns(nd.ArticleWarning, match="3 records alone, without the last line by which a whole file is known"):
        loaded = nd.EventCollection.load(tmp_path / "events.jsonl")
    assert loaded.records == seed_records.records
    assert len(loaded.ids) == 5


def test_an_empty_file_and_another_schema(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"")
    with pytest.warns(nd.ArticleWarning, match="0 records alone"):
        assert len(nd.EventCollection.load(path)) == 0
    path.write_bytes(b'{"schema": 99}\n')
    with pytest.raises(nd.InputError, match="schema 99"):
        nd.EventCollection.load(path)


def test_numbers_become_json_numbers_and_whole_ones_integers(seed_records: nd.EventCollection) -> None:
    numbers = {figure["best"] for data in seed_records.to_dicts() for figure in data["figures"]}
    assert {11000, 1500000, 59.1} <= numbers
    assert all(isinstance(number, int) for number in numbers if number == int(number))


def test_the_frame_has_a_row_a_figure(seed_records: nd.EventCollection) -> None:
    frame = seed_records.to_frame()
    assert len(frame) == sum(len(record.figures) for record in seed_records)
    assert frame.loc[frame.role == "venues", "best"].tolist() == [11000, 141]


def test_a_record_is_found_by_an_article_and_an_unknown_one_is_an_error(seed_records: nd.EventCollection) -> None:
    assert seed_records.of("003_28ad59ee33912309") is seed_records[1]
    assert seed_records[0:2].records == seed_records.records[:2]
    with pytest.raises(nd.UnknownArticleError, match="nobody"):
        seed_records.of("nobody")


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_any_text_can_be_written_as_json(text: str) -> None:
    assert json.loads(json_bytes({"text": text}).decode()) == json.loads(json.dumps({"text": text}))


@pytest.mark.parametrize("written", ["{\n", "[1]\n", '{"articles": []}\n'])
def test_a_file_that_holds_no_records_is_an_error_that_names_it(written: str, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(written, encoding="utf-8")
    with pytest.raises(nd.InputError):
        nd.EventCollection.load(tmp_path / "other.json")


def test_blank_lines_between_records_are_passed_over(seed_records: nd.EventCollection, tmp_path: Path) -> None:
    seed_records.save(tmp_path / "events.jsonl")
    with (tmp_path / "events.jsonl").open("ab") as file:
        file.write(b"\n\n")
    assert nd.EventCollection.load(tmp_path / "events.jsonl") == seed_records


def test_a_record_that_is_not_whole_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "half.jsonl").write_text('{"schema": 1, "event_id": "e7"}\n', encoding="utf-8")
    with pytest.raises(nd.InputError, match="'e7' is incomplete"):
        nd.EventCollection.load(tmp_path / "half.jsonl")


def test_one_event_of_one_article_is_shown_in_the_singular() -> None:
    (record,) = events = nd.consolidate([{"id": "a", "text": "Lũ làm 12 người chết ở Mai Pha."}])
    assert repr(events) == "<EventCollection: 1 event, 1 article, 0 rejected>"
    assert "1 article, 1 figure>" in repr(record)


def test_an_unknown_article_is_answered_with_known_ones() -> None:
    events = nd.consolidate([{"id": "a", "text": "Lũ làm 12 người chết ở Mai Pha."}])
    with pytest.raises(nd.UnknownArticleError, match="no article 'x' among 1: give one of their ids, such as 'a'"):
        events.of("x")


def test_an_event_is_found_by_its_id(seed_records: nd.EventCollection) -> None:
    name = seed_records[1].event_id
    assert seed_records[name] is seed_records[1]
    assert name in seed_records
    assert seed_records[1] in seed_records
    assert "nobody" not in seed_records


def test_the_id_of_an_article_is_answered_with_how_to_find_its_event(seed_records: nd.EventCollection) -> None:
    name = str(seed_records.ids[0])
    with pytest.raises(nd.UnknownEventError, match=rf"the id of an article, .* is events\.of\('{name}'\)"):
        seed_records[name]
    with pytest.raises(KeyError, match="no event 'e9' among 3: give one of their ids, such as"):
        seed_records["e9"]
    with pytest.raises(KeyError, match="there are none"):
        nd.EventCollection()["e9"]


def test_two_articles_are_explained_while_the_evidence_is_in_memory(seed_records: nd.EventCollection) -> None:
    one, other = seed_records.ids[0], seed_records.ids[1]
    assert seed_records.explain(str(one), str(other)).together
    assert seed_records.filter(text="hội nghị").explain(0, 1).together


def test_without_the_evidence_the_error_says_how_to_get_it(seed_records: nd.EventCollection, tmp_path: Path) -> None:
    seed_records.save(tmp_path / "events.jsonl")
    loaded = nd.EventCollection.load(tmp_path / "events.jsonl")
    with pytest.raises(nd.InputError, match=r"is not saved, .* call find_events\(articles\)\.explain\('a', 'b'\)"):
        loaded.explain("a", "b")


def test_rival_values_are_a_column_and_a_table_with_their_origins() -> None:
    rows = [
        {"id": "a", "text": "Giải bóng đá học đường có 47 đội tuyển dự giải."},
        {"id": "b", "text": "Giải bóng đá học đường có 48 đội tuyển dự giải, theo ban tổ chức."},
        {"id": "c", "text": "Sáng nay khai mạc giải bóng của học sinh: 47 đội tuyển tranh cúp."},
    ]
    events = nd.consolidate(rows, groups=[0, 0, 0])
    figures = events.to_frame(kind="polars")
    assert figures["alternatives"].to_list() == ["47 | 48"]
    rivals = events.to_frame(of="alternatives", kind="polars")
    columns = ("figure", "value", "n_articles", "n_origins", "article_ids", "origins", "texts")
    assert rivals.select(columns).rows() == [(0, 47.0, 2, 2, "a | c", "a | c", "47"), (0, 48.0, 1, 1, "b", "b", "48")]
    with pytest.raises(nd.SettingError, match=r"of='x' is not a table .*: give 'figures', .* or 'articles'"):
        events.to_frame(of="x")


def test_rival_values_in_several_units_have_the_claims_of_all() -> None:
    rows = ["Đỉnh lũ cao 2 m ở Mai Pha.", "Đỉnh lũ cao 350 cm ở Mai Pha.", "Đỉnh lũ cao 3,5 m ở Mai Pha."]
    events = nd.consolidate(rows, groups=[0, 0, 0])
    rivals = events.to_frame(of="alternatives", kind="polars")
    assert len(rivals) == sum(len(one.alternatives) for one in events[0].figures)
    assert all(row["texts"] and row["article_ids"] for row in rivals.to_dicts())


def test_a_slice_is_a_collection_and_a_number_beyond_the_last_says_how_many_there_are() -> None:
    events = nd.consolidate(["Lũ làm 12 người chết ở Mai Pha.", "Giá vàng tăng 2 triệu đồng một lượng."])
    last = events[1:]
    assert isinstance(last, nd.EventCollection)
    assert (last[0], last.ids, last.labels.tolist()) == (events[1], events.ids[1:], [0])
    assert events[-1] == events[1]
    with pytest.raises(IndexError, match="no event 2 among 2: they are numbered from 0"):
        events[2]


def test_a_figure_is_explained_by_its_name() -> None:
    (event,) = nd.consolidate(["Lũ làm 12 người chết ở Mai Pha."])
    assert event.explain("dead") == event.explain(event.figure("dead"))
