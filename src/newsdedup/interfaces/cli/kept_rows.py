"""The rows of the input without copies, with all their columns, as ``newsdedup copies PATH --keep`` writes them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import IO, Any, Final

import click
import numpy as np
import orjson
from attrs import field, frozen
from numpy.typing import NDArray

from newsdedup.articles.files.compression import format_suffixes
from newsdedup.articles.files.paths import files_at
from newsdedup.articles.files.rows import RepairedRow, Row
from newsdedup.articles.sources import open_source
from newsdedup.interfaces.cli.output import FORMAT_OF_SUFFIX, WHOLE_FORMATS
from newsdedup.support.errors import InputError, MissingExtraError
from newsdedup.support.frames import Table
from newsdedup.support.whole_files import compressing, whole_file
from newsdedup.support.workbooks import write_workbook

SUFFIX_FORMATS: Final = {suffix: name for suffix, name in FORMAT_OF_SUFFIX.items() if name != "table"}
_CHANGED_INPUT: Final = "the input changed while it was read: run the command again"


@frozen(eq=False)
class ReadAgain:
    """A source of articles whose rows can be read a second time; made before it is read at first."""

    source: str | list[Row]  # a path, or the rows that were read from standard input
    wanted: frozenset[str] = frozenset()  # names of the fields of an article, by which the layout of a file is found
    encoding: str | None = None
    _states: Mapping[str, tuple[int, ...]] = field(init=False)  # of the files

    @_states.default
    def _states_at_first(self) -> Mapping[str, tuple[int, ...]]:
        return _states_of(self.source)

    def require_unchanged(self) -> None:
        """Raise an error if a file was written to, replaced, added or removed since: rows would be other articles."""
        if _states_of(self.source) != self._states:
            raise InputError(_CHANGED_INPUT)

    def rows(self) -> Iterator[Row]:
        """The rows, with all their columns."""
        whole = isinstance(self.source, list) or not Path(self.source).is_file() or self.is_parquet
        return iter(open_source(self.source, None if whole else self.wanted, self.encoding).rows)

    @property
    def is_parquet(self) -> bool:
        """Whether it is one Parquet file."""
        return isinstance(self.source, str) and ".parquet" in map(str.lower, Path(self.source).suffixes)


def _states_of(source: str | list[Row]) -> Mapping[str, tuple[int, ...]]:
    """By which a file is known to be as it was, of each file of a path."""
    if isinstance(source, list):
        return {}
    states = {str(path): path.stat() for path in files_at(source) if path.is_file()}
    return {name: (one.st_dev, one.st_ino, one.st_size, one.st_mtime_ns) for name, one in states.items()}


@frozen(eq=False)
class KeptRows:
    """Some rows of a source of articles."""

    read: ReadAgain
    is_kept: NDArray[np.bool_]

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        self.read.require_unchanged()
        for row, is_kept in zip_longest(self.read.rows(), self.is_kept.tolist()):
            if row is None or is_kept is None:
                raise InputError(_CHANGED_INPUT)
            if is_kept:
                yield _fields_of(row)
        self.read.require_unchanged()


def _fields_of(row: Any) -> Mapping[str, Any]:
    """The columns of a row, as they were read."""
    if isinstance(row, RepairedRow):
        return row.fields
    return {"text": row} if isinstance(row, str) else row


def check_output(format_name: str | None, output: str | None) -> None:
    """Raise a usage error, before anything is read, unless rows can be written as asked for."""
    suffix, compression = format_suffixes(output or "")
    if format_name == "table" or (output and format_name is None and suffix not in SUFFIX_FORMATS):
        raise click.UsageError(
            f"--keep writes rows: use -o with {', '.join(SUFFIX_FORMATS)}, or --format jsonl, json, csv"
        )
    if compression and suffix in WHOLE_FORMATS:
        raise click.UsageError(f"{suffix} is compressed as it is: use -o without {compression}")


def write_kept_rows(rows: KeptRows, format_name: str | None, output: str | None) -> None:
    """Write rows in a format, by default that of the file's suffix, else JSON Lines."""
    suffix, compression = format_suffixes(output or "")
    format_name = format_name or SUFFIX_FORMATS.get(suffix, "jsonl")
    if not output:
        sys.stdout.buffer.writelines(_WRITERS[format_name](rows))
        return
    with whole_file(output) as file, compressing(file, compression) as plain:
        if format_name in WHOLE_FORMATS.values():
            _write_table(rows, format_name, plain)
        else:
            plain.writelines(_WRITERS[format_name](rows))


def _write_table(rows: KeptRows, format_name: str, file: IO[bytes]) -> None:
    """Write rows as Parquet or as a workbook."""
    if format_name == "parquet":
        _write_parquet(rows, file)
    else:
        write_workbook(file, {"articles": _plain_table(rows)})


def _jsonl_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    for row in rows:
        yield _json_object(row) + b"\n"


def _json_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    for number, row in enumerate(rows):
        yield (b",\n" if number else b"[\n") + _json_object(row)
    yield b"\n]\n"


def _json_object(value: Any) -> bytes:
    """A value as JSON: dates as ISO 8601, other values that JSON does not have as text."""
    try:
        return orjson.dumps(value, default=str)
    except TypeError:  # a lone surrogate or an integer of more than 64 bits
        return json.dumps(value, default=str).encode()


def _csv_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    yield _plain_table(rows).to_csv().encode()  # rows of the user's own stay as they are


def _plain_table(rows: Iterable[Mapping[str, Any]]) -> Table:
    columns = {name: list(map(_cell, values)) for name, values in _columns_of(rows).items()}
    return Table(columns, dict.fromkeys(columns, str))


def _cell(value: Any) -> Any:
    return _json_object(value).decode() if isinstance(value, Mapping | list | tuple) else value


def _columns_of(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """The columns of rows, in the order of their first appearance; None where a row lacks one."""
    rows = list(rows)
    names = dict.fromkeys(str(name) for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def _write_parquet(rows: KeptRows, file: IO[bytes]) -> None:
    """Write rows as Parquet; those of a Parquet file keep their types."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as problem:
        raise MissingExtraError("pyarrow", "parquet", "writing a .parquet file") from problem
    table = _arrow_rows(rows) if rows.read.is_parquet else None
    if table is None:
        table = pyarrow.table({name: _arrow_column(values) for name, values in _columns_of(rows).items()})
    parquet.write_table(table, file)


def _arrow_rows(rows: KeptRows) -> Any:
    """The rows of a Parquet file with their types; None if it is compressed as a whole, or damaged."""
    import pyarrow
    from pyarrow import parquet

    rows.read.require_unchanged()
    try:
        table = parquet.read_table(rows.read.source)
    except (pyarrow.ArrowException, OSError):
        return None
    rows.read.require_unchanged()
    return table.filter(pyarrow.array(rows.is_kept))


def _arrow_column(values: list[Any]) -> Any:
    """Values as an Arrow array; of several types, or with lone surrogates, as text."""
    import pyarrow

    try:
        return pyarrow.array(values)
    except (pyarrow.ArrowException, UnicodeError, OverflowError, ValueError):
        cells = [value if value is None or isinstance(value, str) else _json_object(value).decode() for value in values]
        return Table({"cells": cells}, {"cells": str}).to_frame("pyarrow").column(0)


_WRITERS: Final = {"jsonl": _jsonl_rows, "json": _json_rows, "csv": _csv_lines}
