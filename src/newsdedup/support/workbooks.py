"""Tables as the sheets of an Excel workbook."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import IO, Any, Final

from newsdedup.support.errors import MissingExtraError, SettingError
from newsdedup.support.frames import Table

_MOST_ROWS: Final = 1_048_576  # of a sheet
LONGEST_CELL: Final = 32_767  # UTF-16 code units
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_workbook(file: IO[bytes], tables: Mapping[str, Table]) -> None:
    """Write tables by the names of their sheets, each with a header that stays while the sheet is scrolled.

    A text is never a formula. One that is longer than a cell of Excel ends in an ellipsis, and U+FFFD is in place of
    characters that a workbook cannot have.

    Raises
    ------
    MissingExtraError
        If openpyxl is not installed.
    SettingError
        If a table has more rows than a sheet.
    """
    try:
        from openpyxl import Workbook
    except ImportError as problem:
        raise MissingExtraError("openpyxl", "excel", "writing an Excel workbook") from problem
    workbook = Workbook(write_only=True)
    for name, table in tables.items():
        _add_sheet(workbook, name, table)
    whole = io.BytesIO()  # where `file` cannot be written, openpyxl would leave its archive open
    workbook.save(whole)
    file.write(whole.getbuffer())


def _add_sheet(workbook: Any, name: str, table: Table) -> None:
    n_rows = len(next(iter(table.columns.values())))
    if n_rows >= _MOST_ROWS:
        raise SettingError(
            f"{n_rows:,} rows of {name} are more than a sheet of Excel has: save them as .csv or .parquet"
        )
    sheet = workbook.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.append(list(table.columns))
    for row in zip(*table.columns.values(), strict=True):
        sheet.append([_sheet_cell(sheet, value) for value in row])


def _sheet_cell(sheet: Any, value: Any) -> Any:
    """A value as a cell of a sheet; a text is one even if it begins like a formula."""
    if not isinstance(value, str):
        return value
    from openpyxl.cell import WriteOnlyCell

    text = _NOT_IN_XML.sub("\ufffd", value)
    cell = WriteOnlyCell(sheet, text if len(text.encode("utf-16-le")) <= 2 * LONGEST_CELL else _shortened_text(text))
    cell.data_type = "s"
    return cell


def _shortened_text(text: str) -> str:
    units = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - 1)]
    return units.decode("utf-16-le", "ignore") + "…"
