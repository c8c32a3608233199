"""One article while its figures are read: its sentences, dates, places and people."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen

from newsdedup.articles.article import Article
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.read.grammar import LEFT_REACH, Grammar
from newsdedup.figures.read.scope import ScopeReader
from newsdedup.figures.read.speakers import Attribution, attributions, speaker_of
from newsdedup.figures.read.unnumbered import Spoken, spoken_of
from newsdedup.text.dates.reader import DateMention, is_long_before
from newsdedup.text.landmarks import Landmarks
from newsdedup.text.normal_form import Text
from newsdedup.text.page import Page
from newsdedup.text.phrases import matches
from newsdedup.text.tags import Tag

_MOST_BACK = 3  # sentences that go on with the background of one before them
_SENTENCE_REACH = 1_000  # characters; a "sentence" may be a table of a hundred pages


@frozen
class Reader:
    """Everything known about one article while its figures are read."""

    page: Page
    article: Article
    text: Text
    folded: str
    grammar: Grammar
    landmarks: Landmarks
    sentences: Sequence[tuple[int, int]]
    dates: Sequence[DateMention]
    scopes: ScopeReader
    spoken: Spoken
    # Results for each sentence, since several of its figures need the same.
    attributions: dict[tuple[int, int], list[Attribution]] = field(factory=dict)
    of_others: dict[tuple[int, int], bool] = field(factory=dict)
    plans: dict[tuple[int, int], list[int]] = field(factory=dict)

    def sentence_at(self, position: int) -> int:
        """Index of the sentence that holds `position`."""
        return max(0, bisect_right(self.sentences, (position, len(self.folded))) - 1)

    def sentence_around(self, start: int, end: int) -> tuple[int, int]:
        """The sentence of a span; of a very long sentence, the part near the span."""
        if not self.sentences:
            return start, end
        first, last = self.sentences[self.sentence_at(start)]
        return max(first, start - _SENTENCE_REACH), max(end, min(last, end + _SENTENCE_REACH))

    def speaker(self, start: int, sentence: tuple[int, int]) -> str | None:
        """Who is quoted for the figure at `start`."""
        if sentence not in self.attributions:
            found = attributions(self.text.spelt, self.folded, sentence, self.grammar.language, self.landmarks)
            self.attributions[sentence] = found
        return speaker_of(start, self.attributions[sentence])

    def dates_within(self, start: int, end: int) -> Sequence[DateMention]:
        """The dates that start in a span."""
        first, last = (bisect_left(self.dates, edge, key=start_of) for edge in (start, end))
        return self.dates[first:last]

    def no_figure_until(self, position: int) -> int:
        """Where a time, a street number or the like ends that starts at `position`; else 0."""
        if match := self.grammar.not_figure.match(self.text.plain, position):
            return match.end()
        if self.grammar.any_not_figure_after.match(self.folded, position) is None:
            return 0
        for figure, before in self.grammar.not_figure_after:
            match = figure.match(self.folded, position)
            if match and before.search(self.folded, max(0, position - LEFT_REACH), position):
                return match.end()
        return 0

    def is_planned(self, start: int, sentence: tuple[int, int]) -> bool:
        """Whether a cue of what is to come precedes a number, and no cue of what has happened comes between."""
        if sentence not in self.plans:
            self.plans[sentence] = [cue.end() for cue in self._found(self.grammar.planned, Tag.PLAN, sentence)]
        before = bisect_right(self.plans[sentence], start)
        if not before:
            return False
        between = self.folded[self.plans[sentence][before - 1] : start]
        return not self.grammar.past.search(between) and ";" not in between and ":" not in between

    def _found(self, pattern: re.Pattern[str], tag: int, span: tuple[int, int]) -> Iterator[re.Match[str]]:
        """What a pattern finds in a span that starts with a word of a table."""
        return matches(pattern, self.folded, self.landmarks.within(tag, *span), span[1])

    def is_background(self, sentence: tuple[int, int]) -> bool:
        """Whether a sentence is about other events: by its words, by its dates, or as the sentence before."""
        index = self.sentence_at(sentence[0])
        for before in self.sentences[max(0, index - _MOST_BACK) : index][::-1]:
            if self._is_of_others(sentence) or not any(self._found(self.grammar.back_reference, Tag.BACK, sentence)):
                break
            sentence = self.sentence_around(*before)
        return self._is_of_others(sentence)

    def _is_of_others(self, sentence: tuple[int, int]) -> bool:
        if sentence not in self.of_others:
            self.of_others[sentence] = self._says_others(sentence)
        return self.of_others[sentence]

    def _says_others(self, sentence: tuple[int, int]) -> bool:
        if self.grammar.background.search(f"\n{self.folded[slice(*sentence)]}"):
            return True
        published = self.article.published_at
        within = self.dates_within(*sentence)
        return published is not None and any(is_long_before(one.high, published) for one in within if one.role is None)


def reader_of(page: Page, grammar: Grammar) -> Reader:
    """A page made ready for reading its figures."""
    return Reader(
        page=page,
        article=page.article,
        text=page.text,
        folded=page.folded,
        grammar=grammar,
        landmarks=page.landmarks,
        sentences=page.sentences,
        dates=page.dates,
        scopes=ScopeReader(page, grammar.language),
        spoken=spoken_of(page, grammar),
    )


def start_of(mention: DateMention) -> int:
    """Where a date starts."""
    return mention.start


def claim_at(reader: Reader, start: int, end: int, sentence: tuple[int, int], **meaning: Any) -> FigureClaim:
    """A claim with its offsets, its sentence and what it means."""
    first, last = reader.text.span(start, end)
    sentence_first, sentence_last = reader.text.span(*sentence)
    return FigureClaim(
        article_id=reader.article.id,
        start=first,
        end=last,
        text=reader.article.text[first:last],
        reported_at=reader.article.published_at,
        language=reader.grammar.language.code,
        sentence=reader.article.text[sentence_first:sentence_last],
        sentence_start=sentence_first,
        **meaning,
    )
