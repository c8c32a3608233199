"""Where the dendrogram is cut when no threshold is given."""

from __future__ import annotations

import numpy as np
import pytest

from newsdedup.events.grouping import cut
from newsdedup.events.grouping.cut import fitness, group_fit, neighbour_scores, working_point
from newsdedup.events.grouping.linkage import average_linkage


def news(events: int, *, within: float, between: float) -> tuple[int, np.ndarray, np.ndarray]:
    """Events of three reports each, in a ring in which neighbouring events look a little alike."""
    labels = np.repeat(np.arange(events), 3)
    left, right = np.triu_indices(len(labels), 1)
    apart = (labels[right] - labels[left]) % events
    score = np.where(apart == 0, within, np.where((apart == 1) | (apart == events - 1), between, 0.0))
    return len(labels), np.stack((left, right), axis=1)[score > 0], score[score > 0]


def chosen(events: int, *, within: float, between: float, few: float = 0.55) -> float:
    n, pairs, score = news(events, within=within, between=between)
    return working_point(average_linkage(n, pairs, score), pairs, score, alone=0.6, few=few)


@pytest.mark.parametrize(("within", "between"), [(0.5, 0.2), (0.6, 0.3), (0.8, 0.4)])
def test_of_many_articles_the_working_point_separates_the_events(within: float, between: float) -> None:
    n, pairs, score = news(100, within=within, between=between)
    tree = average_linkage(n, pairs, score)
    labels = tree.cut(chosen(100, within=within, between=between))
    assert len(np.unique(labels)) == 100
    assert len(np.unique(labels.reshape(-1, 3), axis=0)) == 100


def test_a_few_articles_are_cut_at_the_threshold_for_a_few() -> None:
    assert [chosen(1, within=0.4, between=0.1, few=few) for few in (0.3, 0.5, 0.7)] == pytest.approx([0.3, 0.5, 0.7])


def test_the_threshold_for_a_few_counts_less_among_more() -> None:
    few, more = (abs(chosen(events, within=0.5, between=0.2, few=0.8) - 0.8) for events in (2, 100))
    assert few < more


@pytest.mark.parametrize("n", [0, 1, 5])
def test_articles_without_pairs_get_the_threshold_of_a_few(n: int) -> None:
    pairs, score = np.zeros((0, 2), np.int64), np.zeros(0)
    assert working_point(average_linkage(n, pairs, score), pairs, score, alone=0.6, few=0.56) == pytest.approx(0.56)


def test_fitness_is_the_silhouette_with_a_default_for_articles_alone() -> None:
    pairs, score = np.array([[0, 1], [1, 2]]), np.array([0.8, 0.4])
    own_group, next_best = group_fit(np.array([0, 0, 1]), neighbour_scores(pairs, score, 3))
    # Articles 0 and 1 share .8; to the group of the other, article 2 alone, they share 0 and .4.
    # Article 2 shares .2 on average with their group, and counts as if it shared .6 with its own group.
    assert own_group == pytest.approx([0.8, 0.8, np.nan], nan_ok=True)
    assert next_best == pytest.approx([0, 0.4, 0.2])
    expected = np.mean([(0.8 - 0) / (1 - 0), (0.8 - 0.4) / (1 - 0.4), (0.6 - 0.2) / (1 - 0.2)])
    assert fitness(own_group, next_best, alone=0.6) == pytest.approx(expected)


def test_without_articles_the_fitness_is_zero() -> None:
    nothing = neighbour_scores(np.zeros((0, 2), np.int64), np.zeros(0), 0)
    assert fitness(*group_fit(np.zeros(0, np.int64), nothing), alone=0.6) == 0


@pytest.mark.parametrize(("within", "events"), [(0.9, 160), (0.6, 100)])
def test_the_similarity_of_reports_in_a_corpus_decides_which_of_its_pairs_are_events(
    within: float, events: int
) -> None:
    pairs = np.arange(320).reshape(-1, 2)
    score = np.where(np.arange(160) < 100, within, 0.45)
    tree = average_linkage(320, pairs, score)
    merged = tree.score >= working_point(tree, pairs, score, alone=0.65, few=0.6)
    assert np.count_nonzero(merged) == 260 - events


def test_among_thresholds_of_about_equal_fitness_the_middle_is_taken() -> None:
    assert chosen(100, within=0.7, between=0.3) == pytest.approx(0.5, abs=0.03)


def test_beyond_a_sample_only_the_first_articles_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cut, "FITNESS_SAMPLE", 60)
    found = chosen(100, within=0.5, between=0.2)
    assert 0.2 < found <= 0.5
