"""Running the command line: an error is one line on standard error, and the exit status is 2."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from newsdedup.interfaces.cli.commands import cli
from newsdedup.support.errors import NewsdedupError


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit."""
    sys.exit(_status(arguments))


def _status(arguments: Sequence[str] | None) -> int:
    """The exit status: 0, 2 for an error, 130 for an interrupt."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for letters that the terminal cannot print
    try:
        cli.main(args=list(arguments) if arguments is not None else None, prog_name="newsdedup", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as problem:
        problem.show()
        return 2
    except BrokenPipeError:  # whoever reads the output has closed it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (NewsdedupError, OSError) as problem:
        click.echo(f"newsdedup: {problem}".encode("utf-8", "backslashreplace"), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    return 0
