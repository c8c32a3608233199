"""The commands: ``newsdedup consolidate|report|events|copies|figures PATH``."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import click
import numpy as np
from attrs import asdict

import newsdedup as nd
from newsdedup.articles.sources import json_lines
from newsdedup.figures.plain_data import claim_to_dict
from newsdedup.interfaces.cli import tables
from newsdedup.interfaces.cli.options import (
    event_options,
    output_options,
    page_option,
    reading_options,
    reconcile_options,
    thread_option,
)
from newsdedup.interfaces.cli.output import CommandResult, list_on_stderr, write_result
from newsdedup.languages import known_languages, language_of
from newsdedup.support.frames import Table
from newsdedup.support.progress import shown
from newsdedup.support.settings import COPIES, as_data

_CLAIM_COLUMNS: Final = (
    *("article_id", "start", "end", "text", "value", "low", "high", "qualifier", "kind", "unit", "noun", "role"),
    *("place", "level", "modality", "change", "as_of", "reported_at", "sentence"),
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(nd.__version__, prog_name="newsdedup")
def cli() -> None:
    """Find copies among news articles, group the articles about each event, reconcile their figures.

    PATH is a folder of .txt files, a .jsonl, .json, .csv, .tsv or .parquet file, or - for JSON
    Lines on standard input.
    """


@cli.command("consolidate")
@output_options
@reading_options
@thread_option
@event_options
@reconcile_options
def consolidate_command(
    path: str,
    form: str | None,
    output: str | None,
    progress: bool | None,
    language: str | None,
    timezone: str,
    columns: tuple[str, ...],
    **options: Any,
) -> None:
    """Records of events, their differing figures reconciled."""
    articles = _read_input(path, language=language, timezone=timezone, columns=columns, progress=progress)
    events = nd.consolidate(articles, progress=progress, **options)
    result = CommandResult(
        name="events",
        rows=events.to_dicts(),
        tables=lambda: tables.record_tables(events),
        rejected=articles.rejected,
        settings=events.settings,
        frame=events.table,
    )
    write_result(result, form, output)


@cli.command("events")
@output_options
@reading_options
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
def events_command(
    path: str,
    form: str | None,
    output: str | None,
    progress: bool | None,
    language: str | None,
    timezone: str,
    columns: tuple[str, ...],
    pairs: tuple[tuple[str, str], ...],
    **options: Any,
) -> None:
    """Which articles are about one event, and why."""
    articles = _read_input(path, language=language, timezone=timezone, columns=columns, progress=progress)
    found = nd.find_events(articles, progress=progress, **options)
    result = _explained_pairs(found, pairs, articles) if pairs else _event_groups(found, articles)
    write_result(result, form, output)


def _explained_pairs(found: nd.EventGroups, pairs: Sequence[tuple[str, str]], articles: nd.Articles) -> CommandResult:
    explanations = [found.explain(left, right) for left, right in pairs]
    return CommandResult(
        name="explanations",
        rows=[one.to_dict() for one in explanations],
        tables=lambda: tables.explanation_tables(explanations),
        rejected=articles.rejected,
        settings=_event_settings(found),
    )


def _event_groups(found: nd.EventGroups, articles: nd.Articles) -> CommandResult:
    weakest = (None if np.isnan(score) else float(score) for score in found.weakest)
    return CommandResult(
        name="groups",
        rows=[
            {"event": number, "ids": list(group), "weakest": score}
            for number, (group, score) in enumerate(zip(found.groups, weakest, strict=True))
        ],
        tables=lambda: tables.event_tables(found, articles),
        rejected=articles.rejected,
        settings=_event_settings(found),
        frame=found.table,
    )


def _event_settings(found: nd.EventGroups) -> dict[str, Any]:
    return {**as_data(found.settings), "threshold": found.threshold}


@cli.command("copies")
@output_options
@reading_options
@thread_option
@click.option("--threshold", type=float, default=COPIES.threshold, show_default=True, help="Least Jaccard similarity.")
def copies_command(
    path: str,
    form: str | None,
    output: str | None,
    progress: bool | None,
    threads: int | None,
    threshold: float,
    **reading: Any,
) -> None:
    """Which articles are copies or excerpts of which."""
    articles = _read_input(path, progress=progress, **reading)
    found = nd.find_copies(articles, threshold=threshold, threads=threads, progress=progress)
    result = CommandResult(
        name="groups",
        rows=[
            {"representative": first, "ids": list(group), "relations": _relations_within(group, found)}
            for group, first in zip(found.groups, found.representatives, strict=True)
        ],
        tables=lambda: tables.copy_tables(found),
        rejected=articles.rejected,
        settings=as_data(found.settings),
        frame=found.table,
    )
    write_result(result, form, output)


def _relations_within(group: Iterable[str], copies: nd.CopyGroups) -> dict[str, Any]:
    return {name: asdict(copies.relations[name]) for name in group if name in copies.relations}


@cli.command("figures")
@output_options
@reading_options
def figures_command(path: str, form: str | None, output: str | None, progress: bool | None, **reading: Any) -> None:
    """Every figure and date that the articles print."""
    articles = _read_input(path, progress=progress, **reading)
    claims = [claim for one in shown(articles, "reading figures", progress) for claim in nd.extract_figures(one)]
    _list_unread(articles)
    rows = [claim_to_dict(claim, alone=True) for claim in claims]
    result = CommandResult(
        name="claims",
        rows=rows,
        tables=lambda: tables.claim_tables(claims),
        rejected=articles.rejected,
        settings={},
        frame=lambda: _claims_frame(rows),
    )
    write_result(result, form, output)


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
    flat = [{**claim, **claim["scope"]} for claim in claims]
    return Table.of_rows(
        dict.fromkeys(_CLAIM_COLUMNS, str), ([claim[name] for name in _CLAIM_COLUMNS] for claim in flat)
    )


@cli.command("report")
@reading_options
@thread_option
@event_options
@reconcile_options
@page_option
def report_command(
    path: str,
    output: str,
    language: str | None,
    timezone: str,
    columns: tuple[str, ...],
    progress: bool | None,
    **options: Any,
) -> None:
    """The desk page: all events on one HTML page for a news desk."""
    articles = _read_input(path, language=language, timezone=timezone, columns=columns, progress=progress)
    nd.consolidate(articles, progress=progress, **options).report(output, articles=articles)


def _read_input(
    path: str, *, language: str | None, timezone: str, columns: Sequence[str], progress: bool | None = None
) -> nd.Articles:
    """The articles at PATH; rejected rows and notes are listed on standard error."""
    source = json_lines(sys.stdin.buffer) if path == "-" else path
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", nd.ArticleWarning)  # listed below, one per line
        articles = nd.read_articles(
            source, columns=_column_names(columns), language=language, timezone=timezone, progress=progress
        )
    list_on_stderr("rejected", articles.rejected)
    list_on_stderr("note", articles.notices)
    if not articles:
        raise nd.InputError(f"no usable article in {path!r}")
    return articles


def _column_names(options: Sequence[str]) -> dict[str, str] | None:
    """The columns that --column names, by field."""
    pairs = [option.partition("=") for option in options]
    if any(not name for _, _, name in pairs):
        raise click.UsageError("--column takes FIELD=NAME, as in --column text=noi_dung")
    return {field: name for field, _, name in pairs} or None
