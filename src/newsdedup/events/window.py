"""When reports were published, in hours, and which of them lie within a time window."""

from __future__ import annotations

from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from newsdedup.articles.article import Article, first_moment
from newsdedup.kernels.ragged import Floats


def hours_of(article: Article) -> tuple[float, float]:
    """First and last hour since 1970 at which it may have been published; a bare day is the whole day.

    Both are not a number where the moment is unknown.
    """
    if article.published_at is None:
        return np.nan, np.nan
    first = first_moment(article.published_at).timestamp() / 3600
    return first, first if isinstance(article.published_at, datetime) else first + 24


def near_in_time(one: Floats, other: Floats, window_hours: float | None) -> NDArray[np.bool_]:
    """Which pairs were published within the window; an unknown moment is near to all.

    `one` and `other` have shape (m, 2): the `hours_of` the two articles of each pair.
    """
    if window_hours is None:
        return np.ones(len(one), bool)
    apart = np.maximum(one[:, 0] - other[:, 1], other[:, 0] - one[:, 1])  # not a number where a moment is unknown
    return np.asarray(~(apart > window_hours))
