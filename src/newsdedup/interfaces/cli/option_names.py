"""Options in messages as they are typed on a command line: ``--column text=body``, not ``columns={'text': 'body'}``."""

from __future__ import annotations

import re
from typing import Final

_OPTION_VALUE: Final = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|-?[\d.]+|True|False|None"
_COLUMN_OPTION: Final = re.compile(r"(?:columns=)?\{('(?:[^'\\]|\\.)*'): ('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\}")
_OPTIONS: Final = re.compile(
    r"(?<![\w?&/.=-])(language|timezone|encoding|strict|threshold|window_hours|policy|undated|threads|workers|seed|token"
    rf"|day_first|max_characters|again|margin|settle_days|regroup|evidence)=({_OPTION_VALUE})?"
)
_DAY_ORDER: Final = {"True": "--day-first", "False": "--month-first"}


def as_typed(message: str) -> str:
    """A message of the library with its options as a command line has them.

    Examples
    --------
    >>> as_typed("there is no column 'body'; name it with columns={'text': '…'}, or give encoding='utf-16'")
    "there is no column 'body'; name it with --column text=…, or give --encoding utf-16"
    """
    return _OPTIONS.sub(_typed_option, _COLUMN_OPTION.sub(_typed_column, message))


def _typed_column(found: re.Match[str]) -> str:
    name, column = found[1][1:-1], found[2][1:-1]
    pair = f"{name}={column}"
    return f"--column {pair!r}" if " " in pair else f"--column {pair}"


def _typed_option(found: re.Match[str]) -> str:
    name, value = found[1], found[2]
    if name == "day_first" and value in _DAY_ORDER:
        return _DAY_ORDER[value]
    option = f"--{name.replace('_', '-')}"
    if value in (None, "True", "None"):
        return option
    is_plain_word = value[0] in "'\"" and " " not in value
    return f"{option} {value[1:-1] if is_plain_word else value}"
