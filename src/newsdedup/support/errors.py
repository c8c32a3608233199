"""The errors; each message names the value received, the values allowed and the remedy."""

from __future__ import annotations

import re
import reprlib
import signal
import sys
import warnings
from collections.abc import Collection
from importlib.metadata import PackageNotFoundError, requires
from itertools import islice
from traceback import walk_tb
from types import CodeType
from typing import Any, Final

from newsdedup.support.printable import terminal_text

_CALLED_THROUGH: Final = ("newsdedup", "tqdm", "sklearn")  # packages whose lines a warning does not point to

_OF_WAITING: Final = frozenset({"asyncio", "concurrent", "multiprocessing", "threading"})  # timeouts, cancellations
_LIBRARIES: Final = frozenset(  # whose errors are about what they read
    (
        *("newsdedup", "numpy", "numba", "orjson", "narwhals", "pandas", "polars", "pyarrow", "duckdb", "_duckdb"),
        *("openpyxl", "lxml", "feedparser", "sgmllib", "trafilatura", "charset_normalizer", "zstandard", "compression"),
        "pytz",
    )
)


_LONG_WORD: Final = re.compile(r"(\S{200})\S{60,}(\S{40})")  # such as an id of a million letters
_LONGEST_MESSAGE: Final = 4000  # characters
_MESSAGE_END: Final = 1000  # characters of a longer one, which end in the remedy


class NewsdedupError(Exception):
    """Base of every error that newsdedup raises on purpose; its message can be printed, whatever was given."""

    def __init__(self, message: str) -> None:
        super().__init__(_printable_message(message))


def _printable_message(message: str) -> str:
    """A message without the middle of what is very long in it, and with escapes for what a terminal would obey."""
    shorter = "\n".join(map(terminal_text, _LONG_WORD.sub(r"\1…\2", message).split("\n")))
    if len(shorter) <= _LONGEST_MESSAGE:
        return shorter
    return f"{shorter[: _LONGEST_MESSAGE - _MESSAGE_END]} … {shorter[-_MESSAGE_END:]}"


class InputError(NewsdedupError, ValueError):
    """The source of articles cannot be read as articles."""


class SettingError(NewsdedupError, ValueError):
    """An option has a value that is not allowed."""


class StoreError(NewsdedupError):
    """The store cannot be opened or written."""


class MissingExtraError(NewsdedupError, ImportError):
    """An optional library that the call needs is not installed; the message has the command that installs it."""

    def __init__(self, library: str, extra: str, purpose: str) -> None:
        super().__init__(f'{purpose} needs {library}: python -m pip install "{_requirement(library, extra)}"')


def _requirement(library: str, extra: str) -> str:
    """What an extra of this package requires of a library, of the first one of "pandas or polars".

    The library itself, and not ``newsdedup[extra]``: this is right for an installation from a checkout too.
    """
    name = re.split(r",? or |, ", library)[0]
    try:
        required = requires("newsdedup") or ()
    except PackageNotFoundError:  # run from its sources
        return name
    of_extra = (one.partition(";")[0].strip() for one in required if re.search(rf"extra == ['\"]{extra}['\"]", one))
    return next((one for one in of_extra if re.match(rf"{re.escape(name)}\b", one)), name)


class UnknownArticleError(NewsdedupError, KeyError):
    """The result has no article with this id."""

    def __str__(self) -> str:
        return str(self.args[0])

    @classmethod
    def of(cls, article_id: str, known: Collection[str | None]) -> UnknownArticleError:
        """The error for an id that is not among the known ones, with some of these."""
        such = f"give one of their ids, such as {', '.join(map(repr, islice(known, 3)))}" if known else "there are none"
        return cls(f"no article {article_id!r} among {len(known)}: {such}")


class UnknownEventError(NewsdedupError, KeyError):
    """A collection has no event with this id; or a store never gave one, or the articles of its event were removed."""

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownFigureError(NewsdedupError, KeyError):
    """A record has no figure with this name."""

    def __str__(self) -> str:
        return str(self.args[0])


