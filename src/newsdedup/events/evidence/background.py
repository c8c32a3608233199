"""How common words and phrases are in news in general, for corpora too small to measure it."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.events.reading.views import hashed_words
from newsdedup.kernels.ragged import Integers, Ragged

_DATA: Final = "background.json"


@frozen(eq=False)
class Background:
    """Terms that are common in news in general.

    Counted together with a corpus, they make "the" a common word and "according to" a common phrase
    even in a corpus of two articles or of headlines, and make no difference to a million.
    """

    terms: NDArray[np.uint32]  # the hash of each, as `newsdedup.events.evidence.terms` makes them
    counts: Integers  # of the articles, how many have it
    articles: int


@functools.cache
def background(longest: int) -> Background:
    """The common terms of one word, or with `longest` 2 of one or two words.

    They are in ``background.json``, which ``benchmarks/background.py`` makes.
    """
    data = _data()
    phrases = [
        pair for kind in ("words", "phrases")[:longest] for found in data[kind].values() for pair in found.items()
    ]
    terms, place = np.unique(_hashes(phrase for phrase, _ in phrases), return_inverse=True)
    counts = np.zeros(len(terms), np.int64)
    np.maximum.at(counts, place, [count for _, count in phrases])  # a word may be in several spellings and languages
    return Background(terms, counts, data["articles"])


@functools.cache
def _data() -> Any:
    from importlib.resources import files  # imported here because it is slow

    return json.loads(files("newsdedup.events.evidence").joinpath(_DATA).read_text("utf-8"))


def _hashes(phrases: Iterable[str]) -> NDArray[np.uint32]:
    """The hash of each phrase as one term."""
    from newsdedup.kernels import term_weights

    words = [phrase.split() for phrase in phrases]
    lengths = np.array([len(one) for one in words], np.int64)
    rows = Ragged.of_lengths(hashed_words(word for one in words for word in one), lengths)
    found = np.empty(len(rows), np.uint32)
    term_weights.hash_rows(rows.values, rows.offsets, found)
    return found
