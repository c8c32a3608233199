"""An article, the unit of all work, and a sequence of articles with what was wrong with the others."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, overload

from attrs import Factory, field, frozen

from newsdedup.support.display import Displayed
from newsdedup.support.frames import Table

ID_LENGTH = 16
_NEVER = datetime.max.replace(tzinfo=UTC)
_FIELDS = ("id", "title", "summary", "published_at", "source", "url", "language", "text")


def content_id(text: str) -> str:
    """Id of an article that has none: a hash of its NFC text, 16 hexadecimal digits."""
    composed = unicodedata.normalize("NFC", text)
    return hashlib.blake2b(composed.encode("utf-8", "surrogatepass"), digest_size=ID_LENGTH // 2).hexdigest()


def _derived_id(article: Article) -> str:
    return content_id(article.text)


@frozen
class Article:
    """A news article.

    Attributes
    ----------
    text : str
        The body; offsets of every claim are offsets in it.
    id : str
        Given, or derived from the text.
    title, summary : str or None
        Headline and lead where they are kept apart from the text.
    published_at : datetime, date or None
        A moment with its time zone, or a bare day, which is the whole day.
    source, url : str or None
        The outlet, and where the article stands.
    language : str or None
        ISO 639-1 code; ``und`` where it could not be told, None where nobody looked yet.

    Examples
    --------
    >>> Article("Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu.").id
    'c5264b0e60e79326'
    """

    text: str
    id: str = field(default=Factory(_derived_id, takes_self=True), kw_only=True)
    title: str | None = field(default=None, kw_only=True)
    summary: str | None = field(default=None, kw_only=True)
    published_at: datetime | date | None = field(default=None, kw_only=True)
    source: str | None = field(default=None, kw_only=True)
    url: str | None = field(default=None, kw_only=True)
    language: str | None = field(default=None, kw_only=True)


def first_moment(moment: datetime | date | None) -> datetime:
    """The first moment of what may be a whole day; the end of time where it is unknown."""
    if moment is None:
        return _NEVER
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.min, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def earliest_first(article: Article) -> tuple[datetime, int, str]:
    """Sort key: earliest first, then the most complete, then by id."""
    return first_moment(article.published_at), -len(article.text), article.id


@frozen
class Rejection:
    """An article, or a part of one, that could not be taken as it came.

    Attributes
    ----------
    id : str or None
        Its id, where it has one.
    row : int
        Its place in the input, from 0.
    reason : str
        What was wrong, for people.
    """

    id: str | None
    row: int
    reason: str


def ids_by_row(rows: Sequence[int], ids: Iterable[str], rejected: Sequence[Rejection]) -> tuple[str | None, ...]:
    """The id of each input row, from those of the articles and of the rejected rows."""
    found: list[str | None] = [None] * (len(rows) + len(rejected))
    for row, name in zip(rows, ids, strict=True):
        found[row] = name
    for one in rejected:
        found[one.row] = one.id
    return tuple(found)


@frozen(repr=False)
class Articles(Displayed, Sequence[Article]):
    """Articles in input order, and what was wrong with the others.

    Attributes
    ----------
    items : tuple of Article
        The articles that can be worked with; ids are unique.
    rows : tuple of int
        The input row of each.
    rejected : tuple of Rejection
        Rows that were left out, and why.
    notices : tuple of Rejection
        Rows that were kept although something was mended, and what.
    frame_kind : str or None
        The kind of table that they came in: ``pandas``, ``polars``, ``pyarrow``, or None.
    """

    items: tuple[Article, ...] = ()
    rows: tuple[int, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    notices: tuple[Rejection, ...] = ()
    frame_kind: str | None = field(default=None, eq=False)

    @property
    def n_rows(self) -> int:
        """Rows of the input, the rejected ones included."""
        return len(self.items) + len(self.rejected)

    @property
    def row_ids(self) -> tuple[str | None, ...]:
        """The id of each input row, rejected ones included."""
        return ids_by_row(self.rows, (article.id for article in self.items), self.rejected)

    def to_frame(self, *, kind: str | None = None) -> Any:
        """One row an article, by the fields of `Article`; `read_articles` gives the same articles back.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow"}, optional
            By default the kind that the articles came in, else the first of these that is installed.
        """
        columns = {name: [getattr(article, name) for article in self] for name in _FIELDS}
        columns["published_at"] = [None if moment is None else moment.isoformat() for moment in columns["published_at"]]
        return Table(columns, dict.fromkeys(_FIELDS, str)).to_frame(kind or self.frame_kind)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Article, ...]: ...
    def __getitem__(self, index: Any) -> Any:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Article]:
        return iter(self.items)

    def __repr__(self) -> str:
        return f"<Articles: {len(self.items)}, {len(self.rejected)} rejected>"
