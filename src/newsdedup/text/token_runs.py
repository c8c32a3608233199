"""The tokens of a text as arrays: words, numbers in digits and single marks, with a hash of each.

NumPy finds them without a loop over characters. A compiled loop would be twice as fast over many texts, but to load
it takes longer than to read the first hundred articles.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.kernels.char_codes import CAPITAL, LINE
from newsdedup.kernels.hashing import BASE
from newsdedup.text.composition import codes_of_text
from newsdedup.text.normal_form import Text

# What a token is; CAPITAL: it begins with a capital; LINE: a line break, or nothing, comes before it.
WORD: Final = 2  # a run of letters
DIGITS: Final = 4  # a run of decimal digits
MARK: Final = 8  # one other character
SPACED: Final = 32  # white space, or nothing, comes before it
UPPER: Final = 64  # a word of two letters or more, all capitals

_SAME_TOKEN: Final = np.uint8(WORD | DIGITS | MARK | SPACED)  # characters that differ here are not in one token
_GAP_BITS: Final = np.uint8(SPACED | LINE)
_ALL_CODES: Final = 0x110000
_CLASS_BLOCK: Final = 256  # code points whose classes are looked up together
_KEPT_POWERS: Final = 1 << 16  # characters of a text for which the powers are kept


@frozen(eq=False)
class TokenRuns:
    """The tokens of a text, n in order, as arrays of shape (n,)."""

    starts: NDArray[np.intp]  # offsets in the text
    ends: NDArray[np.intp]
    kinds: NDArray[np.uint8]  # bits of `WORD` and so on
    hashes: NDArray[np.uint64]  # of the token in lower case


def token_runs(text: Text) -> TokenRuns:
    """Find the tokens of a text: runs of letters, runs of digits, and every other character that is not white space."""
    folded = codes_of_text(text.folded)
    classes = _classes_of(codes_of_text(text.plain))
    begins = _run_begins(classes)
    if not begins.size:
        return TokenRuns(begins, begins, classes, folded.astype(np.uint64))
    here, powers = classes[begins], _powers_of_base(len(folded))
    before = np.full(len(begins), _GAP_BITS)
    before[1:] = np.bitwise_or.reduceat(classes, begins)[:-1]
    ends = np.empty_like(begins)
    ends[:-1], ends[-1] = begins[1:], len(folded)
    upper = np.bitwise_and.reduceat(classes, begins) * (ends - begins > 1)
    kinds = (here & ~np.uint8(UPPER)) | (before & _GAP_BITS) | (upper.astype(np.uint8) & np.uint8(UPPER))
    sums = np.add.reduceat(folded * powers[0, : len(folded)], begins)
    kept = here & np.uint8(SPACED) == 0
    starts = begins[kept]
    return TokenRuns(starts, ends[kept], kinds[kept], sums[kept] * powers[1][starts])


def _run_begins(classes: NDArray[np.uint8]) -> NDArray[np.intp]:
    """Where runs of characters of one class begin, white space included; a mark is a run of its own."""
    run = classes & _SAME_TOKEN
    begins = np.ones(len(run), np.bool_)
    np.not_equal(run[1:], run[:-1], out=begins[1:])
    begins |= run == MARK
    return np.flatnonzero(begins)


def _classes_of(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """The class of each code point: bits of a token that it begins, `SPACED` for white space."""
    table = _known_classes()
    classes = table[codes]
    if not classes.all():
        for block in np.unique(codes // _CLASS_BLOCK).tolist():
            first = block * _CLASS_BLOCK
            table[first : first + _CLASS_BLOCK] = [
                _character_class(chr(code)) for code in range(first, first + _CLASS_BLOCK)
            ]
        classes = table[codes]
    return classes


@functools.cache
def _known_classes() -> NDArray[np.uint8]:
    """The class of each code point, 0 where it has not been looked up yet."""
    return np.zeros(_ALL_CODES, np.uint8)


def _character_class(character: str) -> int:
    if character.isspace():
        return SPACED | LINE if character in "\r\n" else SPACED
    if character.isdecimal():
        return DIGITS
    if character.isupper() or character.istitle():
        return WORD | CAPITAL | UPPER if character.isalpha() else MARK
    if character.isalpha():
        return WORD
    return WORD | UPPER if unicodedata.category(character)[0] == "M" else MARK


def _powers_of_base(length: int) -> NDArray[np.uint64]:
    """Powers of `BASE` and of its inverse modulo 2**64, shape (2, `length` or more)."""
    return _kept_powers_of_base() if length <= _KEPT_POWERS else _new_powers_of_base(length)


@functools.cache
def _kept_powers_of_base() -> NDArray[np.uint64]:
    return _new_powers_of_base(_KEPT_POWERS)


def _new_powers_of_base(length: int) -> NDArray[np.uint64]:
    powers = np.ones((2, length), np.uint64)
    powers[:, 1:] = np.array([[int(BASE)], [pow(int(BASE), -1, 1 << 64)]], np.uint64)
    return np.multiply.accumulate(powers, axis=1)
