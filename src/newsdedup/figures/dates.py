"""Dates as a text prints them: days, ranges, months and years, as ISO strings with unknown years kept unknown."""

from __future__ import annotations

import calendar
import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from attrs import frozen

from newsdedup.figures.days_told import days_told
from newsdedup.figures.landmarks import Landmarks, landmarks_in
from newsdedup.figures.phrases import NEVER, Ending, any_of, ending, plain
from newsdedup.languages import Dates, Language
from newsdedup.text import fold_case

UNKNOWN_YEAR = "XXXX"
_PREFIX_REACH = 48  # characters before a date that can belong to it
_DOCUMENT_REACH, _REPORT_REACH = 60, 24
_CENTURY_TURN = 70  # a year of two digits from here on is of the twentieth century
_MOST_PARTS = 10  # 3/4 and 1/10 are shares rather than days
_LONG = 120  # days after which a report speaks of the past
_ROUND_THE_CLOCK = "24/7"
_AFTER = r"(?![\w/]|[.,-]\d)"


@frozen
class DateMention:
    """A date as printed.

    Attributes
    ----------
    start, end : int
        Offsets in the text that was read.
    low, high : str
        First and last day (or month, or year) as ISO strings; the year may be ``XXXX``.
    qualifier : str
        ``exact``, ``range`` for several days, ``about`` for "the end of 2017".
    role : str or None
        ``as_of`` where the words make it a moment up to which something is counted,
        ``document`` where it dates a paper, ``reported`` where it dates what somebody said.
    """

    start: int
    end: int
    low: str
    high: str
    qualifier: str = "exact"
    role: str | None = None

    @property
    def value(self) -> str:
        """The whole date: one ISO string, or the two ends of a range."""
        return self.low if self.low == self.high else f"{self.low}/{self.high}"


@frozen
class _Patterns:
    core: re.Pattern[str]
    prefix: re.Pattern[str]
    month_before: Ending
    year_before: Ending
    document_before: re.Pattern[str]
    report_before: Ending
    name_before: Ending
    other_calendar: re.Pattern[str]
    dates: Dates


@functools.cache
def _patterns_of(language: Language) -> _Patterns:
    dates = language.dates
    until, part, weekday, day = (
        any_of(words)
        for words in (dates.until, dates.parts_of_day, dates.weekdays, (*dates.day_words, *dates.day_marks))
    )
    when = "|".join(dates.until_when) or NEVER
    prefix = (
        rf"(?<!\w)(?P<until>(?:{until})\s+(?:(?:{when})\s*)?)?(?:(?:{part})\s+)?(?:(?:{weekday})[\s,]+)?"
        rf"(?:(?:{part})\s+)?"
        rf"(?:\(?{_after_no_count(language)}(?:(?:{day})\s+){{1,2}})?$"
    )
    return _Patterns(
        core=re.compile(_core(dates), re.VERBOSE),
        prefix=re.compile(prefix),
        month_before=ending(rf"(?<!\w)(?:{any_of(dates.month_words)})\s+$", dates.month_words),
        year_before=ending(
            rf"(?<!\w)(?:(?P<part>{any_of(dates.parts_of_year)})|(?:{any_of(dates.year_words)}))\s+$",
            (*dates.parts_of_year, *dates.year_words),
        ),
        document_before=re.compile(rf"(?<!\w)(?:{any_of(dates.documents)})[^.,;!?\r\n]{{0,25}}\d[^.,;!?\r\n]{{0,25}}$"),
        report_before=ending(rf"(?<!\w)(?:{any_of(dates.reports)})\s+$", dates.reports, _REPORT_REACH),
        name_before=ending(rf"(?<!\w)(?:{any_of(dates.not_days)})\s+$", dates.not_days),
        other_calendar=re.compile(rf"[^\S\r\n]*\(?(?:{any_of(dates.other_calendars)})(?!\w)"),
        dates=dates,
    )


def _after_no_count(language: Language) -> str:
    """Where the word for a day is no unit: of "2 ngày 14 và 15/6" it is, of "15h30 ngày 3/4" it is not."""
    hours = [plain(word) for word, unit in language.durations.items() if unit == "hour"]
    clocks = "|".join(rf"(?<={re.escape(word)}\s\d\d\s)" for word in hours)
    return rf"(?:(?<!\d\s)|(?<=[h:]\d\d\s)|{clocks or NEVER})"


