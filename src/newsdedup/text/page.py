"""An article as it is read: normalised once, its sentences told from the furniture of its page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from attrs import frozen

from newsdedup.articles.article import Article
from newsdedup.languages import Language, detect_language, language_of
from newsdedup.text import furniture
from newsdedup.text.normal_form import Text, normalise, sentences

Span = tuple[int, int]


@frozen
class Page:
    """An article in the form in which all its readers see it; offsets are those of ``text.plain``.

    Attributes
    ----------
    article : Article
    text : Text
        Its normal form, with the way back.
    folded : str
        The same in lower case, character for character.
    language : Language or None
        None where there are no tables for it.
    body : tuple of (int, int)
        The stretches that are the article itself, in order.
    furniture : tuple of (int, int)
        The lines that are not.
    sentences : tuple of (int, int)
        The sentences of `body`.
    """

    article: Article
    text: Text
    folded: str
    language: Language | None
    body: tuple[Span, ...]
    furniture: tuple[Span, ...]
    sentences: tuple[Span, ...]

    def is_body(self, position: int) -> bool:
        """Whether `position` lies in the article itself."""
        return covers(self.body, position)


def covers(spans: Sequence[Span], position: int) -> bool:
    """Whether `position` lies in one of these stretches, which are in order."""
    index = bisect_right(spans, position, key=_start_of) - 1
    return index >= 0 and position < spans[index][1]


def _start_of(span: Span) -> int:
    return span[0]


def page_of(article: Article) -> Page:
    r"""Bring an article into the form in which it is read.

    Examples
    --------
    >>> page = page_of(Article("Thứ Tư, 1/1/2025\nLũ về Mai Pha. Nước dâng nhanh."))
    >>> [page.text.plain[start:end] for start, end in page.sentences]
    ['Lũ về Mai Pha.', 'Nước dâng nhanh.']
    """
    text = normalise(article.text)
    code = article.language or detect_language(article.text)
    body, lines = furniture.parts(text, code)
    return Page(
        article=article,
        text=text,
        folded=text.folded,
        language=language_of(code),
        body=tuple(body),
        furniture=tuple(lines),
        sentences=_sentences_of(text, body),
    )


def _sentences_of(text: Text, body: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(span for piece in body for span in sentences(text, *piece))
