"""The ways in which sources write dates, as patterns: made of the words of all languages."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from newsdedup.articles.moments.marks import first_hours
from newsdedup.articles.moments.plausible import FIRST_YEAR, LAST_YEAR
from newsdedup.languages import Language, known_languages

NUMBERS: Mapping[str, int] = {f"{number:0{width}}": number for width in (2, 1) for number in range(100)}
YEARS: Mapping[str, int] = {  # two digits as POSIX reads them
    **{f"{year % 100:02}": year for year in range(1969, 2069)},
    **{str(year): year for year in range(FIRST_YEAR, LAST_YEAR + 1)},
}
# A weekday may have a number ("Thứ 7"); other digits may not come before the date.
_LEAD: Final = r"(?:\D*[^\W\d_]\s?[2-8],?\s)?\D*"
_NUMERIC: Final = r"(?P<day>\d\d?)\s?(?P<stroke>[/.-])\s?(?P<month>\d\d?)\s?(?P=stroke)\s?(?P<year>\d{4}|\d\d)(?!\d)"
_YEAR_FIRST: Final = r"(?P<year>\d{4})\s?(?P<stroke>[/.-])\s?(?P<month>\d\d?)\s?(?P=stroke)\s?(?P<day>\d\d?)(?!\d)"


@functools.cache
def date_lines() -> tuple[re.Pattern[str], ...]:
    """The patterns of a date line: numbers, year first, the month after the day in words, and before it."""
    month_words = _any(lambda language: (*language.dates.month_words, *language.dates.month_abbreviations))
    day = rf"(?P<day>\d\d?)(?:{_any(lambda language: language.dates.ordinal_endings)})?"
    day_first = (
        rf"{day}(?P<month>\D{{3,30}}|[\s.-]{{1,3}}{month_words}\s?\d\d?\D{{1,9}})"
        r"(?P<year>\d{4}|\d\d(?=\s*$|\s+\d\d?:))(?!\d)"
    )
    month_first = rf"(?<!\w)(?P<month>[^\W\d_]{{3,}})\.?\s+{day}[\s,]+(?P<year>\d{{4}})(?!\d)"
    return tuple(map(_line, (_NUMERIC, _YEAR_FIRST, day_first, month_first)))


def _line(date: str) -> re.Pattern[str]:
    """A date with an optional time before it or after it, and whatever else is on the line."""
    return re.compile(
        rf"(?:{_LEAD}{_clock('_before')}(?P<between>\D.*?)|{_LEAD}){date}(?:(?![+-]\d)\D+?{_clock('_after')})?(?P<rest>\D.*)?",
        re.DOTALL,
    )


def _clock(name: str) -> str:
    hours = _any(lambda language: language.dates.hour_words)
    minutes = _any(lambda language: language.dates.minute_words)
    parts = "|".join(map(re.escape, first_hours()))
    return (
        rf"(?P<hour{name}>\d\d?)(?:"
        rf"\s?(?:[:.]|{hours})\s?(?P<minute{name}>\d\d)(?!\d)"
        rf"(?:[:.](?P<second{name}>\d\d)(?:[.,](?P<fraction{name}>\d{{1,9}}))?(?!\d))?(?:\s?(?:{minutes})(?![\w.]))?"
        rf"|\s?(?:{hours})(?!\w)|(?=\s?(?i:{parts})(?!\w)))"
    )


def _any(words: Callable[[Language], Iterable[str]]) -> str:
    found = {word for language in known_languages().values() for word in words(language)}
    return "(?i:" + "|".join(map(re.escape, sorted(found, key=len, reverse=True))) + ")"


@functools.lru_cache(maxsize=1024)
def month_of(text: str) -> int | None:
    """The month that the text between day and year names, in any language; None if it is not a month.

    Examples
    --------
    >>> month_of(" of June, "), month_of(" Tháng Sáu năm "), month_of("-Th6-"), month_of(" people ")
    (6, 6, 6, None)
    """
    words = re.findall(r"[^\W\d_]+|\d+", unicodedata.normalize("NFKC", text).lower())
    links, years = _link_words()
    without_link = words[1:] if words[:1] and words[0] in links else words
    without_year = without_link[:-1] if without_link[1:] and without_link[-1] in years else without_link
    return next(
        (month_names()[name] for name in map(" ".join, (words, without_link, without_year)) if name in month_names()),
        None,
    )


@functools.cache
def _link_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words between a day and its month, and between a month and its year."""
    tables = [language.dates for language in known_languages().values()]
    return (
        frozenset(word for dates in tables for word in dates.month_links),
        frozenset(word for dates in tables for word in dates.year_words),
    )


@functools.cache
def month_names() -> Mapping[str, int]:
    """Names of the months in all languages; numbers, also in words, after a word for month."""
    names: dict[str, int] = {}
    for language in known_languages().values():
        words = (*language.dates.month_words, *language.dates.month_abbreviations)
        numbers = {number: month for number, month in NUMBERS.items() if 1 <= month <= 12} | _spelled(language)
        names |= {f"{word} {number}": month for word in words for number, month in numbers.items()}
        names |= {name.rstrip("."): month for name, month in language.dates.months.items()}
    return names


def _spelled(language: Language) -> dict[str, int]:
    """One to twelve in words, as far as a language says them with words for ten and for units."""
    numerals = language.numerals
    units = {**numerals.units, **numerals.tails}
    tens = {word: value for word, value in numerals.tens.items() if value == 10}
    longer = {f"{ten} {unit}": 10 + value for ten in tens for unit, value in numerals.units.items() if value <= 2}
    return {**units, **tens, **longer}
