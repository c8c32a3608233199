"""Terms of evidence: their words, their order, and weights that add up as they are shown."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.support.evidence import rounded_to_sum, strongest_first

WEIGHTS = st.lists(st.floats(-50, 50), max_size=20)


def test_a_term_is_shown_with_its_weight_and_its_words() -> None:
    assert str(nd.EvidenceTerm("same noun", 2.2, ("boats",))) == "+2.2 same noun (boats)"
    assert str(nd.EvidenceTerm("different places", -0.3)) == "-0.3 different places"


def test_terms_are_sorted_by_the_size_of_their_weight() -> None:
    terms = [nd.EvidenceTerm(name, weight) for name, weight in (("a", 1.0), ("b", -2.0), ("c", 1.0))]
    assert [term.name for term in strongest_first(reversed(terms))] == ["b", "a", "c"]


@given(WEIGHTS, st.integers(0, 3))
def test_rounded_values_are_near_and_add_up_to_the_rounded_sum(values: list[float], digits: int) -> None:
    rounded = rounded_to_sum(values, digits)
    unit = Decimal(1).scaleb(-digits)
    assert all(abs(one - Decimal(value)) < unit for one, value in zip(rounded, values, strict=True))
    assert sum(rounded) == sum(map(Decimal, values), Decimal(0)).quantize(unit)


@pytest.mark.parametrize(("values", "shown"), [([], ()), ([0.5, 0.5], ("1", "0")), ([-0.4, 0.4], ("0", "0"))])
def test_the_largest_remainders_are_rounded_up(values: list[float], shown: tuple[str, ...]) -> None:
    assert tuple(map(str, rounded_to_sum(values, 0))) == shown
