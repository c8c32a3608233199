"""Articles as values: their ids."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import UTC, date, datetime
from time import gmtime
from typing import Any

import numpy as np
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.articles.article import content_id, numbered_ids

MARKS = st.characters(categories=["Mn", "Mc", "Lo"])
TEXTS = st.lists(st.one_of(st.sampled_from([". ", ".", " ", "e", "Å", "Ω", "한", "ệ"]), MARKS, st.characters()))


def hash_of_composed(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return hashlib.blake2b(composed.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@given(TEXTS.map("".join))
def test_an_id_is_the_hash_of_the_composed_text(text: str) -> None:
    assert content_id(text) == hash_of_composed(text)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "text",
    [
        "Bão số 3 vào bờ. Hơn 10.000 người sơ tán. Điện đã có lại",
        "Nhiệt độ 39 \u212b. \u0301Hai dấu đứng đầu câu. \u0323\u0302Ba",
        "각하가 말했다. \u1112\u1161\u11ab국",
        "Không có câu nào",
        ". . ",
    ],
)
def test_composed_and_decomposed_texts_have_one_id(text: str, form: str) -> None:
    assert content_id(unicodedata.normalize(form, text)) == hash_of_composed(text)


def test_derived_ids_are_unique_even_where_one_looks_like_a_numbered_one() -> None:
    assert numbered_ids(["a", "a-2", "a", "b", "a"]) == ["a", "a-2", "a-3", "b", "a-4"]


@pytest.mark.parametrize(
    ("given_date", "read"),
    [
        ("2025-06-14", date(2025, 6, 14)),
        (np.datetime64("2025-06-14"), date(2025, 6, 14)),
        (pandas.Timestamp("2025-06-14 08:00"), datetime(2025, 6, 14, 8)),
        (gmtime(0), datetime(1970, 1, 1, tzinfo=UTC)),
        (pandas.NaT, None),
        ("", None),
    ],
)
def test_the_date_of_an_article_is_given_as_anything_that_sources_give(given_date: Any, read: Any) -> None:
    assert nd.Article("Mưa lũ", published_at=given_date).published_at == read


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": None}, "text=None of an article is of type NoneType: give a str"),
        ({"text": "a", "id": 7}, "id=7 of an article is of type int"),
        ({"text": "a", "title": ["b"]}, r"title=\['b'\] of an article is of type list"),
        ({"text": "a", "published_at": "soon"}, "published_at='soon' of type str cannot be read"),
    ],
)
def test_a_field_of_another_type_is_an_error_that_names_it(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(nd.InputError, match=message):
        nd.Article(**fields)
