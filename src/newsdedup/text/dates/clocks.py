"""Times of day before a date: "17h ngày 12/9", "5 p.m. on Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsdedup.articles.moments.marks import Marks
from newsdedup.languages import Dates
from newsdedup.text.phrases import any_of, plain

_HOURS_A_DAY = 24


def clock_before_day(dates: Dates) -> str:
    """A pattern for a time of day and what may come between it and its day, with the groups that `time_of` reads."""
    hours, minutes, parts = (any_of(words) for words in (dates.hour_words, dates.minute_words, dates.first_hours))
    part = rf"(?:\s?(?P<part_of_hours>{parts}))"
    spoken = rf"\s?(?:{hours})(?:\s?(?P<minute>[0-5]?\d)(?!\d)(?:\s?(?:{minutes}))?)?"
    printed = r"[:.](?P<minutes>[0-5]\d)(?!\d)"
    bare = rf"(?=\s?(?:{parts}))"  # "5 p.m."
    return (
        rf"(?:(?:(?P<hour>\d{{1,2}})(?:{spoken}|{printed}|{bare}){part}?|(?P<named_hour>{any_of(dates.named_hours)}))"
        rf"(?!\w)[\s,]*(?:(?:{any_of(dates.clock_ends)})[\s,]+){{0,2}})"
    )


def time_of(match: re.Match[str], dates: Dates, part_after: str = "") -> str | None:
    """The time of day in a match of `clock_before_day`; `part_after` is the part of the day that comes after it."""
    if name := match["named_hour"]:
        return f"{_value_of(name, dates.named_hours):02d}:00"
    if not match["hour"]:
        return None
    first_hour = _value_of(match["part_of_hours"] or part_after, dates.first_hours)
    hour, minute = Marks(first_hour).hour(int(match["hour"])), int(match["minute"] or match["minutes"] or 0)
    if hour == _HOURS_A_DAY:
        return "23:59"
    return f"{hour:02d}:{minute:02d}" if hour < _HOURS_A_DAY else None


def _value_of(words: str, table: Mapping[str, int]) -> int | None:
    printed = " ".join(words.split())
    return next((value for phrase, value in table.items() if plain(phrase) == printed), None)
