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


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The dam burst on the 14th.", "en", ("the 14th", "2025-10-14", None)),
        ("He was last seen on the 28th, police said.", "en", ("the 28th", "2025-09-28", None)),
        ("The court will sit on the 20th.", "en", ("the 20th", "2025-10-20", None)),
        ("Some 40 were dead as of the 12th.", "en", ("as of the 12th", "2025-10-12", "as_of")),
        ("It rained on the night of the 3rd and 4th.", "en", ("the 3rd", "2025-10-03", None)),
        ("Vụ cháy xảy ra vào ngày 14, làm hư nhà.", "vi", ("ngày 14", "2025-10-14", None)),
        ("Sáng ngày 28, anh đi biển.", "vi", ("ngày 28", "2025-09-28", None)),
        ("Lũ quét qua bản đêm ngày 3 vừa qua.", "vi", ("ngày 3", "2025-10-03", None)),
        ("Tính đến ngày 12, lũ rút.", "vi", ("Tính đến ngày 12", "2025-10-12", "as_of")),
        ("Từ ngày 18, trời rét.", "vi", ("ngày 18", "2025-10-18", None)),
        ("Chiều ngày 9 tại Huế, cầu sập.", "vi", ("ngày 9", "2025-10-09", None)),
    ],
)
def test_a_day_may_be_given_by_its_number_alone(text: str, language: str, found: tuple[str, str, str | None]) -> None:
    (one, *_) = mentions(text, language)
    assert (text[one.start : one.end], one.value, one.role) == found
    assert read_dates(text, known_languages()[language]) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He made a birdie on the 14th.", "en"),
        ("They live on the 14th floor.", "en"),
        ("She finished on the 40th.", "en"),
        ("Chợ họp vào ngày 14, mỗi tháng một lần.", "vi"),
        ("Trong 2 ngày 14, 15 mưa lớn.", "vi"),
        ("Lễ vào ngày 14 âm lịch.", "vi"),
    ],
)
def test_other_ordinals_and_days_of_every_month_are_no_dates(text: str, language: str) -> None:
    assert mentions(text, language) == []


def test_there_may_be_no_such_day_near_the_day_of_writing() -> None:
    english = known_languages()["en"]
    assert [one.value for one in read_dates("It fell on the 31st.", english, date(2025, 3, 10))] == []
    assert read_dates("It fell on the 2nd.", english, date.min) == []


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("The dam burst on Wednesday, police said.", "en", "2025-10-15"),  # the paper's own weekday is today
        ("The dam burst on Thursday.", "en", "2025-10-09"),
        ("The dam burst last Wednesday.", "en", "2025-10-08"),
        ("The dam burst on Monday of last week.", "en", "2025-10-06"),
        ("The dam opens Friday of next week.", "en", "2025-10-24"),
        ("Người dân sơ tán từ thứ Năm tuần trước.", "vi", "2025-10-09"),
        ("Họ sẽ họp vào thứ Sáu tuần tới.", "vi", "2025-10-24"),
        ("Họ họp vào thứ Hai tuần này.", "vi", "2025-10-13"),
        ("Vào thứ năm tuần qua, đập vỡ.", "vi", "2025-10-09"),
        ("Đập vỡ vào thứ Tư.", "vi", "2025-10-15"),
        ("Le barrage a cédé lundi de la semaine dernière.", "fr", "2025-10-06"),
        ("Bendungan jebol Senin pekan lalu.", "id", "2025-10-06"),
    ],
)
def test_a_weekday_is_counted_from_the_day_of_publication(text: str, language: str, day: str) -> None:
    assert [one.value for one in mentions(text, language)] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He is due in court on Monday.", "2025-10-20"),
        ("An autopsy is set for Friday.", "2025-10-17"),
        ("They will be arraigned at 10:30 a.m. Thursday.", "2025-10-16"),
        ("The case will be presented to the office of the county prosecutor in the city Friday.", "2025-10-17"),
        ("Crews raced toward a Friday deadline.", "2025-10-17"),
        ("He said Monday that he will run.", "2025-10-13"),
        ("The law will stay in force after a court on Tuesday refused to lift it.", "2025-10-14"),
        ("The senator on Sunday said he would vote against it.", "2025-10-12"),
    ],
)
def test_a_weekday_is_to_come_only_where_the_words_before_it_surely_say_so(text: str, day: str) -> None:
    assert [one.value for one in mentions(text, "en")] == [day]


def test_the_fifth_of_a_row_is_no_thursday() -> None:
    assert mentions("Đội xếp thứ năm trên bảng.", "vi") == []
