"""Compiled loops: the days and periods that the words of a text tell, and the days that pairs of texts share.

Most of the functions take the same two arguments, a `WordedText` and a `Lexicon`.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy as np

from newsdedup.kernels.char_codes import CAPITAL, DECIMAL_DIGIT, LETTER, LINE, WHITE_SPACE
from newsdedup.kernels.day_codes import (
    ANCHOR,
    CAPITAL_MONTHS,
    DAY_NUMBER,
    DAY_WORD,
    DOTTED,
    FIRST_ORDINAL,
    FIRST_QUARTER,
    LAST,
    LAST_WEEKDAY,
    LED_WEEKDAYS,
    LIST_WORD,
    LONGER,
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
    PLANNED,
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
from newsdedup.kernels.hash_table import short_hash, slot_of
from newsdedup.kernels.hashing import BASE
from newsdedup.kernels.jit import inlined, inner, kernel

_SPACE: Final = 32
_EXCLAMATION: Final = 33
_PERCENT: Final = 37
_AMPERSAND: Final = 38
_APOSTROPHE: Final = 39
_BRACKET: Final = 40
_COMMA: Final = 44
_HYPHEN: Final = 45
_FULL_STOP: Final = 46
_SLASH: Final = 47
_COLON: Final = 58
_SEMICOLON: Final = 59
_QUESTION: Final = 63
_EN_DASH: Final = 0x2013
_CURLY_APOSTROPHE: Final = 0x2019
_OTHER_SIGN: Final = 0

_CENTURY_TURN: Final = 70  # two digits from here on are a year of the twentieth century
_MOST_PARTS: Final = 10  # 3/4 and 1/10 are more often shares than days
_PLAN_REACH: Final = 60  # characters between a word for a plan and its weekday
_CLAUSE_ENDS: Final = (_FULL_STOP, _COLON, _SEMICOLON, _EXCLAMATION, _QUESTION)
_LONGEST_LIST: Final = 7  # numbers in a list of days
_LONGEST_CHAIN: Final = 4  # phrases before a date that belong to it
_LONGEST_PHRASE: Final = 4  # words of these
_SAYS_DAY: Final = DAY_WORD | PART_OF_DAY | WEEKDAY | NEAR_DAY
_DAYS_BEFORE: Final = np.array([0, 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335], np.int64)
_MONTH_DAYS: Final = np.array([0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], np.int64)


class WordedText(NamedTuple):
    """A text and its words."""

    codes: Any  # uint32, its code points
    n: Any  # how many these are
    kinds: Any  # uint16, the kind of each code point there is
    table: Any  # uint32, the fold of each
    words: Any  # uint32, the hashes of its words
    starts: Any  # int64, where each begins
    count: Any  # how many these are


class Lexicon(NamedTuple):
    """The phrases of a language that tell days."""

    slots: Any  # uint32, their hashes, in a table (`hash_table.slot_of`)
    tags: Any  # uint32, what each is (`day_codes`)
    options: Any  # uint32, how the language writes dates


@inlined
def digits_end(codes: Any, kinds: Any, start: Any, n: Any) -> Any:
    """The end of a run of digits."""
    end = start
    while end < n and kinds[codes[end]] & DECIMAL_DIGIT:
        end += 1
    return end


@inlined
def digits_value(codes: Any, start: Any, end: Any) -> Any:
    """The value of a run of digits."""
    value = np.uint64(0)
    for i in range(start, end):
        value = value * np.uint64(10) + np.uint64(codes[i] & np.uint32(15))
    return value


@inner
def _find_anchors(page: Any, lexicon: Any, anchors: Any) -> Any:
    """Find the words with which a day or a period may begin; returns how many."""
    codes, kinds, words, starts = page.codes, page.kinds, page.words, page.starts
    slots, tags = lexicon.slots, lexicon.tags
    found = np.int64(0)
    for i in range(page.count):
        slot = slot_of(slots, words[i])
        begins = slots[slot] == words[i] and tags[slot] & ANCHOR != 0
        anchors[found] = i
        found += np.int64(begins or kinds[codes[starts[i]]] & DECIMAL_DIGIT != 0)
    return found


@inner
def _sign_before(page: Any, i: Any) -> Any:
    """The sign between a word and the one before: a space if there is nothing else, 0 at a line or of several."""
    sign, at = np.int64(_SPACE), page.starts[i] - 1
    while at >= 0 and page.table[page.codes[at]] & LETTER == 0:
        kind = page.kinds[page.codes[at]]
        if kind & LINE or page.starts[i] - at > 3 or (sign != _SPACE and not kind & WHITE_SPACE):
            return np.int64(_OTHER_SIGN)
        if not kind & WHITE_SPACE:
            sign = np.int64(page.codes[at])
        at -= 1
    return sign if at >= 0 else np.int64(_OTHER_SIGN)


@inner
def _phrase(page: Any, lexicon: Any, i: Any) -> Any:
    """What the longest known phrase that begins with word `i` is, and the word after it; 0 if there is none."""
    tag, found, stop, end, rolling = np.int64(LONGER), np.int64(0), np.int64(i), np.int64(i), np.uint64(0)
    while tag & LONGER and end < page.count:
        rolling = rolling * BASE + np.uint64(page.words[end])
        hashed = page.words[i] if end == i else short_hash(rolling)
        slot = slot_of(lexicon.slots, hashed)
        if lexicon.slots[slot] != hashed:
            break
        tag, end = np.int64(lexicon.tags[slot]), end + 1
        if tag & ~np.int64(LONGER | ANCHOR):
            found, stop = tag, end
    return found, stop


@inner
def _context(page: Any, lexicon: Any, i: Any) -> Any:
    """What the phrases right before a date are, what the last of them is, and with which word they begin."""
    flags, last, first = np.int64(0), np.int64(0), np.int64(i)
    for _ in range(_LONGEST_CHAIN):
        sign = _sign_before(page, first)
        if sign != _SPACE and sign != _COMMA and sign != _BRACKET:
            break
        tag, begin = np.int64(0), first
        for back in range(1, min(_LONGEST_PHRASE, first) + 1):
            longer, stop = _phrase(page, lexicon, first - back)
            if longer and stop == first:
                tag, begin = longer, first - back
        if sign != _SPACE:
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
def _number(page: Any, i: Any) -> Any:
    """The value of a word of up to four digits, how many these are, and where they end; 0 digits for other words."""
    if i >= page.count:
        return np.int64(0), np.int64(0), np.int64(0)
    start = page.starts[i]
    end = digits_end(page.codes, page.kinds, start, page.n)
    if end == start or end - start > 4 or (end < page.n and page.table[page.codes[end]] & LETTER):
        return np.int64(0), np.int64(0), np.int64(0)
    return np.int64(digits_value(page.codes, start, end)), np.int64(end - start), np.int64(end)


@inner
def _day_number(page: Any, lexicon: Any, i: Any) -> Any:
    """The number of a day ("14", "14th") and where it ends; 0 if there is none."""
    value, digits, end = _number(page, i)
    if 1 <= digits <= 2:
        return value, end
    if digits == 0 and i < page.count and page.kinds[page.codes[page.starts[i]]] & DECIMAL_DIGIT:
        tag, _ = _phrase(page, lexicon, i)
        if tag & DAY_NUMBER:
            return tag & VALUE, _word_end(page, i)
    return np.int64(0), np.int64(0)


@inner
def _word_end(page: Any, i: Any) -> Any:
    end = page.starts[i]
    while end < page.n and page.table[page.codes[end]] & LETTER:
        end += 1
    return end


@inner
def _may_end(page: Any, end: Any) -> Any:
    """Whether a date may end before a character: not before a stroke, or a sign with a digit after it."""
    if end >= page.n:
        return True
    sign = page.codes[end]
    if sign in (_SLASH, _PERCENT):
        return False
    joins = sign in (_FULL_STOP, _COMMA, _HYPHEN)
    return not (joins and end + 1 < page.n and page.kinds[page.codes[end + 1]] & DECIMAL_DIGIT)


@inlined
def _is_day(month: Any, day: Any) -> Any:
    return 1 <= month <= 12 and 1 <= day <= _MONTH_DAYS[min(month, 12)]


@inner
def _month_name(page: Any, lexicon: Any, i: Any, tag: Any) -> Any:
    """The month that a phrase names, or 0; in lower case it may be another word ("20 may have died")."""
    if tag & MONTH and (page.kinds[page.codes[page.starts[i]]] & CAPITAL or not lexicon.options & CAPITAL_MONTHS):
        return tag & VALUE
    return np.int64(0)


@inner
def _year(page: Any, i: Any) -> Any:
    """The year in four digits that word `i` is, or 0."""
    value, digits, end = _number(page, i)
    return value if digits == 4 and 1000 <= value <= 2999 and _may_end(page, end) else np.int64(0)


@inner
def _year_after(page: Any, lexicon: Any, i: Any, by_sign: Any) -> Any:
    """The year that begins with word `i`, and the word after it; `by_sign` if a sign alone may come before it."""
    if i >= page.count:
        return np.int64(0), np.int64(i)
    sign, year = _sign_before(page, i), _year(page, i)
    if year and by_sign and sign in (_SPACE, _COMMA, _SLASH, _HYPHEN):
        return year, np.int64(i + 1)
    if sign in (_SPACE, _COMMA):
        tag, stop = _phrase(page, lexicon, i)
        if tag & NEAR_YEAR:
            return (tag & VALUE) - VALUE_ZERO + NEAR_YEAR_ZERO, stop
        if tag & (YEAR_WORD | MONTH_LINK):
            year = _year(page, stop)
            if year:
                return year, stop + 1
    return np.int64(0), np.int64(i)


@inner
def _is_day_without_year(page: Any, lexicon: Any, i: Any, sign: Any, month: Any, day: Any, listed: Any) -> Any:
    """Whether "14/6" is a day: without a word for a day, "1/3" may be a third, and "2-1" a score."""
    flags, _, _ = _context(page, lexicon, i)
    says_day = flags & _SAYS_DAY or listed
    if sign == _HYPHEN and month == day and not says_day:
        return False
    if sign == _FULL_STOP:
        return says_day != 0 and lexicon.options & DOTTED != 0
    if says_day or flags & UNTIL:
        return True
    if sign != _SLASH:
        return False
    first, second = (month, day) if lexicon.options & MONTH_FIRST else (day, month)
    return _sign_before(page, i) == _BRACKET or (
        day > month and not (first == 24 and second == 7) and not (first < second and day <= _MOST_PARTS)
    )


@inner
def _day_in_digits(page: Any, lexicon: Any, i: Any, listed: Any) -> Any:
    """The word after a day in digits alone, its year, month and day; 0 if there is none."""
    nothing = np.int64(0), np.int64(0), np.int64(0), np.int64(0)
    first, digits, end = _number(page, i)
    if digits == 0 or i + 1 >= page.count or page.starts[i + 1] != end + 1:
        return nothing
    second, others, stop = _number(page, i + 1)
    sign = np.int64(page.codes[end])
    if not 1 <= others <= 2 or sign not in (_SLASH, _HYPHEN, _FULL_STOP):
        return nothing
    third, more, last = np.int64(0), np.int64(0), np.int64(0)
    if i + 2 < page.count and page.starts[i + 2] == stop + 1 and page.codes[stop] == sign:
        third, more, last = _number(page, i + 2)
    if digits > 2:
        is_iso = digits == 4 and sign == _HYPHEN and others == 2 and more == 2 and _may_end(page, last)
        return (np.int64(i + 3), first, second, third) if is_iso else nothing
    swapped = lexicon.options & MONTH_FIRST and second <= 12 and first > 12
    day, month = (second, first) if lexicon.options & MONTH_FIRST and not swapped else (first, second)
    if more in (2, 4) and _may_end(page, last):
        year = third if more == 4 else third + (1900 if third >= _CENTURY_TURN else 2000)
        return np.int64(i + 3), year, month, day
    if not (_may_end(page, stop) and _is_day_without_year(page, lexicon, i, sign, month, day, listed)):
        return nothing
    year, after = _year_after(page, lexicon, i + 2, False)
    return after, year, month, day


@inner
def _day_before_month(page: Any, lexicon: Any, i: Any) -> Any:
    """The word after a day such as "14 tháng 6" or "14th of June", its year, month and day; 0 if there is none."""
    nothing = np.int64(0), np.int64(0), np.int64(0), np.int64(0)
    if i + 1 >= page.count:
        return nothing
    at = np.int64(i + 1)
    tag, after = _phrase(page, lexicon, at)
    if tag & MONTH_LINK:
        at = after
        tag, after = _phrase(page, lexicon, at)
    if not tag & (MONTH | MONTH_WORD) or _sign_before(page, i + 1) != _SPACE:
        return nothing
    month, day = _month_name(page, lexicon, at, tag), _day_number(page, lexicon, i)[0]
    if tag & MONTH_WORD:
        month, digits, stop = _number(page, after)
        after += 1
        if digits > 2 or (not _may_end(page, stop) and page.codes[stop] == _FULL_STOP):
            return nothing
    if month == 0 or day == 0:
        return nothing
    year, after = _year_after(page, lexicon, after, True)
    return after, year, month, day


@inner
def _next_in_list(page: Any, lexicon: Any, i: Any) -> Any:
    """The word with the next number of a list, where word `i` follows a number ("14 và 15/6"); 0 if there is none."""
    if i >= page.count:
        return np.int64(0)
    sign, at = _sign_before(page, i), np.int64(i)
    if sign == _SPACE:
        tag, at = _phrase(page, lexicon, i)
        if not tag & LIST_WORD:
            return np.int64(0)
    elif sign not in (_HYPHEN, _EN_DASH, _COMMA, _AMPERSAND):
        return np.int64(0)
    tag, stop = _phrase(page, lexicon, at)
    at = stop if tag & DAY_WORD else at
    return at if _day_number(page, lexicon, at)[0] else np.int64(0)


@inner
def _day_from_number(page: Any, lexicon: Any, i: Any) -> Any:
    """The word after a day that begins with a number, its year, month and day, and how many numbers come before it."""
    at = np.int64(i)
    for listed in range(_LONGEST_LIST):
        after, year, month, day = _day_in_digits(page, lexicon, at, listed)
        if after == 0:
            after, year, month, day = _day_before_month(page, lexicon, at)
        if after:
            return after, year, month, day, np.int64(listed)
        at = _next_in_list(page, lexicon, at + 1) if _day_number(page, lexicon, at)[0] else np.int64(0)
        if at == 0:
            break
    return np.int64(0), np.int64(0), np.int64(0), np.int64(0), np.int64(0)


@inner
def _day_after_month(page: Any, lexicon: Any, stop: Any, month: Any) -> Any:
    """The word after a day that begins with the name of a month, its year, month, day, and last day of several."""
    day, end = _day_number(page, lexicon, stop)
    if day == 0 or not _is_free(page, end):
        return np.int64(0), np.int64(0), np.int64(0), np.int64(0), np.int64(0)
    at = _next_in_list(page, lexicon, stop + 1)
    other, end = _day_number(page, lexicon, at) if at else (np.int64(0), np.int64(0))
    if other and not (_is_free(page, end) and other > day):
        other = np.int64(0)
    year, after = _year_after(page, lexicon, at + 1 if other else stop + 1, True)
    return after, year, month, day, other


@inlined
def _is_free(page: Any, end: Any) -> Any:
    """Whether a number is not the hour of a time or a percentage."""
    return end >= page.n or page.codes[end] not in (_COLON, _PERCENT)


@inner
def _period(page: Any, lexicon: Any, i: Any, tag: Any, stop: Any) -> Any:
    """The word after a month, a quarter or a year alone, the year, and the part of it; 0 if there is none."""
    nothing = np.int64(0), np.int64(0), np.int64(0)
    if tag & QUARTER:
        year, after = _year_after(page, lexicon, stop, True)
        return after, year, FIRST_QUARTER - 1 + (tag & VALUE)
    if tag & MONTH_WORD:
        value, digits, _ = _number(page, stop)
        year, after = _year_after(page, lexicon, stop + 1, True)
        return (after, year, value) if 1 <= digits <= 2 and 1 <= value <= 12 else nothing
    if tag & MONTH:
        year, after = _year_after(page, lexicon, stop, True)
        return (after, year, _month_name(page, lexicon, i, tag)) if year else nothing
    value, digits, end = _number(page, i)
    if digits == 4:
        return (np.int64(i + 1), value, np.int64(0)) if 1900 <= value < 2100 and _may_end(page, end) else nothing
    if 1 <= digits <= 2 and 1 <= value <= 12 and i + 1 < page.count and page.starts[i + 1] == end + 1:
        year = _year(page, i + 1)
        if page.codes[end] in (_SLASH, _HYPHEN) and 1900 <= year < 2100:
            return np.int64(i + 2), year, value
    return nothing


@inner
def _day_of_word(page: Any, lexicon: Any, i: Any, tag: Any, stop: Any, last: Any) -> Any:
    """The code of a day given by a word ("yesterday", "on Tuesday"), or 0; `last` is what the phrase before it is."""
    if tag & NEAR_DAY:
        end = _word_end(page, stop - 1)
        if end < page.n and page.codes[end] in (_APOSTROPHE, _CURLY_APOSTROPHE):  # as in "today's world"
            return np.int64(0)
        return (NEAR_DAY_MONTH << MONTH_FROM) | ((tag & VALUE) - VALUE_ZERO + NEAR_DAY_ZERO)
    if last & NOT_WEEKDAY or (lexicon.options & LED_WEEKDAYS and not last & WEEKDAY_LEAD):
        return np.int64(0)
    following, _ = _phrase(page, lexicon, stop)
    if (last | following) & NEXT or _is_planned(page, lexicon, i):
        return (tag & VALUE) + NEXT_WEEKDAY
    return (tag & VALUE) + (LAST_WEEKDAY if (last | following) & LAST else NEAREST_WEEKDAY)


@inner
def _is_planned(page: Any, lexicon: Any, i: Any) -> Any:
    """Whether a word for a plan ("will") comes before a weekday, in the same clause."""
    at, begin = i, page.starts[i]
    while at > 0 and page.starts[i] - page.starts[at - 1] <= _PLAN_REACH:
        at -= 1
        for place in range(page.starts[at], begin):
            if page.codes[place] in _CLAUSE_ENDS or page.kinds[page.codes[place]] & LINE:
                return False
        begin = page.starts[at]
        if _phrase(page, lexicon, at)[0] & PLANNED:
            return True
    return False


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
    return _add(days, n, (year << YEAR_FROM) | (month << MONTH_FROM) | day) if _is_day(month, day) else n


@inner
def _add_days(page: Any, lexicon: Any, i: Any, listed: Any, days: Any, n: Any, year: Any, month: Any, day: Any) -> Any:
    """Append a day and the numbers of the list before it."""
    for _ in range(listed):
        n = _add_day(days, n, year, month, _day_number(page, lexicon, i)[0])
        i = _next_in_list(page, lexicon, i + 1)
    return _add_day(days, n, year, month, day)


@inner
def _begins_date(page: Any, i: Any) -> Any:
    """Whether a number may begin a date: not after a sign that joins it to what is before."""
    return page.starts[i] == 0 or page.codes[page.starts[i] - 1] not in (_SLASH, _COMMA, _FULL_STOP, _COLON, _HYPHEN)


@inner
def read_days(page: Any, lexicon: Any, anchors: Any, days: Any, periods: Any) -> Any:
    """Read the days and periods of a text, each once, in their order.

    anchors int64 is room for the number of words; days and periods uint32 have room for `MOST_DAYS` and are filled.
    Returns how many days and periods there are, and how many of the days the opening tells.
    """
    found = _find_anchors(page, lexicon, anchors)
    n_days, n_periods, opening = np.int64(0), np.int64(0), np.int64(0)
    done, given, before = np.int64(0), np.int64(-1), np.int64(0)  # word of the last day given by a word, days before it
    for anchor in range(found):
        i = anchors[anchor]
        if i < done:
            continue
        in_digits = page.kinds[page.codes[page.starts[i]]] & DECIMAL_DIGIT != 0
        tag, stop = _phrase(page, lexicon, i)
        month = day = year = listed = other = after = np.int64(0)
        if in_digits and (_begins_date(page, i) or i == done):
            after, year, month, day, listed = _day_from_number(page, lexicon, i)
        elif tag & MONTH:
            after, year, month, day, other = _day_after_month(page, lexicon, stop, _month_name(page, lexicon, i, tag))
        if after and _is_day(month, day):
            flags, last, first = _context(page, lexicon, i)
            if given >= first:  # the day of the week of this day
                n_days = before
            rejected = last & NOT_DAY or flags & REPORT or _phrase(page, lexicon, after)[0] & OTHER_CALENDAR
            if not rejected:
                n_days = _add_days(page, lexicon, i, listed, days, n_days, year, month, day)
                n_days = _add_day(days, n_days, year, month, other)
            done = after
        elif tag & (NEAR_DAY | WEEKDAY):
            flags, last, first = _context(page, lexicon, i)
            code = _day_of_word(page, lexicon, i, tag, stop, last)
            done = stop
            if code and not flags & REPORT:
                given, before = i, n_days
                n_days = _add(days, n_days, code)
        elif _begins_date(page, i) or not in_digits:
            after, year, part = _period(page, lexicon, i, tag, stop)
            if after:
                n_periods = _add(periods, n_periods, (year << PART_FROM) | part)
                done = after
        if i < OPENING_WORDS:
            opening = n_days
    return n_days, n_periods, opening


@inlined
def _place_in_year(code: Any) -> Any:
    """The day of a leap year: of month * 32 + day, or of an absolute day (Hinnant's algorithm for the calendar)."""
    if code < FIRST_ORDINAL:
        return _DAYS_BEFORE[code >> 5] + (code & 31)
    since_march = code + 305
    of_era = since_march % 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    place = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * place + 2) // 153
    day = place - (153 * month + 2) // 5 + 1
    return _DAYS_BEFORE[month + 3 if month < 10 else month - 9] + day


