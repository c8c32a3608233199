"""How values show themselves in notebooks and on terminals: the value asks, and the faces answer.

A record must not know the faces that show it, for they stand above it. So a value only says that it
can be shown, and each face registers what it makes of which value.
"""

from __future__ import annotations

from functools import singledispatch
from typing import Any


@singledispatch
def html_of(value: object) -> str:
    """A value as HTML for a notebook."""
    raise NotImplementedError(f"nothing shows {type(value).__name__} in a notebook")


@singledispatch
def rich_of(value: object) -> Any:
    """A value as something that `rich` can print."""
    raise NotImplementedError(f"nothing shows {type(value).__name__} on a terminal")


class Displayed:
    """A value that notebooks and terminals can show as more than its ``repr``."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return html_of(self)

    def __rich__(self) -> Any:
        return rich_of(self)
