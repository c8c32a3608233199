"""The rows of a source: fields of an article, or why there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from attrs import field, frozen, mutable

from newsdedup.articles.article import Article
from newsdedup.articles.fields import RowFields
from newsdedup.articles.frame_origin import FrameOrigin


@frozen
class BadRow:
    """A row that could not be read."""

    id: str | None
    reason: str


@frozen
class RepairedRow:
    """A row that could be read after a repair, which gives a notice."""

    fields: RowFields
    reason: str


@frozen
class DamagedRows:
    """Some rows of a table that cannot be read, one after the other."""

    n: int
    reason: str


N_SAMPLE: Final = 20  # rows of a sample
Row = RowFields | Article | str | BadRow | RepairedRow


@frozen
class SourceRows:
    """The rows of a source, in order."""

    rows: Iterable[Row]
    column_names: tuple[str, ...] | None = None  # if every row has the same
    origin: Callable[[Sequence[Any]], FrameOrigin] | None = None  # of a table, by the names of its columns of ids
    n_rows: int = 0  # 0 if it is known only at the end
    tables: Callable[[], Iterable[Any] | None] | None = None  # gives the same rows as Arrow record batches
    items: Sequence[Row] | None = None  # the same rows, where they can be read again
    remarks: list[str] = field(factory=list)  # on the source as a whole; complete when all rows were read
    paths: list[str] = field(factory=list)  # files, folders and patterns opened so far, absolute, the current one last

    whole_rows: Callable[[], Iterable[RowFields]] = tuple  # some of the first rows, with all columns

    def sample(self) -> Iterator[RowFields]:
        """Some of the first rows of a table with all columns, made when asked for."""
        yield from self.whole_rows()

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __length_hint__(self) -> int:
        return self.n_rows


@mutable
class FileNotices:
    """The notices of a file: each is given once, with the first row that it is about; it has state for that."""

    _given: set[str] = field(factory=set)
    _expected: list[str] = field(factory=list, init=False)  # of what came before the next row

    def expect(self, reason: str) -> None:
        """Give a notice with the next row, which is of a line that is no row."""
        self._expected.append(reason)

    def attached(self, fields: RowFields, *reasons: str | None, of_row: str | None = None) -> RowFields | RepairedRow:
        """The row with the reasons that are new, and with what is about it alone."""
        expected, self._expected = self._expected, []
        new = [reason for reason in (*expected, *reasons) if reason and reason not in self._given]
        self._given.update(new)
        all_reasons = [*new, of_row] if of_row else new
        return RepairedRow(fields, "; ".join(all_reasons)) if all_reasons else fields
