"""What the input of a result was, so that tables of the result fit it: its library, its index, its own ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from newsdedup.articles.fields import is_blank
from newsdedup.support.errors import pass_on_foreign, warn_of_articles
from newsdedup.support.frames import ArticleId, Table, installed_kind, kind_of

_TOO_LARGE: Final = 2**63  # for a column of whole numbers
_TEXT_ID: Final = re.compile("[0-9a-f]{16}")
_RENAMED_BY: Final = "#"  # between a repeated id and the hash of the text by which it is made unique


@frozen(eq=False)
class FrameOrigin:
    """The library, the index and the ids of an input; one entry per input row, rejected rows included.

    Attributes
    ----------
    kind : str or None
        The kind of table: ``pandas``, ``polars`` or ``pyarrow``; None for other inputs.
    index : pandas.Index or None
        The index of a pandas frame or column.
    ids : column of the same library, list of int, or None
        The ids as the input has them, where it is a table or all ids are whole numbers.
    """

    kind: str | None = None
    index: Any = None
    ids: Any = None

    @property
    def has_numbers_as_ids(self) -> bool:
        """Whether the ids of the input are whole numbers, so that a number names an article and not a row."""
        if self.kind is None or self.ids is None:
            return self.ids is not None
        import narwhals.stable.v2 as nw

        return bool(nw.from_native(self.ids, series_only=True).dtype.is_integer())

    def of_rows(self, rows: Sequence[int]) -> FrameOrigin:
        """The origin of some of the rows, as if only these had been read."""
        index = None if self.index is None else self.index.take(list(rows))
        return FrameOrigin(self.kind, index, None if self.ids is None else _taken(self.kind, self.ids, list(rows)))

    def frame_of(self, table: Table, row_ids: Sequence[str | None], kind: str | None = None) -> Any:
        """A table as a frame that can be joined with the input.

        Parameters
        ----------
        table : Table
            Columns of the type `ArticleId` get the input's own ids. With its `rows`, a pandas frame gets the input's
            index, and where a level of that is called ``id``, no column ``id`` besides.
        row_ids : sequence of str or None
            The id by which the library knows each input row.
        kind : str, optional
            By default that of the input, else the first library that is installed.
        """
        kind = installed_kind(self.kind if kind is None else kind)
        frame = table.to_frame(kind)
        if table.rows is not None:
            _warn_of_repeats(row_ids)
        if self.ids is not None:
            for name, ids in self._own_ids(table, row_ids, kind):
                frame = _SETTERS[kind](frame, name, ids)
        if kind == "pandas" and self.index is not None and table.rows is not None:
            frame = _with_index(frame, self.index.take(list(table.rows)))
        return frame

    def _own_ids(self, table: Table, row_ids: Sequence[str | None], kind: str) -> Iterator[tuple[str, Any]]:
        """The columns of article ids, each with the input's own ids as a column of a library."""
        row_of = {name: row for row, name in reversed(list(enumerate(row_ids)))}
        listed = None if kind == self.kind else _plain_ids(self.ids)
        for name in (name for name, column_type in table.types.items() if column_type is ArticleId):
            is_by_row = name == "id" and table.rows is not None
            rows = list(table.rows or ()) if is_by_row else _rows_named(table.columns[name], row_of)
            ids = _taken(kind, self.ids, rows) if listed is None else _numbers(kind, _taken(None, listed, rows))
            if ids is not None:
                yield name, ids


NO_FRAME: Final = FrameOrigin()


def origin_of_table(table: Any, index: Any, id_columns: Sequence[str]) -> FrameOrigin:
    """The origin of the articles in a narwhals table, or in a column, which has no ids."""
    kind = kind_of(table)
    if kind is None or not id_columns:
        return FrameOrigin(kind, index)
    columns = [table.get_column(name) for name in id_columns]
    if len(columns) > 1 and any(map(is_blank, columns[0].to_list())):
        values = zip(*(column.to_list() for column in columns), strict=True)
        firsts = [next((one for one in some if not is_blank(one)), None) for some in values]
        return FrameOrigin(kind, index, _column_like(columns[0], firsts))
    return FrameOrigin(kind, index, _unshared(kind, columns[0].to_native()))


def index_of(source: Any) -> Any:
    """The index of a pandas frame or column, also of one within narwhals; None for anything else."""
    import narwhals.stable.v2 as nw
    from narwhals import to_native

    native = to_native(source, pass_through=True)
    is_pandas = nw.dependencies.is_pandas_dataframe(native) or nw.dependencies.is_pandas_series(native)
    return native.index if is_pandas else None


