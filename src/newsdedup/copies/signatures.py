"""Signatures of articles by id: to store, to compare, and to use in the indexes of datasketch."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from datetime import tzinfo
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.articles.packed import text_source
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.copies.sketch import sketch_chunks
from newsdedup.support.arguments import list_of, whole_option
from newsdedup.support.display import Displayed, count_in_words
from newsdedup.support.errors import SettingError, in_message
from newsdedup.support.settings import COPIES, CopySettings, checked

SCHEME: Final = "affine32"  # datasketch's name of these permutations


@frozen(eq=False, repr=False)
class Signatures(Displayed):
    """MinHash signatures, one per article.

    Attributes
    ----------
    ids : tuple of str
    values : ndarray of uint32, shape (n, num_perm)
    seed : int
        The seed of the permutations, of datasketch's scheme ``affine32``.
    """

    _ids: Sequence[str]
    values: NDArray[np.uint32]
    seed: int

    @functools.cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of each article."""
        return tuple(self._ids)

    def __len__(self) -> int:
        return len(self.values)

    def __repr__(self) -> str:
        counts = f"{count_in_words(len(self), 'article')}, {self.values.shape[1]} values each"
        return f"<Signatures: {counts}, seed {self.seed}>"

    def to_datasketch(self) -> dict[str, Any]:
        """The signatures as ``datasketch.LeanMinHash``, by id, for its indexes in memory or in a database.

        This is the only place that imports datasketch, which takes half a second. The engine makes the same
        permutations itself, and finds candidates by sorting: every pair is needed once, where datasketch's
        ``MinHashLSH`` answers single queries.

        Examples
        --------
        >>> hashes = sketch_articles([{"id": "a", "text": "Sáng 14/6, hội nghị khai mạc"}]).to_datasketch()
        >>> hashes["a"].jaccard(hashes["a"])
        1.0
        """
        from datasketch import LeanMinHash

        return {
            name: LeanMinHash(seed=self.seed, hashvalues=row, scheme=SCHEME)
            for name, row in zip(self.ids, self.values, strict=True)
        }

    @classmethod
    def from_datasketch(cls, hashes: Iterable[tuple[str, Any]], *, num_perm: int, seed: int) -> Signatures:
        """Take over signatures, given as pairs of an id and a ``MinHash`` or ``LeanMinHash``.

        Raises
        ------
        SettingError
            If one has another scheme, seed or number of permutations, so that they cannot be compared.
        """
        hashes = list_of(tuple, "hashes", hashes, "pairs of an id and a MinHash")
        seed, num_perm = whole_option("seed", seed), whole_option("num_perm", num_perm, 1)
        wanted = {"scheme": SCHEME, "seed": seed, "num_perm": num_perm}
        ids, rows = [], []
        for one in hashes:
            if len(one) != 2 or not hasattr(one[1], "hashvalues"):
                raise SettingError(f"hashes holds {in_message(one)}: give pairs of an id and a MinHash")
            name, minhash = one
            found = {"scheme": minhash.scheme, "seed": minhash.seed, "num_perm": len(minhash.hashvalues)}
            if found != wanted:
                raise SettingError(f"{name!r} was sketched with {found}, not with {wanted}: sketch it again")
            ids.append(name)
            rows.append(np.asarray(minhash.hashvalues, np.uint32))
        return cls(tuple(ids), np.array(rows, np.uint32).reshape(-1, num_perm), seed)


def sketch_articles(
    articles_or_path: Any,
    *,
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
) -> Signatures:
    """Sketch articles: the MinHash signature of the word shingles of each text.

    Parameters
    ----------
    articles_or_path : Articles, path, frame or iterable
        Anything that `read_articles` takes.
    shingle_size : int
        Tokens per shingle.
    num_perm, seed : int
        Permutations of a signature, and their seed.
    columns, language, timezone, day_first, encoding, strict, max_characters
        As for `read_articles`.
    threads : int, optional
        By default one per core, at most four; the result does not depend on it.
    progress : bool, optional
        Show progress on standard error; by default only on a terminal.

    Returns
    -------
    Signatures
        One per article that could be read, in input order.

    Raises
    ------
    InputError
        If the articles cannot be read.
    SettingError
        If an option has a value that is not allowed.
    """
    settings = checked(CopySettings, shingle_size=shingle_size, num_perm=num_perm, seed=seed)
    reading = ReadOptions(
        columns=columns,
        language=language,
        timezone=timezone,
        day_first=day_first,
        encoding=encoding,
        strict=strict,
        max_characters=max_characters,
    )
    texts = text_source(articles_or_path, reading, progress)
    sketches = sketch_chunks(texts.chunks(), settings, threads=threads)
    return Signatures(texts.ids, sketches.signatures, seed)
