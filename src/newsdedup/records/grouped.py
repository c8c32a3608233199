"""Articles with their events, and the records of these."""

from __future__ import annotations

import functools
import os
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from attrs import evolve, field, frozen

from newsdedup.articles.article import Article, Articles, earliest_first
from newsdedup.copies.find import find_copies
from newsdedup.copies.groups import CopyGroups
from newsdedup.copies.pairs import sums_within
from newsdedup.events.groups import EventGroups
from newsdedup.languages import Role
from newsdedup.records.assemble import GroupedArticles, assemble_record
from newsdedup.records.record import EventRecord
from newsdedup.support.arguments import whole_option
from newsdedup.support.processes import in_processes, process_count
from newsdedup.support.progress import log, shown
from newsdedup.support.settings import CopySettings, ReconcileSettings

_MANY_ARTICLES: Final = 4_000  # articles above which several processes finish sooner than one
_ARTICLES_AT_ONCE: Final = 200  # articles that a process gets at once


@frozen
class EventMembers:
    """The articles of each event, with what their records need of grouping; each mapping is by article id."""

    groups: tuple[tuple[str, ...], ...]
    copies: CopyGroups
    likeness: Mapping[str, float] = field(factory=dict)  # the sum of its scores with the others of its event

    @classmethod
    def of(cls, found: EventGroups) -> EventMembers:
        """Those of events that were found."""
        return cls(found.groups, found.copies, summed_scores(found))


def records_of(
    articles: Articles,
    members: EventMembers,
    settings: ReconcileSettings,
    roles: tuple[Role, ...] = (),
    *,
    workers: int | None = None,
    progress: bool | None = None,
) -> tuple[EventRecord, ...]:
    """The records of events, in their order; `roles` are added to those of the languages."""
    events = articles_of_events(articles, members, progress)
    assemble = functools.partial(_assemble_each, with_trusted_ids(settings, articles), roles)
    assembled = in_processes(assemble, _chunks(events), _n_processes(workers, len(articles)))
    return tuple(record for chunk in assembled for record in chunk)


def grouped_articles(articles: Articles, found: EventGroups, progress: bool | None) -> Iterator[GroupedArticles]:
    """The articles of each event that was found, with what its record needs of grouping."""
    return articles_of_events(articles, EventMembers.of(found), progress)


def articles_of_events(
    articles: Articles, members: EventMembers, progress: bool | None = None
) -> Iterator[GroupedArticles]:
    """The articles of each event, with what its record needs of grouping."""
    by_id = {article.id: article for article in articles}
    for group in shown(members.groups, "reconciling events", progress):
        yield with_grouping([by_id[name] for name in group], members.copies, members.likeness)


def with_grouping(articles: Sequence[Article], copies: CopyGroups, likeness: Mapping[str, float]) -> GroupedArticles:
    """The articles of one event; copies are those within it, whatever its articles copy of others."""
    ids = [article.id for article in articles]
    if not _are_within(ids, copies):
        copies = copies_again(Articles(tuple(articles), tuple(range(len(articles)))), copies.settings)
    return GroupedArticles(
        articles=tuple(articles),
        origins={name: copies.origin_of(name) for name in ids},
        relations={name: copies.relations[name] for name in ids if name in copies.relations},
        likeness={name: likeness.get(name, 0.0) for name in ids},
    )


def copies_again(articles: Articles, settings: CopySettings) -> CopyGroups:
    """The copies among some articles, found as among all."""
    options = {name: getattr(settings, name) for name in ("threshold", "shingle_size", "num_perm", "seed")}
    return find_copies(articles, **options, progress=False)


def _are_within(ids: Sequence[str], copies: CopyGroups) -> bool:
    """Whether all that these articles copy is among them."""
    known = set(ids)
    related = (copies.relations[name].to for name in ids if name in copies.relations)
    return known.issuperset(related) and known.issuperset(copies.origin_of(name) for name in ids)


def summed_scores(found: EventGroups, among: Container[str | None] | None = None) -> dict[str, float]:
    """For each article the sum of its scores with the others of its event, or those `among` some ids."""
    ends, scores = np.stack((found.pairs["left"], found.pairs["right"]), axis=1), found.pairs["score"]
    if among is not None:
        is_in = np.array([name in among for name in found.ids], bool)
        inside = is_in[ends].all(axis=1)
        ends, scores = ends[inside], scores[inside]
    sums = sums_within(ends, scores, found.labels)
    rows = zip(found.ids, sums, found.labels, strict=True)
    return {str(name): float(value) for name, value, label in rows if label >= 0}


def with_trusted_ids(settings: ReconcileSettings, articles: Iterable[Article]) -> ReconcileSettings:
    """Settings with the trusted sources as article ids, in order of trust; of one source the earliest article first.

    Those of an event are in the same order whether its articles are given or those of all events.
    """
    if not settings.trusted:
        return settings
    named: dict[str | None, list[str]] = defaultdict(list)
    for one in sorted(articles, key=earliest_first):
        for name in {one.id, one.source}:
            named[name].append(one.id)
    ids = (article_id for name in settings.trusted for article_id in named.get(name, ()))
    return evolve(settings, trusted=tuple(dict.fromkeys(ids)) or settings.trusted)


def _chunks(events: Iterable[GroupedArticles]) -> Iterator[list[GroupedArticles]]:
    """The events in order, some hundred articles at a time."""
    chunk: list[GroupedArticles] = []
    for event in events:
        chunk.append(event)
        if sum(len(one.articles) for one in chunk) >= _ARTICLES_AT_ONCE:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _assemble_each(
    settings: ReconcileSettings, roles: tuple[Role, ...], events: Sequence[GroupedArticles]
) -> list[EventRecord]:
    return [assemble_record(event, settings, roles) for event in events]


def _n_processes(workers: int | None, n_articles: int) -> int:
    """The number of processes for an option; for None one per core if there are enough articles."""
    if workers is None:
        return (os.cpu_count() or 1) if n_articles >= _MANY_ARTICLES else 1
    workers = whole_option("workers", workers, 1)
    if workers > process_count(workers):
        log.info("workers=%d: the cores of this machine allow %d", workers, process_count(workers))
    return process_count(workers)
