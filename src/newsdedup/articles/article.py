"""An article, and a sequence of articles with the rows that were rejected."""

from __future__ import annotations

import functools
import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, cast, overload

from attrs import Attribute, Factory, field, frozen

from newsdedup.articles.frame_origin import NO_FRAME, FrameOrigin
from newsdedup.articles.moments import moment_of
from newsdedup.languages import detect_language, language_option
from newsdedup.support.arguments import id_or_number
from newsdedup.support.display import Displayed
from newsdedup.support.errors import InputError, UnknownArticleError, in_message
from newsdedup.support.frames import ArticleId, Table
from newsdedup.support.missing import is_missing_value

ID_LENGTH = 16
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)
_FIELDS = ("id", "title", "summary", "published_at", "source", "url", "language", "text")


def content_id(text: str) -> str:
    """Id of an article that has none: a hash of its NFC text, 16 hexadecimal digits."""
    # No letter composes with a space, so parts can be composed alone: one mark then costs its sentence, not the text.
    composed = ". ".join(unicodedata.normalize("NFC", part) for part in text.split(". "))
    return hashlib.blake2b(composed.encode("utf-8", "surrogatepass"), digest_size=ID_LENGTH // 2).hexdigest()


def moment_given(published_at: Any) -> datetime | date | None:
    """The moment or the day that a caller gives, as `read_articles` reads it; None where nothing is given."""
    kind = type(published_at)
    if kind is datetime or kind is date:  # as nearly all are
        return cast(date, published_at)
    if is_missing_value(published_at) or (kind is str and not published_at):
        return None
    moment = moment_of(published_at)
    if moment is None:
        raise InputError(
            f"published_at={in_message(published_at)} of type {kind.__name__} cannot be read as a day or "
            "a moment: give a date, or text such as '2025-06-14'"
        )
    return moment


def _is_text(_: Article, attribute: Attribute[Any], value: Any) -> None:
    if not isinstance(value, str):
        raise InputError(
            f"{attribute.name}={in_message(value)} of an article is of type {type(value).__name__}: give a str"
        )


def _is_text_or_none(article: Article, attribute: Attribute[Any], value: Any) -> None:
    if value is not None and not isinstance(value, str):
        _is_text(article, attribute, value)


def _derived_id(article: Article) -> str:
    return content_id(article.text) if isinstance(article.text, str) else ""  # then the text is refused


@frozen(eq=False, repr=False)
class Article(Displayed):
    """A news article.

    Attributes
    ----------
    text : str
        The body; offsets of every claim are offsets in it.
    id : str
        Given, or derived from the text.
    title, summary : str or None
        Headline and lead, if they are separate from the text.
    published_at : datetime, date or None
        A moment with its time zone, or a day without a time, which means the whole day; also text or a value of NumPy
        or pandas, read as by `read_articles`.
    source, url : str or None
        The outlet, and the address of the article.
    language : str
        ISO 639-1 code, detected at its first use where none is given; ``und`` if it cannot be detected. Given as a code
        ("vi", "vi-VN", "vie") or a name ("Vietnamese", "tiếng Việt").

    Examples
    --------
    >>> article = Article("Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu.")
    >>> article.id, article.language
    ('c5264b0e60e79326', 'vi')
    """

    text: str = field(validator=_is_text)
    id: str = field(default=Factory(_derived_id, takes_self=True), kw_only=True, validator=_is_text)
    title: str | None = field(default=None, kw_only=True, validator=_is_text_or_none)
    summary: str | None = field(default=None, kw_only=True, validator=_is_text_or_none)
    published_at: datetime | date | None = field(default=None, kw_only=True, converter=moment_given)
    source: str | None = field(default=None, kw_only=True, validator=_is_text_or_none)
    url: str | None = field(default=None, kw_only=True, validator=_is_text_or_none)
    _language: str | None = field(default=None, kw_only=True, converter=language_option)
    # The path that was opened last when it was read, over which results are not written; no part of its value.
    _read_from: str | None = field(default=None, kw_only=True, validator=_is_text_or_none)

    @functools.cached_property
    def language(self) -> str:
        """ISO 639-1 code, given or detected."""
        return self._language or detect_language(self.text)

    def __repr__(self) -> str:
        given = (f"{name}={value!r}" for name, value in self._fields().items() if value is not None)
        return f"Article({', '.join(given)})"

    def __eq__(self, other: object) -> bool:
        return self._fields() == other._fields() if isinstance(other, Article) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.id, self.text))

    def _fields(self) -> dict[str, Any]:
        """The fields by their public names, the text first."""
        return {name: getattr(self, name) for name in ("text", *_FIELDS[:-1])}


def first_moment(moment: datetime | date | None) -> datetime:
    """The moment itself, or the beginning of a day; the end of time if it is unknown."""
    if moment is None:
        return _END_OF_TIME
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.min, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def earliest_first(article: Article) -> tuple[datetime, int, str]:
    """Sort key: earliest first, then the most complete, then by id."""
    return first_moment(article.published_at), -len(article.text), article.id


