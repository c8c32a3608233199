"""Forms that newsrooms fill in: much the same wording, with other names, numbers and days.

Prices of gold, road accidents, football scores: today's bulletin shares most of its sentences with
yesterday's and tells of something else. What tells the two apart is what was filled in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.copies.lsh import Pairs
from newsdedup.kernels.ragged import Floats, Integers, Ragged
from newsdedup.support.threads import over_pairs

MOST: Final = 64  # hashes of an article's sketch
_ALIKE: Final = 0.3  # of the phrases are in both; two newsrooms' own words share far less
_FILLED_IN: Final = 0.85  # copies share as large a part of their details as of their phrases; forms less than this,
_MISSING: Final = 1  # and by a whole detail at least


def sketched(words: Ragged) -> Ragged:
    """The largest `MOST` hashes of the phrases of three words of each article, sorted.

    A coordinated sample (Cohen and Kaplan 2007): of two articles, the part above the higher of their
    least hashes is a sample of the phrases of both.
    """
    from newsdedup.kernels import templates

    kept, lengths = np.empty(len(words) * MOST, np.uint32), np.empty(len(words), np.int64)
    templates.sketch_phrases(words.values, words.offsets, MOST, kept, lengths)
    return Ragged.of_lengths(kept, lengths)


def wording_in_common(sketches: Ragged, pairs: Pairs, threads: int | None = None) -> Floats:
    """The Jaccard similarity of the phrases of the two of each pair, as far as their sketches tell."""
    from newsdedup.kernels import templates

    found = np.empty(len(pairs))

    def measure(left: Integers, right: Integers, some: slice) -> None:
        templates.sketch_jaccard(sketches.values, sketches.offsets, left, right, found[some])

    over_pairs(measure, pairs, threads)
    return found


def details_in_common(said: Sequence[Ragged], n_details: Integers, pairs: Pairs, threads: int | None = None) -> Floats:
    """The share of the details of the article that has fewer that the other has too.

    Parameters
    ----------
    said : sequence of Ragged
        Their names, their numbers: hashes, each once; those that no other article has may be missing.
    n_details : ndarray of int64, shape (n,)
        How many details each article gives, whoever else has them.
    pairs : ndarray of int64, shape (m, 2)
        Best sorted by the left article.
    threads : int, optional
        By default one for each core.
    """
    from newsdedup.kernels import minhash

    shared, lengths = np.zeros((len(said), len(pairs)), np.int64), [rows.lengths for rows in said]

    def count(left: Integers, right: Integers, some: slice) -> None:
        for rows, sizes, found in zip(said, lengths, shared, strict=True):
            minhash.shared_counts(rows.values, rows.offsets[:-1], sizes, left, right, found[some])

    over_pairs(count, pairs, threads)
    return np.asarray(shared.sum(axis=0) / np.maximum(1, _fewer(n_details, pairs)))


def filled_in_anew(
    jaccard: Floats, details: Floats, n_details: Integers, n_words: Integers, pairs: Pairs
) -> NDArray[np.bool_]:
    """Which pairs are one form filled in twice.

    Parameters
    ----------
    jaccard : ndarray of float64, shape (m,)
        Similarity of their wording.
    details : ndarray of float64, shape (m,)
        Share of the details in common, as `details_in_common` gives it.
    n_details, n_words : ndarray of int64, shape (n,)
        Names and numbers of each article, and all its words.
    pairs : ndarray of int64, shape (m, 2)
    """
    alike = 2 * jaccard / (1 + jaccard)  # the share of all phrases that are in both, as of all of two sets (Dice 1945)
    missing = _fewer(n_details, pairs) * (alike - details)
    could_be = missing <= _fewer(n_words, pairs) * (1 - alike)  # in capitals throughout, the same words are other names
    return np.asarray((alike >= _ALIKE) & (details < _FILLED_IN * alike) & (missing >= _MISSING) & could_be)


def _fewer(n_details: Integers, pairs: Pairs) -> Integers:
    return np.asarray(n_details[pairs].min(axis=1, initial=np.iinfo(np.int64).max))
