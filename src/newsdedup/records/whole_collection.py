"""The lines of a saved collection beside its records, and whether all that was saved is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import field, frozen

from newsdedup.articles.article import Rejection
from newsdedup.languages import Role
from newsdedup.records.record import SCHEMA, EventRecord
from newsdedup.support.errors import InputError, SettingError, in_message
from newsdedup.support.field_checks import FieldError, at_least
from newsdedup.support.settings import ReconcileSettings
from newsdedup.support.typed_data import reader_of, with_floats

HEAD_FIELD: Final = "collection"  # of the first line alone: the schema
END_FIELD: Final = "end_of_collection"  # of the last line alone: the schema


def _has_schema(_instance: Any, attribute: Any, value: int) -> None:
    if value != SCHEMA:
        raise FieldError(f"a collection of schema {value}; this version reads schema {SCHEMA}", attribute.name)


@frozen(kw_only=True)
class CollectionHead:
    """The first line of a saved collection: all that it has beside its records."""

    collection: int = field(default=SCHEMA, validator=_has_schema)
    ids: tuple[str | None, ...]
    labels: tuple[int, ...]
    rejected: tuple[Rejection, ...]
    settings: Mapping[str, Any]
    notes: tuple[str, ...] = ()


@frozen(kw_only=True)
class CollectionEnd:
    """The last line of a saved collection: how many events and articles are in the lines before."""

    end_of_collection: int = field(default=SCHEMA, validator=_has_schema)
    events: int = field(validator=at_least(0))
    articles: int = field(validator=at_least(0))

    def require(self, records: Sequence[EventRecord]) -> None:
        """Raise an error unless a file has as many records and articles as were saved."""
        found = counts_of(records)
        if (self.events, self.articles) != found:
            raise InputError(
                f"{found[0]} of {self.events} events and {found[1]} of {self.articles} articles are there, as the "
                "last line counts them: lines were lost or added; save the events again"
            )


def counts_of(records: Iterable[EventRecord]) -> tuple[int, int]:
    """How many events there are, and how many articles."""
    sizes = [record.n_articles for record in records]
    return len(sizes), sum(sizes)


def end_line(records: Sequence[EventRecord]) -> dict[str, Any]:
    """The last line of a saved collection."""
    events, articles = counts_of(records)
    return {END_FIELD: SCHEMA, "events": events, "articles": articles}


read_end: Final = reader_of(CollectionEnd, required=(END_FIELD,))
_read_head: Final = reader_of(CollectionHead, required=(HEAD_FIELD,), settings=with_floats)


def head_from(data: Mapping[str, Any]) -> CollectionHead:
    """The head of a collection from its plain data, checked.

    Raises
    ------
    FieldError
        If a field is not what it may be.
    """
    head: CollectionHead = _read_head(data)
    if len(head.ids) != len(head.labels):
        raise FieldError(f"{len(head.labels)} labels are not one for each of {len(head.ids)} ids", "labels")
    try:
        ReconcileSettings.from_data(head.settings)
        tuple(map(Role.from_data, head.settings.get("roles", ())))
    except (SettingError, TypeError, ValueError, AttributeError) as problem:
        raise FieldError(str(problem), "settings") from None
    for number, one in enumerate(head.rejected):
        if one.row < 0 or (head.ids and one.row >= len(head.ids)):  # records without rows may have rejected ones
            raise FieldError(f"{in_message(one.row)} is none of {len(head.ids)} rows", "rejected", number, "row")
    return head


def in_order_of(head: CollectionHead, records: Sequence[EventRecord]) -> tuple[EventRecord, ...]:
    """The records by the labels of their articles, so that the order of the lines does not matter.

    Raises
    ------
    InputError
        If an event is missing, or has other articles than the head says.
    """
    n_events = max(head.labels, default=-1) + 1
    if min(head.labels, default=0) < -1:
        raise FieldError("a label is the number of an event, or -1", "labels")
    if not n_events:  # records without rows, as a caller may put them together
        return tuple(records)
    rows = [(name, label) for name, label in zip(head.ids, head.labels, strict=True) if label >= 0]
    label_of = dict(rows)
    if len(label_of) < len(rows) or len(set(label_of.values())) < n_events:
        raise FieldError("the labels do not number the events of the articles, from 0", "labels")
    by_label: dict[int, EventRecord] = {}
    for record in records:
        labels = {label_of.get(report.id) for report in record.articles}
        label = labels.pop()
        if labels or label is None:
            raise InputError(f"the event {record.event_id!r} has other articles than the first line says")
        by_label[label] = record
    _require_all(n_events, by_label, len(rows))
    return tuple(by_label[label] for label in range(n_events))


def _require_all(n_events: int, by_label: Mapping[int, EventRecord], n_articles: int) -> None:
    events, articles = counts_of(by_label.values())
    if events < n_events:
        raise InputError(f"{events} of {n_events} events are there: the file is cut off, or lines were deleted")
    if articles != n_articles:
        raise InputError(f"{articles} of {n_articles} articles are there: an event has lost some")
