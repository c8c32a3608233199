"""Hash functions and their constants: here over NumPy arrays, compiled in `hash_table`."""

from __future__ import annotations

import functools
from typing import Final

import numpy as np
from numpy.typing import NDArray

EMPTY: Final = np.uint32(0xFFFFFFFF)  # datasketch's value where no hash was seen
BASE: Final = np.uint64(0x9E3779B97F4A7C15)  # base of polynomial hashes


def mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Mix 64-bit hashes by MurmurHash3's finaliser (Appleby 2011): every input bit moves every output bit.

    Over arrays as it is; `hash_table.mix64` is the same function, compiled for single hashes.
    """
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return hashes ^ (hashes >> np.uint64(33))


@functools.lru_cache(maxsize=16)
def permutations(num_perm: int, seed: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Multipliers, all odd, and increments of MinHash permutations.

    Those of datasketch's scheme ``affine32``: signatures of both libraries can be compared. They are made
    here because the import of datasketch takes longer than sketching a thousand articles; a test holds them equal.
    """
    random = np.random.RandomState(seed)
    multipliers = random.randint(0, 1 << 31, num_perm, np.uint32) * np.uint32(2) + np.uint32(1)
    return multipliers, random.randint(0, 1 << 32, num_perm, np.uint32)
