"""Phrase sketches: a small sample of the three-word phrases of each article."""

from __future__ import annotations

from typing import Final

import numpy as np

from newsdedup.kernels.ragged import Ragged

MOST: Final = 64  # hashes in the phrase sketch of an article


def sketched(words: Ragged) -> Ragged:
    """The largest `MOST` hashes of the three-word phrases of each article, sorted.

    A coordinated sample (Cohen and Kaplan 2007): of two articles, the hashes above the higher of
    their two minima are a sample of the phrases of both.
    """
    from newsdedup.kernels import templates

    kept, lengths = np.empty(len(words) * MOST, np.uint32), np.empty(len(words), np.int64)
    templates.sketch_phrases(words.values, words.offsets, MOST, kept, lengths)
    return Ragged.of_lengths(kept, lengths)
