"""Tables of any library: read as input, and made of the same kind as output."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import IO, Any, Final

from attrs import frozen

from newsdedup.support.errors import InputError, MissingExtraError, SettingError, in_message, pass_on_interruption

TABLE_KINDS: Final = ("pandas", "polars", "pyarrow")  # the first that is installed is the default
_ARROW_READERS: Final = ("pyarrow", "polars")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")  # which no table of strings can hold


def opened(source: Any) -> Any:
    """A table or a column of any library as narwhals shows it; None for anything else.

    They are what narwhals supports, or objects with the Arrow PyCapsule protocol (``__arrow_c_stream__``, or
    ``__arrow_c_array__`` for a column).
    """
    import narwhals.stable.v2 as nw
    from narwhals import to_native

    native = to_native(source, pass_through=True)  # of narwhals' own frames, which earlier versions take for Arrow
    found = nw.from_native(native, pass_through=True, allow_series=True)
    if isinstance(found, nw.DataFrame):
        return nw.from_native(_with_named_index(found.to_native()))
    if isinstance(found, nw.LazyFrame | nw.Series):
        return found
    if hasattr(source, "__arrow_c_stream__"):
        return nw.from_arrow(source, backend=_arrow_reader())
    if hasattr(source, "__arrow_c_array__"):
        return nw.from_native(_column_of(source), allow_series=True)
    return None


def _column_of(array: Any) -> Any:
    """An Arrow array as a column, which narwhals knows."""
    try:
        from pyarrow import array as arrow_array
        from pyarrow import chunked_array
    except ImportError as problem:
        raise MissingExtraError("pyarrow", "frames", "reading an Arrow array") from problem
    return chunked_array([arrow_array(array)])


def _with_named_index(table: Any) -> Any:
    """A pandas frame with the named levels of its index, often ids and dates, as columns."""
    names = getattr(getattr(table, "index", None), "names", ())
    if names and not all(isinstance(name, str) for name in table.columns):
        table = table.set_axis([str(name) for name in table.columns], axis="columns")  # narwhals selects by str
    levels = [name for name in names if name is not None and name not in table.columns]
    return table.reset_index(level=levels) if levels else table


def _arrow_reader() -> ModuleType:
    reader = next(filter(_is_installed, _ARROW_READERS), None)
    if reader is None:
        raise MissingExtraError("pyarrow or polars", "frames", "reading an Arrow stream")
    return import_module(reader)


def column_names(table: Any) -> tuple[str, ...] | None:
    """The column names of a narwhals table; None for a single column.

    Raises
    ------
    InputError
        If a lazy table has no columns, because it asks for one that is not there.
    """
    if not hasattr(table, "collect_schema"):
        return None
    try:
        return tuple(table.collect_schema().names())
    except Exception as problem:  # each library has its own errors
        pass_on_interruption(problem)
        kind, reason = type(table.to_native()).__name__, str(problem).partition("\n")[0]
        raise InputError(f"the columns of this {kind} cannot be known: {reason}") from problem


def with_columns(table: Any, names: Sequence[str]) -> Any:
    """Some columns of a narwhals table; a lazy one is collected, and reads no others."""
    chosen = table.select(names)
    return chosen.collect() if hasattr(chosen, "collect") else chosen


def record_batches(table: Any) -> list[Any] | None:
    """A narwhals table, or a column as a table of that column, as Arrow record batches.

    None where pyarrow is not installed, or a column holds values of several types, which Arrow does not have, or
    the single column holds no texts.
    """
    if not _is_installed("pyarrow"):
        return None
    from pyarrow import ArrowException, Table, chunked_array

    try:
        found = table.to_arrow()
        if not isinstance(found, Table):
            chunks = found.chunks if hasattr(found, "chunks") else [found]
            found = Table.from_arrays([chunked_array(chunks, found.type)], names=["text"])
            if "string" not in str(found.schema.types[0]):
                return None
    except (ArrowException, TypeError, ValueError, OverflowError):
        return None
    return list(found.to_batches())


def kind_of(table: Any) -> str | None:
    """The kind of a narwhals table, where `Table.to_frame` can make that kind."""
    kind = str(table.implementation)
    return kind if kind in TABLE_KINDS else None


def installed_kind(kind: str | None) -> str:
    """A kind of table whose library is installed: the one asked for, else the first of `TABLE_KINDS`.

    Raises
    ------
    SettingError, MissingExtraError
        As for `Table.to_frame`.
    """
    if kind is not None and not (isinstance(kind, str) and kind in TABLE_KINDS):
        raise SettingError(f"kind={in_message(kind)} is not a kind of table: give one of {', '.join(TABLE_KINDS)}")
    found = kind or next(filter(_is_installed, TABLE_KINDS), "pandas")
    try:
        import_module(found)
    except ImportError as problem:
        raise MissingExtraError(kind or "pandas, polars or pyarrow", "frames", "to_frame()") from problem
    return found


class ArticleId(str):
    """The type of a column of ids of articles: strings here, but in a frame what they are in the input."""

    __slots__ = ()


@frozen
class Table:
    """Named columns of plain values, to be made into a table of any library, or CSV.

    Attributes
    ----------
    columns : mapping of str to list
        All of the same length; None for a missing value.
    types : mapping of str to type
        The type of each column: str, `ArticleId`, int, float or datetime.
    rows : sequence of int, optional
        The input row that each row is about, where it is about one.

    Examples
    --------
    >>> table = Table.of_rows({"id": str, "event": int}, [("a", 0), ("b", 1)])
    >>> table.to_frame("polars").rows()
    [('a', 0), ('b', 1)]
    >>> table.to_csv().splitlines()
    ['id,event', 'a,0', 'b,1']
    """

    columns: Mapping[str, Sequence[Any]]
    types: Mapping[str, type]
    rows: Sequence[int] | None = None

    @classmethod
    def of_rows(
        cls, types: Mapping[str, type], values: Iterable[Sequence[Any]], rows: Sequence[int] | None = None
    ) -> Table:
        """A table from the values of its rows, in the order of `types`; `rows` are those of the input."""
        lines = list(values)
        return cls({name: [line[place] for line in lines] for place, name in enumerate(types)}, types, rows)

    def to_frame(self, kind: str | None = None) -> Any:
        """A table of a library: of `kind`, else of the first of `TABLE_KINDS` that is installed.

        Raises
        ------
        SettingError
            If there is no such kind.
        MissingExtraError
            If its library is not installed.
        """
        kind = installed_kind(kind)
        return _MAKERS[kind](import_module(kind), self._printable() | self._floats(), self.types)

    def to_csv(self, *, escape_formulas: bool = False) -> str:
        """The table as CSV (RFC 4180) with a header; a missing value is an empty cell.

        Where formulas are escaped, texts that a spreadsheet would run begin with an apostrophe: `escaped_formula`.
        """
        file = io.StringIO()
        writer = csv.writer(file)
        columns = self._printable()
        if escape_formulas:
            columns = {name: list(map(escaped_formula, column)) for name, column in columns.items()}
        writer.writerow(map(escaped_formula, columns) if escape_formulas else columns)
        writer.writerows(zip(*columns.values(), strict=True))
        return file.getvalue()

    def _floats(self) -> dict[str, list[Any]]:
        """The columns of floats, their whole numbers converted."""
        names = [name for name, kind in self.types.items() if kind is float]
        return {name: [None if value is None else float(value) for value in self.columns[name]] for name in names}

    def _printable(self) -> dict[str, list[Any]]:
        """The columns with U+FFFD for lone surrogates, which UTF-8 cannot encode."""
        return {
            name: [_SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value for value in column]
            for name, column in self.columns.items()
        }


def escaped_formula(cell: Any) -> Any:
    """A cell that a spreadsheet does not run as a formula; what is no text, or a number, stays as it is.

    Examples
    --------
    >>> [escaped_formula(cell) for cell in ("=1+1", "@SUM(A1)", "-5", "+84 912 345", "12 người", -5)]
    ["'=1+1", "'@SUM(A1)", '-5', "'+84 912 345", '12 người', -5]
    """
    if not isinstance(cell, str) or not _begins_formula(cell) or _NUMBER_CELL.fullmatch(cell):
        return cell
    return f"'{cell}"


def _begins_formula(cell: str) -> bool:
    """Whether its first character is one of a formula, or the first that is seen, after invisible and control ones."""
    if cell[:1] in _BEGINS_FORMULA:
        return True
    seen = next((one for one in cell if unicodedata.category(one) not in _INVISIBLE_KINDS), "")
    return seen in _BEGINS_FORMULA


_INVISIBLE_KINDS: Final = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))  # a program may drop them
_BEGINS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # Excel takes the wide ones too
_NUMBER_CELL: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?%?", re.ASCII | re.IGNORECASE)


def write_parquet(file: IO[bytes], table: Table) -> None:
    """Write a table as Parquet.

    Raises
    ------
    MissingExtraError
        If pyarrow is not installed.
    """
    try:
        from pyarrow.parquet import write_table
    except ImportError as problem:
        raise MissingExtraError("pyarrow", "parquet", "writing a .parquet file") from problem
    write_table(table.to_frame("pyarrow"), file)


def _is_installed(library: str) -> bool:
    return find_spec(library) is not None


def _pandas(pandas: Any, columns: Mapping[str, list[Any]], types: Mapping[str, type]) -> Any:
    dtypes = {str: "str", ArticleId: "str", float: "float64", datetime: "datetime64[s]"}
    return pandas.DataFrame(
        {
            name: pandas.Series(values, dtype=dtypes.get(types[name], "Int64" if None in values else "int64"))
            for name, values in columns.items()
        }
    )


def _polars(polars: Any, columns: Mapping[str, list[Any]], types: Mapping[str, type]) -> Any:
    dtypes = {
        str: polars.String,
        ArticleId: polars.String,
        int: polars.Int64,
        float: polars.Float64,
        datetime: polars.Datetime("ms"),
    }
    return polars.DataFrame(
        [polars.Series(name, values, dtypes[types[name]], strict=False) for name, values in columns.items()]
    )


def _pyarrow(pyarrow: Any, columns: Mapping[str, list[Any]], types: Mapping[str, type]) -> Any:
    dtypes = {
        str: pyarrow.string(),
        ArticleId: pyarrow.string(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        datetime: pyarrow.timestamp("s"),
    }
    return pyarrow.table({name: pyarrow.array(values, dtypes[types[name]]) for name, values in columns.items()})


_MAKERS: Final[Mapping[str, Callable[[Any, Mapping[str, list[Any]], Mapping[str, type]], Any]]] = {
    "pandas": _pandas,
    "polars": _polars,
    "pyarrow": _pyarrow,
}
