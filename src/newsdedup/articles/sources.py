"""Sources of articles: folders, files, bytes, tables and iterables, each as rows of plain fields."""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence, Sized
from functools import partial
from pathlib import Path
from typing import Any

from attrs import evolve

from newsdedup.articles.article import Article
from newsdedup.articles.fields import RowFields, columns_to_read, row_mapping
from newsdedup.articles.files.arrow_rows import rows_of_batch, values_of_column
from newsdedup.articles.files.compression import InputFile
from newsdedup.articles.files.decoding import checked_encoding
from newsdedup.articles.files.excel import open_excel
from newsdedup.articles.files.feeds import open_feed
from newsdedup.articles.files.json_rows import open_json
from newsdedup.articles.files.parquet import open_parquet
from newsdedup.articles.files.paths import FileOpener, names_a_file, open_path, require_texts, rows_of_path
from newsdedup.articles.files.rows import N_SAMPLE, BadRow, RepairedRow, Row, SourceRows
from newsdedup.articles.files.wrappers import is_article, list_within
from newsdedup.articles.frame_origin import index_of, origin_of_table
from newsdedup.support.arguments import LONGEST_FILE_NAME, is_file, user_path
from newsdedup.support.descriptors import path_of_open_file
from newsdedup.support.errors import InputError, MissingExtraError, SettingError, in_message, pass_on_interruption
from newsdedup.support.frames import column_names, kind_of, opened, record_batches, with_columns


def open_source(source: Any, wanted: Collection[str] | None = None, encoding: str | None = None) -> SourceRows:
    """The rows of a folder, a file, bytes, a table or an iterable.

    Of a table only the columns in `wanted`, as `folded_name` gives them, are read.

    Raises
    ------
    InputError
        If there is no file at the path, or newsdedup does not read files of its kind.
    SettingError
        If Python has no such encoding, or the source is not a file.
    """
    encoding = checked_encoding(encoding)
    if isinstance(source, str) and not source:
        raise InputError("the path '' is empty: give a file or a folder; a text goes into a list, [text]")
    if isinstance(source, str | os.PathLike):
        return evolve(open_path(_path_text(source), wanted, encoding), paths=[absolute_path(source)])
    if is_file(source):
        content = _content_of(source)
        path = path_of_open_file(source)
        rows = open_source(content, wanted, encoding)
        return rows if path is None else evolve(rows, paths=[absolute_path(path)])
    if isinstance(source, bytes | bytearray | memoryview):
        return _open_bytes(bytes(source), wanted, encoding)
    if isinstance(source, list | tuple):
        require_texts(source)
        _refuse_tables(source)
    if encoding and not _may_hold_paths(source):
        raise SettingError(
            f"encoding={in_message(encoding)} is for files and bytes: a {type(source).__name__} is decoded already"
        )
    return _open_objects(source, wanted, encoding)


def _refuse_tables(items: Sequence[Any]) -> None:
    """Raise an error for a list of tables, whose first item alone is looked at."""
    if not items or isinstance(items[0], str | Mapping | Article | os.PathLike):
        return
    if (table := opened(items[0])) is not None and column_names(table) is not None:
        raise InputError(
            f"this list holds tables, as {type(items[0]).__name__}: join them first, as by pandas.concat(frames), "
            "polars.concat(frames) or pyarrow.concat_tables(tables)"
        )


def absolute_path(path: Any) -> str:
    """A path that leads to the same place when the working folder is another."""
    return str(Path.cwd() / user_path(os.fspath(path)))


def _content_of(file: Any) -> bytes:
    """All bytes of an open file."""
    kind = type(file).__name__
    if getattr(file, "closed", False):
        raise InputError(f"this {kind} is closed: pass its path, or read it before it is closed")
    try:
        content = b"" if isinstance(file, io.TextIOBase) else file.read()
    except io.UnsupportedOperation as problem:
        raise InputError(f"this {kind} cannot be read ({problem}): open it in the mode 'rb'") from problem
    if isinstance(file, io.TextIOBase) or not isinstance(content, bytes):
        raise InputError(f"{kind} is a text file: pass its path, or open it in binary mode")
    return content


def _path_text(path: Any) -> str:
    text = os.fspath(path)
    if not isinstance(text, str):
        raise InputError(f"the path {text!r} is of type bytes: give a str or a Path")
    return text


def _may_hold_paths(source: Any) -> bool:
    """Whether a list has paths among its items, or an iterator may give some."""
    if isinstance(source, list | tuple):
        return any(isinstance(one, os.PathLike) for one in source if not isinstance(one, str | dict | Article))
    return isinstance(source, Iterator)


def _open_objects(source: Any, wanted: Collection[str] | None, encoding: str | None = None) -> SourceRows:
    """The rows of a table, of an object with a list of articles, or of an iterable."""
    if isinstance(source, Article) or (isinstance(source, Mapping) and is_article(source)):
        raise InputError(f"one {type(source).__name__} is not a source of articles: pass a list of them")
    if isinstance(source, Mapping):
        return _open_objects(list_within(source, "the source"), wanted, encoding)
    if (table := _rows_of_table(source, wanted)) is not None:
        return table
    if isinstance(source, Iterable) and getattr(source, "shape", None) != ():
        n_rows = len(source) if isinstance(source, Sized) else 0
        remarks: list[str] = []
        paths: list[str] = []
        rows = _mappings(source, partial(rows_of_path, wanted=wanted, encoding=encoding, remarks=remarks), paths)
        if not isinstance(source, list | tuple) or _may_hold_paths(source):  # of paths, only one row each is known
            return SourceRows(
                rows, n_rows=0 if isinstance(source, list | tuple) else n_rows, remarks=remarks, paths=paths
            )
        return SourceRows(rows, n_rows=n_rows, items=tuple(source), paths=paths)  # the caller may change the list later
    raise InputError(
        f"{type(source).__name__} is not a source of articles: pass a path, a data frame or an iterable of mappings"
    )


