"""Sources of articles: folders, files, tables and iterables, each as rows of plain fields."""

from __future__ import annotations

import csv
import json
import re
import sys
import textwrap
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence, Sized
from pathlib import Path
from typing import Any

import orjson
from attrs import frozen

from newsdedup.articles.article import Article
from newsdedup.articles.fields import Fields, folded_name
from newsdedup.support.errors import InputError, MissingExtraError
from newsdedup.support.frames import column_names, kind_of, opened, record_batches, with_columns

_BUFFER = 1 << 20  # bytes: lines of news are long for the default buffer
_UNDECODED = re.compile("[\udc80-\udcff]")  # bytes that were not UTF-8


@frozen
class BadRow:
    """A row that could not be read."""

    id: str | None
    reason: str


@frozen
class RepairedRow:
    """A row that could be read after a repair, which gives a notice."""

    fields: Fields
    reason: str


Row = Fields | Article | str | BadRow | RepairedRow


@frozen
class SourceRows:
    """The rows of a source, in order."""

    rows: Iterable[Row]
    column_names: tuple[str, ...] | None = None  # if every row has the same
    frame_kind: str | None = None  # the kind of table that they came in, of `newsdedup.support.frames.TABLE_KINDS`
    n_rows: int = 0  # 0 if it is known only at the end
    tables: Iterable[Any] | None = None  # the same rows as Arrow record batches, where they are ones or can be
    items: Sequence[Row] | None = None  # the same rows, where they can be read again; of a table only its texts

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __length_hint__(self) -> int:
        return self.n_rows


def open_source(source: Any, wanted: Collection[str] | None = None, encoding: str | None = None) -> SourceRows:
    """The rows of a folder, a file, a table or an iterable.

    Of a table only the columns in `wanted`, in lower case, are read. An `InputError` says that there is no file at
    the path, or that newsdedup does not read files of its kind.
    """
    if isinstance(source, str) and not source:
        raise InputError("the path '' is empty: give a file or a folder; a text goes into a list, [text]")
    if isinstance(source, str | Path):
        return _open_path(Path(source), wanted)
    if isinstance(source, bytes | Mapping | Article):
        raise InputError(f"one {type(source).__name__} is not a source of articles: pass a list of them")
    if (table := _rows_of_table(source, wanted)) is not None:
        return table
    if isinstance(source, Iterable):
        n_rows, items = (
            len(source) if isinstance(source, Sized) else 0,
            source if isinstance(source, list | tuple) else None,
        )
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
        table = found if names is None else with_columns(found, _columns_to_read(names, wanted))
    except MissingExtraError:
        raise
    except Exception as problem:  # each library has its own errors, such as for repeated columns
        raise InputError(f"this {type(source).__name__} cannot be read: {problem}") from problem
    rows = _mappings(_column_values(table)) if names is None else table.iter_rows(named=True)
    return SourceRows(rows, names, kind_of(table), len(table), record_batches(table))


def _column_values(column: Any) -> Iterator[Any]:
    yield from column.to_list()


def _columns_to_read(names: Collection[str], wanted: Collection[str] | None) -> list[str]:
    """The columns to read."""
    return [name for name in names if wanted is None or folded_name(name) in wanted]


def _mappings(items: Iterable[Any]) -> Iterator[Row]:
    for item in items:
        if isinstance(item, str | Article | Mapping | BadRow):
            yield item
        else:
            yield BadRow(None, f"{type(item).__name__} is not an article: give a mapping, an Article or a text")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # too long for a name: a text was given as a path
        return False


def _open_path(path: Path, wanted: Collection[str] | None) -> SourceRows:
    if not _is_there(path):
        name = textwrap.shorten(str(path), 80, placeholder=" …")
        hint = "; a text goes into a list, [text]" if " " in name else ""
        raise InputError(f"there is no file or folder {name!r}{hint}")
    if path.is_dir():
        return SourceRows(_text_files(path))
    opener = _FILE_OPENERS.get(path.suffix.lower())
    if opener is None:
        raise InputError(f"{path.name!r} cannot be read: use {', '.join(_FILE_OPENERS)} or a folder of .txt")
    return opener(path, wanted)


def _text_files(folder: Path) -> Iterator[Row]:
    for path in sorted(folder.glob("*.txt")):
        yield _text_file(path)


def _text_file(path: Path) -> Row:
    try:
        return {"id": path.stem, "text": path.read_bytes().decode("utf-8")}
    except UnicodeDecodeError as problem:
        return BadRow(path.stem, _not_utf8(problem))
    except OSError as problem:
        return BadRow(path.stem, f"cannot be read: {problem.strerror}")


