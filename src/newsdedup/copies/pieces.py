"""Pieces: a group of copies is split where two of its articles must not be in one group, whatever their wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.copies.pairs import Pairs, verified_pairs
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.components import Families, linked


def piece_labels(
    labels: Integers, order: Integers, verified: NDArray[np.void], families: Families[int]
) -> tuple[Integers, NDArray[np.void]]:
    """Label the rows so that those of families that are kept apart have two labels.

    The rows in question are placed by age, each in the piece that it is most similar to and may be in; the
    families of a piece become one. Each other row of their group follows the one that it is most similar to.

    Parameters
    ----------
    labels : ndarray of int64, shape (n,)
        The group of each row.
    order : ndarray of int64, shape (n,)
        The rank of each row by age.
    verified : structured array
        Pairs of rows with their ``score`` and ``containment``.
    families : Families of int
        Which rows are kept together or apart; changed.

    Returns
    -------
    labels : ndarray of int64, shape (n,)
        The piece of each row: its group, or a number above those of the groups.
    pairs : structured array
        Further pairs of the groups that were split, see `_Group.pairs_within`.
    """
    pieces, further = labels.copy(), [verified[:0]]
    named_rows = _named_rows(labels, order, families)
    verified = _pairs_in_groups(labels, list(named_rows), verified)
    for label, named in named_rows.items():
        is_free = {row: not any(families.are_apart(row, other) for other in named) for row in named}
        if all(is_free.values()):
            for row in named:
                families.join(row, named[0])
            continue
        group = _Group.of(np.flatnonzero(labels == label), verified)
        place = group.place_of_each(_seats(sorted(named, key=is_free.__getitem__), group, families))
        pieces[group.rows] = np.where(place > 0, place + pieces.max(), label)
        further += group.pairs_within(place, order)
    return pieces, np.concatenate(further)


def _named_rows(labels: Integers, order: Integers, families: Families[int]) -> dict[int, list[int]]:
    """The rows of families by group, where a group has several, the oldest row first."""
    named: dict[int, list[int]] = {}
    for row in sorted(families.members, key=order.__getitem__):
        named.setdefault(int(labels[row]), []).append(row)
    return {label: rows for label, rows in named.items() if len(rows) > 1}


def _pairs_in_groups(labels: Integers, groups: Sequence[int], verified: NDArray[np.void]) -> NDArray[np.void]:
    """The pairs within some of the groups."""
    left = labels[verified["left"]]
    return np.compress(np.isin(left, groups) & (left == labels[verified["right"]]), verified)


def _seats(named: Sequence[int], group: _Group, families: Families[int]) -> list[list[int]]:
    """The named rows of a group by piece; rows that cannot be in one piece with others come first."""
    pieces: list[list[int]] = []
    for row in named:
        allowed = [piece for piece in pieces if not families.are_apart(row, piece[0])]
        if not allowed:
            pieces.append([row])
            continue
        likeness = dict(zip(group.rows.tolist(), group.likeness_to(row), strict=True))
        nearest = max(allowed, key=lambda piece: max(likeness[other] for other in piece))
        families.join(row, nearest[0])
        nearest.append(row)
    return pieces


@frozen(eq=False)
class _Group:
    """The rows of one group of copies, sorted, and what is known of their pairs.

    A *point* is all rows with one and the same set of shingles. Only the first of them is verified with
    others, so what is known of one holds for all.
    """

    rows: Integers
    point: Integers  # of each row
    ends: Pairs  # the points of each verified pair
    scores: NDArray[np.void]  # the verified pairs

    @classmethod
    def of(cls, rows: Integers, verified: NDArray[np.void]) -> _Group:
        ends = np.stack((verified["left"], verified["right"]), axis=1)
        is_inside = np.isin(ends, rows).all(axis=1)
        places, scores = np.searchsorted(rows, ends[is_inside]), np.compress(is_inside, verified)
        point = linked(len(rows), places[scores["score"] == 1])
        return cls(rows, point, point[places], scores)

    def likeness_to(self, row: int) -> Floats:
        """The Jaccard similarity of a row to each; 0 where it is not known."""
        own, found = self.point[np.searchsorted(self.rows, row)], np.zeros(len(self.rows))
        for this, that in (self.ends.T, self.ends.T[::-1]):
            np.maximum.at(found, that[this == own], self.scores["score"][this == own])
        found[own] = 1
        return np.asarray(found[self.point])

    def place_of_each(self, seats: Sequence[Sequence[int]]) -> Integers:
        """The piece of each row, given some rows of each: that of the most similar of them, of equal ones the first."""
        likeness = np.array([np.max([self.likeness_to(row) for row in seated], axis=0) for seated in seats])
        place = np.argmax(likeness, axis=0)
        for number, seated in enumerate(seats):
            place[np.searchsorted(self.rows, seated)] = number
        return np.asarray(place, np.int64)

    def pairs_within(self, place: Integers, order: Integers) -> Iterator[NDArray[np.void]]:
        """Pairs within each piece that are known through others: the earliest row of a point stands for it there."""
        by_age = np.argsort(order[self.rows])
        for piece in range(int(place.max()) + 1):
            members = by_age[place[by_age] == piece]
            first = np.full(len(self.rows), -1)  # of each point
            first[self.point[members[::-1]]] = members[::-1]  # of several values for one point the last one stays
            yield self._pairs(first[self.ends], self.scores["score"], self.scores["containment"])
            ones = np.ones(len(members))
            yield self._pairs(np.stack((first[self.point[members]], members), axis=1), ones, ones)

    def _pairs(self, places: Pairs, score: Floats, containment: Floats) -> NDArray[np.void]:
        """Pairs of two rows that are both there."""
        places = np.sort(places, axis=1)
        is_pair = (places[:, 0] >= 0) & (places[:, 0] < places[:, 1])
        left, right = self.rows[places[is_pair]].T
        return verified_pairs(left, right, score[is_pair], containment[is_pair])
