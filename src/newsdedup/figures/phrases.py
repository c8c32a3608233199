"""Phrases of the tables as patterns for folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from newsdedup.text import fold_case, normalise

NEVER = r"(?!)"


def plain(phrase: str) -> str:
    """A phrase of a table as it stands in folded text."""
    return fold_case(normalise(phrase).plain)


def any_of(phrases: Iterable[str]) -> str:
    """Alternatives, longest first, any white space between words."""
    return _alternatives({plain(phrase) for phrase in phrases}) or NEVER


def words_of(phrases: Iterable[str], after: str = "") -> str:
    """Whole words or phrases, for a search through a text; `after` is a pattern for what follows each.

    A search can skip every letter that none of them starts with; that nothing stands before the
    word is only asked where the letter fits.
    """
    by_letter = _by_first_letter({plain(phrase) for phrase in phrases})
    return (
        "|".join(
            rf"{re.escape(letter)}(?<![\w-][\s\S]){_alternatives(rests)}(?!\w){after}"
            for letter, rests in by_letter.items()
        )
        or NEVER
    )


def _alternatives(phrases: set[str]) -> str:
    """A pattern that looks at each letter once, whatever the number of phrases; the longest that fits wins."""
    starts = [_pattern_of(letter) + _alternatives(rests) for letter, rests in _by_first_letter(phrases - {""}).items()]
    if len(starts) == 1 and "" not in phrases:
        return starts[0]
    return f"(?:{'|'.join(starts)})" + ("?" if "" in phrases else "") if starts else ""


def _by_first_letter(phrases: set[str]) -> dict[str, set[str]]:
    return {letter: {one[1:] for one in group} for letter, group in groupby(sorted(phrases), key=lambda one: one[0])}


def _pattern_of(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)
