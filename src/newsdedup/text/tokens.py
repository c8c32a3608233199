"""The tokens of a text: words, and letters of scripts that put no spaces between words."""

from __future__ import annotations

import re
import sys
from typing import Final

from newsdedup.text.normal_form import Span, Text

UNSPACED: Final = (  # each letter of these scripts is a token
    "\u0e00-\u0eff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
UNSPACED_LETTER: Final = re.compile(f"[{UNSPACED}]")
_TOKEN: Final = re.compile(f"[{UNSPACED}]|[^\\W_{UNSPACED}]+")


def tokens(text: Text, start: int = 0, end: int = sys.maxsize) -> list[str]:
    """The words of a span of a text, in lower case; in scripts without spaces, each letter.

    Examples
    --------
    >>> from newsdedup.text.normal_form import normalise
    >>> tokens(normalise("Hơn 1,5 triệu cán bộ"))
    ['hơn', '1', '5', 'triệu', 'cán', 'bộ']
    """
    return _TOKEN.findall(text.folded, start, end)


def token_spans(text: Text, start: int = 0, end: int = sys.maxsize) -> list[Span]:
    """The offsets of each of the `tokens`."""
    return [match.span() for match in _TOKEN.finditer(text.folded, start, end)]
