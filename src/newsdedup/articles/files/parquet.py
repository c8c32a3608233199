"""Parquet files: rows of the columns that an article has; a damaged part is rejected alone."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from itertools import repeat
from typing import Any, Final

from newsdedup.articles.fields import RowFields, columns_to_read
from newsdedup.articles.files.arrow_rows import rows_of_batch
from newsdedup.articles.files.compression import InputFile
from newsdedup.articles.files.rows import N_SAMPLE, BadRow, DamagedRows, Row, SourceRows
from newsdedup.support.errors import InputError, MissingExtraError, pass_on_foreign

_BATCH_SIZE: Final = 1024  # rows


def open_parquet(file: InputFile, wanted: Collection[str] | None, _encoding: str | None) -> SourceRows:
    """The rows of a Parquet file; a row group with a damaged page is rejected from there on, the others are read.

    Raises
    ------
    InputError
        If the file is not Parquet.
    MissingExtraError
        If pyarrow is not installed.
    """
    try:
        import pyarrow.parquet
    except ImportError as problem:
        raise MissingExtraError("pyarrow", "parquet", f"reading {file.name}") from problem
    try:
        opened = pyarrow.parquet.ParquetFile(file.path or io.BytesIO(file.content()))
        names = tuple(opened.schema_arrow.names)
    except Exception as problem:  # the library has an error of its own for each fault
        pass_on_foreign(problem)
        raise InputError(f"{file.name} is not Parquet, or is damaged: {problem}") from problem
    batches = _sound_batches(opened, columns_to_read(names, wanted))
    return SourceRows(
        _parquet_rows(batches),
        names,
        n_rows=opened.metadata.num_rows,
        tables=lambda: batches,
        whole_rows=partial(_parquet_sample, opened),
    )


def _sound_batches(file: Any, columns: list[str]) -> Iterator[Any]:
    """Record batches; the rest of a row group that cannot be read as `DamagedRows`."""
    for group in range(file.num_row_groups):
        n_left = file.metadata.row_group(group).num_rows
        try:
            for batch in file.iter_batches(_BATCH_SIZE, row_groups=[group], columns=columns):
                n_left -= batch.num_rows
                yield batch
        except Exception as problem:
            pass_on_foreign(problem)
            yield DamagedRows(n_left, f"row group {group} of the Parquet file is damaged: {problem}")


def _parquet_sample(file: Any) -> Iterator[RowFields]:
    batch = next(_sound_batches(file, list(file.schema_arrow.names)), None)
    rows = () if batch is None or isinstance(batch, DamagedRows) else rows_of_batch(batch.slice(0, N_SAMPLE))
    return (row for row in rows if isinstance(row, Mapping))


def _parquet_rows(batches: Iterator[Any]) -> Iterator[Row]:
    for batch in batches:
        if isinstance(batch, DamagedRows):
            yield from repeat(BadRow(None, batch.reason), batch.n)
        else:
            yield from rows_of_batch(batch)
