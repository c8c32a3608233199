"""Results as tables for a terminal; the words of articles are printed as text, never as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import Final

import numpy as np
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newsdedup.articles.article import Article, Articles
from newsdedup.copies.groups import CopyGroups
from newsdedup.events.answers.explain import Explanation
from newsdedup.events.groups import EventGroups
from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.read.trace import FigureTrace
from newsdedup.interfaces.wording import (
    STATUS_LABELS,
    backing_in_words,
    claim_span,
    claim_value,
    claim_words,
    count_in_words,
    figure_bounds,
    figure_title,
    figure_value,
    span_in_words,
)
from newsdedup.records.collection import EventCollection
from newsdedup.records.record import EventRecord
from newsdedup.support.display import cut_between_words, rich_of

_STATUS_STYLES: Final = {"agree": "green", "compatible": "green", "conflict": "bold red", "superseded": "yellow"}
_LINE_LENGTH: Final = 90
_TABLE_SENTENCES: Final = 2
_MOST_VIEW_PARTS: Final = 10  # events, groups or articles that the view of a value shows


def record_tables(records: Iterable[EventRecord]) -> Iterator[RenderableType]:
    """Each event: its title, its dates, its reports, and its figures with every claim."""
    for number, record in enumerate(records, start=1):
        yield _record_table(record, f"{number}. ")


def _record_table(record: EventRecord, number: str = "") -> RenderableType:
    return Group(
        Text(f"{number}{printable_line(record.title)}", "bold"),
        _indented(Text(_dates_line(record))),
        *_summary_lines(record),
        _indented(_report_lines(record)),
        _indented(_figure_table(record.figures) if record.figures else Text("no figures", "dim")),
        Text(),
    )


def _indented(part: RenderableType) -> Padding:
    return Padding(part, (0, 0, 0, 3))


def printable_line(words: str) -> str:
    """One line that any terminal can print."""
    return _visible(" ".join(words.split()).encode("utf-8", "replace").decode())


def _visible(line: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in line)


def shortened_line(words: str) -> str:
    """One line of at most 90 characters that any terminal can print."""
    return cut_between_words(printable_line(words), _LINE_LENGTH)


def _dates_line(record: EventRecord) -> str:
    """The days of an event, how many of its reports print them, and how many reports are in their own words."""
    dates, reports = record.dates, count_in_words(record.n_articles, "report")
    days = span_in_words(dates.start_date, dates.end_date)
    status = "" if dates.status in (None, "single_source") else f"{STATUS_LABELS[str(dates.status)].word}, "
    backing = f"{status}{dates.n_articles} of {reports}" if days and record.n_articles > 1 else reports
    return " · ".join((days or "no date printed", backing, count_in_words(record.n_origins, "origin")))


def _summary_lines(record: EventRecord) -> Iterator[RenderableType]:
    """The summary of several reports; for a single report the title is enough."""
    if record.n_articles > 1 and record.key_sentences:
        yield _indented(Text(printable_line(str(record.summary(_TABLE_SENTENCES)))))


def _report_lines(record: EventRecord) -> RenderableType:
    lines = []
    only_in = {one.article_id: one.text for one in reversed(record.only_in)}  # the first of each report
    for report in record.articles:
        parts = [report.id, report.source, str(report.published_at) if report.published_at else None, report.title]
        line = Text("• " + " · ".join(shortened_line(part) for part in parts if part))
        if report.dependence:
            line.append(f"  ({printable_line(report.dependence)})", "magenta")
        lines.append(line)
        if report.id in only_in:
            lines.append(Text(f"  only here: “{shortened_line(only_in[report.id])}”", "dim"))
    lines += [Text(printable_line(note), "dim") for note in record.notes]
    return Group(*lines)


def _figure_table(figures: Iterable[ReconciledFigure]) -> Table:
    """Two lines per figure and one for each further claim; narrow enough for a terminal of 80 columns."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False, header_style="dim", expand=True)
    table.add_column("figure, and the words of every claim", overflow="fold", ratio=1)
    table.add_column("best, and range", justify="right", no_wrap=True)
    table.add_column("status, and reports", no_wrap=True)
    for figure in figures:
        table.add_row(
            Text(printable_line(figure_title(figure)), "cyan"),
            Text("–" if figure.best is None else printable_line(figure_value(figure)), "bold"),
            Text(STATUS_LABELS[figure.status].word, _STATUS_STYLES.get(figure.status, "")),
        )
        first, *further = _detail_lines(figure)
        table.add_row(first, Text(_range(figure)), Text(_backing(figure), "dim"))
        for line in further:
            table.add_row(line)
    return table


def _range(figure: ReconciledFigure) -> str:
    """The smallest and the largest value, unless both are the best one."""
    return "" if figure.low == figure.best == figure.high else printable_line(figure_bounds(figure))


def _backing(figure: ReconciledFigure) -> str:
    """How many reports print a figure, and how many of them in their own words."""
    if figure.n_articles == figure.n_origins:
        return count_in_words(figure.n_articles, "report")
    return backing_in_words(figure.n_articles, figure.n_origins)


def _detail_lines(figure: ReconciledFigure) -> Iterator[RenderableType]:
    for line in _figure_lines(figure):
        yield Padding(Text(line, "dim"), (0, 0, 0, 2), expand=False)


