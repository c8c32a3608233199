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


@frozen(eq=False, slots=False)
class ClaimSubject:
    """A claim with what shows which quantity it is of; its words are read when it is compared, and most are not."""

    claim: FigureClaim
    value: float  # in the base unit of its dimension
    evolves: bool  # whether later articles rightly give other values
    is_schedule: bool  # whether it is about the event's programme, planned or held
    is_crowded: bool  # whether its article prints many figures of its kind, as tables do
    layer: int  # of a count of all and of its parts: which of them it is
    articles: frozenset[str]  # all that print it in the same words

    @functools.cached_property
    def name(self) -> QuantityName:
        """What it is called."""
        return name_of(self.claim)

    @functools.cached_property
    def digits(self) -> int:
        """Its significant digits."""
        return significant_digits(self.claim)

    @functools.cached_property
    def rate(self) -> str | None:
        """What an amount is per: "90 đồng/kg"."""
        rate = _RATE.match(self.claim.sentence, self._span[1])
        return plain(rate.group(1)) if rate else None

    @functools.cached_property
    def words(self) -> WordSet:
        """The words of the sentence, without those of the figure."""
        return _telling(sentence_words(self.claim.sentence), self._common).difference(sentence_words(self.claim.text))

    @functools.cached_property
    def nearby(self) -> WordSet:
        """The words next to the figure, without its noun."""
        return _telling(self._beside, self._common) - self.name.words

    @functools.cached_property
    def numbers(self) -> WordSet:
        """Other numbers next to it, such as those of a date."""
        return frozenset(filter(str.isdecimal, self._beside))

    @functools.cached_property
    def before(self) -> str:
        """The word right before it."""
        return self._left[-1] if self._left and self._left[-1].isalpha() else ""

    @functools.cached_property
    def after(self) -> tuple[str, ...]:
        """The words right after it, up to the next number."""
        return tuple(takewhile(str.isalpha, self._right))

    @functools.cached_property
    def names(self) -> WordSet:
        """The capitalised words next to it."""
        return _names_near(self.claim, *self._span)

    @functools.cached_property
    def person(self) -> WordSet:
        """The name whose age it is."""
        return _person_beside(self.claim, *self._span)

    @property
    def is_vague(self) -> bool:
        """Whether it is printed as a word like "hundreds"."""
        return _is_vague(self.claim)

    @property
    def is_part(self) -> bool:
        """Whether it is printed as a part of a larger count."""
        return self.claim.part_of is not None

    @property
    def is_loose(self) -> bool:
        """Whether values far apart may be of its quantity: a place is known, or it changes with time."""
        return self.claim.role is not None or self.claim.scope.level not in INDEFINITE_LEVELS

    @property
    def _span(self) -> tuple[int, int]:
        """Its offsets in its sentence."""
        start = self.claim.start - self.claim.sentence_start
        return start, start + len(self.claim.text)

    @property
    def _common(self) -> WordSet:
        return function_words_of(self.claim.language)

    @functools.cached_property
    def _left(self) -> tuple[str, ...]:
        start, _ = self._span
        return _words_of(self.claim.sentence[max(0, start - _NEARBY_REACH) : start])

    @functools.cached_property
    def _right(self) -> tuple[str, ...]:
        _, end = self._span
        return _words_of(self.claim.sentence[end : end + _NEARBY_REACH])

    @functools.cached_property
    def _beside(self) -> WordSet:
        """The words next to the figure, and its noun."""
        return frozenset((*self._left[-_NEARBY:], *self._right[: _NEARBY + len(self.name.words)]))


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
    claim = min(claims, key=earliest) if len(claims) > 1 else claims[0]
    return ClaimSubject(
        claim=claim,
        value=base_value(claim),
        evolves=evolves(claim, roles),
        is_schedule=_is_schedule(claim, roles),
        is_crowded=is_crowded,
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
        self._subjects = subjects
        self._of: dict[WordSet, float] = {}

    @functools.cached_property
    def _sentences(self) -> Mapping[str, WordSet]:
        return {one.claim.sentence: one.words for one in self._subjects}

    @functools.cached_property
    def _total(self) -> int:
        return len(self._sentences) + _PRIOR

    @functools.cached_property
    def _weights(self) -> Mapping[str, float]:
        counts = Counter(word for words in self._sentences.values() for word in words)
        return {word: math.log(self._total / (count + 1)) for word, count in counts.items()}

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