def _core(dates: Dates) -> str:
    """Every way to write a date, most telling first; what a language does not write is left out."""
    month_word, year_word = any_of(dates.month_words), any_of(dates.year_words)
    day_word = any_of((*dates.day_words, *dates.day_marks))
    joined = rf"\s?(?:{any_of(dates.list_words)})\s?(?:(?:{day_word})\s+)?"
    written_year = rf"(?:[\s,]+(?:{year_word})\s+|\s?/\s?|,\s*|\s+(?=\d{{4}}(?!\w)))"
    after_month = "|".join(rf"(?<={re.escape(plain(word))}\s)" for word in dates.month_words) or NEVER
    ways = [
        rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}) {_AFTER}",
        *(_named_months(dates, joined, written_year) if dates.months else ()),
        rf"""(?P<d1>\d{{1,2}})(?:/(?P<m1>\d{{1,2}}))?(?:,\s?\d{{1,2}}){{0,6}}{joined}(?P<d2>\d{{1,2}})
            (?: /(?P<m2>\d{{1,2}})(?:/(?P<y2>\d{{4}}))?
              | \s+(?:{month_word})\s+(?P<m2w>\d{{1,2}})(?:{written_year}(?P<y2w>\d{{4}}))? ) {_AFTER}""",
        rf"(?P<d>\d{{1,2}})(?P<sep>[/.-])(?P<m>\d{{1,2}})(?P=sep)(?P<y>\d{{4}}|\d{{2}}) {_AFTER}",
        rf"(?P<ds>\d{{1,2}})[/-](?P<ms>\d{{1,2}}) {_AFTER}",
        rf"(?P<dw>\d{{1,2}})\s+(?:{month_word})\s+(?P<mw>\d{{1,2}})(?:{written_year}(?P<yw>\d{{4}}))? {_AFTER}",
        rf"(?P<my>\d{{1,2}})\s?[/-]\s?(?P<ym>\d{{4}}) {_AFTER}",
        r"(?P<year>(?:1[89]|20)\d\d)(?![\w/%]|[.,]\d)",
        rf"(?:{after_month})(?P<month>\d{{1,2}})(?:\s+(?:{year_word})\s+(?P<yearm>\d{{4}}))? {_AFTER}",
    ]
    return rf"(?<![\w/,.:-])(?<!\d\s-\s)(?:{'|'.join(ways)})"


def _named_months(dates: Dates, joined: str, written_year: str) -> tuple[str, ...]:
    months = any_of(dates.months)
    ending = rf"(?:{any_of(dates.ordinal_endings)})?"
    link = rf"(?:(?:{any_of(dates.month_links)})\s+)?"
    return (
        rf"""(?P<db>\d{{1,2}}){ending}(?:{joined}(?P<db2>\d{{1,2}}){ending})?\s+{link}(?P<mb>{months})
            (?:[\s,]+(?P<yb>\d{{4}}))? {_AFTER}""",
        rf"""(?P<mn>{months})\s+(?P<dn>\d{{1,2}}){ending}
            (?:{joined}(?:(?P<mn2>{months})\s+)?(?P<dn2>\d{{1,2}}){ending}(?!\s?[:%]|\d))?
            (?:{written_year}(?P<yn>\d{{4}}))? {_AFTER}""",
        rf"(?P<mo>{months}),?\s+(?P<yo>\d{{4}}) {_AFTER}",
    )


