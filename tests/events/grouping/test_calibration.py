"""Probabilities of pairs, calibrated to a corpus."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.events.grouping.calibration import calibrated


def test_many_pairs_calibrate_the_odds() -> None:
    random = np.random.default_rng(0)
    logit = random.normal(0, 2, 20_000)
    truth = 1 / (1 + np.exp(-(1.5 * logit - 1)))
    found = calibrated(logit, random.random(20_000) < truth)
    believed = 0.95 * truth + 0.005 * (1 - truth)  # groups contain errors
    assert found == pytest.approx(believed, abs=0.06)


def test_pairs_of_one_group_are_believed_as_far_as_groups_are_right() -> None:
    assert calibrated(np.full(20_000, 5.0), np.ones(20_000, bool)) == pytest.approx(0.95, abs=0.001)


def test_without_pairs_there_is_nothing_to_calibrate() -> None:
    assert calibrated(np.zeros(0), np.zeros(0, bool)).shape == (0,)


@pytest.mark.parametrize("same", [True, False])
def test_one_pair_moves_the_odds_of_the_model_but_little(same: bool) -> None:
    (found,) = calibrated(np.array([1.0]), np.array([same]))
    assert found == pytest.approx(1 / (1 + np.exp(-1.0)), abs=0.05)


@given(st.lists(st.tuples(st.integers(-30, 30), st.booleans()), min_size=2, max_size=30))
def test_more_odds_never_mean_less_probability(pairs: list[tuple[int, bool]]) -> None:
    logit, grouped = np.array([odds for odds, _ in pairs], np.float64), np.array([same for _, same in pairs])
    found = calibrated(logit, grouped)
    assert (np.diff(found[np.argsort(logit)]) >= 0).all()
    assert ((found >= 0) & (found <= 1)).all()
