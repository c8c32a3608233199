"""Find copies and excerpts: candidates from signatures and from shared phrases, verified on the shingle sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import Any, Final

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from newsdedup.articles.article import Articles
from newsdedup.articles.headings import headings_in
from newsdedup.articles.packed import SketchedArticles, TextSource, text_source
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.copies.groups import CopyGroups, group_copies
from newsdedup.copies.lsh import bands_for, bucket_pairs, candidates
from newsdedup.copies.pairs import Pairs, ordered, union, verified_pairs
from newsdedup.copies.shingle_store import ShingleSets, ShingleStore
from newsdedup.copies.sketch import Sketches, Wordings, sketch_chunks, wordings
from newsdedup.copies.stars import LEAST_LIKENESS, pairs_in_chains
from newsdedup.kernels.ahead import start_second_process
from newsdedup.kernels.hashing import EMPTY
from newsdedup.kernels.ragged import Integers
from newsdedup.support.components import linked, rows_of_largest
from newsdedup.support.progress import log, shown
from newsdedup.support.settings import COPIES, CopySettings, checked
from newsdedup.support.threads import in_threads

_PAIRS_PER_BLOCK: Final = 8192
_MOST_DEVIATIONS: Final = 3.0  # standard deviations by which a signature may underestimate a Jaccard similarity
_HASH_PARTS: Final = 8  # parts of the hash space, read one after the other so that an eighth of the memory is enough
_MOST_HEADINGS: Final = 500  # of articles in memory that a result keeps, of groups and of pairs of excerpts
_LEAST_PHRASES: Final = 0.3  # containment of the phrase sketches of a candidate for an excerpt


def find_copies(
    articles_or_path: Any,
    *,
    threshold: float = COPIES.threshold,
    shingle_size: int = COPIES.shingle_size,
    num_perm: int = COPIES.num_perm,
    seed: int = COPIES.seed,
    columns: Mapping[str, str] | None = None,
    language: str | None = None,
    timezone: str | tzinfo = READING.timezone,
    day_first: bool | None = None,
    encoding: str | None = None,
    strict: bool = False,
    max_characters: int = READING.max_characters,
    threads: int | None = None,
    progress: bool | None = None,
) -> CopyGroups:
    """Find which articles are copies or excerpts of which.

    Parameters
    ----------
    articles_or_path : Articles, path, frame or iterable
        Anything that `read_articles` takes.
    threshold : float
        Lowest Jaccard similarity of the shingle sets of two copies.
    shingle_size : int
        Tokens per shingle.
    num_perm, seed : int
        Permutations of a MinHash signature, and their seed.
    columns, language, timezone, day_first, encoding, strict, max_characters
        As for `read_articles`.
    threads : int, optional
        By default one per core, at most four; the result does not depend on it.
    progress : bool, optional
        Show progress on standard error; by default only on a terminal.

    Returns
    -------
    CopyGroups
        Groups of copies, each pair with its exact scores, and the origin of each article.

    Raises
    ------
    InputError
        If the articles cannot be read, or a row is bad and `strict`.
    SettingError
        If an option has an invalid value.

    Examples
    --------
    >>> news = "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu trên cả nước"
    >>> find_copies([news, news + " tham dự", "Giá vàng sáng nay tăng mạnh"]).labels
    array([0, 0, 1])
    """
    settings = checked(CopySettings, threshold=threshold, shingle_size=shingle_size, num_perm=num_perm, seed=seed)
    reading = ReadOptions(
        columns=columns,
        language=language,
        timezone=timezone,
        day_first=day_first,
        encoding=encoding,
        strict=strict,
        max_characters=max_characters,
    )
    start_second_process("minhash")
    groups, _ = copies_in(text_source(articles_or_path, reading, progress), settings, threads, progress)
    headings = headings_in(articles_or_path, _rows_to_name(groups), reading)
    if isinstance(articles_or_path, Articles):
        reading = evolve(reading, columns=articles_or_path.columns)
    return evolve(groups, headings=headings, reading=reading)


def _rows_to_name(groups: CopyGroups) -> list[int]:
    """The rows whose headings people look for: those of the largest groups, and excerpts with what contains them."""
    ends = np.stack((groups.excerpts["left"], groups.excerpts["right"]), axis=1)
    rows = (*rows_of_largest(groups.labels, _MOST_HEADINGS), *ends[:_MOST_HEADINGS].ravel().tolist())
    return list(dict.fromkeys(rows))


def copies_in(
    texts: TextSource, settings: CopySettings, threads: int | None, progress: bool | None
) -> tuple[CopyGroups, NDArray[np.uint64]]:
    """Copy groups of articles, and a digest of the wording of each.

    The texts are read once, and none is kept.
    """
    with ShingleStore() as store:
        sketches = sketch_chunks(texts.chunks(), settings, store=store, threads=threads, without_pages=True)
        return copies_among(sketches, texts, store, settings, threads, progress), sketches.digests


def copies_among(
    sketches: Sketches,
    articles: SketchedArticles,
    shingles: ShingleSets,
    settings: CopySettings,
    threads: int | None = None,
    progress: bool | None = None,
) -> CopyGroups:
    """Copy groups of articles that were sketched before, one sketch per article."""
    oldest_first = _oldest_first(articles, sketches)
    verified = _verified(sketches, oldest_first, shingles, settings, threads, progress)
    rows, row_ids = articles.rows, articles.row_ids
    order, sizes = np.full((2, len(row_ids)), -1, np.int64)
    order[rows[oldest_first]] = np.arange(len(rows))
    sizes[rows] = sketches.n_shingles
    ends = np.sort(rows[np.stack((verified["left"], verified["right"]))], axis=0)
    verified["left"], verified["right"] = ends
    groups = group_copies(row_ids, verified, settings, articles.rejected, order, sizes, articles.frame_origin)
    log.info("%d articles: %d pairs of copies, %d excerpts", len(rows), len(groups.pairs), len(groups.excerpts))
    return groups


def _oldest_first(articles: SketchedArticles, sketches: Sketches) -> Integers:
    """The articles by age, then the longest first, then by a hash of their words, then by id."""
    return ordered((articles.seconds, -articles.n_characters, *sketches.digests.T), articles.names)


def _verified(
    sketches: Sketches,
    oldest_first: Integers,
    shingles: ShingleSets,
    settings: CopySettings,
    threads: int | None,
    progress: bool | None,
) -> NDArray[np.void]:
    """Pairs of articles that are copies or excerpts, with their exact scores."""
    numbered = wordings(sketches, oldest_first)
    articles = oldest_first[numbered.first]  # the earliest of each wording
    found = _candidates(sketches, articles, settings, threads)
    kept = in_threads(
        lambda block: verified_block(sketches, articles[block], shingles, settings, settings.threshold),
        shown(_pair_blocks(found, len(articles)), "verifying copies", progress),
        threads,
    )
    verified = np.concatenate((*kept, _equal_texts(sketches, numbered, oldest_first)))
    chains = _chain_pairs(sketches, verified, oldest_first, shingles, settings, threads)
    return np.concatenate((verified, *chains))


def _chain_pairs(
    sketches: Sketches,
    verified: NDArray[np.void],
    oldest_first: Integers,
    shingles: ShingleSets,
    settings: CopySettings,
    threads: int | None,
) -> Iterator[NDArray[np.void]]:
    """Further pairs, with their scores, that decide which articles of a chain of copies are one group."""
    order = np.empty(len(oldest_first), np.int64)
    order[oldest_first] = np.arange(len(oldest_first))
    pairs = pairs_in_chains(verified, settings.threshold, order)
    least = settings.threshold * LEAST_LIKENESS
    return in_threads(
        lambda block: verified_block(sketches, block, shingles, settings, least),
        _pair_blocks(pairs, len(order)),
        threads,
    )


def _equal_texts(sketches: Sketches, numbered: Wordings, oldest_first: Integers) -> NDArray[np.void]:
    """Pairs of the first article of each wording and each later one; texts without words are not copies."""
    first = numbered.first[numbered.of]
    later = np.flatnonzero((first != np.arange(len(first))) & (sketches.n_tokens[oldest_first] > 0))
    ones = np.ones(len(later))
    return verified_pairs(oldest_first[first[later]], oldest_first[later], ones, ones)


def _candidates(sketches: Sketches, articles: Integers, settings: CopySettings, threads: int | None) -> Pairs:
    """Places of the pairs to verify: copies or excerpts, by the estimates of their sketches."""
    bands = bands_for(settings.threshold, settings.num_perm)
    similar = candidates(sketches.signatures, bands, rows=articles, threads=threads)
    contained = _containing_pairs(sketches, articles, threads)
    is_similar, is_contained = (
        may_be_copies(sketches, articles[similar], settings),
        may_be_excerpts(sketches, articles[contained], settings),
    )
    return union((similar[is_similar], contained[is_contained]))


def may_be_copies(sketches: Sketches, pairs: Pairs, settings: CopySettings) -> NDArray[np.bool_]:
    """Flag the pairs whose signatures do not rule out that they are copies."""
    return _may_reach(settings.threshold, sketches, pairs)


def may_be_excerpts(sketches: Sketches, pairs: Pairs, settings: CopySettings) -> NDArray[np.bool_]:
    """Flag the pairs whose signatures do not rule out that one contains the other."""
    sizes = np.sort(sketches.n_shingles[pairs], axis=1)
    shared = settings.containment * sizes[:, 0]
    jaccard_of_excerpt = shared / np.maximum(sizes.sum(axis=1) - shared, 1)
    return _may_reach(np.minimum(jaccard_of_excerpt, settings.threshold), sketches, pairs)


def _may_reach(wanted: float | NDArray[np.float64], sketches: Sketches, pairs: Pairs) -> NDArray[np.bool_]:
    """Flag the pairs whose signatures do not rule out the Jaccard similarity wanted."""
    num_perm = sketches.signatures.shape[1]
    deviation = np.sqrt(wanted * (1 - wanted) / num_perm)  # of a binomial proportion
    return np.asarray(equal_values(sketches, pairs) / num_perm >= wanted - _MOST_DEVIATIONS * deviation)


def _containing_pairs(sketches: Sketches, articles: Integers, threads: int | None) -> Pairs:
    """Places of pairs whose phrase sketches suggest containment: excerpts, whose Jaccard similarity is low."""
    phrases = sketches.phrases[articles]
    found = union(in_threads(lambda part: _phrase_pairs(phrases, part), range(_HASH_PARTS), threads))
    return found[share_phrases(phrases, found)]


def share_phrases(phrases: NDArray[np.uint32], pairs: Pairs) -> NDArray[np.bool_]:
    """Flag the pairs whose phrase sketches suggest that one contains the other."""
    from newsdedup.kernels import minhash

    share = np.empty(len(pairs))
    minhash.phrase_containments(phrases, pairs[:, 0].copy(), pairs[:, 1].copy(), share)
    return np.asarray(share >= _LEAST_PHRASES)


def _phrase_pairs(phrases: NDArray[np.uint32], part: int) -> Pairs:
    """Places of pairs that share a phrase, for one part of all hashes."""
    flat = phrases.ravel()
    wanted = np.flatnonzero((flat % np.uint32(_HASH_PARTS) == part) & (flat != EMPTY))
    return bucket_pairs(flat[wanted], wanted // phrases.shape[1])


def equal_values(sketches: Sketches, pairs: Pairs) -> Integers:
    """The number of equal values in the signatures of each pair."""
    from newsdedup.kernels import minhash

    equal = np.empty(len(pairs), np.int64)
    minhash.count_equal_values(sketches.signatures, pairs[:, 0].copy(), pairs[:, 1].copy(), equal)
    return equal


def _pair_blocks(pairs: Pairs, n: int) -> list[Pairs]:
    """Pairs in blocks; connected ones are adjacent, so that few sets are read twice."""
    order = np.lexsort((pairs[:, 1], pairs[:, 0], linked(n, pairs)[pairs[:, 0]]))
    return [pairs[order[start : start + _PAIRS_PER_BLOCK]] for start in range(0, len(pairs), _PAIRS_PER_BLOCK)]


def verified_block(
    sketches: Sketches, pairs: Pairs, shingles: ShingleSets, settings: CopySettings, least: float
) -> NDArray[np.void]:
    """The pairs at least so similar by their shingle sets, and the excerpts, with the exact scores."""
    from newsdedup.kernels import minhash

    articles, places = np.unique(pairs, return_inverse=True)
    left, right = places.reshape(pairs.shape).T.copy()
    counts = sketches.n_shingles[articles]
    shared = np.empty(len(pairs), np.int64)
    values, starts = shingles.read(sketches.starts[articles], counts)
    minhash.shared_counts(values, starts, counts, left, right, shared)
    sizes = counts[left], counts[right]
    found = verified_pairs(
        pairs[:, 0], pairs[:, 1], shared / (sizes[0] + sizes[1] - shared), shared / np.minimum(*sizes)
    )
    return found[(found["score"] >= least) | (found["containment"] >= settings.containment)]
