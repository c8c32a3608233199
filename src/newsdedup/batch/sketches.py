"""Articles to their sketches: what finding copies needs of each, so that texts are read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.articles.batches import packed_column
from newsdedup.batch.columns import (
    BatchFunction,
    ColumnTypes,
    batch_of,
    in_pieces,
    matrix_column,
    ragged_column,
    ragged_of,
)
from newsdedup.copies.shingle_store import ShingleStore
from newsdedup.copies.sketch import PHRASES, Sketches, sketch_chunks
from newsdedup.kernels.hashing import EMPTY
from newsdedup.kernels.ragged import Ragged
from newsdedup.support.settings import CopySettings

CHECKED: Final[ColumnTypes] = {  # columns of a checked article that finding copies keeps
    "id": "string",
    "seconds": "double",
    "n_characters": "int",
    "text_digest": "bigint",
    "reason": "string",
}
SKETCHED: Final[ColumnTypes] = {
    **CHECKED,
    "d1": "bigint",  # the two halves of the digest of the token sequence
    "d2": "bigint",
    "n_tokens": "int",
    "n_shingles": "int",
    "hint": "binary",  # the lowest byte of each value of the signature
    "signature": "binary",
    "phrases": "binary",  # those there are, ascending
    "shingles": "binary",
}


def sketch_batches(settings: CopySettings) -> BatchFunction:
    """A function from batches of checked articles with their texts to batches of `SKETCHED`."""

    def sketched(batches: Iterable[Any]) -> Iterator[Any]:
        for piece in in_pieces(batches, "text"):
            yield sketched_batch(piece, settings)

    return sketched


def sketched_batch(batch: Any, settings: CopySettings) -> Any:
    """The sketches of one batch, small enough to be sketched at once."""
    with ShingleStore() as store:
        chunk = packed_column(batch.column("text"))
        sketches = sketch_chunks([chunk], settings, store=store, threads=1, without_pages=True)
        values, starts = store.read(sketches.starts, sketches.n_shingles)
        shingles = Ragged(values, np.zeros(1, np.int64)).slices(starts, starts + sketches.n_shingles)
    kept = {name: batch.column(name) for name in CHECKED}
    return batch_of(SKETCHED, len(sketches), {**kept, **_sketch_columns(sketches), "shingles": ragged_column(shingles)})


def _sketch_columns(sketches: Sketches) -> dict[str, Any]:
    digests = np.ascontiguousarray(sketches.digests.T).view(np.int64)
    return {
        "d1": digests[0],
        "d2": digests[1],
        "n_tokens": sketches.n_tokens,
        "n_shingles": sketches.n_shingles,
        "hint": matrix_column(sketches.signatures.astype(np.uint8)),
        "signature": matrix_column(sketches.signatures),
        "phrases": _phrase_column(sketches.phrases),
    }


def _phrase_column(phrases: NDArray[np.uint32]) -> Any:
    is_hash = phrases != EMPTY
    return ragged_column(Ragged.of_lengths(phrases[is_hash], is_hash.sum(axis=1)))


def phrases_of(batch: Any, name: str = "phrases") -> NDArray[np.uint32]:
    """The phrase hashes of a column, as `Sketches.phrases`."""
    rows = ragged_of(batch, name, np.uint32)
    found = np.full((len(rows), PHRASES), EMPTY)
    found[np.arange(PHRASES) < rows.lengths[:, None]] = rows.values
    return found
