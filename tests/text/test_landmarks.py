"""What the one search through a text finds."""

from __future__ import annotations

from newsdedup.languages import known_languages
from newsdedup.text.landmarks import Landmarks, landmarks_in


def landmarks(text: str, language: str = "vi") -> Landmarks:
    return landmarks_in(text, known_languages()[language])


def test_digits_and_fraction_signs_are_found_where_they_start() -> None:
    assert landmarks("từ 1.200 đến ٣٤ người, ½ số xã, 2½ tấn").digits == [3, 5, 13, 23, 32]


def test_a_word_is_tagged_with_every_table_that_has_it() -> None:
    found = landmarks("in may five men died", "en")
    assert [found.of(table) for table in ("place", "month", "number", "cue")] == [[0], [3], [7], [16]]


def test_a_longer_phrase_does_not_hide_the_shorter_ones_within_it() -> None:
    assert landmarks("ít nhất hai người bị giết chết").of("cue") == [18, 21, 26]


def test_the_words_of_a_span_are_listed() -> None:
    assert landmarks("một hai ba bốn").within("number", 4, 11) == [4, 8]


def test_a_text_without_words_of_the_tables_has_none() -> None:
    assert not landmarks("…").of("number")
