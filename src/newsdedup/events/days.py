"""Days of the year that a text states, as months and days: the year is often left out."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from newsdedup.languages import Language, known_languages, language_of
from newsdedup.text.normal_form import fold_case

Day = tuple[int, int]  # month, day

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of each month
_MOST_PARTS: Final = 12  # 2/3 and 1/12 are shares rather than days


def stated_days(plain: str, code: str | None = None) -> Counter[Day]:
    """How often a text states each day.

    Parameters
    ----------
    plain : str
        Normalised text.
    code : str, optional
        Its language; without one every known language is tried.

    Returns
    -------
    Counter of (month, day)
        Days that no calendar has are left out.

    Examples
    --------
    >>> stated_days("Sáng 14/6 và ngày 14 tháng 6, hội nghị họp")
    Counter({(6, 14): 2})
    >>> stated_days("Police said on Oct. 23 that …", "en"), stated_days("10月23日上午", "zh")
    (Counter({(10, 23): 1}), Counter({(10, 23): 1}))
    """
    language = language_of(code)
    found = (_day(match, language) for match in _pattern(language).finditer(fold_case(plain)))
    return Counter(day for day in found if day is not None)


def without_days(plain: str, code: str | None = None) -> str:
    """The text with blanks where days stand, so that their digits are not read as numbers."""
    language = language_of(code)
    return _pattern(language).sub(
        lambda match: match.group() if _day(match, language) is None else " " * len(match.group()), fold_case(plain)
    )


def day_words(day: Day) -> str:
    """A day for people: ``23 October``."""
    return f"{day[1]} {MONTHS[day[0] - 1]}"


@functools.cache
def _pattern(language: Language | None) -> re.Pattern[str]:
    """A day in digits, with the words of a language or of all, or with the signs 月 and 日."""
    dates = [one.dates for one in ([language] if language else known_languages().values())]
    names, month, said = (
        "|".join(_escaped(words)) or "(?!)"
        for words in (
            (name for one in dates for name in one.months),
            (word for one in dates for word in one.month_words),
            (word for one in dates for word in (*one.day_words, *one.parts_of_day, *one.weekdays)),
        )
    )
    number = r"\d{1,2}(?!\d)"
    return re.compile(
        rf"(?<![\w/.,-])(?:(?P<said>{said})[\s,]+)?(?:\d{{4}}-(?P<m1>\d{{2}})-(?P<d1>\d{{2}})(?!\w)"
        rf"|(?P<a>\d{{1,2}})(?P<sign>[/.-])(?P<b>\d{{1,2}})(?P<year>(?P=sign)(?:\d{{4}}|\d{{2}}))?(?![\d/-]|[.,]\d)"
        rf"|(?P<d2>{number})\s+(?:{month})\s+(?P<m2>{number})"
        rf"|(?P<d3>{number})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<n3>{names})(?!\w)"
        rf"|(?P<n4>{names})\s+(?P<d4>{number}))"
        rf"|(?<!\d)(?P<m5>{number})月(?P<d5>{number})日"
    )


def _escaped(words: Iterable[str]) -> list[str]:
    return [re.escape(word) for word in sorted(set(words), key=len, reverse=True)]


def _day(match: re.Match[str], language: Language | None) -> Day | None:
    """The day of a match; None where there is no such day, or the digits may count something."""
    found = {name: value for name, value in match.groupdict().items() if value}
    day = _of_digits(found, language) if "a" in found else _of_words(found)
    return day if 1 <= day[0] <= 12 and 1 <= day[1] <= _LONGEST[day[0] - 1] else None


def _of_digits(found: Mapping[str, str], language: Language | None) -> Day:
    """Day and month by the custom of the language; 2-1 is a score, 4.4 a version and 2/3 a share."""
    first, second = int(found["a"]), int(found["b"])
    is_month_first = second > 12 or (language is not None and language.dates.month_first and first <= 12)
    month, day = (first, second) if is_month_first else (second, first)
    is_day = "said" in found or "year" in found or (found["sign"] == "/" and day > _MOST_PARTS)
    return (month, day) if is_day else (0, 0)


def _of_words(found: Mapping[str, str]) -> Day:
    (day,) = (int(value) for name, value in found.items() if name[0] == "d")
    (month,) = (int(value) if name[0] == "m" else _months()[value] for name, value in found.items() if name[0] in "mn")
    return month, day


@functools.cache
def _months() -> dict[str, int]:
    return {name: month for one in known_languages().values() for name, month in one.dates.months.items()}
