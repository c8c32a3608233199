"""The whole job: articles in, consolidated event records out."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from attrs import asdict, evolve

from newsdedup.articles.article import Article, Articles
from newsdedup.articles.intake import read_articles
from newsdedup.copies.find import find_copies
from newsdedup.copies.groups import CopyGroups
from newsdedup.events.embedding import Embed
from newsdedup.events.find import find_events
from newsdedup.events.groups import EventGroups
from newsdedup.events.model import Model
from newsdedup.languages import Role, roles_of
from newsdedup.records.assemble import Event, record_of_event
from newsdedup.records.collection import EventCollection
from newsdedup.records.record import EventRecord
from newsdedup.support.errors import InputError, SettingError
from newsdedup.support.processes import in_processes
from newsdedup.support.progress import shown
from newsdedup.support.settings import EVENTS, ReconcileSettings, as_data, checked, trusted_names

_MANY: Final = 4_000  # articles from which on several processes are sooner done than one
_CHUNK: Final = 200  # articles handed to a process at a time


def consolidate(
    articles_or_path: Any,
    *,
    policy: str | None = None,
    trusted: Sequence[str] = (),
    roles: Sequence[Role] = (),
    threshold: float | None = EVENTS.threshold,
    window_hours: float | None = EVENTS.window_hours,
    embed: Embed | None = None,
    evidence: Model | str | Path | None = None,
    seed: int = EVENTS.seed,
    threads: int | None = None,
    workers: int | None = None,
    progress: bool | None = None,
) -> EventCollection:
    """Group articles by the event that they report, and reconcile what they say of it in numbers.

    Parameters
    ----------
    articles_or_path : Articles, path, frame or iterable
        Anything that `read_articles` takes.
    policy : {"most_recent", "most_conservative", "most_origins", "trusted"}, optional
        How conflicting figures get a best value; without one it stays empty.
    trusted : sequence of str
        Sources or article ids in order of trust, for the policy "trusted".
    roles : sequence of Role, optional
        Further roles beside those of the languages: what else is counted, by which words it is known,
        and whether later reports rightly give other values.
    threshold, window_hours, embed, evidence, seed, threads, progress
        As for `find_events`.
    workers : int, optional
        Processes that read the events found; by default one, and one a core from a few thousand
        articles on. They change nothing in the result, and need no ``if __name__ == "__main__"``.

    Returns
    -------
    EventCollection
        A sequence of `EventRecord`, every article in exactly one.

    Examples
    --------
    >>> events = consolidate([
    ...     {"id": "a", "text": "Sáng 14/6, hội nghị trực tuyến toàn quốc khai mạc với hơn 10.000 điểm cầu."},
    ...     {"id": "b", "text": "Ngày 14/6, hội nghị trực tuyến toàn quốc có 11.000 điểm cầu tham gia."},
    ... ], threshold=0)
    >>> figure = events[0].figures[0]
    >>> figure.noun, figure.best, figure.status
    ('điểm cầu', Decimal('11000'), 'compatible')
    """
    settings, added = checked(ReconcileSettings, policy=policy, trusted=trusted_names(trusted)), roles_of(roles)
    read = read_articles(articles_or_path, progress=progress)
    events = find_events(
        read,
        threshold=threshold,
        window_hours=window_hours,
        embed=embed,
        evidence=evidence,
        seed=seed,
        threads=threads,
        progress=progress,
    )
    by_id_settings = evolve(settings, trusted=_trusted_ids(read, settings) or settings.trusted)
    groups = _events(read, shown(events.groups, "reconciling events", progress), events)
    work = functools.partial(_records, by_id_settings, added)
    made = in_processes(work, _chunks(groups), _workers(workers, len(read)))
    records = tuple(record for chunk in made for record in chunk)
    used = _settings_used(events, settings, added)
    return EventCollection(records, events.ids, events.labels, events.rejected, used, read.frame_kind)


def record_of(
    articles_or_path: Any,
    *,
    copies: CopyGroups | None = None,
    policy: str | None = None,
    trusted: Sequence[str] = (),
    roles: Sequence[Role] = (),
) -> EventRecord:
    """The record of articles that are known to report one event.

    Parameters
    ----------
    articles_or_path : Articles, path, frame or iterable
        Anything that `read_articles` takes; one article at least.
    copies : CopyGroups, optional
        Which of them are copies, where that is known; found where omitted.
    policy, trusted, roles
        As for `consolidate`.

    Returns
    -------
    EventRecord

    Examples
    --------
    >>> record = record_of(["Lũ làm 12 người chết ở Mai Pha.", "Mưa lũ đã làm 12 người thiệt mạng tại Mai Pha."])
    >>> [(figure.role, figure.best, figure.status) for figure in record.figures]
    [('dead', Decimal('12'), 'agree')]
    """
    settings, added = checked(ReconcileSettings, policy=policy, trusted=trusted_names(trusted)), roles_of(roles)
    read = read_articles(articles_or_path)
    if not read:
        raise InputError("a record needs one article at least: give some, or look into .rejected of read_articles()")
    settings = evolve(settings, trusted=_trusted_ids(read, settings) or settings.trusted)
    return record_of_event(_event(read, copies or find_copies(read), {}), settings, added)


def _events(articles: Articles, groups: Iterable[Sequence[str]], events: EventGroups) -> Iterator[Event]:
    """Each event with all that its record is made from."""
    by_id = {article.id: article for article in articles}
    likeness = _likeness(events)
    return (_event([by_id[name] for name in group], events.copies, likeness) for group in groups)


def _event(articles: Sequence[Article], copies: CopyGroups, likeness: Mapping[str, float]) -> Event:
    ids = [article.id for article in articles]
    return Event(
        articles=tuple(articles),
        origins={name: copies.origin_of(name) for name in ids},
        relations={name: copies.relations[name] for name in ids if name in copies.relations},
        likeness={name: likeness.get(name, 0.0) for name in ids},
    )


def _chunks(events: Iterable[Event]) -> Iterator[list[Event]]:
    """The events in order, a few hundred articles at a time."""
    chunk: list[Event] = []
    for event in events:
        chunk.append(event)
        if sum(len(one.articles) for one in chunk) >= _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _records(settings: ReconcileSettings, roles: tuple[Role, ...], events: Sequence[Event]) -> list[EventRecord]:
    return [record_of_event(event, settings, roles) for event in events]


def _workers(workers: int | None, n_articles: int) -> int:
    """How many processes a caller means; None is one a core where there are articles enough to keep it busy."""
    if workers is None:
        return (os.cpu_count() or 1) if n_articles >= _MANY else 1
    if not isinstance(workers, int) or workers < 1:
        raise SettingError(f"workers={workers!r} is no number of processes: give 1 or more, or None")
    return workers


def _settings_used(events: EventGroups, settings: ReconcileSettings, roles: Sequence[Role]) -> dict[str, Any]:
    used = as_data(events.copies.settings, events.settings, settings)
    return used | {
        "copy_threshold": events.copies.settings.threshold,
        "threshold": events.threshold,
        "trusted": list(settings.trusted),
        "roles": [asdict(role) for role in roles],
    }


def _trusted_ids(articles: Articles, settings: ReconcileSettings) -> tuple[str, ...]:
    """The trusted sources as article ids, in order of trust."""
    return tuple(
        article.id for name in settings.trusted for article in articles if name in (article.id, article.source)
    )


def _likeness(events: EventGroups) -> dict[str, float]:
    """For each article the sum of its scores with the other reports of its event."""
    left, right = events.pairs["left"], events.pairs["right"]
    within = events.labels[left] == events.labels[right]
    sums = np.zeros(len(events.ids))
    for ends in (left, right):
        np.add.at(sums, ends[within], events.pairs["score"][within])
    rows = zip(events.ids, sums, events.labels, strict=True)
    return {str(name): float(value) for name, value, label in rows if label >= 0}
