"""What the one search through a text finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsdedup.languages import known_languages
from newsdedup.text.landmarks import Landmarks, landmarks_in
from newsdedup.text.lexicon import lexicon_of_tables
from newsdedup.text.normal_form import Text
from newsdedup.text.phrases import matches, whole_words
from newsdedup.text.tagged import tag_tokens
from newsdedup.text.tags import Tag

SYLLABLES = st.text("abcd", min_size=1, max_size=3)
PHRASES = st.lists(st.lists(SYLLABLES, min_size=1, max_size=2).map(" ".join), min_size=1, max_size=6)


def landmarks(text: str, language: str = "vi") -> Landmarks:
    return landmarks_in(text, known_languages()[language])


def test_digits_and_fraction_signs_are_found_where_they_start() -> None:
    assert landmarks("từ 1.200 đến ٣٤ người, ½ số xã, 2½ tấn").digits_and_shares == [3, 5, 13, 23, 32]


def test_a_word_is_tagged_with_every_table_that_has_it() -> None:
    found = landmarks("in may five men died", "en")
    assert [found.of(tag) for tag in (Tag.PLACE, Tag.MONTH, Tag.NUMBER, Tag.CUE)] == [[0], [3], [7], [16]]


def test_a_longer_phrase_does_not_hide_the_shorter_ones_within_it() -> None:
    lexicon = lexicon_of_tables({1: {"bị giết chết": 0, "giết": 0, "chết": 0}})
    assert Landmarks(tag_tokens(Text("bị giết chết", "bị giết chết"), lexicon)).of(1) == [0, 3, 8]


def test_the_words_of_a_span_are_listed() -> None:
    assert landmarks("một hai ba bốn").within(Tag.NUMBER, 4, 11) == [4, 8]


def test_a_text_without_words_of_the_tables_has_none() -> None:
    assert not landmarks("…").of(Tag.NUMBER)


@given(PHRASES, PHRASES, st.text("abcd -.\n𝐀", max_size=60))
def test_the_pattern_of_each_table_finds_at_landmarks_all_that_it_finds(
    one: list[str], other: list[str], text: str
) -> None:
    lexicon = lexicon_of_tables({1: dict.fromkeys(one), 2: dict.fromkeys(other)})
    found = Landmarks(tag_tokens(Text(text, text), lexicon))
    for tag, phrases in ((1, one), (2, other)):
        pattern = re.compile(whole_words(phrases))
        at_landmarks = matches(pattern, text, found.of(tag))
        assert [match.span() for match in at_landmarks] == [match.span() for match in pattern.finditer(text)]
