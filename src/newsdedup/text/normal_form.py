"""Text made comparable: one normal form, its tokens and sentences, always with the way back."""

from __future__ import annotations

import functools
import re
import sys
import unicodedata
from collections.abc import Iterator
from itertools import product

import numpy as np
from attrs import Factory, field, frozen
from numpy.typing import NDArray

Span = tuple[int, int]  # start and end of a stretch of a text

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
_INVISIBLE_CLASS = f"[{re.escape(INVISIBLE)}]"
_INVISIBLE = re.compile(_INVISIBLE_CLASS)

# One code point for one code point: offsets stay as they are.
_LOOKALIKES = {0x00D0: "Đ", 0x0189: "Đ", 0x00F0: "đ"}
_SPACES = dict.fromkeys((160, 5760, *range(8192, 8203), 8239, 8287, 12288), " ")
TRANSLATION = {**_LOOKALIKES, **_SPACES}
_TRANSLATED = re.compile(f"[{''.join(map(chr, TRANSLATION))}]")
_ODD = re.compile(f"[{re.escape(INVISIBLE)}{''.join(map(chr, TRANSLATION))}]")

_TONES = ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


# Two vowels that carry one tone, the one that carries it last. Beside a vowel that has a hook, a horn or
# a breve the tone stands nowhere else, yet typists put it there ("triêụ").
_TONED_SECOND = ("oa", "oe", "uy")
_TONED_FIRST = ("âu", "ây", "êu", "ôi", "ơi", "ưa", "ưi", "ưu")


def _tone_moves() -> dict[str, str]:
    """Vietnamese tone marks on the wrong of two vowels, beside the same on the other (hòa, hoà; triêụ, triệu)."""
    moves = {}
    for pair in (*_TONED_SECOND, *_TONED_FIRST):
        for one, two in product(*((vowel, vowel.upper()) for vowel in pair)):
            for tone in _TONES:
                first, second = (unicodedata.normalize("NFC", vowel + tone) for vowel in (one, two))
                first_toned, second_toned = first + two, one + second
                if pair in _TONED_SECOND:
                    moves[first_toned] = second_toned
                else:
                    moves[second_toned] = first_toned
    return moves


_TONE_MOVES = _tone_moves()
_TONE_MOVE = re.compile(
    f"[{''.join(sorted({pair[0] for pair in _TONE_MOVES}))}][{''.join(sorted({pair[1] for pair in _TONE_MOVES}))}]"
)

