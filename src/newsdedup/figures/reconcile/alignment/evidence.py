"""Evidence that two claims are of one quantity: named terms with weights, whose sum decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from math import sqrt
from typing import Final

from attrs import evolve, frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.alignment import naming
from newsdedup.figures.reconcile.alignment.naming import relation
from newsdedup.figures.reconcile.alignment.subjects import ClaimSubject, WordSet, WordWeights
from newsdedup.figures.reconcile.alignment.units import in_unit
from newsdedup.figures.reconcile.compatibility import (
    INDEFINITE_LEVELS,
    REPEATED_APART,
    is_rounding,
    may_be_one,
    place_of,
    scopes_agree,
    times_apart,
)
from newsdedup.figures.reconcile.tolls import MOST_APART
from newsdedup.support.evidence import EvidenceTerm

# The weights are log odds, rounded: those of a logistic regression on pairs of claims that were marked by hand.
NEEDED: Final = 3.0  # the sum of the terms that makes two claims one quantity
_OF_NAMES: Final = {
    naming.SAME_ROLE: 2.2,
    naming.SAME: 2.2,
    naming.FORM: 1.7,
    naming.SYNONYM: 1.5,
    naming.SHARED: 0.4,
    naming.BOTH_GENERAL: 0.8,
    naming.UNNAMED: 0.0,
    naming.DIFFERENT: -0.8,
}
_OF_ONE_NAME: Final = frozenset({naming.SAME_ROLE, naming.SAME, naming.FORM, naming.SYNONYM})
_OF_RIVAL_COUNTS: Final = _OF_ONE_NAME | {naming.SHARED}
_AMOUNTS_OF_DIFFERENT: Final = -0.7  # money, shares and measures are of things that reports name in many ways
_SAME_VALUE: Final = {  # by its significant digits; the first is of few things, or vague
    "count": (0.6, 2.0, 3.1, 3.6),
    "money": (0.6, 2.4, 2.8, 3.6),
    "percent": (0.6, 2.2, 2.8, 3.6),
    "measure": (0.6, 2.4, 2.8, 3.6),
    "age": (2.4, 2.4, 3.0, 3.0),
    "duration": (2.2, 2.2, 2.4, 3.1),
}
_ROUNDED: Final = (0.6, 0.6, 1.8, 3.0)  # by the significant digits of the rounder value
_MEETING: Final = ((1.02, 1.8), (1.05, 1.2), (1.1, 0.8), (float("inf"), 0.2))  # times apart at most, and the weight
_RIVALS: Final = ((1.1, -0.8), (1.5, -1.4), (float("inf"), -2.0))  # times apart at most, and the weight
_RIVALS_OF_FEW: Final = -2.6  # of few things, reports count many kinds
_SENTENCES: Final = 2.5
_NEARBY_WORDS: Final = 2.0
_NEARBY_RIVALS: Final = 3.0  # that two values differ counts less where what stands beside them is the same
_NUMBERS_NEARBY: Final = 0.8
_WORD_BEFORE: Final = 0.6
_EACH_WORD_AFTER: Final = 0.5  # for each of the words right after two unequal values that are the same
_MOST_AFTER: Final = 6
_NO_SENTENCES: Final = 4.0  # where claims of one name come without sentences
_NAMES_SHARED: Final = 0.6
_NAMES_DIFFER: Final = -0.4
_PEOPLE_DIFFER: Final = -2.0
_ONE_PERSON: Final = 1.5
_NOUN_NEARBY: Final = (1.2, 0.5)  # where the other has no noun of its own, and where it has
_NOUN_IN_SENTENCE: Final = (0.5, 0.2)
_RARE_KINDS: Final = {"age": 1.0, "duration": 0.5}  # kinds that an event has few of
_MODALITY: Final = -0.2
_BACKGROUND: Final = -0.7
_DIFFERENT_PLACES: Final = -0.3
_DIFFERENT_DATES: Final = -0.8
_BEST_MATCH: Final = 0.6
_WORSE_MATCH: Final = -0.6
_LIKE_ENOUGH: Final = 0.6  # weight of like sentences with which different nouns may name one thing
_PART_OF_COUNT: Final = -1.2
_ONE_SENTENCE: Final = -2.5
_OF_TABLES: Final = -0.6  # for values of few digits
_IN_ONE_ARTICLE: Final = -0.8  # where no noun says that both are one
_AGES_IN_ONE_ARTICLE: Final = -0.3

LIKE_SENTENCES: Final = "like sentences"
LIKE_NEARBY: Final = "like words nearby"
SAME_NUMBERS: Final = "same numbers nearby"
SAME_BEFORE: Final = "same word before"
SAME_AFTER: Final = "same words after"
WORDING: Final = (LIKE_SENTENCES, LIKE_NEARBY, SAME_NUMBERS, SAME_BEFORE, SAME_AFTER)  # of one sentence and another
_FEW_DIGITS: Final = 2
_FEW_THINGS: Final = 3  # a number of things up to which equal numbers agree by chance
_MOST_MEETING: Final = 1.5  # times; "more than v" does not mean far more than v
_REROUNDED: Final = 1.01  # times; how far a repetition may differ where neither is qualified
_YEARS_APART: Final = 2  # of two ages that reports give one person
_SECONDS_OF_YEAR: Final = 31_557_600  # seconds


@frozen
class AlignmentEvidence:
    """What speaks for and against two claims being of one quantity."""

    terms: tuple[EvidenceTerm, ...]
    obstacle: str | None = None  # why they cannot be, whatever the terms say
    is_rival: bool = False  # whether their values cannot both be true

    @property
    def score(self) -> float:
        """The sum of the terms less what is needed; negative where the claims are taken to be of two quantities."""
        if self.obstacle is not None:
            return float("-inf")
        return sum([term.weight for term in self.terms]) - NEEDED


def evidence_between(one: ClaimSubject, other: ClaimSubject, telling: WordWeights) -> AlignmentEvidence:
    """The evidence that two claims of one kind and dimension are of one quantity."""
    related = _related_names(one, other)
    is_rival = not _may_be_one(one, other)
    obstacle = _obstacle(one, other, related) or (_obstacle_of_rivals(one, other, related) if is_rival else None)
    if obstacle is None and not is_rival and not _is_same_value(one, other):
        obstacle = _obstacle_of_loose_values(one, other)
    if obstacle is not None:
        return AlignmentEvidence((), obstacle, is_rival)
    terms = (
        _value_term(one, other, is_rival=is_rival),
        _name_term(one, other, related),
        *_terms_of_text(one, other, telling, related, is_rival=is_rival),
        *_setting_terms(one, other, related),
    )
    return AlignmentEvidence(terms, None, is_rival)


def _related_names(one: ClaimSubject, other: ClaimSubject) -> str:
    """How the names of two claims are related; of counts, a role is a name that people or things without it lack."""
    related = relation(one.name, other.name)
    is_of_role = (one.name.role is None) != (other.name.role is None) and one.claim.kind == "count"
    return naming.DIFFERENT if is_of_role and related not in _OF_ONE_NAME else related


def matched(evidence: AlignmentEvidence, *, is_best: bool) -> AlignmentEvidence:
    """The evidence between two claims of one value, with whether either article has a claim that matches better."""
    if not is_best:
        return evolve(
            evidence, terms=(*evidence.terms, EvidenceTerm("another claim of this value matches better", _WORSE_MATCH))
        )
    weights = {term.name: term.weight for term in evidence.terms}
    if weights.get(LIKE_SENTENCES, 0) <= (_LIKE_ENOUGH if naming.DIFFERENT in weights else 0):
        return evidence  # nothing but the value speaks for them
    return evolve(evidence, terms=(*evidence.terms, EvidenceTerm("best match of this value", _BEST_MATCH)))


def may_be_compared(one: ClaimSubject, other: ClaimSubject) -> bool:
    """Whether two values are near enough for further evidence to count; cheap, for the many pairs that are not.

    Of an article that gives two values, the one is no repetition of the other, nor may they both be true of what does
    not evolve; two plain counts cannot both be true, and are rivals only where their nouns say so. `evidence_between`
    would find the same obstacles.
    """
    apart = times_apart(one.value, other.value)
    if apart <= REPEATED_APART:
        return True
    if apart > MOST_APART and not (one.is_loose or other.is_loose):
        return False
    if not one.evolves and not one.articles.isdisjoint(other.articles):
        return False
    are_counted = _is_plain_count(one.claim) and _is_plain_count(other.claim)
    return not are_counted or _related_names(one, other) in _OF_RIVAL_COUNTS


def _is_plain_count(claim: FigureClaim) -> bool:
    """Whether a claim counts, in words that mean its number or what that may be rounded from."""
    return claim.kind == "count" and claim.qualifier == "exact" and claim.is_toll


# ------------------------------------------------------------------------------------- obstacles


def _obstacle(one: ClaimSubject, other: ClaimSubject, related: str) -> str | None:
    """Why two claims cannot be of one quantity, whatever their values."""
    left, right = one.claim, other.claim
    if related == naming.OTHER_ROLE:
        return related
    if left.change != right.change:
        return "one is a level and the other a change"
    if _are_of_one_sentence(one, other) and one.value != other.value:
        return "one sentence prints both"
    if one.layer != other.layer:
        return "one counts all, the other a part"
    if one.rate != other.rate and one.rate and other.rate:
        return "amounts per different units"
    if left.kind != "age" and not scopes_agree(left.scope, right.scope) and not _are_loose_places(left, right):
        return "different places"
    return None


def _are_loose_places(left: FigureClaim, right: FigureClaim) -> bool:
    """Whether the level of one of two places is unknown: it may lie in the other, or be where somebody spoke."""
    return bool(left.scope.place and right.scope.place) and not {left.scope.level, right.scope.level}.isdisjoint(
        ("unknown", "other")
    )


def _obstacle_of_rivals(one: ClaimSubject, other: ClaimSubject, related: str) -> str | None:
    """Why two claims whose values cannot both be true are not of one quantity."""
    left, right = one.claim, other.claim
    if one.articles & other.articles:
        return "one article prints both values"
    if left.kind == "count" and related not in _OF_RIVAL_COUNTS:
        return "no noun says that they count the same"
    if left.modality != right.modality and not one.is_schedule:
        first, second = sorted((left.modality, right.modality))
        return f"one is {first}, the other {second}"
    if one.rate != other.rate:
        return "one is an amount per unit"
    if left.kind != "age" and not scopes_agree(left.scope, right.scope):
        return "different places"
    if left.kind == "age" and abs(one.value - other.value) > _YEARS_APART * _SECONDS_OF_YEAR:
        return f"ages more than {_YEARS_APART} years apart"
    return _too_far_apart(one, other)


def _obstacle_of_loose_values(one: ClaimSubject, other: ClaimSubject) -> str | None:
    """Why two claims whose values go together without being equal are not of one quantity."""
    apart = times_apart(one.value, other.value)
    if one.claim.role is None and apart > _MOST_MEETING:
        return f"values more than {_MOST_MEETING} times apart"
    if one.articles & other.articles and "range" in (one.claim.qualifier, other.claim.qualifier):
        return "one article prints both values"
    is_exact = one.claim.qualifier == other.claim.qualifier == "exact"
    if one.articles & other.articles and apart > (_REROUNDED if is_exact else REPEATED_APART) and not one.evolves:
        return "one article prints both values"
    return _too_far_apart(one, other)


def _too_far_apart(one: ClaimSubject, other: ClaimSubject) -> str | None:
    known = all(claim.scope.level not in INDEFINITE_LEVELS for claim in (one.claim, other.claim))
    is_growing = one.evolves and _differ_in_time(one.claim, other.claim)
    is_far = not known and not is_growing and times_apart(one.value, other.value) > MOST_APART
    return f"values more than {MOST_APART} times apart, and no place known" if is_far else None


def _differ_in_time(left: FigureClaim, right: FigureClaim) -> bool:
    times = [claim.as_of or claim.reported_at for claim in (left, right)]
    return None not in times and times[0] != times[1]


def _may_be_one(one: ClaimSubject, other: ClaimSubject) -> bool:
    """Whether two values can both be true of one quantity, in whichever unit of the two."""
    left, right = one.claim, other.claim
    if left.unit == right.unit:
        return may_be_one(left, right)
    return may_be_one(in_unit(left, right), right) or may_be_one(left, in_unit(right, left))


# ------------------------------------------------------------------------------------- terms


def _name_term(one: ClaimSubject, other: ClaimSubject, related: str) -> EvidenceTerm:
    nouns = tuple(dict.fromkeys(filter(None, (one.name.noun, other.name.noun))))
    is_amount = related == naming.DIFFERENT and one.claim.kind != "count"
    return EvidenceTerm(related, _AMOUNTS_OF_DIFFERENT if is_amount else _OF_NAMES[related], nouns)


def _value_term(one: ClaimSubject, other: ClaimSubject, *, is_rival: bool) -> EvidenceTerm:
    left, right = one.claim, other.claim
    printed = tuple(dict.fromkeys((left.text, right.text)))
    if is_rival:
        are_few = left.kind == "count" and min(abs(one.value), abs(other.value)) <= _FEW_THINGS
        weight = _RIVALS_OF_FEW if are_few else _weight_of(_RIVALS, times_apart(one.value, other.value))
        return EvidenceTerm("different values", weight, printed)
    digits = min(one.digits, other.digits)
    if _is_same_value(one, other):
        is_common = one.is_vague or other.is_vague or (abs(left.number) <= _FEW_THINGS and one.digits == 1)
        return EvidenceTerm("same value", _SAME_VALUE[left.kind][0 if is_common else min(digits, 3)], printed)
    are_bare = left.qualifier == right.qualifier == "exact"
    if are_bare and left.unit == right.unit and is_rounding(left, right):
        return EvidenceTerm("one value rounded", _ROUNDED[min(digits, 3)], printed)
    return EvidenceTerm("values that go together", _weight_of(_MEETING, times_apart(one.value, other.value)), printed)


def _is_same_value(one: ClaimSubject, other: ClaimSubject) -> bool:
    """Whether two values are equal, and both ends of two ranges."""
    ranges = {one.claim.qualifier, other.claim.qualifier} == {"range"}
    return one.value == other.value and (not ranges or one.claim.high == other.claim.high)


def _weight_of(steps: Sequence[tuple[float, float]], apart: float) -> float:
    return next(weight for most, weight in steps if apart <= most)


def _terms_of_text(
    one: ClaimSubject, other: ClaimSubject, telling: WordWeights, related: str, *, is_rival: bool
) -> Iterator[EvidenceTerm]:
    if _are_of_one_sentence(one, other):
        return iter([EvidenceTerm("one sentence prints both", _ONE_SENTENCE)])
    if one.words or other.words:
        return _wording_terms(one, other, telling, is_rival=is_rival)
    return _no_words(one, other, related)


def _are_of_one_sentence(one: ClaimSubject, other: ClaimSubject) -> bool:
    left, right = one.claim, other.claim
    return bool(left.sentence) and left.sentence == right.sentence and not one.articles.isdisjoint(other.articles)


def _no_words(one: ClaimSubject, other: ClaimSubject, related: str) -> Iterator[EvidenceTerm]:
    """What takes the place of likeness between claims that come without sentences."""
    if related not in (naming.DIFFERENT, naming.SHARED) and one.is_part == other.is_part:
        yield EvidenceTerm("no sentences to compare", _NO_SENTENCES)


def _wording_terms(
    one: ClaimSubject, other: ClaimSubject, telling: WordWeights, *, is_rival: bool
) -> Iterator[EvidenceTerm]:
    """How much the sentences, and the words next to the figures, have in common."""
    yield _likeness(LIKE_SENTENCES, _SENTENCES, one.words, other.words, telling)
    yield _likeness(LIKE_NEARBY, _NEARBY_RIVALS if is_rival else _NEARBY_WORDS, one.nearby, other.nearby, telling)
    numbers = one.numbers & other.numbers
    if len(numbers) > 1:
        yield EvidenceTerm(SAME_NUMBERS, _NUMBERS_NEARBY, tuple(sorted(numbers)))
    if (one.claim.kind == "measure" or is_rival) and one.before == other.before != "":
        yield EvidenceTerm(SAME_BEFORE, _WORD_BEFORE, (one.before,))
    if one.value != other.value and (run := _same_after(one, other)):
        yield EvidenceTerm(SAME_AFTER, _EACH_WORD_AFTER * len(run), run)
    yield from _terms_of_names(one, other)
    if one.name.noun != other.name.noun:
        yield from _noun_beside(one, other)


def _terms_of_names(one: ClaimSubject, other: ClaimSubject) -> Iterator[EvidenceTerm]:
    """Whether the names next to two figures are the same; ages beside two names are of one person or of two."""
    if one.person and other.person:
        are_one = one.person <= other.person or other.person <= one.person
        name, weight = ("one person", _ONE_PERSON) if are_one else ("different people", _PEOPLE_DIFFER)
        yield EvidenceTerm(name, weight, tuple(sorted(one.person | other.person)))
    elif shared := one.names & other.names:
        yield EvidenceTerm("names nearby", _NAMES_SHARED, tuple(sorted(shared)))
    elif one.names and other.names and one.claim.kind != "age":
        yield EvidenceTerm("different names nearby", _NAMES_DIFFER, tuple(sorted(one.names | other.names)))


def _same_after(one: ClaimSubject, other: ClaimSubject) -> tuple[str, ...]:
    """The words right after both figures, as far as they are the same."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one.after, other.after, strict=False))
    return tuple(word for word, _ in islice(pairs, _MOST_AFTER))


