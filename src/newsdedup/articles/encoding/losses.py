"""Letters that were lost in decoding or encoding: U+FFFD, question marks within words, NULs of UTF-16."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsdedup.articles.encoding.stretches import best_stretch, is_enough

_REPLACEMENTS: Final = re.compile("\ufffd+")
_MANY_LOST: Final = 5.0
_PER_CHARACTER: Final = 0.004  # lost places that a sound text may have
_ADDRESS_OR_QUERY: Final = re.compile(r"\S*(?:://|www\.|[?&]\w+=)\S*")
_LOST_WITHIN: Final = re.compile(r"[^\W\d_]\?+[a-zß-ÿ]|\?[^\W\d_]*\?[a-z]|(?<![\w?])\?+[A-Za-z]|,\?")
_WITHIN: Final = 1.0
_NOT_WITHIN: Final = -0.03
_LEAST_LOST_WORDS: Final = 5.0
_LEAST_OF_TITLE: Final = 3
_LEAST_MARKS: Final = 20
_SHARE_OF_MARKS: Final = 0.3  # of the characters of a text whose letters are all lost
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_LEAST_CONTROLS: Final = 3
_SHARE_OF_CONTROLS: Final = 0.04
_PRINTED: Final = re.compile(r"\S+")


def find_controls(text: str) -> tuple[int, str] | None:
    """Where the bytes of UTF-16 were read one by one: many are control characters."""
    found = [match.start() for match in _CONTROL.finditer(text)]
    if len(found) < max(_LEAST_CONTROLS, _SHARE_OF_CONTROLS * len(text)):
        return None
    return found[0], "it looks like UTF-16 read as an encoding of one byte per letter; decode its bytes as UTF-16"


def _find_lost(text: str) -> tuple[int, str] | None:
    """Where many bytes were replaced by U+FFFD."""
    place, evidence = best_stretch(_scores_of_lost(text))
    if evidence < _MANY_LOST:
        return None
    return place, "it holds many U+FFFD: bytes were lost in decoding; read it again with the right encoding"


def _scores_of_lost(text: str) -> Iterator[tuple[int, float]]:
    end = 0
    for match in _REPLACEMENTS.finditer(text):
        yield match.start(), 1.0 - _PER_CHARACTER * (match.start() - end)
        end = match.end()


def _find_question_marks(text: str) -> tuple[int, str] | None:
    """Where letters were replaced by question marks."""
    if text.count("?") < _LEAST_OF_TITLE:
        return None
    scores = list(_scores_of_words(text))
    place, evidence = best_stretch(scores)
    if not is_enough(evidence, len(scores), _LEAST_LOST_WORDS):
        place = _of_lost_script(text)
        if place < 0:
            return None
    return place, "it holds question marks in place of letters, which were lost in encoding; read its source again"


def _scores_of_words(text: str) -> Iterator[tuple[int, float]]:
    for match in _PRINTED.finditer(_ADDRESS_OR_QUERY.sub(lambda found: "-" * len(found.group()), text)):
        yield match.start(), _WITHIN if _LOST_WITHIN.search(match.group()) else _NOT_WITHIN


def _of_lost_script(text: str) -> int:
    """Where all letters of a text are question marks; -1 if they are not."""
    count = text.count("?")
    return text.index("?") if count >= _LEAST_MARKS and count >= _SHARE_OF_MARKS * len(text) else -1


FIND_LOSSES: Final = (_find_lost, _find_question_marks)
