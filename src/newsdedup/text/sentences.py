"""The sentences of a text: the one splitter, by the abbreviations of all languages."""

from __future__ import annotations

import functools
import re
from typing import Final

from newsdedup.languages import forgotten_with_languages, known_languages
from newsdedup.text.normal_form import Span, Text

_SENTENCE_END: Final = re.compile(  # one class of letters first: nothing else of a text is examined
    r"[.!?…。！？\r\n](?:(?<=[.!?…])[.!?…]*[\"'”’»)\]]*(?: »)?(?=\s)"
    r"|(?<=[。！？])[。！？]*[」』”’]*|(?<=[\r\n])[\r\n]*)"
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
    return re.compile(rf"(?:^|[\s(\"'“‘])(?:[A-ZĐÀ-ÖØ-Þ]|{words}|(?:[A-Za-z]\.)+[A-Za-z])\.$")


@forgotten_with_languages
@functools.cache
def _last_letters() -> frozenset[str]:
    """The last two characters of each abbreviation."""
    return frozenset(word[-2:] for word in abbreviations())


def sentences(text: Text, start: int = 0, end: int | None = None) -> list[Span]:
    """Offsets in `text.plain` of each sentence, without the white space around it.

    A line break always ends a sentence; an abbreviation, an initial or a decimal point does not.
    """
    plain, found = text.plain, list[Span]()
    end = len(plain) if end is None else end
    edges = [match.span() for match in _SENTENCE_END.finditer(plain, start, end)]
    for mark, after in (*edges, (end, end)):
        if mark == end or _is_end(plain, mark, after):
            last = after
            while start < last and plain[start].isspace():
                start += 1
            while start < last and plain[last - 1].isspace():
                last -= 1
            if start < last:
                found.append((start, last))
            start = after
    return found


def sentence_bounds(plain: str, start: int, end: int, reach: int) -> Span:
    """Where the sentence around a span starts and ends, at most `reach` characters before and after the span."""
    first, last = max(0, start - reach), min(len(plain), end + reach)
    for match in _SENTENCE_END.finditer(plain, first, start):
        if _is_end(plain, *match.span()):
            first = match.end()
    for match in _SENTENCE_END.finditer(plain, end, last):
        if _is_end(plain, *match.span()):
            return first, match.start()
    return first, last


def _is_end(plain: str, mark: int, after: int) -> bool:
    return plain[mark] in "\r\n" or _ends_sentence(plain, mark, after)


def _ends_sentence(plain: str, mark: int, after: int) -> bool:
    """Whether the stops and closing signs at ``mark:after`` end a sentence."""
    following = plain[after : after + 3].lstrip(" \t\"'“‘«([-–—")
    if following[:1].islower():
        return False
    if after > mark + 1 or plain[mark] != ".":
        return True
    letters = plain[mark - 2 : mark] if mark > 1 else ""
    if letters.isalpha() and letters not in _last_letters():
        return True
    first = mark - _LONGER
    if first >= 0 and plain[first:mark].isalpha():
        return True
    return not _abbreviation().search(plain, max(0, after - _ABBREVIATION_REACH), after)
