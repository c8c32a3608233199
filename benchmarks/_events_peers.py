"""What newsdedup's grouping by event is compared with; each peer with every value of its option."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsdedup.events.reading.views import whole_text
from newsdedup.metrics import b_cubed
from newsdedup.text.normal_form import Text
from newsdedup.text.tokens import tokens
from train_evidence import LabelledSet

Labels = NDArray[np.int64]
Runs = Mapping[Any, Labels]  # the groups that each value of a peer's option gives

_DISTANCES = tuple(np.arange(10, 99) / 100)  # cosine distances of a cut
_SHINGLE = 5  # words
_WORD = r"(?u)\b\w+\b"


def peers(sets: Sequence[LabelledSet]) -> dict[str, dict[str, Labels]]:
    """The groups of every peer on every set: by name of the set, then by way.

    Where a peer has an option, it gets the one value that is best on average over all sets, and
    once more the value that is best for this very set, as only an oracle could choose.
    """
    runs = {one.name: dict(_runs(one)) for one in sets}
    gold = {one.name: one.events for one in sets}
    found: dict[str, dict[str, Labels]] = {name: {} for name in runs}
    for way, options in next(iter(runs.values())).items():
        quality = {
            name: {value: b_cubed(gold[name], labels).f1 for value, labels in runs[name][way].items()} for name in runs
        }
        fixed = max(options, key=lambda value: sum(one[value] for one in quality.values()))
        for name, one in quality.items():
            suffix = ", fixed threshold" if len(options) > 1 else ""
            found[name][way + suffix] = runs[name][way][fixed]
            if len(options) > 1:
                found[name][f"{way}, oracle's threshold"] = runs[name][way][max(one, key=one.__getitem__)]
    return found


def _runs(one: LabelledSet) -> Iterator[tuple[str, Runs]]:
    from sklearn.metrics.pairwise import cosine_distances

    texts = [whole_text(article).plain for article in one.articles]
    yield "every article alone", {None: np.arange(len(texts))}
    yield "MinHash-LSH at Jaccard 0.5", {None: _minhash_lsh(texts)}
    for kind, ngrams in (("TF-IDF 1-grams", (1, 1)), ("TF-IDF", (1, 2))):
        distances = np.clip(cosine_distances(_vectors(texts, ngrams)), 0, 1)
        yield kind, _average_linkage(distances)
    yield "DBSCAN", _dbscan(distances)
    yield "HDBSCAN", {None: _hdbscan(distances)}


def _vectors(texts: Sequence[str], ngrams: tuple[int, int]) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(sublinear_tf=True, ngram_range=ngrams, token_pattern=_WORD).fit_transform(texts)


def _average_linkage(distances: NDArray[np.float64]) -> Runs:
    from scipy.cluster.hierarchy import fcluster, linkage

    tree = linkage(distances[np.triu_indices(len(distances), 1)], "average")
    return {height: fcluster(tree, height, "distance") for height in _DISTANCES}


def _dbscan(distances: NDArray[np.float64]) -> Runs:
    from sklearn.cluster import DBSCAN

    runs = ((reach, DBSCAN(eps=reach, min_samples=2, metric="precomputed")) for reach in _DISTANCES)
    return {reach: _noise_alone(run.fit(distances).labels_) for reach, run in runs}


def _hdbscan(distances: NDArray[np.float64]) -> Labels:
    from sklearn.cluster import HDBSCAN

    return _noise_alone(HDBSCAN(min_cluster_size=2, metric="precomputed", copy=True).fit(distances).labels_)


def _noise_alone(labels: Labels) -> Labels:
    """Every article of no cluster (-1) as a group of its own."""
    return np.where(labels >= 0, labels, labels.max() + 1 + np.arange(len(labels)))


def _minhash_lsh(texts: Sequence[str]) -> Labels:
    """Groups of texts joined by datasketch's LSH over 5-word shingles."""
    from datasketch import MinHash, MinHashLSH
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    index = MinHashLSH(threshold=0.5, num_perm=128)
    edges = []
    for row, text in enumerate(texts):
        words = tokens(Text(text, text))
        sketch = MinHash(num_perm=128, seed=1, scheme="affine32")
        shingles = {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}
        sketch.update_batch([shingle.encode() for shingle in shingles])
        edges += [(row, other) for other in index.query(sketch)]
        index.insert(row, sketch)
    left, right = np.array(edges, np.int64).reshape(-1, 2).T
    graph = coo_array((np.ones(len(left)), (left, right)), shape=(len(texts),) * 2)
    return connected_components(graph, directed=False)[1]
