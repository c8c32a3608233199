"""Claims of one kind and dimension grouped into quantities: the best-matching pairs first, article by article."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, product
from typing import Final

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.alignment.evidence import AlignmentEvidence, evidence_between, matched, may_be_compared
from newsdedup.figures.reconcile.alignment.naming import BOTH_GENERAL, SAME, SAME_ROLE, relation
from newsdedup.figures.reconcile.alignment.subjects import ClaimSubject, WordWeights, subjects_of_claims
from newsdedup.figures.reconcile.compatibility import place_of
from newsdedup.figures.reconcile.tolls import Roles

_MOST_COMPARED: Final = 120  # subjects of one kind and dimension that are compared pair by pair
_MOST_OF_VALUE: Final = 8  # subjects of one value that a further claim of this value is compared with

SubjectGroup = tuple[int, ...]  # numbers of subjects
SubjectPair = tuple[int, int]


def quantities_of(claims: Sequence[tuple[FigureClaim, int]], roles: Roles) -> list[list[FigureClaim]]:
    """The quantities of claims of one kind and dimension, each claim with its layer."""
    same = identical_claims(claims)
    if len(same) == 1:
        return [[claim for claim, _ in claims]]
    subjects = subjects_of_claims(same, roles)
    telling = WordWeights(subjects)
    compared, others = _most_printed(subjects)
    groups = [list(group) for group in AlignedSubjects([subjects[number] for number in compared], telling).joined()]
    found = [[compared[number] for number in group] for group in groups]
    _add_others(others, found, subjects, telling)
    return [[claim for number in group for claim in same[number][1]] for group in found]


def identical_claims(claims: Iterable[tuple[FigureClaim, int]]) -> list[tuple[int, list[FigureClaim]]]:
    """Claims that print the same in the same sentence, with their layer: only one of them is compared."""
    same: dict[tuple[object, ...], tuple[int, list[FigureClaim]]] = {}
    for claim, layer in claims:
        value = claim.value, claim.high, claim.qualifier, claim.unit, claim.as_of, claim.part_of is None
        name = claim.role, claim.noun, claim.change, claim.modality, place_of(claim.scope), claim.scope.level
        key = (layer, *value, *name, _with_single_spaces(claim.sentence), claim.start - claim.sentence_start)
        same.setdefault(key, (layer, []))[1].append(claim)
    return list(same.values())


@functools.lru_cache(maxsize=256)  # a sentence is asked for once for each of its figures
def _with_single_spaces(sentence: str) -> str:
    return " ".join(sentence.split())


def _most_printed(subjects: Sequence[ClaimSubject]) -> tuple[list[int], list[int]]:
    """The numbers of the subjects that are compared pair by pair, and of the others: a table's, or a crowd's."""
    numbers = list(range(len(subjects)))
    if len(subjects) <= _MOST_COMPARED:
        return numbers, []
    ranked = sorted(numbers, key=lambda number: -len(subjects[number].articles))
    compared = sorted(number for number in ranked[:_MOST_COMPARED] if len(subjects[number].articles) > 1)
    return compared, sorted(set(numbers) - set(compared))


def _add_others(
    others: Iterable[int], found: list[list[int]], subjects: Sequence[ClaimSubject], telling: WordWeights
) -> None:
    """Add each further subject to a group with its value that it matches, or as a group of its own."""
    by_value: dict[float, list[list[int]]] = defaultdict(list)
    for group in found:
        by_value[subjects[group[0]].value].append(group)
    for number in others:
        alike = by_value[subjects[number].value]
        match = next(
            (group for group in alike if _are_one_quantity(subjects[group[0]], subjects[number], telling)), None
        )
        if match is not None:
            match.append(number)
            continue
        found.append([number])
        if len(alike) < _MOST_OF_VALUE:
            alike.append(found[-1])


def _are_one_quantity(one: ClaimSubject, other: ClaimSubject, telling: WordWeights) -> bool:
    """Whether two claims of one value match; of a crowd of articles, one name for it is enough."""
    evidence = evidence_between(one, other, telling)
    if evidence.score >= 0:
        return True
    is_of_one_name = relation(one.name, other.name) in (SAME, SAME_ROLE)
    return evidence.obstacle is None and is_of_one_name and one.articles.isdisjoint(other.articles)


class AlignedSubjects:
    """Subjects, the evidence between each two of them, and the groups that they are joined to."""

    def __init__(self, subjects: Sequence[ClaimSubject], telling: WordWeights) -> None:
        self._subjects = subjects
        pairs = combinations(range(len(subjects)), 2)
        possible = ((i, j) for i, j in pairs if may_be_compared(subjects[i], subjects[j]))
        found = ((pair, evidence_between(subjects[pair[0]], subjects[pair[1]], telling)) for pair in possible)
        self._weights = telling
        self._evidence: dict[SubjectPair, AlignmentEvidence] = {
            pair: one for pair, one in found if one.obstacle is None
        }
        self._scores = {pair: one.score for pair, one in self._evidence.items()}
        self._match_articles()
        self._group: dict[int, SubjectGroup] = {number: (number,) for number in range(len(subjects))}

    def evidence(self, one: int, other: int) -> AlignmentEvidence:
        """The evidence between two subjects, in either order."""
        first, second = sorted((one, other))
        known = self._evidence.get((first, second))
        return known or evidence_between(self._subjects[first], self._subjects[second], self._weights)

    def _match_articles(self) -> None:
        """Tell for equal values in two articles whether they match each other best: an assignment between articles."""
        pairs = [pair for pair in self._evidence if self._is_equal(pair) and self._are_of_two_articles(pair)]
        best: dict[tuple[int, str], float] = {}
        for pair in pairs:
            score = self._scores[pair]
            for number, other in (pair, pair[::-1]):
                place = number, self._subjects[other].claim.article_id
                best[place] = max(best.get(place, score), score)
        articles = [subject.claim.article_id for subject in self._subjects]
        for i, j in pairs:
            is_best = self._scores[i, j] >= max(best[i, articles[j]], best[j, articles[i]])
            self._evidence[i, j] = matched(self._evidence[i, j], is_best=is_best)
        self._scores |= {pair: self._evidence[pair].score for pair in pairs}

    def _are_of_two_articles(self, pair: SubjectPair) -> bool:
        one, other = (self._subjects[number] for number in pair)
        return one.articles.isdisjoint(other.articles)

    def joined(self) -> list[SubjectGroup]:
        """The groups: equal values first, then an article's values of several dates, then others that go together."""
        self._join(lambda pair: not self._evidence[pair].is_rival and self._is_equal(pair), self._fit)
        self._join_series()
        self._join(lambda pair: not self._evidence[pair].is_rival, self._fit)
        self._join(lambda pair: self._evidence[pair].is_rival, self._fit_as_rivals)
        return sorted(set(self._group.values()))

    def _join(
        self, is_candidate: Callable[[SubjectPair], bool], fit: Callable[[SubjectGroup, SubjectGroup], bool]
    ) -> None:
        """Join the groups of the best-matching pairs, as long as all their subjects fit."""
        candidates = [pair for pair in self._evidence if self._scores[pair] >= 0 and is_candidate(pair)]
        for pair in sorted(candidates, key=lambda pair: (-self._scores[pair], pair)):
            one, other = (self._group[number] for number in pair)
            if one != other and fit(one, other):
                self._merge(one, other)

    def _merge(self, one: SubjectGroup, other: SubjectGroup) -> None:
        merged = tuple(sorted(one + other))
        self._group |= dict.fromkeys(merged, merged)

    def _is_equal(self, pair: SubjectPair) -> bool:
        one, other = (self._subjects[number] for number in pair)
        return one.value == other.value

    def _between(self, one: SubjectGroup, other: SubjectGroup) -> list[SubjectPair] | None:
        """The pairs between two groups; None where two of their subjects cannot be of one quantity."""
        pairs = [(min(pair), max(pair)) for pair in product(one, other)]
        return pairs if all(pair in self._evidence for pair in pairs) else None

    def _match(self, pairs: Sequence[SubjectPair]) -> bool:
        """Whether the subjects of pairs match: the best two, and all on average."""
        scores = [self._scores[pair] for pair in pairs]
        return max(scores) + sum(scores) / len(scores) >= 0

    def _fit(self, one: SubjectGroup, other: SubjectGroup) -> bool:
        """Whether all values go together, and the subjects match."""
        pairs = self._between(one, other)
        return pairs is not None and not any(self._evidence[pair].is_rival for pair in pairs) and self._match(pairs)

    def _fit_as_rivals(self, one: SubjectGroup, other: SubjectGroup) -> bool:
        """Whether two groups give different values of one quantity.

        Where both have an article with another value that matches as well, nothing shows which values belong together.
        """
        pairs = self._between(one, other)
        if pairs is None or not self._match(pairs) or self._articles(one) & self._articles(other):
            return False
        return not (self._has_other(one, other) and self._has_other(other, one))

    def _articles(self, group: SubjectGroup) -> frozenset[str]:
        return frozenset(article for number in group for article in self._subjects[number].articles)

    def _has_other(self, group: SubjectGroup, rival: SubjectGroup) -> bool:
        """Whether the articles of a group print another value under its name."""
        articles = self._articles(group)
        return any(
            self._subjects[number].articles & articles and self._share_a_name(number, group[0])
            for number, other in self._group.items()
            if other not in (group, rival)
        )

    def _share_a_name(self, one: int, other: int) -> bool:
        left, right = self._subjects[one].name, self._subjects[other].name
        return relation(left, right) in (SAME, SAME_ROLE, BOTH_GENERAL) or (not left.noun and not right.noun)

    def _join_series(self) -> None:
        """Join the values that an article gives of several dates under one name."""
        dated = (group for group in set(self._group.values()) if self._subjects[group[0]].claim.as_of)
        for one, other in combinations(sorted(dated), 2):
            one, other = self._group[one[0]], self._group[other[0]]
            if one != other and self._are_series(one, other):
                self._merge(one, other)

    def _are_series(self, one: SubjectGroup, other: SubjectGroup) -> bool:
        if not self._articles(one) & self._articles(other) or not self._share_a_name(one[0], other[0]):
            return False
        dates = [{self._subjects[number].claim.as_of for number in group} - {None} for group in (one, other)]
        return bool(dates[0] and dates[1]) and not dates[0] & dates[1]  # a value may be repeated without its date
