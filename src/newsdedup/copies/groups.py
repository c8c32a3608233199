"""Groups of copies: the value that `find_copies` returns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np
from attrs import asdict, evolve, frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Articles, Rejection, accepted_row
from newsdedup.articles.frame_origin import NO_FRAME, FrameOrigin
from newsdedup.articles.headings import NO_HEADINGS, Headings
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.articles.scoring import Labelled
from newsdedup.copies.deduplication import Deduplication, DroppedArticle, Prefer, kept_at, listed_rows, priority_of
from newsdedup.copies.input_rows import InputRows, sources_in
from newsdedup.copies.lsh import Bands, bands_for
from newsdedup.copies.pieces import piece_labels
from newsdedup.copies.relations import (
    Relation,
    copies_and_excerpts,
    copy_links,
    earliest_of_each,
    excerpt_links,
    origin_of_each,
    rank_by_size,
)
from newsdedup.copies.stars import star_labels
from newsdedup.kernels.ragged import Integers
from newsdedup.support.arguments import id_or_number, several_ids, switch_option
from newsdedup.support.components import Families, by_appearance, groups_of
from newsdedup.support.display import Displayed, count_in_words
from newsdedup.support.errors import SettingError
from newsdedup.support.frames import ArticleId, Table
from newsdedup.support.settings import CopySettings, checked

_COLUMNS: Final[Mapping[str, type]] = {
    "id": ArticleId,
    "group": int,
    "origin": ArticleId,
    "relation": str,
    "jaccard": float,
    "containment": float,
}


@frozen(eq=False, repr=False)
class CopyGroups(Labelled, Displayed):
    """Which articles are copies of which.

    Attributes
    ----------
    ids : tuple of str or None
        One per input row, rejected rows included.
    labels : ndarray of int64
        The group of each row, numbered by first appearance; -1 for a rejected row.
    pairs : structured array
        Verified copies: rows ``left`` < ``right``, ``score`` (Jaccard) and ``containment``. See `cut_pairs`.
    excerpts : structured array
        Pairs that are not copies, but the larger contains the smaller; fields as in `pairs`.
    settings : CopySettings
        The settings that they were found with.
    rejected : tuple of Rejection
        Rows that could not be read.
    order : ndarray of int64
        The rank of each row by age, the earliest 0; -1 for a rejected row.
    frame_origin : FrameOrigin
        What the input was: its kind of table, its index and its own ids, for `to_frame`.

    Notes
    -----
    The earliest article represents a group. Each other member is a copy of some member, and however many steps
    it is away from the representative, its Jaccard similarity to that is at least two thirds of the threshold.
    Versions that replace each other step by step are therefore several groups as soon as the last have too little
    in common with the first; `cut_pairs` has the copies that do not join their groups. Copies join groups in the
    order of their similarity: single linkage with this one restriction. Articles with equal sets of shingles are
    always in one group.

    A group holds copies only: two articles that share nothing but an excerpt are not copies of each
    other, so an excerpt is in a group of its own. Its *origin* is that of the article that contains
    it, whichever came first: it prints the same words, so it does not confirm what the other reports.
    """

    _ids: Sequence[str | None]
    labels: Integers
    pairs: NDArray[np.void]
    excerpts: NDArray[np.void]
    settings: CopySettings
    rejected: tuple[Rejection, ...]
    order: Integers
    _sizes: Integers  # distinct shingles of each row
    _related: NDArray[np.void]  # further pairs in chains of copies, below the threshold; fields as in `pairs`
    frame_origin: FrameOrigin = NO_FRAME
    _headings: Headings = NO_HEADINGS
    _reading: ReadOptions = READING  # how the rows were read

    def __repr__(self) -> str:
        groups, pairs = count_in_words(len(self.groups), "group"), count_in_words(len(self.pairs), "verified pair")
        return f"<CopyGroups: {groups}, {pairs}>"

    @cached_property
    def ids(self) -> tuple[str | None, ...]:
        """The id of each input row, rejected rows included."""
        return tuple(self._ids)

    @property
    def bands(self) -> Bands:
        """How candidates were found; ``bands.s_curve(similarity)`` is the probability of that.

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
        """The row of each group's earliest article, else the longest, else by a hash of its words, else by id."""
        return earliest_of_each(self.labels, self.order)

    @property
    def cut_pairs(self) -> NDArray[np.void]:
        """Those of `pairs` in two groups: members of one have too little of the other's first, or are kept apart."""
        is_cut = self.labels[self.pairs["left"]] != self.labels[self.pairs["right"]]
        return np.compress(is_cut, self.pairs)

    @property
    def representatives(self) -> tuple[str, ...]:
        """The id of each group's earliest article, else the longest, else by a hash of its words, else by id."""
        return tuple(map(self._id, self.representative_rows))

    @cached_property
    def relations(self) -> Mapping[str, Relation]:
        """By id, how each article that is a copy or an excerpt relates to another; no entry for the others."""
        kinds = ("copy", self._copy_links), ("excerpt", self._excerpt_links)
        links = sorted((row, kind, to, scores) for kind, found in kinds for row, to, *scores in found.tolist())
        return {self._id(row): Relation(kind, self._id(to), *scores) for row, kind, to, scores in links}

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """By id, the article whose words each prints: itself, or the one that it copies or is a part of."""
        origin = self._origin_rows
        return {self._id(row): self._id(origin[self.labels[row]]) for row in np.flatnonzero(self.labels >= 0)}

    def origin_of(self, article_id: str | int) -> str:
        """Id of the article whose words this one prints.

        Raises
        ------
        UnknownArticleError
            If there is no such article, or it was rejected.
        """
        return self.origins[self._id(self.row_of(article_id))]

    def titles(self, article_ids: Iterable[str]) -> dict[str, str]:
        """The title of each of some articles, else the beginning of its text.

        A result keeps no texts: titles of a file are read from it again, and of articles in memory those of the
        largest groups are kept. An article whose title is not at hand is left out.

        Raises
        ------
        UnknownArticleError
            If there is no such article, or it was rejected.

        Examples
        --------
        >>> from newsdedup import find_copies
        >>> news = "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu trên cả nước"
        >>> copies = find_copies([{"id": name, "title": "Khai mạc hội nghị", "text": news} for name in "ab"])
        >>> copies.titles(["a"])
        {'a': 'Khai mạc hội nghị'}
        """
        row_of = {str(name): self.row_of(name) for name in several_ids("article_ids", article_ids)}
        found = self._headings.of({row: str(self.ids[row]) for row in row_of.values()})
        return {name: found[row] for name, row in row_of.items() if row in found}

    def at(self, threshold: float) -> CopyGroups:
        """The groups at a stricter threshold, from the same verified pairs within the present groups.

        Parameters
        ----------
        threshold : float
            Not below this result's own: pairs below it were not verified.

        Returns
        -------
        CopyGroups
            Each of its groups lies within one of this result's.

        Raises
        ------
        SettingError
            If it is below this result's own, or above 1.
        """
        settings = checked(CopySettings, **{**asdict(self.settings), "threshold": threshold})
        if threshold < self.settings.threshold:
            raise SettingError(
                f"threshold={threshold} is below {self.settings.threshold}, at which pairs were verified: "
                f"give that or more, or call find_copies(..., threshold={threshold})"
            )
        return self._regrouped(self._verified(self.pairs), settings=settings)

    def without(self, dropped: NDArray[np.bool_]) -> CopyGroups:
        """The groups when some of `pairs` are not counted as copies."""
        if not dropped.any():
            return self
        return self._regrouped(self._verified(self.pairs[~dropped]))

    def split(self, families: Families[int]) -> CopyGroups:
        """The groups when rows that are kept apart, directly or through their families, are not in one group.

        The families of rows in one group become one.
        """
        verified = self._verified(self.pairs)
        labels, pairs = piece_labels(self.labels, self.order, verified, families)
        if (labels == self.labels).all():
            return self
        verified = np.concatenate((verified, pairs))
        _, first = np.unique(verified[["left", "right"]], return_index=True)
        return self._regrouped(verified[first], within=labels)

    def row_of(self, article: str | int) -> int:
        """The row of an accepted article, given as its id or as the row itself.

        A whole number is a row, unless the ids of the input are whole numbers: then it is an id.

        Raises
        ------
        UnknownArticleError
        """
        if not isinstance(article, str) and self._has_numbers_as_ids:
            article = str(id_or_number(article))
        return accepted_row(article, self._row_of_id, self.rejected)

    @cached_property
    def _input(self) -> InputRows:
        return InputRows(self._ids, self.labels < 0, self.frame_origin, self._reading)

    @cached_property
    def _has_numbers_as_ids(self) -> bool:
        return self.frame_origin.has_numbers_as_ids

    @cached_property
    def _row_of_id(self) -> dict[str, int]:
        return {self._id(row): int(row) for row in np.flatnonzero(self.labels >= 0)}

    def deduplicate(
        self, *, prefer: Prefer = "earliest", excerpts: bool = False, sources: Sequence[Any] | None = None
    ) -> Deduplication:
        """Choose one article of each group to keep.

        Parameters
        ----------
        prefer : {"earliest", "longest"} or sequence of str
            Which article is kept: the representative, which is the earliest; the one with the most text; or one of
            these sources, in order of preference. Of equal ones the earliest is kept, then the longest.
        excerpts : bool
            Drop excerpts too, for the article that contains them. Up to a fifth of an excerpt may be words of its own.
        sources : sequence of str, optional
            The source of each input row, for a preference of sources; None where it is unknown.

        Returns
        -------
        Deduplication
            Every dropped article is as similar to the kept one as a member of a group to its representative. Where
            the article that is preferred has too little in common with some of its group, one of those is kept too.

        Raises
        ------
        SettingError
            If `prefer` is not one of these, or names sources and `sources` is not given.
        InputError
            If there are more or fewer sources than rows.

        Examples
        --------
        >>> from newsdedup import find_copies
        >>> news = ["Giá vàng tăng mạnh sáng nay tại Hà Nội", "Giá vàng tăng mạnh sáng nay tại Hà Nội, TP HCM"]
        >>> copies = find_copies(news)
        >>> copies.deduplicate(prefer=["Báo B"], sources=["Báo B", "Báo A"]).keep(news)
        ['Giá vàng tăng mạnh sáng nay tại Hà Nội']
        """
        excerpts = switch_option("excerpts", excerpts)
        priority = priority_of(prefer, self._sizes, self.order, sources)
        chosen = self if priority is None else self._regrouped(self._verified(self.pairs), order=priority)
        return chosen._one_of_each_group(excerpts)

    @cached_property
    def _earliest(self) -> Deduplication:
        return self.deduplicate()

    @property
    def is_kept(self) -> NDArray[np.bool_]:
        """One per input row: whether it represents its group; False for a rejected row."""
        return self._earliest.is_kept

    @property
    def kept(self) -> tuple[str, ...]:
        """The ids of the representatives, one per group, in input order; as text, whatever type the input's ids have.

        To choose rows of a table use `keep`, or the mask `is_kept`.
        """
        return self._earliest.kept

    @property
    def dropped(self) -> tuple[DroppedArticle, ...]:
        """The other articles that could be read, in input order, each with the article that it copies."""
        return self._earliest.dropped

    def keep(
        self, rows: Any, *, prefer: Prefer = "earliest", excerpts: bool = False, sources: Sequence[Any] | None = None
    ) -> Any:
        """The caller's rows without copies, as the kind of object that they are given in.

        Parameters
        ----------
        rows : table, column, list, array or Articles
            The rows that `find_copies` read, rejected ones included. In another order they are known by the index of
            pandas, by their ids or by their texts.
        prefer, excerpts
            As for `deduplicate`.
        sources : sequence of str, optional
            The source of each of `rows`; by default from the rows.

        Returns
        -------
        same as rows
            See `Deduplication.keep`.

        Raises
        ------
        InputError
            If there are more or fewer rows than `find_copies` read, or they cannot be chosen from.
        SettingError
            If `prefer` is not a rule, or names sources and the rows have none.

        Examples
        --------
        >>> from newsdedup import find_copies
        >>> news = ["Giá vàng tăng mạnh sáng nay tại Hà Nội", "Giá vàng tăng mạnh sáng nay tại Hà Nội!", "Mưa lớn"]
        >>> find_copies(news).keep(news)
        ['Giá vàng tăng mạnh sáng nay tại Hà Nội!', 'Mưa lớn']
        """
        if isinstance(rows, Articles):
            sources = sources_in(rows, self._reading) if sources is None and not isinstance(prefer, str) else sources
            return self.deduplicate(prefer=prefer, excerpts=excerpts, sources=sources).keep(rows)
        rows = listed_rows(rows)
        places = self._input.places_of(rows)
        if not isinstance(prefer, str) and sources is None:
            sources = sources_in(rows, self._reading)
        if places is not None and sources is not None and len(sources) == len(places):
            sources = [sources[number] for number in np.argsort(places)]
        return kept_at(self.deduplicate(prefer=prefer, excerpts=excerpts, sources=sources), rows, places)

    def to_frame(self, *, kind: str | None = None) -> Any:
        """One row per input row, in input order: id, group, origin, relation, jaccard, containment.

        Ids are those of the input, with their type; of a pandas frame, the index is kept too. A rejected row has the
        group -1.

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
        return self.frame_origin.frame_of(self.table(), self.ids, kind)

    def table(self) -> Table:
        """The table of `to_frame`, without any library."""
        rows = range(len(self.ids))
        return Table.of_rows(_COLUMNS, map(self._row, rows), rows)

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
    def _rank(self) -> Integers:
        return rank_by_size(self._sizes, self.order)

    @cached_property
    def _copy_links(self) -> NDArray[np.void]:
        return copy_links(self.pairs, self.labels, self.representative_rows, self.order)

    @cached_property
    def _excerpt_links(self) -> NDArray[np.void]:
        return excerpt_links(self.excerpts, self.labels, self.representative_rows, self.order, self._rank)

    @cached_property
    def _origin_rows(self) -> Integers:
        """The row whose words each group prints."""
        return origin_of_each(self.labels, self.representative_rows, self._rank, self._excerpt_links)

    def _one_of_each_group(self, excerpts: bool) -> Deduplication:
        kept = self._origin_rows if excerpts else self.representative_rows
        parts = self._excerpt_links[: None if excerpts else 0]
        links = np.concatenate((self._copy_links, parts))
        order = np.argsort(links["row"])
        is_kept = np.zeros(len(self.labels), np.bool_)
        is_kept[kept] = True
        return Deduplication(
            is_kept=is_kept,
            links=links[order],
            is_excerpt=order >= len(self._copy_links),
            instead=kept[self.labels[links["row"][order]]],
            input=self._input,
        )

    def _verified(self, pairs: NDArray[np.void]) -> NDArray[np.void]:
        """All that is known of pairs, with some of those that are copies."""
        return np.concatenate((pairs, self.excerpts, self._related))

    def _regrouped(
        self,
        verified: NDArray[np.void],
        *,
        settings: CopySettings | None = None,
        order: Integers | None = None,
        within: Integers | None = None,
    ) -> CopyGroups:
        """Groups from some pairs, each within one of these groups, or of `within`; `order` stands in for the age."""
        regrouped = group_copies(
            self._ids,
            verified,
            settings or self.settings,
            self.rejected,
            self.order if order is None else order,
            self._sizes,
            self.frame_origin,
            within=self.labels if within is None else within,
        )
        return evolve(regrouped, headings=self._headings, reading=self._reading)


def group_copies(
    ids: Sequence[str | None],
    verified: NDArray[np.void],
    settings: CopySettings,
    rejected: tuple[Rejection, ...],
    order: Integers,
    sizes: Integers,
    frame_origin: FrameOrigin = NO_FRAME,
    *,
    within: Integers | None = None,
) -> CopyGroups:
    """Group the verified pairs at or above the threshold; of the others, keep the excerpts.

    Copies of two groups are excerpts where one is much longer: it is no version of the other, but contains it.

    `within` has labels of rows; a group then lies within the rows of one label.
    """
    verified = np.sort(verified, order=["left", "right"])
    is_inside = slice(None) if within is None else within[verified["left"]] == within[verified["right"]]
    labels = star_labels(verified[is_inside], settings.threshold, order)
    is_copy, is_excerpt = copies_and_excerpts(verified, labels, settings)
    for rejection in rejected:
        labels[rejection.row] = -1
    return CopyGroups(
        ids=ids,
        labels=by_appearance(labels),
        pairs=verified[is_copy],
        excerpts=verified[is_excerpt],
        settings=settings,
        rejected=rejected,
        order=order,
        sizes=sizes,
        related=verified[~is_copy & ~is_excerpt],
        frame_origin=frame_origin,
    )
