"""Days relative to the day of writing, by words or by the number of a day alone: yesterday, on Friday, on the 14th."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from attrs import evolve, frozen

from newsdedup.languages import Language, cached_by_language
from newsdedup.text.dates.clocks import time_of
from newsdedup.text.dates.mention import DateMention
from newsdedup.text.dates.patterns import date_patterns_of, until_before
from newsdedup.text.dates.tense import FUTURE, OPEN, is_surely_to_come, tense_of
from newsdedup.text.phrases import Ending, any_of, matches, plain, whole_words, word_before
from newsdedup.text.sentences import sentence_bounds

_DAY_WORD_REACH, _PLAN_REACH, _UNTIL_REACH = 24, 60, 56  # characters before a word for a day
_SENTENCE_REACH = 120  # characters
_WEEK = 7  # days


_MONTH = timedelta(31)


@frozen
class _NearDayPatterns:
    word: re.Pattern[str]
    lead: Ending | None
    not_day_before: Ending
    next_before: Ending
    next_after: re.Pattern[str]
    last_before: Ending
    last_after: re.Pattern[str]
    week_after: re.Pattern[str]
    planned_before: re.Pattern[str]
    clause: re.Pattern[str]
    until_before: re.Pattern[str]
    near: dict[str, int]
    weekdays: dict[str, int]
    weeks: dict[str, int]


def _day_word_after(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{any_of(words)})(?!\w)")


@cached_by_language
def _near_day_patterns(language: Language) -> _NearDayPatterns:
    dates = language.dates
    return _NearDayPatterns(
        word=re.compile(whole_words((*dates.near_days, *dates.weekdays))),
        lead=word_before(dates.weekday_leads) if dates.weekday_leads else None,
        not_day_before=word_before(dates.not_weekdays),
        next_before=word_before(dates.next_words),
        next_after=_day_word_after(dates.next_words),
        last_before=word_before(dates.last_words),
        last_after=_day_word_after(dates.last_words),
        week_after=_day_word_after(dates.week_words),
        planned_before=re.compile(rf"(?<!\w)(?:{any_of(language.planned)})(?!\w)[^.;:!?\r\n]*$"),
        clause=re.compile(whole_words(dates.clause_words)),
        until_before=re.compile(rf"(?<!\w){until_before(dates)}(?:(?P<part>{any_of(dates.parts_of_day)})\s+)?$"),
        near={plain(word): days for word, days in dates.near_days.items()},
        weekdays={plain(word): day for word, day in dates.weekdays.items()},
        weeks={plain(words): weeks for words, weeks in dates.week_words.items()},
    )


def near_days(
    text: str, folded: str, language: Language, written: date, starts: Sequence[int]
) -> Iterator[DateMention]:
    """Days near the day of writing, in order: for a weekday the last one, or the next if the sentence says so.

    The words for a day may start at `starts`, in order.
    """
    patterns = _near_day_patterns(language)
    for match in matches(patterns.word, folded, starts):
        day = _day_of(match, text, written, language)
        if day is not None:
            yield _mention(match, day, written, language)


def _mention(match: re.Match[str], day: date, written: date, language: Language) -> DateMention:
    """The day; with the words before it that make it the day up to which something is counted."""
    folded, (start, end) = match.string, match.span()
    left = folded[max(0, start - _UNTIL_REACH) : start]
    until = _near_day_patterns(language).until_before.search(left) if day <= written else None
    mention = DateMention(start, end, day.isoformat(), day.isoformat())
    if until is None or not _counts_up_to(until, language):
        return mention
    part = until["part"] or match.group().split()[0]
    time = time_of(until, language.dates, part)
    return evolve(mention, start=start - len(until.group()), role="as_of", time=time)


def _counts_up_to(until: re.Match[str], language: Language) -> bool:
    """Whether these words say "up to"; some may be a verb of motion, unless they start a clause or a time follows."""
    has_time = bool(until["hour"] or until["named_hour"])
    return has_time or not date_patterns_of(language).is_weak_until(until)


def _day_of(match: re.Match[str], text: str, written: date, language: Language) -> date | None:
    folded, patterns = match.string, _near_day_patterns(language)
    word = " ".join(match.group().split())
    if word in patterns.near:
        is_of_our_time = folded[match.end() : match.end() + 2] in ("'s", "’s")  # as in "today's world"
        return None if is_of_our_time else _days_later(written, patterns.near[word])
    left = folded[max(0, match.start() - _DAY_WORD_REACH) : match.start()]
    if patterns.not_day_before.search(left) or not _is_led(match, text, left, patterns):
        return None
    return _weekday(match, patterns.weekdays[word], text, written, language)


def _is_led(match: re.Match[str], text: str, left: str, patterns: _NearDayPatterns) -> bool:
    """Whether words around a weekday, or its capital, show that it is one: "thứ năm" is the fifth as well."""
    if patterns.lead is None or patterns.lead.search(left) or patterns.until_before.search(left):
        return True
    if text[match.start() : match.end()].split()[-1][0].isupper():  # "thứ Năm"
        return True
    return any(one.match(match.string, match.end()) for one in (patterns.week_after, patterns.last_after))


def _weekday(match: re.Match[str], number: int, text: str, written: date, language: Language) -> date | None:
    """The day with this number in its week: the last one unless words say which it is, or that it is to come."""
    folded, patterns = match.string, _near_day_patterns(language)
    left = folded[max(0, match.start() - _DAY_WORD_REACH) : match.start()]
    since = (written.weekday() - number) % _WEEK
    if week := patterns.week_after.match(folded, match.end()):
        weeks = patterns.weeks[" ".join(week.group().split())]
        return _days_later(written, weeks * _WEEK + number - written.weekday())
    if patterns.next_before.search(left) or patterns.next_after.match(folded, match.end()):
        return _days_later(written, _WEEK - since)
    if patterns.last_before.search(left) or patterns.last_after.match(folded, match.end()):
        return _days_later(written, -(since or _WEEK))
    return _days_later(written, -since % _WEEK if _is_ahead(match, text, language) else -since)


def _is_ahead(match: re.Match[str], text: str, language: Language) -> bool:
    """Whether the sentence puts a weekday after the day of writing."""
    folded, start = match.string, match.start()
    patterns = _near_day_patterns(language)
    planned = patterns.planned_before.search(folded, max(0, start - _PLAN_REACH), start)
    if planned and not patterns.clause.search(planned.group()):
        return True
    if date_patterns_of(language).report_before.before(folded, start):
        return False
    return is_surely_to_come(text, folded, start, match.end(), language)


def _days_later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:  # the calendar ends
        return None


@cached_by_language
def _numbered_day(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The number of a day, what comes before it, and the words of its sentence that make it another number."""
    dates = language.dates
    until, leads, words = (any_of(one) for one in (dates.until, dates.bare_day_leads, dates.bare_day_words))
    ending = rf"(?:{any_of(dates.ordinal_endings)})" if dates.ordinal_endings else ""
    return (
        re.compile(
            rf"(?P<day>\d{{1,2}}){ending}(?=[^\S\r\n]*(?:[.,;!?)](?!\d)|[\r\n]|$)|\s+(?:{any_of(dates.bare_day_ends)})(?!\w))"
        ),
        re.compile(rf"(?<!\w)(?:(?P<until>{until})|{leads})\s+(?P<word>{words})\s+$"),
        re.compile(whole_words(dates.not_bare_days, not_before=r"\w")),
    )


