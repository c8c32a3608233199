"""Rows of a source in batches, their texts packed: from rows of any kind, and from Arrow tables without copies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, chain
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.articles.fields import is_blank
from newsdedup.articles.files.arrow_rows import row_of_batch, values_of_column
from newsdedup.articles.files.rows import BadRow, DamagedRows, Row
from newsdedup.kernels.ragged import Integers, PackedTexts, pack_texts
from newsdedup.support.errors import pass_on_foreign
from newsdedup.support.threads import batches, read_ahead

CHUNK_SIZE: Final = 2_000_000  # characters of rows, bytes of a table: packed at once
_ROWS_AT_ONCE: Final = 64
_BLANKS: Final = (None,) * _ROWS_AT_ONCE
_NO_BYTES: Final = np.zeros(0, np.uint8)
_NONE: Final = np.False_

Keys = Mapping[str, Sequence[Any]]  # by field of an article, the keys or columns that may hold it


@frozen(eq=False)
class RowBatch:
    """Some consecutive rows of a source, their texts packed."""

    texts: PackedTexts
    row: Callable[[int], Row]  # one of the rows with all its fields
    text_hash: Callable[[int], int]  # equal for equal texts, within one run of Python
    ids: Sequence[Any] | None = None  # as given; None where no row has one
    dates: Sequence[Any] | None = None
    unread: NDArray[np.bool_] | np.bool_ = _NONE  # rows whose text is no string, or has to be put together

    def __len__(self) -> int:
        return len(self.texts)

    def text_hashes(self) -> Iterator[int]:
        """The hash of each text."""
        return map(self.text_hash, range(len(self)))

    def text_at(self, place: int) -> Callable[[], str]:
        """A function that gives one of the texts."""
        return lambda: self.texts.text(place)


def cut(items: Iterable[Any], size_of: Callable[[Any], int]) -> Iterator[list[Any]]:
    """Items in lists of about `CHUNK_SIZE` characters."""
    waiting: list[Any] = []
    size = 0
    for item in items:
        waiting.append(item)
        size += size_of(item)
        if size >= CHUNK_SIZE:
            yield waiting
            waiting, size = [], 0
    if waiting:
        yield waiting


def row_batches(rows: Iterable[Row], essentials: Callable[[Row], tuple[Any, Any, Any]]) -> Iterator[RowBatch]:
    """Rows in batches; `essentials` gives text, id and date of a row, as given."""
    columns = (_columns(some, essentials) for some in batches(rows, _ROWS_AT_ONCE))
    return map(_row_batch, cut(columns, _n_characters))


def _columns(rows: list[Any], essentials: Callable[[Row], tuple[Any, Any, Any]]) -> Sequence[Sequence[Any]]:
    """Some rows, and their texts, ids and dates."""
    if all(type(row) is str for row in rows):
        return rows, rows, _BLANKS[: len(rows)], _BLANKS[: len(rows)]
    return rows, *zip(*map(essentials, rows), strict=True)


def _n_characters(columns: Sequence[Sequence[Any]]) -> int:
    return sum(len(text) for text in columns[1] if isinstance(text, str))


def _row_batch(parts: Sequence[Sequence[Any]]) -> RowBatch:
    rows, texts, ids, dates = (list(chain.from_iterable(column)) for column in zip(*parts, strict=True))
    unread = np.fromiter((not isinstance(text, str) for text in texts), np.bool_, len(texts))
    readable = [text if isinstance(text, str) else "" for text in texts] if unread.any() else texts
    return RowBatch(
        texts=pack_texts(readable),
        row=rows.__getitem__,
        text_hash=lambda place: hash(readable[place]),
        ids=ids if any(one is not None for one in ids) else None,
        dates=dates if any(one is not None for one in dates) else None,
        unread=unread,
    )


def table_batches(tables: Iterable[Any], keys_of: Callable[[tuple[str, ...]], Keys]) -> Iterator[RowBatch]:
    """The rows of Arrow record batches; of the texts, the buffers are used as they are."""
    for table in tables if isinstance(tables, list) else read_ahead(tables):
        if isinstance(table, DamagedRows):
            yield _unread(table.n, partial(_damaged_row, table))
            continue
        keys = keys_of(tuple(table.schema.names))
        column = strings(table.column(keys["text"][0])) if keys["text"] else None
        if column is None:  # no column of strings: every row is read by itself
            yield _unread(table.num_rows, partial(row_of_batch, table))
            continue
        for start, end in row_pieces(column):
            some = slice(start, end - start)
            yield _table_batch(table.slice(some.start, some.stop), column.slice(some.start, some.stop), keys)


def strings(column: Any) -> Any:
    """An Arrow array as one of strings with offsets; None if its values are not strings."""
    import pyarrow.types as types
    from pyarrow import large_string

    kind = column.type.value_type if types.is_dictionary(column.type) else column.type
    if types.is_string(column.type) or types.is_large_string(column.type):
        return column
    is_text = types.is_string(kind) or types.is_large_string(kind) or kind == "string_view"
    return column.cast(large_string()) if is_text else None


def column_buffers(column: Any) -> tuple[Integers, NDArray[np.uint8]]:
    """Where each value of an Arrow array of strings or of binary values begins, and the end of the last; and the bytes.

    Both in the array's own memory where it can be used as it is.
    """
    import pyarrow.types as types

    is_large = types.is_large_string(column.type) or types.is_large_binary(column.type)
    _, offsets, data = column.buffers()
    if offsets is None or not len(column):
        return np.zeros(len(column) + 1, np.int64), _NO_BYTES
    found = np.frombuffer(offsets, np.int64 if is_large else np.int32)[column.offset : column.offset + len(column) + 1]
    return found.astype(np.int64, copy=False), _NO_BYTES if data is None else np.frombuffer(data, np.uint8)


def packed_column(column: Any) -> PackedTexts:
    """The texts of an Arrow array of strings, in its own memory; a null is an empty text."""
    offsets, data = column_buffers(column)
    return PackedTexts(data, offsets)


def row_pieces(column: Any, size: int = CHUNK_SIZE) -> Iterator[tuple[int, int]]:
    """The first row and the end of pieces of about so many bytes."""
    offsets, _ = column_buffers(column)
    start = 0
    while start < len(column):
        end = int(np.searchsorted(offsets, offsets[start] + size, side="left"))
        end = min(max(end, start + 1), len(column))
        yield start, end
        start = end


def _damaged_row(damage: DamagedRows, _place: int) -> Row:
    return BadRow(None, damage.reason)


def _table_batch(table: Any, column: Any, keys: Keys) -> RowBatch:
    texts = packed_column(column)
    ids, dates = (first_values(table, keys[name]) for name in ("id", "published_at"))
    return RowBatch(
        texts=texts,
        row=partial(row_of_batch, table),
        text_hash=lambda place: hash(texts.raw(place)),
        ids=ids,
        dates=dates,
        unread=np.asarray(column.is_null()) | are_bad(ids) | are_bad(dates),
    )


def _unread(n: int, row: Callable[[int], Row]) -> RowBatch:
    """Rows without a text that can be used as it is."""
    blank = PackedTexts(_NO_BYTES, np.zeros(n + 1, np.int64))
    return RowBatch(blank, row, hash, ids=[None] * n, unread=np.ones(n, np.bool_))


def first_values(table: Any, names: Sequence[str]) -> list[Any] | None:
    """For each row the first value of some columns that is not blank; a `BadRow` where Python cannot hold it."""
    if not names:
        return None
    values = _column_list(table.column(names[0]))
    for name in names[1:]:
        missing = [place for place, value in enumerate(values) if is_blank(value)]
        if not missing:
            break
        others = _column_list(table.column(name))
        for place in missing:
            values[place] = others[place]
    return values


def _column_list(column: Any) -> list[Any]:
    try:
        return list(column.to_pylist())
    except Exception as problem:  # pyarrow has an error of its own for each kind of value
        pass_on_foreign(problem)
        return list(values_of_column(column))


def are_bad(values: Sequence[Any] | None) -> NDArray[np.bool_] | np.bool_:
    """Which values are a `BadRow`."""
    if values is None or not any(isinstance(value, BadRow) for value in values):
        return _NONE
    return np.array([isinstance(value, BadRow) for value in values])


class TableTexts:
    """The texts of Arrow record batches in memory, by row."""

    def __init__(self, tables: Sequence[Any], keys_of: Callable[[tuple[str, ...]], Keys]) -> None:
        self._columns = [table.column(keys_of(tuple(table.schema.names))["text"][0]) for table in tables]
        self._ends = list(accumulate(map(len, self._columns)))

    def at(self, row: int) -> str:
        """The text of a row."""
        number = bisect_right(self._ends, row)
        return str(self._columns[number][row - self._ends[number]].as_py())
