"""Find copies and excerpts: candidates from two views, verified on the real shingles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import numpy as np
from attrs import field, mutable
from numpy.typing import NDArray

from newsdedup.article import Article, Articles, Rejection, first_moment
from newsdedup.grouping.copy_groups import PAIR, CopyGroups, Integers, copy_groups
from newsdedup.grouping.lsh import Pairs, bands_for, bucket_pairs, candidates, union
from newsdedup.grouping.sketch import EMPTY
from newsdedup.grouping.store import InMemory, Spilled, Store
from newsdedup.grouping.wording import Sketches, Wordings, chunks, shingle_sets, sketch_chunks, sketch_texts, wordings
from newsdedup.grouping.work import in_threads, shown
from newsdedup.intake import stream_articles
from newsdedup.settings import COPIES, CopySettings, checked

_PAIRS_AT_ONCE: Final = 8192
_MOST_LUCK: Final = 3.5  # standard deviations by which a signature may miss a Jaccard similarity
_PARTS: Final = 4
_LEAST_SENTENCES: Final = 0.3  # of those of the smaller text that the larger one's sketch can hold


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
    if isinstance(articles_or_path, Articles):
        return copies_in(articles_or_path, settings, threads, progress)[0]
    stream = stream_articles(articles_or_path, lean=True)
    roll = _Roll()
    with Spilled() as store:
        chunked = store.passing(chunks(roll.texts(shown(stream, "sketching", progress))))
        sketches = sketch_chunks(chunked, settings, threads=threads)
        oldest_first = roll.oldest_first()
        verified = _verified(sketches, oldest_first, store, settings, threads, progress)
    return _groups(verified, oldest_first, stream.rows, sketches, settings, stream.row_ids, stream.rejected)


def copies_in(
    articles: Articles, settings: CopySettings, threads: int | None, progress: bool | None
) -> tuple[CopyGroups, NDArray[np.uint64]]:
    """Copy groups of articles in memory, and a digest of the wording of each."""
    roll, store = _Roll(), InMemory([article.text for article in articles])
    sketches = sketch_texts(roll.texts(articles), settings, threads=threads)
    oldest_first = roll.oldest_first()
    verified = _verified(sketches, oldest_first, store, settings, threads, progress)
    groups = _groups(verified, oldest_first, articles.rows, sketches, settings, articles.row_ids, articles.rejected)
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
        """The articles by age, then the most complete, then by id: `newsdedup.article.earliest_first`."""
        keys = list(zip(self.moments, (-length for length in self.lengths), self.ids, strict=True))
        return np.array(sorted(range(len(keys)), key=keys.__getitem__), np.int64)


def _groups(
    verified: NDArray[np.void],
    oldest_first: Integers,
    article_rows: Sequence[int],
    sketches: Sketches,
    settings: CopySettings,
    row_ids: tuple[str | None, ...],
    rejected: tuple[Rejection, ...],
) -> CopyGroups:
    """Groups by input row, from verified pairs of articles."""
    rows = np.array(article_rows, np.int64)
    order, sizes = np.full((2, len(row_ids)), -1, np.int64)
    order[rows[oldest_first]] = np.arange(len(rows))
    sizes[rows] = sketches.n_tokens
    ends = np.sort(rows[np.stack((verified["left"], verified["right"]))], axis=0)
    verified["left"], verified["right"] = ends
    return copy_groups(row_ids, verified, settings, rejected, order, sizes)


def _verified(
    sketches: Sketches,
    oldest_first: Integers,
    store: Store,
    settings: CopySettings,
    threads: int | None,
    progress: bool | None,
) -> NDArray[np.void]:
    """Pairs of articles that are copies or excerpts, with their exact scores."""
    numbered = wordings(sketches, oldest_first)
    articles = oldest_first[numbered.first]  # the oldest of each wording
    found = _likely(sketches, articles, settings, threads)
    ends = articles[found]
    scores = in_threads(
        lambda block: _scores(store, block, settings.shingle_size),
        list(shown(_blocks(ends), "verifying", progress)),
        threads,
    )
    jaccard, containment = np.concatenate((np.zeros((0, 2)), *scores)).T
    kept = (jaccard >= settings.threshold) | (containment >= settings.containment)
    alike = _pairs(*ends[kept].T, jaccard[kept], containment[kept])
    return np.concatenate((alike, _twins(sketches, numbered, oldest_first)))


def _twins(sketches: Sketches, numbered: Wordings, oldest_first: Integers) -> NDArray[np.void]:
    """Each article after the first of its wording, with that first; wordless ones are nobody's twin."""
    first = numbered.first[numbered.of]
    again = np.flatnonzero((first != np.arange(len(first))) & (sketches.n_tokens[oldest_first] > 0))
    return _pairs(oldest_first[first[again]], oldest_first[again], np.ones(len(again)), np.ones(len(again)))


