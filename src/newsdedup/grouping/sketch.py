"""Words to hashes, hashes to shingles, sets of hashes to MinHash signatures.

Whatever two articles are compared by (word shingles, sentences, names, terms) is a set of hashes
for each article, all kept in one flat array, and every such set is sketched by the same function.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import chain
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.grouping.work import in_threads

EMPTY: Final = np.uint32(0xFFFFFFFF)  # what datasketch has where no hash was seen
_BASE: Final = np.uint64(0x9E3779B97F4A7C15)
_ROWS_AT_ONCE: Final = 1 << 14  # taken at once: their places need more memory than what stands there
_CHUNK: Final = 1 << 16  # hashes permuted at once: they stay in the cache of one core


@frozen(eq=False)
class Rows:
    """Rows of different lengths in one flat array.

    Attributes
    ----------
    values : ndarray, shape (total,)
        All rows, one after the other.
    offsets : ndarray of int64, shape (n + 1,)
        Row ``i`` is ``values[offsets[i]:offsets[i + 1]]``.
    """

    values: NDArray[Any]
    offsets: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, row: int) -> NDArray[Any]:
        return self.values[self.offsets[row] : self.offsets[row + 1]]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """How many values each row has."""
        return np.diff(self.offsets)

    @property
    def owners(self) -> NDArray[np.int64]:
        """The row of each value."""
        return np.repeat(np.arange(len(self), dtype=np.int64), self.lengths)

    @classmethod
    def of_lengths(cls, values: NDArray[Any], lengths: NDArray[np.int64]) -> Rows:
        """Rows of these lengths, from what stands first in `values`; the rest of it is let go."""
        offsets = _offsets(lengths)
        return cls(values[: offsets[-1]].copy(), offsets)

    def block(self, rows: slice) -> Rows:
        """Some rows that follow each other; a view."""
        offsets = self.offsets[rows.start : rows.stop + 1]
        return Rows(self.values[offsets[0] : offsets[-1]], offsets - offsets[0])

    def slices(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Rows:
        """One row for each stretch of the flat array."""
        offsets = _offsets(ends - starts)
        values = np.empty(offsets[-1], self.values.dtype)
        for first in range(0, len(starts), _ROWS_AT_ONCE):
            some = slice(first, first + _ROWS_AT_ONCE)
            shift = np.repeat(starts[some] - offsets[:-1][some], ends[some] - starts[some])
            begin = int(offsets[first])
            values[begin : begin + len(shift)] = self.values[shift + np.arange(begin, begin + len(shift))]
        return Rows(values, offsets)

    def take(self, rows: NDArray[np.int64]) -> Rows:
        """Some of the rows, in the order asked for."""
        return self.slices(self.offsets[rows], self.offsets[rows + 1])


def _offsets(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)))


def stacked(parts: Sequence[Rows], dtype: type[np.unsignedinteger[Any]]) -> Rows:
    """The rows of all parts, one part after the other."""
    values = np.concatenate((np.zeros(0, dtype), *(part.values for part in parts)))
    lengths = np.concatenate((np.zeros(0, np.int64), *(part.lengths for part in parts)))
    return Rows(values, _offsets(lengths))


class _Hashes(dict[str, int]):
    """The 64-bit hash of each string, worked out once; the same in every process."""

    def __missing__(self, word: str) -> int:
        digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return self.setdefault(word, int.from_bytes(digest, "little"))


def hashed(lines: Sequence[Sequence[str]]) -> Rows:
    """Hash strings (words, names, whole sentences), a row for each line of them.

    Parameters
    ----------
    lines : sequence of sequences of str
        One sequence an article; any strings, lone surrogates and NUL included.

    Returns
    -------
    Rows
        Of uint64, as long as the lines; equal strings have equal hashes in every process.
    """
    hashes = _Hashes()
    lengths = np.fromiter(map(len, lines), np.int64, len(lines))
    words = map(hashes.__getitem__, chain.from_iterable(lines))
    return Rows(np.fromiter(words, np.uint64, int(lengths.sum())), _offsets(lengths))


def grams(tokens: Rows, size: int) -> Rows:
    """Hash every run of `size` tokens; fewer tokens than that make one run of all of them.

    Parameters
    ----------
    tokens : Rows
        Of uint64 token hashes.
    size : int
        Tokens in a run: 5 for a word shingle, 1 and 2 for terms.

    Returns
    -------
    Rows
        Of uint32, in the order of the text, repeats included.
    """
    lengths = np.where(tokens.lengths > 0, np.maximum(tokens.lengths - size + 1, 1), 0)
    offsets = _offsets(lengths)
    starts = np.arange(offsets[-1]) + np.repeat(tokens.offsets[:-1] - offsets[:-1], lengths)
    ends = np.repeat(tokens.offsets[1:], lengths)
    rolling = np.zeros(len(starts), np.uint64)
    for step in range(size):
        inside = np.flatnonzero(starts + step < ends)
        rolling[inside] = rolling[inside] * _BASE + tokens.values[starts[inside] + step]
    return Rows((mixed(rolling) >> np.uint64(32)).astype(np.uint32), offsets)


def distinct(rows: Rows) -> Rows:
    """Each row of uint32 hashes as a set: sorted, every value once."""
    keys = np.unique((rows.owners.astype(np.uint64) << np.uint64(32)) | rows.values)
    lengths = np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=len(rows))
    return Rows(keys.astype(np.uint32), _offsets(lengths))


def shortened(rows: Rows) -> Rows:
    """The upper 32 bits of 64-bit hashes."""
    return Rows((rows.values >> np.uint64(32)).astype(np.uint32), rows.offsets)


def mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finaliser of MurmurHash3 (Appleby, 2011), 64 bits: every input bit moves every output bit."""
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return hashes ^ (hashes >> np.uint64(33))


