"""Unicode composition of a text, with the offsets of the original."""

from __future__ import annotations

import functools
import re
import sys
import unicodedata

import numpy as np
from numpy.typing import NDArray

Offsets = NDArray[np.int64]

_NOT_SHOWN = (  # first and last: Default_Ignorable_Code_Point of Unicode, which `unicodedata` does not have
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),  # fillers of Hangul
    (0x17B4, 0x17B5),  # inherent vowels of Khmer
    (0x180B, 0x180F),  # variation selectors and vowel separator of Mongolian
    (0x200B, 0x200F),  # zero-width space, joiners, direction marks
    (0x202A, 0x202E),  # embedding and override of direction
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates
    (0x3164, 0x3164),  # filler of Hangul
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # byte-order mark
    (0xFFA0, 0xFFA0),  # filler of Hangul, half width
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),  # format controls of shorthand
    (0x1D173, 0x1D17A),  # of music
    (0xE0000, 0xE0FFF),  # tags and variation selectors
)
INVISIBLE = "".join(chr(code) for first, last in _NOT_SHOWN for code in range(first, last + 1))

_ASSIGNED = (*range(0x323B0), *range(0xE0000, 0xE01F0))  # where letters and marks are
_INVISIBLE = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _NOT_SHOWN) + "]")


def without_invisible(text: str) -> str:
    """A text without its invisible characters."""
    return _INVISIBLE.sub("", text)


def composed(text: str) -> tuple[str, Offsets | None, Offsets | None]:
    """A text in NFC without invisible characters, and where each of its characters starts and ends in `text`.

    A character that was composed, or that may have changed places with the marks around it, starts and ends with its
    cluster: a letter and its marks. The offsets are None where nothing moved.
    """
    visible = without_invisible(text)
    plain = unicodedata.normalize("NFC", visible)
    if plain == text:
        return text, None, None
    places = np.flatnonzero(~_invisible()[codes_of_text(text)])
    firsts = np.flatnonzero(_begins_cluster(visible))
    cluster = np.cumsum(_begins_cluster(plain)) - 1
    lasts = np.append(firsts, len(places))[1:] - 1
    return plain, places[firsts][cluster], places[lasts][cluster] + 1


def codes_of_text(text: str) -> NDArray[np.uint32]:
    """The code point of each character, shape (n,)."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _begins_cluster(text: str) -> NDArray[np.bool_]:
    """Whether each character begins a cluster; the first always does."""
    begins = ~_joining()[codes_of_text(text)]
    begins[:1] = True
    return begins


@functools.cache
def _invisible() -> NDArray[np.bool_]:
    table = np.zeros(sys.maxunicode + 1, np.bool_)
    table[list(map(ord, INVISIBLE))] = True
    return table


@functools.cache
def _joining() -> NDArray[np.bool_]:
    """Whether each code point belongs to the cluster before it: marks, the vowels and finals of Hangul and one more."""
    table = np.zeros(sys.maxunicode + 1, np.bool_)
    table[[code for code in _ASSIGNED if unicodedata.category(chr(code))[0] == "M"]] = True
    table[0x1160:0x1200] = table[0x16D67] = True
    return table
