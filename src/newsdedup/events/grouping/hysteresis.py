"""Groups that stay: what was together is parted, and what was apart is joined, only where the scores are clear."""

from __future__ import annotations

import numpy as np

from newsdedup.copies.pairs import Pairs
from newsdedup.events.grouping.linkage import Dendrogram
from newsdedup.kernels.ragged import Integers


def steady_groups(tree: Dendrogram, threshold: float, margin: float, before: Pairs) -> Integers:
    """Cut a dendrogram with hysteresis (after Schmitt 1938): between two thresholds, what was stays.

    Leaves in one group at `threshold` + `margin` are in one group. Leaves in two groups at `threshold` - `margin` are
    in two. Between these, leaves of one old event stay together, and leaves of two old events stay apart. New leaves
    go by the threshold itself: those that are in one group there are together, and with the old event that is in
    that group. Of several old events they join one of those that the dendrogram merges them with first; among these
    the one that has most leaves, then the one with the lowest leaf.

    Parameters
    ----------
    tree : Dendrogram
        The dendrogram to be cut.
    threshold : float
        The threshold for new leaves.
    margin : float
        At least 0; with 0, old events do not count.
    before : ndarray of int64, shape (k, 2)
        A leaf and an old event in each row, in any order, also repeated. A leaf whose articles were in several
        events has a row for each; a leaf without a row is new.

    Returns
    -------
    ndarray of int64, shape (n,)
        The lowest leaf of each leaf's group, as of `Dendrogram.cut`. With
        ``np.stack((np.arange(n), result), axis=1)`` as `before`, the result is the same.
    """
    from newsdedup.kernels import linkage

    atoms, loose = tree.cut(threshold + margin), tree.cut(threshold - margin)
    is_old, labels = np.zeros(tree.n, np.bool_), np.empty(tree.n, np.int64)
    is_old[before[:, 0]] = True
    first, end = np.searchsorted(-tree.score, (-threshold - margin, -threshold), side="right")
    linkage.join_steadily(tree.merges[first:end], atoms, _old_events_within(before, loose), is_old, labels)
    return labels


def _old_events_within(before: Pairs, loose: Integers) -> Pairs:
    """Pairs of leaves that connect all leaves of each old event within each of the loose groups."""
    leaf, event = before.T
    order = np.lexsort((loose[leaf], event))
    leaf, event = leaf[order], event[order]
    same = (event[1:] == event[:-1]) & (loose[leaf[1:]] == loose[leaf[:-1]])
    return np.stack((leaf[:-1][same], leaf[1:][same]), axis=1)
