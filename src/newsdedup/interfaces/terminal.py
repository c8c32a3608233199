"""Results as tables for a terminal; article text is always printed as text, never as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import singledispatch
from itertools import islice

import numpy as np
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newsdedup.articles.article import Article, Articles
from newsdedup.copies.groups import CopyGroups
from newsdedup.events.explain import Explanation
from newsdedup.events.groups import EventGroups
from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.languages import format_number
from newsdedup.records.collection import EventCollection
from newsdedup.records.record import EventRecord

_STATUS_STYLES = {"agree": "green", "compatible": "green", "conflict": "bold red", "superseded": "yellow"}
_MOST_WORDS = 90
_SENTENCES = 2  # of the summary of an event
_MOST = 10  # events, groups or articles of a value that shows itself


def records_view(records: Iterable[EventRecord]) -> Iterator[RenderableType]:
    """Each event: its title, its dates, its reports and its figures with every claim."""
    for number, record in enumerate(records, start=1):
        yield _record(record, f"{number}. ")


def _record(record: EventRecord, number: str = "") -> RenderableType:
    return Group(
        Text.assemble((number, "bold"), (_printable(record.title), "bold")),
        Padding(Text(_dates(record)), (0, 0, 0, 3)),
        *_summary(record),
        Padding(_reports(record), (0, 0, 0, 3)),
        Padding(_figures(record.figures) if record.figures else Text("no figures", "dim"), (0, 0, 1, 3)),
    )


def _printable(words: str) -> str:
    """One line that any terminal can print."""
    line = " ".join(words.split()).encode("utf-8", "replace").decode()
    return _visible(line)


def _visible(line: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in line)


def _shortened(words: str) -> str:
    line = _printable(words)
    return line if len(line) <= _MOST_WORDS else line[: _MOST_WORDS - 1] + "…"


def _dates(record: EventRecord) -> str:
    """When it was, how many of its reports say so, and how many of them have words of their own."""
    dates, reports, origins = record.dates, _count(record.n_articles, "report"), _count(record.n_origins, "origin")
    if dates.start_date is None:
        return f"no date printed · {reports} · {origins}"
    days = dates.start_date if dates.start_date == dates.end_date else f"{dates.start_date} to {dates.end_date}"
    return f"{days} · {_words(dates.status)}, {dates.n_articles} of {reports} · {origins}"


def _words(status: str | None) -> str:
    return (status or "").replace("_", " ")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _summary(record: EventRecord) -> Iterator[RenderableType]:
    """What several reports say, in two of their sentences; one report's title says as much."""
    if record.n_articles > 1 and record.key_sentences:
        yield Padding(Text(_printable(str(record.summary(_SENTENCES)))), (0, 0, 0, 3))


def _reports(record: EventRecord) -> RenderableType:
    lines = []
    only_in = {one.article_id: one.text for one in reversed(record.only_in)}  # the first of each report
    for report in record.articles:
        parts = [report.id, report.source, str(report.published_at) if report.published_at else None, report.title]
        line = Text("• " + " · ".join(_shortened(part) for part in parts if part))
        if report.relation:
            line.append(f"  ({report.relation} of {_printable(report.copy_of or report.origin)})", "magenta")
        lines.append(line)
        if report.id in only_in:
            lines.append(Text(f"  only here: “{_shortened(only_in[report.id])}”", "dim"))
    lines += [Text(_printable(note), "dim") for note in record.notes]
    return Group(*lines)


