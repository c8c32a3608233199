"""Labelled news to a model of evidence: the weight of each kind of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import tzinfo
from typing import Any, Final

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.copies.pairs import Pairs
from newsdedup.events.evidence.gather import CLASH, VETOES
from newsdedup.events.evidence.logistic import fitted_slopes
from newsdedup.events.evidence.model import Coefficient, Model
from newsdedup.events.evidence.model_data import bounds_of
from newsdedup.events.grouping.cut import THRESHOLDS, working_point
from newsdedup.events.grouping.linkage import Dendrogram, average_linkage
from newsdedup.events.training.training_sets import Labels, TrainingSet, training_sets_of
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.metrics import b_cubed
from newsdedup.support.arguments import is_list
from newsdedup.support.errors import InputError, require

_SOFTNESS: Final = 0.25  # factor of the logit, so that average linkage can rank strong pairs
_STRENGTH: Final = 100.0  # of the quadratic penalty on the weights: 1 / C
_ALONE_SCORE: Final = 0.65  # initial value of `alone`, see newsdedup.events.grouping.cut.working_point
_FEW_THRESHOLD: Final = 0.6  # threshold for a few articles, where there are no small samples to learn it from
_FEW_BETA: Final = 0.25  # beta of F on small samples: with a few articles a false merge is by far the worse mistake
_DAYS_CLASH: Final = f"days{CLASH}"
_LEAST_CLASH: Final = -2.0  # logit of different days: labelled news has few events that differ in little else
_VETO: Final = -40.0  # logit of a template filled in again, or of nothing rare in common


def train_evidence(
    labelled: Iterable[tuple[Any, Labels]],
    *,
    columns: Mapping[str, str] | None = None,
    language: str | None = None,
    timezone: str | tzinfo = READING.timezone,
    day_first: bool | None = None,
    encoding: str | None = None,
    strict: bool = False,
    max_characters: int = READING.max_characters,
) -> Model:
    """Train a model of evidence on your own labelled news, for ``find_events(..., evidence=model)``.

    Logistic regression (L2) on the evidence of candidate pairs, one for each set of news; the model is their
    mean. From news with known events it learns on the whole set, on versions thinned out until most events
    have one report, on small samples, and on all of these with texts cut to the length of teasers and
    headlines; each has a fixed share of the weight.

    Parameters
    ----------
    labelled : iterable of (articles, labels)
        One or more sets of news, all of the same weight. Articles are anything that `read_articles`
        takes. Labels are a mapping of article id to its event (of any type; articles without a label
        are ignored), or an iterable of (id, id, whether they report one event). Use at least a few
        dozen events, look-alikes among them.
    columns, language, timezone, day_first, encoding, strict, max_characters
        As for `read_articles`.

    Returns
    -------
    Model
        ``.save(path)`` writes it, ``Model.load(path)`` reads it.

    Raises
    ------
    InputError
        If `labelled` does not hold pairs, if a label names an article that is missing, or if there are no
        pairs of one event, or no pairs of different events.
    SettingError
        If an option has a value that is not allowed.

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
    reading = ReadOptions(
        columns=columns,
        language=language,
        timezone=timezone,
        day_first=day_first,
        encoding=encoding,
        strict=strict,
        max_characters=max_characters,
    )
    require(labelled, Iterable, "train_evidence")
    pairs: list[Any] = list(labelled) if is_list(labelled) else [labelled]
    if not all(isinstance(pair, tuple | list) and len(pair) == 2 for pair in pairs):
        raise InputError("train_evidence needs pairs of articles and their labels: give [(articles, labels)]")
    return trained([training_sets_of(articles, labels, reading) for articles, labels in pairs])


def trained(bodies: Sequence[Sequence[TrainingSet]]) -> Model:
    """The model fitted to the training sets of each body of news, with the best threshold for a few articles."""
    model = fitted(bodies)
    small = [(scored(one, model), one.weight) for sets in bodies for one in sets if one.is_small]
    if not small:
        return model
    qualities = [[one.quality(threshold, beta=_FEW_BETA) for threshold in THRESHOLDS] for one, _ in small]
    mean = np.average(qualities, axis=0, weights=[weight for _, weight in small])
    return evolve(model, few_threshold=float(THRESHOLDS[np.argmax(mean)]))


def fitted(bodies: Sequence[Sequence[TrainingSet]]) -> Model:
    """The mean of one model for each body of news, with the default threshold for a few articles.

    In one regression on all of them the features would have to tell the bodies apart, which differ in the length
    of their texts and in how many reports an event has: what is learned thus misleads in other news.
    """
    lines = [_line(training_sets) for training_sets in _that_can_be_learned(bodies)]
    names = lines[0].names
    mean, scale, slope = (np.mean([getattr(one, part) for one in lines], axis=0) for part in ("mean", "scale", "slope"))
    slope = np.where(np.array(names) == _DAYS_CLASH, np.minimum(slope, _LEAST_CLASH), slope)
    at_mean = float(np.mean([one.at_zero for one in lines]) + slope @ mean)
    columns = zip(names, slope * scale, mean, scale, strict=True)
    return Model(
        coefficients=(
            *(Coefficient(name, *(round(float(value), 6) for value in rest)) for name, *rest in columns),
            *(Coefficient(name, _VETO, 0.0, 1.0) for name in VETOES),
        ),
        intercept=round(at_mean, 6),
        softness=_SOFTNESS,
        alone=_ALONE_SCORE,
        few_threshold=_FEW_THRESHOLD,
    )


@frozen(eq=False)
class _Line:
    """What is learned of one body of news, in units of the features."""

    names: tuple[str, ...]
    at_zero: float  # logit where every feature is 0
    slope: Floats
    mean: Floats  # of each feature
    scale: Floats


def _that_can_be_learned(bodies: Sequence[Sequence[TrainingSet]]) -> list[list[TrainingSet]]:
    """The bodies of news with pairs of one event and of different ones; the others are added to each of them."""
    used = [[one for one in sets if len(one.same)] for sets in bodies]
    alone = [sets for sets in used if _has_both(sets)]
    rest = [one for sets in used if not _has_both(sets) for one in sets]
    if not alone and not _has_both(rest):
        raise InputError("nothing to learn from: give pairs of one event, and of different ones that look alike")
    return [sets + rest for sets in alone] or [rest]


def _has_both(training_sets: Sequence[TrainingSet]) -> bool:
    return len({bool(same) for one in training_sets for same in (one.same.any(), one.same.all())}) == 2


def _line(training_sets: Sequence[TrainingSet]) -> _Line:
    """The weighted logistic regression of one body of news."""
    names = tuple(name for name in training_sets[0].evidence.features if name not in VETOES)
    x = np.concatenate([np.stack([one.evidence.features[name] for name in names], axis=1) for one in training_sets])
    same = np.concatenate([one.same for one in training_sets])
    weight = np.concatenate([np.full(len(one.same), one.weight / len(one.same)) for one in training_sets])
    mean, scale = x.mean(axis=0), x.std(axis=0)
    scale[scale == 0] = 1.0
    intercept, slopes = fitted_slopes(
        (x - mean) / scale,
        same.astype(float),
        weight / weight.mean(),
        drawn_to=np.zeros(len(names)),
        strength=_STRENGTH,
        bounds=[bounds_of(name) for name in names],
    )
    return _Line(names, intercept - float(slopes / scale @ mean), slopes / scale, mean, scale)


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
