"""Labelled news to training sets for a model of evidence: the whole set, thinned-out versions and small samples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Article, Articles
from newsdedup.articles.intake import articles_from
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.copies.find import find_copies
from newsdedup.copies.pairs import Pairs
from newsdedup.events.evidence.gather import Evidence, gather
from newsdedup.events.evidence.repeated import furniture_of
from newsdedup.events.reading.reports import all_days, all_hours
from newsdedup.events.reading.views import Views, read_hashed, views_of
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.errors import InputError

THINNINGS: Final = 3  # thinned-out versions per share
SHARES: Final = tuple(np.repeat((0.3, 0.6, 0.85), THINNINGS).tolist())  # share of events that keep one report
SMALL_SIZES: Final = (2, 3, 5, 10, 20)  # articles in a small sample
LENGTHS: Final = (12, 25, 40)  # words of a short text
_SHORT_THINNINGS: Final = 2  # thinned-out versions of short texts per share
_SHORT_SHARES: Final = tuple(np.repeat((0.85, 1.0), _SHORT_THINNINGS).tolist())
_DRAWS: Final = 40  # small samples of each size
_SHORT_DRAWS: Final = 10  # the same of short texts of each length
_SMALL_WEIGHT: Final = 0.03  # weight of all small samples of one size together; the whole set has weight 1
_MOST_REPORTS: Final = 4  # reports of one event in a small sample
_SAMPLING_SEED: Final = 0  # training is deterministic

_NO_PAIRS: Final = np.zeros((0, 2), np.int64)

Random = np.random.Generator
Cut = Callable[[Article], Article | None]
Booleans = NDArray[np.bool_]
Labels = Mapping[str, Any] | Iterable[tuple[str, str, bool]]


@frozen(eq=False)
class TrainingSet:
    """Evidence on pairs of articles, and their labels."""

    evidence: Evidence
    same: Booleans  # whether the two articles of each pair report one event
    weight: float = 1.0  # relative to the other sets
    events: Integers | None = None  # the event of each article; None where only pairs are labelled
    is_small: bool = False  # a small sample, too small to choose a threshold by itself


@frozen(eq=False)
class LabelledReports:
    """Views of articles whose events are known; of each copy group only the representative, as in `find_events`."""

    events: Integers
    views: Views
    hours: Floats  # shape (n, 2): when each was published
    published: Integers  # the same as a day

    def training_set(self, chosen: Integers, weight: float = 1.0, *, is_small: bool = False) -> TrainingSet:
        """The evidence on the chosen reports."""
        part = {name: rows.take(chosen) for name, rows in self.views.items()}
        evidence = gather(part, self.hours[chosen], self.published[chosen], copied=_NO_PAIRS)
        events = self.events[chosen]
        return TrainingSet(evidence, np.equal(*events[evidence.pairs].T), weight, events, is_small)


def labelled_reports(articles: Articles, events: Sequence[Any]) -> LabelledReports:
    """The representatives of the copy groups of `articles`; `events` has one label per article."""
    place = {row: number for number, row in enumerate(articles.rows)}
    representatives = np.sort(find_copies(articles, progress=False).representative_rows)
    chosen = [place[row] for row in representatives.tolist()]
    numbers = np.unique([str(event) for event in events], return_inverse=True)[1]
    reports = [articles[number] for number in chosen]
    return LabelledReports(numbers[chosen], _views_without_furniture(reports), all_hours(reports), all_days(reports))


def _views_without_furniture(articles: Iterable[Article]) -> Views:
    """The views of articles as `find_events` makes them."""
    texts = read_hashed(articles)
    return views_of(texts, furniture=furniture_of(texts))


def short_texts(articles: Articles, events: Sequence[Any]) -> list[LabelledReports]:
    """The articles as short texts: the first words of each, to each of `LENGTHS`, and the headlines alone, if any."""
    cuts: list[Cut] = [*(partial(first_words, words=words) for words in LENGTHS), headline_alone]
    versions = (_rewritten(articles, events, cut) for cut in cuts)
    return [labelled_reports(*version) for version in versions if version[1]]


def _rewritten(articles: Articles, events: Sequence[Any], cut: Cut) -> tuple[Articles, list[Any]]:
    """The articles, each cut, without those of which nothing remains, and the label of each."""
    pairs = ((cut(article), event) for article, event in zip(articles, events, strict=True))
    kept = [(article, event) for article, event in pairs if article is not None]
    items = tuple(article for article, _ in kept)  # not read again: what was rejected or repaired was said at first
    return Articles(items, tuple(range(len(items)))), [event for _, event in kept]


def first_words(article: Article, words: int) -> Article:
    """An article cut to the first words of its text, without headline and summary, as in a feed."""
    return evolve(article, title=None, summary=None, text=" ".join(article.text.split()[:words]))


def headline_alone(article: Article) -> Article | None:
    """An article of which only the headline is left; None where it has none."""
    return evolve(article, title=None, summary=None, text=article.title) if article.title else None


def training_sets_of(source: Any, labels: Labels, reading: ReadOptions = READING) -> list[TrainingSet]:
    """The training sets from articles with labelled events or labelled pairs.

    Labels as for `train_evidence`; the error is an `InputError` if one names an article that is missing.
    """
    articles = articles_from(source, reading)
    place = {article.id: number for number, article in enumerate(articles)}
    if not isinstance(labels, Mapping):
        return [_of_labelled_pairs(articles, place, list(labels))]
    _check_ids(labels, place)
    items = [article for article in articles if article.id in labels]
    if not items:
        return []
    known = articles_from(items)
    return training_sets(*all_lengths(known, [labels[article.id] for article in known]))


def all_lengths(articles: Articles, events: Sequence[Any]) -> list[LabelledReports]:
    """The articles as they are, and as short texts."""
    return [labelled_reports(articles, events), *short_texts(articles, events)]


def _of_labelled_pairs(
    articles: Articles, place: Mapping[str, int], labels: Sequence[tuple[str, str, bool]]
) -> TrainingSet:
    """One training set of labelled pairs; their evidence is measured among all the articles."""
    _check_ids([name for left, right, _ in labels for name in (left, right)], place)
    same_of = {tuple(sorted((place[left], place[right]))): bool(same) for left, right, same in labels if left != right}
    wanted = np.array(sorted(same_of), np.int64).reshape(-1, 2)
    views = _views_without_furniture(articles)
    evidence = gather(views, all_hours(articles), all_days(articles), copied=_NO_PAIRS, kept=wanted)
    evidence = evidence.kept(_among(evidence.pairs, wanted, len(articles)))
    return TrainingSet(evidence, np.array([same_of[pair] for pair in sorted(same_of)], bool))


def _among(pairs: Pairs, wanted: Pairs, n: int) -> Booleans:
    return np.isin(pairs[:, 0] * n + pairs[:, 1], wanted[:, 0] * n + wanted[:, 1])


def _check_ids(labelled: Iterable[str], place: Mapping[str, int]) -> None:
    unknown = [name for name in labelled if name not in place]
    if unknown:
        raise InputError(f"{len(unknown)} labels are for articles that are missing, {unknown[0]!r} first")


def training_sets(whole: LabelledReports, *short: LabelledReports) -> list[TrainingSet]:
    """The whole set, the set thinned out to each of `SHARES`, small samples of it, then the same of short texts.

    In most real news an event has a single report, much of it comes in small batches, and much of it is
    teasers and headlines: a model trained only on full texts and events of several reports would merge too
    much there.
    """
    random = np.random.default_rng(_SAMPLING_SEED)
    lengths = [(whole, SHARES, THINNINGS, _DRAWS)]
    lengths += [(reports, _SHORT_SHARES, _SHORT_THINNINGS, _SHORT_DRAWS) for reports in short]
    return [one for length in lengths for one in _of_one_length(*length, random)]


def _of_one_length(
    reports: LabelledReports, shares: Sequence[float], thinnings: int, draws: int, random: Random
) -> Iterator[TrainingSet]:
    """All the texts, versions in which many events have one report, and small samples."""
    whole = reports.training_set(np.arange(len(reports.events)))
    yield whole
    for share in shares:
        yield reports.training_set(thinned(reports.events, share, random), 1 / thinnings)
    yield from _small(reports, whole, draws, random)


def _small(reports: LabelledReports, whole: TrainingSet, draws: int, random: Random) -> Iterator[TrainingSet]:
    """Small samples, half of them of events that look alike."""
    likeness = _likeness_of_events(whole, reports.events)
    for draw, size in enumerate(np.repeat(SMALL_SIZES, draws)):
        chosen = _drawn(reports.events, size, likeness if draw % 2 else None, random)
        yield reports.training_set(chosen, _SMALL_WEIGHT / draws, is_small=True)


def thinned(events: Integers, share: float, random: Random) -> Integers:
    """The articles that remain when a share of the events keep only one report."""
    names = np.unique(events)
    single = random.choice(names, int(len(names) * share), replace=False)
    return np.union1d(one_of_each(events, random), np.flatnonzero(~np.isin(events, single)))


def one_of_each(events: Integers, random: Random) -> Integers:
    """One random article of each event."""
    order = random.permutation(len(events))
    return np.sort(order[np.unique(events[order], return_index=True)[1]])


def _likeness_of_events(whole: TrainingSet, events: Integers) -> NDArray[np.float64]:
    """For each two events, the likeness of their two most similar reports."""
    names, numbers = np.unique(events, return_inverse=True)
    left, right = numbers[whole.evidence.pairs].T
    likeness = np.zeros((len(names), len(names)))
    np.maximum.at(likeness, (left, right), whole.evidence.features["phrases_of_2"])
    return np.maximum(likeness, likeness.T)


def _drawn(events: Integers, size: int, likeness: NDArray[np.float64] | None, random: Random) -> Integers:
    """A small sample: one to four reports per event, of random events or, with `likeness`, of look-alike events."""
    names, numbers = np.unique(events, return_inverse=True)
    order = random.permutation(len(names))
    if likeness is not None and len(names):
        order = np.argsort(-likeness[order[0]] - 2 * (np.arange(len(names)) == order[0]), kind="stable")
    reports = [random.permutation(np.flatnonzero(numbers == event)) for event in order[:size]]
    parts = [some[: random.integers(1, _MOST_REPORTS + 1)] for some in reports]
    return np.concatenate([np.zeros(0, np.int64), *parts])[:size]
