"""Which articles are near each other in time, and the order in which those near one are ranges.

Where articles further apart than a window are not compared, what is found of an article depends only on the
articles within a few windows of it. A corpus can then be measured in parts that overlap by `HALO` windows.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.copies.pairs import NO_PAIRS, Pairs, runs
from newsdedup.events.reading.reports import near_in_time
from newsdedup.kernels.ragged import Floats, Integers, Ragged
from newsdedup.support.settings import ALL, NONE, EventSettings

HALO: Final = 4  # windows around an article in which everything lies on which the scores of its pairs depend
_MOST_FOLLOWERS: Final = 64  # articles near one that print a sentence of it; of more, only the next is compared


@frozen(eq=False)
class TimeOrder:
    """Articles in an order in which those near each one in time are a few ranges.

    Articles with a moment come first, by it, then those with a bare day, then those without a date.
    """

    articles: Integers  # shape (n,): the articles in this order
    spans: Integers  # shape (n, 3, 2): of each place in this order, the ranges of the places of those near it
    hours: Floats  # shape (n, 2): of the articles, not in this order: as of `newsdedup.events.reading.reports.hours_of`
    window: float  # hours
    undated: str  # to which those without a date are near: as of `newsdedup.events.reading.reports.near_in_time`

    @classmethod
    def of(cls, hours: Floats, window: float, undated: str = ALL) -> TimeOrder:
        """The order of articles, by the first and last hour of each, NaN where it is unknown."""
        first, last = hours.T
        kind = np.where(np.isnan(first), 2, np.where(last > first, 1, 0))
        articles = np.lexsort((first, kind))
        first, last, kind = first[articles], last[articles], kind[articles]
        bounds = np.searchsorted(kind, np.arange(4))
        spans = np.empty((len(articles), 3, 2), np.int64)
        for part, (start, end) in enumerate(pairwise(bounds[:3].tolist())):
            length = last[start:end] - first[start:end]  # the same for all of a kind
            longest = length[0] if len(length) else 0.0
            spans[:, part, 0] = start + np.searchsorted(first[start:end], first - window - longest, "left")
            spans[:, part, 1] = start + np.searchsorted(first[start:end], last + window, "right")
            spans[bounds[2] :, part] = start, end
        spans[:, 2] = bounds[2:]
        if undated == NONE:
            spans[:, 2] = spans[bounds[2] :, :2] = 0
            spans[bounds[2] :, 2] = np.arange(*bounds[2:])[:, None] + [0, 1]
        return cls(articles, spans, hours, window, undated)

    @classmethod
    def within(cls, hours: Floats, settings: EventSettings) -> TimeOrder | None:
        """The order for the window of the settings; None without one."""
        return None if settings.window_hours is None else cls.of(hours, settings.window_hours, settings.undated)

    @property
    def n_near(self) -> Integers:
        """The number of articles near each article, itself included."""
        found = np.empty(len(self.articles), np.int64)
        found[self.articles] = np.diff(self.spans, axis=2).sum(axis=(1, 2))
        return found

    def are_near(self, pairs: Pairs) -> NDArray[np.bool_]:
        """Which pairs of articles are near each other."""
        left, right = pairs.T
        return near_in_time(self.hours[left], self.hours[right], self.window, self.undated)

    def sharing(self, rows: Ragged) -> Pairs:
        """Pairs of articles near each other that have a hash in common, from uint32 hashes of each article.

        Of an article with more than a fixed number of later ones that have its hash, only the pair with the next.
        """
        rows = rows.take(self.articles)
        codes = np.sort(rows.values.astype(np.uint64) << np.uint64(32) | rows.owners.astype(np.uint64))
        _, size = runs(codes >> np.uint64(32))
        repeated = np.flatnonzero(size > 1)
        codes = codes[repeated]
        owner, hashes = (codes & np.uint64(0xFFFFFFFF)).astype(np.int64), codes >> np.uint64(32) << np.uint64(32)
        found = [NO_PAIRS]
        starts, ends = np.empty((2, 3, len(codes)), np.int64)
        for part in range(3):
            low, high = np.maximum(self.spans[owner, part, 0], owner + 1), self.spans[owner, part, 1]
            starts[part] = np.searchsorted(codes, hashes | low.astype(np.uint64))
            ends[part] = np.searchsorted(codes, hashes | np.maximum(low, high).astype(np.uint64))
        ends = np.where((ends - starts).sum(axis=0) <= _MOST_FOLLOWERS, ends, _only_the_first(starts, ends))
        for start, end in zip(starts, ends, strict=True):
            lengths = end - start
            shift = np.repeat(start - (np.cumsum(lengths) - lengths), lengths)
            found.append(np.stack((np.repeat(owner, lengths), owner[shift + np.arange(len(shift))]), axis=1))
        return np.sort(self.articles[np.concatenate(found)], axis=1)


def _only_the_first(starts: Integers, ends: Integers) -> Integers:
    """The ends of ranges, shape (3, n), that leave one place of the three of each."""
    before = np.cumsum(ends - starts, axis=0) - (ends - starts)
    return np.where((before == 0) & (ends > starts), starts + 1, starts)
