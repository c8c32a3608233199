"""The stretch of a text with the most evidence: a part may be garbled where the rest is sound."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_LEAST_OF_SHORT: Final = 3.5  # evidence in a headline
_SHARE_OF_SHORT: Final = 0.25  # of its words


def best_stretch(scores: Iterable[tuple[int, float]]) -> tuple[int, float]:
    """The beginning and the sum of the neighbouring scores whose sum is highest, in one pass.

    `scores` are places in a text with what speaks for garbling (above 0) or against it there. The algorithm is
    that of the maximum subarray (Bentley 1984).

    Examples
    --------
    >>> best_stretch([(0, -1.0), (5, 2.0), (9, -0.5), (12, 2.0), (20, -3.0)])
    (5, 3.5)
    """
    best_start, best, start, total = 0, 0.0, 0, 0.0
    for place, score in scores:
        if total <= 0:
            start, total = place, 0.0
        total += score
        if total > best:
            best_start, best = start, total
    return best_start, best


def is_enough(evidence: float, n_words: int, least: float) -> bool:
    """Whether a text with so many words is garbled: much of it is, whatever its length, or most of a short one."""
    return evidence >= min(least, max(_LEAST_OF_SHORT, _SHARE_OF_SHORT * n_words))
