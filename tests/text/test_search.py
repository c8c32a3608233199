from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdedup.store.tables.database import Database
from newsdedup.store.tables.rows import ArticleRow
from newsdedup.text.search import folded_words, text_query

LATIN = ["Đà", "Nẵng", "nang", "DA", "đá", "năng", "bão", "Bao", "cháy", "CHÁY", "nha\u0300", "ủy", "uỷ", "ß", "x_y"]
WORDS = st.sampled_from([*LATIN, "12", "北京", "\ud800"])
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)
QUERIES = st.one_of(TEXTS, TEXTS.map('"{}"'.format), st.tuples(TEXTS, TEXTS).map('{0[0]} "{0[1]}"'.format))


def bare(text: str) -> list[str]:
    """The words of a text letter by letter, without marks; those of scripts without spaces one by one."""
    letters = (one for one in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(one))
    spaced = "".join(f" {one} " if one > "\u4dff" and one.isalnum() else one for one in letters).replace("đ", "d")
    return "".join(one if one.isalnum() else " " for one in spaced).split()


def is_hit(text: str, query: str) -> bool:
    before, *quoted = query.split('"')
    words, phrase = bare(text), bare(quoted[0] if quoted else "")
    has_phrase = any(words[at : at + len(phrase)] == phrase for at in range(len(words) + 1))
    return bool(bare(query)) and set(bare(before)) <= set(words) and has_phrase


@pytest.mark.parametrize(
    "query", ["da nang", "Đà Nẵng", "ĐÀ NẴNG", "nang da", '"đa nẵng"', "Da\u0300 na\u0306\u0303ng"]
)
def test_words_are_found_with_and_without_accents(query: str) -> None:
    assert set(text_query(query).words) == {"da", "nang"}


def test_the_sign_of_a_word_is_no_syntax_of_the_index() -> None:
    assert text_query('NOT (bão* OR "').match == '"not" "bao" "or"'


@given(TEXTS)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert folded_words(folded_words(text)) == folded_words(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6), st.lists(QUERIES, min_size=1, max_size=6))
def test_the_search_finds_what_a_look_at_each_text_finds(texts: list[str], queries: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, Database(Path(folder) / "desk.db") as store, store.writing():
        rev = store.add_revision("add", "now")
        for n, text in enumerate(texts, 1):
            store.insert_articles([ArticleRow(n=n, id=str(n), digest=b"", leaf=0, text=text, rev=rev)])
            store.set_membership([(n, store.new_event(f"e{n}", rev, size=1))], rev)
        for query in queries:
            found = {event.e for event in store.find_events(text=query)}
            assert found == {n for n, text in enumerate(texts, 1) if is_hit(text, query)}, query
