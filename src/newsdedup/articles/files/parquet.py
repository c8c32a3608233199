"""Parquet files: rows of the columns that an article has; a damaged part is rejected alone."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from typing import Any, Final

from newsdedup.articles.fields import columns_to_read
from newsdedup.articles.files.compression import InputFile
from newsdedup.articles.files.rows import BadRow, Row, SourceRows
from newsdedup.support.errors import InputError, MissingExtraError

_BATCH: Final = 1024  # rows


def open_parquet(file: InputFile, wanted: Collection[str] | None, _: str | None) -> SourceRows:
    """The rows of a Parquet file.

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
    opened = _opened(file, pyarrow)
    names = tuple(opened.schema_arrow.names)
    rows = _rows(opened, columns_to_read(names, wanted))
    return SourceRows(rows, names, n_rows=opened.metadata.num_rows)