def combined(columns: Iterable[NDArray[Any]]) -> NDArray[np.uint64]:
    """One 64-bit hash for each row of several columns of hashes."""
    first, *others = columns
    rolling = first.astype(np.uint64)
    for column in others:
        rolling = rolling * _BASE + column
    return mixed(rolling)


@functools.cache
def permutations(num_perm: int, seed: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Multipliers and increments of datasketch's scheme ``affine32``."""
    from datasketch import MinHash

    multipliers, increments = MinHash(num_perm=num_perm, seed=seed, scheme="affine32").permutations
    return np.ascontiguousarray(multipliers, np.uint32), np.ascontiguousarray(increments, np.uint32)


def signatures(sets: Rows, *, num_perm: int, seed: int, threads: int | None = None) -> NDArray[np.uint32]:
    """MinHash signatures (Broder 1997), bit for bit those of datasketch's scheme ``affine32``.

    Parameters
    ----------
    sets : Rows
        Of uint32 hashes.
    num_perm : int
        Permutations of a signature.
    seed : int
        Seed of the permutations.
    threads : int, optional
        Threads to use, by default one for each core.

    Returns
    -------
    ndarray of uint32, shape (n, num_perm)
        The row of an empty set is all `EMPTY`.
    """
    multipliers, increments = permutations(num_perm, seed)
    result = np.full((len(sets), num_perm), EMPTY, np.uint32)

    def sketch(rows: NDArray[np.int64]) -> None:
        chunk = sets.take(rows)
        values, starts = _premixed(chunk.values), chunk.offsets[:-1]
        for column, (multiplier, increment) in enumerate(zip(multipliers, increments, strict=True)):
            result[rows, column] = np.minimum.reduceat(values * multiplier + increment, starts)

    for _ in in_threads(sketch, _chunks(sets), threads):
        pass
    return result


def _premixed(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The 32-bit finaliser of MurmurHash3, which datasketch applies to every hash first."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    hashes = (hashes ^ (hashes >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return hashes ^ (hashes >> np.uint32(16))


def _chunks(sets: Rows) -> list[NDArray[np.int64]]:
    """The rows that hold something, in runs of about `_CHUNK` hashes."""
    filled = np.flatnonzero(sets.lengths)
    if not len(filled):
        return []
    chunk = np.cumsum(sets.lengths[filled]) // _CHUNK
    return np.split(filled, np.flatnonzero(np.diff(chunk)) + 1)
