"""One normal form in which texts are compared, with the offsets of the original."""

from __future__ import annotations

import functools
import re
import unicodedata

from attrs import Factory, field, frozen

from newsdedup.text.composition import INVISIBLE, Offsets, composed
from newsdedup.text.tone_marks import with_tones_in_place

Span = tuple[int, int]  # start and end of a stretch of a text

# One code point for one code point: offsets stay as they are.
_LOOKALIKES = {0x00D0: "Đ", 0x0189: "Đ", 0x00F0: "đ"}
_SPACES = dict.fromkeys((160, 5760, *range(8192, 8203), 8239, 8287, 12288), " ")
TRANSLATION = {**_LOOKALIKES, **_SPACES}
_TRANSLATED = re.compile(f"[{''.join(map(chr, TRANSLATION))}]")
_ODD = re.compile(f"[{re.escape(INVISIBLE)}{''.join(map(chr, TRANSLATION))}]")


@frozen
class Text:
    """A text in its normal form for comparing, with the offsets of the original."""

    original: str  # the text as given
    # NFC, without invisible characters, every kind of space a plain one, ``Ð`` as ``Đ``, and Vietnamese tone marks
    # where the newer spelling puts them (``hoà``, ``uỷ``, ``triệu`` for ``triêụ``)
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
