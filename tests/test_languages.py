from __future__ import annotations

import re

import pytest

from newsdedup.languages import detect_language, known_languages, language_of
from newsdedup.text import normalise


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hội nghị được kết nối đến hơn 10.000 điểm cầu", "vi"),
        ("Police said that two people were killed in the crash on Monday", "en"),
        ("Le président a dit que les mesures sont dans le projet de loi pour cette année", "fr"),
        ("Pemerintah mengatakan bahwa kebijakan itu akan berlaku untuk semua warga di Jakarta dan tidak ada", "id"),
        ("東京でイベントが開催されました", "ja"),
        ("北京举行新闻发布会", "zh"),
        ("서울에서 회의가 열렸다", "ko"),
        ("การประชุมจัดขึ้นที่กรุงเทพ", "th"),
        ("Президент заявил", "ru"),
        ("قال الرئيس", "ar"),
        ("xyzzy plugh", "und"),
        ("12345", "und"),
    ],
)
def test_the_language_of_a_text_is_told_offline(text: str, code: str) -> None:
    assert detect_language(text) == code


def test_regional_codes_find_their_language() -> None:
    assert language_of("en-GB") is language_of("EN_us") is known_languages()["en"]
    assert language_of("xx") is None
    assert language_of(None) is None


@pytest.mark.parametrize("code", ["vi", "en"])
def test_the_patterns_of_a_language_compile_and_its_words_are_in_lower_case(code: str) -> None:
    language = known_languages()[code]
    for pattern in (*language.furniture, *language.ends_article, *language.not_figures, *language.number_of):
        re.compile(normalise(pattern).plain)
    for table in (language.qualifiers_before, language.scales, language.durations, language.currencies):
        assert all(word == word.lower() for word in table)
