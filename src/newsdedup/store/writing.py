"""The steps of a writer, each inside one transaction: arriving articles read and grouped, old events settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

import numpy as np

from newsdedup.store.arrivals import Arrival, article_of
from newsdedup.store.records import likeness_of
from newsdedup.store.tables.database import Database
from newsdedup.store.tables.rows import EventRow
from newsdedup.store.window.codec import ReadBatch, facts_from, packed_facts, packed_texts, read_batch, texts_from
from newsdedup.store.window.copying import numbered_keys
from newsdedup.store.window.grouping import GroupingSettings, Groups, group_live
from newsdedup.store.window.state import LiveState

_LATEST: Final = 1000  # articles of the window: small windows are cut too high, so their events stay
_READ_AT_ONCE: Final = 2000  # articles
_LIKELY: Final = 12  # members of a group with which each other one is compared when the group has lost its first


def store_read(database: Database, arrivals: Sequence[Arrival], settings: GroupingSettings) -> ReadBatch:
    """Read the texts of arriving articles, and store what was read."""
    batch = read_batch([one.article for one in arrivals], settings.copies.seed, settings.threads)
    put_batch(database, arrivals, batch)
    return batch


def read_again(database: Database, settings: GroupingSettings) -> None:
    """Read all stored texts again: those of the window to be grouped, the settled ones for the keys of their copies."""
    database.delete_settled_keys()
    numbers = database.article_numbers()
    for start in range(0, len(numbers), _READ_AT_ONCE):
        rows = database.article_rows(numbers[start : start + _READ_AT_ONCE])
        batch = read_batch(list(map(article_of, rows)), settings.copies.seed, settings.threads)
        settled = np.array([row.settled for row in rows], np.bool_)
        _put_read(database, [row.leaf for row in rows if not row.settled], batch.take(np.flatnonzero(~settled)))
        numbers_settled = [row.n for row in rows if row.settled]
        database.add_settled_keys(numbered_keys(batch.facts[settled], numbers_settled, settings.copies))


def put_batch(database: Database, arrivals: Sequence[Arrival], batch: ReadBatch) -> None:
    """Store what was read of articles, under their leaves."""
    database.set_leaves((one.n, one.leaf) for one in arrivals)
    _put_read(database, [one.leaf for one in arrivals], batch)


def _put_read(database: Database, leaves: Sequence[int], batch: ReadBatch) -> None:
    database.put_leaves("facts", zip(leaves, packed_facts(batch), strict=True))
    database.put_leaves("sketch", zip(leaves, packed_texts(batch), strict=True))


def group_arrivals(
    database: Database, state: LiveState, arrivals: Sequence[Arrival], batch: ReadBatch, settings: GroupingSettings
) -> Groups:
    """Place arriving articles; copies of one that has other words now are placed anew with them."""
    corrected = [one.n for one in arrivals if one.replaced is not None]
    replaced = {state.members.of_number[n].leaf for n in corrected}
    touched = _neighbours(state, replaced, settings)
    copies = {other for n in corrected for other in _copies_of(state, n)}
    again, read = placed_again(database, sorted(copies - {one.n for one in arrivals}))
    state.drop_reports(replaced)
    return group_live(
        database,
        state,
        [*arrivals, *again],
        batch.followed_by(read) if again else batch,
        settings,
        likely=likely_copies(again),
        touched=touched,
    )


def _copies_of(state: LiveState, n: int) -> list[int]:
    """The other articles of the group of copies that an article represents."""
    return [other for other in state.members.of_group(n) if other != n]


def _neighbours(state: LiveState, leaves: Iterable[int], settings: GroupingSettings) -> set[int]:
    """The reports that may have been in one event because of some reports."""
    floor = state.window.epoch.threshold - settings.margin
    found: set[int] = set()
    for leaf in leaves:
        others, scores = state.scores.neighbours_of(leaf)
        found.update(others[scores >= floor].tolist())
    return found


def placed_again(database: Database, numbers: Sequence[int]) -> tuple[list[Arrival], ReadBatch]:
    """Stored articles of the window as if they arrived now, under leaves of their own."""
    rows = list(database.each_article(numbers))
    leaves = [row.leaf for row in rows]
    batch = ReadBatch(facts_from(database.leaves("facts", leaves)), texts_from(database.leaves("sketch", leaves)))
    again = [Arrival(row.n, database.claim_leaf(), article_of(row), row.leaf) for row in rows]
    put_batch(database, again, batch)
    return again, batch


def likely_copies(again: Sequence[Arrival]) -> set[tuple[int, int]]:
    """Pairs of articles that were copies of one article."""
    numbers = [one.n for one in again]
    return {
        *combinations(numbers[:_LIKELY], 2),
        *((n, first) for n in numbers[_LIKELY:] for first in numbers[:_LIKELY]),
    }


def settle_old_events(database: Database, settle_days: float | None, settings: GroupingSettings) -> None:
    """Let the events leave the window that are older than so many days, but for those of the latest articles."""
    if settle_days is None:
        return
    window = database.current_leaves()
    latest = {event for _, _, _, event in window[-_LATEST:]}
    events = database.event_rows(sorted({event for *_, event in window if event is not None} - latest))
    newest = database.newest_of_window()
    for event in events:
        if newest is not None and event.last is not None and event.last < newest - 24 * settle_days:
            _settle_event(database, event, settings)


def _settle_event(database: Database, event: EventRow, settings: GroupingSettings) -> None:
    rows = database.article_rows(database.articles_of_event(event.e), texts=False)
    facts = facts_from(database.leaves("facts", [row.leaf for row in rows]))
    likeness = likeness_of(database, rows)
    keys = numbered_keys(facts, [row.n for row in rows], settings.copies)
    database.settle(((row.n, likeness.get(row.n, 0.0)) for row in rows), keys)
    database.update_event(event.e, settled=True)


def correct_settled(database: Database, settled: Sequence[Arrival], settings: GroupingSettings) -> None:
    """Store the keys of corrected articles of settled events, which stay where they are."""
    if settled:
        batch = read_batch([one.article for one in settled], settings.copies.seed, settings.threads)
        database.add_settled_keys(numbered_keys(batch.facts, [one.n for one in settled], settings.copies))
