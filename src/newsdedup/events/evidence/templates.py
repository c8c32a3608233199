"""Templates that newsrooms fill in: much the same wording, with other names, numbers and days.

Gold prices, road accidents, football scores: today's bulletin shares most of its sentences with
yesterday's and reports another event. Only the details that were filled in distinguish the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.copies.pairs import Pairs
from newsdedup.kernels.ragged import Floats, Integers, Ragged
from newsdedup.support.threads import over_pairs

_LEAST_DICE: Final = 0.3  # share of phrases in common; two newsrooms' own words share far less
_LEAST_RATIO: Final = 0.85  # details in common / phrases in common; a copy has at least this ratio
_LEAST_MISSING: Final = 1  # details fewer in common than of a copy; a fraction of one is chance


def wording_in_common(sketches: Ragged, pairs: Pairs, threads: int | None = None) -> Floats:
    """The Jaccard similarity of the phrases of each pair, estimated from their sketches."""
    from newsdedup.kernels import templates

    found = np.empty(len(pairs))

    def measure(left: Integers, right: Integers, some: slice) -> None:
        templates.sketch_jaccard(sketches.values, sketches.offsets, left, right, found[some])

    over_pairs(measure, pairs, threads)
    return found


def details_in_common(
    details: Sequence[Ragged], n_details: Integers, pairs: Pairs, threads: int | None = None
) -> Floats:
    """The share of the details of the article with fewer details that the other article has too.

    `details` are names, and numbers: hashes, each once; those that only one article has may be left out, but
    `n_details` counts them too. Fastest when `pairs` are sorted by the left article.
    """
    from newsdedup.kernels import minhash

    shared, lengths = np.zeros((len(details), len(pairs)), np.int64), [rows.lengths for rows in details]

    def count(left: Integers, right: Integers, some: slice) -> None:
        for rows, sizes, found in zip(details, lengths, shared, strict=True):
            minhash.shared_counts(rows.values, rows.offsets[:-1], sizes, left, right, found[some])

    over_pairs(count, pairs, threads)
    return np.asarray(shared.sum(axis=0) / np.maximum(1, _lower(n_details, pairs)))


def same_template(
    jaccard: Floats, details: Floats, n_details: Integers, n_words: Integers, pairs: Pairs
) -> NDArray[np.bool_]:
    """Which pairs are one template filled in twice.

    `jaccard` is the similarity of the phrases of each pair, `details` as `details_in_common` gives it; `n_details` and
    `n_words` count the names and numbers of each article, and all its words.
    """
    dice = 2 * jaccard / (1 + jaccard)  # of sets of equal size, the share that is in both (Dice 1945)
    missing = _lower(n_details, pairs) * (dice - details)
    # With another capitalisation the names differ while all words are the same: more names are missing than words.
    is_possible = missing <= _lower(n_words, pairs) * (1 - dice)
    is_template = (dice >= _LEAST_DICE) & (details < _LEAST_RATIO * dice) & (missing >= _LEAST_MISSING)
    return np.asarray(is_template & is_possible)


def _lower(counts: Integers, pairs: Pairs) -> Integers:
    """The lower count of the two articles of each pair."""
    return np.asarray(counts[pairs].min(axis=1, initial=np.iinfo(np.int64).max))
