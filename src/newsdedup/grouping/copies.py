"""Find copies and excerpts: candidates from two views, verified on the real shingles."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.article import Articles, earliest_first
from newsdedup.grouping.copy_groups import PAIR, CopyGroups, Integers, copy_groups
from newsdedup.grouping.lsh import Pairs, bands_for, bucket_pairs, candidates, union
from newsdedup.grouping.sketch import Rows, signatures
from newsdedup.grouping.wording import Wordings, read_wordings
from newsdedup.grouping.work import shown
from newsdedup.intake import read_articles
from newsdedup.settings import COPIES, CopySettings, checked

_PAIRS_AT_ONCE: Final = 4096


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
    return copies_and_wordings(read_articles(articles_or_path), settings, threads, progress)[0]


def copies_and_wordings(
    articles: Articles, settings: CopySettings, threads: int | None, progress: bool | None
) -> tuple[CopyGroups, Wordings]:
    """Copy groups, and the distinct wordings that were read to find them, in order of age."""
    oldest = sorted(range(len(articles)), key=lambda number: earliest_first(articles[number]))
    wordings = read_wordings(
        [articles[number] for number in oldest], shingle_size=settings.shingle_size, progress=progress
    )
    rows = np.array(articles.rows, np.int64)[oldest]
    order, sizes = np.full((2, articles.n_rows), -1, np.int64)
    order[rows] = np.arange(len(rows))
    sizes[rows] = wordings.shingles.lengths[wordings.of]
    verified = np.concatenate((_alike(wordings, settings, threads, progress), _twins(wordings)))
    ends = np.sort(rows[np.stack((verified["left"], verified["right"]))], axis=0)
    verified["left"], verified["right"] = ends
    return copy_groups(articles.row_ids, verified, settings, articles.rejected, order, sizes), wordings


def _twins(wordings: Wordings) -> NDArray[np.void]:
    """Each article after the first of its wording, with that first; wordless ones are nobody's twin."""
    first = wordings.first[wordings.of]
    again = np.flatnonzero((first != np.arange(len(first))) & (wordings.shingles.lengths[wordings.of] > 0))
    return _pairs(first[again], again, np.ones(len(again)), np.ones(len(again)))


def _alike(wordings: Wordings, settings: CopySettings, threads: int | None, progress: bool | None) -> NDArray[np.void]:
    """Pairs of first articles whose wordings are copies or excerpts, with exact scores."""
    found = union((_similar(wordings, settings, threads), _sharing_sentences(wordings)))
    shared = shared_counts(wordings.shingles, found, progress=progress)
    left, right = found.T
    sizes = wordings.shingles.lengths
    jaccard = shared / (sizes[left] + sizes[right] - shared)
    containment = shared / np.minimum(sizes[left], sizes[right])
    kept = (jaccard >= settings.threshold) | (containment >= settings.containment)
    first = wordings.first
    return _pairs(first[left[kept]], first[right[kept]], jaccard[kept], containment[kept])


def _similar(wordings: Wordings, settings: CopySettings, threads: int | None) -> Pairs:
    sketched = signatures(wordings.shingles, num_perm=settings.num_perm, seed=settings.seed, threads=threads)
    return candidates(sketched, bands_for(settings.threshold, settings.num_perm))


def _sharing_sentences(wordings: Wordings) -> Pairs:
    """An excerpt's Jaccard is low, whatever the bands; but it prints whole sentences of the other."""
    return bucket_pairs(wordings.sentences.values, wordings.sentences.owners)


def shared_counts(sets: Rows, pairs: Pairs, *, progress: bool | None = None) -> Integers:
    """How many values the two sets of each pair share: exact, a few thousand pairs at a time."""
    from scipy.sparse import csr_array

    ones = np.ones(len(sets.values), np.int32)
    members = csr_array((ones, sets.values.astype(np.int64), sets.offsets), shape=(len(sets), 1 << 32))

    def count(rows: Pairs) -> Integers:
        return np.asarray(members[rows[:, 0]].multiply(members[rows[:, 1]]).sum(axis=1), np.int64)

    chunks = [pairs[start : start + _PAIRS_AT_ONCE] for start in range(0, len(pairs), _PAIRS_AT_ONCE)]
    return np.concatenate((np.zeros(0, np.int64), *map(count, shown(chunks, "verifying", progress))))


def _pairs(*columns: NDArray[Any]) -> NDArray[np.void]:
    pairs = np.empty(len(columns[0]), PAIR)
    for name, column in zip(PAIR.names or (), columns, strict=True):
        pairs[name] = column
    return pairs
