"""The headings of rows of a source: read again when something shows them, so that a result need not keep texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import evolve, field, frozen

from newsdedup.articles.article import Article, Articles
from newsdedup.articles.files.arrow_rows import rows_of_batch, values_of_column
from newsdedup.articles.intake import stream_articles
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.support.display import cut_between_words
from newsdedup.support.errors import NewsdedupError

_HEADING_LETTERS: Final = 80  # letters of a text that are its heading if it has no title
_MOST_ROWS_READ: Final = 20_000  # of a file, up to which a heading is looked for


def heading_of(article: Article) -> str:
    """The title of an article, else the beginning of its text, in one line."""
    return " ".join((article.title or "").split()) or cut_between_words(
        " ".join(article.text.split()), _HEADING_LETTERS
    )


@frozen(eq=False)
class Headings:
    """The headings of a source's articles, by input row."""

    _source: Articles | str | Path | None = None  # what is read again
    _reading: ReadOptions = READING
    _known: Mapping[int, str] = field(factory=dict)

    def of(self, ids: Mapping[int, str]) -> dict[int, str]:
        """Those of some rows, each with its id, without those that cannot be read again."""
        found = {row: self._known[row] for row in ids if row in self._known}
        missing = {row: ids[row] for row in sorted(ids.keys() - found.keys())}
        return found | dict(self._read(missing)) if missing else found

    def _read(self, ids: Mapping[int, str]) -> Iterator[tuple[int, str]]:
        if isinstance(self._source, Articles):
            yield from ((row, heading_of(article)) for row, article in _at_rows(self._source, ids))
        elif self._source is not None:
            yield from _file_headings(self._source, self._reading, {name: row for row, name in ids.items()})


NO_HEADINGS: Final = Headings()


def headings_in(source: Any, rows: Sequence[int], reading: ReadOptions) -> Headings:
    """The headings of a file, read when they are needed; of any other source those of some rows, read now."""
    if isinstance(source, str | Path):
        return Headings(source, reading)
    if isinstance(source, Articles):
        return Headings(known=Headings(source).of(dict.fromkeys(rows, "")))
    chosen = _chosen_rows(source, list(rows))
    if not chosen:
        return NO_HEADINGS
    found = _of_stream(chosen, reading)
    return Headings(known={rows[place]: heading_of(article) for place, article in found})


def _at_rows(articles: Articles, rows: Iterable[int]) -> Iterator[tuple[int, Article]]:
    for row in rows:
        place = bisect_left(articles.rows, row)
        if place < len(articles.rows) and articles.rows[place] == row:
            yield row, articles[place]


def _file_headings(path: str | Path, reading: ReadOptions, row_of: dict[str, int]) -> Iterator[tuple[int, str]]:
    """The headings of articles of a file or a folder by id, whose rows may have moved; nothing where it is gone."""
    for row, article in _of_stream(path, reading):
        if (known := row_of.pop(article.id, None)) is not None:
            yield known, heading_of(article)
        if not row_of or row >= _MOST_ROWS_READ:
            return


def _of_stream(source: Any, reading: ReadOptions) -> Iterator[tuple[int, Article]]:
    """The articles of a source that was read before, each with its row."""
    try:
        stream = stream_articles(source, evolve(reading, strict=False), again=True)
        for place, article in enumerate(stream):
            yield stream.rows[place], article
    except (NewsdedupError, OSError):
        return


def _chosen_rows(source: Any, rows: list[int]) -> list[Any] | None:
    """Some rows of a list or a table in memory; None for what cannot be chosen from, such as a list of files."""
    import narwhals.stable.v2 as nw

    if isinstance(source, list | tuple):
        chosen = [source[row] for row in rows if row < len(source)]
        return chosen if all(isinstance(one, str | Mapping | Article) for one in chosen) else None
    table = nw.from_native(source, pass_through=True, allow_series=True)
    if not isinstance(table, nw.DataFrame | nw.Series):
        return None
    if table.implementation.is_pyarrow():  # which has no `take` for some types of strings
        chosen_of = values_of_column if isinstance(table, nw.Series) else rows_of_batch
        return [one for row in rows for one in chosen_of(table.to_native().slice(row, 1))]
    return table[rows].to_list() if isinstance(table, nw.Series) else table[rows].rows(named=True)
