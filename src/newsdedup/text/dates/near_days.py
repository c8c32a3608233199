"""Days told by words alone, from the day of writing: yesterday, on Tuesday, next Friday."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from attrs import frozen

from newsdedup.languages import Language
from newsdedup.text.phrases import Ending, any_of, ending, matches, plain, whole_words

_LEFT_REACH, _PLAN_REACH, _WEEK = 24, 60, 7


@frozen
class ToldDay:
    """A day that words tell, and their place."""

    start: int
    end: int
    day: date


@frozen
class _Patterns:
    word: re.Pattern[str]
    lead: Ending | None
    not_day_before: Ending
    next_before: Ending
    next_after: re.Pattern[str]
    last_before: Ending
    last_after: re.Pattern[str]
    planned_before: re.Pattern[str]
    near: dict[str, int]
    weekdays: dict[str, int]


def _before(words: Collection[str]) -> Ending:
    return ending(rf"(?<!\w)(?:{any_of(words)})\s+$", words)


def _after(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{any_of(words)})(?!\w)")


@functools.cache
def _patterns_of(language: Language) -> _Patterns:
    dates = language.dates
    return _Patterns(
        word=re.compile(whole_words((*dates.near_days, *dates.weekdays))),
        lead=_before(dates.weekday_leads) if dates.weekday_leads else None,
        not_day_before=_before(dates.not_weekdays),
        next_before=_before(dates.next_words),
        next_after=_after(dates.next_words),
        last_before=_before(dates.last_words),
        last_after=_after(dates.last_words),
        planned_before=re.compile(rf"(?<!\w)(?:{any_of(language.planned)})(?!\w)[^.;:!?\r\n]*$"),
        near={plain(word): days for word, days in dates.near_days.items()},
        weekdays={plain(word): day for word, day in dates.weekdays.items()},
    )


def days_told(folded: str, language: Language, published: datetime | date, starts: Sequence[int]) -> Iterator[ToldDay]:
    """Days near the day of writing, in order: of a weekday the last one, or the next where words say so.

    Parameters
    ----------
    folded : str
        Text in lower case.
    language : Language
    published : datetime or date
        When it was written.
    starts : sequence of int
        Where the words for a day may start, in order.
    """
    patterns = _patterns_of(language)
    written = date(published.year, published.month, published.day)
    for match in matches(patterns.word, folded, starts):
        day = _day(match, folded, written, patterns)
        if day is not None:
            yield ToldDay(*match.span(), day)


def _day(match: re.Match[str], folded: str, written: date, patterns: _Patterns) -> date | None:
    word = " ".join(match.group().split())
    if word in patterns.near:
        is_of_our_time = folded[match.end() : match.end() + 2] in ("'s", "’s")  # "today's world"
        return None if is_of_our_time else _later(written, patterns.near[word])
    left = folded[max(0, match.start() - _LEFT_REACH) : match.start()]
    if patterns.not_day_before.search(left) or (patterns.lead and not patterns.lead.search(left)):
        return None
    since = (written.weekday() - patterns.weekdays[word]) % _WEEK
    if patterns.next_before.search(left) or patterns.next_after.match(folded, match.end()):
        return _later(written, _WEEK - since)
    if patterns.planned_before.search(folded, max(0, match.start() - _PLAN_REACH), match.start()):
        return _later(written, -since % _WEEK)
    is_last = patterns.last_before.search(left) or patterns.last_after.match(folded, match.end())
    return _later(written, -(since or _WEEK) if is_last else -since)


def _later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:  # the calendar ends
        return None