def _likely(sketches: Sketches, articles: Integers, settings: CopySettings, threads: int | None) -> Pairs:
    """Places of pairs worth verifying: their signatures are alike, or they share a sentence."""
    similar = candidates(
        sketches.signatures, bands_for(settings.threshold, settings.num_perm), rows=articles, threads=threads
    )
    found = union((similar, _quoting(sketches, articles)))
    return found[_plausible(sketches, articles[found], settings)]


def _plausible(sketches: Sketches, pairs: Pairs, settings: CopySettings) -> NDArray[np.bool_]:
    """Pairs that, as far as their signatures tell, may be copies or excerpts: the others need no reading."""
    estimated = _agreement(sketches, pairs) / settings.num_perm
    sizes = np.sort(sketches.n_tokens[pairs], axis=1).astype(np.float64)
    shared = settings.containment * sizes[:, 0]
    of_an_excerpt = shared / np.maximum(sizes.sum(axis=1) - shared, 1)
    wanted = np.minimum(of_an_excerpt, settings.threshold)  # the least Jaccard similarity of either
    deviation = np.sqrt(wanted * (1 - wanted) / settings.num_perm)
    return np.asarray(estimated >= wanted - _MOST_LUCK * deviation)


def _quoting(sketches: Sketches, articles: Integers) -> Pairs:
    """Places of pairs of which one seems to print most sentences of the other: an excerpt's Jaccard is low."""
    from newsdedup.grouping import _kernels

    held = sketches.sentences[articles]
    found = union(_sharing(held, part) for part in range(_PARTS))
    share = np.empty(len(found))
    _kernels.sentence_containment(held, found[:, 0].copy(), found[:, 1].copy(), share)
    return found[share >= _LEAST_SENTENCES]


def _sharing(held: NDArray[np.uint32], part: int) -> Pairs:
    """Places that hold one sentence, of a part of all hashes: a part at a time needs a part of the memory."""
    wanted = (held % np.uint32(_PARTS) == part) & (held != EMPTY)
    places, columns = np.nonzero(wanted)
    return bucket_pairs(held[places, columns], places)


def _agreement(sketches: Sketches, pairs: Pairs) -> Integers:
    """In how many places the signatures of each pair agree."""
    from newsdedup.grouping import _kernels

    equal = np.empty(len(pairs), np.int64)
    _kernels.agreement(sketches.signatures, pairs[:, 0].copy(), pairs[:, 1].copy(), equal)
    return equal


def _blocks(pairs: Pairs) -> list[Pairs]:
    return [pairs[start : start + _PAIRS_AT_ONCE] for start in range(0, len(pairs), _PAIRS_AT_ONCE)]


def _scores(store: Store, pairs: Pairs, shingle_size: int) -> NDArray[np.float64]:
    """Exact Jaccard similarity and containment of each pair, from the texts themselves; shape (m, 2)."""
    from newsdedup.grouping import _kernels

    articles, places = np.unique(pairs, return_inverse=True)
    left, right = places.reshape(pairs.shape).T.copy()
    sets = shingle_sets(store.read(articles), shingle_size)
    shared = np.empty(len(pairs), np.int64)
    _kernels.shared_counts(sets.values, sets.starts, sets.counts, left, right, shared)
    sizes = sets.counts[left], sets.counts[right]
    return np.stack((shared / (sizes[0] + sizes[1] - shared), shared / np.minimum(*sizes)), axis=1)


def _pairs(*columns: NDArray[Any]) -> NDArray[np.void]:
    pairs = np.empty(len(columns[0]), PAIR)
    for name, column in zip(PAIR.names or (), columns, strict=True):
        pairs[name] = column
    return pairs
