"""Groups of articles to events that keep their ids: new, changed and retired events, and the rows of the feed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from newsdedup.store.identity import Identity, MembershipStep, matched_events, new_number
from newsdedup.store.tables.database import Database
from newsdedup.store.tables.rows import ArticleRow
from newsdedup.store.window.grouping import Groups

_ID_SIZE: Final = 8  # bytes

_Change = tuple[str, int | None, int | None, int | None, Any]


def write_groups(database: Database, groups: Groups, rev: int) -> dict[int, int]:
    """Write what has changed; returns the event of each article that is now in another one."""
    identity = matched_events(groups.before, groups.after)
    if not identity.steps:
        return {}
    number_of = _with_new_events(database, groups, identity, rev)
    before = {n: event for event, members in groups.before.items() for n in members}
    after = {n: number_of[place] for place, members in enumerate(groups.after) for n in members}
    moved = {n: event for n, event in after.items() if before.get(n) != event}
    database.set_membership(moved.items(), rev)
    database.add_changes(rev, _change_rows(identity.steps, number_of))
    for event, into in identity.retired.items():
        database.retire_event(event, rev, _stored(into[0], number_of) if into else None)
    ends = (end for step in identity.steps for end in (step.event, step.other) if end is not None)
    touched = {_stored(end, number_of) for end in ends}
    for place, members in enumerate(groups.after):
        if number_of[place] in touched:
            refresh_event(database, number_of[place], members, rev)
    return moved


def _stored(event: int, number_of: Mapping[int, int]) -> int:
    """The number of an event of a step; negative ones are of new events."""
    return number_of[new_number(event)] if event < 0 else event  # `new_number` is its own inverse


def _with_new_events(database: Database, groups: Groups, identity: Identity, rev: int) -> dict[int, int]:
    """The event of each group, those of new ones stored."""
    number_of: dict[int, int] = {}
    new = [place for place, event in enumerate(identity.events) if event is None]
    for place in sorted(new, key=lambda place: min(groups.after[place])):
        rows = database.article_rows(groups.after[place], texts=False)
        number_of[place] = database.new_event(_unused_id(database, _earliest(rows)), rev)
    return number_of | {place: event for place, event in enumerate(identity.events) if event is not None}


def _earliest(rows: Sequence[ArticleRow]) -> str:
    return min(rows, key=lambda row: (row.hours if row.hours is not None else float("inf"), row.n)).id


def _unused_id(database: Database, article_id: str) -> str:
    """An id that was never given: a hash of the event's earliest article and a counter."""
    counter = 0
    while database.event_number(name := event_id(article_id, counter)) is not None:
        counter += 1
    return name


def event_id(article_id: str, counter: int) -> str:
    """The id of an event that begins with an article."""
    words = f"{article_id}\n{counter}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(words, digest_size=_ID_SIZE).hexdigest()


def _change_rows(steps: Iterable[MembershipStep], number_of: Mapping[int, int]) -> list[_Change]:
    return [
        (
            step.kind,
            _stored(step.event, number_of),
            None if step.other is None else _stored(step.other, number_of),
            step.article,
            step.data,
        )
        for step in steps
    ]


def refresh_event(database: Database, event: int, members: Iterable[int], rev: int) -> None:
    """Write the size and the moments of an event whose articles have changed; its record is stale now."""
    rows = database.article_rows(members, texts=False)
    hours = [row.hours for row in rows if row.hours is not None]
    database.update_event(
        event,
        size=len(rows),
        first=min(hours, default=None),
        last=max(hours, default=None),
        changed=rev,
        stale=True,
        settled=bool(rows) and all(row.settled for row in rows),
    )