# A letter of a script that puts no spaces between words is a token of its own.
UNSPACED = (
    "\u0e00-\u0eff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_TOKEN = re.compile(f"[{UNSPACED}]|[^\\W_{UNSPACED}]+")

_SENTENCE_END = re.compile(  # one class of letters first: nothing else of a text is looked at
    r"[.!?…。！？\r\n](?:(?<=[.!?…])[.!?…]*[\"'”’»)\]]*(?=\s)|(?<=[。！？])[。！？]*[」』”’]*|(?<=[\r\n])[\r\n]*)"
)
_SHORT = 5  # letters in a row that no abbreviation has
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘])(?:[A-ZĐ]|TP|Tp|Mr|Mrs|Ms|Dr|St|Jr|Sr|Prof|Gen|Gov|Sen|Rep|Lt|Sgt|Col|Capt|No|vs|Inc|Co|Corp|Ltd"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|ThS|TS|PGS|GS|BS|KTS|LS|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)


@frozen
class Text:
    """A text in its normal form for comparing, with the way back to the original.

    Attributes
    ----------
    original : str
        The text as it came.
    plain : str
        NFC, without invisible characters, every kind of space a plain one, ``Ð`` as ``Đ``, and
        Vietnamese tone marks where the newer spelling puts them (``hoà``, ``uỷ``, ``triệu`` for ``triêụ``).
    starts, ends : ndarray of int64, shape (len(plain),), or None
        Where each character of `plain` starts and ends in `original`; None where nothing moved.
    spelt : str
        `plain` with each tone mark where the original has it: the same offsets, for words to show.
    """

    original: str
    plain: str
    starts: NDArray[np.int64] | None = field(default=None, eq=False, repr=False)
    ends: NDArray[np.int64] | None = field(default=None, eq=False, repr=False)
    spelt: str = field(default=Factory(lambda text: text.plain, takes_self=True), eq=False, repr=False)

    @functools.cached_property
    def folded(self) -> str:
        """`plain` in lower case, character for character: offsets are those of `plain`."""
        return fold_case(self.plain)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in `original` of the non-empty stretch ``plain[start:end]``."""
        if self.starts is None or self.ends is None:
            return start, end
        return int(self.starts[start]), int(self.ends[end - 1])

    def quote(self, start: int, end: int) -> str:
        """The words of the original behind ``plain[start:end]``."""
        first, last = self.span(start, end)
        return self.original[first:last]


def fold_case(text: str) -> str:
    """Lower case that keeps the number of characters."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def normalise(text: str) -> Text:
    """Bring a text to its normal form for comparing.

    Parameters
    ----------
    text : str
        Any text; control characters and lone surrogates stay, since they separate words.

    Returns
    -------
    Text
        With offsets back to `text`.

    Examples
    --------
    >>> text = normalise("Hòa\u00a0Bình: hơn 10.000 điểm c\u1ea7\u200bu")
    >>> text.plain
    'Hoà Bình: hơn 10.000 điểm cầu'
    >>> text.span(25, 29)
    (25, 30)
    """
    if text.isascii():
        return Text(text, text)
    spelt, starts, ends = text, None, None
    if _ODD.search(text) or not unicodedata.is_normalized("NFC", text):  # most texts are looked through once
        spelt, starts, ends = _composed(text)
        if _TRANSLATED.search(spelt):
            spelt = spelt.translate(TRANSLATION)
    plain = spelt
    if _TONE_MOVE.search(plain):
        plain = _TONE_MOVE.sub(lambda match: _TONE_MOVES.get(match.group(), match.group()), plain)
    return Text(text, plain, starts, ends, spelt)


Offsets = NDArray[np.int64] | None


def _composed(text: str) -> tuple[str, Offsets, Offsets]:
    """NFC without invisible characters; offsets are None where nothing moved."""
    if not _INVISIBLE.search(text) and unicodedata.is_normalized("NFC", text):
        return text, None, None
    parts: list[str] = []
    starts: list[NDArray[np.int64]] = []
    ends: list[NDArray[np.int64]] = []
    done = 0
    for match in _movable(text).finditer(text):
        gap = np.arange(done, match.start(), dtype=np.int64)
        cluster = match.group()
        composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", cluster))
        visible_end = match.start() + len(cluster.rstrip(INVISIBLE))
        parts += (text[done : match.start()], composed)
        starts += (gap, np.full(len(composed), match.start(), np.int64))
        ends += (gap + 1, np.full(len(composed), visible_end, np.int64))
        done = match.end()
    gap = np.arange(done, len(text), dtype=np.int64)
    plain = "".join((*parts, text[done:]))
    return plain, np.concatenate((*starts, gap)), np.concatenate((*ends, gap + 1))


def _movable(text: str) -> re.Pattern[str]:
    """Clusters of this text that composing may change: a base with its marks, or a lone odd character."""
    return _cluster_pattern("".join(sorted(letter for letter in set(text) if not letter.isascii())))


@functools.lru_cache(maxsize=256)
def _cluster_pattern(letters: str) -> re.Pattern[str]:
    marks = "".join(letter for letter in letters if _joins_the_letter_before(letter)) + INVISIBLE
    odd = "".join(letter for letter in letters if unicodedata.normalize("NFC", letter) != letter)
    joined = f"[^{re.escape(marks)}]?[{re.escape(marks)}]+"
    return re.compile(f"{joined}|[{re.escape(odd)}]" if odd else joined, re.DOTALL)


def _joins_the_letter_before(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M" or "\u1160" <= letter <= "\u11ff"  # Hangul vowels and finals


def tokens(text: Text, start: int = 0, end: int = sys.maxsize) -> list[str]:
    """Words of a stretch of a text, in lower case; in scripts without spaces, each letter.

    Examples
    --------
    >>> tokens(normalise("Hơn 1,5 triệu cán bộ"))
    ['hơn', '1', '5', 'triệu', 'cán', 'bộ']
    """
    return _TOKEN.findall(text.folded, start, end)


def token_spans(text: Text, start: int = 0, end: int = sys.maxsize) -> list[Span]:
    """The offsets of each of the `tokens`."""
    return [match.span() for match in _TOKEN.finditer(text.folded, start, end)]


def sentences(text: Text, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Offsets in `text.plain` of each sentence, without the white space around it.

    A line break always ends a sentence; an abbreviation, an initial or a decimal point does not.
    """
    plain = text.plain
    end = len(plain) if end is None else end
    for match in _SENTENCE_END.finditer(plain, start, end):
        if _ends_sentence(plain, match):
            if stretch := _trimmed(plain, start, match.end()):
                yield stretch
            start = match.end()
    if stretch := _trimmed(plain, start, end):
        yield stretch


def _ends_sentence(plain: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] in "\r\n":
        return True
    following = plain[match.end() : match.end() + 3].lstrip(" \t\"'“‘«([-–—")
    if following[:1].islower():
        return False
    first = match.start() - _SHORT
    if mark != "." or (first >= 0 and plain[first : match.start()].isalpha()):
        return True
    return not _ABBREVIATION.search(plain, max(0, match.end() - 12), match.end())


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch without the white space around it; None of white space alone."""
    words = plain[start:end].lstrip()
    return (end - len(words), end - len(words) + len(words.rstrip())) if words else None
