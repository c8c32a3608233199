from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsdedup.articles.article import Article
from newsdedup.text.page import page_of


def test_a_page_knows_its_sentences_and_its_furniture() -> None:
    page = page_of(Article("Thứ Tư, 1/1/2025\nLũ về Mai Pha. Nước dâng nhanh.\nẢnh: Trần Văn An"))
    assert [page.text.plain[start:end] for start, end in page.sentences] == ["Lũ về Mai Pha.", "Nước dâng nhanh."]
    assert [page.text.plain[start:end] for start, end in page.furniture] == ["Thứ Tư, 1/1/2025", "Ảnh: Trần Văn An"]
    assert page.is_body(page.text.plain.index("Lũ"))
    assert not page.is_body(0)
    assert not page.is_body(len(page.text.plain))


def test_a_language_is_the_articles_own_else_told_from_its_text() -> None:
    text = "Hơn 10.000 người đã đến dự lễ hội đua thuyền ở Mai Pha sáng nay."
    assert page_of(Article(text)).language is page_of(Article(text, language="vi")).language
    assert page_of(Article(text, language="fr")).language is None


def test_the_decomposed_form_has_the_same_sentences() -> None:
    text = "Lũ về Mai Pha. Nước dâng nhanh."
    one, other = page_of(Article(text)), page_of(Article(unicodedata.normalize("NFD", text)))
    assert (one.sentences, one.folded) == (other.sentences, other.folded)


@given(st.text())
def test_sentences_lie_in_the_body_and_any_text_has_a_page(text: str) -> None:
    page = page_of(Article(text))
    assert len(page.folded) == len(page.text.plain)
    assert all(page.is_body(start) and page.is_body(end - 1) for start, end in page.sentences)
