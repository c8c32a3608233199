"""One normal form in which texts are compared, with the offsets of the original."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from itertools import product
from typing import Final

from attrs import Factory, field, frozen

from newsdedup.text.composition import INVISIBLE, Offsets, composed, without_invisible

Span = tuple[int, int]  # start and end of a part of a text

# One code point for one code point: offsets stay as they are.
_LOOKALIKES = {0x00D0: "Đ", 0x0189: "Đ", 0x00F0: "đ"}
_SPACES = dict.fromkeys((160, 5760, *range(8192, 8203), 8239, 8287, 12288), " ")
# Letters and digits of full width ("ＮＧＵ １２"); marks stay, which separate words where no spaces do.
_FULL_WIDTH = {code + 0xFEE0: chr(code) for code in range(0x21, 0x7F) if chr(code).isalnum() or chr(code) in "%$"}
# The decimal digits of all scripts ("٢٠٢٥", "२०२५"): what is read from them is written in ASCII.
_DECIMAL_DIGITS = {code: str(unicodedata.decimal(chr(code))) for code in range(0x80, 0x20000) if chr(code).isdecimal()}
TRANSLATION = {**_LOOKALIKES, **_SPACES, **_FULL_WIDTH, **_DECIMAL_DIGITS}


def _any_of_plane(characters: Iterable[str]) -> re.Pattern[str]:
    """Any of these characters, or one above U+FFFF: few texts have any, and a class of many is slow."""
    return re.compile(f"[{re.escape(''.join(one for one in characters if ord(one) <= _LAST_OF_PLANE))}{_ABOVE_PLANE}]")


_LAST_OF_PLANE: Final = 0xFFFF
_ABOVE_PLANE: Final = "\U00010000-\U0010ffff"
_TRANSLATED = _any_of_plane(map(chr, TRANSLATION))
_ODD = _any_of_plane((*INVISIBLE, *map(chr, TRANSLATION)))

TONES: Final = ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323")

# Of two vowels that carry one tone, the second or the first carries it. Beside a vowel with a hook, a horn or
# a breve that vowel always carries the tone, yet some writers type it on the other ("triêụ").
_TONED_SECOND: Final = ("oa", "oe", "uy")
_TONED_FIRST: Final = ("âu", "ây", "êu", "ôi", "ơi", "ưa", "ưi", "ưu")


def _moves() -> dict[str, str]:
    """Two vowels with the tone mark on the wrong one, and the same two with it on the right one."""
    moves = {}
    for pair in (*_TONED_SECOND, *_TONED_FIRST):
        for one, two in product(*((vowel, vowel.upper()) for vowel in pair)):
            for tone in TONES:
                first, second = (unicodedata.normalize("NFC", vowel + tone) for vowel in (one, two))
                first_toned, second_toned = first + two, one + second
                if pair in _TONED_SECOND:
                    moves[first_toned] = second_toned
                else:
                    moves[second_toned] = first_toned
    return moves


_MOVES: Final = _moves()
_MISPLACED: Final = re.compile(
    f"[{''.join(sorted({pair[0] for pair in _MOVES}))}][{''.join(sorted({pair[1] for pair in _MOVES}))}]"
)


def with_tones_in_place(text: str) -> str:
    """The text with each tone mark on the right vowel; its length stays the same.

    Examples
    --------
    >>> with_tones_in_place("hòa, ủy, triêụ")
    'hoà, uỷ, triệu'
    """
    if _MISPLACED.search(text):
        return _MISPLACED.sub(lambda match: _MOVES.get(match.group(), match.group()), text)
    return text


@frozen
class Text:
    """A text in its normal form for comparing, with the offsets of the original."""

    original: str  # the text as given
    # NFC, without invisible characters, every kind of space a plain one, every decimal digit one of ASCII, ``Ð`` as
    # ``Đ``, and Vietnamese tone marks where the newer spelling puts them (``hoà``, ``uỷ``, ``triệu`` for ``triêụ``)
    plain: str
    # where each character of `plain` starts and ends in `original`
    starts: Offsets | None = field(default=None, eq=False, repr=False)
    ends: Offsets | None = field(default=None, eq=False, repr=False)  # None where nothing moved
    # `plain` with each tone mark where the original has it, for words that are shown; the same offsets
    spelt: str = field(default=Factory(lambda text: text.plain, takes_self=True), eq=False, repr=False)

    @functools.cached_property
    def folded(self) -> str:
        """`plain` in lower case, character for character: offsets are those of `plain`."""
        return fold_case(self.plain)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in `original` of the non-empty span ``plain[start:end]``."""
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


def spelling(text: str) -> str:
    """A text in NFC without invisible characters, plain spaces and digits: `Text.spelt`, without offsets.

    Examples
    --------
    >>> spelling("Ho\u0300a\u00a0Bình")
    'Hòa Bình'
    """
    if text.isascii():
        return text
    spelt = unicodedata.normalize("NFC", without_invisible(text))
    return spelt.translate(TRANSLATION) if _TRANSLATED.search(spelt) else spelt


def normalise(text: str) -> Text:
    """Bring a text to its normal form for comparing.

    Parameters
    ----------
    text : str
        Any text; control characters and lone surrogates are kept, since they separate words.

    Returns
    -------
    Text
        With the offsets of `text`.

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
    if _ODD.search(text) or not unicodedata.is_normalized("NFC", text):  # most texts are searched once
        spelt, starts, ends = composed(text)
        if _TRANSLATED.search(spelt):
            spelt = spelt.translate(TRANSLATION)
    return Text(text, with_tones_in_place(spelt), starts, ends, spelt)
