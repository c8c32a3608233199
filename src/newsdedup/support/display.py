"""How values show themselves in notebooks and on terminals: the value asks, and the faces answer.

A record must not know the faces that show it, for they stand above it. So a value only says that it
can be shown; whoever knows the faces tells where they are; and these, imported when a value is first
shown, register what they make of it.
"""

from __future__ import annotations

from functools import singledispatch
from importlib import import_module
from typing import Any

_faces: set[str] = set()


@singledispatch
def html_of(value: object) -> str:
    """A value as HTML for a notebook."""
    raise NotImplementedError(f"nothing shows {type(value).__name__} in a notebook")


@singledispatch
def rich_of(value: object) -> Any:
    """A value as something that `rich` can print."""
    raise NotImplementedError(f"nothing shows {type(value).__name__} on a terminal")


def shown_by(module: str) -> None:
    """Tell of a module that registers with `html_of` and `rich_of`; it is imported when it is needed."""
    _faces.add(module)


def _come() -> None:
    while _faces:
        import_module(_faces.pop())


class Displayed:
    """A value that notebooks and terminals can show as more than its ``repr``."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        _come()
        return html_of(self)

    def __rich__(self) -> Any:
        _come()
        return rich_of(self)
