"""The type of a record as nested columns, for readers of its JSON: in SQL, and for Arrow.

The fields are those of ``docs/record.schema.json``, in the order of the JSON. All may be null. Values of figures are
doubles: the JSON has a value with a fraction as a double's shortest digits, so that it is read without loss, and whole
numbers are exact up to 2**53; a larger one becomes the nearest double, and only the JSON has all its digits. Days and
moments are strings, as in the JSON, since a day may lack its year. The unit, kind or role of a claim that has
another than its figure is in the JSON only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

FieldType = str | list["FieldType"] | Mapping[str, "FieldType"]  # a list of one type is an array, a mapping a struct

_TEXTS: Final[FieldType] = ["string"]
_COUNTS: Final = {"n_articles": "bigint", "n_origins": "bigint"}
_BOUNDS: Final = {"low_open": "boolean", "high_open": "boolean", "qualifier": "string"}
_PLACED: Final = {"place": "string", "level": "string"}
_FOUND: Final = {**_PLACED, "found_by": "string"}
_QUOTED_FIELD: Final = {"text": "string", "article_id": "string", "start": "bigint", "end": "bigint"}
_PASSAGE: Final = {**_QUOTED_FIELD, "part": "string"}
_ARTICLE: Final = dict.fromkeys(
    (
        *("id", "title", "source", "published_at", "url", "language", "copy_of", "origin", "relation", "voice"),
        *("named_by", "dependence"),
    ),
    "string",
)
_ALTERNATIVE: Final = {
    "value": "double",
    "qualifier": "string",
    **_COUNTS,
    **dict.fromkeys(("as_of", "reported_at", "step"), "string"),
}
_CLAIM: Final[FieldType] = {
    "article_id": "string",
    "start": "bigint",
    "end": "bigint",
    "text": "string",
    **dict.fromkeys(("value", "low", "high"), "double"),
    **_BOUNDS,
    "noun": "string",
    "scope": _FOUND,
    "near": _FOUND,
    **dict.fromkeys(("modality", "change", "as_of", "reported_at", "origin", "part_of", "speaker"), "string"),
    "is_toll": "boolean",
    "is_open": "boolean",
    "sentence": "string",
    "sentence_start": "bigint",
}
_FIGURE: Final[FieldType] = {
    "noun": "string",
    "nouns": _TEXTS,
    **dict.fromkeys(("role", "kind", "unit"), "string"),
    "scope": _PLACED,
    **dict.fromkeys(("change", "modality", "as_of", "part_of"), "string"),
    **dict.fromkeys(("low", "best", "high"), "double"),
    **_BOUNDS,
    "feasible": ["double"],
    "status": "string",
    "rule": "string",
    **_COUNTS,
    "alternatives": [_ALTERNATIVE],
    "history": [_ALTERNATIVE],
    "series": [_ALTERNATIVE],
    "notes": _TEXTS,
    "claims": [_CLAIM],
}
_PERSON: Final[FieldType] = {
    "name": "string",
    "office": "string",
    "roles": _TEXTS,
    **dict.fromkeys(("age", "born", "n_origins"), "bigint"),
}
_STATEMENT: Final[FieldType] = {
    "date": "string",
    **_QUOTED_FIELD,
    "article_ids": _TEXTS,
    "n_origins": "bigint",
    "is_background": "boolean",
}
RECORD_FIELDS: Final[Mapping[str, FieldType]] = {
    "schema": "bigint",
    **dict.fromkeys(("event_id", "title", "start_date", "end_date", "dates_rule"), "string"),
    "dates": {"status": "string", **_COUNTS},
    "articles": [_ARTICLE],
    **_COUNTS,
    "figures": [_FIGURE],
    "people": [_PERSON],
    "places": [{"name": "string", "level": "string", "n_origins": "bigint"}],
    "quotes": [{"text": "string", "article_ids": _TEXTS, "n_origins": "bigint"}],
    "timeline": [_STATEMENT],
    "only_in": [_PASSAGE],
    "key_sentences": [_PASSAGE],
    "notes": _TEXTS,
}

_ARROW_ALIASES: Final = {"string": "string", "bigint": "int64", "double": "float64", "boolean": "bool"}
_LAST_EXACT: Final = 1 << 53  # up to which all whole numbers are doubles


def record_ddl() -> str:
    """The columns of a record as SQL declares them, with which ``from_json`` of Spark reads its JSON.

    Examples
    --------
    >>> record_ddl()[:53]
    '`schema` bigint, `event_id` string, `title` string, `'
    """
    return ", ".join(f"`{name}` {_sql(kind)}" for name, kind in RECORD_FIELDS.items())


def _sql(kind: FieldType) -> str:
    if isinstance(kind, str):
        return kind
    if isinstance(kind, list):
        return f"array<{_sql(kind[0])}>"
    return f"struct<{', '.join(f'`{name}`: {_sql(one)}' for name, one in kind.items())}>"


def record_arrow_type() -> Any:
    """The type of a record for Arrow: a struct."""
    return _arrow(RECORD_FIELDS)


def _arrow(kind: FieldType) -> Any:
    import pyarrow as pa

    if isinstance(kind, str):
        return pa.type_for_alias(_ARROW_ALIASES[kind])
    if isinstance(kind, list):
        return pa.list_(_arrow(kind[0]))
    return pa.struct([(name, _arrow(one)) for name, one in kind.items()])


def nested_records(lines: Iterable[str | bytes]) -> Any:
    """Records as JSON to an Arrow array of structs, with the type `record_arrow_type`.

    Examples
    --------
    The lines are the column ``record`` of `newsdedup.batch.records`, or those that `newsdedup.EventCollection.save`
    writes, without the first, which has the settings:

    >>> import pyarrow
    >>> records = nested_records(['{"event_id": "5a7d", "figures": [{"best": 12, "feasible": [12, null]}]}'])
    >>> pyarrow.Table.from_struct_array(records)["figures"][0][0]["best"]
    <pyarrow.DoubleScalar: 12.0>
    """
    import pyarrow as pa

    return pa.array((json.loads(line, parse_int=_whole_number) for line in lines), record_arrow_type())


def _whole_number(digits: str) -> int | float:
    """A whole number; as a double where Arrow would refuse it for a column of doubles."""
    value = int(digits)
    return value if abs(value) <= _LAST_EXACT else float(digits)
