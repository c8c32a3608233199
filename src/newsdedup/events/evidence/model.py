"""The weight of each kind of evidence: a logistic model small enough to read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from attrs import asdict, evolve, field, frozen

from newsdedup.events.evidence.gather import Features
from newsdedup.events.evidence.logistic import logistic
from newsdedup.events.evidence.model_data import LARGEST_MODEL, checked_model_data, model_data
from newsdedup.kernels.ragged import Floats
from newsdedup.support.arguments import path_option
from newsdedup.support.errors import SettingError, in_message, pass_on_interruption
from newsdedup.support.whole_files import whole_file


@frozen
class Coefficient:
    """The weight of one feature, which is standardised by its mean and scale."""

    name: str
    weight: float
    mean: float
    scale: float

    def standardised(self, features: Features) -> Floats:
        """The feature of each pair, standardised."""
        return (features[self.name] - self.mean) / self.scale


@frozen
class Model:
    """A logistic model of evidence.

    Attributes
    ----------
    coefficients : tuple of Coefficient
        One per feature.
    intercept : float
        Of the logit.
    softness : float
        Factor of the logit for a score, so that average linkage can rank strong pairs.
    alone, few_threshold : float
        Parameters of the working point, see `newsdedup.events.grouping.cut.working_point`.
    card : mapping
        Model card: data, digests, method and measurements of the training.
    """

    coefficients: tuple[Coefficient, ...]
    intercept: float
    softness: float
    alone: float
    few_threshold: float
    card: Mapping[str, Any] = field(factory=dict, eq=False)

    @classmethod
    def load(cls, path: str | Path) -> Model:
        """A saved model.

        Raises
        ------
        SettingError
            If there is no such file, or it does not contain a model, or one of another version. The message names the
            field, its value, and what is allowed.
        """
        place = path_option(path)
        try:
            if place.is_fifo():
                raise ValueError("a pipe")  # it would be waited for
            with place.open("rb") as file:
                content = file.read(LARGEST_MODEL + 1)
        except (OSError, ValueError) as problem:
            pass_on_interruption(problem)
            raise SettingError(f"evidence={str(path)!r} cannot be read: give a file that Model.save wrote") from problem
        model = _model_of_data(model_data(content, str(path)))
        lacking = {one.name for one in shipped_model().coefficients} - {one.name for one in model.coefficients}
        if lacking:
            raise SettingError(
                f"evidence={str(path)!r} is a model of an earlier version, without "
                f"{', '.join(sorted(lacking))}: train it again"
            )
        return model

    def save(self, path: str | Path) -> None:
        """Write the model to a JSON file.

        Raises
        ------
        SettingError
            If a field has a value that `load` would not accept.
        """
        checked_model_data(_unchecked_data(self), "the model")
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        with whole_file(path) as file:
            file.write(f"{text}\n".encode())

    @property
    def digest(self) -> str:
        """A hash of its numbers, without the card, that identifies the model."""
        return hashlib.sha256(json.dumps(asdict(evolve(self, card={}))).encode()).hexdigest()[:16]

    def logit(self, features: Features) -> Floats:
        """Log odds that each pair reports one event.

        Parameters
        ----------
        features : mapping of str to ndarray, each of shape (n_pairs,)
            One array per feature.

        Returns
        -------
        ndarray of float64, shape (n_pairs,)
        """
        total = np.full(len(next(iter(features.values()))), self.intercept)
        for one in self.coefficients:
            total += one.weight * one.standardised(features)
        return total

    def probability(self, features: Features) -> Floats:
        """Probability that each pair reports one event.

        Parameters
        ----------
        features : mapping of str to ndarray, each of shape (n_pairs,)
            One array per feature.

        Returns
        -------
        ndarray of float64, shape (n_pairs,)
        """
        return logistic(self.logit(features))

    def score(self, features: Features) -> Floats:
        """The softened probability, which the dendrogram averages.

        Parameters
        ----------
        features : mapping of str to ndarray, each of shape (n_pairs,)
            One array per feature.

        Returns
        -------
        ndarray of float64, shape (n_pairs,)
        """
        return logistic(self.softness * self.logit(features))


@cache
def shipped_model() -> Model:
    """The model that comes with the package, made by ``benchmarks/train_evidence.py`` with `train_evidence`."""
    from importlib.resources import files  # imported here because it is slow

    return model_from(json.loads(files("newsdedup.events.evidence").joinpath("evidence.json").read_text("utf-8")))


def model_of(evidence: Model | str | Path | None) -> Model:
    """The model for the option ``evidence``: the given one, one from a file, or the shipped one."""
    if evidence is None:
        return shipped_model()
    if isinstance(evidence, str | Path):
        return Model.load(path_option(evidence, "evidence"))
    if not isinstance(evidence, Model):
        raise SettingError(
            f"evidence={in_message(evidence)} is not a model: give one of train_evidence, or the path of a saved one"
        )
    checked_model_data(_unchecked_data(evidence), "evidence")
    return evidence


def model_from(data: Mapping[str, Any], where: str = "the model") -> Model:
    """A model from its JSON data."""
    return _model_of_data(checked_model_data(data, where))


def _model_of_data(data: Mapping[str, Any]) -> Model:
    return Model(**{**data, "coefficients": tuple(Coefficient(**one) for one in data["coefficients"])})


def _unchecked_data(model: Model) -> Mapping[str, Any]:
    """The fields of a model that may have been made by hand, as data to check."""
    rows: Any = model.coefficients
    if isinstance(rows, list | tuple):
        rows = tuple(asdict(one) if isinstance(one, Coefficient) else one for one in rows)
    return {**asdict(model, recurse=False), "coefficients": rows}
