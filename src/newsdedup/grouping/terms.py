"""What makes an article different from the other news: weighted terms, and who shares them."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.grouping.lsh import Pairs, bands_for, candidates, runs
from newsdedup.grouping.sketch import Rows, signatures

HEAVIEST: Final = 128  # terms of an article that it is looked up by
NEAREST: Final = 60  # articles that share most of them
_LEAST_ALIKE: Final = 0.05  # Jaccard of two salient term sets worth a look
_PAIRS_AT_ONCE: Final = 4096

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]


@frozen(eq=False)
class Terms:
    """Weighted terms of articles.

    Attributes
    ----------
    vocabulary : ndarray of uint32, shape (terms,)
        The hash of each term, sorted.
    weights : csr_array of float64, shape (n, terms)
        One row an article.
    """

    vocabulary: NDArray[np.uint32]
    weights: Any


def weighted(*counted: Rows) -> Terms:
    """TF-IDF vectors (Spärck Jones 1972) of length one: log frequency times inverse document frequency.

    Parameters
    ----------
    *counted : Rows
        Hashes of what each article says, repeats included; several kinds of terms (words, pairs of
        words) count as one vocabulary.

    Returns
    -------
    Terms
        Each article's vector has length one, or zero where it has no term.
    """
    from scipy.sparse import csr_array

    n = len(counted[0])
    owners = np.concatenate([rows.owners for rows in counted])
    vocabulary, columns = np.unique(np.concatenate([rows.values for rows in counted]), return_inverse=True)
    counts = csr_array((np.ones(len(owners)), (owners, columns)), shape=(n, len(vocabulary)))
    counts.sum_duplicates()
    weights = (1 + np.log(counts.data)) * _rarity(counts)[counts.indices]
    vectors = csr_array((weights, counts.indices, counts.indptr), shape=counts.shape)
    return Terms(vocabulary, _unit_rows(vectors))


def _rarity(counts: Any) -> Floats:
    """Inverse document frequency, as though one more article held every term."""
    articles, terms = counts.shape
    return np.asarray(1 + np.log((1 + articles) / (1 + np.bincount(counts.indices, minlength=terms))))


def _unit_rows(vectors: Any) -> Any:
    squares = np.asarray(vectors.multiply(vectors).sum(axis=1))
    lengths = np.sqrt(np.where(squares > 0, squares, 1))
    vectors.data = vectors.data / np.repeat(lengths, np.diff(vectors.indptr))
    return vectors


def cosine(terms: Terms, pairs: Pairs) -> Floats:
    """Cosine of the two vectors of each pair."""
    vectors = terms.weights
    starts = range(0, len(pairs), _PAIRS_AT_ONCE)
    chunks = (pairs[start : start + _PAIRS_AT_ONCE].T for start in starts)
    products = [vectors[left].multiply(vectors[right]).sum(axis=1) for left, right in chunks]
    return np.concatenate((np.zeros(0), *map(np.asarray, products)))


def heaviest(terms: Terms, count: int = HEAVIEST) -> Terms:
    """Only the heaviest terms of each article, of those that another article has too."""
    from scipy.sparse import csr_array

    vectors = terms.weights
    shared = np.bincount(vectors.indices, minlength=vectors.shape[1]) > 1
    owners = np.repeat(np.arange(vectors.shape[0]), np.diff(vectors.indptr))
    usable = np.flatnonzero(shared[vectors.indices])
    order = usable[np.lexsort((vectors.indices[usable], -vectors.data[usable], owners[usable]))]
    order = order[ranks(owners[order]) < count]
    kept = csr_array((vectors.data[order], (owners[order], vectors.indices[order])), shape=vectors.shape)
    return Terms(terms.vocabulary, kept)


def ranks(sorted_keys: Integers) -> Integers:
    """The place of each entry within its run of equal keys, from 0."""
    first, _ = runs(sorted_keys)
    return np.arange(len(sorted_keys)) - first


def sharing_terms(terms: Terms, *, num_perm: int, seed: int, threads: int | None = None) -> Pairs:
    """Pairs of articles whose sets of terms look alike, found through their signatures."""
    sets = Rows(terms.vocabulary[terms.weights.indices], terms.weights.indptr.astype(np.int64))
    sketched = signatures(sets, num_perm=num_perm, seed=seed, threads=threads)
    return candidates(sketched, bands_for(_LEAST_ALIKE, num_perm))


def ranked(pairs: Pairs, similarity: Floats) -> Integers:
    """The place of each pair among those of its left, and of its right article.

    Returns
    -------
    ndarray of int64, shape (m, 2)
        0 for the pair that is most alike.
    """
    owner, fellow = pairs.T.ravel(), pairs[:, ::-1].T.ravel()
    order = np.lexsort((fellow, -np.tile(similarity, 2), owner))
    place = np.empty(len(order), np.int64)
    place[order] = ranks(owner[order])
    return place.reshape(2, -1).T


def nearest(pairs: Pairs, similarity: Floats, count: int = NEAREST) -> NDArray[np.bool_]:
    """Which pairs are among the `count` most alike of either article."""
    return np.asarray((ranked(pairs, similarity) < count).any(axis=1))
