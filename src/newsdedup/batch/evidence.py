"""A part of a corpus in time, with what lies around it, to the pairs of its reports and their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
from attrs import frozen

from newsdedup.batch.calibration import CALIBRATION, counts_in, furniture_in
from newsdedup.batch.columns import BatchFunction, ColumnTypes, batch_of, numbers, unsigned, whole_runs
from newsdedup.batch.texts import HASHED, days_in, hashed_of, hours_in
from newsdedup.copies.pairs import Pairs, ordered
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
        for runs in whole_runs(batches, ("part",)):
            for part in np.unique(numbers(runs, "part")).tolist():
                yield from _measured_part(_of(runs, "part", part), part, parts, settings, articles)

    return measured


def _of(batch: Any, name: str, value: int) -> Any:
    """The rows that have a value in a column of integers."""
    import pyarrow as pa

    return batch.filter(pa.array(numbers(batch, name) == value))


def _measured_part(batch: Any, part: int, parts: TimeParts, settings: EventSettings, n: int) -> Iterator[Any]:
    reports = _reports(batch)
    if not reports.num_rows:
        return
    rids, hours = numbers(reports, "rid"), hours_in(reports)
    calibration, window = _of(batch, "kind", CALIBRATES), settings.window_hours
    evidence, _ = gathered(
        views_of(hashed_of(reports), furniture=furniture_in(calibration), threads=1),
        hours,
        days_in(reports),
        copied=_excerpt_places(_of(batch, "kind", EXCERPT), rids),
        within=None if window is None else TimeOrder.of(hours, window, settings.undated),
        corpus=counts_in(calibration, n),
        threads=1,
    )
    earlier = np.fmin(*hours[:, 0][evidence.pairs.T])
    evidence = evidence.kept(parts.part_of(earlier) == part)
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

    articles, wanted = _of(batch, "kind", ARTICLE), numbers(_of(batch, "kind", REPRESENTS), "rid")
    reports = articles.filter(pa.array(np.isin(numbers(articles, "rid"), wanted)))
    return reports.take(pa.array(wording_order(reports)))


def wording_order(batch: Any) -> Integers:
    """The rows of a batch in the order of their wordings: by digest, then by id."""
    return ordered((unsigned(batch, "d1"), unsigned(batch, "d2")), batch.column("id").to_pylist())


def _excerpt_places(batch: Any, rids: Integers) -> Pairs:
    """Pairs of reports of which one prints a part of the other, by their places; those with both ends here."""
    ends = np.column_stack((numbers(batch, "rid"), numbers(batch, "other")))
    order = np.argsort(rids)
    found = np.minimum(np.searchsorted(rids, ends, sorter=order), len(rids) - 1)
    places = order[found]
    return np.sort(np.compress((rids[places] == ends).all(axis=1), places, axis=0), axis=1)
