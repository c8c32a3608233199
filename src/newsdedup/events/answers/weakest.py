"""The weakest link of an event: the merge that it would lose first at a stricter threshold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from attrs import frozen

from newsdedup.events.answers.explain import Explanation
from newsdedup.events.answers.lookup import EventLookup
from newsdedup.events.answers.reasons import shortened
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.components import linked
from newsdedup.support.display import Displayed


@frozen(kw_only=True)
class WeakestLink(Displayed):
    """The merge that an event would lose first at a stricter threshold.

    Attributes
    ----------
    event : int
        Its label.
    score : float
        Mean score between the two sides, without articles that only an editor's word joined to a side; at
        a higher threshold the event is split.
    left, right : tuple of str
        Ids of the articles of each side, in input order; the first article of the event is on the left.
    pair : Explanation
        Of the most similar two articles, one of each side.
    """

    event: int
    score: float
    left: tuple[str, ...]
    right: tuple[str, ...]
    pair: Explanation

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain JSON data."""
        sides = {"left": list(self.left), "right": list(self.right)}
        return {"event": self.event, "score": self.score, **sides, "pair": self.pair.to_dict()}

    def __str__(self) -> str:
        sides = " and ".join(shortened(side) for side in (self.left, self.right))
        return f"event {self.event} is held together at {self.score:.2f}, between {sides}\n{self.pair}"


def weakest_scores(lookup: EventLookup) -> Floats:
    """The lowest score among the merges of each event; NaN where nothing was merged by its score."""
    weakest = np.full(len(lookup.groups), np.nan)
    done = (lookup.tree.score >= lookup.threshold) & np.isfinite(lookup.tree.score)
    np.fmin.at(weakest, lookup.event_of_leaf[lookup.tree.merges[done, 0]], lookup.tree.score[done])
    return weakest


def weakest_link(lookup: EventLookup, event: int, explain: Callable[[int, int], Explanation]) -> WeakestLink | None:
    """The merge of the lowest score in an event, with its most similar pair as `explain` explains it."""
    tree = lookup.tree
    inside = (tree.score >= lookup.threshold) & (lookup.event_of_leaf[tree.merges[:, 0]] == event)
    merges = np.flatnonzero(inside)
    if not np.isfinite(tree.score[merges]).any():  # what an editor keeps together no threshold splits
        return None
    *before, last = merges
    side_of_row = _sides(lookup, event, linked(tree.n, tree.merges[before]))
    left, right = dict.fromkeys(side_of_row[side_of_row >= 0].tolist())
    return WeakestLink(
        event=event,
        score=float(tree.score[last]),
        left=tuple(str(lookup.ids[row]) for row in np.flatnonzero(side_of_row == left)),
        right=tuple(str(lookup.ids[row]) for row in np.flatnonzero(side_of_row == right)),
        pair=explain(*_most_similar(lookup, side_of_row, left, right)),
    )


def _sides(lookup: EventLookup, event: int, side_of_leaf: Integers) -> Integers:
    """The side of each row of an event; -1 for all other rows."""
    rows = np.flatnonzero(lookup.labels == event)
    sides = np.full(len(lookup.ids), -1, np.int64)
    sides[rows] = side_of_leaf[lookup.leaves[lookup.copies.labels[rows]]]
    return sides


def _most_similar(lookup: EventLookup, side_of_row: Integers, left: int, right: int) -> tuple[int, int]:
    """The rows of the candidate pair with the highest score between two sides."""
    ends = side_of_row[np.stack((lookup.pairs["left"], lookup.pairs["right"]), axis=1)]
    between = (np.sort(ends, axis=1) == sorted((left, right))).all(axis=1)
    pairs = lookup.pairs[between]
    best = pairs[np.argmax(pairs["score"])]
    return int(best["left"]), int(best["right"])
