"""Calibration: what the scores of pairs depend on beyond the two reports and those near them in time.

How common each term is, the model fitted to the corpus, and its working point. All reports of a corpus that fits the
sample count; of a larger one that is measured within a window, a sample, so that it can be measured in parts. Which
reports are the sample depends on the hash of their words alone.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.copies.pairs import Pairs
from newsdedup.events.evidence.gather import CorpusCounts, Evidence, term_counts
from newsdedup.events.evidence.model import Model
from newsdedup.events.evidence.second_pass import adapted
from newsdedup.events.grouping.cut import FIRST_CENTRE, FITNESS_SAMPLE, THRESHOLDS, Centre, second_centre, working_point
from newsdedup.events.grouping.linkage import Dendrogram, average_linkage
from newsdedup.events.reading.views import Views
from newsdedup.kernels.ragged import Floats

COUNTED_SAMPLE: Final = 20_000  # reports in which terms are counted
SEEDS: Final = 4_000  # reports, of these, whose pairs the model and the working point are fitted to


@frozen(eq=False)
class ScoredEvidence:
    """The scores of candidate pairs, the dendrogram of these, and where it is best cut."""

    score: Floats
    tree: Dendrogram
    point: float


def is_sampled(first_digests: NDArray[np.uint64], wanted: int, articles: int) -> NDArray[np.bool_]:
    """Which reports are a sample of about so many of all articles, from the first half of the digest of each."""
    if articles <= wanted:
        return np.ones(first_digests.shape, np.bool_)
    return first_digests < np.uint64((wanted << 64) // articles)


def sampled_counts(views: Views, first_digests: NDArray[np.uint64], threads: int | None = None) -> CorpusCounts:
    """The number of articles with each term, counted in a sample of a corpus."""
    articles = len(first_digests)
    rows = np.flatnonzero(is_sampled(first_digests, COUNTED_SAMPLE, articles))
    sample = {name: each.take(rows) for name, each in views.items()}
    return CorpusCounts(term_counts(sample, threads), articles, is_sample=articles > COUNTED_SAMPLE)


def fitted_twice(evidence: Evidence, n: int, model: Model, threads: int | None) -> tuple[Model, ScoredEvidence]:
    """The model fitted to the evidence of `n` reports in two passes, and the scores of the second."""
    first = _scored(evidence, n, model, FIRST_CENTRE, threads)
    grouped = np.equal(*first.tree.cut(first.point)[evidence.pairs].T)
    model = adapted(model, evidence.features, grouped, n)
    return model, _scored(evidence, n, model, None, threads)


def fitted_by_seeds(
    evidence: Evidence, seeds: int, articles: int, model: Model, threads: int | None = None
) -> tuple[Model, float]:
    """The model fitted to the pairs of some reports, and the working point that these suggest.

    Parameters
    ----------
    evidence : Evidence
        At least the pairs of the seeds, and those between reports `around` them.
    seeds : int
        The first so many reports are the seeds.
    articles : int
        Reports in the corpus.
    """
    inside = around(evidence.pairs, model.score(evidence.features), seeds)
    numbers = np.cumsum(inside) - 1
    ends = evidence.pairs
    within, of_seed = inside[ends[:, 0]] & inside[ends[:, 1]], (ends < seeds).any(axis=1)
    graph = Evidence(numbers[ends], evidence.features).kept(within)
    n = int(np.count_nonzero(inside))
    first = _scored(graph, n, model, FIRST_CENTRE, threads, seeds)
    labels = np.where(inside, first.tree.cut(first.point)[numbers], -1 - np.arange(len(inside)))
    model = adapted(
        model,
        {name: column[of_seed] for name, column in evidence.features.items()},
        np.equal(*labels[ends[of_seed]].T),
        articles,
    )
    return model, _scored(graph, n, model, None, threads, seeds).point


def around(pairs: Pairs, score: Floats, seeds: int) -> NDArray[np.bool_]:
    """Which reports are seeds, or may be in the event of one: those with a score at which groups are ever cut."""
    inside = np.arange(max(seeds, int(pairs.max(initial=-1)) + 1)) < seeds
    strong = pairs[(pairs < seeds).any(axis=1) & (score >= THRESHOLDS[0])]
    inside[strong.ravel()] = True
    return inside


def _scored(
    evidence: Evidence,
    n: int,
    model: Model,
    centre: Centre | None,
    threads: int | None,
    seeds: int | None = None,
) -> ScoredEvidence:
    """The scores by a model, and the groups; without a `centre`, that of a second pass. Seeds alone count if given."""
    pairs, score = evidence.pairs, model.score(evidence.features)
    tree, centre = average_linkage(n, pairs, score), centre or second_centre(pairs, score, seeds or n)
    point = working_point(
        tree,
        pairs,
        score,
        alone=model.alone,
        few=model.few_threshold,
        centre=centre,
        measured=seeds or FITNESS_SAMPLE,
        threads=threads,
    )
    return ScoredEvidence(score, tree, point)


def scored_by(evidence: Evidence, n: int, model: Model, point: float) -> ScoredEvidence:
    """The scores by a model that is fitted already, with its working point."""
    score = model.score(evidence.features)
    return ScoredEvidence(score, average_linkage(n, evidence.pairs, score), point)
