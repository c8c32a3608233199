"""Logistic regression with bounds on the slopes, drawn towards given ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsdedup.kernels.ragged import Floats

SlopeBounds = tuple[float | None, float | None]


def logistic(logit: Floats) -> Floats:
    """The probability of log odds; 0 where they are too low for floating-point numbers."""
    with np.errstate(over="ignore"):
        return np.asarray(1 / (1 + np.exp(-logit)))


def fitted_slopes(
    x: Floats,
    target: Floats,
    weight: Floats,
    *,
    drawn_to: Floats,
    strength: float,
    bounds: Sequence[SlopeBounds],
) -> tuple[float, Floats]:
    """The intercept and the slopes of least loss; scikit-learn has no bounds and draws to zero only.

    Parameters
    ----------
    x : ndarray of float64, shape (m, k)
        Features, standardised.
    target : ndarray of float64, shape (m,)
        The probability that each row should have.
    weight : ndarray of float64, shape (m,)
        Of each row.
    drawn_to : ndarray of float64, shape (k,)
        The slopes where nothing is known, from which the search starts too.
    strength : float
        Of the quadratic penalty on the distance from them; the intercept is free.
    bounds : sequence of (low, high), length k
        Of each slope; None where it has no bound.
    """
    from scipy.optimize import minimize

    # einsum, because the order in which a matrix product is summed depends on the number of cores
    def loss(line: Floats) -> tuple[float, Floats]:
        logit, moved = line[0] + np.einsum("ij,j->i", x, line[1:]), line[1:] - drawn_to
        wrong = weight * (logistic(logit) - target)
        value = (weight * (np.logaddexp(0, logit) - target * logit)).sum() + strength / 2 * (moved @ moved)
        return float(value), np.append(wrong.sum(), np.einsum("ij,i->j", x, wrong) + strength * moved)

    found = minimize(loss, np.append(0.0, drawn_to), jac=True, method="L-BFGS-B", bounds=[(None, None), *bounds]).x
    return float(found[0]), np.asarray(found[1:])
