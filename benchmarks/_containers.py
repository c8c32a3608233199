"""The same articles in every container that `read_articles` takes, for `cliffs.py`."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

Row = dict[str, Any]
Container = Callable[[list[Row], Path], Any]


def _plain_rows(rows: list[Row]) -> list[Row]:
    return [{"id": row["id"], "text": row["text"]} for row in rows]


def _mappings(rows: list[Row], folder: Path) -> Any:
    return _plain_rows(rows)


def _all_fields(rows: list[Row], folder: Path) -> Any:
    return rows


def _articles(rows: list[Row], folder: Path) -> Any:
    import newsdedup as nd

    return nd.read_articles([row["text"] for row in rows], progress=False)


def _pandas(rows: list[Row], folder: Path) -> Any:
    import pandas

    return pandas.DataFrame(_plain_rows(rows))


def _polars(rows: list[Row], folder: Path) -> Any:
    import polars

    return polars.DataFrame(_plain_rows(rows))


def _arrow_column(rows: list[Row], folder: Path) -> Any:
    import pyarrow

    return pyarrow.array([row["text"] for row in rows], pyarrow.large_string())


def _arrow_table(rows: list[Row], folder: Path) -> Any:
    import pyarrow

    return pyarrow.Table.from_pylist(_plain_rows(rows))


def _parquet(rows: list[Row], folder: Path) -> Any:
    import pyarrow.parquet

    pyarrow.parquet.write_table(_arrow_table(rows, folder), folder / "articles.parquet")
    return folder / "articles.parquet"


def _json_lines(rows: list[Row], folder: Path) -> Any:
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in _plain_rows(rows))
    return folder / "articles.jsonl"


def _csv(rows: list[Row], folder: Path) -> Any:
    with (folder / "articles.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, ("id", "text"))
        writer.writeheader()
        writer.writerows(_plain_rows(rows))
    return folder / "articles.csv"


CONTAINERS: Final[Mapping[str, Container]] = {
    "mappings": _mappings,
    "mappings, all fields": _all_fields,
    "Articles": _articles,
    "pandas frame": _pandas,
    "Polars frame": _polars,
    "PyArrow column": _arrow_column,
    "PyArrow table": _arrow_table,
    "Parquet": _parquet,
    "JSON Lines": _json_lines,
    "CSV": _csv,
}
