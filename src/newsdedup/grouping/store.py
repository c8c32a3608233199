"""Where the texts are kept between sketching and verification: in memory, or spilled to a file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

PADDING: Final = 4  # bytes after the last text, so that a broken sequence reads no further

Integers = NDArray[np.int64]


@frozen(eq=False)
class Packed:
    """Texts in one buffer.

    Attributes
    ----------
    data : ndarray of uint8
        UTF-8, one text after the other, then `PADDING` zeros.
    offsets : ndarray of int64, shape (n + 1,)
        Text ``i`` is ``data[offsets[i]:offsets[i + 1]]``.
    """

    data: NDArray[np.uint8]
    offsets: Integers

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def text(self, number: int) -> str:
        """One of the texts; bytes that are no UTF-8 become U+FFFD."""
        raw: bytes = self.data[self.offsets[number] : self.offsets[number + 1]].tobytes()
        try:
            return raw.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return raw.decode("utf-8", "replace")


def packed(texts: Iterable[str]) -> Packed:
    """Texts as UTF-8 in one buffer; a lone surrogate takes the three bytes that it would have."""
    return packed_bytes([text.encode("utf-8", "surrogatepass") for text in texts])


def packed_bytes(raw: Sequence[bytes]) -> Packed:
    """Encoded texts in one buffer."""
    offsets = np.zeros(len(raw) + 1, np.int64)
    np.cumsum([len(one) for one in raw], out=offsets[1:])
    return Packed(np.frombuffer(b"".join((*raw, bytes(PADDING))), np.uint8), offsets)


class Store(Protocol):
    """What texts can be read from again, by their number."""

    def read(self, numbers: Integers) -> Packed:
        """Some of the texts, in the order asked for."""
        ...


@frozen(eq=False)
class InMemory:
    """Texts that are in memory anyway."""

    texts: Sequence[str]

    def read(self, numbers: Integers) -> Packed:
        """Some of the texts, in the order asked for."""
        return packed([self.texts[number] for number in numbers.tolist()])


class Spilled:
    """Texts written to a temporary file as they pass; a context manager, at whose end the file goes."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="newsdedup-")  # noqa: SIM115 - it lives as long as the store
        self._lengths: list[Integers] = []
        self._offsets: Integers | None = None

    def __enter__(self) -> Spilled:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def passing(self, chunks: Iterable[Packed]) -> Iterator[Packed]:
        """The chunks, each written down on its way."""
        for chunk in chunks:
            self._file.write(chunk.data[: chunk.offsets[-1]].tobytes())
            self._lengths.append(np.diff(chunk.offsets))
            yield chunk

    def read(self, numbers: Integers) -> Packed:
        """Some of the texts, in the order asked for."""
        offsets = self._known_offsets()
        return packed_bytes([self._one(int(offsets[n]), int(offsets[n + 1])) for n in numbers.tolist()])

    def _known_offsets(self) -> Integers:
        if self._offsets is None:
            self._file.flush()
            self._offsets = np.cumsum(np.concatenate((np.zeros(1, np.int64), *self._lengths)))
        return self._offsets

    def _one(self, start: int, end: int) -> bytes:
        # Not seek and read: the file has one place, and several threads read it.
        return os.pread(self._file.fileno(), end - start, start)
