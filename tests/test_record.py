from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.figures.plain import claim_from_dict, claim_to_dict
from newsdedup.record import json_bytes

SCHEMA = json.loads((Path(__file__).parents[1] / "docs" / "record.schema.json").read_text(encoding="utf-8"))


def test_every_record_keeps_the_published_schema(seed_records: nd.EventCollection) -> None:
    schema = jsonschema.Draft202012Validator(SCHEMA)
    for data in seed_records.to_dicts():
        assert list(schema.iter_errors(json.loads(json_bytes(data)))) == []


@pytest.fixture(scope="module")
def flood() -> nd.EventCollection:
    """A record with a bit of everything: a copy, an excerpt, a conflict, a toll, a part, words in another language."""
    first = (
        "Sáng 14/6/2025, lũ ở xã Mai Pha làm ít nhất 20 người chết. Chủ tịch UBND xã Trần Văn An cho biết "
        "đoàn xe chở 30 tấn gạo đã lên đường. "
        "Ông nói: “Chúng tôi sẽ làm hết sức để giúp người dân vượt qua khó khăn này”."
    )
    second = (
        "Đến chiều 15/6, lũ ở xã Mai Pha đã làm 18 người chết, riêng tại xã Hạ Lý có 3 người chết. Đoàn xe chở 40 "
        "tấn gạo đã lên đường. Theo ông An, “Chúng tôi sẽ làm hết sức để giúp người dân vượt qua khó khăn này”."
    )
    french = "Le président a dit que les mesures sont dans la loi et que 300 personnes sont là."
    texts = {"a": first, "b": second, "copy": first, "excerpt": second.split(". ")[0] + ".", "french": french}
    articles = [
        {"id": name, "text": text, "published_at": f"2025-06-1{4 + n}", "title": f"Lũ ở Mai Pha {n}"}
        for n, (name, text) in enumerate(texts.items())
    ]
    return nd.EventCollection((nd.record_of(articles),))


def test_a_record_with_a_bit_of_everything_keeps_the_schema_too(flood: nd.EventCollection) -> None:
    (record,) = flood
    (data,) = flood.to_dicts()
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(json.loads(json_bytes(data)))) == []
    assert all((record.people, record.places, record.quotes, record.timeline, record.key_sentences, record.notes))
    assert {report.relation for report in record.articles} == {None, "copy", "excerpt"}
    assert {"superseded", "single_source"} <= {figure.status for figure in record.figures}


def test_a_record_comes_back_from_its_plain_data(flood: nd.EventCollection) -> None:
    for record in flood:
        assert nd.EventRecord.from_dict(json.loads(json_bytes(record.to_dict()))) == record


def test_records_of_the_labelled_set_keep_the_schema_and_quote_their_articles(data_folder: Path) -> None:
    lines = (data_folder / "vnmds/articles.jsonl").read_text("utf-8").splitlines()[:60]
    articles = [json.loads(line) for line in lines]
    texts = {article["id"]: article["text"] for article in articles}
    schema = jsonschema.Draft202012Validator(SCHEMA)
    for event in sorted({article["event"] for article in articles}):
        record = nd.record_of([article for article in articles if article["event"] == event])
        assert list(schema.iter_errors(json.loads(json_bytes(record.to_dict())))) == []
        for one in (*record.only_in, *record.key_sentences, *record.timeline):
            assert one.text == texts[one.article_id][one.start : one.end]


def test_load_gives_back_what_save_wrote(seed_records: nd.EventCollection, tmp_path: Path) -> None:
    seed_records.save(tmp_path / "events.jsonl")
    assert nd.EventCollection.load(tmp_path / "events.jsonl") == seed_records


def test_a_file_of_records_alone_is_loaded_too(seed_records: nd.EventCollection, tmp_path: Path) -> None:
    lines = b"".join(json_bytes(data) + b"\n" for data in seed_records.to_dicts())
    (tmp_path / "events.jsonl").write_bytes(lines)
    loaded = nd.EventCollection.load(tmp_path / "events.jsonl")
    assert loaded.records == seed_records.records
    assert len(loaded.ids) == 5


def test_an_empty_file_and_another_schema(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"")
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
    assert seed_records[0:2] == seed_records.records[:2]
    with pytest.raises(nd.UnknownArticleError, match="nobody"):
        seed_records.of("nobody")


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_any_text_can_be_written_as_json(text: str) -> None:
    assert json.loads(json_bytes({"text": text}).decode()) == json.loads(json.dumps({"text": text}))


def test_a_claim_comes_back_from_plain_data() -> None:
    for claim in nd.extract_figures("Sáng 14/6, hội nghị có hơn 1,5 triệu đại biểu và 59,1% đã đến."):
        assert claim_from_dict(json.loads(json_bytes(claim_to_dict(claim, alone=True)))) == claim


@pytest.mark.parametrize("written", ["{\n", "[1]\n", '{"events": []}\n'])
def test_a_file_that_holds_no_records_is_an_error_that_names_it(written: str, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(written, encoding="utf-8")
    with pytest.raises(nd.InputError):
        nd.EventCollection.load(tmp_path / "other.json")


def test_blank_lines_between_records_are_passed_over(seed_records: nd.EventCollection, tmp_path: Path) -> None:
    seed_records.save(tmp_path / "events.jsonl")
    with (tmp_path / "events.jsonl").open("ab") as file:
        file.write(b"\n\n")
    assert nd.EventCollection.load(tmp_path / "events.jsonl") == seed_records


def test_a_claim_tells_how_its_place_was_found_after_it_was_saved() -> None:
    (claim,) = nd.extract_figures("Ở tỉnh Mai Pha có 141 điểm cầu.")
    assert claim_from_dict(claim_to_dict(claim, alone=True)).scope.found_by == "named in the sentence"
