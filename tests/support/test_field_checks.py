from __future__ import annotations

import pickle
from typing import Any

import pytest
from attrs import evolve, field, frozen

import newsdedup as nd
from newsdedup.support.field_checks import (
    FieldError,
    at_least,
    date_or_none,
    day_or_none,
    is_day,
    not_before_start,
    one_of,
)


@frozen
class Sample:
    start: Any = field(default=2, validator=at_least(0))
    end: Any = field(default=5, validator=not_before_start)
    status: Any = field(default="agree", validator=one_of("agree", None))
    day: Any = field(default=None, validator=day_or_none)
    when: Any = field(default=None, validator=date_or_none)


@pytest.mark.parametrize(
    ("field_name", "values"),
    [
        ("start", [-1, 2**53, "abc", None, float("nan")]),
        ("end", [1, 2**53, "abc", None]),
        ("status", ["conflict", "", 1, [], {}]),
        ("day", ["", "2025-13-45", "2025-02-29", "2025-6-1", "2025-06", 5, [], "2025-06-14T08:00"]),
        (
            "when",
            [
                "",
                "/",
                "2025-13",
                "2025-06-14T",
                "2025-06-14T25:00",
                "T08",
                "2025-06-14/2025-13-01",
                "a/b/c",
                5,
                [],
                "XXXX",
            ],
        ),
    ],
)
def test_a_value_that_a_field_cannot_have_is_an_error_with_its_name(field_name: str, values: list[Any]) -> None:
    for value in values:
        with pytest.raises(FieldError, match=rf"^{field_name}: .* is not") as raised:
            evolve(Sample(), **{field_name: value})
        assert isinstance(raised.value, nd.InputError)


def test_values_that_fields_can_have_are_taken() -> None:
    for when in ("2025", "2025-06", "2025-06-14", "XXXX-06-14", "2025-06/2025-07", "2025-06-14T17", "2025-06-14T17:00"):
        assert Sample(when=when).when == when
    assert Sample(when="2025-06-14T08:00:00.5+07:00", day="XXXX-02-29", status=None, start=0, end=0).day == "XXXX-02-29"
    assert not is_day(None)


def test_the_path_of_a_field_is_in_the_message_from_the_outermost_value() -> None:
    problem = FieldError("'abc' is not a number", "low").within("quantity").within(0).within("claims").within(3)
    assert str(problem.within("figures")) == "figures[3].claims[0].quantity.low: 'abc' is not a number"
    assert str(FieldError("is no object")) == "is no object"
    again = pickle.loads(pickle.dumps(problem))
    assert (str(again), again.path) == (str(problem), problem.path)
