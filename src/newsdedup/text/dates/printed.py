"""A printed date as a value: what the pattern of dates found, judged by the words around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from attrs import frozen

from newsdedup.text.dates.calendar_days import YearAndDays, first_and_last_day, is_calendar_day, iso_day, month_number
from newsdedup.text.dates.clocks import time_of
from newsdedup.text.dates.mention import DateMention
from newsdedup.text.dates.patterns import DatePatterns
from newsdedup.text.dates.years import UNKNOWN_YEAR, Writing, near_year_after, writing_around
from newsdedup.text.numbers.grammar import number_grammar_of

PREFIX_REACH = 64  # characters before a date that can belong to it
_LAST_DAYS = 28  # from here on a day may be the last one of its month
_LARGEST_PART = 10  # 3/4 and 1/10 are more often shares than days
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LETTER_AFTER = re.compile(r"[^\S\r\n]+(?P<letter>[^\W\d_])")
_PAIR_REACH, _WORDS_REACH = 24, 48  # characters
_PAIR = r"(?<![\w/])(?P<one>\d{1,3})(?P<sign>[/-])(?P<other>\d{1,3})(?![\w/])"
_LINK = r"\s?(?:[,;]|\s[-–])?\s?\(?(?:[^\W\d_]{2,5}\s){0,2}"  # ", ", " rồi ", " and then ", " ("
_MOST_SCORES = 8  # of a match before a pair of numbers, and after it; longer rows are tables
_FEW_GAMES, _TIE_BREAK = 4, 5  # games that the loser of a set has; with more, the winner has seven
_PAIRS = re.compile(_PAIR)
_PAIR_BEFORE, _PAIR_AFTER = re.compile(rf"{_PAIR}{_LINK}$"), re.compile(rf"{_LINK}{_PAIR}")


@frozen
class PrintedDate:
    """What the pattern of dates matched, with the groups that are not empty, and the text around it."""

    text: str
    match: re.Match[str]
    found: Mapping[str, str]
    left: str
    patterns: DatePatterns
    written: date | None

    @property
    def folded(self) -> str:
        """The whole text in lower case."""
        return self.match.string

    @property
    def has_near_year(self) -> bool:
        """Whether words right after the date give its year ("năm ngoái")."""
        return near_year_after(self.folded, self.match.end(), self.patterns.language) is not None

    def writing(self, start: int) -> Writing | None:
        """What gives the year of the date, which starts at `start` and prints none."""
        return writing_around(self.text, self.folded, start, self.match.end(), self.patterns.language, self.written)


def mention_of(printed: PrintedDate) -> DateMention | None:
    """The date as a value; None if what the pattern matched is not a date in its place."""
    found = printed.found
    if "year" in found:
        return _year(printed)
    if "ym" in found or "yo" in found:
        return _month_of_year(printed)
    if "month" in found:
        return _month(printed, "month", "yearm")
    if "month_word" in found:
        return _month(printed, "month_word", "yearw")
    return _quarter(printed) if "quarter" in found else _day_or_days(printed)


def _day_or_days(printed: PrintedDate) -> DateMention | None:
    match, found, dates = printed.match, printed.found, printed.patterns.dates
    days, prefix = first_and_last_day(found, dates), printed.patterns.prefix_of(printed.left)
    if days is None or prefix is None or not _is_day_in_place(printed, prefix, days):
        return None
    year, first, last = days
    start = match.start() - len(prefix.group())
    writing = None if year else printed.writing(start)
    weekday = printed.patterns.weekdays.get(" ".join((prefix["weekday"] or "").split()))
    if year:
        years = (found.get("y1") or str(int(year) - (first > last)), year)
    else:
        years = (UNKNOWN_YEAR, UNKNOWN_YEAR) if writing is None else writing.years_of_days(first, last, weekday)
    low, high = (iso_day(one, *day) for one, day in zip(years, (first, last), strict=True))
    if year and low > high:
        return None
    until = prefix["until"]
    return DateMention(
        start,
        writing.end if writing else match.end(),
        low,
        high,
        qualifier="exact" if low == high else "range",
        role="as_of" if until else None,
        time=time_of(prefix, dates, prefix["part"] or "") if until else None,
    )


def _is_day_in_place(printed: PrintedDate, prefix: re.Match[str], days: YearAndDays) -> bool:
    """Whether the words around what may be a day allow it."""
    found, patterns = printed.found, printed.patterns
    if "ds" in found and (patterns.name_before.search(printed.left) or not _is_bare_day(printed, prefix, days)):
        return False
    if patterns.dates.dotted and _is_dotted(found, printed.match.group()) and not _says_day(prefix):
        return False
    if found.keys() >= {"d2", "m1"} and not _says_day(prefix) and _is_in_scores(printed.match, patterns):
        return False  # "6/1 và 6/2"
    if "night" in found and not _is_night(printed, prefix, days):
        return False
    month = found.get("mw") or found.get("m2w")
    is_in_words = month is not None and not month.isdecimal() and not _is_capital(printed, "mw", "m2w")
    return not is_in_words or bool(prefix.group().strip()) or days[0] is not None


def _is_night(printed: PrintedDate, prefix: re.Match[str], days: YearAndDays) -> bool:
    """Whether two days with no word for "to" between them are one night: "đêm 14, rạng sáng 15/10"."""
    _, (month, day), (next_month, next_day) = days
    is_next_day = (next_month, next_day) == (month, day + 1) or (next_day == 1 and day >= _LAST_DAYS)
    into_morning = "m1" not in printed.found or printed.patterns.morning.search(printed.found["night"]) is not None
    return is_next_day and into_morning and bool(prefix["part"] or prefix["later_part"])


def _is_capital(printed: PrintedDate, *names: str) -> bool:
    """Whether the first of these groups that was found is printed with a capital."""
    name = next(name for name in names if name in printed.found)
    return printed.text[printed.match.start(name)].isupper()


def _is_dotted(found: Mapping[str, str], printed: str) -> bool:
    """Whether day and month have a point between them, like a decimal, and no year after them."""
    return "." in printed and not found.keys() & {"y", "y2"}


def _says_day(prefix: re.Match[str]) -> bool:
    """Whether more than "up to" comes before a date: a word for a day, or a time of day."""
    has_time = prefix["hour"] or prefix["named_hour"]
    return bool(has_time or prefix.group()[len(prefix["until"] or "") :].strip(" ("))


def _is_bare_day(printed: PrintedDate, prefix: re.Match[str], days: YearAndDays) -> bool:
    """Whether "14/6" is a day: without a word for a day, "1/3" may be a third, and "2-1" a score."""
    if _says_day(prefix):
        return True
    words, left = printed.match.group(), printed.left
    (month, day), (first, _, second) = days[1], words.partition("/")
    may_be_share = not second or (int(first) < int(second) and day <= _LARGEST_PART)
    is_weak_until = printed.patterns.is_weak_until(prefix)
    if may_be_share and _is_counted(printed, by_noun=is_weak_until or not prefix["until"]):
        return False
    if _is_in_scores(printed.match, printed.patterns) or _begins_name(printed):
        return False
    if prefix["until"]:
        is_range = not second and (month == day or printed.patterns.dates.month_first)  # "đến 6-6", "until 7-8"
        return not is_range and not (is_weak_until and may_be_share and _goes_on(printed))
    if left.endswith("(") or printed.patterns.opening.search(left):  # "Từ 1/12, giá vé tăng"
        return "/" in words
    return day > month and not may_be_share and words not in printed.patterns.dates.not_dates


def _begins_name(printed: PrintedDate) -> bool:
    """Whether a name follows at once in the sentence, as after the number of a house: "19/5 Nguyễn Trãi"."""
    name = _LETTER_AFTER.match(printed.text, printed.match.end())
    starts_sentence = not printed.left.strip() or printed.left.rstrip(' \t("“')[-1:] in ".!?:;\r\n"
    return name is not None and name["letter"].isupper() and not starts_sentence


def _is_counted(printed: PrintedDate, *, by_noun: bool) -> bool:
    """Whether what follows shows that two numbers are a range or a share: "7-8 giờ", "7-8 p.m.", "8/10 người"."""
    folded, end, grammar = printed.folded, printed.match.end(), number_grammar_of(printed.patterns.language)
    if printed.patterns.clock_after.match(folded, end) or (by_noun and grammar.counted_part.match(folded, end)):
        return True
    return grammar.unit_after.match(folded, end) is not None and not printed.has_near_year


def _goes_on(printed: PrintedDate) -> bool:
    """Whether a word follows that is not part of the date."""
    return _LETTER_AFTER.match(printed.folded, printed.match.end()) is not None and not printed.has_near_year


def _is_in_scores(match: re.Match[str], patterns: DatePatterns) -> bool:
    """Whether two numbers belong to scores: by a word before them, or by other pairs beside them.

    One of those is no day, or all are sets of tennis.
    """
    folded, start, end = match.string, match.start(), match.end()
    pairs = list(_PAIRS.finditer(folded, start, end))
    left = folded[max(0, start - _WORDS_REACH) : start]
    while len(pairs) < _MOST_SCORES:
        if patterns.score_before.search(left) or patterns.name_before.search(left):
            return True
        before = _PAIR_BEFORE.search(left, max(0, len(left) - _PAIR_REACH))
        if before is None:
            break
        pairs.append(before)
        start -= len(before.group())
        left = folded[max(0, start - _WORDS_REACH) : start]
    while len(pairs) < 2 * _MOST_SCORES and (after := _PAIR_AFTER.match(folded, end)):
        pairs.append(after)
        end = after.end()
    if not all(map(_may_be_day, pairs)):
        return True
    return all(map(_is_set, pairs)) and (len(pairs) > 1 or patterns.score_near.search(left) is not None)


def _is_set(pair: re.Match[str]) -> bool:
    """Whether two numbers are the games of a set of tennis: 6/1, 7-6."""
    fewer, more = sorted((int(pair["one"]), int(pair["other"])))
    return (more == 6 and fewer <= _FEW_GAMES) or (more == 7 and fewer in (_TIE_BREAK, 6))


def _may_be_day(pair: re.Match[str]) -> bool:
    """Whether the numbers of a pair are a day and a month, in either order."""
    one, other = int(pair["one"]), int(pair["other"])
    return is_calendar_day(None, other, one) or is_calendar_day(None, one, other)


def _year(printed: PrintedDate) -> DateMention | None:
    match, before = printed.match, printed.patterns.year_before.search(printed.left)
    first, last = match["year"], match["year2"] or _in_full(match["year_digits"], match["year"])
    is_season = last is not None and int(last) == int(first) + 1  # 2013-14 needs no word for a year
    if before is None:
        return DateMention(*match.span(), first, last, "range") if last is not None and is_season else None
    start, end = match.start() - len(before.group()), match.end()
    if before["part"]:
        months = {" ".join(words.split()): month for words, month in printed.patterns.dates.parts_of_year.items()}
        month = f"{first}-{months[' '.join(before['part'].split())]:02d}"
        return DateMention(start + len(before["count"] or ""), match.end("year"), month, month, "about")
    if last is None or last <= first:
        return DateMention(start + len(before["count"] or ""), match.end("year"), first, first)
    start = match.start() if before["count"] else start  # in "hai năm 2014-2015" the year is a unit
    return DateMention(start, end, first, last, "range")


def _in_full(digits: str | None, year: str) -> str | None:
    """The year of which only the last two digits are printed after an earlier one: of "1999-00" it is 2000."""
    if digits is None:
        return None
    last = int(year[:2] + digits)
    return str(last if last > int(year) else last + 100)


def _month(printed: PrintedDate, name: str, year_name: str) -> DateMention | None:
    patterns, place = printed.patterns, printed.match.start(name)
    left = printed.folded[max(0, place - PREFIX_REACH) : place]
    before, month = patterns.month_before.search(left), month_number(printed.found[name], patterns.dates)
    if before is None or not 1 <= month <= 12:
        return None
    year, start = printed.found.get(year_name), place - len(before.group())
    writing = None if year else printed.writing(start)
    has_year = year is not None or (writing is not None and writing.end > printed.match.end())
    is_month = has_year or before["part"] is not None or name != "month_word"
    if not _names_a_month(printed, start, is_surely=is_month):
        return None
    value = f"{year or _year_of_month(writing, month)}-{month:02d}"
    qualifier = "about" if before["part"] else "exact"
    return DateMention(start, writing.end if writing else printed.match.end(), value, value, qualifier)


def _names_a_month(printed: PrintedDate, start: int, *, is_surely: bool) -> bool:
    """Whether "tháng ba" is March: printed with a capital, or beside other words of dates."""
    left, patterns = printed.folded[max(0, start - PREFIX_REACH) : start], printed.patterns
    if patterns.not_month_before.search(left):
        return False
    return is_surely or _is_capital(printed, "month_word") or patterns.month_lead_before.search(left) is not None


def _year_of_month(writing: Writing | None, month: int) -> str:
    return UNKNOWN_YEAR if writing is None else writing.year_of_month(month)


def _quarter(printed: PrintedDate) -> DateMention:
    """A quarter of a year: three months."""
    start, quarter, year = printed.match.start(), printed.found["quarter"], printed.found.get("yearq")
    last = 3 * (_QUARTERS.get(quarter) or int(quarter))
    writing = None if year else printed.writing(start)
    year = year or _year_of_month(writing, last)
    end = writing.end if writing else printed.match.end()
    return DateMention(start, end, f"{year}-{last - 2:02d}", f"{year}-{last:02d}", "range")


def _month_of_year(printed: PrintedDate) -> DateMention | None:
    match, found, patterns = printed.match, printed.found, printed.patterns
    month = patterns.dates.months[found["mo"]] if "mo" in found else int(found["my"])
    before = patterns.month_before.search(printed.left)
    if not 1 <= month <= 12 or ("my" in found and "." in match.group() and before is None):
        return None
    start = match.start() - (len(before.group()) if before else 0)
    value = f"{found.get('ym') or found['yo']}-{month:02d}"
    return DateMention(start, match.end(), value, value, "about" if before and before["part"] else "exact")
