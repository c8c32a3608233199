"""Two runs as one: events that share articles are one event, and what clashed is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import numpy as np
from attrs import evolve, field, fields, frozen

from newsdedup.articles.article import Rejection
from newsdedup.kernels.ragged import Integers
from newsdedup.languages import Role
from newsdedup.records.merging import ReadReport, merged_record, reports_read
from newsdedup.records.record import EventRecord
from newsdedup.support.components import linked_keys
from newsdedup.support.settings import ReconcileSettings

# The settings by which figures are reconciled again; others, such as a threshold, grouped each run and are done with.
_RECONCILING: Final = (*(one.name for one in fields(ReconcileSettings)), "roles")
_EventPlace = tuple[int, int]  # the number of a run, and the label of an event in it


@frozen
class Run:
    """What a collection has of a run: its records, the ids and labels of its rows, what was rejected, its settings."""

    records: tuple[EventRecord, ...] = ()
    ids: tuple[str | None, ...] = ()
    labels: Integers = field(factory=lambda: np.zeros(0, np.int64))
    rejected: tuple[Rejection, ...] = ()
    settings: Mapping[str, Any] = field(factory=dict)
    notes: tuple[str, ...] = ()  # what clashed

    @property
    def event_of(self) -> dict[str, int]:
        """The label of the event of each article."""
        return {report.id: label for label, record in enumerate(self.records) for report in record.articles}


def joined_runs(earlier: Run, later: Run) -> Run:
    """The events of two runs, merged by shared articles; the rows of the earlier one come first."""
    runs = earlier, later
    events = [run.event_of for run in runs]
    shared = events[0].keys() & events[1].keys()
    pairs = (((0, events[0][name]), (1, events[1][name])) for name in sorted(shared))
    component = linked_keys(pairs)
    settings = {**earlier.settings, **later.settings}
    members: dict[_EventPlace, list[_EventPlace]] = defaultdict(list)
    for number, run in enumerate(runs):
        for label in range(len(run.records)):
            members[component.get((number, label), (number, label))].append((number, label))
    records = tuple(_joined_record(runs, places, settings) for places in members.values())
    rows = [*_rows(earlier, events[1], is_first=True), *_rows(later, events[0], is_first=False)]
    return _with_rows_of(Run(records, settings=settings, notes=_notes_of(earlier, later)), rows)


def _joined_record(runs: tuple[Run, Run], places: Sequence[_EventPlace], settings: Mapping[str, Any]) -> EventRecord:
    records = [runs[number].records[label] for number, label in places]
    first, *others = records
    if all(one == first for one in others):
        return first
    earlier, later = ([runs[number].records[label] for number, label in places if number == which] for which in (0, 1))
    how = ReconcileSettings.from_data(settings)
    roles = tuple(map(Role.from_data, settings.get("roles", ())))
    return merged_record(records, how, roles, (*_changed_articles(earlier, later), *_grouped_otherwise(earlier, later)))


def _changed_articles(earlier: Iterable[EventRecord], later: Iterable[EventRecord]) -> Iterator[str]:
    """A note for each article of which the two runs had different versions."""
    before, after = _read_in(earlier), _read_in(later)
    for name in sorted(before.keys() & after.keys()):
        if before[name].content != after[name].content:
            yield f"article {name!r} is not the same in two runs: the later version counts"


def _read_in(records: Iterable[EventRecord]) -> dict[str, ReadReport]:
    return {name: one for record in records for name, one in reports_read(record).items()}


def _grouped_otherwise(earlier: Sequence[EventRecord], later: Sequence[EventRecord]) -> Iterator[str]:
    """A note for articles of both runs that one of them has in one event and the other in several."""
    labels = [
        {report.id: number for number, record in enumerate(some) for report in record.articles}
        for some in (earlier, later)
    ]
    for which, (here, there) in (("earlier", labels), ("later", labels[::-1])):
        shared = sorted(here.keys() & there.keys(), key=lambda name: (here[name], there[name], name))
        for one, other in pairwise(shared):
            if here[one] == here[other] and there[one] != there[other]:
                yield f"articles {one!r} and {other!r} are in one event in the {which} of two runs only"


def _rows(run: Run, elsewhere: Container[str | None], *, is_first: bool) -> Iterator[tuple[str | None, str | None]]:
    """The rows of a run, each with the reason why it was rejected; not those that the other run could read."""
    reasons = {one.row: one.reason for one in run.rejected}
    for row, (name, label) in enumerate(zip(run.ids, run.labels.tolist(), strict=True)):
        is_read = label >= 0
        if name in elsewhere and not (is_read and is_first):
            continue
        yield name, None if is_read else reasons.get(row, "rejected")


def _with_rows_of(run: Run, rows: Sequence[tuple[str | None, str | None]]) -> Run:
    """The run with its rows, its records in the order in which their first articles appear in these."""
    event_of = run.event_of
    order = dict.fromkeys(event_of[str(name)] for name, reason in rows if reason is None)
    place = {label: number for number, label in enumerate(order)}
    labels = [-1 if reason else place[event_of[str(name)]] for name, reason in rows]
    return evolve(
        run,
        records=tuple(run.records[label] for label in order),
        ids=tuple(name for name, _ in rows),
        labels=np.array(labels, np.int64),
        rejected=tuple(Rejection(name, row, reason) for row, (name, reason) in enumerate(rows) if reason),
    )


def _notes_of(earlier: Run, later: Run) -> tuple[str, ...]:
    """What is known of clashes, and which settings of the two runs differ."""
    differing = [
        f"{name} ({earlier.settings[name]!r}, then {later.settings[name]!r})"
        for name in _RECONCILING
        if all(name in run.settings for run in (earlier, later)) and earlier.settings[name] != later.settings[name]
    ]
    notes = [f"settings of two runs differ, and the later ones count: {', '.join(differing)}"] if differing else []
    return tuple(
        dict.fromkeys((*earlier.notes, *later.notes, *notes, *_changed_articles(earlier.records, later.records)))
    )
