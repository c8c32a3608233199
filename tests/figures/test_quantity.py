from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.figures.quantity import (
    EVERYTHING,
    Interval,
    intersection,
    meant_interval,
    precision,
    printed_interval,
    rounding_interval,
)

numbers = st.decimals(-(10**6), 10**9, places=2, allow_nan=False)
intervals = st.builds(Interval, st.none() | numbers, st.none() | numbers, st.booleans(), st.booleans())


@given(intervals, intervals, numbers)
def test_a_value_lies_in_the_intersection_exactly_if_it_lies_in_both(
    one: Interval, other: Interval, value: Decimal
) -> None:
    assert (value in one.intersect(other)) == (value in one and value in other)


@given(intervals, intervals, intervals)
def test_intersecting_is_associative_and_commutative(one: Interval, two: Interval, three: Interval) -> None:
    assert one.intersect(two) == two.intersect(one)
    assert one.intersect(two).intersect(three) == one.intersect(two.intersect(three))


@given(intervals)
def test_everything_is_neutral_and_an_interval_is_its_own_intersection(one: Interval) -> None:
    assert intersection([]) == EVERYTHING
    assert one.intersect(EVERYTHING) == one.intersect(one) == one


@given(intervals, numbers)
def test_nothing_lies_in_an_empty_interval_and_the_closure_holds_all_that_lies_inside(
    one: Interval, value: Decimal
) -> None:
    assert not (one.is_empty and value in one)
    assert one.closure_contains(value) or value not in one


def test_an_unbounded_end_is_open() -> None:
    assert Interval(low=Decimal(1)).high_open
    assert Interval(high=Decimal(1)).low_open


@pytest.mark.parametrize(
    ("qualifier", "printed"),
    [
        ("exact", "[100, 100]"),
        ("more_than", "(100, ∞)"),
        ("at_least", "[100, ∞)"),
        ("nearly", "(−∞, 100)"),
        ("less_than", "(−∞, 100)"),
        ("at_most", "(−∞, 100]"),
        ("about", "[95, 105]"),
    ],
)
def test_each_qualifier_has_its_interval(qualifier: str, printed: str) -> None:
    assert str(printed_interval(qualifier, Decimal(100))) == printed


def test_a_range_has_two_ends_and_nearly_stays_near_when_it_is_meant() -> None:
    assert str(printed_interval("range", Decimal(5), Decimal(7))) == "[5, 7]"
    nearly = printed_interval("nearly", Decimal(42000))
    assert str(meant_interval("nearly", Decimal(42000), nearly)) == "[37800, 42000)"


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("11000", "[10500, 11500)"),
        ("10972", "[10972, 10972]"),
        ("10000", "[9500, 10500)"),
        ("50", "[50, 50]"),
        ("120", "[115, 125)"),
    ],
)
def test_a_round_value_may_be_the_rounding_of_its_neighbours(value: str, interval: str) -> None:
    assert str(rounding_interval(Decimal(value))) == interval


@given(numbers)
def test_rounding_never_moves_a_value_by_more_than_five_per_cent(value: Decimal) -> None:
    interval = rounding_interval(value)
    assert value in interval
    assert interval.low is not None
    assert value - interval.low <= abs(value) * Decimal("0.05")


def test_precision_is_the_place_of_the_last_digit_that_counts() -> None:
    assert precision(Decimal("10972")) > precision(Decimal("11000"))
    assert precision(Decimal("1.5")) > precision(Decimal("2"))
