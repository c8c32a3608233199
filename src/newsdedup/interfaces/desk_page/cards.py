"""What the desk page shows of an event: a card for the list, and the details under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.reconcile.event_dates import EventDates
from newsdedup.interfaces.desk_page.figures import figure_details, key_figure, without_empty
from newsdedup.interfaces.desk_page.passages import ShownArticles, shown_articles
from newsdedup.interfaces.html import safe_url
from newsdedup.interfaces.wording import STATUS_LABELS, date_in_words, level_in_words, moment_in_words, span_in_words
from newsdedup.records.record import EventRecord, Report
from newsdedup.records.summary import Passage
from newsdedup.records.timeline import Statement

_KEY_FIGURES: Final = 3
_PAGE_SENTENCES: Final = 4
_URGENCY: Final = {"conflict": 0, "superseded": 1}  # figures of other statuses stay in the record's order


def event_card(record: EventRecord) -> dict[str, Any]:
    """An event in the list: its title, dates, sources, statuses and most urgent figures."""
    statuses = Counter(figure.status for figure in record.figures)
    days = sorted(_days_to_filter_by(record))
    first, last = (days[0], days[-1]) if days else (None, None)
    return without_empty(
        id=record.event_id,
        title=record.title,
        language=record.articles[0].language,
        when=span_in_words(record.start_date, record.end_date),
        published=None if record.start_date else span_in_words(first, last),
        first=first,
        last=last,
        datesDiffer=record.dates.status == "conflict",
        articles=record.n_articles,
        origins=record.n_origins,
        sources=list(dict.fromkeys(one.source for one in record.articles if one.source)),
        statuses={name: statuses[name] for name in STATUS_LABELS if statuses[name]},
        figures=[key_figure(figure) for figure in _urgent_first(record.figures)[:_KEY_FIGURES]],
    )


def _days_to_filter_by(record: EventRecord) -> Iterator[str]:
    """The days of the event; without any, those of its reports."""
    own = [day for day in (record.start_date, record.end_date) if day and day[0].isdigit()]
    yield from own or (one.published_at.isoformat()[:10] for one in record.articles if one.published_at)


def _urgent_first(figures: Iterable[ReconciledFigure]) -> list[ReconciledFigure]:
    return sorted(figures, key=lambda figure: _URGENCY.get(figure.status, len(_URGENCY)))


def event_details(record: EventRecord, texts: Mapping[str, str]) -> dict[str, Any]:
    """What unfolds under a card: figures, reports with their passages, people, places and dates."""
    shown = shown_articles(record, texts)
    return without_empty(
        articles=[_article_data(article, shown) for article in record.articles],
        figures=[
            figure_details(figure) | {"claims": [shown.position(claim) for claim in figure.claims]}
            for figure in _urgent_first(record.figures)
        ],
        dates=_dates_data(record.dates) if record.dates.status else None,
        people=[without_empty(name=one.name, office=one.office, origins=one.n_origins) for one in record.people],
        places=[
            without_empty(name=one.name, level=level_in_words(one.level), origins=one.n_origins)
            for one in record.places
        ],
        quotes=[
            {"text": one.text, "articles": [shown.number(name) for name in one.article_ids]} for one in record.quotes
        ],
        summary=_sentences_data(record.key_sentences[:_PAGE_SENTENCES], shown),
        onlyIn=_sentences_data(record.only_in, shown),
        timeline=_timeline_data(record.timeline, shown),
        notes=record.notes,
    )


def _article_data(article: Report, shown: ShownArticles) -> dict[str, Any]:
    number = shown.number(article.id)
    return without_empty(
        id=article.id,
        title=article.title,
        source=article.source,
        when=moment_in_words(article.published_at),
        url=safe_url(article.url),
        language=article.language,
        relation=article.relation,
        of=[shown.number(article.origin)] if article.relation and article.origin in shown.ids else None,
        passages=[passage.words for passage in shown.passages[number]],
        whole=shown.is_whole[number],
    )


def _dates_data(dates: EventDates) -> dict[str, Any]:
    return without_empty(status=dates.status, articles=dates.n_articles, origins=dates.n_origins)


def _sentences_data(sentences: Sequence[Passage], shown: ShownArticles) -> list[dict[str, Any]]:
    """Sentences of the reports, those of the earliest report first."""
    ordered = sorted(sentences, key=lambda one: (shown.number(one.article_id), one.start))
    return [{"text": one.text, "article": shown.number(one.article_id)} for one in ordered]


def _timeline_data(statements: Iterable[Statement], shown: ShownArticles) -> list[dict[str, Any]]:
    """Dated sentences, each once with all its dates."""
    dates: dict[tuple[str, str], list[str]] = {}
    for one in statements:
        dates.setdefault((one.text, one.article_id), []).append(date_in_words(one.date))
    return [
        {"when": "; ".join(dict.fromkeys(when)), "text": text, "article": shown.number(name)}
        for (text, name), when in dates.items()
    ]
