"""The fold table: what each code point counts as when texts are compared, one number per code point.

It does for the compiled pass what `newsdedup.text.normal_form.normalise` and `newsdedup.text.tokens.tokens` do in
Python, as far as single code points go: case, look-alikes, invisible characters, scripts without spaces. A
Vietnamese tone is separated from its vowel and kept for the whole token, so that ``hòa`` equals ``hoà``.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.kernels.char_codes import ALONE, ODD, PHRASE_END, PHRASE_STOP, SIZE, SKIPPED, TONE_SHIFT
from newsdedup.text.char_classes import AFTER_LETTERS
from newsdedup.text.composition import INVISIBLE
from newsdedup.text.normal_form import TRANSLATION, fold_case
from newsdedup.text.tokens import UNSPACED_LETTER
from newsdedup.text.tone_marks import TONES

_SOFT_STOPS: Final = frozenset(".!?,;:")
_HARD_STOPS: Final = frozenset("…\n\r。！？，；：、")
_VOWELS: Final = frozenset("aăâeêioôơuưy")


@functools.cache
def fold_table(*, composed: bool) -> NDArray[np.uint32]:
    """The fold of every code point.

    Parameters
    ----------
    composed : bool
        Whether the texts went through Unicode normalisation: a mark that is still there is a letter.
        Otherwise a mark makes the whole text odd.

    Returns
    -------
    ndarray of uint32, shape (SIZE,)
    """
    table = np.zeros(SIZE, np.uint32)
    for code in range(AFTER_LETTERS):
        table[code] = _fold(chr(code), composed)
    table.flags.writeable = False
    return table


def _fold(letter: str, composed: bool) -> int | np.integer[Any]:
    letter = TRANSLATION.get(ord(letter), letter)
    if letter in INVISIBLE:
        return SKIPPED
    if letter in _SOFT_STOPS:
        return PHRASE_STOP
    if letter in _HARD_STOPS:
        return PHRASE_STOP | PHRASE_END
    category = unicodedata.category(letter)[0]
    if category not in "LMN" or not (letter.isalnum() or category == "M"):
        return 0
    if UNSPACED_LETTER.match(letter):
        return ALONE | ord(letter)
    if not composed and (category == "M" or "\u1160" <= letter <= "\u11ff" or not _is_composed(letter)):
        return ODD
    return _with_separate_tone(fold_case(letter))


def _is_composed(letter: str) -> bool:
    return unicodedata.normalize("NFC", letter) == letter


def _with_separate_tone(letter: str) -> int | np.integer[Any]:
    """A vowel without its tone, plus the tone; any other letter as it is."""
    parts = unicodedata.normalize("NFD", letter)
    for tone, mark in enumerate(TONES, 1):
        if mark in parts:
            vowel = unicodedata.normalize("NFC", parts.replace(mark, ""))
            if vowel in _VOWELS:
                return ord(vowel) | tone << TONE_SHIFT
    return ord(letter)
