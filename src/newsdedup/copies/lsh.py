"""Signatures to candidate pairs: locality-sensitive hashing, by sorting the hashes of bands.

Indyk and Motwani (1998); bands as in Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, ch. 3.
"""

from __future__ import annotations

import functools
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike, NDArray

from newsdedup.copies.pairs import Pairs, runs, union
from newsdedup.kernels.hashing import EMPTY
from newsdedup.kernels.ragged import Integers
from newsdedup.support.threads import in_threads

RECALL: Final = 0.995  # share found of the true pairs whose similarity is `MARGIN` above the threshold
MARGIN: Final = 0.05
_BANDS_AT_ONCE: Final = 8
_BAND_STEP: Final = np.uint64(0x9E3779B97F4A7C15)  # sets the keys of different bands apart
BUCKET_CAP: Final = 64  # members of a bucket; in larger ones not all are compared with each other


@frozen
class Bands:
    """The cut of a signature: `count` bands of `rows` values each."""

    count: int
    rows: int

    def s_curve(self, similarity: ArrayLike) -> NDArray[np.float64]:
        """Probability that two sets of this Jaccard similarity become candidates.

        Examples
        --------
        >>> Bands(count=25, rows=5).s_curve([0.3, 0.5, 0.7]).round(3)
        array([0.059, 0.548, 0.99 ])
        """
        jaccard = np.asarray(similarity, np.float64)
        return np.asarray(1 - (1 - jaccard**self.rows) ** self.count)


@functools.lru_cache(maxsize=256)
def bands_for(threshold: float, num_perm: int) -> Bands:
    """The most selective bands that still find `RECALL` of the pairs `MARGIN` above a threshold.

    With the most rows, hence the fewest false candidates; one row if no other number has the recall.
    """
    similarity = min(threshold + MARGIN, 1.0)
    cuts = [Bands(count=num_perm // rows, rows=rows) for rows in range(num_perm, 0, -1)]
    return next((cut for cut in cuts if cut.s_curve(similarity) >= RECALL), cuts[-1])


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
        A row of `EMPTY`, the signature of an empty set, is never a candidate.
    bands : Bands
        The cut of each signature.
    rows : ndarray of int64, optional
        The rows to compare, in the order that the cap refers to; all by default.
    cap : int
        See `bucket_pairs`.
    threads : int, optional
        By default one per core.

    Returns
    -------
    ndarray of int64, shape (m, 2)
        Places in `rows`, left < right, sorted, each pair once.
    """
    rows = np.arange(len(signatures)) if rows is None else rows
    filled = np.flatnonzero(signatures[rows, 0] != EMPTY)
    if not len(filled):
        return union(())

    def agreeing(first: int) -> Pairs:
        hashes = _band_hashes(signatures, rows[filled], bands, first)
        return union(bucket_pairs(keys, filled, cap=cap) for keys in hashes)

    return union(in_threads(agreeing, range(0, bands.count, _BANDS_AT_ONCE), threads))


def _band_hashes(signatures: NDArray[np.uint32], rows: Integers, bands: Bands, first: int) -> NDArray[np.uint64]:
    """The hashes of some bands, shape (bands, rows): signatures are read once for several bands."""
    from newsdedup.kernels import minhash

    hashes = np.empty((min(_BANDS_AT_ONCE, bands.count - first), len(rows)), np.uint64)
    minhash.band_hashes(signatures, rows, first * bands.rows, bands.rows, hashes)
    return hashes


def band_keys(signatures: NDArray[np.uint32], bands: Bands) -> NDArray[np.uint64]:
    """The hash of each band of each signature, shape (n, bands); different for different bands."""
    rows = np.arange(len(signatures))
    parts = [_band_hashes(signatures, rows, bands, first).T for first in range(0, bands.count, _BANDS_AT_ONCE)]
    return np.asarray(np.concatenate(parts, axis=1) ^ (np.arange(bands.count, dtype=np.uint64) * _BAND_STEP))


def bucket_pairs(keys: NDArray[Any], owners: NDArray[np.int64], *, cap: int = BUCKET_CAP) -> Pairs:
    """Pair the owners of each key.

    Parameters
    ----------
    keys : ndarray of uint32 or uint64, shape (total,)
        Hashes of bands, phrases or terms.
    owners : ndarray of int64, shape (total,)
        The owner of each key, ascending; no owner has a key twice.
    cap : int
        In a larger bucket each owner is paired with the first and with the next only, so that the
        cost stays linear.

    Returns
    -------
    ndarray of int64, shape (m, 2)
        Left < right, unsorted; a pair occurs once for each key that both own (see `union`).
    """
    shared = repeated_keys(keys)  # most keys have one owner: only the others cost anything
    keys, owners = keys[shared], owners[shared]
    keys, places = _sorted_together(_in_64_bits(keys))
    owners = owners[places]
    first, size = runs(keys)
    position = np.arange(len(keys))
    after = size - (position - first) - 1  # later members of the bucket
    parts, some_after = [], np.flatnonzero(size <= cap)
    for step in range(1, cap):
        some_after = some_after[after[some_after] >= step]
        if not len(some_after):
            break
        parts.append(_owner_pairs(owners, some_after, some_after + step))
    crowded = np.flatnonzero((size > cap) & (position > first))
    parts += [_owner_pairs(owners, first[crowded], crowded), _owner_pairs(owners, crowded - 1, crowded)]
    pairs = np.concatenate((np.zeros((0, 2), np.int64), *parts))
    return np.compress(pairs[:, 0] != pairs[:, 1], pairs, axis=0)


def _sorted_together(keys: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], Integers]:
    """The keys sorted, and the place of each among the unsorted ones, ascending where keys are equal."""
    # One number for the upper bits of a key and its place sorts many times as fast as an argsort.
    low = np.uint64((1 << len(keys).bit_length()) - 1)
    codes = np.sort(keys & ~low | np.arange(len(keys), dtype=np.uint64))
    places = (codes & low).astype(np.int64)
    found = keys[places]
    codes &= ~low
    if ((codes[1:] == codes[:-1]) & (found[1:] != found[:-1])).any():  # two keys differ in lower bits only: rare
        places = np.argsort(keys, kind="stable")
        found = keys[places]
    return found, places


def _in_64_bits(keys: NDArray[Any]) -> NDArray[np.uint64]:
    """Keys with their bits in the upper part of 64."""
    return keys.astype(np.uint64) << np.uint64(32) if keys.dtype.itemsize == 4 else keys


def repeated_keys(keys: NDArray[Any]) -> NDArray[np.bool_]:
    """Flag keys of 32 or 64 bits that are repeated, and about one in sixteen of the others (a Bloom filter)."""
    from newsdedup.kernels import minhash

    hashes = _in_64_bits(keys)
    found = np.empty(len(hashes), np.bool_)
    minhash.maybe_repeated(hashes, 4 + len(hashes).bit_length(), found)
    return found


def _owner_pairs(owners: NDArray[np.int64], left: NDArray[np.int64], right: NDArray[np.int64]) -> Pairs:
    return np.stack((owners[left], owners[right]), axis=1)
