"""Logistic regression with bounds, drawn towards given slopes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression

from newsdedup.events.evidence.logistic import fitted_slopes, logistic

FREE = (None, None)


def data(n: int = 400, k: int = 3) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows whose label depends on the columns by 1, 0, -1, and a weight for each."""
    random = np.random.default_rng(0)
    x = random.normal(size=(n, k))
    same = random.random(n) < logistic(x @ np.linspace(1, -1, k) - 0.5)
    return x, same.astype(float), random.uniform(0.5, 2, n)


def fit(x: np.ndarray, target: np.ndarray, weight: np.ndarray, **options: Any) -> tuple[float, np.ndarray]:
    k = x.shape[1]
    given = {"drawn_to": np.zeros(k), "strength": 10.0, "bounds": [FREE] * k, **options}
    return fitted_slopes(x, target, weight, **given)


@pytest.mark.parametrize("strength", [0.1, 10, 1000])
def test_without_bounds_it_is_the_regression_of_scikit_learn(strength: float) -> None:
    x, target, weight = data()
    intercept, slopes = fit(x, target, weight, strength=strength)
    theirs = LogisticRegression(C=1 / strength, tol=1e-9).fit(x, target, weight)
    assert slopes == pytest.approx(theirs.coef_[0], abs=1e-3)
    assert intercept == pytest.approx(theirs.intercept_[0], abs=1e-3)


def test_bounds_that_the_best_slopes_keep_change_nothing() -> None:
    x, target, weight = data()
    free, bounded = fit(x, target, weight), fit(x, target, weight, bounds=[(0.0, None), FREE, (None, 0.0)])
    assert bounded[1] == pytest.approx(free[1], abs=1e-4)


def test_a_slope_stops_at_its_bound_and_the_others_make_up_for_it() -> None:
    x, target, weight = data()
    _, slopes = fit(x, target, weight, bounds=[(None, 0.0), FREE, (0.0, None)])
    assert slopes[[0, 2]].tolist() == [0, 0]
    _, alone = fit(x[:, [1]], target, weight)
    assert slopes[1] == pytest.approx(alone[0], abs=1e-3)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.booleans(), min_size=20, max_size=20), st.sampled_from([(0.0, None), (None, 0.0)]))
def test_bounds_are_kept_whatever_the_labels(labels: list[bool], bound: tuple[float | None, float | None]) -> None:
    x, _, weight = data(20)
    _, slopes = fit(x, np.array(labels, float), weight, bounds=[bound] * 3)
    assert ((slopes >= 0) if bound[0] == 0 else (slopes <= 0)).all()


def test_where_no_row_has_weight_the_slopes_stay_where_they_are_drawn_to() -> None:
    x, target, weight = data()
    drawn_to = np.array([2.0, 0.5, -1.0])
    assert fit(x, target, 0 * weight, drawn_to=drawn_to)[1] == pytest.approx(drawn_to)
    assert fit(x[:0], target[:0], weight[:0], drawn_to=drawn_to)[1] == pytest.approx(drawn_to)


def test_the_stronger_the_prior_the_nearer_the_slopes_are_to_it() -> None:
    x, target, weight = data()
    drawn_to = np.array([-1.0, 1.0, 1.0])
    far = [
        np.linalg.norm(fit(x, target, weight, drawn_to=drawn_to, strength=strength)[1] - drawn_to)
        for strength in (1.0, 100.0, 1e4, 1e8)
    ]
    assert far == sorted(far, reverse=True)
    assert far[-1] < 1e-3


def test_the_intercept_is_drawn_to_nothing() -> None:
    x, _, weight = data()
    intercept, _ = fit(x, np.full(len(x), 0.9), weight, strength=1e6)
    assert logistic(np.array(intercept)) == pytest.approx(0.9, abs=1e-3)


def test_soft_targets_are_the_probabilities_that_are_met() -> None:
    x, _, weight = data()
    wanted = logistic(x @ np.array([1.0, 0.0, -1.0]) - 0.5)
    intercept, slopes = fit(x, wanted, weight, strength=1e-6)
    assert (intercept, *slopes) == pytest.approx((-0.5, 1, 0, -1), abs=1e-2)


@given(st.floats(-30, 30))
def test_a_probability_turns_back_into_its_log_odds(logit: float) -> None:
    probability = logistic(np.array([logit, -logit]))
    assert probability.sum() == pytest.approx(1)
    assert np.log(probability[0] / probability[1]) == pytest.approx(logit, abs=1e-6)


def test_log_odds_of_any_size_give_a_probability_without_a_warning() -> None:
    assert logistic(np.array([-1e6, -720.0, 0.0, 720.0, np.inf, -np.inf])).tolist() == [0, 0, 0.5, 1, 1, 0]
