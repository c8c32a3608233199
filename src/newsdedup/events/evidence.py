"""Two articles, and the evidence that they report one event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.copies.lsh import Pairs, bucket_pairs, union
from newsdedup.events.background import background
from newsdedup.events.templates import details_in_common, filled_in_anew, wording_in_common
from newsdedup.events.terms import (
    NEAREST,
    Terms,
    cosine,
    nearest,
    neighbour_pairs,
    neighbours,
    to_neighbours,
    weighted,
)
from newsdedup.events.views import Aspects
from newsdedup.kernels.ragged import Floats, Ragged
from newsdedup.support.progress import shown

LOOKALIKES: Final = (20, 60)  # places whose mean likeness is what news of the kind shares anyway
_USUAL_LEVEL: Final = 0.05  # that mean, where nothing better is known
_AT_LARGE: Final = ("words", "headline")  # single words, of which it is known how common they are
_APART: Final = 0.07  # excess that an article has for itself: less than that says little of its fellows
DETAILS: Final = ("names", "numbers")  # details that an article gives, and that may clash
_SEVERAL: Final = 2  # of these in either article; of fewer, none in common says nothing
_USUAL_FELLOWS: Final = 5  # fellows of an article that would outweigh it
_MANY: Final = 10_000  # articles among which
_STEP: Final = 4  # every so many places will do

SALIENT: Final = "phrases_of_2"  # the kind of terms by which candidates are found
LEVELLED: Final = ("words", "phrases_of_2")  # the kinds that are measured against what is usual

# Kinds of terms by name: the aspect that they are made of, and the words in one.
KINDS: Final[Mapping[str, tuple[str, tuple[int, ...]]]] = {
    "words": ("words", (1,)),
    "phrases_of_2": ("words", (1, 2)),
    "opening": ("opening", (1, 2)),
    "headline": ("headline", (1,)),
    "names": ("names", (1,)),
    "numbers": ("numbers", (1,)),
}

Features = Mapping[str, Floats]


@frozen(eq=False)
class Evidence:
    """Candidate pairs and what speaks for each."""

    pairs: Pairs
    features: Features

    def kept(self, wanted: NDArray[np.bool_]) -> Evidence:
        """Only the pairs that are wanted."""
        return Evidence(self.pairs[wanted], {name: column[wanted] for name, column in self.features.items()})


@frozen(eq=False)
class Surroundings:
    """What must be known of articles for their pairs to be measured.

    Attributes
    ----------
    terms : mapping of str to Terms
        Their heaviest terms, by kind.
    lengths : mapping of str to ndarray of int64
        How many words, names and numbers each has.
    phrases : Ragged
        Sketches of their phrases.
    levels : mapping of str to ndarray of float64
        How alike each is, by a kind of terms, to news of its kind.
    fellows : Terms
        The articles that each stands out to.
    """

    terms: Mapping[str, Terms]
    lengths: Mapping[str, NDArray[np.int64]]
    phrases: Ragged
    levels: Mapping[str, Floats]
    fellows: Terms

    def features(self, pairs: Pairs, alike: Mapping[str, Floats], threads: int | None = None) -> Features:
        """How alike they are, how far that stands out, fellows in common, clashes, length."""
        ratios = {
            f"{name}_ratio": np.log((alike[name] + 0.02) / (np.sqrt(level[pairs].prod(axis=1)) + 0.02))
            for name, level in self.levels.items()
        }
        fewer = {name: each[pairs].min(axis=1, initial=np.iinfo(np.int64).max) for name, each in self.lengths.items()}
        return {
            **alike,
            **ratios,
            **{f"{name}_clash": _clash(fewer[name], alike[name]) for name in DETAILS},
            "fellows": cosine(self.fellows, pairs, threads=threads),
            "shorter": np.log1p(fewer["words"]),  # short articles share little, long ones something always
        }


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
        name: weighted(aspects[aspect], sizes, beside=background_of(name), threads=threads)
        for name, (aspect, sizes) in shown(KINDS.items(), "weighing terms", progress)
    }
    rest, lengths = {name: aspects[name] for name in ("sentences", "phrases")}, lengths_of(aspects)
    del aspects  # what else is needed of it is in the terms, which take as much memory again
    pairs, alike, known = surveyed(terms, lengths, **rest, copied=copied, kept=kept, threads=threads, progress=progress)
    return Evidence(pairs, known.features(pairs, alike, threads))


def surveyed(
    terms: Mapping[str, Terms],
    lengths: Mapping[str, NDArray[np.int64]],
    *,
    sentences: Ragged,
    phrases: Ragged,
    copied: Pairs,
    kept: Pairs | None = None,
    threads: int | None = None,
    progress: bool | None = None,
) -> tuple[Pairs, dict[str, Floats], Surroundings]:
    """Candidate pairs, how alike they are as of `likeness`, and what is known of each article."""
    around = neighbours(terms[SALIENT], LOOKALIKES[1], threads=threads)
    near = np.sort(neighbour_pairs(around[:, :NEAREST]), axis=1)
    quoting = nearest_of(quoting_pairs(sentences), copied, salient=terms[SALIENT], threads=threads)
    pairs = union([near, quoting, *([] if kept is None else [kept])])
    alike = likeness(terms, lengths, phrases, pairs, threads=threads, progress=progress)
    n, levels = len(around), {}
    for name in LEVELLED:
        total = np.bincount(pairs.ravel(), np.repeat(alike[name], 2), minlength=n)
        lookalikes = to_neighbours(terms[name], around[:, places_of_lookalikes(n)], threads=threads)
        levels[name] = level(lookalikes, np.asarray(total, np.float64), n)
    stands_out = excess(alike, {name: each[pairs] for name, each in levels.items()})
    return pairs, alike, Surroundings(terms, lengths, phrases, levels, fellows(pairs, stands_out, n))


def likeness(
    terms: Mapping[str, Terms],
    lengths: Mapping[str, NDArray[np.int64]],
    phrases: Ragged,
    pairs: Pairs,
    *,
    threads: int | None = None,
    progress: bool | None = None,
) -> dict[str, Floats]:
    """Agreement of the two of each pair by each kind of terms and in their details, and whether they are one form."""
    alike = {
        name: cosine(kind, pairs, threads=threads) for name, kind in shown(terms.items(), "comparing pairs", progress)
    }
    n_details = np.sum([lengths[name] for name in DETAILS], axis=0)
    alike["details"] = details_in_common([terms[name].rows for name in DETAILS], n_details, pairs, threads)
    wording = wording_in_common(phrases, pairs, threads)
    alike["form"] = filled_in_anew(wording, alike["details"], n_details, lengths["words"], pairs).astype(float)
    return alike


def quoting_pairs(sentences: Ragged) -> Pairs:
    """Pairs of articles that share a sentence, by the hashes of the sentences of each."""
    return bucket_pairs(sentences.values, sentences.owners)


def nearest_of(*views: Pairs, salient: Terms, threads: int | None = None) -> Pairs:
    """Of the pairs that some views found, those of the nearest few of either article by their salient terms."""
    pairs = union(list(views))
    return pairs[nearest(pairs, cosine(salient, pairs, threads=threads), NEAREST)]


def background_of(kind: str) -> Ragged | None:
    """Words of news at large, for kinds of terms of which it is known how common they are."""
    return background() if kind in _AT_LARGE else None


def lengths_of(aspects: Aspects) -> dict[str, NDArray[np.int64]]:
    """How many words, names and numbers each article has."""
    return {name: aspects[name].lengths for name in ("words", *DETAILS)}


def _clash(fewer: NDArray[np.int64], alike: Floats) -> Floats:
    """How telling it is that two articles share none: the more the one has that has fewer, the more."""
    return np.where((fewer >= _SEVERAL) & (alike <= 0), np.log1p(fewer), 0.0)


def excess(alike: Mapping[str, Floats], levels: Mapping[str, Floats]) -> Floats:
    """How much more alike two articles are than either is with its look-alikes; 0 if less, and for a form.

    Local scaling, after Zelnik-Manor and Perona (2004). `levels` has shape (m, 2): of both articles.
    """
    each = [np.maximum(0, alike[name] - levels[name].mean(axis=1)) for name in LEVELLED]
    return np.where(alike["form"] > 0, 0.0, np.sum(each, axis=0))


def fellows(pairs: Pairs, stands_out: Floats, n: int) -> Terms:
    """The articles that each of `n` stands out to, with the squared excess as weights.

    Two earthquakes share much, but each report of one stands out to the other reports of the same;
    in this they differ. After the shared near neighbours of Jarvis and Patrick (1973).
    """
    from newsdedup.kernels import shared_neighbours

    left, right = np.ascontiguousarray(pairs.T)
    offsets = np.empty(n + 1, np.int64)
    kept, shares = np.empty(2 * len(pairs) + n, np.uint32), np.empty(2 * len(pairs) + n, np.float32)
    weight = (stands_out**2).astype(np.float32)
    apart = _APART**2 * (1 + LOOKALIKES[0] / max(1, n))  # among a few, nobody else could have been alike
    total = shared_neighbours.neighbour_vectors(left, right, weight, NEAREST, apart, offsets, kept, shares)
    return Terms(Ragged(kept[:total], offsets), shares[:total])


def places_of_lookalikes(n: int) -> slice:
    """Which neighbours are look-alikes: too far away to report the same."""
    return slice(*LOOKALIKES, 1 if n < _MANY else _STEP)


def level(lookalikes: Floats, total: Floats, n: int) -> Floats:
    """Mean likeness of articles to news of their kind: what counts is to stand out from it.

    In a corpus of shootings every pair looks alike. A small corpus has no fellows at these places;
    there its mean likeness to all stands in, drawn towards what is usual.

    Parameters
    ----------
    lookalikes : ndarray of float64, shape (k, places)
        Likeness to the neighbours at `places_of_lookalikes`, 0 where there is none.
    total : ndarray of float64, shape (k,)
        Likeness to all that an article is compared with, summed.
    n : int
        Articles of the corpus.
    """
    first, last = LOOKALIKES
    step = places_of_lookalikes(n).step
    missing = np.clip(last - max(n - 1, first), 0, last - first)
    stand_in = (total + _USUAL_FELLOWS * _USUAL_LEVEL) / (n - 1 + _USUAL_FELLOWS)
    return np.asarray((lookalikes.sum(axis=1) * step + missing * stand_in) / (last - first))
