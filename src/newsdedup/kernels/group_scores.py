"""Compiled loop: how near articles lie to the groups of a cut dendrogram."""

from __future__ import annotations

from typing import Any

import numpy as np

from newsdedup.kernels.arrays import filled_with
from newsdedup.kernels.jit import kernel


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
