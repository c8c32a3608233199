"""Days of the year that a text states, as months and days: the year is often left out."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from newsdedup.languages import Language, known_languages, language_of
from newsdedup.text import fold_case

Day = tuple[int, int]  # month, day

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of each month


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
    return Counter(day for day in found if _exists(day))


def without_days(plain: str, code: str | None = None) -> str:
    """The text with a blank where a day stands, so that its digits are not read as numbers."""
    pattern = _pattern(language_of(code))
    return pattern.sub(lambda match: " " * len(match.group()), fold_case(plain))


def day_words(day: Day) -> str:
    """A day for people: ``23 October``."""
    return f"{day[1]} {MONTHS[day[0] - 1]}"


@functools.cache
def _pattern(language: Language | None) -> re.Pattern[str]:
    """A day in digits, with the words of a language or of all, or with the signs 月 and 日."""
    languages = [language] if language else list(known_languages().values())
    names = "|".join(_escaped(name for one in languages for name in one.dates.months)) or "(?!)"
    month = "|".join(_escaped(word for one in languages for word in one.dates.month_words)) or "(?!)"
    number = r"\d{1,2}(?!\d)"
    return re.compile(
        rf"(?<![\w/.,-])(?:\d{{4}}-(?P<m1>\d{{2}})-(?P<d1>\d{{2}})(?!\w)"
        rf"|(?P<a>\d{{1,2}})(?P<sign>[/.-])(?P<b>\d{{1,2}})(?:(?P=sign)(?:\d{{4}}|\d{{2}}))?(?![\d/-])"
        rf"|(?P<d2>{number})\s+(?:{month})\s+(?P<m2>{number})"
        rf"|(?P<d3>{number})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<n3>{names})(?!\w)"
        rf"|(?P<n4>{names})\s+(?P<d4>{number}))"
        rf"|(?<!\d)(?P<m5>{number})月(?P<d5>{number})日"
    )


def _escaped(words: Iterable[str]) -> list[str]:
    return [re.escape(word) for word in sorted(set(words), key=len, reverse=True)]


def _day(match: re.Match[str], language: Language | None) -> Day:
    found = {name: value for name, value in match.groupdict().items() if value}
    if "a" in found:
        first, second = int(found["a"]), int(found["b"])
        is_month_first = second > 12 or (language is not None and language.dates.month_first and first <= 12)
        return (first, second) if is_month_first else (second, first)
    (day,) = (int(value) for name, value in found.items() if name.startswith("d"))
    (month,) = (
        int(value) if name.startswith("m") else _months()[value] for name, value in found.items() if name[0] in "mn"
    )
    return month, day


@functools.cache
def _months() -> dict[str, int]:
    return {name: month for one in known_languages().values() for name, month in one.dates.months.items()}


def _exists(day: Day) -> bool:
    return 1 <= day[0] <= 12 and 1 <= day[1] <= _LONGEST[day[0] - 1]
