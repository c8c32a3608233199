"""Compiled loops: canonical composition of code points (Unicode Standard Annex 15), in place.

A letter and the mark after it are looked up in one table of pairs. It has every pair whose composition is one code
point, also where the mark belongs before those that the letter already carries, so that a text is read once and no
letter is taken apart.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.char_codes import JOINING, LETTER, ORDER_SHIFT
from newsdedup.kernels.hashing import BASE
from newsdedup.kernels.jit import inlined, inner

PAIR_BITS: Final = 13
PAIR_SLOTS: Final = 1 << PAIR_BITS  # length of a table of pairs
SPELLING_OF: Final = np.uint64(
    1 << 21
)  # paired with a code point: the one that replaces it; the next have further ones
LONGEST_EXPANSION: Final = 3  # code points that replace one
GONE: Final = np.uint32(0x200B)  # any invisible character: these are left out where texts are folded
RESHAPED: Final = np.uint32(1)  # instead of a composition: the letter must be decomposed first

_HALF: Final = np.uint64(21)
_SHIFT: Final = np.uint64(64 - PAIR_BITS)
_NEXT: Final = np.uint64(1)
_LAST_SLOT: Final = np.uint64(PAIR_SLOTS - 1)
_BLOCK: Final = 1024  # code points whose places are listed at once
_LEADS, _VOWELS, _FINALS = 0x1100, 0x1161, 0x11A7  # Hangul
_SYLLABLES: Final = 0xAC00
_N_LEADS, _N_VOWELS, _N_FINALS = 19, 21, 28


@inlined
def pair_key(first: Any, second: Any) -> Any:
    """The upper bits of an entry; the lower 21 are a code point."""
    return (np.uint64(first) << _HALF) | np.uint64(second)


@inlined
def pair_slot(key: Any) -> Any:
    """The slot where the search for a key begins."""
    return (key * BASE) >> _SHIFT


@inner
def _found(first: Any, second: Any, pairs: Any) -> Any:
    """The code point that is entered for a pair, or 0."""
    key = pair_key(first, second)
    slot = pair_slot(key)
    while pairs[slot] != 0:
        if pairs[slot] >> _HALF == key:
            return np.uint32(pairs[slot]) & LETTER
        slot = (slot + _NEXT) & _LAST_SLOT
    return np.uint32(0)


@inner
def expand(code: Any, pairs: Any, codes: Any, place: Any) -> Any:
    """Put the code points that replace one into `codes` from a place on; returns the place after them."""
    number = SPELLING_OF
    while True:
        part = _found(number, code, pairs)
        if part == 0:
            return place
        codes[place] = part
        place += 1
        number += _NEXT


@inner
def _composition(base: Any, mark: Any, pairs: Any) -> Any:
    """The code point that a letter and a mark make, `RESHAPED`, or 0; Hangul is computed."""
    found = _found(base, mark, pairs)
    if found != 0:
        return found
    if _LEADS <= base < _LEADS + _N_LEADS and _VOWELS <= mark < _VOWELS + _N_VOWELS:
        return np.uint32(_SYLLABLES + ((base - _LEADS) * _N_VOWELS + mark - _VOWELS) * _N_FINALS)
    syllable, final = np.int64(base) - _SYLLABLES, np.int64(mark) - _FINALS
    if 0 < final < _N_FINALS and 0 <= syllable < _N_LEADS * _N_VOWELS * _N_FINALS and syllable % _N_FINALS == 0:
        return np.uint32(base + final)
    return np.uint32(0)


@inner
def _keep_mark(codes: Any, base: Any, end: Any, mark: Any, joined: Any, changes: Any) -> Any:
    """Put a mark among those that stay between `base` and `end`, or compose it with the letter at `base` across them.

    Returns the new base and end; an end of -1 if the letter must be decomposed first.
    """
    order = changes[mark] >> ORDER_SHIFT
    if order == 0:  # as good as a letter
        codes[end] = mark
        return end, end + 1
    before = changes[codes[end - 1]] >> ORDER_SHIFT if end > base + 1 else np.uint16(0)
    if joined != 0 and before != order:
        if joined == RESHAPED or before > order:
            return base, np.int64(-1)
        codes[base] = joined
        return base, end
    place = end
    while place > base + 1 and changes[codes[place - 1]] >> ORDER_SHIFT > order:
        codes[place] = codes[place - 1]
        place -= 1
    codes[place] = mark
    return base, end + 1


@inner
def _marks(codes: Any, start: Any, end: Any, changes: Any, places: Any) -> Any:
    """Find the places of the marks of ``codes[start:end]``; returns how many there are."""
    count = np.int64(0)
    for i in range(start, end):
        places[count] = i
        count += np.int64((changes[codes[i]] & JOINING) != 0)
    return count


@inner
def compose(codes: Any, n: Any, changes: Any, pairs: Any) -> Any:
    """Bring ``codes[1 : n + 1]`` to their normal form in place; `GONE` takes the place of a mark that was composed.

    codes uint32 without invisible ones or others that are replaced, and ``codes[0]`` is 0; changes
    uint16 by code point, pairs uint64 (PAIR_SLOTS,). Returns whether that was possible: not where
    something must be decomposed first.
    """
    places = np.empty(_BLOCK, np.int64)
    last, base, end = np.int64(-1), np.int64(0), np.int64(0)  # the mark before, its letter, the end of marks that stay
    for start in range(1, n + 1, _BLOCK):
        for k in range(_marks(codes, start, min(start + _BLOCK, n + 1), changes, places)):
            place = places[k]
            mark, codes[place] = codes[place], GONE
            if place != last + 1:
                base, end = place - 1, place
            last = place
            joined = _composition(codes[base], mark, pairs)
            if joined > RESHAPED and end == base + 1:
                codes[base] = joined
            else:
                base, end = _keep_mark(codes, base, end, mark, joined, changes)
                if end < 0:
                    return False
    return True
