"""Dates of publication: every form read back, zones by the table, hostile values, the order of day and month."""

from __future__ import annotations

import calendar
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas
import polars
import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.articles.moments import DateColumn, iso_format, moment_of, order_of, unknown_zone

HANOI = timezone(timedelta(hours=7))
AT_8 = datetime(2025, 6, 14, 8)
DAY = date(2025, 6, 14)
ENGLISH = list(calendar.month_name)
SHORT = list(calendar.month_abbr)
INDONESIAN = (
    *("", "Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
VIETNAMESE_DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def half(moment: datetime, am: str, pm: str) -> str:
    return f"{(moment.hour - 1) % 12 + 1}:{moment:%M} {am if moment.hour < 12 else pm}"


TO_THE_SECOND: list[Callable[[datetime], str]] = [
    datetime.isoformat,
    lambda one: f"{one:%Y%m%d%H%M%S}",
    lambda one: f"{one:%Y%m%dT%H%M%S}",
    lambda one: f"{one:%Y%m%d%H%M%S}000",
    lambda one: f"{one:%Y/%m/%d %H:%M:%S}",
    lambda one: f"{one:%d/%m/%Y %H:%M:%S}",
    lambda one: f"{one:%H:%M:%S %d.%m.%Y}",
    lambda one: f"{DAYS[one.weekday()]} {SHORT[one.month]} {one.day} {one:%H:%M:%S %Y}",
]
TO_THE_MINUTE: list[Callable[[datetime], str]] = [
    lambda one: f"{one:%Y%m%d%H%M}",
    lambda one: f"{one:%Y-%m-%d %H:%M}",
    lambda one: f"{one:%Y-%m-%d %H.%M}",
    lambda one: f"{DAYS[one.weekday()]}, {one:%d} {SHORT[one.month]} {one.year} {one:%H.%M}.00",
    lambda one: f"{one:%d/%m/%Y %H:%M}",
    lambda one: f"{one:%d-%m-%Y | %H:%M}",
    lambda one: f"{one:%H:%M %d/%m/%Y}",
    lambda one: f"{one:%H:%M | %d/%m/%Y}",
    lambda one: f"{one.hour}:{one:%M} - {one.day}/{one.month}/{one.year}",
    lambda one: f"{one.hour}h{one:%M}, {one.day}/{one.month}/{one.year}",
    lambda one: f"{one.hour} giờ {one:%M} phút ngày {one.day}/{one.month}/{one.year}",
    lambda one: f"{VIETNAMESE_DAYS[one.weekday()]}, {one.day}/{one.month}/{one.year}, {one:%H:%M}",
    lambda one: f"{VIETNAMESE_DAYS[one.weekday()]}, {one:%d/%m/%Y} - {half(one, 'SA', 'CH')}",
    lambda one: f"{half(one, 'SA', 'CH')} {one:%d/%m/%Y}",
    lambda one: f"Thứ {one.weekday() % 6 + 2}, {one:%d/%m/%Y %H:%M}",
    lambda one: f"{one.day} tháng {one.month} năm {one.year} {one:%H:%M}",
    lambda one: f"{one:%H:%M} ngày {one.day} tháng {one.month}, {one.year}",
    lambda one: f"{ENGLISH[one.month]} {one.day}, {one.year} {half(one, 'AM', 'PM')}",
    lambda one: f"{half(one, 'a.m.', 'p.m.')} on {SHORT[one.month]}. {one.day}, {one.year}",
    lambda one: f"{one.day} {INDONESIAN[one.month]} {one.year} {one:%H.%M}",
    lambda one: f"Updated: {one.day} {ENGLISH[one.month]} {one.year} at {one:%H:%M}",
]
TO_THE_DAY: list[Callable[[date], str]] = [
    date.isoformat,
    lambda one: f"{one:%Y%m%d}",
    lambda one: f"{one:%Y/%m/%d}",
    lambda one: f"{one.year}.{one.month}.{one.day}",
    lambda one: f"{one.day}/{one.month}/{one.year}",
    lambda one: f"{one.day}-{one.month}-{one.year}",
    lambda one: f"{one:%d.%m.%Y}",
    lambda one: f"{VIETNAMESE_DAYS[one.weekday()]}, {one:%d/%m/%Y} (GMT+7)",
    lambda one: f"{one.day} tháng {one.month} năm {one.year}",
    lambda one: f"{VIETNAMESE_DAYS[one.weekday()]}, ngày {one.day} tháng {one.month} năm {one.year}",
    lambda one: f"{one.day} Th{one.month}, {one.year}",
    lambda one: f"{one.day} {SHORT[one.month]} {one.year}",
    lambda one: f"{ENGLISH[one.month]} {one.day}, {one.year}",
    lambda one: f"{one.day}th of {ENGLISH[one.month]} {one.year}",
    lambda one: f"{one.day} {INDONESIAN[one.month]} {one.year}",
]
ZONED: list[Callable[[datetime, str], str]] = [  # with an offset such as +0700
    lambda one, offset: f"{one:%Y-%m-%dT%H:%M:%S}{offset}",
    lambda one, offset: f"{one:%Y-%m-%d %H:%M:%S} {offset}",
    lambda one, offset: f"{DAYS[one.weekday()]}, {one:%d} {SHORT[one.month]} {one:%Y %H:%M:%S} {offset}",
    lambda one, offset: f"{DAYS[one.weekday()]}, {one.day} {SHORT[one.month]} {one:%Y %H:%M:%S} {offset}",
    lambda one, offset: f"{one.day} {SHORT[one.month]} {one:%Y %H:%M:%S} GMT{offset}",
    lambda one, offset: f"{DAYS[one.weekday()]} {SHORT[one.month]} {one:%d %Y %H:%M:%S} GMT{offset} (Indochina Time)",
    lambda one, offset: f"{DAYS[one.weekday()]} {SHORT[one.month]} {one:%d %H:%M:%S} {offset} {one.year}",
    lambda one, offset: f"{one:%d/%m/%Y %H:%M:%S} (UTC{offset})",
    lambda one, offset: f"{one:%H:%M:%S} {offset}, {one:%d/%m/%Y}",
]

seconds = st.datetimes(datetime(1970, 1, 1), datetime(2099, 12, 31)).map(lambda one: one.replace(microsecond=0))


@given(seconds, st.sampled_from(TO_THE_SECOND))
def test_a_time_to_the_second_is_read_back_from_each_form(moment: datetime, written: Callable[[datetime], str]) -> None:
    assert moment_of(written(moment)) == moment


@given(seconds, st.sampled_from(TO_THE_MINUTE))
def test_a_time_to_the_minute_is_read_back_from_each_form(moment: datetime, written: Callable[[datetime], str]) -> None:
    assert moment_of(written(moment)) == moment.replace(second=0)


@given(st.dates(date(1600, 1, 1), date(2200, 12, 31)), st.sampled_from(TO_THE_DAY))
def test_a_day_is_read_back_from_each_form(day: date, written: Callable[[date], str]) -> None:
    reading = moment_of(written(day))
    assert reading == day
    assert not isinstance(reading, datetime)


@given(seconds, st.integers(-12 * 4, 14 * 4), st.sampled_from(ZONED))
def test_an_offset_is_read_back_from_each_form(
    moment: datetime, quarters: int, written: Callable[[datetime, str], str]
) -> None:
    minutes = abs(quarters) * 15
    offset = f"{'-' if quarters < 0 else '+'}{minutes // 60:02}{minutes % 60:02}"
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    assert moment_of(written(moment, offset)) == aware
    assert unknown_zone(written(moment, offset)) is None


@given(st.datetimes(datetime(1973, 4, 1), datetime(2032, 6, 1), timezones=st.just(UTC)))
def test_a_time_since_1970_is_read_in_each_unit(moment: datetime) -> None:
    microseconds = (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    second = moment.replace(microsecond=0)
    assert moment_of(microseconds * 1000) == moment_of(str(microseconds)) == moment
    assert moment_of(microseconds // 10**6) == moment_of(str(microseconds // 10**6)) == second
    assert abs(moment_of(microseconds / 10**6) - moment) < timedelta(microseconds=10)
    if microseconds >= 10**15:  # milliseconds of twelve digits may be a reading of the calendar
        assert moment_of(microseconds // 1000) == moment.replace(microsecond=moment.microsecond // 1000 * 1000)


@given(st.datetimes(datetime(1600, 1, 1), datetime(2200, 12, 31)) | st.dates(date(1600, 1, 1), date(2200, 12, 31)))
def test_what_iso_format_writes_is_read_back(moment: date) -> None:
    assert moment_of(iso_format(moment)) == moment
    assert moment_of(moment) is moment


date_like = st.lists(
    st.sampled_from(
        [
            *("0", "1", "14", "06", "2025", "31", "/", "-", ".", ":", " ", ", ", "T", "Z", "+07:00", "GMT", "+", "SA"),
            *(
                "June",
                "tháng ",
                "năm ",
                "Thứ 7",
                "giờ",
                "h",
                "(",
                ")",
                "٣",
                "２",
                "\0",
                "W",
                "e",
                "nan",
                "inf",
                "\ud800",
            ),
        ]
    ),
    max_size=14,
).map("".join)


@given(st.text() | st.binary() | st.integers() | st.floats() | date_like | date_like.map(lambda one: one[::-1]))
def test_no_value_raises_and_a_reading_is_of_a_plausible_year(value: object) -> None:
    reading = moment_of(value)
    assert reading is None or 1600 <= reading.year <= 2200
    assert unknown_zone(value) is None or isinstance(reading, datetime)
    assert order_of(value) in ("day", "month", "ambiguous", None)
    assert DateColumn().read(0, value) == reading


@given(date_like, st.sampled_from(TO_THE_SECOND + TO_THE_MINUTE + TO_THE_DAY))
def test_spaces_and_nulls_around_a_date_change_nothing(text: str, written: Callable[[datetime], str]) -> None:
    for one in (text, written(AT_8)):
        if len(one) < 90:
            assert moment_of(f" {one}\0\0\n") == moment_of(one)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2025061408", AT_8),
        ("1749888000", AT_8.replace(tzinfo=UTC)),
        ("1749888000.0", AT_8.replace(tzinfo=UTC)),
        (20250614, DAY),
        (20250614.0, DAY),
        ("20250614.0", DAY),
        (202506140800, AT_8),
        (20250614080000, AT_8),
        ("2025061499", datetime(2034, 3, 4, 5, 4, 59, tzinfo=UTC)),  # no hour 99: seconds
        ("20251399", None),
        ("202513990000", datetime(1976, 6, 1, 21, 53, 10, tzinfo=UTC)),
        ("20251399000000", None),
        ("123456789", datetime(1973, 11, 29, 21, 33, 9, tzinfo=UTC)),
        ("12345678901", None),
        ("99", None),
        ("250614", None),
        ("1,749,888,000", None),
    ],
)
def test_digits_are_a_reading_of_the_calendar_or_a_time_since_1970(value: object, moment: date | None) -> None:
    assert moment_of(value) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Thứ bảy, 14/06/2025 - 12:30 SA", datetime(2025, 6, 14, 0, 30)),
        ("12:30 CH 14/06/2025", datetime(2025, 6, 14, 12, 30)),
        ("11 giờ 30 trưa ngày 14/6/2025", datetime(2025, 6, 14, 11, 30)),
        ("1 giờ trưa 14/6/2025", datetime(2025, 6, 14, 13)),
        ("7h tối 14/6/2025", datetime(2025, 6, 14, 19)),
        ("15:30 CH 14/06/2025", datetime(2025, 6, 14, 15, 30)),
        ("14 Juni 2025 3.00 sore", datetime(2025, 6, 14, 15)),
        ("Jun 14, 2025, 8 p.m. ET", datetime(2025, 6, 14, 20, tzinfo=timezone(timedelta(hours=-4)))),
        ("12:00 am 14/06/2025", datetime(2025, 6, 14)),
        ("14 Tháng Sáu, 2025", DAY),
        ("14 tháng mười một năm 2025", date(2025, 11, 14)),
        ("14 tháng tư, 2025", date(2025, 4, 14)),
        ("14 tháng năm năm 2025", date(2025, 5, 14)),
        ("2025-06-14T24:00", datetime(2025, 6, 15)),
        ("2025-06-14T23:59:60Z", datetime(2025, 6, 14, 23, 59, 59, tzinfo=UTC)),
        ("08:00:00.25 14/06/2025", datetime(2025, 6, 14, 8, 0, 0, 250_000)),
        ("2025-06-14+07:00", DAY),  # a day of XML Schema, with a zone
        ("2025-06-14T08:00:00+07:00[Asia/Ho_Chi_Minh]", AT_8.replace(tzinfo=HANOI)),
        ("14/06/25", DAY),
        ("14/06/69", date(1969, 6, 14)),
        ("Saturday, 14-Jun-25 08:00:00 GMT", AT_8.replace(tzinfo=UTC)),
        ("06/14/2025", DAY),
        ("８:００　１４／６／２０２５", AT_8),
        ("١٤/٠٦/٢٠٢٥", DAY),
        ("٢٠٢٥٠٦١٤", DAY),
        ("\u200e14\u200e/\u200e06\u200e/\u200e2025", DAY),  # as browsers of Microsoft write it
        ("14–06–2025", DAY),
        ("2025-06-14T08:00:00.123456789Z", datetime(2025, 6, 14, 8, 0, 0, 123_456, tzinfo=UTC)),
    ],
)
def test_forms_of_sources_are_read(text: str, moment: date) -> None:
    assert moment_of(text) == moment
    assert moment_of(text.encode()) == moment


@pytest.mark.parametrize(
    "text",
    [
        *("", "yesterday", "14 June", "June 2025", "Saturday June 2025", "2025", "08:00", "31/31/2025", "2025-13-45"),
        *("14/06/2025 - 16/06/2025", "08:00 14/06/2025 09:00", "14/06/2025 25:00", "32 Jun 2025", "1600-00-00"),
        *("0001-01-01", "9999-12-31T23:59:59Z", "14/06/1500", "294247-01-10", "Fri, 31 Dec 9999 23:59:59 GMT"),
        *("14/06/2025 08:00 +99:00", "3 people in 2025"),
        *("20251399T080000", "14/06/2025 08:00 (5) 6", "14/6", "T7, x", "14 tháng 6"),
        *("9" * 4300, "9" * 10**5, "1" * 101, " " * 10**5, "-" * 5000, "14/06/2025" + " " * 4300 + "08:00"),
        *("1e400", "nan", "NaT", "inf", "-1", "-1749888000", "True", "14/" * 30, "\ud800", "14 \ud800 2025"),
    ],
)
def test_what_is_not_a_date_gives_none(text: str) -> None:
    assert moment_of(text) is None
    assert unknown_zone(text) is None


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, False, np.True_, float("nan"), float("inf"), -1.5, 1e300, 10**400, -(10**400), 0, 99, 10**10),
        *(Decimal("NaN"), Decimal("sNaN"), Decimal("1e400"), Fraction(10**400, 3), np.float32("nan"), complex(1, 1)),
        *(pandas.NaT, pandas.NA, np.datetime64("NaT"), np.datetime64("2025"), np.datetime64("2025-06")),
        *(np.datetime64("10000-01-01"), np.datetime64(2**62, "us"), np.datetime64(2**62, "s"), np.int64(-1)),
        *(datetime(1, 1, 1), date(9999, 12, 31), datetime.max.replace(tzinfo=UTC)),
        *(pyarrow.scalar(None, pyarrow.timestamp("s")), pyarrow.scalar(2**62, pyarrow.timestamp("s"))),
        *(b"\xff\xfe", b"", [], {}, set(), (1, 2), ["2025-06-14"], [2025, 13, 1, 0, 0, 0, 0, 0, 0], {"$date": {}}),
        *(np.array([1, 2]), {"a": 1}, [True] * 9, object),
    ],
)
def test_a_hostile_value_gives_none(value: object) -> None:
    assert moment_of(value) is None