def numbered_days(
    text: str, folded: str, language: Language, written: date, starts: Iterable[int]
) -> Iterator[DateMention]:
    """Days given by their number alone ("on the 14th", "vào ngày 14"), whose first digits are at `starts`, in order.

    The month is the one that puts the day last before the day of writing, or next after it if the
    sentence is about what is to come.
    """
    if not language.dates.bare_day_words:
        return
    number, lead, other = _numbered_day(language)
    for start in starts:
        match = number.match(folded, start)
        before = lead.search(folded, max(0, start - _DAY_WORD_REACH), start) if match else None
        if match is None or before is None or not 1 <= int(match["day"]) <= _MONTH.days:
            continue
        first, last = sentence_bounds(text, start, match.end(), _SENTENCE_REACH)
        if other.search(folded, first, last):
            continue
        place, end = before.start("word"), match.end()
        day = _nearest_month(int(match["day"]), written, tense_of(text, folded, place, end, language))
        if day is not None:
            role = "as_of" if before["until"] and day <= written else None
            iso = day.isoformat()
            yield DateMention(before.start() if role else place, end, iso, iso, role=role)


def _nearest_month(number: int, written: date, tense: int) -> date | None:
    """The day with this number that was the last one; the next one, or the nearer one, where the sentence says so."""
    try:
        first = written.replace(day=1)
        months = first - timedelta(1), first, first + _MONTH
    except OverflowError:  # the calendar ends
        return None
    days = [one.replace(day=number) for one in months if number <= monthrange(one.year, one.month)[1]]
    fitting = [day for day in days if tense == OPEN or (day >= written if tense == FUTURE else day <= written)]
    return min(fitting, key=lambda day: abs(day - written), default=None)
