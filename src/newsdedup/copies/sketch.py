"""Texts to sketches, in one compiled pass: MinHash signatures, phrase hashes, digests and shingle sets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
from attrs import evolve, fields, frozen
from numpy.typing import NDArray

from newsdedup.articles.batches import cut
from newsdedup.copies.page_words import NO_PAGE_WORDS, PageWords, page_words
from newsdedup.copies.shingle_store import ShingleStore
from newsdedup.kernels.hashing import permutations
from newsdedup.kernels.ragged import Integers, PackedTexts, pack_texts
from newsdedup.support.settings import CopySettings
from newsdedup.support.threads import in_threads
from newsdedup.text.code_points import fold_table
from newsdedup.text.furniture import without_menus
from newsdedup.text.normal_form import spelling
from newsdedup.text.spelling import spelt_texts

PHRASES: Final = 32  # lowest phrase hashes kept per text
_TEXTS_PER_STACK: Final = 1 << 16  # sketches are joined in pieces this large, whose memory is returned to the system


@frozen(eq=False)
class Sketches:
    """The sketches of texts."""

    signatures: NDArray[np.uint32]  # shape (n, num_perm); all `EMPTY` for a text without tokens
    phrases: NDArray[np.uint32]  # shape (n, PHRASES): the lowest hashes of its phrases, ascending, then `EMPTY`
    digests: NDArray[np.uint64]  # shape (n, 2): equal for equal token sequences and, in practice, only for these
    n_tokens: Integers
    n_shingles: Integers  # distinct ones
    starts: Integers  # the place of the shingle set in the store

    def __len__(self) -> int:
        return len(self.n_tokens)

    def set_rows(self, rows: slice | Integers, other: Sketches) -> None:
        """Copy all rows of another to some rows."""
        for one in fields(Sketches):
            getattr(self, one.name)[rows] = getattr(other, one.name)


def _blank(n: int, settings: CopySettings) -> Sketches:
    return Sketches(
        signatures=np.empty((n, settings.num_perm), np.uint32),
        phrases=np.empty((n, PHRASES), np.uint32),
        digests=np.empty((n, 2), np.uint64),
        n_tokens=np.empty(n, np.int64),
        n_shingles=np.empty(n, np.int64),
        starts=np.empty(n, np.int64),
    )


def sketch_texts(
    texts: Iterable[str],
    settings: CopySettings,
    *,
    store: ShingleStore | None = None,
    threads: int | None = None,
    without_pages: bool = False,
) -> Sketches:
    """Sketch texts; otherwise as `sketch_chunks`."""
    chunks = map(pack_texts, cut(texts, len))
    return sketch_chunks(chunks, settings, store=store, threads=threads, without_pages=without_pages)


def sketch_chunks(
    chunks: Iterable[PackedTexts],
    settings: CopySettings,
    *,
    store: ShingleStore | None = None,
    threads: int | None = None,
    without_pages: bool = False,
) -> Sketches:
    """Sketch packed texts, in chunks on several threads; no more chunks wait than there are threads.

    With `without_pages` the menus and footers of texts that are whole pages are left out.

    A `store` keeps the shingle sets, for a caller that reads them again. The signatures equal those of
    ``datasketch.MinHash`` with scheme ``affine32`` over the hashes of `shingle_hashes`, bit for bit.
    """

    def sketch(chunk: PackedTexts) -> Sketches:
        sketches, shingles = _sketch_chunk(chunk, settings, page_words() if without_pages else NO_PAGE_WORDS)
        return evolve(sketches, starts=sketches.starts + store.put(shingles)) if store else sketches

    done, fresh = [], []
    for part in in_threads(sketch, chunks, threads):
        fresh.append(part)
        if sum(map(len, fresh)) >= _TEXTS_PER_STACK:
            done.append(_joined_sketches(fresh, settings))
            fresh = []
    done += fresh
    return _joined_sketches(done, settings)


def _joined_sketches(parts: list[Sketches], settings: CopySettings) -> Sketches:
    """Join sketches; the memory of each part is freed once it is copied."""
    whole = _blank(sum(map(len, parts)), settings)
    start = 0
    for number, part in enumerate(parts):
        whole.set_rows(slice(start, start + len(part)), part)
        start += len(part)
        parts[number] = _blank(0, settings)
    return whole


_Sketched = tuple[Sketches, NDArray[np.uint32]]  # with the shingle sets, one after the other


def _sketch_chunk(chunk: PackedTexts, settings: CopySettings, words: PageWords = NO_PAGE_WORDS) -> _Sketched:
    """The sketches and the shingle sets of a chunk.

    Texts that must be composed are read again in their normal form, by code that is compiled only for them, and those
    that the compiled pass flags lose their menus and footers.
    """
    sketched, flagged = _sketch_with_table(chunk, settings, words)
    odd = np.flatnonzero(sketched[0].n_tokens < 0)
    if len(odd):
        again, flagged[odd] = _sketch_with_table(spelt_texts(chunk, odd), settings, words, composed=True)
        sketched = _with_rows(sketched, odd, again)
    pages = np.flatnonzero(flagged)
    if len(pages):
        bodies = {number: without_menus(spelling(chunk.text(number))) for number in pages.tolist()}
        shorter = chunk.changed(flagged != 0, bodies)
        sketched = _with_rows(sketched, pages, _sketch_with_table(shorter, settings, NO_PAGE_WORDS, composed=True)[0])
    return sketched


def _with_rows(sketched: _Sketched, rows: Integers, again: _Sketched) -> _Sketched:
    """The sketches with other ones for some rows; the sets of both are kept."""
    sketches, shingles = sketched
    sketches.set_rows(rows, evolve(again[0], starts=again[0].starts + len(shingles)))
    return sketches, np.concatenate((shingles, again[1]))


def _sketch_with_table(
    chunk: PackedTexts, settings: CopySettings, words: PageWords, *, composed: bool = False
) -> tuple[_Sketched, NDArray[np.uint8]]:
    """The compiled pass over a chunk; a token count of -1 marks a text that must be composed, a flag one to cut."""
    from newsdedup.kernels import minhash

    result = _blank(len(chunk), settings)
    flagged = np.empty(len(chunk), np.uint8)
    shingles = np.empty(int(chunk.offsets[-1] - chunk.offsets[0]) + len(chunk), np.uint32)
    total = minhash.sketch_chunk(
        chunk.data,
        chunk.offsets,
        fold_table(composed=composed),
        settings.shingle_size,
        *permutations(settings.num_perm, settings.seed),
        words.filter_bits,
        words.hashes,
        words.kinds,
        result.signatures,
        result.phrases,
        result.digests,
        result.n_tokens,
        result.n_shingles,
        flagged,
        shingles,
    )
    np.cumsum(result.n_shingles, out=result.starts)
    np.subtract(result.starts, result.n_shingles, out=result.starts)
    return (result, shingles[:total]), flagged


def shingle_hashes(text: str, size: int = 5) -> NDArray[np.uint32]:
    """The distinct shingle hashes of one text, sorted: the set that its signature represents.

    Examples
    --------
    >>> len(shingle_hashes("Sáng 14/6, hội nghị khai mạc tại Hà Nội"))
    6
    """
    return np.sort(_sketch_chunk(pack_texts([text]), CopySettings(shingle_size=size))[1])


@frozen(eq=False)
class Wordings:
    """The distinct token sequences of texts, numbered in a given order of the texts."""

    of: Integers  # the wording of each text, in that order; equal token sequences have equal numbers
    first: Integers  # the first text of each wording, in that order


def wordings(sketches: Sketches, order: Integers) -> Wordings:
    """Number the wordings of texts by their first text in an order."""
    one, two = sketches.digests[order].T
    together = np.lexsort((two, one))  # stable: the first text of a wording comes first
    one, two = one[together], two[together]
    starts = np.append(np.ones(min(1, len(one)), bool), (one[1:] != one[:-1]) | (two[1:] != two[:-1]))
    first = together[starts]
    place = np.empty(len(first), np.int64)
    place[np.argsort(first)] = np.arange(len(first))
    of = np.empty(len(one), np.int64)
    of[together] = place[np.cumsum(starts) - 1]
    return Wordings(of=of, first=np.sort(first))
