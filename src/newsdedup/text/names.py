"""Names in a text: capitalised words in a row. The one file that knows what a name looks like."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from attrs import frozen

_FOLLOWER = r"(?:(?=[^\S\r\n]+([\w&-]+)))?"
_PLACE_WORD = re.compile(r"[ \t]*(?:[–-][ \t]*)?((?:St\. )?[^\W\d_][\w'’-]*(?:\.\w+)*)")
_MOST_PLACE_WORDS = 4


@frozen
class Name:
    """Capitalised words in a row."""

    start: int  # offset in the text that was read
    end: int
    words: str  # the words as printed
    follower: str = ""  # the next word of the same line; empty where there is none


def names_in(plain: str, start: int, end: int) -> Iterator[Name]:
    """The names in a span of a text, in order; words in capitals only ("UBND") are not part of a name.

    Examples
    --------
    >>> text = "Ông Trần Văn An của UBND Mai Pha nói"
    >>> [(name.words, name.follower) for name in names_in(text, 0, len(text))]
    [('Ông Trần Văn An', 'của'), ('Mai Pha', 'nói')]
    """
    return map(_name, _name_pattern().finditer(plain, start, end))


def name_at(plain: str, position: int) -> Name | None:
    """The name that starts at a position."""
    match = _name_pattern().match(plain, position)
    return match and _name(match)


def name_before(plain: str, start: int, end: int) -> Name | None:
    """The name in ``plain[start:end]`` that only a comma or a dash separates from `end`."""
    match = _name_pattern(r"(?:,| ?[-–]) ?$").search(plain, start, end)
    return match and _name(match)


def place_name_at(plain: str, position: int) -> str | None:
    """The name of a place that starts at a position, white space before it: "Bà Rịa - Vũng Tàu", "TP.HCM"."""
    start, end = None, position
    for _ in range(_MOST_PLACE_WORDS):
        match = _PLACE_WORD.match(plain, end)
        if match is None or not match.group(1)[0].isupper():
            break
        start = match.start(1) if start is None else start
        end = match.end()
    return None if start is None else plain[start:end].rstrip("'’-")


def names_within_sentences(plain: str, sentences: Iterable[tuple[int, int]]) -> list[str]:
    """The names in these spans of a text, words in capitals only among them, without the first word of each.

    A sentence's first word, and the first after a colon, has its capital from its place.

    Examples
    --------
    >>> names_within_sentences("Bão vào Mai Pha. UBND Mai Pha họp với EVN.", [(0, 16), (17, 42)])
    ['Mai Pha', 'Mai Pha', 'EVN']
    """
    pattern = _within_sentence()
    return [match.group() for start, end in sentences for match in pattern.finditer(plain, start + 1, end)]


def words_up_to_mark(words: list[str], has_initials: bool) -> list[str]:
    """The words up to one that a dash, or a full stop that is not an initial's, ends."""
    for index, word in enumerate(words):
        if word[-1] in "-–" or (word[-1] == "." and not has_initials):
            return [*words[:index], word.rstrip("-–.")]
    return words


def _name(match: re.Match[str]) -> Name:
    return Name(*match.span(1), match.group(1), match.group(2) or "")


@functools.cache
def _name_pattern(end: str = "") -> re.Pattern[str]:
    """Capitalised words in a row, group 1, and the word after them, group 2, up to `end`."""
    capitals = _capitals()
    rest = (
        rf"(?:\.(?= [{capitals}])|['’]\w[\w'’-]*|(?!\w)|[^\W\d_{capitals}][\w'’-]*)"  # an initial or a word, not USAID
    )
    # What may not come before the first letter is checked after it: letters are found many times as fast.
    first = rf"[{capitals}](?<![\w.-].){rest}"
    return re.compile(rf"({first}(?: [{capitals}]{rest})*){_FOLLOWER}{end}", re.DOTALL)


@functools.cache
def _within_sentence() -> re.Pattern[str]:
    word = rf"[{_capitals()}][\w’'-]*"
    return re.compile(rf"(?<!\w)(?<!:\s){word}(?: {word})*")


@functools.cache
def _capitals() -> str:
    """Every capital letter of Latin, Greek, Cyrillic and their neighbours."""
    return "".join(filter(str.isupper, map(chr, range(0x2000))))
