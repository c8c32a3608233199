"""The dendrogram of average linkage, with leaves that are kept together or apart."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.copies.pairs import NO_PAIRS, Pairs
from newsdedup.events.grouping.linkage import Dendrogram, average_linkage
from newsdedup.support.components import linked

pytestmark = pytest.mark.kernels

ConstrainedGraph = tuple[tuple[int, Pairs, np.ndarray], tuple[Pairs, Pairs]]
ANY_THRESHOLD = st.sampled_from([0.0, 1.0]) | st.floats(0, 1)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, np.ndarray, np.ndarray]:
    n = draw(st.integers(1, 9))
    every = [(i, j) for i in range(n) for j in range(i + 1, n)]
    pairs = draw(st.lists(st.sampled_from(every), unique=True).map(sorted)) if every else []
    scores = [draw(st.integers(1, 1000)) / 1000 for _ in pairs]
    return n, np.array(pairs, np.int64).reshape(-1, 2), np.array(scores, np.float64)


@given(graphs())
def test_the_dendrogram_is_that_of_dense_average_linkage(graph: tuple[int, np.ndarray, np.ndarray]) -> None:
    n, pairs, score = graph
    tree = average_linkage(n, pairs, score, separation_penalty=0)
    assert (np.diff(tree.score) <= 1e-12).all()
    dense = np.zeros((n, n))
    dense[pairs[:, 0], pairs[:, 1]] = dense[pairs[:, 1], pairs[:, 0]] = score
    groups = [{leaf} for leaf in range(n)]
    for merge, height in zip(tree.merges, tree.score, strict=True):
        one, two = (next(group for group in groups if leaf in group) for leaf in merge)
        means = [dense[np.ix_(list(a), list(b))].mean() for a in groups for b in groups if a is not b]
        assert dense[np.ix_(list(one), list(two))].mean() == pytest.approx(height)
        assert max(means) == pytest.approx(height)
        groups.remove(two)
        one |= two
    assert not any(dense[np.ix_(list(a), list(b))].any() for a in groups for b in groups if a is not b)


@given(graphs(), st.floats(0, 1), st.floats(0, 1))
def test_a_stricter_cut_only_splits(graph: tuple[int, np.ndarray, np.ndarray], one: float, two: float) -> None:
    tree = average_linkage(*graph)
    strict, loose = tree.cut(max(one, two)), tree.cut(min(one, two))
    assert len(set(zip(strict.tolist(), loose.tolist(), strict=True))) == len(set(strict.tolist()))


@given(graphs(), st.floats(0, 1))
def test_the_separation_penalty_only_makes_merges_of_several_reports_each_less_sure(
    graph: tuple[int, np.ndarray, np.ndarray], separation_penalty: float
) -> None:
    plain, judged = (
        average_linkage(*graph, separation_penalty=0),
        average_linkage(*graph, separation_penalty=separation_penalty),
    )
    assert set(map(tuple, plain.merges.tolist())) == set(map(tuple, judged.merges.tolist()))
    for threshold in (0.2, 0.5, 0.8):
        whole, parts = plain.cut(threshold), judged.cut(threshold)
        assert len(set(zip(whole.tolist(), parts.tolist(), strict=True))) == len(set(parts.tolist()))
        assert set(np.flatnonzero(np.bincount(whole) == 2)) <= set(np.flatnonzero(np.bincount(parts) == 2))


def test_two_groups_that_are_closer_within_than_between_are_merged_later() -> None:
    pairs = np.array([(i, j) for i in range(6) for j in range(i + 1, 6)], np.int64)
    score = np.where((pairs < 3).all(axis=1) | (pairs >= 3).all(axis=1), 0.9, 0.6)
    assert average_linkage(6, pairs, score, separation_penalty=0).score[-1] == pytest.approx(0.6)
    assert average_linkage(6, pairs, score, separation_penalty=0.5).score[-1] == pytest.approx(
        0.6 - 0.5 * (1 - 1 / 3) * 0.3
    )
    assert average_linkage(6, pairs, score).score[-1] < 0.6
    assert average_linkage(6, pairs, np.full(15, 0.6)).score[-1] == pytest.approx(0.6)


def test_average_linkage_does_not_chain() -> None:
    chain = np.array([(i, i + 1) for i in range(9)], np.int64)
    labels = average_linkage(10, chain, np.full(9, 0.9)).cut(0.5)
    assert np.bincount(labels).max() == 2


def leaf_pairs(*pairs: tuple[int, int]) -> Pairs:
    return np.array(pairs, np.int64).reshape(-1, 2)


@st.composite
def consistent_constraints(draw: st.DrawFn, n: int) -> tuple[Pairs, Pairs]:
    """Pairs of leaves to keep together, and pairs to keep apart that do not contradict them."""
    ends = st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))
    together = leaf_pairs(*draw(st.lists(ends, max_size=4)))
    groups = linked(n, together)
    apart = draw(st.lists(ends.filter(lambda pair: groups[pair[0]] != groups[pair[1]]), max_size=6)) if n > 1 else []
    return together, leaf_pairs(*apart)


CONSTRAINED = graphs().flatmap(lambda graph: st.tuples(st.just(graph), consistent_constraints(graph[0])))


def as_partition(labels: np.ndarray) -> set[frozenset[int]]:
    return {frozenset(np.flatnonzero(labels == label).tolist()) for label in set(labels.tolist())}


@given(CONSTRAINED, ANY_THRESHOLD)
def test_every_threshold_keeps_what_belongs_together_and_what_is_apart(
    drawn: ConstrainedGraph, threshold: float
) -> None:
    graph, (together, apart) = drawn
    labels = average_linkage(*graph, together=together, apart=apart).cut(threshold)
    assert (labels[together[:, 0]] == labels[together[:, 1]]).all()
    assert (labels[apart[:, 0]] != labels[apart[:, 1]]).all()


@given(CONSTRAINED, ANY_THRESHOLD, ANY_THRESHOLD)
def test_a_stricter_cut_only_splits_what_does_not_belong_together(
    drawn: ConstrainedGraph, one: float, two: float
) -> None:
    graph, (together, apart) = drawn
    tree = average_linkage(*graph, together=together, apart=apart)
    strict, loose = as_partition(tree.cut(max(one, two))), as_partition(tree.cut(min(one, two)))
    assert all(any(part <= whole for whole in loose) for part in strict)
    finite = tree.score[np.isfinite(tree.score)]
    assert (np.diff(finite) <= 0).all()


@given(CONSTRAINED, st.randoms(use_true_random=False))
def test_the_order_of_pairs_and_constraints_does_not_matter(drawn: ConstrainedGraph, chance: random.Random) -> None:
    (n, pairs, score), (together, apart) = drawn
    order = chance.sample(range(len(pairs)), len(pairs))
    shuffled = [part[chance.sample(range(len(part)), len(part))][:, ::-1] for part in (together, apart)]
    tree = average_linkage(n, pairs, score, together=together, apart=apart)
    again = average_linkage(n, pairs[order], score[order], together=shuffled[0], apart=shuffled[1])
    assert again.merges.tolist() == tree.merges.tolist()
    assert again.score.tolist() == pytest.approx(tree.score.tolist())


@given(CONSTRAINED, ANY_THRESHOLD)
def test_what_belongs_together_joins_two_groups_and_changes_no_other(drawn: ConstrainedGraph, threshold: float) -> None:
    graph, (together, _) = drawn
    without = average_linkage(*graph).cut(threshold)
    joined = average_linkage(*graph, together=together).cut(threshold)
    links = np.concatenate((together, np.stack((np.arange(graph[0]), without), axis=1)))
    assert as_partition(joined) == as_partition(linked(graph[0], links))


@given(CONSTRAINED)
def test_what_is_in_no_group_anyway_changes_nothing_when_it_is_kept_apart(
    drawn: ConstrainedGraph,
) -> None:
    graph, (_, apart) = drawn
    tree = average_linkage(*graph)
    merged = linked(graph[0], tree.merges)
    needless = apart[merged[apart[:, 0]] != merged[apart[:, 1]]]
    again = average_linkage(*graph, apart=needless)
    assert again.merges.tolist() == tree.merges.tolist()
    assert again.score.tolist() == tree.score.tolist()


def test_a_leaf_that_is_kept_apart_from_one_of_a_group_joins_none_of_it() -> None:
    pairs, score = leaf_pairs((0, 1), (0, 2), (1, 2)), np.array([0.9, 0.8, 0.8])
    assert average_linkage(3, pairs, score, apart=leaf_pairs((1, 2))).cut(0).tolist() == [0, 0, 2]


def test_the_others_of_a_group_stay_with_the_one_that_they_are_more_similar_to() -> None:
    pairs, score = leaf_pairs((0, 1), (0, 2), (1, 2), (1, 3), (2, 3)), np.array([0.9, 0.7, 0.6, 0.6, 0.8])
    assert average_linkage(4, pairs, score).cut(0.3).tolist() == [0, 0, 0, 0]
    assert average_linkage(4, pairs, score, apart=leaf_pairs((0, 3))).cut(0.3).tolist() == [0, 0, 2, 2]


def test_what_one_is_kept_apart_from_those_that_belong_together_with_it_are_too() -> None:
    """0 and 1 belong together, 2 is kept apart from 0: it does not join 1, however similar they are."""
    pairs, score = leaf_pairs((1, 2), (1, 3), (2, 3)), np.array([0.9, 0.6, 0.5])
    constraints = {"together": leaf_pairs((0, 1)), "apart": leaf_pairs((0, 2))}
    assert average_linkage(4, pairs, score, **constraints).cut(0).tolist() == [0, 0, 2, 0]


def test_of_two_groups_that_belong_together_one_leaf_each_may_be_kept_apart() -> None:
    """0-1 and 2-3 are similar, 0 and 2 belong together: 1 and 3 cannot both be with them."""
    pairs, score = leaf_pairs((0, 1), (2, 3)), np.array([0.9, 0.8])
    tree = average_linkage(4, pairs, score, together=leaf_pairs((0, 2)), apart=leaf_pairs((1, 3)))
    assert tree.cut(0.5).tolist() == [0, 0, 0, 3]


def test_a_leaf_that_is_refused_by_one_group_joins_the_next_best() -> None:
    pairs, score = leaf_pairs((0, 1), (1, 2), (1, 3), (2, 3)), np.array([0.9, 0.7, 0.6, 0.5])
    labels = average_linkage(4, pairs, score, apart=leaf_pairs((0, 1))).cut(0.5)
    assert labels.tolist() == [0, 1, 1, 1]


def test_leaves_that_share_nothing_belong_together_at_an_infinite_score() -> None:
    tree = average_linkage(3, NO_PAIRS, np.zeros(0), together=leaf_pairs((2, 1), (1, 0)))
    assert tree.score.tolist() == [np.inf, np.inf]
    assert tree.cut(1).tolist() == [0, 0, 0]


def test_many_constraints_leave_a_dendrogram_of_finite_merges() -> None:
    """Sums and means of what is refused are infinite within the kernel; none of it comes out."""
    chance, n = np.random.default_rng(0), 60
    pairs = leaf_pairs(*((i, j) for i in range(n) for j in range(i + 1, n)))
    together = chance.integers(0, n, (15, 2))
    groups = linked(n, together)
    apart = chance.integers(0, n, (200, 2))
    apart = apart[groups[apart[:, 0]] != groups[apart[:, 1]]]
    tree: Dendrogram = average_linkage(n, pairs, chance.random(len(pairs)), together=together, apart=apart)
    by_score = tree.score[np.isfinite(tree.score)]
    assert not np.isnan(tree.score).any()
    assert len(by_score) == len(tree.score) - (n - groups.max() - 1)
    assert ((by_score > -1) & (by_score <= 1)).all()
