"""Tables of code points for the compiled passes: the kind of each, and its fold, one number per code point.

Kinds find sentences, names and numbers. The fold is what a code point counts as when texts are compared: for single
code points what `newsdedup.text.normal_form.normalise` and `newsdedup.text.tokens.tokens` do in Python. A Vietnamese
tone is separated from its vowel and kept for the whole token, so that ``hòa`` equals ``hoà``.
What composition may change is composed first, by the tables of `newsdedup.text.canonical`.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.kernels import char_codes
from newsdedup.text.canonical import AFTER_LETTERS, composition_changes, spellings
from newsdedup.text.normal_form import TONES, fold_case
from newsdedup.text.tokens import UNSPACED_LETTER

_SOUNDS: Final = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff]")  # Thai, Lao, Khmer, kana
_CAPITALS_UPTO: Final = 0x2000
_SIGN_KINDS: Final = {
    **dict.fromkeys(".!?…", char_codes.SENTENCE_STOP),
    **dict.fromkeys("。！？", char_codes.SENTENCE_END),
    **dict.fromkeys("\n\r", char_codes.WHITE_SPACE | char_codes.LINE),
    **dict.fromkeys("’'-_", char_codes.JOINER),
    ":": char_codes.COLON,
}
_SOFT_STOPS: Final = frozenset(".!?,;:")
_HARD_STOPS: Final = frozenset("…\n\r。！？，；：、")
_VOWELS: Final = frozenset("aăâeêioôơuưy")


@functools.cache
def kinds() -> NDArray[np.uint16]:
    """The kind of every code point, shape (SIZE,)."""
    table = np.full(char_codes.SIZE, char_codes.OTHER, np.uint16)
    for code in range(AFTER_LETTERS):
        table[code] = _kind_of_character(chr(code))
    table.flags.writeable = False
    return table


def _kind_of_character(letter: str) -> int:
    if letter in _SIGN_KINDS:
        return _SIGN_KINDS[letter]
    if letter.isspace():
        return char_codes.WHITE_SPACE
    if UNSPACED_LETTER.match(letter):
        return char_codes.SOUND if _SOUNDS.match(letter) else char_codes.CHARACTER
    category = unicodedata.category(letter)
    if category == "Nd":
        return char_codes.DECIMAL_DIGIT
    if letter.isupper():
        return char_codes.CAPITAL if ord(letter) < _CAPITALS_UPTO else 0
    if letter.islower():
        return char_codes.SMALL
    return 0 if category[0] in "LMN" else char_codes.OTHER


@functools.cache
def fold_table(*, composed: bool) -> NDArray[np.uint32]:
    """The fold of every code point, shape (SIZE,); what composition may change is odd, unless texts are `composed`."""
    table = _fold_table() & ~char_codes.ODD if composed else _fold_table()
    table.flags.writeable = False
    return table


@functools.cache
def _fold_table() -> NDArray[np.uint32]:
    table, spelt = np.zeros(char_codes.SIZE, np.uint32), spellings()
    for code in (*range(AFTER_LETTERS), *(code for code in spelt if code >= AFTER_LETTERS)):
        table[code] = _fold(spelt.get(code, chr(code)))
    table[(composition_changes() & (char_codes.JOINING | char_codes.EXPANDED)) != 0] |= char_codes.ODD
    return table


def _fold(letter: str) -> int | np.integer[Any]:
    if letter == "":
        return char_codes.SKIPPED
    if letter in _SOFT_STOPS:
        return char_codes.PHRASE_STOP
    if letter in _HARD_STOPS:
        return char_codes.PHRASE_STOP | char_codes.PHRASE_END
    if len(letter) > 1:
        return char_codes.ODD
    category = unicodedata.category(letter)[0]
    if category not in "LMN" or not (letter.isalnum() or category == "M"):
        return 0
    if UNSPACED_LETTER.match(letter):
        return char_codes.ALONE | ord(letter)
    return _with_separate_tone(fold_case(letter))


def _with_separate_tone(letter: str) -> int | np.integer[Any]:
    """A vowel without its tone, plus the tone; any other letter as it is."""
    parts = unicodedata.normalize("NFD", letter)
    for tone, mark in enumerate(TONES, 1):
        if mark in parts:
            vowel = unicodedata.normalize("NFC", parts.replace(mark, ""))
            if vowel in _VOWELS:
                return ord(vowel) | tone << char_codes.TONE_SHIFT
    return ord(letter)
