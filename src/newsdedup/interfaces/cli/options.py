"""The arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from newsdedup.interfaces.cli.output import FORMAT_OF_SUFFIX, FORMATS
from newsdedup.support.settings import POLICIES

Command = Callable[..., Any]


def reading_options(command: Command) -> Command:
    """PATH, and the options of reading it."""
    return _decorated(
        command,
        click.argument("path"),
        click.option("--progress/--no-progress", default=None, help="Show progress bars. Default: on a terminal."),
        click.option("--language", help="Language of articles that name none (vi, en). Default: detected in the text."),
        click.option("--timezone", default="UTC", show_default=True, help="Time zone of times without one."),
        click.option(
            "--column", "columns", multiple=True, metavar="FIELD=NAME", help="Name of a column: text=noi_dung."
        ),
    )


def output_options(command: Command) -> Command:
    """The format of the output, and its file."""
    return _decorated(
        command,
        click.option(
            "--format",
            "form",
            type=click.Choice(FORMATS),
            is_eager=True,
            help="Default: table, or the format of the suffix of -o.",
        ),
        click.option(
            "-o", "--output", type=click.Path(dir_okay=False), callback=_known_suffix, help="Write to this file."
        ),
    )


def event_options(command: Command) -> Command:
    """The settings of grouping articles by event."""
    return _decorated(
        command,
        click.option("--window-hours", type=float, help="Compare only articles published this close in time."),
        click.option("--threshold", type=float, help="Least mean score of one event, 0 to 1."),
        click.option("--evidence", type=click.Path(dir_okay=False), help="A model that Model.save wrote."),
    )


def reconcile_options(command: Command) -> Command:
    """The settings of reconciling figures."""
    return _decorated(
        command,
        click.option("--policy", type=click.Choice(POLICIES), help="How a conflict gets a best value."),
        click.option("--trusted", multiple=True, help="Source or article id, in order of trust, for --policy trusted."),
        click.option(
            "--workers", type=click.IntRange(1), help="Processes that read events. Default: depends on the input."
        ),
    )


thread_option: Final = click.option("--threads", type=click.IntRange(1), help="Default: one per core.")

page_option: Final = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    callback=lambda _context, _option, output: _existing_folder(output),
    required=True,
    help="Write the page to this file.",
)


def _decorated(command: Command, *decorators: Callable[[Command], Command]) -> Command:
    """The command with options in the order given."""
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


def _known_suffix(context: click.Context, _option: click.Parameter, output: str | None) -> str | None:
    """The file to write to; an error at once if neither its suffix nor --format names a format."""
    suffix = Path(output or "").suffix.lower()
    if suffix not in FORMAT_OF_SUFFIX and context.params.get("form") is None:
        known = ", ".join(filter(None, FORMAT_OF_SUFFIX))
        raise click.BadParameter(f"no format has the suffix {suffix}; use {known}, or give --format")
    return _existing_folder(output)


def _existing_folder(output: str | None) -> str | None:
    """The file to write to; an error, before anything is read, if its folder does not exist."""
    if output and not Path(output).parent.is_dir():
        raise click.BadParameter(f"there is no folder {str(Path(output).parent)!r}")
    return output
