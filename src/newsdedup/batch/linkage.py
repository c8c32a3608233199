"""Components of scored pairs to events: average linkage of what scores at the threshold connect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np

from newsdedup.batch.columns import (
    BatchFunction,
    ColumnTypes,
    batch_of,
    filled_and_others,
    numbers,
    pair_ends,
    places_among,
    whole_runs,
)
from newsdedup.batch.wordings import age_order, wording_order
from newsdedup.copies.pairs import sums_within
from newsdedup.events.grouping.relink import least_linking, relinked
from newsdedup.kernels.ragged import Integers

LINK_ROWS: Final[ColumnTypes] = {  # of components: reports, and pairs, of which the last three columns are filled
    "component": "bigint",
    "rid": "bigint",
    "id": "string",
    "seconds": "double",
    "n_characters": "int",
    "d1": "bigint",
    "d2": "bigint",
    "left": "bigint",
    "right": "bigint",
    "score": "double",
}
LINKED: Final[ColumnTypes] = {
    "id": "string",
    "event": "string",
    "likeness": "double",  # the sum of a report's scores with the others of its event
}


def link_batches(threshold: float) -> BatchFunction:
    """A function that links the reports of components, `LINK_ROWS` sorted by component, to events: `LINKED`.

    An event is called by the id of its earliest report. The components are those of the pairs with a score of at least
    the threshold; the rows have all pairs within each.
    """

    def linked(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in whole_runs(batches, ("component",)):
            yield _linked_batch(batch, threshold)

    return linked


def _linked_batch(batch: Any, threshold: float) -> Any:
    import pyarrow as pa

    reports, pairs = filled_and_others(batch, "rid")
    reports = reports.take(pa.array(wording_order(reports)))
    rids, ids = numbers(reports, "rid"), reports.column("id").to_pylist()
    numbered = np.sort(places_among(rids, pair_ends(pairs)), axis=1)
    scores = numbers(pairs, "score", np.float64)
    labels = relinked(np.arange(len(rids)), numbered, scores).cut(threshold)
    events = [ids[place] for place in _earliest_of_each(labels, age_order(reports)).tolist()]
    columns = {"id": ids, "event": events, "likeness": sums_within(numbered, scores, labels)}
    return batch_of(LINKED, len(ids), columns)


def least_edge(threshold: float) -> float:
    """The least score of the pairs that make the components for a threshold."""
    return least_linking(threshold)


def _earliest_of_each(labels: Integers, by_age: Integers) -> Integers:
    """For each report the earliest of those with its label."""
    earliest = np.empty(len(labels), np.int64)
    earliest[labels[by_age[::-1]]] = by_age[::-1]  # of several values for one label the last one stays
    return earliest[labels]
