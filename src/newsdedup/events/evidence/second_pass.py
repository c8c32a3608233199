"""The model fitted to the corpus at hand, after a first pass has grouped it.

The same evidence means less among forty earthquakes than among a day's mixed news. A group rests on more
evidence than a single pair, so the groups of a first pass can serve as labels of the pairs: self-training
(Scudder 1965), drawn to the model of labelled news. It gives scores the same meaning in every corpus and
makes the probabilities those of this corpus.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from newsdedup.events.evidence.gather import VETOES, Features
from newsdedup.events.evidence.logistic import fitted_slopes
from newsdedup.events.evidence.model import Model
from newsdedup.events.evidence.model_data import bounds_of

_TRUE_SHARE: Final = 0.97  # share of grouped pairs that are of one event, as measured on labelled news
_MISSED_SHARE: Final = 0.003  # share of the other pairs that are of one event, as measured on labelled news
_PRIOR_PAIRS: Final = 500.0  # pairs as which the weights of the given model count
_MOST_PAIRS: Final = 200_000  # to which the weights are fitted: more do not change them
_HALFWAY: Final = 10  # articles that halve the distance to the weights fitted here


def adapted(model: Model, features: Features, grouped: NDArray[np.bool_], articles: int) -> Model:
    """The model with its weights fitted to a corpus; with few articles they are mostly its own.

    The order of the pairs must be independent of their features: of very many only the first are used. `grouped`
    says of each pair whether its two articles are in one group, `articles` how many the corpus has.
    """
    free = [one for one in model.coefficients if one.name not in VETOES]
    some = np.flatnonzero(sum(features[name] for name in VETOES) == 0)[:_MOST_PAIRS]
    if not len(some):
        return model
    intercept, weights = fitted_slopes(
        np.stack([one.standardised(features)[some] for one in free], axis=1),
        np.where(grouped[some], _TRUE_SHARE, _MISSED_SHARE),
        np.ones(len(some)),
        drawn_to=np.array([one.weight for one in free]),
        strength=_PRIOR_PAIRS,
        bounds=[bounds_of(one.name) for one in free],
    )
    share = 1 - 0.5 ** (articles / _HALFWAY)
    moved = {
        one.name: evolve(one, weight=one.weight + share * float(weight - one.weight))
        for one, weight in zip(free, weights, strict=True)
    }
    return evolve(
        model,
        intercept=model.intercept + share * (intercept - model.intercept),
        coefficients=tuple(moved.get(one.name, one) for one in model.coefficients),
    )
