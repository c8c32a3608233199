"""Articles as packed texts: what copies and sketches need of many articles, without an object for each.

A compiled pass screens the texts of a batch of rows. Only those that need a closer look are read one by one,
as `newsdedup.articles.intake` reads every row. Where no row gives an id and the source can be read again, ids
are derived from the texts when something asks for them.
"""

from __future__ import annotations

import functools
import itertools
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, Protocol, TypeVar

import numpy as np
from attrs import field, mutable
from numpy.typing import NDArray

from newsdedup.articles.article import Article, Articles, Rejection, content_id, first_moment, ids_by_row, numbered_ids
from newsdedup.articles.batches import RowBatch, TableTexts, cut, row_batches, table_batches
from newsdedup.articles.encoding import odd_pair_tables
from newsdedup.articles.files.rows import Row
from newsdedup.articles.frame_origin import FrameOrigin
from newsdedup.articles.intake import READ_BEFORE, stream_articles
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.articles.stream import ArticleStream
from newsdedup.articles.withheld import LONGEST_MARKER
from newsdedup.kernels.ragged import Floats, Integers, PackedTexts, pack_texts
from newsdedup.support.progress import shown

Id = TypeVar("Id", str, str | None)

_FEW: Final = 200  # articles that are read one by one sooner than the screening is compiled
_NO_MOMENT: Final = first_moment(None).timestamp()


def text_source(source: Any, reading: ReadOptions = READING, progress: bool | None = None) -> TextSource:
    """The texts of anything that `newsdedup.read_articles` takes, for one pass."""
    if isinstance(source, Articles):
        reading.require_none(READ_BEFORE)
        return ArticleTexts(source, functools.partial(shown, stage="reading texts", progress=progress))
    stream = stream_articles(source, reading, lean=True)
    opened = stream.source
    tables = None if opened.tables is None else opened.tables()
    if tables is not None:
        has_texts = opened.column_names is None or bool(stream.check.keys_of(opened.column_names)["text"])
        texts = TableTexts(tables, stream.check.keys_of) if isinstance(tables, list) and has_texts else None
        return RowTexts(stream, table_batches(tables, stream.check.keys_of), texts.at if texts else None)
    rows = shown(opened, "reading texts", progress)
    is_lasting = opened.items is not None and not any(isinstance(one, Mapping) for one in opened.items)
    again = functools.partial(_text_of_row, stream, opened.items) if opened.items and is_lasting else None
    return RowTexts(stream, row_batches(rows, stream.check.essentials), again)


def _text_of_row(stream: ArticleStream, rows: Sequence[Row], row: int) -> str:
    return str(stream.check.essentials(rows[row])[0])


class _Derived(Sequence[Id]):
    """Strings that are made when one is asked for."""

    def __init__(self, n: int, make: Callable[[], Sequence[Id]]) -> None:
        self._n = n
        self._make: Callable[[], Sequence[Id]] = functools.cache(make)

    def __len__(self) -> int:
        return self._n

    def __getitem__(self, place: Any) -> Any:
        return self._make()[place]

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (tuple(self._make()),)  # what makes them, such as the source, stays where it is


@mutable(eq=False)
class _Pass:
    """What is known of the articles of one pass; complete at its end."""

    _articles: Articles | ArticleStream
    _seconds: array[float] = field(factory=lambda: array("d"), init=False)
    _n_characters: array[int] = field(factory=lambda: array("q"), init=False)

    def _row_numbers(self) -> Sequence[int]:
        return self._articles.rows

    @property
    def rows(self) -> Integers:
        """The input row of each article."""
        return np.array(self._row_numbers(), np.int64)

    @property
    def seconds(self) -> Floats:
        """The moment of publication of each article, since 1970; the end of time where it is unknown."""
        seconds = np.array(self._seconds)
        for place, moment in corrected_moments(self._articles, self._row_numbers()).items():
            seconds[place] = seconds_of(moment)
        return seconds

    @property
    def n_characters(self) -> Integers:
        """The length of each text."""
        return np.array(self._n_characters, np.int64)

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        """The rows that are not among them."""
        return self._articles.rejected

    @property
    def frame_origin(self) -> FrameOrigin:
        """What they came in, as a table."""
        return self._articles.frame_origin


