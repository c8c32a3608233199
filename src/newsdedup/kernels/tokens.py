"""Compiled loops: folded code points to tokens and phrases, without branches as in `folding`."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.char_codes import ALONE, LETTER, MARKED, PHRASE_END, PHRASE_STOP, TONE, TONE_SHIFT
from newsdedup.kernels.folding import BLOCK
from newsdedup.kernels.hash_table import mix64
from newsdedup.kernels.hashing import BASE
from newsdedup.kernels.jit import inner

# State of a place in a block, in one number: the place, the tones and the phrase ends before it.
_PLACE: Final = np.uint64((1 << 11) - 1)
_TONES_FROM: Final = np.uint64(11)
_TONE_SUM: Final = np.uint64((1 << 21) - 1)
_ENDS_FROM: Final = np.uint64(32)


def _powers(base: int) -> Any:
    return np.array([pow(base, exponent, 1 << 64) for exponent in range(BLOCK + 1)], np.uint64)


_POWERS: Final = _powers(int(BASE))
_INVERSES: Final = _powers(pow(int(BASE), -1, 1 << 64))


@inner
def _block_end(folds: Any, start: Any, end: Any) -> Any:
    """The end of a block that begins at `start`: between tokens, if possible."""
    last = min(start + BLOCK, end)
    cut = last
    while last < end and cut > start and 0 < folds[cut - 1] < MARKED and 0 < folds[cut] < MARKED:
        cut -= 1
    return cut if cut > start else last


@inner
def _find_tokens(folds: Any, size: Any, begins: Any) -> None:
    """Flag the code points that begin a token; `folds` has one more before them."""
    before, here = folds, folds[1:]
    for i in range(size):
        apart = ((here[i] | before[i]) & ALONE) | np.uint32((before[i] & LETTER) == 0)
        begins[i] = np.uint8((here[i] & LETTER != 0) & (apart != 0))
    begins[0] = np.uint8(here[0] & LETTER != 0)  # a run of letters without end is cut


@inner
def _steps(folds: Any, size: Any, steps: Any) -> None:
    """The amount that each code point adds to the state of a place."""
    here, after = folds[1:], folds[2:]
    for i in range(size):
        tone = np.uint64((here[i] >> TONE_SHIFT) & TONE)
        ends = (here[i] & PHRASE_STOP != 0) & ((here[i] & PHRASE_END != 0) | (after[i] & LETTER == 0))
        steps[i] = np.uint64(1) + (tone << _TONES_FROM) + (np.uint64(ends) << _ENDS_FROM)


@inner
def _products(folds: Any, size: Any, products: Any) -> None:
    """The amount that each code point adds to the sum of letters."""
    here = folds[1:]
    for i in range(size):
        products[i] = np.uint64(here[i] & LETTER) * _POWERS[i]


@inner
def _at_begins(begins: Any, steps: Any, products: Any, size: Any, states: Any, sums: Any) -> Any:
    """The state and the sum at the beginning of each token, and at the end; returns how many tokens there are."""
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
def _hash_tokens(states: Any, sums: Any, count: Any, ends: Any, words: Any, phrases: Any) -> None:
    """The hash and the phrase of each token, from the differences between the beginnings of two."""
    for i in range(count):
        tones = ((states[i + 1] >> _TONES_FROM) & _TONE_SUM) - ((states[i] >> _TONES_FROM) & _TONE_SUM)
        letters = (sums[i + 1] - sums[i]) * _INVERSES[states[i] & _PLACE]
        words[i] = mix64(letters + (tones + np.uint64(1)) * BASE)
    for i in range(count):
        phrases[i] = ends + np.int64(states[i] >> _ENDS_FROM)


@inner
def read_tokens(folds: Any, n: Any, words: Any, phrases: Any) -> Any:
    """Read the tokens of a folded text: the hash of each into `words`, the number of its phrase into `phrases`.

    words uint64 and phrases int64 have room for the most tokens that `fold_text` returns. Returns
    how many tokens there are.

    The hash of a token is a polynomial in its letters. The polynomial of all letters so far is summed
    along the text; a token is the difference of two sums, divided by the power of its first place.
    The Vietnamese tones of a token are summed separately, on whichever letters they are.
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
        _hash_tokens(states, sums, found, ends, words[count:], phrases[count:])
        ends += np.int64(states[found] >> _ENDS_FROM)
        count += found
        start = end
    return count
