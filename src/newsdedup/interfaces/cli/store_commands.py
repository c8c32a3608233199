"""The commands ``newsdedup store … DESK.db``: articles and their events in one file."""

from __future__ import annotations

import time
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, NoReturn

import click
from attrs import asdict

import newsdedup as nd
from newsdedup.interfaces.cli.option_names import as_typed
from newsdedup.interfaces.cli.options import NotingCommand, reading_options, reads_articles, writes_result
from newsdedup.interfaces.cli.output import CommandResult, list_on_stderr
from newsdedup.interfaces.cli.store_options import (
    desk_argument,
    every_option,
    makes_store,
    reads_store,
    since_option,
    writes_store,
)
from newsdedup.interfaces.cli.store_tables import (
    change_line,
    changed_events,
    changes_line,
    changes_tables,
    feed_frame,
    feed_tables,
    summary_frame,
    summary_tables,
)
from newsdedup.interfaces.cli.streams import put_line, say
from newsdedup.interfaces.cli.watching import file_token, settled_files
from newsdedup.interfaces.wording import STATUS_LABELS
from newsdedup.support.settings import as_data
from newsdedup.support.whole_files import json_bytes

_FEED_ROWS_AT_ONCE: Final = 10_000


class _StoreCommands(click.Group):
    command_class = NotingCommand


@click.group("store", cls=_StoreCommands)
def store_group() -> None:
    """Keep articles and their events in a file, from day to day.

    DESK.db is one SQLite file. Articles are added, corrected and removed; events keep their ids;
    a feed says what changed.
    """


@store_group.command("add")
@writes_result
@desk_argument
@reads_articles
@makes_store
@click.option("--token", help="A name of this batch: a batch with a known token is not added again.")
@click.option("--again", is_flag=True, help="Add articles again that were removed from the store.")
def add_command(
    articles: nd.Articles, store: nd.EventStore, token: str | None, again: bool, progress: bool | None
) -> CommandResult:
    """Add the articles of PATH; makes the store where there is none.

    An article is known by its id: as it is stored it changes nothing, with other words it is
    corrected. Settings are kept in the store; those of an existing store change from now on.
    """
    changes = store.add(articles, token=token, again=again)
    list_on_stderr("rejected", changes.rejected[len(articles.rejected) :])
    return _changes_result(store, changes)


def _changes_result(store: nd.EventStore, changes: nd.Changes, **more: Any) -> CommandResult:
    rows = [{**asdict(changes), **more}]
    view = partial(changes_tables, changes, changed_events(store, changes))
    return CommandResult("changes", rows, view, changes.rejected, as_data(store.settings))


@store_group.command("watch")
@desk_argument
@click.argument("folder", type=click.Path(exists=True))
@every_option(10.0, "Seconds between two looks.")
@click.option("--once", is_flag=True, help="End after one interval.")
@reading_options
@makes_store
def watch_command(store: nd.EventStore, folder: str, every: float, once: bool, **reading: Any) -> None:
    """Add the files that appear or change in FOLDER, until interrupted.

    FOLDER is a folder, without those below it, or one file. A file is added when it has not changed
    for one interval. After a restart, files that were added are not added again. A file that cannot
    be read is listed on standard error and left out until it changes.
    """
    for file in settled_files(Path(folder), every, once=once):
        try:
            changes = _added_once_free(store, file, None if once else every, reading)
        except (nd.InputError, nd.MissingExtraError, OSError) as problem:
            say(f"skipped: {file}: {as_typed(str(problem))}")
            continue
        if changes == nd.Changes(revision=changes.revision):  # it was added before
            continue
        list_on_stderr(f"rejected: {file}", changes.rejected)
        put_line(f"{file}: {changes_line(changes)}")


def _added_once_free(store: nd.EventStore, file: Path, every: float | None, reading: dict[str, Any]) -> nd.Changes:
    """Add a file; while another process writes for long, try again and again, or raise the error if `every` is None."""
    while True:
        try:
            return store.add(file, token=file_token(file), **reading)
        except nd.StoreError as problem:
            if every is None:
                raise
            say(f"waiting: {file}: {problem}")
            time.sleep(every)


