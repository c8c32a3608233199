"""Events that a caller gives: those found before, or labels of the caller's own."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Set
from typing import Any, Final

import numpy as np
from attrs import frozen

from newsdedup.articles.article import Articles
from newsdedup.articles.fields import is_missing, text_or_none
from newsdedup.articles.scoring import WithLabels, labels_by_place, labels_by_row
from newsdedup.copies.find import find_copies
from newsdedup.events.groups import EventGroups
from newsdedup.kernels.ragged import Integers
from newsdedup.records.grouped import EventMembers
from newsdedup.support.arguments import is_list
from newsdedup.support.components import by_appearance, groups_of
from newsdedup.support.errors import SettingError, in_message

_SHOWN_IDS: Final = 3
_NO_EVENT: Final = -1  # what clusterers call rows that are in no group


@frozen
class GivenEvents:
    """The events of articles, and the label of each row of the input."""

    labels: Integers
    members: EventMembers


def found_before(articles: Articles, found: EventGroups) -> GivenEvents:
    """The events of articles that were grouped before."""
    label_of = label_of_each(found)
    _check_ids_match(articles, label_of, "the groups were found without")
    labels = _labels_by_row(articles, label_of)
    if labels.tolist() == found.labels.tolist():
        return GivenEvents(labels, EventMembers.of(found))
    labels = by_appearance(labels)
    whole = EventMembers.of(found)
    return GivenEvents(labels, EventMembers(groups_of(articles.row_ids, labels), whole.copies, whole.likeness))


def label_of_each(found: WithLabels) -> dict[str, int]:
    """The label of each article by id, without rejected rows, which can have the id of an article."""
    rows = zip(found.ids, found.labels.tolist(), strict=True)
    return {str(name): label for name, label in rows if label >= 0}


def own_groups(articles: Articles, groups: Any, threads: int | None, progress: bool | None) -> GivenEvents:
    """The events that a caller's labels name; copies are searched among all articles."""
    labels = by_appearance(_numbered_labels(articles, _labels_of(articles, groups)))
    copies = find_copies(articles, threads=threads, progress=progress)
    return GivenEvents(labels, EventMembers(groups_of(articles.row_ids, labels), copies))


def _labels_of(articles: Articles, groups: Any) -> list[Any]:
    """The label of each row of the input, as it is given."""
    from narwhals.dependencies import is_pandas_series

    if isinstance(groups, Mapping):
        return _labels_by_id(articles, groups)
    if isinstance(groups, Set) or not is_list(groups):  # a set has no order
        raise SettingError(
            f"groups={in_message(groups)} is not a grouping: "
            "give the result of find_events, a mapping of article ids to "
            "labels, or one label per row of the input"
        )
    if is_pandas_series(groups):
        by_place = labels_by_place(groups, articles.row_ids, articles.frame_origin.index)
        return _labels_by_id(articles, groups) if by_place is None else by_place
    return labels_by_row(groups, articles.row_ids, articles.frame_origin.index)


def _labels_by_id(articles: Articles, groups: Any) -> list[Any]:
    """The labels of a mapping or a pandas Series by row; its ids may be numbers, as they may be in the input."""
    by_id: dict[str | None, Any] = {}
    for given, label in groups.items():
        name = text_or_none(given)
        if by_id.setdefault(name, label) is not label and by_id[name] != label:
            raise SettingError(f"groups= has two labels for {name!r}, {by_id[name]!r} and {label!r}: give it one")
    _check_ids_match(articles, by_id, "groups= has no label for")
    return [None if name is None else by_id.get(name) for name in articles.row_ids]


def _check_ids_match(articles: Articles, label_of: Mapping[Any, Any], missing_words: str) -> None:
    """An error unless the ids of a grouping are those of the articles; rejected ones may have a label."""
    known = {article.id: None for article in articles}
    if missing := [name for name in known if name not in label_of]:
        raise SettingError(
            f"{missing_words} {_counted_ids(missing)}: give a label for every article "
            "(None makes it an event of its own), or group the articles again"
        )
    rejected = {one.id for one in articles.rejected}
    if unknown := [name for name in label_of if name not in known and name not in rejected]:
        raise SettingError(
            f"groups= has {_counted_ids(unknown)}, which the input does not have: give the articles that were grouped"
        )


def _counted_ids(ids: list[Any]) -> str:
    more = f", … ({len(ids)} in all)" if len(ids) > _SHOWN_IDS else ""
    return f"{', '.join(map(repr, ids[:_SHOWN_IDS]))}{more}"


def _labels_by_row(articles: Articles, label_of: Mapping[str, int]) -> Integers:
    labels = np.full(articles.n_rows, -1, np.int64)
    labels[list(articles.rows)] = [label_of[article.id] for article in articles]
    return labels


def _numbered_labels(articles: Articles, given: list[Any]) -> Integers:
    """Numbers for the labels of the rows that were accepted; a row without a label has one of its own."""
    numbers: dict[Hashable, int] = {}
    labels = np.full(articles.n_rows, -1, np.int64)
    for row in articles.rows:
        label = _hashable(given[row])
        labels[row] = numbers.setdefault(("no event", row) if _is_no_event(label) else (label,), len(numbers))
    return labels


def _is_no_event(label: Any) -> bool:
    return is_missing(label) or (not isinstance(label, str) and label == _NO_EVENT)


def _hashable(label: Any) -> Hashable:
    try:
        hash(label)
    except TypeError as problem:
        raise SettingError(
            f"groups= has the label {label!r}, which cannot be hashed: give a number or a str"
        ) from problem
    return label  # type: ignore[no-any-return]
