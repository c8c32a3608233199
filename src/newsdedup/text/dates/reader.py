"""Dates of a text: days, ranges, months and years, as ISO strings in which an unknown year is ``XXXX``."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from attrs import evolve, frozen

from newsdedup.languages import Dates, Language
from newsdedup.text.dates.near_days import near_days
from newsdedup.text.dates.patterns import DatePatterns, date_patterns_of
from newsdedup.text.dates.years import UNKNOWN_YEAR, Writing, writing_around
from newsdedup.text.landmarks import Landmarks, landmarks_in
from newsdedup.text.normal_form import fold_case
from newsdedup.text.tags import Tag

_PREFIX_REACH = 48  # characters before a date that can belong to it
_DOCUMENT_REACH = 60
_CENTURY_TURN = 70  # two digits from here on are a year of the twentieth century
_MOST_PARTS = 10  # 3/4 and 1/10 are more often shares than days
_LONG = 120  # days before publication; older dates belong to the past
_ROUND_THE_CLOCK = "24/7"
_SIGNED_DAY = re.compile(r"(?:(?<!\d)(?P<year>\d{4})年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@frozen
class DateMention:
    """A date as printed."""

    start: int  # offset in the text that was read
    end: int
    low: str  # first day (or month, or year) as an ISO string; the year may be ``XXXX``
    high: str  # last day, in the same form
    qualifier: str = "exact"  # ``exact``, ``range`` for several days, months or years, ``about`` for "the end of 2017"
    # ``as_of`` if something is counted up to it, ``document`` if it is the date of a paper, ``reported`` if it is the
    # date of a statement
    role: str | None = None

    @property
    def value(self) -> str:
        """The whole date: one ISO string, or the two ends of a range."""
        return self.low if self.low == self.high else f"{self.low}/{self.high}"


def read_dates(
    plain: str,
    language: Language,
    published: datetime | date | None = None,
    *,
    folded: str | None = None,
    landmarks: Landmarks | None = None,
) -> list[DateMention]:
    """All dates of a text in normal form, in order; `folded` and `landmarks` are those of the text, if they are known.

    A date without a year takes the year that puts it nearest to the day of publication; a tie goes to the past. Days
    given by words alone ("hôm qua", "on Tuesday") are read only if that day is given.
    """
    if not language.dates.day_words and not language.dates.months:
        return []
    folded = fold_case(plain) if folded is None else folded
    landmarks = landmarks_in(folded, language) if landmarks is None else landmarks
    patterns = date_patterns_of(language)
    printed = _with_spans(list(_mentions(plain, folded, _starts(folded, landmarks), patterns, published)), folded)
    near = [
        DateMention(one.start, one.end, one.day.isoformat(), one.day.isoformat())
        for one in (near_days(folded, language, published, landmarks.of(Tag.DAY)) if published else ())
        if not _overlaps(printed, one.start, one.end)
    ]
    found = sorted((*printed, *near), key=lambda mention: mention.start)
    return [evolve(one, role="reported") if _is_reported(one, folded, patterns) else one for one in found]


def read_signed_dates(plain: str) -> list[DateMention]:
    """Days with the signs 月 and 日, which need no tables of a language.

    Examples
    --------
    >>> [date.value for date in read_signed_dates("2025年6月14日上午, 10月23日")]
    ['2025-06-14', 'XXXX-10-23']
    """
    return [
        DateMention(*match.span(), *2 * (_iso(match["year"] or UNKNOWN_YEAR, int(match["month"]), int(match["day"])),))
        for match in _SIGNED_DAY.finditer(plain)
        if _is_calendar_day(match["year"], int(match["month"]), int(match["day"]))
    ]


def _with_spans(mentions: Sequence[DateMention], folded: str) -> list[DateMention]:
    """The mentions; "up to" right after another date ends a span, and is not the end of a period of counting."""
    return [
        evolve(one, role=None)
        if before is not None and one.role == "as_of" and not folded[before.end : one.start].strip()
        else one
        for before, one in zip((None, *mentions), mentions, strict=False)
    ]


def _is_reported(mention: DateMention, folded: str, patterns: DatePatterns) -> bool:
    return mention.role is None and patterns.report_before.before(folded, mention.start) is not None


def _overlaps(mentions: Sequence[DateMention], start: int, end: int) -> bool:
    index = bisect_left(mentions, end, key=lambda mention: mention.start)
    return index > 0 and mentions[index - 1].end > start


def _starts(folded: str, landmarks: Landmarks) -> list[int]:
    """Where a date may start: a first digit, or the name of a month or a quarter."""
    digits = (start for start in landmarks.digits if folded[start].isdecimal())
    return sorted((*digits, *landmarks.of(Tag.MONTH), *landmarks.of(Tag.QUARTER)))


def _mentions(
    text: str, folded: str, starts: Iterable[int], patterns: DatePatterns, published: datetime | date | None
) -> Iterator[DateMention]:
    done = 0
    for start in starts:
        match = patterns.core.match(folded, start) if start >= done else None
        if match is None:
            continue
        done = match.end()
        found = {name: value for name, value in match.groupdict().items() if value}
        if not patterns.dates.lower_case_months and _is_lower_case(text, match, found):
            continue  # "20 may have died" is not a day of May
        left = folded[max(0, match.start() - _PREFIX_REACH) : match.start()]
        mention = _mention_of(_PrintedDate(match, found, left, patterns, published))
        if mention is not None and not patterns.other_calendar.match(folded, mention.end):
            before = folded[max(0, mention.start - _DOCUMENT_REACH) : mention.start]
            is_document = mention.role is None and patterns.document_before.search(before)
            yield mention if not is_document else evolve(mention, role="document")


def _is_lower_case(text: str, match: re.Match[str], found: Mapping[str, str]) -> bool:
    """Whether the name of the month is in lower case."""
    return any(text[match.start(name)].islower() for name in ("mn", "mb", "mo") if name in found)


def is_long_before(day: str, published: datetime | date) -> bool:
    """Whether a day or month lies more than `_LONG` days before a moment, or a year before that of the moment."""
    year, *rest = day.split("-")
    if year == UNKNOWN_YEAR or not rest:
        return year.isdecimal() and int(year) < published.year
    month, number = (*(int(part) for part in rest), 28)[:2]
    return (date(published.year, published.month, published.day) - date(int(year), month, number)).days > _LONG


@frozen
class _PrintedDate:
    """What the pattern of dates matched, with the groups that are not empty, and the text before it."""

    match: re.Match[str]
    found: Mapping[str, str]
    left: str
    patterns: DatePatterns
    published: datetime | date | None

    def writing(self, start: int) -> Writing | None:
        """What gives the year of the date, which starts at `start` and prints none."""
        return writing_around(self.match.string, start, self.match.end(), self.patterns.language, self.published)


def _mention_of(printed: _PrintedDate) -> DateMention | None:
    found = printed.found
    if "year" in found:
        return _year(printed)
    if "ym" in found or "yo" in found:
        return _month_of_year(printed)
    if "month" in found:
        return _month(printed)
    return _quarter(printed) if "quarter" in found else _day_or_days(printed)


def _day_or_days(printed: _PrintedDate) -> DateMention | None:
    match, found, left, patterns = printed.match, printed.found, printed.left, printed.patterns
    days = _first_and_last_day(found, patterns.dates)
    prefix = patterns.prefix.search(left)
    if days is None or prefix is None:
        return None
    if "ds" in found and (patterns.name_before.search(left) or not _is_day(match.group(), left, prefix, days)):
        return None
    if patterns.dates.dotted and _is_dotted(found, match.group()) and not _says_day(prefix):
        return None
    year, first, last = days
    start = match.start() - len(prefix.group())
    writing = None if year else printed.writing(start)
    low, high = (_iso(year or _year_of_day(writing, *day), *day) for day in (first, last))
    role = "as_of" if prefix.group("until") else None
    return DateMention(
        start, writing.end if writing else match.end(), low, high, "exact" if low == high else "range", role
    )


def _is_dotted(found: Mapping[str, str], printed: str) -> bool:
    """Whether day and month have a point between them, like a decimal, and no year after them."""
    return "." in printed and not found.keys() & {"y", "y2"}


def _says_day(prefix: re.Match[str]) -> bool:
    """Whether more than "up to" comes before a date."""
    return bool(prefix.group()[len(prefix.group("until") or "") :].strip(" ("))


def _year_of_day(writing: Writing | None, month: int, day: int) -> str:
    return UNKNOWN_YEAR if writing is None else writing.year_of_day(month, day)


def _year_of_month(writing: Writing | None, month: int) -> str:
    return UNKNOWN_YEAR if writing is None else writing.year_of_month(month)


def _year(printed: _PrintedDate) -> DateMention | None:
    match, before = printed.match, printed.patterns.year_before.search(printed.left)
    if before is None:
        return None
    first, last = match.group("year"), match.group("year2")
    start, end = match.start() - len(before.group()), match.end()
    if before.group("part"):
        months = {" ".join(words.split()): month for words, month in printed.patterns.dates.parts_of_year.items()}
        month = f"{first}-{months[' '.join(before.group('part').split())]:02d}"
        return DateMention(start + len(before.group("count") or ""), match.end("year"), month, month, "about")
    if last is None or last <= first:
        return DateMention(start + len(before.group("count") or ""), match.end("year"), first, first)
    start = match.start() if before.group("count") else start  # in "hai năm 2014-2015" the year is a unit
    return DateMention(start, end, first, last, "range")


def _month(printed: _PrintedDate) -> DateMention | None:
    before, month = printed.patterns.month_before.search(printed.left), int(printed.found["month"])
    if before is None or not 1 <= month <= 12:
        return None
    year, start = printed.found.get("yearm"), printed.match.start() - len(before.group())
    writing = None if year else printed.writing(start)
    value = f"{year or _year_of_month(writing, month)}-{month:02d}"
    qualifier = "about" if before.group("part") else "exact"
    return DateMention(start, writing.end if writing else printed.match.end(), value, value, qualifier)


def _quarter(printed: _PrintedDate) -> DateMention:
    """A quarter of a year: three months."""
    start, quarter, year = printed.match.start(), printed.found["quarter"], printed.found.get("yearq")
    last = 3 * (_QUARTERS.get(quarter) or int(quarter))
    writing = None if year else printed.writing(start)
    year = year or _year_of_month(writing, last)
    end = writing.end if writing else printed.match.end()
    return DateMention(start, end, f"{year}-{last - 2:02d}", f"{year}-{last:02d}", "range")


def _month_of_year(printed: _PrintedDate) -> DateMention | None:
    match, found, patterns = printed.match, printed.found, printed.patterns
    month = patterns.dates.months[found["mo"]] if "mo" in found else int(found["my"])
    before = patterns.month_before.search(printed.left)
    if not 1 <= month <= 12 or ("my" in found and "." in match.group() and before is None):
        return None
    start = match.start() - (len(before.group()) if before else 0)
    value = f"{found.get('ym') or found['yo']}-{month:02d}"
    return DateMention(start, match.end(), value, value, "about" if before and before.group("part") else "exact")


_Day = tuple[int, int]


def _first_and_last_day(found: Mapping[str, str], dates: Dates) -> tuple[str | None, _Day, _Day] | None:
    """Year as printed, first (month, day) and last (month, day); None if there is no such day."""
    year, first, last = _printed_first_and_last_day(found, dates)
    if year and len(year) == 2:
        year = f"{'19' if int(year) >= _CENTURY_TURN else '20'}{year}"
    if any(not _is_calendar_day(year, *day) for day in (first, last)) or (
        first > last and year is None and first[0] == last[0]
    ):
        return None
    return year, first, last


def _printed_first_and_last_day(found: Mapping[str, str], dates: Dates) -> tuple[str | None, _Day, _Day]:
    if "iso" in found:
        year, *rest = found["iso"].split("-")
        return year, (int(rest[0]), int(rest[1])), (int(rest[0]), int(rest[1]))
    if "d2" in found:
        last_month = int(found.get("m2") or found["m2w"])
        first = (int(found.get("m1") or last_month), int(found["d1"]))
        return found.get("y2") or found.get("y2w"), first, (last_month, int(found["d2"]))
    if "d2h" in found:
        number = int(found["m2h"])
        return found.get("y2h"), (number, int(found["d1h"])), (number, int(found["d2h"]))
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


def _is_calendar_day(year: str | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12 or (year is not None and not 1000 <= int(year) <= 2999):
        return False
    return 1 <= day <= calendar.monthrange(int(year or 2000), month)[1]


def _is_day(printed: str, left: str, prefix: re.Match[str], days: tuple[str | None, _Day, _Day]) -> bool:
    """Whether "14/6" is a day: without a word for a day, "1/3" may be a third, and "2-1" a score."""
    is_score = "-" in printed and days[1][0] == days[1][1] and not _says_day(prefix)  # "đến 6-6"
    if prefix.group().strip():
        return not is_score
    if left.endswith("("):
        return "/" in printed
    (month, day), (first, _, second) = days[1], printed.partition("/")
    may_be_share = not second or (int(first) < int(second) and day <= _MOST_PARTS)
    return day > month and not may_be_share and printed != _ROUND_THE_CLOCK


def _iso(year: str, month: int, day: int) -> str:
    return f"{year}-{month:02d}-{day:02d}"
