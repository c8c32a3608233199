"""Compiled loops: a sparse graph of scores to the merges of average linkage, their penalties, cut and groups."""

from __future__ import annotations

from typing import Any

import numpy as np

from newsdedup.kernels.arrays import filled_with
from newsdedup.kernels.jit import inlined, inner, kernel


@inlined
def _group_of(parents: Any, leaf: Any) -> Any:
    """The present group of a leaf, with path halving (Tarjan and van Leeuwen 1984)."""
    while parents[leaf] != leaf:
        parents[leaf] = parents[parents[leaf]]
        leaf = parents[leaf]
    return leaf


@inner
def _combine_edges(
    group: Any, heads: Any, tails: Any, following: Any, neighbours: Any, sums: Any, parents: Any, node_of: Any
) -> None:
    """Renumber the neighbours of a group and add up the edges to each."""
    node, last = heads[group], -1
    heads[group] = -1
    while node >= 0:
        neighbour = _group_of(parents, neighbours[node])
        if node_of[neighbour] >= 0:
            sums[node_of[neighbour]] += sums[node]
        elif neighbour != group:
            node_of[neighbour], neighbours[node] = node, neighbour
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
        node_of[neighbours[node]] = -1
        node = following[node]


@inner
def _find_best(
    group: Any,
    heads: Any,
    following: Any,
    neighbours: Any,
    sums: Any,
    sizes: Any,
    bests: Any,
    means: Any,
    best_sizes: Any,
) -> None:
    """The neighbour of the highest mean, of equal ones the lowest number; -1 if there is no neighbour."""
    bests[group], means[group] = -1, -1.0
    node = heads[group]
    while node >= 0:
        neighbour = neighbours[node]
        mean = sums[node] / (sizes[group] * sizes[neighbour])
        if mean > means[group] or (mean == means[group] and neighbour < bests[group]):
            bests[group], means[group], best_sizes[group] = neighbour, mean, sizes[neighbour]
        node = following[node]


@inlined
def _is_before(one: Any, other: Any, means: Any, bests: Any) -> Any:
    """Whether one group's best merge comes before another's: by mean, then by the lower numbers."""
    if means[one] != means[other]:
        return means[one] > means[other]
    low, high = min(one, bests[one]), min(other, bests[other])
    if low != high:
        return low < high
    return max(one, bests[one]) < max(other, bests[other])


@inner
def _sift_down(heap: Any, size: Any, place: Any, means: Any, bests: Any) -> None:
    """Let an entry of a heap sink to its place (Floyd 1964)."""
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


@inner
def _list_apart(apart: Any, families: Any, heads: Any, tails: Any, following: Any, others: Any) -> None:
    """For each family a linked list of the leaves that its own leaves are kept apart from."""
    filled_with(heads, -1)
    for i in range(apart.shape[0]):
        for side in range(2):
            node, family = 2 * i + side, _group_of(families, apart[i, side])
            others[node], following[node] = apart[i, 1 - side], heads[family]
            if heads[family] < 0:
                tails[family] = node
            heads[family] = node


@inner
def _are_apart(one: Any, other: Any, families: Any, heads: Any, following: Any, others: Any) -> Any:
    """Whether a leaf of one family is kept apart from one of the other; the shorter list decides."""
    node, back = heads[one], heads[other]
    while node >= 0 and back >= 0:
        if _group_of(families, others[node]) == other or _group_of(families, others[back]) == one:
            return True
        node, back = following[node], following[back]
    return False


@inner
def _join_families(one: Any, other: Any, families: Any, heads: Any, tails: Any, following: Any) -> None:
    """Make two families one, which is kept apart from all that either of them was kept apart from."""
    low, high = min(one, other), max(one, other)
    families[high] = low
    if low != high and heads[high] >= 0:
        if heads[low] >= 0:
            following[tails[low]] = heads[high]
        else:
            heads[low] = heads[high]
        tails[low] = tails[high]


@inner
def _refuse(group: Any, refused: Any, heads: Any, following: Any, neighbours: Any, sums: Any) -> None:
    """Let a group never merge with one of its neighbours: with their sum, each later sum is minus infinity."""
    node = heads[group]
    while neighbours[node] != refused:
        node = following[node]
    sums[node] = -np.inf


@inlined
def _first_nodes(left: Any, right: Any, n: Any) -> Any:
    """The first node of each group, where the nodes of one group are adjacent."""
    first = filled_with(np.empty(n + 1, np.int64), 0)
    for i in range(left.size):
        first[left[i] + 1] += 1
        first[right[i] + 1] += 1
    for group in range(n):
        first[group + 1] += first[group]
    return first


