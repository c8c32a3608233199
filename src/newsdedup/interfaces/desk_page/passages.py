"""The text that the desk page shows of each article: all of it, or the sentences of its claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.records.record import EventRecord

_TWO_UNITS: Final = re.compile(r"[\U00010000-\U0010ffff]")  # characters of two UTF-16 units


@frozen
class ShownPassage:
    """Words of an article, with their offset in its text."""

    start: int
    words: str

    def holds(self, claim: FigureClaim) -> bool:
        """Whether the words of a claim are at the claim's offsets."""
        start, end = claim.start - self.start, claim.end - self.start
        return start >= 0 and self.words[start:end] == claim.text

    def in_units(self, offset: int) -> int:
        """An offset in the article's text, as an offset in the passage in UTF-16 units, in which browsers count."""
        offset -= self.start
        return offset + len(_TWO_UNITS.findall(self.words, 0, offset))


@frozen
class ShownArticles:
    """The shown passages of each article of an event, in the order of the articles."""

    ids: tuple[str, ...]
    passages: tuple[tuple[ShownPassage, ...], ...]
    is_whole: tuple[bool, ...]  # whether the only passage of an article is its whole text

    def number(self, article_id: str) -> int:
        """The number of an article, from 0."""
        return self.ids.index(article_id)

    def position(self, claim: FigureClaim) -> tuple[int, int, int, int]:
        """Article, passage, start and end of a claim; the last two in UTF-16 units of the passage."""
        article = self.number(claim.article_id)
        number, passage = next(one for one in enumerate(self.passages[article]) if one[1].holds(claim))
        return article, number, passage.in_units(claim.start), passage.in_units(claim.end)


def shown_articles(record: EventRecord, texts: Mapping[str, str]) -> ShownArticles:
    """What is shown of the articles of an event.

    The whole text of an article is one passage; without it, the sentence of each claim is one. A text in `texts` (by
    id) that lacks the words of a claim at its offsets is another text under the same id, and is not shown.
    """
    claims: dict[str, list[FigureClaim]] = {article.id: [] for article in record.articles}
    for figure in record.figures:
        for claim in figure.claims:
            claims[claim.article_id].append(claim)
    wholes = [_whole_text(texts.get(name), printed) for name, printed in claims.items()]
    shown = ((whole,) if whole else _claim_sentences(some) for whole, some in zip(wholes, claims.values(), strict=True))
    return ShownArticles(tuple(claims), tuple(shown), tuple(whole is not None for whole in wholes))


def _whole_text(text: str | None, claims: Sequence[FigureClaim]) -> ShownPassage | None:
    whole = None if text is None else ShownPassage(0, text)
    return whole if whole and all(map(whole.holds, claims)) else None


def _claim_sentences(claims: Iterable[FigureClaim]) -> tuple[ShownPassage, ...]:
    return tuple(
        sorted({_claim_sentence(claim) for claim in claims}, key=lambda passage: (passage.start, passage.words))
    )


def _claim_sentence(claim: FigureClaim) -> ShownPassage:
    """The claim's sentence; its own words where it has none."""
    sentence = ShownPassage(claim.sentence_start, claim.sentence)
    return sentence if sentence.holds(claim) else ShownPassage(claim.start, claim.text)
