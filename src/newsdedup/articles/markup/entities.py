"""HTML entities: recognised in texts without tags, and decoded."""

from __future__ import annotations

import html
import re
from html.entities import html5, name2codepoint
from typing import Final

_ENTITY: Final = re.compile(r"&(?:#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6});?|[A-Za-z][A-Za-z0-9]{1,30};)")
_NUMBERED: Final = re.compile(r"&#(?:[0-9]{2,7}|[xX][0-9A-Fa-f]{2,6});")
_NAMED: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_HALVES: Final = re.compile(  # an emoji as two UTF-16 units, as some systems escape it
    r"&#(?:x(d[89ab][0-9a-f]{2})|(5[5-6][0-9]{3}));&#(?:x(d[c-f][0-9a-f]{2})|(5[6-7][0-9]{3}));", re.IGNORECASE
)
_ALSO_VARIABLES: Final = {"not", "int", "image", "real", "weierp"}  # variables in code
# Names of letters and signs of print: enough to see markup in a text without tags. In code, `&sum;` is a variable.
_PRINTED_NAMES: Final = {"amp", "lt", "gt", "quot", "apos"} | {
    name
    for name, code in name2codepoint.items()
    if (0xA0 <= code < 0x180 or 0x2000 <= code < 0x2123) and name not in _ALSO_VARIABLES
}


def has_entities(text: str) -> bool:
    """Whether a text has entities of letters and signs of print, with their semicolon."""
    if _NUMBERED.search(text):
        return True
    return any(match.group(1) in _PRINTED_NAMES for match in _NAMED.finditer(text))


def decoded(text: str) -> str:
    """The text with its entities decoded and plain spaces for those that do not break; unknown names stay."""
    if "&" not in text:
        return text
    return _ENTITY.sub(_character, _HALVES.sub(_whole_character, text)).replace("\xa0", " ")


def _character(match: re.Match[str]) -> str:
    entity = match.group()
    if entity[1] == "#" or entity[1:] in html5:
        return html.unescape(entity)
    return entity


def _whole_character(match: re.Match[str]) -> str:
    high, low = (
        int(hexadecimal, 16) if hexadecimal else int(decimal)
        for hexadecimal, decimal in (match.group(1, 2), match.group(3, 4))
    )
    if not (0xD800 <= high < 0xDC00 <= low < 0xE000):
        return match.group()
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