class Unprintable:
    def __str__(self) -> str:
        raise ValueError("no")


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (pandas.Timestamp("2025-06-14T08:00:00.000000999"), AT_8),
        (pandas.Timestamp("2025-06-14T08:00", tz="Asia/Ho_Chi_Minh"), AT_8.replace(tzinfo=HANOI)),
        (pandas.Period("2025-06-14", "D"), DAY),
        *((np.datetime64("2025-06-14T08:00", unit), AT_8) for unit in ("h", "m", "s", "ms", "us", "ns")),
        (np.datetime64("2025-06-14"), DAY),
        (np.int64(1749888000), AT_8.replace(tzinfo=UTC)),
        (np.float64(1749888000), AT_8.replace(tzinfo=UTC)),
        (np.str_("14/06/2025"), DAY),
        (Decimal(1749888000), AT_8.replace(tzinfo=UTC)),
        (Decimal("20250614"), DAY),
        *((pyarrow.scalar(AT_8, pyarrow.timestamp(unit)), AT_8) for unit in ("s", "ms", "us", "ns")),
        (pyarrow.scalar(AT_8, pyarrow.timestamp("us", tz="UTC")), AT_8.replace(tzinfo=UTC)),
        (pyarrow.scalar(DAY), DAY),
        (pyarrow.scalar("14/06/2025"), DAY),
        (polars.Series([AT_8])[0], AT_8),
        (polars.Series([DAY])[0], DAY),
        (time.struct_time((2025, 6, 14, 8, 0, 61, 5, 165, 0)), AT_8.replace(second=59, tzinfo=UTC)),
        ([2025, 6, 14, 8, 0, 0, 5, 165, 0], AT_8.replace(tzinfo=UTC)),
        ({"$date": "2025-06-14T08:00:00Z"}, AT_8.replace(tzinfo=UTC)),
        (b"14/06/2025\0\0", DAY),
        (bytearray(b"20250614"), DAY),
        (Unprintable(), None),
    ],
)
def test_values_of_other_types_are_read(value: object, moment: date | None) -> None:
    reading = moment_of(value)
    assert reading == moment
    assert isinstance(reading, datetime) == isinstance(moment, datetime)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        *(("14/06/2025 08:00 EST", -5), ("14 Jun 2025 08:00 PDT", -7), ("2025-06-14 08:00 IST", 5.5)),
        *(("08:00 ICT 14/06/2025", 7), ("08:00 14/06/2025 (WIB)", 7), ("Sat, 14 Jun 2025 08:00:00 JST", 9)),
        *(("Sat Jun 14 08:00:00 CEST 2025", 2), ("14/06/2025 08:00 GMT+7", 7), ("14/06/2025 08:00 UTC-3", -3)),
        *(("14 Jan 2025 08:00 ET", -5), ("14 Jun 2025 08:00 ET", -4), ("2025-06-14 08:00 Asia/Ho_Chi_Minh", 7)),
        *(("14/06/2025 08:00 gmt", 0), ("14/06/2025 08:00Z", 0), ("Sat Jun 14 08:00:00 GMT+7 2025", 7)),
    ],
)
def test_a_zone_has_the_offset_of_the_table(text: str, hours: float) -> None:
    assert moment_of(text).utcoffset() == timedelta(hours=hours)
    assert moment_of(text).hour == 8
    assert unknown_zone(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("14/06/2025 08:00 XYZ", "XYZ"),
        ("08:00 (XYZ) | 14/06/2025", "XYZ"),
        ("Sat, 14 Jun 2025 08:00:00 XYZ", "XYZ"),
        ("Sat Jun 14 08:00:00 XYZ 2025", "XYZ"),
        ("June 14, 2025 8:00 AM Indochina Time", "Indochina Time"),
        ("2025-06-14 08:00 Asia/Nowhere", "Asia/Nowhere"),
    ],
)
def test_a_moment_of_an_unknown_zone_is_kept_and_the_name_is_given(text: str, name: str) -> None:
    assert moment_of(text) == AT_8
    assert unknown_zone(text) == name


