"""Rows of hashes, one an article, in one flat array; and what signatures of such sets are made with."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
from attrs import field, frozen, mutable
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

EMPTY: Final = np.uint32(0xFFFFFFFF)  # what datasketch has where no hash was seen
_BASE: Final = np.uint64(0x9E3779B97F4A7C15)
_ROWS_AT_ONCE: Final = 1 << 14  # taken at once: their places need more memory than what stands there


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
    offsets: Integers

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, row: int) -> NDArray[Any]:
        return self.values[self.offsets[row] : self.offsets[row + 1]]

    @property
    def lengths(self) -> Integers:
        """How many values each row has."""
        return np.diff(self.offsets)

    @property
    def owners(self) -> Integers:
        """The row of each value."""
        return np.repeat(np.arange(len(self), dtype=np.int64), self.lengths)

    @classmethod
    def of_lengths(cls, values: NDArray[Any], lengths: Integers) -> Rows:
        """Rows of these lengths, from what stands first in `values`; the rest of it is let go."""
        offsets = _offsets(lengths)
        return cls(values[: offsets[-1]].copy(), offsets)

    def block(self, rows: slice) -> Rows:
        """Some rows that follow each other; a view."""
        offsets = self.offsets[rows.start : rows.stop + 1]
        return Rows(self.values[offsets[0] : offsets[-1]], offsets - offsets[0])

    def slices(self, starts: Integers, ends: Integers) -> Rows:
        """One row for each stretch of the flat array."""
        offsets = _offsets(ends - starts)
        values = np.empty(offsets[-1], self.values.dtype)
        for first in range(0, len(starts), _ROWS_AT_ONCE):
            some = slice(first, first + _ROWS_AT_ONCE)
            shift = np.repeat(starts[some] - offsets[:-1][some], ends[some] - starts[some])
            begin = int(offsets[first])
            values[begin : begin + len(shift)] = self.values[shift + np.arange(begin, begin + len(shift))]
        return Rows(values, offsets)

    def take(self, rows: Integers) -> Rows:
        """Some of the rows, in the order asked for."""
        return self.slices(self.offsets[rows], self.offsets[rows + 1])


def _offsets(lengths: Integers) -> Integers:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)))


def stacked(parts: Sequence[Rows], dtype: type[np.unsignedinteger[Any]]) -> Rows:
    """The rows of all parts, one part after the other."""
    values = np.concatenate((np.zeros(0, dtype), *(part.values for part in parts)))
    lengths = np.concatenate((np.zeros(0, np.int64), *(part.lengths for part in parts)))
    return Rows(values, _offsets(lengths))


@mutable(eq=False)
class Pile:
    """Rows of uint32 put on top of each other, in an array that grows where it is: nothing is held twice."""

    _values: NDArray[np.uint32] = field(factory=lambda: np.zeros(0, np.uint32), init=False)
    _end: int = field(default=0, init=False)
    _lengths: list[Integers] = field(factory=list, init=False)

    def put(self, rows: Rows) -> None:
        """Add some rows."""
        start, self._end = self._end, self._end + len(rows.values)
        if self._end > len(self._values):
            self._values.resize(self._end + self._end // 8, refcheck=False)
        self._values[start : self._end] = rows.values
        self._lengths.append(rows.lengths)

    def taken(self) -> Rows:
        """All of them; the pile is empty then."""
        values, lengths, end = self._values, self._lengths, self._end
        self._values, self._lengths, self._end = np.zeros(0, np.uint32), [], 0
        values.resize(end, refcheck=False)
        return Rows(values, _offsets(np.concatenate((np.zeros(0, np.int64), *lengths))))


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
    """Multipliers, all odd, and increments: those of datasketch's scheme ``affine32``, whose import takes long."""
    random = np.random.RandomState(seed)
    multipliers = random.randint(0, 1 << 31, num_perm, np.uint32) * np.uint32(2) + np.uint32(1)
    return multipliers, random.randint(0, 1 << 32, num_perm, np.uint32)
