"""Articles of a source that is read again: each must be the one that was read at first, wherever it is by now."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any, Final

from attrs import field, frozen, mutable

from newsdedup.articles.article import Article
from newsdedup.articles.frame_origin import id_as_given
from newsdedup.articles.intake import stream_articles
from newsdedup.articles.read_options import ReadOptions
from newsdedup.support.errors import InputError

_IDS_SHOWN: Final = 3  # ids in a message
_BYTES_OF_DIGEST: Final = 8


def digest_of(article: Article) -> int:
    """A number by which an article with another title, summary or text is known, of 63 bits."""
    whole = "\0".join((article.text, article.title or "", article.summary or ""))
    return int.from_bytes(blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=_BYTES_OF_DIGEST).digest()) >> 1


@mutable(eq=False)
class Digests:
    """Records the digest of each article as it passes to another reader."""

    _values: array[int] = field(factory=lambda: array("q"), init=False)

    def passing(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles, each recorded."""
        for article in articles:
            self._values.append(digest_of(article))
            yield article

    def by_row(self, rows: Sequence[int], n_rows: int) -> array[int]:
        """The digests by the rows of the articles, of which there are `n_rows`; 0 for a rejected row."""
        found = array("q", bytes(_BYTES_OF_DIGEST * n_rows))
        for row, digest in zip(rows, self._values, strict=False):
            found[row] = digest
        return found


@frozen
class ChangedArticles:
    """Which articles are not as they were when a source was read at first, by id."""

    edited: Sequence[str]
    missing: Sequence[str]

    def __bool__(self) -> bool:
        return bool(self.edited or self.missing)

    def __str__(self) -> str:
        edited = f"{_ids_in_words(self.edited)} {_has(self.edited)} another text or title" if self.edited else ""
        missing = (
            f"{_ids_in_words(self.missing)} {'is' if len(self.missing) == 1 else 'are'} missing" if self.missing else ""
        )
        return "; ".join(filter(None, (edited, missing)))


def _ids_in_words(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _IDS_SHOWN} more" if len(ids) > _IDS_SHOWN else ""
    return ", ".join(map(repr, ids[:_IDS_SHOWN])) + more


def _has(ids: Sequence[str]) -> str:
    return "has" if len(ids) == 1 else "have"


@frozen(eq=False)
class SourceToReadAgain:
    """A path whose articles are read again, known by their ids and digests and not by their places."""

    path: Any
    reading: ReadOptions
    ids: Sequence[str | None]  # of each row, when it was read at first
    digests: Sequence[int]  # of each row; any number for a rejected row

    def some(self, rows: Iterable[int], changes: list[ChangedArticles]) -> Iterator[tuple[int, Article]]:
        """Articles of these rows in the order in which they are found; at the end, what has changed goes to `changes`.

        Raises
        ------
        InputError
            If the source cannot be read any more.
        """
        wanted = {self._key(str(self.ids[row]), self.digests[row]): row for row in rows}
        met: set[str] = set()
        for article in stream_articles(self.path, self.reading, again=True) if wanted else ():
            row = wanted.pop(self._key(article.id, digest_of(article)), None)
            if row is not None:
                yield row, article
            if not wanted:
                return
            met.add(id_as_given(article.id))
        left = [str(self.ids[row]) for row in sorted(wanted.values())]
        edited = [name for name in left if id_as_given(name) in met]
        changes.append(ChangedArticles(edited, [name for name in left if name not in edited]))

    @staticmethod
    def _key(article_id: str, digest: int) -> tuple[str, int]:
        return id_as_given(article_id), digest

    def error(self, changes: ChangedArticles) -> InputError:
        """The error for an article that is needed."""
        return InputError(f"{str(self.path)!r} has changed since it was read: {changes}; run it again on the new file")
