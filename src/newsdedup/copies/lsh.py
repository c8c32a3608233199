"""Signatures to candidate pairs: locality-sensitive hashing by sorting the hashes of bands.

Indyk and Motwani (1998); bands as in Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, ch. 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike, NDArray

from newsdedup.kernels.hashing import EMPTY, combined
from newsdedup.support.threads import in_threads

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


def candidates(
    signatures: NDArray[np.uint32],
    bands: Bands,
    *,
    rows: NDArray[np.int64] | None = None,
    cap: int = BUCKET_CAP,
    threads: int | None = None,
) -> Pairs:
    """Pairs of signatures that agree in at least one band.

    Parameters
    ----------
    signatures : ndarray of uint32, shape (n, num_perm)
        A row that is all `EMPTY`, the sketch of an empty set, is never a candidate.
    bands : Bands
        How to cut them.
    rows : ndarray of int64, optional
        The rows to compare, in the order that counts for the cap; all by default.
    cap : int
        See `bucket_pairs`.
    threads : int, optional
        By default one for each core.

    Returns
    -------
    ndarray of int64, shape (m, 2)
        Places in `rows`, left < right, sorted, each pair once.
    """
    rows = np.arange(len(signatures)) if rows is None else rows
    filled = np.flatnonzero(signatures[rows, 0] != EMPTY)
    if not len(filled):
        return union(())

    def agreeing(band: int) -> Pairs:
        cut = slice(band * bands.rows, (band + 1) * bands.rows)
        return bucket_pairs(combined(signatures[rows[filled], cut].T), filled, cap=cap)

    return union(in_threads(agreeing, range(bands.count), threads))


def bucket_pairs(keys: NDArray[Any], owners: NDArray[np.int64], *, cap: int = BUCKET_CAP) -> Pairs:
    """Pairs of owners that hold the same key.

    Parameters
    ----------
    keys : ndarray of uint32 or uint64, shape (total,)
        Hashes of what they hold: a band, a phrase, a term.
    owners : ndarray of int64, shape (total,)
        Who holds it, ascending; nobody holds one key twice.
    cap : int
        In a bucket of more owners, each is linked to the first, its representative, and to the
        next, instead of to all others, so that the cost stays linear.

    Returns
    -------
    ndarray of int64, shape (m, 2)
        Left < right, in no order; a pair stands there once for each key that both hold (see `union`).
    """
    hashes = keys.astype(np.uint64) << np.uint64(32) if keys.dtype.itemsize == 4 else keys
    shared = _maybe_repeated(hashes)  # most keys are held once: only the others cost anything
    hashes, owners = hashes[shared], owners[shared]
    # One number for key and owner sorts many times as fast as an argsort. What the key loses makes
    # a bucket too large once in 2^(64 - bits) pairs, and verification sees to that.
    bits = np.uint64(max(1, int(owners.max(initial=0)).bit_length()))
    low = np.uint64((1 << int(bits)) - 1)
    codes = np.sort(hashes & ~low | owners.astype(np.uint64))
    keys, owners = codes >> bits, (codes & low).astype(np.int64)
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
    pairs = np.concatenate((np.zeros((0, 2), np.int64), *parts))
    return np.compress(pairs[:, 0] != pairs[:, 1], pairs, axis=0)


def _maybe_repeated(hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which hashes are there more than once; about one in sixteen of the others too."""
    from newsdedup.kernels import minhash

    found = np.empty(len(hashes), np.bool_)
    minhash.maybe_repeated(hashes, 4 + len(hashes).bit_length(), found)
    return found


def runs(keys: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each of the sorted keys, where its run starts and how long it is."""
    starts = np.flatnonzero(np.append(np.ones(min(1, len(keys)), bool), keys[1:] != keys[:-1]))
    lengths = np.diff(np.append(starts, len(keys)))
    return np.repeat(starts, lengths), np.repeat(lengths, lengths)


def ordered(keys: NDArray[Any], names: Sequence[str | None]) -> NDArray[np.int64]:
    """The places of things by their keys, the first key first; what is tied stands by name.

    Parameters
    ----------
    keys : ndarray, shape (k, n)
    names : sequence of str or None, n long
        Compared only where all keys are equal: that is seldom, and strings are slow to sort.
    """
    order = np.lexsort(keys[::-1])
    sorted_keys = keys[:, order]
    ties = (sorted_keys[:, 1:] == sorted_keys[:, :-1]).all(axis=0)
    starts, sizes = runs(np.cumsum(np.append(np.zeros(min(1, len(order)), bool), ~ties)))
    for start in np.unique(starts[sizes > 1]).tolist():
        tied = slice(start, start + int(sizes[start]))
        order[tied] = sorted(order[tied].tolist(), key=lambda place: str(names[place]))
    return order


def _between(owners: NDArray[np.int64], left: NDArray[np.int64], right: NDArray[np.int64]) -> Pairs:
    return np.stack((owners[left], owners[right]), axis=1)


def union(parts: Iterable[Pairs]) -> Pairs:
    """All pairs of several lists: sorted, each once."""
    pairs = np.concatenate((np.zeros((0, 2), np.int64), *parts))
    bits = int(pairs.max(initial=0)).bit_length()
    codes = np.sort((pairs[:, 0] << bits) | pairs[:, 1])  # twice as fast as NumPy's unique, which hashes
    codes = codes[np.append(np.ones(min(1, len(codes)), bool), codes[1:] != codes[:-1])]
    return np.stack((codes >> bits, codes & ((1 << bits) - 1)), axis=1)
