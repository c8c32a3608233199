"""What is wrong with a text and from where on: the tests of all kinds, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import frozen

from newsdedup.articles.encoding.escapes import FIND_ESCAPES
from newsdedup.articles.encoding.legacy_text import FIND_LEGACY, find_viqr
from newsdedup.articles.encoding.losses import FIND_LOSSES, find_controls
from newsdedup.articles.encoding.misread_utf8 import find_misread_utf8
from newsdedup.articles.encoding.suspects import has_rare_letters, is_suspect

_BEGINNING: Final = 200  # characters: garbling that begins there is that of the whole text
_IN_RARE_LETTERS: Final = (find_misread_utf8, *FIND_LEGACY)  # the others need none beyond ASCII
_TESTS: Final[tuple[Callable[[str], tuple[int, str] | None], ...]] = (
    find_viqr,
    *FIND_ESCAPES,
    *FIND_LOSSES,
)


@frozen
class Garbling:
    """How a text, or a part of it, was garbled.

    Attributes
    ----------
    start : int
        The character where it begins.
    reason : str
        What it looks like, and the remedy.
    """

    start: int
    reason: str


def find_garbling(text: str) -> Garbling | None:
    """How a text was garbled and from where on, or None if it looks sound."""
    if not is_suspect(text):
        return None
    tests = (find_controls, *_IN_RARE_LETTERS, *_TESTS) if has_rare_letters(text) else (find_controls, *_TESTS)
    return next((Garbling(*found) for test in tests if (found := test(text))), None)


def garbling(text: str) -> str | None:
    """How a text was garbled, or None if it looks sound.

    Examples
    --------
    >>> garbling("Há»™i nghá»‹ trá»±c tuyáº¿n toÃ n quá»‘c")
    'it looks like UTF-8 read as windows-1252 or Latin-1; decode its bytes as UTF-8'
    >>> garbling("Hội nghị trực tuyến toàn quốc") is None
    True
    """
    found = find_garbling(text)
    if found is None:
        return None
    if found.start < _BEGINNING:
        return found.reason
    return f"from character {found.start:,} on {found.reason}"
