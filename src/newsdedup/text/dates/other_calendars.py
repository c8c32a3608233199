"""Days of other calendars, which are no dates here, and whose numbers count nothing: "mùng 2 Tết", "rằm tháng Bảy"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdedup.languages import Language, cached_by_language
from newsdedup.text.dates.patterns import other_calendar_after
from newsdedup.text.landmarks import Landmarks
from newsdedup.text.phrases import any_of, matches
from newsdedup.text.tags import Tag


@cached_by_language
def _other_day(language: Language) -> re.Pattern[str]:
    dates = language.dates
    marks, months = any_of(dates.day_marks), any_of(dates.month_words)
    number = rf"(?:\d{{1,2}}|{any_of(language.numerals.words)})"
    link = rf"\s?(?:[,/]|{any_of(dates.list_words)})\s?(?:(?:{any_of(dates.day_words)})\s+)?(?:(?:{marks})\s+)?"
    of_month = rf"(?:\s+(?:{months})\s+(?:\d{{1,2}}|{any_of(dates.month_numbers)}))"
    of_year = rf"(?:(?:/|\s+(?:{any_of(dates.year_words)})\s+)\d{{4}})"
    days = rf"{number}(?:{link}{number}){{0,6}}"
    after = other_calendar_after(dates)
    return re.compile(
        rf"(?<![\w.,/])(?:(?:(?:{marks})\s+)?{days}{of_month}?{of_year}?{after}(?:\s+\d{{4}}(?:{after})?)?"
        rf"|(?:{marks})\s+{days}{of_month}?(?!\w)"
        rf"|(?:{any_of(dates.other_days)})(?!\w){of_month}?(?:{after})?)"
    )


def other_calendar_days(folded: str, language: Language, landmarks: Landmarks) -> Iterator[tuple[int, int]]:
    """The spans of days of other calendars, in order; also of days of an unnamed month ("mùng 2"), since most are."""
    if not language.dates.other_calendars:
        return
    starts = landmarks.of(Tag.OTHER_DAY)
    if landmarks.of(Tag.OTHER_CALENDAR):  # without such a word no number begins one of these days
        starts = sorted({*starts, *landmarks.digits})
    for match in matches(_other_day(language), folded, starts):
        yield match.span()
