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
    longest_first = sorted({plain(phrase) for phrase in phrases}, key=lambda one: (-len(one), one))
    return "|".join(map(_spaced, longest_first)) or NEVER


def words_of(phrases: Iterable[str]) -> str:
    """Whole words or phrases, for a search through a text.

    Alternatives are grouped by their first letter, which lets a search skip every other letter;
    that nothing stands before the word is only asked where the letter fits.
    """
    by_letter = groupby(sorted({plain(phrase) for phrase in phrases}), key=lambda one: one[0])
    groups = (rf"{re.escape(letter)}(?<![\w-][\s\S])(?:{_rests(list(group))})(?!\w)" for letter, group in by_letter)
    return "|".join(groups) or NEVER


def _rests(phrases: list[str]) -> str:
    return "|".join(_spaced(one[1:]) for one in sorted(phrases, key=lambda one: (-len(one), one)))


def _spaced(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+")
