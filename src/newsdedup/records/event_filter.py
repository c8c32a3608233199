"""Which records meet the conditions of a search: a status, days, a place, a person, words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

import numpy as np
from attrs import frozen

from newsdedup.records.record import EventRecord
from newsdedup.support.arguments import status_options, text_option
from newsdedup.support.errors import SettingError, in_message
from newsdedup.support.missing import is_missing_value
from newsdedup.text.search import TextQuery, folded_words, text_query

_MONTHS_OF_YEAR: Final = 12
_YEAR_OR_MONTH: Final = re.compile(r"(\d{4})(?:-(\d{2}))?")
_WHOLE_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@frozen
class EventFilter:
    """The conditions of a search, all of which a record must meet; None is no condition."""

    statuses: frozenset[str] | None = None
    since: str | None = None  # ISO days
    until: str | None = None
    query: TextQuery | None = None
    place: str | None = None  # folded
    person: str | None = None

    @classmethod
    def of(cls, *, status: Any, since: Any, until: Any, text: Any, place: Any, person: Any) -> EventFilter:
        """The conditions that a caller gives, checked."""
        first, last = bound_option("since", since), bound_option("until", until)
        if first and last and first > last:
            raise SettingError(
                f"since={in_message(since)} is after until={in_message(until)}: give the first day and the last"
            )
        words = _search_words("text", text)
        return cls(
            statuses=status_options(status),
            since=first,
            until=last,
            query=None if words is None else text_query(words),
            place=_folded_name("place", place),
            person=_folded_name("person", person),
        )

    def takes(self, record: EventRecord) -> bool:
        """Whether a record meets all conditions."""
        return (
            (self.statuses is None or any(one.status in self.statuses for one in record.figures))
            and self._takes_days(record)
            and (self.place is None or any(folded_words(one.name) == self.place for one in record.places))
            and (self.person is None or any(folded_words(one.name) == self.person for one in record.people))
            and (self.query is None or _has_words(record, self.query))
        )

    def hint(self, records: Iterable[EventRecord]) -> str | None:
        """Where no record is found: the whole names with the words of the person or the place that was asked for."""
        people, places = set[str](), set[str]()
        for record in records:
            people.update(one.name for one in record.people)
            places.update(one.name for one in record.places)
        for name, wanted, known in (("person", self.person, people), ("place", self.place, places)):
            near = sorted(one for one in known if wanted and f" {wanted} " in f" {folded_words(one)} ")
            if near and wanted not in [folded_words(one) for one in near]:
                return f"no event has the {name} {wanted!r}: names are whole, such as {', '.join(map(repr, near[:3]))}"
        return None

    def _takes_days(self, record: EventRecord) -> bool:
        if self.since is None and self.until is None:
            return True
        first, last = days_of(record)
        return first is not None and last is not None and self._overlaps(first, last)

    def _overlaps(self, first: str, last: str) -> bool:
        return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)


def days_of(record: EventRecord) -> tuple[str | None, str | None]:
    """First and last day of an event, by which it is searched: where its year is known."""
    days = [day for day in (record.start_date, record.end_date) if day and _WHOLE_DAY.fullmatch(day)]
    return (days[0], days[-1]) if days else (None, None)


def bound_option(name: str, given: Any) -> str | None:
    """The first day (``since``) or the last (``until``) that a caller gives; a month or a year stands for its own."""
    if not isinstance(given, str) or not (found := _YEAR_OR_MONTH.fullmatch(given)):
        return day_option(name, given)
    is_first, year = name == "since", int(found[1])
    month = int(found[2] or (1 if is_first else 12))
    is_month = year > 0 and 1 <= month <= _MONTHS_OF_YEAR
    return day_option(name, date(year, month, 1 if is_first else monthrange(year, month)[1]) if is_month else given)


def day_option(name: str, given: Any) -> str | None:
    """A day that a caller gives, in ISO 8601."""
    if given is None:
        return None
    try:
        return _as_day(given).isoformat()[:10]
    except (TypeError, ValueError) as problem:
        raise SettingError(
            f"{name}={in_message(given)} is not a day: give a date, or ISO 8601 such as '2025-06-14'"
        ) from problem


def _as_day(given: Any) -> date:
    if isinstance(given, np.datetime64):
        given = given.astype("datetime64[D]").item()
    return given if isinstance(given, date) and not is_missing_value(given) else date.fromisoformat(given)


def _search_words(name: str, given: Any) -> str | None:
    """What to search for; words that fold to nothing would find everything."""
    words = text_option(name, given)
    if words is not None and not folded_words(words):
        raise SettingError(f"{name}={in_message(given)} has no words: give what to search for, or leave it out")
    return words


def _folded_name(name: str, given: Any) -> str | None:
    words = _search_words(name, given)
    return None if words is None else folded_words(words)


def _has_words(record: EventRecord, query: TextQuery) -> bool:
    """Whether a record has all words of a query, each phrase within one of its texts."""
    folded = [folded_words(text) for text in dict.fromkeys(_texts_of(record)) if text]
    known = {word for text in folded for word in text.split()}
    return known.issuperset(query.words) and all(
        any(f" {phrase} " in f" {text} " for text in folded) for phrase in query.phrases
    )


def _texts_of(record: EventRecord) -> Iterator[str | None]:
    """All that a record has of the articles' own words, and its names."""
    yield record.title
    yield from (one.title for one in record.articles)
    for passages in (record.key_sentences, record.only_in, record.quotes, record.timeline):
        yield from (one.text for one in passages)
    yield from (claim.sentence for figure in record.figures for claim in figure.claims)
    for person in record.people:
        yield from (person.name, person.office)
    yield from (one.name for one in record.places)
