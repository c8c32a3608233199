"""Pairs of rows: lists of candidates, verified pairs with their scores, and sorting with ties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.kernels.ragged import Floats, Integers

Pairs = NDArray[np.int64]  # shape (m, 2)

NO_PAIRS: Final = np.zeros((0, 2), np.int64)
VERIFIED_PAIR: Final = np.dtype([("left", "i8"), ("right", "i8"), ("score", "f8"), ("containment", "f8")])


def verified_pairs(
    left: Integers, right: Integers, score: NDArray[np.float64], containment: NDArray[np.float64]
) -> NDArray[np.void]:
    """Pairs with their Jaccard similarity and containment, as a structured array of `VERIFIED_PAIR`."""
    pairs = np.empty(len(left), VERIFIED_PAIR)
    pairs["left"], pairs["right"], pairs["score"], pairs["containment"] = left, right, score, containment
    return pairs


def union(parts: Iterable[Pairs]) -> Pairs:
    """The pairs of several lists, sorted, each once."""
    pairs = np.concatenate((np.zeros((0, 2), np.int64), *parts))
    bits = int(pairs.max(initial=0)).bit_length()
    codes = np.sort((pairs[:, 0] << bits) | pairs[:, 1])  # twice as fast as NumPy's unique, which hashes
    codes = codes[np.append(np.ones(min(1, len(codes)), bool), codes[1:] != codes[:-1])]
    return np.stack((codes >> bits, codes & ((1 << bits) - 1)), axis=1)


def sums_within(ends: Pairs, scores: Floats, labels: Integers) -> Floats:
    """For each thing the sum of its scores with others of its label; the same bits in whatever order the pairs are."""
    within = np.equal(*labels[ends.T])
    things, added = ends[within].T.ravel(), np.tile(scores[within], 2)
    order = np.argsort(added)  # floats are rounded with each addition: those of a thing are added from the least on
    sums = np.zeros(len(labels))
    np.add.at(sums, things[order], added[order])
    return sums


def runs(keys: NDArray[Any]) -> tuple[Integers, Integers]:
    """The start and the length of the run of equal values that each of the sorted keys is in."""
    starts = np.flatnonzero(np.append(np.ones(min(1, len(keys)), bool), keys[1:] != keys[:-1]))
    lengths = np.diff(np.append(starts, len(keys)))
    return np.repeat(starts, lengths), np.repeat(lengths, lengths)


def ordered(keys: Sequence[NDArray[Any]], names: Sequence[str | None]) -> Integers:
    """Sort things by several keys, the first key first, and by name where all keys are equal.

    Each of the `keys` has shape (n,); the n `names` are compared only for ties, which are rare, because strings
    are slow to sort. The result has the places of the things, in order.
    """
    order = np.lexsort(tuple(keys)[::-1])
    ties = np.logical_and.reduce([key[order[1:]] == key[order[:-1]] for key in keys])
    starts, sizes = runs(np.cumsum(np.append(np.zeros(min(1, len(order)), bool), ~ties)))
    for start in np.unique(starts[sizes > 1]).tolist():
        tied = slice(start, start + int(sizes[start]))
        order[tied] = sorted(order[tied].tolist(), key=lambda place: str(names[place]))
    return order
