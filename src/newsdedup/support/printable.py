"""Words without the characters that a terminal would obey, for messages and for lines of commands."""

from __future__ import annotations

import unicodedata
from typing import Final

_UNPRINTED: Final = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))  # control, format, surrogate, separators of lines
_JOINERS: Final = frozenset("\u200c\u200d")  # letters of Persian and emoji need them


def terminal_text(words: str) -> str:
    r"""One line of words, with escapes for the characters that a terminal would obey, or that reorder others.

    Examples
    --------
    >>> print(terminal_text("Bão số 7\x1b[2J\u202e"))
    Bão số 7\x1b[2J\u202e
    """
    if words.isprintable():
        return words
    return "".join(one if one.isprintable() else _terminal_letter(one) for one in words)


def _terminal_letter(letter: str) -> str:
    if unicodedata.category(letter) == "Zs":
        return " "
    return ascii(letter)[1:-1] if unicodedata.category(letter) in _UNPRINTED and letter not in _JOINERS else letter
