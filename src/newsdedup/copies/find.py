"""Find copies and excerpts: candidates from two views, verified on the real shingles."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import numpy as np
from attrs import field, mutable
from numpy.typing import NDArray

from newsdedup.articles.article import Article, Articles, first_moment
from newsdedup.articles.intake import ArticleStream, stream_articles
from newsdedup.copies.groups import PAIR, CopyGroups, copy_groups
from newsdedup.copies.lsh import Pairs, bands_for, bucket_pairs, candidates, ordered, union
from newsdedup.copies.shingle_store import ShingleStore
from newsdedup.copies.sketch import Sketches, Wordings, sketch_texts, wordings
from newsdedup.kernels.hashing import EMPTY
from newsdedup.kernels.ragged import Integers
from newsdedup.support.components import linked
from newsdedup.support.progress import shown
from newsdedup.support.settings import COPIES, CopySettings, checked
from newsdedup.support.threads import in_threads

_log = logging.getLogger(__name__)

_PAIRS_AT_ONCE: Final = 8192
_MOST_LUCK: Final = 3.0  # standard deviations by which a signature may miss a Jaccard similarity
_PARTS: Final = 8
_LEAST_PHRASES: Final = 0.3  # of those of the smaller text that the larger one's sketch can hold


def find_copies(
    articles_or_path: Any,
    *,
    threshold: float = COPIES.threshold,
    shingle_size: int = COPIES.shingle_size,
    num_perm: int = COPIES.num_perm,
    seed: int = COPIES.seed,
    threads: int | None = None,
    progress: bool | None = None,
) -> CopyGroups:
    """Find which articles are copies or excerpts of which.

    Parameters
    ----------
    articles_or_path : Articles, path, frame or iterable
        Anything that `read_articles` takes.
    threshold : float
        Least Jaccard similarity of two shingle sets for one article to be a copy of the other.
    shingle_size : int
        Tokens in a shingle.
    num_perm, seed : int
        Permutations of a MinHash signature, and their seed.
    threads : int, optional
        By default one for each core; the result does not depend on it.
    progress : bool, optional
        Show progress on standard error; by default only on a terminal.

    Returns
    -------
    CopyGroups
        Groups of copies, each pair with its exact scores, and whose words each article prints.

    Raises
    ------
    SettingError
        If an option has a value that cannot be worked with.

    Examples
    --------
    >>> news = "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu trên cả nước"
    >>> find_copies([news, news + " tham dự", "Giá vàng sáng nay tăng mạnh"]).labels
    array([0, 0, 1])
    """
    settings = checked(CopySettings, threshold=threshold, shingle_size=shingle_size, num_perm=num_perm, seed=seed)
    is_read = isinstance(articles_or_path, Articles)
    articles = articles_or_path if is_read else stream_articles(articles_or_path, lean=True)
    return copies_in(articles, settings, threads, progress)[0]


def copies_in(
    articles: Articles | ArticleStream,
    settings: CopySettings,
    threads: int | None,
    progress: bool | None,
    passing: Callable[[Iterable[Article]], Iterable[Article]] = iter,
) -> tuple[CopyGroups, NDArray[np.uint64]]:
    """Copy groups of articles, and a digest of the wording of each; their texts are let go as they pass.

    On their way they go through `passing`, which may look at them.
    """
    roll = _Roll()
    with ShingleStore() as store:
        texts = roll.texts(passing(shown(articles, "reading texts", progress)))
        sketches = sketch_texts(texts, settings, store=store, threads=threads)
        oldest_first = roll.oldest_first()
        verified = _verified(sketches, oldest_first, store, settings, threads, progress)
    rows, row_ids = np.array(articles.rows, np.int64), articles.row_ids
    order, sizes = np.full((2, len(row_ids)), -1, np.int64)
    order[rows[oldest_first]] = np.arange(len(rows))
    sizes[rows] = sketches.n_shingles
    ends = np.sort(rows[np.stack((verified["left"], verified["right"]))], axis=0)
    verified["left"], verified["right"] = ends
    groups = copy_groups(row_ids, verified, settings, articles.rejected, order, sizes, articles.frame_kind)
    _log.info("%d articles: %d pairs of copies, %d excerpts", len(rows), len(groups.pairs), len(groups.excerpts))
    return groups, sketches.digests


@mutable
class _Roll:
    """What is noted of each article as its text passes: enough to say which is the earliest."""

    ids: list[str] = field(factory=list)
    moments: list[float] = field(factory=list)
    lengths: list[int] = field(factory=list)

    def texts(self, articles: Iterable[Article]) -> Iterator[str]:
        """The texts, each article noted as it passes."""
        for article in articles:
            self.ids.append(article.id)
            self.moments.append(first_moment(article.published_at).timestamp())
            self.lengths.append(len(article.text))
            yield article.text

    def oldest_first(self) -> Integers:
        """The articles by age, then the most complete, then by id: `newsdedup.articles.article.earliest_first`."""
        return ordered(np.array((self.moments, np.negative(self.lengths))), self.ids)


def _verified(
    sketches: Sketches,
    oldest_first: Integers,
    store: ShingleStore,
    settings: CopySettings,
    threads: int | None,
    progress: bool | None,
) -> NDArray[np.void]:
    """Pairs of articles that are copies or excerpts, with their exact scores."""
    numbered = wordings(sketches, oldest_first)
    articles = oldest_first[numbered.first]  # the oldest of each wording
    found = _likely(sketches, articles, settings, threads)
    kept = in_threads(
        lambda block: _alike(sketches, articles[block], store, settings),
        shown(_blocks(found, len(articles)), "verifying copies", progress),
        threads,
    )
    return np.concatenate((*kept, _twins(sketches, numbered, oldest_first)))


def _twins(sketches: Sketches, numbered: Wordings, oldest_first: Integers) -> NDArray[np.void]:
    """Each article after the first of its wording, with that first; wordless ones are nobody's twin."""
    first = numbered.first[numbered.of]
    again = np.flatnonzero((first != np.arange(len(first))) & (sketches.n_tokens[oldest_first] > 0))
    return _pairs(oldest_first[first[again]], oldest_first[again], np.ones(len(again)), np.ones(len(again)))


