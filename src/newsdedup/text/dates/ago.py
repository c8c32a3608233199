"""Days, months and years that are so many units before the day of writing: "two days ago", "cách đây một tháng"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from attrs import frozen

from newsdedup.languages import Language, cached_by_language
from newsdedup.text.dates.mention import DateMention
from newsdedup.text.numbers.grammar import NumberGrammar, number_grammar_of
from newsdedup.text.numbers.reader import number_from
from newsdedup.text.phrases import any_of, plain

_AGO_REACH = 48  # characters before "ago"
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_WORD_START = re.compile(r"(?<!\w)\w")


@frozen
class _AgoPatterns:
    before: re.Pattern[str]  # "cách đây", and a qualifier after it
    after: re.Pattern[str]  # "ago"
    unit: re.Pattern[str]
    unit_before: re.Pattern[str]
    article: re.Pattern[str]
    not_after_unit: re.Pattern[str]
    units: dict[str, str]
    numbers: NumberGrammar


@cached_by_language
def _ago_patterns(language: Language) -> _AgoPatterns:
    dates, table = language.dates, language.numerals
    units = {plain(word): unit for word, unit in language.durations.items() if unit in {**_DAYS, **_MONTHS}}
    places = any_of(language.places.at)
    qualifiers = any_of(language.qualifiers_before)
    return _AgoPatterns(
        before=re.compile(rf"(?:{any_of(dates.ago_before)})\s+(?:(?P<qualifier>{qualifiers})\s+)?"),
        after=re.compile(
            rf"(?:{any_of(dates.ago_after)})(?!\w)|"
            rf"(?:{any_of(dates.ago_after_at_end)})(?=\s*(?:[,.;:!?)\"”\r\n]|$)|\s+(?:{places})(?!\w))"
        ),
        unit=re.compile(rf"[\s-]+(?P<unit>{any_of(units)})(?!\w)"),
        unit_before=re.compile(rf"[\s-]+(?P<unit>{any_of(units)})\s+$"),
        article=re.compile(rf"(?:{any_of(table.articles)})(?!\w)"),
        not_after_unit=re.compile(rf"\s+(?:{any_of(table.unit_halves)})(?!\w)"),
        units=units,
        numbers=number_grammar_of(language),
    )


def times_ago(folded: str, language: Language, written: date, starts: Sequence[int]) -> Iterator[DateMention]:
    """Days, months and years before the day of writing; the words for "ago" may start at `starts`, in order.

    A number of days gives a day, of weeks about a day, of months about a month, of years about a year.
    """
    if not starts:  # most texts, for which nothing is compiled
        return
    patterns = _ago_patterns(language)
    for start in starts:
        found = _before_number(folded, start, patterns) or _after_number(folded, start, patterns)
        if found is not None and (value := _iso_value(found, written)):
            is_exact = found.unit == "day" and not found.is_qualified
            yield DateMention(found.start, found.end, value, value, "exact" if is_exact else "about")


@frozen
class _TimeAgo:
    start: int
    end: int
    number: Decimal
    unit: str
    is_qualified: bool


def _before_number(folded: str, start: int, patterns: _AgoPatterns) -> _TimeAgo | None:
    """The distance after "cách đây"."""
    match = patterns.before.match(folded, start)
    number = _number_or_article(folded, match.end(), patterns) if match else None
    unit = patterns.unit.match(folded, number[1]) if number else None
    if match is None or number is None or unit is None or patterns.not_after_unit.match(folded, unit.end()):
        return None
    return _TimeAgo(start, unit.end(), number[0], _unit_of(unit, patterns), match["qualifier"] is not None)


def _after_number(folded: str, start: int, patterns: _AgoPatterns) -> _TimeAgo | None:
    """The distance before "ago"."""
    match = patterns.after.match(folded, start)
    left = max(0, start - _AGO_REACH)
    unit = patterns.unit_before.search(folded, left, start) if match else None
    if match is None or unit is None:
        return None
    for word in _WORD_START.finditer(folded, left, unit.start()):
        number = _number_or_article(folded, word.start(), patterns)
        if number is not None and number[1] == unit.start():
            qualifier = patterns.numbers.qualifier_at(folded, word.start())
            first = word.start() - (len(qualifier.group()) if qualifier else 0)
            return _TimeAgo(first, match.end(), number[0], _unit_of(unit, patterns), qualifier is not None)
    return None


def _number_or_article(folded: str, position: int, patterns: _AgoPatterns) -> tuple[Decimal, int] | None:
    """The number that starts at a place, and its end; an article is one."""
    if article := patterns.article.match(folded, position):
        return Decimal(1), article.end()
    number = number_from(folded, position, patterns.numbers)
    return (Decimal(number.value), number.end) if number and not number.is_share else None


def _unit_of(match: re.Match[str], patterns: _AgoPatterns) -> str:
    return patterns.units[" ".join(match["unit"].split())]


def _iso_value(found: _TimeAgo, written: date) -> str | None:
    """The ISO string of the day, month or year; None where the calendar has none."""
    if found.number != int(found.number) or found.number <= 0:
        return None
    number = int(found.number)
    if found.unit in _DAYS:
        days = number * _DAYS[found.unit]
        return (written - timedelta(days)).isoformat() if days < written.toordinal() else None
    month = written.year * 12 + written.month - 1 - number * _MONTHS[found.unit]
    if month < 12 * 1000:
        return None
    return str(month // 12) if found.unit == "year" else f"{month // 12}-{month % 12 + 1:02d}"
