"""The orders of articles, by age and by their words; and the earliest of each wording: others print the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.batch.columns import ColumnTypes, batch_of, joined_batches, numbers, run_starts, unsigned
from newsdedup.copies.pairs import ordered, runs
from newsdedup.kernels.ragged import Integers

NARROW: Final[ColumnTypes] = {  # what orders and names an article
    "rid": "bigint",
    "id": "string",
    "seconds": "double",
    "n_characters": "int",
    "text_digest": "bigint",
    "reason": "string",
    "d1": "bigint",
    "d2": "bigint",
    "n_tokens": "int",
    "n_shingles": "int",
}
ROLL: Final[ColumnTypes] = {
    **{name: kind for name, kind in NARROW.items() if name != "text_digest"},
    "first": "bigint",  # the row number of the earliest article of the wording, and its id
    "first_id": "string",
    "place": "int",  # 0 for that article, 1 for the next, 2 for all others
}


def age_order(batch: Any) -> Integers:
    """The rows of a batch by age: the earliest first, then the longest, then by digest and by id."""
    age = numbers(batch, "seconds", np.float64), -numbers(batch, "n_characters")
    return ordered((*age, *_digests(batch)), batch.column("id").to_pylist())


def wording_order(batch: Any) -> Integers:
    """The rows of a batch in the order of their wordings: by digest, then by id."""
    return ordered(_digests(batch), batch.column("id").to_pylist())


def _digests(batch: Any) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    return unsigned(batch, "d1"), unsigned(batch, "d2")


def earliest_of_wordings(batches: Iterable[Any]) -> Iterator[Any]:
    """Find the earliest article of each wording: to batches of `ROLL`.

    The batches have the columns `NARROW`, sorted by d1 and d2, then by age. A rejected article, whose d1 and d2 no
    other row has, and an article without words are each by themselves.
    """
    held: Any = None  # the first row of the wording that may go on, and how many of it were before
    n_held = 0
    for batch in batches:
        if not batch.num_rows:
            continue
        rows = batch if held is None else joined_batches([held, batch])
        start, place = _starts_and_places(rows, n_held)
        given = 0 if held is None else 1
        yield _rolled(rows.slice(given), rows.column("rid").take(start), rows.column("id").take(start), place, given)
        last = int(start[-1].as_py())
        held, n_held = rows.slice(last, 1), int(place[-1]) + 1


def _starts_and_places(rows: Any, n_held: int) -> tuple[Any, Any]:
    """For each row the row of the first of its wording, and how many of the wording are before it."""
    import pyarrow as pa

    wording = np.zeros(rows.num_rows, bool)
    wording[run_starts([numbers(rows, "d1"), numbers(rows, "d2")])] = True
    wording |= numbers(rows, "n_tokens") == 0
    first, _ = runs(np.cumsum(wording))
    place = np.arange(rows.num_rows) - first
    if n_held:
        place[(first == 0) & (place > 0)] += n_held - 1
    return pa.array(first), place


def _rolled(batch: Any, first: Any, first_id: Any, place: Any, given: int) -> Any:
    kept = {name: batch.column(name) for name in ROLL if name in batch.schema.names}
    found = {"first": first.slice(given), "first_id": first_id.slice(given), "place": np.minimum(place[given:], 2)}
    return batch_of(ROLL, batch.num_rows, kept | found)
