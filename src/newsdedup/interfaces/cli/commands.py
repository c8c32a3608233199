"""The commands ``newsdedup consolidate|report|events|copies|figures PATH``, and how each ends."""

from __future__ import annotations

import io
import sys
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, Final, NoReturn

import click
import numpy as np
from attrs import asdict

import newsdedup as nd
from newsdedup.articles.read_options import READING
from newsdedup.copies.deduplication import Prefer
from newsdedup.copies.input_rows import sources_in
from newsdedup.figures.plain_data import claim_to_dict
from newsdedup.interfaces.cli import tables
from newsdedup.interfaces.cli.kept_rows import KeptRows, ReadAgain
from newsdedup.interfaces.cli.on_spark import or_on_spark
from newsdedup.interfaces.cli.option_names import as_typed
from newsdedup.interfaces.cli.options import (
    NotingCommand,
    details_option,
    event_options,
    keep_options,
    limit_option,
    page_language_option,
    page_option,
    page_title_option,
    reads_articles,
    reconcile_options,
    thread_option,
    writes_result,
)
from newsdedup.interfaces.cli.output import CommandResult, list_on_stderr
from newsdedup.interfaces.cli.record_tables import record_tables
from newsdedup.interfaces.cli.store_commands import store_group, write_page_of_store
from newsdedup.interfaces.cli.store_options import or_of_a_store, since_option
from newsdedup.interfaces.cli.streams import ending_signals, say, standard_streams
from newsdedup.languages import known_languages, language_of
from newsdedup.records.saved import SHEETS
from newsdedup.support.display import count_in_words
from newsdedup.support.errors import NewsdedupError
from newsdedup.support.frames import Table
from newsdedup.support.progress import shown
from newsdedup.support.settings import COPIES, as_data

_CLAIM_COLUMNS: Final = (
    *("article_id", "start", "end", "text", "value", "low", "high", "qualifier", "kind", "unit", "noun", "role"),
    *("place", "level", "modality", "change", "as_of", "reported_at", "sentence"),
)


class _Commands(click.Group):
    """Commands that end without a word when the reader of their output has gone; click has status 1 for that."""

    command_class = NotingCommand

    def make_context(self, *given: Any, **options: Any) -> click.Context:
        """The context of some arguments; the help is printed here."""
        with _ended_without_reader():
            return super().make_context(*given, **options)

    def invoke(self, context: click.Context) -> Any:
        """Run a command."""
        with _ended_without_reader():
            return super().invoke(context)


@contextmanager
def _ended_without_reader() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as problem:
        raise click.exceptions.Exit(0) from problem


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(nd.__version__, prog_name="newsdedup")
def cli() -> None:
    """Find copies among news articles, group the articles about each event, reconcile their figures.

    PATH is a .jsonl, .json, .csv, .tsv, .parquet, .xlsx, .rss, .atom, .xml or .txt file, each also
    compressed (.gz, .bz2, .xz, .zst); a folder of such files, with the folders below it; a pattern
    in quotes, "news/**/*.jsonl"; or - for JSON Lines on standard input.
    """


@cli.command("consolidate")
@or_on_spark("consolidate")
@writes_result
@reads_articles
@thread_option
@event_options
@reconcile_options
@details_option
@limit_option
def consolidate_command(articles: nd.Articles, details: bool, limit: int | None, **options: Any) -> CommandResult:
    """Records of events, their differing figures reconciled."""
    events = nd.consolidate(articles, **options)
    view = partial(record_tables, events, details=details, limit=limit, n_rejected=len(articles.rejected))
    return CommandResult(
        "events",
        [one.to_dict(exact=True) for one in events],
        view,
        articles.rejected,
        events.settings,
        events.table,
        lambda: {name: events.table(name) for name in SHEETS},
    )


