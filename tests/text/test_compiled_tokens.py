"""The compiled loop for tokens: it finds what arrays find, and is used where it saves time."""

from __future__ import annotations

import itertools
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdedup.text import compiled_tokens as compiled
from newsdedup.text import tagged, token_runs
from newsdedup.text.compiled_tokens import compiled_tokens, is_compiled_faster
from newsdedup.text.lexicon import lexicon_of_tables
from newsdedup.text.normal_form import normalise
from newsdedup.text.tagged import tag_tokens, tagged_by_arrays

pytestmark = pytest.mark.kernels

PHRASES = (
    *("a", "b", "a b", "a b c", "b c", "c a b a", "5", "a 5", "đ b"),
    *("u.s.", "u", "year-old", "-strong", "%", "didn't"),
)
LEXICON = lexicon_of_tables({1: {"a": 0, "u.s.": 1, "đ b": 2}, 2: dict.fromkeys(PHRASES), 1 << 70: {"a b": 3, "c": 4}})
PIECES = st.sampled_from([*PHRASES, *" \n-.'", "  ", "A", "B", "U.S.", "Year", "é", "e\u0301", "½", "_", "字", "ĐĐ"])
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=25).map("".join))


@pytest.fixture(autouse=True)
def _nothing_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled._READING, "characters", 0)
    monkeypatch.delenv("NUMBA_DISABLE_JIT", raising=False)


@given(TEXTS)
@settings(deadline=None)  # the first text may be compiled for
def test_it_finds_what_arrays_find(given_text: str) -> None:
    text = normalise(given_text)
    expected = tagged_by_arrays(text, LEXICON)
    found = [expected.starts, expected.ends, expected.kinds, expected.entries]
    assert compiled_tokens(text, LEXICON).tolist() == found


def test_many_words_find_their_slots() -> None:
    words = [f"{one}{two}" for one in "bcdđghklmnpqrstvx" for two in "aăâeêioôơuưy"]
    pairs = {f"{one} {two}": 0 for one, two in itertools.pairwise(words)}
    lexicon = lexicon_of_tables({1: dict.fromkeys(words), 2: pairs})
    text = normalise(" ".join([*words, "nghe", *words[::-1]]))
    assert compiled_tokens(text, lexicon)[3].tolist() == tagged_by_arrays(text, lexicon).entries


def test_classes_of_characters_are_looked_up_at_their_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    text = normalise("chết 5 \U0001f600")
    token_runs.known_classes.cache_clear()
    assert compiled_tokens(text, LEXICON)[2].tolist() == tagged_by_arrays(text, LEXICON).kinds


def test_it_is_used_once_many_characters_have_been_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "newsdedup.kernels.jit", raising=False)
    monkeypatch.setattr(compiled, "_CHARACTERS_TO_LOAD", 10)
    assert [is_compiled_faster(6), is_compiled_faster(6), is_compiled_faster(6)] == [False, True, True]


def test_it_is_used_at_once_where_other_loops_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "newsdedup.kernels.jit", raising=False)
    assert not is_compiled_faster(6)
    monkeypatch.setitem(sys.modules, "newsdedup.kernels.jit", sys)
    assert is_compiled_faster(6)


def test_it_is_not_used_where_loops_are_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_CHARACTERS_TO_LOAD", 0)
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")
    assert not is_compiled_faster(6)


@pytest.mark.parametrize("is_faster", [False, True])
def test_tokens_are_the_same_either_way(is_faster: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagged, "is_compiled_faster", lambda _: is_faster)
    tokens = tag_tokens(normalise("A 5-year-old a b c"), LEXICON)
    assert tokens.of_kind(tagged.DIGITS) == [1]
    assert [tokens.with_tag(tag) for tag in (1, 2, 1 << 70)] == [[0, 6], [0, 1, 3, 6, 7], [6, 8]]
