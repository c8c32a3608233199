"""Shingle sets between sketching and verification: in memory, or in a temporary file once they are many."""

from __future__ import annotations

import tempfile
from threading import Lock
from typing import IO, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from newsdedup.kernels.ragged import Integers

_VALUE: Final = np.dtype(np.uint32)
_IN_MEMORY: Final = 64_000_000  # bytes


class ShingleSets(Protocol):
    """Shingle sets that can be read by their places."""

    def read(self, starts: Integers, counts: Integers) -> tuple[NDArray[np.uint32], Integers]:
        """An array that has the values of several sets, and where each set starts in it."""


class ShingleStore:
    """Shingle sets by their places; a context manager that deletes them at its end.

    Several threads may put and read; all are put before the first is read. Once the sets are more than a fixed
    amount of memory, they are in a temporary file.
    """

    def __init__(self) -> None:
        self._values = np.zeros(0, _VALUE)  # grows in place; empty once there is a file
        self._file: IO[bytes] | None = None
        self._lock = Lock()
        self._end = 0

    def __enter__(self) -> ShingleStore:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def put(self, values: NDArray[np.uint32]) -> int:
        """Store values; returns the place of the first."""
        with self._lock:
            place, self._end = self._end, self._end + len(values)
            if self._file is None and self._end * _VALUE.itemsize <= _IN_MEMORY:
                self._keep(values, place)
            else:
                self._write(values, place)
        return place

    def _keep(self, values: NDArray[np.uint32], place: int) -> None:
        if self._end > len(self._values):
            self._values.resize(2 * self._end, refcheck=False)
        self._values[place : self._end] = values

    def _write(self, values: NDArray[np.uint32], place: int) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(buffering=0, prefix="newsdedup-")  # noqa: SIM115
            self._file.write(self._values[:place].data)
            self._values = np.zeros(0, _VALUE)
        self._file.write(values.data)

    def read(self, starts: Integers, counts: Integers) -> tuple[NDArray[np.uint32], Integers]:
        """An array that has the values of several sets, and where each set starts in it."""
        if self._file is None:
            return self._values, starts
        sizes = (starts * _VALUE.itemsize).tolist(), (counts * _VALUE.itemsize).tolist()
        found = bytearray().join(map(self._one, *sizes))
        return np.frombuffer(found, _VALUE), np.cumsum(counts) - counts  # writable, as the values in memory are

    def _one(self, place: int, size: int) -> bytes:
        assert self._file is not None
        with self._lock:
            self._file.seek(place)
            return self._file.read(size)
