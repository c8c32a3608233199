from __future__ import annotations

import itertools
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.languages import Dates, known_languages
from newsdedup.text.dates.reader import read_dates, read_signed_dates


def read(text: str, language: str = "vi", published: date | None = None) -> list[tuple[str, str]]:
    mentions = read_dates(text, known_languages()[language], published)
    return [(text[one.start : one.end], one.value) for one in mentions]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sáng 14/6", "XXXX-06-14"),
        ("Ngày 5 tháng 10 năm 2013", "2013-10-05"),
        ("ngày 13/6/2025", "2025-06-13"),
        ("14 - 15/6", "XXXX-06-14/XXXX-06-15"),
        ("14 và 15/6", "XXXX-06-14/XXXX-06-15"),
        ("30/4-1/5", "XXXX-04-30/XXXX-05-01"),
        ("cuối năm 2017", "2017-12"),
        ("tháng 10/2013", "2013-10"),
        ("năm 2015", "2015"),
        ("ngày 30-10", "XXXX-10-30"),
        ("chiều tối thứ Hai, ngày 1/4", "XXXX-04-01"),
        ("2025-06-14", "2025-06-14"),
        ("25.10.2013", "2013-10-25"),
        ("ngày mồng 3 tháng 3 năm 2017", "2017-03-03"),
        ("mùng 5 tháng 9", "XXXX-09-05"),
        ("thứ hai ngày mồng 6 tháng 2", "XXXX-02-06"),
        ("7/3", "XXXX-03-07"),
        ("ngày 28, 29 và 30/10", "XXXX-10-28/XXXX-10-30"),
        ("ngày 28/12 đến ngày 3/1", "XXXX-12-28/XXXX-01-03"),
        ("từ ngày 14 đến 16/6/2025".removeprefix("từ "), "2025-06-14/2025-06-16"),
        ("quý 3/2013", "2013-07/2013-09"),
        ("quý IV năm 2014", "2014-10/2014-12"),
        ("quý I", "XXXX-01/XXXX-03"),
        ("đầu tháng 8/2013", "2013-08"),
        ("năm 2014-2018", "2014/2018"),
        ("năm 2013 và 2014", "2013/2014"),
        ("ngày 20.10", "XXXX-10-20"),
        ("chiều 30.4", "XXXX-04-30"),
        ("ngày 28-30.10", "XXXX-10-28/XXXX-10-30"),
        ("tháng 9.2012", "2012-09"),
        ("ngày 23 và 24-10", "XXXX-10-23/XXXX-10-24"),
        ("ngày 5 đến 16-11-2013", "2013-11-05/2013-11-16"),
    ],
)
def test_vietnamese_dates_are_read_with_their_words(text: str, value: str) -> None:
    assert read(f"Hội nghị họp {text}, tại đây.") == [(text, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("June 14, 2025", "2025-06-14"),
        ("14 June 2025", "2025-06-14"),
        ("June 14-15", "XXXX-06-14/XXXX-06-15"),
        ("Oct. 3", "XXXX-10-03"),
        ("10/25/2016", "2016-10-25"),
        ("June 2016", "2016-06"),
        ("late 2015", "2015-12"),
        ("October 23rd, 2015", "2015-10-23"),
        ("23rd of October", "XXXX-10-23"),
        ("June 14 to 16, 2025", "2025-06-14/2025-06-16"),
        ("June 30 - July 2, 2025", "2025-06-30/2025-07-02"),
        ("14 through 16 June", "XXXX-06-14/XXXX-06-16"),
    ],
)
def test_english_dates_are_read(text: str, value: str) -> None:
    assert read(f"The talks held {text} ended.", "en") == [(text, value)]


