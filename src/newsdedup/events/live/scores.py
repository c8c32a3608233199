"""The scores between the reports of a window, by report."""

from __future__ import annotations

import numpy as np

from newsdedup.copies.pairs import Pairs
from newsdedup.events.live.window import ScoredPairs
from newsdedup.kernels.ragged import Floats, Integers


class ScoreGraph:
    """The reports to which each report has a score: sorted arrays for those that were loaded, lists for the others."""

    def __init__(self, pairs: ScoredPairs) -> None:
        ends = np.concatenate((pairs.numbers, pairs.numbers[:, ::-1]))
        order = np.lexsort((ends[:, 1], ends[:, 0]))
        self._owners, self._others = ends[order].T.astype(np.int32)
        self._scores = np.tile(pairs.scores, 2)[order]
        self._later: dict[int, list[tuple[int, float]]] = {}
        self._dropped: set[int] = set()

    def append(self, pairs: ScoredPairs) -> None:
        """Add pairs."""
        for (one, other), score in zip(pairs.numbers.tolist(), pairs.scores.tolist(), strict=True):
            self._later.setdefault(one, []).append((other, score))
            self._later.setdefault(other, []).append((one, score))

    def drop(self, reports: set[int]) -> None:
        """Leave reports out from now on."""
        self._dropped |= reports

    def neighbours_of(self, report: int) -> tuple[Integers, Floats]:
        """The other reports to which one has a score, and the scores."""
        bounds = np.array([report, report + 1], np.int32)  # of another type, all owners would be converted first
        start, end = np.searchsorted(self._owners, bounds)
        later = self._later.get(report, [])
        others = np.append(self._others[start:end], np.array([other for other, _ in later], np.int64)).astype(np.int64)
        scores = np.append(self._scores[start:end], np.array([score for _, score in later], np.float64))
        if not self._dropped:
            return others, scores
        is_there = np.array([other not in self._dropped for other in others.tolist()], np.bool_)
        return others[is_there], scores[is_there]

    def among(self, reports: Integers) -> tuple[Pairs, Floats]:
        """The scored pairs of these reports, sorted."""
        found = [self.neighbours_of(int(report)) for report in reports]
        left = np.repeat(reports, [len(others) for others, _ in found])
        right = np.concatenate([np.zeros(0, np.int64), *(others for others, _ in found)])
        scores = np.concatenate([np.zeros(0), *(scores for _, scores in found)])
        wanted = (left < right) & np.isin(right, reports)
        order = np.lexsort((right[wanted], left[wanted]))
        return np.stack((left[wanted], right[wanted]), axis=1)[order], scores[wanted][order]
