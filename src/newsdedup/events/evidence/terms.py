"""What distinguishes an article from the other news: weighted terms, and the articles that share them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.copies.pairs import Pairs, runs
from newsdedup.events.evidence.background import Background
from newsdedup.events.evidence.windows import TimeOrder
from newsdedup.kernels.ragged import Floats, Integers, Ragged, stacked
from newsdedup.support.threads import in_threads, over_pairs, thread_count

HEAVIEST: Final = 128  # terms kept per article
NEAREST: Final = 24  # neighbours with which an article is compared: those that share most weight with it
BUDGET: Final = 8192  # posting list entries read per article: the longest lists are those of terms common to all news
_COUNT_BITS: Final = (20, 27)  # least and most bits of a term's hash by which the count table is indexed
_WORD_COUNT_BITS: Final = 23  # most bits for single words: no language has more than 8 million
_TERM_ROWS_AT_ONCE: Final = 4096  # articles in one unit of work of a thread
_SURE_DEVIATIONS: Final = (
    2.0  # standard deviations by which a term must be more common in a corpus than in the background
)
_ALL_SPANS: Final = np.zeros((0, 1, 2), np.int64)  # each article is compared with all
_PART: Final = 1 << 22  # terms, about, whose posting lists are made together: it bounds the memory
_LEAST_PART_BITS: Final = 3  # posting lists are made in at least 2 to this power parts, which threads share


@frozen(eq=False)
class Terms:
    """The heaviest terms of articles, with their weights."""

    rows: Ragged  # sorted uint32 hashes, one row per article
    weights: NDArray[np.float32]  # one per hash
    norms: NDArray[np.float32]  # one per article: the length of its vector before it was scaled to one

    def __len__(self) -> int:
        return len(self.rows)

    def take(self, rows: Integers) -> Terms:
        """The terms of some of the articles, in the order given."""
        weights = Ragged(self.weights, self.rows.offsets).take(rows).values
        return Terms(self.rows.take(rows), weights, self.norms[rows])

    def followed_by(self, others: Terms) -> Terms:
        """The terms of these articles, followed by those of others."""
        rows = stacked((self.rows, others.rows), np.uint32)
        each = ((self.weights, others.weights), (self.norms, others.norms))
        return Terms(rows, *map(np.concatenate, each))


@frozen(eq=False)
class Counts:
    """The number of articles that contain each term."""

    sizes: Integers  # words in a term; several sizes count as one vocabulary
    # The count by the upper bits of a hash, in the first column; the second one is for counting. Two rare terms that
    # collide count as one less rare.
    held: NDArray[np.uint32]
    shift: int  # right shift from a hash to its index
    articles: int  # number of articles counted

    def compact(self) -> Counts:
        """The same in half of the memory."""
        return Counts(self.sizes, self.held[:, :1].copy(), self.shift, self.articles)


def weighted(
    words: Ragged,
    sizes: Sequence[int] = (1,),
    *,
    beside: Background | None = None,
    most: int = HEAVIEST,
    threads: int | None = None,
) -> Terms:
    """TF-IDF weights (Spärck Jones 1972): log frequency times inverse document frequency, of the heaviest terms.

    `words` are the hashes of the words of each article, in text order, repeats included. A term is as common as it
    is in the corpus together with the background `beside`, or in the corpus alone where it certainly is more
    common there. Of the terms that another article has too, the heaviest `most` are kept. The
    vector of all terms of an article has length one, or zero where it has no terms.
    """
    return weighted_by(counted(words, sizes, beside=beside, threads=threads), words, most=most, threads=threads)


def weighted_by(
    counts: Counts,
    words: Ragged,
    *,
    most: int = HEAVIEST,
    least: int = 2,
    newcomers: bool = False,
    threads: int | None = None,
) -> Terms:
    """As `weighted`, with document frequencies that were counted before.

    Terms in fewer than `least` articles are left out: they matter only to articles that come later.
    `newcomers` means that these articles are not among those counted.
    """
    from newsdedup.kernels import term_weights

    n, more = len(words), int(newcomers)
    total = counts.articles + more
    rarity = 1 + np.log((1 + total) / (1 + np.arange(total + 1)))
    kept, weights = np.empty(n * most, np.uint32), np.empty(n * most, np.float32)
    lengths, norms = np.empty(n, np.int64), np.empty(n, np.float32)

    def weigh(some: slice) -> slice:
        part, room = words.block(some), slice(some.start * most, some.stop * most)
        count = term_weights.weigh_terms(
            part.values,
            part.offsets,
            counts.sizes,
            counts.shift,
            counts.held,
            rarity,
            more,
            least,
            most,
            kept[room],
            weights[room],
            lengths[some],
            norms[some],
        )
        return slice(room.start, room.start + count)

    end = 0
    for found in in_threads(weigh, _row_blocks(n), threads):  # closes the gaps between the blocks
        upto = end + found.stop - found.start
        kept[end:upto], weights[end:upto] = kept[found], weights[found]
        end = upto
    for one in (kept, weights):
        one.resize(end, refcheck=False)  # frees the rest
    return Terms(Ragged(kept, np.append(0, np.cumsum(lengths))), weights, norms)


def counted(
    words: Ragged, sizes: Sequence[int] = (1,), *, beside: Background | None = None, threads: int | None = None
) -> Counts:
    """Count the articles that contain each term; parameters as for `weighted`."""
    from newsdedup.kernels import term_weights

    widths = np.array(sizes, np.int64)
    bits = int(np.clip(len(words.values).bit_length(), *_COUNT_BITS))
    bits = min(bits, _WORD_COUNT_BITS) if widths.max() == 1 else bits
    held = np.zeros((1 << bits, 2), np.uint32)
    # Each thread counts its own range of the table.
    edges = np.linspace(0, 1 << bits, 1 + thread_count(threads)).astype(np.int64)

    def count(part: int) -> None:
        term_weights.count_articles(
            words.values, words.offsets, widths, 32 - bits, int(edges[part]), int(edges[part + 1]), held
        )

    for _ in in_threads(count, range(len(edges) - 1), threads):
        pass
    n = len(words)
    if beside is None:
        return Counts(widths, held, 32 - bits, n)
    held[:, 1] = 0
    np.add.at(held[:, 1], beside.terms >> np.uint32(32 - bits), beside.counts.astype(np.uint32))
    total = n + beside.articles
    scale = total / max(1, n)

    def pool(some: slice) -> None:
        rows = some.start + np.flatnonzero(held[some].view(np.uint64))  # the table of a small corpus is almost empty
        count, usual = held[rows].T.astype(np.float64)
        certain = scale * (count - _SURE_DEVIATIONS * np.sqrt(count))
        held[rows, 0] = np.minimum(np.maximum(count + usual, certain), total)  # terms can share a place

    for _ in in_threads(pool, _row_blocks(len(held), _PART), threads):
        pass
    return Counts(widths, held, 32 - bits, total)


def _row_blocks(n: int, size: int = _TERM_ROWS_AT_ONCE) -> list[slice]:
    return [slice(start, min(start + size, n)) for start in range(0, n, size)]


def cosine(terms: Terms, pairs: Pairs, *, threads: int | None = None) -> Floats:
    """Cosine of the two vectors of each pair, over their heaviest terms."""
    from newsdedup.kernels import term_weights

    found = np.empty(len(pairs))

    def measure(left: Integers, right: Integers, some: slice) -> None:
        term_weights.cosines(terms.rows.values, terms.weights, terms.rows.offsets, left, right, found[some])

    over_pairs(measure, pairs, threads)
    return found


def neighbours(
    terms: Terms,
    count: int,
    *,
    within: TimeOrder | None = None,
    budget: int = BUDGET,
    threads: int | None = None,
) -> NDArray[np.int32]:
    """The articles that share most weight with each article, found through its rare terms.

    With `within` only those near it in time. At most `budget` posting list entries are read per article: terms are
    looked up from the rarest on, so that the cost per article is bounded even where all news is similar. The result
    has the nearest first, then -1.
    """
    if within is None:
        return _nearest(terms, count, _ALL_SPANS, budget, threads)
    found = _nearest(terms.take(within.articles), count, within.spans, budget, threads)
    around = np.empty_like(found)
    around[within.articles] = np.where(found >= 0, within.articles[found], -1)
    return around


def _nearest(terms: Terms, count: int, spans: Integers, budget: int, threads: int | None) -> NDArray[np.int32]:
    """The nearest rows of each row, of those in its spans (`postings.nearest_neighbours`)."""
    from newsdedup.kernels import postings

    n, offsets = len(terms), terms.rows.offsets
    holders, weights, starts, sizes = _posted(terms, threads)
    nearest = np.empty((n, count), np.int32)

    def look(some: slice) -> None:
        postings.nearest_neighbours(
            some.start, some.stop, offsets, terms.weights, holders, weights, starts, sizes, spans, budget, nearest[some]
        )

    for _ in in_threads(look, _row_blocks(n), threads):
        pass
    return nearest


def _posted(terms: Terms, threads: int | None) -> tuple[NDArray[Any], ...]:
    """Posting lists, filled by `postings.fill_postings` part by part, to keep its tables small."""
    from newsdedup.kernels import postings

    values, offsets = terms.rows.values, terms.rows.offsets
    holders, starts, sizes = (np.empty(len(values), np.uint32) for _ in range(3))
    weights = np.empty(len(values), np.float32)
    bits = max(_LEAST_PART_BITS, (len(values) // _PART).bit_length())
    upto = np.empty((len(terms), (1 << bits) + 1), np.uint32)
    for _ in in_threads(
        lambda some: postings.partition_terms(values, offsets[some.start : some.stop + 1], 32 - bits, upto[some]),
        _row_blocks(len(terms)),
        threads,
    ):
        pass
    counts = np.diff(upto.sum(axis=0, dtype=np.int64))
    begins = np.cumsum(counts) - counts

    def post(number: int) -> None:
        postings.fill_postings(
            values, terms.weights, offsets, upto, number, int(begins[number]), holders, weights, starts, sizes
        )

    for _ in in_threads(post, range(1 << bits), threads):
        pass
    return holders, weights, starts, sizes


def to_neighbours(terms: Terms, around: NDArray[np.int32], *, threads: int | None = None) -> Floats:
    """Cosine of each article with each of its neighbours in `around`, 0 where there is no neighbour (-1)."""
    n, count = around.shape
    pairs = np.stack((np.repeat(np.arange(n), count), np.maximum(around, 0).ravel().astype(np.int64)), axis=1)
    return cosine(terms, pairs, threads=threads).reshape(n, count) * (around >= 0)


def neighbour_pairs(around: NDArray[np.int32]) -> Pairs:
    """The pairs of each article with its neighbours."""
    left, place = np.nonzero(around >= 0)
    return np.stack((left, around[left, place].astype(np.int64)), axis=1)


def ranks(sorted_keys: Integers) -> Integers:
    """The position of each entry within its run of equal keys, from 0."""
    first, _ = runs(sorted_keys)
    return np.arange(len(sorted_keys)) - first


def ranked(pairs: Pairs, similarity: Floats) -> Integers:
    """The rank of each pair among the pairs of its left article, and among those of its right article.

    The result, shape (m, 2), is 0 for the pair of highest similarity.
    """
    owner, other = pairs.T.ravel(), pairs[:, ::-1].T.ravel()
    order = np.lexsort((other, -np.tile(similarity, 2), owner))
    place = np.empty(len(order), np.int64)
    place[order] = ranks(owner[order])
    return place.reshape(2, -1).T


def nearest(pairs: Pairs, similarity: Floats, count: int = NEAREST) -> NDArray[np.bool_]:
    """Which pairs are among the `count` most similar pairs of either article."""
    return np.asarray((ranked(pairs, similarity) < count).any(axis=1))