@mutable(eq=False)
class ArticleTexts(_Pass):
    """The texts of articles that are read one by one, as they pass to another reader."""

    _passing: Callable[[Iterable[Article]], Iterable[Article]]
    ids: list[str] = field(factory=list, init=False)

    def chunks(self) -> Iterator[PackedTexts]:
        """The texts; each article is recorded as it passes."""
        return map(pack_texts, cut(map(self._recorded, self._passing(self._articles)), len))

    def _recorded(self, article: Article) -> str:
        self.ids.append(article.id)
        self._seconds.append(seconds_of(article.published_at))
        self._n_characters.append(len(article.text))
        return article.text

    @property
    def names(self) -> Sequence[str]:
        """What orders articles of the same time, length and words."""
        return self.ids

    @property
    def row_ids(self) -> Sequence[str | None]:
        """The id of each row, rejected ones included."""
        return self._articles.row_ids


class _TextHashes(Sequence[str]):
    """The content id of each article, made when one is asked for; equal texts are hashed once."""

    def __init__(self, rows: Sequence[int], text_at: Callable[[int], str] | None) -> None:
        self._rows, self._text_at, self._known = rows, text_at, functools.cache(content_id)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: Any) -> Any:
        return self._known(self._text_at(self._rows[place])) if self._text_at else ""


def corrected_moments(articles: Articles | ArticleStream, rows: Sequence[int] | None = None) -> dict[int, date]:
    """The articles whose moment changes at the end of their stream, by their place, and their moments."""
    moments = articles.dates.corrected() if isinstance(articles, ArticleStream) else {}
    accepted = enumerate(articles.rows if rows is None else rows) if moments else ()
    return {place: moments[row] for place, row in accepted if row in moments}


def seconds_of(moment: date | None) -> float:
    """The beginning of a moment or a day, since 1970; the end of time if it is unknown."""
    return _NO_MOMENT if moment is None else first_moment(moment).timestamp()


