"""Rows of different lengths in one flat array."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.kernels.ragged import Ragged, RaggedBuilder, pack_texts, stacked


def rows_of(*lists: list[int]) -> Ragged:
    values = np.array([value for one in lists for value in one], np.uint32)
    return Ragged.of_lengths(values, np.array([len(one) for one in lists], np.int64))


def as_lists(rows: Ragged) -> list[list[int]]:
    return [rows[row].tolist() for row in range(len(rows))]


@given(st.lists(st.lists(st.integers(0, 99), max_size=5), min_size=1, max_size=9), st.data())
def test_rows_can_be_taken_in_any_order(lists: list[list[int]], data: st.DataObject) -> None:
    order = data.draw(st.lists(st.integers(0, len(lists) - 1)))
    assert as_lists(rows_of(*lists).take(np.array(order, np.int64))) == [lists[place] for place in order]


def test_consecutive_rows_are_a_view_of_the_same_values() -> None:
    rows = rows_of([1], [], [2, 3], [4])
    block = rows.block(slice(1, 3))
    assert as_lists(block) == [[], [2, 3]]
    assert np.shares_memory(block.values, rows.values)


def test_rows_can_be_stacked_and_know_their_owners() -> None:
    rows = rows_of([1], [], [2, 3])
    assert stacked([rows, rows], np.uint32).owners.tolist() == [0, 2, 2, 3, 5, 5]
    assert len(stacked([], np.uint32)) == 0


def test_a_builder_returns_its_rows_in_order_and_is_empty_afterwards() -> None:
    builder, rows = RaggedBuilder(), rows_of([1], [], [2, 3])
    builder.append(rows)
    builder.append(rows)
    assert as_lists(builder.build()) == [[1], [], [2, 3], [1], [], [2, 3]]
    assert len(builder.build()) == 0


@given(st.lists(st.text(st.characters(codec=None, exclude_categories=()))))
def test_packed_texts_are_unpacked_unchanged(texts: list[str]) -> None:
    together = pack_texts(texts)
    assert [together.text(number) for number in range(len(together))] == texts
