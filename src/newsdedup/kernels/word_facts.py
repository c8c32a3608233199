"""Compiled loops: the words of a text with which a date may begin, and the facts of the words around them.

The facts of a word are one integer: what the phrase that begins with it is, its number, the sign before it.
`newsdedup.kernels.told_days` reads dates from these facts alone.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy as np

from newsdedup.kernels.char_codes import CAPITAL, DECIMAL_DIGIT, LETTER, LINE, WHITE_SPACE
from newsdedup.kernels.day_codes import (
    CAPITAL_MONTHS,
    DAY_NUMBER,
    LIST_WORD,
    LONGER,
    LONGEST_PHRASE,
    MONTH,
    MONTH_LINK,
    MONTH_WORD,
    NEAR_DAY,
    PLANNED,
    QUARTER,
    VALUE,
    WEEKDAY,
)
from newsdedup.kernels.hash_table import short_hash, slot_of
from newsdedup.kernels.hashing import BASE
from newsdedup.kernels.jit import inlined, inner

# The facts of a word, above what the phrase that begins with it is (`day_codes`, 31 bits).
WORDS_FROM: Final = 31  # three bits: the words of this phrase
DIGITS_FROM: Final = 34  # three bits: the digits of a number alone, up to four
NUMBER_FROM: Final = 37  # fourteen bits: its value
SIGN_FROM: Final = 51  # seven bits: the sign between the word before and this one
TIGHT: Final = 1 << 58  # that sign has no space beside it
MAY_END: Final = 1 << 59  # a date may end with this number
MEASURE: Final = 1 << 60  # an hour or a percentage
CAPITALISED: Final = 1 << 61  # with a capital
FORESEEN: Final = 1 << 62  # a word for a plan comes shortly before this weekday, in the same clause
FEW_BITS: Final = 7  # mask of three bits
NUMBER_BITS: Final = (1 << 14) - 1
SIGN_BITS: Final = 127
TAG_BITS: Final = LONGER - 1
POSSESSIVE: Final = LONGER  # an apostrophe follows the phrase; the bit is free once the phrase is found

BLANK: Final = 32
COMMA: Final = 44
HYPHEN: Final = 45
FULL_STOP: Final = 46
SLASH: Final = 47
_CLAUSE_ENDS: Final = (10, 13, 33, 46, 58, 59, 63)
_EN_DASH_CODE: Final = 0x2013
LONG_DASH: Final = 1  # an en dash, whose code does not fit
WORDS_BEFORE: Final = 8  # words before a date that may belong to it, or say that it is planned
WORDS_AFTER: Final = 14  # words from its first on
_FOLLOW_NUMBER: Final = MONTH | MONTH_WORD | MONTH_LINK | LIST_WORD


class WordedText(NamedTuple):
    """A text and its words."""

    codes: Any  # uint32, its code points
    n: Any  # how many these are
    kinds: Any  # uint16, the kind of each code point there is
    table: Any  # uint32, the fold of each
    words: Any  # uint32, the hashes of its words
    starts: Any  # int64, where each begins
    count: Any  # how many these are


class DayLexicon(NamedTuple):
    """The phrases of a language that tell days."""

    begins: Any  # uint8, by the lowest bits of the hash of a word: whether a date may begin with it
    slots: Any  # uint32, hashes of phrases in a table (`hash_table.slot_of`)
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
def find_beginnings(words: Any, count: Any, begins: Any, found: Any) -> Any:
    """Find the words with which a date may begin; returns how many."""
    n, mask = np.int64(0), np.uint32(begins.size - 1)
    for i in range(count):
        found[n] = i
        n += np.int64(begins[words[i] & mask])
    return n


@inner
def keep_likely(text: Any, lexicon: Any, found: Any, n: Any) -> Any:
    """Keep words for a day, and months and numbers with what a date has next; returns how many."""
    codes, kinds, words, starts, count = text.codes, text.kinds, text.words, text.starts, text.count
    slots, tags = lexicon.slots, lexicon.tags
    kept = np.int64(0)
    for place in range(n):
        i = found[place]
        if kinds[codes[starts[i]]] & DECIMAL_DIGIT:
            end, likely = starts[i], False
            while end < text.n and kinds[codes[end]] & DECIMAL_DIGIT:
                end += 1
            if i + 1 < count:
                slot, begin = slot_of(slots, words[i + 1]), starts[i + 1]
                likely = slots[slot] == words[i + 1] and tags[slot] & _FOLLOW_NUMBER != 0
                if kinds[codes[begin]] & DECIMAL_DIGIT:
                    last = begin
                    while last < text.n and kinds[codes[last]] & DECIMAL_DIGIT:
                        last += 1
                    apart, sign = begin - end, codes[end]
                    joins = sign in (HYPHEN, SLASH) or (sign == FULL_STOP and last - begin <= 2)
                    likely = apart == 3 or (apart == 1 and joins) or (apart == 2 and sign == COMMA)
            likely |= end - starts[i] == 4
        else:
            slot = slot_of(slots, words[i])
            tag, after = np.int64(tags[slot]) if slots[slot] == words[i] else np.int64(0), i + 1
            if tag & LONGER and after < count:
                pair = short_hash(np.uint64(words[i]) * BASE + np.uint64(words[after]))
                slot = slot_of(slots, pair)
                if slots[slot] == pair:
                    tag, after = np.int64(tags[slot]), after + 1
            likely = tag & (WEEKDAY | NEAR_DAY | QUARTER) != 0 or (tag & LONGER != 0 and after == i + 2)
            if tag & (MONTH | MONTH_WORD) and after < count:
                likely = kinds[codes[starts[after]]] & DECIMAL_DIGIT != 0
        found[kept] = i
        kept += np.int64(likely)
    return kept


@inner
def _is_planned(text: Any, facts: Any, i: Any) -> Any:
    """Whether a word for a plan ("will") comes shortly before a weekday, in the same clause."""
    end = text.starts[i]
    for at in range(i - 1, max(0, i - WORDS_BEFORE) - 1, -1):
        for place in range(text.starts[at], end):
            if text.codes[place] in _CLAUSE_ENDS:
                return False
        if facts[at] & PLANNED:
            return True
        end = text.starts[at]
    return False


@inner
def _gather_facts(text: Any, lexicon: Any, first: Any, last: Any, facts: Any) -> None:
    """Put the facts of words into `facts`; a few words after them have none.

    It is one loop, because each call of a function with arrays counts references to these: ten times as slow.
    """
    codes, n, kinds, table = text.codes, text.n, text.kinds, text.table
    words, starts, count = text.words, text.starts, text.count
    slots, tags = lexicon.slots, lexicon.tags
    for i in range(first, last):
        begin, facts[i] = starts[i], 0
        kind, slot = kinds[codes[begin]], slot_of(slots, words[i])
        known, tag, end, rolling = np.int64(0), np.int64(0), i + 1, np.uint64(words[i])
        if slots[slot] == words[i]:
            tag = np.int64(tags[slot])
            known = (tag & TAG_BITS) | (np.int64(1) << WORDS_FROM) if tag & TAG_BITS else known
        elif not kind & DECIMAL_DIGIT:
            continue
        while tag & LONGER and end < count and table[codes[starts[end] - 2]] & LETTER:  # one sign apart
            rolling = rolling * BASE + np.uint64(words[end])
            hashed = short_hash(rolling)
            slot = slot_of(slots, hashed)
            tag, end = np.int64(tags[slot]) if slots[slot] == hashed else np.int64(0), end + 1
            if tag & TAG_BITS:
                known = (tag & TAG_BITS) | (np.int64(end - i) << WORDS_FROM)
        if known == 0 and not kind & DECIMAL_DIGIT:
            continue
        # The sign before it
        sign, signs, at, tight = np.int64(BLANK), 0, begin - 1, True
        while at >= 0 and table[codes[at]] & LETTER == 0:
            if kinds[codes[at]] & WHITE_SPACE:
                tight = False
                signs += 2 * (kinds[codes[at]] & LINE != 0 or at < begin - 3)
            else:
                sign, signs = np.int64(codes[at]), signs + 1
            at -= 1
        sign = np.int64(LONG_DASH) if sign == _EN_DASH_CODE else sign
        if signs <= 1 and sign <= SIGN_BITS and at >= 0:
            known |= sign << SIGN_FROM
        known |= TIGHT if tight else 0
        known |= CAPITALISED if kind & CAPITAL else 0
        # A number
        at, value = begin, np.int64(0)
        while at < n and at < begin + 5 and kinds[codes[at]] & DECIMAL_DIGIT:
            value, at = value * 10 + np.int64(codes[at] & np.uint32(15)), at + 1
        if begin < at < begin + 5 and not (at < n and table[codes[at]] & LETTER):
            known |= (value << NUMBER_FROM) | (np.int64(at - begin) << DIGITS_FROM)
            after = np.int64(codes[at]) if at < n else np.int64(BLANK)
            known |= MEASURE if after in (37, 58) else 0
            joined = after in (COMMA, HYPHEN, FULL_STOP) and at + 1 < n and kinds[codes[at + 1]] & DECIMAL_DIGIT
            known |= 0 if joined or after in (37, SLASH) else MAY_END
        if known & WEEKDAY and _is_planned(text, facts, i):
            known |= FORESEEN
        if known & NEAR_DAY:
            end = starts[i + ((known >> WORDS_FROM) & FEW_BITS) - 1]
            while end < n and table[codes[end]] & LETTER:
                end += 1
            if end < n and codes[end] in (39, 0x2019):
                known |= POSSESSIVE
        facts[i] = known
    for i in range(last, last + 2 * LONGEST_PHRASE):
        facts[i] = 0


@inner
def gather_around(text: Any, lexicon: Any, i: Any, known: Any, facts: Any) -> Any:
    """Gather the facts of the words that may belong to a date; returns up to which word they are known in a row."""
    if i < known:
        first = known
    elif text.codes[text.starts[i]] in (49, 50) and _is_plain_year(text, i):
        _gather_facts(text, lexicon, i, i + 1, facts)
        return known
    else:
        first = max(known, i - WORDS_BEFORE)
        for gap in range(max(known, first - WORDS_BEFORE), first):
            facts[gap] = 0
    last = min(text.count, i + WORDS_AFTER)
    _gather_facts(text, lexicon, first, last, facts)
    return max(known, last)


@inner
def _is_plain_year(text: Any, i: Any) -> Any:
    """Whether a word is four digits with a space or nothing after them, so that it begins no day."""
    begin = text.starts[i]
    for place in range(begin, begin + 4):
        if place >= text.n or not text.kinds[text.codes[place]] & DECIMAL_DIGIT:
            return False
    return begin + 4 == text.n or text.codes[begin + 4] == BLANK


@inlined
def phrase_stop(facts: Any, i: Any) -> Any:
    """The word after the phrase that begins with word `i`; `i` itself where none begins."""
    return i + ((facts[i] >> WORDS_FROM) & FEW_BITS)


@inlined
def digits_of(fact: Any) -> Any:
    """How many digits a number has; 0 for other words."""
    return (fact >> DIGITS_FROM) & FEW_BITS


@inlined
def value_of(fact: Any) -> Any:
    """The value of a number."""
    return (fact >> NUMBER_FROM) & NUMBER_BITS


@inlined
def sign_of(fact: Any) -> Any:
    """The sign before a word."""
    return (fact >> SIGN_FROM) & SIGN_BITS


@inlined
def day_number(fact: Any) -> Any:
    """The number of a day ("14", "14th"), or 0."""
    if 1 <= digits_of(fact) <= 2:
        return value_of(fact)
    return fact & VALUE if fact & DAY_NUMBER else np.int64(0)


@inlined
def month_name(fact: Any, options: Any) -> Any:
    """The month that a word names, or 0; in lower case it may be another word ("20 may have died")."""
    return fact & VALUE if fact & MONTH and (fact & CAPITALISED or not options & CAPITAL_MONTHS) else np.int64(0)


@inlined
def year_in_digits(fact: Any) -> Any:
    """The year in four digits that a word is, or 0."""
    return value_of(fact) if digits_of(fact) == 4 and 1000 <= value_of(fact) <= 2999 and fact & MAY_END else np.int64(0)
