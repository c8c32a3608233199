"""What newsdedup's grouping by event is compared with; each peer with every value of its option."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.events.reading.views import whole_text
from newsdedup.metrics import b_cubed
from newsdedup.text.normal_form import Text
from newsdedup.text.tokens import tokens
from train_evidence import LabelledSet

Labels = NDArray[np.int64]

_DISTANCES = tuple(np.arange(10, 99) / 100)  # cosine distances of a cut
_SHINGLE = 5  # words
_WORD = r"(?u)\b\w+\b"


@frozen
class Way:
    """A way of grouping one set.

    Attributes
    ----------
    run : callable
        From a value of the way's option to the group of each article; remembers what it returned.
    options : tuple
        The values to choose from; one None where there is no option.
    """

    run: Callable[[Any], Labels]
    options: tuple[Any, ...] = (None,)

    @property
    def is_tuned(self) -> bool:
        """Whether it has an option."""
        return len(self.options) > 1


Ways = Mapping[str, Way]


def peers(sets: Mapping[str, LabelledSet], ways: Mapping[str, Ways] | None = None) -> dict[str, dict[str, Labels]]:
    """The groups of every peer on every set: by name of the set, then by way.

    Where a peer has an option, it gets the one value that is best on average over all sets, and
    once more the value that is best for this very set, as only an oracle could choose.
    """
    ways = {name: ways_of(one) for name, one in sets.items()} if ways is None else ways
    fixed = fixed_options(sets, ways)
    return {name: _in_order(one, ways[name], fixed) for name, one in sets.items()}


def _in_order(one: LabelledSet, ways: Ways, fixed: Mapping[str, Any]) -> dict[str, Labels]:
    """Of each way first the groups with the fixed value, then those with the oracle's."""
    best = oracle_options(one, ways)
    found: dict[str, Labels] = {}
    for name in ways:
        found |= groups_with({name: fixed[name]}, ways)
        found |= groups_with({name: best[name]}, ways, ", oracle's threshold")
    return found


def fixed_options(sets: Mapping[str, LabelledSet], ways: Mapping[str, Ways]) -> dict[str, Any]:
    """For each way the value of its option that is best on average over the sets."""

    def total(way: str, option: Any) -> float:
        return sum(_f1(one, ways[name][way].run(option)) for name, one in sets.items())

    first = next(iter(ways.values()))
    return {way: max(one.options, key=partial(total, way)) if one.is_tuned else None for way, one in first.items()}


def groups_with(options: Mapping[str, Any], ways: Ways, suffix: str = ", fixed threshold") -> dict[str, Labels]:
    """The groups of each way with a given value of its option; the suffix is for ways that have an option."""
    return {name + suffix * ways[name].is_tuned: ways[name].run(option) for name, option in options.items()}


def oracle_options(one: LabelledSet, ways: Ways) -> dict[str, Any]:
    """For each way the value of its option that is best for this very set."""
    return fixed_options({one.name: one}, {one.name: ways})


def _f1(one: LabelledSet, found: Labels) -> float:
    return b_cubed(one.events, found).f1


def ways_of(one: LabelledSet) -> dict[str, Way]:
    """Every peer, ready to group a set; what its options share is computed when it is first run."""
    texts = [whole_text(article).plain for article in one.articles]
    single, double = (cache(partial(_cosine_distances, texts, ngrams)) for ngrams in ((1, 1), (1, 2)))
    return {
        "every article alone": Way(cache(lambda _: np.arange(len(texts)))),
        "MinHash-LSH at Jaccard 0.5": Way(cache(lambda _: _minhash_lsh(texts))),
        "TF-IDF 1-grams": Way(cache(_average_linkage(single)), _DISTANCES),
        "TF-IDF": Way(cache(_average_linkage(double)), _DISTANCES),
        "DBSCAN": Way(cache(lambda reach: _dbscan(double(), reach)), _DISTANCES),
        "HDBSCAN": Way(cache(lambda _: _hdbscan(double()))),
    }


def _cosine_distances(texts: Sequence[str], ngrams: tuple[int, int]) -> NDArray[np.float64]:
    from sklearn.metrics.pairwise import cosine_distances

    return np.clip(cosine_distances(_vectors(texts, ngrams)), 0, 1)


def _vectors(texts: Sequence[str], ngrams: tuple[int, int]) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(sublinear_tf=True, ngram_range=ngrams, token_pattern=_WORD).fit_transform(texts)


def _average_linkage(distances: Callable[[], NDArray[np.float64]]) -> Callable[[float], Labels]:
    from scipy.cluster.hierarchy import fcluster, linkage

    tree = cache(lambda: linkage(distances()[np.triu_indices(len(distances()), 1)], "average"))
    return lambda height: fcluster(tree(), height, "distance")


def _dbscan(distances: NDArray[np.float64], reach: float) -> Labels:
    from sklearn.cluster import DBSCAN

    return _noise_alone(DBSCAN(eps=reach, min_samples=2, metric="precomputed").fit(distances).labels_)


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
