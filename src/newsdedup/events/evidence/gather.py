"""Candidate pairs of articles, and the evidence that the two report one event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.copies.lsh import bucket_pairs
from newsdedup.copies.pairs import NO_PAIRS, Pairs, union
from newsdedup.events.evidence.background import Background, background
from newsdedup.events.evidence.relative_time import UNKNOWN_GAP, gaps, log_ratios
from newsdedup.events.evidence.templates import details_in_common, same_template, wording_in_common
from newsdedup.events.evidence.terms import (
    NEAREST,
    Counts,
    Terms,
    cosine,
    counted,
    nearest,
    neighbour_pairs,
    neighbours,
    to_neighbours,
    weighted,
    weighted_by,
)
from newsdedup.events.evidence.windows import TimeOrder
from newsdedup.events.reading.days import days_in_common, resolved_days
from newsdedup.events.reading.views import DETAILS, Views
from newsdedup.kernels.ragged import NO_ROWS, Floats, Integers, Ragged
from newsdedup.support.progress import shown

LOOKALIKES: Final = (20, 60)  # ranks of neighbours too far for the same event: their mean likeness is the base level
_USUAL_LEVEL: Final = 0.05  # base level, a cosine, of articles of which nothing else is known
_USUAL_WEIGHT: Final = 5  # comparisons as which `_USUAL_LEVEL` counts in the base level of a small corpus
_LARGE_CORPUS: Final = 10_000  # articles; from here on the base level is sampled
FEW_RANKS: Final = slice(*LOOKALIKES, 4)  # those of `LOOKALIKES` that are measured in a large corpus
_GAP_CLASH: Final = ((0, 1, 2), (0.0, 0.5, 1.0))  # days between two told days, and how strongly they differ
_RARE: Final = 1 + np.log(200)  # rarity of a term that one article in 200 has
_FEW_DETAILS: Final = 2 * _RARE**2  # square of a length: two articles with one number each, the same, are half alike
_PRIVATE_EXCESS: Final = 0.07  # excess of each article over itself: with less, shared neighbours mean little
_LEAST_DETAILS: Final = 2  # details that both articles need to have for a clash: with fewer, none in common is chance
UNCOUNTED_HEAVIEST: Final = 256  # terms kept per article where it is not known which of them others have
CLASH: Final = "_clash"  # ends the name of a feature that speaks against one event
TEMPLATE: Final = "form"  # feature that marks one template filled in twice
CHANCE: Final = "chance"  # feature that marks a pair with nothing rare in common: no name, number or rare term
VETOES: Final = (TEMPLATE, CHANCE)  # features of which each decides alone
SALIENT: Final = "phrases_of_2"  # kind of terms by which candidates are found
LEVELLED: Final = ("words", "phrases_of_2")  # kinds whose cosine is compared with the base level

# Each kind of terms: the view that it is made from, and the words in a term.
TERM_KINDS: Final[Mapping[str, tuple[str, tuple[int, ...]]]] = {
    "words": ("words", (1,)),
    "phrases_of_2": ("words", (1, 2)),
    "opening": ("opening", (1, 2)),
    "headline": ("headline", (1,)),
    "names": ("names", (1,)),
    "numbers": ("numbers", (1,)),
}

RATIO: Final = "_ratio"  # ends the name of a likeness relative to the base level
FEATURE_NAMES: Final = (
    *TERM_KINDS,
    *("details", TEMPLATE),
    *(f"{name}{RATIO}" for name in LEVELLED),
    *(f"{name}{CLASH}" for name in (*DETAILS, "days")),
    *("days", "fellows", CHANCE, "time", "shorter"),
)

Features = Mapping[str, Floats]


@frozen(eq=False)
class Evidence:
    """Candidate pairs, and the features of each."""

    pairs: Pairs
    features: Features

    def kept(self, wanted: NDArray[np.bool_]) -> Evidence:
        """The pairs where `wanted` is true."""
        return Evidence(self.pairs[wanted], {name: column[wanted] for name, column in self.features.items()})


@frozen(eq=False)
class CorpusCounts:
    """How common terms are in a corpus of which some articles are measured, counted in all of it or in a sample."""

    counts: Mapping[str, Counts]  # articles by term, for each kind of terms
    articles: int  # in the corpus
    is_sample: bool  # whether only some of the articles were counted


@frozen(eq=False)
class CorpusContext:
    """The properties of single articles from which the features of their pairs are computed."""

    terms: Mapping[str, Terms]  # the heaviest terms of each, by kind
    lengths: Mapping[str, NDArray[np.int64]]  # number of words, names and numbers of each
    phrases: Ragged  # phrase sketches
    levels: Mapping[str, Floats]  # base level of each, by kind of terms: its likeness to similar news
    shared_neighbours: Terms  # neighbour profile of each, see `neighbour_profiles`
    hours: Floats  # shape (n, 2): when each was published, see `newsdedup.events.reading.reports.hours_of`
    gap_counts: Integers  # candidate pairs by `newsdedup.events.evidence.relative_time.gaps`
    days: Ragged  # the days that each tells, see `newsdedup.events.reading.days.resolved_days`
    sentences: Ragged = NO_ROWS  # hashes of the sentences of each, by which later articles find it

    def features(self, pairs: Pairs, alike: Mapping[str, Floats], threads: int | None = None) -> Features:
        """Likeness, likeness relative to the base level, clashes, shared neighbours and length of each pair.

        The names are `FEATURE_NAMES`, those of the coefficients of a model among them; ``fellows`` are shared
        neighbours, ``time`` is the gap between the two, ``days`` a day that both tell, ``form`` and ``chance`` are
        `VETOES`.
        """
        ratios = {
            f"{name}{RATIO}": np.log((alike[name] + 0.02) / (np.sqrt(level[pairs].prod(axis=1)) + 0.02))
            for name, level in self.levels.items()
        }
        whole = {name: self.terms[name].norms[pairs].prod(axis=1) for name in (SALIENT, *DETAILS)}
        few = {name: alike[name] * whole[name] / (whole[name] + _FEW_DETAILS) for name in DETAILS}
        is_chance = (alike[SALIENT] * whole[SALIENT] < _RARE**2) & (sum(few.values()) <= 0)
        gap, _ = days_in_common(self.days, pairs)
        fewer = {name: each[pairs].min(axis=1, initial=np.iinfo(np.int64).max) for name, each in self.lengths.items()}
        return {
            **alike,
            **few,
            **ratios,
            **{f"{name}{CLASH}": _clash(fewer[name], alike[name]) for name in DETAILS},
            "days": (gap == 0).astype(float),
            f"days{CLASH}": np.interp(np.nan_to_num(gap, nan=0.0), *_GAP_CLASH),
            "fellows": cosine(self.shared_neighbours, pairs, threads=threads),
            CHANCE: is_chance.astype(float),
            "time": log_ratios(self.gap_counts)[gaps(*(self.hours[rows] for rows in pairs.T))],
            "shorter": np.log1p(fewer["words"]),  # short articles share little, long ones always something
        }


def gathered(
    views: Views,
    hours: Floats,
    published: Integers,
    *,
    copied: Pairs,
    kept: Pairs = NO_PAIRS,
    within: TimeOrder | None = None,
    corpus: CorpusCounts | None = None,
    threads: int | None = None,
    progress: bool | None = None,
) -> tuple[Evidence, CorpusContext]:
    """Find candidate pairs from several sources and measure the evidence of each, in the context of the corpus.

    `hours` and `published` say when each was published, see `newsdedup.events.reading.reports`. `copied` are pairs of
    which one prints a part of the other, further candidates; pairs in `kept` are measured in any case. With `within`,
    only articles near each other in time are compared. `corpus` has what was counted of the corpus of which these are
    a part; by default they are all.
    """
    terms = {
        name: _weighed(name, views[view], sizes, corpus, threads)
        for name, (view, sizes) in shown(TERM_KINDS.items(), "weighing terms", progress)
    }
    rest, lengths = {name: views[name] for name in ("sentences", "phrases")}, lengths_of(views)
    days = resolved_days(views["days"], published)
    del views  # the terms hold the rest, and take as much memory again
    pairs, alike, known = measured_candidates(
        terms,
        lengths,
        hours,
        days,
        **rest,
        copied=copied,
        kept=kept,
        within=within,
        corpus=None if corpus is None else corpus.articles,
        threads=threads,
        progress=progress,
    )
    return Evidence(pairs, known.features(pairs, alike, threads)), known


def _weighed(
    name: str, words: Ragged, sizes: tuple[int, ...], corpus: CorpusCounts | None, threads: int | None
) -> Terms:
    """The terms of one kind, by how common they are in the corpus: of which by default these are all articles."""
    if corpus is None:
        return weighted(words, sizes, beside=background_of(name), threads=threads)
    if not corpus.is_sample:
        return weighted_by(corpus.counts[name], words, threads=threads)
    return weighted_by(corpus.counts[name], words, most=UNCOUNTED_HEAVIEST, least=0, threads=threads)


def term_counts(views: Views, threads: int | None = None) -> dict[str, Counts]:
    """For each kind of terms, in how many articles each is."""
    return {
        name: counted(views[view], sizes, beside=background_of(name), threads=threads).compact()
        for name, (view, sizes) in TERM_KINDS.items()
    }


def gather(views: Views, hours: Floats, published: Integers, *, copied: Pairs, kept: Pairs = NO_PAIRS) -> Evidence:
    """The evidence of candidate pairs; parameters as for `gathered`."""
    return gathered(views, hours, published, copied=copied, kept=kept)[0]


def measured_candidates(
    terms: Mapping[str, Terms],
    lengths: Mapping[str, NDArray[np.int64]],
    hours: Floats,
    days: Ragged,
    *,
    sentences: Ragged,
    phrases: Ragged,
    copied: Pairs,
    kept: Pairs = NO_PAIRS,
    within: TimeOrder | None = None,
    corpus: int | None = None,
    threads: int | None = None,
    progress: bool | None = None,
) -> tuple[Pairs, dict[str, Floats], CorpusContext]:
    """Candidate pairs, their likeness as of `likeness`, and the context for their features.

    Candidates have salient terms in common, or a sentence, or an excerpt (`copied`). `corpus` is the number of
    articles of which these are a part, by default all.
    """
    around = neighbours(terms[SALIENT], LOOKALIKES[1], within=within, threads=threads)
    near = np.sort(neighbour_pairs(around[:, :NEAREST]), axis=1)
    sharing = quoting_pairs(sentences) if within is None else within.sharing(sentences)
    copied, kept = (one if within is None else np.compress(within.are_near(one), one, axis=0) for one in (copied, kept))
    pairs = union([near, nearest_of(sharing, copied, salient=terms[SALIENT], threads=threads), kept])
    alike = likeness(terms, lengths, phrases, pairs, threads=threads, progress=progress)
    n, levels = corpus or len(around), {}
    n_near, ranks = n if within is None else within.n_near, lookalike_ranks(n)
    for name in LEVELLED:
        total = np.bincount(pairs.ravel(), np.repeat(alike[name], 2), minlength=len(around))
        lookalikes = to_neighbours(terms[name], around[:, ranks], threads=threads)
        levels[name] = base_level(lookalikes, np.asarray(total, np.float64), n_near, ranks)
    above_level = excess(alike, {name: each[pairs] for name, each in levels.items()})
    profiles = neighbour_profiles(pairs, above_level, len(around), n)
    gap_counts = np.bincount(gaps(*(hours[rows] for rows in pairs.T)), minlength=UNKNOWN_GAP + 1)
    return pairs, alike, CorpusContext(terms, lengths, phrases, levels, profiles, hours, gap_counts, days, sentences)


def likeness(
    terms: Mapping[str, Terms],
    lengths: Mapping[str, NDArray[np.int64]],
    phrases: Ragged,
    pairs: Pairs,
    *,
    threads: int | None = None,
    progress: bool | None = None,
) -> dict[str, Floats]:
    """Cosine of each pair by each kind of terms, share of details in common, and whether it is one template."""
    alike = {
        name: cosine(kind, pairs, threads=threads) for name, kind in shown(terms.items(), "comparing pairs", progress)
    }
    n_details = np.sum([lengths[name] for name in DETAILS], axis=0)
    alike["details"] = details_in_common([terms[name].rows for name in DETAILS], n_details, pairs, threads)
    wording = wording_in_common(phrases, pairs, threads)
    alike[TEMPLATE] = same_template(wording, alike["details"], n_details, lengths["words"], pairs).astype(float)
    return alike


def quoting_pairs(sentences: Ragged) -> Pairs:
    """Pairs of articles with a sentence in common, from the hashes of the sentences of each."""
    return bucket_pairs(sentences.values, sentences.owners)


def nearest_of(*candidates: Pairs, salient: Terms, threads: int | None = None) -> Pairs:
    """Of candidate pairs from several sources, the nearest few of either article by their salient terms."""
    pairs = union(list(candidates))
    return pairs[nearest(pairs, cosine(salient, pairs, threads=threads), NEAREST)]


def background_of(kind: str) -> Background | None:
    """Terms of news in general, for kinds of terms whose frequency there is known."""
    return None if kind in DETAILS else background(max(TERM_KINDS[kind][1]))


def lengths_of(views: Views) -> dict[str, NDArray[np.int64]]:
    """The number of words, names and numbers of each article."""
    return {name: views[name].lengths for name in ("words", *DETAILS)}


def _clash(fewer: NDArray[np.int64], alike: Floats) -> Floats:
    """How strongly articles without a common detail differ: more, the more details the one with fewer has."""
    return np.where((fewer >= _LEAST_DETAILS) & (alike <= 0), np.log1p(fewer), 0.0)


def excess(alike: Mapping[str, Floats], levels: Mapping[str, Floats]) -> Floats:
    """How far the likeness of a pair exceeds the base level of the two; 0 below it, and for a template.

    Local scaling, after Zelnik-Manor and Perona (2004). `levels` has shape (m, 2): one column per article.
    """
    each = [np.maximum(0, alike[name] - levels[name].mean(axis=1)) for name in LEVELLED]
    return np.where(alike[TEMPLATE] > 0, 0.0, np.sum(each, axis=0))


def neighbour_profiles(pairs: Pairs, above_level: Floats, n: int, corpus: int | None = None) -> Terms:
    """For each of `n` articles its neighbours, weighted by the square of their `excess`.

    `corpus` is the number of articles of which these are a part, by default `n`.

    Reports of two earthquakes share much, but each exceeds its base level only with the other reports
    of its own earthquake. The cosine of two profiles says how many such neighbours two articles share,
    after the shared near neighbours of Jarvis and Patrick (1973).
    """
    from newsdedup.kernels import shared_neighbours

    left, right = np.ascontiguousarray(pairs.T)
    offsets = np.empty(n + 1, np.int64)
    kept, shares = np.empty(2 * len(pairs) + n, np.uint32), np.empty(2 * len(pairs) + n, np.float32)
    weight = (above_level**2).astype(np.float32)
    possible = max(1, corpus or n)  # in a small corpus there are no other neighbours
    apart = _PRIVATE_EXCESS**2 * (1 + LOOKALIKES[0] / possible)
    total = shared_neighbours.neighbour_vectors(left, right, weight, NEAREST, apart, offsets, kept, shares)
    return Terms(Ragged(kept[:total], offsets), shares[:total], np.ones(n, np.float32))


def lookalike_ranks(n: int) -> slice:
    """Which neighbours are look-alikes: similar news, but too far away to report the same event."""
    return slice(*LOOKALIKES, 1) if n < _LARGE_CORPUS else FEW_RANKS


def base_level(lookalikes: Floats, total: Floats, n: int | Integers, ranks: slice) -> Floats:
    """Mean likeness of articles to similar news, which the likeness to a report of the same event exceeds.

    In a corpus of shootings every pair is similar. In a small corpus there are too few neighbours at
    these ranks; each missing one counts as the mean likeness to all, shrunk towards `_USUAL_LEVEL`.

    Parameters
    ----------
    lookalikes : ndarray of float64, shape (k, ranks)
        Likeness to the neighbours at `lookalike_ranks`, 0 where there is none.
    total : ndarray of float64, shape (k,)
        Sum of the likeness to all articles with which each is compared.
    n : int or ndarray of int64, shape (k,)
        Articles in the corpus, or those near each, itself included.
    ranks : slice
        The ranks that were measured, see `lookalike_ranks`.
    """
    first, last = LOOKALIKES
    missing = np.clip(last - np.maximum(n - 1, first), 0, last - first)
    mean = (total + _USUAL_WEIGHT * _USUAL_LEVEL) / (n - 1 + _USUAL_WEIGHT)
    return np.asarray((lookalikes.sum(axis=1) * ranks.step + missing * mean) / (last - first))
