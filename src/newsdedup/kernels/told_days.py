"""Compiled loop: the days and periods that a text tells, from the facts of its words (`word_facts`)."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.day_codes import (
    DAY_NUMBER,
    DAY_WORD,
    DOCUMENT,
    DOTTED,
    FIRST_QUARTER,
    LAST,
    LAST_WEEKDAY,
    LED_WEEKDAYS,
    LIST_WORD,
    LONGEST_PHRASE,
    MONTH,
    MONTH_FIRST,
    MONTH_FROM,
    MONTH_LINK,
    MONTH_WORD,
    MOST_DAYS,
    NEAR_DAY,
    NEAR_DAY_MONTH,
    NEAR_DAY_ZERO,
    NEAR_YEAR,
    NEAR_YEAR_ZERO,
    NEAREST_WEEKDAY,
    NEXT,
    NEXT_WEEKDAY,
    NOT_DAY,
    NOT_WEEKDAY,
    OPENING_WORDS,
    OTHER_CALENDAR,
    PART_FROM,
    PART_OF_DAY,
    PLANNED_WEEKDAY,
    QUARTER,
    REPORT,
    UNTIL,
    VALUE,
    VALUE_ZERO,
    WEEKDAY,
    WEEKDAY_LEAD,
    YEAR_FROM,
    YEAR_WORD,
)
from newsdedup.kernels.jit import inlined, inner
from newsdedup.kernels.word_facts import (
    BLANK,
    COMMA,
    FORESEEN,
    FULL_STOP,
    HYPHEN,
    LONG_DASH,
    MAY_END,
    MEASURE,
    POSSESSIVE,
    SLASH,
    TAG_BITS,
    TIGHT,
    WORDS_BEFORE,
    day_number,
    digits_of,
    find_beginnings,
    gather_around,
    keep_likely,
    month_name,
    phrase_stop,
    sign_of,
    value_of,
    year_in_digits,
)

_LEFT_BRACKET: Final = 40
_COLON: Final = 58
_JOINING: Final = (
    COMMA,
    HYPHEN,
    FULL_STOP,
    SLASH,
    _COLON,
)  # before a number, tight: a part of something else
_CENTURY_FROM: Final = 70  # two digits from here on are a year of the twentieth century
_MOST_SHARES: Final = 10  # 3/4 and 1/10 are more often shares than days
_LONGEST_LIST: Final = 5  # numbers in a list of days
_LONGEST_CHAIN: Final = 3  # phrases before a date that belong to it
_SAYS_DAY: Final = DAY_WORD | PART_OF_DAY | WEEKDAY | NEAR_DAY
_MONTH_DAYS: Final = np.array([0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], np.int64)


@inlined
def _is_day_of_year(month: Any, day: Any) -> Any:
    return 1 <= month <= 12 and 1 <= day <= _MONTH_DAYS[min(month, 12)]


@inner
def _context(facts: Any, i: Any) -> Any:
    """What the phrases right before a date are, what the last of them is, and with which word they begin."""
    flags, last, first = np.int64(0), np.int64(0), np.int64(i)
    for _ in range(_LONGEST_CHAIN):
        sign, tag, begin = sign_of(facts[first]), np.int64(0), first
        if sign not in (BLANK, COMMA, _COLON, _LEFT_BRACKET):
            break
        for back in range(1, LONGEST_PHRASE + 1):
            if first >= back and facts[first - back] & TAG_BITS and phrase_stop(facts, first - back) == first:
                tag, begin = facts[first - back] & TAG_BITS, first - back
        if sign == _COLON:  # "Updated: April 4"
            tag &= REPORT
        elif sign != BLANK:
            tag &= _SAYS_DAY
        if first == i:
            last = tag
        if not tag & (_SAYS_DAY | UNTIL | REPORT):
            break
        flags, first = flags | tag, begin
        if tag & REPORT:
            break
    return flags, last, first


@inner
def _is_of_document(facts: Any, first: Any) -> Any:
    """Whether the name and the number of a paper come shortly before a date ("Nghị quyết 60-NQ/TW ngày 12/4")."""
    numbered = False
    for at in range(first - 1, max(0, first - WORDS_BEFORE) - 1, -1):
        numbered = numbered or digits_of(facts[at]) > 0
        if facts[at] & DOCUMENT and numbered:
            return True
        if sign_of(facts[at]) in (COMMA, FULL_STOP):
            return False
    return False


@inner
def _year_after(facts: Any, i: Any, by_sign: Any) -> Any:
    """The year that begins with word `i`, and the word after it; `by_sign` if a sign alone may come before it."""
    sign, year = sign_of(facts[i]), year_in_digits(facts[i])
    if year and by_sign and sign in (BLANK, COMMA, SLASH, HYPHEN):
        return year, i + 1
    if sign in (BLANK, COMMA):
        stop = phrase_stop(facts, i)
        if facts[i] & NEAR_YEAR:
            return (facts[i] & VALUE) - VALUE_ZERO + NEAR_YEAR_ZERO, stop
        year = year_in_digits(facts[stop])
        if facts[i] & (YEAR_WORD | MONTH_LINK) and year:
            return year, stop + 1
    return np.int64(0), i


@inner
def _is_day_without_year(facts: Any, options: Any, i: Any, month: Any, day: Any, listed: Any) -> Any:
    """Whether "14/6" is a day: without a word for a day, "1/3" may be a third, and "2-1" a score."""
    flags, sign = _context(facts, i)[0], sign_of(facts[i + 1])
    says_day = flags & _SAYS_DAY != 0 or listed > 0
    if sign == FULL_STOP:
        return says_day and options & DOTTED != 0
    if sign == HYPHEN and month == day and not says_day:
        return False
    if says_day or flags & UNTIL:
        return True
    if sign != SLASH:
        return False
    first, second = value_of(facts[i]), value_of(facts[i + 1])
    is_share = first < second and day <= _MOST_SHARES
    return sign_of(facts[i]) == _LEFT_BRACKET or (day > month and not is_share and not (first == 24 and second == 7))


@inner
def _day_in_digits(facts: Any, options: Any, i: Any, listed: Any) -> Any:
    """The word after a day in digits alone, its year, month and day; 0 if there is none."""
    nothing = np.int64(0), np.int64(0), np.int64(0), np.int64(0)
    digits, first, second, third = (
        digits_of(facts[i]),
        value_of(facts[i]),
        value_of(facts[i + 1]),
        value_of(facts[i + 2]),
    )
    sign, more = sign_of(facts[i + 1]), digits_of(facts[i + 2])
    if not digits or not facts[i + 1] & TIGHT or sign not in (SLASH, HYPHEN, FULL_STOP):
        return nothing
    if not 1 <= digits_of(facts[i + 1]) <= 2:
        return nothing
    if not facts[i + 2] & TIGHT or sign_of(facts[i + 2]) != sign or not facts[i + 2] & MAY_END:
        more = np.int64(0)
    if digits > 2:
        is_iso = digits == 4 and sign == HYPHEN and digits_of(facts[i + 1]) == 2 and more == 2
        return (i + 3, first, second, third) if is_iso else nothing
    swapped = options & MONTH_FIRST and (second <= 12 < first)
    day, month = (second, first) if options & MONTH_FIRST and not swapped else (first, second)
    if more in (2, 4):
        return i + 3, third if more == 4 else third + (1900 if third >= _CENTURY_FROM else 2000), month, day
    if not facts[i + 1] & MAY_END or not _is_day_without_year(facts, options, i, month, day, listed):
        return nothing
    year, after = _year_after(facts, i + 2, False)
    return after, year, month, day


@inner
def _day_before_month(facts: Any, options: Any, i: Any) -> Any:
    """The word after a day such as "14 tháng 6" or "14th of June", its year, month and day; 0 if there is none."""
    nothing = np.int64(0), np.int64(0), np.int64(0), np.int64(0)
    day, at = day_number(facts[i]), i + 1
    if day == 0 or sign_of(facts[at]) != BLANK:
        return nothing
    if facts[at] & MONTH_LINK:
        at = phrase_stop(facts, at)
    month, after = month_name(facts[at], options), phrase_stop(facts, at)
    if facts[at] & MONTH_WORD and 1 <= digits_of(facts[after]) <= 2:
        month, after = value_of(facts[after]), after + 1
        if not facts[after - 1] & MAY_END and sign_of(facts[after]) not in (SLASH, HYPHEN):
            return nothing
    if month == 0:
        return nothing
    year, after = _year_after(facts, after, True)
    return after, year, month, day


@inner
def _next_in_list(facts: Any, i: Any) -> Any:
    """The word with the next number of a list, where word `i` follows a number ("14 và 15/6"); 0 if there is none."""
    sign, at = sign_of(facts[i]), i
    if sign == BLANK and facts[i] & LIST_WORD:
        at = phrase_stop(facts, i)
    elif sign not in (HYPHEN, LONG_DASH, COMMA, 38):
        return np.int64(0)
    if facts[at] & DAY_WORD:
        at = phrase_stop(facts, at)
    return at if day_number(facts[at]) else np.int64(0)


@inner
def _day_from_number(facts: Any, options: Any, i: Any) -> Any:
    """The word after a day that begins with a number, its year, month and day, and how many numbers come before it."""
    at = i
    for listed in range(_LONGEST_LIST):
        after, year, month, day = _day_in_digits(facts, options, at, listed)
        if after == 0:
            after, year, month, day = _day_before_month(facts, options, at)
        if after:
            return after, year, month, day, np.int64(listed)
        at = _next_in_list(facts, at + 1) if day_number(facts[at]) else np.int64(0)
        if at == 0:
            break
    return np.int64(0), np.int64(0), np.int64(0), np.int64(0), np.int64(0)


@inner
def _day_after_month(facts: Any, options: Any, i: Any) -> Any:
    """The word after a day that begins with the name of a month, its year, month, day, and last day of several."""
    stop, month = phrase_stop(facts, i), month_name(facts[i], options)
    day = day_number(facts[stop])
    if day == 0 or month == 0 or facts[stop] & MEASURE or sign_of(facts[stop]) not in (BLANK, FULL_STOP):
        return np.int64(0), np.int64(0), np.int64(0), np.int64(0), np.int64(0)
    at = _next_in_list(facts, stop + 1)
    other = day_number(facts[at]) if at and not facts[at] & MEASURE else np.int64(0)
    if other <= day:
        other = np.int64(0)
    year, after = _year_after(facts, at + 1 if other else stop + 1, True)
    return after, year, month, day, other


@inner
def _period(facts: Any, options: Any, i: Any) -> Any:
    """The word after a month, a quarter or a year alone, the year, and the part of it; 0 if there is none."""
    fact, stop = facts[i], phrase_stop(facts, i)
    if fact & QUARTER:
        year, after = _year_after(facts, stop, True)
        return after, year, FIRST_QUARTER - 1 + (fact & VALUE)
    if fact & MONTH_WORD and 1 <= digits_of(facts[stop]) <= 2 and 1 <= value_of(facts[stop]) <= 12:
        year, after = _year_after(facts, stop + 1, True)
        return after, year, value_of(facts[stop])
    if month_name(fact, options):
        year, after = _year_after(facts, stop, True)
        return (after, year, fact & VALUE) if year else (np.int64(0), np.int64(0), np.int64(0))
    if 1900 <= year_in_digits(fact) < 2100:
        return i + 1, year_in_digits(fact), np.int64(0)
    follows = (
        facts[i + 1] & TIGHT
        and sign_of(facts[i + 1]) in (SLASH, HYPHEN)
        and 1900 <= year_in_digits(facts[i + 1]) < 2100
    )
    if follows and 1 <= digits_of(fact) <= 2 and 1 <= value_of(fact) <= 12:
        return i + 2, year_in_digits(facts[i + 1]), value_of(fact)
    return np.int64(0), np.int64(0), np.int64(0)


@inner
def _day_of_word(facts: Any, options: Any, i: Any, last: Any) -> Any:
    """The code of a day given by a word ("yesterday", "on Tuesday"), or 0; `last` is what the phrase before it is."""
    value, following = facts[i] & VALUE, facts[phrase_stop(facts, i)]
    if facts[i] & NEAR_DAY:  # not as in "today's world"
        near = (NEAR_DAY_MONTH << MONTH_FROM) | (value - VALUE_ZERO + NEAR_DAY_ZERO)
        return np.int64(0) if facts[i] & POSSESSIVE else near
    if last & NOT_WEEKDAY or (options & LED_WEEKDAYS and not last & WEEKDAY_LEAD):
        return np.int64(0)
    if (last | following) & NEXT:
        return value + NEXT_WEEKDAY
    if facts[i] & FORESEEN:
        return value + PLANNED_WEEKDAY
    return value + (LAST_WEEKDAY if (last | following) & LAST else NEAREST_WEEKDAY)


@inlined
def _add(codes: Any, n: Any, code: Any) -> Any:
    """Append a code that is not there yet, if there is room; returns how many there are."""
    for i in range(n):
        if codes[i] == code:
            return n
    if n == MOST_DAYS:
        return n
    codes[n] = np.uint32(code)
    return n + 1


@inlined
def _add_day(days: Any, n: Any, year: Any, month: Any, day: Any) -> Any:
    """Append a day of the calendar."""
    return _add(days, n, (year << YEAR_FROM) | (month << MONTH_FROM) | day) if _is_day_of_year(month, day) else n


@inlined
def _add_listed(facts: Any, i: Any, listed: Any, days: Any, n: Any, year: Any, month: Any) -> Any:
    """Append the days whose numbers are listed before a day."""
    for _ in range(listed):
        n = _add_day(days, n, year, month, day_number(facts[i]))
        i = _next_in_list(facts, i + 1)
    return n


@inner
def _read_from_facts(
    facts: Any, options: Any, i: Any, follows: Any, given: Any, before: Any, days: Any, n_days: Any, periods: Any,
    n: Any,
) -> Any:  # fmt: skip
    """Read the date that begins with word `i`, if there is one; `follows` if the date before ends there.

    `given` is the word of the last day given by a word, `before` how many days there were without it. Returns the word
    after the date, these two, and how many days and periods there are.
    """
    number = digits_of(facts[i]) > 0 or facts[i] & DAY_NUMBER != 0
    joined = number and facts[i] & TIGHT and sign_of(facts[i]) in _JOINING and not follows
    after = year = month = day = listed = other = np.int64(0)
    if number and not joined and not (year_in_digits(facts[i]) and not facts[i + 1] & TIGHT):
        after, year, month, day, listed = _day_from_number(facts, options, i)
    elif facts[i] & MONTH:
        after, year, month, day, other = _day_after_month(facts, options, i)
    if after and _is_day_of_year(month, day):
        flags, last, first = _context(facts, i)
        n_days = before if given >= first else n_days  # the weekday of this day
        other_day = last & NOT_DAY or flags & REPORT or facts[after] & OTHER_CALENDAR or _is_of_document(facts, first)
        if not other_day:
            n_days = _add_listed(facts, i, listed, days, n_days, year, month)
            n_days = _add_day(days, _add_day(days, n_days, year, month, day), year, month, other)
        return after, np.int64(-1), n_days, n_days, n
    if facts[i] & (NEAR_DAY | WEEKDAY):
        flags, last, first = _context(facts, i)
        code = _day_of_word(facts, options, i, last)
        if code == 0 or flags & REPORT:
            return phrase_stop(facts, i), given, before, n_days, n
        return phrase_stop(facts, i), i, n_days, _add(days, n_days, code), n
    after = i + 1
    if not joined:
        after, year, part = _period(facts, options, i)
        n = _add(periods, n, (year << PART_FROM) | part) if after else n
    return max(after, i + 1), given, before, n_days, n


@inner
def read_days(text: Any, lexicon: Any, anchors: Any, facts: Any, days: Any, periods: Any) -> Any:
    """Read the days and periods of a text, each once, in their order.

    anchors and facts int64 have room for its words, and facts for twice `LONGEST_PHRASE` more; days and periods uint32,
    filled, for `MOST_DAYS`. Returns how many days and periods there are, and how many of the days its opening tells.
    """
    found = find_beginnings(text.words, text.count, lexicon.begins, anchors)
    found = keep_likely(text, lexicon, anchors, found)
    options = np.int64(lexicon.options)
    n_days, n_periods, opening = np.int64(0), np.int64(0), np.int64(0)
    done, known, given, before = np.int64(-1), np.int64(0), np.int64(-1), np.int64(0)
    for anchor in range(found):
        i = anchors[anchor]
        if i < done:
            continue
        known = gather_around(text, lexicon, i, known, facts)
        done, given, before, n_days, n_periods = _read_from_facts(
            facts, options, i, i == done, given, before, days, n_days, periods, n_periods
        )
        if i < OPENING_WORDS:
            opening = n_days
    return n_days, n_periods, min(opening, n_days)  # a weekday goes if its date follows
