"""Compiled loops: a sparse graph of scores to the merges of average linkage, and how sure each of them is."""

from __future__ import annotations

from typing import Any

import numpy as np

from newsdedup.kernels.jit import filled, inlined, inner, kernel


@inlined
def _group(parents: Any, leaf: Any) -> Any:
    """The group that something belongs to now, with the way to it halved (Tarjan and van Leeuwen 1984)."""
    while parents[leaf] != leaf:
        parents[leaf] = parents[parents[leaf]]
        leaf = parents[leaf]
    return leaf


@inner
def _tidy(group: Any, heads: Any, tails: Any, following: Any, fellows: Any, sums: Any, parents: Any, held: Any) -> None:
    """Give each fellow of a group its present number, once, with all that both share."""
    node, last = heads[group], -1
    heads[group] = -1
    while node >= 0:
        fellow = _group(parents, fellows[node])
        if held[fellow] >= 0:
            sums[held[fellow]] += sums[node]
        elif fellow != group:
            held[fellow], fellows[node] = node, fellow
            if last >= 0:
                following[last] = node
            else:
                heads[group] = node
            last = node
        node = following[node]
    tails[group] = last
    if last >= 0:
        following[last] = -1
    node = heads[group]
    while node >= 0:
        held[fellows[node]] = -1
        node = following[node]


@inner
def _find_best(
    group: Any, heads: Any, following: Any, fellows: Any, sums: Any, sizes: Any, bests: Any, means: Any, seen: Any
) -> None:
    """The fellow of the highest mean, of these the lowest number; -1 where there is none."""
    bests[group], means[group] = -1, -1.0
    node = heads[group]
    while node >= 0:
        fellow = fellows[node]
        mean = sums[node] / (sizes[group] * sizes[fellow])
        if mean > means[group] or (mean == means[group] and fellow < bests[group]):
            bests[group], means[group], seen[group] = fellow, mean, sizes[fellow]
        node = following[node]


@inlined
def _is_before(one: Any, other: Any, means: Any, bests: Any) -> Any:
    """Whether one group's best merge comes before the other's: the surer, then that of the lower numbers."""
    if means[one] != means[other]:
        return means[one] > means[other]
    low, high = min(one, bests[one]), min(other, bests[other])
    if low != high:
        return low < high
    return max(one, bests[one]) < max(other, bests[other])


@inner
def _sink(heap: Any, size: Any, place: Any, means: Any, bests: Any) -> None:
    """Let an entry of a heap sink to where it belongs (Floyd 1964)."""
    entry = heap[place]
    while 2 * place + 1 < size:
        child = 2 * place + 1
        if child + 1 < size and _is_before(heap[child + 1], heap[child], means, bests):
            child += 1
        if not _is_before(heap[child], entry, means, bests):
            break
        heap[place] = heap[child]
        place = child
    heap[place] = entry


@inlined
def _rooms(left: Any, right: Any, n: Any) -> Any:
    """Where the nodes of each group begin when they stand together."""
    rooms = filled(np.empty(n + 1, np.int64), 0)
    for i in range(left.size):
        rooms[left[i] + 1] += 1
        rooms[right[i] + 1] += 1
    for group in range(n):
        rooms[group + 1] += rooms[group]
    return rooms


@kernel
def merge_groups(left: Any, right: Any, score: Any, n: int, merges: Any, heights: Any) -> int:
    """Merge the two groups of highest mean score until no pair is left.

    left, right int64 and score float64 (m,): the pairs of a graph of `n` leaves. Filled: merges
    int64 (n, 2), a leaf of each of both groups, and heights float64 (n,). Gives how many there are.

    The fellows of a group are a linked list, at first in the order of memory, so that those of a merged
    group are two lists put end to end; what became one group meanwhile is added up when the list is
    gone through. A group's best mean never rises when others merge, so that what the heap says of a
    group is an upper bound, made true only when the group comes to the top. A merged group keeps the lower number.
    """
    heads, tails, held = np.empty(n, np.int32), np.empty(n, np.int32), np.empty(n, np.int32)
    parents, bests, heap = np.empty(n, np.int64), np.empty(n, np.int64), np.empty(n, np.int64)
    sizes, means, seen = np.empty(n), np.empty(n), np.empty(n)  # seen: the size of the best when it was found, or 0
    for group in range(n):
        heads[group] = tails[group] = held[group] = -1
        parents[group], sizes[group], seen[group] = group, 1, 0
    fellows, following = np.empty(2 * left.size, np.int32), np.empty(2 * left.size, np.int32)
    sums = np.empty(2 * left.size)
    free = _rooms(left, right, n)
    for i in range(left.size):
        for group, fellow in ((left[i], right[i]), (right[i], left[i])):
            node = free[group]
            fellows[node], sums[node], following[node] = fellow, score[i], node + 1
            free[group] += 1
    begin = np.int64(0)
    for group in range(n):
        end = free[group]  # where the next group's nodes begin
        if end > begin:
            heads[group], tails[group], following[end - 1] = begin, end - 1, -1
        begin = end
    waiting, count = np.int64(0), 0
    for group in range(n):
        _find_best(group, heads, following, fellows, sums, sizes, bests, means, seen)
        heap[waiting] = group
        waiting += np.int64(bests[group] >= 0)
    for place in range(waiting // 2 - 1, -1, -1):
        _sink(heap, waiting, place, means, bests)
    while waiting:
        group = heap[0]
        best = bests[group]
        if parents[group] == group and parents[best] == best and sizes[best] == seen[group]:
            low, high = min(group, best), max(group, best)
            merges[count, 0], merges[count, 1], heights[count] = low, high, means[group]
            count += 1
            parents[high] = low
            sizes[low] += sizes[high]
            following[tails[low]] = heads[high]
            tails[low] = tails[high]
            seen[low] = 0
        if parents[group] == group:
            _tidy(group, heads, tails, following, fellows, sums, parents, held)
            _find_best(group, heads, following, fellows, sums, sizes, bests, means, seen)
        if parents[group] != group or bests[group] < 0:
            waiting -= 1
            heap[0] = heap[waiting]
        _sink(heap, waiting, np.int64(0), means, bests)
    return count


@kernel
def penalise_separation(merges: Any, heights: Any, n: int, contrast: float) -> None:
    """Take off heights what speaks against a merge: that both groups hang together better than with each other.

    merges int64 (m, 2) and heights float64 (m,) as `merge` fills them. A group of one has nothing to
    compare with, and one of two says less than larger ones do. No merge is left higher than those that made its groups.
    """
    sizes, least = filled(np.empty(n), 1), filled(np.empty(n), 1)
    within = filled(np.empty(n), 0)  # scores of the pairs of a group, summed
    for i in range(heights.size):
        low, high, mean = merges[i, 0], merges[i, 1], heights[i]
        smaller = min(sizes[low], sizes[high])
        if smaller > 1:
            cohesion = min(
                within[low] / (sizes[low] * (sizes[low] - 1) / 2), within[high] / (sizes[high] * (sizes[high] - 1) / 2)
            )
            heights[i] -= contrast * (1 - 1 / smaller) * max(0.0, cohesion - mean)
        heights[i] = least[low] = min(heights[i], least[low], least[high])
        within[low] += within[high] + mean * sizes[low] * sizes[high]
        sizes[low] += sizes[high]
