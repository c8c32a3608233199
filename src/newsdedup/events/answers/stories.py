"""Stories: events that follow from one another, such as an accident and the trial weeks later.

Events are not merged: a story is a second, looser level of the same dendrogram.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.events.answers.lookup import EventLookup
from newsdedup.events.evidence.gather import TEMPLATE
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.components import Families, by_appearance, linked_keys
from newsdedup.support.display import Displayed

_ODDS_SHARE: Final = 0.05  # odds that a story asks, as a share of those at the threshold of events
_LEAST_SHARED: Final = 0.4  # share of similar reports that two linked reports have in common (a cosine)


@frozen(kw_only=True)
class Story(Displayed):
    """Events that follow from one another.

    Attributes
    ----------
    events : tuple of int
        Their labels, two or more, in the order of their first report; events without a date come last.
    links : tuple of tuple of str
        The ids of two similar reports for each link between two events, the strongest link first; there is one
        link fewer than events. ``EventGroups.explain(*link)`` shows the evidence.
    score : float
        Of the weakest link.
    """

    events: tuple[int, ...]
    links: tuple[tuple[str, str], ...]
    score: float

    def __str__(self) -> str:
        head = f"one story of the events {', '.join(map(str, self.events))}: weakest link {self.score:.2f}"
        return "\n".join((head, *(f"  {one} and {other}" for one, other in self.links)))

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain JSON data."""
        return {"events": list(self.events), "links": [list(link) for link in self.links], "score": self.score}


def stories_of(lookup: EventLookup, hours: Floats, softness: float) -> tuple[Story, ...]:
    """The stories of two or more events, in the order of their first labels.

    Two events are linked where both hold, so that a stricter threshold only splits stories:

    - The dendrogram merges them at the `looser_level`, at which an event is less likely but possible.
    - A report of one and a report of the other have at least this score themselves, have names in common, are
      similar to the same other reports, and are not one form filled in twice. Without this condition
      events of one kind would be linked, which are similar but concern other people.

    Parameters
    ----------
    lookup : EventLookup
        The events.
    hours : ndarray of float64, shape (n_leaves, 2)
        First and last hour at which each leaf may have been published; NaN where unknown.
    softness : float
        Factor of the model between the log odds of a pair and those of its score.
    """
    links = _strongest_links(lookup, looser_level(lookup.threshold, softness))
    story_of = linked_keys((link.left, link.right) for link in links)
    events: dict[int, list[int]] = {}
    kept: dict[int, list[_Link]] = {}
    for event in sorted(story_of, key=_order_in_time(lookup, hours).__getitem__):
        events.setdefault(story_of[event], []).append(event)
    for link in links:
        kept.setdefault(story_of[link.left], []).append(link)
    found = (_story(events[story], kept[story]) for story in events)
    return tuple(sorted(found, key=lambda story: min(story.events)))


def labels_of_stories(lookup: EventLookup, stories: Iterable[Story]) -> Integers:
    """The story of each row, numbered by first appearance; an event that is in no story is one of its own."""
    story_of_event = np.arange(len(lookup.groups))
    for story in stories:
        story_of_event[list(story.events)] = min(story.events)
    known = lookup.labels >= 0
    labels = np.full(len(lookup.labels), -1, np.int64)
    labels[known] = story_of_event[lookup.labels[known]]
    return by_appearance(labels)


def looser_level(threshold: float, softness: float) -> float:
    """The threshold of stories: the score at which the odds of a pair are a twentieth of those at `threshold`.

    Examples
    --------
    >>> [round(looser_level(threshold, softness=0.25), 2) for threshold in (0.0, 0.5, 0.6, 1.0)]
    [0.0, 0.32, 0.41, 1.0]
    """
    factor = float(_ODDS_SHARE**softness)  # of the odds of a score
    return threshold * factor / (1 - threshold + threshold * factor)


@frozen
class _Link:
    """Two events, and their two most similar reports."""

    left: int
    right: int
    reports: tuple[str, str]
    score: float


def _story(events: Iterable[int], links: list[_Link]) -> Story:
    reports = tuple(link.reports for link in links)
    return Story(events=tuple(events), links=reports, score=links[-1].score)


def _strongest_links(lookup: EventLookup, level: float) -> list[_Link]:
    """The links that connect the events of each story, the strongest first (maximum spanning forest, Kruskal 1956)."""
    pairs = lookup.pairs[_linking(lookup, level)]
    ends = [[str(lookup.ids[row]) for row in pairs[side].tolist()] for side in ("left", "right")]
    reports = [(min(pair), max(pair)) for pair in zip(*ends, strict=True)]  # in any order of the input
    scores = pairs["score"].tolist()
    families: Families[int] = Families(())
    links = []
    for place in sorted(range(len(pairs)), key=lambda place: (-scores[place], reports[place])):
        left, right = (int(lookup.labels[pairs[side][place]]) for side in ("left", "right"))
        if not families.are_together(left, right):
            families.join(left, right)
            links.append(_Link(left, right, reports[place], scores[place]))
    return links


def _linking(lookup: EventLookup, level: float) -> NDArray[np.bool_]:
    """Which candidate pairs link two events."""
    pairs, loose = lookup.pairs, lookup.tree.cut(level)
    left, right = (lookup.leaves[lookup.copies.labels[pairs[side]]] for side in ("left", "right"))
    of_two_events = lookup.event_of_leaf[left] != lookup.event_of_leaf[right]
    similar = (pairs["score"] >= level) & (pairs["names"] > 0) & (pairs["fellows"] >= _LEAST_SHARED)
    return np.asarray(of_two_events & (loose[left] == loose[right]) & similar & (pairs[TEMPLATE] == 0))


def _order_in_time(lookup: EventLookup, hours: Floats) -> list[tuple[float, int]]:
    """A key for each event by which events are sorted: the hour of the first report, and the label."""
    first = np.full(len(lookup.groups), np.inf)
    np.fmin.at(first, lookup.event_of_leaf, hours[:, 0])
    return [(hour, event) for event, hour in enumerate(first.tolist())]
