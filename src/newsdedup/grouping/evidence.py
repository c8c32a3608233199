"""Two articles, the evidence that they report one event, and its probability."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from newsdedup.grouping.aspects import Aspects
from newsdedup.grouping.background import background
from newsdedup.grouping.lsh import Pairs, bucket_pairs, union
from newsdedup.grouping.terms import (
    NEAREST,
    Terms,
    cosine,
    nearest,
    neighbour_pairs,
    neighbours,
    to_neighbours,
    weighted,
)
from newsdedup.progress import shown

_LOOKALIKES: Final = (20, 60)  # places whose mean likeness is what news of the kind shares anyway
_USUAL_LEVEL: Final = 0.05  # that mean, where nothing better is known
_AT_LARGE: Final = ("words", "headline")  # single words, of which it is known how common they are
_SIGNS: Final = ("names", "numbers")  # that may clash
_SEVERAL: Final = 2  # of these in either article; of fewer, none in common says nothing
_USUAL_FELLOWS: Final = 5  # fellows of an article that would outweigh it
_MANY: Final = 10_000  # articles among which
_STEP: Final = 4  # every so many places will do

# Kinds of terms by name: the aspect that they are made of, and the words in one.
_KINDS: Final[Mapping[str, tuple[str, tuple[int, ...]]]] = {
    "words": ("words", (1,)),
    "phrases_of_2": ("words", (1, 2)),
    "phrases_of_4": ("words", (4,)),
    "opening": ("opening", (1, 2)),
    "headline": ("headline", (1,)),
    "names": ("names", (1,)),
    "numbers": ("numbers", (1,)),
}

Floats = NDArray[np.float64]
Features = Mapping[str, Floats]


@frozen(eq=False)
class Evidence:
    """Candidate pairs and what speaks for each."""

    pairs: Pairs
    features: Features

    def kept(self, wanted: NDArray[np.bool_]) -> Evidence:
        """Only the pairs that are wanted."""
        return Evidence(self.pairs[wanted], {name: column[wanted] for name, column in self.features.items()})


def gather(
    aspects: Aspects,
    *,
    copied: Pairs,
    kept: Pairs | None = None,
    threads: int | None = None,
    progress: bool | None = None,
) -> Evidence:
    """Find candidate pairs in several views and measure the evidence of each.

    Parameters
    ----------
    aspects : Aspects
        What the articles say, one row each.
    copied : ndarray of int64, shape (m, 2)
        Pairs that share word shingles, to be looked at in any case.
    kept : ndarray of int64, shape (m, 2), optional
        Pairs to be measured even where others are nearer.
    threads : int, optional
        By default one for each core.
    progress : bool, optional
        Show bars.

    Returns
    -------
    Evidence
        The nearest articles of each, with features as columns of the same length.
    """
    terms = {
        name: weighted(aspects[aspect], sizes, beside=background() if name in _AT_LARGE else None, threads=threads)
        for name, (aspect, sizes) in shown(_KINDS.items(), "weighing terms", progress)
    }
    sentences, lengths = aspects["sentences"], {name: aspects[name].lengths for name in ("words", *_SIGNS)}
    del aspects  # what is needed of it is in the terms, which take as much memory again
    salient = terms["phrases_of_2"]
    around = neighbours(salient, _LOOKALIKES[1], threads=threads)
    quoting = union((copied, bucket_pairs(sentences.values, sentences.owners)))
    quoting = quoting[nearest(quoting, cosine(salient, quoting, threads=threads), NEAREST)]
    parts = [quoting, np.sort(neighbour_pairs(around[:, :NEAREST]), axis=1), *([] if kept is None else [kept])]
    pairs = union(parts)
    return Evidence(pairs, _features(terms, lengths, pairs, around, threads, progress))


def _features(
    terms: Mapping[str, Terms],
    lengths: Mapping[str, NDArray[np.int64]],
    pairs: Pairs,
    around: NDArray[np.int32],
    threads: int | None,
    progress: bool | None,
) -> Features:
    """Agreement of each kind of terms, how far it stands out from the neighbourhood, clashes, length."""
    kinds = shown(terms.items(), "comparing pairs", progress)
    features = {name: cosine(kind, pairs, threads=threads) for name, kind in kinds}
    for name in ("words", "phrases_of_2"):
        level = _level(terms[name], pairs, features[name], around, threads)
        found = _standing_out(pairs, features[name], level)
        features |= {f"{name}_{how}": column for how, column in found.items()}
    fewer = {name: each[pairs].min(axis=1, initial=np.iinfo(np.int64).max) for name, each in lengths.items()}
    features |= {f"{name}_clash": _clash(fewer[name], features[name]) for name in _SIGNS}
    # Short articles share little whatever they report, long ones share something always.
    return features | {"shorter": np.log1p(fewer["words"])}


def _clash(fewer: NDArray[np.int64], alike: Floats) -> Floats:
    """How telling it is that two articles share none: the more the one has that has fewer, the more."""
    return np.where((fewer >= _SEVERAL) & (alike <= 0), np.log1p(fewer), 0.0)


def _standing_out(pairs: Pairs, alike: Floats, level: Floats) -> Features:
    """A likeness beside what both articles share with their own look-alikes.

    In a corpus of shootings every pair looks alike; what counts is to stand out. After local
    scaling (Zelnik-Manor and Perona 2004).
    """
    left, right = level[pairs].T
    return {
        "above": alike - (left + right) / 2,
        "ratio": np.log((alike + 0.02) / (np.sqrt(left * right) + 0.02)),
    }


def _level(terms: Terms, pairs: Pairs, alike: Floats, around: NDArray[np.int32], threads: int | None) -> Floats:
    """Mean likeness of each article to its look-alikes.

    A small corpus has no fellows at these places; there its mean likeness to all stands in, drawn
    towards what is usual.
    """
    n, (first, last) = len(around), _LOOKALIKES
    step = 1 if n < _MANY else _STEP
    total = to_neighbours(terms, around[:, first:last:step], threads=threads).sum(axis=1)
    missing = np.clip(last - max(n - 1, first), 0, last - first)
    overall = np.bincount(pairs.ravel(), np.repeat(alike, 2), minlength=n)
    stand_in = (overall + _USUAL_FELLOWS * _USUAL_LEVEL) / (n - 1 + _USUAL_FELLOWS)
    return np.asarray((total * step + missing * stand_in) / (last - first))


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
        What the working point is chosen with, see `newsdedup.grouping.cut.working_point`.
    card : mapping
        Data, digests, method and numbers of the training.
    """

    coefficients: tuple[Coefficient, ...]
    intercept: float
    softness: float
    alone: float
    few_threshold: float
    card: Mapping[str, Any] = field(factory=dict, eq=False)

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
    """The model that comes with the package, made by ``benchmarks/train_evidence.py``."""
    return model_from(json.loads(files("newsdedup.grouping").joinpath("evidence.json").read_text("utf-8")))


def model_from(data: Mapping[str, Any]) -> Model:
    """A model from its JSON data."""
    return Model(**{**data, "coefficients": tuple(Coefficient(**one) for one in data["coefficients"])})
