"""The whole job: articles in, consolidated event records out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve

from newsdedup import mentions
from newsdedup.article import Article, Articles, earliest_first
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.event_dates import event_dates, with_years
from newsdedup.figures.origins import with_origins
from newsdedup.figures.reading import extract_figures
from newsdedup.figures.reconcile import reconcile
from newsdedup.furniture import body
from newsdedup.grouping.copy_groups import CopyGroups
from newsdedup.grouping.embedding import Embed
from newsdedup.grouping.event_groups import EventGroups
from newsdedup.grouping.events import find_events
from newsdedup.grouping.evidence import Model
from newsdedup.intake import read_articles
from newsdedup.languages import known_languages, language_of
from newsdedup.record import EventCollection, EventRecord, Report, Statement
from newsdedup.settings import EVENTS, ReconcileSettings, as_data, checked, named
from newsdedup.text import normalise, sentences

_TITLE_LENGTH = 200


def consolidate(
    articles_or_path: Any,
    *,
    policy: str | None = None,
    trusted: Sequence[str] = (),
    threshold: float | None = EVENTS.threshold,
    window_hours: float | None = EVENTS.window_hours,
    embed: Embed | None = None,
    evidence: Model | str | Path | None = None,
    seed: int = EVENTS.seed,
    threads: int | None = None,
    progress: bool | None = None,
) -> EventCollection:
    """Group articles by the event that they report, and reconcile what they say of it in numbers.

    Parameters
    ----------
    articles_or_path : Articles, path, frame or iterable
        Anything that `read_articles` takes.
    policy : {"most_recent", "most_conservative", "most_origins", "trusted"}, optional
        How conflicting figures get a best value; without one it stays empty.
    trusted : sequence of str
        Sources or article ids in order of trust, for the policy "trusted".
    threshold, window_hours, embed, evidence, seed, threads, progress
        As for `find_events`.

    Returns
    -------
    EventCollection
        A sequence of `EventRecord`, every article in exactly one.

    Examples
    --------
    >>> events = consolidate([
    ...     {"id": "a", "text": "Sáng 14/6, hội nghị trực tuyến toàn quốc khai mạc với hơn 10.000 điểm cầu."},
    ...     {"id": "b", "text": "Ngày 14/6, hội nghị trực tuyến toàn quốc có 11.000 điểm cầu tham gia."},
    ... ], threshold=0)
    >>> figure = events[0].figures[0]
    >>> figure.noun, figure.best, figure.status
    ('điểm cầu', Decimal('11000'), 'compatible')
    """
    settings = checked(ReconcileSettings, policy=policy, trusted=named(trusted))
    read = read_articles(articles_or_path)
    events = find_events(
        read,
        threshold=threshold,
        window_hours=window_hours,
        embed=embed,
        evidence=evidence,
        seed=seed,
        threads=threads,
        progress=progress,
    )
    by_id = {article.id: article for article in read}
    by_id_settings = evolve(settings, trusted=_trusted_ids(read, settings) or settings.trusted)
    likeness = _likeness(events)
    records = tuple(
        _record(
            [by_id[name] for name in group],
            events.copies,
            likeness=likeness,
            settings=by_id_settings,
        )
        for group in events.groups
    )
    return EventCollection(records, events.ids, events.labels, events.rejected, _settings_used(events, settings))


def _settings_used(events: EventGroups, settings: ReconcileSettings) -> dict[str, Any]:
    used = as_data(events.copies.settings, events.settings, settings)
    return used | {
        "copy_threshold": events.copies.settings.threshold,
        "threshold": events.threshold,
        "trusted": list(settings.trusted),
    }


def _trusted_ids(articles: Articles, settings: ReconcileSettings) -> tuple[str, ...]:
    """The trusted sources as article ids, in order of trust."""
    return tuple(
        article.id for name in settings.trusted for article in articles if name in (article.id, article.source)
    )


def _likeness(events: EventGroups) -> dict[str, float]:
    """For each article the sum of its scores with the other reports of its event."""
    left, right = events.pairs["left"], events.pairs["right"]
    within = events.labels[left] == events.labels[right]
    sums = np.zeros(len(events.ids))
    for ends in (left, right):
        np.add.at(sums, ends[within], events.pairs["score"][within])
    rows = zip(events.ids, sums, events.labels, strict=True)
    return {str(name): float(value) for name, value, label in rows if label >= 0}


def _record(
    articles: Sequence[Article], copies: CopyGroups, *, likeness: Mapping[str, float], settings: ReconcileSettings
) -> EventRecord:
    """The record of one event."""
    articles = sorted(articles, key=earliest_first)
    origins = {article.id: copies.origin_of(article.id) for article in articles}
    claims = with_origins(_claims(articles), origins)
    read = mentions.readings(_first_of_each_text(articles))
    dates = with_years(claim for claim in claims if claim.kind == "date")
    return EventRecord(
        event_id=_event_id(articles),
        title=_title(max(articles, key=lambda article: likeness[article.id])),
        dates=event_dates(dates),
        articles=tuple(_report(article, copies) for article in articles),
        figures=tuple(reconcile(claims, policy=settings.policy, trusted=settings.trusted)),
        people=mentions.people(read, origins),
        places=mentions.places(read, origins),
        quotes=mentions.quotes(read, origins),
        timeline=_timeline(dates),
        notes=_notes(articles),
    )


def _claims(articles: Sequence[Article]) -> list[FigureClaim]:
    """The claims of all articles; a text that several have is read once."""
    read: dict[tuple[Any, ...], list[FigureClaim]] = {}
    claims: list[FigureClaim] = []
    for article in articles:
        key = article.text, article.language, article.published_at
        if key not in read:
            read[key] = extract_figures(article)
        claims += (evolve(claim, article_id=article.id) for claim in read[key])
    return claims


def _first_of_each_text(articles: Sequence[Article]) -> list[Article]:
    return list({article.text: article for article in reversed(articles)}.values())[::-1]


def _event_id(articles: Sequence[Article]) -> str:
    """A hash of the article ids, whatever their order."""
    names = "\n".join(sorted(article.id for article in articles))
    return hashlib.blake2b(names.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _title(article: Article) -> str:
    """Its headline, else its first sentence."""
    if article.title:
        return " ".join(article.title.split())
    text = normalise(article.text)
    start, end = next(
        (span for piece in body(text, article.language) for span in sentences(text, *piece)), (0, len(text.plain))
    )
    words = " ".join(text.quote(start, end).split()) if end > start else ""
    return words if len(words) <= _TITLE_LENGTH else words[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


def _report(article: Article, copies: CopyGroups) -> Report:
    relation = copies.relations.get(article.id)
    return Report(
        id=article.id,
        title=article.title,
        source=article.source,
        published_at=article.published_at,
        url=article.url,
        language=article.language,
        copy_of=relation.to if relation and relation.kind == "copy" else None,
        origin=copies.origin_of(article.id),
        relation=relation.kind if relation else None,
    )


def _timeline(dates: Sequence[FigureClaim]) -> tuple[Statement, ...]:
    """Dated sentences in order; a sentence that several reports copied stands once."""
    statements: dict[tuple[str, str], Statement] = {}
    for claim in dates:
        if claim.role in (None, "as_of"):
            key = str(claim.value), claim.origin if claim.origin and "@" in claim.origin else claim.sentence
            statements.setdefault(
                key, Statement(date=str(claim.value), text=claim.sentence, article_id=claim.article_id)
            )
    return tuple(sorted(statements.values(), key=lambda one: (one.date, one.article_id, one.text)))


def _notes(articles: Sequence[Article]) -> tuple[str, ...]:
    """Articles whose figures were not read, since their language has no tables."""
    known = ", ".join(known_languages())
    return tuple(
        f"figures of {article.id} not read: no tables for language {article.language!r} (there are {known})"
        for article in articles
        if language_of(article.language) is None
    )
