"""Rows of Arrow tables; a value that Python cannot hold spoils its own row only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsdedup.articles.files.rows import BadRow, Row
from newsdedup.support.errors import pass_on_foreign


def rows_of_batch(batch: Any) -> Iterator[Row]:
    """The rows of an Arrow table or record batch.

    A string that is not UTF-8 rejects its row. A moment beyond those of Python is given as text, so that
    it is reported as a date that cannot be read.
    """
    try:
        yield from batch.to_pylist()
    except Exception as problem:  # pyarrow has an error of its own for each kind of value
        pass_on_foreign(problem)
        yield from (row_of_batch(batch, place) for place in range(batch.num_rows))


def values_of_column(column: Any) -> Iterator[Any]:
    """The values of an Arrow array; a `BadRow` for each that Python cannot hold."""
    for value in column:
        try:
            yield value.as_py()
        except Exception as problem:
            pass_on_foreign(problem)
            yield BadRow(None, f"a value cannot be read: {problem}")


def row_of_batch(batch: Any, place: int) -> dict[str, Any] | BadRow:
    """One row of an Arrow table or record batch."""
    row: dict[str, Any] = {}
    for name in batch.schema.names:
        value = batch.column(name)[place]
        try:
            row[name] = value.as_py()
        except UnicodeDecodeError as problem:
            byte = f"byte 0x{problem.object[problem.start]:02x} at {problem.start}"
            return BadRow(None, f"the column {name!r} is not UTF-8 in this row: {byte}")
        except Exception as problem:
            pass_on_foreign(problem)
            row[name] = f"{value.type} that cannot be read ({problem})"
    return row
