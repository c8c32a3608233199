"""What unrelated articles share: generated articles compared with real ones."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from attrs import frozen

from _vocabulary import words_in


@frozen
class Background:
    """What articles that have nothing to do with each other share all the same, in the mean.

    Attributes
    ----------
    n_bytes : float
        UTF-8 bytes of an article.
    words, distinct, terms : float
        Its words; different ones; different words and pairs of words.
    jaccard : tuple of float
        Of the sets of words, pairs and runs of five of two random unrelated articles.
    forms : int
        Different words in all the articles.
    """

    n_bytes: float
    words: float
    distinct: float
    terms: float
    jaccard: tuple[float, float, float]
    forms: int


def background(texts: Sequence[str], groups: Sequence[object], *, pairs: int = 20_000) -> Background:
    """Measure texts, of which those of one group are related."""
    read = [words_in(text) for text in texts]
    sets = {size: [set(zip(*(words[i:] for i in range(size)), strict=False)) for words in read] for size in (1, 2, 5)}
    drawn = np.random.default_rng(0).integers(0, len(texts), (pairs, 2)).tolist()
    unrelated = [(left, right) for left, right in drawn if left != right and groups[left] != groups[right]]

    def mean_jaccard(size: int) -> float:
        both = ((sets[size][left], sets[size][right]) for left, right in unrelated)
        return float(np.mean([len(left & right) / max(1, len(left | right)) for left, right in both]))

    distinct = float(np.mean(list(map(len, sets[1]))))
    return Background(
        n_bytes=float(np.mean([len(text.encode()) for text in texts])),
        words=float(np.mean(list(map(len, read)))),
        distinct=distinct,
        terms=distinct + float(np.mean(list(map(len, sets[2])))),
        jaccard=(mean_jaccard(1), mean_jaccard(2), mean_jaccard(5)),
        forms=len(set().union(*sets[1])),
    )


def real_background(path: Path) -> Background:
    """The background of a labelled set."""
    articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return background([one["text"] for one in articles], [one["event"] for one in articles])


def background_row(name: str, one: Background) -> str:
    counts = f"{one.n_bytes:7.0f}{one.words:7.0f}{one.distinct:9.0f}{one.terms:7.0f}{one.forms:8}"
    return f"{name:14}{counts}   " + "  ".join(f"{value:.6f}" for value in one.jaccard)
