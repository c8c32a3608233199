"""Arrow columns of NumPy arrays and back: matrices and ragged arrays are binary columns, without an object per row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import DTypeLike, NDArray

from newsdedup.articles.batches import CHUNK_SIZE, column_buffers, row_pieces
from newsdedup.kernels.ragged import Integers, Ragged

ColumnTypes = Mapping[str, str]  # the type of each column, in the words of SQL
BatchFunction = Callable[[Iterable[Any]], Iterator[Any]]  # Arrow record batches in, Arrow record batches out

_ARROW_NAMES: Final = {
    "bigint": "int64",
    "int": "int32",
    "tinyint": "int8",
    "double": "float64",
    "string": "string",
    "binary": "binary",
}


def arrow_schema(types: ColumnTypes) -> Any:
    """The Arrow schema of some columns."""
    import pyarrow as pa

    def arrow_type(name: str) -> Any:
        is_list = name.startswith("array<")
        item = pa.type_for_alias(_ARROW_NAMES[name[len("array<") : -1] if is_list else name])
        return pa.list_(item) if is_list else item

    return pa.schema([(name, arrow_type(kind)) for name, kind in types.items()])


def batch_of(types: ColumnTypes, n: int, values: Mapping[str, Any]) -> Any:
    """A record batch of n rows from NumPy and Arrow arrays and from lists; a column without values is null."""
    import pyarrow as pa

    schema = arrow_schema(types)

    def array(field: Any) -> Any:
        if field.name not in values:
            return pa.nulls(n, field.type)
        given = values[field.name]
        if isinstance(given, list):
            return pa.array(given, field.type)
        column = given if isinstance(given, pa.Array) else pa.array(given)
        return column if column.type == field.type else column.cast(field.type)

    return pa.RecordBatch.from_arrays([array(field) for field in schema], schema=schema)


def numbers(batch: Any, name: str, dtype: DTypeLike = np.int64) -> NDArray[Any]:
    """A column of numbers; 0 where it is null."""
    column = batch.column(name)
    return np.asarray((column.fill_null(0) if column.null_count else column).to_numpy(zero_copy_only=False), dtype)


def unsigned(batch: Any, name: str) -> NDArray[np.uint64]:
    """The bits of a column of 64-bit integers, without a sign."""
    return numbers(batch, name).view(np.uint64)


def is_filled(batch: Any, name: str) -> NDArray[np.bool_]:
    """Flag the rows with a value in a column."""
    return np.asarray(batch.column(name).is_valid().to_numpy(zero_copy_only=False), np.bool_)


def filled_and_others(batch: Any, name: str) -> tuple[Any, Any]:
    """The rows with a value in a column, and those without: two kinds of rows that stand together."""
    import pyarrow as pa

    filled = is_filled(batch, name)
    return batch.filter(pa.array(filled)), batch.filter(pa.array(~filled))


def pair_ends(pairs: Any) -> NDArray[np.int64]:
    """The columns left and right, shape (n, 2)."""
    return np.column_stack([numbers(pairs, side) for side in ("left", "right")])


def places_among(names: Integers, wanted: Integers) -> Integers:
    """The place of each wanted number among some distinct ones in any order; any place for a number that is absent."""
    order = np.argsort(names)
    return order[np.minimum(np.searchsorted(names, wanted, sorter=order), len(names) - 1)]


def matrix_column(matrix: NDArray[Any]) -> Any:
    """The rows of a matrix as a binary column."""
    return ragged_column(Ragged.of_matrix(matrix))


def ragged_column(rows: Ragged) -> Any:
    """Ragged rows as a binary column."""
    import pyarrow as pa

    values = np.ascontiguousarray(rows.values[rows.offsets[0] : rows.offsets[-1]])
    offsets = (rows.offsets - rows.offsets[0]) * values.itemsize
    if offsets[-1] >= 1 << 31:
        raise ValueError(f"{len(rows)} rows have {offsets[-1]} bytes: a batch holds less than {1 << 31}")
    buffers = [None, pa.py_buffer(offsets.astype(np.int32)), pa.py_buffer(values)]
    return pa.Array.from_buffers(pa.binary(), len(rows), buffers)


def matrix_of(batch: Any, name: str, dtype: DTypeLike, width: int) -> NDArray[Any]:
    """The matrix of a binary column, shape (n, width)."""
    return ragged_of(batch, name, dtype).values.reshape(batch.num_rows, width)


def ragged_of(batch: Any, name: str, dtype: DTypeLike) -> Ragged:
    """The ragged rows of a binary column; a null is an empty row."""
    offsets, data = column_buffers(batch.column(name))
    first, last = offsets[0], offsets[-1]
    values = data[first:last]
    size = np.dtype(dtype).itemsize
    if values.ctypes.data % size:  # compiled code wants values where the processor does
        values = values.copy()
    return Ragged(values.view(dtype), (offsets - first) // size)


def in_pieces(batches: Iterable[Any], name: str, size: int = CHUNK_SIZE) -> Iterator[Any]:
    """Cut batches into pieces, none empty, with about so many bytes in a column of strings or of binary values."""
    for batch in batches:
        for start, end in row_pieces(batch.column(name), size):
            yield batch.slice(start, end - start)


def whole_runs(batches: Iterable[Any], names: Sequence[str]) -> Iterator[Any]:
    """Cut sorted batches anew: rows with the same values in some columns come in one batch.

    A batch that comes out has the last run of earlier batches and what follows it, so that memory holds one batch and
    the longest run.
    """
    waiting: list[Any] = []
    for batch in batches:
        if not batch.num_rows:
            continue
        starts = run_starts([_values(batch, name) for name in names])
        if waiting and any(_values(waiting[-1], name)[-1] != _values(batch, name)[0] for name in names):
            yield joined_batches(waiting)
            waiting = []
        last = int(starts[-1])
        if last:
            yield joined_batches([*waiting, batch.slice(0, last)])
            waiting = []
        waiting.append(batch.slice(last))
    if waiting:
        yield joined_batches(waiting)


def each_run(batches: Iterable[Any], name: str) -> Iterator[Any]:
    """The rows of each run of equal values in a column, of batches that are sorted by it."""
    for batch in whole_runs(batches, (name,)):
        starts = run_starts([_values(batch, name)]).tolist()
        for start, end in zip(starts, [*starts[1:], batch.num_rows], strict=True):
            yield batch.slice(start, end - start)


def _values(batch: Any, name: str) -> NDArray[Any]:
    return np.asarray(batch.column(name).to_numpy(zero_copy_only=False))


def run_starts(columns: Sequence[NDArray[Any]]) -> Integers:
    """The first row of each run of rows that are equal in all columns."""
    changes = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return np.flatnonzero(np.append(np.ones(min(1, len(columns[0])), bool), changes))


def joined_batches(batches: Sequence[Any]) -> Any:
    """One batch with the rows of several.

    Raises
    ------
    ValueError
        If a column would have 2 GiB or more, which a batch cannot hold.
    """
    import pyarrow as pa

    if len(batches) == 1:
        return batches[0]
    table = pa.Table.from_batches(batches).combine_chunks()
    columns = [_only_chunk(table[name], name) for name in table.column_names]
    return pa.RecordBatch.from_arrays(columns, schema=table.schema)


def _only_chunk(column: Any, name: str) -> Any:
    """The chunk of a column whose chunks were combined: Arrow leaves several where one would be too large."""
    if column.num_chunks > 1:
        raise ValueError(
            f"{len(column)} rows that belong together have {column.nbytes} bytes in the column {name!r}: "
            f"a batch holds less than {1 << 31}"
        )
    return column.chunk(0)
