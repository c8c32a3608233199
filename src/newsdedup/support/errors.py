"""The errors; each message names the value received, the values allowed and the remedy."""

from __future__ import annotations


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


class ArticleWarning(UserWarning):
    """Something about an article was corrected or left out; the result says what and why."""
