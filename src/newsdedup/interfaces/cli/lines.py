"""Lines for a terminal: words that any terminal can print, and lines with a hanging indent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import field, frozen
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.table import Table
from rich.text import Text

from newsdedup.support.display import cut_between_words
from newsdedup.support.printable import terminal_text

_LINE_LENGTH: Final = 90
_LEAST_WIDTH: Final = 16  # of the words beside a hanging indent
_LEAST_TABLE_WIDTH: Final = 60  # of a table of several columns, in which no cell loses letters


def printable_line(words: str) -> str:
    """One line that any terminal can print."""
    return terminal_text(" ".join(words.split()))


def shortened_line(words: str) -> str:
    """One line of at most 90 characters that any terminal can print."""
    return cut_between_words(printable_line(words), _LINE_LENGTH)


@frozen
class HangingLines:
    """Words in lines as wide as the terminal, each further line as far to the right as the first."""

    words: Text
    head: str = ""  # before the first line
    most_lines: int | None = field(default=None, kw_only=True)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        head, words, indent = self.head, self.words, cell_len(self.head)
        if 2 * indent > options.max_width:  # too little is left beside the head
            head = " " * (len(head) - len(head.lstrip()))
            words, indent = Text(self.head.lstrip(), words.style) + words, len(head)
        width = max(_LEAST_WIDTH, options.max_width - indent)
        lines = list(words.wrap(console, width))
        if self.most_lines and len(lines) > self.most_lines:
            lines = lines[: self.most_lines]
            last = " ".join(lines[-1].plain.split())
            lines[-1] = Text(cut_between_words(f"{last} {'…' * width}", width).rstrip(" …") + " …", self.words.style)
        for number, line in enumerate(lines):
            line.rstrip()
            yield Text(" " * indent if number else head, self.words.style) + line


@frozen
class TableOrLines:
    """A table; the cells of each row one after the other where the terminal is too narrow for its columns."""

    table: Table

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        if options.max_width >= _LEAST_TABLE_WIDTH:
            yield self.table
            return
        for cells in zip(*(column.cells for column in self.table.columns), strict=True):
            words = (Text.assemble(cell) for cell in cells if isinstance(cell, Text | str))
            yield HangingLines(Text("  ").join(filter(None, words)))
            yield from (cell for cell in cells if not isinstance(cell, Text | str))