def read_dates(
    plain: str, language: Language, published: datetime | date | None = None, *, folded: str | None = None
) -> list[DateMention]:
    """All dates of a text, in order.

    Parameters
    ----------
    plain : str
        Normalised text.
    language : Language
    published : datetime or date, optional
        A date without a year takes the year that puts it nearest to this; a tie goes to the past.
        Only where it is known are days read that are told by words alone ("hôm qua", "on Tuesday").
    folded : str, optional
        The same in lower case, where it is known.

    Returns
    -------
    list of DateMention
        Offsets are those of `plain`.
    """
    if not language.dates.day_words and not language.dates.months:
        return []
    folded = fold_case(plain) if folded is None else folded
    landmarks = landmarks_in(folded, language)
    patterns = _patterns_of(language)
    printed = list(_mentions(plain, folded, _starts(folded, landmarks), patterns, published))
    told = [
        DateMention(one.start, one.end, one.day.isoformat(), one.day.isoformat())
        for one in (days_told(folded, language, published, landmarks.of("day")) if published else ())
        if not _overlaps(printed, one.start, one.end)
    ]
    found = sorted((*printed, *told), key=lambda mention: mention.start)
    return [_with_role(one, "reported") if _is_reported(one, folded, patterns) else one for one in found]


def _is_reported(mention: DateMention, folded: str, patterns: _Patterns) -> bool:
    return mention.role is None and patterns.report_before.before(folded, mention.start) is not None


def _overlaps(mentions: Sequence[DateMention], start: int, end: int) -> bool:
    index = bisect_left(mentions, end, key=lambda mention: mention.start)
    return index > 0 and mentions[index - 1].end > start


def _starts(folded: str, landmarks: Landmarks) -> list[int]:
    """Where a date may start: a first digit, or the name of a month."""
    digits = (start for start in landmarks.digits if folded[start].isdecimal())
    return sorted((*digits, *landmarks.of("month")))


def _mentions(
    text: str, folded: str, starts: Iterable[int], patterns: _Patterns, published: datetime | date | None
) -> Iterator[DateMention]:
    done = 0
    for start in starts:
        match = patterns.core.match(folded, start) if start >= done else None
        if match is None:
            continue
        done = match.end()
        found = {name: value for name, value in match.groupdict().items() if value}
        if any(text[match.start(name)].islower() for name in ("mn", "mb", "mo") if name in found):
            continue  # "20 may have died" is no day of May
        left = folded[max(0, match.start() - _PREFIX_REACH) : match.start()]
        mention = _mention(match, found, left, patterns, published)
        if mention is not None and not patterns.other_calendar.match(folded, mention.end):
            before = folded[max(0, mention.start - _DOCUMENT_REACH) : mention.start]
            is_document = mention.role is None and patterns.document_before.search(before)
            yield mention if not is_document else _with_role(mention, "document")


def is_long_before(day: str, published: datetime | date) -> bool:
    """Whether a day or month lies more than `_LONG` days before a moment, or a year before that of the moment."""
    year, *rest = day.split("-")
    if year == UNKNOWN_YEAR or not rest:
        return year.isdecimal() and int(year) < published.year
    month, number = (*(int(part) for part in rest), 28)[:2]
    return (date(published.year, published.month, published.day) - date(int(year), month, number)).days > _LONG


def _with_role(mention: DateMention, role: str) -> DateMention:
    return DateMention(mention.start, mention.end, mention.low, mention.high, mention.qualifier, role)


def _mention(
    match: re.Match[str],
    found: Mapping[str, str],
    left: str,
    patterns: _Patterns,
    published: datetime | date | None,
) -> DateMention | None:
    if "year" in found:
        return _year(match, left, patterns)
    if "month" in found:
        before = patterns.month_before.search(left)
        if before is None or not 1 <= int(found["month"]) <= 12:
            return None
        month = f"{_resolved_year(found.get('yearm'), int(found['month']), 1, published)}-{int(found['month']):02d}"
        return DateMention(match.start() - len(before.group()), match.end(), month, month)
    if "ym" in found or "yo" in found:
        return _month_of_year(match, found, left, patterns)
    days = _days(found, patterns.dates)
    prefix = patterns.prefix.search(left)
    if days is None or prefix is None:
        return None
    if "ds" in found and (patterns.name_before.search(left) or not _is_day(match.group(), left, prefix.group(), days)):
        return None
    year, first, last = days
    low, high = (_iso(_resolved_year(year, month, day, published), month, day) for month, day in (first, last))
    role = "as_of" if prefix.group("until") else None
    return DateMention(
        match.start() - len(prefix.group()), match.end(), low, high, "exact" if low == high else "range", role
    )


