"""Average linkage within components: the same groups as that of all leaves."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdedup.copies.pairs import NO_PAIRS, Pairs
from newsdedup.events.grouping.hysteresis import steady_groups
from newsdedup.events.grouping.linkage import average_linkage
from newsdedup.events.grouping.relink import component_of, relinked
from newsdedup.support.components import linked

pytestmark = pytest.mark.kernels

Table = tuple[int, Pairs, np.ndarray]
FEW = st.sampled_from([0.1, 0.2, 0.3, 0.5, 0.6, 0.7, 0.9])  # ties, and sums that are rounded
SCORES = FEW | st.floats(0, 1, exclude_min=True)


def leaf_pairs(*pairs: tuple[int, int]) -> Pairs:
    return np.array(pairs, np.int64).reshape(-1, 2)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Sorted pairs with scores, dense or sparse, with many ties or few."""
    n = draw(st.integers(1, 30))
    every = [(i, j) for i in range(n) for j in range(i + 1, n)]
    share = draw(st.sampled_from([0.1, 0.3, 1.0]))
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    pairs = leaf_pairs(*every)[chance.random(len(every)) < share]
    scores = draw(st.lists(SCORES, min_size=1, max_size=5))
    several = chance.choice(scores, len(pairs)), chance.random(len(pairs)), chance.integers(1, 9, len(pairs)) / 10
    return n, pairs, several[draw(st.integers(0, 2))]


def neighbours(table: Table, together: Pairs = NO_PAIRS) -> Callable[[int], tuple[np.ndarray, np.ndarray]]:
    _, pairs, score = table
    both = np.concatenate((pairs, pairs[:, ::-1], together, together[:, ::-1]))
    scores = np.concatenate((score, score, np.full(2 * len(together), np.inf)))
    return lambda leaf: (both[both[:, 0] == leaf, 1], scores[both[:, 0] == leaf])


def as_partition(labels: np.ndarray, leaves: np.ndarray) -> set[frozenset[int]]:
    return {frozenset(leaves[labels == label].tolist()) for label in set(labels.tolist())}


def assert_same_groups(table: Table, leaves: np.ndarray, thresholds: list[float], **constraints: Pairs) -> None:
    n, pairs, score = table
    whole = average_linkage(n, pairs, score, **constraints)
    part = relinked(leaves, pairs[::-1, ::-1], score[::-1], **constraints)
    for threshold in thresholds:
        assert as_partition(part.cut(threshold), leaves) == as_partition(whole.cut(threshold)[leaves], leaves)


@settings(max_examples=300)
@given(tables(), st.data(), SCORES)
def test_a_component_has_the_groups_of_the_whole_at_the_floor_and_above(
    table: Table, data: st.DataObject, floor: float
) -> None:
    touched = data.draw(st.sets(st.integers(0, table[0] - 1), max_size=4))
    leaves = component_of(touched, neighbours(table), floor)
    thresholds = [floor, *(one for one in (*table[2].tolist(), 0.25, 0.5, 0.75, 1.0) if one >= floor)]
    heights = average_linkage(*table).score
    assert_same_groups(table, leaves, [*thresholds, *heights[heights >= floor].tolist()])


@settings(max_examples=200)
@given(tables(), st.data(), FEW)
def test_so_it_has_with_leaves_that_are_kept_together_or_apart(table: Table, data: st.DataObject, floor: float) -> None:
    ends = st.tuples(st.integers(0, table[0] - 1), st.integers(0, table[0] - 1))
    together = leaf_pairs(*data.draw(st.lists(ends, max_size=4)))
    groups = linked(table[0], together)
    apart = leaf_pairs(*(pair for pair in data.draw(st.lists(ends, max_size=6)) if groups[pair[0]] != groups[pair[1]]))
    touched = data.draw(st.sets(st.integers(0, table[0] - 1), max_size=4))
    leaves = component_of(touched, neighbours(table, together), floor)
    assert_same_groups(table, leaves, [floor, 0.95], together=together, apart=apart)


@settings(max_examples=200)
@given(tables(), st.data(), st.sampled_from([0.0, 0.05, 0.2]))
def test_old_events_are_kept_in_a_component_as_in_the_whole(table: Table, data: st.DataObject, margin: float) -> None:
    n, pairs, score = table
    threshold = data.draw(st.floats(0.25, 0.75))
    held = st.tuples(st.integers(0, n - 1), st.integers(0, 5))
    before = leaf_pairs(*data.draw(st.lists(held, max_size=2 * n)))
    leaves = component_of(data.draw(st.sets(st.integers(0, n - 1))), neighbours(table), threshold - margin)
    inside = before[np.isin(before[:, 0], leaves)]
    local = np.stack((np.searchsorted(leaves, inside[:, 0]), inside[:, 1]), axis=1)
    part = steady_groups(relinked(leaves, pairs, score), threshold, margin, local)
    whole = steady_groups(average_linkage(n, pairs, score), threshold, margin, before)
    assert leaves[part].tolist() == whole[leaves].tolist()


def test_a_mean_that_rounding_puts_above_its_scores_is_within_the_component() -> None:
    """Three times .1, divided by three, is above .1 in floating point."""
    table = 4, leaf_pairs((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)), np.array([0.1, 0.1, 0.1, 0.9, 0.9, 0.9])
    floor = (0.1 + 0.1 + 0.1) / 3
    assert floor > 0.1
    assert component_of([0], neighbours(table), floor).tolist() == [0, 1, 2, 3]


def test_a_component_ends_where_scores_are_below_the_floor() -> None:
    table = 5, leaf_pairs((0, 1), (1, 2), (2, 3)), np.array([0.9, 0.5, 0.4])
    assert component_of([0], neighbours(table), 0.5).tolist() == [0, 1, 2]
    assert component_of([4, 3], neighbours(table), 0.5).tolist() == [3, 4]


def test_no_leaves_have_no_groups() -> None:
    assert component_of([], neighbours((1, NO_PAIRS, np.zeros(0))), 0.5).tolist() == []
    assert relinked(np.zeros(0, np.int64), leaf_pairs((0, 1)), np.ones(1)).cut(0).tolist() == []
