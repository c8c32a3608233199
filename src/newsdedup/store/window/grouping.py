"""The window grouped: exactly, from the stored sketches of all its articles, or live, around arriving ones only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from attrs import frozen

from newsdedup.articles.article import Rejection
from newsdedup.articles.frame_origin import NO_FRAME, FrameOrigin
from newsdedup.copies.find import copies_among
from newsdedup.copies.groups import CopyGroups
from newsdedup.copies.relations import Relation
from newsdedup.copies.shingle_store import ShingleStore
from newsdedup.copies.sketch import sketch_texts
from newsdedup.events.batch import GroupedBatch, ReadTexts, grouped
from newsdedup.events.evidence.model import Model
from newsdedup.events.evidence.repeated import furniture_of
from newsdedup.events.grouping.hysteresis import steady_groups
from newsdedup.events.grouping.relink import component_of, relinked
from newsdedup.events.live.codec import packed_epoch, packed_furniture, packed_reports, reports_from
from newsdedup.events.live.reports import window_of
from newsdedup.events.live.window import Newcomers
from newsdedup.events.reading.furniture import NO_FURNITURE
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.store.arrivals import Arrival
from newsdedup.store.tables.database import Database
from newsdedup.store.window.codec import ReadBatch, facts_from, sketches_of, texts_from
from newsdedup.store.window.copying import PlacedCopies, numbered_keys, place_copies, place_settled_copies
from newsdedup.store.window.state import LiveState, WindowArticle, counted_reports
from newsdedup.support.settings import CopySettings, EventSettings


@frozen
class Groups:
    """The articles of the events that may change, before and after, by their numbers."""

    before: Mapping[int, Sequence[int]]  # by event
    after: Sequence[Sequence[int]]


@frozen
class GroupingSettings:
    """How the window is grouped."""

    copies: CopySettings
    events: EventSettings
    model: Model
    margin: float  # the hysteresis of ids
    threads: int | None = None


@frozen(eq=False)
class _StoredArticles:
    """What orders and names the articles of the window (`newsdedup.articles.packed.SketchedArticles`)."""

    seconds: Floats
    n_characters: Integers
    names: Sequence[str]
    rejected: tuple[Rejection, ...] = ()
    frame_origin: FrameOrigin = NO_FRAME

    @property
    def rows(self) -> Integers:
        return np.arange(len(self.names))

    @property
    def row_ids(self) -> Sequence[str | None]:
        return self.names


@frozen(eq=False)
class _ShinglesOfTexts:
    """The shingle sets of the articles of the window, made from their texts when they are asked for."""

    database: Database
    numbers: Integers
    settings: CopySettings

    def read(self, starts: Integers, counts: Integers) -> tuple[np.ndarray[tuple[int], np.dtype[np.uint32]], Integers]:
        texts = (row.text for row in self.database.each_article(self.numbers[starts].tolist()))
        with ShingleStore() as store:
            read = sketch_texts(texts, self.settings, store=store, threads=1, without_pages=True)
            return store.read(read.starts, counts)


def regroup(database: Database, settings: GroupingSettings, *, steady: bool) -> Groups:
    """Group all articles of the window, as `find_events` does; with `steady`, what was together or apart stays so."""
    rows = database.current_leaves()
    database.delete_other_leaves()
    if not rows:
        for key in ("epoch", "growth"):
            database.set_meta(key, None)
        return Groups({}, [])
    numbers, leaves = (np.array([row[place] for row in rows], np.int64) for place in (0, 1))
    batch = _grouped_window(database, numbers, leaves, settings)
    _store_relations(database, numbers, batch.copies)
    of_leaf = leaves[batch.representatives.rows]
    epoch, reports, pairs = window_of(batch, of_leaf)
    database.delete_leaves("context")
    packed = packed_reports(reports, pairs, of_epoch=True)
    database.put_leaves("context", zip(reports.numbers.tolist(), packed, strict=True))
    database.set_meta("epoch", packed_epoch(epoch))
    database.set_meta("growth", {"articles": len(rows), "since": 0})  # apart: it changes with each addition
    events = [-1 if row[3] is None else row[3] for row in rows]
    labels = _labels(batch, np.array(events, np.int64), settings.margin if steady else 0.0)
    return Groups(_by_label(numbers, events), list(_by_label(numbers, labels.tolist()).values()))


def count_furniture_again(database: Database) -> None:
    """What repeats on the pages of outlets, without what was removed: in the reports of the last grouping."""
    epoch = database.get_meta("epoch")
    if epoch is None or not epoch["furniture"]:
        return
    sample = counted_reports(reports_from([data for _, data in database.all_leaves("context")]))
    furniture = furniture_of(texts_from(database.leaves("sketch", sample.tolist()))) if len(sample) else NO_FURNITURE
    database.set_meta("epoch", {**epoch, "furniture": packed_furniture(furniture)})


def _grouped_window(
    database: Database, numbers: Integers, leaves: Integers, settings: GroupingSettings
) -> GroupedBatch:
    facts = facts_from(database.leaves("facts", leaves.tolist()))
    ids = [row.id for row in database.each_article(numbers.tolist(), texts=False)]
    articles = _StoredArticles(facts["seconds"].copy(), facts["n_characters"].astype(np.int64), ids)
    sketches = sketches_of(facts)
    shingles = _ShinglesOfTexts(database, numbers, settings.copies)
    copies = copies_among(sketches, articles, shingles, settings.copies, 1, progress=False)
    batch = ReadBatch(facts, texts_from(database.leaves("sketch", leaves.tolist())))
    read = ReadTexts(batch.hashed, batch.hours, batch.published, sketches.digests)
    del sketches, batch
    return grouped(
        copies,
        read,
        np.arange(len(numbers)),
        settings.events,
        settings.model,
        with_context=True,
        threads=settings.threads,
        progress=False,
    )


def _labels(batch: GroupedBatch, events: Integers, margin: float) -> Integers:
    """The group of each article, by its place."""
    of_article = batch.leaves[batch.copies.labels]
    known = events >= 0
    before = np.unique(np.stack((of_article[known], events[known]), axis=1), axis=0)
    return np.asarray(steady_groups(batch.tree, batch.threshold, margin, before)[of_article], np.int64)


def _by_label(numbers: Integers, labels: Iterable[int]) -> dict[int, list[int]]:
    """The numbers with each label, those without one (-1) left out."""
    groups: dict[int, list[int]] = {}
    for n, label in zip(numbers.tolist(), labels, strict=True):
        if label >= 0:
            groups.setdefault(label, []).append(n)
    return groups


def _store_relations(database: Database, numbers: Integers, copies: CopyGroups) -> None:
    """Write which article represents each, and how it relates to others."""
    n_of = dict(zip(map(str, copies.ids), numbers.tolist(), strict=True))
    firsts = numbers[copies.representative_rows[copies.labels]].tolist()
    database.set_relations(
        (n, first, *_relation_values(copies.relations.get(name), n_of), n_of[copies.origins[name]])
        for (name, n), first in zip(n_of.items(), firsts, strict=True)
    )


def _relation_values(found: Relation | None, n_of: Mapping[str, int]) -> tuple[Any, ...]:
    if found is None:
        return None, None, None, None
    return found.kind, n_of[found.to], found.jaccard, found.containment


def group_live(
    database: Database,
    state: LiveState,
    arrivals: Sequence[Arrival],
    batch: ReadBatch,
    settings: GroupingSettings,
    *,
    likely: Iterable[tuple[int, int]] = (),
    touched: Iterable[int] = (),
) -> Groups:
    """Place arriving articles among the copies and the events of the window, and group anew what they touch.

    `likely` are pairs of arriving articles that may be copies; `touched` are leaves whose scores have changed.
    """
    placed = place_copies(database, state, arrivals, batch, settings.copies, likely)
    for arrival in arrivals:
        place = placed.places[arrival.n]
        old = state.members.of_number.get(arrival.n)
        if place.representative not in placed.settled:
            event = old.event if old else None
            state.members.put(WindowArticle(arrival.n, arrival.leaf, place.representative, event))
    _store_places(database, placed)
    settling, settled = _leave_window(state, placed), _joining_settled(database, placed, arrivals, batch, settings)
    leaves = {*touched, *_measured_newcomers(database, state, arrivals, batch, placed, settings)}
    firsts = {placed.places[one.n].representative for one in arrivals} - placed.settled.keys()
    leaves |= {state.members.of_number[first].leaf for first in firsts}
    groups = _with_those_leaving(relink(state, leaves & state.members.n_of_leaf.keys(), settings), settling, state)
    return Groups({**groups.before, **settled.before}, [*groups.after, *settled.after])


def _store_places(database: Database, placed: PlacedCopies) -> None:
    origins: dict[int, int] = {}

    def origin_of(n: int) -> int:
        if n not in origins:
            place = placed.places.get(n)
            if place is None:
                (row,) = database.article_rows([n], texts=False)
                origins[n] = row.origin or n
            elif place.representative != n:
                origins[n] = origin_of(place.representative)
            else:
                origins[n] = n if place.to is None else origin_of(place.to)
        return origins[n]

    database.set_relations(
        (one.number, one.representative, one.kind, one.to, one.jaccard, one.containment, origin_of(one.number))
        for one in placed.places.values()
    )


def _measured_newcomers(
    database: Database,
    state: LiveState,
    arrivals: Sequence[Arrival],
    batch: ReadBatch,
    placed: PlacedCopies,
    settings: GroupingSettings,
) -> set[int]:
    """Compare the arriving articles that are no copies with the window; returns their leaves."""
    rows = [row for row, one in enumerate(arrivals) if placed.places[one.n].representative == one.n]
    rows.sort(key=lambda row: arrivals[row].leaf)
    if not rows:
        return set()
    leaves = np.array([arrivals[row].leaf for row in rows], np.int64)
    some = batch.take(np.array(rows, np.int64))
    newcomers = Newcomers(leaves, some.hashed, some.hours, some.published, _excerpt_leaves(state, placed, leaves))
    reports, scored = state.window.measured(newcomers, settings.events.window_hours)
    state.scores.append(scored)
    database.put_leaves("context", zip(leaves.tolist(), packed_reports(reports, scored, of_epoch=False), strict=True))
    return set(leaves.tolist())


def _excerpt_leaves(state: LiveState, placed: PlacedCopies, arriving: Integers) -> Integers:
    """Pairs of reports of which one prints a part of the other, and one at least is arriving.

    A copy that contains another report says so of the report that it copies; their pair has been scored if it could.
    """
    known = state.members.of_number
    firsts = ({known[n].representative for n in pair} for pair in placed.excerpts if all(n in known for n in pair))
    pairs = {tuple(sorted(known[n].leaf for n in pair)) for pair in firsts if len(pair) > 1}
    found = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    return np.compress(np.isin(found[:, 1], arriving), found, axis=0)


def _leave_window(state: LiveState, placed: PlacedCopies) -> dict[int, list[int]]:
    """Forget the articles of the window that have become copies of settled ones; returns them by event."""
    leaving: dict[int, list[int]] = {}
    for place in placed.places.values():
        old = state.members.of_number.get(place.number)
        if old is not None and place.representative in placed.settled:
            state.members.drop(place.number)
            state.is_outdated = True  # their words are counted in it
            if old.event is not None:
                leaving.setdefault(old.event, []).append(place.number)
    return leaving


def _with_those_leaving(groups: Groups, leaving: Mapping[int, Sequence[int]], state: LiveState) -> Groups:
    """The groups, with articles that are in no group of the window any more in their events before."""
    rest = {event: state.members.of_event(event) for event in leaving.keys() - groups.before.keys()}
    before = {**groups.before, **rest}
    before |= {event: sorted([*before[event], *numbers]) for event, numbers in leaving.items()}
    return Groups(before, [*groups.after, *filter(None, rest.values())])


def join_settled(
    database: Database, arrivals: Sequence[Arrival], batch: ReadBatch, settings: GroupingSettings
) -> Groups:
    """Let arriving copies of settled articles join their events, before the window is grouped without them."""
    placed = place_settled_copies(database, arrivals, batch, settings.copies)
    _store_places(database, placed)
    events = {row.event for row in database.article_rows(placed.places, texts=False)} - {None}
    before = {event: database.articles_of_event(event) for event in events if event is not None}
    groups = _joining_settled(database, placed, arrivals, batch, settings)
    return _with_the_rest({**before, **groups.before}, [sorted(group) for group in groups.after])


def _joining_settled(
    database: Database,
    placed: PlacedCopies,
    arrivals: Sequence[Arrival],
    batch: ReadBatch,
    settings: GroupingSettings,
) -> Groups:
    """The settled events that arriving copies join; such a copy is settled too."""
    joining: dict[int, list[int]] = {}
    for place in placed.places.values():
        first = placed.settled.get(place.representative)
        if first is not None and first.event is not None:
            joining.setdefault(first.event, []).append(place.number)
    before = {event: database.articles_of_event(event) for event in joining}
    numbers = {n for members in joining.values() for n in members}
    rows = [row for row, one in enumerate(arrivals) if one.n in numbers]
    keys = numbered_keys(batch.facts[rows], [arrivals[row].n for row in rows], settings.copies) if rows else []
    database.settle(((n, 0.0) for n in sorted(numbers)), keys)
    return Groups(before, [sorted({*before[event], *members}) for event, members in joining.items()])


def relink(state: LiveState, touched: Iterable[int], settings: GroupingSettings) -> Groups:
    """Group anew the components of reports around some leaves."""
    touched = set(touched)
    if not touched:
        return Groups({}, [])
    threshold, margin = state.window.epoch.threshold, settings.margin
    leaves = component_of(sorted(touched), state.scores.neighbours_of, threshold - margin)
    pairs, scores = state.scores.among(leaves)
    tree = relinked(leaves, pairs, scores)
    groups = [state.members.of_group(state.members.n_of_leaf[leaf]) for leaf in leaves.tolist()]
    event_of = {n: state.members.of_number[n].event for group in groups for n in group}
    pairs_before = {
        (place, event) for place, group in enumerate(groups) for n in group if (event := event_of[n]) is not None
    }
    before = np.array(sorted(pairs_before), np.int64).reshape(-1, 2)
    labels = steady_groups(tree, threshold, margin, before)
    after: dict[int, list[int]] = {}
    for group, label in zip(groups, labels.tolist(), strict=True):
        after.setdefault(label, []).extend(group)
    events = {event for event in event_of.values() if event is not None}
    return _with_the_rest({event: state.members.of_event(event) for event in sorted(events)}, list(after.values()))


def _with_the_rest(before: Mapping[int, Sequence[int]], after: list[list[int]]) -> Groups:
    """The groups, with what else is in the events before as groups of their own."""
    present = {n for group in after for n in group}
    rest = ([n for n in members if n not in present] for members in before.values())
    return Groups(before, [*after, *(group for group in rest if group)])
