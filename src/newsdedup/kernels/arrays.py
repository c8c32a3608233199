"""Compiled helpers for flat arrays: filled, measured, sorted, cut to the largest few."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.jit import inlined, inner

LOWER_HALF: Final = np.uint64(0xFFFFFFFF)  # mask of the half of a code by which codes are not sorted
HALF_BITS: Final = np.uint64(32)  # the shift of the upper half


@inlined
def filled_with(array: Any, value: Any) -> Any:
    """Set a flat array to one value: NumPy's own ways take a fifth of a second to compile, each time."""
    for i in range(array.size):
        array[i] = value
    return array


@inlined
def longest_row(offsets: Any) -> Any:
    """The length of the longest row between offsets."""
    longest = 0
    for row in range(offsets.size - 1):
        longest = max(longest, offsets[row + 1] - offsets[row])
    return longest


@inner
def keep_largest(codes: Any, n: Any, count: Any) -> Any:
    """Bring the largest `count` of ``codes[:n]`` to the front (quickselect, Hoare 1961); returns how many.

    The partition has no branch (Lomuto's scheme), because the side that a code belongs to cannot be predicted.
    """
    if n <= count:
        return n
    low, high = np.int64(0), n - 1
    while low < high:
        middle = (low + high) >> 1
        pivot, codes[middle] = codes[middle], codes[low]
        larger = low + 1
        for i in range(low + 1, high + 1):
            code = codes[i]
            codes[i], codes[larger] = codes[larger], code
            larger += np.int64(code > pivot)
        codes[low], codes[larger - 1] = codes[larger - 1], pivot
        if larger > count + 1:
            high = larger - 2
        elif larger < count:
            low = larger
        else:
            break
    return count


@inner
def sort_few(codes: Any, n: Any, ordered: Any) -> None:
    """Sort ``codes[:n]``, a few distinct values, into `ordered`: the place of each is how many are less."""
    for i in range(n):
        place = np.int64(0)
        for j in range(n):
            place += np.int64(codes[j] < codes[i])
        ordered[place] = codes[i]
