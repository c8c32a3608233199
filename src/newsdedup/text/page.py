"""The text of an article, read once: what all its readers share."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Final

from attrs import evolve, frozen

from newsdedup.articles.article import Article
from newsdedup.languages import Language, Role, language_of, with_roles
from newsdedup.text import furniture
from newsdedup.text.dates.mention import DateMention
from newsdedup.text.dates.other_calendars import other_calendar_days
from newsdedup.text.dates.reader import read_dates, read_signed_dates
from newsdedup.text.landmarks import Landmarks
from newsdedup.text.names import Name, names_in
from newsdedup.text.normal_form import Span, Text, normalise
from newsdedup.text.numbers.grammar import number_grammar_of
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.reader import counted_numbers
from newsdedup.text.places import PlaceMention, dateline, places_in
from newsdedup.text.printed_sources import PrintedSource, printed_source
from newsdedup.text.sentences import sentences
from newsdedup.text.tagged import Tokens, tag_tokens
from newsdedup.text.tags import lexicon_of, no_phrases

LEAD_CHARS: Final = 400  # characters at the beginning of an article that hold its main facts
_MOST_WORDS_WITHIN_SOURCE: Final = 8  # between two words that name a source
_IN_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@frozen
class Page:
    """An article in the form in which all its readers see it; offsets are those of ``text.plain``.

    Sentences, landmarks, names, places, dates and numbers are found at their first use, each once.
    """

    article: Article
    text: Text  # its normal form, with the offsets of the original
    language: Language | None  # None where there are no tables for it
    body: tuple[Span, ...]  # the spans that are the article itself, in order
    furniture: tuple[Span, ...]  # the lines that are not, in order

    @property
    def folded(self) -> str:
        """``text.plain`` in lower case, character for character."""
        return self.text.folded

    @functools.cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of `body`."""
        return tuple(span for piece in self.body for span in sentences(self.text, *piece))

    @functools.cached_property
    def tokens(self) -> Tokens:
        """The tokens of the text, with the phrases of the tables; of a language without tables there are none."""
        return tag_tokens(self.text, lexicon_of(self.language) if self.language else no_phrases())

    @functools.cached_property
    def landmarks(self) -> Landmarks:
        """Where the words of the tables and the digits are."""
        return Landmarks(self.tokens)

    @functools.cached_property
    def names(self) -> tuple[Name, ...]:
        """The capitalised words in a row of `body`."""
        return tuple(name for piece in self.body for name in names_in(self.text.plain, *piece))

    @functools.cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """The places that the text names, in order."""
        return tuple(places_in(self.text.plain, self.folded, self.language, self.landmarks)) if self.language else ()

    @functools.cached_property
    def dateline(self) -> str | None:
        """The place at the head of the article."""
        return dateline(self.text.plain, self.language) if self.language else None

    @property
    def function_words(self) -> frozenset[str]:
        """Words that say little, of the language of the article; none where that is unknown."""
        return self.language.function_words if self.language else frozenset()

    @functools.cached_property
    def printed_source(self) -> PrintedSource | None:
        """The agency or outlet that the article names as its source, with the article's words for it."""
        found = printed_source(self.text.plain, self.sentences)
        return evolve(found, words=_source_as_printed(found.words, self.text)) if found else None

    @functools.cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the text, in order."""
        if self.language is None:
            return tuple(read_signed_dates(self.text.plain))
        published = self.article.published_at
        dates = read_dates(self.text.plain, self.language, published, folded=self.folded, landmarks=self.landmarks)
        return tuple(dates)

    @functools.cached_property
    def other_calendar_days(self) -> tuple[Span, ...]:
        """The days of other calendars ("mùng 2 Tết"), in order: they are no dates, and their numbers count nothing."""
        return tuple(other_calendar_days(self.folded, self.language, self.landmarks)) if self.language else ()

    @functools.cached_property
    def digits(self) -> tuple[Span, ...]:
        """The numbers in digits of `body`, with their separators, that are not part of a date; in any language."""
        dates = [(date.start, date.end) for date in self.dates]
        found = (match for piece in self.body for match in _IN_DIGITS.finditer(self.text.plain, *piece))
        return tuple(match.span() for match in found if not covers(dates, match.start()))

    @functools.cached_property
    def numbers(self) -> tuple[PrintedNumber, ...]:
        """The numbers of `body` that may count something and are not part of a date, in order."""
        if self.language is None:
            return ()
        dates = ((date.start, date.end) for date in self.dates)
        blocked = _merged([*_gaps(self.body, len(self.folded)), *dates, *self.other_calendar_days])
        return tuple(counted_numbers(self.folded, number_grammar_of(self.language), self.landmarks, blocked))

    def is_body(self, position: int) -> bool:
        """Whether `position` lies in the article itself."""
        return covers(self.body, position)

    def places_within(self, start: int, end: int) -> Sequence[PlaceMention]:
        """The places that are named in a span."""
        if not self.places:
            return ()
        first, last = (bisect_left(self.places, edge, key=attrgetter("start")) for edge in (start, end))
        return self.places[first:last]


def _source_as_printed(words: str, text: Text) -> str:
    """Words of the normal form as the article has them, with the few words that it has between them."""
    gap = rf"(?:\W+\w+){{0,{_MOST_WORDS_WITHIN_SOURCE}}}?\W+"
    found = re.search(gap.join(map(re.escape, words.split())), text.plain)
    return " ".join(text.quote(*found.span()).split()) if found else words


def covers(spans: Sequence[Span], position: int) -> bool:
    """Whether `position` lies in one of these spans, which are in order."""
    index = bisect_right(spans, position, key=itemgetter(0)) - 1
    return index >= 0 and position < spans[index][1]


def _gaps(spans: Sequence[Span], length: int) -> list[Span]:
    edges = [0, *(edge for span in spans for edge in span), length]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def _merged(spans: list[Span]) -> list[Span]:
    """The same spans, sorted, overlaps joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def page_of(article: Article, roles: tuple[Role, ...] = ()) -> Page:
    r"""Bring an article into the form in which it is read; `roles` are added to those of its language.

    Examples
    --------
    >>> page = page_of(Article("Thứ Tư, 1/1/2025\nLũ về Mai Pha. Nước dâng nhanh."))
    >>> [page.text.plain[start:end] for start, end in page.sentences]
    ['Lũ về Mai Pha.', 'Nước dâng nhanh.']
    >>> [date.value for date in page.dates], [name.words for name in page.names]
    (['2025-01-01'], ['Lũ', 'Mai Pha', 'Nước'])
    """
    text = normalise(article.text)
    body, lines = furniture.body_and_furniture(text, article.language, article.source)
    language = language_of(article.language)
    return Page(
        article=article,
        text=text,
        language=with_roles(language, roles) if language else None,
        body=tuple(body),
        furniture=tuple(lines),
    )
