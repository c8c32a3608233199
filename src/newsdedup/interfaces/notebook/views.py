"""Results as notebooks show them: each value registers its view.

All words of articles are escaped, and only addresses of the web become links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from newsdedup.articles.article import Article, Articles, Rejection
from newsdedup.articles.headings import heading_of
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import Alternative, ReconciledFigure
from newsdedup.interfaces.distinction import distinguishing_words
from newsdedup.interfaces.html import Html, RangeBar, element, escaped, joined, link, range_bar
from newsdedup.interfaces.notebook.parts import (
    MOST_PARTS,
    folded_card,
    hint,
    item_list,
    more_line,
    named_list,
    notebook_view,
    rejected_card,
    status_pill,
    status_tally,
    titled,
)
from newsdedup.interfaces.wording import (
    about_person,
    alternative_date,
    alternative_value,
    backing_in_words,
    count_in_words,
    date_in_words,
    figure_name,
    figure_remarks,
    figure_value,
    level_in_words,
    moment_in_words,
    span_in_words,
)
from newsdedup.records.collection import EventCollection
from newsdedup.records.quotes import Quote
from newsdedup.records.record import EventRecord, Report
from newsdedup.records.summary import Passage, Summary
from newsdedup.records.timeline import Statement
from newsdedup.support.display import cut_between_words, html_of

_MOST_FIGURE_CARDS: Final = 12
_MOST_CLAIMS: Final = 12
_VIEW_SENTENCES: Final = 3
_TEXT_LETTERS: Final = 400  # letters of an article that are shown
_OPEN_TEXT_LETTERS: Final = 4000  # the same where it is shown alone


@html_of.register
def collection_view(events: EventCollection) -> str:
    """The first events as cards."""
    statuses = Counter(figure.status for record in events for figure in record.figures)
    articles = count_in_words(sum(one.n_articles for one in events), "article")
    counts = f"{count_in_words(len(events), 'event')}, {articles}"
    return notebook_view(
        element("p", element("b", counts), " ", status_tally(statuses)),
        *(folded_card(_headline(record), *_record_parts(record)) for record in events[:MOST_PARTS]),
        more_line(len(events) - MOST_PARTS, "give an index, or .of(article_id)"),
        rejected_card(events.rejected),
    )


@html_of.register
def record_view(record: EventRecord) -> str:
    """One event: its figures with their claims, its reports, and what else they say."""
    return notebook_view(element("p", _headline(record)), *_record_parts(record))


@html_of.register
def figure_view(figure: ReconciledFigure) -> str:
    """One figure, its claims unfolded."""
    return notebook_view(_figure_card(figure, {}, is_open=True))


def _headline(record: EventRecord) -> Html:
    """An event in a line: title, days, reports, and what an editor must check."""
    days = span_in_words(record.start_date, record.end_date)
    urgent = Counter(one.status for one in record.figures if one.status in ("conflict", "superseded"))
    backing = backing_in_words(record.n_articles, record.n_origins)
    return joined((titled(record.title, days, backing), status_tally(urgent)), " ")


def _record_parts(record: EventRecord) -> Iterator[Html | None]:
    """What unfolds under the headline of an event."""
    reports = {report.id: report for report in record.articles}
    summary = record.summary(_VIEW_SENTENCES).sentences
    yield element("p", joined([_sentence(one, reports) for one in summary], " ")) if summary else None
    words = distinguishing_words(record.figures)
    for figure, around in zip(record.figures[:_MOST_FIGURE_CARDS], words, strict=False):
        yield _figure_card(figure, reports, words=around)
    yield more_line(len(record.figures) - _MOST_FIGURE_CARDS, ".figures has all")
    yield named_list("Reports", "articles", [_report_line(report) for report in record.articles])
    yield named_list("Timeline", "timeline", [_dated_sentence(one, reports) for one in record.timeline])
    yield named_list("Only in one report", "only_in", [_sentence(one, reports) for one in record.only_in])
    yield named_list("Quotations", "quotes", [_quotation(one, reports) for one in record.quotes])
    yield named_list(
        "People", "people", [titled(one.name, about_person(one), _origins(one.n_origins)) for one in record.people]
    )
    yield named_list(
        "Places",
        "places",
        [titled(one.name, level_in_words(one.level), _origins(one.n_origins)) for one in record.places],
    )
    yield named_list("Notes", "notes", [escaped(note) for note in record.notes])


def _origins(number: int) -> str:
    return count_in_words(number, "origin")


def _dated_sentence(one: Statement, reports: Mapping[str, Report]) -> Html:
    parts = element("b", date_in_words(one.date)), element("q", one.text), _cited_report(one.article_id, reports)
    return joined(parts, " ")


def _sentence(one: Passage, reports: Mapping[str, Report]) -> Html:
    """A sentence of a report, with the source of the report."""
    report = reports.get(one.article_id)
    words = link(report.source or report.id, report.url) if report else one.article_id
    return joined((element("q", one.text), hint(words)), " ")


def _quotation(one: Quote, reports: Mapping[str, Report]) -> Html:
    return joined((element("q", one.text), *(_cited_report(name, reports) for name in one.article_ids)), " ")


@html_of.register
def articles_view(articles: Articles) -> str:
    """The first articles: title, source, day, and the beginning of each text."""
    return notebook_view(
        element("p", element("b", count_in_words(len(articles), "article"))),
        *(_article_card(article) for article in articles[:MOST_PARTS]),
        more_line(len(articles) - MOST_PARTS, "give an index"),
        rejected_card(articles.rejected),
    )


@html_of.register
def article_view(article: Article) -> str:
    """One article, its text unfolded."""
    return notebook_view(_article_card(article, letters=_OPEN_TEXT_LETTERS, is_open=True))


@html_of.register
def rejection_view(one: Rejection) -> str:
    """A row that was rejected or repaired, with the reason."""
    return notebook_view(element("p", one))


@html_of.register
def summary_view(summary: Summary) -> str:
    """The sentences of a summary, each with its article."""
    return notebook_view(element("p", joined([_sentence(one, {}) for one in summary.sentences], " ")))


def _article_card(article: Article, *, letters: int = _TEXT_LETTERS, is_open: bool = False) -> Html:
    """An article in a line; the beginning of its text unfolds."""
    beginning = cut_between_words(" ".join(article.text.split()), letters)
    summary = titled(heading_of(article), article.source, moment_in_words(article.published_at), article.language)
    lead = element("p", article.summary) if article.summary else None
    where = element("p", link(article.id, article.url))
    return folded_card(summary, where, lead, element("p", beginning), is_open=is_open)


def _figure_card(
    figure: ReconciledFigure, reports: Mapping[str, Report], *, words: str = "", is_open: bool = False
) -> Html:
    """A figure in a line, with its bar and the words that tell it from others of its name; its claims unfold."""
    bar = range_bar(figure)
    summary = (
        element("span", figure_name(figure), " ", hint(*figure_remarks(figure), words and element("q", words))),
        element("span", figure_value(figure), class_="nd-value"),
        _bar_element(bar) if bar else element("span"),
        element("span", status_pill(figure.status)),
    )
    claims = item_list(_claim_line(claim, reports) for claim in figure.claims[:_MOST_CLAIMS])
    more = more_line(len(figure.claims) - _MOST_CLAIMS, ".claims has all")
    reasons = hint(*_reasons(figure), name="p")
    return folded_card(joined(summary, " "), reasons, claims, more, kind="nd-card nd-figure", is_open=is_open)


def _bar_element(bar: RangeBar) -> Html:
    """From the smallest to the largest value: a ring for each, a diamond for the best, arrows at open ends."""
    start, end = 0 if bar.open_left else bar.values[0], 100 if bar.open_right else bar.values[-1]
    marks = (
        element("i", class_="nd-span", style=f"left:{start}%;width:{end - start:.2f}%"),
        *(element("i", class_="nd-claim", style=f"left:{place}%") for place in bar.values),
        *(element("i", class_="nd-best", style=f"left:{place}%") for place in (bar.best,) if place is not None),
    )
    low, high = bar.ends
    ends = element("span", "← " * bar.open_left, low), " – ", element("span", high, " →" * bar.open_right)
    return element("span", element("span", *marks, class_="nd-bar"), element("span", *ends, class_="nd-ends"))


def _reasons(figure: ReconciledFigure) -> Iterator[str]:
    """How many reports print a figure, the rule that decided, its other values and its notes."""
    yield backing_in_words(figure.n_articles, figure.n_origins)
    yield figure.rule
    if figure.part_of:
        yield f"part of {figure.part_of}"
    for name in ("history", "alternatives", "series"):
        if values := getattr(figure, name):
            yield f"{name}: {', '.join(_dated_value(one, figure) for one in values)}"
    yield from figure.notes


def _dated_value(one: Alternative, figure: ReconciledFigure) -> str:
    day = alternative_date(one)
    return alternative_value(one, figure) + (f" ({day})" if day else "")


def _claim_line(claim: FigureClaim, reports: Mapping[str, Report]) -> Html:
    """The sentence of a claim, its words marked, and its report."""
    start, marked = claim.start - claim.sentence_start, element("mark", claim.text)
    end = start + len(claim.text)
    sentence = joined((claim.sentence[:start], marked, claim.sentence[end:])) if claim.sentence else marked
    return joined((element("q", sentence), _cited_report(claim.article_id, reports)), " ")


def _cited_report(article_id: str, reports: Mapping[str, Report]) -> Html:
    """The report that words come from; its id alone where the report is not known."""
    return element("cite", _report_line(reports[article_id]) if article_id in reports else article_id)


def _report_line(report: Report) -> Html:
    """A report by its title, with its source, its day and what it copied; a link where its address is safe."""
    remarks = hint(report.source, moment_in_words(report.published_at), report.dependence)
    return joined((link(report.title or report.id, report.url), remarks), " ")
