"""The tokens of a text by a compiled loop, for many texts.

The loop takes a third of the time that NumPy takes for the same, but Numba takes a second to load: as long as NumPy
takes for some thousands of articles. So it is used once Numba is there for another reason, or after many characters.
"""

from __future__ import annotations

import os
import sys
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np
from attrs import define, frozen
from numpy.typing import NDArray

from newsdedup.kernels.char_codes import WORD_BITS
from newsdedup.kernels.hashing import mixed
from newsdedup.text.composition import codes_of_text
from newsdedup.text.lexicon import Lexicon
from newsdedup.text.normal_form import Text
from newsdedup.text.token_runs import known_classes, learn_classes

_CHARACTERS_TO_LOAD: Final = 4_000_000  # after so many, to load the compiled loop takes less time than it saves
_SMALLEST_TABLE: Final = 16


@define
class _Reading:
    """How much has been read in this process."""

    characters: int = 0


_READING: Final = _Reading()


def is_compiled_faster(characters: int) -> bool:
    """Whether the compiled loop is the faster one for the next text, which has so many characters."""
    if "NUMBA_DISABLE_JIT" in os.environ:
        return False
    _READING.characters += characters
    return _READING.characters > _CHARACTERS_TO_LOAD or "newsdedup.kernels.jit" in sys.modules


@frozen(eq=False)
class PhraseTables:
    """A lexicon as tables with open addressing, see `newsdedup.kernels.lexicon.find_phrases`."""

    words: NDArray[np.uint64]
    firsts: NDArray[np.int32]
    edges: NDArray[np.uint64]
    targets: NDArray[np.int32]


_TABLES_OF: Final[WeakKeyDictionary[Lexicon, PhraseTables]] = WeakKeyDictionary()


def compiled_tokens(text: Text, lexicon: Lexicon) -> NDArray[np.int32]:
    """The starts, ends, kinds and entries of the n tokens of a text, shape (4, n)."""
    from newsdedup.kernels.lexicon import find_phrases

    tables = _TABLES_OF.get(lexicon)
    if tables is None:
        tables = _TABLES_OF[lexicon] = _tables_of_phrases(lexicon)
    plain, folded = codes_of_text(text.plain), codes_of_text(text.folded)
    tokens, found = np.empty((4, len(plain)), np.int32), np.empty((2, len(plain) + 1), np.int32)
    for _ in range(2):
        count = find_phrases(
            *(plain, folded, known_classes(), tables.words, tables.firsts, tables.edges, tables.targets),
            *(tokens, found),
        )
        if count >= 0:
            break
        learn_classes(plain)
    return tokens[:, :count]


def _tables_of_phrases(lexicon: Lexicon) -> PhraseTables:
    numbers = np.arange(1, len(lexicon.hashes) + 1)
    firsts = np.stack([numbers, lexicon.first_entries[1:], lexicon.first_nodes[1:]], axis=1)
    later = {edge: target for edge, target in lexicon.edges.items() if edge >> WORD_BITS}  # not those of first words
    keys = np.fromiter(later, np.uint64, len(later))
    targets = np.array(list(later.values()), np.int32).reshape(len(later), 3)
    return PhraseTables(*_open_table(lexicon.hashes, firsts.astype(np.int32)), *_open_table(keys, targets))


def _open_table(keys: NDArray[np.uint64], values: NDArray[np.int32]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """A table with open addressing and linear probing: distinct keys, none 0, each with a row of values."""
    size = _SMALLEST_TABLE
    while size < 4 * len(keys):
        size *= 2
    slots, rows, taken = np.zeros(size, np.uint64), np.zeros((size, values.shape[1]), np.int32), set[int]()
    places = []
    for slot in (mixed(keys) & np.uint64(size - 1)).tolist():
        while slot in taken:
            slot = (slot + 1) % size
        taken.add(slot)
        places.append(slot)
    slots[places], rows[places] = keys, values
    return slots, rows
