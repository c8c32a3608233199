"""The sentences of a text: the one splitter, by the abbreviations of all languages."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

from newsdedup.languages import forgotten_with_languages, known_languages
from newsdedup.text.normal_form import Span, Text

_SENTENCE_END: Final = re.compile(  # one class of letters first: nothing else of a text is examined
    r"[.!?…。！？\r\n](?:(?<=[.!?…])[.!?…]*[\"'”’»)\]]*(?=\s)|(?<=[。！？])[。！？]*[」』”’]*|(?<=[\r\n])[\r\n]*)"
)
_LONGER: Final = 5  # letters in a row that no abbreviation has
_ABBREVIATION_REACH: Final = 12  # characters before a full stop in which an abbreviation starts


def abbreviations() -> tuple[str, ...]:
    """The words of every language whose full stop does not end a sentence: texts quote other languages."""
    return tuple(dict.fromkeys(word for language in known_languages().values() for word in language.abbreviations))


@forgotten_with_languages
@functools.cache
def _abbreviation() -> re.Pattern[str]:
    """An abbreviation, the initial of a name or letters with full stops between them ("U.S."), at the end."""
    words = "|".join(map(re.escape, abbreviations()))
    return re.compile(rf"(?:^|[\s(\"'“‘])(?:[A-ZĐ]|{words}|(?:[A-Za-z]\.)+[A-Za-z])\.$")


def sentences(text: Text, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Offsets in `text.plain` of each sentence, without the white space around it.

    A line break always ends a sentence; an abbreviation, an initial or a decimal point does not.
    """
    plain = text.plain
    end = len(plain) if end is None else end
    for match in _SENTENCE_END.finditer(plain, start, end):
        if _ends_sentence(plain, match):
            if span := _trimmed(plain, start, match.end()):
                yield span
            start = match.end()
    if span := _trimmed(plain, start, end):
        yield span


def _ends_sentence(plain: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] in "\r\n":
        return True
    following = plain[match.end() : match.end() + 3].lstrip(" \t\"'“‘«([-–—")
    if following[:1].islower():
        return False
    first = match.start() - _LONGER
    if mark != "." or (first >= 0 and plain[first : match.start()].isalpha()):
        return True
    return not _abbreviation().search(plain, max(0, match.end() - _ABBREVIATION_REACH), match.end())


def _trimmed(plain: str, start: int, end: int) -> Span | None:
    """A span without the white space around it; None of white space alone."""
    words = plain[start:end].lstrip()
    return (end - len(words), end - len(words) + len(words.rstrip())) if words else None
