"""Protocols that measure grouping by event: without the set in training, by folds, thinned, mixed, in small samples."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

import newsdedup as nd
from _events_bench import (
    Bench,
    Labels,
    f1,
    grouped_by,
    joined,
    mean,
    mean_scores,
    part,
    rewritten,
    rounded,
    shares,
)
from newsdedup.copies.find import find_copies
from newsdedup.copies.pairs import Pairs, union
from newsdedup.events.evidence.gather import SALIENT, TERM_KINDS, nearest_of, quoting_pairs
from newsdedup.events.evidence.model import Model
from newsdedup.events.evidence.terms import NEAREST, neighbour_pairs, neighbours, weighted
from newsdedup.events.training.training_sets import thinned as thinned_out
from train_evidence import LabelledSet

SHARES: Final = (0.3, 0.6, 0.85)  # of the events keep one report
SMALL_SIZES: Final = (2, 3, 5, 10, 20)  # articles
FOLDS: Final = 5
ADDED: Final = 20  # unrelated articles, each added to a set on its own
BINS, LEAST = 15, 0.05  # of the expected calibration error
_THINNINGS: Final = 3  # of each share
_HEIGHTS: Final = np.arange(10, 95) / 100


def thinned(of: Bench, name: str) -> dict[str, Any]:
    """B-cubed F1, trained without the set, where a share of events keeps one report; and that of an oracle's cut."""
    return {f"{share:.2f}": _thinned(of.sets[name], of.models[name], share) for share in SHARES}


def _thinned(one: LabelledSet, model: Model, share: float) -> dict[str, float]:
    chosen, oracle = [], []
    for seed in range(_THINNINGS):
        thin = part(one, thinned_out(one.events, share, np.random.default_rng(seed)))
        events, rows = nd.find_events(thin.articles, evidence=model, progress=False), list(thin.articles.rows)
        chosen.append(f1(thin, events.labels[rows]))
        oracle.append(max(f1(thin, events.at(height).labels[rows]) for height in _HEIGHTS))
    return {"f1": mean(chosen), "oracle_f1": mean(oracle)}


def folds(of: Bench, name: str) -> dict[str, float]:
    """B-cubed F1 by five folds of events: each fold's articles with a model trained without its events."""
    one, fold_of = of.sets[name], _folds(of.sets[name].events)
    each = [
        shares(one.events, grouped_by(one, _without_fold(of, fold)))[fold_of[one.events] == fold]
        for fold in range(FOLDS)
    ]
    return {"f1": mean_scores(np.concatenate(each))["f1"]}


def _folds(events: Labels) -> Labels:
    """The fold of each event."""
    return np.random.default_rng(0).permutation(int(events.max()) + 1) % FOLDS


@lru_cache(maxsize=FOLDS)
def _without_fold(of: Bench, fold: int) -> Model:
    """A model trained on all sets, without the events of one fold of each."""
    return nd.train_evidence([_labelled(one, _folds(one.events) != fold) for one in of.sets.values()])


def _labelled(one: LabelledSet, is_kept: NDArray[np.bool_]) -> tuple[Any, dict[str, int]]:
    rows = zip(one.articles, one.events.tolist(), strict=True)
    return one.articles, {article.id: event for article, event in rows if is_kept[event]}


def bare(of: Bench, name: str) -> dict[str, float]:
    """B-cubed F1, trained without the set, of articles without titles, summaries and dates."""
    plain = rewritten(of.sets[name], lambda one: evolve(one, title=None, summary=None, published_at=None))
    return {"f1": rounded(f1(plain, grouped_by(plain, of.models[name])))}


def mixed(of: Bench, name: str) -> dict[str, float]:
    """B-cubed F1 of this set alone, and within one corpus of all sets; default model."""
    one, sets = of.sets[name], list(of.sets.values())
    starts = dict(zip(of.sets, np.cumsum([0, *(len(some.events) for some in sets)]), strict=False))
    within = _all_together(of)[starts[name] : starts[name] + len(one.events)]
    return {"alone": rounded(f1(one, grouped_by(one))), "mixed": rounded(f1(one, within))}


@lru_cache(maxsize=1)
def _all_together(of: Bench) -> Labels:
    return grouped_by(joined(list(of.sets.values())))


