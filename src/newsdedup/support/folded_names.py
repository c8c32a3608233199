"""Names in the form in which they are compared, whatever their case, accents and word breaks."""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata
from collections.abc import Iterable
from itertools import takewhile
from typing import Any, Final

_COMBINING: Final = re.compile("[\u0300-\u036f]")
_WORD_BREAKS: Final = re.compile(r"[\W_]+")  # which camelCase, snake_case and kebab-case differ in
_MOST_NEAR: Final = 3
_LEAST_NEAR: Final = 0.6  # ratio of difflib
_SHORTEST_MISTYPED: Final = 4  # letters of a name; of so few, none may be missing
_LONGEST_COMPARED: Final = 100  # characters of a name to which others are compared
_MOST_REMEMBERED: Final = 4096  # names, several times those of the fields of an article in all languages


def folded_name(name: Any) -> str:
    """The name of a field in the form in which names are compared: ``publishedAt`` and ``published-at`` are one.

    Accents are left out, so that ``Nội dung`` and ``noi_dung`` are one too.
    """
    text = str(name)
    return _remembered(text) if len(text) <= _LONGEST_COMPARED else _folded_text(text)


def _folded_text(text: str) -> str:
    text = text.strip().lower()
    if not text.isascii():
        text = _COMBINING.sub("", unicodedata.normalize("NFD", text)).replace("đ", "d")
    return _WORD_BREAKS.sub("", text) or text


_remembered: Final = functools.lru_cache(_MOST_REMEMBERED)(_folded_text)


def nearest_names(name: str, known: Iterable[Any], least: float = _LEAST_NEAR) -> list[str]:
    """Those of some names that are written most like a name, the nearest first."""
    folded: dict[str, str] = {}
    for one in known:
        folded.setdefault(folded_name(one), str(one))
    found = difflib.get_close_matches(folded_name(name)[:_LONGEST_COMPARED], folded, n=_MOST_NEAR, cutoff=least)
    return [folded[one] for one in found]


def mistyped_names(name: str, known: Iterable[Any]) -> list[str]:
    """Those of some names that are a name with two letters swapped, or one missing or doubled.

    Examples
    --------
    >>> mistyped_names("title", ["titel", "ttile", "tile", "titlle", "subtitle", "table"])
    ['titel', 'ttile', 'tile', 'titlle']
    """
    wanted = folded_name(name)
    return [str(one) for one in known if len(wanted) >= _SHORTEST_MISTYPED and _is_mistyped(folded_name(one), wanted)]


def _is_mistyped(given: str, wanted: str) -> bool:
    start = _n_equal(given, wanted)
    end = _n_equal(given[start:][::-1], wanted[start:][::-1])
    one, other = given[start : len(given) - end], wanted[start : len(wanted) - end]
    if len(one) == len(other) == 2:
        return one == other[::-1]
    is_doubled = not other and len(one) == 1 and one == given[start - 1 : start]
    return len(wanted) > _SHORTEST_MISTYPED and (is_doubled or (not one and len(other) == 1))


def _n_equal(one: str, other: str) -> int:
    """The number of equal characters at the beginning of two texts."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
