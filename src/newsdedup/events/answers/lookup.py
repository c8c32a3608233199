"""A dendrogram cut at a threshold: which row, copy group, leaf and event belong together."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Rejection
from newsdedup.articles.frame_origin import FrameOrigin
from newsdedup.copies.groups import CopyGroups
from newsdedup.events.grouping.linkage import Dendrogram
from newsdedup.kernels.ragged import Integers
from newsdedup.support.arguments import id_or_number
from newsdedup.support.components import by_appearance, groups_of
from newsdedup.support.errors import UnknownArticleError


@frozen(eq=False)
class EventLookup:
    """The events of input rows, with the pairs and the dendrogram that they come from."""

    copies: CopyGroups
    tree: Dendrogram  # its leaves are the copy groups, in an order of their own
    leaves: Integers  # the leaf of each copy group
    pairs: NDArray[np.void]
    threshold: float  # where the dendrogram is cut

    @property
    def ids(self) -> tuple[str | None, ...]:
        """The id of each input row."""
        return self.copies.ids

    @property
    def frame_origin(self) -> FrameOrigin:
        """What the input was: its kind of table, its index and its own ids."""
        return self.copies.frame_origin

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        """Rows that could not be read."""
        return self.copies.rejected

    @cached_property
    def labels(self) -> Integers:
        """The event of each row, that of its copy group, numbered by first appearance; -1 for a rejected row."""
        events = self.tree.cut(self.threshold)[self.leaves]
        labels = np.full(len(self.copies.labels), -1, np.int64)
        known = self.copies.labels >= 0
        labels[known] = events[self.copies.labels[known]]
        return by_appearance(labels)

    @cached_property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The ids of each event in input order, single reports included."""
        return groups_of(self.ids, self.labels)

    @cached_property
    def group_of_leaf(self) -> Integers:
        """The copy group of each leaf."""
        return np.argsort(self.leaves)

    @cached_property
    def event_of_leaf(self) -> Integers:
        """The event of each leaf."""
        events = np.empty(self.tree.n, np.int64)
        events[self.leaves] = self.labels[self.copies.representative_rows]
        return events

    def row_of(self, article: str | int) -> int:
        """The row of an accepted article, given as its id or as the row itself.

        Raises
        ------
        UnknownArticleError
        """
        return self.copies.row_of(article)

    def label_of(self, event: int | str) -> int:
        """The label of an event, given as that or as the id of one of its articles.

        Raises
        ------
        UnknownArticleError
        """
        label = id_or_number(event, "event", "label")
        if isinstance(label, str):
            return int(self.labels[self.row_of(label)])
        if not 0 <= label < len(self.groups):
            raise UnknownArticleError(f"no event {label}: there are {len(self.groups)}, from 0")
        return label

    def pair_of(self, one: int, other: int) -> np.void | None:
        """The candidate pair of two copy groups; None where they were not compared."""
        low, high = sorted(self.copies.representative_rows[[one, other]].tolist())
        start, end = np.searchsorted(self.pairs["left"], [low, low + 1])
        found = start + np.flatnonzero(self.pairs["right"][start:end] == high)
        return self.pairs[found[0]] if len(found) else None