def views(of: Bench, name: str) -> dict[str, dict[str, float]]:
    """The share of true pairs that each view of the articles finds, and its candidates per article."""
    reports = of.reports[name]
    salient = weighted(reports.views["words"], TERM_KINDS[SALIENT][1])
    found = {
        "terms": np.sort(neighbour_pairs(neighbours(salient, NEAREST)), axis=1),
        "sentences": nearest_of(quoting_pairs(reports.views["sentences"]), salient=salient),
        "shingles": nearest_of(_excerpts(of.sets[name]), salient=salient),
    }
    _, members = np.unique(reports.events, return_counts=True)
    n_true = (members * (members - 1) // 2).sum()

    def worth(pairs: Pairs) -> dict[str, float]:
        true = np.equal(*reports.events[pairs].T).sum()
        each = {"recall": true / n_true, "candidates_per_article": 2 * len(pairs) / len(reports.events)}
        return {measure: round(float(value), 4) for measure, value in each.items()}

    each = {**{view: [pairs] for view, pairs in found.items()}, "union": list(found.values())}
    return {view: worth(union(pairs)) for view, pairs in each.items()}


def _excerpts(one: LabelledSet) -> Pairs:
    """Pairs of reports of which one prints a part of the other."""
    copies = find_copies(one.articles, progress=False)
    place = np.argsort(np.argsort(copies.representative_rows))
    ends = np.stack((copies.excerpts["left"], copies.excerpts["right"]), axis=1)
    pairs = np.sort(place[copies.labels[ends]], axis=1)
    return pairs[pairs[:, 0] < pairs[:, 1]]


def small(of: Bench, name: str, draws: int) -> dict[str, float]:
    """Mean B-cubed F1, trained without the set, on a few articles drawn at random."""
    return small_inputs(of.sets[name], of.models[name], draws)


def small_inputs(one: LabelledSet, model: Model, draws: int) -> dict[str, float]:
    """Mean B-cubed F1 on inputs of each small size, drawn at random."""
    random, means = np.random.default_rng(1), {}
    for size in SMALL_SIZES:
        drawn = [part(one, random.choice(len(one.events), size, replace=False)) for _ in range(draws)]
        means[str(size)] = mean(f1(some, grouped_by(some, model, threads=1)) for some in drawn)
    return {**means, "mean_f1": mean(means.values())}


def added(of: Bench, name: str) -> dict[str, float]:
    """Share of groups that change when one article of another set is added: worst and mean; default model."""
    random, own = np.random.default_rng(2), of.sets[name]
    others = [one for other, one in of.sets.items() if other != name]
    before, changes = _as_sets(grouped_by(own)), []
    for number in range(ADDED):
        other = others[number % len(others)]
        guest = part(other, random.choice(len(other.events), 1))
        after = _as_sets(grouped_by(joined([own, guest]))[:-1])
        changes.append(len(before - after) / len(before))
    return {"worst": rounded(max(changes)), "mean": mean(changes)}


def _as_sets(labels: Labels) -> set[frozenset[int]]:
    return {frozenset(np.flatnonzero(labels == label).tolist()) for label in np.unique(labels)}


def calibration(of: Bench, name: str) -> dict[str, float]:
    """Expected calibration error, trained without the set, over candidate pairs of at least `LEAST` probability."""
    one = of.sets[name]
    pairs = nd.find_events(one.articles, evidence=of.models[name], progress=False).pairs
    event = np.zeros(max(one.articles.rows) + 1, np.int64)
    event[list(one.articles.rows)] = one.events
    same = event[pairs["left"]] == event[pairs["right"]]
    return {"ece": rounded(expected_calibration_error(pairs["probability"], same))}


def expected_calibration_error(probability: NDArray[np.float64], same: NDArray[np.bool_]) -> float:
    """Mean gap between predicted and observed frequency, over `BINS` bins of equal mass (Naeini et al. 2015)."""
    order = np.flatnonzero(probability >= LEAST)
    bins = np.array_split(order[np.argsort(probability[order], kind="stable")], BINS)
    gaps = [abs(float(probability[one].mean() - same[one].mean())) for one in bins if len(one)]
    return float(np.average(gaps, weights=[len(one) for one in bins if len(one)])) if gaps else 0.0
