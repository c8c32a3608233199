"""The whole job: articles in, event records out."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from attrs import asdict, evolve

from newsdedup.articles.article import Article, Articles, earliest_first
from newsdedup.articles.intake import articles_from
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.copies.find import find_copies
from newsdedup.copies.groups import CopyGroups
from newsdedup.copies.pairs import sums_within
from newsdedup.events.evidence.embedding import Embed
from newsdedup.events.evidence.model import Model
from newsdedup.events.find import find_events
from newsdedup.events.groups import EventGroups
from newsdedup.languages import Role, roles_of
from newsdedup.records.assemble import GroupedArticles, assemble_record
from newsdedup.records.collection import EventCollection
from newsdedup.records.record import EventRecord
from newsdedup.support.errors import InputError, SettingError
from newsdedup.support.processes import in_processes
from newsdedup.support.progress import shown
from newsdedup.support.settings import EVENTS, ArticlePairs, ReconcileSettings, as_data, checked, trusted_names

_MANY_ARTICLES: Final = 4_000  # articles above which several processes finish sooner than one
_ARTICLES_AT_ONCE: Final = 200  # articles that a process gets at once


def consolidate(
    articles_or_path: Any,
    *,
    policy: str | None = None,
    trusted: Sequence[str] = (),
    roles: Sequence[Role] = (),
    people: bool = True,
    threshold: float | None = EVENTS.threshold,
    window_hours: float | None = EVENTS.window_hours,
    undated: str = EVENTS.undated,
    together: ArticlePairs = (),
    apart: ArticlePairs = (),
    embed: Embed | None = None,
    evidence: Model | str | Path | None = None,
    seed: int = EVENTS.seed,
    columns: Mapping[str, str] | None = None,
    language: str | None = None,
    timezone: str = READING.timezone,
    day_first: bool | None = None,
    encoding: str | None = None,
    strict: bool = False,
    threads: int | None = None,
    workers: int | None = None,
    progress: bool | None = None,
) -> EventCollection:
    """Group articles by the event that they are about, and reconcile the figures that they print.

    Parameters
    ----------
    articles_or_path : Articles, path, frame or iterable
        Anything that `read_articles` takes.
    policy : {"most_recent", "most_conservative", "most_origins", "trusted"}, optional
        Which value of a conflict is the best; without a policy it stays empty.
    trusted : sequence of str
        Sources or article ids in order of trust, for the policy "trusted".
    roles : sequence of Role, optional
        Roles in addition to those of the languages: what else is counted, which words mean it, and
        whether later articles rightly give other values.
    people : bool
        Whether the records have the people whom the articles name, with their offices, roles and ages. Figures, quotes
        and sentences keep the articles' own words either way.
    threshold, window_hours, undated, together, apart, embed, evidence, seed, threads, progress
        As for `find_events`.
    columns, language, timezone, day_first, encoding, strict
        As for `read_articles`.
    workers : int, optional
        Processes that read the articles of the events; by default one, or one per core for some thousand
        articles and more. The result does not depend on them, and they need no ``if __name__ == "__main__"``.

    Returns
    -------
    EventCollection
        A sequence of `EventRecord`, every article in exactly one.

    Raises
    ------
    InputError
        If the articles cannot be read, or a row is bad and `strict`.
    SettingError
        If an option has a value that is not allowed.
    UnknownArticleError
        If `together` or `apart` names an article that there is not, or that was rejected.

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
    options = checked(ReconcileSettings, policy=policy, trusted=trusted_names(trusted), people=people)
    added = roles_of(roles)
    reading = ReadOptions(
        columns=columns, language=language, timezone=timezone, day_first=day_first, encoding=encoding, strict=strict
    )
    articles = articles_from(articles_or_path, reading, progress)
    found = find_events(
        articles,
        threshold=threshold,
        window_hours=window_hours,
        undated=undated,
        together=together,
        apart=apart,
        embed=embed,
        evidence=evidence,
        seed=seed,
        threads=threads,
        progress=progress,
    )
    events = grouped_articles(articles, found, progress)
    assemble = functools.partial(_assemble_each, with_trusted_ids(options, articles), added)
    assembled = in_processes(assemble, _chunks(events), _n_processes(workers, len(articles)))
    records = tuple(record for chunk in assembled for record in chunk)
    used = _settings_used(found, options, added)
    return EventCollection(records, found.ids, found.labels, found.rejected, used, articles.frame_origin)


