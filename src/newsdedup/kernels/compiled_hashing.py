"""Compiled hash functions of single values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from newsdedup.kernels.hashing import EMPTY, mixed
from newsdedup.kernels.jit import inlined

mix64: Callable[[Any], Any] = inlined(mixed)


@inlined
def mix32(h: Any) -> Any:
    """MurmurHash3's finaliser for 32 bits, which datasketch's ``affine32`` applies to every hash first."""
    h = np.uint32((h ^ (h >> np.uint32(16))) * np.uint32(0x85EBCA6B))  # Numba widens: cut back each time
    h = np.uint32((h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35))
    return np.uint32(h ^ (h >> np.uint32(16)))


@inlined
def short_hash(rolling: Any) -> Any:
    """A 32-bit hash of a polynomial hash, never `EMPTY`, which marks an empty slot."""
    return min(np.uint32(mix64(rolling) >> np.uint64(32)), EMPTY - np.uint32(1))
