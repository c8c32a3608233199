"""How the tables of a language are written down."""

from __future__ import annotations

import copyreg
from collections.abc import Iterable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any, Final


def _read_only(entries: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(entries)


copyreg.pickle(MappingProxyType, lambda table: (_read_only, (dict(table),)))  # else a language could not be copied

NOTHING: Mapping[str, str] = MappingProxyType({})
NO_VALUES: Mapping[str, int] = MappingProxyType({})

SIGNS_OF_ORDER: Mapping[str, str] = MappingProxyType(
    {">": "more_than", "<": "less_than"}
    | dict.fromkeys((">=", "> =", "≥"), "at_least")
    | dict.fromkeys(("<=", "< =", "≤"), "at_most")
)


def words(listed: str) -> tuple[str, ...]:
    """Words and phrases of a list that is separated by commas."""
    return tuple(" ".join(word.split()) for word in listed.split(","))


def lines(listed: str) -> tuple[str, ...]:
    """Regular expressions of a list, one on each line."""
    return tuple(filter(None, map(str.strip, listed.splitlines())))


def valued(listed: str) -> dict[str, int]:
    """Words and phrases, each with its value, of a list that is separated by commas ("satu 1, dua 2")."""
    return {word: int(value) for word, value in named(listed).items()}


def named(listed: str) -> dict[str, str]:
    """Words and phrases, each with one word for its meaning ("kilometer km, meter m")."""
    return {word: name for word, _, name in (one.rpartition(" ") for one in words(listed))}


_SHARED: Final = frozenset({"SIGNS", "SIGNS_OF_ORDER"})  # tables that languages import


def tables_in(package: str, folder: Iterable[str]) -> dict[str, Any]:
    """The public constants of the modules in a language's folder, by the name of their field of `Language`."""
    modules = [import_module(f"{package}.{module.name}") for module in iter_modules(folder)]
    return {
        name.lower(): table
        for module in modules
        for name, table in vars(module).items()
        if name.isupper() and not name.startswith("_") and name not in _SHARED
    }