@frozen
class Rejection(Displayed):
    """A row of the input that was rejected, or kept after a repair.

    Attributes
    ----------
    id : str or None
        Its id, if it has one.
    row : int
        Its number in the input, from 0.
    reason : str
        What was wrong, in words.
    """

    id: str | None
    row: int
    reason: str

    def __str__(self) -> str:
        return f"row {self.row}{f' ({self.id})' if self.id else ''}: {self.reason}"


def numbered_ids(derived: Iterable[str]) -> list[str]:
    """Derived ids, each unique: the n-th of the same ends in ``-n``."""
    counts: dict[str, int] = {}
    ids: dict[str, None] = {}  # in order
    for name in derived:
        counts[name] = counts.get(name, 0) + 1
        while (unique := name if counts[name] == 1 else f"{name}-{counts[name]}") in ids:
            counts[name] += 1
        ids[unique] = None
    return list(ids)


def ids_by_row(rows: Sequence[int], ids: Iterable[str], rejected: Sequence[Rejection]) -> tuple[str | None, ...]:
    """The id of each input row, from those of the articles and of the rejected rows."""
    found: list[str | None] = [None] * (len(rows) + len(rejected))
    for row, name in zip(rows, ids, strict=True):
        found[row] = name
    for one in rejected:
        found[one.row] = one.id
    return tuple(found)


def accepted_row(article: str | int, row_of_id: Mapping[str, int], rejected: Sequence[Rejection]) -> int:
    """The row of an accepted article, given as its id or as the row itself; `row_of_id` has all accepted ones.

    Raises
    ------
    SettingError
        If it is neither.
    UnknownArticleError
    """
    article = id_or_number(article)
    if isinstance(article, str):
        if article in row_of_id:
            return row_of_id[article]
        reasons = [one.reason for one in rejected if one.id == article]
        if reasons:
            raise UnknownArticleError(f"article {article!r} was rejected: {reasons[0]}")
        raise UnknownArticleError.of(article, row_of_id)
    row, n_rows = article, len(row_of_id) + len(rejected)
    if not 0 <= row < n_rows:
        known = f"; the id of an article is a string: {str(row)!r}" if str(row) in row_of_id else ""
        raise UnknownArticleError(f"no row {in_message(row)}: there are {n_rows}, from 0{known}")
    reasons = [one.reason for one in rejected if one.row == row]
    if reasons:
        raise UnknownArticleError(f"row {row} was rejected: {reasons[0]}")
    return row


@frozen(repr=False)
class Articles(Displayed, Sequence[Article]):
    """Articles in input order, with the rows that were rejected.

    Attributes
    ----------
    items : tuple of Article
        The articles that were accepted; ids are unique.
    rows : tuple of int
        The input row of each.
    rejected : tuple of Rejection
        Rows that were left out, each with its reason.
    notices : tuple of Rejection
        Rows that were kept after a repair, each with what was repaired.
    remarks : tuple of str
        On the source as a whole: that most rows were rejected, and why; files that were left out.
    frame_origin : FrameOrigin
        What the input was: its kind of table, its index and its own ids, for `to_frame`.
    paths : tuple of str
        The files, folders and patterns that they were read from, which results are not written over.
    columns : tuple of (str, str)
        The fields whose columns the caller named, and these names.
    """

    items: tuple[Article, ...] = ()
    rows: tuple[int, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    notices: tuple[Rejection, ...] = ()
    remarks: tuple[str, ...] = field(default=(), kw_only=True)
    frame_origin: FrameOrigin = field(default=NO_FRAME, eq=False)
    paths: tuple[str, ...] = field(default=(), kw_only=True, eq=False)
    columns: tuple[tuple[str, str], ...] = field(default=(), kw_only=True, eq=False)

    @property
    def n_rows(self) -> int:
        """Rows of the input, the rejected ones included."""
        return len(self.items) + len(self.rejected)

    @property
    def row_ids(self) -> tuple[str | None, ...]:
        """The id of each input row, rejected ones included."""
        return ids_by_row(self.rows, (article.id for article in self.items), self.rejected)

    def to_frame(self, *, kind: str | None = None) -> Any:
        """One row per article, with the fields of `Article`; `read_articles` reads the same articles from it.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow"}, optional
            By default the kind of table that the articles came in, else the first of these that is installed.
        """
        columns = {name: [getattr(article, name) for article in self] for name in _FIELDS}
        columns["published_at"] = [None if moment is None else moment.isoformat() for moment in columns["published_at"]]
        table = Table(columns, {**dict.fromkeys(_FIELDS, str), "id": ArticleId}, self.rows)
        return self.frame_origin.frame_of(table, self.row_ids, kind)

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
