"""Average linkage only where it can matter: within the components of high scores around some leaves.

A merge at a threshold or above has a pair of leaves with at least that score: the mean of lower scores is lower. So
no such merge crosses the components that these pairs connect, and what is outside one does not change its merges:
a dendrogram of the component alone has the same groups at that threshold and at each higher one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import numpy as np

from newsdedup.copies.pairs import NO_PAIRS, Pairs
from newsdedup.events.grouping.linkage import SEPARATION_PENALTY, Dendrogram, average_linkage
from newsdedup.kernels.ragged import Floats, Integers

_ROUNDING_SHARE: Final = 1e-9  # by which rounding may lift a mean above its scores: the error of ten million sums


def least_linking(floor: float) -> float:
    """The least score that connects leaves, where the dendrogram is cut at `floor` or above."""
    return floor - abs(floor) * _ROUNDING_SHARE


def component_of(
    touched: Iterable[int], neighbours_of: Callable[[int], tuple[Integers, Floats]], floor: float
) -> Integers:
    """The leaves that scores of at least `floor` connect with some leaves.

    Parameters
    ----------
    touched : iterable of int
        Leaves whose scores have changed, or that are new.
    neighbours_of : callable
        The other leaves to which a leaf has a score, and these scores. Leaves that belong together at every
        threshold are neighbours of infinite score. If a score has fallen, the leaves that it connected before are
        touched, both of them.
    floor : float
        The lowest threshold at which the dendrogram of the component will be cut; for `steady_groups` that is
        the threshold less the margin.

    Returns
    -------
    ndarray of int64
        Ascending, with the touched leaves.
    """
    lowest = least_linking(floor)
    waiting = [int(leaf) for leaf in touched]
    found = set(waiting)
    while waiting:
        neighbours, scores = neighbours_of(waiting.pop())
        reached = set(neighbours[scores >= lowest].tolist()) - found
        found |= reached
        waiting.extend(reached)
    return np.array(sorted(found), np.int64)


def relinked(
    leaves: Integers,
    pairs: Pairs,
    score: Floats,
    *,
    together: Pairs = NO_PAIRS,
    apart: Pairs = NO_PAIRS,
    separation_penalty: float = SEPARATION_PENALTY,
) -> Dendrogram:
    """The dendrogram of some leaves alone.

    Parameters
    ----------
    leaves : ndarray of int64
        Ascending: one component, or several, as `component_of` gives them.
    pairs : ndarray of int64, shape (m, 2)
        Pairs of leaves, as for `average_linkage`, in any order; pairs with other leaves are left out.
    score : ndarray of float64, shape (m,)
        The score of each pair.
    together, apart : ndarray of int64, shape (k, 2)
        As for `average_linkage`.
    separation_penalty : float
        As for `average_linkage`.

    Returns
    -------
    Dendrogram
        Its leaf i is ``leaves[i]``. At the floor of the component and at each higher threshold its groups are those
        of the dendrogram of all leaves, also where scores are equal, if the pairs of the latter are sorted.
    """
    pairs, inside = _numbered_within(leaves, pairs)
    order = np.lexsort(np.sort(pairs, axis=1).T[::-1])  # equal sums need equal order: rounding decides between ties
    return average_linkage(
        len(leaves),
        pairs[order],
        score[inside][order],
        together=_numbered_within(leaves, together)[0],
        apart=_numbered_within(leaves, apart)[0],
        separation_penalty=separation_penalty,
    )


def _numbered_within(leaves: Integers, pairs: Pairs) -> tuple[Pairs, Integers]:
    """The pairs whose two ends are among the leaves, by their places there; and which these are."""
    if not len(leaves):
        return NO_PAIRS, np.zeros(0, np.int64)
    places = np.minimum(np.searchsorted(leaves, pairs), len(leaves) - 1)
    inside = np.flatnonzero((leaves[places] == pairs).all(axis=1))
    return places[inside], inside
