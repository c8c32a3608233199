"""Unicode composition of a text, with the offsets of the original."""

from __future__ import annotations

import functools
import re
import sys
import unicodedata

import numpy as np
from numpy.typing import NDArray

Offsets = NDArray[np.int64]

INVISIBLE = "".join(
    chr(code)
    for code in (
        0x00AD,  # soft hyphen
        *range(0x200B, 0x2010),  # zero-width space, joiners, direction marks
        *range(0x202A, 0x202F),  # embedding and override of direction
        *range(0x2060, 0x2070),  # word joiner, invisible operators, isolates
        *range(0xFE00, 0xFE10),  # variation selectors
        0xFEFF,  # byte-order mark
    )
)

_ASSIGNED = (*range(0x323B0), *range(0xE0000, 0xE01F0))  # where letters and marks are
_INVISIBLE = re.compile(f"[{re.escape(INVISIBLE)}]")


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
