from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from newsdedup.languages import detect_language, known_languages

ROWS = [json.loads(line) for line in Path(__file__).with_name("news_sentences.jsonl").read_text("utf-8").splitlines()]
WITH_TABLES = ("vi", "en", "fr", "id")
IN_TABLES = [(text, row["language"]) for row in ROWS if row["language"] in WITH_TABLES for text in row["texts"]]
CLOSE = {"ms": "id"}  # a headline can be in both
URL = "https://news.example.com/item/the-story-of-the-day-1234.html"


def without_accents(text: str) -> str:
    marked = unicodedata.normalize("NFD", text.translate(str.maketrans("đĐ", "dD")))
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


@pytest.mark.parametrize(("text", "code"), IN_TABLES)
@pytest.mark.parametrize("form", ["NFC", "NFD", "upper"])
def test_a_short_text_in_a_language_with_tables_is_detected(text: str, code: str, form: str) -> None:
    assert detect_language(text.upper() if form == "upper" else unicodedata.normalize(form, text)) == code


@pytest.mark.parametrize("row", ROWS, ids=[row["language"] for row in ROWS])
@pytest.mark.parametrize("form", ["NFC", "NFD", "upper", "figures", "without accents"])
def test_a_short_text_in_another_language_is_never_taken_for_one_with_tables(row: dict[str, object], form: str) -> None:
    language = str(row["language"])
    for text in map(str, row["texts"] if language not in WITH_TABLES else ()):
        if form == "figures":
            text = f"12.345 | 6,7% | 2026-03-01 | {URL}\n{text}\n(+84) 24 3822"
        elif form == "without accents":
            text = without_accents(text)
        else:
            text = text.upper() if form == "upper" else unicodedata.normalize(form, text)
        assert detect_language(text) not in {*WITH_TABLES} - {CLOSE.get(language)}, text


def test_most_short_texts_of_other_languages_get_their_own_code() -> None:
    named = [(row["language"], detect_language(text)) for row in ROWS for text in row["texts"]]
    right = sum(language == code for language, code in named)
    assert right >= 0.95 * len(named)
    assert sum(code == "und" for _, code in named) <= 0.04 * len(named)


@pytest.mark.parametrize(
    "text",
    [
        "hoi nghi truc tuyen toan quoc",
        "Gia vang trong nuoc tang manh phien dau tuan",
        "Cong an bat giu hai nghi pham trong vu cuop ngan hang o Dong Nai",
        "ng dan dc khuyen cao ko ra duong khi bao do bo",
        "GIA XANG TANG HON 500 DONG MOI LIT TU CHIEU NAY",
    ],
)
def test_vietnamese_without_accents_is_vietnamese(text: str) -> None:
    assert detect_language(text) == "vi"


@pytest.mark.parametrize(
    "text",
    [
        "Man City thắng Arsenal 2-1 ở Premier League",
        "Samsung ra mắt Galaxy S30 Ultra tại Barcelona",
        "Elon Musk nói Tesla sẽ mở nhà máy ở Việt Nam",
        "bh mk ko bít phải làm j lun á",
    ],
)
def test_vietnamese_among_foreign_names_and_short_forms_is_vietnamese(text: str) -> None:
    assert detect_language(text) == "vi"


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Phạm Minh Chính said on Monday that the talks with the minister were over",
        "The police in Đà Nẵng have arrested two men over the theft of a painting, officials said",
    ],
)
def test_english_with_vietnamese_names_is_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize("text", ["", " ", "12345", "xyzzy plugh", "…!?", URL, "a", "-- 3,4 % --", "\ud800"])
def test_what_is_in_no_language_is_undetermined(text: str) -> None:
    assert detect_language(text) == "und"


@pytest.mark.parametrize(("text", "code"), [("Президент заявил", "ru"), ("Поліція повідомила про це", "uk")])
def test_languages_of_one_script_are_told_apart(text: str, code: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize(
    "word", ["giữa", "nghiêng", "khuỷu", "quyết", "uống", "yêu", "ngoằn", "xoong", "thuở", "khuya", "gì", "ngoéo", "đã"]
)
def test_the_word_form_of_vietnamese_matches_its_syllables(word: str) -> None:
    assert detect_language(f"{word} bình thường như mọi ngày") == "vi"
    assert re.fullmatch(known_languages()["vi"].word_form, without_accents(word))


def test_the_language_is_the_same_whatever_text_came_before() -> None:
    forth = [detect_language(text) for row in ROWS for text in row["texts"]]
    back = [detect_language(text) for row in reversed(ROWS) for text in reversed(row["texts"])]
    assert forth == back[::-1]
