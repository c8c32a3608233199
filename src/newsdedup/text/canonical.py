"""Tables of canonical composition for the compiled passes, from Python's Unicode database."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.kernels import char_codes, composition
from newsdedup.kernels.hashing import BASE
from newsdedup.text.composition import INVISIBLE
from newsdedup.text.normal_form import TRANSLATION, spelling

AFTER_LETTERS: Final = 0x323B0  # the first code point after those of letters and marks
_HANGUL: Final = (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))  # vowels and finals, whose composition is computed


def composition_tables() -> tuple[NDArray[np.uint16], NDArray[np.uint64]]:
    """What `newsdedup.kernels.composition.compose` needs: `composition_changes` and `composition_pairs`."""
    return composition_changes(), composition_pairs()


@functools.cache
def composition_changes() -> NDArray[np.uint16]:
    """What the normal form does with every code point (`newsdedup.kernels.char_codes`), shape (SIZE,)."""
    table = np.zeros(char_codes.SIZE, np.uint16)
    for code, spelt in spellings().items():
        table[code] = char_codes.REPLACED if spelt else char_codes.DROPPED
        table[code] |= char_codes.EXPANDED if len(spelt) > 1 else 0
    for code, order in _combining_classes().items():
        table[code] |= order << int(char_codes.ORDER_SHIFT)
    table[[*_combining_classes(), *_HANGUL, *(ord(mark) for _, mark in _pairs())]] |= char_codes.JOINING
    table.flags.writeable = False
    return table


@functools.cache
def spellings() -> Mapping[int, str]:
    """The normal form of each code point that has another one than itself."""
    changed = (code for code in range(AFTER_LETTERS) if not unicodedata.is_normalized("NFC", chr(code)))
    return {code: spelling(chr(code)) for code in (*changed, *map(ord, INVISIBLE), *TRANSLATION)}


@functools.cache
def _combining_classes() -> Mapping[int, int]:
    """The combining class of each code point that has one."""
    found = ((code, unicodedata.combining(chr(code))) for code in range(AFTER_LETTERS))
    return {code: order for code, order in found if order}


@functools.cache
def composition_pairs() -> NDArray[np.uint64]:
    """The table of pairs that `newsdedup.kernels.composition.compose` searches, shape (PAIR_SLOTS,)."""
    table = np.zeros(composition.PAIR_SLOTS, np.uint64)
    for first, second, value in _entries():
        key = int(first) << 21 | second
        slot = (key * int(BASE) % (1 << 64)) >> (64 - composition.PAIR_BITS)
        while table[slot]:
            slot = (slot + 1) % composition.PAIR_SLOTS
        table[slot] = key << 21 | int(value)
    table.flags.writeable = False
    return table


def _entries() -> Iterator[tuple[int, int, int]]:
    """First and second code point of each pair, and the code point that is entered for them."""
    for (first, second), letter in _pairs().items():
        yield ord(first), ord(second), ord(letter)
    for (letter, mark), composed in _late_marks():
        yield ord(letter), ord(mark), ord(composed) if len(composed) == 1 else int(composition.RESHAPED)
    for code, spelt in spellings().items():
        for place, part in enumerate(spelt):
            yield int(composition.SPELLING_OF) + place, code, ord(part)


@functools.cache
def _pairs() -> Mapping[tuple[str, str], str]:
    """Two code points and the one that they compose; Hangul syllables are not among them."""
    found = {}
    for letter in map(chr, range(AFTER_LETTERS)):
        parts = unicodedata.decomposition(letter).split()
        if len(parts) == 2 and parts[0][0] != "<" and unicodedata.normalize("NFC", letter) == letter:
            first, second = (chr(int(part, 16)) for part in parts)
            found[first, second] = letter
    return found


def _late_marks() -> Iterator[tuple[tuple[str, str], str]]:
    """A composed letter and a mark that belongs before those in it, and what they make.

    A mark that nothing before it is composed with is left out: it stays behind the letter.
    """
    marks = sorted({mark for _, mark in _pairs()})
    for letter in _pairs().values():
        last = unicodedata.combining(unicodedata.normalize("NFD", letter)[-1])
        for mark in marks:
            if 0 < unicodedata.combining(mark) < last:
                composed = unicodedata.normalize("NFC", letter + mark)
                if composed != letter + mark:
                    yield (letter, mark), composed
