"""The errors; each message names the value received, the values allowed and the remedy."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice
from typing import Any


class NewsdedupError(Exception):
    """Base of every error that newsdedup raises on purpose."""


class InputError(NewsdedupError, ValueError):
    """The source of articles cannot be read as articles."""


class SettingError(NewsdedupError, ValueError):
    """An option has a value that is not allowed."""


class MissingExtraError(NewsdedupError, ImportError):
    """An optional library that the call needs is not installed."""

    def __init__(self, library: str, extra: str, purpose: str) -> None:
        super().__init__(f'{purpose} needs {library}: python -m pip install "newsdedup[{extra}]"')


class UnknownArticleError(NewsdedupError, KeyError):
    """The result has no article with this id."""

    def __str__(self) -> str:
        return str(self.args[0])

    @classmethod
    def of(cls, article_id: str, known: Collection[str | None]) -> UnknownArticleError:
        """The error for an id that is not among the known ones, with some of these."""
        such = f"give one of their ids, such as {', '.join(map(repr, islice(known, 3)))}" if known else "there are none"
        return cls(f"no article {article_id!r} among {len(known)}: {such}")


class ArticleWarning(UserWarning):
    """Something about an article was corrected or left out; the result says what and why."""


def require(value: Any, kinds: type | tuple[type, ...], use: str) -> None:
    """Raise an `InputError` unless a value is of one of these classes; `use` says what needs it."""
    if not isinstance(value, kinds):
        named = " or ".join(kind.__name__ for kind in (kinds if isinstance(kinds, tuple) else (kinds,)))
        raise InputError(f"{use} needs {named}, not {repr(value)[:60]} of type {type(value).__name__}")