class ArticleWarning(UserWarning):
    """Something about an article was corrected or left out; the result says what and why."""


def pass_on_interruption(problem: BaseException) -> None:
    """Raise an exception again that no input has caused: no memory, a timeout, a cancellation, a signal.

    Whatever catches the errors of a plug-in or of any library calls this first, so that a job can be stopped there.
    """
    if not isinstance(problem, Exception) or _is_interruption(problem):
        raise problem


def pass_on_foreign(problem: BaseException) -> None:
    """Raise an exception again that is not about what is read: an interruption, or of a class that a caller made.

    Whatever catches the errors of one article or one file calls this first: a caller who stops a job by an exception,
    such as the time limit of a task queue, gets that exception, and not a record without the article.
    """
    pass_on_interruption(problem)
    root = type(problem).__module__.partition(".")[0]
    is_plain = type(problem) is Exception  # which no library raises, but a caller who stops a job may
    if is_plain or (root not in _LIBRARIES and root not in sys.stdlib_module_names):
        raise problem


def _is_interruption(problem: Exception) -> bool:
    if isinstance(problem, MemoryError | TimeoutError | InterruptedError):
        return True
    return type(problem).__module__.partition(".")[0] in _OF_WAITING or _is_of_signal(problem)


def _is_of_signal(problem: Exception) -> bool:
    """Whether it was raised in a handler of a signal: one that stops a slow call may raise an error of any class."""
    handlers = set(filter(None, map(_code_of_handler, signal.valid_signals())))
    return any(frame.f_code in handlers for frame, _ in walk_tb(problem.__traceback__))


def _code_of_handler(number: int) -> CodeType | None:
    handler = signal.getsignal(number)
    function = getattr(handler, "__func__", getattr(handler, "func", handler))  # of a method, of a partial
    return getattr(function, "__code__", None)


def warn_of_articles(message: str) -> None:
    """Warn by an `ArticleWarning`, with the line that called this library as the source."""
    frame, level = sys._getframe(1), 2
    while frame.f_back and str(frame.f_globals.get("__name__")).partition(".")[0] in _CALLED_THROUGH:
        frame, level = frame.f_back, level + 1
    warnings.warn(message, ArticleWarning, stacklevel=level)


class _Shown(reprlib.Repr):
    """A value in a few words, whatever it is."""

    def __init__(self) -> None:
        super().__init__()
        self.maxstring = self.maxother = self.maxlong = 80

    def repr_instance(self, x: Any, level: int) -> str:
        text = " ".join(repr(x).split())
        return text if len(text) <= self.maxother else f"{text[: self.maxother]} …"

    def repr_int(self, x: int, level: int) -> str:
        is_long = abs(x) > sys.float_info.max
        return f"an int of {x.bit_length()} bits" if is_long else super().repr_int(x, level)


_SHORTENED: Final = _Shown()


def in_message(value: Any) -> str:
    """A value as messages have it: its ``repr``, cut where it is long; its type where it has none.

    Examples
    --------
    >>> in_message("vnn"), in_message(list(range(1_000_000)))
    ("'vnn'", '[0, 1, 2, 3, 4, 5, ...]')
    """
    try:
        return _SHORTENED.repr(value).encode("utf-8", "backslashreplace").decode()  # a lone surrogate cannot be printed
    except Exception as problem:  # of a class of the caller; or a number of more than 4,300 digits
        pass_on_interruption(problem)
        return f"a value of type {type(value).__name__}"


def as_text(value: Any) -> str | None:
    """A value as ``str`` writes it; None where that fails, as for a number of more than 4,300 digits."""
    try:
        return str(value)
    except Exception as problem:  # of a class of the caller
        pass_on_interruption(problem)
        return None


def require(value: Any, kinds: type | tuple[type, ...], use: str) -> None:
    """Raise an `InputError` unless a value is of one of these classes; `use` says what needs it."""
    if not isinstance(value, kinds):
        named = " or ".join(kind.__name__ for kind in (kinds if isinstance(kinds, tuple) else (kinds,)))
        raise InputError(f"{use} needs {named}, not {in_message(value)} of type {type(value).__name__}")