@inlined
def _days_between(one: Any, other: Any) -> Any:
    """The distance of two days, of which `one` has the lower code; -1 if they cannot be compared."""
    if one >= FIRST_ORDINAL:
        return other - one
    if one <= 7:
        if 7 < other < FIRST_ORDINAL:
            return np.int64(-1)
        apart = abs((other - 1) % 7 - (one - 1))
        return min(apart, 7 - apart)
    apart = abs(_place_in_year(one) - _place_in_year(other))
    return min(apart, 366 - apart)


@kernel
def compare_days(days: Any, offsets: Any, left: Any, right: Any, gaps: Any, shares: Any) -> None:
    """The least distance between the days of two articles, and the share of days in common, for each pair.

    days uint32, the days of article i at ``days[offsets[i]:offsets[i + 1]]``; left and right int64 (m,);
    gaps and shares float64 (m,) are filled.
    """
    for pair in range(left.size):
        one, other = left[pair], right[pair]
        if offsets[one + 1] - offsets[one] > offsets[other + 1] - offsets[other]:
            one, other = other, one
        least, common = np.int64(-1), 0
        for i in range(offsets[one], offsets[one + 1]):
            nearest = np.int64(-1)
            for j in range(offsets[other], offsets[other + 1]):
                first, second = np.int64(days[i]), np.int64(days[j])
                gap = _days_between(min(first, second), max(first, second))
                if gap >= 0 and (nearest < 0 or gap < nearest):
                    nearest = gap
            if nearest >= 0 and (least < 0 or nearest < least):
                least = nearest
            common += nearest == 0
        fewer = offsets[one + 1] - offsets[one]
        gaps[pair] = np.nan if least < 0 else np.float64(least)
        shares[pair] = common / fewer if fewer else 0.0
