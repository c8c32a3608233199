"""Labelled news to a model of evidence: the weight of each kind of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from newsdedup.copies.pairs import Pairs
from newsdedup.events.evidence.model import Coefficient, Model
from newsdedup.events.grouping.cut import THRESHOLDS, working_point
from newsdedup.events.grouping.linkage import Dendrogram, average_linkage
from newsdedup.events.training.training_sets import Labels, TrainingSet, training_sets_of
from newsdedup.kernels.ragged import Integers
from newsdedup.metrics import b_cubed
from newsdedup.support.errors import InputError, require

_SOFTNESS: Final = 0.25  # factor of the logit, so that average linkage can rank strong pairs
_REGULARISATION: Final = 0.01  # C of the logistic regression
_ALONE_SCORE: Final = 0.65  # initial value of `alone`, see newsdedup.events.grouping.cut.working_point
_FEW_THRESHOLD: Final = 0.6  # threshold for a few articles, where there are no small samples to learn it from
_FEW_BETA: Final = 0.25  # beta of F on small samples: with a few articles a false merge is by far the worse mistake
_TEMPLATE_WEIGHT: Final = -40.0  # logit of a template filled in again: labelled news has too few to learn it from


def train_evidence(labelled: Iterable[tuple[Any, Labels]]) -> Model:
    """Train a model of evidence on your own labelled news, for ``find_events(..., evidence=model)``.

    Logistic regression (L2) on the evidence of candidate pairs. From news with known events it learns
    on the whole set, on versions thinned out until most events have one report, and on small samples;
    each of the three has a fixed share of the weight.

    Parameters
    ----------
    labelled : iterable of (articles, labels)
        One or more sets of news, all of the same weight. Articles are anything that `read_articles`
        takes. Labels are a mapping of article id to its event (of any type; articles without a label
        are ignored), or an iterable of (id, id, whether they report one event). Use at least a few
        dozen events, look-alikes among them.

    Returns
    -------
    Model
        ``.save(path)`` writes it, ``Model.load(path)`` reads it.

    Raises
    ------
    InputError
        If `labelled` does not hold pairs, if a label names an article that is missing, or if there are no
        pairs of one event, or no pairs of different events.

    Examples
    --------
    >>> from newsdedup.events.find import find_events
    >>> news = [
    ...     {"id": "a", "text": "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết"},
    ...     {"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng nay"},
    ...     {"id": "c", "text": "Bão số 7 đổ bộ Quảng Ninh sáng 9/9, ba người bị thương"},
    ... ]
    >>> model = train_evidence([(news, {"a": "storm 5", "b": "storm 5", "c": "storm 7"})])
    >>> find_events(news, evidence=model).settings.evidence == model.digest
    True
    """
    require(labelled, Iterable, "train_evidence")
    labelled = list(labelled)
    if not all(isinstance(pair, tuple | list) and len(pair) == 2 for pair in labelled):
        raise InputError("train_evidence needs pairs of articles and their labels: give [(articles, labels)]")
    return trained([one for articles, labels in labelled for one in training_sets_of(articles, labels)])


def trained(training_sets: Sequence[TrainingSet]) -> Model:
    """The model fitted to these training sets, with the best threshold for a few articles."""
    model = fitted(training_sets)
    small = [(scored(one, model), one.weight) for one in training_sets if one.is_small]
    if not small:
        return model
    qualities = [[one.quality(threshold, beta=_FEW_BETA) for threshold in THRESHOLDS] for one, _ in small]
    mean = np.average(qualities, axis=0, weights=[weight for _, weight in small])
    return evolve(model, few_threshold=float(THRESHOLDS[np.argmax(mean)]))


def fitted(training_sets: Sequence[TrainingSet]) -> Model:
    """The model with fitted coefficients and the default threshold for a few articles."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    used = [one for one in training_sets if len(one.same)]
    same = np.concatenate([np.zeros(0, bool), *(one.same for one in used)])
    if len(set(same.tolist())) < 2:
        raise InputError("nothing to learn from: give pairs of one event, and of different ones that look alike")
    names = [name for name in used[0].evidence.features if name != "form"]
    x = np.concatenate([np.stack([one.evidence.features[name] for name in names], axis=1) for one in used])
    weights = np.concatenate([np.full(len(one.same), one.weight / len(one.same)) for one in used])
    scale = StandardScaler().fit(x)
    regression = LogisticRegression(max_iter=3000, C=_REGULARISATION)
    regression.fit(scale.transform(x), same, sample_weight=weights / weights.mean())
    columns = zip(names, regression.coef_[0], scale.mean_, scale.scale_, strict=True)
    return Model(
        coefficients=(
            *(Coefficient(name, *(round(float(value), 6) for value in rest)) for name, *rest in columns),
            Coefficient("form", _TEMPLATE_WEIGHT, 0.0, 1.0),
        ),
        intercept=round(float(regression.intercept_[0]), 6),
        softness=_SOFTNESS,
        alone=_ALONE_SCORE,
        few_threshold=_FEW_THRESHOLD,
    )


@frozen(eq=False)
class Scored:
    """A training set of known events, scored by a model."""

    events: Integers
    pairs: Pairs
    score: NDArray[np.float64]
    tree: Dendrogram

    def working_point(self, model: Model) -> float:
        """The threshold that `find_events` would choose."""
        return working_point(self.tree, self.pairs, self.score, alone=model.alone, few=model.few_threshold)

    def quality(self, threshold: float, *, beta: float = 1) -> float:
        """B-cubed F at a threshold; with a beta below 1, precision counts more than recall."""
        found = b_cubed(self.events, self.tree.cut(threshold))
        return (1 + beta**2) * found.precision * found.recall / (beta**2 * found.precision + found.recall)


def scored(training_set: TrainingSet, model: Model) -> Scored:
    """Scores and dendrogram of a training set of known events."""
    pairs, score = training_set.evidence.pairs, model.score(training_set.evidence.features)
    events = np.zeros(0, np.int64) if training_set.events is None else training_set.events
    return Scored(events, pairs, score, average_linkage(len(events), pairs, score))


def grouped(training_set: TrainingSet, model: Model) -> Integers:
    """The group of each article of a training set of known events, as the model finds it."""
    one = scored(training_set, model)
    return one.tree.cut(one.working_point(model))
