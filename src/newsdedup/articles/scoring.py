"""Known groups of articles, given by id or by row, and how well found groups agree with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import islice
from typing import Any, Protocol

from newsdedup.articles.fields import text_or_none
from newsdedup.articles.frame_origin import FrameOrigin
from newsdedup.kernels.ragged import Integers
from newsdedup.metrics import Scores, score
from newsdedup.support.arguments import is_list
from newsdedup.support.errors import InputError, in_message
from newsdedup.support.frames import opened
from newsdedup.support.missing import is_missing_value


class WithLabels(Protocol):
    """A result with one id and one label per input row."""

    @property
    def ids(self) -> Sequence[str | None]:
        """One per input row, rejected rows included."""

    @property
    def labels(self) -> Integers:
        """The group of each row; -1 for a rejected row."""

    @property
    def frame_origin(self) -> FrameOrigin:
        """What the input was."""


class Labelled:
    """A result whose labels can be compared with known ones."""

    __slots__ = ()

    def score(self: WithLabels, gold: Any) -> Scores:
        """How well the groups agree with known ones.

        Parameters
        ----------
        gold : mapping, or one label per input row
            By id of an article the label of its known group, ids as the input has them (7 is the id "7"); or a list,
            an array or a column with a label for each input row, rejected ones included. A pandas Series is aligned by
            its index: that of the input, or the ids. None, NaN and ids that are not there mean that the group is not
            known: such an article is left out and counted.

        Returns
        -------
        Scores
            B-cubed, pairwise and adjusted Rand index, and how many articles were compared and left out.

        Raises
        ------
        InputError
            If there are more or fewer labels than rows, none of the ids is one of the input, or no group is known.

        Examples
        --------
        >>> from newsdedup import find_events
        >>> found = find_events([
        ...     {"id": 1, "text": "Sáng 25/8, bão số 5 đổ bộ Nghệ An, hai người chết"},
        ...     {"id": 2, "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8"},
        ...     {"id": 3, "text": "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng"},
        ... ])
        >>> found.score({1: "storm", 2: "storm", 3: "gold"})
        <Scores: B-cubed F1 1.000, pairwise F1 1.000, adjusted Rand index 1.000, 3 articles>
        >>> found.score(["storm", "gold", None]).b_cubed
        Agreement(precision=0.500, recall=1.000, f1=0.667)
        """
        return score(labels_by_row(gold, self.ids, self.frame_origin.index), self.labels)


def labels_by_row(gold: Any, ids: Sequence[str | None], index: Any = None) -> list[Any]:
    """The known label of each row; None where there is none. `index` is that of the input, if it was of pandas.

    Raises
    ------
    InputError
        If there are more or fewer labels than rows, or none of the ids is one of the input.
    """
    from narwhals.dependencies import is_pandas_series

    if isinstance(gold, Mapping):
        return _by_id(gold.items(), ids)
    if is_pandas_series(gold):
        by_place = labels_by_place(gold, ids, index)
        return _by_id(gold.items(), ids) if by_place is None else by_place
    labels = _column(gold)
    _refuse_pairs(labels, ids)
    if len(labels) != len(ids):
        raise InputError(
            f"{len(labels)} labels are given for {len(ids)} rows: give one for each row that was read, "
            "rejected ones included, in the same order; or a mapping of id to label"
        )
    return labels


def _refuse_pairs(labels: Sequence[Any], ids: Sequence[str | None]) -> None:
    """Raise an error for pairs of an id and its label, which would be compared as labels."""
    if not labels or not all(isinstance(one, tuple | list) and len(one) == 2 for one in labels):
        return
    if not {text_or_none(one[0]) for one in labels}.isdisjoint(ids):
        raise InputError(f"pairs of id and label are given, as {in_message(labels[0])}: give a mapping, dict(pairs)")


def _column(gold: Any) -> list[Any]:
    """The values of a list, an array or a column of any library."""
    if isinstance(gold, Set) or not is_list(gold):  # a set has no order
        raise InputError(
            f"{in_message(gold)} of type {type(gold).__name__} is no grouping: give a mapping of id to label, "
            "or one label per input row"
        )
    if isinstance(gold, list | tuple):
        return list(gold)
    table = opened(gold)
    if table is None:
        return list(gold)
    if not hasattr(table, "to_list"):
        raise InputError(f"{type(gold).__name__} is a table: give its column of labels, one label per input row")
    return list(table.to_list())


def labels_by_place(series: Any, ids: Sequence[str | None], index: Any) -> list[Any] | None:
    """The labels of a pandas Series by the index of the input, or by row; None for one whose index has ids.

    Raises
    ------
    InputError
        If its index is neither that of the input, nor has ids of it, nor numbers the rows.
    """
    if index is not None and series.index.names == index.names:
        if series.index.equals(index):
            return list(series.tolist())
        if series.index.is_unique and index.isin(series.index).all():
            return list(series.reindex(index).tolist())
    if len(series) != len(ids):
        return None
    names = series.index.tolist()
    if names == list(range(len(names))):  # they only number its rows
        return list(series.tolist())
    if index is None and set(ids).isdisjoint(map(text_or_none, names)):
        raise InputError(
            f"the index of this Series, {in_message(names[0])} …, has none of the ids of the input, without an index: "
            "give the labels in the order of the rows, labels.tolist(), or the ids as the index"
        )
    return None


def _by_id(items: Iterable[tuple[Any, Any]], ids: Sequence[str | None]) -> list[Any]:
    """The label of each row from those of ids, which are compared as text."""
    label_of: dict[str | None, Any] = {}
    for name, label in items:
        text = text_or_none(name)
        if is_missing_value(label):
            continue
        if label_of.setdefault(text, label) != label:
            raise InputError(f"id {text!r} has two labels, {label_of[text]!r} and {label!r}: give it one")
    if label_of and label_of.keys().isdisjoint(ids):
        given, known = (", ".join(map(repr, islice(names, 3))) for names in (label_of, filter(None, ids)))
        raise InputError(
            f"no label is for an article of the input: {len(label_of)} ids are given, such as {given}; "
            f"the {len(ids)} rows have {known} …"
        )
    return [None if name is None else label_of.get(name) for name in ids]
