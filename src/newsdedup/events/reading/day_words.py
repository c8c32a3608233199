"""Words that tell days, of every language, as hash tables for the compiled pass."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.kernels import day_codes
from newsdedup.kernels.hashing import BASE, EMPTY, mixed
from newsdedup.languages import Language, forgotten_with_languages, known_languages, language_of
from newsdedup.text.normal_form import normalise
from newsdedup.text.tokens import tokens

HashWords = Callable[[Iterable[str]], NDArray[np.uint32]]

_SLOTS: Final = 2048  # of the phrases of one language
_BEGINNINGS: Final = 16384
_BEGIN_DATES: Final = (
    day_codes.MONTH
    | day_codes.MONTH_WORD
    | day_codes.WEEKDAY
    | day_codes.NEAR_DAY
    | day_codes.QUARTER
    | day_codes.DAY_NUMBER
)
_NUMBERS: Final = (
    *(str(day) for day in range(1, 32)),
    *(f"{day:02d}" for day in range(1, 10)),
    *(str(year) for year in range(1900, 2100)),
)
_QUARTER_NUMERALS: Final = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}


@frozen(eq=False)
class Lexicons:
    """The phrases of every language that tell days, as hash tables; row 0 is for languages without tables."""

    begins: NDArray[np.uint8]  # shape (languages + 1, size): whether a date may begin with a word, by its hash
    slots: NDArray[np.uint32]  # shape (languages + 1, slots): hashes of phrases
    tags: NDArray[np.uint32]  # of the same shape: what each is
    options: NDArray[np.uint32]  # shape (languages + 1,): how each language writes dates


@forgotten_with_languages
@functools.cache
def lexicon_rows() -> dict[str, int]:
    """The row of each language in `Lexicons`, by its code."""
    return {code: row for row, code in enumerate(sorted(known_languages()), 1)}


def lexicon_row(code: str | None) -> int:
    """The row of the lexicon of a language code ("en-GB")."""
    language = language_of(code)
    return lexicon_rows().get(language.code, 0) if language else 0


def no_lexicons() -> Lexicons:
    """Of no language: nothing but digits tells a day."""
    return Lexicons(
        np.zeros((1, 1), np.uint8),
        np.full((1, 1), EMPTY, np.uint32),
        np.zeros((1, 1), np.uint32),
        np.zeros(1, np.uint32),
    )


def lexicons(hash_words: HashWords) -> Lexicons:
    """The phrases of every language; `hash_words` hashes words as the compiled pass does."""
    shape = (len(lexicon_rows()) + 1, _SLOTS)
    slots, tags = np.full(shape, EMPTY, np.uint32), np.zeros(shape, np.uint32)
    begins, options = np.zeros((shape[0], _BEGINNINGS), np.uint8), np.zeros(shape[0], np.uint32)
    begins[:, hash_words(_NUMBERS) % _BEGINNINGS] = 1
    for code, row in lexicon_rows().items():
        language = known_languages()[code]
        options[row] = _options(language)
        _fill(slots[row], tags[row], _hashed_phrases(language, hash_words))
        first = [tokens(normalise(phrase))[0] for phrase, tag in _tagged(language) if tag & _BEGIN_DATES]
        begins[row, hash_words(first) % _BEGINNINGS] = 1
    return Lexicons(begins, slots, tags, options)


def _options(language: Language) -> int:
    dates = language.dates
    return (
        day_codes.MONTH_FIRST * dates.month_first
        | day_codes.DOTTED * dates.dotted
        | day_codes.CAPITAL_MONTHS * (not dates.lower_case_months)
        | day_codes.LED_WEEKDAYS * bool(dates.weekday_leads)
    )


def _fill(slots: NDArray[np.uint32], tags: NDArray[np.uint32], tag_of: dict[int, int]) -> None:
    """Fill a hash table with linear probing (`hash_table.slot_of`)."""
    for hashed, tag in tag_of.items():
        slot = hashed % len(slots)
        while slots[slot] != EMPTY:
            slot = (slot + 1) % len(slots)
        slots[slot], tags[slot] = hashed, tag


def _hashed_phrases(language: Language, hash_words: HashWords) -> dict[int, int]:
    """The tag of each phrase and of each beginning of a longer one, by its hash."""
    phrases = [(tokens(normalise(phrase)), tag) for phrase, tag in _tagged(language)]
    hashes = hash_words(word for words, _ in phrases for word in words)
    ends = list(accumulate((len(words) for words, _ in phrases), initial=0))
    found: dict[int, int] = {}
    for (_, tag), start, end in zip(phrases, ends, ends[1:], strict=False):
        parts = _beginnings(hashes[start:end])
        for part in parts[:-1]:
            found[part] = found.get(part, 0) | day_codes.LONGER
        before = found.get(parts[-1], 0)
        found[parts[-1]] = before | (tag if not before & day_codes.VALUE else tag & ~day_codes.VALUE)
    return found


def _beginnings(words: NDArray[np.uint32]) -> list[int]:
    """The hash of the first word, of the first two, and so on."""
    with np.errstate(over="ignore"):
        rolling = list(accumulate((np.uint64(word) for word in words), lambda before, word: before * BASE + word))
    short = np.minimum(mixed(np.array(rolling, np.uint64)) >> np.uint64(32), np.uint64(EMPTY) - np.uint64(1))
    return [int(words[0]), *(int(one) for one in short[1:])]


def _tagged(language: Language) -> Iterator[tuple[str, int]]:
    """The phrases of a language that tell days, and what each is."""
    dates = language.dates
    for number in range(1, 32):
        yield from ((f"{number}{ending}", day_codes.DAY_NUMBER | number) for ending in dates.ordinal_endings)
    for word in dates.quarter_words:
        yield from ((f"{word} {number}", day_codes.QUARTER | value) for number, value in _QUARTER_NUMERALS.items())
    yield from ((name, day_codes.QUARTER | value) for name, value in dates.quarters.items())
    yield from ((name, day_codes.MONTH | value) for name, value in dates.months.items())
    yield from ((name, day_codes.WEEKDAY | value) for name, value in dates.weekdays.items())
    yield from ((name, day_codes.NEAR_DAY | value + day_codes.VALUE_ZERO) for name, value in dates.near_days.items())
    yield from ((name, day_codes.NEAR_YEAR | value + day_codes.VALUE_ZERO) for name, value in dates.near_years.items())
    for phrases, tag in (
        ((*dates.day_words, *dates.day_marks), day_codes.DAY_WORD),
        (dates.month_words, day_codes.MONTH_WORD),
        (dates.year_words, day_codes.YEAR_WORD),
        (dates.parts_of_day, day_codes.PART_OF_DAY),
        (dates.weekday_leads, day_codes.WEEKDAY_LEAD),
        (dates.next_words, day_codes.NEXT),
        (dates.last_words, day_codes.LAST),
        (dates.not_weekdays, day_codes.NOT_WEEKDAY),
        (dates.reports, day_codes.REPORT),
        ([word for word in dates.list_words if word[0].isalpha()], day_codes.LIST_WORD),
        (dates.not_days, day_codes.NOT_DAY),
        (dates.other_calendars, day_codes.OTHER_CALENDAR),
        (dates.month_links, day_codes.MONTH_LINK),
        (dates.until, day_codes.UNTIL),
        (language.planned, day_codes.PLANNED),
        (dates.documents, day_codes.DOCUMENT),
    ):
        yield from ((phrase, tag) for phrase in phrases)
