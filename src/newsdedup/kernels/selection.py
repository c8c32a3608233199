"""Compiled loops: the largest few of an array, and a short array sorted."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.jit import inner

LOWER_HALF: Final = np.uint64(0xFFFFFFFF)  # of a code that is sorted by its upper half: the mask of what it carries
HALF_BITS: Final = np.uint64(32)  # the shift of the upper half


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
