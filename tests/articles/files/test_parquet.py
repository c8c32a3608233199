from __future__ import annotations

import gzip
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

import newsdedup as nd

NEWS = "Hội nghị có hơn 10.000 điểm cầu trong cả nước sáng nay"


def a_table(n: int = 40) -> pa.Table:
    texts = [f"{NEWS} {number * number}" for number in range(n)]
    return pa.table({"id": [str(number) for number in range(n)], "text": texts, "views": [1] * n})


def with_damaged_page(path: Path, row_group: int) -> None:
    """Overwrite the beginning of the texts of a row group."""
    content = bytearray(path.read_bytes())
    column = parquet.ParquetFile(path).metadata.row_group(row_group).column(1)
    start = column.dictionary_page_offset or column.data_page_offset
    content[start : start + 30] = b"\xff" * 30
    path.write_bytes(content)


@pytest.mark.parametrize("read", [nd.read_articles, nd.find_copies])
def test_a_damaged_page_rejects_its_row_group_only(tmp_path: Path, read: Callable[[Any], Any]) -> None:
    parquet.write_table(a_table(), tmp_path / "news.parquet", row_group_size=10)
    with_damaged_page(tmp_path / "news.parquet", 2)
    result = read(tmp_path / "news.parquet")
    assert [one.row for one in result.rejected] == list(range(20, 30))
    assert "row group 2 of the Parquet file is damaged" in result.rejected[0].reason
    if read is nd.read_articles:
        assert [article.id for article in result] == [str(number) for number in (*range(20), *range(30, 40))]


def test_a_compressed_parquet_file_is_read_and_one_that_is_cut_off_is_an_error(tmp_path: Path) -> None:
    parquet.write_table(a_table(), tmp_path / "news.parquet")
    content = (tmp_path / "news.parquet").read_bytes()
    (tmp_path / "news.parquet.gz").write_bytes(gzip.compress(content))
    assert len(nd.read_articles(tmp_path / "news.parquet.gz")) == 40
    (tmp_path / "half.parquet").write_bytes(content[: len(content) // 2])
    with pytest.raises(nd.InputError, match=r"'half.parquet' is not Parquet, or is damaged"):
        nd.read_articles(tmp_path / "half.parquet")


def a_table_with_a_bad_string() -> pa.Table:
    data = b"a tin\xff\xfetxc tin"
    offsets = struct.pack("<4i", 0, 5, 9, 14)
    column = pa.Array.from_buffers(pa.string(), 3, [None, pa.py_buffer(offsets), pa.py_buffer(data)])
    return pa.table({"id": ["a", "b", "c"], "text": column})


@pytest.mark.parametrize("read", [nd.read_articles, nd.find_copies])
@pytest.mark.parametrize("column", [None, "text"])
def test_a_string_that_is_not_utf_8_rejects_its_row(read: Callable[[Any], Any], column: str | None) -> None:
    table = a_table_with_a_bad_string()
    (rejected,) = read(table if column is None else table[column]).rejected
    assert rejected.row == 1
    assert "utf-8" in rejected.reason.lower()


def test_a_bad_id_rejects_its_row() -> None:
    bad = a_table_with_a_bad_string().rename_columns(["text", "id"])
    for result in (nd.read_articles(bad), nd.find_copies(bad)):
        assert [one.row for one in result.rejected] == [1]


@pytest.mark.parametrize("read", [nd.read_articles, nd.find_copies])
@pytest.mark.parametrize("unit", ["s", "ms", "us"])
def test_a_moment_beyond_those_of_python_is_unknown(read: Callable[[Any], Any], unit: str) -> None:
    dates = pa.array([2**62, 0, None], pa.timestamp(unit))
    with pytest.warns(nd.ArticleWarning, match="cannot be read; it stays unknown"):
        result = read(pa.table({"text": ["a tin", "b tin", "c tin"], "date": dates}))
    assert result.rejected == ()
