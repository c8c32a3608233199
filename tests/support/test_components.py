"""Connected components of numbered things and of keys."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.support.components import Families, by_appearance, linked, linked_keys

links = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60)


def test_keys_are_linked_through_others() -> None:
    component = linked_keys([(1, 2), (3, 4), (2, 3), (5, 6)])
    assert len({component[key] for key in (1, 2, 3, 4)}) == 1
    assert component[5] == component[6] != component[1]


def test_a_key_linked_with_itself_is_a_component_of_its_own() -> None:
    assert linked_keys([("a", "a")]) == {"a": "a"}


@given(links)
def test_keys_and_numbers_are_linked_as_a_search_of_the_graph_finds(pairs: list[tuple[int, int]]) -> None:
    reached = {0}
    while more := {b for pair in pairs for a, b in (pair, pair[::-1]) if a in reached} - reached:
        reached |= more
    keys, labels = linked_keys(pairs), linked(31, np.array(pairs, np.int64).reshape(-1, 2))
    assert {number for number in range(31) if keys.get(number, number) == keys.get(0, 0)} == reached
    assert set(np.flatnonzero(labels == labels[0]).tolist()) == reached


def test_groups_are_numbered_by_first_appearance() -> None:
    assert by_appearance(np.array([7, -3, 2, 7, 0])).tolist() == [0, -1, 1, 0, 2]
    assert by_appearance(np.array([], np.int64)).tolist() == []


def test_what_one_of_a_family_is_kept_apart_from_all_are() -> None:
    families = Families([("a", "b"), ("c", "d")], [("b", "c"), ("e", "f")])
    assert families.are_together("a", "b")
    assert families.are_apart("a", "d")
    assert families.are_apart("d", "a")
    assert not families.are_apart("a", "e")
    assert not families.are_apart("a", "a")
    assert set(families.members) == set("abcdef")


def test_two_families_that_become_one_are_kept_apart_from_all_that_either_was() -> None:
    families = Families([], [("a", "x"), ("b", "y"), ("c", "a")])
    families.join("a", "b")
    families.join("x", "z")
    assert families.are_together("a", "b")
    assert all(families.are_apart(one, other) for one in "ab" for other in "xyzc")
    assert not families.are_apart("x", "y")


def test_a_key_without_pairs_is_a_family_of_its_own() -> None:
    families = Families[str]([])
    assert families.are_together("a", "a")
    assert not families.are_together("a", "b")
    assert not families.are_apart("a", "b")
    families.join("a", "b")
    assert families.are_together("b", "a")
