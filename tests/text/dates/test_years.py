"""The years of days that print none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.languages import known_languages
from newsdedup.text.dates.reader import read_dates

WRITTEN = date(2025, 10, 15)


def values(text: str, language: str, published: date | None = WRITTEN) -> list[str]:
    return [one.value for one in read_dates(text, known_languages()[language], published)]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Officers jailed a suspect on April 19.", "en", "2025-04-19"),
        ("A clerk was robbed on Nov. 30.", "en", "2024-11-30"),
        ("On Jan. 9, two climbers fell from the wall.", "en", "2025-01-09"),
        ("The Dec. 21 blaze destroyed a mill.", "en", "2024-12-21"),
        ("He faces trial for the crash that killed three on March 2.", "en", "2025-03-02"),
        ("The boy who drowned on Feb. 8 will be buried here.", "en", "2025-02-08"),
        ("Bị cáo bị bắt ngày 2/4.", "vi", "2025-04-02"),
        ("Nạn nhân mất tích ngày 12/3.", "vi", "2025-03-12"),
        ("Vụ sạt lở xảy ra ngày 20/12 ở bản Hoa.", "vi", "2024-12-20"),
        ("Ngày 9/1, công an đã khởi tố vụ án.", "vi", "2025-01-09"),
        ("Anh Nam bị thương khi dập lửa hôm 28/2.", "vi", "2025-02-28"),
        ("Ngày 5/3, đập Suối Cạn vỡ.", "vi", "2025-03-05"),
        ("Kecelakaan terjadi pada 2 April.", "id", "2025-04-02"),
    ],
)
def test_what_has_happened_is_dated_in_the_past(text: str, language: str, value: str) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("The trial will open on Feb. 3.", "en", "2026-02-03"),
        ("He is due in court on Dec. 22.", "en", "2025-12-22"),
        ("The man, who was arrested last week, is scheduled to be tried on March 9.", "en", "2026-03-09"),
        ("Lawmakers face a Jan. 5 deadline.", "en", "2026-01-05"),
        ("The bridge stays closed until Dec. 1.", "en", "2025-12-01"),
        ("A vigil was planned for October 18.", "en", "2025-10-18"),
        ("Phiên toà sẽ mở ngày 2/4.", "vi", "2026-04-02"),
        ("Bị cáo sẽ bị xét xử vào ngày 3/12.", "vi", "2025-12-03"),
        ("Lễ hội dự kiến tổ chức vào ngày 12/6.", "vi", "2026-06-12"),
        ("Hạn chót nộp hồ sơ là ngày 20/12.", "vi", "2025-12-20"),
        ("Từ 1/12, giá vé tăng 10%.", "vi", "2025-12-01"),
        ("Ngày 20/10, đội tuyển tập trung tại Huế.", "vi", "2025-10-20"),
        ("Sidang akan digelar pada 3 Maret.", "id", "2026-03-03"),
    ],
)
def test_what_is_to_come_is_dated_in_the_future(text: str, language: str, value: str) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Hội chợ diễn ra từ 28/12 đến 3/1.", "vi", "2025-12-28/2026-01-03"),
        ("Mưa lớn từ ngày 28/9 đến ngày 3/11.", "vi", "2025-09-28/2025-11-03"),
        ("Từ 28/12 đến 3/1/2025, tuyết rơi.", "vi", "2024-12-28/2025-01-03"),
        ("The ban applies from Dec. 1 to Feb. 28.", "en", "2025-12-01/2026-02-28"),
        ("Ngày 28/12 đến ngày 3/1 năm ngoái, tuyết rơi.", "vi", "2023-12-28/2024-01-03"),
    ],
)
def test_a_range_never_ends_before_it_starts(text: str, language: str, value: str) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("A mill burned on Saturday, Dec. 20.", "en", "2025-12-20"),
        ("A mill burned on Friday, Dec. 20.", "en", "2024-12-20"),
        ("Chủ nhật ngày 16 tháng 11, chợ họp.", "vi", "2025-11-16"),
        ("A mill burned on Monday, Dec. 20.", "en", "2024-12-20"),
    ],
)
def test_a_printed_weekday_chooses_the_year(text: str, language: str, value: str) -> None:
    assert values(text, language) == [value]


def test_a_date_alone_is_the_nearest_with_the_past_preferred() -> None:
    assert values("ngày mồng 7 tháng 3", "vi", date(2017, 2, 2)) == ["2017-03-07"]
    assert values("17/9", "vi", date(2017, 2, 2)) == ["2016-09-17"]


def test_the_next_day_is_near_whatever_the_sentence_says() -> None:
    assert values("The mayor was shot on Oct. 16.", "en") == ["2025-10-16"]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "Giải Copa 2019 khai mạc ngày 14/6 tại Brazil, sau vụ cháy ngày 8/2/2018.",
            "vi",
            ["2019-06-14", "2018-02-08"],
        ),
        ("World Cup 2022 began on Nov. 20.", "en", ["2022-11-20"]),
        ("After Expo 2010 on May 1, 2009, it closed on July 4.", "en", ["2009-05-01", "XXXX-07-04"]),
        ("SEA Games 31 khai mạc ngày 12/5.", "vi", ["XXXX-05-12"]),
        ("Euro 2016 is over. It closed on July 4.", "en", ["XXXX-07-04"]),
    ],
)
def test_a_name_lends_its_year_to_days_without_one(text: str, language: str, found: list[str]) -> None:
    assert values(text, language, None) == found


def test_the_day_of_publication_comes_before_the_year_of_a_name() -> None:
    assert values("Trước thềm Euro 2016, đội tuyển tập trung ngày 10/9.", "vi", date(2015, 9, 12)) == ["2015-09-10"]


@given(st.dates(), st.dates(), st.sampled_from(["was hurt on", "will open on", "the", "until"]))
def test_a_day_without_a_year_is_at_most_a_year_away(written: date, day: date, words: str) -> None:
    text = f"It {words} {day.strftime('%B')} {day.day}."
    (found,) = values(text, "en", written)
    assert found.startswith("XXXX") or abs(int(found[:4]) - written.year) <= 1
