"""Where to cut the dendrogram: the working point, estimated from the corpus without labels."""

from __future__ import annotations

from typing import Final

import numpy as np
from attrs import frozen

from newsdedup.copies.pairs import Pairs
from newsdedup.events.grouping.linkage import Dendrogram
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.threads import in_threads

THRESHOLDS: Final = np.arange(20, 86, 2) / 100  # candidates for the working point
FITNESS_SAMPLE: Final = 20_000  # articles on which the fitness of a threshold is measured
_HALVING: Final = 10  # articles that halve the weight of the prior
_PRIOR_WIDTH: Final = 0.15  # distance from the centre of a prior at which its penalty is 1
_TIE: Final = 0.001  # fitness; thresholds whose fitness differs by less count about equally
_WITH_PARTNER: Final = 0.6  # score of an article to another that hardly any article reaches whose event has one report
_LOWEST_CENTRE: Final = 0.45  # best working point of news in which every event has several reports
_RISE: Final = 0.22  # by which it is higher where every event has one report
_SECOND_WEIGHTS: Final = (0.05, 0.5)  # weight of the prior at the centre of a second pass, and what is added there


@frozen
class Centre:
    """Where most working points lie: a prior that decides where the fitness is almost flat."""

    threshold: float = 0.5
    weight: float = 0.02


FIRST_CENTRE: Final = Centre()


def second_centre(pairs: Pairs, score: Floats, n: int) -> Centre:
    """The centre for scores of a second pass, higher where fewer articles have a report of the same event.

    The fewer such articles there are, the more of the pairs with a given score are of different events, and the
    less the fitness can tell: where nearly all articles are alone, a threshold that joins a few of them seems
    as good. The first `n` articles count; other arguments as of `working_point`.
    """
    best = np.zeros(max(n, int(pairs.max(initial=-1)) + 1))
    for end in pairs.T:
        np.maximum.at(best, end, score)
    best = best[:n]
    alone = np.count_nonzero(best < _WITH_PARTNER) / max(1, n)
    weight, more = _SECOND_WEIGHTS
    return Centre(_LOWEST_CENTRE + _RISE * alone**3, weight + more * alone**4)


def working_point(
    tree: Dendrogram,
    pairs: Pairs,
    score: Floats,
    *,
    alone: float,
    few: float,
    centre: Centre = FIRST_CENTRE,
    measured: int = FITNESS_SAMPLE,
    threads: int | None = None,
) -> float:
    """The threshold at which most articles lie well inside their groups.

    Parameters
    ----------
    tree : Dendrogram
        The dendrogram to be cut.
    pairs : ndarray of int64, shape (m, 2)
        Pairs with a score; every other pair counts as 0. The order of the leaves must be independent
        of their events: only the first `measured` leaves are measured.
    score : ndarray of float64, shape (m,)
        0 to 1.
    alone : float
        Initial estimate of the mean score within events, used for articles that are alone in their
        group. It is then replaced by the mean of the articles that are not alone, because reports of
        one event are more similar in one corpus than in another.
    few : float
        The threshold for a few articles, from which a working point cannot be estimated.
    centre : Centre
        Where most working points lie.
    measured : int
        The number of leaves whose groups are measured.
    threads : int, optional
        By default one per core; the result does not depend on it.

    Returns
    -------
    float
        The mean of the `THRESHOLDS`, weighted by fitness, so that one more article does not make it
        jump. The more articles, the smaller the influence of `few`.
    """
    trust = 0.5 ** (tree.n / _HALVING)
    some = pairs[:, 0] < measured  # the left end of a pair is the lower one
    pairs, score = pairs[some], score[some]
    scored_neighbours = neighbour_scores(pairs, score, min(tree.n, measured))
    fits = list(in_threads(lambda threshold: group_fit(tree.cut(threshold), scored_neighbours), THRESHOLDS, threads))
    prior = -(1 - trust) * centre.weight * _prior_distance(centre.threshold) - trust * _prior_distance(few)

    def weights(alone: float) -> Floats:
        fit = (1 - trust) * np.array([fitness(*one, alone=alone) for one in fits]) + prior
        weight = np.exp((fit - fit.max()) / _TIE)
        return np.asarray(weight / weight.sum())

    usual = weights(alone) @ np.array([_mean_within_groups(own, alone) for own, _ in fits])
    return float(weights(float(usual)) @ THRESHOLDS)


def _mean_within_groups(own_group: Floats, alone: float) -> float:
    """The mean score of articles to their own group, where they have one; `alone` counts as `_HALVING` articles."""
    known = own_group[~np.isnan(own_group)]
    return float((known.sum() + _HALVING * alone) / (len(known) + _HALVING))


def _prior_distance(threshold: float) -> Floats:
    return np.asarray(((THRESHOLDS - threshold) / _PRIOR_WIDTH) ** 2)


@frozen(eq=False)
class NeighbourScores:
    """The articles to which each of the first articles has a score."""

    begins: Integers  # shape (n + 1,): article i has neighbours[begins[i]:begins[i + 1]]
    neighbours: Integers  # numbers of articles
    scores: Floats  # the score to each


def neighbour_scores(pairs: Pairs, score: Floats, n: int) -> NeighbourScores:
    """The scored neighbours of the first `n` articles; pairs and score as for `working_point`."""
    article, neighbour = np.concatenate((pairs, pairs[:, ::-1])).T
    order = np.argsort(article, kind="stable")
    order = order[: np.searchsorted(article[order], n)]
    begins = np.searchsorted(article[order], np.arange(n + 1))
    return NeighbourScores(begins, neighbour[order], score[order % max(1, len(score))])


def group_fit(labels: Integers, scored_neighbours: NeighbourScores) -> tuple[Floats, Floats]:
    """The mean score of each article to its own group, NaN for those alone, and to the next best group.

    `labels` are the groups of all articles, numbered from 0; the result has a value for each of the first articles.
    """
    from newsdedup.kernels import linkage

    begins, neighbours, scores = scored_neighbours.begins, scored_neighbours.neighbours, scored_neighbours.scores
    own_group, next_best = np.empty((2, len(begins) - 1))
    linkage.scores_to_groups(begins, neighbours, scores, labels, np.bincount(labels), own_group, next_best)
    return own_group, next_best


def fitness(own_group: Floats, next_best: Floats, *, alone: float) -> float:
    """How much closer articles are to their own group than to the next: mean simplified silhouette.

    After Rousseeuw (1987) and Hruschka et al. (2004). There an article alone counts zero, so that for
    a corpus of mostly single reports a threshold that merges them seems best; here it counts as an
    article whose mean score to its own group is `alone`.

    The result is -1 to 1, and 0 without articles; arguments as of `group_fit` and `working_point`.
    """
    own_group = np.where(np.isnan(own_group), alone, own_group)
    each = (own_group - next_best) / np.maximum(1 - np.minimum(own_group, next_best), 1e-9)
    return float(each.mean()) if len(each) else 0.0
