"""Compiled loop: weighted pairs to a vector of the heaviest neighbours of each article."""

from __future__ import annotations

from typing import Any

import numpy as np

from newsdedup.kernels.arrays import filled_with, keep_largest, longest_row
from newsdedup.kernels.jit import inlined, kernel


@inlined
def _fill_rows(left: Any, right: Any, weight: Any, starts: Any, ids: Any, weights: Any) -> None:
    """Put each pair of positive weight into the rows of both of its articles."""
    for pair in range(left.size):
        starts[left[pair] + 1] += np.int64(weight[pair] > 0)
        starts[right[pair] + 1] += np.int64(weight[pair] > 0)
    for row in range(1, starts.size):
        starts[row] += starts[row - 1]
    place = starts.copy()
    for pair in range(left.size):
        if weight[pair] > 0:
            for owner, neighbour in ((left[pair], right[pair]), (right[pair], left[pair])):
                ids[place[owner]], weights[place[owner]] = neighbour, weight[pair]
                place[owner] += 1


@inlined
def _lowest_and_half_of_highest(weights: Any, n: Any) -> Any:
    """The lowest, and half of the highest, of ``weights[:n]``."""
    least = most = weights[0]
    for i in range(n):
        least, most = min(least, weights[i]), max(most, weights[i])
    return least, most / 2


@kernel
def neighbour_vectors(
    left: Any, right: Any, weight: Any, most: int, apart: float, offsets: Any, kept: Any, weights: Any
) -> int:
    """The neighbours of each article and the article itself, as a vector of length one at most.

    left, right int64 (m,): pairs sorted by left, then right, left < right; weight float32 (m,), 0 or
    more. Only the heaviest `most` neighbours are kept. The article itself weighs half of the heaviest;
    `apart` is the weight of a dimension that no other article shares, so that light neighbours make a short vector.
    Filled: offsets int64 (n + 1,), kept uint32 and weights float32 with room for 2 m + n, row after
    row, sorted. Returns how many there are. An article without neighbours has an empty row.
    """
    n = offsets.size - 1
    starts = filled_with(np.empty(n + 1, np.int64), 0)
    ids, given = np.empty(2 * left.size, np.uint32), np.empty(2 * left.size, np.float32)
    _fill_rows(left, right, weight, starts, ids, given)  # the pairs are sorted, and so is each row
    heaviest = np.empty(longest_row(starts), np.float32)
    total = 0
    for row in range(n):
        offsets[row] = begin = total
        first, last = starts[row], starts[row + 1]
        if first == last:
            continue
        for i in range(first, last):
            heaviest[i - first] = given[i]
        least, own = _lowest_and_half_of_highest(heaviest, keep_largest(heaviest, last - first, most))
        squares, itself = own * own + apart * apart, False
        for i in range(first, last):
            if not itself and ids[i] > row:
                kept[total], weights[total], itself = row, own, True
                total += 1
            if given[i] >= least:
                kept[total], weights[total] = ids[i], given[i]
                squares += given[i] * given[i]
                total += 1
        if not itself:
            kept[total], weights[total] = row, own
            total += 1
        for i in range(begin, total):
            weights[i] /= np.sqrt(squares)
    offsets[n] = total
    return total
