"""Vietnamese tone marks on the vowel on which the newer spelling puts them."""

from __future__ import annotations

import re
import unicodedata
from itertools import product
from typing import Final

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
