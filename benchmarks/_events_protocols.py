"""Protocols that measure grouping by event: without the set in training, by folds, thinned, mixed, in small samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from newsdedup.copies.find import find_copies
from newsdedup.copies.pairs import Pairs, union
from newsdedup.events.evidence.gather import SALIENT, TERM_KINDS, nearest_of, quoting_pairs
from newsdedup.events.evidence.model import Model, shipped_model
from newsdedup.events.evidence.terms import NEAREST, neighbour_pairs, neighbours, weighted
from newsdedup.events.grouping.calibration import calibrated
from newsdedup.events.training.training import fitted, grouped, scored
from newsdedup.events.training.training_sets import SHARES, SMALL_SIZES, LabelledReports, TrainingSet, training_sets
from newsdedup.kernels.ragged import stacked
from newsdedup.metrics import b_cubed
from train_evidence import LabelledSet, left_out, reports_of

Labels = NDArray[np.int64]

FOLDS = 5
ADDED = 20  # unrelated articles, each added to a set on its own
BINS, LEAST = 15, 0.05  # of the expected calibration error
_HEIGHTS = np.arange(10, 95) / 100


@frozen(eq=False)
class Bench:
    """The data that the protocols use."""

    sets: Mapping[str, LabelledSet]
    reports: Mapping[str, LabelledReports]
    cases: Mapping[str, Sequence[TrainingSet]]
    models: Mapping[str, Model]  # by the name of the set that it was trained without


def bench(sets: Sequence[LabelledSet]) -> Bench:
    """Read the sets and train a model without each of them."""
    reports = {one.name: reports_of(one) for one in sets}
    by_set = {name: training_sets(found) for name, found in reports.items()}
    models = {name: left_out(by_set, name) for name in by_set}
    return Bench({one.name: one for one in sets}, reports, by_set, models)


def thinned(of: Bench, name: str) -> dict[str, Any]:
    """B-cubed F1, trained without the set, where a share of events keeps one report; and that of an oracle's cut."""
    found: dict[str, list[tuple[float, float]]] = {}
    for share, case in zip(SHARES, of.cases[name][1:], strict=False):
        one, model = scored(case, of.models[name]), of.models[name]
        chosen = one.quality(one.working_point(model))
        found.setdefault(f"{share:.2f}", []).append((chosen, max(map(one.quality, _HEIGHTS))))
    return {share: dict(zip(("f1", "oracle_f1"), _means(pairs), strict=True)) for share, pairs in found.items()}


def folds(of: Bench, name: str) -> dict[str, float]:
    """B-cubed F1 by five folds of events: each fold's articles with a model trained without its events."""
    fold_of = {other: _folds(reports.events) for other, reports in of.reports.items()}
    whole, share = of.cases[name][0], np.zeros((0, 2))
    for fold in range(FOLDS):
        training = [_without(case, fold_of[other] == fold) for other, some in of.cases.items() for case in some]
        default = shipped_model()
        model = evolve(fitted(training), alone=default.alone, few_threshold=default.few_threshold)
        tested = np.isin(whole.events, np.flatnonzero(fold_of[name] == fold))
        share = np.concatenate((share, _each(whole.events, grouped(whole, model))[tested]))
    precision, recall = share.mean(axis=0)
    return {"f1": round(float(2 * precision * recall / (precision + recall)), 4)}


def _folds(events: Labels) -> Labels:
    """The fold of each event."""
    return np.random.default_rng(0).permutation(int(events.max()) + 1) % FOLDS


def _without(case: TrainingSet, events: NDArray[np.bool_]) -> TrainingSet:
    """A case without the pairs of some events."""
    kept = ~events[case.events[case.evidence.pairs]].any(axis=1)
    return evolve(case, evidence=case.evidence.kept(kept), same=case.same[kept])


def _each(gold: Labels, found: Labels) -> NDArray[np.float64]:
    """B-cubed precision and recall of each article."""
    both = (gold[:, None] == gold) & (found[:, None] == found)
    return np.stack([both.sum(1) / (known[:, None] == known).sum(1) for known in (found, gold)], axis=1)


