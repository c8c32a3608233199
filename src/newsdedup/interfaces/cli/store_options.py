"""The options of ``newsdedup store``, and the opening of the store that a command works on."""

from __future__ import annotations

import functools
import inspect
import math
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import click

import newsdedup as nd
from newsdedup.interfaces.cli.options import (
    Command,
    decorated,
    from_home,
    refuse_inputs,
    refuse_options,
    thread_option,
)
from newsdedup.support.settings import POLICIES

_SETTINGS: Final = (
    *("settle_days", "regroup", "margin", "records", "threshold", "window_hours", "seed", "policy", "trusted"),
    "people",
)
_NEVER: Final = "never"

desk_argument: Final = click.argument("desk", metavar="DESK.db", type=click.Path(dir_okay=False), callback=from_home)


def reads_store(command: Command) -> Command:
    """Give a command an existing store, opened for reading."""

    @functools.wraps(command)
    def run(*articles: Any, desk: str, **options: Any) -> Any:
        with nd.open_store(desk, read_only=True) as store:
            return command(*articles, store=store, **options)

    return run


def writes_store(command: Command) -> Command:
    """Give a command an existing store, opened for writing, and the options of that."""

    @functools.wraps(command)
    def run(*articles: Any, desk: str, wait: float, threads: int | None, **options: Any) -> Any:
        if not Path(desk).is_file():
            raise nd.StoreError(f"no store at {desk}: give the path of one; newsdedup store add makes one")
        with nd.open_store(desk, wait=wait, threads=threads) as store:
            return command(*articles, store=store, **options)

    return decorated(run, *_WRITER_OPTIONS)


def makes_store(command: Command) -> Command:
    """Give a command a store, made where there is none, and the options of its settings."""

    @functools.wraps(command)
    def run(*articles: Any, desk: str, wait: float, threads: int | None, evidence: str | None, **options: Any) -> Any:
        given = {name: options.pop(name) for name in _SETTINGS}
        settings = {name: value for name, value in given.items() if value not in (None, ())}
        if "settle_days" in settings:
            settings["settle_days"] = None if math.isinf(settings["settle_days"]) else settings["settle_days"]
        with nd.open_store(desk, wait=wait, threads=threads, evidence=evidence, **settings) as store:
            return command(*articles, store=store, **options)

    return decorated(run, *_WRITER_OPTIONS, *_SETTING_OPTIONS)


def or_of_a_store(instead: Command) -> Callable[[Command], Command]:
    """Call another function where PATH is a store; options other than those that it takes are refused there."""

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def run(*, path: str, **options: Any) -> Any:
            refuse_inputs(options.get("output"))
            if path == "-" or not nd.is_store(path):
                return command(path=path, **options)
            taken = {name: options[name] for name in inspect.signature(instead).parameters if name in options}
            kept = {"path", "progress", *taken}
            refuse_options(
                lambda name: name not in kept, "is not for a store, which has its own settings: leave it out"
            )
            with nd.open_store(path, read_only=True) as store:
                return instead(store, **taken)

        return run

    return decorate


def every_option(default: float, words: str) -> Callable[[Command], Command]:
    """The option ``--every``, a number of seconds, with its default and its help."""
    return click.option(
        "--every", type=click.FloatRange(min=0, min_open=True), default=default, show_default=True, help=words
    )


def _day_count(_context: click.Context, _option: click.Parameter, given: str | None) -> float | None:
    """A number of days; infinity for never."""
    if given is None:
        return None
    with suppress(ValueError):
        return math.inf if given == _NEVER else float(given)
    raise click.BadParameter(f"{given!r} is neither a number of days nor {_NEVER}")


def revision_or_moment(_context: click.Context, _option: click.Parameter, given: str | None) -> int | datetime | None:
    """A revision, or a moment in ISO 8601."""
    if given is None or given.isdecimal():
        return None if given is None else int(given)
    with suppress(ValueError):
        return datetime.fromisoformat(given)
    raise click.BadParameter(f"{given!r} is neither a revision nor a moment such as 2025-06-14T08:00+07:00")


_WRITER_OPTIONS: Final[tuple[Callable[[Command], Command], ...]] = (
    click.option("--wait", type=float, default=30.0, show_default=True, help="Seconds to wait for another writer."),
    thread_option,
)

_SETTING_OPTIONS: Final[tuple[Callable[[Command], Command], ...]] = (
    click.option(
        "--settle-days",
        metavar=f"DAYS|{_NEVER}",
        callback=_day_count,
        help="Days without a report after which an event is no longer grouped with new articles. New stores: 30.",
    ),
    click.option(
        "--regroup",
        type=click.Choice(("auto", "always", "manual")),
        help="When all open events are grouped again. New stores: auto, when a tenth of the articles is new.",
    ),
    click.option("--margin", type=float, help="Margin of the threshold by which events stay as they are."),
    click.option(
        "--records/--no-records", default=None, help="Make the records of changed events at once. New stores: yes."
    ),
    click.option("--threshold", type=float, help="Least mean score of one event, 0 to 1."),
    click.option("--window-hours", type=float, help="Compare only articles published this close in time."),
    click.option("--seed", type=int, help="Seed of the sketches, of a new store."),
    click.option(
        "--evidence",
        type=click.Path(dir_okay=False),
        callback=from_home,
        help="A model that Model.save wrote, for a new store.",
    ),
    click.option("--policy", type=click.Choice(POLICIES), help="How a conflict gets a best value."),
    click.option("--trusted", multiple=True, help="Source or article id, in order of trust, for --policy trusted."),
    click.option("--people/--no-people", default=None, help="Name people in the records. New stores: yes."),
)

since_option: Final = click.option(
    "--since",
    metavar="REVISION|MOMENT",
    callback=revision_or_moment,
    help="Only events that changed after a revision, or at or after a moment (ISO 8601, UTC without a zone).",
)
