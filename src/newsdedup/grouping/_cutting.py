"""Compiled loops: a dendrogram cut at a height, and how near articles lie to the groups that this makes."""

from __future__ import annotations

from typing import Any

import numpy as np

from newsdedup.grouping._compiled import filled, inlined, kernel


@kernel
def label(merges: Any, labels: Any) -> None:
    """Give each leaf the lowest one of its group.

    merges int64 (m, 2): the lowest leaf of each of two groups, the lower of them first. Filled: labels int64 (n,).
    """
    for leaf in range(labels.size):
        labels[leaf] = leaf
    for i in range(merges.shape[0]):
        labels[merges[i, 1]] = merges[i, 0]
    for leaf in range(labels.size):  # a lower leaf has the label of its group by now
        labels[leaf] = labels[labels[leaf]]


@inlined
def _fellows(left: Any, right: Any, n: Any) -> Any:
    """Where the pairs of each of the first `n` articles begin in `found`, and their numbers; in order of the pairs."""
    begins = filled(np.empty(n + 1, np.int64), 0)
    for ends in (left, right):
        for i in range(ends.size):
            if ends[i] < n:
                begins[ends[i] + 1] += 1
    for article in range(n):
        begins[article + 1] += begins[article]
    free, found = begins.copy(), np.empty(begins[n], np.int64)
    for ends in (left, right):
        for i in range(ends.size):
            if ends[i] < n:
                found[free[ends[i]]] = i
                free[ends[i]] += 1
    return begins, found


@kernel
def place(left: Any, right: Any, score: Any, labels: Any, sizes: Any, near: Any, next_best: Any) -> None:
    """The mean score of the first articles to the others of their group, and to the group that is nearest but that.

    left, right int64 and score float64 (m,), labels int64 of all articles, sizes int64 by label.
    Filled: near, not a number for an article alone, and next_best, float64 (n,).
    """
    begins, found = _fellows(left, right, near.size)
    total, met = filled(np.empty(sizes.size), 0), np.empty(found.size, np.int64)
    for article in range(near.size):
        n_met = np.int64(0)
        for place in range(begins[article], begins[article + 1]):
            pair = found[place]
            group = labels[right[pair] if left[pair] == article else left[pair]]
            met[n_met] = group
            n_met += np.int64(total[group] == 0)
            total[group] += score[pair]
        own, alone = labels[article], sizes[labels[article]] == 1
        near[article] = np.nan if alone else total[own] / (sizes[own] - 1)
        total[own], next_best[article] = 0, 0
        for i in range(n_met):
            next_best[article] = max(next_best[article], total[met[i]] / sizes[met[i]])
            total[met[i]] = 0
