"""Lists of pairs, and sorting with ties."""

from __future__ import annotations

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.copies.pairs import ordered, runs, sums_within, union

pairs_of_rows = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=30)


@given(st.lists(pairs_of_rows, max_size=4))
def test_a_union_has_each_pair_once_and_sorted(parts: list[list[tuple[int, int]]]) -> None:
    found = union(np.array(part, np.int64).reshape(-1, 2) for part in parts)
    assert list(map(tuple, found.tolist())) == sorted({pair for part in parts for pair in part})


def test_scores_are_summed_within_a_label_only() -> None:
    ends, scores = np.array([[0, 1], [0, 2], [1, 2], [2, 3]]), np.array([0.5, 0.25, 0.75, 1.0])
    assert sums_within(ends, scores, np.array([7, 7, 7, 8])).tolist() == [0.75, 1.25, 1.0, 0.0]
    nothing = sums_within(ends[:0], scores[:0], np.array([7, 8]))
    assert (nothing.tolist(), nothing.dtype) == ([0.0, 0.0], np.float64)


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.floats(0, 1)), max_size=30),
    st.lists(st.integers(0, 1), min_size=5, max_size=5),
    st.randoms(use_true_random=False),
)
def test_sums_are_the_same_to_the_last_bit_in_whatever_order_the_pairs_are_and_whichever_end_is_first(
    pairs: list[tuple[int, int, float]], labels: list[int], random: Random
) -> None:
    mixed = [(other, one, score) if random.random() < 0.5 else (one, other, score) for one, other, score in pairs]
    random.shuffle(mixed)
    renamed = random.sample(range(5), 5)  # the place that each thing has instead

    def sums(scored: list[tuple[int, int, float]], kept: list[int]) -> list[float]:
        ends = np.array([pair[:2] for pair in scored], np.int64).reshape(-1, 2)
        return sums_within(ends, np.array([score for *_, score in scored], np.float64), np.array(kept)).tolist()

    expected = sums(pairs, labels)
    assert sums(mixed, labels) == expected
    elsewhere = [(renamed[one], renamed[other], score) for one, other, score in mixed]
    of_renamed = sums(elsewhere, [labels[renamed.index(place)] for place in range(5)])
    assert [of_renamed[place] for place in renamed] == expected


def test_each_key_knows_the_start_and_the_length_of_its_run() -> None:
    starts, lengths = runs(np.array([3, 3, 5, 7, 7, 7]))
    assert starts.tolist() == [0, 0, 2, 3, 3, 3]
    assert lengths.tolist() == [2, 2, 1, 3, 3, 3]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.sampled_from("abc")), max_size=20))
def test_things_are_sorted_by_each_key_in_turn_and_then_by_name(things: list[tuple[int, int, str]]) -> None:
    keys = np.array([thing[:2] for thing in things], np.float64).reshape(-1, 2).T
    places = ordered(keys, [thing[2] for thing in things]).tolist()
    assert [things[place] for place in places] == sorted(things)
