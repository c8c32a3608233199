"""The records of events as they stood at a moment: from the articles that were published until then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, Final

import numpy as np
from attrs import field, frozen

from newsdedup.articles.article import Article, Articles, first_moment
from newsdedup.events.groups import EventGroups
from newsdedup.kernels.ragged import Integers
from newsdedup.languages import Role
from newsdedup.records.grouped import EventMembers, copies_again, records_of, summed_scores
from newsdedup.records.record import EventRecord
from newsdedup.support.components import by_appearance, groups_of
from newsdedup.support.errors import InputError, SettingError, in_message, warn_of_articles
from newsdedup.support.settings import CopySettings, ReconcileSettings, checked

_OF_COPIES: Final = ("shingle_size", "num_perm", "seed", "containment")


@frozen
class PastEvents:
    """The records at a moment, and which rows their articles are."""

    records: tuple[EventRecord, ...]
    rows: Sequence[int]
    labels: Integers  # of these rows
    moment: str  # ISO 8601


@frozen(kw_only=True)
class PresentEvents:
    """The events whose past is asked for: rows, their labels and articles, and how the records were made."""

    ids: Sequence[str | None]
    labels: Integers
    articles: Articles
    groups: EventGroups | None
    settings: Mapping[str, Any] = field(factory=dict)

    def at(self, given: Any) -> PastEvents:
        """The records from what was published until a moment, each in the event that it is in now."""
        moment = _moment_option(given)
        by_id = {article.id: article for article in self.articles}
        present = [(row, by_id[str(self.ids[row])]) for row in np.flatnonzero(self.labels >= 0).tolist()]
        _warn_of_undated([article for _, article in present if article.published_at is None])
        kept = [(row, one) for row, one in present if one.published_at and first_moment(one.published_at) <= moment]
        rows = [row for row, _ in kept]
        labels = by_appearance(self.labels[rows])
        articles = Articles(tuple(one for _, one in kept), tuple(range(len(kept))))
        records = self._records(articles, groups_of(articles.row_ids, labels)) if kept else ()
        return PastEvents(records, rows, labels, moment.isoformat())

    def _records(self, articles: Articles, groups: tuple[tuple[str, ...], ...]) -> tuple[EventRecord, ...]:
        names = {article.id for article in articles}
        likeness = summed_scores(self.groups, among=names) if self.groups else {}
        members = EventMembers(groups, copies_again(articles, self._copy_settings()), likeness)
        roles = tuple(map(Role.from_data, self.settings.get("roles", ())))
        return records_of(articles, members, ReconcileSettings.from_data(self.settings), roles)

    def _copy_settings(self) -> CopySettings:
        options = {name: self.settings[name] for name in _OF_COPIES if name in self.settings}
        if "copy_threshold" in self.settings:
            options["threshold"] = self.settings["copy_threshold"]
        return checked(CopySettings, **options)


def _moment_option(given: Any) -> datetime:
    """A moment that a caller gives; a day without a time is the end of it, a time without a zone is in UTC."""
    value = given
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            value = _moment_from(value)
    if not isinstance(value, date):
        raise SettingError(
            f"moment={in_message(given)} is not a moment: "
            "give a datetime, a date, or ISO 8601 such as '2025-06-14T18:00+07:00'"
        )
    if not isinstance(value, datetime):
        return datetime.combine(value, time.max, UTC)
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _moment_from(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _warn_of_undated(undated: Sequence[Article]) -> None:
    if undated:
        number = len(undated)
        warn_of_articles(
            f"{number} {'article has' if number == 1 else 'articles have'} no date of publication "
            f"(the first is {undated[0].id!r}) and no part in the past: give dates to have them in it"
        )


def articles_in_memory(articles: Articles | None) -> Articles:
    """The articles of a collection; an error that says how to get them where they are not in memory."""
    if articles is None:
        raise InputError(
            "these records have no articles, whose texts are not saved: read them again, "
            "as in consolidate(articles, groups=events).at(moment)"
        )
    return articles
