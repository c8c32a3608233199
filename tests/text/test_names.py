from __future__ import annotations

import pytest

from newsdedup.text.names import name_at, name_before, names_in, names_within_sentences, place_name_at
from newsdedup.text.normal_form import normalise
from newsdedup.text.sentences import sentences


def names(text: str) -> list[tuple[str, str]]:
    return [(name.words, name.follower) for name in names_in(text, 0, len(text))]


def within(text: str) -> list[str]:
    plain = normalise(text)
    return names_within_sentences(plain.plain, sentences(plain))


def test_a_name_is_capitalised_words_in_a_row_with_the_word_after_them() -> None:
    assert names("Ông Trần Văn An, quê Mai Pha") == [("Ông Trần Văn An", ""), ("Mai Pha", "")]
    assert names("Officer Joe Moss said") == [("Officer Joe Moss", "said")]


def test_words_in_capitals_are_not_part_of_a_name() -> None:
    assert names("UBND Mai Pha và USAID") == [("Mai Pha", "và")]


def test_initials_hyphens_and_apostrophes_are_part_of_a_name() -> None:
    assert names("J. Smith-D’Arc came") == [("J. Smith-D’Arc", "came")]
    assert names("James A. Moss. Mary left") == [("James A. Moss", ""), ("Mary", "left")]


def test_a_capital_within_a_word_starts_no_name() -> None:
    assert names("the iPhone and the e-Visa") == []


def test_a_name_does_not_go_on_in_the_next_line() -> None:
    assert names("Trần\nAn") == [("Trần", ""), ("An", "")]


def test_a_name_is_found_at_a_position_or_before_one() -> None:
    text = "Ông Trần Văn An, Giám đốc"
    start = text.index("Trần")
    assert name_at(text, start).words == "Trần Văn An"  # type: ignore[union-attr]
    assert name_at(text, start + 1) is None
    assert name_before(text, 0, text.index("Giám")).words == "Ông Trần Văn An"  # type: ignore[union-attr]
    assert name_before("Trần Văn An là Giám đốc", 0, 15) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" Mai Pha có", "Mai Pha"),
        (" Bà Rịa - Vũng Tàu, nơi", "Bà Rịa - Vũng Tàu"),
        (" TP.HCM sáng", "TP.HCM"),
        (" An Bình Chánh Đông Tây", "An Bình Chánh Đông"),
        (" O'Hare' ", "O'Hare"),
        (" đây", None),
        ("\nMai Pha", None),
    ],
)
def test_the_name_of_a_place_has_at_most_four_words_of_one_line(text: str, name: str | None) -> None:
    assert place_name_at(text, 0) == name


@pytest.mark.parametrize("opening", ["", "Hết. ", "Hết? ", "Hết… ", "Ông nói: ", "hết\n"])
def test_the_first_word_of_a_sentence_is_left_out_of_the_names_within(opening: str) -> None:
    assert within(f"{opening}Bão Mai Pha") == ["Mai Pha"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hôm nay ở TP. Hà Nội, ông GS. Trần Văn An nói.", ["TP", "Hà Nội", "GS", "Trần Văn An"]),
        ("He met Mr. Smith and Dr. Jane Roe in St. Louis.", ["Mr", "Smith", "Dr", "Jane Roe", "St", "Louis"]),
    ],
)
def test_a_name_after_an_abbreviation_is_not_at_the_start_of_a_sentence(text: str, found: list[str]) -> None:
    assert within(text) == found