@kernel
def merge_groups(left: Any, right: Any, score: Any, families: Any, apart: Any, merges: Any, heights: Any) -> int:
    """Merge the two groups of the highest mean score until no pair is left that may merge.

    left, right int64 and score float64 (m,): the pairs of a graph of n leaves. families int64 (n,), the
    lowest leaf of those that belong together with each, is overwritten; apart int64 (k, 2): leaves that
    are never in one family. Groups that merge become one family; they do not merge if that would
    bring together leaves that are kept apart. Filled: merges int64 (n, 2), a leaf of each of both
    groups, the lower first, and heights float64 (n,). Returns how many merges there are.

    The neighbours of a group are a linked list, at first in the order of memory; those of a merged
    group are two lists, concatenated. Edges to groups that have merged since are added up when the
    list is next read. A group's best mean never rises when others merge, so the means in the heap are
    upper bounds: a mean is computed again only when its group reaches the top. A merged group keeps
    the lower number.
    """
    n = families.size
    heads, tails, node_of = np.empty(n, np.int32), np.empty(n, np.int32), np.empty(n, np.int32)
    parents, bests, heap = np.empty(n, np.int64), np.empty(n, np.int64), np.empty(n, np.int64)
    sizes, means = np.empty(n), np.empty(n)
    best_sizes = np.empty(n)  # the size of the best neighbour when it was found, or 0
    for group in range(n):
        heads[group] = tails[group] = node_of[group] = -1
        parents[group], sizes[group], best_sizes[group] = group, 1, 0
    neighbours, following = np.empty(2 * left.size, np.int32), np.empty(2 * left.size, np.int32)
    sums = np.empty(2 * left.size)
    free = _first_nodes(left, right, n)
    for i in range(left.size):
        for group, neighbour in ((left[i], right[i]), (right[i], left[i])):
            node = free[group]
            neighbours[node], sums[node], following[node] = neighbour, score[i], node + 1
            free[group] += 1
    begin = np.int64(0)
    for group in range(n):
        end = free[group]  # the first node of the next group
        if end > begin:
            heads[group], tails[group], following[end - 1] = begin, end - 1, -1
        begin = end
    n_listed = n if apart.shape[0] else 0  # nothing is listed where nothing is kept apart
    apart_heads, apart_tails = np.empty(n_listed, np.int32), np.empty(n_listed, np.int32)
    apart_following, apart_others = np.empty(2 * apart.shape[0], np.int32), np.empty(2 * apart.shape[0], np.int64)
    _list_apart(apart, families, apart_heads, apart_tails, apart_following, apart_others)
    waiting, count = np.int64(0), 0
    for group in range(n):
        _find_best(group, heads, following, neighbours, sums, sizes, bests, means, best_sizes)
        heap[waiting] = group
        waiting += np.int64(bests[group] >= 0)
    for place in range(waiting // 2 - 1, -1, -1):
        _sift_down(heap, waiting, place, means, bests)
    while waiting:
        group = heap[0]
        best = bests[group]
        is_current = parents[group] == group and parents[best] == best and sizes[best] == best_sizes[group]
        if is_current and n_listed:
            one, other = _group_of(families, group), _group_of(families, best)
            if _are_apart(one, other, families, apart_heads, apart_following, apart_others):
                _refuse(group, best, heads, following, neighbours, sums)
                is_current = False
            else:
                _join_families(one, other, families, apart_heads, apart_tails, apart_following)
        if is_current:
            low, high = min(group, best), max(group, best)
            merges[count, 0], merges[count, 1], heights[count] = low, high, means[group]
            count += 1
            parents[high] = low
            sizes[low] += sizes[high]
            following[tails[low]] = heads[high]
            tails[low] = tails[high]
            best_sizes[low] = 0
        if parents[group] == group:
            _combine_edges(group, heads, tails, following, neighbours, sums, parents, node_of)
            _find_best(group, heads, following, neighbours, sums, sizes, bests, means, best_sizes)
        if parents[group] != group or bests[group] < 0:
            waiting -= 1
            heap[0] = heap[waiting]
        _sift_down(heap, waiting, np.int64(0), means, bests)
    return count


@kernel
def penalise_separation(merges: Any, heights: Any, n: int, penalty: float) -> None:
    """Lower the heights of merges whose groups are more coherent than similar to each other.

    merges int64 (m, 2) and heights float64 (m,) as `merge_groups` fills them. The penalty is
    `penalty` times the excess of the less coherent group's mean score over that of the merge; it
    grows with the smaller group, from zero for a single leaf. No merge stays higher than those that made its groups.
    """
    sizes, least = filled_with(np.empty(n), 1), filled_with(np.empty(n), 1)
    within = filled_with(np.empty(n), 0)  # sum of the scores of the pairs of a group
    for i in range(heights.size):
        low, high, mean = merges[i, 0], merges[i, 1], heights[i]
        smaller = min(sizes[low], sizes[high])
        if smaller > 1:
            cohesion = min(
                within[low] / (sizes[low] * (sizes[low] - 1) / 2), within[high] / (sizes[high] * (sizes[high] - 1) / 2)
            )
            heights[i] -= penalty * (1 - 1 / smaller) * max(0.0, cohesion - mean)
        heights[i] = least[low] = min(heights[i], least[low], least[high])
        within[low] += within[high] + mean * sizes[low] * sizes[high]
        sizes[low] += sizes[high]


@kernel
def join_families(merges: Any, heights: Any, families: Any, joined: Any, scores: Any) -> int:
    """Turn merges of groups into merges of families, the leaves that belong together first.

    merges int64 (m, 2) and heights float64 (m,), the highest first; families int64 (n,), the lowest
    leaf of those that belong together with each, is overwritten. Filled: joined int64 (n, 2), the
    lowest leaf of each of both families, the lower first, and scores float64 (n,), infinite for leaves
    that belong together. Returns how many there are: groups of one family need no merge.
    """
    count = 0
    for leaf in range(families.size):
        if families[leaf] != leaf:
            joined[count, 0], joined[count, 1], scores[count] = families[leaf], leaf, np.inf
            count += 1
    for i in range(heights.size):
        one, other = _group_of(families, merges[i, 0]), _group_of(families, merges[i, 1])
        if one != other:
            low, high = min(one, other), max(one, other)
            joined[count, 0], joined[count, 1], scores[count] = low, high, heights[i]
            families[high] = low
            count += 1
    return count


@kernel
def cut_dendrogram(merges: Any, labels: Any) -> None:
    """Label each leaf with the lowest leaf of its group.

    merges int64 (m, 2) as `merge_groups` fills them. Filled: labels int64 (n,).
    """
    for leaf in range(labels.size):
        labels[leaf] = leaf
    for i in range(merges.shape[0]):
        labels[merges[i, 1]] = merges[i, 0]
    for leaf in range(labels.size):  # a lower leaf already has the label of its group
        labels[leaf] = labels[labels[leaf]]


@inlined
def _join_lower(parents: Any, one: Any, other: Any) -> None:
    """Make the groups of two leaves one; the lower leaf of the two that stand for them stands for both."""
    one, other = _group_of(parents, one), _group_of(parents, other)
    parents[max(one, other)] = min(one, other)


@kernel
def join_steadily(merges: Any, atoms: Any, together: Any, is_old: Any, labels: Any) -> None:
    """Join atoms that have leaves to be kept together; then new ones, merge by merge, with each other and with old.

    merges int64 (m, 2) as `merge_groups` fills them, those that follow on the merges that made the
    groups `atoms`, int64 (n,), the lowest leaf of each leaf's; together int64 (k, 2), leaves; is_old bool
    (n,). Filled: labels int64 (n,), the lowest leaf of each leaf's group. A group of the dendrogram
    without old leaves is one; it joins the piece with most leaves of the group that it is merged with.
    """
    n = atoms.size
    for leaf in range(n):
        labels[leaf] = atoms[leaf]
    for i in range(together.shape[0]):
        _join_lower(labels, together[i, 0], together[i, 1])
    sizes = filled_with(np.empty(n, np.int64), 0)
    joined = filled_with(np.empty(n, np.int64), -1)  # the largest old piece in a group of the dendrogram
    for leaf in range(n):
        sizes[_group_of(labels, leaf)] += 1
    for leaf in range(n):
        if is_old[leaf]:
            joined[atoms[leaf]] = _group_of(labels, leaf)
    for i in range(merges.shape[0]):
        low, high = merges[i, 0], merges[i, 1]
        one, other = joined[low], joined[high]
        if one < 0 or other < 0:
            _join_lower(labels, low if one < 0 else one, high if other < 0 else other)
            joined[low] = max(one, other)
        elif sizes[other] > sizes[one] or (sizes[other] == sizes[one] and other < one):
            joined[low] = other
    for leaf in range(n):  # a lower leaf already has the label of its group
        labels[leaf] = labels[labels[leaf]]


@kernel
def scores_to_groups(
    begins: Any, neighbours: Any, scores: Any, labels: Any, sizes: Any, own_mean: Any, next_best: Any
) -> None:
    """The mean score of the first articles to the others of their group, and to the nearest other group.

    begins int64 (n + 1,), the bounds of each article's neighbours, int64, and their scores, float64;
    labels int64 of all articles, sizes int64 by label. Filled, float64 (n,): own_mean, NaN for an
    article alone in its group, and next_best.
    """
    total, met = filled_with(np.empty(sizes.size), 0), np.empty(neighbours.size, np.int64)
    for article in range(own_mean.size):
        n_met = np.int64(0)
        for i in range(begins[article], begins[article + 1]):
            group = labels[neighbours[i]]
            met[n_met] = group
            n_met += np.int64(total[group] == 0)
            total[group] += scores[i]
        own = labels[article]
        own_mean[article] = np.nan if sizes[own] == 1 else total[own] / (sizes[own] - 1)
        total[own], next_best[article] = 0, 0
        for i in range(n_met):
            next_best[article] = max(next_best[article], total[met[i]] / sizes[met[i]])
            total[met[i]] = 0
