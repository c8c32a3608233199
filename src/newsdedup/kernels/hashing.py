"""Hash functions and their constants: over NumPy arrays here, compiled in `compiled_hashing`."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

EMPTY: Final = np.uint32(0xFFFFFFFF)  # datasketch's value where no hash was seen
BASE: Final = np.uint64(0x9E3779B97F4A7C15)  # of polynomial hashes


def mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finaliser of MurmurHash3 (Appleby, 2011), 64 bits: every input bit moves every output bit."""
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return hashes ^ (hashes >> np.uint64(33))


def combined(columns: Iterable[NDArray[Any]]) -> NDArray[np.uint64]:
    """One 64-bit hash for each row of several columns of hashes."""
    first, *others = columns
    rolling = first.astype(np.uint64)
    for column in others:
        rolling = rolling * BASE + column
    return mixed(rolling)


@functools.cache
def permutations(num_perm: int, seed: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Multipliers, all odd, and increments: those of datasketch's scheme ``affine32``, whose import takes long."""
    random = np.random.RandomState(seed)
    multipliers = random.randint(0, 1 << 31, num_perm, np.uint32) * np.uint32(2) + np.uint32(1)
    return multipliers, random.randint(0, 1 << 32, num_perm, np.uint32)
