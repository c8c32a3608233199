"""Compiled loop: texts to their normal form, for readers that need letters and not only hashes."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.arrays import longest_row
from newsdedup.kernels.composition import GONE, MOST_PARTS, compose
from newsdedup.kernels.folding import code_points
from newsdedup.kernels.jit import inner, kernel

UNCHANGED: Final = np.int64(-1)
NOT_COMPOSED: Final = np.int64(-2)


@inner
def _may_change(data: Any, changes: Any) -> Any:
    """Whether a unit of UTF-16 is one that may change, or half of a pair, which is not looked up."""
    found = np.uint16(0)
    for i in range(data.size):
        found |= changes[data[i]] | np.uint16((data[i] & np.uint16(0xF800)) == np.uint16(0xD800))
    return found != 0


@inner
def _encode_utf16(codes: Any, n: Any, data: Any) -> Any:
    """Encode ``codes[1 : n + 1]``, without those that are gone; returns how many units they are."""
    size = np.int64(0)
    for i in range(1, n + 1):
        code = codes[i]
        if code >= np.uint32(0x10000):  # rare
            data[size] = np.uint16(0xD7C0 + (code >> np.uint32(10)))
            data[size + 1] = np.uint16(0xDC00 + (code & np.uint32(0x3FF)))
            size += 2
        else:
            data[size] = np.uint16(code)
            size += np.int64(code != GONE)
    return size


@kernel
def spell_chunk(data: Any, offsets: Any, changes: Any, pairs: Any, spelt: Any, sizes: Any) -> None:
    """Bring the texts ``data[offsets[i]:offsets[i + 1]]`` to their normal form.

    data uint16 of UTF-16, offsets int64 (n + 1,), changes uint16 and pairs uint64 as in `composition.compose`.
    Filled: spelt uint16 (MOST_PARTS * data.size,) with the texts that change, one after the other; sizes int64 (n,) how
    many units each has there, `UNCHANGED`, or `NOT_COMPOSED` where something must be decomposed first.
    """
    codes = np.empty(MOST_PARTS * longest_row(offsets) + 1, np.uint32)
    codes[0] = 0
    total = np.int64(0)
    for text in range(offsets.size - 1):
        one = data[offsets[text] : offsets[text + 1]]
        if not _may_change(one, changes):
            sizes[text] = UNCHANGED
            continue
        n = code_points(one, changes, pairs, codes[1:])
        if compose(codes, n, changes, pairs):
            sizes[text] = _encode_utf16(codes, n, spelt[total:])
            total += sizes[text]
        else:
            sizes[text] = NOT_COMPOSED
