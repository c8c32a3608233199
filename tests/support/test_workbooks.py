from __future__ import annotations

import io
import sys
from typing import Any

import pytest

import newsdedup as nd
from newsdedup.support import workbooks
from newsdedup.support.frames import Table
from newsdedup.support.workbooks import write_workbook

openpyxl = pytest.importorskip("openpyxl")


def sheets_of(tables: dict[str, Table]) -> dict[str, list[list[Any]]]:
    file = io.BytesIO()
    write_workbook(file, tables)
    book = openpyxl.load_workbook(file)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.rows] for sheet in book}


def test_each_table_is_a_sheet_with_a_header() -> None:
    tables = {
        "figures": Table.of_rows({"noun": str, "best": float}, [("người", 12), (None, 2.5)]),
        "empty": Table.of_rows({"id": str}, []),
    }
    assert sheets_of(tables) == {"figures": [["noun", "best"], ["người", 12], [None, 2.5]], "empty": [["id"]]}


def test_a_text_is_never_a_formula() -> None:
    file = io.BytesIO()
    write_workbook(file, {"claims": Table.of_rows({"text": str}, [("=1+1",), ("+84 900",), ("#N/A",)])})
    cells = [row[0] for row in openpyxl.load_workbook(file)["claims"].rows]
    assert [(cell.value, cell.data_type) for cell in cells[1:]] == [("=1+1", "s"), ("+84 900", "s"), ("#N/A", "s")]


def test_what_a_workbook_cannot_have_is_replaced_and_what_is_too_long_is_cut() -> None:
    rows = [("a\x00b\ud800",), ("📰" * 20_000,)]
    _, (odd,), (long,) = sheets_of({"claims": Table.of_rows({"text": str}, rows)})["claims"]
    assert odd == "a\ufffdb\ufffd"
    assert long == "📰" * 16_383 + "…"


def test_more_rows_than_a_sheet_has_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "_MOST_ROWS", 3)
    with pytest.raises(nd.SettingError, match="3 rows of claims are more than a sheet"):
        write_workbook(io.BytesIO(), {"claims": Table.of_rows({"n": int}, [(1,), (2,), (3,)])})


def test_a_missing_library_is_an_error_that_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(nd.MissingExtraError, match="openpyxl"):
        write_workbook(io.BytesIO(), {})
