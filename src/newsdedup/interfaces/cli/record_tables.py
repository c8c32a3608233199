"""Records of events on a terminal: what differs between reports first, or everything with its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from attrs import frozen
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newsdedup.figures.figure import ReconciledFigure
from newsdedup.interfaces.cli.lines import HangingLines, TableOrLines, printable_line, shortened_line
from newsdedup.interfaces.wording import (
    STATUS_LABELS,
    backing_in_words,
    claim_span,
    claim_words,
    count_in_words,
    figure_bounds,
    figure_title,
    figure_value,
    span_in_words,
)
from newsdedup.records.record import EventRecord, Report

_STATUS_STYLES: Final = {"agree": "green", "compatible": "green", "conflict": "bold red", "superseded": "yellow"}
_DIFFERING: Final = ("conflict", "superseded", "compatible")
_STATUS_ORDER: Final = {status: number for number, status in enumerate(STATUS_LABELS)}
_TABLE_SENTENCES: Final = 2
_TITLE_LINES: Final = 2
_INDENT: Final = "   "
_MAIN_FIGURES: Final = 3  # shown of an event in which few figures have several reports
_MOST_BRIEF_FIGURES: Final = 8  # shown of an event without details
_MOST_WORDINGS: Final = 4  # shown of such a figure
_VALUE_WIDTH: Final = 30
_LEAST_ROW_WIDTH: Final = 60
_FIGURES_WIDTH: Final = 117  # on wider terminals, values stay near their names


def record_tables(
    records: Sequence[EventRecord], *, details: bool = False, limit: int | None = None, n_rejected: int | None = None
) -> Iterator[RenderableType]:
    """A line of counts where `n_rejected` is given; then each event, up to a limit."""
    if n_rejected is not None:
        yield Text(records_summary(records, n_rejected), "bold")
        yield Text()
    for number, record in enumerate(islice(records, limit)):
        yield (record_details if details else _brief_record)(record, f"{number}. ")
    if limit is not None and len(records) > limit:
        yield Text(f"… and {len(records) - limit:,} more events: --limit {len(records)} shows all of them")
    if n_rejected is not None and not details and records:
        yield Text("--details shows reports, all figures and the words of every claim", "dim")


def records_summary(records: Sequence[EventRecord], n_rejected: int) -> str:
    """What a consolidation found, in one line.

    Examples
    --------
    >>> records_summary([], 2)
    '0 events from 0 articles, no copies, 2 rejected; no conflicts'
    """
    reports = [report for record in records for report in record.articles]
    statuses = Counter(figure.status for record in records for figure in record.figures)
    copies = sum(report.copy_of is not None for report in reports)
    conflicts = count_in_words(statuses["conflict"], "conflict") if statuses["conflict"] else "no conflicts"
    return (
        f"{count_in_words(len(records), 'event')} from {count_in_words(len(reports), 'article')}, "
        f"{count_in_words(copies, 'copy', 'copies') if copies else 'no copies'}, {n_rejected:,} rejected; {conflicts}"
    )


def _brief_record(record: EventRecord, number: str) -> RenderableType:
    """An event with its main figures: a line each, and the claims of those on which reports differ."""
    shown, others = _main_figures(record)
    statuses = Counter(figure.status for figure in others)
    counts = [f"{n:,} {_OTHERS[status]}" for status in STATUS_LABELS if (n := statuses[status])]
    more = [f"and {', '.join(counts)}"] if shown and counts else [", ".join(counts)] if counts else []
    return Group(
        _title_line(record, number),
        HangingLines(Text(_dates_line(record)), _INDENT),
        _indented(Constrain(_brief_figures(shown, _named_reports(record)), _FIGURES_WIDTH)),
        *(HangingLines(Text(words, "dim"), _INDENT) for words in more),
        Text(),
    )


_OTHERS: Final = {
    "conflict": "more in conflict",
    "superseded": "more superseded",
    "compatible": "more compatible",
    "agree": "more that agree",
    "single_source": "more of one origin",
}


def _main_figures(record: EventRecord) -> tuple[list[ReconciledFigure], list[ReconciledFigure]]:
    """The figures that an event shows without details, and the others."""
    urgent = sorted(record.figures, key=lambda figure: _STATUS_ORDER[figure.status])
    backed = [figure for figure in urgent if figure.status != "single_source"]
    n_shown = min(_MOST_BRIEF_FIGURES, max(len(backed), _MAIN_FIGURES))
    return urgent[:n_shown], urgent[n_shown:]


def _named_reports(record: EventRecord) -> dict[str, str]:
    """Reports by id: their source, and their id."""
    return {one.id: " · ".join(filter(None, (one.source, one.id))) for one in record.articles}


def _brief_figures(figures: Sequence[ReconciledFigure], reports: dict[str, str]) -> RenderableType:
    cells = [_brief_cells(figure) for figure in figures]
    widths = [max((len(row[column]) for row in cells), default=0) for column in (1, 2)]
    lines: list[RenderableType] = []
    for figure, row in zip(figures, cells, strict=True):
        lines += [_FigureRow(*row, _STATUS_STYLES.get(figure.status, "dim"), *widths), *_brief_claims(figure, reports)]
    return Group(*lines)


@frozen
class _FigureRow:
    """Name, value and status beside each other, or in two lines where the terminal is narrow."""

    title: str
    value: str
    status: str
    style: str
    value_width: int
    status_width: int

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        title, status = Text(self.title, "cyan"), Text(self.status, self.style)
        if options.max_width < _LEAST_ROW_WIDTH:
            yield HangingLines(title, most_lines=2)
            yield HangingLines(Text.assemble((self.value, "bold"), "  ") + status, "  ")
            return
        row = Table.grid(padding=(0, 2, 0, 0), expand=True)
        row.add_column(ratio=1, overflow="fold", min_width=12)
        row.add_column(width=min(self.value_width, _VALUE_WIDTH), justify="right", overflow="fold")
        row.add_column(width=self.status_width, no_wrap=True)
        row.add_row(HangingLines(title, most_lines=2), Text(self.value, "bold"), status)
        yield row


def _brief_cells(figure: ReconciledFigure) -> tuple[str, str, str]:
    """The name, the value or values, and the status with the number of reports."""
    value = figure_value(figure) if figure.status in ("conflict", "agree") or figure.best is not None else ""
    status = f"{STATUS_LABELS[figure.status].word}, {count_in_words(figure.n_articles, 'report')}"
    return printable_line(figure_title(figure)), printable_line(value or figure_bounds(figure)), status


def _brief_claims(figure: ReconciledFigure, reports: dict[str, str]) -> Iterator[RenderableType]:
    """The first claims of a figure on which reports differ, each wording once, and the rule that decided."""
    if figure.status not in _DIFFERING:
        return
    by_words: dict[str, list[str]] = {}
    for claim in figure.claims:
        by_words.setdefault(shortened_line(claim_words(claim)), []).append(claim.article_id)
    for words, ids in islice(by_words.items(), _MOST_WORDINGS):
        others = f" and {len(set(ids)) - 1} more" if len(set(ids)) > 1 else ""
        yield HangingLines(Text(f"“{words}” {printable_line(reports.get(ids[0], ids[0]))}{others}", "dim"), "  ")
    if len(by_words) > _MOST_WORDINGS:
        yield HangingLines(Text(f"and {count_in_words(len(by_words) - _MOST_WORDINGS, 'more wording')}", "dim"), "  ")
    yield HangingLines(Text(f"{STATUS_LABELS[figure.status].word}: {printable_line(figure.rule)}", "dim"), "  ")


def record_details(record: EventRecord, number: str = "") -> RenderableType:
    """An event with its summary, its reports, and its figures with every claim."""
    return Group(
        _title_line(record, number),
        HangingLines(Text(_dates_line(record)), _INDENT),
        *_summary_lines(record),
        *_report_lines(record),
        _indented(figure_table(record.figures) if record.figures else Text("no figures", "dim")),
        Text(),
    )


def _title_line(record: EventRecord, number: str) -> RenderableType:
    head = number.rjust(len(_INDENT)) if number else ""
    return HangingLines(Text(printable_line(record.title), "bold"), head, most_lines=_TITLE_LINES)


def _indented(part: RenderableType) -> Padding:
    return Padding(part, (0, 0, 0, len(_INDENT)))


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
        yield HangingLines(Text(printable_line(str(record.summary(_TABLE_SENTENCES)))), _INDENT)


def _report_lines(record: EventRecord) -> Iterator[RenderableType]:
    only_in = {one.article_id: one.text for one in reversed(record.only_in)}  # the first of each report
    for report in record.articles:
        yield HangingLines(_report_in_line(report), f"{_INDENT}• ")
        if report.id in only_in:
            words = Text(f"only here: “{shortened_line(only_in[report.id])}”", "dim")
            yield HangingLines(words, f"{_INDENT}  ")
    yield from (HangingLines(Text(printable_line(note), "dim"), _INDENT) for note in record.notes)


def _report_in_line(report: Report) -> Text:
    parts = [report.id, report.source, str(report.published_at) if report.published_at else None, report.title]
    line = Text(" · ".join(shortened_line(part) for part in parts if part))
    return line.append(f"  ({printable_line(report.dependence)})", "magenta") if report.dependence else line


def figure_table(figures: Iterable[ReconciledFigure]) -> TableOrLines:
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
        first, *further = (HangingLines(Text(line, "dim"), "  ") for line in _figure_lines(figure))
        table.add_row(first, Text(_range(figure)), Text(_backing(figure), "dim"))
        for line in further:
            table.add_row(line)
    return TableOrLines(table)


def _range(figure: ReconciledFigure) -> str:
    """The smallest and the largest value, unless both are the best one."""
    return "" if figure.low == figure.best == figure.high else printable_line(figure_bounds(figure))


def _backing(figure: ReconciledFigure) -> str:
    """How many reports print a figure, and how many of them in their own words."""
    if figure.n_articles == figure.n_origins:
        return count_in_words(figure.n_articles, "report")
    return backing_in_words(figure.n_articles, figure.n_origins)


def _figure_lines(figure: ReconciledFigure) -> Iterator[str]:
    """The words of every claim with their article and offsets, the rule that decided, and the notes."""
    for claim in figure.claims:
        start, end = claim_span(claim)
        yield f"“{shortened_line(claim_words(claim))}” {printable_line(claim.article_id)} {start}–{end}"
    if figure.status in _DIFFERING:
        yield f"{STATUS_LABELS[figure.status].word}: {printable_line(figure.rule)}"
    if figure.part_of:
        yield f"part of: {printable_line(figure.part_of)}"
    yield from (f"note: {printable_line(note)}" for note in figure.notes)
