"""Days, months and years counted back from the day of writing."""

from __future__ import annotations

from datetime import date

import pytest

import newsdedup as nd
from newsdedup.languages import known_languages
from newsdedup.text.dates.reader import read_dates

WRITTEN = date(2019, 7, 26)


def read(text: str, language: str, published: date | None = WRITTEN) -> list[tuple[str, str, str]]:
    mentions = read_dates(text, known_languages()[language], published)
    return [(text[one.start : one.end], one.value, one.qualifier) for one in mentions]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The dam burst two days ago.", "en", ("two days ago", "2019-07-24", "exact")),
        ("It opened just 11 days ago in Linz.", "en", ("11 days ago", "2019-07-15", "exact")),
        ("She left a day ago.", "en", ("a day ago", "2019-07-25", "exact")),
        ("He moved about three weeks ago.", "en", ("about three weeks ago", "2019-07-05", "about")),
        ("They met a month ago.", "en", ("a month ago", "2019-06", "about")),
        ("It closed 18 months ago.", "en", ("18 months ago", "2018-01", "about")),
        ("The mill burned five years ago.", "en", ("five years ago", "2014", "about")),
        ("More than twenty-five years ago, it stood.", "en", ("More than twenty-five years ago", "1994", "about")),
        ("Cách đây 2 ngày, đập vỡ.", "vi", ("Cách đây 2 ngày", "2019-07-24", "exact")),
        ("Hai tuần trước, đập vỡ.", "vi", ("Hai tuần trước", "2019-07-12", "about")),
        ("Vụ việc xảy ra cách đây một tháng.", "vi", ("cách đây một tháng", "2019-06", "about")),
        ("Cách nay gần 3 tháng, cầu sập.", "vi", ("Cách nay gần 3 tháng", "2019-04", "about")),
        ("Khoảng 2 ngày trước tại Hoa, đập vỡ.", "vi", ("Khoảng 2 ngày trước", "2019-07-24", "about")),
        ("Bà đến đây hai mươi năm trước.", "vi", ("hai mươi năm trước", "1999", "about")),
        ("Tiga hari lalu, banjir melanda.", "id", ("Tiga hari lalu", "2019-07-23", "exact")),
        ("Gempa terjadi dua minggu yang lalu.", "id", ("dua minggu yang lalu", "2019-07-12", "about")),
    ],
)
def test_so_many_units_ago_are_a_date(text: str, language: str, found: tuple[str, str, str]) -> None:
    assert read(text, language) == [found]
    assert read(text, language, None) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two days before the storm, shops closed.", "en"),
        ("It was found 66 million years ago.", "en"),
        ("Two and a half years ago, it fell.", "en"),
        ("It ended long ago.", "en"),
        ("Hai ngày trước khi bão vào, dân đã sơ tán.", "vi"),
        ("Anh đi 2 ngày trước đó.", "vi"),
        ("Cách đây hai năm rưỡi, cầu sập.", "vi"),
        ("Cách đây vài ngày, cầu sập.", "vi"),
        ("Nhà anh cách đây 2 km.", "vi"),
        ("Cách đây 3.000 năm, người xưa trồng lúa.", "vi"),
    ],
)
def test_other_distances_are_not_dates(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize("text", ["The dam burst two days ago.", "Cách đây 2 ngày, đập vỡ."])
def test_the_number_of_units_is_no_duration(text: str) -> None:
    assert [claim.kind for claim in nd.extract_figures(text, published_at=WRITTEN)] == ["date"]


def test_the_ends_of_the_calendar_stop_counting_back() -> None:
    assert read("It was 400 days ago, and 2 years ago.", "en", date(2, 1, 1)) == []