@pytest.mark.parametrize(
    "text",
    [
        "1/3 dân số",
        "tỷ số 2-1",
        "32/13",
        "30/2/2025",
        "1.2.3.4",
        "trong 2 ngày",
        "số 12/2025/QĐ",
        "lớp 7/3",
        "mùng 10 tháng 3 âm lịch",
        "mồng 3 Tết",
        "tăng đến 9.5 điểm",
        "thắng lợi 6/1",
    ],
)
def test_fractions_scores_and_days_that_do_not_exist_are_not_dates(text: str) -> None:
    assert read(text) == []


def test_a_day_of_a_duration_is_not_the_word_of_a_date() -> None:
    assert read("Trong 2 ngày 14 và 15/6, các đại biểu") == [("14 và 15/6", "XXXX-06-14/XXXX-06-15")]


def test_the_end_of_a_span_is_not_a_moment_of_counting() -> None:
    roles = [one.role for one in read_dates("Từ ngày 3/2 đến hết ngày 5/2, mưa", known_languages()["vi"])]
    assert roles == [None, None]


def test_years_and_days_after_a_count_leave_it_its_unit() -> None:
    assert read("Trong hai năm 2014-2015, tỉnh") == [("2014-2015", "2014/2015")]
    assert read("Trong hai ngày 19 và 20/10, mưa") == [("19 và 20/10", "XXXX-10-19/XXXX-10-20")]


@pytest.mark.parametrize(
    ("text", "language", "words", "value"),
    [
        ("Từ tháng 11 năm ngoái, giá", "vi", "tháng 11 năm ngoái", "2012-11"),
        ("Trong quý 3 năm trước, lãi", "vi", "quý 3 năm trước", "2012-07/2012-09"),
        ("Hôm 3/12 năm sau, toà", "vi", "Hôm 3/12 năm sau", "2014-12-03"),
        ("Hồi tháng 2, bão", "vi", "tháng 2", "2013-02"),
        ("Ngày 3/3 vừa qua, bão", "vi", "Ngày 3/3", "2013-03-03"),
        ("Ngày 3/3 tới, bão", "vi", "Ngày 3/3", "2014-03-03"),
        ("Vào tháng 2 tới, hội chợ", "vi", "tháng 2", "2014-02"),
        ("Giữa tháng 4, bão", "vi", "Giữa tháng 4", "2013-04"),
        ("Vào tháng 12, hội chợ", "vi", "tháng 12", "2013-12"),
        ("It burnt on June 14 last year.", "en", "June 14 last year", "2012-06-14"),
        ("Pada 14/6 tahun lalu.", "id", "14/6 tahun lalu", "2012-06-14"),
    ],
)
def test_words_near_a_date_give_its_year(text: str, language: str, words: str, value: str) -> None:
    assert read(text, language, date(2013, 10, 22)) == [(words, value)]


def test_a_day_that_no_near_year_has_keeps_its_year_unknown() -> None:
    assert read("ngày 29/2 tới", published=date(2013, 10, 22)) == [("ngày 29/2", "XXXX-02-29")]


def test_a_clock_before_a_date_is_not_a_duration() -> None:
    for clock in ("15h30", "15:30", "15 giờ 30"):
        assert read(f"Lúc {clock} ngày 3/4, lửa bùng lên") == [("ngày 3/4", "XXXX-04-03")]


def test_a_missing_year_is_the_one_nearest_to_publication() -> None:
    assert read("ngày 31/12", published=date(2014, 1, 2)) == [("ngày 31/12", "2013-12-31")]
    assert read("ngày 2/1", published=date(2013, 12, 30)) == [("ngày 2/1", "2014-01-02")]


