"""Signatures to candidate pairs: locality-sensitive hashing by sorting the hashes of bands.

Indyk and Motwani (1998); bands as in Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, ch. 3.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike, NDArray

from newsdedup.grouping.sketch import EMPTY, combined

RECALL: Final = 0.995  # of true pairs a little above the threshold
MARGIN: Final = 0.05  # how little
BUCKET_CAP: Final = 64  # members of a bucket that are all compared with each other

Pairs = NDArray[np.int64]


@frozen
class Bands:
    """How a signature is cut: `count` bands of `rows` values each."""

    count: int
    rows: int

    def s_curve(self, similarity: ArrayLike) -> NDArray[np.float64]:
        """Probability that two sets of this Jaccard similarity become candidates.

        Examples
        --------
        >>> Bands(count=25, rows=5).s_curve([0.3, 0.5, 0.7]).round(3)
        array([0.059, 0.548, 0.99 ])
        """
        alike = np.asarray(similarity, np.float64)
        return np.asarray(1 - (1 - alike**self.rows) ** self.count)


def bands_for(threshold: float, num_perm: int) -> Bands:
    """The narrowest bands that still find `RECALL` of the pairs `MARGIN` above a threshold.

    Parameters
    ----------
    threshold : float
        Least Jaccard similarity that is looked for.
    num_perm : int
        Length of a signature.

    Returns
    -------
    Bands
        With the most rows, hence the fewest useless candidates; one row where nothing else will do.
    """
    looked_for = min(threshold + MARGIN, 1.0)
    cuts = [Bands(count=num_perm // rows, rows=rows) for rows in range(num_perm, 0, -1)]
    return next((cut for cut in cuts if cut.s_curve(looked_for) >= RECALL), cuts[-1])


def candidates(signatures: NDArray[np.uint32], bands: Bands, *, cap: int = BUCKET_CAP) -> Pairs:
    """Pairs of rows that agree in at least one band.

    Parameters
    ----------
    signatures : ndarray of uint32, shape (n, num_perm)
        A row that is all `EMPTY`, the sketch of an empty set, is never a candidate.
    bands : Bands
        How to cut them.
    cap : int
        See `bucket_pairs`.

    Returns
    -------
    ndarray of int64, shape (m, 2)
        Row numbers, left < right, sorted, each pair once.
    """
    filled = np.flatnonzero((signatures != EMPTY).any(axis=1))
    cuts = [slice(band * bands.rows, (band + 1) * bands.rows) for band in range(bands.count)]
    found = (bucket_pairs(combined(signatures[filled, cut].T), filled, cap=cap) for cut in cuts)
    return union(found)


def bucket_pairs(keys: NDArray[Any], owners: NDArray[np.int64], *, cap: int = BUCKET_CAP) -> Pairs:
    """Pairs of owners that hold the same key.

    Parameters
    ----------
    keys : ndarray, shape (total,)
        What they hold: the hash of a band, of a sentence.
    owners : ndarray of int64, shape (total,)
        Who holds it; nobody holds one key twice.
    cap : int
        In a bucket of more owners, each is linked to the first, its representative, and to the
        next, instead of to all others, so that the cost stays linear.

    Returns
    -------
    ndarray of int64, shape (m, 2)
        Sorted, each pair once, left < right.
    """
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    first, size = runs(keys)
    position = np.arange(len(keys))
    after = size - (position - first) - 1  # members of the bucket that come after this one
    parts, some_after = [], np.flatnonzero(size <= cap)
    for step in range(1, cap):
        some_after = some_after[after[some_after] >= step]
        if not len(some_after):
            break
        parts.append(_between(owners, some_after, some_after + step))
    crowded = np.flatnonzero((size > cap) & (position > first))
    parts += [_between(owners, first[crowded], crowded), _between(owners, crowded - 1, crowded)]
    return union(parts)


def runs(keys: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each of the sorted keys, where its run starts and how long it is."""
    starts = np.flatnonzero(np.append(np.ones(min(1, len(keys)), bool), keys[1:] != keys[:-1]))
    lengths = np.diff(np.append(starts, len(keys)))
    return np.repeat(starts, lengths), np.repeat(lengths, lengths)


def _between(owners: NDArray[np.int64], left: NDArray[np.int64], right: NDArray[np.int64]) -> Pairs:
    return np.stack((owners[left], owners[right]), axis=1)


def union(parts: Iterable[Pairs]) -> Pairs:
    """All pairs of several lists: sorted, each once."""
    pairs = np.concatenate((np.zeros((0, 2), np.int64), *parts))
    span = int(pairs.max(initial=0)) + 1
    codes = np.unique(pairs[:, 0] * span + pairs[:, 1])
    return np.stack(np.divmod(codes, span), axis=1)
