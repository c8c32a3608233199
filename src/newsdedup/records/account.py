"""An account: all that is read from one article for the record of its event."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Final

from attrs import evolve, field, frozen

from newsdedup.articles.article import Article
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.read.extract import figures_and_people_on
from newsdedup.languages import Role, known_languages
from newsdedup.records.named import NamedPerson, people_named
from newsdedup.records.offices import PageNames, names_on
from newsdedup.records.places import PlacesOfPage, places_on
from newsdedup.records.quotes import quotes_on
from newsdedup.support.errors import pass_on_foreign
from newsdedup.text.page import Page, page_of
from newsdedup.text.printed_sources import PrintedSource

STRICT: Final = "NEWSDEDUP_STRICT"  # environment variable: if set, an error while an article is read is raised


@frozen
class Account:
    """All that is read from one article, independent of the others."""

    article: Article
    page: Page | None = None  # None where the article could not be read
    claims: tuple[FigureClaim, ...] = ()
    names: PageNames = field(factory=PageNames)
    people: tuple[NamedPerson, ...] = ()
    places: PlacesOfPage = field(factory=PlacesOfPage)
    quotes: tuple[str, ...] = ()
    printed_source: PrintedSource | None = None  # the agency or outlet that the article names as its source
    notes: tuple[str, ...] = ()  # what could not be read, and why


def account_of(article: Article, roles: tuple[Role, ...] = ()) -> Account:
    """Read an article; after an error the account has only a note, and the other articles are still read."""
    try:
        return _read_account(article, roles)
    except Exception as problem:  # one text must not stop a job, except in tests
        pass_on_foreign(problem)  # the same article is read elsewhere, and a record must not depend on that
        if os.environ.get(STRICT):
            raise
        return Account(article, notes=(f"{article.id} not read: {type(problem).__name__}: {problem}",))


def _read_account(article: Article, roles: tuple[Role, ...]) -> Account:
    page = page_of(article, roles)
    claims, people = figures_and_people_on(page)
    return Account(
        article=article,
        page=page,
        claims=tuple(claims),
        names=names_on(page),
        people=people_named(page, claims, people),
        places=places_on(page),
        quotes=quotes_on(page),
        printed_source=page.printed_source,
        notes=() if page.language else (_unknown_language(article),),
    )


def _unknown_language(article: Article) -> str:
    known = ", ".join(known_languages())
    return f"figures of {article.id} not read: no tables for language {article.language!r} (there are {known})"


ReadAccount = Callable[[Article, tuple[Role, ...]], Account]
_Text = tuple[str, str | None, datetime | date | None]


def accounts_of(
    articles: Iterable[Article], roles: tuple[Role, ...] = (), read_account: ReadAccount = account_of
) -> list[Account]:
    """Read articles, each text once; `roles` are added to those of the languages."""
    read: dict[_Text, Account] = {}
    accounts = []
    for article in articles:
        key = article.text, article.language, article.published_at
        if key in read:
            accounts.append(_account_of_same_text(read[key], article, roles, read_account))
        else:
            read[key] = read_account(article, roles)
            accounts.append(read[key])
    return accounts


def _account_of_same_text(
    account: Account, article: Article, roles: tuple[Role, ...], read_account: ReadAccount
) -> Account:
    """An account for another article with the same text."""
    if account.page is None or account.page.language is None:
        return read_account(article, roles)
    claims = tuple(evolve(claim, article_id=article.id) for claim in account.claims)
    return evolve(account, article=article, page=evolve(account.page, article=article), claims=claims)
