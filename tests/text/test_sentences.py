from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.languages import known_languages
from newsdedup.text.normal_form import normalise
from newsdedup.text.sentences import abbreviations, sentences

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


def texts_of(text: str) -> list[str]:
    normal = normalise(text)
    return [normal.plain[start:end] for start, end in sentences(normal)]


def test_sentences_end_at_marks_and_at_line_breaks() -> None:
    assert texts_of("Hội nghị khai mạc. Có 10.000 điểm cầu!\nẢnh: TTXVN") == [
        "Hội nghị khai mạc.",
        "Có 10.000 điểm cầu!",
        "Ảnh: TTXVN",
    ]


def test_abbreviations_initials_and_decimals_end_no_sentence() -> None:
    assert texts_of("Ông J. Smith ở TP. Vinh nói 1.5 triệu. Hết.") == ["Ông J. Smith ở TP. Vinh nói 1.5 triệu.", "Hết."]
    assert texts_of("Mr. Lee of the U.S. Army came. He left.") == ["Mr. Lee of the U.S. Army came.", "He left."]


@given(ANY_TEXT)
def test_sentences_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    normal = normalise(text)
    spans = list(sentences(normal))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    kept = "".join(normal.plain[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(normal.plain.split())


@pytest.mark.parametrize("word", abbreviations())
def test_the_full_stop_of_an_abbreviation_ends_no_sentence(word: str) -> None:
    assert texts_of(f"It was {word}. Moss. It rained.") == [f"It was {word}. Moss.", "It rained."]


def test_a_word_that_only_ends_like_an_abbreviation_ends_its_sentence() -> None:
    assert texts_of("He met Francisco. Moss left.") == ["He met Francisco.", "Moss left."]
    assert texts_of("The answer is no. Moss left.") == ["The answer is no.", "Moss left."]


def test_every_language_brings_its_abbreviations() -> None:
    assert set(abbreviations()) >= {"Mr", "TP"}
    assert set(abbreviations()) == {word for one in known_languages().values() for word in one.abbreviations}
    assert len(abbreviations()) == len(set(abbreviations()))


def test_a_closing_guillemet_belongs_to_its_sentence() -> None:
    text = "« C'est fini ! » Il est parti. « Tout est perdu », a dit É. Morin. « Fini ! » a-t-il répété."
    assert texts_of(text) == [
        "« C'est fini ! »",
        "Il est parti.",
        "« Tout est perdu », a dit É. Morin.",
        "« Fini ! » a-t-il répété.",
    ]
