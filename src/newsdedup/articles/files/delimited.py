"""CSV and TSV: the separator from the header and a few rows, and rows of cells by column."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from typing import Final

from attrs import evolve, frozen

from newsdedup.articles.fields import ID_NAMES, RowFields
from newsdedup.articles.files.compression import HEAD, InputFile, whole_lines
from newsdedup.articles.files.decoding import Decoder, UndecodedError, printable
from newsdedup.articles.files.records import Dialect, Record, leading_cells, read_records
from newsdedup.articles.files.rows import N_SAMPLE, BadRow, FileNotices, Row, SourceRows
from newsdedup.support.display import count_in_words
from newsdedup.support.errors import InputError
from newsdedup.support.folded_names import folded_name

_CELL_END: Final = "\x1f"  # the unit separator of ASCII
_SEPARATORS: Final = (",", ";", "\t", "|")
_SEPARATOR_LINE: Final = re.compile(r'"?sep=\s*([^\s\w"]|\t)\s*"?\s*', re.IGNORECASE)  # which Excel writes
_MOST_ABOVE: Final = 10  # lines above the header, such as the title of an export
_LEAST_FIELDS: Final = 2  # of a header that is found by its names below such lines
_N_SAMPLED: Final = 100  # records
_LEAST_ALIKE: Final = 0.95  # of the cells of a column that look alike
_LEAST_CELLS: Final = 3
_KINDS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d+",
        r"\d{4}-\d{2}-\d{2}.{0,25}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}.{0,25}",
        r"https?://\S+",
        r"(?=\S*\d)[\w:./#-]{1,64}",  # a code with a digit
    )
)


@frozen
class _FileLayout:
    """How a file of delimited text is laid out."""

    dialect: Dialect
    header: tuple[str, ...]
    n_skipped: int  # lines before the header
    share: float  # of the records that have as many cells as the header
    fault: str | None = None  # of a header that took all the lines after it
    n_above: int = 0  # of the skipped lines, those with other words

    def fitness(self, usual: str | None, wanted: Collection[str]) -> tuple[bool, int, float, int]:
        """How well it fits the file: whether its separator is the usual one, then its columns that are fields."""
        return self.dialect.separator == usual, self.n_fields(wanted), self.share, len(self.header)

    def n_fields(self, wanted: Collection[str]) -> int:
        """How many of its columns are fields of an article."""
        return sum(folded_name(name) in wanted for name in self.header)


def open_csv(file: InputFile, wanted: Collection[str] | None, encoding: str | None) -> SourceRows:
    """The rows of a CSV file; its separator is detected."""
    return _open(file, wanted, encoding, None)


def open_tsv(file: InputFile, wanted: Collection[str] | None, encoding: str | None) -> SourceRows:
    """The rows of a TSV file; without a tab in its header its separator is detected."""
    return _open(file, wanted, encoding, "\t")


def _open(file: InputFile, wanted: Collection[str] | None, encoding: str | None, usual: str | None) -> SourceRows:
    decoder = Decoder.of(file, encoding)
    layout = _layout(_sample(decoder), decoder, wanted or (), usual)
    if not layout.header:
        raise InputError(f"{file.name} is empty: its first line must name the columns")
    if layout.fault:
        raise InputError(f"{file.name} has no rows: its header has a fault, {layout.fault}")
    above = f"{file.name} has {count_in_words(layout.n_above, 'line')} above its header, which are left out"
    return SourceRows(
        _delimited_rows(file, decoder, layout),
        layout.header,
        remarks=[above] if layout.n_above else [],
        whole_rows=partial(_delimited_sample, file, decoder, layout),
    )


def names_columns(file: InputFile, wanted: Collection[str], encoding: str | None) -> bool:
    """Whether the first line has tabs between the names of at least two fields."""
    first = next(iter(_sample(Decoder.of(file, encoding))), "")
    names = {folded_name(cell.strip('"')) for cell in first.split("\t")}
    return len(names.intersection(wanted)) > 1


def _sample(decoder: Decoder) -> list[str]:
    """The lines at the beginning of a file, but for the last one where it is cut off."""
    lines = list(decoder.lines(io.BytesIO(decoder.head)))
    return lines[:-1] if len(decoder.head) == HEAD and len(lines) > 1 else lines


def _layout(lines: list[str], decoder: Decoder, wanted: Collection[str], usual: str | None) -> _FileLayout:
    """The layout of a file, whose header may be below some lines of other words."""
    first = next((place for place, line in enumerate(lines) if not line.isspace()), 0)
    declared = _SEPARATOR_LINE.fullmatch(lines[first]) if lines else None
    n_before = first + 1 if declared else 0
    found = _best_layout(lines, n_before, (declared[1],) if declared else _SEPARATORS, decoder, wanted, usual)
    if declared and len(found.header) < _LEAST_FIELDS:  # it is not what the file has
        found = _best_layout(lines, n_before, _SEPARATORS, decoder, wanted, usual)
    if found.n_fields(wanted):
        return found
    for n_skipped in range(n_before + 1, min(n_before + _MOST_ABOVE, len(lines))):
        lower = _best_layout(lines, n_skipped, _SEPARATORS, decoder, wanted, usual)
        if lower.n_fields(wanted) >= _LEAST_FIELDS:
            return evolve(lower, n_above=n_skipped - n_before)
    return found


def _best_layout(
    lines: list[str],
    n_skipped: int,
    separators: Iterable[str],
    decoder: Decoder,
    wanted: Collection[str],
    usual: str | None,
) -> _FileLayout:
    """The layout with the most names of fields in its header, then with the most records of one length."""
    layouts = [_read_layout(lines[n_skipped:], one, n_skipped, decoder) for one in separators]
    columned = [one for one in layouts if len(one.header) > 1]
    if not columned:
        return _read_layout(lines[n_skipped:], None, n_skipped, decoder)
    return max(columned, key=lambda one: one.fitness(usual, wanted))


def _read_layout(lines: list[str], separator: str | None, n_skipped: int, decoder: Decoder) -> _FileLayout:
    """The layout with a separator."""
    first = next((line for line in lines if not line.isspace()), "")
    is_quoted = separator != "\t" or any(cell.startswith('"') for cell in first.split("\t"))
    header = next(read_records(lines, Dialect(separator, is_quoted)), None)
    names = _header_names(header, decoder) if header else ()
    dialect = Dialect(separator, is_quoted, len(names))
    records = list(islice(read_records(lines, dialect), 1, _N_SAMPLED))
    sound = [record.cells for record in records if not record.fault and not record.missing]
    kinds = tuple(map(_kind, zip(*sound, strict=True)))
    if not any(kinds):  # of faulty rows, the first cell is mostly sound
        first_cells = (leading_cells(line, separator)[0][:1] for line in lines[1:])
        kinds = (_kind(chain.from_iterable(islice(first_cells, _N_SAMPLED))), *[None] * (len(names) - 1))
    fault = header.fault if header and not records else None
    return _FileLayout(evolve(dialect, kinds=kinds), names, n_skipped, len(sound) / max(len(records), 1), fault)


def _header_names(header: Record, decoder: Decoder) -> tuple[str, ...]:
    try:
        return _mended(header.cells, decoder)[0]
    except UndecodedError:
        return tuple(printable(cell) for cell in header.cells)


def _mended(cells: tuple[str, ...], decoder: Decoder) -> tuple[tuple[str, ...], str | None]:
    """The cells, decoded as one text where they are not in the encoding of the file, and a notice then."""
    together = _CELL_END.join(cells)
    text, notice = decoder.mended(together)
    return (cells if text is together else tuple(text.split(_CELL_END))), notice


def _kind(cells: Iterable[str]) -> re.Pattern[str] | None:
    """What the cells of a column look like; None if they differ."""
    filled = [cell for cell in cells if cell]
    if len(filled) < _LEAST_CELLS:
        return None
    least = _LEAST_ALIKE * len(filled)
    return next((kind for kind in _KINDS if sum(map(bool, map(kind.fullmatch, filled))) >= least), None)


def _delimited_rows(file: InputFile, decoder: Decoder, layout: _FileLayout) -> Iterator[Row]:
    """The rows after the header."""
    notices = FileNotices()
    with file.opened() as stream:
        lines = islice(whole_lines(decoder.lines(stream), file), layout.n_skipped, None)
        records = islice(read_records(lines, layout.dialect, n_before=layout.n_skipped), 1, None)
        header = layout.header
        for record in _undamaged(records, file):
            if len(header) > 1 and set(record.cells) == set(header):
                header = record.cells
                notices.expect(f"line {record.line} names the columns again: several files were joined")
            else:
                yield _row_of_record(record, header, decoder, notices)
    if file.damage:
        yield BadRow(None, file.damage)


def _delimited_sample(file: InputFile, decoder: Decoder, layout: _FileLayout) -> Iterator[RowFields]:
    rows = islice(_delimited_rows(file, decoder, layout), N_SAMPLE)
    return (row for row in rows if isinstance(row, Mapping))


def _row_of_record(record: Record, header: tuple[str, ...], decoder: Decoder, notices: FileNotices) -> Row:
    try:
        if record.fault:
            raise UndecodedError(record.fault)
        cells, notice = _mended(record.cells, decoder)
    except UndecodedError as problem:
        reason = str(problem) if record.fault else f"line {record.line}: {problem}"
        return BadRow(_id_among(header, record.cells), reason)
    fields = dict(zip(header, cells, strict=False))
    return notices.attached(fields, decoder.notice, notice, record.style, of_row=record.missing)


def _id_among(header: tuple[str, ...], cells: tuple[str, ...]) -> str | None:
    """The id of a faulty record."""
    known = (cell for name, cell in zip(header, cells, strict=False) if folded_name(name) in ID_NAMES)
    return printable(next(known, "")).strip() or None


def _undamaged(records: Iterable[Record], file: InputFile) -> Iterator[Record]:
    """The records, but for a faulty last one where the file is damaged there."""
    previous = None
    for record in records:
        if previous:
            yield previous
        previous = record
    if previous and not (file.damage and previous.fault):
        yield previous
