"""Where most working points of scores of a second pass lie."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.events.grouping.cut import Centre, second_centre, working_point
from newsdedup.events.grouping.linkage import average_linkage


def couples(n_pairs: int, score: float) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of articles, each article in one of them."""
    return np.arange(2 * n_pairs, dtype=np.int64).reshape(-1, 2), np.full(n_pairs, score)


def test_where_every_article_has_a_partner_it_is_lowest_and_where_none_has_highest() -> None:
    pairs, score = couples(50, 0.9)
    assert second_centre(pairs, score, 100).threshold == pytest.approx(0.45)
    assert 0.6 < second_centre(pairs, score * 0.5, 100).threshold < 0.75


def test_it_rises_with_the_share_of_articles_without_a_partner() -> None:
    found = [second_centre(*couples(n_pairs, 0.9), 100) for n_pairs in (50, 40, 20, 10, 0)]
    for values in ([one.threshold for one in found], [one.weight for one in found]):
        assert values == sorted(values)
        assert len(set(values)) == len(values)


def test_without_articles_there_is_a_centre_too() -> None:
    assert 0 < second_centre(np.zeros((0, 2), np.int64), np.zeros(0), 0).threshold < 1


@given(st.lists(st.floats(0, 1), max_size=20))
def test_a_lower_score_never_lowers_it(scores: list[float]) -> None:
    pairs, score = couples(len(scores), 0.0)[0], np.array(scores)
    assert second_centre(pairs, score / 2, 50).threshold >= second_centre(pairs, score, 50).threshold


def test_a_centre_draws_the_working_point_of_many_articles_where_the_fitness_is_flat() -> None:
    pairs, score = couples(100, 0.8)
    tree = average_linkage(200, pairs, score)
    found = [
        working_point(tree, pairs, score, alone=0.6, few=0.55, centre=Centre(threshold, 0.05))
        for threshold in (0.4, 0.6)
    ]
    assert found == pytest.approx([0.4, 0.6], abs=0.05)