def record_of(
    articles_or_path: Any,
    *,
    copies: CopyGroups | None = None,
    policy: str | None = None,
    trusted: Sequence[str] = (),
    roles: Sequence[Role] = (),
    people: bool = True,
    columns: Mapping[str, str] | None = None,
    language: str | None = None,
    timezone: str = READING.timezone,
    day_first: bool | None = None,
    encoding: str | None = None,
    strict: bool = False,
) -> EventRecord:
    """The record of articles that are known to be about one event.

    Parameters
    ----------
    articles_or_path : Articles, path, frame or iterable
        Anything that `read_articles` takes; at least one article.
    copies : CopyGroups, optional
        Which of them are copies; found where omitted.
    policy, trusted, roles, people
        As for `consolidate`.
    columns, language, timezone, day_first, encoding, strict
        As for `read_articles`.

    Returns
    -------
    EventRecord

    Raises
    ------
    InputError
        If the articles cannot be read, there are none, or a row is bad and `strict`.
    SettingError
        If an option has a value that is not allowed.

    Examples
    --------
    >>> record = record_of(["Lũ làm 12 người chết ở Mai Pha.", "Mưa lũ đã làm 12 người thiệt mạng tại Mai Pha."])
    >>> [(figure.role, figure.best, figure.status) for figure in record.figures]
    [('dead', Decimal('12'), 'agree')]
    """
    options = checked(ReconcileSettings, policy=policy, trusted=trusted_names(trusted), people=people)
    added = roles_of(roles)
    reading = ReadOptions(
        columns=columns, language=language, timezone=timezone, day_first=day_first, encoding=encoding, strict=strict
    )
    articles = articles_from(articles_or_path, reading)
    if not articles:
        raise InputError("a record needs at least one article: give some, or look into .rejected of read_articles()")
    event = _with_grouping(articles, copies or find_copies(articles), {})
    return assemble_record(event, with_trusted_ids(options, articles), added)


def grouped_articles(articles: Articles, found: EventGroups, progress: bool | None) -> Iterator[GroupedArticles]:
    """The articles of each event, with what its record needs of grouping."""
    by_id = {article.id: article for article in articles}
    likeness = summed_scores(found)
    for group in shown(found.groups, "reconciling events", progress):
        yield _with_grouping([by_id[name] for name in group], found.copies, likeness)


def _with_grouping(articles: Sequence[Article], copies: CopyGroups, likeness: Mapping[str, float]) -> GroupedArticles:
    ids = [article.id for article in articles]
    return GroupedArticles(
        articles=tuple(articles),
        origins={name: copies.origin_of(name) for name in ids},
        relations={name: copies.relations[name] for name in ids if name in copies.relations},
        likeness={name: likeness.get(name, 0.0) for name in ids},
    )


def summed_scores(found: EventGroups) -> dict[str, float]:
    """For each article the sum of its scores with the others of its event."""
    ends = np.stack((found.pairs["left"], found.pairs["right"]), axis=1)
    sums = sums_within(ends, found.pairs["score"], found.labels)
    rows = zip(found.ids, sums, found.labels, strict=True)
    return {str(name): float(value) for name, value, label in rows if label >= 0}


def with_trusted_ids(settings: ReconcileSettings, articles: Iterable[Article]) -> ReconcileSettings:
    """Settings with the trusted sources as article ids, in order of trust; of one source the earliest article first.

    Those of an event are in the same order whether its articles are given or those of all events.
    """
    if not settings.trusted:
        return settings
    in_order = sorted(articles, key=earliest_first)
    ids = (one.id for name in settings.trusted for one in in_order if name in (one.id, one.source))
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
    if not isinstance(workers, int) or workers < 1:
        raise SettingError(f"workers={workers!r} is not a number of processes: give 1 or more, or None")
    return workers


def _settings_used(found: EventGroups, settings: ReconcileSettings, roles: Sequence[Role]) -> dict[str, Any]:
    used = as_data(found.copies.settings, found.settings, settings)
    return used | {
        "copy_threshold": found.copies.settings.threshold,
        "threshold": found.threshold,
        "roles": [asdict(role) for role in roles],
    }
