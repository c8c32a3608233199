"""The value that tells which articles are copies of which, and whose words they print."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

import numpy as np
from attrs import asdict, frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Rejection
from newsdedup.copies.lsh import Bands, bands_for
from newsdedup.kernels.ragged import Integers
from newsdedup.support.components import by_appearance, linked
from newsdedup.support.display import Displayed
from newsdedup.support.errors import SettingError, UnknownArticleError
from newsdedup.support.frames import Table
from newsdedup.support.settings import CopySettings, checked

PAIR: Final = np.dtype([("left", "i8"), ("right", "i8"), ("score", "f8"), ("containment", "f8")])


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


@frozen(eq=False, repr=False)
class CopyGroups(Displayed):
    """Which articles are copies of which.

    Attributes
    ----------
    ids : tuple of str or None
        One an input row, rejected rows included.
    labels : ndarray of int64
        The group of each row, numbered by first appearance; -1 for a rejected row.
    pairs : structured array
        Verified copies: rows ``left`` < ``right``, ``score`` (Jaccard) and ``containment``.
    excerpts : structured array
        Pairs that are no copies, but the smaller lies in the larger; fields as in `pairs`.
    settings : CopySettings
        What they were found with.
    rejected : tuple of Rejection
        Rows that could not be read.
    order : ndarray of int64
        The place of each row when the earliest article stands first; -1 for a rejected row.
    frame_kind : str or None
        The kind of table that the articles came in.

    Notes
    -----
    A group holds copies only: two articles that share nothing but an excerpt are not copies of each
    other, so an excerpt keeps a group of its own. Its *origin* is that of the article that contains
    it, whichever came first, for it confirms nothing that the other says: the words are the same.
    """

    ids: tuple[str | None, ...]
    labels: Integers
    pairs: NDArray[np.void]
    excerpts: NDArray[np.void]
    settings: CopySettings
    rejected: tuple[Rejection, ...]
    order: Integers
    _sizes: Integers  # distinct shingles of each row
    frame_kind: str | None = None

    def __repr__(self) -> str:
        return f"<CopyGroups: {len(self.groups)} groups, {len(self.pairs)} verified pairs>"

    @property
    def bands(self) -> Bands:
        """How candidates were found; ``bands.s_curve(similarity)`` is how probably.

        Examples
        --------
        >>> from newsdedup import find_copies
        >>> find_copies(["Một bản tin"]).bands.s_curve([0.2, 0.5, 0.8]).round(3)
        array([0.286, 0.996, 1.   ])
        """
        return bands_for(self.settings.threshold, self.settings.num_perm)

    @cached_property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The ids of each group in input order, single articles included."""
        return groups_of(self.ids, self.labels)

    @cached_property
    def representative_rows(self) -> Integers:
        """The row of each group's earliest article, else the most complete, else the first by id."""
        rows = np.lexsort((self.order, self.labels))
        rows = rows[self.labels[rows] >= 0]
        return rows[np.unique(self.labels[rows], return_index=True)[1]]

    @property
    def representatives(self) -> tuple[str, ...]:
        """Its id, for each group."""
        return tuple(map(self._id, self.representative_rows))

    @cached_property
    def relations(self) -> Mapping[str, Relation]:
        """How each article that is a copy or an excerpt relates to another; the others are missing."""
        copies = {row: ("copy", link) for row, link in self._copied.items()}
        excerpts = {row: ("excerpt", link) for row, link in self._excerpted.items()}
        return {
            self._id(row): Relation(kind, self._id(link["to"]), *link[["score", "containment"]].item())
            for row, (kind, link) in sorted((excerpts | copies).items())
        }

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """For each article the one whose words it prints: itself, or what it copies or is a part of."""
        first = self.representative_rows
        origin: dict[int, int] = {}
        for row in self._largest_first(first):
            link = self._excerpted.get(row)
            origin[row] = row if link is None else origin[int(first[self.labels[link["to"]]])]
        known = np.flatnonzero(self.labels >= 0)
        return {self._id(row): self._id(origin[int(first[self.labels[row]])]) for row in known}

    def origin_of(self, article_id: str) -> str:
        """Id of the article whose words this one prints."""
        if article_id not in self.origins:
            raise UnknownArticleError(f"no article {article_id!r} among {len(self.origins)}: .ids lists them")
        return self.origins[article_id]

    def at(self, threshold: float) -> CopyGroups:
        """The groups at a stricter threshold, from the same verified pairs.

        Parameters
        ----------
        threshold : float
            Not below this result's own: such pairs were never verified.

        Returns
        -------
        CopyGroups
            Each of its groups lies within one of this result's.
        """
        settings = checked(CopySettings, **{**asdict(self.settings), "threshold": threshold})
        if threshold < self.settings.threshold:
            raise SettingError(
                f"threshold={threshold} is below {self.settings.threshold}, at which pairs were verified: "
                f"give that or more, or call find_copies(..., threshold={threshold})"
            )
        verified = np.concatenate((self.pairs, self.excerpts))
        return copy_groups(self.ids, verified, settings, self.rejected, self.order, self._sizes, self.frame_kind)

    def without(self, dropped: NDArray[np.bool_]) -> CopyGroups:
        """The groups when some of `pairs` are taken for no copies."""
        if not dropped.any():
            return self
        verified = np.concatenate((self.pairs[~dropped], self.excerpts))
        return copy_groups(self.ids, verified, self.settings, self.rejected, self.order, self._sizes, self.frame_kind)

    def to_frame(self, *, kind: str | None = None) -> Any:
        """One row an article, in input order: id, group, origin, relation, jaccard, containment.

        An id that came as a number is a text here; rows are joined by their order as well.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow"}, optional
            By default the kind that the articles came in, else the first of these that is installed.

        Examples
        --------
        >>> from newsdedup import find_copies
        >>> news = ["Giá vàng tăng mạnh sáng nay tại Hà Nội", "Giá vàng tăng mạnh sáng nay tại Hà Nội!"]
        >>> find_copies(news).to_frame(kind="polars")["group"].to_list()
        [0, 0]
        """
        return self.table().to_frame(kind or self.frame_kind)

    def table(self) -> Table:
        """What `to_frame` shows, of no library."""
        return Table.of_rows(_COLUMNS, map(self._row, range(len(self.ids))))

    def _row(self, row: int) -> tuple[Any, ...]:
        if self.labels[row] < 0:
            return (self.ids[row], -1, None, None, None, None)
        name = self._id(row)
        known = (name, int(self.labels[row]), self.origins[name])
        relation = self.relations.get(name)
        if relation is None:
            return (*known, None, None, None)
        return (*known, relation.kind, relation.jaccard, relation.containment)

    def _id(self, row: Any) -> str:
        return str(self.ids[int(row)])

    @cached_property
    def _copied(self) -> dict[int, np.void]:
        """What each copy is linked to: the representative if they were compared, else the most alike."""
        first = self.representative_rows
        links = _both_ways(self.pairs)
        links = links[first[self.labels[links["row"]]] != links["row"]]
        elsewhere = first[self.labels[links["to"]]] != links["to"]
        best = np.lexsort((self.order[links["to"]], -links["score"], elsewhere))
        return _first_of_each(links[best])

    @cached_property
    def _excerpted(self) -> dict[int, np.void]:
        """The larger article that contains most of a representative, in another group.

        That group's representative must be the larger too, so that origins cannot run in a circle.
        """
        first, place = self.representative_rows, np.empty(len(self.ids), np.int64)
        place[self._largest_first(np.arange(len(self.ids)))] = np.arange(len(self.ids))
        links = _both_ways(self.excerpts)
        row, to = links["row"], links["to"]
        other = first[self.labels[to]]
        is_part = (first[self.labels[row]] == row) & (place[to] < place[row]) & (place[other] < place[row])
        links = links[is_part]
        return _first_of_each(links[np.lexsort((self.order[links["to"]], -links["containment"]))])

    def _largest_first(self, rows: Integers) -> list[int]:
        return [int(row) for row in rows[np.lexsort((self.order[rows], -self._sizes[rows]))]]