def _year(match: re.Match[str], left: str, patterns: _Patterns) -> DateMention | None:
    before = patterns.year_before.search(left)
    if before is None:
        return None
    start, year = match.start() - len(before.group()), match.group()
    if before.group("part") is None:
        return DateMention(start, match.end(), year, year)
    months = {" ".join(words.split()): month for words, month in patterns.dates.parts_of_year.items()}
    month = f"{year}-{months[' '.join(before.group('part').split())]:02d}"
    return DateMention(start, match.end(), month, month, "about")


def _month_of_year(
    match: re.Match[str], found: Mapping[str, str], left: str, patterns: _Patterns
) -> DateMention | None:
    month = patterns.dates.months[found["mo"]] if "mo" in found else int(found["my"])
    if not 1 <= month <= 12:
        return None
    before = patterns.month_before.search(left)
    start = match.start() - (len(before.group()) if before else 0)
    value = f"{found.get('ym') or found['yo']}-{month:02d}"
    return DateMention(start, match.end(), value, value)


_Day = tuple[int, int]


def _days(found: Mapping[str, str], dates: Dates) -> tuple[str | None, _Day, _Day] | None:
    """Year as printed, first (month, day) and last (month, day); None where there is no such day."""
    year, first, last = _printed_days(found, dates)
    if year and len(year) == 2:
        year = f"{'19' if int(year) >= _CENTURY_TURN else '20'}{year}"
    if any(not _exists(year, *day) for day in (first, last)) or (first > last and year is None and first[0] == last[0]):
        return None
    return year, first, last


def _printed_days(found: Mapping[str, str], dates: Dates) -> tuple[str | None, _Day, _Day]:
    if "iso" in found:
        year, *rest = found["iso"].split("-")
        return year, (int(rest[0]), int(rest[1])), (int(rest[0]), int(rest[1]))
    if "d2" in found:
        last_month = int(found.get("m2") or found["m2w"])
        first = (int(found.get("m1") or last_month), int(found["d1"]))
        return found.get("y2") or found.get("y2w"), first, (last_month, int(found["d2"]))
    for day_name, month_name, year_name, last_name in (("dn", "mn", "yn", "dn2"), ("db", "mb", "yb", "db2")):
        if day_name in found:
            number = dates.months[found[month_name]]
            day, last = int(found[day_name]), dates.months[found.get("mn2", found[month_name])]
            return found.get(year_name), (number, day), (last, int(found.get(last_name) or day))
    for day_name, month_name, year_name in (("d", "m", "y"), ("ds", "ms", ""), ("dw", "mw", "yw")):
        if day_name in found:
            number, day = int(found[month_name]), int(found[day_name])
            if dates.month_first and day <= 12 and day_name != "dw":
                number, day = day, number
            return found.get(year_name), (number, day), (number, day)
    raise AssertionError(f"no known groups: {found}")


def _exists(year: str | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12 or (year is not None and not 1000 <= int(year) <= 2999):
        return False
    return 1 <= day <= calendar.monthrange(int(year or 2000), month)[1]


def _is_day(printed: str, left: str, prefix: str, days: tuple[str | None, _Day, _Day]) -> bool:
    """Whether "14/6" is a day: "1/3" may be a third, and "2-1" a score, where nothing says "day"."""
    if prefix.strip():
        return True
    if left.endswith("("):
        return "/" in printed
    (month, day), (first, _, second) = days[1], printed.partition("/")
    may_be_share = not second or (int(first) < int(second) and day <= _MOST_PARTS)
    return day > month and not may_be_share and printed != _ROUND_THE_CLOCK


def _iso(year: str, month: int, day: int) -> str:
    return f"{year}-{month:02d}-{day:02d}"


def _resolved_year(printed: str | None, month: int, day: int, published: datetime | date | None) -> str:
    if printed or published is None:
        return printed or UNKNOWN_YEAR
    today = date(published.year, published.month, published.day)
    years = [year for year in (today.year - 1, today.year, today.year + 1) if _exists(str(year), month, day)]
    nearest = min(years, key=lambda year: (abs((date(year, month, day) - today).days), year), default=today.year)
    return str(nearest)
