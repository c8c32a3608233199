"""What a model's odds are worth in the corpus at hand."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.kernels.ragged import Floats

_PRIOR_PAIRS: Final = 10.0  # how firmly the model's own odds are held to
_SAMPLE: Final = 500_000  # pairs to learn from
_FALSE, _MISSED = 0.05, 0.005  # of grouped pairs, and of the others, that are so by mistake, as in labelled news
_LEAST_SLOPE: Final = 0.1  # more odds never mean less probability


def calibrated(logit: Floats, grouped: NDArray[np.bool_]) -> Floats:
    """Probabilities that fit the groups that were found (Platt 1999), drawn towards the model's own.

    The same odds mean more among forty earthquakes than among a day's mixed news. Groups know more
    than a pair does, so they can tell what the odds of their pairs were worth. They err too, so a
    pair counts as grouped, or not, only mostly.

    Parameters
    ----------
    logit : ndarray of float64, shape (m,)
        Log odds of each pair, by a model that never saw the corpus; in an order that has nothing to
        do with it, for only the first are learnt from where there are very many.
    grouped : ndarray of bool, shape (m,)
        Whether the two were found to report one event.

    Returns
    -------
    ndarray of float64, shape (m,)
        In the same order as the odds.
    """
    from scipy.optimize import minimize

    known, target = logit[:_SAMPLE], np.where(grouped[:_SAMPLE], 1 - _FALSE, _MISSED)

    def misfit(line: Floats) -> tuple[float, Floats]:
        odds, drawn = line[0] + line[1] * known, line - (0, 1)
        wrong = np.exp(-np.logaddexp(0, -odds)) - target
        slope = np.array([wrong.sum(), wrong @ known]) + _PRIOR_PAIRS * drawn
        loss = np.logaddexp(0, odds) - target * odds
        return float(loss.sum() + _PRIOR_PAIRS / 2 * (drawn @ drawn)), slope

    bounds = [(None, None), (_LEAST_SLOPE, None)]
    shift, scale = minimize(misfit, [0.0, 1.0], jac=True, method="L-BFGS-B", bounds=bounds).x
    return np.asarray(1 / (1 + np.exp(-(shift + scale * logit))))
