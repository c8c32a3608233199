"""The nested type of a record against the published schema of its JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.batch.record_types import RECORD_FIELDS, FieldType, nested_records, record_arrow_type, record_ddl
from newsdedup.support.whole_files import json_bytes

pa = pytest.importorskip("pyarrow")
SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "record.schema.json").read_text(encoding="utf-8"))
SQL_OF = {"string": "string", "integer": "bigint", "number": "double", "boolean": "boolean"}


def resolved(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """A part of the schema without references, and without the choice of null."""
    if "$ref" in schema:
        return resolved(SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[-1]])
    if "oneOf" in schema:
        (found,) = (one for one in schema["oneOf"] if one.get("type") != "null")
        return resolved(found)
    return schema


def published(schema: Mapping[str, Any]) -> FieldType:
    """The type of a part of the schema."""
    schema = resolved(schema)
    if "enum" in schema or "const" in schema:
        values = [one for one in schema.get("enum", [schema.get("const")]) if one is not None]
        (kind,) = {type(one) for one in values}
        return {str: "string", int: "bigint"}[kind]
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    (kind,) = (one for one in kinds if one != "null")
    if kind == "array":
        return [published(schema["items"])]
    if kind == "object":
        return {name: published(one) for name, one in schema["properties"].items()}
    return SQL_OF[kind]


def test_the_fields_of_a_record_are_those_of_its_published_schema() -> None:
    columns: Any = published(SCHEMA)
    for name in ("kind", "unit", "role"):  # of a claim: where they are not those of its figure, so in the JSON only
        del columns["figures"][0]["claims"][0][name]
    assert columns == RECORD_FIELDS


def check_order(value: Any, kind: FieldType) -> None:
    """That each object in a record has the fields of its type, in order."""
    if isinstance(kind, str) or value is None:
        assert not isinstance(value, list | dict)
    elif isinstance(kind, list):
        for one in value:
            check_order(one, kind[0])
    else:
        assert list(value) == list(kind)
        for name, one in value.items():
            check_order(one, kind[name])


def test_the_fields_come_in_the_order_of_the_json(seed_records: nd.EventCollection) -> None:
    for data in seed_records.to_dicts():
        check_order(json.loads(json_bytes(data)), RECORD_FIELDS)


def test_records_come_back_from_nested_columns_without_loss(seed_records: nd.EventCollection) -> None:
    lines = [json_bytes(data) for data in seed_records.to_dicts()]
    assert nested_records(lines).to_pylist() == [json.loads(line) for line in lines]
    assert [nd.EventRecord.from_dict(one) for one in nested_records(lines).to_pylist()] == list(seed_records)


def test_sql_declares_each_field_in_quotes_since_some_are_words_of_sql() -> None:
    ddl = record_ddl()
    assert ddl.startswith("`schema` bigint, `event_id` string, ")
    assert "`dates` struct<`status`: string, `n_articles`: bigint, `n_origins`: bigint>, `articles` array<" in ddl
    assert "`feasible`: array<double>" in ddl
    assert "`end`: bigint" in ddl


@given(st.one_of(st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False)))
def test_values_of_figures_are_read_without_loss(value: float) -> None:
    (found,) = nested_records([json_bytes({"figures": [{"best": value}]})]).to_pylist()
    assert found["figures"][0]["best"] == value


@given(st.integers(2**53, 10**40))
def test_a_whole_number_beyond_the_exact_ones_becomes_the_nearest_double(value: int) -> None:
    (found,) = nested_records([json_bytes({"figures": [{"best": value}]})]).to_pylist()
    assert found["figures"][0]["best"] == float(value)


def test_what_a_record_lacks_is_null() -> None:
    (found,) = nested_records(["{}"]).to_pylist()
    assert found == dict.fromkeys(RECORD_FIELDS)
    assert record_arrow_type().num_fields == len(RECORD_FIELDS)
