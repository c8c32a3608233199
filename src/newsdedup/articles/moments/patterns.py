"""The ways in which sources write dates, as patterns: made of the words of all languages."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from attrs import frozen

from newsdedup.articles.moments.plausible import FIRST_YEAR, LAST_YEAR
from newsdedup.languages import Language, forgotten_with_languages, known_languages

NUMBERS: Mapping[str, int] = {f"{number:0{width}}": number for width in (2, 1) for number in range(100)}
YEARS: Mapping[str, int] = {  # two digits as POSIX reads them
    **{f"{year % 100:02}": year for year in range(1969, 2069)},
    **{str(year): year for year in range(FIRST_YEAR, LAST_YEAR + 1)},
}
_PLAIN_LEAD: Final = r"\D*"
_NUMBERED_WEEKDAY: Final = r"\D*[^\W\d_]\s?[2-8],?\s\D*"  # "Thứ 7"; no other digits may come before a date
_NUMERIC: Final = r"(\d\d?)\s?(?P<stroke>[/.-])\s?(\d\d?)\s?(?P=stroke)\s?(\d{4}|\d\d)(?!\d)"
_YEAR_FIRST: Final = r"(\d{4})\s?(?P<stroke>[/.-])\s?(\d\d?)\s?(?P=stroke)\s?(\d\d?)(?!\d)"
_FORMS: Final = ("numeric", "year first", "named month", "named month first")
_PLACES_IN_FORM: Mapping[str, tuple[int, int, int]] = {  # of the day, the month and the year, after the first group
    "numeric": (0, 2, 3),
    "year first": (3, 2, 0),
    "named month": (0, 2, 3),
    "named month first": (2, 0, 3),
}


@frozen
class DateLine:
    """A way to write a date on a line, with an optional time after it, or a time before it.

    Attributes
    ----------
    pattern : re.Pattern
        Its groups are the parts below, and last the rest of the line.
    day, month, year : int
        The place of each among the groups.
    clock : int
        The place of the hour; minute, second and fraction follow.
    between : int, optional
        The place of what is between a time and the date after it.
    is_numeric : bool
        Whether day and month are numbers, of which either may come first.
    """

    pattern: re.Pattern[str]
    day: int
    month: int
    year: int
    clock: int
    between: int | None
    is_numeric: bool


def line_keys(forms: Iterable[str]) -> tuple[tuple[str, bool, bool], ...]:
    """The arguments of `date_line` for all lines, in the order in which they are tried."""
    ordered = tuple(forms)
    return tuple((form, numbered, before) for numbered in (False, True) for before in (False, True) for form in ordered)


WITH_STROKES: Final = line_keys(_FORMS)
WITH_NAMES: Final = line_keys(("named month", "named month first", "numeric", "year first"))


@forgotten_with_languages
@functools.cache
def date_line(form: str, numbered: bool, before: bool) -> DateLine:
    """A line with a date in a form, after a weekday with a number or any text, and after a time or before it."""
    lead = _NUMBERED_WEEKDAY if numbered else _PLAIN_LEAD
    date, clock = _day_pattern(form), _clock_pattern()
    pattern = rf"{lead}{clock}(\D.*?){date}(\D.*)?" if before else rf"{lead}{date}(?:(?![+-]\d)\D+?{clock})?(\D.*)?"
    first = 5 if before else 0
    day, month, year = (first + place for place in _PLACES_IN_FORM[form])
    return DateLine(
        re.compile(pattern, re.DOTALL), day, month, year, 0 if before else 4, 4 if before else None, form == "numeric"
    )


@forgotten_with_languages
@functools.cache
def _day_pattern(form: str) -> str:
    """The pattern of a date, with four groups."""
    if form in ("numeric", "year first"):
        return _NUMERIC if form == "numeric" else _YEAR_FIRST
    day = rf"(\d\d?)(?:{_any(lambda language: language.dates.ordinal_endings)})?"
    if form == "named month first":
        return rf"(?<!\w)([^\W\d_]{{3,}})()\.?\s+{day}[\s,]+(\d{{4}})(?!\d)"
    month_words = _any(lambda language: (*language.dates.month_words, *language.dates.month_abbreviations))
    return (
        rf"{day}()(\D{{3,30}}|[\s.-]{{1,3}}{month_words}\s?\d\d?\D{{1,9}})"
        r"(\d{4}|\d\d(?=\s*$|\s+\d\d?:))(?!\d)"
    )


@forgotten_with_languages
@functools.cache
def _clock_pattern() -> str:
    """The pattern of a time of day: hour, minute, second and its fraction."""
    hours = _any(lambda language: language.dates.hour_words)
    minutes = _any(lambda language: language.dates.minute_words)
    parts = _any(lambda language: language.dates.first_hours)
    return (
        rf"(\d\d?)(?:\s?(?:[:.]|{hours})\s?(\d\d)(?!\d)(?:[:.](\d\d)(?:[.,:](\d{{1,9}}))?(?!\d))?"
        rf"(?:\s?{minutes}(?![\w.]))?|\s?{hours}(?!\w)|(?=\s?{parts}(?!\w)))"
    )


def _any(words: Callable[[Language], Iterable[str]]) -> str:
    found = {word for language in known_languages().values() for word in words(language)}
    return "(?i:" + "|".join(map(re.escape, sorted(found, key=len, reverse=True))) + ")"


@forgotten_with_languages
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


@forgotten_with_languages
@functools.cache
def _link_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words between a day and its month, and between a month and its year."""
    tables = [language.dates for language in known_languages().values()]
    return (
        frozenset(word for dates in tables for word in dates.month_links),
        frozenset(word for dates in tables for word in dates.year_words),
    )


@forgotten_with_languages
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
