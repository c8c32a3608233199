"""What a store gives back, as rows of JSON and as tables for a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import asdict
from rich.console import Group, RenderableType
from rich.table import Table as TerminalTable
from rich.text import Text

from newsdedup.interfaces.cli.lines import TableOrLines, printable_line, shortened_line
from newsdedup.interfaces.wording import STATUS_LABELS, count_in_words, span_in_words
from newsdedup.store.store import EventStore
from newsdedup.store.values import Change, Changes, EventSummary
from newsdedup.support.display import rich_of
from newsdedup.support.frames import Table

_SUMMARY_TYPES: Final[dict[str, type]] = {
    "event_id": str,
    "title": str,
    "n_articles": int,
    "first": str,
    "last": str,
    "start_date": str,
    "end_date": str,
    "is_settled": str,
    "born": int,
    "changed": int,
}
_CHANGE_TYPES: Final[dict[str, type]] = {
    "cursor": int,
    "revision": int,
    "kind": str,
    "event": str,
    "other": str,
    "n": int,
    "article": str,
    "data": str,
}


def changes_line(changes: Changes) -> str:
    """What one call changed, in a line."""
    counts = ", ".join(
        f"{len(found):,} {name}"
        for name in ("added", "corrected", "unchanged", "rejected")
        if (found := getattr(changes, name))
    )
    events = f"{count_in_words(len(changes.events), 'event')} changed" if changes.events else "no event changed"
    return f"revision {changes.revision}: {'; '.join(filter(None, (counts, events)))}"


def changed_events(store: EventStore, changes: Changes) -> list[EventSummary]:
    """The events that a call changed and that have articles."""
    changed = set(changes.events)
    return [one for one in store.events(since=changes.revision - 1) if one.event_id in changed] if changed else []


def changes_tables(changes: Changes, events: Sequence[EventSummary]) -> Iterator[RenderableType]:
    """What a call changed: a line, and the events."""
    yield Text(changes_line(changes), "bold")
    if events:
        yield from summary_tables(events)


def summary_tables(events: Iterable[EventSummary]) -> Iterator[RenderableType]:
    """One table: a row per event."""
    table = TerminalTable(box=None, pad_edge=False, header_style="dim")
    for name in ("event", "articles", "days", "title"):
        table.add_column(
            name, justify="right" if name == "articles" else "left", no_wrap=name == "event", overflow="fold"
        )
    for one in events:
        days = span_in_words(one.start_date, one.end_date) or (one.last or "")[:10]
        settled = Text(" settled", "dim") if one.is_settled else Text()
        title = Text(shortened_line(one.title or ""))
        table.add_row(Text(one.event_id, "cyan"), f"{one.n_articles:,}", Text(days), title + settled)
    yield TableOrLines(table)


def summary_frame(events: Iterable[EventSummary]) -> Table:
    """A table of events for CSV."""
    rows = map(asdict, events)
    return Table.of_rows(
        _SUMMARY_TYPES, ([str(value) if isinstance(value, bool) else value for value in row.values()] for row in rows)
    )


def change_line(change: Change) -> str:
    """A row of the feed in words."""
    numbers = change.data.get("articles") if change.data else None
    parts = (
        change.kind,
        change.event,
        f"{'from' if change.kind in ('moved', 'split') else 'into'} {change.other}" if change.other else "",
        f"article {change.article}" if change.article else f"article number {change.n}" if change.n else "",
        f"with {count_in_words(len(numbers), 'article')}" if numbers else "",
        _figure_change(change.data) if change.data and not numbers else "",
    )
    return printable_line(" ".join(filter(None, parts)))


def _figure_change(data: Mapping[str, Any]) -> str:
    """A figure with its value and status before and after."""
    before, after = (
        f"{one['best']} ({STATUS_LABELS[one['status']].word})" if (one := data.get(when)) else "none"
        for when in ("before", "after")
    )
    return f"{data.get('role') or data.get('unit') or 'a figure'}: {before} to {after}"


def feed_tables(rows: Iterable[Change]) -> Iterator[RenderableType]:
    """One table: a line per row of the feed, with its cursor and revision."""
    table = TerminalTable(box=None, pad_edge=False, header_style="dim")
    for name in ("cursor", "revision", "change"):
        table.add_column(name, justify="left" if name == "change" else "right", overflow="fold")
    for one in rows:
        table.add_row(str(one.cursor), str(one.revision), Text(change_line(one)))
    yield TableOrLines(table)


def feed_frame(rows: Iterable[Change]) -> Table:
    """A table of the feed for CSV; what a change is about is JSON."""
    return Table.of_rows(_CHANGE_TYPES, (_csv_row(asdict(one)) for one in rows))


def _csv_row(row: dict[str, Any]) -> list[Any]:
    data = None if row["data"] is None else json.dumps(row["data"], ensure_ascii=False)
    return [*{**row, "data": data}.values()]


@rich_of.register
def _changes_view(changes: Changes) -> RenderableType:
    return Text(changes_line(changes), "bold")


@rich_of.register
def _store_view(store: EventStore) -> RenderableType:
    events = [] if store.is_closed else store.events(limit=10)
    return Group(Text(repr(store), "bold"), *(summary_tables(events) if events else ()))
