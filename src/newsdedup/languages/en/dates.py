"""English dates."""

from __future__ import annotations

from newsdedup.languages.dates import Dates
from newsdedup.languages.tables import valued, words

DATES = Dates(
    months=valued("""
        january 1, jan 1, jan. 1, february 2, feb 2, feb. 2, march 3, mar 3, mar. 3, april 4, apr 4, apr. 4,
        may 5, june 6, jun 6, jun. 6, july 7, jul 7, jul. 7, august 8, aug 8, aug. 8, september 9, sept 9,
        sept. 9, sep 9, sep. 9, october 10, oct 10, oct. 10, november 11, nov 11, nov. 11, december 12, dec 12,
        dec. 12
    """),
    weekdays=valued("monday 0, tuesday 1, wednesday 2, thursday 3, friday 4, saturday 5, sunday 6"),
    not_weekdays=words("black, good, super, ash, palm, easter, bloody, cyber, casual, every"),
    next_words=("next", "coming"),
    last_words=("last", "past"),
    near_days=valued("""
        today 0, this morning 0, this afternoon 0, this evening 0, tonight 0, yesterday -1, last night -1,
        the day before yesterday -2, tomorrow 1
    """),
    parts_of_day=("morning", "afternoon", "evening", "night"),
    ordinal_endings=("st", "nd", "rd", "th"),
    month_links=("of",),
    year_words=("in", "since"),
    near_years=valued("last year -1, of last year -1, this year 0, of this year 0, next year 1, of next year 1"),
    parts_of_year=valued("early 1, the start of 1, mid 6, late 12, the end of 12"),
    quarters=valued("""
        first quarter 1, second quarter 2, third quarter 3, fourth quarter 4, 1st quarter 1, 2nd quarter 2,
        3rd quarter 3, 4th quarter 4, q1 1, q2 2, q3 3, q4 4
    """),
    until=("as of", "by", "until"),
    links=("in", "at", "by"),
    list_words=("-", "–", "and", "to", "through"),
    first_hours=valued("am 0, a.m. 0, a.m 0, pm 12, p.m. 12, p.m 12"),
    reports=words("""
        said, said on, say, says, says on, announced, announced on, told reporters, confirmed, confirmed on,
        identified, identified on, reported, reported on, released, released on, published, published on, posted,
        posted on, updated, updated on, charged, charged on, arrested, arrested on, pleaded, pleaded on, sentenced,
        sentenced on, published:, posted:, posted on:, updated:, revealed, revealed on
    """),
    month_first=True,
    documents=words("resolution, act, decree, order, memo, executive order, letter dated"),
)
