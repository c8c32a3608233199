"""What a claim is about: its name, and the words and names around it, with how much each word tells."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Final

from attrs import frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.quantity import OPEN_ABOVE
from newsdedup.figures.reconcile.alignment.naming import QuantityName, name_of
from newsdedup.figures.reconcile.alignment.units import base_value
from newsdedup.figures.reconcile.compatibility import INDEFINITE_LEVELS, significant_digits
from newsdedup.figures.reconcile.origins import sentence_words
from newsdedup.figures.reconcile.tolls import Roles, earliest, evolves
from newsdedup.languages import forgotten_with_languages, function_words_of, language_of
from newsdedup.text.phrases import plain

_NEARBY: Final = 5  # words on each side of a figure that show what it counts
_NEARBY_REACH: Final = 90  # characters on each side in which these words are looked for
_REACH_OF_NAMES: Final = 30  # characters on each side in which a name belongs to a figure
_MANY: Final = 12  # figures of one kind in an article of tables or prices
_PRIOR: Final = 10  # sentences that are assumed to have been read before, so that few sentences make no word common
_RATE: Final = re.compile(r"\s?/\s?([^\W\d_]+)")
_DIGIT: Final = re.compile(r"\d")
_FEWEST_OF_MANY: Final = 10
_CAPITALISED: Final = re.compile(r"[^\W\d_][\w'’-]*")

WordSet = frozenset[str]


@frozen(eq=False)
class ClaimSubject:
    """A claim with what shows which quantity it is of."""

    claim: FigureClaim
    name: QuantityName
    value: float  # in the base unit of its dimension
    digits: int  # significant digits
    rate: str | None  # what an amount is per: "90 đồng/kg"
    words: WordSet  # of the sentence, without those of the figure
    nearby: WordSet  # next to the figure, without its noun
    numbers: WordSet  # other numbers next to it, such as those of a date
    before: str  # the word right before it
    after: tuple[str, ...]  # the words right after it, up to the next number
    names: WordSet  # capitalised words next to it
    person: WordSet  # the name whose age it is
    is_vague: bool  # whether it is printed as a word like "hundreds"
    is_part: bool  # whether it is printed as a part of a larger count
    evolves: bool  # whether later articles rightly give other values
    is_schedule: bool  # whether it is about the event's programme, planned or held
    is_crowded: bool  # whether its article prints many figures of its kind, as tables do
    is_loose: bool  # whether values far apart may be of its quantity: a place is known, or it changes with time
    layer: int  # of a count of all and of its parts: which of them it is
    articles: frozenset[str]  # all that print it in the same words


def subjects_of_claims(groups: Sequence[tuple[int, Sequence[FigureClaim]]], roles: Roles) -> list[ClaimSubject]:
    """The subjects of groups of claims in the same words, each group with its layer."""
    printed = Counter(article for _, group in groups for article in {claim.article_id for claim in group})
    return [
        claim_subject(group, roles, layer, is_crowded=min(printed[claim.article_id] for claim in group) >= _MANY)
        for layer, group in groups
    ]


def claim_subject(
    claims: Sequence[FigureClaim], roles: Roles, layer: int = 0, *, is_crowded: bool = False
) -> ClaimSubject:
    """What shows which quantity claims in the same words are of."""
    claim = min(claims, key=earliest)
    name, start = name_of(claim), claim.start - claim.sentence_start
    end = start + len(claim.text)
    common = function_words_of(claim.language)
    left = _words_of(claim.sentence[max(0, start - _NEARBY_REACH) : start])
    right = _words_of(claim.sentence[end : end + _NEARBY_REACH])
    nearby = {*left[-_NEARBY:], *right[: _NEARBY + len(name.words)]}
    rate = _RATE.match(claim.sentence, end)
    return ClaimSubject(
        claim=claim,
        name=name,
        value=base_value(claim),
        digits=significant_digits(claim),
        rate=plain(rate.group(1)) if rate else None,
        words=_telling(sentence_words(claim.sentence), common).difference(sentence_words(claim.text)),
        nearby=_telling(nearby, common) - name.words,
        numbers=frozenset(filter(str.isdecimal, nearby)),
        before=left[-1] if left and left[-1].isalpha() else "",
        after=tuple(takewhile(str.isalpha, right)),
        names=_names_near(claim, start, end),
        person=_person_beside(claim, start, end),
        is_vague=_is_vague(claim),
        is_part=claim.part_of is not None,
        evolves=evolves(claim, roles),
        is_schedule=_is_schedule(claim, roles),
        is_crowded=is_crowded,
        is_loose=claim.role is not None or claim.scope.level not in INDEFINITE_LEVELS,
        layer=layer,
        articles=frozenset([one.article_id for one in claims]),
    )


def _is_vague(claim: FigureClaim) -> bool:
    """Whether a claim has no number, but a word for many."""
    return claim.qualifier in OPEN_ABOVE and claim.number > _FEWEST_OF_MANY and not _DIGIT.search(claim.text)


def _is_schedule(claim: FigureClaim, roles: Roles) -> bool:
    role = roles.get(claim.role or "")
    return claim.kind == "duration" or (role is not None and role.schedule)


@functools.lru_cache(maxsize=4096)
def _words_of(part: str) -> tuple[str, ...]:
    return tuple(sentence_words(part))


def _telling(words: Iterable[str], common: WordSet) -> WordSet:
    return frozenset(word for word in words if not word.isdecimal() and word not in common)


def _names_near(claim: FigureClaim, start: int, end: int) -> WordSet:
    """Capitalised words next to a figure, in normal form; the first word of a sentence may be any."""
    sentence, last = claim.sentence, min(len(claim.sentence), end + _REACH_OF_NAMES)
    before = _CAPITALISED.finditer(sentence, max(0, start - _REACH_OF_NAMES), start)
    capitals = (one for one in (*before, *_CAPITALISED.finditer(sentence, end, last)) if one.group()[0].isupper())
    whole = (one.group() for one in capitals if one.start() > 0 and (one.end() < last or last == len(sentence)))
    return frozenset(map(plain, whole)) - _no_names(claim.language)


def _person_beside(claim: FigureClaim, start: int, end: int) -> WordSet:
    """The name right before an age, or right after it: "Ann Vale, 38", "38-year-old Ann Vale"."""
    if claim.kind != "age" or _is_headline(claim.sentence):
        return frozenset()
    before = claim.sentence[max(0, start - _REACH_OF_NAMES) : start].rstrip(" ,(").split()
    after = claim.sentence[end : end + _REACH_OF_NAMES].split()
    left = list(takewhile(_is_capitalised, reversed(before[1:])))
    right = list(takewhile(_is_capitalised, after))
    following = after[len(right)] if len(right) < len(after) else ""
    names = left or ([] if plain(following.strip(",.")) in _nouns_of_one(claim.language) else right)
    return frozenset(plain(name.strip(",.()")) for name in names) - _no_names(claim.language)


def _is_capitalised(word: str) -> bool:
    return word[0].isupper()


def _is_headline(sentence: str) -> bool:
    """Whether most words of a sentence are capitalised, so that capitals show no names."""
    words = sentence.split()
    return 2 * sum(map(_is_capitalised, words)) > len(words)


@forgotten_with_languages
@functools.lru_cache(maxsize=64)
def _nouns_of_one(code: str | None) -> WordSet:
    """Nouns of one person, before which capitals are those of a place: "a 4-year-old Hull boy"."""
    language = language_of(code)
    return frozenset(map(plain, language.people.one)) if language else frozenset()


@forgotten_with_languages
@functools.lru_cache(maxsize=64)
def _no_names(code: str | None) -> WordSet:
    """Words that are capitalised without being names: those of dates, and those of every text."""
    language = language_of(code)
    if language is None:
        return frozenset()
    return language.function_words | frozenset(map(plain, (*language.dates.weekdays, *language.dates.months)))


class WordWeights:
    """How much each word tells of what a sentence is about: the rarer among the sentences, the more."""

    def __init__(self, subjects: Sequence[ClaimSubject]) -> None:
        sentences = {one.claim.sentence: one.words for one in subjects}
        counts = Counter(word for words in sentences.values() for word in words)
        self._total = len(sentences) + _PRIOR
        self._weights: Mapping[str, float] = {
            word: math.log(self._total / (count + 1)) for word, count in counts.items()
        }
        self._of: dict[WordSet, float] = {}

    def weight(self, words: WordSet) -> float:
        """The weight of some words."""
        if words not in self._of:
            weights, other = self._weights, math.log(self._total)
            self._of[words] = sum([weights.get(word, other) for word in words])
        return self._of[words]

    def shared(self, words: WordSet) -> float:
        """The weight of the words that two sets share."""
        weights = self._weights
        return sum([weights.get(word, 1.0) for word in words])
