"""Days given by words alone, and up to which of them something is counted."""

from __future__ import annotations

from datetime import date

import pytest

from newsdedup.languages import known_languages
from newsdedup.text.dates.mention import DateMention
from newsdedup.text.dates.reader import read_dates

WRITTEN = date(2025, 10, 15)  # a Wednesday


def mentions(text: str, language: str) -> list[DateMention]:
    return read_dates(text, known_languages()[language], WRITTEN)


@pytest.mark.parametrize(
    ("text", "language", "words", "moment"),
    [
        ("As of 5 p.m. Tuesday, 12 people had died.", "en", "As of 5 p.m. Tuesday", "2025-10-14T17:00"),
        ("It rose to 12 as of noon Friday.", "en", "as of noon Friday", "2025-10-10T12:00"),
        ("As of early Tuesday, 12 were dead.", "en", "As of early Tuesday", "2025-10-14"),
        ("As of Tuesday at 5:30 p.m., 12 were dead.", "en", "As of Tuesday at 5:30 p.m.", "2025-10-14T17:30"),
        ("As of 12 a.m. on Sunday, 12 were dead.", "en", "As of 12 a.m. on Sunday", "2025-10-12T00:00"),
        ("Some 6,301 had died by Tuesday.", "en", "by Tuesday", "2025-10-14"),
        ("Tính đến tối qua, 26 người chết.", "vi", "Tính đến tối qua", "2025-10-14"),
        ("Đến 10h sáng nay, 38 người chết.", "vi", "Đến 10h sáng nay", "2025-10-15T10:00"),
        ("Lũ làm 38 người chết, tính đến 16h30 chiều qua.", "vi", "tính đến 16h30 chiều qua", "2025-10-14T16:30"),
        ("Tính đến thời điểm 5h chiều qua, lũ rút.", "vi", "Tính đến thời điểm 5h chiều qua", "2025-10-14T17:00"),
        ("Đến sáng nay, lũ rút.", "vi", "Đến sáng nay", "2025-10-15"),
        ("Hingga Selasa pukul 17.00 WIB, lima orang tewas.", "id", "Hingga Selasa pukul 17.00 WIB", "2025-10-14T17:00"),
    ],
)
def test_a_day_in_words_may_be_the_one_up_to_which_is_counted(
    text: str, language: str, words: str, moment: str
) -> None:
    (one,) = mentions(text, language)
    assert (text[one.start : one.end], one.moment, one.role) == (words, moment, "as_of")


@pytest.mark.parametrize(
    ("text", "language"),
    [("Đoàn xe đến hôm qua.", "vi"), ("Rombongan sampai kemarin.", "id"), ("It must be ready by tomorrow.", "en")],
)
def test_arriving_and_days_to_come_are_no_end_of_counting(text: str, language: str) -> None:
    assert [one.role for one in mentions(text, language)] == [None]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Sunday's market was closed.", "en", "2025-10-12"),
        ("Two died late Thursday night.", "en", "2025-10-09"),
        ("Early Sunday, it rained.", "en", "2025-10-12"),
        ("Sáng thứ Hai, mưa lớn.", "vi", "2025-10-13"),
        ("Pada Senin malam, hujan.", "id", "2025-10-13"),
    ],
)
def test_weekdays_are_read_with_their_parts_and_endings(text: str, language: str, value: str) -> None:
    assert [one.value for one in mentions(text, language)] == [value]
