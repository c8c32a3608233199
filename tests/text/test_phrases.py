"""Phrases of the tables as patterns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.text.phrases import any_of, ending, has_any, lazily, signs_of, word_search

SYLLABLES = st.text("abcd", min_size=1, max_size=3)
PHRASES = st.lists(st.lists(SYLLABLES, min_size=1, max_size=2).map(" ".join), min_size=1, max_size=6)


@given(PHRASES, st.text("abcd -.\n", max_size=60))
def test_a_search_for_words_finds_what_a_plain_one_finds(phrases: list[str], text: str) -> None:
    plain = re.compile(rf"(?<![\w-])(?:{any_of(phrases)})(?!\w)")
    found = re.compile(word_search(phrases)).finditer(text)
    assert [match.span() for match in found] == [match.span() for match in plain.finditer(text)]


def test_words_with_any_first_letter_are_found_as_well() -> None:
    phrases = [f"{letter}ột" for letter in "abcdefghijklmnopqrstuvwxyz"]
    assert re.findall(word_search(phrases), "một tột-một xmột hột") == ["một", "tột", "hột"]


def test_a_hyphen_is_allowed_before_a_word_where_only_letters_are_not() -> None:
    pattern = re.compile(word_search(("said",), not_before=r"\w"))
    assert [match.start() for match in pattern.finditer("so-said unsaid said")] == [3, 15]


@pytest.mark.parametrize("left", ["có khoảng ", "(khoảng\n", "khoảng  "])
def test_a_phrase_is_found_at_the_end(left: str) -> None:
    pattern = ending(r"(?<!\w)(?:khoảng|ở)\s+$", ("khoảng", "ở"))
    for match in (pattern.search(left), pattern.before(f"{left}12 người", len(left))):
        assert match is not None
        assert match.end() == len(left)


def test_a_phrase_of_one_letter_is_found_at_the_end() -> None:
    assert ending(r"(?<!\w)(?:khoảng|ở)\s+$", ("khoảng", "ở")).search("xảy ra ở ") is not None


@pytest.mark.parametrize("left", ["", "khoảng 12 ", "khoảng", "thoangkhoảng "])
def test_no_phrase_is_found_where_none_ends(left: str) -> None:
    pattern = ending(r"(?<!\w)(?:khoảng|ở)\s+$", ("khoảng", "ở"))
    assert pattern.search(left) is None
    assert pattern.before(f"{left}12 người", len(left)) is None


def test_a_phrase_is_searched_for_up_to_its_reach() -> None:
    hai = ending(r"(?:hơn\s)?hai$", ("hai",), reach=5)
    assert [match.group() for match in (hai.before("hơn hai", 7), hai.before("hai", 3)) if match] == [
        "hai",
        "hai",
    ]


def test_a_pattern_is_written_at_its_first_use_and_once() -> None:
    written: list[int] = []
    pattern = lazily(lambda: written.append(1) or "mộ[tn]")
    assert written == []
    assert [pattern.match("một", 0) is not None, pattern.search("x mộn") is not None, pattern.pattern] == [
        *(True, True),
        "mộ[tn]",
    ]
    assert written == [1]
    assert pattern.flags == re.compile("x").flags


@given(st.lists(st.text("abc ", min_size=1, max_size=4), max_size=6), st.text("abc ", max_size=20))
def test_a_text_without_a_sign_has_none_of_the_forms(forms: list[str], text: str) -> None:
    signs = signs_of(forms)
    assert set(signs) <= set(forms)
    assert has_any(text, signs) == any(form in text for form in forms)
