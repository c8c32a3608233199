"""Compiled loop: the tokens of a text, and the longest phrase of a lexicon that begins at each."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.char_codes import CAPITAL, DIGITS, LINE, MARK, SPACED, UPPER, WORD, WORD_BITS
from newsdedup.kernels.hash_table import mix64
from newsdedup.kernels.hashing import BASE
from newsdedup.kernels.jit import inlined, kernel

_WORD_BITS: Final = np.uint64(WORD_BITS)
_RUN_BITS: Final = np.int64(WORD | DIGITS | MARK | SPACED)
_FREE_SLOT: Final = np.uint64(0)


@inlined
def _row_of(keys: Any, key: Any) -> Any:
    """The row of a key in a table with open addressing, or -1; keys are not 0, which marks a free slot."""
    mask = np.uint64(keys.size - 1)
    slot = mix64(key) & mask
    while keys[slot] != key and keys[slot] != _FREE_SLOT:
        slot = (slot + np.uint64(1)) & mask
    return np.int64(slot) if keys[slot] == key else np.int64(-1)


@kernel
def find_phrases(
    plain: Any, folded: Any, classes: Any, words: Any, firsts: Any, edges: Any, targets: Any, tokens: Any, found: Any
) -> Any:
    """Find the tokens of a text and the entries of a lexicon; returns how many, -1 if a character's class is unknown.

    plain and folded uint32 (n,), code points; classes uint8, the class of every code point, 0 if unknown; words
    uint64, a table of the hashes of words, with firsts int32 (slots, 3): the word's number, the entry of the word
    alone, the node of longer phrases; edges uint64, a table of ``node << WORD_BITS | word``, with targets int32
    (slots, 3): the node, the entry, whether no space is allowed. Fills tokens int32 (4, n): starts, ends, kinds,
    entries; found int32 (2, n + 1): for each token the number of its word and its node.
    """
    n, count, i, before = len(plain), np.int64(0), np.int64(0), np.int64(SPACED | LINE)
    while i < n:
        kind, start = np.int64(classes[plain[i]]), i
        if kind == 0:
            return np.int64(-1)
        run, value, power, capitals = kind & _RUN_BITS, np.uint64(0), np.uint64(1), np.int64(0)
        if run == SPACED:
            before |= kind
            i += 1
            continue
        here = kind
        while here & _RUN_BITS == run:
            value += np.uint64(folded[i]) * power
            power *= BASE
            capitals += here & CAPITAL
            i += 1
            if i == n or run == MARK:
                break
            here = np.int64(classes[plain[i]])
        kind |= before | (UPPER if capitals == i - start and capitals > 1 else 0)
        row = _row_of(words, value)
        tokens[0, count], tokens[1, count], tokens[2, count], tokens[3, count] = start, i, kind, 0
        found[0, count], found[1, count] = 0, 0
        if row >= 0:
            tokens[3, count] = firsts[row, 1]
            found[0, count], found[1, count] = firsts[row, 0], firsts[row, 2]
        count, before = count + 1, np.int64(0)
    found[0, count] = 0
    for first in range(count):
        node, after = np.uint64(found[1, first]), first + 1
        while node and found[0, after]:
            row = _row_of(edges, node << _WORD_BITS | np.uint64(found[0, after]))
            if row < 0 or (targets[row, 2] and tokens[2, after] & SPACED):
                break
            node = np.uint64(targets[row, 0])
            if targets[row, 1]:
                tokens[3, first] = targets[row, 1]
            after += 1
    return count
