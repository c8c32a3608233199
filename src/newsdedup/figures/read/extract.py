"""Text to claims: every number that is a figure of the news, with its meaning and its exact place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from attrs import evolve

from newsdedup.articles.article import Article
from newsdedup.articles.moments import moment_of
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.read.engine import Step
from newsdedup.figures.read.mentioned import with_mentioned
from newsdedup.figures.read.numbered import claim_of, drafts_of
from newsdedup.figures.read.page_reading import PageReading
from newsdedup.figures.read.rules.table import STEPS
from newsdedup.languages import Role, roles_of
from newsdedup.support.errors import InputError
from newsdedup.text.page import Page, covers, page_of


def extract_figures(
    article_or_text: Article | str,
    *,
    language: str | None = None,
    published_at: datetime | date | str | None = None,
    article_id: str | None = None,
    roles: Sequence[Role] = (),
) -> list[FigureClaim]:
    """Read every figure and date of an article.

    Parameters
    ----------
    article_or_text : Article or str
    language : str, optional
        Code of the text's language; the article's own, else detected from the text.
    published_at : datetime, date or str, optional
        When it was published, which gives dates their year; text as in `read_articles`. The article's own
        where omitted.
    article_id : str, optional
        Id that the claims carry; the article's own where omitted.
    roles : sequence of Role, optional
        Roles in addition to those of the language: what else is counted, and the words that mark it.

    Returns
    -------
    list of FigureClaim
        By place in the text. Empty for a language without tables.

    Raises
    ------
    InputError
        If what is given is neither an article nor a text, or `published_at` cannot be read.
    SettingError
        If `roles` holds anything but roles.

    Examples
    --------
    >>> claim, = extract_figures("Hội nghị kết nối hơn 10.000 điểm cầu trên cả nước.")
    >>> claim.text, claim.value, claim.qualifier, claim.noun, claim.scope.level
    ('hơn 10.000', Decimal('10000'), 'more_than', 'điểm cầu', 'national')

    >>> claim, = extract_figures("Giông lốc làm 40 cây xanh bật gốc.", roles=[Role(name="trees", cues=("bật gốc",))])
    >>> claim.value, claim.role
    (Decimal('40'), 'trees')
    """
    if not isinstance(article_or_text, Article | str):
        given = type(article_or_text).__name__
        raise InputError(f"figures are read from an Article or a text, not from {given}: read_articles makes articles")
    article = article_or_text if isinstance(article_or_text, Article) else Article(article_or_text)
    if article_id or language or published_at:
        article = evolve(
            article,
            id=article_id or article.id,
            language=language or article.language,
            published_at=_moment(published_at) or article.published_at,
        )
    return figures_on(page_of(article, roles_of(roles)))


def _moment(published_at: Any) -> datetime | date | None:
    """The moment or the day that is given."""
    moment = moment_of(published_at)
    if published_at and moment is None:
        raise InputError(f"published_at={published_at!r} cannot be read as a day or a moment: give '2025-06-14'")
    return moment


def figures_on(page: Page, steps: Sequence[Step] = STEPS) -> list[FigureClaim]:
    """Every figure and date of a page, by place in the text."""
    if page.language is None:
        return []
    reading = PageReading(page, page.language)
    numbered = [claim_of(draft) for draft in drafts_of(reading, steps)]
    claims = [*_date_claims(reading), *_with_foreground(with_mentioned(reading, numbered))]
    return sorted(claims, key=lambda claim: (claim.start, claim.end))


def _date_claims(reading: PageReading) -> Iterator[FigureClaim]:
    for mention in reading.dates:
        on_page = covers(reading.page.furniture, mention.start)
        place = mention.start, mention.end
        yield reading.claim(
            *place,
            place if on_page or not len(reading) else reading.sentence(reading.index_at(mention.start)).span,
            value=mention.value,
            low=mention.low,
            high=mention.high,
            qualifier=mention.qualifier,
            kind="date",
            role="page" if on_page else mention.role,
        )


def _with_foreground(claims: Sequence[FigureClaim]) -> list[FigureClaim]:
    """The claims; where all that have a role would be background, the article is about just that."""
    if any(claim.modality == "actual" and claim.role for claim in claims):
        return list(claims)
    return [evolve(claim, modality="actual") if claim.modality == "background" else claim for claim in claims]
