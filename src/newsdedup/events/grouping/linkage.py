"""Average linkage on a sparse graph: one dendrogram that can be cut at any threshold and does not chain."""

from __future__ import annotations

from typing import Final

import numpy as np
from attrs import frozen

from newsdedup.copies.pairs import NO_PAIRS, Pairs
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.components import linked

SEPARATION_PENALTY: Final = 0.5  # a share, chosen on the labelled sets from .25 to 1; .4 to .6 give the same events


@frozen(eq=False)
class Dendrogram:
    """Merges of average linkage, the highest score first.

    The score of leaves that belong together is infinite, so that every threshold keeps them.
    """

    n: int  # number of leaves
    merges: Pairs  # the lowest leaf of each of the two groups that are merged
    score: Floats  # of each merge; it never rises from one to the next

    def cut(self, threshold: float) -> Integers:
        """The lowest leaf of each leaf's group when all merges of at least this score are done."""
        from newsdedup.kernels import linkage

        labels = np.empty(self.n, np.int64)
        linkage.cut_dendrogram(self.merges[: np.searchsorted(-self.score, -threshold, side="right")], labels)
        return labels

    def with_together(self, together: Pairs) -> Dendrogram:
        """The dendrogram in which each of these pairs of leaves, and thus the groups of both, are one group."""
        from newsdedup.kernels import linkage

        joined, score = np.empty((self.n, 2), np.int64), np.empty(self.n)
        families = _lowest_linked(self.n, together)
        count = linkage.join_families(self.merges, self.score, families, joined, score)
        return Dendrogram(self.n, joined[:count], score[:count])


def average_linkage(
    n: int,
    pairs: Pairs,
    score: Floats,
    *,
    together: Pairs = NO_PAIRS,
    apart: Pairs = NO_PAIRS,
    separation_penalty: float = SEPARATION_PENALTY,
) -> Dendrogram:
    """Merge the two groups of highest mean score until no pair is left (UPGMA, Sokal and Michener 1958).

    The score of a merge is that mean, less the penalty. Reports of two look-alike events are much more
    similar to reports of their own event than to the others; between two halves of one event the
    difference is small. A merge is therefore judged by the similarity between the groups relative to
    that within them, as in Chameleon (Karypis et al. 1999): the same mean score can be high in one
    corpus and low in another.

    Constraints are those of Wagstaff et al. (2001), in a dendrogram (Davidson and Ravi 2005). There, leaves
    that belong together are merged first; but then the mean score of either with the rest of its group
    is halved by the other, and either may lose its group. Here each finds its group by its own scores,
    and the two groups are one at every threshold; what is kept apart from one is kept apart from both.

    Parameters
    ----------
    n : int
        Number of leaves.
    pairs : ndarray of int64, shape (m, 2)
        Pairs with a score, each once; every other pair counts as 0.
    score : ndarray of float64, shape (m,)
        Above 0, at most 1.
    together, apart : ndarray of int64, shape (k, 2)
        Pairs of leaves that are in one group at every threshold, or at none. They must not contradict each other.
    separation_penalty : float
        Share of the gap between the mean score within either group (the lower of the two) and the
        mean score between them that is subtracted for large groups; half of it is subtracted for
        groups of two, nothing for single leaves.

    Returns
    -------
    Dendrogram
        Deterministic; ties go to the lower numbers.
    """
    from newsdedup.kernels import linkage

    merges, heights = np.empty((n, 2), np.int64), np.empty(n)
    left, right = np.ascontiguousarray(pairs.T)
    families, apart = _lowest_linked(n, together), np.ascontiguousarray(apart)
    count = linkage.merge_groups(left, right, score, families, apart, merges, heights)
    merges, heights = merges[:count], heights[:count]
    linkage.penalise_separation(merges, heights, n, separation_penalty)
    order = np.argsort(-heights, kind="stable")
    tree = Dendrogram(n, merges[order], heights[order])
    return tree.with_together(together) if len(together) else tree


def _lowest_linked(n: int, pairs: Pairs) -> Integers:
    """The lowest of the leaves that pairs connect with each leaf."""
    if not len(pairs):
        return np.arange(n)
    _, lowest, label = np.unique(linked(n, pairs), return_index=True, return_inverse=True)
    return np.asarray(lowest[label], np.int64)
