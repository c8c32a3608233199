"""Whether two claims are told alike: by the words of their sentences, and those right beside them."""

from __future__ import annotations

import functools

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.origins import sentence_words
from newsdedup.text.normal_form import normalise, tokens

_NEAR = 30  # characters to each side of a figure that say what it is of
_LEAST_OF_SENTENCES = 0.3  # Jaccard similarity of two sentences about one thing
_LEAST_OF_NEARBY = 0.4  # overlap of the words beside two figures of one thing


def speak_alike(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the sentences of two figures, or the words right beside them, have enough in common."""
    left, right = _words(one.sentence, None), _words(other.sentence, None)
    if len(left & right) >= _LEAST_OF_SENTENCES * len(left | right):
        return True
    left, right = _words(one.sentence, _place_in_sentence(one)), _words(other.sentence, _place_in_sentence(other))
    return len(left & right) >= _LEAST_OF_NEARBY * min(len(left), len(right))


def _place_in_sentence(claim: FigureClaim) -> tuple[int, int]:
    start = claim.start - claim.sentence_start
    return start, start + claim.end - claim.start


@functools.lru_cache(maxsize=8192)
def _words(sentence: str, place: tuple[int, int] | None) -> frozenset[str]:
    """Words of a sentence without its numbers; or those around a place in it, other numbers included."""
    if place is None:
        return frozenset(word for word in sentence_words(sentence) if not word.isdecimal())
    left, right = normalise(sentence[: place[0]]).plain, normalise(sentence[place[1] :]).plain
    before = left[-_NEAR:].partition(" ")[2] if len(left) > _NEAR else left
    after = right[:_NEAR].rpartition(" ")[0] if len(right) > _NEAR else right
    return frozenset((*tokens(normalise(before)), *tokens(normalise(after))))
