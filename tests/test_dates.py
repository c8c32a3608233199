from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.figures.dates import read_dates
from newsdedup.languages import known_languages


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
    ],
)
def test_english_dates_are_read(text: str, value: str) -> None:
    assert read(f"The talks held {text} ended.", "en") == [(text, value)]


@pytest.mark.parametrize(
    "text", ["1/3 dân số", "tỷ số 2-1", "32/13", "30/2/2025", "1.2.3.4", "trong 2 ngày", "số 12/2025/QĐ"]
)
def test_fractions_scores_and_days_that_do_not_exist_are_no_dates(text: str) -> None:
    assert read(text) == []


def test_a_day_of_a_duration_is_not_the_word_of_a_date() -> None:
    assert read("Trong 2 ngày 14 và 15/6, các đại biểu") == [("14 và 15/6", "XXXX-06-14/XXXX-06-15")]


def test_a_missing_year_is_the_one_nearest_to_publication() -> None:
    assert read("ngày 31/12", published=date(2014, 1, 2)) == [("ngày 31/12", "2013-12-31")]
    assert read("ngày 2/1", published=date(2013, 12, 30)) == [("ngày 2/1", "2014-01-02")]


def test_a_date_says_whether_it_counts_until_then_or_dates_a_paper() -> None:
    text = "Đến ngày 25/7, theo nghị quyết 18-NQ/TW ngày 1/7/2025, họp ngày 28/7"
    assert [one.role for one in read_dates(text, known_languages()["vi"])] == ["as_of", "document", None]


@given(st.text(st.sampled_from("0123456789/-. ngàythá246năm"), max_size=60), st.none() | st.dates())
def test_reading_never_fails_and_spans_never_overlap(text: str, published: date | None) -> None:
    mentions = read_dates(text, known_languages()["vi"], published)
    assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))