@cli.command("events")
@or_on_spark("find_events")
@writes_result
@reads_articles
@thread_option
@event_options
@click.option(
    "--explain",
    "pairs",
    nargs=2,
    multiple=True,
    metavar="LEFT RIGHT",
    help="Explain why two articles are about one event or two.",
)
@limit_option
def events_command(
    articles: nd.Articles, pairs: tuple[tuple[str, str], ...], limit: int | None, **options: Any
) -> CommandResult:
    """Which articles are about one event, and why."""
    found = nd.find_events(articles, **options)
    settings = {**as_data(found.settings), "threshold": found.threshold}
    if pairs:
        explanations = [found.explain(left, right) for left, right in pairs]
        rows = [one.to_dict() for one in explanations]
        view = partial(tables.explanation_tables, explanations)
        return CommandResult("explanations", rows, view, articles.rejected, settings)
    weakest = (None if np.isnan(score) else float(score) for score in found.weakest)
    stories = [int(found.story_labels[found.row_of(group[0])]) for group in found.groups]
    rows = [
        {"event": number, "ids": list(group), "weakest": score, "story": story}
        for number, (group, score, story) in enumerate(zip(found.groups, weakest, stories, strict=True))
    ]
    view = partial(tables.event_tables, found, articles, limit=limit, n_rejected=len(articles.rejected))
    return CommandResult("groups", rows, view, articles.rejected, settings, found.table)


@cli.command("copies")
@or_on_spark("find_copies")
@writes_result
@reads_articles
@thread_option
@click.option("--threshold", type=float, default=COPIES.threshold, show_default=True, help="Least Jaccard similarity.")
@keep_options
@limit_option
def copies_command(
    articles: nd.Articles,
    prefer: Prefer,
    excerpts: bool,
    limit: int | None,
    source: ReadAgain | None = None,
    **options: Any,
) -> CommandResult | KeptRows:
    """Which articles are copies or excerpts of which; with --keep, the rows without copies."""
    found = nd.find_copies(articles, **options)
    if source:
        return KeptRows(source, _kept_of(found, articles, prefer, excerpts).is_kept)
    rows = [
        {"representative": first, "ids": list(group), "relations": _relations_within(group, found)}
        for group, first in zip(found.groups, found.representatives, strict=True)
    ]
    view = partial(tables.copy_tables, found, limit=limit, n_rejected=len(articles.rejected))
    return CommandResult("groups", rows, view, articles.rejected, as_data(found.settings), found.table)


