"""Signatures to candidate pairs."""

from __future__ import annotations

import itertools
from collections import defaultdict

import numpy as np
import pytest
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.copies.lsh import MARGIN, RECALL, Bands, bands_for, bucket_pairs, candidates
from newsdedup.copies.pairs import union
from newsdedup.kernels.hashing import mixed


def signatures(sets: list[np.ndarray]) -> np.ndarray:
    """The signature of each set of hashes, by datasketch."""
    made = [MinHash(num_perm=128, seed=1, scheme="affine32", hashfunc=int) for _ in sets]
    for one, values in zip(made, sets, strict=True):
        one.update_batch(values.tolist())
    return np.array([one.hashvalues for one in made], np.uint32)


@given(st.floats(0.05, 1), st.sampled_from([64, 128, 256]))
def test_bands_have_the_most_rows_that_keep_the_recall(threshold: float, num_perm: int) -> None:
    bands = bands_for(threshold, num_perm)
    looked_for = min(threshold + MARGIN, 1)
    assert bands.count * bands.rows <= num_perm
    assert bands.rows == 1 or bands.s_curve(looked_for) >= RECALL
    wider = Bands(count=num_perm // (bands.rows + 1), rows=bands.rows + 1)
    assert bands.rows == num_perm or wider.s_curve(looked_for) < RECALL


def test_the_s_curve_rises_from_zero_to_one() -> None:
    curve = Bands(count=25, rows=5).s_curve(np.linspace(0, 1, 11))
    assert curve[0] == 0
    assert curve[-1] == 1
    assert (np.diff(curve) >= 0).all()


@given(st.lists(st.sets(st.integers(0, 8)), max_size=12))
def test_buckets_give_every_pair_that_shares_one(held: list[set[int]]) -> None:
    keys = mixed(np.array([key for holder in held for key in holder], np.uint64))
    owners = np.array([owner for owner, holder in enumerate(held) for _ in holder], np.int64)
    expected = [[i, j] for i, j in itertools.combinations(range(len(held)), 2) if held[i] & held[j]]
    assert union([bucket_pairs(keys, owners)]).tolist() == expected


@given(st.lists(st.sets(st.integers(0, 8)), max_size=12))
def test_keys_that_differ_in_their_last_bits_are_two_buckets(held: list[set[int]]) -> None:
    keys = np.array([key for holder in held for key in holder], np.uint64)
    owners = np.array([owner for owner, holder in enumerate(held) for _ in holder], np.int64)
    expected = [[i, j] for i, j in itertools.combinations(range(len(held)), 2) if held[i] & held[j]]
    assert union([bucket_pairs(keys, owners)]).tolist() == expected


@given(st.integers(4, 300))
def test_a_crowded_bucket_stays_linear_and_connected(members: int) -> None:
    pairs = union([bucket_pairs(np.zeros(members, np.uint64), np.arange(members), cap=3)])
    assert len(pairs) <= 2 * members
    linked_to = defaultdict(set)
    for left, right in pairs.tolist():
        linked_to[left].add(right)
    assert linked_to[0] == set(range(1, members))
    assert all(member + 1 in linked_to[member] for member in range(members - 1))


def test_a_thousand_equal_texts_make_few_candidates_by_default() -> None:
    assert len(bucket_pairs(np.zeros(1000, np.uint64), np.arange(1000))) <= 2000


def test_candidates_are_sorted_pairs_of_similar_sets_and_never_of_empty_ones() -> None:
    random = np.random.default_rng(0)
    base = random.integers(0, 2**32, 100, dtype=np.uint32)
    other = random.integers(0, 2**32, 100, dtype=np.uint32)
    values = np.concatenate((base, base[:90], other))
    sets = [values[start:end] for start, end in itertools.pairwise((0, 0, 100, 190, 290, 290))]
    found = candidates(signatures(sets), bands_for(0.5, 128))
    assert found.dtype == np.int64
    assert found.tolist() == [[1, 2]]


def test_recall_a_little_above_the_threshold_is_at_least_99_percent() -> None:
    random = np.random.default_rng(1)
    shared, own = 71, 29  # Jaccard 71 / 129 = .55
    parts = []
    for _ in range(600):
        one, two, both = (random.integers(0, 2**32, size, dtype=np.uint32) for size in (own, own, shared))
        parts += [np.append(both, one), np.append(both, two)]
    found = candidates(signatures(parts), bands_for(0.5, 128))
    true = {(2 * pair, 2 * pair + 1) for pair in range(600)}
    assert len(true & set(map(tuple, found.tolist()))) >= 0.99 * len(true)


@pytest.mark.parametrize("n", [0, 1])
def test_nothing_to_pair_gives_no_pairs(n: int) -> None:
    empty = np.zeros((n, 64), np.uint32)
    assert candidates(empty, Bands(count=16, rows=4)).shape == (0, 2)
