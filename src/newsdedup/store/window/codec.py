"""What is read of the text of an article, as bytes and back: the sketch for copies, and the hashes for events."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Article, first_moment
from newsdedup.copies.sketch import PHRASES, Sketches, sketch_texts
from newsdedup.events.reading.hashed import LISTED_KINDS, PLACED_KINDS, TOLD_KINDS, HashedTexts, HashedTextsBuilder
from newsdedup.events.reading.reports import all_days, all_hours
from newsdedup.events.reading.views import read_hashed
from newsdedup.kernels.ragged import Floats, Integers, Ragged
from newsdedup.support.settings import CopySettings

SKETCH_VERSION: Final = 1  # one more whenever what is read of a text changes: stored sketches are then read again
_SIGNATURE: Final = CopySettings().num_perm
_COPY: Final = np.dtype(
    [
        *(("n_tokens", "u4"), ("n_shingles", "u4"), ("n_characters", "u4"), ("published", "u4")),
        *(("seconds", "f8"), ("hours", "f8", 2), ("digest", "u8", 2)),
        *(("signature", "u4", _SIGNATURE), ("phrases", "u4", PHRASES)),
    ]
)
_FEW_ARTICLES: Final = 200  # articles that are read sooner than threads start
_WORD_KINDS: Final = ("words", *LISTED_KINDS, *TOLD_KINDS)  # uint32, in this order
_HEAD_VALUES: Final = len(_WORD_KINDS) + 1 + 5 + 2  # the number of each kind and of edges; the parts, the outlet


@frozen(eq=False)
class ReadBatch:
    """What is read of the texts of some articles, one row per article."""

    facts: NDArray[np.void]  # of `_COPY`: what orders articles, and the sketch for copies
    hashed: HashedTexts

    def __len__(self) -> int:
        return len(self.facts)

    @property
    def hours(self) -> Floats:
        """As of `newsdedup.events.reading.reports.hours_of`, shape (n, 2)."""
        return np.asarray(self.facts["hours"])

    @property
    def published(self) -> Integers:
        """As of `newsdedup.events.reading.days.day_of`."""
        return self.facts["published"].astype(np.int64)

    def take(self, rows: Integers) -> ReadBatch:
        """Some of them, in the order given."""
        return ReadBatch(self.facts[rows], self.hashed.take(rows))

    def followed_by(self, others: ReadBatch) -> ReadBatch:
        """These, followed by others."""
        builder = HashedTextsBuilder()
        for one in (self, others):
            builder.append(one.hashed)
        return ReadBatch(np.concatenate((self.facts, others.facts)), builder.build())


def read_batch(articles: Sequence[Article], seed: int, threads: int | None = None) -> ReadBatch:
    """Read the texts of articles: the same for each article, whatever else is in the batch."""
    threads = 1 if len(articles) < _FEW_ARTICLES else threads
    settings = CopySettings(seed=seed)
    sketches = sketch_texts((one.text for one in articles), settings, threads=threads, without_pages=True)
    facts = np.empty(len(articles), _COPY)
    facts["n_tokens"], facts["n_shingles"] = sketches.n_tokens, sketches.n_shingles
    facts["n_characters"] = [len(one.text) for one in articles]
    facts["seconds"] = [first_moment(one.published_at).timestamp() for one in articles]
    facts["hours"], facts["published"] = all_hours(articles), all_days(articles)
    facts["digest"], facts["signature"], facts["phrases"] = sketches.digests, sketches.signatures, sketches.phrases
    return ReadBatch(facts, read_hashed(articles, threads=threads))


def sketches_of(facts: NDArray[np.void]) -> Sketches:
    """The sketches for copies; ``starts`` are the rows."""
    return Sketches(
        signatures=np.ascontiguousarray(facts["signature"]),
        phrases=np.ascontiguousarray(facts["phrases"]),
        digests=np.ascontiguousarray(facts["digest"]),
        n_tokens=facts["n_tokens"].astype(np.int64),
        n_shingles=facts["n_shingles"].astype(np.int64),
        starts=np.arange(len(facts)),
    )


def packed_facts(batch: ReadBatch) -> list[bytes]:
    """The facts of each article, as bytes."""
    return [one.tobytes() for one in batch.facts]


def facts_from(stored: Sequence[bytes | bytearray]) -> NDArray[np.void]:
    """The facts of articles that `packed_facts` packed."""
    return np.frombuffer(b"".join(stored), _COPY)


def packed_texts(batch: ReadBatch) -> list[bytes]:
    """The hashes of each text, as bytes."""
    texts = batch.hashed
    kinds = [texts.words, *texts.listed.values(), *texts.told.values()]
    outlets = texts.outlets.view(np.uint32).reshape(-1, 2)
    head = np.column_stack(
        [*(rows.lengths for rows in kinds), texts.places["edges"].lengths, texts.parts, outlets]
    ).astype("<u4")
    places = [texts.places[name] for name in PLACED_KINDS]
    return [
        zlib.compress(
            b"".join(
                (
                    head[row].tobytes(),
                    *(one[row].astype("<u4", copy=False).tobytes() for one in kinds),
                    *(_padded(np.concatenate([one[row] for one in places]).astype("<u2", copy=False))),
                )
            )
        )
        for row in range(len(texts))
    ]


def _padded(values: NDArray[np.uint16]) -> tuple[bytes, bytes]:
    """Values of two bytes, and what fills them up to a multiple of four."""
    return values.tobytes(), b"\0\0" * (len(values) % 2)


def texts_from(stored: Sequence[bytes]) -> HashedTexts:
    """The hashes of texts that `packed_texts` packed."""
    unpacked = [zlib.decompress(one) for one in stored]  # words repeat: a third less
    flat = np.frombuffer(b"".join(unpacked), "<u4")
    start = np.cumsum([0, *map(len, unpacked)])[:-1] // 4
    head = flat[start[:, np.newaxis] + np.arange(_HEAD_VALUES)].astype(np.int64)
    n_kinds = len(_WORD_KINDS)
    ends = start[:, np.newaxis] + _HEAD_VALUES + np.cumsum(head[:, :n_kinds], axis=1)
    whole = Ragged(flat, np.zeros(1, np.int64))
    kinds = {
        name: whole.slices(ends[:, number] - head[:, number], ends[:, number])
        for number, name in enumerate(_WORD_KINDS)
    }
    of_place = np.column_stack([head[:, 1 : 1 + len(LISTED_KINDS)], head[:, n_kinds]])
    last = 2 * ends[:, -1:] + np.cumsum(of_place, axis=1)
    halves = Ragged(flat.view("<u2"), np.zeros(1, np.int64))
    places = {
        name: halves.slices(last[:, number] - of_place[:, number], last[:, number])
        for number, name in enumerate(PLACED_KINDS)
    }
    outlets = np.ascontiguousarray(head[:, -2:].astype(np.uint32)).view(np.uint64).ravel()
    return HashedTexts(
        kinds["words"],
        {name: kinds[name] for name in LISTED_KINDS},
        places,
        {name: kinds[name] for name in TOLD_KINDS},
        head[:, n_kinds + 1 : n_kinds + 6],
        outlets,
    )
