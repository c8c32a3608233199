"""Records of delimited text, one after the other; a faulty one never takes the next ones with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from attrs import field, frozen, mutable

_REST_OF_QUOTED: Final = re.compile(r'[^"]*+(?:""[^"]*+)*+"')  # up to the closing quote; doubled ones are text
_SURE: Final = 2.0  # likeness to rows at which the lines within quotes are taken for rows
_WEAKLY: Final = {",": 0.1, "\t": 0.7, ";": 0.7, "|": 0.7}  # of a line that only has the right number of cells
_LONGEST: Final = 1 << 26  # characters of a record


@frozen
class Dialect:
    """How the records of a file are written.

    Attributes
    ----------
    separator : str or None
        Between cells; None if a line is one cell.
    quoted : bool
        Whether a quote at the beginning of a cell encloses it. Otherwise it is a character of the
        text unless only an enclosed cell gives the right number of cells.
    n_cells : int
        Cells of a record; 0 if any number is right.
    kinds : tuple of re.Pattern or None
        What every cell of a column looks like, where that is known.
    """

    separator: str | None
    quoted: bool = True
    n_cells: int = 0
    kinds: tuple[re.Pattern[str] | None, ...] = ()


@frozen
class Record:
    """The cells of a record, or what is wrong with it.

    Attributes
    ----------
    line : int
        The number of its first line.
    cells : tuple of str
        Of a faulty record, those that separators alone give.
    fault : str or None
        Why it cannot be read.
    style : str or None
        In which way it is written other than by the standard.
    missing : str or None
        Which cells it lacks.
    """

    line: int
    cells: tuple[str, ...]
    fault: str | None = None
    style: str | None = None
    missing: str | None = None


class _FaultError(ValueError):
    """A record is not well formed, for the reason in its message."""


@mutable
class _Lines:
    """Lines that can be put back."""

    _source: Iterator[str]
    number: int = 0  # of the line read last, from 1
    taken: list[str] = field(factory=list)  # since `start`
    _waiting: list[str] = field(factory=list)  # the next one last

    def start(self) -> None:
        """Begin a record."""
        self.taken.clear()

    def next(self) -> str | None:
        """The next line; None at the end."""
        line = self._waiting.pop() if self._waiting else next(self._source, None)
        if line is not None:
            self.number += 1
            self.taken.append(line)
        return line

    def retake(self, n: int) -> None:
        """Make the record its first n lines again."""
        self.put_back(1)
        while len(self.taken) < n:
            self.next()

    def put_back(self, keep: int) -> None:
        """Put all lines of the record back, but for the first ones."""
        self.number -= len(self.taken) - keep
        self._waiting += reversed(self.taken[keep:])
        del self.taken[keep:]


def read_records(lines: Iterable[str], dialect: Dialect, *, n_before: int = 0) -> Iterator[Record]:
    """The records of delimited text, with their faults; blank lines are none.

    A quote that is opened and not closed, or closed only where further rows were swallowed, spoils
    its own record only: reading goes on at the next line that is a full record.

    Parameters
    ----------
    lines : iterable of str
        With their line ends.
    dialect : Dialect
        How the records are written.
    n_before : int
        Lines of the file before these.
    """
    reader = _RecordReader(_Lines(iter(lines), n_before), dialect)
    while (record := reader.next()) is not None:
        yield record


@mutable
class _RecordReader:
    """Reads records; it has state, the place in the lines."""

    _lines: _Lines
    _dialect: Dialect
    _has_stray_quote: bool = False  # in the record scanned last: a quote within a cell that no quotes enclose

    def next(self) -> Record | None:
        """The next record; None at the end."""
        self._lines.start()
        while (line := self._lines.next()) is not None:
            if not line.isspace():
                return self._record(line)
            self._lines.start()
        return None

    def _record(self, line: str) -> Record:
        """The record that begins with a line."""
        dialect, number = self._dialect, self._lines.number
        if '"' not in line:
            return self._counted(number, _split_cells(_without_end(line), dialect.separator))
        if not dialect.quoted and (cells := self._literal(line)) is not None:
            return Record(number, tuple(cells))
        try:
            cells = self._scanned()
        except _FaultError as problem:
            return self._repaired(number) or self._faulty(number, str(problem))
        if self._is_right(cells):
            return Record(number, tuple(cells))
        return self._repaired(number) or self._miscounted(number, cells)

    def _is_right(self, cells: list[str]) -> bool:
        return self._dialect.n_cells in (0, len(cells))

    def _literal(self, line: str) -> list[str] | None:
        """The cells of a line whose quotes are text; None if quotes must enclose its cells.

        Where a quote opens in the last cell and closes in a later line, the lines up to there are one
        record if none of them is a row by itself.
        """
        cells = _split_cells(_without_end(line), self._dialect.separator)
        if not self._is_right(cells):
            return None
        if cells[-1].startswith('"') and not _REST_OF_QUOTED.match(cells[-1], 1) and self._dialect.n_cells > 1:
            try:
                scanned = self._scanned()
            except _FaultError:
                self._lines.put_back(1)
            else:
                if self._is_right(scanned):
                    return scanned
                self._lines.put_back(1)
        return [_unquoted(cell) for cell in cells]

    def _scanned(self, change: Callable[[str], str] = str) -> list[str]:
        """The cells of the record that begins with the first line taken; more lines are read within quotes."""
        lines, separator = self._lines, self._dialect.separator
        line = change(lines.taken[0])
        cells: list[str] = []
        place, self._has_stray_quote = 0, False
        while True:
            if not line.startswith('"', place):
                end = line.find(separator, place) if separator else -1
                cells.append(_without_end(line[place:]) if end < 0 else line[place:end])
                self._has_stray_quote |= '"' in cells[-1]
                if end < 0:
                    return cells
                place = end + 1
                continue
            cell, line, place = self._enclosed(line, place + 1, change)
            cells.append(cell)
            if place >= len(line) or line[place] in "\r\n":
                return cells
            if line[place] != separator:
                after = _without_end(line[place:])[:20]
                raise _FaultError(f"line {lines.number} has text after a closing quote: {after!r}")
            place += 1

    def _enclosed(self, line: str, place: int, change: Callable[[str], str]) -> tuple[str, str, int]:
        """The text of a cell from its opening quote on, the line that has its closing quote, and the place after it."""
        parts: list[str] = []
        opened, likeness, length = self._lines.number, 0.0, 0
        while (found := _REST_OF_QUOTED.match(line, place)) is None:
            parts.append(line[place:])
            length += len(parts[-1])
            following = self._lines.next()
            if following is None or length > _LONGEST:
                raise _FaultError(f"the quote that opens in line {opened} is not closed")
            line, place = change(following), 0
            likeness = self._likeness(line, likeness)
            if likeness >= _SURE:
                raise _FaultError(f"the quote that opens in line {opened} is not closed before further rows")
        text = "".join((*parts, line[place : found.end() - 1]))
        return text.replace('""', '"'), line, found.end()

    def _likeness(self, line: str, before: float) -> float:
        """How much the lines within quotes so far look like rows, with this one."""
        found = self._row_likeness(line)
        if self._dialect.quoted:
            is_typed = any(self._dialect.kinds)
            return before + found if found or is_typed else 0.0
        return before + _SURE * (found > 0)  # without quotes each line is a row

    def _row_likeness(self, line: str) -> float:
        """How much a line looks like a row: the number of its cells that look like those of their columns."""
        dialect = self._dialect
        if dialect.separator is None or line.count(dialect.separator) != dialect.n_cells - 1:
            return 0.0
        cells = _split_cells(_without_end(line), dialect.separator)
        if dialect.quoted and any(cell.startswith('"') for cell in cells):
            return 0.0
        if not any(dialect.kinds):
            return _WEAKLY.get(dialect.separator or "", 0.1)
        return float(_n_typed(cells, dialect.kinds)) if _fit(cells, dialect.kinds) else 0.0

    def _repaired(self, number: int) -> Record | None:
        """The record read with quotes escaped by backslashes, or with spaces around quoted cells."""
        text, n_lines = "".join(self._lines.taken), len(self._lines.taken)
        for pattern, new, style in _styles(self._dialect.separator):
            if not pattern.search(text):
                continue
            self._lines.put_back(1)
            try:
                cells = self._scanned(partial(pattern.sub, new))
            except _FaultError:
                cells = []
            if cells and self._is_right(cells):
                return Record(number, tuple(cells), style=style)
            self._lines.retake(n_lines)
        return None

    def _faulty(self, number: int, reason: str) -> Record:
        """A record with a fault in its quotes; it ends before the next line that is a full record."""
        first = self._lines.taken[0]
        self._lines.put_back(1)
        self._skip_to_row()
        return Record(number, tuple(_split_cells(_without_end(first), self._dialect.separator)), _at(number, reason))

    def _skip_to_row(self) -> None:
        """Skip lines up to one that begins a record."""
        lines = self._lines
        lines.start()
        while (line := lines.next()) is not None:
            if self._begins_row(line):
                lines.put_back(0)
                return
            lines.start()

    def _begins_row(self, line: str) -> bool:
        """Whether a line, with those that its quotes enclose, is a record, or begins like one."""
        dialect = self._dialect
        if not dialect.quoted and len(_split_cells(line, dialect.separator)) == dialect.n_cells:
            return True
        try:
            is_clean = self._is_right(cells := self._scanned()) and not self._has_stray_quote
        except _FaultError:
            is_clean = False
        self._lines.put_back(1)
        if is_clean:
            return _fit(cells, dialect.kinds)
        start, opens_quote = leading_cells(line, dialect.separator)
        if _n_typed(start, dialect.kinds):
            return _fit(start, dialect.kinds)
        return bool(start) and opens_quote and not any(dialect.kinds)

    def _counted(self, number: int, cells: list[str]) -> Record:
        """The record of a line without quotes."""
        return Record(number, tuple(cells)) if self._is_right(cells) else self._miscounted(number, cells)

    def _miscounted(self, number: int, cells: list[str]) -> Record:
        """A record with a wrong number of cells; lines that are rows by themselves are given back."""
        dialect, lines = self._dialect, self._lines
        rows = (place for place, line in enumerate(lines.taken) if place and self._row_likeness(line))
        lines.put_back(next(rows, len(lines.taken)))
        more = len(cells) - dialect.n_cells
        if more > 0 and not any(cells[dialect.n_cells :]):
            return Record(number, tuple(cells[: dialect.n_cells]))
        if more > 0:
            fault = f"{more} more cells than columns: put quotes around cells that hold {dialect.separator!r}"
            return Record(number, tuple(cells), _at(number, fault))
        count = f"{len(cells)} of {dialect.n_cells} cells"
        if len(cells) > 1 and len(lines.taken) == 1 and _fit(cells, dialect.kinds):
            missing = f"line {number} has {count}; the others are taken as empty"
            return Record(number, (*cells, *[""] * -more), missing=missing)
        return Record(number, tuple(cells), _at(number, f"it has {count}"))


def _styles(separator: str | None) -> Iterator[tuple[re.Pattern[str], str, str]]:
    """Other ways to write quotes: what shows them, what the standard has instead, and how a notice calls them."""
    yield re.compile(r'(?<!\\)((?:\\\\)*)\\"'), r'\1""', "its quotes are escaped by backslashes"
    if separator:
        before = rf'(?:(?<={re.escape(separator)})|^)[ ]+(?="(?!"))'
        after = rf'(?<=[^"]")[ ]+(?={re.escape(separator)}|[\r\n]*\Z)'
        yield re.compile(f"{before}|{after}"), "", "it has spaces outside the quotes of a cell, which are left out"


def leading_cells(line: str, separator: str | None) -> tuple[list[str], bool]:
    """The sound cells at the beginning of a line that a separator follows, and whether a quote opens the next one."""
    cells: list[str] = []
    place = 0
    while separator:
        if line.startswith('"', place):
            found = _REST_OF_QUOTED.match(line, place + 1)
            if found is None or not line.startswith(separator, found.end()):
                return cells, True
            cells.append(line[place + 1 : found.end() - 1].replace('""', '"'))
            place = found.end() + 1
        else:
            end = line.find(separator, place)
            if end < 0 or '"' in line[place:end]:
                break
            cells.append(line[place:end])
            place = end + 1
    return cells, False


def _at(line: int, reason: str) -> str:
    return reason if f"line {line}" in reason else f"line {line}: {reason}"


def _without_end(line: str) -> str:
    return line.rstrip("\r\n")


def _split_cells(line: str, separator: str | None) -> list[str]:
    return line.split(separator) if separator else [line]


def _unquoted(cell: str) -> str:
    """The text of a cell that quotes enclose and that has doubled quotes; other cells are as they are."""
    found = _REST_OF_QUOTED.match(cell, 1) if cell.startswith('"') else None
    inside = cell[1:-1]
    return inside.replace('""', '"') if found and found.end() == len(cell) and '""' in inside else cell


def _n_typed(cells: Sequence[str], kinds: Sequence[re.Pattern[str] | None]) -> int:
    """How many cells are in a column whose cells all look alike."""
    return sum(bool(kind and cell) for kind, cell in zip(kinds, cells, strict=False))


def _fit(cells: Sequence[str], kinds: Sequence[re.Pattern[str] | None]) -> bool:
    """Whether cells look like those of their columns, where these all look alike."""
    return all(kind.fullmatch(cell) for kind, cell in zip(kinds, cells, strict=False) if kind and cell)