@pytest.mark.parametrize("text", ["14/06/2025 08:00 SAT", "08:00 SA 14/06/2025", "14/06/2025 08:00 - theo BBC"])
def test_a_word_beside_a_time_is_not_a_zone(text: str) -> None:
    assert moment_of(text) == AT_8
    assert unknown_zone(text) is None


@pytest.fixture
def in_time_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    def change(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield change
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system cannot change its zone")
def test_the_zone_of_the_machine_has_no_part(in_time_zone: Callable[[str], None]) -> None:
    texts = [
        *(written(AT_8) for written in TO_THE_SECOND + TO_THE_MINUTE + TO_THE_DAY),
        *(written(AT_8, "+0700") for written in ZONED),
        *(f"Sat Jun 14 08:00:00 {name} 2025" for name in ("ICT", "EST", "EDT", "CET", "+07", "XYZ", "IST", "JST")),
        *("1749888000", "14/06/2025 08:00 EST", "June 14, 2025 8:00 AM CET"),
    ]
    readings = []
    for zone in ("UTC", "America/New_York", "Europe/Berlin", "Asia/Ho_Chi_Minh", "XYZ-3", "Asia/Kolkata"):
        in_time_zone(zone)
        readings.append([(iso_format(moment_of(text)), unknown_zone(text)) for text in texts])
    assert readings == [readings[0]] * len(readings)


@pytest.mark.parametrize(
    ("value", "order"),
    [
        *(("14/06/2025", "day"), ("06/14/2025", "month"), ("06/07/2025", "ambiguous"), ("06/06/2025", None)),
        *(("8:00 AM 06/14/2025", "month"), ("06-07-25 08:00", "ambiguous"), ("14.06.2025", "day")),
        *(("2025-06-07", None), ("2025/06/07", None), ("14 June 2025", None), ("Sat, 14 Jun 2025 08:00:00 GMT", None)),
        *(("31/31/2025", None), ("32/01/2025", None), ("00/01/2025", None), (20250607, None), (None, None)),
    ],
)
def test_the_order_of_day_and_month_is_seen_where_it_is_written(value: object, order: str | None) -> None:
    assert order_of(value) == order


def test_a_month_first_reading_is_given_where_both_are_possible() -> None:
    texts = ["06/07/2025", "6/7/2025 08:00", "14/06/2025", "2025/06/07", "7 tháng 6 năm 2025", "Jun 7 08:00:00 2025"]
    assert [iso_format(moment_of(text, month_first=True)) for text in texts] == [
        *("2025-06-07", "2025-06-07T08:00:00", "2025-06-14", "2025-06-07", "2025-06-07", "2025-06-07T08:00:00")
    ]


def read_column(*values: object, **options: bool) -> tuple[list[str | None], DateColumn]:
    column = DateColumn(**options)
    return [iso_format(column.read(row, value)) for row, value in enumerate(values)], column


def test_a_column_without_a_proof_puts_the_day_first() -> None:
    readings, column = read_column("06/07/2025", "2025-06-14", None, "06/06/2025")
    assert readings == ["2025-07-06", "2025-06-14", None, "2025-06-06"]
    assert column.corrected() == {}
    assert column.remarks == {}


def test_one_date_that_puts_the_month_first_decides_for_the_rows_before_and_after() -> None:
    readings, column = read_column("06/07/2025", "06/14/2025", "06/08/2025 08:00", "06/06/2025")
    assert readings == ["2025-07-06", "2025-06-14", "2025-06-08T08:00:00", "2025-06-06"]
    assert column.corrected() == {0: date(2025, 6, 7), 2: datetime(2025, 6, 8, 8)}
    assert column.is_month_first


def test_with_both_proofs_the_day_comes_first_with_remarks_on_the_rows_that_contradict() -> None:
    readings, column = read_column("06/07/2025", "06/14/2025", "06/08/2025", "14/06/2025", "06/09/2025")
    assert readings == ["2025-07-06", "2025-06-14", "2025-06-08", "2025-06-14", "2025-09-06"]
    assert column.corrected() == {}
    assert list(column.remarks) == [3]
    assert "06/14/2025' in row 1" in column.remarks[3]
    column.read(5, "06/15/2025")
    column.read(6, "15/06/2025")
    column.read(7, "06/07/2025")
    assert list(column.remarks) == [3, 5]
    assert "puts the month first" in column.remarks[5]


def test_an_option_decides_for_the_column() -> None:
    readings, column = read_column("06/07/2025", "06/14/2025", day_first=True)
    assert readings == ["2025-07-06", "2025-06-14"]
    assert (column.corrected(), list(column.remarks)) == ({}, [1])
    assert "against the option" in column.remarks[1]
    readings, column = read_column("06/07/2025", "14/06/2025", day_first=False)
    assert readings == ["2025-06-07", "2025-06-14"]
    assert (column.corrected(), list(column.remarks)) == ({}, [1])


def test_moments_without_a_zone_get_that_of_the_column() -> None:
    column = DateColumn(zone=HANOI)
    assert column.read(0, "06/07/2025 08:00") == datetime(2025, 7, 6, 8, tzinfo=HANOI)
    assert column.read(1, "06/14/2025 08:00 UTC") == AT_8.replace(tzinfo=UTC)
    assert column.corrected() == {0: datetime(2025, 6, 7, 8, tzinfo=HANOI)}
    assert column.read(2, "14 Jun 2025 08:00 XYZ") == AT_8.replace(tzinfo=HANOI)
    assert "'XYZ' is not known" in column.remarks[2]
