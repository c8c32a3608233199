"""Rows to articles, one after the other: each checked by itself, ids made unique, bad rows reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from attrs import field, mutable

from newsdedup.articles.article import Article, Rejection, content_id, ids_by_row
from newsdedup.articles.columns import Columns, remark_on_keys, remark_on_misspelt
from newsdedup.articles.fields import RowFields, likely_text, text_or_none
from newsdedup.articles.files.rows import BadRow, RepairedRow, Row, SourceRows
from newsdedup.articles.frame_origin import FrameOrigin
from newsdedup.articles.moments import DateColumn
from newsdedup.articles.remarks import loss_remark
from newsdedup.articles.row_check import NESTED, NO_TEXT, BadFieldError, RowCheck, published_of
from newsdedup.articles.unique_ids import REPEATED, UniqueIds, WholeIds
from newsdedup.support.errors import InputError, warn_of_articles
from newsdedup.support.progress import log


@mutable(kw_only=True)
class ArticleStream:
    """Articles one after the other; it has state, since an id depends on the ids before it.

    Moments are final when all rows were read: ``dates.corrected()`` then has those that change.
    """

    source: SourceRows
    check: RowCheck
    dates: DateColumn
    _columns: Columns = ()  # that the caller named, of rows which have no columns in common
    _strict: bool
    _again: bool
    rows: list[int] = field(factory=list, init=False)  # the input row of each article that was accepted
    _rejected: list[Rejection] = field(factory=list, init=False)
    _notices: list[Rejection] = field(factory=list, init=False)
    _ids: UniqueIds = field(factory=UniqueIds, init=False)
    _whole_ids: WholeIds = field(factory=WholeIds, init=False)

    def __iter__(self) -> Iterator[Article]:
        for row, fields in enumerate(self.source.rows):
            article = self.take(row, fields)
            if article is not None:
                self.rows.append(row)
                yield article
        if not self._again:
            self.report(len(self.rows))

    def __length_hint__(self) -> int:
        return self.source.n_rows

    @property
    def frame_origin(self) -> FrameOrigin:
        """What the source is as a table; complete at the end."""
        if self.source.origin is None:
            return FrameOrigin(ids=self._whole_ids.by_row())
        return self.source.origin(self.check.keys_of(self.source.column_names or ())["id"])

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        """Rows that were left out so far."""
        return tuple(self._rejected)

    @property
    def notices(self) -> tuple[Rejection, ...]:
        """Rows that were repaired so far."""
        return tuple(self._notices)

    def remarks_on(self, n_accepted: int) -> tuple[str, ...]:
        """What is said of the source as a whole, all rows of which were read."""
        if not n_accepted and not self._rejected:
            return (*self.source.remarks, "the source holds no articles")
        loss = loss_remark(n_accepted, self._rejected)
        on_keys = remark_on_keys(self.check.known_keys, self._columns)
        if self.source.column_names is None:
            on_keys += remark_on_misspelt(self.check.known_keys, self.check.names)
        return (*self.source.remarks, *on_keys, loss) if loss else (*self.source.remarks, *on_keys)

    @property
    def row_ids(self) -> tuple[str | None, ...]:
        """The id of each row so far, rejected ones included."""
        return ids_by_row(self.rows, self._ids.text_of_id, self._rejected)

    def take(self, row: int, fields: Row) -> Article | None:
        """The article of a row; None if it was rejected."""
        if isinstance(fields, BadRow):
            self.reject(fields.id, row, fields.reason)
            return None
        try:
            return self._checked(row, fields)
        except RecursionError:
            self.reject(None, row, NESTED)
        except StopIteration:  # of a mapping of the caller: it would end all rows
            self.reject(None, row, "its fields cannot be read: StopIteration")
        return None

    def _checked(self, row: int, fields: RowFields | Article | str | RepairedRow) -> Article | None:
        """The article of a row that could be read; None if it was rejected."""
        given = fields.fields if isinstance(fields, RepairedRow) else fields
        values = self.check.values(given)
        self._whole_ids.take(row, values["id"])
        try:
            article = self._article(row, values, given)
        except BadFieldError as problem:
            self.reject(text_or_none(values["id"]), row, _with_hint(str(problem), given))
            return None
        if isinstance(fields, RepairedRow):
            self.notice(article.id, row, fields.reason)
        return article

    def _article(self, row: int, values: RowFields, given: RowFields | Article | str) -> Article:
        """The article of a row, its id unique; a row that is rejected says nothing about the order of dates."""
        notices: list[str] = []
        self.check.require_bounded(values)
        text = self.check.sound_text(values, notices)
        article_id = self._named(row, text_or_none(values["id"]), hash(text), partial(content_id, text))
        fields = self.check.details(values, partial(self.dates.taken, row), notices)
        for notice in notices:
            self.notice(article_id, row, _with_hint(notice, given))
        return Article(text, id=article_id, read_from=next(reversed(self.source.paths), None), **fields)

    def accept(self, row: int, given: Any, text_hash: int, text: Callable[[], str]) -> str | None:
        """The id of a row whose text is known to be sound; None if the row was rejected."""
        self._whole_ids.take(row, given)
        try:
            return self._named(row, text_or_none(given), text_hash, lambda: content_id(text()))
        except BadFieldError as problem:
            self.reject(text_or_none(given), row, str(problem))
            return None

    def _named(self, row: int, given: str | None, text_hash: int, derived: Callable[[], str]) -> str:
        article_id, notice = self._ids.named(given, text_hash, derived)
        if article_id is None:
            raise BadFieldError(REPEATED)
        if notice:
            self.notice(article_id, row, notice)
        return article_id

    def accept_all(self, ids: Sequence[Any], text_hashes: Iterable[int]) -> bool:
        """Accept the ids of many rows at once, as they are; False, and none accepted, if one needs a closer look."""
        if not self._ids.take_all(ids, text_hashes):
            return False
        self._whole_ids.give_up()
        return True

    def adopt(self, ids: Iterable[str], text_hashes: Iterable[int]) -> None:
        """Take over the ids of rows that were accepted elsewhere, with the hashes of their texts."""
        self._ids.adopt(ids, text_hashes)

    def moment(self, value: Any, article_id: str | None, row: int) -> datetime | date | None:
        """When it was published; None and a notice if that cannot be read."""
        notices: list[str] = []
        moment = published_of(value, partial(self.dates.taken, row), notices)
        for notice in notices:
            self.notice(article_id, row, notice)
        return moment

    def reject(self, article_id: str | None, row: int, reason: str) -> None:
        """Leave a row out, or raise if the caller is strict."""
        if self._strict:
            raise InputError(f"row {row} (id {article_id}): {reason}")
        self._rejected.append(Rejection(article_id, row, reason))

    def notice(self, article_id: str | None, row: int, reason: str) -> None:
        """Keep a row, and note what was repaired."""
        self._notices.append(Rejection(article_id, row, reason))

    def report(self, n_accepted: int, remarks: Iterable[str] | None = None) -> None:
        """Warn once about repaired rows, about many rejected ones and about the source; the log has the counts."""
        counts = n_accepted, len(self._rejected), len(self._notices)
        log.info("%d articles read, %d rows rejected, %d repaired", *counts)
        for remark in self.remarks_on(n_accepted) if remarks is None else remarks:
            warn_of_articles(remark)
        if self._notices:
            first, more = self._notices[0], len(self._notices) - 1
            others = f" (and {more} more, see .notices)" if more else ""
            warn_of_articles(f"row {first.row}, id {first.id}: {first.reason}{others}")


def _with_hint(reason: str, fields: RowFields | Article | str) -> str:
    """A reason; where it is that a row has no text, with the field that may be it."""
    name = likely_text(fields) if reason.startswith(NO_TEXT) and isinstance(fields, Mapping) else None
    return f"{reason}; if {name!r} is its text, give columns={{'text': {name!r}}}" if name else reason
