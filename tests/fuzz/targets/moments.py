"""Moments of publication: written ones are read back with their zone, and no value stops the reading."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any, Final

from hypothesis import strategies as st

from fuzz.hostile import ODD, plain_values
from fuzz.target import Target
from newsdedup.articles.moments import DateColumn, moment_of, order_of, unknown_zone

_PIECES: Final = (
    *(
        "0",
        "1",
        "14",
        "06",
        "2025",
        "31",
        "99",
        "/",
        "-",
        ".",
        ":",
        " ",
        ", ",
        "T",
        "Z",
        "+07:00",
        "+2500",
        "GMT",
        "ICT",
    ),
    *("June", "tháng ", "năm ", "Thứ 7", "giờ", "h", "(", ")", "AM", "PM", "SA", "CH", "W", "e9", "nan", "inf", "JST"),
    *("Mon, ", "hôm nay", "yesterday", "now", "12:60", "24:00", "23:59:60", ".123456789", "−5", "٢", "1e400", "0x10"),
)
_TEXT: Final = st.lists(st.sampled_from(_PIECES) | st.sampled_from(ODD), max_size=10).map("".join)
_MOMENT: Final = st.tuples(st.integers(-11_000_000_000, 7_000_000_000), st.integers(-12 * 60, 14 * 60)).map(list)
_EPOCH: Final = datetime(1970, 1, 1)


def a_written_moment_is_read_back(given: list[int]) -> None:
    """Law: ISO 8601 and RFC 2822 give the same instant and offset back, whatever the order of day and month is."""
    seconds, offset = given
    zone = timezone(timedelta(minutes=offset))
    moment = (_EPOCH + timedelta(seconds=seconds)).replace(tzinfo=zone)
    for written in (moment.isoformat(), moment.isoformat(" "), format_datetime(moment)):
        for month_first in (False, True):
            read = moment_of(written, month_first=month_first)
            assert read == moment, written
            assert isinstance(read, datetime) and read.utcoffset() == moment.utcoffset(), written


def no_value_stops_the_reading(values: list[Any]) -> None:
    """Law: each value is a day, a moment or unknown, of a plausible year; a column reads it like the value alone."""
    column = DateColumn(day_first=True)
    for row, value in enumerate(values):
        read = moment_of(value)
        assert read is None or (isinstance(read, date) and 1600 <= read.year <= 2200)
        assert unknown_zone(value) is None or isinstance(read, datetime)
        assert column.read(row, value) == read
        assert DateColumn(day_first=True).read(0, value) == read
    _orders_agree(values)


def _orders_agree(values: list[Any]) -> None:
    """The dates of a column do not depend on the order of its rows, where no two of them contradict each other."""
    orders = {order_of(value) for value in values}
    if {"day", "month"} <= orders:
        return
    forward, backward = (_dates(order) for order in (values, values[::-1]))
    assert forward == backward[::-1]


def _dates(values: list[Any]) -> list[date | None]:
    column = DateColumn()
    found: list[date | None] = [column.read(row, value) for row, value in enumerate(values)]
    for row, moment in column.corrected().items():
        found[row] = moment
    return found


TARGETS: Final = (
    Target("written_moments", _MOMENT, a_written_moment_is_read_back, 200),
    Target("moments", st.lists(_TEXT | plain_values(), max_size=4), no_value_stops_the_reading, 300),
)
