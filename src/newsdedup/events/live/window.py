"""The window of recent reports: newcomers are compared with the grouped reports and with each other.

Between two groupings of the whole window, what was measured in the last one stays as it is: document frequencies,
base levels, neighbourhoods, the model and the working point. Newcomers are measured as if they had come last.
Everything here follows from what is kept of the reports (`WindowReports`), so that a window that is loaded again
compares as the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import numpy as np
from attrs import field, frozen, mutable
from numpy.typing import NDArray

from newsdedup.copies.pairs import NO_PAIRS, Pairs, union
from newsdedup.events.evidence.gather import (
    FEW_RANKS,
    LEVELLED,
    LOOKALIKES,
    SALIENT,
    TERM_KINDS,
    CorpusContext,
    background_of,
    base_level,
    excess,
    lengths_of,
    likeness,
    neighbour_profiles,
)
from newsdedup.events.evidence.model import Model
from newsdedup.events.evidence.terms import BUDGET, NEAREST, Counts, Terms, cosine, counted, weighted_by
from newsdedup.events.reading.days import resolved_days
from newsdedup.events.reading.furniture import Furniture
from newsdedup.events.reading.hashed import HashedTexts
from newsdedup.events.reading.reports import near_in_time
from newsdedup.events.reading.views import DETAILS, Views, views_of
from newsdedup.kernels.ragged import Floats, GrowingRagged, Integers, Ragged
from newsdedup.support.postings import GrowingPostings

COUNTED_REPORTS: Final = 1 << 12  # reports of the last grouping in which the frequency of terms is counted
_DETAILED: Final = tuple(name for name in TERM_KINDS if name != SALIENT)  # kinds of terms that are found by no index
_RANKS: Final = np.arange(LOOKALIKES[1])[FEW_RANKS]  # of the look-alikes that are compared
_MOST_TERMS: Final = 512  # salient terms kept of a newcomer: one that only it has may be in a report that comes later


@frozen(eq=False)
class Epoch:
    """What the last grouping of the window found for all reports together."""

    model: Model  # fitted to the window
    threshold: float
    gap_counts: Integers  # candidate pairs by `newsdedup.events.evidence.relative_time.gaps`
    furniture: Furniture  # of the outlets


@frozen(eq=False)
class WindowReports:
    """What is kept of each of some reports, to compare later ones with them."""

    numbers: Integers  # of the article, ascending
    hours: Floats  # shape (n, 2)
    published: Integers
    salient: Terms
    levels: Floats  # shape (n, kinds): the base level by each of `LEVELLED`
    profiles: Terms  # neighbour profiles, by the numbers of articles
    sentences: Ragged

    def __len__(self) -> int:
        return len(self.numbers)


@frozen(eq=False)
class Newcomers:
    """Texts that came after the last grouping, none of them a copy."""

    numbers: Integers  # ascending, above those of the window
    hashed: HashedTexts
    hours: Floats
    published: Integers
    excerpts: Pairs  # numbers of reports of which one prints a part of the other


@frozen(eq=False)
class ScoredPairs:
    """Pairs of reports with their scores."""

    numbers: Pairs  # of the articles, the lower one first
    scores: Floats

    def among(self, numbers: Integers) -> ScoredPairs:
        """The pairs of which both are among these."""
        inside = np.isin(self.numbers, numbers).all(axis=1)
        return ScoredPairs(np.compress(inside, self.numbers, axis=0), self.scores[inside])


NO_SCORES: Final = ScoredPairs(NO_PAIRS, np.zeros(0))


@frozen(eq=False)
class _Details:
    """What only the reports that are compared need, one row per report."""

    terms: Mapping[str, Terms]
    lengths: Mapping[str, Integers]
    phrases: Ragged
    days: Ragged

    @classmethod
    def of(cls, views: Views, counts: Mapping[str, Counts], published: Integers) -> _Details:
        terms = {
            name: weighted_by(counts[name], views[TERM_KINDS[name][0]], least=1, newcomers=True, threads=1)
            for name in _DETAILED
        }
        days = resolved_days(views["days"], published)
        return cls(terms, lengths_of(views), views["phrases"], days)


class _GrowingTerms:
    """Terms to which those of further reports are appended."""

    def __init__(self) -> None:
        self._rows, self._weights = GrowingRagged(), GrowingRagged(np.float32)
        self._norms = GrowingRagged(np.float32)

    def append(self, terms: Terms) -> None:
        self._rows.append(terms.rows)
        self._weights.append(Ragged(terms.weights, terms.rows.offsets))
        self._norms.append(_one_each(terms.norms))

    @property
    def terms(self) -> Terms:
        return Terms(self._rows.rows, self._weights.rows.values, self._norms.rows.values)


class _KeptDetails:
    """The details of some reports, by their numbers."""

    def __init__(self) -> None:
        self._place: dict[int, int] = {}
        self._terms = {name: _GrowingTerms() for name in _DETAILED}
        self._lengths = {name: GrowingRagged(np.int64) for name in ("words", *DETAILS)}
        self._phrases, self._days = GrowingRagged(), GrowingRagged()

    def append(self, numbers: Integers, details: _Details) -> None:
        start = len(self._place)
        self._place.update(zip(numbers.tolist(), range(start, start + len(numbers)), strict=True))
        for name, terms in details.terms.items():
            self._terms[name].append(terms)
        for name, lengths in details.lengths.items():
            self._lengths[name].append(_one_each(lengths))
        self._phrases.append(details.phrases)
        self._days.append(details.days)

    def missing(self, numbers: Integers) -> Integers:
        """Those of these reports whose details are not kept."""
        return np.array([n for n in numbers.tolist() if n not in self._place], np.int64)

    def take(self, numbers: Integers) -> _Details:
        rows = np.array([self._place[n] for n in numbers.tolist()], np.int64)
        return _Details(
            {name: growing.terms.take(rows) for name, growing in self._terms.items()},
            {name: growing.rows.values[rows] for name, growing in self._lengths.items()},
            self._phrases.rows.take(rows),
            self._days.rows.take(rows),
        )


def _one_each(values: NDArray[Any]) -> Ragged:
    """Values as rows of one."""
    return Ragged.of_matrix(values[:, np.newaxis])


ReadHashed = Callable[[Integers], HashedTexts]


@mutable(eq=False)
class LiveWindow:
    """The reports of a window, indexed so that newcomers can be compared with them.

    `sample` are texts of the last grouping, at most `COUNTED_REPORTS`, in which terms are counted; `read_hashed` gives
    the texts of other reports by their numbers.
    """

    epoch: Epoch
    _read_hashed: ReadHashed
    _counts: Mapping[str, Counts]
    _salient: _GrowingTerms = field(factory=_GrowingTerms, init=False)
    _profiles: _GrowingTerms = field(factory=_GrowingTerms, init=False)
    _postings: GrowingPostings = field(factory=GrowingPostings, init=False)
    _sentences: GrowingPostings = field(factory=GrowingPostings, init=False)
    _rows: GrowingRagged = field(factory=lambda: GrowingRagged(np.float64), init=False)
    _numbers: GrowingRagged = field(factory=lambda: GrowingRagged(np.int64), init=False)
    _details: _KeptDetails = field(factory=_KeptDetails, init=False)
    _dropped: set[int] = field(factory=set, init=False)

    @classmethod
    def of(
        cls, epoch: Epoch, reports: WindowReports, sample: Integers, texts: HashedTexts, read_hashed: ReadHashed
    ) -> LiveWindow:
        """The window of some reports; `texts` are those of the `sample`, numbers of reports of the last grouping."""
        views = views_of(texts, furniture=epoch.furniture)
        counts = {
            name: counted(views[view], sizes, beside=background_of(name)).compact()
            for name, (view, sizes) in TERM_KINDS.items()
        }
        window = cls(epoch, read_hashed, counts)
        window.append(reports)
        published = reports.published[np.searchsorted(reports.numbers, sample)]
        window._details.append(sample, _Details.of(views, counts, published))
        return window

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def numbers(self) -> Integers:
        """The article number of each report."""
        return self._numbers.rows.values

    def append(self, reports: WindowReports) -> None:
        """Add reports that were measured."""
        self._index(reports.numbers, reports.salient, reports.sentences)
        self._keep(reports)

    def _keep(self, reports: WindowReports) -> None:
        """Keep what was measured of reports that are indexed."""
        self._profiles.append(reports.profiles)
        self._rows.append(Ragged.of_matrix(np.column_stack((reports.hours, reports.published, reports.levels))))

    def drop(self, numbers: Iterable[int]) -> None:
        """Leave reports out of what newcomers are compared with; other numbers are not in the window anyway."""
        known = np.array(sorted(set(numbers)), np.int64)
        known = known[np.isin(known, self.numbers)]
        self._dropped.update(np.searchsorted(self.numbers, known).tolist())

    def _not_dropped(self, found: Integers) -> Integers:
        return found[~np.isin(found, [*self._dropped])] if self._dropped else found

    def _index(self, numbers: Integers, salient: Terms, sentences: Ragged) -> None:
        self._numbers.append(_one_each(numbers))
        self._salient.append(salient)
        self._postings.append(salient.rows, salient.weights)
        self._sentences.append(sentences)

    def _facts(self, places: Integers) -> Floats:
        return self._rows.rows.values.reshape(-1, 3 + len(LEVELLED))[places]

    def _details_of(self, places: Integers) -> _Details:
        """The details of reports by their places, read where they are not kept yet."""
        numbers = self.numbers[places]
        missing = self._details.missing(numbers)
        if len(missing):
            views = views_of(self._read_hashed(missing), furniture=self.epoch.furniture, threads=1)
            published = self._facts(np.searchsorted(self.numbers, missing))[:, 2].astype(np.int64)
            self._details.append(missing, _Details.of(views, self._counts, published))
        return self._details.take(numbers)

    def measured(self, newcomers: Newcomers, window_hours: float | None = None) -> tuple[WindowReports, ScoredPairs]:
        """What is kept of newcomers, and their pairs with the window and with each other; they are in it afterwards."""
        views = views_of(newcomers.hashed, furniture=self.epoch.furniture, threads=1)
        words = views[TERM_KINDS[SALIENT][0]]
        salient = weighted_by(self._counts[SALIENT], words, most=_MOST_TERMS, least=1, newcomers=True, threads=1)
        first = len(self)
        self._index(newcomers.numbers, salient, views["sentences"])
        self._details.append(newcomers.numbers, _Details.of(views, self._counts, newcomers.published))
        around, quoting = self._candidates(first, salient, views["sentences"])
        excerpts = np.searchsorted(self.numbers, newcomers.excerpts)
        around[:, NEAREST:] = np.where(np.isin(np.arange(NEAREST, LOOKALIKES[1]), _RANKS), around[:, NEAREST:], -1)
        places = np.unique(
            np.concatenate((np.arange(first, len(self)), around[around >= 0], quoting.ravel(), excerpts.ravel()))
        )
        own = np.searchsorted(places, np.arange(first, len(self)))
        near = np.where(around >= 0, np.searchsorted(places, around), -1)
        pairs = union(
            [
                np.sort(_pairs_with(own, near[:, :NEAREST]), axis=1),
                np.sort(np.searchsorted(places, quoting), axis=1),
                np.sort(np.searchsorted(places, excerpts), axis=1),
            ]
        )
        found, context = self._compared(places, own, near, pairs, newcomers)
        reports = WindowReports(
            newcomers.numbers,
            newcomers.hours,
            newcomers.published,
            salient,
            np.column_stack([context.levels[name][own] for name in LEVELLED]),
            context.shared_neighbours.take(own),
            views["sentences"],
        )
        self._keep(reports)
        left, right = (context.hours[rows] for rows in pairs.T)
        is_near = near_in_time(left, right, window_hours)
        return reports, ScoredPairs(self.numbers[places][pairs[is_near]], found[is_near])

    def _candidates(self, first: int, salient: Terms, sentences: Ragged) -> tuple[Integers, Pairs]:
        """The nearest reports of each newcomer, -1 where there are no more, and pairs that share a sentence."""
        own = range(first, first + len(salient))
        around, quoting = np.full((len(salient), LOOKALIKES[1]), -1, np.int64), [NO_PAIRS]
        most = LOOKALIKES[1] + len(self._dropped)
        near = self._postings.holding(salient.rows, salient.weights, most, BUDGET, without=own)
        one_each = np.ones(len(sentences.values), np.float32)
        sharing = self._sentences.holding(sentences, one_each, NEAREST + len(self._dropped), BUDGET, without=own)
        for row, (found, quoted) in enumerate(zip(near, sharing, strict=True)):
            found = self._not_dropped(found)[: around.shape[1]]
            around[row, : len(found)] = found
            quoting.append(_with_first(first + row, self._not_dropped(quoted)[:NEAREST]))
        return around, np.concatenate(quoting)

    def _compared(
        self, places: Integers, own: Integers, near: Integers, pairs: Pairs, newcomers: Newcomers
    ) -> tuple[Floats, CorpusContext]:
        """The scores of pairs, and the context of the reports at these places of the window, of which `own` are new."""
        n, details = len(self), self._details_of(places)
        terms = {
            name: self._salient.terms.take(places) if name == SALIENT else details.terms[name] for name in TERM_KINDS
        }
        alike = likeness(terms, details.lengths, details.phrases, pairs, threads=1)
        facts = self._facts(places[: len(places) - len(own)])
        hours = np.concatenate((facts[:, :2], newcomers.hours))
        levels = {}
        for number, name in enumerate(LEVELLED):
            total = np.bincount(pairs.ravel(), np.repeat(alike[name], 2), minlength=len(places))[own].astype(np.float64)
            lookalikes = _cosines(terms[name], own, near[:, FEW_RANKS])
            levels[name] = np.append(facts[:, 3 + number], base_level(lookalikes, total, n, FEW_RANKS))
        above = excess(alike, {name: each[pairs] for name, each in levels.items()})
        profiles = neighbour_profiles(pairs, above, len(places), corpus=n).take(own)
        numbered = Ragged(self.numbers[places][profiles.rows.values].astype(np.uint32), profiles.rows.offsets)
        known = self._profiles.terms.take(places[: len(places) - len(own)])
        context = CorpusContext(
            terms=terms,
            lengths=details.lengths,
            phrases=details.phrases,
            levels=levels,
            shared_neighbours=known.followed_by(Terms(numbered, profiles.weights, profiles.norms)),
            hours=hours,
            gap_counts=self.epoch.gap_counts,
            days=details.days,
        )
        return self.epoch.model.score(context.features(pairs, alike, threads=1)), context


def _with_first(first: int, others: Integers) -> Pairs:
    return np.stack((np.full(len(others), first), others), axis=1)


def _pairs_with(own: Integers, near: Integers) -> Pairs:
    """Pairs of each newcomer with those near it; -1 is none."""
    row, rank = np.nonzero(near >= 0)
    return np.stack((own[row], near[row, rank]), axis=1)


def _cosines(terms: Terms, own: Integers, others: Integers) -> Floats:
    """The cosine of each newcomer with each of the others, 0 where there is none (-1)."""
    pairs = np.stack((np.repeat(own, others.shape[1]), np.maximum(others, 0).ravel()), axis=1)
    return cosine(terms, pairs, threads=1).reshape(others.shape) * (others >= 0)
