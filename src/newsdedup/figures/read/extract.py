"""Text to claims: every number that is a figure of the news, with its meaning and its exact place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from attrs import evolve

from newsdedup.articles.article import Article, moment_given
from newsdedup.articles.fields import row_mapping
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.read.engine import Step
from newsdedup.figures.read.mentioned import with_mentioned
from newsdedup.figures.read.numbered import claim_of, drafts_of
from newsdedup.figures.read.page_reading import PageReading
from newsdedup.figures.read.rules.table import STEPS
from newsdedup.languages import Role, language_option, roles_of
from newsdedup.support.arguments import is_one_of
from newsdedup.support.errors import InputError, in_message
from newsdedup.text.page import Page, covers, page_of


def extract_figures(
    article_or_text: Article | str | Mapping[str, Any],
    *,
    language: str | None = None,
    published_at: datetime | date | str | None = None,
    article_id: str | None = None,
    roles: Sequence[Role] = (),
    columns: Mapping[str, str] | None = None,
    timezone: str | tzinfo = READING.timezone,
    day_first: bool | None = None,
    max_characters: int = READING.max_characters,
) -> list[FigureClaim]:
    """Read every figure and date of an article.

    Parameters
    ----------
    article_or_text : Article, str or mapping
        An article, a text, or a row with the names that `read_articles` knows.
    language : str, optional
        Code of the text's language; the article's own, else detected from the text.
    published_at : datetime, date or str, optional
        When it was published, which gives dates their year; text as in `read_articles`. The article's own
        where omitted.
    article_id : str, optional
        Id that the claims carry; the article's own where omitted.
    roles : sequence of Role, optional
        Roles in addition to those of the language: what else is counted, and the words that mark it.
    columns, timezone, day_first, max_characters
        As for `read_articles`, for a row.

    Returns
    -------
    list of FigureClaim
        By place in the text. Empty for a language without tables.

    Raises
    ------
    InputError
        If what is given is no article, text or row with a text, or an option is of a wrong type or cannot be read.
    SettingError
        If `roles` holds anything but roles, or `columns`, `timezone` or `day_first` is not allowed or is given for
        anything but a row.

    Examples
    --------
    >>> claim, = extract_figures("Hội nghị kết nối hơn 10.000 điểm cầu trên cả nước.")
    >>> claim.text, claim.value, claim.qualifier, claim.noun, claim.scope.level
    ('hơn 10.000', Decimal('10000'), 'more_than', 'điểm cầu', 'national')

    >>> claim, = extract_figures("Giông lốc làm 40 cây xanh bật gốc.", roles=[Role(name="trees", cues=("bật gốc",))])
    >>> claim.value, claim.role
    (Decimal('40'), 'trees')
    """
    options = ReadOptions(columns=columns, timezone=timezone, day_first=day_first, max_characters=max_characters)
    article = article_given(article_or_text, language, published_at, article_id, options)
    return figures_on(page_of(article, roles_of(roles)))


def article_given(
    article_or_text: Any,
    language: str | None,
    published_at: Any,
    article_id: str | None = None,
    reading: ReadOptions = READING,
) -> Article:
    """The article that a caller gives in any form; what else is given counts for more than what it says itself."""
    language = language_option(None if is_one_of(language, ("",)) else language)
    if not isinstance(article_id, str | None):
        raise InputError(
            f"article_id={in_message(article_id)} is of type {type(article_id).__name__}: give a string or None"
        )
    article, moment = _article_from(article_or_text, reading), moment_given(published_at)
    if not (article_id or language or moment):
        return article
    return evolve(
        article,
        id=article_id or article.id,
        language=language or article.language,
        published_at=moment or article.published_at,
    )


def _article_from(given: Any, reading: ReadOptions) -> Article:
    if isinstance(given, Article | str):
        evolve(reading, max_characters=READING.max_characters).require_none(
            f"is for reading a row: leave it out, this is {type(given).__name__}"
        )
        article = given if isinstance(given, Article) else Article(given)
        _require_within(article.text, reading.max_characters)
        return article
    if (row := row_mapping(given)) is not None:
        from newsdedup.articles.intake import articles_from  # what reads tables loads slowly

        return articles_from([row], evolve(reading, strict=True), False)[0]
    raise InputError(
        f"figures are read from an Article, a text or a mapping with a text, not from {type(given).__name__}: "
        "read_articles makes articles of files and tables"
    )


def _require_within(text: str, max_characters: int) -> None:
    if len(text) > max_characters:
        raise InputError(f"the text has {len(text)} characters, more than max_characters={max_characters} allows")


def figures_on(page: Page, steps: Sequence[Step] = STEPS) -> list[FigureClaim]:
    """Every figure and date of a page, by place in the text."""
    return figures_and_people_on(page, steps)[0]


def figures_and_people_on(
    page: Page, steps: Sequence[Step] = STEPS
) -> tuple[list[FigureClaim], list[tuple[int, int, str]]]:
    """Every figure and date of a page, by place in the text, and the people of whom it gives no number.

    Of these people the first token, the token after the last, and their role.
    """
    if page.language is None:
        return [], []
    reading = PageReading(page, page.language)
    claims = claims_of(reading, [claim_of(draft) for draft in drafts_of(reading, steps)])
    return claims, reading.people_with_roles


def claims_of(reading: PageReading, numbered: Sequence[FigureClaim]) -> list[FigureClaim]:
    """The claims of the numbers of a page, with those of its dates and of people without a number, by place."""
    claims = [*_date_claims(reading), *with_mentioned(reading, numbered)]
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