def _likeness(name: str, most: float, left: WordSet, right: WordSet, telling: WordWeights) -> EvidenceTerm:
    """The weight of the shared words among all."""
    shared = left & right
    both = sqrt(telling.weight(left) * telling.weight(right))
    share = telling.shared(shared) / both if both else 0.0
    return EvidenceTerm(name, most * min(1.0, share), tuple(sorted(shared)))


def _noun_beside(one: ClaimSubject, other: ClaimSubject) -> Iterator[EvidenceTerm]:
    """Whether what one claim counts is named near the other: "RAM 2 GB", "2 GB bộ nhớ RAM"."""
    for named, beside in ((one, other), (other, one)):
        if named.name.is_general or not named.name.words:
            continue
        if named.name.words <= beside.nearby:
            yield EvidenceTerm(
                "noun of one near the other", _NOUN_NEARBY[not beside.name.is_general], (named.name.noun,)
            )
            return
        if named.name.words <= beside.words:
            weight = _NOUN_IN_SENTENCE[not beside.name.is_general]
            yield EvidenceTerm("noun of one in the other's sentence", weight, (named.name.noun,))
            return


def _setting_terms(one: ClaimSubject, other: ClaimSubject, related: str) -> Iterator[EvidenceTerm]:
    """What speaks against one quantity in the kind, modality, place, date and article of two claims."""
    left, right = one.claim, other.claim
    if left.kind in _RARE_KINDS:
        yield EvidenceTerm(f"an event has few of kind {left.kind}", _RARE_KINDS[left.kind])
    modalities = {left.modality, right.modality}
    if len(modalities) > 1 and not one.is_schedule:
        weight = _BACKGROUND if "background" in modalities else _MODALITY
        yield EvidenceTerm("different modality", weight, tuple(sorted(modalities)))
    if left.kind != "age" and not scopes_agree(left.scope, right.scope):
        yield EvidenceTerm(
            "different places", _DIFFERENT_PLACES, tuple(sorted(filter(None, map(place_of, (left.scope, right.scope)))))
        )
    if one.is_crowded and other.is_crowded and min(one.digits, other.digits) <= _FEW_DIGITS:
        yield EvidenceTerm("articles with many figures of this kind", _OF_TABLES)
    if one.is_part != other.is_part:
        yield EvidenceTerm("one is a part of a larger count", _PART_OF_COUNT)
    if left.as_of and right.as_of and left.as_of != right.as_of:
        yield EvidenceTerm("different dates", _DIFFERENT_DATES, tuple(sorted((left.as_of, right.as_of))))
    if related not in _OF_ONE_NAME and one.articles & other.articles:
        yield EvidenceTerm("one article", _AGES_IN_ONE_ARTICLE if left.kind == "age" else _IN_ONE_ARTICLE)
