"""The reports of one event, and the record that they come to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from newsdedup.articles.article import Article, earliest_first
from newsdedup.copies.groups import Relation
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.reconcile.event_dates import event_dates, with_years
from newsdedup.figures.reconcile.figures import reconcile
from newsdedup.figures.reconcile.origins import with_origins
from newsdedup.languages import Role
from newsdedup.records import summary
from newsdedup.records.account import Account, accounts_of
from newsdedup.records.people import people
from newsdedup.records.places import places_of_event
from newsdedup.records.quotes import quotes_of_event
from newsdedup.records.record import EventRecord, Report, Statement
from newsdedup.support.settings import ReconcileSettings
from newsdedup.text.page import Page

_TITLE_LENGTH = 200


@frozen(kw_only=True)
class Event:
    """Reports of one event, with what grouping knows of them; each mapping goes by article id.

    Attributes
    ----------
    articles : tuple of Article
    origins : mapping of str to str
        The article whose words each prints.
    relations : mapping of str to Relation
        How those that are copies or excerpts relate to another.
    likeness : mapping of str to float
        How much each resembles the others.
    """

    articles: tuple[Article, ...]
    origins: Mapping[str, str]
    relations: Mapping[str, Relation]
    likeness: Mapping[str, float]


def record_of_event(event: Event, settings: ReconcileSettings, roles: tuple[Role, ...] = ()) -> EventRecord:
    """What the reports of an event say, together; `roles` are added to those of their languages."""
    articles = sorted(event.articles, key=earliest_first)
    accounts = accounts_of(articles, roles)
    distinct = _first_of_each_text(accounts)
    claims = with_origins([claim for account in accounts for claim in account.claims], event.origins)
    dates = with_years(claim for claim in claims if claim.kind == "date")
    figures = tuple(reconcile(claims, policy=settings.policy, trusted=settings.trusted, roles=roles))
    sentences = _sentences(accounts, event.origins)
    printed = _where_printed(figures)
    named = [(event.origins[one.article.id], one.places) for one in distinct]
    return EventRecord(
        event_id=_event_id(articles),
        title=_title(max(accounts, key=lambda account: event.likeness[account.article.id])),
        dates=event_dates(dates),
        articles=tuple(_report(article, event) for article in articles),
        figures=figures,
        people=people([(event.origins[one.article.id], one.names) for one in distinct], _known_places(distinct)),
        places=places_of_event(named),
        quotes=quotes_of_event([(one.article.id, one.quotes) for one in distinct], event.origins),
        timeline=_timeline(dates),
        only_in=summary.only_in(sentences, printed),
        key_sentences=summary.central(sentences, printed),
        notes=tuple(note for account in accounts for note in account.notes),
    )


def _first_of_each_text(accounts: Iterable[Account]) -> list[Account]:
    first: dict[str, Account] = {}
    for account in accounts:
        first.setdefault(account.article.text, account)
    return list(first.values())


def _known_places(accounts: Iterable[Account]) -> set[str]:
    """Places that the reports name, and the countries of their languages."""
    accounts = list(accounts)
    languages = {one.page.language for one in accounts if one.page and one.page.language}
    named = {place.name for one in accounts for place in one.places}
    return named.union(*(language.places.countries for language in languages))


def _event_id(articles: Sequence[Article]) -> str:
    """A hash of the article ids, whatever their order."""
    names = "\n".join(sorted(article.id for article in articles))
    return hashlib.blake2b(names.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _title(account: Account) -> str:
    """Its headline, else its first sentence."""
    if account.article.title:
        return " ".join(account.article.title.split())
    words = _first_sentence(account.page) if account.page else account.article.text[: _TITLE_LENGTH + 1]
    words = " ".join(words.split())
    return words if len(words) <= _TITLE_LENGTH else words[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


def _first_sentence(page: Page) -> str:
    start, end = page.sentences[0] if page.sentences else (0, len(page.text.plain))
    return page.text.quote(start, end) if end > start else ""


def _report(article: Article, event: Event) -> Report:
    relation = event.relations.get(article.id)
    return Report(
        id=article.id,
        title=article.title,
        source=article.source,
        published_at=article.published_at,
        url=article.url,
        language=article.language,
        copy_of=relation.to if relation and relation.kind == "copy" else None,
        origin=event.origins[article.id],
        relation=relation.kind if relation else None,
    )


def _sentences(accounts: Iterable[Account], origins: Mapping[str, str]) -> list[summary.Sentence]:
    """The sentences of the earliest report of each origin; those of its copies say nothing new."""
    first: dict[str, Page] = {}
    for account in accounts:
        if account.page is not None:
            first.setdefault(origins[account.article.id], account.page)
    return [sentence for origin, page in first.items() for sentence in summary.sentences_of(page, origin)]


def _where_printed(figures: Iterable[ReconciledFigure]) -> dict[str, list[tuple[int, int, int]]]:
    """For each article where its figures start, which they are, and how many origins each has."""
    printed: dict[str, list[tuple[int, int, int]]] = {}
    for number, figure in enumerate(figures):
        for claim in figure.claims:
            printed.setdefault(claim.article_id, []).append((claim.start, number, figure.n_origins))
    return printed


def _timeline(dates: Sequence[FigureClaim]) -> tuple[Statement, ...]:
    """Dated sentences in order; a sentence that several reports copied stands once."""
    statements: dict[tuple[str, str], Statement] = {}
    for claim in dates:
        if claim.role in (None, "as_of"):
            key = str(claim.value), claim.origin if claim.origin and "@" in claim.origin else claim.sentence
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
