"""One article of each group of copies: what is kept, what is dropped and why, and the caller's rows without copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import compress
from pathlib import Path
from typing import Any, Final

import numpy as np
from attrs import astuple, frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Article, Articles
from newsdedup.articles.fields import is_missing
from newsdedup.copies.input_rows import InputRows
from newsdedup.copies.relations import rank_by_place, rank_by_size
from newsdedup.kernels.ragged import Integers
from newsdedup.support.arguments import is_list
from newsdedup.support.display import Displayed
from newsdedup.support.errors import InputError, SettingError, in_message, warn_of_articles
from newsdedup.support.frames import ArticleId, Table, opened

RULES: Final = ("earliest", "longest")
_DROPPED_COLUMNS: Final[Mapping[str, type]] = {
    "id": ArticleId,
    "row": int,
    "kind": str,
    "to": ArticleId,
    "jaccard": float,
    "containment": float,
    "kept": ArticleId,
}
Prefer = str | Sequence[str]


@frozen
class DroppedArticle:
    """An article that is dropped, because another one prints its words.

    Attributes
    ----------
    id : str
    row : int
        Its row in the input, from 0.
    kind : str
        ``copy`` or ``excerpt``.
    to : str
        Id of the article that it copies or is a part of; as a rule the one that is kept.
    jaccard, containment : float
        The scores of the two, as in `Relation`.
    kept : str
        Id of the article that is kept in its place.
    """

    id: str
    row: int
    kind: str
    to: str
    jaccard: float
    containment: float
    kept: str


@frozen(eq=False, repr=False)
class Deduplication(Displayed):
    """Which articles are kept, one of each group of copies, and which are dropped.

    Attributes
    ----------
    is_kept : ndarray of bool
        One per input row; False for a dropped and for a rejected row.
    """

    is_kept: NDArray[np.bool_]
    _links: NDArray[np.void]  # of each dropped row, ascending: fields of `newsdedup.copies.relations.LINK`
    _is_excerpt: NDArray[np.bool_]  # for each of these
    _instead: Integers  # for each of these the row that is kept in its place
    _input: InputRows

    def __repr__(self) -> str:
        kept, dropped = int(self.is_kept.sum()), len(self._links)
        return f"<Deduplication: {kept} kept, {dropped} dropped, {len(self.is_kept) - kept - dropped} rejected>"

    @cached_property
    def kept(self) -> tuple[str, ...]:
        """The ids of the articles that are kept, in input order."""
        return tuple(map(str, compress(self._input.ids, self.is_kept.tolist())))

    @cached_property
    def dropped(self) -> tuple[DroppedArticle, ...]:
        """The articles that are dropped, in input order, each with the article that it repeats."""
        ids = self._input.ids
        kinds = np.where(self._is_excerpt, "excerpt", "copy").tolist()
        links = zip(self._links.tolist(), kinds, self._instead.tolist(), strict=True)
        return tuple(
            DroppedArticle(str(ids[row]), row, kind, str(ids[to]), jaccard, containment, str(ids[kept]))
            for (row, to, jaccard, containment), kind, kept in links
        )

    def keep(self, rows: Any) -> Any:
        """The rows that are kept, as the kind of object that they are given in.

        Parameters
        ----------
        rows : table, column, list, array or Articles
            The rows that `find_copies` read, rejected ones included. In another order they are known by the index of
            pandas, by their ids or by their texts, read with the options of `find_copies`. Numbers, vectors and
            other values that are no articles are taken by their places, as are texts alone of an input with ids.

        Returns
        -------
        same as rows
            A pandas table keeps its index. A lazy Polars table stays lazy; only its number of rows is collected.
            `Articles` become `Articles` without rejected rows; an iterator becomes a list.

        Raises
        ------
        InputError
            If there are more or fewer rows than `find_copies` read, they cannot be chosen from, or they are other rows.
        """
        if isinstance(rows, Articles):
            return self._kept_articles(rows)
        rows = listed_rows(rows)
        return kept_at(self, rows, self._input.places_of(rows))

    def to_frame(self, *, kind: str | None = None) -> Any:
        """One row per dropped article, with the fields of `DroppedArticle`.

        Ids are those of the input, with their type; of a pandas frame, the index is that of the dropped rows.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow"}, optional
            By default that of the input, else the first of these that is installed.
        """
        return self._input.frame_origin.frame_of(self.table(), self._input.ids, kind)

    def table(self) -> Table:
        """The table of `to_frame`, without any library."""
        return Table.of_rows(_DROPPED_COLUMNS, map(astuple, self.dropped), self._links["row"].tolist())

    def _kept_articles(self, articles: Articles) -> Articles:
        _require_length(articles.n_rows, len(self.is_kept))
        if tuple(articles.row_ids) != tuple(self._input.ids):
            raise InputError("these are not the articles that find_copies read: their ids differ; give the same ones")
        items = tuple(compress(articles, self.is_kept[list(articles.rows)].tolist()))
        place = {article.id: row for row, article in enumerate(items)}
        notices = tuple(type(one)(one.id, place[one.id], one.reason) for one in articles.notices if one.id in place)
        origin = articles.frame_origin.of_rows(np.flatnonzero(self.is_kept).tolist())
        return Articles(items, tuple(range(len(items))), (), notices, origin)


def priority_of(prefer: Prefer, sizes: Integers, order: Integers, sources: Sequence[Any] | None) -> Integers | None:
    """The rank of each row by a rule, the article to keep first; None for the earliest, which `order` has."""
    if isinstance(prefer, str):
        if prefer not in RULES:
            raise SettingError(
                f"prefer={in_message(prefer)} is not one of {', '.join(map(repr, RULES))}: "
                f"a source goes into a list, in order of preference, prefer=[{prefer!r}]"
            )
        return rank_by_size(sizes, order) if prefer == "longest" else None
    names = tuple(prefer) if is_list(prefer) and not isinstance(prefer, Set) else ()
    if not names or not all(isinstance(name, str) for name in names):
        raise SettingError(
            f"prefer={in_message(prefer)} names no sources: give 'earliest', 'longest' or a list of source names"
        )
    return rank_by_place(_places(names, sources, len(order)), order)


def _places(names: Sequence[str], sources: Sequence[Any] | None, n: int) -> Integers:
    """The place of each row's source in a list of names; that of the end for other sources."""
    if sources is None or all(map(is_missing, sources)):
        raise SettingError(f"prefer={list(names)} needs the source of each row: give sources=[…], one per row")
    _require_length(len(sources), n, "sources")
    place_of = {_folded_source(name): place for place, name in reversed(list(enumerate(names)))}
    places = np.array([place_of.get(_folded_source(source), len(names)) for source in sources], np.int64)
    if n and (places == len(names)).all():
        some = ", ".join(sorted({repr(str(source)) for source in sources if not is_missing(source)})[:5])
        warn_of_articles(f"no row is of {', '.join(map(repr, names))}; sources are {some}: the earliest are kept")
    return places


