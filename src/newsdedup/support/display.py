"""How values are shown in notebooks, on terminals and as a page.

A value must not import the interfaces that show it, because they import the value. So it calls the
functions of this module, for which interfaces register implementations. The package names the modules of
the interfaces with `shown_by`; they are imported when a value is first shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from importlib import import_module
from os import PathLike
from typing import Any

from newsdedup.support.folded_names import nearest_names

_interfaces: set[str] = set()


@singledispatch
def html_of(value: object) -> str:
    """A value as HTML for a notebook."""
    raise NotImplementedError(f"no notebook view of {type(value).__name__} is registered")


@singledispatch
def rich_of(value: object) -> Any:
    """A value as something that `rich` can print."""
    raise NotImplementedError(f"no terminal view of {type(value).__name__} is registered")


@singledispatch
def write_page(
    value: object,
    path: str | PathLike[str],
    texts: Mapping[str, str],
    *,
    language: str | None = None,
    title: str | None = None,
) -> None:
    """Write a value as one HTML page, with the texts of its articles by id."""
    raise NotImplementedError(f"no page of {type(value).__name__} is registered")


def shown_by(*modules: str) -> None:
    """Name modules that register with the functions above; they are imported when a value is first shown."""
    _interfaces.update(modules)


def load_interfaces() -> None:
    """Import the interfaces that are not yet imported."""
    while _interfaces:
        import_module(_interfaces.pop())


def count_in_words(number: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun: "1 report", "1,200 reports"."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def cut_between_words(words: str, length: int) -> str:
    """The words in at most `length` characters, with an ellipsis where they were cut; only a long word is cut within.

    Examples
    --------
    >>> cut_between_words("Bão số 7 đổ bộ vào Tân Lập", 16)
    'Bão số 7 đổ bộ …'
    """
    if len(words) <= length:
        return words
    end = words.rfind(" ", length // 2, length - 1)
    return f"{words[:end]} …" if end > 0 else f"{words[: length - 1]}…"


def no_attribute(value: object, name: str) -> str:
    """That a value has no such attribute, with those that have nearly its name: ``event_id`` for ``id``."""
    public = [] if name.startswith("_") else [one for one in dir(type(value)) if not one.startswith("_")]
    near = [one for one in public if name in one.split("_")] or nearest_names(name, public)
    hint = f": there is {', '.join(map(repr, near[:3]))}" if near else ""
    return f"{type(value).__name__!r} object has no attribute {name!r}{hint}"


class Displayed:
    """A value that notebooks and terminals can show as more than its ``repr``."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        load_interfaces()
        return html_of(self)

    def __rich__(self) -> Any:
        load_interfaces()
        return rich_of(self)
