"""Samples of the reports of a corpus to what all parts of it are measured with: furniture, how common terms are."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.batch.columns import BatchFunction, ColumnTypes, batch_of, joined_batches
from newsdedup.batch.texts import hashed_of
from newsdedup.events.calibration import COUNTED_SAMPLE
from newsdedup.events.evidence.gather import CorpusCounts, term_counts
from newsdedup.events.evidence.repeated import LEAST_PAGES, furniture_of, pages_sampled
from newsdedup.events.evidence.terms import Counts
from newsdedup.events.reading.furniture import Furniture
from newsdedup.events.reading.hashed import NO_OUTLET
from newsdedup.events.reading.views import views_of

CALIBRATION: Final[ColumnTypes] = {
    "name": "string",  # a kind of terms, or `FURNITURE_KEYS`
    "note": "string",  # JSON: what the table of counts is indexed by
    "blob": "binary",  # compressed
}
FURNITURE_KEYS: Final = "furniture"
LEAST_OUTLET_PAGES: Final = LEAST_PAGES
UNKNOWN_OUTLET: Final = NO_OUTLET
_FAST: Final = 1  # level of compression


def pages_of_each_outlet(outlets: int) -> int:
    """How many pages are sampled of each outlet, where so many outlets have `LEAST_OUTLET_PAGES` and more."""
    return pages_sampled(outlets)


def calibration_batches(articles: int) -> BatchFunction:
    """A function from all rows of two samples of a corpus of so many reports to one batch of `CALIBRATION`.

    The rows have the columns `newsdedup.batch.texts.HASHED`, and two that say why they are there: ``is_page`` (of an
    outlet's sample) and ``is_counted``.
    """

    def calibrated(batches: Iterable[Any]) -> Iterator[Any]:
        some = [batch for batch in batches if batch.num_rows]
        if not some:
            return
        sample = joined_batches(some)
        pages, counted = (sample.filter(sample.column(name)) for name in ("is_page", "is_counted"))
        del sample, some
        furniture = furniture_of(hashed_of(pages), threads=1)
        views = views_of(hashed_of(counted), furniture=furniture, threads=1)
        names, notes, blobs = [FURNITURE_KEYS], ["{}"], [_compressed(furniture.keys)]
        for name, counts in term_counts(views, 1).items():
            names.append(name)
            notes.append(json.dumps({"sizes": counts.sizes.tolist(), "shift": counts.shift, "of": counts.articles}))
            blobs.append(_compressed(counts.held))
        yield batch_of(CALIBRATION, len(names), {"name": names, "note": notes, "blob": blobs})

    return calibrated


def _compressed(table: NDArray[Any]) -> bytes:
    return zlib.compress(table.tobytes(), _FAST)


def calibration_in(batch: Any, articles: int) -> tuple[Furniture, CorpusCounts]:
    """The furniture, and how common terms are, of a batch of `CALIBRATION` of a corpus of so many reports."""
    rows = {row["name"]: row for row in batch.select(list(CALIBRATION)).to_pylist()}
    furniture = Furniture.of(np.frombuffer(zlib.decompress(rows.pop(FURNITURE_KEYS)["blob"]), np.uint64))
    counts = {name: _counts_in(row["note"], row["blob"]) for name, row in rows.items()}
    return furniture, CorpusCounts(counts, articles, is_sample=articles > COUNTED_SAMPLE)


def _counts_in(note: str, blob: bytes) -> Counts:
    known, held = json.loads(note), np.frombuffer(bytearray(zlib.decompress(blob)), np.uint32)
    return Counts(np.array(known["sizes"], np.int64), held.reshape(-1, 1), known["shift"], known["of"])
