"""The whole job: articles in, event records out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import tzinfo
from pathlib import Path
from typing import Any, Final

from attrs import asdict

from newsdedup.articles.intake import articles_from
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.copies.find import find_copies
from newsdedup.copies.groups import CopyGroups
from newsdedup.events.evidence.embedding import Embed
from newsdedup.events.evidence.model import Model
from newsdedup.events.find import find_events
from newsdedup.events.groups import EventGroups
from newsdedup.languages import Role, roles_of
from newsdedup.records.assemble import assemble_record
from newsdedup.records.collection import EventCollection
from newsdedup.records.given_groups import found_before, label_of_each, own_groups
from newsdedup.records.grouped import records_of, with_grouping, with_trusted_ids
from newsdedup.records.record import EventRecord
from newsdedup.support.errors import SettingError, require
from newsdedup.support.settings import EVENTS, ArticlePairs, ReconcileSettings, as_data, checked, trusted_names

_NOT_WITH_GROUPS: Final = "the articles are not grouped again: leave it out, or give it to find_events"


def consolidate(
    articles_or_path: Any,
    *,
    groups: EventGroups | EventCollection | Mapping[Any, Any] | Iterable[Any] | None = None,
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
    timezone: str | tzinfo = READING.timezone,
    day_first: bool | None = None,
    encoding: str | None = None,
    strict: bool = False,
    max_characters: int = READING.max_characters,
    threads: int | None = None,
    workers: int | None = None,
    progress: bool | None = None,
) -> EventCollection:
    """Group articles by the event that they are about, and reconcile the figures that they print.

    Parameters
    ----------
    articles_or_path : Articles, path, frame or iterable
        Anything that `read_articles` takes.
    groups : EventGroups, EventCollection, mapping or iterable, optional
        The events, so that nothing is grouped again: the result of `find_events`; records of the same articles, as
        after `load`; a mapping of article ids to labels; or one label per row of the input, rejected rows included.
        Any hashable label will do; an article whose label is None, NaN or -1 is an event of its own. By default the
        events are found.
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
    columns, language, timezone, day_first, encoding, strict, max_characters
        As for `read_articles`.
    workers : int, optional
        Processes that read the articles of the events; by default one, or one per core for some thousand
        articles and more; no more than the machine has cores are started. The result does not depend on them, and
        they need no ``if __name__ == "__main__"``.

    Returns
    -------
    EventCollection
        A sequence of `EventRecord`, every article in exactly one.

    Raises
    ------
    InputError
        If the articles cannot be read, or a row is bad and `strict`.
    SettingError
        If an option has a value that is not allowed, `groups` are not those of the articles, or an option of grouping
        is given with them.
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
    grouping: dict[str, Any] = {
        "threshold": threshold,
        "window_hours": window_hours,
        "undated": undated,
        "together": together,
        "apart": apart,
        "embed": embed,
        "evidence": evidence,
        "seed": seed,
    }
    if groups is not None:
        _refuse_grouping(grouping)
    options = checked(ReconcileSettings, policy=policy, trusted=trusted_names(trusted), people=people)
    added = roles_of(roles)
    reading = ReadOptions(
        columns=columns,
        language=language,
        timezone=timezone,
        day_first=day_first,
        encoding=encoding,
        strict=strict,
        max_characters=max_characters,
    )
    articles = articles_from(articles_or_path, reading, progress)
    if groups is None:
        groups = find_events(articles, **grouping, threads=threads, progress=progress)
    if isinstance(groups, EventGroups):
        given, found = found_before(articles, groups), groups
    else:
        labels = label_of_each(groups) if isinstance(groups, EventCollection) else groups
        given, found = own_groups(articles, labels, threads, progress), None
    return EventCollection(
        records=records_of(articles, given.members, options, added, workers=workers, progress=progress),
        ids=articles.row_ids,
        labels=given.labels,
        rejected=articles.rejected,
        settings=_settings_used(given.members.copies, found, options, added),
        frame_origin=articles.frame_origin,
        groups=found,
        articles=articles,
        paths=articles.paths,
    )


def _refuse_grouping(options: Mapping[str, Any]) -> None:
    """An error that names the options of grouping that are not the defaults."""
    defaults = {"embed": None, "evidence": None, **asdict(EVENTS)}
    given = [name for name, value in options.items() if not _is_default(value, defaults[name])]
    if given:
        raise SettingError(f"{', '.join(f'{name}=' for name in given)} with groups=: {_NOT_WITH_GROUPS}")


def _is_default(value: Any, default: Any) -> bool:
    return value is default or (type(value) is type(default) and bool(value == default))


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
    timezone: str | tzinfo = READING.timezone,
    day_first: bool | None = None,
    encoding: str | None = None,
    strict: bool = False,
    max_characters: int = READING.max_characters,
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
    columns, language, timezone, day_first, encoding, strict, max_characters
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
        columns=columns,
        language=language,
        timezone=timezone,
        day_first=day_first,
        encoding=encoding,
        strict=strict,
        max_characters=max_characters,
    )
    articles = articles_from(articles_or_path, reading, needed_for="a record")
    if copies is None:
        copies = find_copies(articles)
    require(copies, CopyGroups, "copies= of record_of")
    event = with_grouping(articles, copies, {})
    return assemble_record(event, with_trusted_ids(options, articles), added)


def _settings_used(
    copies: CopyGroups, found: EventGroups | None, settings: ReconcileSettings, roles: Sequence[Role]
) -> dict[str, Any]:
    used = as_data(copies.settings, *([found.settings] if found else []), settings)
    return used | {
        "copy_threshold": copies.settings.threshold,
        "threshold": found.threshold if found else None,
        "roles": [as_data(role) for role in roles],
        **({} if found else {"groups": "given"}),
    }
