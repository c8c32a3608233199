"""Recognises text that was decoded with the wrong encoding, so that it is rejected."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from string import ascii_letters, ascii_lowercase

import numpy as np
from numpy.typing import NDArray

from newsdedup.kernels.char_codes import LEAST_ODD_PAIRS, SAMPLE, TABLE_SIZE

_SAMPLE_LENGTH = 2_000  # characters: garbling affects a whole text


def _seen_as_western(lead: range, followers: int) -> str:
    """Regular expression for UTF-8 sequences whose bytes were read as Latin-1 or windows-1252."""
    return f"[{re.escape(_western(lead))}]" + f"[{re.escape(_western(_CONTINUATIONS))}]" * followers


def _western(codes: range) -> str:
    """The letters as which bytes are read in Latin-1 or windows-1252."""
    readings = {bytes([code]).decode(encoding, "ignore") for code in codes for encoding in ("latin-1", "cp1252")}
    return "".join(sorted(readings))


_CONTINUATIONS = range(0x80, 0xC0)


_UTF8_AS_WESTERN = re.compile(
    "|".join(
        (
            _seen_as_western(range(0xF0, 0xF5), 3),
            _seen_as_western(range(0xE1, 0xF0), 2),
            _seen_as_western(range(0xC3, 0xE0), 1),
        )
    )
)
# Letters and signs that are frequent in garbled text and rare in sound text, above all in Vietnamese.
_SUSPECT = re.compile(r"[\x80-\x9f¡-¦¨-¯±-´¶-¿ÃÄÅÆÂÞßäåæëîïðñöøûüþÿ\ufffdµ]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_PRINTED_WORD = re.compile(r"[^\s\d.,;:!?()\"'“”‘’…/–-]+")

# How the three legacy Vietnamese encodings look when they are read as Latin-1 or windows-1252.
_TCVN3_SIGNS = "µ¸¹¶·¨©ª«¬®¾¼½»"
_TCVN3 = re.compile(rf"[A-Za-z][{_TCVN3_SIGNS}]|[{_TCVN3_SIGNS}][a-z¨©ª«¬]")
_VNI = re.compile(r"[aeouyAEOUYöôÖÔ][äåãàáøùûõïâêëüúýòÄÅÃÀÁØÙÛÕÏÂÊË]")
_WINDOWS_1258 = re.compile(r"[aeiouyâêôãõýAEIOUYÂÊÔÃÕÝ][ìòÌÒþÞ]|ýõ|ð[aeiouâêôãõý]")

# Letters, and letters after them: such a pair is frequent in one kind of garbled text and rare in sound text of any
# language. Of the marks of VNI only those are taken that Vietnamese does not have.
_ODD_PAIRS = (
    (_western(range(0xC3, 0xF5)), _western(_CONTINUATIONS)),
    (ascii_letters, _TCVN3_SIGNS),
    (_TCVN3_SIGNS, ascii_lowercase + "¨©ª«¬"),
    ("aeouyAEOUYöôÖÔ", "äåøûïëüÄÅØÛÏËÜ"),
    ("aeiouyâêôãõýAEIOUYÂÊÔÃÕÝ", "ìòÌÒþÞ"),
    ("ý", "õ"),
    ("ð", "aeiouâêôãõý"),
)


@functools.cache
def odd_pair_tables() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """What a letter is as the first and as the second of an odd pair, one bit per kind, by code point."""
    first, second = np.zeros((2, TABLE_SIZE), np.uint8)
    for kind, (letters, following) in enumerate(_ODD_PAIRS):
        first[list(map(ord, letters))] |= np.uint8(1 << kind)
        second[list(map(ord, following))] |= np.uint8(1 << kind)
    return first, second


def _odd_pairs(sample: str) -> int:
    """The number of odd pairs and lost letters, as `newsdedup.kernels.screening` counts them."""
    units = np.frombuffer(sample.encode("utf-16-le", "surrogatepass"), "<u2")
    first, second = odd_pair_tables()
    return int(np.count_nonzero(first[units[:-1]] & second[units[1:]])) + sample.count("\ufffd")


def garbling(text: str) -> str | None:
    """How a text was garbled, or None if it looks sound.

    Examples
    --------
    >>> garbling("Há»™i nghá»‹ trá»±c tuyáº¿n toÃ n quá»‘c")
    'it looks like UTF-8 read as windows-1252 or Latin-1; decode its bytes as UTF-8'
    >>> garbling("Hội nghị trực tuyến toàn quốc") is None
    True
    """
    if text.isascii() or len(_SUSPECT.findall(text, 0, SAMPLE)) < LEAST_ODD_PAIRS:
        return None
    if _odd_pairs(text[:SAMPLE]) < LEAST_ODD_PAIRS:
        return None
    sample = text[:_SAMPLE_LENGTH]
    return next((reason for test, reason in _TESTS if test(sample)), None)


def _lost(sample: str) -> bool:
    return sample.count("\ufffd") > max(2, len(sample) // 100)


def _utf8_as_western(sample: str) -> bool:
    matched = [len(match.group()) for match in _UTF8_AS_WESTERN.finditer(sample)]
    return len(matched) >= 3 and sum(matched) > 0.6 * len(_FOREIGN.findall(sample))


def _share_of_words(pattern: re.Pattern[str], least: float) -> Callable[[str], bool]:
    def test(sample: str) -> bool:
        words = [word for word in _PRINTED_WORD.findall(sample) if any(letter.isalpha() for letter in word)]
        odd = [word for word in words if pattern.search(word)]
        return len(set(odd)) >= 3 and len(odd) >= least * len(words)

    return test


_TESTS: tuple[tuple[Callable[[str], bool], str], ...] = (
    (_lost, "it holds many U+FFFD: bytes were lost in decoding; read it again with the right encoding"),
    (_utf8_as_western, "it looks like UTF-8 read as windows-1252 or Latin-1; decode its bytes as UTF-8"),
    (_share_of_words(_TCVN3, 0.25), "it looks like legacy Vietnamese (TCVN3); convert it to Unicode"),
    (
        _share_of_words(_WINDOWS_1258, 0.2),
        "it looks like legacy Vietnamese (windows-1258); decode its bytes as windows-1258",
    ),
    (_share_of_words(_VNI, 0.25), "it looks like legacy Vietnamese (VNI); convert it to Unicode"),
)
