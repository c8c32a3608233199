"""Copies among articles that arrive one after the other: which ones they may copy, and whose group they join."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.copies.find import equal_values, may_be_copies, may_be_excerpts, share_phrases
from newsdedup.copies.lsh import BUCKET_CAP, band_keys, bands_for
from newsdedup.copies.pairs import Pairs, runs, union
from newsdedup.copies.sketch import Sketches
from newsdedup.copies.stars import LEAST_LIKENESS
from newsdedup.kernels.hashing import EMPTY
from newsdedup.kernels.ragged import GrowingRagged, Integers, Ragged
from newsdedup.support.postings import GrowingPostings
from newsdedup.support.settings import CopySettings

_UPPER_HALF: Final = np.uint64(32)
_OF_A_KEY: Final = BUCKET_CAP // 8  # first and last articles with a key that are compared, in each part of the index
_MOST_VERIFIED: Final = 12  # articles with which an arriving one is compared word by word


class CopyIndex:
    """The sketches of articles, to find those of which a later one may be a copy or an excerpt."""

    def __init__(self, settings: CopySettings) -> None:
        self._settings = settings
        self._signatures, self._phrases = GrowingRagged(), GrowingRagged()
        self._facts = GrowingRagged(np.int64)  # number, shingles
        self._bands, self._of_phrases = GrowingPostings(), GrowingPostings()

    def __len__(self) -> int:
        return len(self._facts)

    @property
    def numbers(self) -> Integers:
        """The number of each article."""
        return self._facts.rows.values.reshape(-1, 2)[:, 0]

    def append(self, numbers: Integers, sketches: Sketches) -> None:
        """Add articles."""
        for growing, values in (
            (self._signatures, sketches.signatures),
            (self._phrases, sketches.phrases),
            (self._facts, np.column_stack((numbers, sketches.n_shingles))),
        ):
            growing.append(Ragged.of_matrix(values))
        self._bands.append(_rows_of(self._band_keys(sketches.signatures), sketches.signatures[:, 0] != EMPTY))
        self._of_phrases.append(_filled(sketches.phrases))

    def _band_keys(self, signatures: NDArray[np.uint32]) -> NDArray[np.uint32]:
        keys = band_keys(signatures, bands_for(self._settings.threshold, self._settings.num_perm))
        return (keys >> _UPPER_HALF).astype(np.uint32)

    def likely(self, first: int) -> Pairs:
        """Numbers of pairs that may be copies or excerpts, of which one is at the place `first` or after it."""
        sketches = self._sketches()
        signatures, phrases = sketches.signatures[first:], sketches.phrases[first:]
        bands = _rows_of(self._band_keys(signatures), signatures[:, 0] != EMPTY)
        similar = _pairs_of_arriving(first, self._bands.some_holding(bands, _OF_A_KEY))
        contained = _pairs_of_arriving(first, self._of_phrases.some_holding(_filled(phrases), _OF_A_KEY))
        copied, parts = union(similar), union(contained)
        parts = parts[share_phrases(sketches.phrases, parts)]
        found = (
            copied[may_be_copies(sketches, copied, self._settings)],
            parts[may_be_excerpts(sketches, parts, self._settings)],
        )
        return np.asarray(self.numbers[self._most_equal(union(found), sketches, first)])

    def _most_equal(self, pairs: Pairs, sketches: Sketches, first: int) -> Pairs:
        """Of the pairs of each arriving article the few with most equal values in their signatures."""
        equal = equal_values(sketches, pairs)
        owner = np.where(pairs[:, 1] >= first, pairs[:, 1], pairs[:, 0])
        order = np.lexsort((pairs[:, 0], -equal, owner))
        starts, _ = runs(owner[order])
        return pairs[np.sort(order[np.arange(len(order)) - starts < _MOST_VERIFIED])]

    def _sketches(self) -> Sketches:
        n = len(self)
        none = np.zeros(0, np.int64)
        return Sketches(
            signatures=self._signatures.rows.values.reshape(n, -1),
            phrases=self._phrases.rows.values.reshape(n, -1),
            digests=np.zeros((0, 2), np.uint64),
            n_tokens=none,
            n_shingles=self._facts.rows.values.reshape(n, 2)[:, 1],
            starts=none,
        )


def _pairs_of_arriving(first: int, others: Sequence[Integers]) -> list[Pairs]:
    """Pairs of the places from `first` on, each with others."""
    found = []
    for place, near in enumerate(others, first):
        beside = near[near != place]
        found.append(np.sort(np.stack((np.full(len(beside), place), beside), axis=1), axis=1))
    return found


def _rows_of(keys: NDArray[np.uint32], filled: NDArray[np.bool_]) -> Ragged:
    """The keys of each row, none where it is not filled."""
    return Ragged.of_lengths(keys[filled].ravel(), np.where(filled, keys.shape[1], 0))


def _filled(phrases: NDArray[np.uint32]) -> Ragged:
    is_there = phrases != EMPTY
    return Ragged.of_lengths(phrases[is_there], is_there.sum(axis=1))


@frozen
class CopyPlace:
    """Where an article belongs among the copies: whose group it is in, and what it copies or is a part of."""

    number: int
    representative: int  # itself, where it is the first of its group
    kind: str | None = None
    to: int | None = None
    jaccard: float | None = None
    containment: float | None = None


PairScores = Mapping[tuple[int, int], tuple[float, float]]  # by the numbers of a pair, the lower one first


def placed(
    arrived: Sequence[int],
    scores: PairScores,
    sizes: Mapping[int, int],
    representative_of: Callable[[int], int],
    settings: CopySettings,
) -> list[CopyPlace]:
    """Where articles belong that arrived in this order, given the verified pairs with earlier ones and each other.

    Each joins the group of the article that it is most similar to, if it has enough in common with the earliest of
    that group (`newsdedup.copies.stars`); groups are never joined, and never get an earlier article. `scores` has the
    Jaccard similarity and the containment of pairs, those with representatives among them; `sizes` the shingles.
    """
    beside: dict[int, list[tuple[float, float, int]]] = {number: [] for number in arrived}
    for (one, other), (jaccard, containment) in scores.items():
        for this, that in ((one, other), (other, one)):
            if this in beside:
                beside[this].append((jaccard, containment, that))
    places: dict[int, CopyPlace] = {}
    waiting = set(arrived)
    for number in arrived:
        waiting.discard(number)
        known = sorted((one for one in beside[number] if one[2] not in waiting), key=lambda one: (-one[0], one[2]))
        of_group = {other: places[other].representative if other in places else None for _, _, other in known}
        places[number] = _place_among(
            number,
            [
                (jaccard, containment, other, of_group[other] or representative_of(other))
                for jaccard, containment, other in known
            ],
            sizes,
            settings,
        )
    return list(places.values())


def _place_among(
    number: int,
    known: Sequence[tuple[float, float, int, int]],
    sizes: Mapping[int, int],
    settings: CopySettings,
) -> CopyPlace:
    by_number = {other: (jaccard, containment) for jaccard, containment, other, _ in known}
    for jaccard, containment, other, first in known:
        to_first = by_number.get(first, (0.0, 0.0))
        if jaccard < settings.threshold or to_first[0] < LEAST_LIKENESS * settings.threshold:
            continue
        if to_first[0] >= settings.threshold:
            return CopyPlace(number, first, "copy", first, *to_first)
        return CopyPlace(number, first, "copy", other, jaccard, containment)
    larger = [
        (-containment, other, jaccard)
        for jaccard, containment, other, _ in known
        if containment >= settings.containment and sizes[other] > sizes[number]
    ]
    if not larger:
        return CopyPlace(number, number)
    containment, other, jaccard = min(larger)
    return CopyPlace(number, number, "excerpt", other, jaccard, -containment)
