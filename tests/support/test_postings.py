"""An inverted index that grows gives what a look at every row gives, however the rows come."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.kernels.ragged import GrowingRagged, Ragged
from newsdedup.support.postings import GrowingPostings

ROWS = st.lists(st.sets(st.integers(0, 12), max_size=6), min_size=1, max_size=12)
CUTS = st.lists(st.integers(1, 4), min_size=12, max_size=12)


def ragged(rows: list[set[int]]) -> Ragged:
    values = [value for row in rows for value in sorted(row)]
    return Ragged.of_lengths(np.array(values, np.uint32), np.array([len(row) for row in rows], np.int64))


def postings(rows: list[set[int]], cuts: list[int]) -> GrowingPostings:
    """The postings of rows that come a few at a time."""
    index, start = GrowingPostings(), 0
    for size in cuts:
        index.append(ragged(rows[start : start + size]))
        start += size
    return index


@given(ROWS, CUTS, st.sets(st.integers(0, 12), max_size=6))
def test_those_that_share_most_come_first(rows: list[set[int]], cuts: list[int], asked: set[int]) -> None:
    shared = {number: len(row & asked) for number, row in enumerate(rows) if row & asked}
    (found,) = postings(rows, cuts).holding(
        ragged([asked]), np.ones(len(asked), np.float32), len(rows), budget=1000, without=[None]
    )
    assert found.tolist() == sorted(shared, key=lambda number: (-shared[number], number))


@given(ROWS, CUTS, st.sets(st.integers(0, 12), min_size=1, max_size=6))
def test_only_the_first_of_the_best_are_needed(rows: list[set[int]], cuts: list[int], asked: set[int]) -> None:
    index, one_each = postings(rows, cuts), np.ones(len(asked), np.float32)
    (all_found,) = index.holding(ragged([asked]), one_each, len(rows), 1000, without=[0])
    (some,) = index.holding(ragged([asked]), one_each, 2, 1000, without=[0])
    assert 0 not in all_found
    assert some[:2].tolist() == all_found[:2].tolist()


def test_common_terms_are_not_looked_up_beyond_the_budget() -> None:
    rows = [{1, 2}, {1}, {1}, {1}]
    (found,) = postings(rows, [4]).holding(ragged([{1, 2}]), np.ones(2, np.float32), 4, budget=2, without=[None])
    assert found.tolist() == [0]


@given(ROWS, CUTS, st.lists(st.sets(st.integers(0, 12), max_size=4), min_size=1, max_size=3), st.integers(1, 3))
def test_of_each_hash_the_first_and_the_last_few_are_given(
    rows: list[set[int]], cuts: list[int], asked: list[set[int]], most: int
) -> None:
    holders = {value: [number for number, row in enumerate(rows) if value in row] for value in range(13)}
    expected = [
        sorted({number for value in row for number in (*holders[value][:most], *holders[value][-most:])})
        for row in asked
    ]
    assert [found.tolist() for found in postings(rows, cuts).some_holding(ragged(asked), most)] == expected


@given(ROWS, CUTS)
def test_rows_that_are_appended_are_the_rows_of_all(rows: list[set[int]], cuts: list[int]) -> None:
    growing, start = GrowingRagged(), 0
    for size in cuts:
        growing.append(ragged(rows[start : start + size]))
        start += size
    assert len(growing) == len(rows)
    assert [growing.rows[number].tolist() for number in range(len(rows))] == [sorted(row) for row in rows]
    assert Counter(growing.rows.values.tolist()) == Counter(value for row in rows for value in row)
