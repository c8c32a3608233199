"""Saved collections with one wrong field each, and all that a loaded collection shows and writes."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen
from rich.console import Console

import newsdedup as nd
from newsdedup.interfaces.cli.record_tables import record_tables

GONE: Final = object()
_DEEP: Final = json.loads("[" * 900 + "]" * 900)
WRONG_VALUES: Final[tuple[Any, ...]] = (
    *(GONE, None, "abc", "", "12", "2025-13-45", "9999-12-31", "\ud800", True, [], {}, ["x"], {"a": 1}, _DEEP),
    *(-1, 0, 3.5, 2**31, 10**30, 1e308, float("nan"), float("inf"), float("-inf")),
)
_MOST_ITEMS: Final = 2  # of each list


@frozen
class Tampering:
    """A wrong value in one field of one line."""

    line: int
    path: tuple[str | int, ...]
    wrong: Any

    def __str__(self) -> str:
        return f"line {self.line + 1}, {self.path}: {'gone' if self.wrong is GONE else repr(self.wrong)[:30]}"

    def applied(self, lines: Sequence[Any]) -> list[Any]:
        """The lines with the wrong value."""
        changed = [*lines]
        changed[self.line] = copy.deepcopy(lines[self.line])
        *outer, last = self.path
        target = changed[self.line]
        for one in outer:
            target = target[one]
        if self.wrong is GONE:
            del target[last]
        else:
            target[last] = self.wrong
        return changed


def tamperings(lines: Sequence[Any]) -> list[Tampering]:
    """Every field of the lines with every wrong value."""
    places = [(number, path) for number, line in enumerate(lines) for path in _paths(line) if path]
    return [Tampering(number, path, wrong) for number, path in places for wrong in WRONG_VALUES]


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    items = (
        value.items() if isinstance(value, dict) else enumerate(value[:_MOST_ITEMS]) if isinstance(value, list) else ()
    )
    for name, inner in items:
        yield from _paths(inner, (*path, name))


def write_lines(path: Path, lines: Sequence[Any]) -> None:
    """Write plain data as JSON Lines."""
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def show_and_write_all(events: nd.EventCollection, whole: nd.EventCollection, folder: Path) -> None:
    """Call everything that a loaded collection has."""
    figures = [(record, figure) for record in events for figure in record.figures]
    console = Console(file=io.StringIO())
    for value in (events, *events, *(figure for _, figure in figures)):
        repr(value)
        value._repr_html_()
        console.print(value)
    for table in (*record_tables(events, n_rejected=1), *record_tables(events, details=True)):
        console.print(table)
    for of in ("figures", "alternatives", "claims", "articles"):
        events.to_frame(of=of, kind="polars")
    json.dumps(events.to_dicts())
    for record, figure in figures:
        record.explain(figure)._repr_html_()
    for condition in ({"status": "conflict"}, {"since": "2025-01-01"}, {"text": "x"}, {"place": "x"}, {"person": "x"}):
        events.filter(**condition)
    for record in events:
        str(record.summary())
        assert events[record.event_id] is record
    for both in (events + whole, whole + events, events + events):
        assert len(both) >= len(events)
    for name in ("o.jsonl", "o.json", "o.csv", "o.parquet"):
        events.save(folder / name)
    assert nd.EventCollection.load(folder / "o.jsonl") == events
    events.report(folder / "page.html")
