"""Average linkage on a sparse graph: one dendrogram that can be cut anywhere, and does not chain."""

from __future__ import annotations

from typing import Final

import numpy as np
from attrs import frozen

from newsdedup.copies.lsh import Pairs
from newsdedup.kernels.ragged import Floats, Integers

CONTRAST: Final = 0.5  # chosen on the labelled sets, among .25 to 1; between .4 and .6 it makes no difference


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
        How sure each merge is; never rises from one to the next.
    """

    n: int
    merges: Pairs
    score: Floats

    def cut(self, threshold: float) -> Integers:
        """The lowest leaf of each leaf's group when merges of at least this score are done."""
        from newsdedup.kernels import linkage

        labels = np.empty(self.n, np.int64)
        linkage.cut_dendrogram(self.merges[: np.searchsorted(-self.score, -threshold, side="right")], labels)
        return labels


def average_linkage(n: int, pairs: Pairs, score: Floats, *, contrast: float = CONTRAST) -> Dendrogram:
    """Merge the two groups of highest mean score until no pair is left (UPGMA, Sokal and Michener 1958).

    A merge is as sure as that mean, less what `contrast` takes off. Reports of two look-alike events
    are each nearer to their own than to the others; so are two halves of one event, but hardly. In
    this a merge is judged by the closeness of its groups beside their own, as in Chameleon (Karypis
    et al. 1999), and not by the score alone, which means more in one corpus than in another.

    Parameters
    ----------
    n : int
        Leaves.
    pairs : ndarray of int64, shape (m, 2)
        Pairs with a score, each once; every other pair counts as 0.
    score : ndarray of float64, shape (m,)
        Above 0, at most 1.
    contrast : float
        Share of the gap between the mean score within either group, of which the lower counts, and that
        between both, which is taken off for large groups; half of it for groups of two, nothing for one.

    Returns
    -------
    Dendrogram
        The same for the same pairs; ties go to the lower numbers.
    """
    from newsdedup.kernels import linkage

    merges, heights = np.empty((n, 2), np.int64), np.empty(n)
    left, right = np.ascontiguousarray(pairs.T)
    count = linkage.merge_groups(left, right, score, n, merges, heights)
    merges, heights = merges[:count], heights[:count]
    linkage.penalise_separation(merges, heights, n, contrast)
    order = np.argsort(-heights, kind="stable")
    return Dendrogram(n, merges[order], heights[order])
