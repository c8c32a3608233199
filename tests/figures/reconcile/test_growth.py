"""The work of reconciling grows in proportion to the claims, whatever they have in common; calls are counted."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

import newsdedup as nd
from claims import claim_of
from newsdedup.figures.claim import FigureClaim, Scope

CLAIMS = 120  # more than are compared pair by pair
ClaimsOf = Callable[[int], list[FigureClaim]]


def of_role(role: str, number: int, **more: Any) -> FigureClaim:
    return claim_of(str(number), f"a{number}", role=role, noun="people", is_toll=True, **more)


def dead(number: int, **more: Any) -> FigureClaim:
    return of_role("dead", number, **more)


def injured(number: int, **more: Any) -> FigureClaim:
    return of_role("injured", number, is_open=True, **more)


def in_place(number: int) -> Scope:
    return Scope(f"Xã {number}", "commune")


STRUCTURES: dict[str, ClaimsOf] = {
    "one value": lambda n: [claim_of("12", f"a{i}", role="dead", noun="people", is_toll=True) for i in range(n)],
    "other tolls": lambda n: [dead(i + 1) for i in range(n)],
    "other tolls, dated": lambda n: [dead(i + 1, hour=i * 24 // n) for i in range(n)],
    "two tolls": lambda n: [one(i + 1) for i in range(n) for one in (dead, injured)],
    "tolls of other places": lambda n: [dead(i + 1, scope=in_place(i)) for i in range(n)],
    "two tolls of other places": lambda n: [one(i + 1, scope=in_place(i)) for i in range(n) for one in (dead, injured)],
    "increments": lambda n: [dead(i + 1, change=("level", "up")[i % 2]) for i in range(n)],
    "increments after one toll": lambda n: [
        claim_of("12", f"a{i}", hour=i * 24 // n, role="dead", noun="people", change=("level", "up")[i % 2])
        for i in range(n)
    ],
    "other measures": lambda n: [claim_of(str(i + 1), f"a{i}", kind="measure", unit="m") for i in range(n)],
    "other nouns": lambda n: [claim_of("12", f"a{i}", noun=f"thing{i}") for i in range(n)],
}


def n_calls(function: Callable[[], object]) -> int:
    """How many functions are called, in Python and in C."""
    count = 0

    def note(_frame: Any, event: str, _arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", STRUCTURES)
def test_twice_the_claims_take_twice_the_calls(name: str) -> None:
    some, twice = STRUCTURES[name](CLAIMS), STRUCTURES[name](2 * CLAIMS)
    nd.reconcile(some)  # fills the caches
    assert n_calls(lambda: nd.reconcile(twice)) <= 2.3 * n_calls(lambda: nd.reconcile(some))


def test_an_explanation_compares_so_many_figures_of_a_kind() -> None:
    figures = nd.reconcile(
        [claim_of(str(7**i), f"a{i}", kind="measure", unit="m", noun=f"thing{i}") for i in range(260)]
    )
    last = nd.explain_figure(figures, figures[-1])
    assert len(figures) == 260
    assert last.apart
    assert n_calls(lambda: nd.explain_figure(figures, figures[0])) < 1.2 * n_calls(
        lambda: nd.explain_figure(figures[:201], figures[0])
    )