def _kept_of(copies: nd.CopyGroups, articles: nd.Articles, prefer: Prefer, excerpts: bool) -> nd.Deduplication:
    """What is kept of each group; the counts are printed on standard error."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", nd.ArticleWarning)
        found = copies.deduplicate(prefer=prefer, excerpts=excerpts, sources=sources_in(articles, READING))
    for one in caught:
        say(f"note: {one.message}")
    counts = Counter(one.kind for one in found.dropped)
    copied = count_in_words(counts["copy"], "copy", "copies")
    parts = f"{copied}, {count_in_words(counts['excerpt'], 'excerpt')}" if excerpts else copied
    say(f"kept: {found.is_kept.sum()}; dropped: {parts}; rejected: {len(articles.rejected)}")
    return found


def _relations_within(group: Iterable[str], copies: nd.CopyGroups) -> dict[str, Any]:
    return {name: asdict(copies.relations[name]) for name in group if name in copies.relations}


@cli.command("figures")
@writes_result
@reads_articles
@click.option("--explain", is_flag=True, help="Show by which rules each number was read, or why it is no figure.")
@limit_option
def figures_command(articles: nd.Articles, explain: bool, limit: int | None, progress: bool | None) -> CommandResult:
    """Every figure and date that the articles print."""
    if explain:
        return _explained_figures(articles, progress)
    claims = [claim for one in shown(articles, "reading figures", progress) for claim in nd.extract_figures(one)]
    _list_unread(articles)
    rows = [claim_to_dict(claim, alone=True) for claim in claims]
    view = partial(tables.claim_tables, claims, limit=limit, n_articles=len(articles))
    return CommandResult("claims", rows, view, articles.rejected, {}, partial(_claims_frame, rows))


def _explained_figures(articles: nd.Articles, progress: bool | None) -> CommandResult:
    found = [(article.id, nd.explain_figures(article)) for article in shown(articles, "reading figures", progress)]
    _list_unread(articles)
    rows = [{"article_id": name, **trace.to_dict()} for name, traces in found for trace in traces]
    return CommandResult("traces", rows, partial(tables.trace_tables, found), articles.rejected, {})


def _list_unread(articles: nd.Articles) -> None:
    """List the articles without figures because their language has no tables."""
    reason = f"its language is not read for figures (only {', '.join(known_languages())} are)"
    unread = [
        nd.Rejection(article.id, row, reason)
        for row, article in zip(articles.rows, articles, strict=True)
        if language_of(article.language) is None
    ]
    list_on_stderr("note", unread)


def _claims_frame(claims: Iterable[Mapping[str, Any]]) -> Table:
    """The table of claims; values are text, since those of dates are days."""
    types = dict.fromkeys(_CLAIM_COLUMNS, str) | {"start": int, "end": int}
    flat = [{**claim, **claim["scope"]} for claim in claims]
    rows = [{name: None if one[name] is None else types[name](one[name]) for name in types} for one in flat]
    return Table.of_rows(types, ([row[name] for name in types] for row in rows))


@cli.command("report")
@or_of_a_store(write_page_of_store)
@reads_articles
@thread_option
@event_options
@reconcile_options
@page_option
@page_language_option
@page_title_option
@since_option
def report_command(
    articles: nd.Articles, output: str, page_language: str | None, title: str | None, since: object, **options: Any
) -> None:
    """The desk page: all events on one HTML page for a news desk.

    PATH may also be a store, whose events are taken as they are.
    """
    if since is not None:
        raise click.UsageError("--since is for a store: give the path of one")
    nd.consolidate(articles, **options).report(output, articles=articles, language=page_language, title=title)


cli.add_command(store_group)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit.

    The exit status is 0, 1 for problems that were found, 2 for an error, of one line, 130 for an interrupt, and 128
    and the number of another signal.
    """
    with standard_streams(), ending_signals():
        status = _status(list(arguments) if arguments is not None else None)
    sys.exit(status)


def _status(arguments: list[str] | None) -> int:
    """The exit status of a command."""
    try:
        status = cli.main(args=arguments, prog_name="newsdedup", standalone_mode=False)  # what a command exits with
        sys.stdout.flush()
    except click.ClickException as problem:
        _show_usage_error(problem)
        return 2
    except (NewsdedupError, OSError, MemoryError) as problem:
        if isinstance(problem, BrokenPipeError):  # the reader of the output has closed it
            return 0
        say(f"newsdedup: {_message_of(problem)}")
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    return int(status or 0)


def _show_usage_error(problem: click.ClickException) -> None:
    """Print what is wrong with the arguments, which may hold anything, control characters as escapes."""
    if context := getattr(problem, "ctx", None):
        context.color = True  # else click takes some of these characters away
    written = io.StringIO()
    problem.show(written)
    for line in written.getvalue().splitlines():
        say(line)
    if "unexpected extra argument" in problem.message:  # a shell made several of one pattern
        say("several files are one PATH: their folder, or a pattern in quotes, 'news/*.jsonl'")


def _message_of(problem: NewsdedupError | OSError | MemoryError) -> str:
    """An error in words; one of the system without its number."""
    if isinstance(problem, MemoryError):
        return "there is not enough memory"
    if isinstance(problem, OSError) and problem.strerror and not isinstance(problem, NewsdedupError):
        return f"{problem.strerror}: {problem.filename!r}" if problem.filename is not None else problem.strerror
    return as_typed(str(problem))
