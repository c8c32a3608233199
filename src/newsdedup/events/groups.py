"""The value that tells which articles report one event, with the evidence of each pair."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from operator import index
from typing import Any

import numpy as np
from attrs import asdict, evolve, frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Rejection
from newsdedup.articles.intake import read_articles
from newsdedup.copies.groups import CopyGroups, groups_of
from newsdedup.events.assign import REPRINT, Landscape, Link, Placement, landscape_of
from newsdedup.events.comparison import SAMPLE, Rarity, common_ground, rarity_of
from newsdedup.events.evidence import SALIENT
from newsdedup.events.explain import Explanation, WeakestLink, contributions, joined_at
from newsdedup.events.linkage import Dendrogram
from newsdedup.events.model import Model
from newsdedup.events.reports import Reports, hours_of, near_in_time
from newsdedup.kernels.ragged import Integers
from newsdedup.support.components import by_appearance, linked
from newsdedup.support.display import Displayed
from newsdedup.support.errors import InputError, SettingError, UnknownArticleError
from newsdedup.support.frames import Table
from newsdedup.support.settings import EventSettings, checked


@frozen(eq=False, repr=False)
class EventGroups(Displayed):
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
        between groups and compared with the threshold) and one field for each kind of evidence,
        ``embedding`` (a cosine) among them where vectors took part.
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
    _suggested: float  # the working point that the articles suggest
    _reports: Reports  # the representative of each leaf
    _model: Model

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

    @cached_property
    def weakest(self) -> NDArray[np.float64]:
        """For each event the lowest score at which it was merged: above it, it falls apart.

        Not a number where nothing was merged: a single report, alone or with its copies.
        """
        weakest = np.full(len(self.groups), np.nan)
        done = self._tree.score >= self.threshold
        np.fmin.at(weakest, self._event_of_leaf[self._tree.merges[done, 0]], self._tree.score[done])
        return weakest

    def at(self, threshold: float | None) -> EventGroups:
        """The events at another threshold, cut from the same dendrogram.

        Parameters
        ----------
        threshold : float or None
            From 0 to 1. A stricter one only splits events, a looser one only merges them; None is
            the working point that the articles suggest.
        """
        settings = checked(EventSettings, **{**asdict(self.settings), "threshold": threshold})
        point = self._suggested if threshold is None else float(threshold)
        return evolve(
            self,
            labels=event_labels(self.copies, self._tree, self._leaves, point),
            threshold=point,
            settings=settings,
        )

    def explain(self, left: str | int, right: str | int) -> Explanation:
        """Why two articles are in one event, or are not.

        Parameters
        ----------
        left, right : str or int
            Ids of articles, or rows of the input.

        Returns
        -------
        Explanation
            The score beside the working point, each kind of evidence with its contribution, and
            what the articles say alike or not; ``print`` shows it in words.

        Raises
        ------
        UnknownArticleError
            If there is no such article, or it was rejected.

        Notes
        -----
        The first call counts the words of up to 2,000 reports, to know which are rare.

        Examples
        --------
        >>> from newsdedup.events.find import find_events
        >>> found = find_events([
        ...     {"id": "a", "text": "Sáng 25/8, bão số 5 đổ bộ Nghệ An, hai người chết"},
        ...     {"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8"},
        ... ])
        >>> why = found.explain("a", "b")
        >>> why.together, why.common.shared.days, why.common.shared.names
        (True, ('25 August',), ('Nghệ An',))
        >>> why.speaks_for[1]
        'both say 25 August'
        """
        one, other = self._row(left), self._row(right)
        bare = Explanation(
            left=str(self.ids[one]),
            right=str(self.ids[other]),
            together=bool(self.labels[one] == self.labels[other]),
            relation="one article" if one == other else "copies",
            threshold=self.threshold,
            notes=tuple(self._notes(one, other)),
        )
        groups = self.copies.labels[[one, other]]
        return bare if groups[0] == groups[1] else self._with_evidence(bare, *groups.tolist())

    def _with_evidence(self, bare: Explanation, one: int, other: int) -> Explanation:
        """The explanation of articles of two copy groups, from the reports that stand for them."""
        left, right = self._leaves[[one, other]].tolist()
        one_report, other_report = self._reports.some((left, right))
        compared = evolve(
            bare,
            relation="not compared",
            joined_at=joined_at(self._tree, left, right),
            common=common_ground(one_report, other_report, self._rarity),
        )
        pair = self._pair(one, other)
        if pair is None:
            return compared
        return evolve(
            compared,
            relation="compared",
            score=float(pair["score"]),
            intercept=self._model.intercept,
            evidence=contributions(self._model, pair),
        )

    def place(self, article: Any) -> Placement:
        """Where one more article belongs, without grouping all of them again.

        The events stay as they are: term weights, neighbourhoods and the working point are those of
        the articles that were grouped.

        Parameters
        ----------
        article : Article, mapping or str
            Anything that `read_articles` takes as one article.

        Returns
        -------
        Placement
            The event that it joins, or None, with the score and the reports that it is most like.

        Raises
        ------
        InputError
            If the article cannot be used.
        SettingError
            If the events were found with an embedding, which is not at hand here.

        Notes
        -----
        The first call reads and weighs the grouped articles once more, as long as grouping them took
        at most; every further one takes milliseconds.

        Examples
        --------
        >>> from newsdedup.events.find import find_events
        >>> found = find_events([
        ...     {"id": "a", "text": "Sáng 25/8, bão số 5 đổ bộ Nghệ An, hai người chết"},
        ...     {"id": "b", "text": "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng"},
        ... ])
        >>> found.place("Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8").event
        0
        """
        if self.settings.embedded:
            raise SettingError(
                "an article cannot be placed by its text among events found with embed=: group them again"
            )
        read = read_articles([article])
        if not read:
            raise InputError(f"the article cannot be placed: {read.rejected[0].reason}")
        found = self._landscape.evidence_of(read[0])
        hours = np.broadcast_to(hours_of(read[0]), (len(found.pairs), 2))
        found = found.kept(near_in_time(self._reports.hours[found.pairs[:, 0]], hours, self.settings.window_hours))
        alike = np.where(found.features["form"] > 0, 0, found.features[SALIENT])
        return self._placement(found.pairs[:, 0], self._model.score(found.features), alike)

    def _placement(self, reports: Integers, score: NDArray[np.float64], alike: NDArray[np.float64]) -> Placement:
        """The event that an article reprints a report of, or else that with the highest mean score to it."""
        if not len(reports):
            return Placement(event=None, score=0.0, threshold=self.threshold)
        size = np.bincount(self._event_of_leaf)
        mean = np.bincount(self._event_of_leaf[reports], score, minlength=len(size)) / size
        reprinted = reports[alike >= REPRINT]
        best = int(self._event_of_leaf[reprinted[0]] if len(reprinted) else np.argmax(mean))
        joins = len(reprinted) > 0 or mean[best] >= self.threshold
        names, order = self.copies.representatives, np.lexsort((reports, -score))
        return Placement(
            event=best if joins else None,
            score=float(mean[best]),
            threshold=self.threshold,
            links=tuple(Link(names[self._group_of_leaf[reports[i]]], float(score[i])) for i in order),
        )

    def weakest_link(self, event: int | str) -> WeakestLink | None:
        """The merge with the lowest score among those that hold an event together.

        Parameters
        ----------
        event : int or str
            Its label, or the id of one of its articles.

        Returns
        -------
        WeakestLink or None
            None where nothing was merged: a single report, alone or with its copies.

        Raises
        ------
        UnknownArticleError
            If there is no such event or article.

        Examples
        --------
        >>> from newsdedup.events.find import find_events
        >>> found = find_events([
        ...     {"id": "a", "text": "Sáng 25/8, bão số 5 đổ bộ Nghệ An, hai người chết"},
        ...     {"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8"},
        ... ])
        >>> link = found.weakest_link("a")
        >>> link.left, link.right, link.score > found.threshold
        (('a',), ('b',), True)
        """
        label = self.label_of(event)
        inside = (self._tree.score >= self.threshold) & (self._event_of_leaf[self._tree.merges[:, 0]] == label)
        merges = np.flatnonzero(inside)
        if not len(merges):
            return None
        *before, last = merges
        sides = linked(self._tree.n, self._tree.merges[before])
        known = np.flatnonzero(self.labels == label)
        side_of_row = np.full(len(self.ids), -1, np.int64)
        side_of_row[known] = sides[self._leaves[self.copies.labels[known]]]
        left, right = dict.fromkeys(side_of_row[known].tolist())
        return WeakestLink(
            event=label,
            score=float(self._tree.score[last]),
            left=tuple(str(self.ids[row]) for row in np.flatnonzero(side_of_row == left)),
            right=tuple(str(self.ids[row]) for row in np.flatnonzero(side_of_row == right)),
            pair=self.explain(*self._most_alike(side_of_row, left, right)),
        )

    def to_frame(self, *, kind: str | None = None) -> Any:
        """One row an article, in input order: id, event, copy_group, origin.

        An id that came as a number is a text here; rows are joined by their order as well.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow"}, optional
            By default the kind that the articles came in, else the first of these that is installed.

        Examples
        --------
        >>> import polars
        >>> from newsdedup import find_events
        >>> news = polars.DataFrame({"id": ["x", "y"], "text": ["Giá vàng tăng mạnh", "Bão số 5 vào Nghệ An"]})
        >>> news.join(find_events(news).to_frame(), on="id")["event"].to_list()
        [0, 1]
        """
        return self.table().to_frame(kind or self.copies.frame_kind)

    def table(self) -> Table:
        """What `to_frame` shows, of no library."""
        known = [None if label < 0 else name for name, label in zip(self.ids, self.labels, strict=True)]
        columns = {
            "id": self.ids,
            "event": self.labels.tolist(),
            "copy_group": self.copies.labels.tolist(),
            "origin": [None if name is None else self.copies.origins[name] for name in known],
        }
        return Table(columns, {"id": str, "event": int, "copy_group": int, "origin": str})

    @cached_property
    def _landscape(self) -> Landscape:
        return landscape_of(self._reports.aspects())

    @cached_property
    def _group_of_leaf(self) -> Integers:
        return np.argsort(self._leaves)

    @cached_property
    def _rarity(self) -> Rarity:
        return rarity_of(self._reports.some(range(min(SAMPLE, len(self._reports)))))

    @cached_property
    def _rows(self) -> dict[str | None, int]:
        return {self.ids[row]: int(row) for row in np.flatnonzero(self.labels >= 0)}

    @cached_property
    def _event_of_leaf(self) -> Integers:
        events = np.empty(self._tree.n, np.int64)
        events[self._leaves] = self.labels[self.copies.representative_rows]
        return events

    def _row(self, article: str | int) -> int:
        """The row of an article that was read."""
        if isinstance(article, str):
            if article not in self._rows:
                raise UnknownArticleError(f"no article {article!r} among {len(self._rows)}: .ids lists them")
            return self._rows[article]
        row = index(article)
        if not 0 <= row < len(self.ids):
            raise UnknownArticleError(f"no row {row}: there are {len(self.ids)}, from 0")
        if self.labels[row] < 0:
            raise UnknownArticleError(f"row {row} was rejected: .rejected says why")
        return row

    def label_of(self, event: int | str) -> int:
        """The label of an event, given as that or as the id of one of its articles."""
        if isinstance(event, str):
            return int(self.labels[self._row(event)])
        label = index(event)
        if not 0 <= label < len(self.groups):
            raise UnknownArticleError(f"no event {label}: there are {len(self.groups)}, from 0")
        return label

    def _pair(self, one: int, other: int) -> np.void | None:
        """The candidate pair of two copy groups."""
        low, high = sorted(self.copies.representative_rows[[one, other]].tolist())
        start, end = np.searchsorted(self.pairs["left"], [low, low + 1])
        found = start + np.flatnonzero(self.pairs["right"][start:end] == high)
        return self.pairs[found[0]] if len(found) else None

    def _most_alike(self, side_of_row: Integers, left: int, right: int) -> tuple[int, int]:
        """Of the candidate pairs between two sides, the rows of that with the highest score."""
        ends = side_of_row[np.stack((self.pairs["left"], self.pairs["right"]), axis=1)]
        between = (np.sort(ends, axis=1) == sorted((left, right))).all(axis=1)
        pairs = self.pairs[between]
        best = pairs[np.argmax(pairs["score"])]
        return int(best["left"]), int(best["right"])

    def _notes(self, left: int, right: int) -> Iterator[str]:
        """For each article that prints another's words: whose, and how much of them."""
        for row in dict.fromkeys((left, right)):
            relation = self.copies.relations.get(str(self.ids[row]))
            if relation is not None:
                kind = "a copy" if relation.kind == "copy" else "an excerpt"
                likeness = f"Jaccard {relation.jaccard:.2f}, containment {relation.containment:.2f}"
                yield f"{self.ids[row]} is {kind} of {relation.to} ({likeness})"


def event_labels(copies: CopyGroups, tree: Dendrogram, leaves: Integers, threshold: float) -> Integers:
    """The event of each row: that of the representative of its copy group."""
    events = tree.cut(threshold)[leaves]
    labels = np.full(len(copies.labels), -1, np.int64)
    known = copies.labels >= 0
    labels[known] = events[copies.labels[known]]
    return by_appearance(labels)
