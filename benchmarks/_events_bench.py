"""The labelled sets that the protocols of `events.py` use; how they are cut, thinned, mixed, grouped and scored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, Final

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

import newsdedup as nd
from newsdedup.events.evidence.model import Model
from newsdedup.events.training.training_sets import LENGTHS, Cut, LabelledReports, first_words, headline_alone
from newsdedup.metrics import adjusted_rand, b_cubed, pairwise
from train_evidence import LabelledSet, left_out, reports_of, training_sets_of

Labels = NDArray[np.int64]

OURS, UNSEEN = "newsdedup", "newsdedup, trained without this set"


@frozen(eq=False, slots=False)
class Bench:
    """The labelled sets, and for each a model that was trained without it; or the default model alone."""

    sets: Mapping[str, LabelledSet]
    only_default: bool = False

    @cached_property
    def reports(self) -> Mapping[str, LabelledReports]:
        """The views of the reports of each set."""
        return {name: reports_of(one) for name, one in self.sets.items()}

    @cached_property
    def models(self) -> Mapping[str, Model]:
        """The models, by the name of the set that each was trained without."""
        by_set = {name: training_sets_of(one) for name, one in self.sets.items()}
        return {name: left_out(by_set, name) for name in by_set}

    def groups(self, one: LabelledSet, name: str) -> dict[str, Labels]:
        """The events by the model in the package, and by the one that was trained without the set of this name."""
        default = {OURS: grouped_by(one)}
        return default if self.only_default else {**default, UNSEEN: grouped_by(one, self.models[name])}


def part(one: LabelledSet, places: Iterable[int]) -> LabelledSet:
    """Some articles of a set, as a set of their own."""
    chosen = list(places)
    return _as_set(one, [one.articles[place] for place in chosen], one.events[chosen])


def rewritten(one: LabelledSet, cut: Cut) -> LabelledSet:
    """A set with each article cut; without those of which nothing remains."""
    cuts = [(cut(article), event) for article, event in zip(one.articles, one.events.tolist(), strict=True)]
    kept = [(article, event) for article, event in cuts if article is not None]
    return _as_set(one, [article for article, _ in kept], np.array([event for _, event in kept]))


def joined(sets: Sequence[LabelledSet]) -> LabelledSet:
    """Several sets as one; no event is in two of them."""
    starts = np.cumsum([0, *(one.events.max() + 1 for one in sets)])
    events = np.concatenate([one.events + start for one, start in zip(sets, starts, strict=False)])
    return _as_set(sets[0], [article for one in sets for article in one.articles], events)


def _as_set(one: LabelledSet, items: Sequence[nd.Article], events: Labels) -> LabelledSet:
    articles = nd.read_articles(items, progress=False)
    return evolve(one, articles=articles, events=events[list(articles.rows)])


CUTS: Final[Mapping[str, Cut]] = {
    **{f"first {count} words": partial(first_words, words=count) for count in LENGTHS},
    "title alone": headline_alone,
}


def grouped_by(one: LabelledSet, model: Model | None = None, *, threads: int | None = None) -> Labels:
    """The event that newsdedup gives each article; by default with the model in the package."""
    found = nd.find_events(one.articles, evidence=model, threads=threads, progress=False)
    return found.labels[list(one.articles.rows)]


def scores(one: LabelledSet, found: Labels) -> dict[str, float]:
    """Every measure of one grouping of a set."""
    cubed, paired = b_cubed(one.events, found), pairwise(one.events, found)
    measures = {
        "precision": cubed.precision,
        "recall": cubed.recall,
        "f1": cubed.f1,
        "pairwise_f1": paired.f1,
        "ari": adjusted_rand(one.events, found),
    }
    return {name: rounded(value) for name, value in measures.items()}


def f1(one: LabelledSet, found: Labels) -> float:
    """B-cubed F1 of one grouping of a set."""
    return float(b_cubed(one.events, found).f1)


def shares(gold: Labels, found: Labels) -> NDArray[np.float64]:
    """B-cubed precision and recall of each article, shape (articles, 2)."""
    _, pair = np.unique(np.stack((gold, found)), axis=1, return_inverse=True)
    n_both = np.bincount(pair.ravel())[pair.ravel()]
    return np.stack([n_both / np.bincount(labels)[labels] for labels in (found, gold)], axis=1)


def mean_scores(each: NDArray[np.float64]) -> dict[str, float]:
    """Precision, recall and F1 from `shares` of some articles."""
    precision, recall = each.mean(axis=0)
    measures = {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}
    return {name: rounded(value) for name, value in measures.items()}


def rounded(value: Any) -> float:
    """As the results have it."""
    return round(float(value), 4)


def mean(values: Iterable[float]) -> float:
    """The mean, rounded."""
    return rounded(np.mean(list(values)))
