from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import newsdedup as nd
from claims import claim_of
from newsdedup.figures.reconcile.alignment.units import dimension_of, in_one_unit, in_unit


def measured(words: str, unit: str, **more: Any) -> nd.FigureClaim:
    return claim_of(words, **{"kind": "measure", "unit": unit, **more})


def test_units_of_one_dimension_are_compared_and_others_are_not() -> None:
    assert dimension_of(measured("3", "mi")) == dimension_of(measured("5", "km")) == ("measure", "length")
    assert dimension_of(measured("3", "km/h")) != dimension_of(measured("3", "km"))
    assert dimension_of(claim_of("3", kind="money", unit="VND")) != dimension_of(
        claim_of("3", kind="money", unit="USD")
    )
    assert dimension_of(claim_of("3")) == ("count", "")


def test_units_of_one_system_are_converted_exactly() -> None:
    centimetres = in_unit(measured("180", "cm"), measured("1.8", "m"))
    assert (centimetres.value, centimetres.unit, centimetres.qualifier) == (Decimal("1.8"), "m", "exact")
    assert centimetres.low == centimetres.high == Decimal("1.8")


def test_a_bare_value_of_another_system_is_about_what_it_may_round() -> None:
    miles = in_unit(measured("15", "mi"), measured("24", "km"))
    assert (miles.qualifier, miles.unit) == ("about", "km")
    assert Decimal(24) in miles.printed
    assert Decimal(26) not in miles.printed


def test_an_open_bound_stays_open_in_another_unit() -> None:
    least = in_unit(measured("more than 2", "hour", kind="duration"), measured("90", "minute", kind="duration"))
    assert (least.value, least.qualifier, least.low, least.high) == (120, "more_than", 120, None)


@pytest.mark.parametrize(
    ("units", "expected"), [(["m", "cm", "m"], "m"), (["m", "cm"], "cm"), (["km", "km"], "km"), (["M"], "M")]
)
def test_claims_are_put_into_the_unit_that_most_of_them_have_or_the_smaller(units: list[str], expected: str) -> None:
    claims = [measured("2", unit, origin=str(number)) for number, unit in enumerate(units)]
    assert {claim.unit for claim in in_one_unit(claims)} == {expected}


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        ("The shark was 1.8 metres long.", "The shark was 180 cm long.", "agree"),
        ("The station lies 24 km north of Hull.", "The station lies 15 miles north of Hull.", "compatible"),
        ("The station lies 24 km north of Hull.", "The station lies 19 miles north of Hull.", "conflict"),
    ],
)
def test_amounts_in_two_units_are_one_quantity(one: str, other: str, status: str) -> None:
    texts = {"a": one, "b": other}
    found = [c for name, text in texts.items() for c in nd.extract_figures(text, article_id=name, language="en")]
    (figure,) = nd.reconcile(found)
    assert figure.status == status
    assert sorted(claim.text for claim in figure.claims) == sorted(claim.text for claim in found)
