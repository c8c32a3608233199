from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.text.composition import INVISIBLE
from newsdedup.text.normal_form import normalise, spelling
from newsdedup.text.tokens import tokens

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


def spoken(text: str) -> list[str]:
    return tokens(normalise(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà bình", "hòa bình"),
        ("uỷ viên", "ủy viên"),
        ("khoẻ", "khỏe"),
        ("HOÀ", "HÒA"),
        ("ba triệu người", "ba triêụ ngươì"),
        ("BUỔI ĐẦU", "BUÔỈ ĐÂÙ"),
        ("báo cáo", unicodedata.normalize("NFD", "báo cáo")),
        ("Ðà Nẵng ðẹp", "Đà Nẵng đẹp"),
        ("điểm cầu", "điểm\u200b cầu\ufeff"),
        ("trực tuyến", "trực tu\u00adyến"),
        ("10.000 điểm", "10.000\u00a0điểm"),
        ("ngày 14/6/2025", "ngày 14/6/٢٠٢٥"),
        ("12 người", "१२ người"),
        ("12 people", "𝟏𝟐 people"),
    ],
)
def test_spellings_of_one_word_compare_equal(one: str, other: str) -> None:
    assert spoken(one) == spoken(other)


def test_a_text_keeps_its_own_spelling_and_the_normal_one() -> None:
    text = normalise("Hòa\u00a0Bình: ba triêụ")
    assert (text.plain, text.spelt) == ("Hoà Bình: ba triệu", "Hòa Bình: ba triêụ")


def test_every_decimal_digit_is_one_of_ascii() -> None:
    digits = "".join(filter(str.isdecimal, map(chr, range(sys.maxunicode + 1))))
    normal = normalise(digits)
    assert normal.plain == spelling(digits) == "".join(str(unicodedata.decimal(one)) for one in digits)
    assert normal.quote(0, len(digits)) == digits


def test_tags_and_selectors_are_invisible_as_joiners_are() -> None:
    hidden = "\u00ad\u034f\u061c\u180e\u200b\u2060\u3164\ufe0f\ufeff\U0001d173\U000e0041\U000e0100"
    assert normalise(hidden.join("12 người")).plain == "12 người"
    assert spelling(hidden.join("12 người")) == "12 người"


def test_words_that_differ_only_in_tone_stay_apart() -> None:
    assert spoken("hoa") != spoken("hoà") != spoken("hoá")


@given(ANY_TEXT)
def test_every_span_leads_back_to_the_original(text: str) -> None:
    normal = normalise(text)
    for position in range(len(normal.plain)):
        start, end = normal.span(position, position + 1)
        assert 0 <= start < end <= len(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_decomposed_text_has_the_same_tokens(text: str) -> None:
    assert spoken(unicodedata.normalize("NFD", text)) == spoken(unicodedata.normalize("NFC", text))


@given(st.lists(st.sampled_from(["hội", "nghị", "10.000", "điểm", "cầu", "hòa"]), min_size=1), st.data())
def test_invisible_characters_change_no_token_and_no_span(words: list[str], data: st.DataObject) -> None:
    clean = " ".join(words)
    place = data.draw(st.integers(0, len(clean)))
    dirty = clean[:place] + data.draw(st.sampled_from(INVISIBLE)) + clean[place:]
    normal = normalise(dirty)
    assert normal.plain == normalise(clean).plain
    quoted = "".join(normal.quote(i, i + 1) for i in range(len(normal.plain)))
    assert quoted == clean


@given(ANY_TEXT)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text).plain
    assert normalise(once).plain == once


@given(ANY_TEXT)
def test_folded_text_has_the_offsets_of_plain_text(text: str) -> None:
    normal = normalise(text)
    assert len(normal.folded) == len(normal.plain)
