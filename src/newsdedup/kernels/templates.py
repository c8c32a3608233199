"""Compiled loops: words to a sketch of their phrases, and the similarity of two sketches."""

from __future__ import annotations

from typing import Any

import numpy as np

from newsdedup.kernels.arrays import keep_largest, longest_row
from newsdedup.kernels.hash_table import short_hash
from newsdedup.kernels.hashing import BASE
from newsdedup.kernels.jit import inlined, kernel


@inlined
def _hash_phrases(words: Any, first: Any, last: Any, codes: Any) -> Any:
    """The hash of every three words in a row; returns how many there are."""
    for i in range(first, last - 2):
        rolling = (np.uint64(words[i]) * BASE + np.uint64(words[i + 1])) * BASE + np.uint64(words[i + 2])
        codes[i - first] = short_hash(rolling)
    return max(np.int64(0), last - first - 2)


@kernel
def sketch_phrases(words: Any, offsets: Any, most: int, kept: Any, lengths: Any) -> None:
    """Keep the largest `most` distinct hashes of the three-word phrases of each row, sorted.

    words uint32, offsets int64 (n + 1,). Filled: kept uint32, row after row, with room for `most` per
    row, and lengths int64 (n,).
    """
    codes, end = np.empty(max(1, longest_row(offsets)), np.uint32), np.int64(0)
    for row in range(offsets.size - 1):
        n = keep_largest(codes, _hash_phrases(words, offsets[row], offsets[row + 1], codes), most)
        begin = end
        for i in range(n):  # few enough for insertion
            place = end
            while place > begin and kept[place - 1] > codes[i]:
                place -= 1
            if place > begin and kept[place - 1] == codes[i]:
                continue
            for later in range(end, place, -1):
                kept[later] = kept[later - 1]
            kept[place] = codes[i]
            end += 1
        lengths[row] = end - begin


@kernel
def sketch_jaccard(values: Any, offsets: Any, left: Any, right: Any, found: Any) -> None:
    """The Jaccard similarity of the two sketches of each pair, above the higher of their lowest hashes.

    values uint32 and offsets int64 (n + 1,) as `sketch_phrases` fills them; left, right int64 (m,).
    Filled: found float64 (m,).
    """
    for pair in range(left.size):
        i, i_end = offsets[left[pair]], offsets[left[pair] + 1]
        j, j_end = offsets[right[pair]], offsets[right[pair] + 1]
        both, either = np.int64(0), np.int64(0)
        if i < i_end and j < j_end:
            least = max(values[i], values[j])
            while i < i_end and j < j_end:
                one, other = values[i], values[j]
                counts = np.int64(min(one, other) >= least)
                either += counts
                both += counts * np.int64(one == other)
                i += np.int64(one <= other)
                j += np.int64(other <= one)
        either += i_end - i + j_end - j
        found[pair] = both / max(np.int64(1), either)
