"""Compiled loops: canonical composition of code points (Unicode Standard Annex 15), in place.

A letter and the mark after it are looked up in one table of pairs. It has every pair whose composition is one code
point, also where the mark belongs before those that the letter already carries, so that a text is read once and no
letter is taken apart.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.char_codes import DROPPED, EXPANDED, JOINING, LETTER, REPLACED
from newsdedup.kernels.hashing import BASE
from newsdedup.kernels.jit import inlined, inner

PAIR_BITS: Final = 13
PAIR_SLOTS: Final = 1 << PAIR_BITS  # length of a table of pairs
# First halves of pairs that are no letter: the entry says something of the second half.
ORDER_OF: Final = np.uint64(1 << 21)  # its combining class
SPELLING_OF: Final = np.uint64((1 << 21) + 1)  # the code point that replaces it
RESHAPED: Final = np.uint32(1)  # instead of a composition: the letter must be decomposed first

_HALF: Final = np.uint64(21)
_SHIFT: Final = np.uint64(64 - PAIR_BITS)
_NEXT: Final = np.uint64(1)
_LAST_SLOT: Final = np.uint64(PAIR_SLOTS - 1)
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
def _composition(base: Any, mark: Any, pairs: Any) -> Any:
    """The code point that a letter and a mark make, `RESHAPED`, or 0; Hangul is computed."""
    if _LEADS <= base < _LEADS + _N_LEADS and _VOWELS <= mark < _VOWELS + _N_VOWELS:
        return np.uint32(_SYLLABLES + ((base - _LEADS) * _N_VOWELS + mark - _VOWELS) * _N_FINALS)
    syllable, final = np.int64(base) - _SYLLABLES, np.int64(mark) - _FINALS
    if 0 < final < _N_FINALS and 0 <= syllable < _N_LEADS * _N_VOWELS * _N_FINALS and syllable % _N_FINALS == 0:
        return np.uint32(base + final)
    return _found(base, mark, pairs)


@inner
def _join(codes: Any, base: Any, place: Any, pairs: Any) -> Any:
    """Compose the mark at `place` with the letter at `base`, or put it among the marks that stay between them.

    Returns the place after the last code point, -1 if the letter must be decomposed first, and that of the letter
    which further marks belong to.
    """
    mark = codes[place]
    joined = _composition(codes[base], mark, pairs) if base >= 0 else np.uint32(0)
    adjacent = place == base + 1
    if adjacent and joined > RESHAPED:
        codes[base] = joined
        return place, base
    order = _found(ORDER_OF, mark, pairs)
    if order == 0:  # as good as a letter
        return place + 1, place
    before = np.uint32(0) if adjacent else _found(ORDER_OF, codes[place - 1], pairs)
    if joined != 0 and before != order:
        if joined == RESHAPED or before > order:
            return np.int64(-1), base
        codes[base] = joined
        return place, base
    end = place + 1
    while place > base + 1 and _found(ORDER_OF, codes[place - 1], pairs) > order:
        codes[place] = codes[place - 1]
        place -= 1
    codes[place] = mark
    return end, base


@inner
def compose(codes: Any, n: Any, changes: Any, pairs: Any) -> Any:
    """Bring ``codes[:n]`` to their normal form, without invisible characters; returns how many there are then.

    codes uint32, changes uint8 by code point, pairs uint64 (PAIR_SLOTS,). Returns -1 for a text
    in which something must be decomposed first.
    """
    kept, base = np.int64(0), np.int64(-1)
    for i in range(n):
        code = codes[i]
        change = changes[code]
        if change & (DROPPED | EXPANDED):
            if change & EXPANDED:
                return np.int64(-1)
            continue
        if change & REPLACED:
            code = _found(SPELLING_OF, code, pairs)
        codes[kept] = code
        if change & JOINING:
            kept, base = _join(codes, base, kept, pairs)
            if kept < 0:
                return np.int64(-1)
        else:
            base = kept
            kept += 1
    return kept
