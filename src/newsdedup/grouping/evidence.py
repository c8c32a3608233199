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
from newsdedup.grouping.lsh import Pairs, bucket_pairs, union
from newsdedup.grouping.sketch import Rows, grams, shortened
from newsdedup.grouping.terms import (
    NEAREST,
    Terms,
    cosine,
    heaviest,
    nearest,
    ranked,
    sharing_terms,
    weighted,
)

_LOOKALIKES: Final = (20, 60)  # places whose mean likeness is what news of the kind shares anyway
_USUAL_LEVEL: Final = 0.05  # that mean, where nothing better is known
_USUAL_FELLOWS: Final = 5  # fellows of an article that would outweigh it
_FEW: Final = 20  # articles of which half of what is usual can be told
_NUM_PERM: Final = 128

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
    seed: int = 1,
    threads: int | None = None,
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
    seed : int
        Seed of the sketches.
    threads : int, optional
        By default one for each core.

    Returns
    -------
    Evidence
        The nearest articles of each, with features as columns of the same length.
    """
    terms = {name: weighted(*counted) for name, counted in _term_kinds(aspects).items()}
    salient = heaviest(terms["phrases_of_2"])
    views = (
        copied,
        bucket_pairs(aspects["sentences"].values, aspects["sentences"].owners),
        sharing_terms(salient, num_perm=_NUM_PERM, seed=seed, threads=threads),
    )
    pairs = union(views)
    pairs = pairs[nearest(pairs, cosine(salient, pairs), NEAREST)]
    pairs = pairs if kept is None else union((pairs, kept))
    return Evidence(pairs, _features(terms, pairs, len(aspects["words"])))


def _term_kinds(aspects: Aspects) -> dict[str, tuple[Rows, ...]]:
    """Kinds of terms by name, each the rows that are counted together."""
    words, opening, headline = (aspects[name] for name in ("words", "opening", "headline"))
    return {
        "words": (grams(words, 1),),
        "phrases_of_2": (grams(words, 1), grams(words, 2)),
        "phrases_of_4": (grams(words, 4),),
        "opening": (grams(opening, 1), grams(opening, 2)),
        "headline": (grams(headline, 1),),
        "names": (shortened(aspects["names"]),),
        "numbers": (shortened(aspects["numbers"]),),
    }


def _features(terms: Mapping[str, Terms], pairs: Pairs, n: int) -> Features:
    """Agreement of each kind of terms, and how far it stands out from the neighbourhood."""
    agreement = {name: cosine(kind, pairs) for name, kind in terms.items()}
    outstanding: dict[str, Floats] = {}
    for name in ("words", "phrases_of_2"):
        found = _standing_out(pairs, agreement[name], n)
        outstanding |= {f"{name}_{how}": column for how, column in found.items()}
    return agreement | outstanding


def _standing_out(pairs: Pairs, alike: Floats, n: int) -> Features:
    """A likeness beside what both articles share with their own look-alikes.

    In a corpus of shootings every pair looks alike; what counts is to stand out. After local
    scaling (Zelnik-Manor and Perona 2004).
    """
    places = ranked(pairs, alike)
    left, right = _level(pairs, alike, places, n)[pairs].T
    return {
        "above": alike - (left + right) / 2,
        "ratio": np.log((alike + 0.02) / (np.sqrt(left * right) + 0.02)),
    }


def _level(pairs: Pairs, alike: Floats, places: NDArray[np.int64], n: int) -> Floats:
    """Mean likeness of each article to its look-alikes.

    A small corpus has no fellows at these places; there its mean likeness to all stands in, drawn
    towards what is usual.
    """
    first, last = _LOOKALIKES
    both = np.repeat(alike, 2)
    among = ((places >= first) & (places < last)).ravel()
    total = np.bincount(pairs.ravel()[among], both[among], minlength=n)
    missing = np.clip(last - max(n - 1, first), 0, last - first)
    overall = np.bincount(pairs.ravel(), both, minlength=n)
    stand_in = (overall + _USUAL_FELLOWS * _USUAL_LEVEL) / (n - 1 + _USUAL_FELLOWS)
    return np.asarray((total + missing * stand_in) / (last - first))


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
        What the logit is multiplied by, so that average linkage can tell strong from stronger.
    threshold, few_threshold : float
        Mean score at which two groups of reports are taken for one event, among very many articles
        and among very few.
    card : mapping
        Data, digests, method and numbers of the training.
    """

    coefficients: tuple[Coefficient, ...]
    intercept: float
    softness: float
    threshold: float
    few_threshold: float
    card: Mapping[str, Any] = field(factory=dict, eq=False)

    def probability(self, features: Features) -> Floats:
        """Softened probability that each pair reports one event."""
        logit = np.full(len(next(iter(features.values()))), self.intercept)
        for one in self.coefficients:
            logit = logit + one.weight * (features[one.name] - one.mean) / one.scale
        return np.asarray(1 / (1 + np.exp(-self.softness * logit)))

    def working_point(self, articles: int) -> float:
        """The threshold for so many articles: a few cannot tell what is usual, so they need more."""
        few = _FEW / (_FEW + articles)
        return few * self.few_threshold + (1 - few) * self.threshold


@cache
def shipped_model() -> Model:
    """The model that comes with the package, made by ``benchmarks/train_evidence.py``."""
    return model_from(json.loads(files("newsdedup.grouping").joinpath("evidence.json").read_text("utf-8")))


def model_from(data: Mapping[str, Any]) -> Model:
    """A model from its JSON data."""
    return Model(**{**data, "coefficients": tuple(Coefficient(**one) for one in data["coefficients"])})
