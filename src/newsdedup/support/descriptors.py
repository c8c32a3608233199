"""Files that are open already: paths that name a descriptor, such as ``/dev/stdout``, and named pipes."""

from __future__ import annotations

import errno
import os
import re
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from newsdedup.support.errors import SettingError

_DESCRIPTORS: Final = re.compile(r"/dev/fd|/proc/(\d+)(?:/task/\d+)?/fd")  # of descriptors, without links
_MOST_LINKS: Final = 40  # one after the other, as Linux follows them
_WAIT_SECONDS: Final = 5.0  # in which somebody must begin to read from a pipe
_PAUSE: Final = 0.05  # seconds between two attempts to open it


def descriptor_path(path: Path) -> Path | None:
    """The path of the descriptor that a path names or leads to; None of any other file.

    Examples
    --------
    >>> descriptor_path(Path("news.jsonl"))
    """
    place = Path.cwd() / path
    for _ in range(_MOST_LINKS):
        folder = os.path.realpath(place.parent)
        if _DESCRIPTORS.fullmatch(folder) and place.name.isdecimal():
            return Path(folder, place.name)
        if not place.is_symlink():
            return None
        place = Path(folder, os.readlink(place))  # noqa: PTH115 the rest of the path is joined to it
    return None


def opened_descriptor(path: Path) -> int:
    """A new descriptor for one of `descriptor_path`, which writes where that one is, and closes alone.

    Raises
    ------
    OSError
        If it is not open, or not for writing.
    """
    if not _is_of_this_process(path):
        return os.open(path, os.O_WRONLY | os.O_APPEND)
    for stream in (sys.stdout, sys.stderr):  # what was printed before comes first
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    return os.dup(int(path.name))


def _is_of_this_process(path: Path) -> bool:
    """Whether a descriptor is one of this process."""
    found = _DESCRIPTORS.fullmatch(str(path.parent))
    process = found[1] if found else None
    return process is None or process == Path(os.path.realpath("/proc/self")).name


def opened_pipe(path: Path) -> int:
    """A descriptor that writes to a named pipe; an error if nobody begins to read it, which open waits for.

    Raises
    ------
    SettingError
        If nobody reads from it.
    """
    end = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            number = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as problem:
            if problem.errno != errno.ENXIO:
                raise
            if time.monotonic() >= end:
                raise SettingError(
                    f"path={str(path)!r} is a pipe from which nobody reads: start what reads from it first"
                ) from problem
            time.sleep(_PAUSE)
        else:
            os.set_blocking(number, True)
            return number


def path_of_open_file(file: object) -> str | None:
    """The path of an open file: the one that the system knows, else the one that it was opened by; None if neither."""
    with suppress(AttributeError, OSError, ValueError):  # of bytes in memory, or closed
        link = f"/dev/fd/{file.fileno()}"  # type: ignore[attr-defined]
        if os.path.isfile(real := os.path.realpath(link)) and real != link:  # noqa: PTH113 of any length
            return real
    name = getattr(file, "name", None)
    return os.fspath(name) if isinstance(name, str | os.PathLike) else None