def renamed_id(given: str, text_id: str) -> str:
    """The id of an article whose own id belongs to another text before."""
    return f"{given}{_RENAMED_BY}{text_id}"


def id_as_given(article_id: str) -> str:
    """The id that a renamed article had in the input; any other id as it is."""
    given, mark, text_id = article_id.rpartition(_RENAMED_BY)
    return given if mark and given and _TEXT_ID.fullmatch(text_id) else article_id


def _warn_of_repeats(row_ids: Iterable[str | None]) -> None:
    """Warn where several rows of the input have one id, so that a join by it is wrong."""
    rows: dict[str, int] = {}
    for name in row_ids:
        if name is not None:
            start, mark, _ = name.rpartition(_RENAMED_BY)
            own = start if mark and start in rows else name
            rows[own] = rows.get(own, 0) + 1
    repeated = [name for name, number in rows.items() if number > 1]
    if repeated:
        more = f" (and {len(repeated) - 1} more)" if len(repeated) > 1 else ""
        warn_of_articles(
            f"id {repeated[0]!r} is on {rows[repeated[0]]} rows of the input{more}: a join on id would mix them up; "
            "join by the index or by the order of rows, which are those of the input"
        )


def _with_index(frame: Any, index: Any) -> Any:
    """A pandas frame with an index; without its column of ids where the index has them."""
    return (frame.drop(columns="id") if "id" in index.names and "id" in frame else frame).set_axis(index)


def _unshared(kind: str, ids: Any) -> Any:
    """A column that the caller does not change later."""
    return ids.set_axis(range(len(ids))).copy() if kind == "pandas" else ids


def _column_like(column: Any, values: list[Any]) -> Any:
    """Values as a column of the library of another column."""
    import narwhals.stable.v2 as nw

    try:
        return nw.new_series("id", values, column.dtype, backend=column.implementation).to_native()
    except Exception as problem:  # each library has its own error for values of several types
        pass_on_foreign(problem)
        texts = [None if value is None else str(value) for value in values]
        return nw.new_series("id", texts, nw.String, backend=column.implementation).to_native()


def _rows_named(names: Iterable[str | None], row_of: Mapping[str | None, int]) -> list[int]:
    return [-1 if name is None else row_of.get(name, -1) for name in names]


def _numbers(kind: str, values: list[Any]) -> Any:
    """Whole numbers as a column of a library; None for other values."""
    if not all(value is None or (type(value) is int and -_TOO_LARGE <= value < _TOO_LARGE) for value in values):
        return None
    return Table({"id": values}, {"id": int}).to_frame(kind)["id"]


def _plain_ids(ids: Any) -> list[Any]:
    return list(ids.to_pylist() if hasattr(ids, "to_pylist") else ids)


def _taken(kind: str | None, ids: Any, rows: list[int]) -> Any:
    """The ids of some rows; none for a row of -1."""
    if kind == "pandas":
        return _nullable(ids).reindex(rows).set_axis(range(len(rows))) if -1 in rows else ids.take(rows)
    places = [None if row < 0 else row for row in rows]
    if kind == "polars":
        return ids.gather(places)
    if kind == "pyarrow":
        from pyarrow import array, int64

        return ids.take(array(places, int64()))
    return [None if place is None or place >= len(ids) else ids[place] for place in places]


def _nullable(ids: Any) -> Any:
    """A pandas column of whole numbers in a type that has a missing value."""
    name = str(ids.dtype)
    return ids.astype(name.replace("i", "I", 1).replace("u", "U")) if name.startswith(("int", "uint")) else ids


def _set_in_pandas(frame: Any, name: str, ids: Any) -> Any:
    from pandas.api.types import is_object_dtype, is_string_dtype

    ids = ids.set_axis(frame.index)
    if is_string_dtype(ids.dtype) or is_object_dtype(ids.dtype):
        ids = ids.where(ids.notna(), frame[name])
    return frame.assign(**{name: ids})


def _set_in_polars(frame: Any, name: str, ids: Any) -> Any:
    import polars

    ids = ids.alias(name)
    return frame.with_columns(ids.fill_null(frame[name]) if ids.dtype == polars.String else ids)


def _set_in_arrow(frame: Any, name: str, ids: Any) -> Any:
    from pyarrow import compute, types

    place = frame.column_names.index(name)
    if types.is_string(ids.type) or types.is_large_string(ids.type):
        ids = compute.coalesce(ids, frame.column(place).cast(ids.type))
    return frame.set_column(place, name, ids)


_SETTERS: Final[Mapping[str, Callable[[Any, str, Any], Any]]] = {
    "pandas": _set_in_pandas,
    "polars": _set_in_polars,
    "pyarrow": _set_in_arrow,
}
