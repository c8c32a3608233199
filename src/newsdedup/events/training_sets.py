"""Labelled news, and the cases that a model of evidence learns from: whole, thinned out, in small pieces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Articles
from newsdedup.articles.intake import read_articles
from newsdedup.copies.find import find_copies
from newsdedup.copies.lsh import Pairs
from newsdedup.events.evidence import Evidence, gather
from newsdedup.events.views import Aspects, read_aspects
from newsdedup.kernels.ragged import Integers
from newsdedup.support.errors import InputError

THINNINGS: Final = 3  # times that news is thinned out to each share
SHARES: Final = tuple(np.repeat((0.3, 0.6, 0.85), THINNINGS).tolist())  # of events that keep one report
SMALL_SIZES: Final = (2, 3, 5, 10, 20)  # articles of a small input
_DRAWS: Final = 40  # small inputs of each size
_SMALL_WEIGHT: Final = 0.3  # of all small inputs of one size, beside 1 of the whole
_MOST_REPORTS: Final = 4  # of one event in a small input
_SEED: Final = 0

Booleans = NDArray[np.bool_]
Labels = Mapping[str, Any] | Iterable[tuple[str, str, bool]]


@frozen(eq=False)
class Case:
    """Evidence on some articles, with what is known of them.

    Attributes
    ----------
    evidence : Evidence
    same : ndarray of bool
        Whether each pair of the evidence reports one event.
    weight : float
        How much the case counts beside the others.
    events : ndarray of int64 or None
        The event of each article; None where only pairs are labelled.
    """

    evidence: Evidence
    same: Booleans
    weight: float = 1.0
    events: Integers | None = None

    @property
    def is_small(self) -> bool:
        """Whether it is a small input with known events, too small to choose a threshold by itself."""
        return self.events is not None and len(self.events) <= max(SMALL_SIZES)


@frozen(eq=False)
class LabelledReports:
    """What articles of known events say, each copy group once, as in use."""

    events: Integers
    aspects: Aspects

    def case(self, chosen: Integers, weight: float = 1.0) -> Case:
        """The evidence on some of them."""
        part = {name: rows.take(chosen) for name, rows in self.aspects.items()}
        evidence, events = gather(part, copied=np.zeros((0, 2), np.int64)), self.events[chosen]
        return Case(evidence, np.equal(*events[evidence.pairs].T), weight, events)


def labelled_reports(articles: Articles, events: Sequence[Any]) -> LabelledReports:
    """The reports of articles, for each of which the event is known."""
    place = {row: number for number, row in enumerate(articles.rows)}
    standing = np.sort(find_copies(articles, progress=False).representative_rows)
    chosen = [place[row] for row in standing.tolist()]
    numbers = np.unique([str(event) for event in events], return_inverse=True)[1]
    return LabelledReports(numbers[chosen], read_aspects([articles[number] for number in chosen]))


def cases_of(source: Any, labels: Labels) -> list[Case]:
    """The cases in articles of which events, or pairs, are labelled.

    Parameters
    ----------
    source : Articles, path, frame or iterable
        Anything that `read_articles` takes.
    labels : mapping of str to any, or iterable of (str, str, bool)
        Article id to its event; articles without one are left aside. Or two ids, and whether they
        report one event.

    Raises
    ------
    InputError
        If a label is for an article that is not there.
    """
    articles = read_articles(source)
    place = {article.id: number for number, article in enumerate(articles)}
    if not isinstance(labels, Mapping):
        return [_judged(articles, place, list(labels))]
    _known(labels, place)
    items = tuple(article for article in articles if article.id in labels)
    if not items:
        return []
    return cases(labelled_reports(read_articles(items), [labels[article.id] for article in items]))


def _judged(articles: Articles, place: Mapping[str, int], labels: Sequence[tuple[str, str, bool]]) -> Case:
    """The one case of labelled pairs, measured among all the articles."""
    _known([name for left, right, _ in labels for name in (left, right)], place)
    said = {tuple(sorted((place[left], place[right]))): bool(same) for left, right, same in labels if left != right}
    wanted = np.array(sorted(said), np.int64).reshape(-1, 2)
    evidence = gather(read_aspects(articles), copied=np.zeros((0, 2), np.int64), kept=wanted)
    evidence = evidence.kept(_among(evidence.pairs, wanted, len(articles)))
    return Case(evidence, np.array([said[pair] for pair in sorted(said)], bool))


def _among(pairs: Pairs, wanted: Pairs, n: int) -> Booleans:
    return np.isin(pairs[:, 0] * n + pairs[:, 1], wanted[:, 0] * n + wanted[:, 1])


def _known(labelled: Iterable[str], place: Mapping[str, int]) -> None:
    unknown = [name for name in labelled if name not in place]
    if unknown:
        raise InputError(f"{len(unknown)} labels are for articles that are not there, {unknown[0]!r} first")


def cases(reports: LabelledReports) -> list[Case]:
    """News as it is, thinned out to each of `SHARES`, and in small pieces, in this order.

    Most real news stands alone, and much of it comes in small pieces: a model that has only seen
    events of several reports each would be too bold there.
    """
    random = np.random.default_rng(_SEED)
    events = reports.events
    sparse = [thinned(events, share, random) for share in SHARES]
    whole = reports.case(np.arange(len(events)))
    sizes, alike = np.repeat(SMALL_SIZES, _DRAWS), _likeness(whole, events)
    small = [_drawn(events, size, alike if draw % 2 else None, random) for draw, size in enumerate(sizes)]
    return [
        whole,
        *(reports.case(chosen, 1 / THINNINGS) for chosen in sparse),
        *(reports.case(chosen, _SMALL_WEIGHT / _DRAWS) for chosen in small),
    ]


def thinned(events: Integers, share: float, random: np.random.Generator) -> Integers:
    """Articles that are left when a share of the events keep one report."""
    names = np.unique(events)
    single = random.choice(names, int(len(names) * share), replace=False)
    order = random.permutation(len(events))
    first = order[np.unique(events[order], return_index=True)[1]]
    return np.sort(np.concatenate((first, np.setdiff1d(np.flatnonzero(~np.isin(events, single)), first))))


def _likeness(whole: Case, events: Integers) -> NDArray[np.float64]:
    """How alike the two most alike reports of each two events are."""
    names, numbers = np.unique(events, return_inverse=True)
    left, right = numbers[whole.evidence.pairs].T
    alike = np.zeros((len(names), len(names)))
    np.maximum.at(alike, (left, right), whole.evidence.features["phrases_of_2"])
    return np.maximum(alike, alike.T)


def _drawn(events: Integers, size: int, alike: NDArray[np.float64] | None, random: np.random.Generator) -> Integers:
    """A few articles: one to four reports of an event, of any events or of those most alike to the first."""
    names, numbers = np.unique(events, return_inverse=True)
    order = random.permutation(len(names))
    if alike is not None and len(names):
        order = np.argsort(-alike[order[0]] - 2 * (np.arange(len(names)) == order[0]), kind="stable")
    reports = [random.permutation(np.flatnonzero(numbers == event)) for event in order[:size]]
    parts = [some[: random.integers(1, _MOST_REPORTS + 1)] for some in reports]
    return np.concatenate([np.zeros(0, np.int64), *parts])[:size]
