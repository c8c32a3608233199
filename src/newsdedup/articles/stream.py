"""Rows to articles, one after the other: fields recognised, ids made unique, bad rows reported."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from attrs import field, mutable

from newsdedup.articles.article import ID_LENGTH, Article, Rejection, content_id, ids_by_row
from newsdedup.articles.encoding import garbling
from newsdedup.articles.fields import (
    FIELD_NAMES,
    RowFields,
    first_filled,
    headline_text,
    is_blank,
    is_missing,
    keys_of_fields,
    language_code,
    plain_value,
    some_names,
    text_or_none,
    text_parts,
)
from newsdedup.articles.files.rows import BadRow, RepairedRow, Row, SourceRows
from newsdedup.articles.markup import extraction_of
from newsdedup.articles.moments import DateColumn
from newsdedup.support.errors import InputError, warn_of_articles
from newsdedup.support.progress import log

_HASH = re.compile("[0-9a-f]+")


class _BadFieldError(ValueError):
    """A row cannot become an article, for the reason in its message."""


@mutable(kw_only=True)
class ArticleStream:
    """Articles one after the other; it has state, since an id depends on the ids before it.

    Moments are final when all rows were read: ``dates.corrected()`` then has those that change.
    """

    source: SourceRows
    _names: Mapping[str, tuple[str, ...]]
    _language: str | None
    dates: DateColumn
    _strict: bool
    _lean: bool
    _again: bool
    rows: list[int] = field(factory=list, init=False)  # the input row of each article that was accepted
    _rejected: list[Rejection] = field(factory=list, init=False)
    _notices: list[Rejection] = field(factory=list, init=False)
    _text_of_id: dict[str, int] = field(factory=dict, init=False)  # by the text's hash: texts are not kept
    _known: dict[tuple[Any, ...], dict[str, tuple[Any, ...]]] = field(factory=dict, init=False)
    _copies: dict[str, int] = field(factory=lambda: defaultdict(int), init=False)

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
    def frame_kind(self) -> str | None:
        """The kind of table that the articles come in."""
        return self.source.frame_kind

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        """Rows that were left out so far."""
        return tuple(self._rejected)

    @property
    def notices(self) -> tuple[Rejection, ...]:
        """Rows that were repaired so far."""
        return tuple(self._notices)

    @property
    def row_ids(self) -> tuple[str | None, ...]:
        """The id of each row so far, rejected ones included."""
        return ids_by_row(self.rows, self._text_of_id, self._rejected)

    def take(self, row: int, fields: Row) -> Article | None:
        """The article of a row; None if it was rejected."""
        if isinstance(fields, BadRow):
            self.reject(fields.id, row, fields.reason)
            return None
        row_fields = fields.fields if isinstance(fields, RepairedRow) else fields
        values = self.values(row_fields)
        try:
            article = self.article(row, values)
        except _BadFieldError as problem:
            self.reject(text_or_none(values["id"]), row, str(problem))
            return None
        if isinstance(fields, RepairedRow):
            self.notice(article.id, row, fields.reason)
        return article

    def accept(self, row: int, given: Any, text_hash: int, text: Callable[[], str]) -> str | None:
        """The id of a row whose text is known to be sound; None if the row was rejected."""
        try:
            return self.unique_id(row, text_or_none(given), text_hash, text)
        except _BadFieldError as problem:
            self.reject(text_or_none(given), row, str(problem))
            return None

    def accept_all(self, ids: Sequence[Any], text_hashes: Iterable[int]) -> bool:
        """Accept the ids of many rows at once, as they are; False, and none accepted, if one needs a closer look."""
        if not all(type(name) is str and name and len(name) != ID_LENGTH and name.strip() == name for name in ids):
            return False
        new = set(ids)
        if len(new) < len(ids) or not self._text_of_id.keys().isdisjoint(new):
            return False
        self.adopt(ids, text_hashes)
        return True

    def adopt(self, ids: Iterable[str], text_hashes: Iterable[int]) -> None:
        """Take over the ids of rows that were accepted elsewhere, with the hashes of their texts."""
        self._text_of_id.update(zip(ids, text_hashes, strict=True))

    def reject(self, article_id: str | None, row: int, reason: str) -> None:
        """Leave a row out, or raise if the caller is strict."""
        if self._strict:
            raise InputError(f"row {row} (id {article_id}): {reason}")
        self._rejected.append(Rejection(article_id, row, reason))

    def notice(self, article_id: str | None, row: int, reason: str) -> None:
        """Keep a row, and note what was repaired."""
        self._notices.append(Rejection(article_id, row, reason))

    def keys_of(self, given: tuple[Any, ...]) -> Mapping[str, tuple[Any, ...]]:
        """For each field of an article, which of the keys of a row may hold it."""
        if given not in self._known:
            self._known[given] = keys_of_fields(given, self._names)
        return self._known[given]

    def values(self, fields: RowFields | Article | str) -> dict[str, Any]:
        """The fields of an article, by their names in `Article`."""
        if isinstance(fields, str):
            return dict.fromkeys(FIELD_NAMES) | {"text": fields}
        if isinstance(fields, Article):
            return {name: getattr(fields, name) for name in FIELD_NAMES}
        return {name: first_filled(fields, keys) for name, keys in self.keys_of(tuple(fields)).items()}

    def essentials(self, row: Row) -> tuple[Any, Any, Any]:
        """Text, id and date of a row, as given; a text of None for a row that must be read by itself."""
        if isinstance(row, str):
            return row, None, None
        if isinstance(row, Article):
            return row.text, row.id, row.published_at
        if isinstance(row, BadRow | RepairedRow):
            return None, None, None
        keys = self.keys_of(tuple(row))
        text, article_id, date = (first_filled(row, keys[name]) for name in ("text", "id", "published_at"))
        return text, article_id, date

    def article(self, row: int, values: RowFields) -> Article:
        """The article of a row, its id unique."""
        headline = _headline_text(values) if is_blank(values["text"]) else None
        given, joined = (headline, None) if headline else text_parts(values["text"])
        markup = extraction_of(given) if isinstance(given, str) and not headline else None
        text = self.checked_text(markup.text if markup else given)
        article_id = self.unique_id(row, text_or_none(values["id"]), hash(text), lambda: text)
        if headline:
            looked_for = some_names(self._names["text"])
            self.notice(article_id, row, f"it has no text ({looked_for}): its title and summary are used as the text")
        if joined:
            self.notice(article_id, row, joined)
        if markup:
            self.notice(article_id, row, f"the text {markup.how}")
        if self._lean:
            return Article(text, id=article_id, published_at=self.moment(values["published_at"], article_id, row))
        return Article(
            text,
            id=article_id,
            title=self.line("title", values, article_id, row),
            summary=self.line("summary", values, article_id, row),
            published_at=self.moment(values["published_at"], article_id, row),
            source=self.line("source", values, article_id, row),
            url=text_or_none(values["url"]),
            language=language_code(values["language"]) or language_code(self._language),
        )

    def line(self, name: str, values: RowFields, article_id: str, row: int) -> str | None:
        """A headline, summary or name of a source; markup is replaced by its text, with a notice."""
        value = text_or_none(values[name])
        markup = extraction_of(value) if value else None
        if markup is None:
            return value
        self.notice(article_id, row, f"the {name} {markup.how}")
        return " ".join(markup.text.split()) or None

    def checked_text(self, text: Any) -> str:
        """The text, if it is a sound text."""
        if not isinstance(text, str):
            if is_missing(text):
                raise _BadFieldError(f"it has no text: looked for {some_names(self._names['text'])}")
            raise _BadFieldError(f"the text is of type {type(text).__name__}, not a string")
        if is_blank(text):
            raise _BadFieldError("the text is empty")
        if garbled := garbling(text):
            raise _BadFieldError(garbled)
        return text

    def unique_id(self, row: int, given: str | None, text_hash: int, text: Callable[[], str]) -> str:
        """The given id, or one from the content; a repeated id of another text is made unique."""
        article_id = self._unique(row, given, text_hash, text)
        self._text_of_id[article_id] = text_hash
        return article_id

    def _unique(self, row: int, given: str | None, text_hash: int, text: Callable[[], str]) -> str:
        if given is None:
            return self.numbered(content_id(text()))
        if len(given) == ID_LENGTH and _HASH.fullmatch(given) and given == content_id(text()):
            return self.numbered(given)
        if given not in self._text_of_id:
            return given
        longer = f"{given}#{content_id(text())}"
        if self._text_of_id[given] == text_hash or longer in self._text_of_id:
            raise _BadFieldError("it repeats an earlier id with the same text; the first is kept")
        self.notice(longer, row, f"id {given!r} belongs to another text before: this one is called {longer!r}")
        return longer

    def numbered(self, derived: str) -> str:
        """A derived id; that of the n-th identical text ends in ``-n``."""
        while True:
            self._copies[derived] += 1
            number = self._copies[derived]
            name = derived if number == 1 else f"{derived}-{number}"
            if name not in self._text_of_id:
                return name

    def moment(self, value: Any, article_id: str | None, row: int) -> datetime | date | None:
        """When it was published; None and a notice if that cannot be read."""
        if is_blank(value):
            return None
        moment = self.dates.read(row, plain_value(value))
        if moment is None:
            self.notice(article_id, row, f"the date {_in_short(value)} cannot be read; it stays unknown")
        elif remark := self.dates.remarks.pop(row, None):
            self.notice(article_id, row, remark)
        return moment

    def report(self, n_accepted: int) -> None:
        """Warn once about repaired rows, or about an empty source; the log has the counts."""
        counts = n_accepted, len(self._rejected), len(self._notices)
        log.info("%d articles read, %d rows rejected, %d repaired", *counts)
        if not n_accepted and not self._rejected:
            warn_of_articles("the source holds no articles")
        if self._notices:
            first, more = self._notices[0], len(self._notices) - 1
            others = f" (and {more} more, see .notices)" if more else ""
            warn_of_articles(f"row {first.row}, id {first.id}: {first.reason}{others}")


def _headline_text(values: RowFields) -> str | None:
    """The title and the summary as one text, each without its markup."""
    shown = {name: text_or_none(values[name]) for name in ("title", "summary")}
    found = {name: extraction_of(text) for name, text in shown.items() if text}
    return headline_text(shown | {name: markup.text for name, markup in found.items() if markup})


def _in_short(value: Any) -> str:
    """The beginning of a value as text."""
    try:
        return repr(str(value)[:60])
    except ValueError:  # Python does not write integers of more than 4,300 digits
        return f"of type {type(value).__name__}"
