"""Compiled loops: a dendrogram cut at a height, and how near articles lie to the groups that this makes."""

from __future__ import annotations

from typing import Any

import numpy as np

from newsdedup.kernels.jit import filled, kernel


@kernel
def cut_dendrogram(merges: Any, labels: Any) -> None:
    """Give each leaf the lowest one of its group.

    merges int64 (m, 2): the lowest leaf of each of two groups, the lower of them first. Filled: labels int64 (n,).
    """
    for leaf in range(labels.size):
        labels[leaf] = leaf
    for i in range(merges.shape[0]):
        labels[merges[i, 1]] = merges[i, 0]
    for leaf in range(labels.size):  # a lower leaf has the label of its group by now
        labels[leaf] = labels[labels[leaf]]


@kernel
def scores_to_groups(
    begins: Any, fellows: Any, shares: Any, labels: Any, sizes: Any, near: Any, next_best: Any
) -> None:
    """The mean score of the first articles to the others of their group, and to the group that is nearest but that.

    begins int64 (n + 1,), between which stand the fellows of each, int64, and their scores, float64;
    labels int64 of all articles, sizes int64 by label. Filled: near, not a number for an article
    alone, and next_best, float64 (n,).
    """
    total, met = filled(np.empty(sizes.size), 0), np.empty(fellows.size, np.int64)
    for article in range(near.size):
        n_met = np.int64(0)
        for i in range(begins[article], begins[article + 1]):
            group = labels[fellows[i]]
            met[n_met] = group
            n_met += np.int64(total[group] == 0)
            total[group] += shares[i]
        own = labels[article]
        near[article] = np.nan if sizes[own] == 1 else total[own] / (sizes[own] - 1)
        total[own], next_best[article] = 0, 0
        for i in range(n_met):
            next_best[article] = max(next_best[article], total[met[i]] / sizes[met[i]])
            total[met[i]] = 0
