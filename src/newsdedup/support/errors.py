"""What can go wrong; each message names the value received, what is allowed and the remedy."""

from __future__ import annotations


class NewsdedupError(Exception):
    """Base of every error that newsdedup raises on purpose."""


class InputError(NewsdedupError, ValueError):
    """The source of articles cannot be read as articles."""


class SettingError(NewsdedupError, ValueError):
    """An option has a value that the function cannot work with."""


class MissingExtraError(NewsdedupError, ImportError):
    """An optional library is needed for what was asked."""

    def __init__(self, library: str, extra: str, purpose: str) -> None:
        super().__init__(f'{purpose} needs {library}: python -m pip install "newsdedup[{extra}]"')


class UnknownArticleError(NewsdedupError, KeyError):
    """An article id that the result does not know."""

    def __str__(self) -> str:
        return str(self.args[0])


class ArticleWarning(UserWarning):
    """Something about an article was mended or left out; the result says which and why."""
