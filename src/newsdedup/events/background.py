"""How common words are in texts at large, for corpora too small to tell."""

from __future__ import annotations

import functools
import json
from typing import Final

import numpy as np

from newsdedup.events.views import hashed_words
from newsdedup.kernels.ragged import Ragged

_DATA: Final = "background.json"


@functools.cache
def background() -> Ragged:
    """Articles as they are at large, without what any of them is about.

    Counted beside the articles of a corpus, they make "the" a common word even where there are only
    two articles, and weigh nothing beside a million.

    Returns
    -------
    Ragged
        A hundred rows of word hashes, as in the aspect ``words``: each word of the data in as many
        rows as the data says, made by ``benchmarks/background.py``.
    """
    from importlib.resources import files  # only here: it takes long to import

    data = json.loads(files("newsdedup.events").joinpath(_DATA).read_text("utf-8"))
    of_all = [pair for words in data["words"].values() for pair in words.items()]
    hashes, place = np.unique(hashed_words([word for word, _ in of_all]), return_inverse=True)
    counts = np.zeros(len(hashes), np.int64)
    np.maximum.at(counts, place, [count for _, count in of_all])  # spellings and languages share words
    return Ragged.of_lengths(
        np.concatenate([hashes[counts > article] for article in range(data["articles"])]),
        np.array([np.count_nonzero(counts > article) for article in range(data["articles"])]),
    )
