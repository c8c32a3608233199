"""The command line: ``newsdedup consolidate|report|events|copies|figures PATH``."""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click
import numpy as np
from attrs import asdict, frozen
from rich.console import Console, RenderableType

import newsdedup as nd
from newsdedup.articles.sources import json_lines
from newsdedup.figures.plain_data import claim_to_dict
from newsdedup.interfaces import terminal
from newsdedup.languages import known_languages, language_of
from newsdedup.records.collection import json_bytes
from newsdedup.support.frames import Table
from newsdedup.support.progress import shown
from newsdedup.support.settings import COPIES, POLICIES, as_data

_FORMATS = ("table", "json", "jsonl", "csv")
_FORMAT_OF_ENDING = {
    "": "table",
    ".txt": "table",
    ".md": "table",
    ".log": "table",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
}
_CLAIM = (
    *("article_id", "start", "end", "text", "value", "low", "high", "qualifier", "kind", "unit", "noun", "role"),
    *("place", "level", "modality", "change", "as_of", "reported_at", "sentence"),
)
_FILE_WIDTH = 120
_TOLD = 20  # rejected rows named on standard error; the rest is counted


@frozen
class _Result:
    """What a command found: as one JSON object's worth of rows, as tables, and as a table for CSV if there is one."""

    name: str
    rows: Sequence[Mapping[str, Any]]
    tables: Callable[[], Iterator[RenderableType]]
    rejected: Sequence[nd.Rejection]
    settings: Mapping[str, Any]
    frame: Callable[[], Table] | None = None


def _in_a_folder(_context: click.Context, _option: click.Parameter, output: str | None) -> str | None:
    """The file to write to; refused before anything is read if its folder is not there."""
    if output and not Path(output).parent.is_dir():
        raise click.BadParameter(f"there is no folder {str(Path(output).parent)!r}")
    return output


