"""Probabilities of pairs, calibrated to the corpus at hand."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.kernels.ragged import Floats

_PRIOR_PAIRS: Final = 10.0  # weight of the model's own odds, in pairs
_CALIBRATION_PAIRS: Final = 500_000  # pairs to which the line is fitted: more do not change it
_FALSE_SHARE: Final = 0.05  # share of grouped pairs that are of different events, as measured on labelled news
_MISSED_SHARE: Final = 0.005  # share of the other pairs that are of one event, as measured on labelled news
_LEAST_SLOPE: Final = 0.1  # slope of the line; above 0, so that higher odds never mean a lower probability


def calibrated(logit: Floats, grouped: NDArray[np.bool_]) -> Floats:
    """Probabilities fitted to the groups that were found (Platt 1999), shrunk towards the model's own.

    The same odds mean less among forty earthquakes than among a day's mixed news. A group rests on
    more evidence than a single pair, so the groups serve as labels of the pairs. They contain errors
    too, hence soft targets: `_FALSE_SHARE` and `_MISSED_SHARE`.

    The order of the pairs must be independent of their log odds (`logit`): of very many pairs only the first are
    used. `grouped` says of each pair whether its two articles are in one group.
    """
    from scipy.optimize import minimize

    known, likely = logit[:_CALIBRATION_PAIRS], grouped[:_CALIBRATION_PAIRS]
    target = np.where(likely, 1 - _FALSE_SHARE, _MISSED_SHARE)

    def misfit(line: Floats) -> tuple[float, Floats]:
        odds, drawn = line[0] + line[1] * known, line - (0, 1)
        wrong = np.exp(-np.logaddexp(0, -odds)) - target
        slope = np.array([wrong.sum(), wrong @ known]) + _PRIOR_PAIRS * drawn
        loss = np.logaddexp(0, odds) - target * odds
        return float(loss.sum() + _PRIOR_PAIRS / 2 * (drawn @ drawn)), slope

    bounds = [(None, None), (_LEAST_SLOPE, None)]
    shift, scale = minimize(misfit, [0.0, 1.0], jac=True, method="L-BFGS-B", bounds=bounds).x
    return np.asarray(1 / (1 + np.exp(-(shift + scale * logit))))
