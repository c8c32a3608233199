"""How a language writes dates, as data."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from newsdedup.languages.tables import NO_VALUES
from newsdedup.support.typed_fields import typed_fields


@frozen(kw_only=True, field_transformer=typed_fields)
class Dates:
    """How a language writes dates.

    Attributes
    ----------
    months : mapping of str to int
        Names of months.
    lower_case_months : bool
        Whether names of months are written in lower case; otherwise a lower-case one is another word ("20 may have died").
    weekdays : mapping of str to int
        Names of days of the week, Monday 0.
    weekday_leads : tuple of str
        Words of which one must come before the name of a weekday that has no date ("hôm thứ Hai", since "người thứ
        hai" is the second person); empty if the names have no other meaning.
    not_weekdays : tuple of str
        Words that make a weekday the name of something else ("Black Friday").
    next_words, last_words : tuple of str
        Words before or after a weekday that put it into the next week, or into the last one.
    week_words : mapping of str to int
        Words after the name of a weekday that give its week, and how many weeks later it is ("tuần trước", -1).
    near_days : mapping of str to int
        Words for a day near the day of writing, and how many days later it is ("hôm qua", -1).
    parts_of_day : tuple of str
        Words that may come before a date and belong to its span.
    day_words, month_words, year_words : tuple of str
        Words for day, month and year that are part of a date ("ngày", "tháng", "năm").
    month_numbers : mapping of str to int
        Numbers of months in words, after a word for a month ("tháng Chín"). In lower case they are read only beside
        other words of dates.
    month_leads : tuple of str
        Words before such a month in lower case that show that it is one ("hồi tháng ba").
    not_months : tuple of str
        Words before such a month that make it the name of something else ("Cách mạng Tháng Tám").
    day_marks : tuple of str
        Words between a word for a day and its number ("ngày mồng 5"), or in its place ("mùng 5 tháng 3").
    ordinal_endings : tuple of str
        Endings of the number of a day ("14th of June").
    month_links : tuple of str
        Words between the number of a day and the name of its month ("14 of June").
    bare_day_leads, bare_day_words : tuple of str
        Words before the number of a day without a month, and words between the two ("on", "the").
    bare_day_ends : tuple of str
        Words that may follow such a day at once; otherwise only the end of a clause may.
    not_bare_days : tuple of str
        Words of a sentence in which such a number is something else ("hole", of golf).
    scores : tuple of str
        Words shortly before two numbers, with a stroke between them, that make them a score ("thắng 25/11").
    not_days : tuple of str
        Words right before two numbers, with a stroke between them, that are not a day and a month ("lớp 12/5").
    not_dates : tuple of str
        Numbers with a stroke between them that mean something else ("24/7").
    other_calendars : tuple of str
        Words right after a date, or after the number of a day, that make it a date of another calendar, which is not
        read ("âm lịch", "30 Tết").
    own_calendar : tuple of str
        Words that start like one of these and do not ("Tết Dương lịch").
    other_days : tuple of str
        Names of days of another calendar ("rằm").
    dotted : bool
        Whether a point may separate day and month after a word for a day ("ngày 20.10").
    parts_of_year : mapping of str to int
        Words for a part of the year, and a month of that part ("cuối năm", 12).
    parts_of_month : tuple of str
        Words for a part of the month ("đầu tháng").
    quarter_words : tuple of str
        Words before the number of a quarter of a year ("quý III").
    quarters : mapping of str to int
        Other words for a quarter of a year ("third quarter", 3).
    near_years : mapping of str to int
        Words after a date that give its year, and how many years later it is ("năm ngoái", -1).
    past_before, past_after : tuple of str
        Words before or after a date without a year that put it before the day of writing ("hồi", "vừa qua").
    future_words, past_words : tuple of str
        Words that put a date without a year in their sentence after, or before, the day of writing ("due", "was").
    surely_future_words : tuple of str
        Those words of the future that put even a weekday after the day of writing ("will").
    weak_past_words, past_endings : tuple of str
        Further words, and endings of words, that do so unless a word of the future governs them ("sẽ bị xét xử").
    passive_words : tuple of str
        Words before such a word that make it say nothing ("be arrested").
    open_words : tuple of str
        Words right before a date that may be to come or have passed ("from", "until").
    future_nouns, open_nouns : tuple of str
        Nouns shortly after a date that is to come, and of one that may be ("deadline", "summit").
    clause_words : tuple of str
        Words that start a clause, which is not governed by what comes before ("who").
    ago_before, ago_after : tuple of str
        Words before or after a number of days, weeks, months or years that count them back from the day of writing
        ("cách đây", "ago").
    ago_after_at_end : tuple of str
        Such words that do so only at the end of a clause or before a place ("2 ngày trước").
    until : tuple of str
        Words that make a date the day up to which something is counted ("đến ngày").
    weak_until : tuple of str
        Those of them that may be a verb of motion or of change ("tăng đến").
    until_when : tuple of str
        Words that may come between such a word and its date, or the time of day before it ("hết", "thời điểm").
    named_hours : mapping of str to int
        Words for an hour of the day ("noon", 12).
    clock_leads : tuple of str
        Words between a day and the time of day after it ("at").
    clock_ends : tuple of str
        Words between a time of day and its day ("local time", "on").
    list_words : tuple of str
        Words between two days of one month ("14 và 15/6").
    links : tuple of str
        Words between a figure and the date that it is for ("5,98 % vào cuối năm 2017").
    month_first : bool
        Whether the month comes first ("6/14/2025").
    reports : tuple of str
        Words right before a date that make it the day of a report, never the event's ("said on").
    happenings : tuple of str
        Words for what happens and for its happening, near the day on which it did ("crash", "occurred").
    aftermaths : tuple of str
        Words for what follows an event, near a day that is not the event's own ("arraigned", "funeral").
    about_words : tuple of str
        Words between one of these and what it is about ("charged with murder").
    later_words : tuple of str
        Words after a day that put what happened before it ("on Monday, after ...").
    other_matters : tuple of str
        Words near days that belong to no event ("born", "anniversary", "expires").
    hour_words, minute_words : tuple of str
        Words between the hour and the minute of a date line, and after the minute ("8h30", "8 giờ 30 phút").
    first_hours : mapping of str to int
        Words after the time of a date line, and the first hour of the part of the day that they name ("8:00 CH", 12).
    month_abbreviations : tuple of str
        Short forms of `month_words` in date lines ("14 Th6 2025").
    documents : tuple of str
        Words of papers whose own date is never the event's ("nghị quyết").
    """

    months: Mapping[str, int] = NO_VALUES
    lower_case_months: bool = False
    weekdays: Mapping[str, int] = NO_VALUES
    weekday_leads: tuple[str, ...] = ()
    not_weekdays: tuple[str, ...] = ()
    next_words: tuple[str, ...] = ()
    last_words: tuple[str, ...] = ()
    week_words: Mapping[str, int] = NO_VALUES
    near_days: Mapping[str, int] = NO_VALUES
    parts_of_day: tuple[str, ...] = ()
    day_words: tuple[str, ...] = ()
    month_numbers: Mapping[str, int] = NO_VALUES
    month_leads: tuple[str, ...] = ()
    not_months: tuple[str, ...] = ()
    day_marks: tuple[str, ...] = ()
    ordinal_endings: tuple[str, ...] = ()
    month_links: tuple[str, ...] = ()
    bare_day_leads: tuple[str, ...] = ()
    bare_day_words: tuple[str, ...] = ()
    bare_day_ends: tuple[str, ...] = ()
    not_bare_days: tuple[str, ...] = ()
    scores: tuple[str, ...] = ()
    not_days: tuple[str, ...] = ()
    not_dates: tuple[str, ...] = ("24/7",)
    other_calendars: tuple[str, ...] = ()
    own_calendar: tuple[str, ...] = ()
    other_days: tuple[str, ...] = ()
    month_words: tuple[str, ...] = ()
    year_words: tuple[str, ...] = ()
    dotted: bool = False
    parts_of_year: Mapping[str, int] = NO_VALUES
    parts_of_month: tuple[str, ...] = ()
    quarter_words: tuple[str, ...] = ()
    quarters: Mapping[str, int] = NO_VALUES
    near_years: Mapping[str, int] = NO_VALUES
    past_before: tuple[str, ...] = ()
    past_after: tuple[str, ...] = ()
    future_words: tuple[str, ...] = ()
    surely_future_words: tuple[str, ...] = ()
    past_words: tuple[str, ...] = ()
    weak_past_words: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    passive_words: tuple[str, ...] = ()
    open_words: tuple[str, ...] = ()
    future_nouns: tuple[str, ...] = ()
    open_nouns: tuple[str, ...] = ()
    clause_words: tuple[str, ...] = ()
    ago_before: tuple[str, ...] = ()
    ago_after: tuple[str, ...] = ()
    ago_after_at_end: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    weak_until: tuple[str, ...] = ()
    until_when: tuple[str, ...] = ()
    named_hours: Mapping[str, int] = NO_VALUES
    clock_leads: tuple[str, ...] = ()
    clock_ends: tuple[str, ...] = ()
    list_words: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    month_first: bool = False
    reports: tuple[str, ...] = ()
    happenings: tuple[str, ...] = ()
    aftermaths: tuple[str, ...] = ()
    about_words: tuple[str, ...] = ()
    later_words: tuple[str, ...] = ()
    other_matters: tuple[str, ...] = ()
    hour_words: tuple[str, ...] = ()
    minute_words: tuple[str, ...] = ()
    first_hours: Mapping[str, int] = NO_VALUES
    month_abbreviations: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
