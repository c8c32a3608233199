"""The rows that were read, and where each of a caller's rows was among them: by index, by id or by text."""

from __future__ import annotations

import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from os import PathLike
from typing import Any, Final

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Article, Articles, content_id
from newsdedup.articles.fields import keys_of_fields, row_mapping, text_or_none
from newsdedup.articles.frame_origin import FrameOrigin, id_as_given, index_of
from newsdedup.articles.intake import stream_articles
from newsdedup.articles.packed import text_source
from newsdedup.articles.read_options import ReadOptions
from newsdedup.kernels.ragged import Integers
from newsdedup.support.errors import ArticleWarning, InputError, NewsdedupError
from newsdedup.support.frames import column_names, opened, with_columns

_ID_OF_TEXT: Final = re.compile("([0-9a-f]{16})(?:-[0-9]+)?")
_GIVE_THOSE: Final = "give those, in any order, or choose by place: rows[copies.is_kept]"
_REJECTED: Final = object()  # in place of a text

RowKey = tuple[Any, Any]  # an id and a content id, either of which may be unknown


@frozen(eq=False)
class InputRows:
    """What is known of the rows that were read."""

    ids: Sequence[str | None]
    is_rejected: NDArray[np.bool_]
    frame_origin: FrameOrigin
    reading: ReadOptions  # how they were read

    def places_of(self, rows: Any) -> Integers | None:
        """The input row of each of a caller's rows; None where they are taken in the order of the input.

        These are rows in that order, values that are no articles, and rows without the ids that the input has.

        Raises
        ------
        InputError
            If one of them is not among the rows that were read.
        """
        places = self._by_index(rows)
        if places is not None or not _may_be_articles(rows):
            return places
        names, known = ids_in(rows, self.reading), list(self.ids)
        if names is not None and (len(names) != len(known) or names == known):
            return None  # another number of rows is an error wherever rows are chosen
        if names and len(set(known)) == len(known) and set(names) == set(known):
            row_of = {name: row for row, name in enumerate(known)}
            return np.array([row_of[name] for name in names], np.int64)
        if not any(names or ()) and not all(map(_ID_OF_TEXT.fullmatch, filter(None, known))):
            return None  # rows without ids of an input with ids, as a column of its texts: by their places
        return self._by_reading(rows, known)

    def _by_index(self, rows: Any) -> Integers | None:
        """Their places by the index of pandas, where that is the index of the input in another order."""
        index, given = self.frame_origin.index, index_of(rows)
        if index is None or given is None or len(given) != len(index) or given.equals(index):
            return None
        places = index.get_indexer(given) if index.is_unique else np.array([-1])
        return np.asarray(places, np.int64) if given.is_unique and (places >= 0).all() else None

    def _by_reading(self, rows: Any, known: list[str | None]) -> Integers | None:
        """Their places by the ids and the texts that they have when they are read as the input was."""
        reading = evolve(self.reading, strict=False, encoding=None)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ArticleWarning)  # of the first reading
                found = _ids_by_row(rows, reading)
                if len(found) != len(known) or found == known:
                    return None
                keys = _keys_by_row(rows, reading)
        except NewsdedupError as problem:
            raise InputError(
                f"these rows cannot be compared with those that find_copies read: {problem}; {_GIVE_THOSE}"
            ) from problem
        return _matched(keys, self._keys())

    def _keys(self) -> dict[RowKey, list[int]]:
        """The input rows by what they are known by, the first one last."""
        rows: dict[RowKey, list[int]] = defaultdict(list)
        for row in range(len(self.ids) - 1, -1, -1):
            for key in _known_keys(self.ids[row], bool(self.is_rejected[row])):
                rows[key].append(row)
        return rows


def _known_keys(name: str | None, is_rejected: bool) -> Iterable[RowKey]:
    """What a row is known by: its id, the text from which that is derived, or both."""
    if is_rejected or name is None:
        return ((name, _REJECTED),)
    given = id_as_given(name)
    if given != name:
        return ((given, name[len(given) + 1 :]),)
    derived = _ID_OF_TEXT.fullmatch(name)
    return ((name, None), (None, derived[1])) if derived else ((name, None),)


