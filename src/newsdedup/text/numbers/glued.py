"""Digits with marks or signs right between them that cannot be read: no part of them is a number or a date."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from newsdedup.text.tags import SHARE_SIGNS

_SUPERSCRIPTS: Final = "".join(
    one for one in map(chr, range(0x80, 0x3000)) if unicodedata.category(one) == "No" and one not in SHARE_SIGNS
)
# All but what also separates or links two numbers
_UNREADABLE: Final = rf"(?:[^\w\s.,;:!…()\[\]{{}}\"“”„«»‹›/\\|%‰$€£¥₫₹₩₱฿&→\u2010-\u2015-]|[{_SUPERSCRIPTS}])"
_GOES_ON_AFTER: Final = re.compile(rf"(?:(?:[.,/]?{_UNREADABLE})+[.,/]?\d[\d.,/]*)+")
_GOES_ON_BEFORE: Final = re.compile(rf"\d[.,/-]?{_UNREADABLE}+[.,/-]?\Z")
_GLUE_REACH: Final = 8  # characters


def end_of_glued(text: str, end: int) -> int:
    """Where digits end that go on after marks or signs behind a number that ends at `end`: "12·34", "3,\u03015".

    Examples
    --------
    >>> end_of_glued("12·34 người", 2), end_of_glued("12 người", 2)
    (5, 2)
    """
    glued = _GOES_ON_AFTER.match(text, end)
    return glued.end() if glued else end


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether digits go on before or after a span, with marks or signs between: the "4/6/2025" of "1*4/6/2025".

    Examples
    --------
    >>> is_glued("ngày 1*4/6/2025", 7, 15), is_glued("ngày 14/6/2025", 5, 14)
    (True, False)
    """
    if text[end - 1].isdecimal() and end_of_glued(text, end) > end:
        return True
    before = text[start - 1 : start]
    is_plain = not before or before.isspace() or before.isalpha() or before == "("
    return (
        not is_plain
        and text[start].isdecimal()
        and _GOES_ON_BEFORE.search(text[max(0, start - _GLUE_REACH) : start]) is not None
    )
