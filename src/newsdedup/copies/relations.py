"""How articles relate: the representative of a group, what each article copies or is a part of, and its origin.

Rows are those of the input. `labels` has the group of each, `order` its rank by age, `rank` its rank by
size; `representatives` has the row that represents each group.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.settings import CopySettings

_MUCH_LONGER: Final = 1.5  # times as many shingles, from which on an article contains another, which is no version
_TINY: Final = 1e-9
LINK: Final = np.dtype([("row", "i8"), ("to", "i8"), ("score", "f8"), ("containment", "f8")])


@frozen
class Relation:
    """How an article relates to the one whose words it prints.

    Attributes
    ----------
    kind : str
        ``copy`` or ``excerpt``.
    to : str
        Id of the article that it copies or is a part of.
    jaccard, containment : float
        Of their shingle sets: the share of all shingles that both have, and the share of the
        smaller set that the larger has too.
    """

    kind: str
    to: str
    jaccard: float
    containment: float


def earliest_of_each(labels: Integers, order: Integers) -> Integers:
    """The row of each group that is first in `order`."""
    rows = np.lexsort((order, labels))
    rows = rows[labels[rows] >= 0]
    return rows[np.unique(labels[rows], return_index=True)[1]]


def rank_by_size(sizes: Integers, order: Integers) -> Integers:
    """The rank of each row, the largest first; of equal ones the first in `order`."""
    return rank_by_place(-sizes, order)


def rank_by_place(places: Integers, order: Integers) -> Integers:
    """The rank of each row, that with the lowest place first; of equal ones the first in `order`."""
    rank = np.empty(len(places), np.int64)
    rank[np.lexsort((order, places))] = np.arange(len(places))
    return rank


def copies_and_excerpts(
    verified: NDArray[np.void], labels: Integers, settings: CopySettings
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which verified pairs are copies, and which excerpts: copies of two groups too, where one is much longer."""
    is_cut = labels[verified["left"]] != labels[verified["right"]]
    is_copy = verified["score"] >= settings.threshold
    is_contained = verified["containment"] >= settings.containment
    is_excerpt = is_contained & (~is_copy | (is_cut & (_size_ratio(verified) >= _MUCH_LONGER)))
    return is_copy & ~is_excerpt, is_excerpt


def _size_ratio(pairs: NDArray[np.void]) -> Floats:
    """How many times as many shingles the larger of two sets has, from the scores of the pair."""
    return np.asarray(pairs["containment"] * (1 + 1 / np.maximum(pairs["score"], _TINY)) - 1)


def copy_links(
    pairs: NDArray[np.void], labels: Integers, representatives: Integers, order: Integers
) -> NDArray[np.void]:
    """Link each copy to its representative if it is a copy of that, else to the most similar article of its group."""
    links = _both_directions(pairs[labels[pairs["left"]] == labels[pairs["right"]]])
    links = links[representatives[labels[links["row"]]] != links["row"]]
    elsewhere = representatives[labels[links["to"]]] != links["to"]
    return _first_of_each(links[np.lexsort((order[links["to"]], -links["score"], elsewhere))])


def excerpt_links(
    excerpts: NDArray[np.void], labels: Integers, representatives: Integers, order: Integers, rank: Integers
) -> NDArray[np.void]:
    """Link each representative that is an excerpt to the larger article, in another group, that contains most of it.

    That group's representative must be larger too, so that origins cannot form a circle.
    """
    links = _both_directions(excerpts)
    row, to = links["row"], links["to"]
    other = representatives[labels[to]]
    is_part = (representatives[labels[row]] == row) & (rank[to] < rank[row]) & (rank[other] < rank[row])
    links = links[is_part]
    return _first_of_each(links[np.lexsort((order[links["to"]], -links["containment"]))])


def origin_of_each(labels: Integers, representatives: Integers, rank: Integers, excerpts: NDArray[np.void]) -> Integers:
    """The row whose words each group prints: its representative, or the origin of what that is an excerpt of."""
    origins, larger = representatives.copy(), dict(zip(excerpts["row"].tolist(), excerpts["to"].tolist(), strict=True))
    for row in representatives[np.argsort(rank[representatives])].tolist():  # the origin of the larger is known
        if row in larger:
            origins[labels[row]] = origins[labels[larger[row]]]
    return origins


def _both_directions(pairs: NDArray[np.void]) -> NDArray[np.void]:
    """Each pair as a link from left to right and as one from right to left."""
    there = pairs.astype(LINK)
    back = there.copy()
    back["row"], back["to"] = pairs["right"], pairs["left"]
    return np.concatenate((there, back))


def _first_of_each(links: NDArray[np.void]) -> NDArray[np.void]:
    return links[np.unique(links["row"], return_index=True)[1]]
