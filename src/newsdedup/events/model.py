"""What the evidence of a pair is worth: a logistic model small enough to read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from attrs import asdict, evolve, field, frozen

from newsdedup.events.evidence import Features
from newsdedup.kernels.ragged import Floats
from newsdedup.support.errors import SettingError


@frozen
class Coefficient:
    """The weight of one feature, after taking off its mean and dividing by its scale."""

    name: str
    weight: float
    mean: float
    scale: float


@frozen
class Model:
    """A logistic model of evidence.

    Attributes
    ----------
    coefficients : tuple of Coefficient
        One a feature.
    intercept : float
        Of the logit.
    softness : float
        What the logit is multiplied by for a score, so that average linkage can tell strong from
        stronger.
    alone, few_threshold : float
        What the working point is chosen with, see `newsdedup.events.cut.working_point`.
    card : mapping
        Data, digests, method and numbers of the training.
    """

    coefficients: tuple[Coefficient, ...]
    intercept: float
    softness: float
    alone: float
    few_threshold: float
    card: Mapping[str, Any] = field(factory=dict, eq=False)

    @classmethod
    def load(cls, path: str | Path) -> Model:
        """A model that was saved.

        Raises
        ------
        SettingError
            If the file holds no model.
        """
        try:
            return model_from(json.loads(Path(path).read_text("utf-8")))
        except (ValueError, TypeError, KeyError, AttributeError) as problem:
            raise SettingError(f"{path} holds no model of evidence: give a file that Model.save wrote") from problem

    def save(self, path: str | Path) -> None:
        """Write it to a file, as JSON."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        Path(path).write_text(text + "\n", encoding="utf-8")

    @property
    def digest(self) -> str:
        """What tells this model from others: a hash of its numbers, without the card."""
        return hashlib.sha256(json.dumps(asdict(evolve(self, card={}))).encode()).hexdigest()[:16]

    def logit(self, features: Features) -> Floats:
        """Log odds that each pair reports one event."""
        total = np.full(len(next(iter(features.values()))), self.intercept)
        for one in self.coefficients:
            total = total + one.weight * (features[one.name] - one.mean) / one.scale
        return total

    def probability(self, features: Features) -> Floats:
        """Probability that each pair reports one event."""
        return _logistic(self.logit(features))

    def score(self, features: Features) -> Floats:
        """The probability, softened: what the dendrogram averages."""
        return _logistic(self.softness * self.logit(features))


def _logistic(logit: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logit)))


@cache
def shipped_model() -> Model:
    """The model that comes with the package, made by ``benchmarks/train_evidence.py`` with `train_evidence`."""
    from importlib.resources import files  # only here: it takes long to import

    return model_from(json.loads(files("newsdedup.events").joinpath("evidence.json").read_text("utf-8")))


def model_of(evidence: Model | str | Path | None) -> Model:
    """The model that a caller asks for: his own, one from a file, or the one that comes with the package."""
    if evidence is None:
        return shipped_model()
    if isinstance(evidence, str | Path):
        return Model.load(evidence)
    if not isinstance(evidence, Model):
        raise SettingError(f"evidence={evidence!r} is no model: give one of train_evidence, or the path of a saved one")
    return evidence


def model_from(data: Mapping[str, Any]) -> Model:
    """A model from its JSON data."""
    return Model(**{**data, "coefficients": tuple(Coefficient(**one) for one in data["coefficients"])})