def _matched(given: Sequence[RowKey], rows_of: Mapping[RowKey, list[int]]) -> Integers:
    """For each row the input row that it is, by id and text if several have its id, else by id, else by text."""
    places = np.full(len(given), -1, np.int64)
    is_taken = np.zeros(len(given), np.bool_)
    for shortened in (lambda key: key, lambda key: (key[0], None), lambda key: (None, key[1])):
        for number, key in enumerate(given):
            rows = rows_of.get(shortened(key), []) if places[number] < 0 else []
            while rows and is_taken[rows[-1]]:
                rows.pop()
            if rows:
                places[number] = rows.pop()
                is_taken[places[number]] = True
    foreign = np.flatnonzero(places < 0)
    if len(foreign):
        name = given[foreign[0]][0]
        named = "" if name is None else f" (id {name!r})"
        raise InputError(
            f"row {foreign[0]}{named} is not among the rows that find_copies read, or comes too often: {_GIVE_THOSE}"
        )
    return places


def _ids_by_row(rows: Any, reading: ReadOptions) -> list[str | None]:
    """The id that each row has where it is now, rejected ones included."""
    texts = text_source(rows, reading, progress=False)
    for _ in texts.chunks():
        pass
    return list(texts.row_ids)


def _keys_by_row(rows: Any, reading: ReadOptions) -> list[RowKey]:
    """What each row is known by, rejected ones included."""
    stream = stream_articles(rows, reading, lean=True, again=True)
    keys: list[RowKey] = [(id_as_given(article.id), content_id(article.text)) for article in stream]
    found: list[RowKey] = [(None, _REJECTED)] * (len(keys) + len(stream.rejected))
    for row, key in zip(stream.rows, keys, strict=True):
        found[row] = key
    for one in stream.rejected:
        found[one.row] = (one.id, _REJECTED)
    return found


def _may_be_articles(rows: Any) -> bool:
    """Whether rows are articles or texts, and not numbers, vectors or other values beside them."""
    if isinstance(rows, np.ndarray):
        return rows.ndim == 1 and any(isinstance(one, str | Mapping | Article) for one in rows.tolist())
    if isinstance(rows, list | tuple):
        return any(_may_be_article(row) for row in rows)
    table = opened(rows)
    if table is None:
        return False
    return column_names(table) is not None or any(isinstance(one, str) for one in table.to_list())


def _may_be_article(row: Any) -> bool:
    return isinstance(row, str | Mapping | Article | PathLike) or row_mapping(row) is not None


def sources_in(rows: Any, reading: ReadOptions) -> Sequence[Any] | None:
    """The source of each of the caller's rows; None if they have no field of sources."""
    if isinstance(rows, Articles):
        sources: list[str | None] = [None] * rows.n_rows
        for row, article in zip(rows.rows, rows, strict=True):
            sources[row] = article.source
        return sources
    return _values_in(rows, "source", reading)


def ids_in(rows: Any, reading: ReadOptions) -> list[str | None] | None:
    """The id of each of the caller's rows; None if they have no field of ids."""
    return _values_in(rows, "id", reading)


def _values_in(rows: Any, name: str, reading: ReadOptions) -> list[str | None] | None:
    """The values of a field of articles in a list or a table of rows; None if they do not have it."""
    known = reading.names()[name]
    if isinstance(rows, list | tuple):
        return [_field_of_row(row, name, known) for row in rows]
    table = None if isinstance(rows, np.ndarray) else opened(rows)
    keys = _field_keys(column_names(table) or (), known) if table is not None else ()
    if not keys:
        return None
    columns = with_columns(table, keys)
    return [_first_filled(values) for values in zip(*(columns[key].to_list() for key in keys), strict=True)]


def _field_of_row(row: Any, name: str, known: tuple[str, ...]) -> str | None:
    """A field of a row."""
    if isinstance(row, Article):
        return text_or_none(getattr(row, name))
    fields = None if isinstance(row, str) else row_mapping(row)
    return None if fields is None else _first_filled(fields[key] for key in _field_keys(tuple(fields), known))


def _first_filled(values: Iterable[Any]) -> str | None:
    return next(filter(None, map(text_or_none, values)), None)


@lru_cache(maxsize=1024)
def _field_keys(given: tuple[Any, ...], known: tuple[str, ...]) -> tuple[Any, ...]:
    """Those of the names of a row that may hold a field with the names that are known."""
    return keys_of_fields(given, {"": known})[""]