def _likely(sketches: Sketches, articles: Integers, settings: CopySettings, threads: int | None) -> Pairs:
    """Places of pairs worth verifying: as far as their sketches tell, copies or excerpts."""
    bands = bands_for(settings.threshold, settings.num_perm)
    similar = candidates(sketches.signatures, bands, rows=articles, threads=threads)
    quoting = _quoting(sketches, articles, threads)
    sizes = np.sort(sketches.n_shingles[articles[quoting]], axis=1)
    shared = settings.containment * sizes[:, 0]
    of_an_excerpt = shared / np.maximum(sizes.sum(axis=1) - shared, 1)
    return union(
        (
            similar[_may_reach(settings.threshold, sketches, articles[similar])],
            quoting[_may_reach(np.minimum(of_an_excerpt, settings.threshold), sketches, articles[quoting])],
        )
    )


def _may_reach(wanted: float | NDArray[np.float64], sketches: Sketches, pairs: Pairs) -> NDArray[np.bool_]:
    """Which pairs may have the Jaccard similarity wanted, as far as their signatures tell."""
    num_perm = sketches.signatures.shape[1]
    deviation = np.sqrt(wanted * (1 - wanted) / num_perm)  # of a binomial share
    return np.asarray(_agreement(sketches, pairs) / num_perm >= wanted - _MOST_LUCK * deviation)


def _quoting(sketches: Sketches, articles: Integers, threads: int | None) -> Pairs:
    """Places of pairs of which one seems to print most phrases of the other: an excerpt's Jaccard is low."""
    from newsdedup.kernels import minhash

    held = sketches.phrases[articles]
    found = union(in_threads(lambda part: _sharing(held, part), range(_PARTS), threads))
    share = np.empty(len(found))
    minhash.phrase_containments(held, found[:, 0].copy(), found[:, 1].copy(), share)
    return found[share >= _LEAST_PHRASES]


def _sharing(held: NDArray[np.uint32], part: int) -> Pairs:
    """Places that hold one phrase, of a part of all hashes: a part at a time needs a part of the memory."""
    flat = held.ravel()
    wanted = np.flatnonzero((flat % np.uint32(_PARTS) == part) & (flat != EMPTY))
    return bucket_pairs(flat[wanted], wanted // held.shape[1])


def _agreement(sketches: Sketches, pairs: Pairs) -> Integers:
    """In how many places the signatures of each pair agree."""
    from newsdedup.kernels import minhash

    equal = np.empty(len(pairs), np.int64)
    minhash.count_equal_values(sketches.signatures, pairs[:, 0].copy(), pairs[:, 1].copy(), equal)
    return equal


def _blocks(pairs: Pairs, n: int) -> list[Pairs]:
    """Pairs in blocks; those that hang together stand together, so that few sets are read twice."""
    order = np.lexsort((pairs[:, 1], pairs[:, 0], linked(n, pairs)[pairs[:, 0]]))
    return [pairs[order[start : start + _PAIRS_AT_ONCE]] for start in range(0, len(pairs), _PAIRS_AT_ONCE)]


def _alike(sketches: Sketches, pairs: Pairs, store: ShingleStore, settings: CopySettings) -> NDArray[np.void]:
    """Those pairs of articles that are copies or excerpts by their real shingle sets, with the exact scores."""
    from newsdedup.kernels import minhash

    articles, places = np.unique(pairs, return_inverse=True)
    left, right = places.reshape(pairs.shape).T.copy()
    counts = sketches.n_shingles[articles]
    shared = np.empty(len(pairs), np.int64)
    values = store.read(sketches.starts[articles], counts)
    minhash.shared_counts(values, np.cumsum(counts) - counts, counts, left, right, shared)
    sizes = counts[left], counts[right]
    found = _pairs(*pairs.T, shared / (sizes[0] + sizes[1] - shared), shared / np.minimum(*sizes))
    return found[(found["score"] >= settings.threshold) | (found["containment"] >= settings.containment)]


def _pairs(*columns: NDArray[Any]) -> NDArray[np.void]:
    pairs = np.empty(len(columns[0]), PAIR)
    for name, column in zip(PAIR.names or (), columns, strict=True):
        pairs[name] = column
    return pairs
