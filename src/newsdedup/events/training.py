"""Labelled news to a model of evidence: what each kind of evidence is worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from newsdedup.copies.lsh import Pairs
from newsdedup.events.cut import THRESHOLDS, working_point
from newsdedup.events.linkage import Dendrogram, average_linkage
from newsdedup.events.model import Coefficient, Model
from newsdedup.events.training_sets import Case, Labels, cases_of
from newsdedup.kernels.ragged import Integers
from newsdedup.metrics import b_cubed
from newsdedup.support.errors import InputError

_SOFTNESS: Final = 0.25
_REGULARISATION: Final = 0.01
_ALONE: Final = 0.65  # mean score to its fellows that an article alone is taken to have at first
_FEW: Final = 0.6  # the threshold that suits a few articles, where no few are known
_FEW_BETA: Final = 0.25  # among a few articles a false merge is by far the worse mistake
_FORM: Final = -40.0  # what a form filled in anew takes off the logit: labelled news has too few to learn it from


def train_evidence(labelled: Iterable[tuple[Any, Labels]]) -> Model:
    """Train a model of evidence on labelled news of your own, for ``find_events(..., evidence=model)``.

    Logistic regression (L2) on the evidence of candidate pairs. Of news with known events it learns
    from the whole, from the same thinned out until most events have one report, and from small
    pieces of it, each a fixed share of what it learns.

    Parameters
    ----------
    labelled : iterable of (articles, labels)
        One or more bodies of news, each weighing the same. Articles are anything that
        `read_articles` takes. Labels are a mapping of article id to its event (of any kind; articles
        without one are left aside), or an iterable of (id, id, whether they report one event).
        A few dozen events, look-alikes among them, are the least to learn from.

    Returns
    -------
    Model
        ``.save(path)`` writes it, ``Model.load(path)`` reads it.

    Raises
    ------
    InputError
        If a label is for an article that is not there, or there are no pairs of one event, or none
        of different ones.

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
    return trained([case for articles, labels in labelled for case in cases_of(articles, labels)])


def trained(cases: Sequence[Case]) -> Model:
    """A model of the evidence in these cases, with the threshold that suits a few articles best."""
    model = fitted(cases)
    small = [(scored(case, model), case.weight) for case in cases if case.is_small]
    if not small:
        return model
    qualities = [[one.quality(threshold, beta=_FEW_BETA) for threshold in THRESHOLDS] for one, _ in small]
    mean = np.average(qualities, axis=0, weights=[weight for _, weight in small])
    return evolve(model, few_threshold=float(THRESHOLDS[np.argmax(mean)]))


def fitted(cases: Sequence[Case]) -> Model:
    """The coefficients; the threshold for a few articles is that of no news in particular."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    used = [case for case in cases if len(case.same)]
    same = np.concatenate([np.zeros(0, bool), *(case.same for case in used)])
    if len(set(same.tolist())) < 2:
        raise InputError(
            "there is nothing to learn from: give pairs of one event, and of different ones that look alike"
        )
    names = [name for name in used[0].evidence.features if name != "form"]
    x = np.concatenate([np.stack([case.evidence.features[name] for name in names], axis=1) for case in used])
    weights = np.concatenate([np.full(len(case.same), case.weight / len(case.same)) for case in used])
    scale = StandardScaler().fit(x)
    regression = LogisticRegression(max_iter=3000, C=_REGULARISATION)
    regression.fit(scale.transform(x), same, sample_weight=weights / weights.mean())
    columns = zip(names, regression.coef_[0], scale.mean_, scale.scale_, strict=True)
    return Model(
        coefficients=(
            *(Coefficient(name, *(round(float(value), 6) for value in rest)) for name, *rest in columns),
            Coefficient("form", _FORM, 0.0, 1.0),
        ),
        intercept=round(float(regression.intercept_[0]), 6),
        softness=_SOFTNESS,
        alone=_ALONE,
        few_threshold=_FEW,
    )


@frozen(eq=False)
class Scored:
    """A case of known events under a model."""

    events: Integers
    pairs: Pairs
    score: NDArray[np.float64]
    tree: Dendrogram

    def working_point(self, model: Model) -> float:
        """Where it is cut."""
        return working_point(self.tree, self.pairs, self.score, alone=model.alone, few=model.few_threshold)

    def quality(self, threshold: float, *, beta: float = 1) -> float:
        """B-cubed F of a cut; a beta below 1 makes precision count more."""
        found = b_cubed(self.events, self.tree.cut(threshold))
        return (1 + beta**2) * found.precision * found.recall / (beta**2 * found.precision + found.recall)


def scored(case: Case, model: Model) -> Scored:
    """A case of known events with its scores and its dendrogram."""
    score = model.score(case.evidence.features)
    events = np.zeros(0, np.int64) if case.events is None else case.events
    return Scored(events, case.evidence.pairs, score, average_linkage(len(events), case.evidence.pairs, score))


def grouped(case: Case, model: Model) -> Integers:
    """The groups that the model finds in a case of known events."""
    one = scored(case, model)
    return one.tree.cut(one.working_point(model))
