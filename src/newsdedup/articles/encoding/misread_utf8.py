"""UTF-8 whose bytes were read in another encoding: letters whose bytes are valid UTF-8 again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from attrs import frozen

from newsdedup.articles.encoding.stretches import best_stretch

# Encodings of one byte per letter that UTF-8 is read in by mistake, and how they are named.
ENCODINGS: Final = {
    "windows-1252 or Latin-1": ("cp1252", "latin-1"),
    "windows-1258": ("cp1258", "latin-1"),
    "windows-1254": ("cp1254", "latin-1"),
    "windows-1250": ("cp1250", "latin-1"),
    "windows-1251": ("cp1251", "latin-1"),
    "windows-1253": ("cp1253", "latin-1"),
    "windows-1257": ("cp1257", "latin-1"),
    "cp437": ("cp437",),
    "cp850": ("cp850",),
    "Mac Roman": ("mac_roman",),
    "KOI8-R": ("koi8-r",),
}
CONTINUATIONS: Final = range(0x80, 0xC0)
FIRST_OF_TWO: Final = range(0xC2, 0xE0)
FIRST_OF_THREE: Final = range(0xE1, 0xF0)
FIRST_OF_FOUR: Final = range(0xF0, 0xF5)
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
# What speaks for garbling: a sequence of two letters is seen in sound text by chance, one of three hardly is.
_EVIDENCE: Final = {2: 2.0, 3: 4.0, 4: 6.0}
_AGAINST: Final = -1.5  # a letter beyond ASCII that is part of no sequence
_LEAST_EVIDENCE: Final = 10.0


@frozen
class _Patterns:
    """The patterns of one encoding."""

    sequence: re.Pattern[str]
    cut: re.Pattern[str]  # one that lost bytes which the encoding lacks, or whose no-break space became a plain one


def letters_of(codes: range, encodings: tuple[str, ...]) -> str:
    """The letters beyond ASCII as which bytes are read."""
    found = {bytes([code]).decode(name, "ignore") for code in codes for name in encodings}
    return "".join(sorted(letter for letter in found if letter and not letter.isascii()))


@cache
def _readings() -> dict[str, _Patterns]:
    found = {}
    for name, encodings in ENCODINGS.items():
        following, two, three, four = (
            re.escape(letters_of(codes, encodings))
            for codes in (CONTINUATIONS, FIRST_OF_TWO, FIRST_OF_THREE, FIRST_OF_FOUR)
        )
        lost = "" if len(encodings) == 1 else "\ufffd"  # a byte that the encoding lacks
        any_following = f"[{following}{lost}]"
        sequence = f"[{four}]{any_following}{{3}}|[{three}]{any_following}{{2}}|[{two}]{any_following}"
        found[name] = _Patterns(re.compile(sequence), re.compile(f"[{three}]{any_following}|[{two}{three}](?= )"))
    return found


def find_misread_utf8(text: str) -> tuple[int, str] | None:
    """Where UTF-8 that was read in another encoding begins, and in which."""
    if text.isascii():
        return None
    beyond = [match.start() for match in _BEYOND_ASCII.finditer(text)]
    best_place, most, best_name = 0, 0.0, ""
    for name, reading in _readings().items():
        if sum(_EVIDENCE[len(found)] for found in reading.sequence.findall(text)) < _LEAST_EVIDENCE:
            continue
        place, evidence = best_stretch(_scores(text, beyond, reading))
        if evidence > most:
            best_place, most, best_name = place, evidence, name
    if most < _LEAST_EVIDENCE:
        return None
    return best_place, f"it looks like UTF-8 read as {best_name}; decode its bytes as UTF-8"


def _scores(text: str, beyond: list[int], reading: _Patterns) -> Iterator[tuple[int, float]]:
    """The evidence at each letter beyond ASCII, by its place."""
    covered = 0
    for place in beyond:
        if place < covered:
            continue
        if match := reading.sequence.match(text, place):
            covered = match.end()
            yield place, _EVIDENCE[covered - place]
        elif match := reading.cut.match(text, place):
            covered = match.end()
        else:
            yield place, _AGAINST
