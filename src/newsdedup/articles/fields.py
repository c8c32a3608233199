"""The fields of a row: names that sources use for them, and their values as an article holds them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from time import struct_time
from typing import Any, Final

import numpy as np

from newsdedup.languages.columns import COLUMN_NAMES
from newsdedup.support.errors import as_text, in_message
from newsdedup.support.folded_names import folded_name
from newsdedup.support.missing import is_missing_value

RowFields = Mapping[str, Any]

FIELD_NAMES = COLUMN_NAMES  # usual names of the fields of an article; the first that a row has is taken
_SHOWN_NAMES = 5
_LENGTH_OF_STRUCT_TIME = 9
_WITHOUT_TEXT: Final[tuple[Any, Any]] = (object.__str__, object.__repr__)
_LEAST_SPACES = 5  # of a field that may be the text
# Where a mapping holds the value of a field, as in {"id": "bbc-news", "name": "BBC"}.
_INNER_NAMES = ("name", "rendered", "main", "title", "value", "text", "@value", "#text", "href", "url", "id")


def folded_names(names: Mapping[str, Sequence[str]]) -> set[str]:
    """All names that a source may give to the fields of an article, folded."""
    return {folded_name(name) for known in names.values() for name in known}


def some_names(names: Sequence[str]) -> str:
    """The first names of a field, for a message."""
    return ", ".join(names[:_SHOWN_NAMES]) + (" …" if len(names) > _SHOWN_NAMES else "")


def columns_to_read(names: Iterable[str], wanted: Collection[str] | None) -> list[str]:
    """The columns of a table whose folded names are wanted; None wants all."""
    return [name for name in names if wanted is None or folded_name(name) in wanted]


ID_NAMES = frozenset(map(folded_name, FIELD_NAMES["id"]))
TEXT_NAMES = frozenset(map(folded_name, FIELD_NAMES["text"]))
KNOWN_NAMES = frozenset(folded_names(FIELD_NAMES))


def keys_of_fields(given: tuple[Any, ...], names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[Any, ...]]:
    """For each field of an article, the keys of a row that may hold it."""
    keys: dict[str, list[Any]] = {}
    for key in given:
        keys.setdefault(folded_name(key), []).append(key)
    folded = {name: dict.fromkeys(map(folded_name, known)) for name, known in names.items()}
    return {name: tuple(key for one in known for key in keys.get(one, ())) for name, known in folded.items()}


def first_filled(fields: RowFields, keys: tuple[Any, ...]) -> Any:
    """The first of several fields that is not empty; else the first one."""
    if len(keys) == 1:
        return fields[keys[0]]
    for key in keys:
        value = fields[key]
        if not is_blank(value):
            return value
    return fields[keys[0]] if keys else None


_UNSEEN: Final = (
    "".join(one for one in map(chr, range(0x10000)) if one.isspace()) + "\0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)


def is_blank(value: Any) -> bool:
    """Whether a value is missing, or only white space and characters that are not seen, such as a byte-order mark."""
    if not isinstance(value, str):
        return is_missing(value)
    return not value.lstrip(_UNSEEN)


def is_missing(value: Any) -> bool:
    """None, NaN, NaT and other values that differ from themselves; a list or a mapping without any other."""
    if is_missing_value(value):
        return True
    if isinstance(value, Mapping):
        return all(map(is_blank, value.values()))
    return isinstance(value, list | tuple) and all(map(is_blank, value))


def row_mapping(row: Any) -> Mapping[Any, Any] | None:
    """A row of a table as a mapping: of pandas (``frame.iloc[0]``), of NumPy, a named tuple; None for anything else."""
    if isinstance(row, Mapping):
        return row
    if isinstance(row, np.void):  # of an array of records
        return dict(zip(row.dtype.names or (), row.tolist(), strict=False))
    if isinstance(row, tuple) and hasattr(row, "_asdict"):  # of `itertuples`
        return dict(row._asdict())
    from narwhals.dependencies import is_pandas_series  # narwhals loads slowly, and most rows are mappings

    return dict(row.to_dict()) if is_pandas_series(row) else None


def plain_value(value: Any) -> Any:
    """The value itself, or the one that a mapping or a list holds: the name of a source, the first link."""
    if isinstance(value, struct_time):
        return datetime(*value[:6], tzinfo=UTC)
    if isinstance(value, Mapping):
        inner = next((value[name] for name in _INNER_NAMES if not is_blank(value.get(name))), None)
        return plain_value(next(iter(value.values())) if inner is None and len(value) == 1 else inner)
    if isinstance(value, list | tuple):
        if len(value) == _LENGTH_OF_STRUCT_TIME and all(type(part) is int for part in value):
            return value  # a time.struct_time in JSON
        return plain_value(next((one for one in value if not is_blank(one)), None))
    return value


def text_or_none(value: Any) -> str | None:
    """A value as text without surrounding white space; None if nothing is left."""
    if value is None:
        return None
    value = value if isinstance(value, str) else plain_value(value)
    if isinstance(value, str):
        return value.strip() or None
    if is_missing(value):
        return None
    if (type(value).__str__, type(value).__repr__) == _WITHOUT_TEXT:
        return None  # its text would be its address in memory, another one in each run
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # an id column with gaps becomes floats in a data frame
    return (as_text(value) or in_message(value)).strip() or None


def text_parts(value: Any) -> tuple[Any, str | None]:
    """The text that a value holds, and a notice if it was put together: a list of paragraphs, an object with HTML."""
    if isinstance(value, str):
        return value, None
    if isinstance(value, list | tuple) and sum(not is_blank(one) for one in value) > 1:
        parts = [part for part in map(text_or_none, value) if part]
        return "\n".join(parts), f"its text is a list of {len(parts)}, which are joined by line breaks"
    if isinstance(value, Mapping):  # such as {"title": …, "body": …}
        inner = (one for name, one in value.items() if folded_name(name) in TEXT_NAMES and isinstance(one, str))
        value = next(inner, value)
    return plain_value(value), None


def likely_text(fields: RowFields) -> str | None:
    """The name of the longest field of a row, if it looks like prose and has no usual name."""
    lengths = {
        name: len(value) for name, value in fields.items() if isinstance(value, str) and _looks_like_prose(value)
    }
    longest = max(lengths, key=lambda name: lengths[name], default=None)
    if longest is None or folded_name(longest) in KNOWN_NAMES or _looks_like_prose(str(longest)):
        return None
    return longest


def _looks_like_prose(text: str) -> bool:
    return text.count(" ") >= _LEAST_SPACES


def headline_text(values: RowFields) -> str | None:
    """The title and the summary as one text, for a row that has no other; None if there is neither."""
    title, summary = text_or_none(values["title"]), text_or_none(values["summary"])
    if title and summary and title not in summary:
        return f"{title}\n{summary}"
    return summary or title
