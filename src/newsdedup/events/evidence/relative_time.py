"""The days between two articles as evidence, relative to the days between the other pairs of the corpus.

Reports of one event are mostly published within a day or two. What that means depends on the corpus: in one
day's news every pair is that near, in ten years of local news hardly any.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from newsdedup.kernels.ragged import Floats, Integers

_HOURS: Final = 24 * 2.0 ** np.arange(9)  # upper bounds of the bins of a gap: 1, 2, 4, … 256 days; one more bin beyond
UNKNOWN_GAP: Final = len(_HOURS) + 1  # bin of a pair of which one moment is unknown
# Share of pairs of one event in each bin, from labelled news (VN-MDS and GVC).
_OF_ONE_EVENT: Final = np.array([0.806, 0.042, 0.028, 0.029, 0.024, 0.022, 0.012, 0.019, 0.006, 0.012])
_USUAL_PAIRS: Final = 50  # pairs of one event as which `_OF_ONE_EVENT` counts in a corpus: in a small one, no evidence
_MOST: Final = 3.0  # bound of the log ratio: days alone never decide


def gaps(one: Floats, other: Floats) -> Integers:
    """The bin of the gap between the two articles of each pair, `UNKNOWN_GAP` where a moment is unknown.

    `one` and `other` have shape (m, 2): first and last hour at which each may have been published.
    """
    hours = np.maximum(one[:, 0] - other[:, 1], other[:, 0] - one[:, 1])
    return np.where(np.isnan(hours), UNKNOWN_GAP, np.searchsorted(_HOURS, hours)).astype(np.int64)


def log_ratios(pairs_in: Integers) -> Floats:
    """For each bin the log of how much more frequent it is in pairs of one event than in this corpus.

    `pairs_in` is the number of candidate pairs in each bin, shape (`UNKNOWN_GAP` + 1,). Of an unknown gap the ratio
    is 0.
    """
    here = pairs_in[:UNKNOWN_GAP] + _USUAL_PAIRS * _OF_ONE_EVENT
    ratio = np.log(_OF_ONE_EVENT * here.sum() / here)
    return np.append(np.clip(ratio, -_MOST, _MOST), 0.0)
