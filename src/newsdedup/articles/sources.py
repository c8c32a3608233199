"""Sources of articles: folders, files, bytes, tables and iterables, each as rows of plain fields."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sized
from functools import partial
from pathlib import Path
from typing import Any

from newsdedup.articles.article import Article
from newsdedup.articles.fields import columns_to_read
from newsdedup.articles.files.arrow_rows import rows_of_batch, values_of_column
from newsdedup.articles.files.compression import SUFFIXES, InputFile, inner_suffix
from newsdedup.articles.files.decoding import checked_encoding
from newsdedup.articles.files.delimited import open_csv, open_tsv
from newsdedup.articles.files.feeds import open_feed
from newsdedup.articles.files.json_rows import open_json, open_json_lines
from newsdedup.articles.files.parquet import open_parquet
from newsdedup.articles.files.plain_text import open_text
from newsdedup.articles.files.rows import BadRow, RepairedRow, Row, SourceRows
from newsdedup.articles.files.wrappers import is_article, list_within
from newsdedup.articles.frame_origin import index_of, origin_of_table
from newsdedup.support.errors import InputError, MissingExtraError, SettingError
from newsdedup.support.frames import column_names, kind_of, opened, record_batches, with_columns

_WEB_ADDRESS = re.compile(r"https?:/", re.IGNORECASE)  # a path has one slash less than the address
FileOpener = Callable[[InputFile, Collection[str] | None, str | None], SourceRows]

FILE_OPENERS: Mapping[str, FileOpener] = {
    ".txt": open_text,
    ".jsonl": open_json_lines,
    ".ndjson": open_json_lines,
    ".json": open_json,
    ".csv": open_csv,
    ".tsv": open_tsv,
    ".parquet": open_parquet,
    ".rss": open_feed,
    ".atom": open_feed,
    ".xml": open_feed,
}


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
    if isinstance(source, str | Path):
        return _open_path(Path(source), wanted, encoding)
    if isinstance(source, io.RawIOBase | io.BufferedIOBase):
        source = source.read()
    if isinstance(source, bytes | bytearray | memoryview):
        return _open_bytes(bytes(source), wanted, encoding)
    if encoding:
        raise SettingError(
            f"encoding={encoding!r} is for files and bytes: a {type(source).__name__} is decoded already"
        )
    return _open_objects(source, wanted)


def _open_objects(source: Any, wanted: Collection[str] | None) -> SourceRows:
    """The rows of a table, of an object with a list of articles, or of an iterable."""
    if isinstance(source, Article) or (isinstance(source, Mapping) and is_article(source)):
        raise InputError(f"one {type(source).__name__} is not a source of articles: pass a list of them")
    if isinstance(source, Mapping):
        return _open_objects(list_within(source, "the source"), wanted)
    if isinstance(source, io.TextIOBase):
        raise InputError(f"{type(source).__name__} is a text file: pass its path, or open it in binary mode")
    if (table := _rows_of_table(source, wanted)) is not None:
        return table
    if isinstance(source, Iterable):
        n_rows = len(source) if isinstance(source, Sized) else 0
        items = tuple(source) if isinstance(source, list | tuple) else None  # the caller may change the list later
        return SourceRows(_mappings(source), n_rows=n_rows, items=items)
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
    except MissingExtraError:
        raise
    except Exception as problem:  # each library has its own errors, such as for repeated columns
        raise InputError(f"this {type(source).__name__} cannot be read: {problem}") from problem
    rows = _mappings(_column_values(table)) if names is None else _table_rows(table)
    origin = partial(origin_of_table, table, index_of(source))
    return SourceRows(rows, names, origin, len(table), partial(record_batches, table))


def _column_values(column: Any) -> Iterator[Any]:
    yield from values_of_column(column.to_native()) if kind_of(column) == "pyarrow" else column.to_list()


def _table_rows(table: Any) -> Iterator[Row]:
    yield from rows_of_batch(table.to_native()) if kind_of(table) == "pyarrow" else table.iter_rows(named=True)


def _mappings(items: Iterable[Any]) -> Iterator[Row]:
    for item in items:
        if isinstance(item, str | Article | Mapping | BadRow | RepairedRow):
            yield item
        else:
            yield BadRow(None, f"{type(item).__name__} is not an article: give a mapping, an Article or a text")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long for a name, or with a NUL: a text was given as a path
        return False


def _open_path(path: Path, wanted: Collection[str] | None, encoding: str | None) -> SourceRows:
    if _WEB_ADDRESS.match(str(path)):
        raise InputError(f"{str(path)!r} is an address: nothing is fetched; download it and pass the file or its bytes")
    if not _is_there(path):
        name = textwrap.shorten(str(path), 80, placeholder=" …")
        hint = "; a text goes into a list, [text], and a feed goes in as bytes" if " " in name else ""
        raise InputError(f"there is no file or folder {name!r}{hint}")
    if path.is_dir():
        return SourceRows(_folder_rows(path, wanted, encoding))
    opener = FILE_OPENERS.get(inner_suffix(path))
    if opener is None:
        known = f"{', '.join(FILE_OPENERS)}, each also with {', '.join(SUFFIXES)}"
        raise InputError(f"{path.name!r} cannot be read: use {known}, or a folder of such files")
    return opener(InputFile.at(path), wanted, encoding)


def _folder_rows(folder: Path, wanted: Collection[str] | None, encoding: str | None) -> Iterator[Row]:
    """The rows of the files in a folder that are read, by name; hidden files and other kinds are skipped."""
    for path in sorted(folder.iterdir()):
        opener = FILE_OPENERS.get(inner_suffix(path))
        if opener is None or path.name.startswith(".") or path.is_dir():
            continue
        try:
            yield from opener(InputFile.at(path), wanted, encoding)
        except InputError as problem:
            yield BadRow(path.stem, str(problem))


def _open_bytes(content: bytes, wanted: Collection[str] | None, encoding: str | None) -> SourceRows:
    """The rows of a feed or of JSON in memory, by its first character."""
    file = InputFile.of_bytes(content)
    start = file.head()[:_LONGEST_START].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1]
    opener = _BYTES_OPENERS.get(start)
    if opener is None:
        raise InputError("these bytes are neither a feed nor JSON: pass the path of the file, or its rows")
    return opener(file, wanted, encoding)


_LONGEST_START = 100  # bytes: a byte-order mark and white space
_BYTES_OPENERS: Mapping[bytes, FileOpener] = {b"<": open_feed, b"{": open_json, b"[": open_json}
