from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from attrs import frozen

from newsdedup.support.field_checks import FieldError
from newsdedup.support.typed_data import decimal_of, part_of, reader_of, tuple_of, with_floats


@frozen(kw_only=True)
class Inner:
    name: str
    value: Decimal | None = None


@frozen(kw_only=True)
class Outer:
    n: int
    is_open: bool
    when: datetime | date | None = None
    names: tuple[str, ...] = ()
    parts: tuple[Inner, ...] = ()
    ends: tuple[Decimal | None, Decimal | None] | None = None
    inner: Inner | None = None
    settings: Mapping[str, Any] | None = None


READ = reader_of(Outer, required=("names",), derived=("n_names",))
WHOLE: dict[str, Any] = {
    "n": 3,
    "is_open": True,
    "when": "2025-06-14T08:00:00+07:00",
    "names": ["a"],
    "n_names": 1,
    "parts": [{"name": "x", "value": 1.5}, {"name": "y"}],
    "ends": [None, 7],
    "inner": {"name": "z", "value": Decimal("0.1")},
    "settings": {"policy": None},
}


def test_plain_data_becomes_a_value_with_values_within() -> None:
    assert READ(WHOLE) == Outer(
        n=3,
        is_open=True,
        when=datetime.fromisoformat("2025-06-14T08:00:00+07:00"),
        names=("a",),
        parts=(Inner(name="x", value=Decimal("1.5")), Inner(name="y")),
        ends=(None, Decimal(7)),
        inner=Inner(name="z", value=Decimal("0.1")),
        settings={"policy": None},
    )
    assert READ({"n": 3, "is_open": False, "names": [], "when": "2025-06-14"}).when == date(2025, 6, 14)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"n": True}, "n: True is not a whole number"),
        ({"n": 1.0}, "n: 1.0 is not a whole number"),
        ({"is_open": 1}, "is_open: 1 is not true or false"),
        ({"when": "soon"}, "when: 'soon' is not a date in ISO 8601"),
        ({"when": "2025-13-45"}, "when: '2025-13-45' is not a date in ISO 8601"),
        ({"when": 5}, "when: 5 is not a date in ISO 8601 or null"),
        ({"names": None}, "names: None is not a list"),
        ({"names": {"a": 1}}, "names: {'a': 1} is not a list"),
        ({"names": ["a", 5]}, r"names\[1\]: 5 is not a text"),
        ({"parts": [{"name": "x"}, {"name": "x", "value": "abc"}]}, r"parts\[1\].value: 'abc' is not a number or null"),
        ({"parts": [[]]}, r"parts\[0\]: \[\] is not an object"),
        ({"parts": [{}]}, r"parts\[0\].name: is missing"),
        ({"ends": [1]}, "ends: 1 values are not 2"),
        ({"ends": [1, float("nan")]}, r"ends\[1\]: nan is not a number"),
        ({"inner": {"name": "x", "colour": 1}}, "inner.colour: is not a field that is known"),
        ({"settings": []}, r"settings: \[\] is not an object or null"),
    ],
)
def test_a_wrong_field_is_an_error_with_its_path(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(FieldError, match=f"^{message}"):
        READ({**WHOLE, **changes})


@pytest.mark.parametrize("name", ["n", "is_open", "names"])
def test_a_field_that_is_required_must_be_there(name: str) -> None:
    with pytest.raises(FieldError, match=f"^{name}: is missing"):
        READ({key: value for key, value in WHOLE.items() if key != name})


def test_what_is_no_object_or_no_list_is_an_error() -> None:
    for data in (None, [], "text", 5):
        with pytest.raises(FieldError, match="is not an object"):
            READ(data)
    with pytest.raises(FieldError, match="is not a list"):
        tuple_of(READ)({"a": 1})
    with pytest.raises(FieldError, match="rows: is missing"):
        part_of({}, "rows", tuple_of(READ))


@pytest.mark.parametrize("number", [float("inf"), float("nan"), Decimal("1e301"), Decimal("1e-301"), Decimal("NaN")])
def test_a_number_that_no_float_can_hold_is_an_error(number: Any) -> None:
    with pytest.raises(FieldError, match="is not a number"):
        decimal_of(number)
    with pytest.raises(FieldError, match="is not a number"):
        with_floats({"rows": [number]})


def test_settings_have_floats_and_are_not_nested_without_end() -> None:
    assert with_floats({"a": [Decimal("0.5"), 1, None, "x"]}) == {"a": [0.5, 1, None, "x"]}
    deep: list[Any] = []
    for _ in range(5000):
        deep = [deep]
    with pytest.raises(FieldError, match="nested too deeply"):
        with_floats(deep)
