"""The year of a date that prints none: given by words beside it, else the likeliest near the day of writing."""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Iterable
from datetime import date, datetime

from attrs import frozen

from newsdedup.languages import Language
from newsdedup.text.phrases import Ending, any_of, plain, word_before

UNKNOWN_YEAR = "XXXX"
_YEAR_WORD_REACH = 24  # characters before a date
_MONTHS_A_YEAR = 12
_WEIGHT_AHEAD = 3  # factor on the distance of a month ahead: a month without a year is more often one that has passed


@frozen
class _YearPatterns:
    near_year: re.Pattern[str]
    past_before: Ending
    past_after: re.Pattern[str]
    next_before: Ending
    next_after: re.Pattern[str]
    years: dict[str, int]


@functools.cache
def _year_patterns(language: Language) -> _YearPatterns:
    dates = language.dates
    next_before = [word for word in dates.next_words if word not in dates.until]
    past_before = (*dates.past_before, *dates.last_words)
    return _YearPatterns(
        near_year=re.compile(rf"[^\S\r\n]+({any_of(dates.near_years)})(?!\w)"),
        past_before=word_before(past_before),
        past_after=_year_word_after(dates.past_after),
        next_before=word_before(next_before),
        next_after=_year_word_after(dates.next_words),
        years={plain(words): years for words, years in dates.near_years.items()},
    )


def _year_word_after(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"[^\S\r\n]+(?:{any_of(words)})(?!\w)")


@frozen
class Writing:
    """The day of writing, and the text around one of its dates."""

    day: date
    stated: int | None  # the year that words right after the date give ("năm ngoái")
    end: int  # where these words end, else where the date ends
    is_past: bool  # whether other words put the date before the day of writing
    is_next: bool  # or after it

    def year_of_day(self, month: int, day: int) -> str:
        """The year that puts a day nearest to the day of writing on the side that the words give; the past in a tie."""
        if self.stated is not None:
            return str(self.stated)
        years = [
            year
            for year in self._years
            if day <= calendar.monthrange(year, month)[1] and self._fits(date(year, month, day))
        ]
        nearest = min(years, key=lambda year: (abs((date(year, month, day) - self.day).days), year), default=None)
        return UNKNOWN_YEAR if nearest is None else str(nearest)

    def year_of_month(self, month: int) -> str:
        """The year that puts a month nearest; without such words a month of the past is preferred."""
        if self.stated is not None:
            return str(self.stated)
        ahead = {year: (year - self.day.year) * _MONTHS_A_YEAR + month - self.day.month for year in self._years}
        fitting = [year for year, months in ahead.items() if months * self._side >= 0]
        weight = 1 if self.is_next else _WEIGHT_AHEAD
        return str(min(fitting, key=lambda year: (max(ahead[year] * weight, -ahead[year]), year)))

    @property
    def _years(self) -> range:
        return range(max(1, self.day.year - 1), min(9999, self.day.year + 1) + 1)

    @property
    def _side(self) -> int:
        return self.is_next - self.is_past

    def _fits(self, day: date) -> bool:
        return (day - self.day).days * self._side >= 0


def writing_around(
    folded: str, start: int, end: int, language: Language, published: datetime | date | None
) -> Writing | None:
    """What gives the year of the date at ``start:end``; None if the day of writing is unknown."""
    if published is None:
        return None
    patterns = _year_patterns(language)
    written = date(published.year, published.month, published.day)
    left = folded[max(0, start - _YEAR_WORD_REACH) : start]
    near = patterns.near_year.match(folded, end)
    if near is not None:
        year = written.year + patterns.years[" ".join(near.group(1).split())]
        return Writing(written, year, near.end(), is_past=False, is_next=False)
    is_next = patterns.next_after.match(folded, end) is not None or patterns.next_before.search(left) is not None
    is_past = patterns.past_after.match(folded, end) is not None or patterns.past_before.search(left) is not None
    return Writing(written, None, end, is_past=is_past and not is_next, is_next=is_next)
