"""Average linkage on a sparse graph: one dendrogram that can be cut anywhere, and does not chain."""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

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
        The lowest leaf of each of the two groups that are merged.
    score : ndarray of float64, shape (m,)
        Mean score between the two groups; never rises from one merge to the next.
    """

    n: int
    merges: Pairs
    score: Floats

    def cut(self, threshold: float) -> Integers:
        """The lowest leaf of each leaf's group when merges of at least this score are done."""
        from newsdedup.grouping import _cutting

        labels = np.empty(self.n, np.int64)
        _cutting.label(self.merges[: np.searchsorted(-self.score, -threshold, side="right")], labels)
        return labels


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
    from newsdedup.grouping import _merging

    merges, heights = np.empty((n, 2), np.int64), np.empty(n)
    left, right = np.ascontiguousarray(pairs.T)
    count = _merging.merge(left, right, score, n, merges, heights)
    return Dendrogram(n, merges[:count].copy(), np.minimum.accumulate(heights[:count]))
