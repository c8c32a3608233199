"""Excel workbooks: the rows of the first sheet that has a column of texts."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, time
from itertools import islice
from typing import Any, Final

from attrs import frozen

from newsdedup.articles.fields import KNOWN_NAMES, TEXT_NAMES
from newsdedup.articles.files.compression import BOMB, InputFile, is_bomb
from newsdedup.articles.files.rows import N_SAMPLE, RepairedRow, Row, SourceRows
from newsdedup.support.errors import InputError, MissingExtraError, pass_on_foreign
from newsdedup.support.folded_names import folded_name
from newsdedup.support.workbooks import LONGEST_CELL

_SEARCHED_ROWS: Final = 30  # for the header: titles and blank rows may be above it
_CUT_OFF: Final = "a cell holds 32,767 characters, the most that Excel keeps: its end may be missing"

Cells = tuple[Any, ...]


@frozen
class _Header:
    """Where the names of the columns are in a sheet."""

    row: int  # from 0
    names: tuple[str | None, ...]  # None for a column without a name

    def fitness(self, wanted: Collection[str]) -> int:
        """The number of its names that are of fields."""
        return sum(name is not None and folded_name(name) in wanted for name in self.names)


def open_excel(file: InputFile, wanted: Collection[str] | None, _encoding: str | None) -> SourceRows:
    """The rows of a workbook, from the first sheet with a column of texts; blank rows are left out.

    Raises
    ------
    InputError
        If the file is not a workbook, or none of its sheets has names of columns.
    MissingExtraError
        If openpyxl is not installed.
    """
    try:
        from openpyxl import load_workbook
    except ImportError as problem:
        raise MissingExtraError("openpyxl", "excel", f"reading {file.name}") from problem
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on styles and rules of validation, which are not read
            book = load_workbook(_checked_archive(file), read_only=True, data_only=True)
    except InputError:
        raise
    except Exception as problem:  # the library has an error of its own for each fault
        pass_on_foreign(problem)
        raise InputError(f"{file.name} is not an Excel workbook, or is damaged: {problem}") from problem
    sheets = [(sheet.title, _sheet_rows(sheet)) for sheet in book.worksheets]
    return _rows_of_workbook(file, sheets, frozenset(wanted or KNOWN_NAMES))


def _checked_archive(file: InputFile) -> io.BytesIO:
    """The bytes of a workbook, which is a ZIP archive; an error where its sheets are made to fill the memory."""
    archive = io.BytesIO(file.archive())
    with zipfile.ZipFile(archive) as opened:
        parts = opened.infolist()
    if is_bomb(sum(one.compress_size for one in parts), sum(one.file_size for one in parts)):
        raise InputError(f"{file.name} is not read: its sheets become {BOMB}")
    return archive


def _sheet_rows(sheet: Any) -> list[Cells]:
    """The rows of a sheet up to the last one with a value."""
    sheet.reset_dimensions()  # which other programs write wrongly
    rows = [tuple(map(_day_or_value, row)) for row in sheet.iter_rows()]
    while rows and not any(map(_is_filled, rows[-1])):
        rows.pop()
    return rows


def _day_or_value(cell: Any) -> Any:
    """The value of a cell; a day where its format shows no hours, since Excel keeps midnight for a day."""
    value = cell.value
    if isinstance(value, datetime) and value.time() == time.min and "h" not in str(cell.number_format).lower():
        return value.date()
    return value


def _rows_of_workbook(file: InputFile, sheets: Sequence[tuple[str, list[Cells]]], wanted: frozenset[str]) -> SourceRows:
    texts = wanted & TEXT_NAMES or wanted - KNOWN_NAMES or wanted  # what a caller names is not among the known names
    headers = [(_header(rows, wanted), title, rows) for title, rows in sheets if rows]
    if not headers:
        raise InputError(f"{file.name} has no filled sheet: its first row must name the columns")
    with_texts = (one for one in headers if one[0].fitness(texts))
    header, title, rows = next(with_texts, None) or max(headers, key=lambda one: one[0].fitness(wanted))
    names = tuple(name for name in header.names if name is not None)
    left_out = [other for _, other, _ in headers if other != title]
    remarks = [f"of {file.name} the sheet {title!r} is read; left out: {', '.join(map(repr, left_out))}"]
    whole = [row for row in islice(_rows_below(header, rows), N_SAMPLE) if isinstance(row, Mapping)]
    return SourceRows(_rows_below(header, rows), names, remarks=remarks if left_out else [], whole_rows=lambda: whole)


def _header(rows: Sequence[Cells], wanted: Collection[str]) -> _Header:
    """The row with the most names of fields, of several the first; without any, the first row that is filled."""
    found = [_Header(place, _header_cells(row)) for place, row in enumerate(islice(rows, _SEARCHED_ROWS))]
    filled = [one for one in found if any(one.names)]
    return max(filled or found, key=lambda one: one.fitness(wanted))


def _header_cells(row: Cells) -> tuple[str | None, ...]:
    return tuple(str(cell).strip() if _is_filled(cell) else None for cell in row)


def _is_filled(cell: Any) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _rows_below(header: _Header, rows: Sequence[Cells]) -> Iterator[Row]:
    for row in rows[header.row + 1 :]:
        if any(map(_is_filled, row)):
            fields = {name: value for name, value in zip(header.names, row, strict=False) if name is not None}
            yield RepairedRow(fields, _CUT_OFF) if any(map(_fills_its_cell, fields.values())) else fields


def _fills_its_cell(value: Any) -> bool:
    """Whether a text is as long as Excel keeps it; it counts characters beyond 16 bits twice."""
    if not isinstance(value, str) or 2 * len(value) < LONGEST_CELL:
        return False
    return len(value.encode("utf-16-le", "surrogatepass")) // 2 >= LONGEST_CELL
