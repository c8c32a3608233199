"""What kind of character each code point is, for finding sentences, names and numbers; one number a code point."""

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
    SMALL,
    SOUND,
    WHITE_SPACE,
)
from newsdedup.kernels.fold_codes import SIZE
from newsdedup.text.tokens import UNSPACED_LETTER

_SOUNDS: Final = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff]")  # Thai, Lao, Khmer, kana
_CAPITALS_UPTO: Final = 0x2000
_ASSIGNED: Final = 0x323B0  # letters end here
_SIGNS: Final = {
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
    for code in range(_ASSIGNED):
        table[code] = _kind(chr(code))
    table.flags.writeable = False
    return table


def _kind(letter: str) -> int:
    if letter in _SIGNS:
        return _SIGNS[letter]
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
