"""The record of an event, assembled from its articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Final

from attrs import frozen

from newsdedup.articles.article import Article, earliest_first
from newsdedup.copies.relations import Relation
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.read.extract import figures_on
from newsdedup.figures.reconcile.event_dates import event_dates, with_years
from newsdedup.figures.reconcile.figures import reconcile
from newsdedup.figures.reconcile.origins import with_origins
from newsdedup.languages import Role
from newsdedup.records.account import STRICT, Account, ReadAccount, account_of, accounts_of
from newsdedup.records.independence import Voice, Voices, voices_of, with_cited_origins
from newsdedup.records.people import PeopleOfArticle, people_of_event
from newsdedup.records.person_names import may_begin_name
from newsdedup.records.places import places_of_event
from newsdedup.records.quotes import quotes_of_event
from newsdedup.records.record import EventRecord, Report, event_id_of
from newsdedup.records.summary import (
    Passage,
    PrintedFigure,
    SummarySentence,
    central,
    only_in,
    sentences_of,
    terms_of,
)
from newsdedup.records.timeline import timeline_of
from newsdedup.records.title import Headline, replaces, title_of
from newsdedup.support.errors import pass_on_foreign
from newsdedup.support.settings import ReconcileSettings
from newsdedup.text.headlines import plain_headline
from newsdedup.text.normal_form import normalise
from newsdedup.text.page import Page, page_of
from newsdedup.text.tokens import tokens

_TITLE_LENGTH: Final = 200
_HEAD_CHARS: Final = 300  # characters of a text that say what it is about


@frozen(kw_only=True)
class GroupedArticles:
    """The articles about one event, with the results of grouping; each mapping is by article id."""

    articles: tuple[Article, ...]
    origins: Mapping[str, str]  # the article that each one copies, or its own id
    relations: Mapping[str, Relation]  # how those that are copies or excerpts relate to another
    likeness: Mapping[str, float]  # how similar each is to the others


def assemble_record(
    event: GroupedArticles,
    settings: ReconcileSettings,
    roles: tuple[Role, ...] = (),
    read_account: ReadAccount = account_of,
) -> EventRecord:
    """The record of an event; `roles` are added to those of the languages. `read_account` may remember articles.

    After an error while the event is put together the record has its articles, and a note that names each.
    """
    accounts = accounts_of(sorted(event.articles, key=earliest_first), roles, read_account)
    try:
        return _record_of_accounts(accounts, event, settings, roles)
    except Exception as problem:  # one event must not stop a job, except in tests
        pass_on_foreign(problem)
        if os.environ.get(STRICT):
            raise
        return _record_of_accounts(_without_readings(accounts, problem), event, settings, roles)


def _without_readings(accounts: Sequence[Account], problem: Exception) -> list[Account]:
    """The articles alone, each with a note: what was read from them cannot be put together."""
    reason = f"not reconciled: {type(problem).__name__}: {problem}"
    return [Account(one.article, notes=(*one.notes, f"{one.article.id} {reason}")) for one in accounts]


def _record_of_accounts(
    accounts: Sequence[Account], event: GroupedArticles, settings: ReconcileSettings, roles: tuple[Role, ...]
) -> EventRecord:
    articles = [one.article for one in accounts]
    distinct = _first_of_each_text(accounts)
    read = [claim for account in accounts for claim in account.claims]
    found = voices_of([(one.article, one.printed_source) for one in accounts], event.origins)
    voices = found.origins
    claims = with_cited_origins(with_origins(read, voices, event.origins), found)
    dates = with_years(claim for claim in claims if claim.kind == "date")
    days = event_dates(dates, others=claims, heads=_heads(distinct, event.origins))
    figures = tuple(reconcile(claims, policy=settings.policy, trusted=settings.trusted, roles=roles))
    pages = _pages_of_origins(accounts, event.origins)
    leads = {page.article.id: _page_of_summary(page.article) for page in pages if page.article.summary}
    sentences = [one for page in pages for one in _sentences_of(page, leads, voices[page.article.id])]
    headlines = _headlines_of(pages, event.likeness)
    printed = _printed_figures(figures) | _outdated_in(leads, figures)
    key_sentences = central(sentences, printed, [one.terms for one in headlines], event.likeness)
    people = people_of_event([_people_of_article(one, voices) for one in distinct], _known_places(distinct))
    return EventRecord(
        event_id=event_id_of(article.id for article in articles),
        title=_title(accounts, headlines, figures, key_sentences, event.likeness),
        dates=days,
        articles=_all_reports(articles, event.relations, found),
        figures=figures,
        people=people if settings.people else (),
        places=places_of_event(
            [(voices[one.article.id], one.places) for one in distinct],
            [person.name for person in people],
            [(voices[one.article.id], one.article.title or "") for one in distinct],
        ),
        quotes=quotes_of_event([(one.article.id, one.quotes) for one in distinct], voices),
        timeline=timeline_of(dates, days),
        only_in=tuple(one for one in only_in(sentences, printed) if one not in key_sentences[:1]),
        key_sentences=key_sentences,
        notes=tuple(note for account in accounts for note in account.notes),
    )


def _people_of_article(account: Account, voices: Mapping[str, str]) -> PeopleOfArticle:
    article = account.article
    return PeopleOfArticle(voices[article.id], account.names, account.people, article.title or "")


def _first_of_each_text(accounts: Iterable[Account]) -> list[Account]:
    first: dict[str, Account] = {}
    for account in accounts:
        first.setdefault(account.article.text, account)
    return list(first.values())


def _heads(accounts: Iterable[Account], origins: Mapping[str, str]) -> list[str]:
    """What each article says first that copies no other."""
    articles = (one.article for one in accounts if origins[one.article.id] == one.article.id)
    return [f"{article.title or ''}\n{article.text[:_HEAD_CHARS]}" for article in articles]


def _headlines_of(pages: Iterable[Page], likeness: Mapping[str, float]) -> list[Headline]:
    """The headlines of these pages, without what is not part of them."""
    found = []
    for page in pages:
        article = page.article
        text = plain_headline(article.title, article.source or article.url, article.language) if article.title else None
        if text:
            terms = terms_of(tokens(normalise(text)), page.function_words)
            found.append(Headline(text, terms, likeness[article.id]))
    return found


def _title(
    accounts: Sequence[Account],
    headlines: Sequence[Headline],
    figures: Sequence[ReconciledFigure],
    key_sentences: Sequence[Passage],
    likeness: Mapping[str, float],
) -> str:
    """The best headline, else the lead, else the first sentence of the most central article."""
    most_like = max(accounts, key=lambda account: likeness[account.article.id])
    language = most_like.article.language
    title = title_of(headlines, figures, lambda text: figures_on(page_of(Article(text, language=language))))
    if title is None and key_sentences and not any(likeness.values()):
        title = key_sentences[0].text
    words = " ".join((title or _first_sentence(most_like)).split())
    return words if len(words) <= _TITLE_LENGTH else words[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


def _first_sentence(account: Account) -> str:
    page = account.page
    if page is None:
        return account.article.text[: _TITLE_LENGTH + 1]
    start, end = page.sentences[0] if page.sentences else (0, len(page.text.plain))
    return page.text.quote(start, end) if end > start else ""


def _all_reports(articles: Sequence[Article], copied: Mapping[str, Relation], found: Voices) -> tuple[Report, ...]:
    by_id = {article.id: article for article in articles}
    return tuple(_report_of(one, copied.get(one.id), found.of_articles[one.id], by_id) for one in articles)


def _report_of(article: Article, copied: Relation | None, voice: Voice, by_id: Mapping[str, Article]) -> Report:
    return Report(
        id=article.id,
        title=article.title,
        source=article.source,
        published_at=article.published_at,
        url=article.url,
        language=article.language,
        copy_of=copied.to if copied and copied.kind == "copy" else None,
        origin=voice.origin,
        relation=_kind_of_copy(article, copied, by_id) or voice.relation,
        voice=voice.name,
        named_by=voice.words,
    )


def _kind_of_copy(article: Article, copied: Relation | None, by_id: Mapping[str, Article]) -> str | None:
    """Whether an article is a copy, an excerpt or, where another text was at its address, a version."""
    if copied is None or copied.kind != "copy" or not article.url:
        return copied.kind if copied else None
    other = by_id.get(copied.to, article)
    return "version" if other.url == article.url and other.text != article.text else "copy"


def _known_places(accounts: Sequence[Account]) -> set[str]:
    """Places that the articles name, and the countries in the tables of their languages."""
    languages = {one.page.language for one in accounts if one.page and one.page.language}
    mentions = (place for one in accounts for place in one.places.mentions)
    named = {place.name for place in mentions if place.level != "unknown" or not may_begin_name(place.name)}
    return named.union(*((*one.places.countries, *one.places.known, *one.places.aliases) for one in languages))


def _pages_of_origins(accounts: Iterable[Account], origins: Mapping[str, str]) -> list[Page]:
    """The page of the earliest article of each text; its copies add nothing."""
    first: dict[str, Page] = {}
    for account in accounts:
        if account.page is not None:
            first.setdefault(origins[account.article.id], account.page)
    return list(first.values())


def _page_of_summary(article: Article) -> Page:
    """The summary of an article, where feeds and sites keep its lead, as a page of its own."""
    return page_of(Article(article.summary or "", id=article.id, language=article.language))


def _sentences_of(page: Page, leads: Mapping[str, Page], origin: str) -> list[SummarySentence]:
    """The sentences of the summary of an article that its text does not print, then those of its text."""
    sentences = sentences_of(page, origin)
    printed = {one.terms for one in sentences}
    lead = leads.get(page.article.id)
    own = sentences_of(lead, origin, part="summary") if lead else []
    return [*(one for one in own if one.terms not in printed), *sentences]


def _printed_figures(figures: Iterable[ReconciledFigure]) -> dict[tuple[str, str], list[PrintedFigure]]:
    """For each article the figures that its text prints, in its order."""
    printed: dict[tuple[str, str], list[PrintedFigure]] = {}
    for number, figure in enumerate(figures):
        for claim in figure.claims:
            one = PrintedFigure(claim.start, number, figure.n_origins, replaces(figure, claim))
            printed.setdefault((claim.article_id, "text"), []).append(one)
    return {place: sorted(of_text, key=attrgetter("start")) for place, of_text in printed.items()}


def _outdated_in(
    leads: Mapping[str, Page], figures: Sequence[ReconciledFigure]
) -> dict[tuple[str, str], list[PrintedFigure]]:
    """The figures of summaries that a later report replaced; they are read only where one was replaced."""
    updated = [(number, figure) for number, figure in enumerate(figures) if figure.history]
    return {
        (name, "summary"): [
            PrintedFigure(claim.start, number, figure.n_origins, is_stale=True)
            for claim in figures_on(page)
            for number, figure in updated
            if replaces(figure, claim)
        ]
        for name, page in (leads.items() if updated else ())
    }
