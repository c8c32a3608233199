"""A part of a corpus in time, with what lies around it, to the pairs of its reports and their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
from attrs import frozen

from newsdedup.batch.calibration import CALIBRATION, calibration_in
from newsdedup.batch.columns import BatchFunction, ColumnTypes, batch_of, each_run, numbers, places_among
from newsdedup.batch.texts import HASHED, days_in, hashed_of, hours_in
from newsdedup.batch.wordings import wording_order
from newsdedup.copies.pairs import Pairs
from newsdedup.events.evidence.gather import FEATURE_NAMES, gathered
from newsdedup.events.evidence.relative_time import gaps
from newsdedup.events.evidence.windows import HALO, TimeOrder
from newsdedup.events.reading.views import views_of
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.settings import EventSettings

# Kinds of the rows of a part, in the order in which they come.
CALIBRATES: Final = 0
REPRESENTS: Final = 1
ARTICLE: Final = 2
EXCERPT: Final = 3
PART_ROWS: Final[ColumnTypes] = {
    "part": "int",
    "kind": "tinyint",
    **CALIBRATION,  # of a row that calibrates
    "rid": "bigint",  # of an article, or of one that represents its copies; of an excerpt's one end
    "other": "bigint",  # of an excerpt's other end
    "id": "string",
    "d1": "bigint",
    "d2": "bigint",
    **HASHED,
}
MEASURED: Final[ColumnTypes] = {
    "left": "bigint",  # row numbers of the reports of a pair, in the order of their wordings
    "right": "bigint",
    "left_d1": "bigint",
    "right_d1": "bigint",
    **dict.fromkeys(FEATURE_NAMES, "double"),  # ``time`` is the bin of the gap: `gap_counts` of the corpus weigh it
}
_PAIRS_IN_BATCH: Final = 1 << 15


@frozen
class TimeParts:
    """A cut of a corpus into parts of time, numbered from 0.

    Attributes
    ----------
    start : float
        The hour since 1970 at which the first part starts.
    length : float or None
        Hours in a part; None for one part that has all.
    count : int
        The number of parts.
    reach : float
        Hours around a part in which everything lies on which its pairs depend.
    """

    start: float = 0.0
    length: float | None = None
    count: int = 1
    reach: float = 0.0

    @classmethod
    def of(cls, first: float, last: float, length: float | None, window: float | None, longest: float) -> TimeParts:
        """The parts of this length between two hours, of articles that may have been published for `longest` hours."""
        if length is None or window is None or not first <= last:
            return cls()
        return cls(first, length, int((last - first) // length) + 1, HALO * (window + longest))

    def part_of(self, hours: Floats) -> Integers:
        """The part of each of some hours; those that are unknown are of the first."""
        if self.length is None:
            return np.zeros(len(hours), np.int64)
        return np.nan_to_num((hours - self.start) // self.length, nan=0).astype(np.int64)


def evidence_batches(parts: TimeParts, settings: EventSettings, articles: int) -> BatchFunction:
    """A function from the rows of parts, `PART_ROWS` sorted by part, to the pairs of each with evidence, `MEASURED`.

    A pair belongs to the part in which its earlier report was published. `articles` is the number of reports in the
    corpus.
    """

    def measured(batches: Iterable[Any]) -> Iterator[Any]:
        for rows in each_run(batches, "part"):
            yield from _measured_part(rows, parts, settings, articles)

    return measured


def _rows_of_kind(batch: Any, kind: int) -> Any:
    import pyarrow as pa

    return batch.filter(pa.array(numbers(batch, "kind") == kind))


def _measured_part(batch: Any, parts: TimeParts, settings: EventSettings, n: int) -> Iterator[Any]:
    reports = _reports(batch)
    if not reports.num_rows:
        return
    rids, hours = numbers(reports, "rid"), hours_in(reports)
    furniture, corpus = calibration_in(_rows_of_kind(batch, CALIBRATES), n)
    evidence, _ = gathered(
        views_of(hashed_of(reports), furniture=furniture, threads=1),
        hours,
        days_in(reports),
        copied=_excerpt_places(_rows_of_kind(batch, EXCERPT), rids),
        within=TimeOrder.within(hours, settings),
        corpus=corpus,
        threads=1,
    )
    earlier = np.fmin(*hours[:, 0][evidence.pairs.T])
    evidence = evidence.kept(parts.part_of(earlier) == numbers(batch, "part")[0])
    left, right = evidence.pairs.T
    columns = {**evidence.features, "time": gaps(hours[left], hours[right]), "left": rids[left], "right": rids[right]}
    d1 = numbers(reports, "d1")
    columns |= {"left_d1": d1[left], "right_d1": d1[right]}
    for start in range(0, len(left), _PAIRS_IN_BATCH):
        some = {name: np.asarray(column)[start : start + _PAIRS_IN_BATCH] for name, column in columns.items()}
        yield batch_of(MEASURED, len(some["left"]), some)


def _reports(batch: Any) -> Any:
    """The articles that represent their copies, in the order of their wordings."""
    import pyarrow as pa

    articles, wanted = _rows_of_kind(batch, ARTICLE), numbers(_rows_of_kind(batch, REPRESENTS), "rid")
    reports = articles.filter(pa.array(np.isin(numbers(articles, "rid"), wanted)))
    return reports.take(pa.array(wording_order(reports)))


def _excerpt_places(batch: Any, rids: Integers) -> Pairs:
    """Pairs of reports of which one prints a part of the other, by their places; those with both ends here."""
    ends = np.column_stack((numbers(batch, "rid"), numbers(batch, "other")))
    places = places_among(rids, ends)
    return np.sort(np.compress((rids[places] == ends).all(axis=1), places, axis=0), axis=1)
