from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import newsdedup as nd
from newsdedup.figures.plain_data import claim_from_dict, claim_to_dict
from newsdedup.support.whole_files import json_bytes

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "record.schema.json").read_text(encoding="utf-8"))


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
    spanish = "El presidente dijo que las medidas están en la ley y que hay 300 personas ahí."
    texts = {"a": first, "b": second, "copy": first, "excerpt": second.split(". ")[0] + ".", "spanish": spanish}
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
    parts = {(article["id"], part): article[part] for article in articles for part in ("text", "summary")}
    schema = jsonschema.Draft202012Validator(SCHEMA)
    for event in sorted({article["event"] for article in articles}):
        record = nd.record_of([article for article in articles if article["event"] == event])
        assert list(schema.iter_errors(json.loads(json_bytes(record.to_dict())))) == []
        for one in (*record.only_in, *record.key_sentences):
            assert one.text == parts[one.article_id, one.part][one.start : one.end]
        for one in record.timeline:
            assert one.text == parts[one.article_id, "text"][one.start : one.end]


def test_a_claim_comes_back_from_plain_data() -> None:
    for claim in nd.extract_figures("Sáng 14/6, hội nghị có hơn 1,5 triệu đại biểu và 59,1% đã đến."):
        assert claim_from_dict(json.loads(json_bytes(claim_to_dict(claim, alone=True)))) == claim


def test_a_saved_claim_keeps_how_its_place_was_found() -> None:
    (claim,) = nd.extract_figures("Ở tỉnh Mai Pha có 141 điểm cầu.")
    assert claim_from_dict(claim_to_dict(claim, alone=True)).scope.found_by == "named in the sentence"


def test_an_attribute_that_is_not_there_is_answered_with_the_nearest(flood: nd.EventCollection) -> None:
    for name, near in (("id", "event_id"), ("figurs", "figures")):
        with pytest.raises(AttributeError, match=f"'EventRecord' object has no attribute '{name}': there is '{near}'"):
            getattr(flood[0], name)
    with pytest.raises(AttributeError, match=r"no attribute '_rows'$"):
        flood[0]._rows  # noqa: B018
    assert copy.deepcopy(flood[0]) == pickle.loads(pickle.dumps(flood[0])) == flood[0]


@pytest.mark.parametrize("sentences", [None, "5", 1.5, -1, True])
def test_a_summary_has_a_number_of_sentences(flood: nd.EventCollection, sentences: Any) -> None:
    with pytest.raises(nd.SettingError, match=r"^sentences="):
        flood[0].summary(sentences)
