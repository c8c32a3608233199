"""Options in messages as they are typed on a command line: ``--column text=body``, not ``columns={'text': 'body'}``."""

from __future__ import annotations

import re
from typing import Final

_OPTION_VALUE: Final = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|-?(?:[\d.]+(?:e[+-]?\d+)?|inf|nan)|True|False|None"
_COLUMN_OPTION: Final = re.compile(r"(?:columns=)?\{('(?:[^'\\]|\\.)*'): ('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\}")
_OPTIONS: Final = re.compile(
    r"(?<![\w?&/.=-])(language|timezone|encoding|strict|threshold|window_hours|policy|undated|threads|workers|seed|token"
    rf"|day_first|max_characters|again|margin|settle_days|regroup|evidence)=({_OPTION_VALUE})?"
)
_TYPED_PAIR: Final = rf"\(({_OPTION_VALUE}), ({_OPTION_VALUE})\)"
_PAIR_OPTION: Final = re.compile(rf"(?<!\w)(together|apart)=\[({_TYPED_PAIR}(?:, {_TYPED_PAIR})*)\]")
_IN_THE_LIBRARY: Final = {  # what only a caller of the library can do
    ", or None": "",
    "a list trusted=[...]": "--trusted SOURCE",
    "or open it for writing to make it": "newsdedup store add makes one",
    "open it for writing to upgrade it": "newsdedup store rebuild upgrades it",
}
_DAY_ORDER: Final = {"True": "--day-first", "False": "--month-first"}


def as_typed(message: str) -> str:
    """A message of the library with its options as a command line has them.

    Examples
    --------
    >>> as_typed("there is no column 'body'; name it with columns={'text': '…'}, or give encoding='utf-16'")
    "there is no column 'body'; name it with --column text=…, or give --encoding utf-16"
    """
    for words, typed in _IN_THE_LIBRARY.items():
        message = message.replace(words, typed)
    message = _PAIR_OPTION.sub(_typed_pairs, _COLUMN_OPTION.sub(_typed_column, message))
    return _OPTIONS.sub(_typed_option, message)


def _typed_column(found: re.Match[str]) -> str:
    name, column = found[1][1:-1], found[2][1:-1]
    pair = f"{name}={column}"
    return f"--column {pair!r}" if " " in pair else f"--column {pair}"


def _typed_pairs(found: re.Match[str]) -> str:
    pairs = re.finditer(_TYPED_PAIR, found[2])
    return " ".join(f"--{found[1]} {_typed_value(pair[1])} {_typed_value(pair[2])}" for pair in pairs)


def _typed_value(value: str) -> str:
    """A value without quotation marks where a shell needs none."""
    return value[1:-1] if value[0] in "'\"" and " " not in value else value


def _typed_option(found: re.Match[str]) -> str:
    name, value = found[1], found[2]
    if name == "day_first" and value in _DAY_ORDER:
        return _DAY_ORDER[value]
    option = f"--{name.replace('_', '-')}"
    if value in (None, "True", "None"):
        return option
    return f"{option} {_typed_value(value)}"
