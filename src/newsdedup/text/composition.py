"""Unicode composition of a text, with the offsets of the original."""

from __future__ import annotations

import functools
import re
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

_INVISIBLE = re.compile(f"[{re.escape(INVISIBLE)}]")


def without_invisible(text: str) -> str:
    """A text without its invisible characters."""
    return _INVISIBLE.sub("", text)


def composed(text: str) -> tuple[str, Offsets | None, Offsets | None]:
    """A text in NFC without invisible characters, and where each of its characters starts and ends in `text`.

    The offsets are None where nothing moved.
    """
    if not _INVISIBLE.search(text) and unicodedata.is_normalized("NFC", text):
        return text, None, None
    parts: list[str] = []
    starts: list[Offsets] = []
    ends: list[Offsets] = []
    done = 0
    for match in _movable(text).finditer(text):
        gap = np.arange(done, match.start(), dtype=np.int64)
        cluster = match.group()
        letters = unicodedata.normalize("NFC", _INVISIBLE.sub("", cluster))
        visible_end = match.start() + len(cluster.rstrip(INVISIBLE))
        parts += (text[done : match.start()], letters)
        starts += (gap, np.full(len(letters), match.start(), np.int64))
        ends += (gap + 1, np.full(len(letters), visible_end, np.int64))
        done = match.end()
    gap = np.arange(done, len(text), dtype=np.int64)
    plain = "".join((*parts, text[done:]))
    return plain, np.concatenate((*starts, gap)), np.concatenate((*ends, gap + 1))


def _movable(text: str) -> re.Pattern[str]:
    """Clusters of this text that composition may change: a base with its marks, or a single odd character."""
    return _cluster_pattern("".join(sorted(letter for letter in set(text) if not letter.isascii())))


@functools.lru_cache(maxsize=256)
def _cluster_pattern(letters: str) -> re.Pattern[str]:
    marks = "".join(letter for letter in letters if _joins_the_letter_before(letter)) + INVISIBLE
    odd = "".join(letter for letter in letters if unicodedata.normalize("NFC", letter) != letter)
    joined = f"[^{re.escape(marks)}]?[{re.escape(marks)}]+"
    return re.compile(f"{joined}|[{re.escape(odd)}]" if odd else joined, re.DOTALL)


def _joins_the_letter_before(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M" or "\u1160" <= letter <= "\u11ff"  # Hangul vowels and finals
