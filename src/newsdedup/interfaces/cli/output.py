"""What a command writes: readable tables, or JSON, JSON Lines or CSV."""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from shutil import get_terminal_size, which
from typing import Any, Final, NoReturn

import click
from attrs import asdict, frozen
from rich.console import Console, RenderableType

from newsdedup.articles.article import Rejection
from newsdedup.articles.files.compression import format_suffixes
from newsdedup.interfaces.cli.option_names import as_typed
from newsdedup.interfaces.cli.streams import say
from newsdedup.support.frames import Table, write_parquet
from newsdedup.support.whole_files import compressing, json_bytes, whole_file
from newsdedup.support.workbooks import write_workbook

FORMATS: Final = ("table", "json", "jsonl", "csv")
FORMAT_OF_SUFFIX: Final = {
    "": "table",
    ".txt": "table",
    ".md": "table",
    ".log": "table",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
}
WHOLE_FORMATS: Final = {".parquet": "parquet", ".xlsx": "xlsx"}  # of files only, and compressed as they are
_SPACES_AT_END: Final = re.compile(r" +((?:\x1b\[[0-9;]*m)*)(?=\n|\Z)")
_FILE_WIDTH: Final = 120  # columns of tables in a file
_TERMINAL_WIDTH: Final = 80  # columns, and lines, of a terminal that does not say how large it is
_TERMINAL_HEIGHT: Final = 24
_NARROWEST: Final = 20  # columns in which every table can be printed
_WIDEST: Final = 1000
_MOST_STDERR_ROWS: Final = 20  # rows listed on standard error; the others are counted


@frozen
class CommandResult:
    """What a command found."""

    name: str  # of the rows, in JSON
    rows: Sequence[Mapping[str, Any]]
    tables: Callable[[], Iterable[RenderableType]]  # gives the tables
    rejected: Sequence[Rejection]
    settings: Mapping[str, Any]
    frame: Callable[[], Table] | None = None  # gives the table of the CSV; None where the rows do not fit into one
    sheets: Callable[[], Mapping[str, Table]] | None = None  # gives the tables of a workbook, if not this one alone


def format_of(format_name: str | None, output: str | None) -> str:
    """The format of a result: as given, else that of the file's suffix."""
    return format_name or FORMAT_OF_SUFFIX[format_suffixes(output or "")[0]]


def write_result(
    result: CommandResult,
    format_name: str | None,
    output: str | None,
    *,
    pager: bool = False,
    bom: bool = False,
    escape_formulas: bool = True,
) -> None:
    """Write a result in a format, by default that of the file's suffix, to a file or to standard output."""
    _, compression = format_suffixes(output or "")
    format_name = format_of(format_name, output)
    if bom and format_name != "csv":
        raise click.UsageError(f"--bom is for CSV, and this is {format_name}: leave it out")
    if format_name == "table":
        write_tables(result.tables(), output, pager=pager)
    elif format_name in WHOLE_FORMATS.values():
        table = _table_in(result, format_name)
        with whole_file(str(output)) as file:
            if format_name == "parquet":
                write_parquet(file, table)
            else:
                write_workbook(file, result.sheets() if result.sheets else {result.name: table})
    else:
        content = _serialised(result, format_name, bom=bom, escape_formulas=escape_formulas)
        if not output:
            sys.stdout.buffer.write(content)
            return
        with whole_file(output) as file, compressing(file, compression) as plain:
            plain.write(content)


_NAMES_IN_WORDS: Final = {"csv": "CSV", "parquet": "Parquet", "xlsx": "a workbook"}


def _table_in(result: CommandResult, format_name: str) -> Table:
    if result.frame is None:
        raise click.UsageError(
            f"{result.name} do not fit into {_NAMES_IN_WORDS[format_name]}: write them as json or jsonl"
        )
    return result.frame()


def _serialised(result: CommandResult, format_name: str, *, bom: bool, escape_formulas: bool) -> bytes:
    if format_name == "csv":
        text = _table_in(result, format_name).to_csv(escape_formulas=escape_formulas)
        return text.encode("utf-8-sig" if bom else "utf-8")
    if format_name == "jsonl":
        return b"".join(json_bytes(row) + b"\n" for row in result.rows)
    data = {
        result.name: list(result.rows),
        "rejected": [asdict(one) for one in result.rejected],
        "settings": dict(result.settings),
    }
    return json_bytes(data, indent=2) + b"\n"


def write_tables(tables: Iterable[RenderableType], output: str | None, *, pager: bool = False) -> None:
    """Print tables to a file or to standard output; with a pager where they are longer than the terminal."""
    if output:
        with whole_file(output) as file:
            # Lone surrogates, which UTF-8 cannot encode, are escaped.
            text = io.TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", write_through=True)
            text.writelines(_lines_of(tables, Console(file=text, width=_FILE_WIDTH)))
            text.detach()
        return
    is_terminal = sys.stdout.isatty()
    size = get_terminal_size((_TERMINAL_WIDTH if is_terminal else _FILE_WIDTH, _TERMINAL_HEIGHT))
    width = min(max(size.columns, _NARROWEST), _WIDEST)  # COLUMNS may be any number
    lines = _lines_of(tables, _TableConsole(width=width, height=size.lines))
    if pager and is_terminal:
        _page(list(lines), size.lines)
    else:
        sys.stdout.writelines(lines)


class _TableConsole(Console):
    """A console that leaves it to the command what happens when nobody reads its output."""

    def on_broken_pipe(self) -> NoReturn:
        """Raise the error that this is called for."""
        raise


def _lines_of(tables: Iterable[RenderableType], console: Console) -> Iterator[str]:
    """The lines of tables, without spaces at their ends."""
    for table in tables:
        with console.capture() as captured:
            console.print(table, highlight=False, markup=False)
        for line in captured.get().splitlines(keepends=True):
            yield _SPACES_AT_END.sub(r"\1", line)


def _page(lines: Sequence[str], height: int) -> None:
    if len(lines) >= height and _has_pager():
        with suppress(OSError):  # it cannot be run
            click.echo_via_pager("".join(lines))  # which keeps colours where the pager shows them
            return
    sys.stdout.writelines(lines)


def _has_pager() -> bool:
    """Whether PAGER, where it is set, is a program."""
    try:
        command = shlex.split(os.environ.get("PAGER", ""), posix=False)
    except ValueError:  # a quotation mark too much
        return False
    return not command or which(command[0]) is not None


def list_on_stderr(what: str, rows: Sequence[Rejection]) -> None:
    """List rows with their reasons on standard error, one per line."""
    for one in rows[:_MOST_STDERR_ROWS]:
        name = f" ({one.id})" if one.id else ""
        say(f"{what}: row {one.row}{name}: {as_typed(one.reason)}")
    if len(rows) > _MOST_STDERR_ROWS:
        say(f"{what}: {len(rows) - _MOST_STDERR_ROWS} more rows")
