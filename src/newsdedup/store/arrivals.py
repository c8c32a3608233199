"""Which of the given articles are new, corrected, known or refused, and how they are stored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

import numpy as np
from attrs import evolve, frozen

from newsdedup.articles.article import Article, Articles, Rejection
from newsdedup.articles.moments import iso_format, moment_of
from newsdedup.events.reading.reports import hours_of
from newsdedup.store.tables.database import Database
from newsdedup.store.tables.rows import ArticleRow

_DIGEST_SIZE: Final = 16  # bytes
_DIGESTED_FIELDS: Final = ("text", "title", "summary", "source", "url", "language")
_OF_TEXT: Final = (*_DIGESTED_FIELDS, "published", "hours", "digest", "rev")  # columns that a correction replaces


@frozen
class Arrival:
    """An article that is stored anew: as a new article, or as a version of a known one."""

    n: int
    leaf: int
    article: Article
    replaced: int | None = None  # the leaf of the version before


@frozen
class Arrivals:
    """What becomes of given articles."""

    fresh: tuple[Arrival, ...] = ()
    added: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    rejected: tuple[Rejection, ...] = ()


def article_digest(article: Article) -> bytes:
    """A hash of all that an article says, by which the same article is known again."""
    values = [*(getattr(article, name) for name in _DIGESTED_FIELDS), iso_format(article.published_at)]
    text = json.dumps(values, ensure_ascii=True)
    return hashlib.blake2b(text.encode(), digest_size=_DIGEST_SIZE).digest()


def stored_arrivals(database: Database, articles: Articles, rev: int, now: datetime, *, again: bool) -> Arrivals:
    """Store the articles that are new or corrected; with `again`, also those that were removed."""
    ids = [article.id for article in articles]
    refused = {} if again else database.is_removed(ids)
    known = database.known_articles(ids)
    if again:
        database.allow_again(ids)
    fresh, added, corrected, unchanged = [], [], [], []
    rejected = list(articles.rejected)
    for row, article in zip(articles.rows, articles, strict=True):
        old, digest = known.get(article.id), article_digest(article)
        if article.id in refused:
            rejected.append(Rejection(article.id, row, _why_refused(*refused[article.id])))
        elif old is None:
            n = database.next_number()
            database.insert_articles([article_row(article, n, n, rev, now, digest)])
            fresh.append(Arrival(n, n, article))
            added.append(article.id)
        elif old.digest == digest:
            unchanged.append(article.id)
        else:
            leaf = database.claim_leaf()
            database.replace_article(_corrected_row(database, article, old.n, rev, now, digest))
            fresh.append(Arrival(old.n, leaf, article, old.leaf))
            corrected.append(article.id)
    return Arrivals(tuple(fresh), tuple(added), tuple(corrected), tuple(unchanged), tuple(rejected))


def _why_refused(rev: int, reason: str | None) -> str:
    because = f" ({reason})" if reason else ""
    return f"it was removed in revision {rev}{because}; to store it again, give again=True"


def _corrected_row(database: Database, article: Article, n: int, rev: int, now: datetime, digest: bytes) -> ArticleRow:
    """The next version of a stored article, which stays where it was, with its leaf, until it is placed anew."""
    (old,) = database.article_rows([n], texts=False)
    new = article_row(article, n, old.leaf, rev, now, digest)
    new = new if article.published_at else evolve(new, hours=old.hours)  # without a date: when it came first
    return evolve(old, **{name: getattr(new, name) for name in _OF_TEXT}, version=old.version + 1)


def article_row(article: Article, n: int, leaf: int, rev: int, now: datetime, digest: bytes) -> ArticleRow:
    """An article as stored; its moment for settling is never after `now`."""
    hours = min(hours_of(now)[1], np.nan_to_num(hours_of(article.published_at)[1], nan=np.inf))
    return ArticleRow(
        n=n,
        id=article.id,
        digest=digest,
        leaf=leaf,
        text=article.text,
        title=article.title,
        summary=article.summary,
        url=article.url,
        source=article.source,
        published=iso_format(article.published_at),
        language=article.language,
        hours=float(hours),
        rev=rev,
    )


def article_of(row: ArticleRow) -> Article:
    """A stored article."""
    moment: datetime | date | None = moment_of(row.published)
    return Article(
        row.text,
        id=row.id,
        title=row.title,
        summary=row.summary,
        published_at=moment,
        source=row.source,
        url=row.url,
        language=row.language,
    )


def stored_articles(database: Database, numbers: Iterable[int]) -> list[Article]:
    """Stored articles by their numbers, in this order."""
    return [article_of(row) for row in database.each_article(numbers)]