def _figure_lines(figure: ReconciledFigure) -> Iterator[str]:
    """The words of every claim with their article and offsets, the rule that decided, and the notes."""
    for claim in figure.claims:
        start, end = claim_span(claim)
        yield f"“{shortened_line(claim_words(claim))}” {printable_line(claim.article_id)} {start}–{end}"
    if figure.status in ("compatible", "superseded", "conflict"):
        yield f"{STATUS_LABELS[figure.status].word}: {printable_line(figure.rule)}"
    if figure.part_of:
        yield f"part of: {printable_line(figure.part_of)}"
    yield from (f"note: {printable_line(note)}" for note in figure.notes)


def copy_tables(copies: CopyGroups) -> Iterator[RenderableType]:
    """Each group with copies or excerpts, and the numbers of both."""
    yield from _copied_groups(copies)
    articles = count_in_words(len(copies.origins), "article")
    copied = count_in_words(len(copies.relations), "copy or excerpt", "copies or excerpts")
    yield Text(f"{articles}, {copied if copies.relations else 'no copies'}", "dim")


def _copied_groups(copies: CopyGroups) -> Iterator[RenderableType]:
    for group, representative in zip(copies.groups, copies.representatives, strict=True):
        members = [name for name in group if name in copies.relations]
        if members:
            first = representative if representative in group else group[0]
            yield Group(Text(printable_line(first), "bold"), *(_relation_line(name, copies) for name in members))


def _relation_line(name: str, copies: CopyGroups) -> Text:
    relation = copies.relations[name]
    scores = f"Jaccard {relation.jaccard:.2f}, containment {relation.containment:.2f}"
    return Text(f"   {relation.kind}: {printable_line(name)} of {printable_line(relation.to)} ({scores})")


def event_tables(events: EventGroups, articles: Iterable[Article] = ()) -> Iterator[RenderableType]:
    """Each event as a list of its articles, with the beginning of those that are given."""
    by_id = {article.id: article for article in articles}
    earlier = {later: one for story in events.stories for one, later in pairwise(story.events)}
    for number, (group, weakest) in enumerate(zip(events.groups, events.weakest, strict=True), start=1):
        link = "" if np.isnan(weakest) else f"  weakest link {weakest:.2f}"
        follows = f"  follows event {earlier[number - 1] + 1}" if number - 1 in earlier else ""
        head = Text.assemble((f"{number}. {count_in_words(len(group), 'report')}", "bold"), (link + follows, "dim"))
        yield Group(
            head,
            *(_article_line(by_id[name]) if name in by_id else Text(f"   {printable_line(name)}") for name in group),
        )


def _article_line(article: Article) -> Text:
    return Text(f"   {printable_line(article.id)}  {shortened_line(article.title or article.text[:200])}")


def explanation_tables(explanations: Sequence[Explanation]) -> Iterator[RenderableType]:
    """Each explanation, line by line."""
    return chain.from_iterable(_block(str(one)) for one in explanations)


def _block(text: str) -> Iterator[RenderableType]:
    """A line in bold, and indented lines below it."""
    first, *lines = text.splitlines()
    yield Text(printable_line(first), "bold")
    for line in lines:
        yield Padding(Text(_visible(line.strip())), (0, 0, 0, len(line) - len(line.lstrip())), expand=False)


def trace_tables(found: Sequence[tuple[str, Sequence[FigureTrace]]]) -> Iterator[RenderableType]:
    """How each number of each article, by its id, was read."""
    for name, traces in found:
        yield Text(printable_line(name), "dim")
        yield from chain.from_iterable(_block(str(one)) for one in traces)


def claim_tables(claims: Sequence[FigureClaim]) -> Iterator[RenderableType]:
    """One table: a row per claim, with its article and offsets."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("article, place", "words", "value", "kind", "noun", "role", "scope"):
        table.add_column(name, overflow="fold", no_wrap=name == "kind")
    for claim in claims:
        cells = (
            f"{claim.article_id} {claim.start}–{claim.end}",
            claim.text,
            claim_value(claim),
            claim.kind,
            claim.noun,
            claim.role,
            _claim_scope(claim.scope),
        )
        table.add_row(*(Text(shortened_line(cell or "")) for cell in cells))
    yield table


def _claim_scope(scope: Scope) -> str:
    """The place and the level as in the JSON."""
    return " ".join(filter(None, (scope.place, scope.level if scope.level != "unknown" else None)))


@rich_of.register
def _(record: EventRecord) -> RenderableType:
    return _record_table(record)


@rich_of.register
def _(figure: ReconciledFigure) -> RenderableType:
    return _figure_table([figure])


@rich_of.register
def _(events: EventCollection) -> RenderableType:
    return _first_parts(events, record_tables(events[:_MOST_VIEW_PARTS]), len(events))


@rich_of.register
def _(articles: Articles) -> RenderableType:
    return _first_parts(articles, map(_article_line, articles[:_MOST_VIEW_PARTS]), len(articles))


@rich_of.register
def _(events: EventGroups) -> RenderableType:
    return _first_parts(events, event_tables(events), len(events.groups))


@rich_of.register
def _(copies: CopyGroups) -> RenderableType:
    number = sum(not copies.relations.keys().isdisjoint(group) for group in copies.groups)
    return _first_parts(copies, _copied_groups(copies), number)


def _first_parts(value: object, parts: Iterable[RenderableType], number: int) -> RenderableType:
    """The repr of a value, its first parts, and the number of the others."""
    more = [Text(f"… and {number - _MOST_VIEW_PARTS:,} more", "dim")] if number > _MOST_VIEW_PARTS else []
    return Group(Text(repr(value), "bold"), *islice(parts, _MOST_VIEW_PARTS), *more)
