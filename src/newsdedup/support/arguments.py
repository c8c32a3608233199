"""What callers give to the methods of a store, checked: each error names the option and what is allowed."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, Final

from newsdedup.support.errors import SettingError

_LARGEST: Final = 2**63 - 1
STATUSES: Final = ("conflict", "superseded", "compatible", "agree", "single_source")


def path_option(value: Any, name: str = "path") -> Path:
    """The path of a file."""
    if not isinstance(value, str | os.PathLike) or isinstance(text := os.fspath(value), bytes):
        raise SettingError(f"{name}={value!r} is not a path: give a str or a Path")
    if not text or "\0" in text or text.startswith(":memory:"):
        raise SettingError(f"{name}={value!r} is not the path of a file: give one such as 'desk.db'")
    return Path(text)


def text_option(name: str, value: Any) -> str | None:
    """A string, or None."""
    if value is not None and not isinstance(value, str):
        raise SettingError(f"{name}={value!r} is of type {type(value).__name__}: give a str, or None")
    return value


def id_option(name: str, value: Any) -> str:
    """An id."""
    if not isinstance(value, str):
        raise SettingError(f"{name}={value!r} is of type {type(value).__name__}: ids are of type str")
    return value


def id_list(name: str, values: Iterable[str]) -> list[str]:
    """Ids, each once; a single string is one id."""
    if not isinstance(values, Iterable):
        raise SettingError(f"{name}={values!r} is not a list of ids: give one such as {name}=['a', 'b']")
    return list(dict.fromkeys(id_option(name, one) for one in ([values] if isinstance(values, str) else values)))


def whole_option(name: str, value: Any, low: int = 0) -> int:
    """A whole number, `low` or more."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= _LARGEST:
        raise SettingError(f"{name}={value!r} is not a whole number: give one of {low} or more")
    return value


def seconds_option(name: str, value: Any) -> float:
    """A number of seconds."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _LARGEST:
        raise SettingError(f"{name}={value!r} is not a number of seconds: give one of 0 or more")
    return float(value)


def switch_option(name: str, value: Any) -> bool:
    """True or False."""
    return bool(_one_of_values(name, value, (True, False)))


def status_option(value: Any) -> str | None:
    """The status of a figure, or None."""
    return None if value is None else str(_one_of_values("status", value, STATUSES))


def _one_of_values(name: str, value: Any, allowed: Collection[Any]) -> Any:
    if not any(value is one or (isinstance(value, str) and value == one) for one in allowed):
        raise SettingError(f"{name}={value!r} is not allowed: give one of {', '.join(map(repr, allowed))}")
    return value
