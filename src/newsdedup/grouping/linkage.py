"""Average linkage on a sparse graph: one dendrogram that can be cut anywhere, and does not chain."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heapify, heappop, heappush

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.grouping.copy_groups import linked
from newsdedup.grouping.lsh import Pairs

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]


@frozen(eq=False)
class Dendrogram:
    """Merges of average linkage, the surest first.

    Attributes
    ----------
    n : int
        Leaves.
    merges : ndarray of int64, shape (m, 2)
        A leaf of each of the two groups that are merged.
    score : ndarray of float64, shape (m,)
        Mean score between the two groups; never rises from one merge to the next.
    """

    n: int
    merges: Pairs
    score: Floats

    def cut(self, threshold: float) -> Integers:
        """Labels of the leaves when merges of at least this score are done."""
        return linked(self.n, self.merges[self.score >= threshold])


def average_linkage(n: int, pairs: Pairs, score: Floats) -> Dendrogram:
    """Merge the two groups of highest mean score until no pair is left (UPGMA, Sokal and Michener 1958).

    Parameters
    ----------
    n : int
        Leaves.
    pairs : ndarray of int64, shape (m, 2)
        Pairs with a score, each once; every other pair counts as 0.
    score : ndarray of float64, shape (m,)
        Above 0, at most 1.

    Returns
    -------
    Dendrogram
        The same for the same pairs; ties go to the lower numbers.
    """
    groups = _Groups(n, pairs, score)
    merges, heights = [], []
    queue = list(zip((-score).tolist(), *pairs.T.tolist(), strict=True))
    heapify(queue)
    while queue:
        negative, left, right = heappop(queue)
        if left in groups.sums and right in groups.sums:  # neither was merged meanwhile
            merges.append((groups.leaf[left], groups.leaf[right]))
            heights.append(-negative)
            for mean, other, merged in groups.merge(left, right):
                heappush(queue, (-mean, other, merged))
    return Dendrogram(n, np.array(merges, np.int64).reshape(-1, 2), np.minimum.accumulate(np.array(heights)))


class _Groups:
    """Groups of leaves under average linkage; a merged group has a number of its own."""

    def __init__(self, n: int, pairs: Pairs, score: Floats) -> None:
        self.leaf = list(range(n))
        self.size = [1] * n
        self.sums: dict[int, dict[int, float]] = {leaf: {} for leaf in range(n)}
        for (left, right), value in zip(pairs.tolist(), score.tolist(), strict=True):
            self.sums[left][right] = self.sums[right][left] = value

    def merge(self, left: int, right: int) -> Iterator[tuple[float, int, int]]:
        """Merge two groups; gives mean score, neighbour and new group, for each neighbour."""
        merged = len(self.leaf)
        self.leaf.append(self.leaf[left])
        self.size.append(self.size[left] + self.size[right])
        joined, lesser = sorted((self.sums.pop(left), self.sums.pop(right)), key=len, reverse=True)
        for other, value in lesser.items():
            joined[other] = joined.get(other, 0.0) + value
        joined.pop(left, None), joined.pop(right, None)
        self.sums[merged] = joined
        for other, value in joined.items():
            row = self.sums[other]
            row.pop(left, None), row.pop(right, None)
            row[merged] = value
            yield value / (self.size[merged] * self.size[other]), other, merged
