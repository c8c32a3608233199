"""The records of stored events: assembled from their articles, kept, and what has changed in their figures."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import numpy as np
from attrs import evolve, frozen

from newsdedup.copies.pairs import sums_within
from newsdedup.copies.relations import Relation
from newsdedup.events.live.codec import reports_from
from newsdedup.events.live.window import NO_SCORES, ScoredPairs
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.plain_data import plain_number
from newsdedup.records.account import ReadAccount
from newsdedup.records.assemble import GroupedArticles, assemble_record
from newsdedup.records.event_filter import days_of
from newsdedup.records.grouped import with_trusted_ids
from newsdedup.records.record import EventRecord
from newsdedup.store.arrivals import article_of
from newsdedup.store.tables.database import Database
from newsdedup.store.tables.rows import ArticleRow, FigureRow
from newsdedup.support.settings import ReconcileSettings
from newsdedup.support.whole_files import json_bytes

_HALF_BASIS: Final = 8  # bytes
_BOUNDS_AND_BEST: Final = ("low", "best", "high")
Likeness = Mapping[int, float]  # by number: how similar each article is to the others of its event


@frozen
class RecordSettings:
    """How records are made."""

    reconcile: ReconcileSettings
    read_account: ReadAccount


def record_now(database: Database, event: int, settings: RecordSettings) -> tuple[EventRecord, bytes]:
    """The record of an event from its articles as they are stored now, and its `record_basis`."""
    rows = database.article_rows(database.articles_of_event(event))
    likeness = likeness_of(database, rows)
    return _assembled(database, event, rows, likeness, settings), record_basis(rows, likeness)


def _assembled(
    database: Database, event: int, rows: Sequence[ArticleRow], likeness: Likeness, settings: RecordSettings
) -> EventRecord:
    ids = {row.n: row.id for row in rows}
    others = {n for row in rows for n in (row.origin, row.to) if n is not None and n not in ids}
    ids |= {row.n: row.id for row in database.each_article(sorted(others), texts=False)}
    grouped = GroupedArticles(
        articles=tuple(map(article_of, rows)),
        origins={row.id: ids.get(row.origin or row.n, row.id) for row in rows},
        relations={row.id: relation for row in rows if (relation := _relation_of(row, ids)) is not None},
        likeness={row.id: likeness.get(row.n, row.likeness or 0.0) for row in rows},
    )
    record = assemble_record(
        grouped, with_trusted_ids(settings.reconcile, grouped.articles), read_account=settings.read_account
    )
    (stored,) = database.event_rows([event])
    return evolve(record, event_id=stored.id)


def likeness_of(database: Database, rows: Iterable[ArticleRow]) -> dict[int, float]:
    """For each article of the window, of one event, the sum of its scores with the others, as `consolidate` has it.

    Settled articles are left out: their rows have what it was when they left the window.
    """
    reporting = [(row.n, row.leaf, 0) for row in rows if row.representative == row.n and not row.settled]
    return _likeness_within(database, reporting)


def likeness_in_window(database: Database) -> dict[int, float]:
    """As `likeness_of`, for all events of the window."""
    window = database.current_leaves()
    return _likeness_within(database, [(n, leaf, event) for n, leaf, first, event in window if n == first and event])


def _likeness_within(database: Database, reporting: Sequence[tuple[int, int, int]]) -> dict[int, float]:
    """For each ``(n, leaf, event)`` the sum of its scores with the others of its event, by its number."""
    if not reporting:
        return {}
    numbers, leaves, events = np.array(sorted(reporting, key=lambda one: one[1]), np.int64).T
    pairs = _scored_pairs(database, leaves.tolist())
    sums = sums_within(np.searchsorted(leaves, pairs.numbers), pairs.scores, events)
    return dict(zip(numbers.tolist(), sums.tolist(), strict=True))


def _scored_pairs(database: Database, leaves: Sequence[int]) -> ScoredPairs:
    """The scored pairs among some reports."""
    stored = database.leaves("context", leaves)
    if not stored:
        return NO_SCORES
    _, _, pairs = reports_from(stored)
    return pairs.among(np.array(leaves))


def _relation_of(row: ArticleRow, ids: Mapping[int, str]) -> Relation | None:
    if row.kind is None or row.to is None or row.to not in ids:
        return None
    return Relation(row.kind, ids[row.to], row.jaccard or 0.0, row.containment or 0.0)


def record_basis(rows: Iterable[ArticleRow], likeness: Likeness) -> bytes:
    """A hash of how the articles of an event relate, followed by one of their likeness."""
    related = [(row.n, row.kind, row.to, row.jaccard, row.containment, row.origin) for row in rows]
    alike = sorted((n, value.hex()) for n, value in likeness.items())
    return b"".join(hashlib.blake2b(repr(part).encode(), digest_size=_HALF_BASIS).digest() for part in (related, alike))


def set_outdated_stale(database: Database, *, exactly: bool) -> None:
    """Mark the records that a grouping of the window has outdated without changing which articles their events have.

    `exactly` is also by the likeness of articles, which changes a little with each grouping.
    """
    bases = database.window_bases()
    likeness = likeness_in_window(database) if exactly and bases else {}
    outdated = []
    for event, basis in bases:
        rows = database.article_rows(database.articles_of_event(event), texts=False)
        now = record_basis(rows, {row.n: likeness.get(row.n, 0.0) for row in rows if row.representative == row.n})
        if now != basis if exactly else now[:_HALF_BASIS] != basis[:_HALF_BASIS]:
            outdated.append(event)
    database.set_stale(outdated)


def store_assembled(
    database: Database, event: int, record: EventRecord, rev: int, basis: bytes, earlier: bytes | None = None
) -> None:
    """Store a record over the one before, and in the feed how its figures differ from those of that or of `earlier`."""
    before = database.record(event) or earlier
    if before is not None:
        changes = [*figure_changes(record_from(before), record)]
    else:
        conflicts = [one for one in record.figures if one.status == "conflict"]
        changes = [("conflict", _change_data(None, one)) for one in conflicts]
    if changes:
        database.add_changes(rev, ((kind, event, None, None, data) for kind, data in changes))
        database.update_event(event, changed=rev)
    database.store_record(
        event,
        json_bytes(record.to_dict(exact=True)),
        title=record.title,
        figures=[_stored_figure(one) for one in record.figures],
        places=[one.name for one in record.places],
        persons=[one.name for one in record.people],
        days=days_of(record),
        basis=basis,
    )


def record_from(stored: bytes) -> EventRecord:
    """A record as `store_assembled` stores it."""
    return EventRecord.from_dict(json.loads(stored, parse_float=Decimal))


def _stored_figure(figure: ReconciledFigure) -> FigureRow:
    values = {name: plain_number(getattr(figure, name)) for name in _BOUNDS_AND_BEST}
    return FigureRow(
        role=figure.role,
        status=figure.status,
        unit=figure.unit,
        **{name: None if value is None else float(value) for name, value in values.items()},
    )


def figure_changes(before: EventRecord, after: EventRecord) -> Iterator[tuple[str, dict[str, Any]]]:
    """What has changed in the figures of a record: ``figure``, ``conflict`` or ``resolved``, with numbers only.

    Two figures are the same if they share claims, that is words of the articles; of several the one with most. Where
    these words were corrected, two are the same that alone are left on both sides of what they count.
    """
    matches = _matched_figures(before.figures, after.figures)
    for new, old in zip(after.figures, matches, strict=True):
        if new.status == "conflict" and (old is None or old.status != "conflict"):
            yield "conflict", _change_data(old, new)
        elif old is not None and old.status == "conflict" != new.status:
            yield "resolved", _change_data(old, new)
        elif old is not None and _numbers_compared(old) != _numbers_compared(new):
            yield "figure", _change_data(old, new)


def _matched_figures(
    before: Sequence[ReconciledFigure], after: Sequence[ReconciledFigure]
) -> list[ReconciledFigure | None]:
    """The earlier figure of each, the pairs with most claims in common first, then those that count the same."""
    owners = {_claim_place(claim): number for number, one in enumerate(before) for claim in one.claims}
    overlaps: dict[tuple[int, int], int] = {}
    for new, one in enumerate(after):
        for claim in one.claims:
            if (old := owners.get(_claim_place(claim))) is not None:
                overlaps[new, old] = overlaps.get((new, old), 0) + 1
    found: list[ReconciledFigure | None] = [None] * len(after)
    taken: set[int] = set()
    for (new, old), _ in sorted(overlaps.items(), key=lambda one: (-one[1], one[0])):
        if found[new] is None and old not in taken:
            found[new] = before[old]
            taken.add(old)
    same = _by_quantity(before, (number for number in range(len(before)) if number not in taken))
    for quantity, new in _by_quantity(after, (number for number, old in enumerate(found) if old is None)).items():
        found[new] = before[same[quantity]] if quantity in same else None
    return found


def _by_quantity(figures: Sequence[ReconciledFigure], numbers: Iterable[int]) -> dict[Hashable, int]:
    """Numbers of figures by what they count; where several count the same, none of them."""
    found: dict[Hashable, list[int]] = {}
    for number in numbers:
        one = figures[number]
        found.setdefault((one.role or one.noun, one.kind, one.unit, one.scope, one.change), []).append(number)
    return {quantity: some[0] for quantity, some in found.items() if len(some) == 1}


def _claim_place(claim: Any) -> tuple[str, int, int]:
    return claim.article_id, claim.start, claim.end


def _numbers_compared(figure: ReconciledFigure) -> tuple[Any, ...]:
    return figure.low, figure.best, figure.high


def _change_data(before: ReconciledFigure | None, after: ReconciledFigure) -> dict[str, Any]:
    """A changed figure without words of the articles."""
    data: dict[str, Any] = {"role": after.role, "unit": after.unit, "after": _numbers_of(after)}
    return data if before is None else {**data, "before": _numbers_of(before)}


def _numbers_of(figure: ReconciledFigure) -> dict[str, Any]:
    return {"status": figure.status, **{name: plain_number(getattr(figure, name)) for name in _BOUNDS_AND_BEST}}
