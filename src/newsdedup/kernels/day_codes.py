"""Codes of days and periods, and tags of the words that tell them."""

from __future__ import annotations

from typing import Final

# A told day is year << YEAR_FROM | month << MONTH_FROM | day, a period is year << PART_FROM | part.
MONTH_FROM: Final = 5
YEAR_FROM: Final = 9
PART_FROM: Final = 5
DAY_BITS: Final = (1 << MONTH_FROM) - 1
MONTH_BITS: Final = (1 << (YEAR_FROM - MONTH_FROM)) - 1
NEAR_YEAR_ZERO: Final = 2  # years 1 to 3 are last year, this year and next year; 0 is a year that is not told
NEAREST_WEEKDAY: Final = 1  # the "day" of a Monday of month 0; the other days of the week follow
NEXT_WEEKDAY: Final = 8
LAST_WEEKDAY: Final = 15
PLANNED_WEEKDAY: Final = 22  # the first that is not before the day of writing
NEAR_DAY_MONTH: Final = 15  # the "month" of a day near the day of writing
NEAR_DAY_ZERO: Final = 16  # its "day" if that is the day of writing itself
FIRST_QUARTER: Final = 13  # the part of a year that is its first quarter; 1 to 12 are months, 0 is the whole year
FIRST_ORDINAL: Final = 512  # of resolved days: from here on absolute days, below those without a year
OPENING_WORDS: Final = 60  # days that begin in these first words of a text belong to its opening
MOST_DAYS: Final = 48  # distinct days and distinct periods that are kept of a text: the first

# What a phrase of a language is; the lowest eight bits are its value.
VALUE: Final = 255
VALUE_ZERO: Final = 128  # the value 0 of what may be negative
MONTH: Final = 1 << 8
WEEKDAY: Final = 1 << 9
NEAR_DAY: Final = 1 << 10
DAY_NUMBER: Final = 1 << 11  # the number of a day with its ending ("14th")
QUARTER: Final = 1 << 12
NEAR_YEAR: Final = 1 << 13
DAY_WORD: Final = 1 << 14
MONTH_WORD: Final = 1 << 15
YEAR_WORD: Final = 1 << 16
PART_OF_DAY: Final = 1 << 17
WEEKDAY_LEAD: Final = 1 << 18
NEXT: Final = 1 << 19
LAST: Final = 1 << 20
NOT_WEEKDAY: Final = 1 << 21
REPORT: Final = 1 << 22
LIST_WORD: Final = 1 << 23
NOT_DAY: Final = 1 << 24
OTHER_CALENDAR: Final = 1 << 25
MONTH_LINK: Final = 1 << 26
UNTIL: Final = 1 << 27
PLANNED: Final = 1 << 28
DOCUMENT: Final = 1 << 29  # a paper whose date is never the event's
LONGER: Final = 1 << 30  # a longer phrase may begin with it
LONGEST_PHRASE: Final = 4  # words

# How a language writes dates.
MONTH_FIRST: Final = 1
DOTTED: Final = 2  # a point may separate day and month
CAPITAL_MONTHS: Final = 4
LED_WEEKDAYS: Final = 8  # a weekday needs a word before it
