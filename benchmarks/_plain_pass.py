"""The least that any reader of text must do, compiled: decode UTF-8, fold, hash each word.

What sketching costs beyond this is what sketching costs; the ratio stands in the results.
"""

from __future__ import annotations

import unicodedata
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def fold_table() -> NDArray[np.uint32]:
    """The lower case of each code point of the first two planes, 0 where it separates words."""
    table = np.zeros(0x20000, np.uint32)
    for code in range(len(table)):
        letter = chr(code)
        if letter.isalnum() or unicodedata.category(letter)[0] == "M":
            lower = letter.lower()
            table[code] = ord(lower) if len(lower) == 1 else code
    return table


@njit(nogil=True)
def plain_pass(data: Any, offsets: Any, fold: Any, found: Any) -> None:
    """Fold and hash every word of packed UTF-8 texts; `found` gets one number a text, so that nothing is skipped."""
    for text in range(offsets.size - 1):
        place, end = offsets[text], offsets[text + 1]
        word, everything = np.uint64(0), np.uint64(0)
        while place < end:
            first = data[place]
            length = 1 if first < 0x80 else 2 if first < 0xE0 else 3 if first < 0xF0 else 4
            code = np.uint32(first) if length == 1 else np.uint32(first & (0xFF >> (length + 1)))
            for step in range(1, length):
                if place + step < end:
                    code = np.uint32(code << np.uint32(6)) | np.uint32(data[place + step] & 0x3F)
            place += length
            folded = fold[code] if code < fold.size else np.uint32(0)
            if folded:
                word = (word ^ np.uint64(folded)) * _MULTIPLIER
            elif word:
                everything ^= word
                word = np.uint64(0)
        found[text] = everything ^ word


def packed(texts: list[str]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The UTF-8 bytes of all texts, and where each starts."""
    raw = [text.encode("utf-8", "surrogatepass") for text in texts]
    offsets = np.zeros(len(raw) + 1, np.int64)
    np.cumsum(list(map(len, raw)), out=offsets[1:])
    return np.frombuffer(b"".join(raw), np.uint8), offsets
