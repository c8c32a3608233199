"""The value that tells which articles report one event, with the evidence of each pair."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
from attrs import asdict, evolve, frozen
from numpy.typing import NDArray

from newsdedup.article import Rejection
from newsdedup.errors import MissingExtraError
from newsdedup.grouping.copy_groups import CopyGroups, Integers, by_appearance, groups_of
from newsdedup.grouping.linkage import Dendrogram
from newsdedup.settings import EventSettings, checked


@frozen(eq=False, repr=False)
class EventGroups:
    """Which articles report one event.

    Attributes
    ----------
    ids : tuple of str or None
        One an input row, rejected rows included.
    labels : ndarray of int64
        The event of each row, numbered by first appearance; -1 for a rejected row.
    pairs : structured array
        Candidate pairs of copy groups: rows ``left`` < ``right`` of their representatives,
        ``probability`` that they report one event, ``score`` (the same, softened: what is averaged
        between groups and compared with the threshold) and one field for each kind of evidence.
    threshold : float
        The working point: least mean score at which two groups of reports were merged.
    settings : EventSettings
        What the events were found with.
    rejected : tuple of Rejection
        Rows that could not be read.
    copies : CopyGroups
        The copies among the articles; all of a copy group are in one event.
    """

    labels: Integers
    pairs: NDArray[np.void]
    threshold: float
    settings: EventSettings
    copies: CopyGroups
    _tree: Dendrogram  # its leaves are copy groups
    _leaves: Integers  # the leaf of each copy group

    def __repr__(self) -> str:
        return f"<EventGroups: {len(self.groups)} events at {self.threshold:.3f}>"

    @property
    def ids(self) -> tuple[str | None, ...]:
        """The id of each input row."""
        return self.copies.ids

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        """Rows that could not be read."""
        return self.copies.rejected

    @cached_property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The ids of each event in input order, single reports included."""
        return groups_of(self.ids, self.labels)

    def at(self, threshold: float) -> EventGroups:
        """The events at another threshold, cut from the same dendrogram.

        Parameters
        ----------
        threshold : float
            From 0 to 1. A stricter one only splits events, a looser one only merges them.
        """
        settings = checked(EventSettings, **{**asdict(self.settings), "threshold": threshold})
        return evolve(
            self,
            labels=event_labels(self.copies, self._tree, self._leaves, threshold),
            threshold=float(threshold),
            settings=settings,
        )

    def to_frame(self) -> Any:
        """One row an article, as a pandas frame: id, event, copy_group, origin."""
        try:
            import pandas
        except ImportError as problem:
            raise MissingExtraError("pandas", "frames", "to_frame()") from problem
        origins = [None if name is None else self.copies.origins.get(name) for name in self.ids]
        columns = {"id": self.ids, "event": self.labels, "copy_group": self.copies.labels, "origin": origins}
        return pandas.DataFrame(columns)


def event_labels(copies: CopyGroups, tree: Dendrogram, leaves: Integers, threshold: float) -> Integers:
    """The event of each row: that of the representative of its copy group."""
    events = tree.cut(threshold)[leaves]
    labels = np.full(len(copies.labels), -1, np.int64)
    known = copies.labels >= 0
    labels[known] = events[copies.labels[known]]
    return by_appearance(labels)
