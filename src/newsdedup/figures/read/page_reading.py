"""One page while its figures are read: its sentences as tagged tokens, its dates, and what is said of people."""

from __future__ import annotations

import functools
import operator
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.read.anchors import Anchor, anchors_of
from newsdedup.figures.read.attributions import Attribution, attributions, speaker_for
from newsdedup.figures.read.predicates import NOTHING_SAID, PREDICATES, Said, said_of_people
from newsdedup.figures.read.sentence import Sentence
from newsdedup.languages import Language
from newsdedup.text.dates.mention import DateMention
from newsdedup.text.normal_form import Span
from newsdedup.text.numbers.grammar import number_grammar_of
from newsdedup.text.page import Page

_MOST_SENTENCE_TOKENS = 400  # of a sentence; a table of a hundred pages is read in pieces


class PageReading:
    """Everything known about one page while its figures are read; each thing is found at its first use."""

    def __init__(self, page: Page, language: Language) -> None:
        self.page, self.article, self.text, self.folded = page, page.article, page.text, page.folded
        self.language, self.numbers = language, number_grammar_of(language)
        self.tokens, self.dates = page.tokens, page.dates
        self.spans = tuple(self._spans())
        self._sentences: dict[int, Sentence] = {}
        self._said: dict[int, Said] = {}
        self._dates: dict[int, list[tuple[int, int, DateMention]]] = {}
        self._attributions: dict[int, list[Attribution]] = {}
        self.scopes: dict[int, list[tuple[int, Scope]]] = {}

    def _spans(self) -> Iterator[Span]:
        """The tokens of each sentence, first and last; of a very long one in pieces."""
        for start, end in self.page.sentences:
            first, last = self.tokens.at(start), self.tokens.after(end)
            while last - first > _MOST_SENTENCE_TOKENS:
                yield first, first + _MOST_SENTENCE_TOKENS
                first += _MOST_SENTENCE_TOKENS
            yield first, last

    def __len__(self) -> int:
        return len(self.spans)

    def sentence(self, index: int) -> Sentence:
        """A sentence by its index."""
        if index not in self._sentences:
            self._sentences[index] = Sentence(self.text, self.tokens, *self.spans[index], self.language, self.numbers)
        return self._sentences[index]

    def index_at(self, position: int) -> int:
        """The index of the sentence that holds an offset, or of the one before it."""
        return max(0, bisect_right(self.spans, (self.tokens.at(position), len(self.tokens))) - 1)

    def said(self, index: int) -> Said:
        """What a sentence says of people."""
        if index not in self._said:
            self._said[index] = said_of_people(self.sentence(index))
        return self._said[index]

    def dates_of(self, index: int) -> list[tuple[int, int, DateMention]]:
        """The dates of a sentence: first token, last token, and the date."""
        if not self.dates:
            return []
        if index not in self._dates:
            tokens, found = self.tokens, self.dates_within(self.sentence(index).span)
            self._dates[index] = [(tokens.at(one.start), tokens.after(one.end), one) for one in found]
        return self._dates[index]

    def speaker(self, index: int, first: int) -> str | None:
        """Who is quoted for the figure at a token of a sentence."""
        if index not in self._attributions:
            self._attributions[index] = attributions(self.sentence(index))
        return speaker_for(first, self._attributions[index])

    @functools.cached_property
    def anchors(self) -> list[Anchor | None]:
        """For each sentence, from where on it is about other events than the one reported, or None."""
        published = self.article.published_at
        day = published.date() if isinstance(published, datetime) else published
        sentences = [self.sentence(index) for index in range(len(self.spans))]
        dates = [[one for _, _, one in self.dates_of(index)] for index in range(len(self.spans))]
        return anchors_of(sentences, dates, day)

    def background(self, index: int, first: int) -> Anchor | None:
        """The anchor of other events to which the figure at a token of a sentence belongs, if it does."""
        anchor = self.anchors[index]
        return anchor if anchor is not None and first >= anchor.first else None

    @functools.cached_property
    def predicate_sentences(self) -> tuple[int, ...]:
        """The indices of the sentences that say anything of people."""
        return tuple(index for index in self.sentences_with(PREDICATES) if self.said(index) is not NOTHING_SAID)

    @property
    def people_with_roles(self) -> list[tuple[int, int, str]]:
        """The people to whom words give a role, other events left out: first token, last token, the role."""
        return [
            (one.first, one.last, one.role.name)
            for index in self.predicate_sentences
            for one in self.said(index).counts
            if one.value and not one.is_pronoun and not self.background(index, one.first)
        ]

    def sentences_with(self, tags: int) -> list[int]:
        """The indices of the sentences in which a phrase with one of these tags begins, in order."""
        places = ((bisect_right(self.spans, (i, len(self.tokens))) - 1, i) for i in self.tokens.with_tag(tags))
        return list(dict.fromkeys(index for index, i in places if index >= 0 and i < self.spans[index][1]))

    def dates_within(self, span: Span) -> Sequence[DateMention]:
        """The dates that start in a span of the text."""
        first, last = (bisect_left(self.dates, edge, key=operator.attrgetter("start")) for edge in span)
        return self.dates[first:last]

    def claim(self, start: int, end: int, span: Span, **meaning: Any) -> FigureClaim:
        """A claim with its offsets, its sentence and what it means."""
        first, last = self.text.span(start, end)
        sentence_first, sentence_last = self.text.span(*span)
        return FigureClaim(
            article_id=self.article.id,
            start=first,
            end=last,
            text=self.article.text[first:last],
            reported_at=self.article.published_at,
            language=self.language.code,
            sentence=self.article.text[sentence_first:sentence_last],
            sentence_start=sentence_first,
            **meaning,
        )
