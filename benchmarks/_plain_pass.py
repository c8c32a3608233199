"""The minimal work of any reader of text: decode UTF-8, fold, hash each word, with newsdedup's own kernels.

The results give the time of sketching as a multiple of the time of this pass.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from newsdedup.kernels.folding import fold_text
from newsdedup.kernels.tokens import read_tokens
from newsdedup.text.code_points import fold_table


def plain_pass(data: NDArray[np.uint8], offsets: NDArray[np.int64]) -> NDArray[np.uint64]:
    """One number from the words of each packed UTF-8 text, so that the compiler skips nothing."""
    return np.asarray(_plain_pass(data, offsets, fold_table(composed=False)))


@njit(nogil=True)
def _plain_pass(data: Any, offsets: Any, table: Any) -> Any:
    longest = 0
    for text in range(offsets.size - 1):
        longest = max(longest, offsets[text + 1] - offsets[text])
    folds = np.empty(longest + 2, np.uint32)
    words, phrases = np.empty(longest + 2, np.uint64), np.empty(longest + 2, np.int64)
    found = np.empty(offsets.size - 1, np.uint64)
    for text in range(offsets.size - 1):
        n, _ = fold_text(data[offsets[text] : offsets[text + 1]], table, folds)
        found[text] = words[: read_tokens(folds, max(0, n), words, phrases)].sum()
    return found


def packed(texts: list[str]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The UTF-8 bytes of all texts, and where each starts."""
    raw = [text.encode("utf-8", "surrogatepass") for text in texts]
    offsets = np.zeros(len(raw) + 1, np.int64)
    np.cumsum(list(map(len, raw)), out=offsets[1:])
    return np.frombuffer(b"".join(raw), np.uint8), offsets
