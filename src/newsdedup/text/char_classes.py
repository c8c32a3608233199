"""The kind of each code point, for finding sentences, names and numbers; one number per code point."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.kernels.char_codes import (
    CAPITAL,
    CHARACTER,
    COLON,
    DECIMAL_DIGIT,
    JOINER,
    LINE,
    OTHER,
    SENTENCE_END,
    SENTENCE_STOP,
    SIZE,
    SMALL,
    SOUND,
    WHITE_SPACE,
)
from newsdedup.text.tokens import UNSPACED_LETTER

_SOUNDS: Final = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff]")  # Thai, Lao, Khmer, kana
_CAPITALS_UPTO: Final = 0x2000
AFTER_LETTERS: Final = 0x323B0  # the first code point after those of letters and marks
_SIGN_KINDS: Final = {
    **dict.fromkeys(".!?…", SENTENCE_STOP),
    **dict.fromkeys("。！？", SENTENCE_END),
    **dict.fromkeys("\n\r", WHITE_SPACE | LINE),
    **dict.fromkeys("’'-_", JOINER),
    ":": COLON,
}


@functools.cache
def kinds() -> NDArray[np.uint16]:
    """The kind of every code point.

    Returns
    -------
    ndarray of uint16, shape (SIZE,)
    """
    table = np.full(SIZE, OTHER, np.uint16)
    for code in range(AFTER_LETTERS):
        table[code] = _kind_of_character(chr(code))
    table.flags.writeable = False
    return table


def _kind_of_character(letter: str) -> int:
    if letter in _SIGN_KINDS:
        return _SIGN_KINDS[letter]
    if letter.isspace():
        return WHITE_SPACE
    if UNSPACED_LETTER.match(letter):
        return SOUND if _SOUNDS.match(letter) else CHARACTER
    category = unicodedata.category(letter)
    if category == "Nd":
        return DECIMAL_DIGIT
    if letter.isupper():
        return CAPITAL if ord(letter) < _CAPITALS_UPTO else 0
    if letter.islower():
        return SMALL
    return 0 if category[0] in "LMN" else OTHER
