"""The normal form of many texts at once."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdedup.text.normal_form import spelling
from newsdedup.text.spelling import spellings_of

pytestmark = pytest.mark.kernels

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ODD_TEXT = st.text(
    st.sampled_from("aộ \u0301\u0323\u0302\u200b\u00a0\u095b\u212b\u1112\u1161😀\U0002f800\ufacf\U0001d15eÐ")
)


@example(["\u200b", "", "a", "\ufacf\ufacf", "\U0002f800", "e\u0301\u0323"])
@given(st.lists(ANY_TEXT | ODD_TEXT, max_size=6))
def test_texts_have_the_normal_form_that_each_has_alone(texts: list[str]) -> None:
    assert spellings_of(texts) == [spelling(text) for text in texts]


def test_a_text_in_its_normal_form_is_the_same_object() -> None:
    texts = ["Hội nghị", "plain", "tin \ud83d"]
    assert all(one is other for one, other in zip(spellings_of(texts)[:2], texts, strict=False))
    assert spellings_of(texts) == texts
