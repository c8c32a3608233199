"""Words that look like numerals and count nothing, and numerals in unusual letters."""

from __future__ import annotations

import unicodedata

import pytest

import newsdedup as nd


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "text",
    [
        "Dự án là đòn bẩy giúp tỉnh phát triển.",
        "Công ty dùng đòn bẩy tài chính.",
        "Ba giết con rồi, anh khuỵu trước cổng.",
        "Ba nói với con: hãy cố lên.",
        "Ba ơi, mình về thôi.",
        "Phim Mười hai con giáp chiếu lại.",
        "Hai tay ôm con, anh khóc.",
    ],
)
def test_vietnamese_words_that_are_no_numerals_here(text: str, form: str) -> None:
    assert nd.extract_figures(unicodedata.normalize(form, text), language="vi") == []


def test_the_same_words_count_elsewhere() -> None:
    found = nd.extract_figures("Ba người chết, bẩy người bị thương, ba con bò chết.", language="vi")
    assert [claim.value for claim in found] == [3, 7, 3]


@pytest.mark.parametrize(
    "text",
    [
        "Thieves drove a four - by - four car into the shop.",
        "He bought a two-by-four.",
        "They held one-on-one talks.",
        "They play five-a-side football.",
        "He wrote it on a 3-by-5 card.",
        "He drives a 4x4.",
        "It is a one-two punch.",
    ],
)
def test_numbers_that_a_word_crosses_count_nothing(text: str) -> None:
    assert nd.extract_figures(text, language="en") == []


def test_full_width_letters_and_digits_are_plain_ones() -> None:
    one, two = nd.extract_figures("Có １２ người chết, ３４ ＮＧƯỜＩ bị thương.", language="vi")
    assert (one.value, one.role, two.value, two.role) == (12, "dead", 34, "injured")
    assert one.text == "１２"


def test_numerals_in_capitals_count_where_what_they_count_is_clear() -> None:
    found = nd.extract_figures("LŨ LÀM HAI NGƯỜI CHẾT, BA NGƯỜI MẤT TÍCH Ở HUYỆN BA VÌ.", language="vi")
    assert [(claim.value, claim.role) for claim in found] == [(2, "dead"), (3, "missing")]
