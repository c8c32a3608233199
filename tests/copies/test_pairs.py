"""Lists of pairs, and sorting with ties."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.copies.pairs import ordered, runs, union

pairs_of_rows = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=30)


@given(st.lists(pairs_of_rows, max_size=4))
def test_a_union_has_each_pair_once_and_sorted(parts: list[list[tuple[int, int]]]) -> None:
    found = union(np.array(part, np.int64).reshape(-1, 2) for part in parts)
    assert list(map(tuple, found.tolist())) == sorted({pair for part in parts for pair in part})


def test_each_key_knows_the_start_and_the_length_of_its_run() -> None:
    starts, lengths = runs(np.array([3, 3, 5, 7, 7, 7]))
    assert starts.tolist() == [0, 0, 2, 3, 3, 3]
    assert lengths.tolist() == [2, 2, 1, 3, 3, 3]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.sampled_from("abc")), max_size=20))
def test_things_are_sorted_by_each_key_in_turn_and_then_by_name(things: list[tuple[int, int, str]]) -> None:
    keys = np.array([thing[:2] for thing in things], np.float64).reshape(-1, 2).T
    places = ordered(keys, [thing[2] for thing in things]).tolist()
    assert [things[place] for place in places] == sorted(things)
