"""Articles removed, and what the removal changes for the others."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from newsdedup.store.events import refresh_event
from newsdedup.store.tables.database import Database
from newsdedup.store.window.grouping import GroupingSettings, Groups, group_live
from newsdedup.store.window.state import LiveState
from newsdedup.store.writing import likely_copies, placed_again


@frozen
class Removal:
    """What is left of the groups and events of removed articles."""

    again: tuple[int, ...]  # articles of the window whose group of copies has lost its first
    events: tuple[int, ...]  # events of the window that have lost articles, and have others


def removed_articles(database: Database, numbers: Sequence[int], rev: int, reason: str | None) -> Removal:
    """Erase articles, and write that they have left their events."""
    gone = set(numbers)
    rows = database.article_rows(numbers, texts=False)
    orphans = [n for row in rows for n in database.articles_of_group(row.n) if n not in gone]
    events = {row.event: row.settled for row in rows if row.event is not None}
    database.add_changes(rev, (("removed", row.event, None, row.n, None) for row in rows if row.event is not None))
    database.erase_articles(numbers, rev, reason)
    left = []
    for event, settled in events.items():
        members = database.articles_of_event(event)
        if not members:
            database.retire_event(event, rev)
            continue
        refresh_event(database, event, members, rev)
        if not settled:
            left.append(event)
    window = [row.n for row in database.article_rows(orphans, texts=False) if not row.settled]
    return Removal(tuple(sorted(window)), tuple(sorted(left)))


def group_remaining(database: Database, state: LiveState, removal: Removal, settings: GroupingSettings) -> Groups:
    """Place copies of removed articles anew, and group the events that have lost articles."""
    again, batch = placed_again(database, removal.again)
    touched = {
        state.members.of_number[state.members.of_number[n].representative].leaf
        for event in removal.events
        for n in state.members.of_event(event)
        if state.members.of_number[n].representative in state.members.of_number
    }
    return group_live(database, state, again, batch, settings, likely=likely_copies(again), touched=touched)
