"""What Spark's event log says: the shuffle, the output and the processor time of each stage that newsdedup writes.

A query that writes Parquet below the work directory belongs to the stage of that name; the jobs and tasks of all other
queries are counted as ``other``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from attrs import define, field

OTHER: Final = "other"
MANIFEST: Final = "manifest"
_START: Final = "org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart"
_END: Final = "org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionEnd"
_WRITES: Final = re.compile(r"InsertIntoHadoopFsRelationCommand\s*\nInput[^\n]*\nArguments: (?:file:)?([^\s,]+)")
_METRICS: Final = {
    "shuffle_bytes": "internal.metrics.shuffle.write.bytesWritten",
    "written_bytes": "internal.metrics.output.bytesWritten",
    "written_rows": "internal.metrics.output.recordsWritten",
    "spilled_bytes": "internal.metrics.diskBytesSpilled",
    "result_bytes": "internal.metrics.resultSize",
}


@define
class Query:
    """A query of Spark and what its tasks did.

    Attributes
    ----------
    path : str or None
        What it writes.
    start, end : float
        Seconds since 1970; `end` is None where it did not end.
    """

    path: str | None
    start: float
    end: float | None = None
    tasks: int = 0
    sums: dict[str, int] = field(factory=lambda: dict.fromkeys(_METRICS, 0))

    def stage(self, work: str) -> str:
        """The name of the stage that it writes."""
        inside = self.path is not None and self.path.startswith(f"{work}/")
        return self.path[len(work) + 1 :] if inside and self.path else OTHER


def queries(folder: Path) -> list[Query]:
    """The queries of all event logs of a folder in the order in which they began; the last may be incomplete."""
    found: list[Query] = []
    for path in sorted(folder.iterdir()):
        if not path.name.startswith("."):  # a checksum
            found += _queries(_events(path))
    return sorted(found, key=lambda query: query.start)


def _events(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                yield json.loads(line)
            except ValueError:  # the last line of a process that was killed
                return


def _queries(events: Iterable[dict[str, Any]]) -> list[Query]:
    found: dict[int, Query] = {}
    queries_of: dict[int, Query] = {}  # by Spark's stage
    for event in events:
        match event["Event"]:
            case name if name == _START:
                written = _WRITES.search(event["physicalPlanDescription"])
                found[event["executionId"]] = Query(written[1] if written else None, event["time"] / 1000)
            case name if name == _END:
                found[event["executionId"]].end = event["time"] / 1000
            case "SparkListenerJobStart":
                number = event["Properties"].get("spark.sql.execution.id")
                if number is not None and int(number) in found:
                    queries_of |= dict.fromkeys(event["Stage IDs"], found[int(number)])
            case "SparkListenerStageCompleted":
                if query := queries_of.get(event["Stage Info"]["Stage ID"]):
                    _add(query, event["Stage Info"])
    return list(found.values())


def _add(query: Query, stage: dict[str, Any]) -> None:
    values = {one["Name"]: one["Value"] for one in stage["Accumulables"] if "Name" in one}
    query.tasks += stage["Number of Tasks"]
    for name, metric in _METRICS.items():
        query.sums[name] += int(values.get(metric, 0))


def finished_stages(found: Iterable[Query], work: str) -> list[str]:
    """The stages that were written and then noted in the manifest, in order."""
    finished: list[str] = []
    last = None
    for query in found:
        name = query.stage(work)
        is_noted = name.endswith(f"/{MANIFEST}") and query.end is not None
        if is_noted and last:
            finished.append(last)
        last = name if query.end is not None and name != OTHER and not name.endswith(f"/{MANIFEST}") else None
    return finished


def begun_stages(found: Iterable[Query], work: str) -> list[str]:
    """The stages that were begun, in order."""
    names = [query.stage(work) for query in found]
    return [name for name in names if name != OTHER and not name.endswith(f"/{MANIFEST}")]