@mutable(eq=False)
class RowTexts(_Pass):
    """The texts of rows in batches."""

    _articles: ArticleStream
    _batches: Iterable[RowBatch]
    _text_at: Callable[[int], str] | None  # the text of a row, where the source can be read again
    _ids: list[str | None] = field(factory=list, init=False)  # None: derived when something asks for it
    _has_ids: bool = field(default=False, init=False)  # whether ids are compared as rows come
    _rows: array[int] = field(factory=lambda: array("q"), init=False)

    def _row_numbers(self) -> Sequence[int]:
        return self._rows

    def chunks(self) -> Iterator[PackedTexts]:
        """The texts of the rows that are accepted."""
        first_row = 0
        for batch in self._batches:
            n_rows = self._articles.source.n_rows  # 0 if it is unknown
            is_small = n_rows < _FEW if n_rows else first_row == 0 and len(batch) < _FEW
            if not self._has_ids and (batch.ids is not None or self._text_at is None or is_small):
                self._articles.adopt(self.ids, map(hash, self._texts()))
                self._ids, self._has_ids = list(self.ids), True
            yield self._accepted(batch, first_row, is_small)
            first_row += len(batch)
        self._articles.report(len(self._rows))

    def _accepted(self, batch: RowBatch, first_row: int, is_small: bool) -> PackedTexts:
        """The texts of a batch without those of rejected rows; what else is known of them is recorded."""
        reasons, n_characters = _unscreened(len(batch)) if is_small else screened(batch.texts)
        is_odd = (n_characters > self._articles.check.max_characters) | (n_characters <= LONGEST_MARKER)
        closer = (reasons != 0) | is_odd | batch.unread
        ids: list[str | None] = [None] * len(batch)
        kept, seconds = np.ones(len(batch), np.bool_), np.full(len(batch), _NO_MOMENT)
        changed: dict[int, str] = {}
        if not closer.any() and batch.ids is not None and self._articles.accept_all(batch.ids, batch.text_hashes()):
            ids, places = list(batch.ids), []
        elif self._has_ids:
            places = list(range(len(batch)))
        else:
            places = np.flatnonzero(closer).tolist()
        for place in places:
            row = first_row + place
            if not closer[place]:
                given = None if batch.ids is None else batch.ids[place]
                ids[place] = self._articles.accept(row, given, batch.text_hash(place), batch.text_at(place))
            elif article := self._articles.take(row, batch.row(place)):
                ids[place], seconds[place] = article.id, seconds_of(article.published_at)
                n_characters[place] = len(article.text)
                if article.text != batch.texts.text(place):
                    changed[place] = article.text
            kept[place] = ids[place] is not None
        if batch.dates is not None:
            for place in np.flatnonzero(kept & ~closer).tolist():
                moment = self._articles.moment(batch.dates[place], ids[place], first_row + place)
                seconds[place] = seconds_of(moment)
        self._ids += itertools.compress(ids, kept)
        self._rows.extend(np.flatnonzero(kept) + first_row)
        self._seconds.extend(seconds[kept])
        self._n_characters.extend(n_characters[kept])
        return batch.texts if kept.all() and not changed else batch.texts.changed(kept, changed)

    @property
    def ids(self) -> Sequence[str]:
        """The id of each article."""
        return _Derived(len(self._ids), self._all_ids)

    def _all_ids(self) -> list[str]:
        if self._has_ids:
            return [str(name) for name in self._ids]
        derived = (name or content_id(text) for name, text in zip(self._ids, self._texts(), strict=True))
        return numbered_ids(derived)

    def _texts(self) -> Iterator[str]:
        return map(self._text_at, self._rows) if self._text_at else iter(())

    @property
    def names(self) -> Sequence[str]:
        """What orders articles of the same time, length and words: the id, or a hash of the text."""
        return self.ids if self._has_ids else _TextHashes(self._rows, self._text_at)

    @property
    def row_ids(self) -> Sequence[str | None]:
        """The id of each row, rejected ones included."""
        rejected, rows, ids = self.rejected, self._rows, self.ids
        return _Derived(len(rows) + len(rejected), lambda: ids_by_row(rows, ids, rejected))


TextSource = ArticleTexts | RowTexts


class SketchedArticles(Protocol):
    """What orders and names articles whose texts were sketched; one entry per article, but `row_ids` one per row."""

    @property
    def rows(self) -> Integers:
        """The input row of each."""

    @property
    def seconds(self) -> Floats:
        """The moment of publication of each, since 1970; the end of time where it is unknown."""

    @property
    def n_characters(self) -> Integers:
        """The length of each text."""

    @property
    def names(self) -> Sequence[str]:
        """What orders articles of the same time, length and words."""

    @property
    def row_ids(self) -> Sequence[str | None]:
        """The id of each row, rejected ones included."""

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        """The rows that are not among them."""

    @property
    def frame_origin(self) -> FrameOrigin:
        """What they came in, as a table."""


def _unscreened(n: int) -> tuple[NDArray[np.uint8], Integers]:
    """Any reason for a closer look at each of a few texts."""
    return np.ones(n, np.uint8), np.zeros(n, np.int64)


def screened(texts: PackedTexts) -> tuple[NDArray[np.uint8], Integers]:
    """Why each text needs a closer look, 0 for none (`newsdedup.kernels.screening`), and its length in characters."""
    from newsdedup.kernels import screening

    screen = screening.screen_utf8 if texts.data.itemsize == 1 else screening.screen_utf16
    reasons, n_characters = np.empty(len(texts), np.uint8), np.empty(len(texts), np.int64)
    screen(texts.data, texts.offsets, *odd_pair_tables(), reasons, n_characters)
    return reasons, n_characters
