"""Rows of different lengths, one per article, in one flat array: of values, or of encoded text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from attrs import field, frozen, mutable
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

_ROWS_PER_COPY: Final = 1 << 14  # taken at once: the indices need more memory than the values


@frozen(eq=False)
class Ragged:
    """Rows of different lengths in one flat array."""

    values: NDArray[Any]  # all rows, one after the other
    offsets: Integers  # shape (n + 1,): row i is values[offsets[i]:offsets[i + 1]]

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, row: int) -> NDArray[Any]:
        return self.values[self.offsets[row] : self.offsets[row + 1]]

    @property
    def lengths(self) -> Integers:
        """The number of values of each row."""
        return np.diff(self.offsets)

    @property
    def owners(self) -> Integers:
        """The row of each value."""
        return np.repeat(np.arange(len(self), dtype=np.int64), self.lengths)

    @classmethod
    def of_lengths(cls, values: NDArray[Any], lengths: Integers) -> Ragged:
        """Rows of these lengths from the beginning of `values`; the rest is dropped."""
        offsets = _offsets(lengths)
        return cls(values[: offsets[-1]].copy(), offsets)

    @classmethod
    def of_matrix(cls, values: NDArray[Any]) -> Ragged:
        """The rows of an array of shape (n, k)."""
        return cls(values.ravel(), np.arange(len(values) + 1) * values.shape[1])

    def block(self, rows: slice) -> Ragged:
        """Consecutive rows; a view."""
        offsets = self.offsets[rows.start : rows.stop + 1]
        return Ragged(self.values[offsets[0] : offsets[-1]], offsets - offsets[0])

    def slices(self, starts: Integers, ends: Integers) -> Ragged:
        """One row for each span of the flat array."""
        offsets = _offsets(ends - starts)
        values = np.empty(offsets[-1], self.values.dtype)
        for first in range(0, len(starts), _ROWS_PER_COPY):
            some = slice(first, first + _ROWS_PER_COPY)
            shift = np.repeat(starts[some] - offsets[:-1][some], ends[some] - starts[some])
            begin = int(offsets[first])
            values[begin : begin + len(shift)] = self.values[shift + np.arange(begin, begin + len(shift))]
        return Ragged(values, offsets)

    def take(self, rows: Integers) -> Ragged:
        """The rows of these numbers, in their order."""
        return self.slices(self.offsets[rows], self.offsets[rows + 1])


NO_ROWS: Final = Ragged(np.zeros(0, np.uint32), np.zeros(1, np.int64))


def _offsets(lengths: Integers) -> Integers:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)))


def stacked(parts: Sequence[Ragged], dtype: type[np.unsignedinteger[Any]]) -> Ragged:
    """Concatenate the rows of several parts."""
    values = np.concatenate((np.zeros(0, dtype), *(part.values for part in parts)))
    lengths = np.concatenate((np.zeros(0, np.int64), *(part.lengths for part in parts)))
    return Ragged(values, _offsets(lengths))


@mutable(eq=False)
class RaggedBuilder:
    """Collects rows in an array that grows in place, so that no value is held twice."""

    _dtype: type[np.unsignedinteger[Any]] = np.uint32
    _values: NDArray[Any] = field(init=False)
    _end: int = field(default=0, init=False)
    _lengths: list[Integers] = field(factory=list, init=False)

    @_values.default
    def _no_values(self) -> NDArray[Any]:
        return np.zeros(0, self._dtype)

    def append(self, rows: Ragged) -> None:
        """Append rows."""
        start, self._end = self._end, self._end + len(rows.values)
        if self._end > len(self._values):
            self._values.resize(self._end + self._end // 8, refcheck=False)
        self._values[start : self._end] = rows.values
        self._lengths.append(rows.lengths)

    def build(self) -> Ragged:
        """All rows so far; the builder is empty afterwards."""
        values, lengths, end = self._values, self._lengths, self._end
        self._values, self._lengths, self._end = self._no_values(), [], 0
        values.resize(end, refcheck=False)
        return Ragged(values, _offsets(np.concatenate((np.zeros(0, np.int64), *lengths))))


class GrowingRagged:
    """Rows in arrays that grow, to which few rows are appended at a time; they are never copied as a whole."""

    def __init__(self, dtype: type[Any] = np.uint32) -> None:
        self._values, self._offsets = np.zeros(0, dtype), np.zeros(1, np.int64)
        self._n = 0

    def __len__(self) -> int:
        return self._n

    def append(self, rows: Ragged) -> None:
        """Append rows."""
        start, n = int(self._offsets[self._n]), self._n + len(rows)
        self._values = _with_room(self._values, start + int(rows.offsets[-1] - rows.offsets[0]))
        self._offsets = _with_room(self._offsets, n + 1)
        self._offsets[self._n + 1 : n + 1] = rows.offsets[1:] - rows.offsets[0] + start
        self._n = n
        self._values[start : self._offsets[n]] = rows.values[rows.offsets[0] : rows.offsets[-1]]

    @property
    def rows(self) -> Ragged:
        """All rows so far, as views that the next `append` may replace."""
        offsets = self._offsets[: self._n + 1]
        return Ragged(self._values[: offsets[-1]], offsets)


def _with_room(values: NDArray[Any], size: int) -> NDArray[Any]:
    """The array, or a copy that has room for an eighth more than `size`."""
    if size <= len(values):
        return values
    larger = np.empty(size + size // 8, values.dtype)
    larger[: len(values)] = values
    return larger


_UTF16: Final = f"utf-16-{sys.byteorder[0]}e"


@frozen(eq=False)
class PackedTexts:
    """Texts in one buffer, one after the other."""

    data: NDArray[np.uint8] | NDArray[np.uint16]  # in UTF-8, or in UTF-16 of the machine's byte order
    offsets: Integers  # shape (n + 1,): text i is data[offsets[i]:offsets[i + 1]]

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def raw(self, number: int) -> bytes:
        """One of the texts as it is encoded."""
        return self.data[self.offsets[number] : self.offsets[number + 1]].tobytes()

    def changed(self, kept: NDArray[np.bool_], texts: Mapping[int, str]) -> PackedTexts:
        """The texts that are kept, some of them replaced."""
        encoding = "utf-8" if self.data.itemsize == 1 else _UTF16
        raw = [
            texts[number].encode(encoding, "surrogatepass") if number in texts else self.raw(number)
            for number in np.flatnonzero(kept).tolist()
        ]
        return _joined_texts(raw, self.data.dtype)

    def text(self, number: int) -> str:
        """Decode one of the texts; U+FFFD replaces what cannot be decoded."""
        raw = self.raw(number)
        encoding = "utf-8" if self.data.itemsize == 1 else _UTF16
        try:
            return raw.decode(encoding, "surrogatepass")
        except UnicodeDecodeError:
            return raw.decode(encoding, "replace")


def pack_texts(texts: Iterable[str]) -> PackedTexts:
    """Pack texts as UTF-16: Python encodes it three times as fast as UTF-8, and lone surrogates are kept."""
    return _joined_texts([text.encode(_UTF16, "surrogatepass") for text in texts], np.dtype(np.uint16))


def _joined_texts(raw: list[bytes], unit: np.dtype[Any]) -> PackedTexts:
    """Encoded texts one after the other, in units of this type."""
    offsets = np.zeros(len(raw) + 1, np.int64)
    np.cumsum(list(map(len, raw)), out=offsets[1:])
    return PackedTexts(np.frombuffer(b"".join(raw), unit), offsets // unit.itemsize)
