"""What is noted of articles as they pass, and the reports that stand for copy groups, whose texts are read again."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from attrs import field, frozen, mutable
from numpy.typing import NDArray

from newsdedup.articles.article import Article, Articles, first_moment
from newsdedup.articles.intake import ArticleStream, read_articles, stream_articles
from newsdedup.events.views import AspectReader, Aspects, read_aspects, whole_text
from newsdedup.kernels.ragged import Integers, Ragged


def source_of(articles_or_path: Any, progress: bool | None) -> Any:
    """What can be read again and again: the path of a file or a folder, or else the articles in memory."""
    if isinstance(articles_or_path, str | Path) and Path(articles_or_path).exists():
        return articles_or_path
    return read_articles(articles_or_path, progress=progress)


def articles_of(source: Any) -> Articles | ArticleStream:
    """The articles of a source, to go through once."""
    return source if isinstance(source, Articles) else stream_articles(source)


@mutable(eq=False)
class Reading:
    """Notes of articles what evidence needs of them, as they pass."""

    _aspects: AspectReader
    _hours: array[float] = field(factory=lambda: array("d"), init=False)  # two for each article

    def passing(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles as they come."""
        for article in self._aspects.passing(articles):
            self._hours.extend(hours_of(article))
            yield article

    def hours(self, places: Integers) -> NDArray[np.float64]:
        """First and last hour since 1970 at which some of them may have been published, by their places."""
        return np.array(self._hours).reshape(-1, 2)[places]

    def aspects(self) -> dict[str, Ragged]:
        """What they all say, a row for each, by their places; given away once."""
        return self._aspects.aspects()


@frozen(eq=False)
class Reports:
    """Some articles of a source, numbered from 0.

    Attributes
    ----------
    hours : ndarray of float64, shape (n, 2)
        First and last hour since 1970 at which each may have been published, not a number where that
        is unknown.
    """

    _source: Any
    _rows: Integers  # the input row of each
    hours: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self._rows)

    def texts(self) -> list[str]:
        """Headline, summary and text of each, without page furniture."""
        return [whole_text(article).plain for article in self.some(range(len(self)))]

    def aspects(self) -> Aspects:
        """What they say, a row for each."""
        order: list[int] = []
        found = read_aspects(self._noted(order))
        place = np.argsort(order)
        return {name: rows.take(place) for name, rows in found.items()}

    def _noted(self, order: list[int]) -> Iterator[Article]:
        for number, article in self._read(range(len(self))):
            order.append(number)
            yield article

    def some(self, numbers: Iterable[int]) -> list[Article]:
        """Some of them, in the order asked for."""
        wanted = list(numbers)
        found = dict(self._read(wanted))
        return [found[number] for number in wanted]

    def _read(self, numbers: Iterable[int]) -> Iterator[tuple[int, Article]]:
        """Some of them with their numbers, in the order of the input."""
        number_of = {int(self._rows[number]): number for number in numbers}
        articles = self._source if isinstance(self._source, Articles) else stream_articles(self._source, again=True)
        for place, article in enumerate(articles if number_of else ()):
            number = number_of.pop(articles.rows[place], None)
            if number is not None:
                yield number, article
            if not number_of:
                return


def near_in_time(one: NDArray[np.float64], other: NDArray[np.float64], window_hours: float | None) -> NDArray[np.bool_]:
    """Which pairs were published within the window; an unknown moment is near to all."""
    if window_hours is None:
        return np.ones(len(one), bool)
    apart = np.maximum(one[:, 0] - other[:, 1], other[:, 0] - one[:, 1])  # nan, never too far, if unknown
    return np.asarray(~(apart > window_hours))


def hours_of(report: Article) -> tuple[float, float]:
    """First and last hour since 1970 at which it may have been published: a bare day is the whole day."""
    if report.published_at is None:
        return np.nan, np.nan
    first = first_moment(report.published_at).timestamp() / 3600
    return first, first if isinstance(report.published_at, datetime) else first + 24
