"""Compiled loops: encoded text to folded code points, and these to tokens and phrases.

Nearly nothing branches on what a text says: a branch that cannot be foreseen costs as much as
twenty additions, and every second letter of Vietnamese would be one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numba.extending import overload

from newsdedup.kernels import fold_codes
from newsdedup.kernels.hashing import EMPTY
from newsdedup.kernels.jit import filled, inlined, inner

BLOCK: Final = 1024  # code points worked on at once: they stay in the nearest cache
_AHEAD: Final = 3  # bytes that may follow the first of a UTF-8 sequence

_LETTER: Final = np.uint32(fold_codes.LETTER)
_TONE_SHIFT: Final = np.uint32(fold_codes.TONE_SHIFT)
_MARKED: Final = np.uint32(fold_codes.MARKED)
_ALONE: Final = np.uint32(fold_codes.ALONE)
_ODD: Final = np.uint32(fold_codes.ODD)
_SKIPPED: Final = np.uint32(fold_codes.SKIPPED)
_STOP: Final = np.uint32(fold_codes.STOP)
_HARD: Final = np.uint32(fold_codes.HARD)

BASE: Final = np.uint64(0x9E3779B97F4A7C15)


def _powers(base: int) -> Any:
    return np.array([pow(base, exponent, 1 << 64) for exponent in range(BLOCK + 1)], np.uint64)


_POWERS: Final = _powers(int(BASE))
_INVERSES: Final = _powers(pow(int(BASE), -1, 1 << 64))

# What is known of a place in a block, in one number: the place, the tones and the phrase ends before it.
_TONES_FROM: Final = np.uint64(11)
_ENDS_FROM: Final = np.uint64(32)
_PLACE: Final = np.uint64((1 << 11) - 1)
_TONES: Final = np.uint64((1 << 21) - 1)


@inlined
def mix64(h: Any) -> Any:
    """Finaliser of MurmurHash3 (Appleby 2011): every input bit moves every output bit."""
    h ^= h >> np.uint64(33)
    h *= np.uint64(0xFF51AFD7ED558CCD)
    h ^= h >> np.uint64(33)
    h *= np.uint64(0xC4CEB9FE1A85EC53)
    return h ^ (h >> np.uint64(33))


@inlined
def short(rolling: Any) -> Any:
    """A 32-bit hash of a rolling sum, never `EMPTY`, which marks an empty slot."""
    return min(np.uint32(mix64(rolling) >> np.uint64(32)), EMPTY - np.uint32(1))


@inlined
def longest_of(offsets: Any) -> Any:
    """The length of the longest row between offsets."""
    longest = 0
    for row in range(offsets.size - 1):
        longest = max(longest, offsets[row + 1] - offsets[row])
    return longest


@inlined
def _code_point(first: Any, second: Any, third: Any, fourth: Any) -> Any:
    """What a UTF-8 sequence says that starts with `first`; some number below 2^21 where it is none."""
    second, third, fourth = second & np.uint32(0x3F), third & np.uint32(0x3F), fourth & np.uint32(0x3F)
    two = ((first & np.uint32(0x1F)) << np.uint32(6)) | second
    three = ((first & np.uint32(0xF)) << np.uint32(12)) | (second << np.uint32(6)) | third
    four = ((first & np.uint32(0x7)) << np.uint32(18)) | (second << np.uint32(12)) | (third << np.uint32(6)) | fourth
    short = first if first < np.uint32(0x80) else np.uint32(two)
    long = np.uint32(three) if first < np.uint32(0xF0) else np.uint32(four)
    return short if first < np.uint32(0xE0) else long


@inner
def _decode(raw: Any, size: Any, codes: Any) -> None:
    """The code point that each byte would begin."""
    for i in range(size):
        codes[i] = _code_point(np.uint32(raw[i]), np.uint32(raw[i + 1]), np.uint32(raw[i + 2]), np.uint32(raw[i + 3]))


@inner
def _fold_first(raw: Any, size: Any, codes: Any, table: Any, folds: Any) -> Any:
    """Fold the code points of the bytes that do begin one; gives how many are kept."""
    kept = 0
    for i in range(size):
        folded = table[codes[i]]
        folds[kept] = folded
        kept += ((raw[i] & np.uint8(0xC0)) != np.uint8(0x80)) & ((folded & _SKIPPED) == 0)
    return kept


@inner
def _fold_utf8(data: Any, table: Any, codes: Any, folds: Any) -> Any:
    raw = filled(np.empty(BLOCK + _AHEAD, np.uint8), 0)
    kept = 0
    for start in range(0, data.size, BLOCK):
        block = data[start : start + BLOCK + _AHEAD]
        for i in range(block.size):
            raw[i] = block[i]
        for i in range(block.size, raw.size):  # a sequence that is cut short ends with the text
            raw[i] = 0
        size = min(BLOCK, data.size - start)
        _decode(raw, size, codes)
        kept += _fold_first(raw, size, codes, table, folds[kept:])
    return kept


@inlined
def whole(unit: Any, high: Any) -> Any:
    """The code point of a UTF-16 unit after the first half of a pair, 0 for none.

    Gives the code point, the half that waits now, and how many code points before it are taken back.
    """
    code, waits, back = unit, np.uint32(0), 0
    if unit & np.uint32(0xF800) == np.uint32(0xD800):  # rare
        if unit < np.uint32(0xDC00):
            waits = unit
        elif high != 0:
            code = np.uint32(0x10000) + ((high & np.uint32(0x3FF)) << np.uint32(10)) + (unit & np.uint32(0x3FF))
            back = 1
    return code, waits, back


@inner
def _fold_utf16(data: Any, table: Any, codes: Any, folds: Any) -> Any:
    """Fold each code point of UTF-16 units; a surrogate without its other half is a separator."""
    kept = 0
    high = np.uint32(0)
    for i in range(data.size):
        code, high, back = whole(np.uint32(data[i]), high)
        kept -= back
        folded = table[code]
        folds[kept] = folded
        kept += (folded & _SKIPPED) == 0
    return kept


def _fold_units(data: Any, table: Any, codes: Any, folds: Any) -> Any:
    """Fold bytes of UTF-8, or else units of UTF-16."""
    return (_fold_utf8 if data.itemsize == 1 else _fold_utf16)(data, table, codes, folds)


@overload(_fold_units, strict=False)
def _folder_of(data: Any, table: Any, codes: Any, folds: Any) -> Callable[..., Any]:
    """The one of both that is called: the other need not be compiled."""
    fold_units = _fold_utf8 if data.dtype.bitwidth == 8 else _fold_utf16
    return lambda data, table, codes, folds: fold_units(data, table, codes, folds)


@inner
def _sum_up(folds: Any) -> Any:
    """All marks of some folded code points, and how many tokens these are at most."""
    marks, tokens = np.uint32(0), np.uint32(0)
    for i in range(folds.size):
        marks |= folds[i]
        tokens += np.uint32((folds[i] & _LETTER) == 0) + np.uint32((folds[i] & _ALONE) != 0) * np.uint32(2)
    return marks, np.int64(tokens) + 1 + folds.size // BLOCK


@inner
def fold(data: Any, table: Any, folds: Any) -> Any:
    """Fold the code points of one text into ``folds[1:]``, with a separator before and after them.

    data uint8 of UTF-8 or uint16 of UTF-16, table uint32, folds uint32 (data.size + 2,). Gives how
    many they are, -1 for a text that needs Unicode normalisation first, and how many tokens they
    are at most.
    """
    codes = np.empty(BLOCK, np.uint32)
    within = folds[1:]
    n = _fold_units(data, table, codes, within)
    folds[0] = 0
    folds[n + 1] = 0
    marks, tokens = _sum_up(within[:n])
    return (-1 if marks & _ODD else n), tokens


@inner
def _block_end(folds: Any, start: Any, end: Any) -> Any:
    """Where a block that begins at `start` ends: between tokens, if that can be."""
    last = min(start + BLOCK, end)
    cut = last
    while last < end and cut > start and 0 < folds[cut - 1] < _MARKED and 0 < folds[cut] < _MARKED:
        cut -= 1
    return cut if cut > start else last


@inner
def _find_tokens(folds: Any, size: Any, begins: Any) -> None:
    """Which code points begin a token; `folds` has one more before them."""
    before, here = folds, folds[1:]
    for i in range(size):
        apart = ((here[i] | before[i]) & _ALONE) | np.uint32((before[i] & _LETTER) == 0)
        begins[i] = np.uint8((here[i] & _LETTER != 0) & (apart != 0))
    begins[0] = np.uint8(here[0] & _LETTER != 0)  # a run of letters without end is cut


@inner
def _steps(folds: Any, size: Any, steps: Any) -> None:
    """What each code point adds to the state of a place."""
    here, after = folds[1:], folds[2:]
    for i in range(size):
        tone = np.uint64((here[i] >> _TONE_SHIFT) & np.uint32(7))
        ends = (here[i] & _STOP != 0) & ((here[i] & _HARD != 0) | (after[i] & _LETTER == 0))
        steps[i] = np.uint64(1) + (tone << _TONES_FROM) + (np.uint64(ends) << _ENDS_FROM)


@inner
def _products(folds: Any, size: Any, products: Any) -> None:
    """What each code point adds to the sum of letters."""
    here = folds[1:]
    for i in range(size):
        products[i] = np.uint64(here[i] & _LETTER) * _POWERS[i]


@inner
def _at_begins(begins: Any, steps: Any, products: Any, size: Any, states: Any, sums: Any) -> Any:
    """State and sum at the beginning of each token, and at the end; gives how many tokens there are."""
    count = np.int64(0)
    state, total = np.uint64(0), np.uint64(0)
    for i in range(size):
        states[count], sums[count] = state, total
        count += np.int64(begins[i])
        state += steps[i]
        total += products[i]
    states[count], sums[count] = state, total
    return count


@inner
def _finish(states: Any, sums: Any, count: Any, ends: Any, words: Any, phrases: Any) -> None:
    for i in range(count):
        tones = ((states[i + 1] >> _TONES_FROM) & _TONES) - ((states[i] >> _TONES_FROM) & _TONES)
        letters = (sums[i + 1] - sums[i]) * _INVERSES[states[i] & _PLACE]
        words[i] = mix64(letters + (tones + np.uint64(1)) * BASE)
    for i in range(count):
        phrases[i] = ends + np.int64(states[i] >> _ENDS_FROM)


@inner
def read(folds: Any, n: Any, words: Any, phrases: Any) -> Any:
    """The tokens of a folded text: the hash of each into `words`, the number of its phrase into `phrases`.

    words uint64 and phrases int64 have room for the most tokens that `fold` tells. Gives how many
    tokens there are.

    A token's hash is a polynomial in its letters. That of all letters up to some place is summed
    up along the text, so that a token is the difference of two sums, shifted down by where it
    begins. The Vietnamese tones of a token are summed up apart, wherever they stand in it.
    """
    begins = np.empty(BLOCK, np.uint8)
    steps, products = np.empty(BLOCK, np.uint64), np.empty(BLOCK, np.uint64)
    states, sums = np.empty(BLOCK + 1, np.uint64), np.empty(BLOCK + 1, np.uint64)
    count, ends = 0, np.int64(0)
    start = np.int64(1)  # a literal would be a type of its own
    while start <= n:
        end = _block_end(folds, start, n + 1)
        around, size = folds[start - 1 :], end - start
        _find_tokens(around, size, begins)
        _steps(around, size, steps)
        _products(around, size, products)
        found = _at_begins(begins, steps, products, size, states, sums)
        _finish(states, sums, found, ends, words[count:], phrases[count:])
        ends += np.int64(states[found] >> _ENDS_FROM)
        count += found
        start = end
    return count
