"""Compiled loop: pairs with weights to whom each article stands out to, the heaviest few."""

from __future__ import annotations

from typing import Any

import numpy as np

from newsdedup.kernels.jit import filled, inlined, kernel
from newsdedup.kernels.term_weights import _keep_largest
from newsdedup.kernels.tokens import longest_of


@inlined
def _fill(left: Any, right: Any, weight: Any, starts: Any, ids: Any, weights: Any) -> None:
    """Put each pair into the rows of both of its articles, as far as it weighs anything."""
    for pair in range(left.size):
        starts[left[pair] + 1] += np.int64(weight[pair] > 0)
        starts[right[pair] + 1] += np.int64(weight[pair] > 0)
    for row in range(1, starts.size):
        starts[row] += starts[row - 1]
    place = starts.copy()
    for pair in range(left.size):
        if weight[pair] > 0:
            for owner, fellow in ((left[pair], right[pair]), (right[pair], left[pair])):
                ids[place[owner]], weights[place[owner]] = fellow, weight[pair]
                place[owner] += 1


@inlined
def _bounds(weights: Any, n: Any) -> Any:
    """The least, and half of the largest, of ``weights[:n]``."""
    least = most = weights[0]
    for i in range(n):
        least, most = min(least, weights[i]), max(most, weights[i])
    return least, most / 2


@kernel
def neighbour_vectors(
    left: Any, right: Any, weight: Any, most: int, apart: float, offsets: Any, kept: Any, shares: Any
) -> int:
    """The fellows of each article and itself, with weights that make a vector of length one at most.

    left, right int64 (m,): pairs sorted by left, then right, left < right; weight float32 (m,), 0 or
    more. Of fellows only the heaviest `most` are kept; an article itself weighs half of the heaviest, and what
    it shares with nobody `apart`, so that fellows of hardly any weight make a short vector.
    Filled: offsets int64 (n + 1,), kept uint32 and shares float32 with room for 2 m + n, row after
    row, sorted. Gives how many there are. An article without fellows has an empty row.
    """
    n = offsets.size - 1
    starts = filled(np.empty(n + 1, np.int64), 0)
    ids, weights = np.empty(2 * left.size, np.uint32), np.empty(2 * left.size, np.float32)
    _fill(left, right, weight, starts, ids, weights)  # the pairs are sorted, and so is each row
    heaviest = np.empty(longest_of(starts), np.float32)
    total = 0
    for row in range(n):
        offsets[row] = begin = total
        first, last = starts[row], starts[row + 1]
        if first == last:
            continue
        for i in range(first, last):
            heaviest[i - first] = weights[i]
        least, own = _bounds(heaviest, _keep_largest(heaviest, last - first, most))
        squares, itself = own * own + apart * apart, False
        for i in range(first, last):
            if not itself and ids[i] > row:
                kept[total], shares[total], itself = row, own, True
                total += 1
            if weights[i] >= least:
                kept[total], shares[total] = ids[i], weights[i]
                squares += weights[i] * weights[i]
                total += 1
        if not itself:
            kept[total], shares[total] = row, own
            total += 1
        for i in range(begin, total):
            shares[i] /= np.sqrt(squares)
    offsets[n] = total
    return total
