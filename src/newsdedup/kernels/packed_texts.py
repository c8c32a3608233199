"""Texts in one buffer: what the kernels that read text work on."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.kernels.ragged import Integers

_UTF16: Final = f"utf-16-{sys.byteorder[0]}e"


@frozen(eq=False)
class PackedTexts:
    """Texts in one buffer, one after the other."""

    data: NDArray[np.uint8] | NDArray[np.uint16]  # in UTF-8, or in UTF-16 of the machine's byte order
    offsets: Integers  # shape (n + 1,): text i is data[offsets[i]:offsets[i + 1]]

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def text(self, number: int) -> str:
        """Decode one of the texts; U+FFFD replaces what cannot be decoded."""
        raw: bytes = self.data[self.offsets[number] : self.offsets[number + 1]].tobytes()
        encoding = "utf-8" if self.data.itemsize == 1 else _UTF16
        try:
            return raw.decode(encoding, "surrogatepass")
        except UnicodeDecodeError:
            return raw.decode(encoding, "replace")


def pack_texts(texts: Iterable[str]) -> PackedTexts:
    """Pack texts as UTF-16: Python encodes it three times as fast as UTF-8, and lone surrogates are kept."""
    raw = [text.encode(_UTF16, "surrogatepass") for text in texts]
    offsets = np.zeros(len(raw) + 1, np.int64)
    np.cumsum([len(one) // 2 for one in raw], out=offsets[1:])
    return PackedTexts(np.frombuffer(b"".join(raw), np.uint16), offsets)
