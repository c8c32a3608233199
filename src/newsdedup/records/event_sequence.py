"""Records in order, found by their ids, by those of their articles, or by their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, overload

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from newsdedup.records.record import EventRecord, Report
from newsdedup.support.arguments import id_or_number, is_one_of
from newsdedup.support.errors import UnknownArticleError, UnknownEventError


@frozen(eq=False, repr=False)
class EventSequence(Sequence[EventRecord]):
    """Records, with the id and the event of each row of the input."""

    records: tuple[EventRecord, ...] = ()
    ids: tuple[str | None, ...] = ()
    labels: NDArray[np.int64] = field(factory=lambda: np.zeros(0, np.int64))

    @overload
    def __getitem__(self, index: int | str) -> EventRecord: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[EventRecord]: ...
    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return self.records[index]
        index = id_or_number(index, "event", "place")
        if not isinstance(index, str):
            return self.records[self._label(index)]
        if index not in self._by_event_id:
            raise UnknownEventError(self._no_event(index))
        return self._by_event_id[index]

    def _label(self, index: int) -> int:
        if not -len(self) <= index < len(self):
            raise IndexError(f"no event {index} among {len(self)}: they are numbered from 0")
        return index

    def __contains__(self, value: object) -> bool:
        return value in self._by_event_id if isinstance(value, str) else is_one_of(value, self.records)

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[EventRecord]:
        return iter(self.records)

    @cached_property
    def _by_event_id(self) -> dict[str, EventRecord]:
        return {record.event_id: record for record in self.records}

    def _no_event(self, name: str) -> str:
        if name in self._by_article:
            return f"{name!r} is the id of an article, not of an event: its event is events.of({name!r})"
        such = f"give one of their ids, such as {', '.join(map(repr, islice(self._by_event_id, 3)))}"
        return f"no event {name!r} among {len(self)}: {such if self.records else 'there are none'}"

    @cached_property
    def _by_article(self) -> dict[str, tuple[EventRecord, Report]]:
        return {report.id: (record, report) for record in self.records for report in record.articles}

    def of(self, article_id: str | int) -> EventRecord:
        """The record that an article is in; its id may be a number where the input has numbers.

        Raises
        ------
        UnknownArticleError
            If there is no such article, or it was rejected.
        """
        name = str(id_or_number(article_id)).strip()
        if name not in self._by_article:
            raise UnknownArticleError.of(name, self._by_article)
        return self._by_article[name][0]