@store_group.command("events")
@writes_result
@desk_argument
@reads_store
@since_option
@click.option("--day", help="Only events of this day, in ISO 8601.")
@click.option("--status", type=click.Choice(list(STATUS_LABELS)), help="Only events with such a figure.")
@click.option("--place", help="Only events at this place, whole, in any case and accents.")
@click.option("--person", help="Only events with this person, whole, in any case and accents.")
@click.option("--text", help="Only events with these words in one article; phrases in quotation marks.")
@click.option("--limit", type=click.IntRange(min=1), help="The most events.")
def store_events_command(store: nd.EventStore, **conditions: Any) -> CommandResult:
    """The events that meet all conditions, the one that changed last first."""
    events = store.events(**conditions)
    view, frame = partial(summary_tables, events), partial(summary_frame, events)
    return CommandResult("events", list(map(asdict, events)), view, (), as_data(store.settings), frame)


@store_group.command("changes")
@writes_result
@desk_argument
@reads_store
@click.option("--after", type=click.IntRange(min=0), default=0, show_default=True, help="The last cursor you read.")
@click.option("--limit", type=click.IntRange(min=1), help="The most rows.")
@click.option("--follow", is_flag=True, help="Print rows as they come, until interrupted, as JSON Lines.")
@every_option(2.0, "With --follow: seconds between two looks.")
def changes_command(store: nd.EventStore, after: int, limit: int | None, follow: bool, every: float) -> CommandResult:
    """What changed, as rows of ids and numbers, the earliest first."""
    if follow:
        _follow(store, after, every)
    rows = store.changes(after, limit=limit)
    view, frame = partial(feed_tables, rows), partial(feed_frame, rows)
    return CommandResult("changes", list(map(asdict, rows)), view, (), as_data(store.settings), frame)


def _follow(store: nd.EventStore, cursor: int, every: float) -> NoReturn:
    """Print the rows of the feed as they come."""
    given = click.get_current_context().params
    if given["output"] or given["format_name"] not in (None, "table", "jsonl") or given["limit"]:
        raise click.UsageError("--follow prints to standard output: use it with --format jsonl or table, no --limit")
    while True:
        rows = store.changes(cursor, limit=_FEED_ROWS_AT_ONCE)
        for one in rows:
            cursor = one.cursor
            is_table = given["format_name"] == "table"
            click.echo(f"{cursor} {change_line(one)}" if is_table else json_bytes(asdict(one)))
        if len(rows) < _FEED_ROWS_AT_ONCE:
            time.sleep(every)


@store_group.command("remove")
@writes_result
@desk_argument
@writes_store
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--reason", help="Kept in the store; named where such an article is refused later.")
def remove_command(store: nd.EventStore, ids: tuple[str, ...], reason: str | None) -> CommandResult:
    """Remove articles with every trace of their words.

    They are refused later, unless store add --again asks for them. If one of the ids is unknown,
    none is removed. Backups made before still have them.
    """
    return _changes_result(store, store.remove(ids, reason=reason), removed=list(dict.fromkeys(ids)))


@store_group.command("regroup")
@writes_result
@desk_argument
@writes_store
@click.option("--steady", is_flag=True, help="Keep what was together or apart within the margin.")
def regroup_command(store: nd.EventStore, steady: bool) -> CommandResult:
    """Group all open events again, as newsdedup events groups their articles."""
    return _changes_result(store, store.regroup(steady=steady))


@store_group.command("rebuild")
@writes_result
@desk_argument
@writes_store
def rebuild_command(store: nd.EventStore) -> CommandResult:
    """Read the stored texts again, after an upgrade that reads texts differently."""
    return _changes_result(store, store.rebuild())


@store_group.command("check")
@desk_argument
@reads_store
def check_command(store: nd.EventStore) -> None:
    """Check the file; exit status 1 if something is wrong in it."""
    problems = store.check()
    for problem in problems or ["no problems"]:
        put_line(problem)
    if problems:
        raise click.exceptions.Exit(1)


@store_group.command("backup")
@desk_argument
@reads_store
@click.argument("copy", metavar="COPY.db", type=click.Path(dir_okay=False))
def backup_command(store: nd.EventStore, copy: str) -> None:
    """Write a copy of the store to a new file, whatever is written meanwhile."""
    store.backup(copy)
    put_line(f"{copy}: {len(store):,} articles, revision {store.revision}")


def write_page_of_store(
    store: nd.EventStore, output: str, page_language: str | None, title: str | None, since: int | datetime | None
) -> None:
    """Write the events of a store as a desk page, with the texts of their articles."""
    events = store.collection(since=since)
    articles = store.articles(report.id for record in events for report in record.articles)
    events.report(output, articles=articles or None, language=page_language, title=title)
