"""Cuts with hysteresis: what was stays, where the scores are not clear."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdedup.copies.pairs import NO_PAIRS, Pairs
from newsdedup.events.grouping.hysteresis import steady_groups
from newsdedup.events.grouping.linkage import Dendrogram, average_linkage

pytestmark = pytest.mark.kernels

Cut = tuple[Dendrogram, float, float, Pairs]


def rows(*pairs: tuple[int, int]) -> Pairs:
    return np.array(pairs, np.int64).reshape(-1, 2)


def each(labels: list[int] | np.ndarray) -> Pairs:
    """One old event for each leaf; -1 for a new leaf."""
    return rows(*((leaf, event) for leaf, event in enumerate(np.asarray(labels).tolist()) if event >= 0))


@st.composite
def trees(draw: st.DrawFn) -> Dendrogram:
    n = draw(st.integers(1, 20))
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    pairs = rows(*((i, j) for i in range(n) for j in range(i + 1, n)))
    score = chance.choice([0.3, 0.4, 0.5, 0.6, 0.7, 0.8], len(pairs)) + draw(
        st.sampled_from([0, 0.05])
    ) * chance.random(len(pairs))
    tree = average_linkage(n, pairs, score)
    return tree.with_together(rows((0, n - 1))) if draw(st.booleans()) else tree


@st.composite
def cuts(draw: st.DrawFn) -> Cut:
    tree = draw(trees())
    held = st.tuples(st.integers(0, tree.n - 1), st.integers(0, 5))
    before = rows(*draw(st.lists(held, max_size=2 * tree.n)))
    return tree, draw(st.floats(0.35, 0.75)), draw(st.sampled_from([0.0, 0.05, 0.2])), before


def together(labels: np.ndarray) -> np.ndarray:
    return labels[:, None] == labels[None, :]


@given(cuts())
def test_groups_are_between_those_of_the_stricter_and_the_looser_threshold(cut: Cut) -> None:
    tree, threshold, margin, _ = cut
    result = together(steady_groups(*cut))
    assert (together(tree.cut(threshold + margin)) <= result).all()
    assert (result <= together(tree.cut(threshold - margin))).all()


@given(cuts())
def test_new_leaves_alone_are_cut_at_the_threshold(cut: Cut) -> None:
    tree, threshold, margin, _ = cut
    assert steady_groups(tree, threshold, margin, NO_PAIRS).tolist() == tree.cut(threshold).tolist()


@given(cuts())
def test_without_a_margin_old_events_do_not_count(cut: Cut) -> None:
    tree, threshold, _, before = cut
    assert steady_groups(tree, threshold, 0, before).tolist() == tree.cut(threshold).tolist()


@given(cuts())
def test_a_second_time_changes_nothing(cut: Cut) -> None:
    tree, threshold, margin, _ = cut
    result = steady_groups(*cut)
    assert steady_groups(tree, threshold, margin, each(result)).tolist() == result.tolist()


@given(cuts(), st.permutations(range(6)), st.randoms(use_true_random=False))
def test_neither_the_numbers_of_events_nor_the_order_of_rows_matter(
    cut: Cut, numbers: list[int], chance: np.random.Generator
) -> None:
    tree, threshold, margin, before = cut
    order = chance.sample(range(len(before)), len(before))
    renamed = np.stack((before[order, 0], np.array(numbers)[before[order, 1]]), axis=1)
    again = steady_groups(tree, threshold, margin, np.concatenate((renamed, renamed)))
    assert again.tolist() == steady_groups(*cut).tolist()


@given(cuts())
def test_a_group_is_labelled_with_its_lowest_leaf(cut: Cut) -> None:
    labels = steady_groups(*cut)
    assert all(np.flatnonzero(labels == label)[0] == label for label in labels)


@settings(max_examples=200)
@given(cuts())
def test_what_was_together_stays_if_it_is_at_the_looser_threshold(cut: Cut) -> None:
    tree, threshold, margin, before = cut
    if margin:
        result, loose = steady_groups(*cut), tree.cut(threshold - margin)
        for leaf, event in before.tolist():
            for other in before[before[:, 1] == event, 0].tolist():
                assert (result[leaf] == result[other]) == (loose[leaf] == loose[other])


@settings(max_examples=200)
@given(cuts())
def test_what_was_apart_is_joined_only_through_leaves_that_are_at_the_stricter_threshold(cut: Cut) -> None:
    """Old events of a group are connected by atoms that have leaves of both."""
    tree, threshold, margin, before = cut
    result, atoms = steady_groups(*cut), tree.cut(threshold + margin)
    for label in np.unique(result).tolist():
        inside = [(atoms[leaf], event) for leaf, event in before.tolist() if result[leaf] == label]
        reached = {inside[0][1]} if inside else set()
        for _ in range(6):
            near = {atom for atom, event in inside if event in reached}
            reached |= {event for atom, event in inside if atom in near}
        assert reached == {event for _, event in inside}


@settings(max_examples=200)
@given(cuts())
def test_a_group_at_the_threshold_with_at_most_one_old_event_is_one(cut: Cut) -> None:
    tree, threshold, _, before = cut
    result, plain = steady_groups(*cut), tree.cut(threshold)
    for label in np.unique(plain).tolist():
        if len({event for leaf, event in before.tolist() if plain[leaf] == label}) <= 1:
            assert len(np.unique(result[plain == label])) == 1


@settings(max_examples=200)
@given(cuts())
def test_new_leaves_join_only_what_is_in_their_group_at_the_threshold(cut: Cut) -> None:
    """Each new leaf is with an old one of that group if there is any, else with the group and nothing else."""
    tree, threshold, _, before = cut
    result, plain = steady_groups(*cut), tree.cut(threshold)
    old = np.isin(np.arange(tree.n), before[:, 0])
    for leaf in np.flatnonzero(~old).tolist():
        if (old & (plain == plain[leaf])).any():
            assert (old & (plain == plain[leaf]) & (result == result[leaf])).any()
        else:
            assert ((result == result[leaf]) == (plain == plain[leaf])).all()


def chain(*scores: float) -> Dendrogram:
    """Leaf 0 merges with leaf 1, then with leaf 2 and so on, at these scores."""
    merges = rows(*((0, leaf + 1) for leaf in range(len(scores))))
    return Dendrogram(len(scores) + 1, merges, np.array(scores))


@pytest.mark.parametrize(("before", "expected"), [([0, 0], [0, 0]), ([0, 1], [0, 1])])
@pytest.mark.parametrize("score", [0.48, 0.52])
def test_within_the_margin_two_leaves_are_as_they_were(before: list[int], expected: list[int], score: float) -> None:
    assert steady_groups(chain(score), 0.5, 0.05, each(before)).tolist() == expected


@pytest.mark.parametrize("before", [[-1, -1], [-1, 0]])
def test_within_the_margin_a_new_leaf_goes_by_the_threshold(before: list[int]) -> None:
    assert steady_groups(chain(0.52), 0.5, 0.05, each(before)).tolist() == [0, 0]
    assert steady_groups(chain(0.48), 0.5, 0.05, each(before)).tolist() == [0, 1]


def test_a_new_leaf_joins_the_old_event_that_it_is_merged_with_first() -> None:
    assert steady_groups(chain(0.54, 0.52), 0.5, 0.05, each([4, -1, 9])).tolist() == [0, 0, 2]


def test_of_two_old_events_that_were_merged_before_a_new_leaf_joins_the_larger() -> None:
    tree = chain(0.54, 0.53, 0.52, 0.51)
    assert steady_groups(tree, 0.5, 0.05, each([7, 8, 8, -1, -1])).tolist() == [0, 1, 1, 1, 1]
    assert steady_groups(tree, 0.5, 0.05, each([7, 8, 8, 7, -1])).tolist() == [0, 1, 1, 0, 0]


def test_the_larger_of_two_old_events_counts_all_its_leaves_also_those_that_are_merged_later() -> None:
    """0 and 3 were together; 4 is new and is merged with 1 and 3 together, which were apart."""
    tree = Dendrogram(5, rows((1, 3), (1, 4), (0, 1)), np.array([0.54, 0.52, 0.48]))
    assert steady_groups(tree, 0.5, 0.05, each([8, 7, -1, 8, -1])).tolist() == [0, 1, 2, 0, 0]


def test_a_leaf_with_articles_of_two_old_events_joins_them() -> None:
    before = rows((0, 1), (1, 1), (1, 2), (2, 2))
    assert steady_groups(chain(0.48, 0.47), 0.5, 0.05, before).tolist() == [0, 0, 0]
    assert steady_groups(chain(0.48, 0.44), 0.5, 0.05, before).tolist() == [0, 0, 2]
