"""Stored shingle sets."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from newsdedup.copies import shingle_store as kept
from newsdedup.copies.shingle_store import ShingleStore


@pytest.mark.parametrize("in_memory", [0, 1_000_000])
def test_sets_are_read_in_the_requested_order_from_memory_and_from_a_file(
    monkeypatch: pytest.MonkeyPatch, in_memory: int
) -> None:
    monkeypatch.setattr(kept, "_IN_MEMORY", in_memory)
    sets = [np.arange(size, dtype=np.uint32) * size for size in (3, 0, 1000, 7)]
    with ShingleStore() as store, ThreadPoolExecutor(4) as pool:
        starts = np.array(list(pool.map(store.put, sets)))
        wanted = np.array([2, 0, 2, 1, 3])
        counts = np.array([len(sets[number]) for number in wanted])
        values, begins = store.read(starts[wanted], counts)
        for begin, number in zip(begins, wanted, strict=True):
            assert np.array_equal(values[begin : begin + len(sets[number])], sets[number])
