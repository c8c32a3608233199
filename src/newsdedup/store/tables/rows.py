"""The values that tables of the store are read and written as; articles and events are numbers, ids are theirs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen


@frozen(kw_only=True)
class ArticleRow:
    """An article as stored.

    Attributes
    ----------
    n : int
        Its number, from 1; never given again.
    id : str
    version : int
        1, then one more with each correction.
    digest : bytes
        A hash of what it says, by which the same article is recognised.
    leaf : int
        The number of this version of its text: that of the article, or that of the correction.
    text : str
        Empty if rows were asked for without texts; then `title` and `summary` are None.
    title, summary, url, source, published, language : str or None
        `published` in ISO 8601.
    hours : float or None
        Its moment, in hours since 1970.
    likeness : float or None
        How similar it is to the others of its event, once that is settled.
    event : int or None
        The number of its event.
    settled : bool
        Whether it has left the window.
    rev : int
        The revision that wrote this version.
    representative : int or None
        The article that represents its group of copies.
    kind, to, jaccard, containment
        Its relation: ``copy`` or ``excerpt`` of which article, with the scores; None without one.
    origin : int or None
        The article whose words it prints.
    """

    n: int
    id: str
    version: int = 1
    digest: bytes
    leaf: int
    text: str
    title: str | None = None
    summary: str | None = None
    url: str | None = None
    source: str | None = None
    published: str | None = None
    language: str | None = None
    hours: float | None = None
    likeness: float | None = None
    event: int | None = None
    settled: bool = False
    rev: int
    representative: int | None = None
    kind: str | None = None
    to: int | None = None
    jaccard: float | None = None
    containment: float | None = None
    origin: int | None = None


@frozen
class KnownArticle:
    """What decides whether a given article is new, corrected or unchanged."""

    n: int
    version: int
    digest: bytes
    event: int | None
    leaf: int


@frozen(kw_only=True)
class EventRow:
    """An event as stored, without its record.

    Attributes
    ----------
    e : int
        Its number, from 1; never given again.
    id : str
    born, changed : int
        Revisions.
    retired : int or None
        The revision that ended it.
    successor : int or None
        The event that its members went to.
    size : int
        Number of its articles.
    first, last : float or None
        Moments of its first and last article, in hours since 1970.
    settled : bool
    stale : bool
        Whether its record is older than its articles.
    title : str or None
    start_day, end_day : str or None
        ISO dates.
    """

    e: int
    id: str
    born: int
    changed: int
    retired: int | None
    successor: int | None
    size: int
    first: float | None
    last: float | None
    settled: bool
    stale: bool
    title: str | None
    start_day: str | None
    end_day: str | None


@frozen(kw_only=True)
class FigureRow:
    """A figure of a record, as far as events are searched by it."""

    role: str | None = None
    status: str
    unit: str | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None


@frozen(kw_only=True)
class ChangeRow:
    """One row of the feed of changes: ids and numbers only.

    Attributes
    ----------
    seq : int
        Its place in the feed.
    rev : int
    kind : str
    event, other : str or None
        Ids of events.
    article : str or None
        Its id; None if it was removed, or the change is not of an article.
    n : int or None
        The number of the article.
    data : mapping or None
    """

    seq: int
    rev: int
    kind: str
    event: str | None
    other: str | None
    article: str | None
    n: int | None
    data: Mapping[str, Any] | None