_COLUMNS: Final = {"id": str, "group": int, "origin": str, "relation": str, "jaccard": float, "containment": float}


def copy_groups(
    ids: tuple[str | None, ...],
    verified: NDArray[np.void],
    settings: CopySettings,
    rejected: tuple[Rejection, ...],
    order: Integers,
    sizes: Integers,
    frame_kind: str | None = None,
) -> CopyGroups:
    """Groups from verified pairs, of which those below the threshold are excerpts or nothing."""
    verified = np.sort(verified, order=["left", "right"])
    is_copy = verified["score"] >= settings.threshold
    is_excerpt = ~is_copy & (verified["containment"] >= settings.containment)
    pairs = verified[is_copy]
    labels = linked(len(ids), np.stack((pairs["left"], pairs["right"]), axis=1))
    for rejection in rejected:
        labels[rejection.row] = -1
    return CopyGroups(
        ids=ids,
        labels=by_appearance(labels),
        pairs=pairs,
        excerpts=verified[is_excerpt],
        settings=settings,
        rejected=rejected,
        order=order,
        sizes=sizes,
        frame_kind=frame_kind,
    )


def groups_of(ids: tuple[str | None, ...], labels: Integers) -> tuple[tuple[str, ...], ...]:
    """The ids of each group in input order; rows labelled -1 are in none."""
    groups: list[list[str]] = [[] for _ in range(int(labels.max(initial=-1)) + 1)]
    for name, label in zip(ids, labels.tolist(), strict=True):
        if label >= 0:
            groups[label].append(str(name))
    return tuple(map(tuple, groups))


def _both_ways(pairs: NDArray[np.void]) -> NDArray[np.void]:
    """Each pair as a link from left to right and as one from right to left."""
    there = pairs.astype([("row", "i8"), ("to", "i8"), ("score", "f8"), ("containment", "f8")])
    back = there.copy()
    back["row"], back["to"] = pairs["right"], pairs["left"]
    return np.concatenate((there, back))


def _first_of_each(links: NDArray[np.void]) -> dict[int, np.void]:
    rows, first = np.unique(links["row"], return_index=True)
    return dict(zip(rows.tolist(), links[first], strict=True))
