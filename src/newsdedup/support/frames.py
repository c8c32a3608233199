"""Tables of any library: read where they come in, and made of the same kind where results go out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any, Final

from attrs import frozen

from newsdedup.support.errors import MissingExtraError, SettingError

KINDS: Final = ("pandas", "polars", "pyarrow")  # the first that is installed is the plain default
_ARROW_READERS: Final = ("pyarrow", "polars")
_HALF: Final = re.compile("[\ud800-\udfff]")  # of a pair; no table of strings can hold one


def opened(source: Any) -> Any:
    """A table or a column of any library, seen through narwhals; None for what is neither.

    Parameters
    ----------
    source : object
        Whatever narwhals knows, or what speaks the Arrow PyCapsule protocol (``__arrow_c_stream__``).

    Returns
    -------
    narwhals.DataFrame, LazyFrame, Series or None
    """
    import narwhals.stable.v2 as nw

    found = nw.from_native(source, pass_through=True, allow_series=True)
    if isinstance(found, nw.DataFrame):
        return nw.from_native(_with_named_index(found.to_native()))
    if isinstance(found, nw.LazyFrame | nw.Series):
        return found
    if hasattr(source, "__arrow_c_stream__"):
        return nw.from_arrow(source, backend=_arrow_reader())
    return None


def _with_named_index(table: Any) -> Any:
    """A pandas frame whose index has names, which people keep ids and dates in, has them as columns."""
    names = getattr(getattr(table, "index", None), "names", ())
    levels = [name for name in names if name is not None and name not in table.columns]
    return table.reset_index(level=levels) if levels else table


def _arrow_reader() -> ModuleType:
    reader = next(filter(_is_installed, _ARROW_READERS), None)
    if reader is None:
        raise MissingExtraError("pyarrow or polars", "frames", "reading an Arrow stream")
    return import_module(reader)


def names_of(table: Any) -> tuple[str, ...] | None:
    """The columns of a table that narwhals shows; None for a lone column."""
    return tuple(table.collect_schema().names()) if hasattr(table, "collect_schema") else None


def with_columns(table: Any, names: Sequence[str]) -> Any:
    """Some columns of a table that narwhals shows; a lazy one is collected, and reads no others."""
    chosen = table.select(names)
    return chosen.collect() if hasattr(chosen, "collect") else chosen


def kind_of(table: Any) -> str | None:
    """The kind of a table that narwhals shows, if tables of that kind can be made."""
    kind = str(table.implementation)
    return kind if kind in KINDS else None


@frozen
class Table:
    """Named columns of plain values, to become a table of any library, or CSV.

    Attributes
    ----------
    columns : mapping of str to list
        All of the same length; None where there is nothing.
    types : mapping of str to type
        What each column holds: str, int or float.

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

    @classmethod
    def of_rows(cls, types: Mapping[str, type], rows: Iterable[Sequence[Any]]) -> Table:
        """A table from its rows, their values in the order of `types`."""
        rows = list(rows)
        return cls({name: [row[place] for row in rows] for place, name in enumerate(types)}, types)

    def to_frame(self, kind: str | None = None) -> Any:
        """A table of a library: of `kind`, or else of the first of `KINDS` that is installed.

        Raises
        ------
        SettingError
            If there is no such kind.
        MissingExtraError
            If its library is not installed.
        """
        if kind is not None and kind not in KINDS:
            raise SettingError(f"kind={kind!r} is no kind of table: give one of {', '.join(KINDS)}")
        kind = kind or next(filter(_is_installed, KINDS), None)
        try:
            library = import_module(kind or "pandas")
        except ImportError as problem:
            raise MissingExtraError(kind or "pandas, polars or pyarrow", "frames", "to_frame()") from problem
        return _MAKERS[library.__name__](library, self._printable() | self._floats(), self.types)

    def to_csv(self) -> str:
        """The table as CSV (RFC 4180) with a line of names; an empty cell where there is nothing."""
        file = io.StringIO()
        writer = csv.writer(file)
        writer.writerow(self.columns)
        writer.writerows(zip(*self._printable().values(), strict=True))
        return file.getvalue()

    def _floats(self) -> dict[str, list[Any]]:
        """The columns of floats, in which whole numbers may stand too."""
        names = [name for name, kind in self.types.items() if kind is float]
        return {name: [None if value is None else float(value) for value in self.columns[name]] for name in names}

    def _printable(self) -> dict[str, list[Any]]:
        """The columns with every half of a UTF-16 pair, which UTF-8 has no bytes for, as U+FFFD."""
        return {
            name: [_HALF.sub("\ufffd", value) if isinstance(value, str) else value for value in column]
            for name, column in self.columns.items()
        }


def _is_installed(library: str) -> bool:
    return find_spec(library) is not None


def _pandas(pandas: Any, columns: Mapping[str, list[Any]], types: Mapping[str, type]) -> Any:
    dtypes = {str: "str", int: "int64", float: "float64"}
    return pandas.DataFrame(
        {name: pandas.Series(values, dtype=dtypes[types[name]]) for name, values in columns.items()}
    )


def _polars(polars: Any, columns: Mapping[str, list[Any]], types: Mapping[str, type]) -> Any:
    dtypes = {str: polars.String, int: polars.Int64, float: polars.Float64}
    return polars.DataFrame(
        [polars.Series(name, values, dtypes[types[name]], strict=False) for name, values in columns.items()]
    )


def _pyarrow(pyarrow: Any, columns: Mapping[str, list[Any]], types: Mapping[str, type]) -> Any:
    dtypes = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    return pyarrow.table({name: pyarrow.array(values, dtypes[types[name]]) for name, values in columns.items()})


_MAKERS: Final[Mapping[str, Callable[[Any, Mapping[str, list[Any]], Mapping[str, type]], Any]]] = {
    "pandas": _pandas,
    "polars": _polars,
    "pyarrow": _pyarrow,
}
