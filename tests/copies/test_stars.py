"""Groups around their earliest articles: chains are cut, and true copies stay together."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdedup.copies.find import find_copies
from newsdedup.copies.groups import CopyGroups
from newsdedup.copies.pairs import verified_pairs
from newsdedup.copies.stars import LEAST_LIKENESS, pairs_in_chains, star_labels

Pair = tuple[int, int, float]
Sets = list[frozenset[int]]


def verified(*pairs: Pair) -> np.ndarray:
    left, right, score = (np.array([pair[place] for pair in pairs]) for place in range(3))
    return verified_pairs(left.astype(np.int64), right.astype(np.int64), score.astype(float), score.astype(float))


def partition(labels: np.ndarray) -> set[frozenset[int]]:
    return {frozenset(np.flatnonzero(labels == label).tolist()) for label in np.unique(labels)}


def grouped(n: int, *pairs: Pair, threshold: float = 0.5) -> list[set[int]]:
    groups = partition(star_labels(verified(*pairs), threshold, np.arange(n)))
    return sorted(map(set, groups), key=min)


def test_copies_of_the_earliest_are_one_group() -> None:
    assert grouped(4, (0, 1, 0.6), (0, 2, 0.5), (0, 3, 0.9)) == [{0, 1, 2, 3}]


def test_a_copy_of_a_copy_stays_where_it_has_enough_of_the_earliest() -> None:
    assert grouped(3, (0, 1, 0.6), (1, 2, 0.6), (0, 2, 0.34)) == [{0, 1, 2}]


def test_a_copy_of_a_copy_starts_a_group_where_it_has_too_little_of_the_earliest() -> None:
    assert grouped(3, (0, 1, 0.6), (1, 2, 0.55), (0, 2, 0.32)) == [{0, 1}, {2}]


def test_what_was_not_compared_is_bounded_by_the_steps_between() -> None:
    assert grouped(3, (0, 1, 0.7), (1, 2, 0.7)) == [{0, 1, 2}]  # at least 0.4
    assert grouped(3, (0, 1, 0.7), (1, 2, 0.6)) == [{0, 1}, {2}]  # perhaps 0.3
    assert grouped(5, (0, 1, 0.9), (1, 2, 0.9), (2, 3, 0.9), (3, 4, 0.9)) == [{0, 1, 2, 3, 4}]


def test_the_most_similar_join_first_and_the_weakest_link_of_a_chain_is_cut() -> None:
    assert grouped(4, (0, 1, 0.9), (1, 2, 0.51), (2, 3, 0.8)) == [{0, 1}, {2, 3}]
    assert grouped(4, (0, 1, 0.51), (1, 2, 0.8), (2, 3, 0.6)) == [{0}, {1, 2, 3}]


def test_a_refused_join_is_tried_again_once_a_group_has_an_earlier_article() -> None:
    # 3 is refused by 1, its copy's earliest, but 0 is similar enough to all of them.
    pairs = [(1, 2, 0.8), (2, 3, 0.7), (1, 3, 0.2), (0, 2, 0.6), (0, 1, 0.4), (0, 3, 0.4)]
    assert grouped(4, *pairs) == [{0, 1, 2, 3}]


def test_articles_with_equal_shingles_stay_together_in_a_chain() -> None:
    assert grouped(5, (0, 1, 0.6), (1, 2, 0.55), (1, 3, 1.0), (2, 4, 1.0)) == [{0, 1, 3}, {2, 4}]


def test_the_age_of_the_articles_decides_and_not_their_rows() -> None:
    order = np.array([2, 1, 0])
    assert partition(star_labels(verified((0, 1, 0.6), (1, 2, 0.55)), 0.5, order)) == {
        frozenset({0, 1}),
        frozenset({2}),
    }


def test_articles_without_copies_are_alone() -> None:
    assert grouped(3) == [{0}, {1}, {2}]
    assert grouped(3, (0, 2, 0.4)) == [{0}, {1}, {2}]


def test_in_a_chain_all_articles_are_compared_and_elsewhere_none() -> None:
    chain = [(0, 1, 0.6), (1, 2, 0.6), (2, 3, 1.0), (4, 5, 0.6), (4, 6, 0.7), (5, 6, 0.2)]
    assert pairs_in_chains(verified(*chain), 0.5, np.arange(7)).tolist() == [[0, 2]]
    assert len(pairs_in_chains(verified(), 0.5, np.arange(7))) == 0


def test_in_a_long_chain_each_article_is_compared_with_the_earliest_only() -> None:
    steps = [(row, row + 1, 0.9) for row in range(99)]
    pairs = pairs_in_chains(verified(*steps), 0.5, np.arange(100)[::-1])
    assert pairs.tolist() == [[row, 99] for row in range(98)]


@st.composite
def related_sets(draw: st.DrawFn) -> Sets:
    """Sets of shingles, most made from an earlier one by a few edits."""
    chance = draw(st.randoms(use_true_random=False))
    sets: Sets = []
    for _ in range(draw(st.integers(1, 12))):
        if sets and chance.random() < 0.8:
            edits = frozenset(chance.sample(range(30), chance.randint(0, 3)))
            sets.append(chance.choice(sets) ^ edits or frozenset({1}))
        else:
            sets.append(frozenset(chance.sample(range(30), chance.randint(4, 10))))
    return sets


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other)


def pairs_of(sets: Sets, least: float) -> np.ndarray:
    scored = ((one, other, jaccard(sets[one], sets[other])) for one, other in combinations(range(len(sets)), 2))
    return verified(*(pair for pair in scored if pair[2] >= least))


RELATED, THRESHOLDS = related_sets(), st.sampled_from([0.3, 0.5, 0.8])


@settings(max_examples=200, deadline=None)
@given(RELATED, THRESHOLDS, st.booleans())
def test_every_member_has_two_thirds_of_the_threshold_in_common_with_the_earliest(
    sets: Sets, threshold: float, only_copies: bool
) -> None:
    known = pairs_of(sets, threshold if only_copies else 0)
    for group in partition(star_labels(known, threshold, np.arange(len(sets)))):
        assert all(jaccard(sets[min(group)], sets[row]) >= threshold * LEAST_LIKENESS - 1e-8 for row in group)


@settings(max_examples=200, deadline=None)
@given(RELATED, THRESHOLDS)
def test_equal_sets_are_together_and_a_group_lies_within_what_copies_connect(sets: Sets, threshold: float) -> None:
    known = pairs_of(sets, 0)
    labels = star_labels(known, threshold, np.arange(len(sets)))
    for one, other in combinations(range(len(sets)), 2):
        assert labels[one] == labels[other] or sets[one] != sets[other]
    for group in partition(labels):
        inside = [pair for pair in combinations(sorted(group), 2) if jaccard(*(sets[row] for row in pair)) >= threshold]
        reached = {min(group)}
        for _ in group:
            reached |= {row for pair in inside if reached & set(pair) for row in pair}
        assert reached == group


@settings(max_examples=200, deadline=None)
@given(RELATED, THRESHOLDS)
def test_articles_that_copies_connect_are_one_group_if_all_have_enough_of_the_earliest(
    sets: Sets, threshold: float
) -> None:
    known = pairs_of(sets, 0)
    connected = partition(star_labels(known, threshold, np.arange(len(sets))))
    reached, copies = {0}, known[known["score"] >= threshold][["left", "right"]].tolist()
    for _ in sets:
        reached |= {row for pair in copies if reached & set(pair) for row in pair}
    if all(jaccard(sets[0], sets[row]) >= threshold * LEAST_LIKENESS for row in reached):
        assert frozenset(reached) in connected


@settings(max_examples=200, deadline=None)
@given(RELATED, THRESHOLDS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_and_of_the_pairs_makes_no_difference(
    sets: Sets, threshold: float, chance: random.Random
) -> None:
    rows = chance.sample(range(len(sets)), len(sets))  # the new row of each old one
    order = np.empty(len(sets), np.int64)
    order[rows] = np.arange(len(sets))
    moved = [
        (min(rows[left], rows[right]), max(rows[left], rows[right]), score)
        for left, right, score, _ in pairs_of(sets, 0).tolist()
    ]
    chance.shuffle(moved)
    found = star_labels(verified(*moved), threshold, order)
    expected = star_labels(pairs_of(sets, 0), threshold, np.arange(len(sets)))
    assert partition(found[rows]) == partition(expected)


SYLLABLES = ["mưa", "lũ", "đê", "cầu", "xã", "hồ", "tàu", "núi", "bão", "đèo", "sông", "biển", "rừng", "đảo", "vịnh"]
SENTENCES = [" ".join(random.Random(number).choices(SYLLABLES, k=12)).capitalize() for number in range(20)]


def rolling(count: int, kept: int) -> list[dict[str, str]]:
    """Versions of which each drops the first sentence and adds one at the end."""
    return [
        {"id": f"v{n}", "text": ". ".join(SENTENCES[n : n + kept]), "published_at": f"2025-06-{n + 1:02}"}
        for n in range(count)
    ]


def ids_together(found: CopyGroups) -> list[set[str]]:
    return [set(group) for group in found.groups if len(group) > 1]


@pytest.mark.parametrize("kept", [4, 6, 8])
def test_rolling_versions_that_share_nothing_have_two_origins_and_each_shares_half_with_its_own(kept: int) -> None:
    versions = {one["id"]: set(one["text"].split(". ")) for one in rolling(kept + 4, kept)}
    found = find_copies(rolling(kept + 4, kept))
    assert ids_together(found)
    assert found.origins["v0"] != found.origins[f"v{kept}"]
    assert all(len(versions[name] & versions[origin]) >= kept / 2 for name, origin in found.origins.items())


def test_the_copies_that_do_not_join_their_groups_are_listed() -> None:
    found = find_copies(rolling(7, 4))
    assert len(found.cut_pairs)
    labels = found.labels
    assert (labels[found.cut_pairs["left"]] != labels[found.cut_pairs["right"]]).all()
    assert len(find_copies(rolling(2, 4)).cut_pairs) == 0
    assert all(
        relation.to in group for group in found.groups for name, relation in found.relations.items() if name in group
    )


@settings(max_examples=25, deadline=None)
@given(st.permutations(rolling(7, 4)), st.floats(0.5, 1), st.floats(0, 1))
def test_stricter_groups_of_a_chain_lie_within_the_looser_ones(
    versions: list[dict[str, str]], threshold: float, part: float
) -> None:
    loose = find_copies(versions)
    middle = loose.at(0.5 + part * (threshold - 0.5))
    strict = middle.at(threshold)
    assert loose.at(0.5).groups == loose.groups
    for finer, coarser in ((middle, loose), (strict, middle)):
        assert len(set(zip(finer.labels.tolist(), coarser.labels.tolist(), strict=True))) == len(finer.groups)


def test_an_article_that_grows_is_an_excerpt_of_its_last_version_where_the_chain_is_cut() -> None:
    grown = [
        {"id": f"v{n}", "text": ". ".join(SENTENCES[: 2 + n * 2]), "published_at": f"2025-06-{n + 1:02}"}
        for n in range(6)
    ]
    found = find_copies(grown)
    assert len(found.groups) > 1
    assert set(found.origins.values()) == {found.representatives[-1]}
