"""Whether two claims have similar wording: by the words of their sentences, and by those next to the figures."""

from __future__ import annotations

import functools

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.origins import sentence_words
from newsdedup.languages import Language, language_of
from newsdedup.text.normal_form import normalise
from newsdedup.text.tokens import tokens

_NEARBY = 30  # characters on each side of a figure that show what it counts
_LEAST_OF_SENTENCES = 0.3  # Jaccard similarity of two sentences about one thing
_LEAST_OF_NEARBY = 0.4  # overlap of the words next to two figures of one thing


def are_worded_alike(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the sentences of two claims, or the words next to their figures, have enough in common."""
    left, right = _words_but_numbers(one.sentence), _words_but_numbers(other.sentence)
    if len(left & right) >= _LEAST_OF_SENTENCES * len(left | right):
        return True
    left, right = (_nearby_words(claim.sentence, *_offsets_in_sentence(claim)) for claim in (one, other))
    return len(left & right) >= _LEAST_OF_NEARBY * min(len(left), len(right))


def share_a_subject(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the sentences of two claims share words that say what they are about, besides the claims and their nouns.

    In a language whose words are written as several syllables, two of these make a word.
    """
    language = language_of(one.language)
    if language is None or one.language != other.language:
        return False
    shared = _telling_words(one, language) & _telling_words(other, language)
    return len(shared) >= (1 if language.plural_endings else 2)


def _telling_words(claim: FigureClaim, language: Language) -> frozenset[str]:
    return (
        _words_but_numbers(claim.sentence)
        - language.function_words
        - frozenset(sentence_words(f"{claim.text} {claim.noun or ''}"))
    )


def _offsets_in_sentence(claim: FigureClaim) -> tuple[int, int]:
    return claim.start - claim.sentence_start, claim.end - claim.sentence_start


@functools.lru_cache(maxsize=4096)
def _words_but_numbers(sentence: str) -> frozenset[str]:
    """The words of a sentence without its numbers."""
    return frozenset(word for word in sentence_words(sentence) if not word.isdecimal())


@functools.lru_cache(maxsize=8192)
def _nearby_words(sentence: str, start: int, end: int) -> frozenset[str]:
    """The words before and after a figure, other numbers included."""
    left, right = normalise(sentence[:start]).plain, normalise(sentence[end:]).plain
    before = left[-_NEARBY:].partition(" ")[2] if len(left) > _NEARBY else left
    after = right[:_NEARBY].rpartition(" ")[0] if len(right) > _NEARBY else right
    return frozenset((*tokens(normalise(before)), *tokens(normalise(after))))
