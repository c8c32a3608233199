"""Standard input, output and error, in whatever state the caller left them, and the signals that end a command."""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Final, NoReturn

import click

from newsdedup.support.errors import InputError
from newsdedup.support.printable import terminal_text

_ENDING_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP")  # by name: Windows lacks the last one
_N_STREAMS: Final = 3


def say(line: str) -> None:
    """Print a line on standard error, control characters as escapes."""
    click.echo(terminal_text(line), err=True)


def put_line(line: str) -> None:
    """Print a line on standard output, control characters as escapes."""
    click.echo(terminal_text(line))


def standard_input() -> IO[bytes]:
    """The bytes of standard input; who is expected to type them is told so.

    Raises
    ------
    InputError
        If the caller has closed it.
    """
    stream: Any = sys.stdin
    if stream is None or stream.closed:
        raise InputError("standard input is closed: give a path, or send JSON Lines to the command")
    if stream.isatty():
        say("note: JSON Lines are read from this terminal, up to Ctrl-D; Ctrl-C ends the command")
    found: IO[bytes] = stream.buffer
    return found


@contextmanager
def standard_streams() -> Iterator[None]:
    """Streams that exist and can be written to, as long as this lasts.

    The number of a stream that the caller closed would be that of the next file that is opened, and what a library
    prints would be written into that file. What cannot be written to standard error is lost, but the result is not;
    a result that cannot be written to standard output is an error.
    """
    _occupy_closed_descriptors()
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _usable_output(before[0]), _usable_error(before[1])
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr):
            _write_the_rest(stream)
        sys.stdout, sys.stderr = before


def _occupy_closed_descriptors() -> None:
    """Open the null device as each of the standard streams that is closed."""
    for number in range(_N_STREAMS):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # it gets the lowest free number


def _usable_output(stream: Any) -> Any:
    if stream is None or stream.closed:
        return io.TextIOWrapper(io.BufferedWriter(_ClosedOutput()), "utf-8", "backslashreplace")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # for letters that the terminal cannot print
    return stream


def _usable_error(stream: Any) -> Any:
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)
    if stream is not None and not isinstance(raw, io.FileIO):  # of a notebook or of a test
        return stream
    encoding = getattr(stream, "encoding", "utf-8")
    return io.TextIOWrapper(
        io.BufferedWriter(_ErrorOutput(raw)), encoding, errors="backslashreplace", line_buffering=True
    )


class _ClosedOutput(io.RawIOBase):
    """Standard output that the caller has closed: the first write is an error, what is left after it is let go."""

    _is_known = False

    def writable(self) -> bool:
        """That it is for writing."""
        return True

    def write(self, data: Any) -> int:
        """Raise the error of the system for that, once."""
        if self._is_known:
            return len(data)
        self._is_known = True
        raise OSError(errno.EBADF, "standard output is closed")


class _ErrorOutput(io.RawIOBase):
    """Standard error; what cannot be written to it is lost."""

    def __init__(self, raw: io.FileIO | None) -> None:
        self._raw = raw

    def writable(self) -> bool:
        """That it is for writing."""
        return True

    def isatty(self) -> bool:
        """Whether somebody reads it."""
        return self._raw is not None and self._raw.isatty()

    def fileno(self) -> int:
        """The number of the stream."""
        return super().fileno() if self._raw is None else self._raw.fileno()

    def write(self, data: Any) -> int:
        """Write some bytes; how many are done with."""
        with suppress(OSError):
            return (self._raw.write(data) if self._raw else None) or len(data)
        return len(data)


def _write_the_rest(stream: Any) -> None:
    """Write what is buffered; where that fails, let it go, since Python would try again at its end."""
    try:
        stream.flush()
    except OSError:
        with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())
            stream.flush()


@contextmanager
def ending_signals() -> Iterator[None]:
    """Let signals end a command by an exception, so that nothing half done is left; a second one ends it at once.

    Signals that the caller ignores, as ``nohup`` does, stay ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in _ENDING_SIGNALS if hasattr(signal, name)]
    handlers = {number: signal.getsignal(number) for number in numbers}
    usual = {n: one for n, one in handlers.items() if one in (signal.SIG_DFL, signal.default_int_handler)}
    for number in usual:
        signal.signal(number, _end_by)
    try:
        yield
    finally:
        for number, handler in usual.items():
            signal.signal(number, handler)


def _end_by(number: int, _frame: object) -> NoReturn:
    signal.signal(number, signal.SIG_DFL)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(128 + number)
