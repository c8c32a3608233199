"""The tokens of a text as arrays: words, numbers in digits and single marks, with a hash of each."""

from __future__ import annotations

import functools
import unicodedata
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.kernels.char_codes import CAPITAL, DIGITS, LINE, MARK, SPACED, UPPER, WORD
from newsdedup.kernels.hashing import BASE
from newsdedup.text.composition import codes_of_text
from newsdedup.text.normal_form import Text

_SAME_TOKEN: Final = np.uint8(WORD | DIGITS | MARK | SPACED)  # characters that differ here are not in one token
_ONE_MARK: Final = np.uint8(MARK)
_WHITE: Final = np.uint8(SPACED)
_LINE_BREAK: Final = np.uint8(LINE)
_GAP_BITS: Final = np.uint8(SPACED | LINE)
_CAPITAL: Final = np.uint8(CAPITAL)
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
    plain = text.plain
    if not plain:
        nothing = np.zeros(0, np.intp)
        return TokenRuns(nothing, nothing, nothing.astype(np.uint8), nothing.astype(np.uint64))
    classes = _classes_of(codes_of_text(plain))
    starts, ends = _edges(classes)
    return TokenRuns(starts, ends, _kinds(plain, classes, starts, ends), _token_hashes(text.folded, starts, ends))


def _edges(classes: NDArray[np.uint8]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where tokens start and end: where the class changes, and around each mark."""
    run = classes & _SAME_TOKEN
    changes = np.empty((2, len(run) + 1), np.bool_)  # with the end of the text as the start of a run
    inner = np.not_equal(run[1:], run[:-1], out=changes[0, 1:-1])
    is_mark, is_text = run == _ONE_MARK, run != _WHITE
    np.logical_or(inner, is_mark[1:], out=inner)
    changes[0, 0] = changes[0, -1] = True
    np.logical_and(changes[0, 1:], is_text, out=changes[1, 1:])
    changes[0, :-1] &= is_text
    return changes[0, :-1].nonzero()[0], changes[1, 1:].nonzero()[0] + 1


def _kinds(
    plain: str, classes: NDArray[np.uint8], starts: NDArray[np.intp], ends: NDArray[np.intp]
) -> NDArray[np.uint8]:
    """What each token is, and what comes before it."""
    kinds = classes.take(starts)
    if not kinds.size:
        return kinds
    capitals = (kinds & classes.take(ends - 1) & _CAPITAL & (ends - starts > 1)).nonzero()[0]
    kinds |= classes.take(starts - 1) & _GAP_BITS
    lines = starts.searchsorted((classes & _LINE_BREAK).nonzero()[0])
    kinds[lines[: lines.searchsorted(len(starts))]] |= LINE
    kinds[0] |= SPACED | LINE
    spans = zip(capitals.tolist(), starts[capitals].tolist(), ends[capitals].tolist(), strict=True)
    if upper := [i for i, start, end in spans if plain[start:end].isupper()]:
        kinds[upper] |= UPPER
    return kinds


def _token_hashes(folded: str, starts: NDArray[np.intp], ends: NDArray[np.intp]) -> NDArray[np.uint64]:
    """Polynomial hashes of the tokens, from the sums of all letters before each edge."""
    powers = _powers_of_base(len(folded))
    sums = np.zeros(len(folded) + 1, np.uint64)
    np.cumsum(codes_of_text(folded) * powers[0, : len(folded)], out=sums[1:])
    hashes: NDArray[np.uint64] = (sums[ends] - sums[starts]) * powers[1][starts]
    return hashes


def _classes_of(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """The class of each code point: bits of a token that it begins, `SPACED` for white space."""
    places = codes.astype(np.intp)
    classes = known_classes().take(places)
    if not classes.all():
        learn_classes(codes)
        classes = known_classes().take(places)
    return classes


@functools.cache
def known_classes() -> NDArray[np.uint8]:
    """The class of each code point, 0 where it has not been looked up yet."""
    return np.zeros(_ALL_CODES, np.uint8)


def learn_classes(codes: NDArray[np.uint32]) -> None:
    """Look up the classes of some code points and of their neighbours."""
    for block in set((codes // _CLASS_BLOCK).tolist()):
        first = block * _CLASS_BLOCK
        codes_of_block = range(first, first + _CLASS_BLOCK)
        known_classes()[first : first + _CLASS_BLOCK] = [_character_class(chr(code)) for code in codes_of_block]


def _character_class(character: str) -> int:
    if character.isspace():
        return SPACED | LINE if character in "\r\n" else SPACED
    if character.isdecimal():
        return DIGITS
    if character.isalpha():
        return WORD | CAPITAL if character.isupper() or character.istitle() else WORD
    return WORD if unicodedata.category(character)[0] == "M" else MARK


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
