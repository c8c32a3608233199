"""Dates of a text: days, ranges, months and years, as ISO strings in which an unknown year is ``XXXX``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from attrs import evolve

from newsdedup.languages import Language
from newsdedup.text.dates.ago import times_ago
from newsdedup.text.dates.calendar_days import is_calendar_day, iso_day
from newsdedup.text.dates.clocks import time_of
from newsdedup.text.dates.mention import DateMention
from newsdedup.text.dates.near_days import near_days, numbered_days
from newsdedup.text.dates.patterns import DatePatterns, core_by_day, date_patterns_of
from newsdedup.text.dates.printed import PREFIX_REACH, PrintedDate, mention_of
from newsdedup.text.dates.years import UNKNOWN_YEAR, with_named_years
from newsdedup.text.landmarks import Landmarks, landmarks_in
from newsdedup.text.normal_form import fold_case
from newsdedup.text.numbers.glued import is_glued
from newsdedup.text.tags import Tag

_DOCUMENT_REACH = 60  # characters before a date
_SIGNED_DAY = re.compile(r"(?:(?<!\d)(?P<year>\d{4})年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日")


def read_dates(
    plain: str,
    language: Language,
    published: datetime | date | None = None,
    *,
    folded: str | None = None,
    landmarks: Landmarks | None = None,
) -> list[DateMention]:
    """All dates of a text in normal form, in order; `folded` and `landmarks` are those of the text, if they are known.

    A date without a year takes the year that its sentence and the day of publication give: the past is nearer than
    the future, unless words say that the day is to come, or it is less than a month ahead. Without a day of
    publication it takes that of a name before it in the sentence ("Copa 2019"). Days given by words alone
    ("hôm qua", "on Tuesday", "two days ago") are read only if that day is given.
    """
    if not language.dates.day_words and not language.dates.months:
        return []
    folded = fold_case(plain) if folded is None else folded
    landmarks = landmarks_in(folded, language) if landmarks is None else landmarks
    written = None if published is None else date(published.year, published.month, published.day)
    patterns = date_patterns_of(language)
    found = list(_mentions(plain, folded, _starts(landmarks), patterns, written))
    if written is None:
        found = with_named_years(found, plain)
    else:
        found = _joined(found, near_days(plain, folded, language, written, landmarks.of(Tag.DAY)))
        found = _joined(found, numbered_days(plain, folded, language, written, landmarks.digits))
        found = _joined(found, times_ago(folded, language, written, landmarks.of(Tag.AGO)))
    found = [_with_clock_after(one, folded, patterns) for one in _with_spans(found, folded)]
    return [evolve(one, role="reported") if _is_reported(one, folded, patterns) else one for one in found]


def read_signed_dates(plain: str) -> list[DateMention]:
    """Days with the signs 月 and 日, which need no tables of a language.

    Examples
    --------
    >>> [date.value for date in read_signed_dates("2025年6月14日上午, 10月23日")]
    ['2025-06-14', 'XXXX-10-23']
    """
    return [
        DateMention(
            *match.span(), *2 * (iso_day(match["year"] or UNKNOWN_YEAR, int(match["month"]), int(match["day"])),)
        )
        for match in _SIGNED_DAY.finditer(plain)
        if is_calendar_day(match["year"], int(match["month"]), int(match["day"]))
    ]


def _joined(mentions: Sequence[DateMention], others: Iterable[DateMention]) -> list[DateMention]:
    """Both in order; of the others those that overlap none."""
    free = (one for one in others if not _overlaps(mentions, one.start, one.end))
    return sorted((*mentions, *free), key=lambda mention: mention.start)


def _overlaps(mentions: Sequence[DateMention], start: int, end: int) -> bool:
    index = bisect_left(mentions, end, key=lambda mention: mention.start)
    return index > 0 and mentions[index - 1].end > start


def _with_spans(mentions: Sequence[DateMention], folded: str) -> list[DateMention]:
    """The mentions; "up to" right after another date ends a span, and is not the end of a period of counting."""
    return [
        evolve(one, role=None, time=None)
        if before is not None and one.role == "as_of" and not folded[before.end : one.start].strip()
        else one
        for before, one in zip((None, *mentions), mentions, strict=False)
    ]


def _with_clock_after(mention: DateMention, folded: str, patterns: DatePatterns) -> DateMention:
    """The mention; "as of Tuesday" with the time of day after it ("at 5 p.m.")."""
    if mention.role != "as_of" or mention.time is not None:
        return mention
    clock = patterns.clock_after_day.match(folded, mention.end)
    time = time_of(clock, patterns.dates) if clock else None
    return evolve(mention, end=mention.end + len(clock.group().rstrip(" ,")), time=time) if clock and time else mention


def _is_reported(mention: DateMention, folded: str, patterns: DatePatterns) -> bool:
    return mention.role is None and patterns.report_before.before(folded, mention.start) is not None


def _starts(landmarks: Landmarks) -> list[int]:
    """Where a date may start: a first digit, or the name of a month or a quarter."""
    return sorted((*landmarks.digits, *landmarks.of(Tag.MONTH), *landmarks.of(Tag.QUARTER)))


def _mentions(
    text: str, folded: str, starts: Iterable[int], patterns: DatePatterns, written: date | None
) -> Iterator[DateMention]:
    done = 0
    for start in starts:
        match = patterns.core.match(folded, start) if start >= done else None
        if match is None:
            continue
        mention = _mention_at(text, match, patterns, written)
        done = match.end()
        if mention is None and match["night"]:  # "4 giờ 30 sáng 15/10"
            done = match.end("night")
            if match := core_by_day(patterns.language).match(folded, start):
                done, mention = match.end(), _mention_at(text, match, patterns, written)
        if mention is not None:
            yield mention


def _mention_at(text: str, match: re.Match[str], patterns: DatePatterns, written: date | None) -> DateMention | None:
    """The date that the pattern matched; None if it is none, or one of another calendar."""
    printed = zip(match.re.groupindex, match.groups(), strict=True)  # every group has a name
    folded, found = match.string, {name: value for name, value in printed if value}
    if not patterns.dates.lower_case_months and _is_lower_case(text, match, found):
        return None  # "20 may have died" is not a day of May
    left = folded[max(0, match.start() - PREFIX_REACH) : match.start()]
    mention = mention_of(PrintedDate(text, match, found, left, patterns, written))
    if mention is None or patterns.other_calendar.match(folded, mention.end):
        return None
    if is_glued(folded, match.start(), mention.end):
        return None
    before = folded[max(0, mention.start - _DOCUMENT_REACH) : mention.start]
    is_document = mention.role is None and patterns.document_before.search(before)
    return evolve(mention, role="document") if is_document else mention


def _is_lower_case(text: str, match: re.Match[str], found: Mapping[str, str]) -> bool:
    """Whether the name of the month is in lower case."""
    return any(text[match.start(name)].islower() for name in ("mn", "mb", "mo") if name in found)
