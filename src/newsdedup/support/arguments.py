"""Checks of what callers give, one vocabulary for all functions: each error names the option and what is allowed.

A check takes the name of an option and its value, and returns the value in the form that the library uses.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Collection, Iterable, Mapping, Set
from math import inf
from pathlib import Path
from typing import Any, Final

import numpy as np

from newsdedup.support.errors import InputError, SettingError, in_message

_LARGEST: Final = 2**63 - 1
LONGEST_FILE_NAME: Final = 255  # bytes that file systems take
_LONGEST_FILE_PATH: Final = 4095
STATUSES: Final = ("conflict", "superseded", "compatible", "agree", "single_source")


def plain_scalar(value: Any) -> Any:
    """A value, where it is one of NumPy as that of Python: ``numpy.int64(5)`` is 5."""
    return value.item() if isinstance(value, np.generic) and not isinstance(value, np.datetime64) else value


def is_list(value: Any) -> bool:
    """Whether a value is a list of things, of any type: no text, no mapping, no file, and no array without dimensions.

    Examples
    --------
    >>> [is_list(one) for one in (["a"], np.array(["a"]), {"a"}, "a", {"a": 1}, np.array("a"))]
    [True, True, True, False, False, False]
    """
    if isinstance(value, str | bytes | Mapping) or is_file(value):  # the lines of a file are no list of ids
        return False
    return isinstance(value, Iterable) and getattr(value, "shape", None) != ()


def is_file(value: Any) -> bool:
    """Whether a value is an open or a closed file, or a temporary one."""
    return isinstance(value, io.IOBase) or hasattr(type(value), "readline") or type(value).__module__ == "tempfile"


def is_within(value: Any, low: float, high: float = inf, *, whole: bool = False) -> bool:
    """Whether a value is a number within bounds, and not NaN; of an int, that a float can hold it."""
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        return False
    return low <= value <= high and (isinstance(value, float) or abs(value) <= sys.float_info.max)


def is_one_of(value: Any, allowed: Iterable[Any]) -> bool:
    """Whether a value is one of some plain ones, and of the same type; arrays and frames have no truth value."""
    return any(value is one or (type(value) is type(one) and value == one) for one in allowed)


def path_option(value: Any, name: str = "path") -> Path:
    """The path of a file; ``~`` at its beginning is the home folder."""
    if not isinstance(value, str | os.PathLike) or isinstance(text := os.fspath(value), bytes):
        raise SettingError(f"{name}={in_message(value)} is not a path: give a str or a Path")
    if not text or "\0" in text or text.startswith(":memory:") or not _is_encodable(text):
        raise SettingError(f"{name}={in_message(value)} is not the path of a file: give one such as 'desk.db'")
    path = user_path(text)
    longest_part = max(len(os.fsencode(part)) for part in (*path.parts, ""))
    if longest_part > LONGEST_FILE_NAME or len(os.fsencode(path)) > _LONGEST_FILE_PATH:
        raise SettingError(
            f"{name}={in_message(value)} is too long: the name of a file or a folder has at most "
            f"{LONGEST_FILE_NAME} bytes, and a path {_LONGEST_FILE_PATH:,}"
        )
    return path


def _is_encodable(text: str) -> bool:
    try:
        os.fsencode(text)
    except UnicodeEncodeError:  # a lone surrogate
        return False
    return True


def user_path(given: str) -> Path:
    """A path, with the home of the user for ``~``, which shells leave in options, unless there is such a folder."""
    path = Path(given)
    if not given.startswith("~") or Path(path.parts[0]).exists():
        return path
    return Path(os.path.expanduser(given))  # noqa: PTH111 that of Path raises an error for an unknown user


def text_option(name: str, value: Any) -> str | None:
    """A string, or None."""
    if value is not None and not isinstance(value, str):
        raise SettingError(f"{name}={in_message(value)} is of type {type(value).__name__}: give a str, or None")
    return value


def required_text(name: str, value: Any) -> str:
    """A string."""
    if not isinstance(value, str):
        raise SettingError(f"{name}={in_message(value)} is of type {type(value).__name__}: give a str")
    return value


def id_option(name: str, value: Any) -> str:
    """An id."""
    if not isinstance(value, str):
        raise SettingError(f"{name}={in_message(value)} is of type {type(value).__name__}: ids are of type str")
    return value


def id_list(name: str, values: Iterable[str]) -> list[str]:
    """Ids, each once; a single string is one id."""
    if not isinstance(values, str) and not is_list(values):
        raise SettingError(f"{name}={in_message(values)} is not a list of ids: give one such as {name}=['a', 'b']")
    return list(dict.fromkeys(id_option(name, one) for one in ([values] if isinstance(values, str) else values)))


def id_or_number(value: Any, what: str = "article", number: str = "row") -> str | int:
    """What names an article or an event: an id, or a number."""
    value = plain_scalar(value)
    if isinstance(value, float) and value.is_integer():  # a column with gaps becomes floats in a data frame
        value = int(value)
    if not isinstance(value, str | int) or isinstance(value, bool) or not _can_be_written(value):
        raise SettingError(
            f"{in_message(value)} of type {type(value).__name__} names no {what}: "
            f"give the id of an article (str), or a {number} (int)"
        )
    return value


def _can_be_written(value: str | int) -> bool:
    """Whether a number can be written: Python writes no int of more than 4,300 digits."""
    return isinstance(value, str) or abs(value) <= sys.float_info.max


def several_ids(name: str, values: Any) -> list[str | int]:
    """Ids of articles; a single one is a list of one."""
    if isinstance(values, str | int):
        return [id_or_number(values)]
    if not is_list(values):
        raise SettingError(f"{name}={in_message(values)} is not a list of ids: give one such as {name}=['a', 'b']")
    return [id_or_number(one) for one in values]


def whole_option(name: str, value: Any, low: int = 0) -> int:
    """A whole number, `low` or more."""
    value = plain_scalar(value)
    if not is_within(value, low, _LARGEST, whole=True):
        raise SettingError(f"{name}={in_message(value)} is not a whole number: give one of {low} or more")
    return int(value)


def number_option(name: str, value: Any, low: float = -inf, high: float = inf, *, what: str = "number") -> float:
    """A number within bounds, and not NaN."""
    value = plain_scalar(value)
    if not is_within(value, low, high):
        bounds = f"{low:g} or more" if high == inf or high >= _LARGEST else f"{low:g} to {high:g}"
        raise SettingError(f"{name}={in_message(value)} is not a {what}: give one of {bounds}")
    return float(value)


def seconds_option(name: str, value: Any) -> float:
    """A number of seconds."""
    return number_option(name, value, 0, _LARGEST, what="number of seconds")


def switch_option(name: str, value: Any) -> bool:
    """True or False."""
    return bool(choice_option(name, plain_scalar(value), (True, False)))


def progress_option(value: Any) -> bool | None:
    """Whether progress is shown; None where a terminal decides."""
    return value if value is None else switch_option("progress", value)


def status_option(value: Any) -> str | None:
    """The status of a figure, or None."""
    return None if value is None else str(choice_option("status", value, STATUSES))


def status_options(value: Any) -> frozenset[str] | None:
    """The statuses of figures, one or several in a list; None for any."""
    if value is None:
        return None
    several = value if isinstance(value, list | tuple | Set) and value else [value]
    return frozenset(str(choice_option("status", one, STATUSES)) for one in several)


def choice_option(name: str, value: Any, allowed: Collection[Any]) -> Any:
    """One of some values."""
    if not any(value is one or (isinstance(value, str) and value == one) for one in allowed):
        raise SettingError(f"{name}={in_message(value)} is not allowed: give one of {', '.join(map(repr, allowed))}")
    return value


def mapping_option(name: str, value: Any, example: str) -> Mapping[Any, Any]:
    """A mapping."""
    if not isinstance(value, Mapping):
        raise SettingError(f"{name}={in_message(value)} is not a mapping: give one such as {name}={example}")
    return value


def list_of(
    kind: type, name: str, values: Any, what: str, *, error: type[SettingError | InputError] = SettingError
) -> tuple[Any, ...]:
    """Values of one type, in any iterable; `what` says which."""
    if not is_list(values):
        raise error(f"{name}={in_message(values)} of type {type(values).__name__} is not a list: give {what}")
    given = tuple(values)
    for one in given:
        if not isinstance(one, kind):
            raise error(f"{name} holds {in_message(one)} of type {type(one).__name__}: give {what}")
    return given
