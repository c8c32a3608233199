from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.articles.article import Article
from newsdedup.text import page as page_module
from newsdedup.text.page import page_of
from newsdedup.text.tags import Tag


def test_a_page_knows_its_sentences_and_its_furniture() -> None:
    page = page_of(Article("Thứ Tư, 1/1/2025\nLũ về Mai Pha. Nước dâng nhanh.\nẢnh: Trần Văn An"))
    assert [page.text.plain[start:end] for start, end in page.sentences] == ["Lũ về Mai Pha.", "Nước dâng nhanh."]
    assert [page.text.plain[start:end] for start, end in page.furniture] == ["Thứ Tư, 1/1/2025", "Ảnh: Trần Văn An"]
    assert page.is_body(page.text.plain.index("Lũ"))
    assert not page.is_body(0)
    assert not page.is_body(len(page.text.plain))


def test_a_language_is_that_of_the_article_or_detected_from_its_text() -> None:
    text = "Hơn 10.000 người đã đến dự lễ hội đua thuyền ở Mai Pha sáng nay."
    assert page_of(Article(text)).language is page_of(Article(text, language="vi")).language
    assert page_of(Article(text, language="de")).language is None


def test_the_decomposed_form_has_the_same_sentences() -> None:
    text = "Lũ về Mai Pha. Nước dâng nhanh."
    one, other = page_of(Article(text)), page_of(Article(unicodedata.normalize("NFD", text)))
    assert (one.sentences, one.folded) == (other.sentences, other.folded)


@given(st.text())
def test_sentences_lie_in_the_body_and_any_text_has_a_page(text: str) -> None:
    page = page_of(Article(text))
    assert len(page.folded) == len(page.text.plain)
    assert all(page.is_body(start) and page.is_body(end - 1) for start, end in page.sentences)


READERS = (
    *("normalise", "tag_tokens", "sentences", "names_in", "places_in"),
    *("dateline", "read_dates", "counted_numbers"),
)
REPORTS = [
    nd.Article("Lũ làm 12 người chết ở Mai Pha sáng 14/6. Ông Trần Văn An, Giám đốc Sở Y tế, đã đến.", id="a"),
    nd.Article("Cả nước có 9 vụ, tại huyện Mai Pha 5 vụ. Theo công an, 2 người bị thương hôm qua.", id="b"),
    nd.Article("Lạc Thủy: Năm nay có 20 trường học mới.", id="c"),
]


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, str]]:
    """How often each reader of a page was called with each text."""
    calls: Counter[tuple[str, str]] = Counter()

    def counted(name: str) -> Any:
        reader = getattr(page_module, name)

        def counting(text: Any, *given: Any, **options: Any) -> Any:
            span = given if name in ("sentences", "names_in") else ()  # these read piece by piece
            calls[name, f"{getattr(text, 'plain', text)}{span}"] += 1
            return reader(text, *given, **options)

        return counting

    for name in READERS:
        monkeypatch.setattr(page_module, name, counted(name))
    return calls


def test_each_reader_reads_a_text_at_most_once(reading: Counter[tuple[str, str]]) -> None:
    nd.record_of(REPORTS)
    assert {name for name, _ in reading} == set(READERS)
    assert set(reading.values()) == {1}


def test_with_roles_of_the_caller_a_text_is_read_once_too(reading: Counter[tuple[str, str]]) -> None:
    nd.record_of(REPORTS, roles=[nd.Role(name="trees", nouns=("cây xanh",))])
    assert set(reading.values()) == {1}


def test_a_page_without_tables_has_sentences_and_names_but_no_places_or_dates() -> None:
    page = page_of(Article("Der Präsident Jan Moser sprach. Er ging am 14. juni.", language="de"))
    assert len(page.sentences) == 2
    assert [name.words for name in page.names] == ["Der Präsident Jan Moser", "Er"]
    assert (page.places, page.dates, page.numbers, page.dateline, page.landmarks.of(Tag.PLACE)) == (
        (),
        (),
        (),
        None,
        [],
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sông Lô dâng cao, báo Khánh Hòa đưa tin.", "Khánh Hòa đưa tin"),
        ("The Washington Post first reported the deal.", "The Washington Post first reported"),
        (
            "Theo Đài tiếng nói nước Nga dẫn nguồn AFP cho biết, nhóm này đã rút.",
            "Theo Đài tiếng nói nước Nga dẫn nguồn AFP",
        ),
    ],
)
def test_the_words_that_name_a_source_are_those_of_the_article(text: str, words: str) -> None:
    source = page_of(Article(text)).printed_source
    assert source is not None
    assert words in source.words
    assert source.words in text