def _rows_of_table(source: Any, wanted: Collection[str] | None) -> SourceRows | None:
    """The rows of a table, or of a column of texts, of any library; None for other objects."""
    if isinstance(source, list | tuple | Generator):
        return None
    try:
        found = opened(source)
        if found is None:
            return None
        names = column_names(found)
        table = found if names is None else with_columns(found, columns_to_read(names, wanted))
    except (MissingExtraError, InputError):
        raise
    except Exception as problem:  # each library has its own errors, such as for repeated columns
        pass_on_interruption(problem)
        if repeated := _repeated_columns(source):
            raise InputError(f"columns are there twice, {repeated}: give each its own name") from problem
        raise InputError(f"this {type(source).__name__} cannot be read: {problem}") from problem
    if names is None:
        require_texts(list(_column_values(table.head(N_SAMPLE))))
    paths: list[str] = []
    rows = (
        _mappings(_column_values(table), partial(rows_of_path, wanted=wanted, encoding=None, remarks=[]), paths)
        if names is None
        else _table_rows(table)
    )
    origin = partial(origin_of_table, table, index_of(source))
    sample = partial(_table_sample, found, names)
    tables = partial(record_batches, table)
    return SourceRows(rows, names, origin, len(table), tables, paths=paths, whole_rows=sample)


def _repeated_columns(table: Any) -> str:
    """The names that several columns of a table have, for a message."""
    try:
        names = getattr(table, "column_names", getattr(table, "columns", ()))
    except Exception as problem:  # a lazy table of polars looks for its columns
        pass_on_interruption(problem)
        return ""
    counts = Counter(map(str, names)) if isinstance(names, Iterable) else {}
    return ", ".join(repr(name) for name, count in counts.items() if count > 1)


def _table_sample(table: Any, names: Sequence[str] | None) -> Iterator[RowFields]:
    """Some rows of a table that may be lazy, with all columns."""
    rows = () if names is None else _table_rows(with_columns(table.head(N_SAMPLE), names))
    return (row for row in rows if isinstance(row, Mapping))


def _column_values(column: Any) -> Iterator[Any]:
    yield from values_of_column(column.to_native()) if kind_of(column) == "pyarrow" else column.to_list()


def _table_rows(table: Any) -> Iterator[Row]:
    yield from rows_of_batch(table.to_native()) if kind_of(table) == "pyarrow" else table.iter_rows(named=True)


def _mappings(items: Iterable[Any], at_path: Callable[[str], Iterable[Row]], paths: list[str]) -> Iterator[Row]:
    """Items as rows; a path gives the rows of its file. Paths that are opened are added to `paths`."""
    for item in items:
        if (path := _path_behind(item)) is not None and paths[-1:] != [path]:
            paths.append(path)
        if isinstance(item, str) and len(item) <= LONGEST_FILE_NAME and names_a_file(item):
            yield BadRow(None, f"{item!r} is the name of a file, and a str is a text: give Path({item!r})")
        elif isinstance(item, str | Article | Mapping | BadRow | RepairedRow):
            yield item
        elif (row := row_mapping(item)) is not None:
            yield row
        elif isinstance(item, os.PathLike):
            yield from at_path(_path_text(item))
        else:
            yield BadRow(None, f"{type(item).__name__} is not an article: give a mapping, an Article or a text")


def _path_behind(item: Any) -> str | None:
    """The path that an item was read from, or is to be; None of any other."""
    if isinstance(item, str | dict):  # as nearly all are
        return None
    if isinstance(item, Article):
        return item._read_from
    path = path_of_open_file(item) if isinstance(item, io.IOBase) else item
    is_path = path is not item or isinstance(item, os.PathLike)
    return absolute_path(path) if is_path and isinstance(path, str | os.PathLike) else None


def _open_bytes(content: bytes, wanted: Collection[str] | None, encoding: str | None) -> SourceRows:
    """The rows of a file in memory, by its first bytes: a feed, JSON, Parquet or an Excel workbook."""
    file = InputFile.of_bytes(content)
    binary = next((opener for mark, opener in _BINARY_OPENERS.items() if content.startswith(mark)), None)
    if binary is not None:
        return binary(file, wanted, encoding)
    start = file.head()[:_LONGEST_START].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1]
    opener = _BYTES_OPENERS.get(start)
    if opener is None:
        raise InputError("these bytes are neither a feed nor JSON: pass the path of the file, or its rows")
    return opener(file, wanted, encoding)


_LONGEST_START = 100  # bytes: a byte-order mark and white space
_BYTES_OPENERS: Mapping[bytes, FileOpener] = {b"<": open_feed, b"{": open_json, b"[": open_json}
_BINARY_OPENERS: Mapping[bytes, FileOpener] = {b"PK\x03\x04": open_excel, b"PAR1": open_parquet}
