"""How common words are in news in general, for corpora too small to measure it."""

from __future__ import annotations

import functools
import json
from typing import Final

import numpy as np

from newsdedup.events.reading.views import hashed_words
from newsdedup.kernels.ragged import Ragged

_DATA: Final = "background.json"


@functools.cache
def background() -> Ragged:
    """Artificial articles that contain only common words, as often as news in general.

    Counted together with a corpus, they make "the" a common word even in a corpus of two articles,
    and make no difference to a million.

    The result has a hundred rows of word hashes, as in the view ``words``. The number of rows that contain a word
    is given in ``background.json``, which ``benchmarks/background.py`` makes.
    """
    from importlib.resources import files  # imported here because it is slow

    data = json.loads(files("newsdedup.events.evidence").joinpath(_DATA).read_text("utf-8"))
    of_all = [pair for words in data["words"].values() for pair in words.items()]
    hashes, place = np.unique(hashed_words([word for word, _ in of_all]), return_inverse=True)
    counts = np.zeros(len(hashes), np.int64)
    np.maximum.at(counts, place, [count for _, count in of_all])  # a word may be in several spellings and languages
    return Ragged.of_lengths(
        np.concatenate([hashes[counts > article] for article in range(data["articles"])]),
        np.array([np.count_nonzero(counts > article) for article in range(data["articles"])]),
    )
