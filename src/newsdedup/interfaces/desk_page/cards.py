"""What the desk page shows of an event: a card for the list, and the details under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from newsdedup.figures.figure import Alternative, ReconciledFigure
from newsdedup.figures.quantity import OPEN_ABOVE, OPEN_BELOW
from newsdedup.figures.reconcile.event_dates import EventDates
from newsdedup.interfaces.desk_page.catalogue import ENGLISH, Catalogue
from newsdedup.interfaces.desk_page.passages import ShownArticles, shown_articles
from newsdedup.interfaces.html import printed_values, range_bar, safe_url
from newsdedup.interfaces.wording import (
    STATUS_LABELS,
    about_person,
    alternative_date,
    alternative_value,
    date_in_words,
    figure_name,
    figure_remarks,
    figure_value,
    level_in_words,
    moment_in_words,
    relation_words,
    span_in_words,
)
from newsdedup.languages import known_roles
from newsdedup.records.record import EventRecord, Report
from newsdedup.records.summary import Passage
from newsdedup.records.timeline import Statement

_KEY_FIGURES: Final = 3
_PAGE_SENTENCES: Final = 4
_URGENCY: Final = {"conflict": 1, "superseded": 2}  # figures of other statuses stay in the record's order
_LAST: Final = 4  # place of a figure of which no value is left
_SERIES: Final = ("history", "alternatives", "series")  # attributes that hold several values


def event_card(record: EventRecord, words: Catalogue = ENGLISH) -> dict[str, Any]:
    """An event in the list: its title, dates, sources, statuses and most important figures."""
    statuses = Counter(figure.status for figure in record.figures)
    days = sorted(_days_to_filter_by(record))
    first, last = (days[0], days[-1]) if days else (None, None)
    return _without_empty(
        id=record.event_id,
        title=record.title,
        language=record.articles[0].language,
        when=words.of(span_in_words(record.start_date, record.end_date)),
        published=None if record.start_date else words.of(span_in_words(first, last)),
        first=first,
        last=last,
        datesDiffer=record.dates.status == "conflict",
        articles=record.n_articles,
        origins=record.n_origins,
        sources=list(dict.fromkeys(one.source for one in record.articles if one.source)),
        statuses={name: statuses[name] for name in STATUS_LABELS if statuses[name]},
        figures=[_card_figure(figure, words) for figure in important_first(record.figures)[:_KEY_FIGURES]],
    )


def _days_to_filter_by(record: EventRecord) -> Iterator[str]:
    """The days of the event; without any, those of its reports."""
    own = [day for day in (record.start_date, record.end_date) if day and day[0].isdigit()]
    yield from own or (one.published_at.isoformat()[:10] for one in record.articles if one.published_at)


def important_first(figures: Iterable[ReconciledFigure]) -> list[ReconciledFigure]:
    """First the tolls, then what an editor must check; last what no longer stands, in order of time.

    A toll is the best supported count of those who were killed, injured and so on, for each role that changes with
    time. The values that it had before are in its history.
    """
    figures = list(figures)
    tolls = _tolls(figures)
    return sorted(figures, key=lambda figure: _importance(figure, tolls))


def _tolls(figures: Iterable[ReconciledFigure]) -> list[ReconciledFigure]:
    """The first figure of each role of a toll that has a value; figures are sorted by their support."""
    roles = known_roles()
    tolls: dict[str, ReconciledFigure] = {}
    for figure in figures:
        role = roles.get(figure.role or "")
        if role and role.of_people and role.evolves and figure.change == "level" and not _is_gone(figure):
            tolls.setdefault(role.name, figure)
    return [figure for figure in tolls.values() if figure.n_origins > 1]


def _importance(figure: ReconciledFigure, tolls: Sequence[ReconciledFigure]) -> tuple[int, str]:
    if any(figure is toll for toll in tolls):
        return 0, ""
    if _is_gone(figure):
        return _LAST, max((str(claim.reported_at or "") for claim in figure.claims), default="")
    return _URGENCY.get(figure.status, _LAST - 1), ""


def _is_gone(figure: ReconciledFigure) -> bool:
    """Whether later reports leave none of its values."""
    return figure.status == "superseded" and figure.best is None


def event_details(record: EventRecord, texts: Mapping[str, str], words: Catalogue = ENGLISH) -> dict[str, Any]:
    """What unfolds under a card: figures, reports with their passages, people, places and dates."""
    shown = shown_articles(record, texts)
    return _without_empty(
        articles=[_article_data(article, shown, words) for article in record.articles],
        figures=[
            _figure_details(figure, words) | {"claims": [shown.position(claim) for claim in figure.claims]}
            for figure in important_first(record.figures)
        ],
        dates=_dates_data(record.dates) if record.dates.status else None,
        people=[
            _without_empty(name=one.name, about=words.of(about_person(one)), origins=one.n_origins)
            for one in record.people
        ],
        places=[
            _without_empty(name=one.name, level=words.of(level_in_words(one.level) or ""), origins=one.n_origins)
            for one in record.places
        ],
        quotes=[
            {"text": one.text, "articles": [shown.number(name) for name in one.article_ids]} for one in record.quotes
        ],
        summary=_sentences_data(record.key_sentences[:_PAGE_SENTENCES], shown),
        onlyIn=_sentences_data(record.only_in, shown),
        timeline=_timeline_data(record.timeline, shown, words),
        notes=words.all_of(record.notes),
    )


def _article_data(article: Report, shown: ShownArticles, words: Catalogue) -> dict[str, Any]:
    number = shown.number(article.id)
    is_shown = article.relation is not None and article.origin in shown.ids
    return _without_empty(
        id=article.id,
        title=article.title,
        source=article.source,
        when=words.of(moment_in_words(article.published_at)),
        url=safe_url(article.url),
        language=article.language,
        relation=words.of((relation_words(article) if is_shown else article.relation) or ""),
        of=[shown.number(article.origin)] if is_shown else None,
        passages=[passage.words for passage in shown.passages[number]],
        whole=shown.is_whole[number],
    )


def _dates_data(dates: EventDates) -> dict[str, Any]:
    return _without_empty(status=dates.status, articles=dates.n_articles, origins=dates.n_origins)


def _sentences_data(sentences: Sequence[Passage], shown: ShownArticles) -> list[dict[str, Any]]:
    """Sentences of the reports, those of the earliest report first."""
    ordered = sorted(sentences, key=lambda one: (shown.number(one.article_id), one.start))
    return [{"text": one.text, "article": shown.number(one.article_id)} for one in ordered]


def _timeline_data(statements: Iterable[Statement], shown: ShownArticles, words: Catalogue) -> list[dict[str, Any]]:
    """Dated sentences, each once with all its dates."""
    dates: dict[tuple[str, str], list[str]] = {}
    for one in statements:
        dates.setdefault((one.text, one.article_id), []).append(words.of(date_in_words(one.date)))
    return [
        {"when": "; ".join(dict.fromkeys(when)), "text": text, "article": shown.number(name)}
        for (text, name), when in dates.items()
    ]


def _without_empty(**values: Any) -> dict[str, Any]:
    """The values that are neither missing nor empty."""
    return {name: value for name, value in values.items() if value not in (None, "", False, (), [], {})}


def _card_figure(figure: ReconciledFigure, words: Catalogue) -> dict[str, Any]:
    """A figure as the card of an event shows it: the value that stands, and those before it in order of time."""
    earlier = [one for one in figure.history if one.value != figure.best]
    return _key_figure(figure, words) | _without_empty(before=[_step(one, figure, words) for one in earlier])


def _key_figure(figure: ReconciledFigure, words: Catalogue) -> dict[str, Any]:
    """Name, value and status of a figure."""
    name = figure_name(figure)
    return _without_empty(
        name=name if figure.nouns else words.of(name),
        value=words.of(figure_value(figure), context=figure.kind),
        status=figure.status,
    )


def _figure_details(figure: ReconciledFigure, words: Catalogue) -> dict[str, Any]:
    """All that the page shows of a figure, except the positions of its claims."""
    return _without_empty(
        **_key_figure(figure, words),
        named=bool(figure.nouns),
        remarks=words.all_of(figure_remarks(figure)),
        rule=words.of(figure.rule),
        articles=figure.n_articles,
        origins=figure.n_origins,
        bar=_bar(figure),
        partOf=figure.part_of,
        notes=words.all_of(figure.notes),
        **{name: [_step(one, figure, words) for one in getattr(figure, name)] for name in _SERIES},
    )


def _step(one: Alternative, figure: ReconciledFigure, words: Catalogue) -> dict[str, Any]:
    """One of several values of a figure, with its day and its origins."""
    return _without_empty(
        value=words.of(alternative_value(one, figure), context=figure.kind),
        when=words.of(alternative_date(one)),
        step=one.step,
        origins=one.n_origins,
    )


def _bar(figure: ReconciledFigure) -> dict[str, Any] | None:
    """The bar of the printed values, with the side to which each is open."""
    bar = range_bar(figure)
    if bar is None:
        return None
    return _without_empty(
        values=bar.values,
        sides=[_open_side(value, figure) for value in printed_values(figure)],
        best=[bar.best] if bar.best is not None else None,
        feasible=bar.feasible,
        openLeft=bar.open_left,
        openRight=bar.open_right,
        ends=bar.ends,
    )


def _open_side(value: Decimal, figure: ReconciledFigure) -> str:
    """The side to which all claims of a value leave it open: "more than 10" is open to the right."""
    printing = [claim.qualifier for claim in figure.claims if claim.value == value]
    sides = {"right" if one in OPEN_ABOVE else "left" if one in OPEN_BELOW else "" for one in printing}
    return sides.pop() if len(sides) == 1 else ""
