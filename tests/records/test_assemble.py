from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.figures.reconcile.figures import reconcile
from newsdedup.records import assemble
from newsdedup.records.account import STRICT
from newsdedup.records.assemble import GroupedArticles, assemble_record
from newsdedup.support.settings import ReconcileSettings

TEXTS = (
    "Sáng 14/6/2025, lũ ở xã Mai Pha làm ít nhất 20 người chết. Chủ tịch UBND huyện Trần Văn An đã đến xã Mai Pha. "
    "Đoàn xe chở hơn 10.000 thùng mì tôm đã lên đường từ sớm.",
    "Đến chiều 14/6/2025 đã có 18 người chết vì lũ ở xã Mai Pha, riêng tại xã Hạ Lý có 3 người chết. "
    "Quân đội cho biết 11.000 thùng mì tôm đang được xe chở đến nơi.",
    "Cầu gỗ bắc qua suối ở xã Hạ Lý đã gãy sáng 14/6/2025. Hơn 300 học sinh phải nghỉ học cho đến khi có cầu mới.",
)
ARTICLES = [nd.Article(text, id=f"a{n}", published_at=None, language="vi") for n, text in enumerate(TEXTS)]


def contents(record: nd.EventRecord) -> list[Any]:
    """What a copy may not change."""
    figures = {
        (str(one.nouns), str(one.scope), one.best, one.status, one.n_origins, one.part_of) for one in record.figures
    }
    return [
        figures,
        record.people,
        record.places,
        record.quotes,
        record.only_in,
        record.key_sentences,
        record.n_origins,
    ]


@settings(max_examples=12)
@given(st.lists(st.sampled_from(range(len(ARTICLES))), max_size=4), st.randoms(use_true_random=False))
def test_copies_and_order_do_not_change_the_content_of_a_record(copied: list[int], shuffler: Any) -> None:
    copies = [evolve(ARTICLES[number], id=f"copy{place}") for place, number in enumerate(copied)]
    articles = [*ARTICLES, *copies]
    shuffler.shuffle(articles)
    record = nd.record_of(articles)
    assert contents(record) == contents(nd.record_of(ARTICLES))
    assert record.n_articles == len(articles)


def event(articles: list[nd.Article], likeness: dict[str, float]) -> GroupedArticles:
    names = [article.id for article in articles]
    return GroupedArticles(
        articles=tuple(articles), origins={name: name for name in names}, relations={}, likeness=likeness
    )


def test_the_title_is_that_of_the_report_most_like_the_others() -> None:
    articles = [evolve(article, title=f"Tin {article.id}") for article in ARTICLES]
    record = assemble_record(event(articles, {"a0": 0.1, "a1": 0.9, "a2": 0.3}), ReconcileSettings())
    assert record.title == "Tin a1"


def test_without_a_headline_the_first_sentence_is_the_title() -> None:
    record = assemble_record(event(ARTICLES, {"a0": 0.0, "a1": 0.0, "a2": 1.0}), ReconcileSettings())
    assert record.title == "Cầu gỗ bắc qua suối ở xã Hạ Lý đã gãy sáng 14/6/2025."


def test_a_statement_of_the_timeline_has_the_span_of_its_text() -> None:
    record = nd.record_of(ARTICLES)
    assert [one.date for one in record.timeline] == sorted(one.date for one in record.timeline)
    for one in record.timeline:
        (article,) = (article for article in ARTICLES if article.id == one.article_id)
        assert article.text[one.start : one.end] == one.text


@pytest.mark.parametrize("text", ["", "…", "   \n "])
def test_a_text_without_words_has_a_record_too(text: str) -> None:
    record = assemble_record(event([nd.Article(text, id="a", language="vi")], {"a": 0.0}), ReconcileSettings())
    assert (record.title, record.figures, record.summary().sentences) == (text.strip(), (), ())


def test_people_can_be_left_out_of_a_record_and_places_stay() -> None:
    article = nd.Article("Mayor Ann Vale was shot in Oxley, Ohio.", id="a")
    assert [person.name for person in nd.record_of([article]).people] == ["Ann Vale"]
    record = nd.record_of([article], people=False)
    assert record.people == ()
    assert record.places == nd.record_of([article]).places
    assert nd.consolidate([article], people=False)[0].people == ()
    with pytest.raises(nd.SettingError, match="people='no' is not one of True, False"):
        nd.record_of([article], people="no")  # type: ignore[arg-type]


def _fail_on_flood(claims: Any, **options: Any) -> Any:
    if any("flood" in claim.sentence for claim in claims):
        raise ValueError("no such day")
    return reconcile(claims, **options)


def test_an_event_that_cannot_be_put_together_is_noted_and_the_others_are_reconciled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(STRICT, raising=False)
    monkeypatch.setattr(assemble, "reconcile", _fail_on_flood)
    rows = [{"id": "a", "text": "A flood killed 12 people."}, {"id": "b", "text": "A storm hurt 7 people in Texas."}]
    failed, other = nd.consolidate(rows, groups=[0, 1], language="en")
    assert failed.notes == ("a not reconciled: ValueError: no such day",)
    assert ([report.id for report in failed.articles], failed.figures) == (["a"], ())
    assert ([figure.best for figure in other.figures], other.notes) == ([7], ())


def test_an_error_while_an_event_is_put_together_fails_every_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assemble, "reconcile", _fail_on_flood)
    with pytest.raises(ValueError, match="no such day"):
        nd.record_of(["A flood killed 12 people."], language="en")
