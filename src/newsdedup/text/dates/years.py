"""The year of a date that prints none: given by words beside it, else the likeliest near the day of writing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from newsdedup.languages import Language, cached_by_language
from newsdedup.text.dates.calendar_days import MonthAndDay
from newsdedup.text.dates.mention import DateMention
from newsdedup.text.dates.tense import FUTURE, OPEN, PAST, UNSAID, tense_of
from newsdedup.text.phrases import Ending, any_of, plain, word_before
from newsdedup.text.sentences import sentence_bounds

DaySpan = tuple[date, date]

UNKNOWN_YEAR = "XXXX"
_YEAR_WORD_REACH = 24  # characters before a date
_MONTHS_A_YEAR = 12
_A_YEAR = 366  # days
_WEIGHT_AHEAD = 3  # factor on the distance of a date ahead: one without a year is more often one that has passed
_MOST_AHEAD = 30  # days; without a word for what is to come, a day further ahead has passed a year before
_MOST_AHEAD_OF_PAST = 14  # days; so if a word suggests that it has passed
_SURELY_AHEAD = 2  # days; so near, a day is not that of a year before, whatever the sentence says
_WEIGHT_PLANNED = 4  # factor on the distance of a past day in a sentence about the future

_NAME_REACH = 160  # characters before a date
_NAME = re.compile(r"(?<!\w)(?P<name>[^\W\d_][\w-]*)\s(?P<year>(?:19|20)\d\d)(?![\w/%]|[.,-]\d)")


@frozen
class _YearPatterns:
    near_year: re.Pattern[str]
    past_before: Ending
    past_after: re.Pattern[str]
    next_before: Ending
    next_after: re.Pattern[str]
    years: dict[str, int]


@cached_by_language
def _year_patterns(language: Language) -> _YearPatterns:
    dates = language.dates
    next_before = [word for word in dates.next_words if word not in dates.until]
    past_before = (*dates.past_before, *dates.last_words)
    return _YearPatterns(
        near_year=_year_word_after(dates.near_years),
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
    place: tuple[str, str, int, int]  # the text, the text in lower case, where the date starts and ends
    language: Language

    def years_of_days(self, first: MonthAndDay, last: MonthAndDay, weekday: int | None = None) -> tuple[str, str]:
        """The years of the first and the last day of a date; unknown where no near year has these days.

        The past is nearer than the future for what has happened: a day ahead of the day of writing is
        one of the year before, unless words say that it is to come, or it is near. A printed `weekday`, Monday 0,
        chooses among the years in which the first day is one.
        """
        if self.stated is not None:
            return str(self.stated - (first > last)), str(self.stated)
        spans = [span for year in self._years if (span := _span_in(year, first, last))]
        fitting = [span for span in spans if self._fits(span)]
        fitting = [span for span in fitting if span[0].weekday() == weekday] or fitting
        if not fitting:
            return UNKNOWN_YEAR, UNKNOWN_YEAR
        tense = self._tense_for(fitting)
        start, end = min(fitting, key=lambda span: (self._distance(span, tense), span))
        return f"{start.year:04d}", f"{end.year:04d}"

    def _tense_for(self, spans: Sequence[DaySpan]) -> int:
        """What the sentence says; unsaid where it cannot change which of the spans of days is the nearest."""
        if self.is_past or self.is_next:
            return UNSAID
        ahead = min((days for span in spans if (days := (span[0] - self.day).days) > 0), default=0)
        ago = min((days for span in spans if (days := (self.day - span[1]).days) >= 0), default=0)
        matters = _SURELY_AHEAD < ahead <= _WEIGHT_PLANNED * ago
        return tense_of(*self.place, self.language) if matters else UNSAID

    def _distance(self, span: DaySpan, tense: int) -> int:
        ahead, ago = (span[0] - self.day).days, (self.day - span[1]).days
        if self.is_past or self.is_next or (ahead <= 0 and ago <= 0):
            return max(ahead, ago, 0)
        if ago > 0:
            return ago * _WEIGHT_PLANNED if tense == FUTURE else ago
        if ahead <= _SURELY_AHEAD or tense == FUTURE:
            return ahead
        if tense == OPEN:
            return ahead * _WEIGHT_AHEAD
        most = _MOST_AHEAD if tense == UNSAID else _MOST_AHEAD_OF_PAST
        return ahead if tense != PAST and ahead <= most else ahead + _A_YEAR * len(self._years)

    def _fits(self, span: DaySpan) -> bool:
        return not (self.is_next and span[1] < self.day) and not (self.is_past and span[0] > self.day)

    def year_of_month(self, month: int) -> str:
        """The year that puts a month nearest; without such words a month of the past is preferred."""
        if self.stated is not None:
            return str(self.stated)
        ahead = {year: (year - self.day.year) * _MONTHS_A_YEAR + month - self.day.month for year in self._years}
        side = self.is_next - self.is_past
        fitting = [year for year, months in ahead.items() if months * side >= 0]
        weight = 1 if self.is_next else _WEIGHT_AHEAD
        return f"{min(fitting, key=lambda year: (max(ahead[year] * weight, -ahead[year]), year)):04d}"

    @property
    def _years(self) -> Sequence[int]:
        return range(max(1, self.day.year - 1), min(9999, self.day.year + 1) + 1)


def _span_in(year: int, first: MonthAndDay, last: MonthAndDay) -> DaySpan | None:
    """The days of a span that starts in a year; None if there are no such days."""
    end_year = year + (first > last)
    try:
        return date(year, *first), date(end_year, *last)
    except ValueError:  # 29 February, or the calendar ends
        return None


def near_year_after(folded: str, end: int, language: Language) -> tuple[int, int] | None:
    """The words for a year right after a date: how many years later it is, and where they end."""
    patterns = _year_patterns(language)
    near = patterns.near_year.match(folded, end)
    return (patterns.years[" ".join(near.group().split())], near.end()) if near else None


def writing_around(
    text: str, folded: str, start: int, end: int, language: Language, written: date | None
) -> Writing | None:
    """What gives the year of the date at ``start:end``; None if the day of writing is unknown."""
    if written is None:
        return None
    patterns = _year_patterns(language)
    stated, last, is_next, is_past = None, end, False, False
    if near := near_year_after(folded, end, language):
        stated, last = written.year + near[0], near[1]
    else:
        left = folded[max(0, start - _YEAR_WORD_REACH) : start]
        is_next = patterns.next_after.match(folded, end) is not None or patterns.next_before.search(left) is not None
        is_past = patterns.past_after.match(folded, end) is not None or patterns.past_before.search(left) is not None
    return Writing(
        written,
        stated,
        last,
        is_past=is_past and not is_next,
        is_next=is_next,
        place=(text, folded, start, end),
        language=language,
    )


def with_named_years(mentions: Sequence[DateMention], plain: str) -> list[DateMention]:
    """The dates of a text; those without a year take that of the last name with a year before them.

    A date between the two that prints its year leaves it open.
    """
    return [
        _with_named_year(one, plain, mentions[index - 1] if index else None) if UNKNOWN_YEAR in one.value else one
        for index, one in enumerate(mentions)
    ]


def _with_named_year(mention: DateMention, plain: str, before: DateMention | None) -> DateMention:
    start = sentence_bounds(plain, mention.start, mention.end, _NAME_REACH)[0]
    if before is not None and UNKNOWN_YEAR not in before.value:
        start = max(start, before.end)
    years = [match["year"] for match in _NAME.finditer(plain, start, mention.start) if match["name"][0].isupper()]
    if not years or mention.low > mention.high:
        return mention
    low, high = (day.replace(UNKNOWN_YEAR, years[-1]) for day in (mention.low, mention.high))
    return evolve(mention, low=low, high=high)
