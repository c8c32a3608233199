"""Shingle sets between sketching and verification: in memory, or in a temporary file once they are many."""

from __future__ import annotations

import tempfile
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.kernels.ragged import Integers

_VALUE: Final = np.dtype(np.uint32)
_IN_MEMORY: Final = 64_000_000  # bytes


class ShingleStore:
    """Shingle sets by their places; a context manager that deletes them at its end.

    Several threads may put and read. Sets beyond a fixed amount of memory are in a temporary file.
    """

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY, buffering=0, prefix="newsdedup-")  # noqa: SIM115
        self._lock = Lock()
        self._end = 0

    def __enter__(self) -> ShingleStore:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def put(self, values: NDArray[np.uint32]) -> int:
        """Store values; returns the place of the first."""
        with self._lock:
            place = self._end
            self._file.seek(place * _VALUE.itemsize)
            self._file.write(values.data)
            self._end += len(values)
        return place

    def read(self, starts: Integers, counts: Integers) -> NDArray[np.uint32]:
        """The values of several sets, one set after the other."""
        found = bytearray().join(
            map(self._one, (starts * _VALUE.itemsize).tolist(), (counts * _VALUE.itemsize).tolist())
        )
        return np.frombuffer(found, _VALUE)  # writable, like other arrays: one compiled kernel serves both

    def _one(self, place: int, size: int) -> bytes:
        with self._lock:
            self._file.seek(place)
            return self._file.read(size)