def _folded_source(name: Any) -> str:
    """A source in the form in which sources are compared."""
    return str(name).strip().casefold()


def listed_rows(rows: Any) -> Any:
    """The caller's rows as they are, a list of those that can be read only once; an error for what is no rows."""
    is_one = isinstance(rows, str | bytes | Path | Mapping | Article)
    is_table = _is_table(rows)
    if is_one or not (is_list(rows) or is_table):
        raise InputError(
            f"keep() needs the rows that find_copies read, not one {type(rows).__name__}: "
            "give read_articles(path), or use the command newsdedup copies PATH --keep"
        )
    return rows if is_table or isinstance(rows, list | tuple | np.ndarray) else list(rows)


def kept_at(deduplication: Deduplication, rows: Any, places: Integers | None) -> Any:
    """The rows that are kept of those at some places of the input; None for all in the order of the input."""
    return _rows_where(rows, deduplication.is_kept if places is None else deduplication.is_kept[places])


def _rows_where(rows: Any, chosen: NDArray[np.bool_]) -> Any:
    """Some rows of a table, a column, an array or a list, as the same kind of object."""
    if isinstance(rows, list | tuple):
        _require_length(len(rows), len(chosen))
        kept = list(compress(rows, chosen.tolist()))
        return tuple(kept) if type(rows) is tuple else kept
    if isinstance(rows, np.ndarray):
        _require_length(len(rows), len(chosen))
        return rows[chosen]
    return _table_rows_where(rows, chosen)


def _is_table(rows: Any) -> bool:
    """Whether rows are a table or a column of some library, or of narwhals itself."""
    return not isinstance(rows, list | tuple | np.ndarray) and opened(rows) is not None


def _table_rows_where(rows: Any, chosen: NDArray[np.bool_]) -> Any:
    """Some rows of a table or a column, of narwhals itself or of a library that it knows."""
    import narwhals.stable.v2 as nw
    from narwhals import DataFrame, LazyFrame, Series

    if isinstance(rows, DataFrame | Series):
        _require_length(len(rows), len(chosen))
        return rows.filter(chosen.tolist())
    if isinstance(rows, LazyFrame):
        return nw.from_native(_table_rows_where(rows.to_native(), chosen))
    if nw.dependencies.is_polars_lazyframe(rows):
        return _lazy_rows_where(rows, chosen)
    if nw.dependencies.is_pandas_like_dataframe(rows) or nw.dependencies.is_pandas_like_series(rows):
        _require_length(len(rows), len(chosen))
        return rows.loc[chosen]
    table = opened(rows)
    if not hasattr(table, "__len__"):
        raise InputError("the rows of this lazy table have no order: collect it, and call find_copies and keep on that")
    return _table_rows_where(table, chosen).to_native()


def _lazy_rows_where(rows: Any, chosen: NDArray[np.bool_]) -> Any:
    """Some rows of a lazy Polars table, still lazy."""
    import polars

    _require_length(rows.select(polars.len()).collect().item(), len(chosen))
    number = "row number of newsdedup"
    is_chosen = polars.col(number).is_in(np.flatnonzero(chosen).tolist())
    return rows.with_row_index(number).filter(is_chosen).drop(number)


def _require_length(given: int, wanted: int, what: str = "rows") -> None:
    if given != wanted:
        raise InputError(
            f"{given} {what} are given, but find_copies read {wanted} rows: "
            "give one for each of those, rejected ones included, in the same order"
        )