def _not_utf8(problem: UnicodeDecodeError) -> str:
    if _is_utf16(problem.object):
        return "not UTF-8 but UTF-16; convert it to UTF-8"
    return f"not UTF-8: byte 0x{problem.object[problem.start]:02x} at {problem.start}; convert it to UTF-8"


def _is_utf16(head: bytes) -> bool:
    """Whether text begins with the mark of UTF-16, or with half a letter, which UTF-8 news never does."""
    return head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" in head[:2]


def json_lines(lines: Iterable[bytes]) -> Iterator[Row]:
    """Rows of JSON Lines; blank lines are skipped."""
    for line in lines:
        if line.strip():
            yield _json_row(line)


def _json_row(line: bytes) -> Row:
    try:
        return _object(orjson.loads(line))
    except ValueError:
        return _odd_json_row(line)


def _odd_json_row(line: bytes) -> Row:
    """A line that the fast parser refuses: byte-order marks, lone surrogates and NaN are accepted, all else is bad."""
    try:
        return _object(json.loads(line.decode("utf-8-sig")))
    except UnicodeDecodeError as problem:
        return BadRow(None, _not_utf8(problem))
    except (ValueError, RecursionError) as problem:
        return BadRow(None, f"not JSON: {problem}")


def _object(value: Any) -> Row:
    if isinstance(value, dict):
        return value
    return BadRow(None, f"a JSON {type(value).__name__} is not an article: give an object")


def _open_json_lines(path: Path, _: Collection[str] | None) -> SourceRows:
    def rows() -> Iterator[Row]:
        with path.open("rb", buffering=_BUFFER) as file:
            yield from json_lines(file)

    return SourceRows(rows())


def _open_json(path: Path, _: Collection[str] | None) -> SourceRows:
    try:
        value = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise InputError(f"{path.name!r} is not JSON: {problem}") from problem
    if not isinstance(value, list):
        raise InputError(f"{path.name!r} holds a JSON {type(value).__name__}: give a list of objects, or JSON Lines")
    return SourceRows((_object(item) for item in value), n_rows=len(value))


def _open_table(path: Path, _: Collection[str] | None) -> SourceRows:
    with path.open("rb") as file:
        if _is_utf16(file.read(2)):
            raise InputError(f"{path.name!r} is UTF-16: save it as UTF-8, which Excel calls CSV UTF-8")
    separator = _separator(path)
    with _text_stream(path) as file:
        names = next(csv.reader(file, delimiter=separator), [])
    return SourceRows(_table_rows(path, separator), tuple(names))


def _separator(path: Path) -> str:
    if path.suffix.lower() == ".tsv":
        return "\t"
    with _text_stream(path) as file:
        head = file.readline()
    return max(",;\t|", key=head.count)


def _text_stream(path: Path) -> Any:
    # Bytes that are not UTF-8 become lone surrogates, so that only their own row is rejected.
    return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")


def _table_rows(path: Path, separator: str) -> Iterator[Row]:
    previous = csv.field_size_limit(sys.maxsize)
    try:
        with _text_stream(path) as file:
            for fields in csv.DictReader(file, delimiter=separator, restval=None, strict=True):
                yield _cells(fields)
    except csv.Error as problem:
        yield BadRow(None, f"not CSV: {problem}")
    finally:
        csv.field_size_limit(previous)


def _cells(fields: dict[str | None, Any]) -> Row:
    if None in fields:
        return BadRow(fields.get("id"), f"{len(fields[None])} more cells than columns: put quotes around its text")
    if any(_UNDECODED.search(value) for value in fields.values() if value):
        return BadRow(fields.get("id"), "not UTF-8: convert the file to UTF-8")
    return {str(name): value for name, value in fields.items()}


def _open_parquet(path: Path, wanted: Collection[str] | None) -> SourceRows:
    try:
        import pyarrow.parquet
    except ImportError as problem:
        raise MissingExtraError("pyarrow", "parquet", f"reading {path.name!r}") from problem
    try:
        file = pyarrow.parquet.ParquetFile(path)
    except pyarrow.ArrowInvalid as problem:
        raise InputError(f"{path.name!r} is not Parquet: {problem}") from problem
    names = tuple(file.schema_arrow.names)
    batches = file.iter_batches(batch_size=1024, columns=_columns_to_read(names, wanted))
    rows = (row for batch in batches for row in batch.to_pylist())
    return SourceRows(rows, names, n_rows=file.metadata.num_rows, tables=batches)


_FILE_OPENERS: dict[str, Callable[[Path, Collection[str] | None], SourceRows]] = {
    ".jsonl": _open_json_lines,
    ".ndjson": _open_json_lines,
    ".json": _open_json,
    ".csv": _open_table,
    ".tsv": _open_table,
    ".parquet": _open_parquet,
}
