"""What is kept of texts between sketching and verification: shingle sets, in a temporary file once they are many."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from threading import Lock
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.kernels.ragged import Integers

_UTF16: Final = f"utf-16-{sys.byteorder[0]}e"
_VALUE: Final = np.dtype(np.uint32)
_IN_MEMORY: Final = 64_000_000  # bytes


@frozen(eq=False)
class Packed:
    """Texts in one buffer.

    Attributes
    ----------
    data : ndarray of uint8 or uint16
        One text after the other, in UTF-8 or in UTF-16 of this machine's byte order.
    offsets : ndarray of int64, shape (n + 1,)
        Text ``i`` is ``data[offsets[i]:offsets[i + 1]]``.
    """

    data: NDArray[np.uint8] | NDArray[np.uint16]
    offsets: Integers

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def text(self, number: int) -> str:
        """One of the texts; what cannot be decoded becomes U+FFFD."""
        raw: bytes = self.data[self.offsets[number] : self.offsets[number + 1]].tobytes()
        encoding = "utf-8" if self.data.itemsize == 1 else _UTF16
        try:
            return raw.decode(encoding, "surrogatepass")
        except UnicodeDecodeError:
            return raw.decode(encoding, "replace")


def packed(texts: Iterable[str]) -> Packed:
    """Texts in one buffer, in UTF-16: Python gives that three times as fast as UTF-8, lone surrogates included."""
    raw = [text.encode(_UTF16, "surrogatepass") for text in texts]
    offsets = np.zeros(len(raw) + 1, np.int64)
    np.cumsum([len(one) // 2 for one in raw], out=offsets[1:])
    return Packed(np.frombuffer(b"".join(raw), np.uint16), offsets)


class ShingleStore:
    """Shingle sets by where they were put; a context manager, at whose end they are gone.

    Several threads may put and read. What does not fit into a fixed part of memory is in a
    temporary file.
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
        """Keep values; gives where the first of them is."""
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
        return np.frombuffer(found, _VALUE)  # may be written to, as other arrays: one kernel serves both

    def _one(self, place: int, size: int) -> bytes:
        with self._lock:
            self._file.seek(place)
            return self._file.read(size)