@pytest.mark.parametrize(
    ("text", "language", "words", "value"),
    [
        ("Tối qua, xe khách lật.", "vi", "Tối qua", "2025-06-17"),
        ("Hội nghị khai mạc hôm nay.", "vi", "hôm nay", "2025-06-18"),
        ("Vụ cháy xảy ra sáng thứ Hai.", "vi", "thứ Hai", "2025-06-16"),
        ("Trận đấu tối thứ bảy tới.", "vi", "thứ bảy", "2025-06-21"),
        ("Police said yesterday that", "en", "yesterday", "2025-06-17"),
        ("A bus crashed on Tuesday.", "en", "Tuesday", "2025-06-17"),
        ("It opened on Wednesday.", "en", "Wednesday", "2025-06-18"),
        ("It opened last Wednesday.", "en", "Wednesday", "2025-06-11"),
        ("The board will meet on Friday.", "en", "Friday", "2025-06-20"),
        ("It will open Wednesday.", "en", "Wednesday", "2025-06-18"),
        ("Hội đồng sẽ họp sáng thứ Sáu.", "vi", "thứ Sáu", "2025-06-20"),
        ("It opens next Friday.", "en", "Friday", "2025-06-20"),
        ("Kecelakaan terjadi pada Senin.", "id", "Senin", "2025-06-16"),
        ("Pertemuan digelar kemarin.", "id", "kemarin", "2025-06-17"),
    ],
)
def test_relative_days_need_the_day_of_writing(text: str, language: str, words: str, value: str) -> None:
    assert read(text, language) == []
    assert read(text, language, date(2025, 6, 18)) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("người thứ hai, lần thứ ba, ngày nay", "vi"),
        ("Black Friday sales, every Monday, in today's world", "en"),
        ("Tuesday, June 17", "en"),
    ],
)
def test_other_meanings_of_weekdays_are_not_read_as_days(text: str, language: str) -> None:
    assert len(read(text, language, date(2025, 6, 18))) == (1 if "June" in text else 0)


def test_the_ends_of_the_calendar_do_no_harm() -> None:
    assert read("yesterday and tomorrow", "en", date.min) == [("tomorrow", "0001-01-02")]
    assert read("yesterday and tomorrow", "en", date.max) == [("yesterday", "9999-12-30")]


def test_indonesian_dates_are_read() -> None:
    assert read("Pada Senin, 14 Juni 2025, dan 3-5 Agustus", "id") == [
        ("Senin, 14 Juni 2025", "2025-06-14"),
        ("3-5 Agustus", "XXXX-08-03/XXXX-08-05"),
    ]


def test_a_date_has_the_role_of_a_count_up_to_it_or_of_the_date_of_a_paper() -> None:
    text = "Đến ngày 25/7, theo nghị quyết 18-NQ/TW ngày 1/7/2025, họp ngày 28/7"
    assert [one.role for one in read_dates(text, known_languages()["vi"])] == ["as_of", "document", None]


@given(
    st.text(st.sampled_from("0123456789/-. ngàythá246nămôqua, June to Tuesday"), max_size=60), st.none() | st.dates()
)
def test_reading_never_fails_and_spans_never_overlap(text: str, published: date | None) -> None:
    for language in ("vi", "en", "id"):
        mentions = read_dates(text, known_languages()[language], published)
        assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))


def test_a_month_in_lower_case_is_read_only_where_the_language_writes_it_so() -> None:
    english = known_languages()["en"]
    lower = evolve(english, dates=evolve(english.dates, lower_case_months=True))
    text = "On 20 may the river rose."
    assert read_dates(text, english) == []
    assert [one.value for one in read_dates(text, lower)] == ["XXXX-05-20"]


def test_signs_for_year_month_and_day_need_no_language() -> None:
    assert [one.value for one in read_signed_dates("2025年6月14日上午, 13月1日, 10月23日")] == [
        "2025-06-14",
        "XXXX-10-23",
    ]


def test_a_language_without_words_for_dates_has_none() -> None:
    english = known_languages()["en"]
    assert read_dates("On June 14, 2025 it rained.", evolve(english, dates=Dates())) == []


def test_two_digits_of_a_year_are_of_the_last_or_of_this_century() -> None:
    assert read("ngày 3/4/98 và ngày 3/4/24") == [("ngày 3/4/98", "1998-04-03"), ("ngày 3/4/24", "2024-04-03")]