def bare(of: Bench, name: str) -> dict[str, float]:
    """B-cubed F1, trained without the set, of articles without titles, summaries and dates."""
    one = of.sets[name]
    items = tuple(evolve(article, title=None, summary=None, published_at=None) for article in one.articles)
    reports = reports_of(evolve(one, articles=evolve(one.articles, items=items)))
    case = reports.training_set(np.arange(len(reports.events)))
    return {"f1": _f1(case, grouped(case, of.models[name]))}


def mixed(of: Bench, name: str) -> dict[str, float]:
    """B-cubed F1 of this set alone, and within one corpus of all sets; default model."""
    model, whole = shipped_model(), of.cases[name][0]
    starts = dict(zip(of.reports, np.cumsum([0, *(len(one.events) for one in of.reports.values())]), strict=False))
    found = grouped(_together(list(of.reports.values())), model)
    within = found[starts[name] : starts[name] + len(whole.events)]
    return {"alone": _f1(whole, grouped(whole, model)), "mixed": _f1(whole, within)}


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


def _together(some: Sequence[LabelledReports]) -> TrainingSet:
    views = {name: stacked([one.views[name] for one in some], np.uint32) for name in some[0].views}
    events = np.concatenate([one.events + 10_000 * number for number, one in enumerate(some)])
    return LabelledReports(events, views).training_set(np.arange(len(events)))


def small(of: Bench, name: str, draws: int) -> dict[str, float]:
    """Mean B-cubed F1, trained without the set, on a few articles drawn at random."""
    random, reports = np.random.default_rng(1), of.reports[name]
    means = {}
    for size in SMALL_SIZES:
        drawn = [reports.training_set(random.choice(len(reports.events), size, replace=False)) for _ in range(draws)]
        means[str(size)] = round(float(np.mean([_f1(case, grouped(case, of.models[name])) for case in drawn])), 4)
    return means


def added(of: Bench, name: str) -> dict[str, float]:
    """Share of groups that change when one article of another set is added: worst and mean; default model."""
    random, own = np.random.default_rng(2), of.reports[name]
    others = [reports for other, reports in of.reports.items() if other != name]
    before = _as_sets(grouped(of.cases[name][0], shipped_model()))
    changes = []
    for number in range(ADDED):
        other = others[number % len(others)]
        row = random.choice(len(other.events), 1)
        guest = LabelledReports(other.events[row], {key: rows.take(row) for key, rows in other.views.items()})
        after = grouped(_together([own, guest]), shipped_model())[:-1]
        changes.append(len(before - _as_sets(after)) / len(before))
    return {"worst": round(max(changes), 4), "mean": round(float(np.mean(changes)), 4)}


def _as_sets(labels: Labels) -> set[frozenset[int]]:
    return {frozenset(np.flatnonzero(labels == label).tolist()) for label in np.unique(labels)}


def calibration(of: Bench, name: str) -> dict[str, float]:
    """Expected calibration error, trained without the set, over candidate pairs of at least `LEAST` probability."""
    whole, model = of.cases[name][0], of.models[name]
    logit, pairs = model.logit(whole.evidence.features), whole.evidence.pairs
    probabilities = {
        "ece": calibrated(logit, np.equal(*grouped(whole, model)[pairs].T)),
        "ece_of_the_model_alone": model.probability(whole.evidence.features),
    }
    return {name: round(expected_calibration_error(one, whole.same), 4) for name, one in probabilities.items()}


def expected_calibration_error(probability: NDArray[np.float64], same: NDArray[np.bool_]) -> float:
    """Mean gap between predicted and observed frequency, over `BINS` bins of equal mass (Naeini et al. 2015)."""
    order = np.flatnonzero(probability >= LEAST)
    bins = np.array_split(order[np.argsort(probability[order], kind="stable")], BINS)
    gaps = [abs(float(probability[one].mean() - same[one].mean())) for one in bins if len(one)]
    return float(np.average(gaps, weights=[len(one) for one in bins if len(one)])) if gaps else 0.0


def _means(pairs: Sequence[tuple[float, float]]) -> list[float]:
    return [round(float(value), 4) for value in np.mean(pairs, axis=0)]


def _f1(case: TrainingSet, found: Labels) -> float:
    return round(b_cubed(case.events, found).f1, 4)
