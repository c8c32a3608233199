"""Which passages of an outlet are furniture: those that repeat on pages that have nothing else in common.

An outlet that reports an event three times repeats itself too: the background of the event, who is investigating. Such
pages are related by the rest of their words, and what only they share is kept. So are the templates of bulletins,
whose rest is about one subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.events.evidence.background import background
from newsdedup.events.evidence.terms import ranks, weighted
from newsdedup.events.reading.furniture import NO_FURNITURE, Furniture
from newsdedup.events.reading.hashed import NO_OUTLET, HashedTexts
from newsdedup.events.reading.views import views_of
from newsdedup.kernels.ragged import Integers, Ragged
from newsdedup.support.threads import in_threads

LEAST_PAGES: Final = 3  # unrelated pages that have a passage in common
_MOST_HOLDERS: Final = 16  # pages with a passage, of which it is asked whether they are related
_RELATED: Final = 0.15  # least cosine of two related pages, by all words that are not repeated
_HEAVIEST_WORDS: Final = 64  # words of a page by which it is compared
_PAGES_SAMPLED: Final = 1 << 15  # of all outlets together; a passage on few of very many pages does no harm
_SAMPLE_BOUNDS: Final = (128, 1024)  # least and most pages sampled of an outlet
_PAGES_AT_ONCE: Final = 1 << 17  # in one block of outlets, to bound the memory


def furniture_of(texts: HashedTexts, rows: Integers | None = None, *, threads: int | None = None) -> Furniture:
    """Find the passages that repeat on unrelated pages of an outlet.

    Parameters
    ----------
    texts : HashedTexts
    rows : ndarray of int64, optional
        The texts that count, one of each copy group; by default all. Their order does not matter.
    threads : int, optional
        By default one per core; the result does not depend on it.

    Returns
    -------
    Furniture
        Nothing for articles whose outlet is unknown.
    """
    pages = _sampled(texts, np.arange(len(texts)) if rows is None else rows)
    found = [_unrelated_keys(texts.take(block), threads) for block in _outlet_blocks(texts.outlets[pages], pages)]
    return Furniture.of(np.concatenate(found)) if found else NO_FURNITURE


def _sampled(texts: HashedTexts, rows: Integers) -> Integers:
    """The rows that are sampled of the outlets with enough pages, by outlet and then by a digest of their words."""
    rows = rows[texts.outlets[rows] != NO_OUTLET]
    _, number, n_pages = np.unique(texts.outlets[rows], return_inverse=True, return_counts=True)
    rows, number = (one[n_pages[number] >= LEAST_PAGES] for one in (rows, number))
    if not len(rows):
        return rows
    order = np.lexsort((page_digests(texts.words, rows), number))
    return rows[order[ranks(number[order]) < pages_sampled(int(np.count_nonzero(n_pages >= LEAST_PAGES)))]]


def page_digests(words: Ragged, rows: Integers | None = None) -> NDArray[np.uint64]:
    """A digest of the words of each page, by which the pages of an outlet are sampled: those with the lowest."""
    from newsdedup.kernels import furniture

    starts, ends = words.offsets[:-1], words.offsets[1:]
    if rows is not None:
        starts, ends = starts[rows], ends[rows]
    digests = np.empty(len(starts), np.uint64)
    furniture.row_digests(words.values, np.ascontiguousarray(starts), np.ascontiguousarray(ends), digests)
    return digests


def pages_sampled(outlets: int) -> int:
    """How many pages are sampled of each outlet, where so many outlets have `LEAST_PAGES` and more."""
    return int(np.clip(_PAGES_SAMPLED // max(1, outlets), *_SAMPLE_BOUNDS))


def _outlet_blocks(outlets: NDArray[np.uint64], pages: Integers) -> Iterator[Integers]:
    """The pages in blocks of whole outlets; `outlets` has that of each page, equal ones together."""
    start = last = 0
    for end in [*(np.flatnonzero(outlets[1:] != outlets[:-1]) + 1).tolist(), len(pages)]:
        if end - start > _PAGES_AT_ONCE and last > start:
            yield pages[start:last]
            start = last
        last = end
    if last > start:
        yield pages[start:last]


def _unrelated_keys(texts: HashedTexts, threads: int | None) -> NDArray[np.uint64]:
    """The keys of what repeats on unrelated pages, of texts whose outlets come one after the other."""
    from newsdedup.kernels import furniture

    keys, holders = _repeated(texts, threads)
    if not len(keys):
        return keys
    words = views_of(texts, furniture=Furniture.of(keys), threads=threads)["words"]
    terms = weighted(words, beside=background(1), most=_HEAVIEST_WORDS, threads=threads)
    is_wanted = np.empty(len(keys), np.bool_)
    furniture.held_by_unrelated(
        holders, terms.rows.values, terms.weights, terms.rows.offsets, LEAST_PAGES, _RELATED, is_wanted
    )
    return keys[is_wanted]


def _repeated(texts: HashedTexts, threads: int | None) -> tuple[NDArray[np.uint64], Integers]:
    """The keys of what repeats on pages of one outlet, and the first few pages that have each."""
    from newsdedup.kernels import furniture

    starts = np.append(0, np.flatnonzero(texts.outlets[1:] != texts.outlets[:-1]) + 1)
    blocks = [slice(*bounds) for bounds in zip(starts.tolist(), [*starts[1:].tolist(), len(texts)], strict=True)]

    def count(pages: slice) -> tuple[NDArray[np.uint64], Integers]:
        words, edges = texts.words.block(pages), texts.places["edges"].block(pages)
        return furniture.repeated_units(  # type: ignore[no-any-return]
            words.values,
            words.offsets,
            edges.values,
            edges.offsets,
            texts.outlets[pages.start : pages.start + 1],
            pages.start,
            LEAST_PAGES,
            _MOST_HOLDERS,
        )

    keys, holders = zip(*in_threads(count, blocks, threads), strict=True)
    return np.concatenate(keys), np.concatenate(holders)
