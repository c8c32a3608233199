"""The reports that stand for the copy groups: read again from a file, so that not all texts need be in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from attrs import field, mutable
from numpy.typing import NDArray

from newsdedup.article import Article, Articles, first_moment
from newsdedup.grouping.aspects import Aspects, read_aspects, whole_text
from newsdedup.intake import ArticleStream, read_articles, stream_articles

Integers = NDArray[np.int64]


def source_of(articles_or_path: Any, progress: bool | None) -> Any:
    """What can be read again and again: the path of a file or a folder, or else the articles in memory."""
    if isinstance(articles_or_path, str | Path) and Path(articles_or_path).exists():
        return articles_or_path
    return read_articles(articles_or_path, progress=progress)


def read_lean(source: Any) -> Articles | ArticleStream:
    """The articles of a source, to go through once."""
    return source if isinstance(source, Articles) else stream_articles(source, lean=True)


@mutable(eq=False)
class Reports:
    """Some articles of a source, numbered from 0.

    Attributes
    ----------
    hours : ndarray of float64, shape (n, 2)
        First and last hour since 1970 at which each may have been published, not a number where that
        is unknown; filled once their aspects are read.
    """

    _source: Any
    _rows: Integers  # the input row of each
    hours: NDArray[np.float64] = field(init=False, factory=lambda: np.zeros((0, 2)))

    def __len__(self) -> int:
        return len(self._rows)

    def aspects(self, threads: int | None, progress: bool | None) -> Aspects:
        """What they say, a row for each."""
        self.hours = np.full((len(self), 2), np.nan)
        order: list[int] = []
        found = dict(read_aspects(self._noted(order), threads=threads, progress=progress))
        place = np.argsort(order)
        return {name: found.pop(name).take(place) for name in list(found)}

    def _noted(self, order: list[int]) -> Iterator[Article]:
        for number, article in self._read(range(len(self))):
            order.append(number)
            self.hours[number] = _hours(article)
            yield article

    def texts(self) -> list[str]:
        """Headline, summary and text of each, without page furniture."""
        return [whole_text(article).plain for article in self.some(range(len(self)))]

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


def _hours(report: Article) -> tuple[float, float]:
    """First and last hour since 1970 at which it may have been published: a bare day is the whole day."""
    if report.published_at is None:
        return np.nan, np.nan
    first = first_moment(report.published_at).timestamp() / 3600
    return first, first if isinstance(report.published_at, datetime) else first + 24
