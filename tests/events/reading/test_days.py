"""The days that articles tell: read, resolved against publication, compared."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.articles.article import Article
from newsdedup.events.reading.days import day_of, days_in_common, resolved_days
from newsdedup.events.reading.views import read_views, whole_text
from newsdedup.kernels.day_codes import FIRST_QUARTER, MOST_DAYS, OPENING_WORDS, PART_FROM
from newsdedup.kernels.ragged import Ragged
from newsdedup.languages import language_of
from newsdedup.text.page import page_of

pytestmark = pytest.mark.kernels

THURSDAY = date(2025, 10, 16)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def in_words(code: int) -> str:
    """A resolved day: an ISO date, "10-14" without a year, or a day of the week."""
    if code >= 512:
        return date.fromordinal(code).isoformat()
    return WEEKDAYS[code - 1] if code < 8 else f"{code // 32}-{code % 32}"


def days_told(*articles: Article, view: str = "days") -> Ragged:
    published = np.array([day_of(article.published_at) for article in articles])
    return resolved_days(read_views(articles, threads=1)[view], published)


def told(text: str, language: str = "vi", published: date | None = THURSDAY, view: str = "days") -> list[str]:
    article = Article(text, language=language, published_at=published)
    return [in_words(code) for code in days_told(article, view=view)[0].tolist()]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Khoảng 5h sáng 3/9 trên quốc lộ 14", "2025-09-03"),
        ("xảy ra ngày 14/10", "2025-10-14"),
        ("ngày 14-10-2025", "2025-10-14"),
        ("Ngày 5.8.2013, ông được điều động", "2013-08-05"),
        ("tại TP. HCM (14/10)", "2025-10-14"),
        ("ngày 14 tháng 10", "2025-10-14"),
        ("mùng 5 tháng 3 năm 2024", "2024-03-05"),
        ("14 tháng 10/2024 tại Huế", "2024-10-14"),
        ("vụ cháy ngày 14/10 năm ngoái", "2024-10-14"),
        ("mở cửa 2025-10-14", "2025-10-14"),
        ("rạng sáng nay, hai xe khách", "2025-10-16"),
        ("xe tải lật tối qua", "2025-10-15"),
        ("hôm thứ Ba, công an", "2025-10-14"),
        ("sáng thứ Hai (13/10), hai xe", "2025-10-13"),
    ],
)
def test_a_vietnamese_day(text: str, day: str) -> None:
    assert told(text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("shot dead early on Sept. 3, police said", "2025-09-03"),
        ("on Dec.14 in Lyon", "2025-12-14"),
        ("on October 14, 2024, in Lyon", "2024-10-14"),
        ("14 October 2024", "2024-10-14"),
        ("the 14th of October", "2025-10-14"),
        ("Oct. 14th", "2025-10-14"),
        ("10/14/2024", "2024-10-14"),
        ("Monday, Oct. 14, 2013: a quiet day", "2013-10-14"),
        ("in March 2024 and on March 3 last year", "2024-03-03"),
        ("was shot on Sunday", "2025-10-12"),
        ("was shot last Thursday", "2025-10-09"),
        ("opens next Friday", "2025-10-17"),
        ("will open to visitors on Monday", "2025-10-20"),
        ("The hall will open. He left on Monday", "2025-10-13"),
        ("died yesterday", "2025-10-15"),
        ("the day before yesterday", "2025-10-14"),
    ],
)
def test_an_english_day(text: str, day: str) -> None:
    assert told(text, "en") == [day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("từ ngày 14 đến 16/10", ["2025-10-14", "2025-10-16"]),
        ("các ngày 14, 15 và 16/10", ["2025-10-14", "2025-10-15", "2025-10-16"]),
        ("ngày 14/10 - 16/10", ["2025-10-14", "2025-10-16"]),
        ("ngày 30 và ngày 31 tháng 12", ["2025-12-30", "2025-12-31"]),
    ],
)
def test_several_days_of_one_month(text: str, days: list[str]) -> None:
    assert told(text) == days


def test_a_range_with_the_name_of_a_month_tells_its_first_and_last_day() -> None:
    assert told("from June 14-16, and July 30 to August 2, 2024", "en") == [
        "2024-08-02",
        "2025-06-14",
        "2025-06-16",
        "2025-07-30",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("lớp 12/5, tỷ số 2-1, trên 14/10, trực 24/7, được 3/4 số phiếu", "vi"),
        ("người thứ hai và 31/2, ngày 40/10, lúc 17:30", "vi"),
        ("giá 1.200 đồng, 1,5 triệu, ngày 10/3 âm lịch", "vi"),
        ("20 may have died, as they march 3 miles", "en"),
        ("Black Friday sales in today's world", "en"),
        ("3/4 of them, 911 calls, 7-11", "en"),
    ],
)
def test_what_is_no_day(text: str, language: str) -> None:
    assert told(text, language) == []


@pytest.mark.parametrize("text", ["police said on Monday", "Updated: Apr 4, 2025", "he told reporters Tuesday"])
def test_the_day_of_a_report_is_not_told(text: str) -> None:
    assert told(text, "en") == []


def test_the_day_of_a_document_is_not_told() -> None:
    assert told("theo Nghị quyết số 60-NQ/TW ngày 12/4/2025, tỉnh họp ngày 14/10") == ["2025-10-14"]
    assert told("thông qua nghị quyết ngày 14/10") == ["2025-10-14"]


def test_a_phrase_does_not_cross_the_end_of_a_sentence() -> None:
    assert told("That is what he said.\nOn Monday, two men", "en") == ["2025-10-13"]


def test_other_languages() -> None:
    assert told("14 Oktober 2025, tanggal 5 Mei, hari Senin lalu", "id") == ["2025-05-05", "2025-10-13", "2025-10-14"]
    assert told("am 14.10.2024, gestern", "de") == ["2024-10-14"]


def test_without_a_day_of_publication_a_day_is_told_as_far_as_it_is_known() -> None:
    text = "ngày 14/10, 15/10/2024, hôm thứ Ba, hôm qua, 16/10 năm ngoái"
    assert told(text, published=None) == ["Tuesday", "10-14", "10-16", "2024-10-15"]


def test_a_day_without_a_year_is_the_nearest_to_publication() -> None:
    assert told("ngày 30/12", published=date(2025, 1, 2)) == ["2024-12-30"]
    assert told("ngày 2/1", published=date(2024, 12, 30)) == ["2025-01-02"]
    assert told("ngày 29/2", published=date(2025, 1, 2)) == ["2024-02-29"]


def test_the_opening_is_the_first_words() -> None:
    text = "ngày 14/10 " + "mưa " * OPENING_WORDS + "ngày 3/9"
    assert told(text, view="opening_days") == ["2025-10-14"]
    assert told(text) == ["2025-09-03", "2025-10-14"]


def test_days_come_in_the_order_of_the_text_each_once_and_not_without_end() -> None:
    days = [date(2025, 1, 1) + timedelta(step) for step in range(2 * MOST_DAYS)]
    text = ". ".join(f"ngày {day.day}/{day.month}" for day in chain(days[::-1], days))
    found = read_views([Article(text, language="vi")])["days"][0]
    assert [(code >> 5 & 15, code & 31) for code in found.tolist()] == [
        (day.month, day.day) for day in days[::-1][:MOST_DAYS]
    ]


def periods(text: str, language: str) -> list[tuple[int, int]]:
    """Year and part of each period: 0 for a whole year, the number of a month, -1 to -4 for a quarter."""
    found = read_views([Article(text, language=language)])["periods"][0].tolist()
    parts = [(code >> PART_FROM, code & 31) for code in found]
    return [(year, part if part < FIRST_QUARTER else FIRST_QUARTER - 1 - part) for year, part in parts]


@pytest.mark.parametrize(
    ("text", "language", "period"),
    [
        ("Lễ hội đền Hùng 2025 khai mạc", "vi", (2025, 0)),
        ("lợi nhuận quý 3/2025", "vi", (2025, -3)),
        ("lợi nhuận quý III năm 2025", "vi", (2025, -3)),
        ("trong quý hai", "vi", (0, -2)),
        ("tháng 9/2025", "vi", (2025, 9)),
        ("kỳ họp 9/2025", "vi", (2025, 9)),
        ("hồi tháng 9", "vi", (0, 9)),
        ("results for Q3 2025", "en", (2025, -3)),
        ("in the third quarter of 2025", "en", (2025, -3)),
        ("in October 2025", "en", (2025, 10)),
        ("the 2025 season", "en", (2025, 0)),
    ],
)
def test_a_month_a_quarter_or_a_year_is_a_period(text: str, language: str, period: tuple[int, int]) -> None:
    assert periods(text, language) == [period]


def test_a_large_number_is_no_year() -> None:
    assert periods("2.025 đồng, 2025,5 tấn, 20250 người, 2025/26", "vi") == []


def compared(one: Article, other: Article) -> tuple[float, float]:
    gap, shared = days_in_common(days_told(one, other), np.array([[0, 1]]))
    return float(gap[0]), float(shared[0])


def on(text: str, published: date | None = None) -> Article:
    return Article(text, language="vi", published_at=published)


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        (on("sáng 3/9"), on("sáng 12/9"), 9),
        (on("sáng 3/9"), on("ngày 3/9/2025"), 0),
        (on("ngày 3/9/2024"), on("ngày 3/9/2025"), 365),
        (on("ngày 31/12"), on("ngày 1/1"), 1),
        (on("ngày 28/2/2024"), on("ngày 1/3"), 2),
        (on("hôm thứ Ba"), on("hôm thứ Hai"), 1),
        (on("hôm thứ Hai"), on("sáng Chủ nhật"), 1),
        (on("hôm thứ Ba"), on("ngày 14/10/2025"), 0),
        (on("sáng nay", THURSDAY), on("hôm qua", THURSDAY + timedelta(1)), 0),
        (on("hôm qua", THURSDAY), on("ngày 14/10", THURSDAY), 1),
    ],
)
def test_the_gap_is_the_least_distance_of_two_days(one: Article, other: Article, gap: float) -> None:
    assert compared(one, other) == compared(other, one) == (gap, float(gap == 0))


@pytest.mark.parametrize(("one", "other"), [("mưa", "ngày 3/9"), ("hôm thứ Ba", "ngày 3/9"), ("mưa", "nắng")])
def test_days_that_cannot_be_compared_have_no_gap(one: str, other: str) -> None:
    gap, shared = compared(on(one), on(other))
    assert np.isnan(gap)
    assert shared == 0


def test_the_share_is_of_the_article_that_tells_fewer_days() -> None:
    assert compared(on("ngày 3/9 và ngày 5/10"), on("ngày 3/9, ngày 4/9 và ngày 7/9")) == (0, 0.5)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_absolute_days_are_as_far_apart_as_in_the_calendar(one: date, other: date) -> None:
    printed = [on(f"ngày {day.day}/{day.month}/{day.year}") for day in (one, other)]
    assert compared(*printed)[0] == abs((one - other).days)


@given(st.dates(date(1990, 1, 1), date(2050, 12, 31)))
def test_a_day_without_a_year_equals_that_day_of_any_year(day: date) -> None:
    assert compared(on(f"ngày {day.day}/{day.month}"), on(f"ngày {day.day}/{day.month}/{day.year}")) == (0, 1)


CLAUSES = {
    "vi": (
        *("Khoảng 5h sáng 3/9, một xe tải lật", "Vụ việc xảy ra ngày 14 tháng 10 năm 2024", "Lúc 17h30 ngày 2/9"),
        *("Công an cho biết hôm 14/10", "Hội nghị diễn ra từ 14 đến 16/6", "Giá vàng tăng 1.200 đồng", "Đêm qua"),
        *("Hôm thứ Hai, ông Nam nói", "Sáng mai, trường mở cửa", "Tỷ số là 3-2", "Quý III/2024", "Ngày 5.8.2013"),
        "Theo Quyết định 15/QĐ-UBND ngày 12/4/2025",
    ),
    "en": (
        *("Two men were shot on Sept. 3", "Police said on Monday", "It opened on 14 October 2024", "The 3rd of May"),
        *("He died last Tuesday", "They will meet on Friday", "From June 14-16", "In March 2024", "About 3/4 of it"),
        *("It was reported yesterday", "20 may have died", "Updated: Apr 4, 2025", "At 9 a.m. Monday"),
    ),
}


def assert_days_are_those_of_newsdedup_text(article: Article) -> None:
    """Days with their number, but those of reports and documents; other days of the week are left out.

    A day without a year has one by the tense of its sentence there, and the nearest one here: only its month and its
    number are compared.
    """
    dates = [one for one in page_of(article).dates if one.role not in ("reported", "document")]
    days = {day for one in dates for day in (one.low, one.high) if len(day) == len("2025-10-14")}
    found = {day for day in map(in_words, days_told(article)[0].tolist()) if day not in WEEKDAYS}
    assert set(map(without_year, found)) == set(map(without_year, days))


def without_year(day: str) -> str:
    """The month and the number of a day, "9-3", as an ISO string or in words."""
    month, number = day.split("-")[-2:]
    return f"{int(month)}-{int(number)}"


@pytest.mark.parametrize("language", CLAUSES)
@given(data=st.data(), published=st.none() | st.dates(date(2010, 1, 1), date(2030, 1, 1)))
def test_the_compiled_pass_reads_the_days_of_newsdedup_text(
    language: str, data: st.DataObject, published: date | None
) -> None:
    clauses = data.draw(st.lists(st.sampled_from(CLAUSES[language]), max_size=6))
    assert_days_are_those_of_newsdedup_text(
        Article(". ".join(clauses) or "…", language=language, published_at=published)
    )


def test_the_compiled_pass_reads_the_days_of_the_seeds_as_newsdedup_text_does(seeds: nd.Articles) -> None:
    for article in seeds:
        text = whole_text(article).plain
        assert_days_are_those_of_newsdedup_text(
            Article(text, language=article.language, published_at=article.published_at)
        )


def test_no_table_of_dates_has_a_phrase_that_is_too_long() -> None:
    vietnamese = language_of("vi")
    assert vietnamese is not None
    assert told("vào " + max(vietnamese.dates.near_days, key=len), published=THURSDAY)
