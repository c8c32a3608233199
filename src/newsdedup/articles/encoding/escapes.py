"""Texts whose letters are still escaped for a format that carried them: JSON, addresses, mail."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import unquote_to_bytes

_LEAST_ESCAPED: Final = 5  # escaped letters
_UNICODE: Final = re.compile(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|(?:\\x[89a-fA-F][0-9A-Fa-f]){2,}")
_WITHIN_ADDRESS: Final = re.compile(r"\S*(?:://|www\.)\S*")
_PERCENT_RUN: Final = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f]){2,}")
_PRINTABLE: Final = re.compile(r"(?:=[89A-F][0-9A-F](?:=\r?\n)?){2,}")
_UTF_7: Final = re.compile(r"\+[A-Za-z0-9+/]{2,}-?")
_BASE_64: Final = re.compile(r"(?:[A-Za-z0-9+/]{60,}\r?\n)+[A-Za-z0-9+/]*={0,2}|[A-Za-z0-9+/]{60,}={0,2}")
_MOST_BESIDE: Final = 0.5  # of a text in base64

_ESCAPED: Final = r"its letters are escapes such as \u1ed9; decode them, for example with json.loads"
_PERCENT_ENCODED: Final = "its letters are percent-encoded (%C3%A1); decode them, for example with urllib.parse.unquote"
_QUOTED_PRINTABLE: Final = (
    "it looks like quoted-printable (=C3=A1), a transfer encoding of mail; decode it, for example with quopri"
)
_UTF_7_READ: Final = "it looks like UTF-7 read as ASCII; decode its bytes as UTF-7"
_BASE_64_KEPT: Final = "it looks like base64, a transfer encoding of mail; decode it, for example with base64.b64decode"


def _decodes(data: bytes) -> bool:
    """Whether bytes are UTF-8 beyond ASCII, a cut-off character aside."""
    return not data.isascii() and _is_printable_utf8(data)


def _is_printable_utf8(data: bytes) -> bool:
    """Whether bytes are printable UTF-8, a cut-off character aside."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return problem.start > 0 and problem.end == len(data) and len(data) - problem.start < 4
    return all(letter.isprintable() or letter.isspace() for letter in text)


def _escaped_places(pattern: re.Pattern[str], decode: Callable[[str], bytes | None], text: str) -> Iterator[int]:
    """Where letters beyond ASCII are escaped."""
    for match in pattern.finditer(text):
        data = decode(match.group())
        if data is not None and _decodes(data):
            yield match.start()


def _enough(places: Iterator[int], reason: str) -> tuple[int, str] | None:
    first = [place for place, _ in zip(places, range(_LEAST_ESCAPED), strict=False)]
    return (first[0], reason) if len(first) == _LEAST_ESCAPED else None


def _find_unicode(text: str) -> tuple[int, str] | None:
    return _enough((match.start() for match in _UNICODE.finditer(text)), _ESCAPED) if "\\" in text else None


def _find_percent(text: str) -> tuple[int, str] | None:
    if text.count("%") < _LEAST_ESCAPED:
        return None
    shown = _WITHIN_ADDRESS.sub(lambda found: " " * len(found.group()), text)
    return _enough(_escaped_places(_PERCENT_RUN, unquote_to_bytes, shown), _PERCENT_ENCODED)


def _find_quoted(text: str) -> tuple[int, str] | None:
    if text.count("=") < _LEAST_ESCAPED:
        return None
    return _enough(_escaped_places(_PRINTABLE, quopri.decodestring, text), _QUOTED_PRINTABLE)


def _of_utf_7(escaped: str) -> bytes | None:
    try:
        return escaped.encode("ascii").decode("utf-7").encode("utf-8")
    except UnicodeError:
        return None


def _find_utf_7(text: str) -> tuple[int, str] | None:
    return None if text.count("+") < _LEAST_ESCAPED else _enough(_escaped_places(_UTF_7, _of_utf_7, text), _UTF_7_READ)


def _find_base_64(text: str) -> tuple[int, str] | None:
    match = _BASE_64.match(text)
    if match is None or len(match.group()) < _MOST_BESIDE * len(text):
        return None
    encoded = "".join(match.group().split())
    try:
        data = base64.b64decode(encoded[: len(encoded) // 4 * 4])
    except binascii.Error:
        return None
    return (0, _BASE_64_KEPT) if _is_printable_utf8(data) else None


FIND_ESCAPES: Final = (_find_unicode, _find_percent, _find_quoted, _find_base_64, _find_utf_7)
