"""The ways in which a language writes dates, compiled into the few patterns that reading them needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from newsdedup.languages import Dates, Language, cached_by_language
from newsdedup.text.dates.clocks import clock_before_day
from newsdedup.text.phrases import NEVER, Ending, any_of, ending, plain, whole_words, word_before

_REPORT_REACH = 24  # characters
_STARTS_CLAUSE = re.compile(r"(?:^|[.,;:!?()\"“”‘’\r\n–-]\s*)$")
_SPACES_AND_COMMAS = ", \t\r\n\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_AFTER = r"(?![\w/]|[.,-]\d)"


@frozen
class DatePatterns:
    """Patterns for folded text: all ways to write a date, and what may come before and after."""

    core: re.Pattern[str]
    prefix: re.Pattern[str]
    prefix_letters: frozenset[str]  # the last three letters of all words that a prefix may end with
    month_before: Ending
    year_before: Ending
    document_before: re.Pattern[str]
    report_before: Ending
    name_before: Ending
    morning: re.Pattern[str]
    opening: Ending
    score_before: re.Pattern[str]
    score_near: re.Pattern[str]
    not_month_before: Ending
    month_lead_before: Ending
    clock_after: re.Pattern[str]
    clock_after_day: re.Pattern[str]
    other_calendar: re.Pattern[str]
    weak_until: frozenset[str]
    weekdays: dict[str, int]
    language: Language

    @property
    def dates(self) -> Dates:
        """The tables of dates."""
        return self.language.dates

    def prefix_of(self, left: str) -> re.Match[str] | None:
        """What comes before a date and belongs to it, empty if nothing does; the last letters rule most texts out."""
        last = left.rstrip(_SPACES_AND_COMMAS)[-3:]
        may_be = last in self.prefix_letters or last[-2:] in self.prefix_letters or last[-1:] in self.prefix_letters
        return self.prefix.search(left, 0 if may_be or last[-1:].isdecimal() else len(left))

    def is_weak_until(self, match: re.Match[str]) -> bool:
        """Whether "up to" may as well be a verb ("tăng đến 8/10 hộ"): in the middle of a clause."""
        word = " ".join((match["until_word"] or "").split())
        return word in self.weak_until and not _STARTS_CLAUSE.search(match.string[: match.start()])


@cached_by_language
def date_patterns_of(language: Language) -> DatePatterns:
    """The patterns of a language."""
    dates = language.dates
    mornings = [word for word, hour in dates.first_hours.items() if hour == 0]
    return DatePatterns(
        core=re.compile(_core(dates, nights=True), re.VERBOSE),
        prefix=re.compile(_prefix(language)),
        prefix_letters=frozenset(plain(word)[-3:] for word in _words_of_prefix(dates)),
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
        report_before=word_before(dates.reports, _REPORT_REACH),
        name_before=word_before(dates.not_days),
        morning=re.compile(whole_words(mornings, not_before=r"\w")),
        opening=ending(rf"(?:^|[.;:!?(\"“\r\n]\s*)(?:{any_of(dates.open_words)})\s+$", dates.open_words),
        score_before=re.compile(rf"(?<!\w)(?:{any_of(dates.scores)})(?:\s+[^\W\d]+){{0,3}}[,:]?\s+\(?$"),
        score_near=re.compile(whole_words(dates.scores)),
        not_month_before=word_before(dates.not_months),
        month_lead_before=word_before(dates.month_leads),
        clock_after=re.compile(rf"\s?(?:{any_of((*dates.hour_words, *dates.first_hours))})(?!\w)"),
        clock_after_day=re.compile(
            rf",?\s+\(?(?:(?:{any_of((*dates.until_when, *dates.clock_leads))})\s+)?{clock_before_day(dates)}"
        ),
        other_calendar=re.compile(other_calendar_after(dates)),
        weak_until=frozenset(map(plain, dates.weak_until)),
        weekdays={plain(word): day for word, day in dates.weekdays.items()},
        language=language,
    )


@cached_by_language
def core_by_day(language: Language) -> re.Pattern[str]:
    """All ways to write a date but two days that only a part of the day separates ("đêm 14 rạng sáng 15/10")."""
    return re.compile(_core(language.dates, nights=False), re.VERBOSE)


def other_calendar_after(dates: Dates) -> str:
    """A pattern for words right after a date that make it a date of another calendar."""
    own = any_of(dates.own_calendar)
    return rf"[^\S\r\n]*\(?(?!(?:{own})(?!\w))(?:{any_of(dates.other_calendars)})(?!\w)"


def until_before(dates: Dates) -> str:
    """A pattern for words that make a date the day up to which something is counted, with a time of day."""
    until, when = any_of(dates.until), any_of(dates.until_when)
    return rf"(?P<until>(?P<until_word>{until})\s+(?:(?:{when})\s+){{0,2}}{clock_before_day(dates)}?)"


def _words_of_prefix(dates: Dates) -> Iterator[str]:
    """Every word and phrase that the pattern of `_prefix` may end with, digits apart."""
    yield from (*dates.until, *dates.until_when, *dates.parts_of_day, *dates.weekdays)
    yield from (*dates.day_words, *dates.day_marks)
    yield from (*dates.hour_words, *dates.minute_words, *dates.first_hours, *dates.named_hours, *dates.clock_ends)


def _prefix(language: Language) -> str:
    """What may come before a date and belongs to it: up to when, the part of the day, the weekday, a word for a day."""
    dates = language.dates
    part, weekday, day = (
        any_of(words) for words in (dates.parts_of_day, dates.weekdays, (*dates.day_words, *dates.day_marks))
    )
    return (
        rf"(?<!\w){until_before(dates)}?(?:(?P<part>{part})\s+)?(?:(?P<weekday>{weekday})[\s,]+)?"
        rf"(?:(?P<later_part>{part})\s+)?"
        rf"(?:\(?{_after_no_count(language)}(?:(?:{day})\s+){{1,2}})?$"
    )


def _after_no_count(language: Language) -> str:
    """Where the word for a day is not a unit: of "2 ngày 14 và 15/6" it is, of "15h30 ngày 3/4" it is not."""
    hours = [plain(word) for word, unit in language.durations.items() if unit == "hour"]
    clocks = "|".join(rf"(?<={re.escape(word)}\s\d\d\s)" for word in hours)
    weekdays = "|".join(rf"(?<={re.escape(plain(word))}\s)" for word in language.dates.weekdays)
    numerals = (plain(word) for word in language.numerals.words if word not in language.numerals.nouns)
    spelled = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in numerals)
    return rf"(?:(?<!\d\s){spelled}|(?<=[h:]\d\d\s)|{clocks or NEVER}|{weekdays or NEVER})"


def _core(dates: Dates, *, nights: bool) -> str:
    """Every way to write a date, the most specific first; what a language does not write is left out."""
    month_word, year_word = any_of(dates.month_words), any_of(dates.year_words)
    spelled = _month_numbers(dates)
    number = rf"(?:\d{{1,2}}|{spelled})"  # of a month, after the word for it
    day_word = rf"(?:(?:{any_of((*dates.day_words, *dates.day_marks))})\s+)?"
    part = rf"(?:(?:{any_of(dates.parts_of_day)})\s+)"
    # "14 đến sáng 15/10", and without a word for "to", which only nights do: "đêm 14, rạng sáng 15/10"
    listed = rf"\s?(?:{any_of(dates.list_words)})\s?"
    joined, nightly = rf"{listed}{part}?{day_word}", rf"(?P<night>,?\s+{part}{day_word})" if nights else NEVER
    written_year = rf"(?:[\s,]+(?:{year_word})\s+|\s?/\s?|,\s*|\s+(?=\d{{4}}(?!\w)))"
    point = "." if dates.dotted else ""
    quarter_word = any_of(dates.quarter_words)
    spoken = any_of(word for word in dates.list_words if word[0].isalpha())
    after_month = "|".join(rf"(?<={re.escape(plain(word))}\s)" for word in dates.month_words) or NEVER
    year = r"(?:1[89]|20)\d\d"
    ways = [
        rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}) {_AFTER}",
        *(_named_months(dates, rf"{listed}{day_word}", written_year) if dates.months else ()),
        rf"""(?P<d1>\d{{1,2}})(?:/(?P<m1>\d{{1,2}})(?:/(?P<y1>\d{{4}})(?=\s?(?:[-–]|(?:{any_of(dates.until)})(?!\w))))?)?(?:(?:,\s?\d{{1,2}}){{0,6}}{joined}|{nightly})(?P<d2>\d{{1,2}})
            (?: (?:[/{point}]{"|(?(night)-|(?!))" if nights else ""})(?P<m2>\d{{1,2}})(?:[/{point}](?P<y2>\d{{4}}))?
              | \s+(?:{month_word})\s+(?P<m2w>{number})(?:{written_year}(?P<y2w>\d{{4}}))? ) {_AFTER}""",
        rf"""(?P<d1h>\d{{1,2}})\s(?:{spoken})\s{part}?{day_word}
            (?P<d2h>\d{{1,2}})-(?P<m2h>\d{{1,2}})(?:-(?P<y2h>\d{{4}}))? {_AFTER}""",
        rf"(?P<d>\d{{1,2}})(?P<sep>[/.-])(?P<m>\d{{1,2}})(?P=sep)(?P<y>\d{{4}}|\d{{2}}) {_AFTER}",
        rf"(?P<ds>\d{{1,2}})[/{point}-](?P<ms>\d{{1,2}}) {_AFTER}",
        rf"(?P<dw>\d{{1,2}})\s+(?:{month_word})\s+(?P<mw>{number})(?:{written_year}(?P<yw>\d{{4}}))? {_AFTER}",
        rf"(?P<my>\d{{1,2}})(?:\s?[/-]\s?|[/{point}-])(?P<ym>\d{{4}}) {_AFTER}",
        rf"""(?P<year>{year})(?:(?:{listed}|/)(?P<year2>{year})|[-–/](?P<year_digits>\d\d)(?![-–]\d))?
            (?![\w/%]|[.,]\d)""",
        rf"(?:{quarter_word})\s+(?P<quarter>iv|i{{1,3}}|[1-4])"
        rf"(?:(?:\s?[/-]\s?|\s+(?:{year_word})\s+)(?P<yearq>\d{{4}}))? {_AFTER}",
        rf"(?:{after_month})(?P<month>\d{{1,2}})(?:\s+(?:{year_word})\s+(?P<yearm>\d{{4}}))? {_AFTER}",
        rf"""(?:{month_word})\s+(?P<month_word>{spelled})(?:{written_year}(?P<yearw>\d{{4}}))?
            {_AFTER}""",
    ]
    return rf"(?<![\w/,.:-])(?<!\d\s-\s)(?:{'|'.join(ways)})"


def _month_numbers(dates: Dates) -> str:
    """Numbers of months in words; the word for a year only where none follows ("9 tháng năm 2013")."""
    same = {plain(word) for word in dates.year_words} & {plain(word) for word in dates.month_numbers}
    if not same:
        return any_of(dates.month_numbers)
    years = [rf"{re.escape(rest)}(?!\w)" for phrase in dates.near_years for rest in plain(phrase).split()[1:]]
    others = any_of(set(map(plain, dates.month_numbers)) - same)
    return rf"(?:{others}|(?:{any_of(same)})(?!\s+(?:\d|{'|'.join(years)})))"


def _named_months(dates: Dates, joined_day: str, written_year: str) -> tuple[str, ...]:
    months = any_of(dates.months)
    ending = rf"(?:{any_of(dates.ordinal_endings)})?"
    link = rf"(?:(?:{any_of(dates.month_links)})\s+)?"
    joined = rf"(?:,\s?\d{{1,2}}{ending}){{0,6}},?(?:{joined_day}|/)"
    return (
        rf"""(?P<db>\d{{1,2}}){ending}(?:{joined}(?P<db2>\d{{1,2}}){ending})?\s+{link}(?P<mb>{months})
            (?:[\s,]+(?P<yb>\d{{4}}))? {_AFTER}""",
        rf"""(?P<mn>{months})\s+(?P<dn>\d{{1,2}}){ending}
            (?:{joined}(?:(?P<mn2>{months})\s+)?(?P<dn2>\d{{1,2}}){ending}(?!\s?[:%]|\d))?
            (?:{written_year}(?P<yn>\d{{4}}))? {_AFTER}""",
        rf"(?P<mo>{months}),?\s+(?P<yo>\d{{4}}) {_AFTER}",
    )
