"""The marks of a picture as data: a structured array, or a table of any library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.support.arguments import is_one_of
from newsdedup.support.errors import SettingError, in_message
from newsdedup.support.frames import TABLE_KINDS, Table

DrawnData = NDArray[np.void]
_ARRAY: Final = "array"
_TYPES: Final[Mapping[str, type]] = {"O": str, "i": int, "f": float, "M": datetime}  # by kind of the dtype


def drawn_data_of(rows: Iterable[tuple[Any, ...]], dtype: list[tuple[str, str]]) -> DrawnData:
    """The marks of a picture as a structured array, one row per mark."""
    return np.array(list(rows), dtype)


def as_kind(marks: DrawnData, kind: str | None) -> Any:
    """The marks as the caller wants them: the array itself, or a table of a library.

    Raises
    ------
    SettingError
        If there is no such kind.
    MissingExtraError
        If its library is not installed.
    """
    if is_one_of(kind, (_ARRAY, None)):
        return marks
    if not is_one_of(kind, TABLE_KINDS):
        raise SettingError(
            f"kind={in_message(kind)} is not a kind of data: give one of {', '.join((_ARRAY, *TABLE_KINDS))}"
        )
    names = marks.dtype.names or ()
    types = {name: _TYPES[marks.dtype[name].kind] for name in names}
    return Table({name: marks[name].tolist() for name in names}, types).to_frame(kind)
