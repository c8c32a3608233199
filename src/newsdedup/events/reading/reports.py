"""What event grouping keeps of each article, and the reports whose texts are read again."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve, field, frozen, mutable
from numpy.typing import NDArray

from newsdedup.articles.article import Article, Articles, first_moment
from newsdedup.articles.intake import articles_from, stream_articles
from newsdedup.articles.read_again import ChangedArticles, SourceToReadAgain
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.articles.stream import ArticleStream
from newsdedup.events.reading.days import day_of
from newsdedup.events.reading.furniture import NO_FURNITURE, Furniture
from newsdedup.events.reading.hashed import HashedTexts
from newsdedup.events.reading.views import TextHasher, Views, read_hashed, views_of, whole_text, without_furniture
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.errors import warn_of_articles
from newsdedup.support.settings import ALL


def source_of(articles_or_path: Any, reading: ReadOptions, progress: bool | None) -> Any:
    """A source that can be read several times: the path of a file or a folder, or else the articles in memory."""
    if isinstance(articles_or_path, str | Path) and Path(articles_or_path).exists():
        return articles_or_path
    return articles_from(articles_or_path, reading, progress)


def articles_of(source: Any, reading: ReadOptions) -> Articles | ArticleStream:
    """The articles of a source, for one pass."""
    return source if isinstance(source, Articles) else stream_articles(source, reading)


@mutable(eq=False)
class Reading:
    """Records the hashes, the hours and the days of publication of articles while another step reads them."""

    _hasher: TextHasher
    _hours: array[float] = field(factory=lambda: array("d"), init=False)  # two per article
    _published: array[int] = field(factory=lambda: array("q"), init=False)

    def passing(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles, each recorded."""
        for article in self._hasher.passing(articles):
            self._hours.extend(hours_of(article.published_at))
            self._published.append(day_of(article.published_at))
            yield article

    def hours(self, moments: Mapping[int, date]) -> Floats:
        """The `hours_of` each article, shape (n, 2); `moments` replace those of some articles."""
        hours = np.array(self._hours).reshape(-1, 2)
        for place, moment in moments.items():
            hours[place] = hours_of(moment)
        return hours

    def published(self, moments: Mapping[int, date]) -> Integers:
        """The `day_of` each article, shape (n,); `moments` replace those of some articles."""
        published = np.array(self._published, np.int64)
        for place, moment in moments.items():
            published[place] = day_of(moment)
        return published

    def texts(self) -> HashedTexts:
        """The hashes of all articles, one row per article; can be taken once."""
        return self._hasher.texts()


@frozen(eq=False)
class Reports:
    """Some articles of a source, numbered from 0."""

    _source: Articles | SourceToReadAgain
    _rows: Integers  # the input row of each
    hours: Floats  # shape (n, 2): the `hours_of` each
    published: Integers  # the `day_of` each
    furniture: Furniture = NO_FURNITURE  # of their outlets

    def __len__(self) -> int:
        return len(self._rows)

    def texts(self) -> list[str]:
        """Headline, summary and text of each, without page furniture."""
        return [whole_text(article, self.furniture).plain for article in self.some(range(len(self)))]

    def views(self) -> Views:
        """The views of each without the furniture of its outlet, one row per report."""
        order: list[int] = []
        texts = read_hashed(self._in_order_of_reading(order))
        return views_of(texts, furniture=self.furniture, rows=np.argsort(order))

    def _in_order_of_reading(self, order: list[int]) -> Iterator[Article]:
        for number, article in self._read(range(len(self))):
            order.append(number)
            yield article

    def some_bare(self, numbers: Iterable[int]) -> list[Article]:
        """Some of them without the furniture of their outlets, in the order given."""
        return [without_furniture(article, self.furniture) for article in self.some(numbers)]

    def some(self, numbers: Iterable[int]) -> list[Article]:
        """Some of them, in the order given.

        Raises
        ------
        InputError
            If one of them has changed in its file, or is not there any more.
        """
        wanted = list(numbers)
        found = dict(self._read(wanted))
        return [found[number] for number in wanted]

    def unchanged(self, numbers: Iterable[int]) -> list[Article]:
        """Those of some that are as they were, in the order given; others are named in a warning."""
        wanted, changes = list(numbers), list[ChangedArticles]()
        found = dict(self._found(wanted, changes))
        for one in filter(None, changes):
            warn_of_articles(f"the file has changed since it was read, and other articles are left out: {one}")
        return [found[number] for number in wanted if number in found]

    def _read(self, numbers: Iterable[int]) -> Iterator[tuple[int, Article]]:
        """Some of them with their numbers; an error if one is not as it was."""
        changes: list[ChangedArticles] = []
        yield from self._found(numbers, changes)
        for one in filter(None, changes):
            assert isinstance(self._source, SourceToReadAgain)
            raise self._source.error(one)

    def _found(self, numbers: Iterable[int], changes: list[ChangedArticles]) -> Iterator[tuple[int, Article]]:
        """Some of them with their numbers, in the order of the source."""
        number_of = {int(self._rows[number]): number for number in numbers}
        if isinstance(self._source, SourceToReadAgain):
            read = self._source.some(number_of, changes)
            yield from ((number_of[row], article) for row, article in read)
            return
        for row, article in zip(self._source.rows, self._source, strict=True):
            if row in number_of:
                yield number_of[row], article


def as_proved(reading: ReadOptions, articles: Articles | ArticleStream) -> ReadOptions:
    """How a source is read again: with the order of day and month that its dates proved."""
    if isinstance(articles, Articles):
        return READING
    return evolve(reading, day_first=not articles.dates.is_month_first)


def hours_of(moment: datetime | date | None) -> tuple[float, float]:
    """First and last hour since 1970 at which an article may have been published; a bare day is the whole day.

    Both are NaN where the moment is unknown.
    """
    if moment is None:
        return np.nan, np.nan
    first = first_moment(moment).timestamp() / 3600
    return first, first if isinstance(moment, datetime) else first + 24


def all_hours(articles: Iterable[Article]) -> Floats:
    """The `hours_of` each article, shape (n, 2)."""
    return np.array([hours_of(article.published_at) for article in articles], np.float64).reshape(-1, 2)


def all_days(articles: Iterable[Article]) -> Integers:
    """The `day_of` publication of each article."""
    return np.array([day_of(article.published_at) for article in articles], np.int64)


def near_in_time(one: Floats, other: Floats, window_hours: float | None, undated: str = ALL) -> NDArray[np.bool_]:
    """Which pairs were published within the window; an unknown moment is near to all, or to none if `undated` says so.

    `one` and `other` have shape (m, 2): the `hours_of` the two articles of each pair.
    """
    if window_hours is None:
        return np.ones(len(one), bool)
    apart = np.maximum(one[:, 0] - other[:, 1], other[:, 0] - one[:, 1])  # NaN where a moment is unknown
    return np.asarray(~(apart > window_hours) if undated == ALL else apart <= window_hours)