def _figures(figures: Iterable[ReconciledFigure]) -> Table:
    """Two lines a figure and one for each further claim; narrow enough for a terminal of 80 columns."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False, header_style="dim", expand=True)
    table.add_column("figure, and the words of every claim", overflow="fold", ratio=1)
    table.add_column("best, and range", justify="right", no_wrap=True)
    table.add_column("status, and reports", no_wrap=True)
    for figure in figures:
        table.add_row(
            Text(_quantity(figure), "cyan"),
            Text(_best(figure), "bold"),
            Text(_words(figure.status), _STATUS_STYLES.get(figure.status, "")),
        )
        first, *further = _details(figure)
        table.add_row(_indented(first), Text(_bounds(figure)), Text(_backing(figure), "dim"))
        for line in further:
            table.add_row(_indented(line))
    return table


def _indented(line: str) -> RenderableType:
    return Padding(Text(line, "dim"), (0, 0, 0, 2), expand=False)


def _backing(figure: ReconciledFigure) -> str:
    """How many reports give a figure, and how many of them in words of their own."""
    reports = _count(figure.n_articles, "report")
    return reports if figure.n_articles == figure.n_origins else f"{reports}, {_count(figure.n_origins, 'origin')}"


def _quantity(figure: ReconciledFigure) -> str:
    name = " / ".join(_shortened(noun) for noun in figure.nouns) or figure.kind
    unit = f" ({figure.unit})" if figure.unit else ""
    role = f" [{figure.role}]" if figure.role else ""
    remarks = (
        _scope(figure.scope),
        figure.change if figure.change != "level" else None,
        figure.modality if figure.modality != "actual" else None,
        figure.as_of,
    )
    return " · ".join(filter(None, (name + unit + role, *remarks)))


def _scope(scope: Scope) -> str:
    level = scope.level if scope.level != "unknown" else None
    return _printable(" ".join(filter(None, (scope.place, level))))


def _best(figure: ReconciledFigure) -> str:
    if figure.best is None:
        return "–"
    qualifier = "" if figure.qualifier == "exact" else figure.qualifier.replace("_", " ") + " "
    return qualifier + format_number(figure.best, figure.language)


def _bounds(figure: ReconciledFigure) -> str:
    """Lowest and highest, where they say more than the best value does."""
    if figure.low == figure.best == figure.high:
        return ""
    return " – ".join(format_number(end, figure.language) for end in (figure.low, figure.high))


def _details(figure: ReconciledFigure) -> Iterator[str]:
    """The words of every claim with their article and place, the rule that decided, and the notes."""
    for claim in figure.claims:
        yield f"“{_claim_words(claim)}” {_printable(claim.article_id)} {claim.start}–{claim.end}"
    if figure.status in ("compatible", "superseded", "conflict"):
        yield f"{_words(figure.status)}: {_printable(figure.rule)}"
    if figure.part_of:
        yield f"part of: {_printable(figure.part_of)}"
    yield from (f"note: {_printable(note)}" for note in figure.notes)


def _claim_words(claim: FigureClaim) -> str:
    noun = claim.noun if claim.noun and claim.kind not in ("duration", "age") else None
    return _shortened(" ".join(filter(None, (claim.text, noun))))


def copies_view(copies: CopyGroups) -> Iterator[RenderableType]:
    """Each group of more than one article, and each excerpt."""
    yield from _copied(copies)
    n_copied = len(copies.relations)
    yield Text(
        f"{_count(len(copies.origins), 'article')}, {_count(n_copied, 'copy or excerpt') if n_copied else 'no copies'}",
        "dim",
    )


def _copied(copies: CopyGroups) -> Iterator[RenderableType]:
    for group, representative in zip(copies.groups, copies.representatives, strict=True):
        members = [name for name in group if name in copies.relations]
        if members:
            first = representative if representative in group else group[0]
            yield Group(Text(_printable(first), "bold"), *(_relation(name, copies) for name in members))


def _relation(name: str, copies: CopyGroups) -> Text:
    relation = copies.relations[name]
    scores = f"Jaccard {relation.jaccard:.2f}, containment {relation.containment:.2f}"
    return Text(f"   {relation.kind}: {_printable(name)} of {_printable(relation.to)} ({scores})")


def events_view(events: EventGroups, articles: Iterable[Article] = ()) -> Iterator[RenderableType]:
    """Each event as a list of its articles, with the beginning of those that are given."""
    by_id = {article.id: article for article in articles}
    for number, (group, weakest) in enumerate(zip(events.groups, events.weakest, strict=True), start=1):
        link = "" if np.isnan(weakest) else f"  weakest link {weakest:.2f}"
        head = Text.assemble((f"{number}. {_count(len(group), 'report')}", "bold"), (link, "dim"))
        yield Group(head, *(_line(by_id[name]) if name in by_id else Text(f"   {_printable(name)}") for name in group))


def _line(article: Article) -> Text:
    return Text(f"   {_printable(article.id)}  {_shortened(article.title or article.text[:200])}")


def explanations_view(explanations: Sequence[Explanation]) -> Iterator[RenderableType]:
    """Each explanation, line by line."""
    for one in explanations:
        first, *lines = str(one).splitlines()
        yield Text(_printable(first), "bold")
        for line in lines:
            yield Padding(Text(_visible(line.strip())), (0, 0, 0, len(line) - len(line.lstrip())), expand=False)


def claims_view(claims: Sequence[FigureClaim]) -> Iterator[RenderableType]:
    """Every claim with its article and place."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("article, place", "words", "value", "kind", "noun", "role", "scope"):
        table.add_column(name, overflow="fold", no_wrap=name == "kind")
    for claim in claims:
        value = f"{claim.value.normalize():f}" if isinstance(claim.value, Decimal) else claim.value
        cells = (
            f"{claim.article_id} {claim.start}–{claim.end}",
            claim.text,
            value if claim.qualifier == "exact" else f"{_words(claim.qualifier)} {value}",
            claim.kind,
            claim.noun,
            claim.role,
            _scope(claim.scope),
        )
        table.add_row(*(Text(_shortened(cell or "")) for cell in cells))
    yield table


@singledispatch
def view_of(value: object) -> RenderableType:
    """A value as it shows itself: what it is, its first parts, and how many more there are."""
    return Text(repr(value))


@view_of.register
def _(record: EventRecord) -> RenderableType:
    return _record(record)


@view_of.register
def _(figure: ReconciledFigure) -> RenderableType:
    return _figures([figure])


@view_of.register
def _(events: EventCollection) -> RenderableType:
    return _first(events, records_view(events[:_MOST]), len(events))


@view_of.register
def _(articles: Articles) -> RenderableType:
    return _first(articles, map(_line, articles[:_MOST]), len(articles))


@view_of.register
def _(events: EventGroups) -> RenderableType:
    return _first(events, events_view(events), len(events.groups))


@view_of.register
def _(copies: CopyGroups) -> RenderableType:
    number = sum(not copies.relations.keys().isdisjoint(group) for group in copies.groups)
    return _first(copies, _copied(copies), number)


def _first(value: object, parts: Iterable[RenderableType], number: int) -> RenderableType:
    """What a value is, its first parts, and how many more there are."""
    more = [Text(f"… and {number - _MOST:,} more", "dim")] if number > _MOST else []
    return Group(Text(repr(value), "bold"), *islice(parts, _MOST), *more)
