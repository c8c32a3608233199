"""The ways in which a language writes dates, compiled into the few patterns that reading them needs."""

from __future__ import annotations

import functools
import re

from attrs import frozen

from newsdedup.languages import Dates, Language
from newsdedup.text.phrases import NEVER, Ending, any_of, ending, plain

_REPORT_REACH = 24  # characters
_AFTER = r"(?![\w/]|[.,-]\d)"


@frozen
class DatePatterns:
    """Patterns for folded text: all ways to write a date, and what may come before and after."""

    core: re.Pattern[str]
    prefix: re.Pattern[str]
    month_before: Ending
    year_before: Ending
    document_before: re.Pattern[str]
    report_before: Ending
    name_before: Ending
    other_calendar: re.Pattern[str]
    language: Language

    @property
    def dates(self) -> Dates:
        """The tables of dates."""
        return self.language.dates


@functools.cache
def date_patterns_of(language: Language) -> DatePatterns:
    """The patterns of a language."""
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
    return DatePatterns(
        core=re.compile(_core(dates), re.VERBOSE),
        prefix=re.compile(prefix),
        month_before=ending(
            rf"(?<!\w)(?:(?P<part>{any_of(dates.parts_of_month)})|(?:{any_of(dates.month_words)}))\s+$",
            (*dates.parts_of_month, *dates.month_words),
        ),
        year_before=ending(
            rf"(?<!\w)(?P<count>(?:\d+|{any_of(language.numerals.words)})\s+)?"
            rf"(?:(?P<part>{any_of(dates.parts_of_year)})|(?:{any_of(dates.year_words)}))\s+$",
            (*dates.parts_of_year, *dates.year_words),
        ),
        document_before=re.compile(rf"(?<!\w)(?:{any_of(dates.documents)})[^.,;!?\r\n]{{0,25}}\d[^.,;!?\r\n]{{0,25}}$"),
        report_before=ending(rf"(?<!\w)(?:{any_of(dates.reports)})\s+$", dates.reports, _REPORT_REACH),
        name_before=ending(rf"(?<!\w)(?:{any_of(dates.not_days)})\s+$", dates.not_days),
        other_calendar=re.compile(rf"[^\S\r\n]*\(?(?:{any_of(dates.other_calendars)})(?!\w)"),
        language=language,
    )


def _after_no_count(language: Language) -> str:
    """Where the word for a day is not a unit: of "2 ngày 14 và 15/6" it is, of "15h30 ngày 3/4" it is not."""
    hours = [plain(word) for word, unit in language.durations.items() if unit == "hour"]
    clocks = "|".join(rf"(?<={re.escape(word)}\s\d\d\s)" for word in hours)
    weekdays = "|".join(rf"(?<={re.escape(plain(word))}\s)" for word in language.dates.weekdays)
    numerals = (plain(word) for word in language.numerals.words if word not in language.numerals.nouns)
    spelled = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in numerals)
    return rf"(?:(?<!\d\s){spelled}|(?<=[h:]\d\d\s)|{clocks or NEVER}|{weekdays or NEVER})"


def _core(dates: Dates) -> str:
    """Every way to write a date, the most specific first; what a language does not write is left out."""
    month_word, year_word = any_of(dates.month_words), any_of(dates.year_words)
    day_word = any_of((*dates.day_words, *dates.day_marks))
    joined = rf"\s?(?:{any_of(dates.list_words)})\s?(?:(?:{day_word})\s+)?"
    written_year = rf"(?:[\s,]+(?:{year_word})\s+|\s?/\s?|,\s*|\s+(?=\d{{4}}(?!\w)))"
    point = "." if dates.dotted else ""
    quarter_word = any_of(dates.quarter_words)
    spoken = any_of(word for word in dates.list_words if word[0].isalpha())
    after_month = "|".join(rf"(?<={re.escape(plain(word))}\s)" for word in dates.month_words) or NEVER
    ways = [
        rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}) {_AFTER}",
        *(_named_months(dates, joined, written_year) if dates.months else ()),
        rf"""(?P<d1>\d{{1,2}})(?:/(?P<m1>\d{{1,2}}))?(?:,\s?\d{{1,2}}){{0,6}}{joined}(?P<d2>\d{{1,2}})
            (?: [/{point}](?P<m2>\d{{1,2}})(?:[/{point}](?P<y2>\d{{4}}))?
              | \s+(?:{month_word})\s+(?P<m2w>\d{{1,2}})(?:{written_year}(?P<y2w>\d{{4}}))? ) {_AFTER}""",
        rf"""(?P<d1h>\d{{1,2}})\s(?:{spoken})\s(?:(?:{day_word})\s+)?
            (?P<d2h>\d{{1,2}})-(?P<m2h>\d{{1,2}})(?:-(?P<y2h>\d{{4}}))? {_AFTER}""",
        rf"(?P<d>\d{{1,2}})(?P<sep>[/.-])(?P<m>\d{{1,2}})(?P=sep)(?P<y>\d{{4}}|\d{{2}}) {_AFTER}",
        rf"(?P<ds>\d{{1,2}})[/{point}-](?P<ms>\d{{1,2}}) {_AFTER}",
        rf"(?P<dw>\d{{1,2}})\s+(?:{month_word})\s+(?P<mw>\d{{1,2}})(?:{written_year}(?P<yw>\d{{4}}))? {_AFTER}",
        rf"(?P<my>\d{{1,2}})(?:\s?[/-]\s?|[/{point}-])(?P<ym>\d{{4}}) {_AFTER}",
        rf"(?P<year>(?:1[89]|20)\d\d)(?:\s?(?:{any_of(dates.list_words)})\s?(?P<year2>(?:1[89]|20)\d\d))?(?![\w/%]|[.,]\d)",
        rf"(?:{quarter_word})\s+(?P<quarter>iv|i{{1,3}}|[1-4])"
        rf"(?:(?:\s?[/-]\s?|\s+(?:{year_word})\s+)(?P<yearq>\d{{4}}))? {_AFTER}",
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
