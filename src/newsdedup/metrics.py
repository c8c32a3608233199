"""Agreement of found groups with known ones: B-cubed, pairwise, adjusted Rand index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike, NDArray

from newsdedup.support.errors import InputError


@frozen
class Agreement:
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(gold: ArrayLike, found: ArrayLike) -> Agreement:
    """B-cubed precision and recall (Bagga and Baldwin 1998), averaged over the articles.

    Parameters
    ----------
    gold, found : array_like, shape (n,)
        Label of each article in the known and in the found grouping; any values that can be sorted.

    Returns
    -------
    Agreement
        Both are 1 where there are no articles.

    Raises
    ------
    InputError
        If the two do not have one label per article each.

    Examples
    --------
    >>> b_cubed(["flood", "flood", "gold", "gold"], [0, 0, 0, 0])
    Agreement(precision=0.5, recall=1.0)
    """
    both, known, made = _sizes_per_article(gold, found)
    if not len(both):
        return Agreement(1.0, 1.0)
    return Agreement(float(np.mean(both / made)), float(np.mean(both / known)))


def pairwise(gold: ArrayLike, found: ArrayLike) -> Agreement:
    """Pairwise precision and recall: of the pairs of articles in one group, the share that both groupings have.

    Parameters
    ----------
    gold, found : array_like, shape (n,)
        As for `b_cubed`.

    Returns
    -------
    Agreement
        1 where a grouping has no pairs.

    Raises
    ------
    InputError
        As for `b_cubed`.
    """
    in_both, in_gold, in_found = (float(np.sum(size - 1)) for size in _sizes_per_article(gold, found))
    return Agreement(in_both / in_found if in_found else 1.0, in_both / in_gold if in_gold else 1.0)


def adjusted_rand(gold: ArrayLike, found: ArrayLike) -> float:
    """Adjusted Rand index (Hubert and Arabie 1985): 1 for equal groupings, about 0 by chance.

    Parameters
    ----------
    gold, found : array_like, shape (n,)
        As for `b_cubed`.

    Raises
    ------
    InputError
        As for `b_cubed`.
    """
    from sklearn.metrics import adjusted_rand_score

    return float(adjusted_rand_score(*_both(gold, found)))


def _both(gold: ArrayLike, found: ArrayLike) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Both groupings as numbers; an error where one has more articles than the other."""
    known, made = _as_numbers(gold), _as_numbers(found)
    if known.shape != made.shape:
        raise InputError(f"{len(known)} known labels for {len(made)} found ones: give one of each per article")
    return known, made


def _sizes_per_article(gold: ArrayLike, found: ArrayLike) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """For each article the sizes of the intersection of its two groups, of its known group, and of its found group."""
    known, made = _both(gold, found)
    both = known * (int(made.max(initial=0)) + 1) + made
    return _group_sizes(both), _group_sizes(known), _group_sizes(made)


def _group_sizes(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    _, inverse, counts = np.unique(labels, return_inverse=True, return_counts=True)
    return np.asarray(counts[inverse], np.int64)


def _as_numbers(labels: ArrayLike | Sequence[Any]) -> NDArray[np.int64]:
    if np.ndim(labels) != 1:
        given = type(labels).__name__
        raise InputError(f"labels of type {given} are not one label per article: give two sequences in the same order")
    return np.asarray(np.unique(np.asarray(labels), return_inverse=True)[1], np.int64)
