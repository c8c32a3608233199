"""Compiled helpers: hashes of single values, and sets of them in a table with open addressing and linear probing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from newsdedup.kernels.arrays import filled_with
from newsdedup.kernels.hashing import EMPTY, mixed
from newsdedup.kernels.jit import inlined, inner

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


@inlined
def power_of_two(least: Any) -> Any:
    """The lowest power of two that is at least `least`, and at least 16."""
    size = 16
    while size < least:
        size *= 2
    return size


@inlined
def new_table(n: Any) -> Any:
    """Room for `n` values, not yet emptied; its length is a power of two."""
    return np.empty(power_of_two(4 * n), np.uint32)


@inlined
def emptied(table: Any, n: Any) -> Any:
    """The part of a table that is large enough for `n` values, emptied."""
    part = table[: power_of_two(4 * n)]
    filled_with(part, EMPTY)
    return part


@inlined
def slot_of(slots: Any, value: Any) -> Any:
    """The slot that holds a value, or the empty one that it would be put into."""
    mask = np.uint32(slots.size - 1)
    slot = value & mask
    while slots[slot] != value and slots[slot] != EMPTY:
        slot = (slot + np.uint32(1)) & mask
    return slot


@inner
def distinct(values: Any, n: Any, table: Any, kept: Any) -> Any:
    """Copy the distinct values of ``values[:n]`` to `kept`, in their order; returns how many."""
    slots = emptied(table, n)
    count = 0
    for i in range(n):
        slot = slot_of(slots, values[i])
        kept[count] = values[i]
        count += slots[slot] == EMPTY
        slots[slot] = values[i]
    return count
