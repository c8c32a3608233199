"""What articles are made of, word for word: each text sketched in one compiled pass, each wording numbered."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.grouping.folding import fold_table
from newsdedup.grouping.sketch import permutations
from newsdedup.grouping.store import Integers, Packed, packed
from newsdedup.grouping.work import thread_count
from newsdedup.settings import CopySettings
from newsdedup.text import normalise

CHUNK_BYTES: Final = 4_000_000
SENTENCES: Final = 32  # lowest sentence hashes kept of a text


@frozen(eq=False)
class Sketches:
    """What is kept of each text.

    Attributes
    ----------
    signatures : ndarray of uint32, shape (n, num_perm)
        MinHash signatures of the word shingles; all `EMPTY` for a text without tokens.
    sentences : ndarray of uint32, shape (n, SENTENCES)
        The lowest hashes of its sentences, ascending, then `EMPTY`.
    digests : ndarray of uint64, shape (n, 2)
        Of the token sequence: equal for equal sequences and, in practice, only for these.
    n_tokens : ndarray of int64, shape (n,)
    """

    signatures: NDArray[np.uint32]
    sentences: NDArray[np.uint32]
    digests: NDArray[np.uint64]
    n_tokens: Integers

    def __len__(self) -> int:
        return len(self.n_tokens)


def sketch_texts(texts: Iterable[str], settings: CopySettings, *, threads: int | None = None) -> Sketches:
    """Sketch texts, a chunk at a time, side by side on several threads.

    Parameters
    ----------
    texts : iterable of str
    settings : CopySettings
    threads : int, optional
        By default one for each core; the result does not depend on it.

    Returns
    -------
    Sketches
        Signatures are bit for bit those of ``datasketch.MinHash`` with scheme ``affine32`` over the
        hashes that `shingle_hashes` gives.
    """
    return sketch_chunks(chunks(texts), settings, threads=threads)


def chunks(texts: Iterable[str]) -> Iterator[Packed]:
    """Texts packed into chunks of about `CHUNK_BYTES`."""
    waiting: list[str] = []
    size = 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size >= CHUNK_BYTES:
            yield packed(waiting)
            waiting, size = [], 0
    if waiting:
        yield packed(waiting)


def sketch_chunks(chunks: Iterable[Packed], settings: CopySettings, *, threads: int | None = None) -> Sketches:
    """Sketch packed texts; only as many chunks wait as there are threads."""
    workers = thread_count(threads)
    done: list[Sketches] = []
    waiting: deque[Future[Sketches]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for chunk in chunks:
            waiting.append(pool.submit(_sketch, chunk, settings))
            if len(waiting) > workers:
                done.append(waiting.popleft().result())
        done += [one.result() for one in waiting]
    return _stacked(done, settings)


def _stacked(parts: list[Sketches], settings: CopySettings) -> Sketches:
    """All parts as one; each is let go once it is copied."""
    whole = _blank(sum(map(len, parts)), settings)
    start = 0
    for number, part in enumerate(parts):
        rows = slice(start, start + len(part))
        whole.signatures[rows], whole.sentences[rows] = part.signatures, part.sentences
        whole.digests[rows], whole.n_tokens[rows] = part.digests, part.n_tokens
        start += len(part)
        parts[number] = _blank(0, settings)
    return whole


def _blank(n: int, settings: CopySettings) -> Sketches:
    return Sketches(
        signatures=np.empty((n, settings.num_perm), np.uint32),
        sentences=np.empty((n, SENTENCES), np.uint32),
        digests=np.empty((n, 2), np.uint64),
        n_tokens=np.empty(n, np.int64),
    )


def _sketch(chunk: Packed, settings: CopySettings) -> Sketches:
    """The sketches of a chunk; texts that a table cannot fold go through Unicode normalisation first."""
    result = _blank(len(chunk), settings)
    _run(chunk, result, settings, composed=False)
    odd = np.flatnonzero(result.n_tokens < 0)
    if len(odd):
        again = _blank(len(odd), settings)
        _run(_normalised(chunk, odd), again, settings, composed=True)
        result.signatures[odd], result.sentences[odd] = again.signatures, again.sentences
        result.digests[odd], result.n_tokens[odd] = again.digests, again.n_tokens
    return result


def _run(chunk: Packed, into: Sketches, settings: CopySettings, *, composed: bool) -> None:
    from newsdedup.grouping import _kernels

    multipliers, increments = permutations(settings.num_perm, settings.seed)
    _kernels.sketch(
        chunk.data,
        chunk.offsets,
        fold_table(composed=composed),
        settings.shingle_size,
        multipliers,
        increments,
        into.signatures,
        into.sentences,
        into.digests,
        into.n_tokens,
    )


def _normalised(chunk: Packed, numbers: Integers) -> Packed:
    return packed([normalise(chunk.text(number)).plain for number in numbers.tolist()])


@frozen(eq=False)
class ShingleSets:
    """The real shingle sets of some texts, to compare them exactly.

    Attributes
    ----------
    values : ndarray of uint32
        Hashes; set ``i`` is ``values[starts[i]:starts[i] + counts[i]]``, sorted.
    starts, counts : ndarray of int64, shape (n,)
    """

    values: NDArray[np.uint32]
    starts: Integers
    counts: Integers

    def __getitem__(self, number: int) -> NDArray[np.uint32]:
        start = self.starts[number]
        return self.values[start : start + self.counts[number]]


def shingle_sets(texts: Packed, size: int) -> ShingleSets:
    """The distinct shingle hashes of each text."""
    sets = _sets(texts, size, composed=False)
    odd = np.flatnonzero(sets.counts < 0)
    if not len(odd):
        return sets
    again = _sets(_normalised(texts, odd), size, composed=True)
    sets.counts[odd], sets.starts[odd] = again.counts, again.starts + len(sets.values)
    return ShingleSets(np.concatenate((sets.values, again.values)), sets.starts, sets.counts)


def _sets(texts: Packed, size: int, *, composed: bool) -> ShingleSets:
    from newsdedup.grouping import _kernels

    values = np.empty(len(texts.data), np.uint32)
    counts = np.empty(len(texts), np.int64)
    _kernels.shingle_sets(texts.data, texts.offsets, fold_table(composed=composed), size, values, counts)
    return ShingleSets(values, texts.offsets[:-1].copy(), counts)


def shingle_hashes(text: str, size: int = 5) -> NDArray[np.uint32]:
    """The distinct shingle hashes of one text, sorted: what its signature is made of.

    Examples
    --------
    >>> len(shingle_hashes("Sáng 14/6, hội nghị khai mạc tại Hà Nội"))
    6
    """
    return shingle_sets(packed([text]), size)[0]


@frozen(eq=False)
class Wordings:
    """The distinct wordings among texts, numbered in an order of the texts.

    Attributes
    ----------
    of : ndarray of int64, shape (n,)
        The wording of each text in that order; texts of equal token sequences have the same.
    first : ndarray of int64
        The first text of each wording, in that order.
    """

    of: Integers
    first: Integers


def wordings(sketches: Sketches, order: Integers) -> Wordings:
    """Number the wordings of texts taken in an order."""
    keys = sketches.digests[order].view([("one", np.uint64), ("two", np.uint64)]).ravel()
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    rank = np.argsort(first, kind="stable")
    place = np.empty(len(rank), np.int64)
    place[rank] = np.arange(len(rank))
    return Wordings(of=place[inverse], first=first[rank])