def _with_known_ending(context: click.Context, option: click.Parameter, output: str | None) -> str | None:
    """The file to write to; refused at once if neither its name nor --format says in which format."""
    ending = Path(output or "").suffix.lower()
    if ending not in _FORMAT_OF_ENDING and context.params.get("form") is None:
        known = ", ".join(filter(None, _FORMAT_OF_ENDING))
        raise click.BadParameter(f"{ending} says no format; use {known}, or give --format")
    return _in_a_folder(context, option, output)


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The argument and the options of every command that writes tables or JSON."""
    decorators = (
        click.option(
            "--format",
            "form",
            type=click.Choice(_FORMATS),
            is_eager=True,
            help="Default: table, or by the ending of -o.",
        ),
        click.option(
            "-o", "--output", type=click.Path(dir_okay=False), callback=_with_known_ending, help="Write to this file."
        ),
    )
    command = _reading(command)
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


def _reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """The argument that every command takes, and the options of reading it."""
    decorators = (
        click.argument("path"),
        click.option("--progress/--no-progress", default=None, help="Show progress bars. Default: on a terminal."),
        click.option("--language", help="Language of articles that name none (vi, en); told from the text if omitted."),
        click.option("--timezone", default="UTC", show_default=True, help="What times without a zone mean."),
        click.option(
            "--column", "columns", multiple=True, metavar="FIELD=NAME", help="Name of a column: text=noi_dung."
        ),
    )
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


def _threads(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--threads", type=click.IntRange(1), help="Default: one a core.")(command)


def _events_options(command: Callable[..., Any]) -> Callable[..., Any]:
    command = click.option("--evidence", type=click.Path(dir_okay=False), help="A model that Model.save wrote.")(
        command
    )
    command = click.option("--threshold", type=float, help="Least mean score of one event, 0 to 1.")(command)
    return click.option("--window-hours", type=float, help="Compare only articles published this close.")(command)


def _reconciling(command: Callable[..., Any]) -> Callable[..., Any]:
    trusted = click.option(
        "--trusted", multiple=True, help="Source or article id, in order of trust, for --policy trusted."
    )
    policy = click.option("--policy", type=click.Choice(POLICIES), help="How a conflict gets a best value.")
    workers = click.option(
        "--workers", type=click.IntRange(1), help="Processes that read events. Default: as many as help."
    )
    return policy(trusted(workers(command)))


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(nd.__version__, prog_name="newsdedup")
def cli() -> None:
    """Find copies among news articles, group the reports of each event, reconcile their figures.

    PATH is a folder of .txt files, a .jsonl, .json, .csv, .tsv or .parquet file, or - for JSON
    Lines on standard input.
    """


@cli.command()
@_common
@_threads
@_events_options
@_reconciling
def consolidate(
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
    articles = _read(path, language=language, timezone=timezone, columns=columns, progress=progress)
    events = nd.consolidate(articles, progress=progress, **options)
    tables = lambda: terminal.records_view(events)  # noqa: E731
    found = _Result("events", events.to_dicts(), tables, articles.rejected, events.settings, events.table)
    _write(found, form, output)


@cli.command()
@_common
@_threads
@_events_options
@click.option(
    "--explain",
    "pairs",
    nargs=2,
    multiple=True,
    metavar="LEFT RIGHT",
    help="Say why two articles are one event or two.",
)
def events(
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
    """Which articles report one event, and why."""
    articles = _read(path, language=language, timezone=timezone, columns=columns, progress=progress)
    found = nd.find_events(articles, progress=progress, **options)
    settings = {**as_data(found.settings), "threshold": found.threshold}
    explanations = [found.explain(left, right) for left, right in pairs]
    if explanations:
        why = [one.to_dict() for one in explanations]
        views = lambda: terminal.explanations_view(explanations)  # noqa: E731
        _write(_Result("explanations", why, views, articles.rejected, settings), form, output)
        return
    weakest = (None if np.isnan(score) else float(score) for score in found.weakest)
    rows = [
        {"event": number, "ids": list(group), "weakest": score}
        for number, (group, score) in enumerate(zip(found.groups, weakest, strict=True))
    ]
    tables = lambda: terminal.events_view(found, articles)  # noqa: E731
    _write(_Result("groups", rows, tables, articles.rejected, settings, found.table), form, output)


@cli.command()
@_common
@_threads
@click.option("--threshold", type=float, default=COPIES.threshold, show_default=True, help="Least Jaccard similarity.")
def copies(
    path: str,
    form: str | None,
    output: str | None,
    progress: bool | None,
    threads: int | None,
    threshold: float,
    **reading: Any,
) -> None:
    """Which articles are copies or excerpts of which."""
    articles = _read(path, progress=progress, **reading)
    found = nd.find_copies(articles, threshold=threshold, threads=threads, progress=progress)
    rows = [
        {"representative": first, "ids": list(group), "relations": _relations(found, group)}
        for group, first in zip(found.groups, found.representatives, strict=True)
    ]
    tables = lambda: terminal.copies_view(found)  # noqa: E731
    _write(_Result("groups", rows, tables, articles.rejected, as_data(found.settings), found.table), form, output)


def _relations(copies: nd.CopyGroups, group: Iterable[str]) -> dict[str, Any]:
    return {name: asdict(copies.relations[name]) for name in group if name in copies.relations}


@cli.command()
@_common
def figures(path: str, form: str | None, output: str | None, progress: bool | None, **reading: Any) -> None:
    """Every figure and date that the articles print."""
    articles = _read(path, progress=progress, **reading)
    claims = [claim for one in shown(articles, "reading figures", progress) for claim in nd.extract_figures(one)]
    _tell_unread(articles)
    rows = [claim_to_dict(claim, alone=True) for claim in claims]
    tables = lambda: terminal.claims_view(claims)  # noqa: E731
    _write(_Result("claims", rows, tables, articles.rejected, {}, lambda: _claims_table(rows)), form, output)


def _claims_table(claims: Iterable[Mapping[str, Any]]) -> Table:
    flat = [{**claim, **claim["scope"]} for claim in claims]
    return Table.of_rows(dict.fromkeys(_CLAIM, str), ([claim[name] for name in _CLAIM] for claim in flat))


@cli.command()
@_reading
@_threads
@_events_options
@_reconciling
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    callback=_in_a_folder,
    required=True,
    help="Write the page to this file.",
)
def report(
    path: str,
    output: str,
    language: str | None,
    timezone: str,
    columns: tuple[str, ...],
    progress: bool | None,
    **options: Any,
) -> None:
    """One HTML page of the events for a news desk."""
    articles = _read(path, language=language, timezone=timezone, columns=columns, progress=progress)
    nd.consolidate(articles, progress=progress, **options).report(output, articles=articles)


def _read(
    path: str, *, language: str | None, timezone: str, columns: Sequence[str], progress: bool | None = None
) -> nd.Articles:
    """The articles at PATH; what was wrong with some goes to standard error."""
    source = json_lines(sys.stdin.buffer) if path == "-" else path
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", nd.ArticleWarning)  # told below, each on a line
        articles = nd.read_articles(
            source, columns=_columns(columns), language=language, timezone=timezone, progress=progress
        )
    _tell("rejected", articles.rejected)
    _tell("note", articles.notices)
    if not articles:
        raise nd.InputError(f"no usable article in {path!r}")
    return articles


def _tell_unread(articles: nd.Articles) -> None:
    """Say which articles have no figures since their language has no tables."""
    reason = f"its language is not read for figures (there are {', '.join(known_languages())})"
    unread = (
        nd.Rejection(article.id, row, reason)
        for row, article in zip(articles.rows, articles, strict=True)
        if language_of(article.language) is None
    )
    _tell("note", tuple(unread))


def _columns(options: Sequence[str]) -> dict[str, str] | None:
    pairs = [option.partition("=") for option in options]
    if any(not name for _, _, name in pairs):
        raise click.UsageError("--column takes FIELD=NAME, as in --column text=noi_dung")
    return {field: name for field, _, name in pairs} or None


def _tell(what: str, rows: Sequence[nd.Rejection]) -> None:
    for one in rows[:_TOLD]:
        name = f" ({one.id})" if one.id else ""
        click.echo(f"{what}: row {one.row}{name}: {one.reason}".encode("utf-8", "backslashreplace"), err=True)
    if len(rows) > _TOLD:
        click.echo(f"{what}: {len(rows) - _TOLD} more rows", err=True)


def _write(result: _Result, form: str | None, output: str | None) -> None:
    form = form or _FORMAT_OF_ENDING[Path(output or "").suffix.lower()]
    if form == "table":
        _write_tables(result, output)
    elif output:
        Path(output).write_bytes(_written(result, form))
    else:
        sys.stdout.buffer.write(_written(result, form))


def _written(result: _Result, form: str) -> bytes:
    """A result as the bytes of a file."""
    if form == "csv":
        if result.frame is None:
            raise click.UsageError(f"{result.name} do not fit into CSV: write them as json or jsonl")
        return result.frame().to_csv().encode()
    if form == "jsonl":
        return b"".join(json_bytes(row) + b"\n" for row in result.rows)
    data = {
        result.name: list(result.rows),
        "rejected": [asdict(one) for one in result.rejected],
        "settings": dict(result.settings),
    }
    return json_bytes(data, indent=2) + b"\n"


def _write_tables(result: _Result, output: str | None) -> None:
    if output:
        with Path(output).open("w", encoding="utf-8") as file:
            _print_all(Console(file=file, width=_FILE_WIDTH), result.tables())
    else:
        _print_all(
            Console(width=None if sys.stdout.isatty() or "COLUMNS" in os.environ else _FILE_WIDTH), result.tables()
        )


def _print_all(console: Console, tables: Iterable[RenderableType]) -> None:
    for table in tables:
        console.print(table, highlight=False, markup=False)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; every failure is one line on standard error."""
    sys.exit(_status(arguments))


def _status(arguments: Sequence[str] | None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot print a letter still runs
    try:
        cli.main(args=list(arguments) if arguments is not None else None, prog_name="newsdedup", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as problem:
        problem.show()
        return 2
    except (nd.NewsdedupError, OSError) as problem:
        if isinstance(problem, BrokenPipeError):  # the reader of our output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        click.echo(f"newsdedup: {problem}".encode("utf-8", "backslashreplace"), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    return 0
