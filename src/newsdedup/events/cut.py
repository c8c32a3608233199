"""Where to cut the dendrogram: the working point that the corpus itself suggests, without labels."""

from __future__ import annotations

from typing import Final

import numpy as np
from attrs import frozen

from newsdedup.copies.lsh import Pairs
from newsdedup.events.linkage import Dendrogram
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.threads import in_threads

THRESHOLDS: Final = np.arange(20, 86, 2) / 100
SAMPLE: Final = 20_000  # articles whose place in their group is looked at
_FEW: Final = 10  # articles more that halve what is taken on trust
_DOUBT: Final = 0.15  # how far from what suits a few articles a threshold may well lie
_TIE: Final = 0.001  # thresholds that differ by less in fitness are about as good
_MIDDLE: Final = 0.5  # where thresholds mostly lie,
_LEANING: Final = 0.02  # for where the fitness hardly changes, the least of changes must not decide


def working_point(
    tree: Dendrogram, pairs: Pairs, score: Floats, *, alone: float, few: float, threads: int | None = None
) -> float:
    """The threshold at which most articles lie well in their groups.

    Parameters
    ----------
    tree : Dendrogram
        What is to be cut.
    pairs : ndarray of int64, shape (m, 2)
        Pairs with a score; every other pair counts as 0. The leaves must be in an order that has
        nothing to do with their events: beyond `SAMPLE` of them, only the first are looked at.
    score : ndarray of float64, shape (m,)
        0 to 1.
    alone : float
        Mean score to its fellows that an article without any is taken to have at first. Then it is
        taken to have as much as the articles that have fellows: reports of one event are more alike
        in one corpus than in another.
    few : float
        The threshold that suits a few articles, which can hardly tell what is usual.
    threads : int, optional
        By default one for each core; the result does not depend on it.

    Returns
    -------
    float
        The mean of those `THRESHOLDS` that suit best: one article more must not make it jump. The more
        articles, the less `few` counts.
    """
    trust = 0.5 ** (tree.n / _FEW)
    looked_at = pairs[:, 0] < SAMPLE  # the lower end of a pair stands left
    pairs, score = pairs[looked_at], score[looked_at]
    around = company_of(pairs, score, min(tree.n, SAMPLE))
    places = list(in_threads(lambda threshold: placed(tree.cut(threshold), around), THRESHOLDS, threads))
    prior = -(1 - trust) * _LEANING * _far_from(_MIDDLE) - trust * _far_from(few)

    def shares(alone: float) -> Floats:
        fit = (1 - trust) * np.array([fitness(*one, alone=alone) for one in places]) + prior
        share = np.exp((fit - fit.max()) / _TIE)
        return np.asarray(share / share.sum())

    usual = shares(alone) @ np.array([_company(near, alone) for near, _ in places])
    return float(shares(float(usual)) @ THRESHOLDS)


def _company(near: Floats, alone: float) -> float:
    """The mean score of articles that have fellows to them; of few, drawn towards `alone`."""
    known = near[~np.isnan(near)]
    return float((known.sum() + _FEW * alone) / (len(known) + _FEW))


def _far_from(threshold: float) -> Floats:
    return np.asarray(((THRESHOLDS - threshold) / _DOUBT) ** 2)


@frozen(eq=False)
class Company:
    """To whom each of the first articles has a score.

    Attributes
    ----------
    begins : ndarray of int64, shape (n + 1,)
        Article ``i`` has ``fellows[begins[i]:begins[i + 1]]``.
    fellows : ndarray of int64
        Numbers of articles.
    shares : ndarray of float64
        The score to each.
    """

    begins: Integers
    fellows: Integers
    shares: Floats


def company_of(pairs: Pairs, score: Floats, n: int) -> Company:
    """The company of the first `n` articles; pairs and score as for `working_point`."""
    article, fellow = np.concatenate((pairs, pairs[:, ::-1])).T
    order = np.argsort(article, kind="stable")
    order = order[: np.searchsorted(article[order], n)]
    begins = np.searchsorted(article[order], np.arange(n + 1))
    return Company(begins, fellow[order], score[order % max(1, len(score))])


def placed(labels: Integers, around: Company) -> tuple[Floats, Floats]:
    """The mean score of articles to their fellows, not a number for those alone, and to the next best group.

    Parameters
    ----------
    labels : ndarray of int64, shape (n,)
        The group of each article, from 0.
    around : Company
        Of the first articles.
    """
    from newsdedup.kernels import group_scores

    near, next_best = np.empty((2, len(around.begins) - 1))
    sizes = np.bincount(labels)
    group_scores.scores_to_groups(around.begins, around.fellows, around.shares, labels, sizes, near, next_best)
    return near, next_best


def fitness(near: Floats, next_best: Floats, *, alone: float) -> float:
    """How much nearer articles are to their own group than to the next: mean simplified silhouette.

    After Rousseeuw (1987) and Hruschka et al. (2004). There an article alone counts zero, so that a
    corpus of mostly single reports seems best where they are merged; here it lies as well as one
    whose fellows are `alone` alike.

    Parameters
    ----------
    near, next_best : ndarray of float64
        As `placed` gives them.
    alone : float
        As for `working_point`.

    Returns
    -------
    float
        -1 to 1; 0 where there is no article.
    """
    near = np.where(np.isnan(near), alone, near)
    each = (near - next_best) / np.maximum(1 - np.minimum(near, next_best), 1e-9)
    return float(each.mean()) if len(each) else 0.0
