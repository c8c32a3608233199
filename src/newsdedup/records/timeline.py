"""Dated sentences of an event, in order."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from newsdedup.figures.claim import FigureClaim


@frozen(kw_only=True)
class Statement:
    """A dated sentence of an article.

    Attributes
    ----------
    date : str
        ISO date of a day or of several, as of a date claim.
    text : str
        The sentence.
    article_id : str
    start, end : int
        Offsets in the article's text.
    """

    date: str
    text: str
    article_id: str
    start: int
    end: int


def timeline_of(dates: Iterable[FigureClaim]) -> tuple[Statement, ...]:
    """The sentences of date claims, by date; a sentence that several articles copied is listed once."""
    statements: dict[tuple[str, str], Statement] = {}
    for claim in dates:
        if claim.role in (None, "as_of"):
            is_shared = claim.origin is not None and "@" in claim.origin
            key = str(claim.value), str(claim.origin) if is_shared else claim.sentence
            statements.setdefault(key, _statement(claim))
    return tuple(sorted(statements.values(), key=lambda one: (one.date, one.article_id, one.start)))


def _statement(claim: FigureClaim) -> Statement:
    return Statement(
        date=str(claim.value),
        text=claim.sentence,
        article_id=claim.article_id,
        start=claim.sentence_start,
        end=claim.sentence_start + len(claim.sentence),
    )
