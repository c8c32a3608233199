"""Checked articles to all that is kept of them: sketches, hashed texts and fields, in one pass over the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsdedup.batch.columns import BatchFunction, ColumnTypes, batch_of, in_pieces
from newsdedup.batch.sketches import CHECKED, SKETCHED, sketched_batch
from newsdedup.batch.texts import DETAILED, FIELDS, HASHED, articles_in, hashed_columns
from newsdedup.support.settings import CopySettings

LEAN_COLUMNS: Final = ("text", *CHECKED)  # of a checked article, for copies
WHOLE_COLUMNS: Final = (*FIELDS, *CHECKED)


def kept_columns(*, hashed: bool, with_fields: bool) -> ColumnTypes:
    """The columns that are kept of an article: its sketch, its hashed text if wanted, and its text and fields."""
    return {**SKETCHED, **({**HASHED, **DETAILED} if hashed else {}), **(FIELDS if with_fields else {})}


def reading_batches(settings: CopySettings, *, hashed: bool, with_fields: bool) -> BatchFunction:
    """A function from batches of checked articles to batches of `kept_columns`."""
    types = kept_columns(hashed=hashed, with_fields=with_fields)

    def read(batches: Iterable[Any]) -> Iterator[Any]:
        for piece in in_pieces(batches, "text"):
            sketched = sketched_batch(piece, settings)
            columns = {name: sketched.column(name) for name in SKETCHED}
            if hashed:
                columns |= hashed_columns(articles_in(piece))
            if with_fields:
                columns |= {name: piece.column(name) for name in FIELDS}
            yield batch_of(types, piece.num_rows, columns)

    return read
