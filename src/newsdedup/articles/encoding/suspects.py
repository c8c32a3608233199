"""Which texts need the tests: those with letters that are rare in sound text, in pairs that garbling makes.

`newsdedup.kernels.screening` looks for the same in many texts at once.
"""

from __future__ import annotations

import functools
import re
from string import ascii_letters, ascii_lowercase, digits
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.articles.encoding.misread_utf8 import CONTINUATIONS, ENCODINGS, letters_of
from newsdedup.kernels.char_codes import LEAST_ODD_PAIRS, LEAST_RARE, OPENING_RUN, TABLE_SIZE

_FIRST_BYTES: Final = range(0xC2, 0xF5)
_SIGNS_OF_TCVN3: Final = "µ¸¹¶·¨©ª«¬®¾¼½»"
_BYTES_BEYOND: Final = "".join(map(chr, range(0x80, 0x100)))
_LETTERS_OF_LATIN_1: Final = "".join(map(chr, range(0xC0, 0x100)))
_ANY_VOWELS: Final = "aeiouyAEIOUY"
_ALL: Final = "".join(map(chr, range(1, 0x100)))
_CONTROL_LETTERS: Final = "".join(map(chr, [*range(0x09), *range(0x0E, 0x20)]))
_HEXADECIMAL: Final = digits + "abcdefABCDEF"
# Letters, and letters after them: such a pair is frequent in one kind of garbled text and rare in sound text of any
# language. Of the marks of VNI only those are taken that Vietnamese does not have.
_ODD_PAIRS: Final = (
    *((letters_of(_FIRST_BYTES, names), letters_of(CONTINUATIONS, names)) for names in ENCODINGS.values()),
    (ascii_letters, _SIGNS_OF_TCVN3),
    (_SIGNS_OF_TCVN3, ascii_lowercase + "¨©ª«¬"),
    ("aeouyAEOUYöôÖÔ", "äåøûïëüÄÅØÛÏËÜ"),
    ("aeiouyâêôãõýAEIOUYÂÊÔÃÕÝ", "ìòÌÒþÞ"),
    ("ýÝ", "õÕ"),
    ("ðÐ", "aeiouâêôãõýAEIOUÂÊÔÃÕÝ"),
    (
        ascii_letters,
        "".join(map(chr, [*range(0x80, 0xA0), *range(0xA1, 0xAB), *range(0xAC, 0xB0), *range(0xB1, 0xB7)])),
    ),
    (_LETTERS_OF_LATIN_1, _LETTERS_OF_LATIN_1),
    (_BYTES_BEYOND, "".join(map(chr, [*range(0x80, 0xA0), *range(0xA1, 0xC0)]))),
    (_ALL, _CONTROL_LETTERS),
    ("\\", "uUx"),
    ("%=", _HEXADECIMAL),
    (_ANY_VOWELS, "^+"),
    ("?", "?" + ascii_letters),
    ("+", ascii_letters + digits),
)
_FIRST_BEYOND: Final = 0x80  # ASCII
_FOLLOWED: Final = "?%"  # rare before a letter or, of the first, before another one
_SHORT_LINE: Final = 400  # characters up to which a pattern finds a rare letter sooner than arrays do, as of a headline

RARE: Final = np.uint8(1)
RARE_BEFORE_LETTER: Final = np.uint8(2)


@functools.cache
def odd_pair_tables() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """What a letter is as the first and as the second of an odd pair, one bit per kind, by code point."""
    first, second = np.zeros((2, TABLE_SIZE), np.uint32)
    for kind, (letters, following) in enumerate(_ODD_PAIRS):
        first[[ord(letter) for letter in letters]] |= np.uint32(1 << kind)
        second[[ord(letter) for letter in following]] |= np.uint32(1 << kind)
    return first, second


@functools.cache
def rare_letters() -> NDArray[np.uint8]:
    """Which letters are rare in sound text but not in garbled text, by code point; as the screening has them."""
    rare = np.zeros(TABLE_SIZE, np.uint8)
    for codes in ((*range(0x80, 0xA0), *range(0xA1, 0xC0)), range(0x2080, 0x20C0), range(0x2500, 0x2600)):
        rare[list(codes)] = RARE
    rare[[ord(letter) for letter in "ÂÃÐÑÒÖØÚÞðñöø\u201a\u0402\u0393\ufffd^\\=+" + _CONTROL_LETTERS]] = RARE
    rare[[ord(letter) for letter in _FOLLOWED]] = RARE_BEFORE_LETTER
    return rare


@functools.cache
def _any_rare_letter() -> re.Pattern[str]:
    return re.compile(f"[{''.join(re.escape(chr(code)) for code in np.flatnonzero(rare_letters()))}]")


def is_suspect(text: str) -> bool:
    """Whether a text may be garbled; others are sound."""
    if _begins_base_64(text):
        return True
    if len(text) <= _SHORT_LINE and not _any_rare_letter().search(text):
        return False
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    rare = rare_letters().take(units)
    if np.count_nonzero(rare) < LEAST_RARE or _n_rare(text, rare) < LEAST_RARE:
        return False
    first, second = odd_pair_tables()
    n_pairs = np.count_nonzero(first.take(units[:-1]) & second.take(units[1:]))
    return bool(n_pairs + text.count("\ufffd") >= LEAST_ODD_PAIRS)


def has_rare_letters(text: str) -> bool:
    """Whether a text has rare letters beyond ASCII, as wrong decoding makes them."""
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    return bool(np.count_nonzero((rare_letters().take(units) == RARE) & (units >= _FIRST_BEYOND)) >= LEAST_RARE)


def _begins_base_64(text: str) -> bool:
    """Whether a text begins like one in base64, without a space."""
    head = text[:OPENING_RUN]
    return len(head) == OPENING_RUN and head.isascii() and head.replace("+", "a").replace("/", "a").isalnum()


def _n_rare(text: str, rare: NDArray[np.uint8]) -> int:
    """How many letters are rare where they are."""
    after_marks = [part[:1] for mark in _FOLLOWED for part in text.split(mark)[1:]]
    n_before_letters = sum(one.isascii() and one.isalpha() for one in after_marks)
    n_doubled = text.split("?")[1:-1].count("")
    return int(np.count_nonzero(rare == RARE)) + n_before_letters + n_doubled
