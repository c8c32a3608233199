"""Texts and plain data as SQLite takes them; lone surrogates, which articles may have, are kept."""

from __future__ import annotations

import json
import zlib
from typing import Any, Final

import orjson

ZLIB_LEVEL: Final = 9  # texts are written once


def as_stored(text: str) -> str | bytes:
    """A text as SQLite takes it: one with lone surrogates is stored as bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def as_given(stored: str | bytes) -> str:
    """The text that `as_stored` was given."""
    return stored if isinstance(stored, str) else stored.decode("utf-8", "surrogatepass")


def compressed(data: Any) -> bytes:
    """Plain data as compressed JSON; texts with lone surrogates too."""
    try:
        plain = orjson.dumps(data)
    except TypeError:
        plain = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return zlib.compress(plain, ZLIB_LEVEL)


def decompressed(stored: bytes) -> Any:
    """The data that `compressed` was given."""
    return plain_data(zlib.decompress(stored))


def plain_data(stored: bytes) -> Any:
    """The data of JSON; with lone surrogates too, as escapes or encoded."""
    try:
        return orjson.loads(stored)
    except orjson.JSONDecodeError:
        return json.loads(stored.decode("utf-8", "surrogatepass"))
