"""Headlines without what pages print around them: the outlet, "LIVE", "UPDATE:", "Video:"."""

from __future__ import annotations

import functools
import re
from typing import Final

from newsdedup.languages import forgotten_with_languages, known_languages
from newsdedup.text.normal_form import normalise
from newsdedup.text.outlets import end_of_headline
from newsdedup.text.phrases import any_as_printed

_FEWEST_IN_HEADLINE: Final = 2
_MOST_NUMBERS: Final = 0.4  # share of the words of a headline that are numbers: more are a date or a score


def plain_headline(headline: str, source: str | None = None, language: str | None = None) -> str | None:
    """A headline alone; None where nothing is left that says what happened.

    Examples
    --------
    >>> plain_headline("UPDATE: Ferry sinks off Tarsin | BBC News")
    'Ferry sinks off Tarsin'
    >>> plain_headline("[Video] Phà chìm ở đảo Tân - VnExpress")
    'Phà chìm ở đảo Tân'
    >>> plain_headline("Last Updated: Monday, 28 November 2005, 02:24 GMT") is None
    True
    """
    printed = " ".join(headline.split())
    printed = printed[: end_of_headline(printed, source, language)].strip()
    marks = _headline_marks()
    while mark := marks.match(printed) or _trailing_marks().search(printed):
        printed = (printed[: mark.start()] + printed[mark.end() :]).strip()
    words = printed.split()
    n_digits = sum(word[0].isdigit() for word in words)
    is_headline = len(words) >= _FEWEST_IN_HEADLINE and n_digits <= _MOST_NUMBERS * len(words)
    return printed if is_headline else None


@forgotten_with_languages
@functools.cache
def _headline_marks() -> re.Pattern[str]:
    """A mark in brackets, with a sign after it, or in capitals, before a headline."""
    words = _mark_words()
    capitals = "|".join(word.upper() for word in words.split("|"))
    return re.compile(
        rf"[\[(](?i:{words})[\])]\s*[:|–—-]?\s*(?=\S)|(?i:{words})(?:\s*\d{{1,2}})?(?:\s*[:|–—»]|\s+-)\s*(?=\S)|(?:{capitals})\s+(?=\S+\s)"
    )


@forgotten_with_languages
@functools.cache
def _trailing_marks() -> re.Pattern[str]:
    words = _mark_words()
    return re.compile(rf"(?<=\S)\s*(?:[\[(](?i:{words})[\])]|\s[|–—-]\s(?i:{words}))\s*$")


def _mark_words() -> str:
    marks = {normalise(mark).plain for one in known_languages().values() for mark in one.prose.headline_marks}
    return any_as_printed(marks)
