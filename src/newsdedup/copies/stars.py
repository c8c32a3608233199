"""Stars: groups of copies around their earliest articles, so that a chain of versions is not one group.

Single linkage by Kruskal's algorithm (Gower and Ross 1969), which refuses to join two groups if a member would
have too little in common with the earliest. A *point* is all rows with one and the same set of shingles, which
always stay together; the *leader* of a star is its earliest point.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from itertools import pairwise
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.copies.lsh import BUCKET_CAP
from newsdedup.copies.pairs import Pairs, union
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.components import linked

LEAST_LIKENESS: Final = 2 / 3  # least Jaccard similarity of a copy's copy and the representative, in thresholds
_ROUNDING: Final = 1e-9  # of a sum of similarities


def star_labels(verified: NDArray[np.void], threshold: float, order: Integers) -> Integers:
    """Label the groups of copies.

    Copies join two groups, the most similar first. They are not joined where a member of the later group has less
    than `LEAST_LIKENESS` of the threshold in common with the earliest article; the join is tried again when one of
    the groups gets an earlier article. Where all articles that copies connect are copies of the earliest, they
    are one group.

    Parameters
    ----------
    verified : structured array
        Pairs of rows with their ``score``, those below the threshold included. The similarity of two rows that are
        not a pair is taken to be the least that it can be (the Jaccard distance obeys the triangle inequality).
    threshold : float
        Least score of a copy.
    order : ndarray of int64, shape (n,)
        The rank of each row by age.

    Returns
    -------
    ndarray of int64, shape (n,)
        Rows of one group have equal labels.
    """
    labels = np.arange(len(order))
    copies = verified[verified["score"] >= threshold]
    graph = _Graph.of(copies, order)
    labels[graph.rows] = len(order) + graph.component
    chained = graph.is_chained[graph.component]
    if chained.any():
        labels[graph.rows[chained]] = _star_of_each(graph, chained, verified, threshold)
    return labels


def pairs_in_chains(verified: NDArray[np.void], threshold: float, order: Integers) -> Pairs:
    """Pairs of rows that `star_labels` asks for and that are not among the verified ones.

    Only articles in chains: those linked by copies to an earliest article of which not all are copies. All pairs of
    them, or those with the earliest where they are more than `BUCKET_CAP`.
    """
    graph = _Graph.of(verified[verified["score"] >= threshold], order)
    if not graph.is_chained.any():
        return union(())
    points = graph.earliest_rows(graph.is_chained[graph.component])  # by component, then by age
    component = graph.component[np.searchsorted(graph.rows, points)]
    bounds = np.append(np.unique(component, return_index=True)[1], len(points)).tolist()
    wanted = union(points[start + _pairs_among(end - start)] for start, end in pairwise(bounds))
    return _without(np.sort(wanted, axis=1), verified, len(order))


def _pairs_among(n: int) -> Pairs:
    """All pairs of n numbers; those with the first where the numbers are many."""
    if n > BUCKET_CAP:
        return np.stack((np.zeros(n - 1, np.int64), np.arange(1, n)), axis=1)
    return np.stack(np.triu_indices(n, 1), axis=1)


def _without(pairs: Pairs, verified: NDArray[np.void], n: int) -> Pairs:
    """The pairs that are not verified yet."""
    low, high = np.minimum(verified["left"], verified["right"]), np.maximum(verified["left"], verified["right"])
    is_new = ~np.isin(pairs[:, 0] * n + pairs[:, 1], low * n + high)
    return np.compress(is_new, pairs, axis=0)


@frozen(eq=False)
class _Graph:
    """The rows that have copies, ascending, and how copies connect them."""

    rows: Integers
    order: Integers  # of each of the rows
    point: Integers  # the same for rows with one set of shingles
    component: Integers  # the same for rows that copies connect
    is_chained: NDArray[np.bool_]  # for each component: whether some row is not a copy of the earliest

    @classmethod
    def of(cls, copies: NDArray[np.void], order: Integers) -> _Graph:
        rows, ends = np.unique(np.stack((copies["left"], copies["right"]), axis=1), return_inverse=True)
        ends = ends.reshape(-1, 2)
        component, point = linked(len(rows), ends), linked(len(rows), ends[copies["score"] == 1])
        earliest = point[_earliest_of(component, order[rows])[component]]  # the earliest point of each row's component
        is_near = np.zeros(len(rows), bool)  # for each point
        is_near[earliest] = True
        for one, other in (ends.T, ends.T[::-1]):
            is_near[point[one[point[other] == earliest[one]]]] = True
        is_chained = np.zeros(len(rows), bool)
        is_chained[component[~is_near[point]]] = True
        return cls(rows, order[rows], point, component, is_chained)

    def earliest_rows(self, chosen: NDArray[np.bool_]) -> Integers:
        """The earliest row of each point among the chosen rows, by component, then by age."""
        places = np.flatnonzero(chosen)
        places = places[_earliest_of(self.point, self.order)[self.point[places]] == places]
        places = places[np.lexsort((self.order[places], self.component[places]))]
        return np.asarray(self.rows[places], np.int64)


def _earliest_of(labels: Integers, order: Integers) -> Integers:
    """For each label the place that is first in `order`."""
    latest_first = np.argsort(-order)
    earliest = np.zeros(len(labels), np.int64)
    earliest[labels[latest_first]] = latest_first  # of several values for one label the last one stays
    return earliest


def _star_of_each(graph: _Graph, chained: NDArray[np.bool_], verified: NDArray[np.void], threshold: float) -> Integers:
    """The representative row of each row in a chain."""
    points = graph.earliest_rows(chained)
    points = points[np.argsort(graph.order[np.searchsorted(graph.rows, points)])]  # numbered by age
    number = np.full(len(graph.rows), -1)
    number[graph.point[np.searchsorted(graph.rows, points)]] = np.arange(len(points))
    place = np.full(int(verified["right"].max(initial=verified["left"].max())) + 1, -1)
    place[graph.rows] = number[graph.point]  # the number of each row's point
    ends = np.sort(place[np.stack((verified["left"], verified["right"]), axis=1)], axis=1)
    inside = (ends[:, 0] >= 0) & (ends[:, 0] != ends[:, 1])
    leaders = _leaders(len(points), ends[inside], verified["score"][inside], threshold)
    return np.asarray(points[leaders[place[graph.rows[chained]]]], np.int64)


def _leaders(n: int, pairs: Pairs, scores: Floats, threshold: float) -> Integers:
    """The leader of the star of each of n points, which are numbered by age; pairs are left < right.

    The most similar stars are joined first, of equally similar ones the earliest.
    """
    least = threshold * LEAST_LIKENESS - _ROUNDING
    known = dict(zip((pairs[:, 0] * n + pairs[:, 1]).tolist(), scores.tolist(), strict=True))
    waiting = _most_similar_first(pairs[scores >= threshold], scores[scores >= threshold])
    again: list[tuple[float, int, int]] = []  # a heap of those that were refused before
    leader, likeness = list(range(n)), [1.0] * n  # of each point, and its least similarity to its leader
    members, refused = [[point] for point in range(n)], [set[tuple[float, int, int]]() for _ in range(n)]
    while waiting or again:
        is_again = bool(again) and (not waiting or again[0] < waiting[0])
        score, one, other = copy = heappop(again) if is_again else waiting.popleft()
        if leader[one] == leader[other]:
            continue
        if leader[one] > leader[other]:
            one, other = other, one
        first, second = leader[one], leader[other]
        near = likeness[one] - score - 1  # least similarity of `other` to `first`: distances add up at most
        found = []
        for point in members[second]:
            apart = 0 if point == other else 2 - likeness[other] - likeness[point]
            found.append(known.get(first * n + point, near - apart))
            if found[-1] < least:
                refused[first].add(copy)
                refused[second].add(copy)
                break
        else:
            for point, similarity in zip(members[second], found, strict=True):
                leader[point], likeness[point] = first, similarity
            members[first] += members[second]
            for copy in refused[second]:  # they are now asked of another leader
                heappush(again, copy)
            refused[second].clear()
    return np.array(leader, np.int64)


def _most_similar_first(pairs: Pairs, scores: Floats) -> deque[tuple[float, int, int]]:
    """Pairs with the negative of their score."""
    order = np.lexsort((pairs[:, 1], pairs[:, 0], -scores))
    return deque(zip((-scores[order]).tolist(), *pairs[order].T.tolist(), strict=True))
