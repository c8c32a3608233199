"""Loops over shingle sets and signatures."""

from __future__ import annotations

import numpy as np
import pytest

from newsdedup.kernels import minhash
from newsdedup.kernels.hashing import EMPTY

pytestmark = pytest.mark.kernels


def containment(one: list[int], other: list[int], size: int = 4) -> float:
    phrases = np.full((2, size), EMPTY)
    for row, values in zip(phrases, (one, other), strict=True):
        row[: len(values)] = values
    found = np.empty(1)
    minhash.phrase_containments(phrases, np.array([0]), np.array([1]), found)
    return float(found[0])


def test_containment_of_phrases_is_the_share_of_the_smaller_set() -> None:
    assert containment([1, 2, 3], [2, 3]) == 1
    assert containment([1, 2, 3], [2, 4]) == 1 / 2
    assert containment([1], []) == 0


def test_phrases_above_the_last_hash_of_a_full_sketch_do_not_count() -> None:
    assert containment([1, 2, 3, 4], [4, 8, 9]) == 1
    assert containment([1, 2, 3, 4], [3, 8, 9]) == 1
    assert containment([1, 2, 3], [3, 8, 9]) == 1 / 3


def flagged(hashes: np.ndarray, bits: int) -> np.ndarray:
    found = np.empty(len(hashes), np.bool_)
    minhash.maybe_repeated(hashes, bits, found)
    return found


def test_every_repeated_hash_is_flagged_and_few_others_are() -> None:
    hashes = np.random.default_rng(0).integers(0, 2**64, 4096, np.uint64)
    hashes[-100:] = hashes[:100]
    found = flagged(hashes, 16)
    assert found[:100].all()
    assert found[-100:].all()
    assert found[100:-100].mean() < 0.1


def test_shared_values_are_counted_for_any_order_of_the_pairs() -> None:
    sets = [[5, 1, 9], [9, 5, 7, 2], [4]]
    values = np.array([value for one in sets for value in one], np.uint32)
    counts = np.array([len(one) for one in sets])
    starts = np.cumsum(counts) - counts
    left, right = np.array([0, 1, 0, 2, 1]), np.array([1, 0, 2, 2, 1])
    shared = np.empty(5, np.int64)
    minhash.shared_counts(values, starts, counts, left, right, shared)
    assert shared.tolist() == [2, 2, 0, 1, 4]


def test_equal_values_of_two_signatures_are_counted_by_place() -> None:
    signatures = np.array([[1, 2, 3], [1, 3, 3], [2, 1, 9]], np.uint32)
    equal = np.empty(2, np.int64)
    minhash.count_equal_values(signatures, np.array([0, 0]), np.array([1, 2]), equal)
    assert equal.tolist() == [2, 0]
