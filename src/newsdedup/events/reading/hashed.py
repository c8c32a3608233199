"""Texts as hashes: the words of each, its names, numbers and sentences, where each begins, and the outlet."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from typing import Final

import numpy as np
from attrs import field, frozen, mutable
from numpy.typing import NDArray

from newsdedup.articles.article import Article
from newsdedup.kernels.ragged import Integers, Ragged, RaggedBuilder

NO_OUTLET: Final = 0
LISTED_KINDS: Final = ("names", "numbers", "sentences")  # what a text has several of, each with a place
PLACED_KINDS: Final = (*LISTED_KINDS, "edges")
TOLD_KINDS: Final = ("days", "periods")
_OUTLETS_KEPT: Final = 1 << 16  # digests of names of outlets


@frozen(eq=False)
class HashedTexts:
    """What the compiled pass (`newsdedup.kernels.views`) finds in texts, one row per text."""

    words: Ragged  # uint32 hashes in text order
    listed: Mapping[str, Ragged]  # the hashes of each kind of `LISTED_KINDS` in text order, repeats included
    # uint16: for each of them the word with which it begins; for ``edges`` the words with which a sentence, or what
    # comes after a sign such as a dash, begins.
    places: Mapping[str, Ragged]
    told: Mapping[str, Ragged]  # codes of each kind of `TOLD_KINDS` (`newsdedup.kernels.day_codes`), each once
    # Shape (n, 5): the end of the opening and the bounds of the headline, in words; how many days the opening has; the
    # end of the title, 0 where there is none.
    parts: Integers
    outlets: NDArray[np.uint64]  # shape (n,): as of `outlet_code`

    def __len__(self) -> int:
        return len(self.words)

    @classmethod
    def none(cls) -> HashedTexts:
        """No texts."""
        return HashedTextsBuilder().build()

    def take(self, rows: Integers) -> HashedTexts:
        """Some of the texts, in the order given."""
        return HashedTexts(
            self.words.take(rows),
            {name: one.take(rows) for name, one in self.listed.items()},
            {name: one.take(rows) for name, one in self.places.items()},
            {name: one.take(rows) for name, one in self.told.items()},
            self.parts[rows],
            self.outlets[rows],
        )


@mutable
class HashedTextsBuilder:
    """Collects hashed texts part by part."""

    _words: RaggedBuilder = field(factory=RaggedBuilder, init=False)
    _listed: dict[str, RaggedBuilder] = field(
        factory=lambda: {name: RaggedBuilder() for name in LISTED_KINDS}, init=False
    )
    _places: dict[str, RaggedBuilder] = field(
        factory=lambda: {name: RaggedBuilder(np.uint16) for name in PLACED_KINDS}, init=False
    )
    _told: dict[str, RaggedBuilder] = field(factory=lambda: {name: RaggedBuilder() for name in TOLD_KINDS}, init=False)
    _parts: list[Integers] = field(factory=lambda: [np.zeros((0, 5), np.int64)], init=False)
    _outlets: list[NDArray[np.uint64]] = field(factory=lambda: [np.zeros(0, np.uint64)], init=False)

    def append(self, part: HashedTexts) -> None:
        """Append texts."""
        self._words.append(part.words)
        for name, builder in self._listed.items():
            builder.append(part.listed[name])
        for name, builder in self._places.items():
            builder.append(part.places[name])
        for name, builder in self._told.items():
            builder.append(part.told[name])
        self._parts.append(part.parts)
        self._outlets.append(part.outlets)

    def build(self) -> HashedTexts:
        """All texts so far; can be taken once."""
        return HashedTexts(
            self._words.build(),
            {name: builder.build() for name, builder in self._listed.items()},
            {name: builder.build() for name, builder in self._places.items()},
            {name: builder.build() for name, builder in self._told.items()},
            np.concatenate(self._parts),
            np.concatenate(self._outlets),
        )


def outlet_code(article: Article) -> int:
    """A digest of the outlet of an article: its source, or else the host of its address; `NO_OUTLET` without both."""
    name = article.source or _host(article.url or "")
    return _code_of(name) if name else NO_OUTLET


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


@functools.lru_cache(_OUTLETS_KEPT)
def _code_of(name: str) -> int:
    plain = name.strip().casefold().encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(plain, digest_size=8).digest(), "little") or 1
