"""Furniture of an outlet: passages that stand on several of its pages, whatever these report.

Which passages these are is counted in the corpus (`newsdedup.events.evidence.repeated`). `newsdedup.text.furniture`
knows other furniture by rules, before anything is counted.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.events.reading.hashed import HashedTexts

_FEWEST_SLOTS: Final = 16


@frozen(eq=False)
class Furniture:
    """The passages that the pages of each outlet share."""

    _slots: NDArray[
        np.uint64
    ]  # hash table of keys, each of an outlet and a unit of text (`newsdedup.kernels.furniture`)

    @classmethod
    def of(cls, keys: NDArray[np.uint64]) -> Furniture:
        """The furniture with these keys."""
        from newsdedup.kernels import furniture

        slots = np.zeros(max(_FEWEST_SLOTS, 1 << (2 * len(keys)).bit_length()), np.uint64)
        if len(keys):
            furniture.put_keys(keys, slots)
        return cls(slots)

    @property
    def keys(self) -> NDArray[np.uint64]:
        """Its keys, ascending."""
        return np.sort(self._slots[self._slots != 0])

    def __bool__(self) -> bool:
        return bool(self._slots.any())

    def flags(self, texts: HashedTexts) -> NDArray[np.bool_]:
        """Which words of the texts are furniture, shape (words,)."""
        from newsdedup.kernels import furniture

        words, edges = texts.words, texts.places["edges"]
        if not (self and texts.outlets.any()):
            return np.zeros(len(words.values), np.bool_)
        dropped = np.empty(len(words.values), np.bool_)
        furniture.flag_furniture(
            words.values, words.offsets, edges.values, edges.offsets, texts.parts, texts.outlets, self._slots, dropped
        )
        return dropped


NO_FURNITURE: Final = Furniture(np.zeros(_FEWEST_SLOTS, np.uint64))
