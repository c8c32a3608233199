from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.articles.batches import packed_column
from newsdedup.batch import columns
from newsdedup.batch.columns import (
    batch_of,
    in_pieces,
    is_filled,
    joined_batches,
    matrix_column,
    matrix_of,
    numbers,
    ragged_column,
    ragged_of,
    unsigned,
    whole_runs,
)
from newsdedup.kernels.ragged import Ragged

pa = pytest.importorskip("pyarrow")

MATRIX = np.arange(12, dtype=np.uint32).reshape(4, 3)


def _batch(**columns: Any) -> Any:
    return pa.RecordBatch.from_pydict(columns)


def _cut(batch: Any, places: Sequence[int]) -> list[Any]:
    ends = [0, *sorted(places), batch.num_rows]
    return [batch.slice(start, end - start) for start, end in pairwise(ends)]


def test_a_matrix_comes_back_from_its_column() -> None:
    batch = _batch(m=matrix_column(MATRIX))
    assert (matrix_of(batch, "m", np.uint32, 3) == MATRIX).all()


def test_a_slice_of_a_column_gives_the_rows_of_the_slice() -> None:
    batch = _batch(m=matrix_column(MATRIX), t=["tin", "mới", "", "news"]).slice(1, 2)
    assert (matrix_of(batch, "m", np.uint32, 3) == MATRIX[1:3]).all()
    texts = packed_column(batch.column("t"))
    assert [texts.text(number) for number in range(2)] == ["mới", ""]


def test_a_view_of_ragged_rows_is_written_without_the_others() -> None:
    rows = Ragged(np.arange(6, dtype=np.uint32), np.array([2, 3, 3, 6]))
    batch = _batch(r=ragged_column(rows))
    back = ragged_of(batch, "r", np.uint32)
    assert back.values.tolist() == [2, 3, 4, 5]
    assert back.lengths.tolist() == [1, 0, 3]


def test_a_null_is_an_empty_row_an_empty_text_and_the_number_0() -> None:
    batch = _batch(r=pa.array([b"abcd", None]), t=pa.array(["tin", None]), n=pa.array([7, None], pa.int64()))
    assert ragged_of(batch, "r", np.uint32).lengths.tolist() == [1, 0]
    assert packed_column(batch.column("t")).text(1) == ""
    assert numbers(batch, "n").tolist() == [7, 0]
    assert is_filled(batch, "n").tolist() == [True, False]


@pytest.mark.parametrize("kind", ["large_string", "large_binary"])
def test_columns_with_large_offsets_are_read_too(kind: str) -> None:
    column = pa.array(["một", "hai"]).cast(pa.binary()).cast(getattr(pa, kind)())
    assert packed_column(column).text(1) == "hai"


def test_empty_columns_give_empty_arrays() -> None:
    batch = _batch(r=pa.array([], pa.binary()), t=pa.array([], pa.string()))
    assert ragged_of(batch, "r", np.uint32).values.tolist() == []
    assert len(packed_column(batch.column("t"))) == 0
    assert list(in_pieces([batch], "t")) == []


def test_values_that_begin_at_an_odd_address_are_moved() -> None:
    data = pa.py_buffer(b"x" + np.arange(2, dtype=np.uint32).tobytes())
    offsets = pa.py_buffer(np.array([1, 9], np.int32))
    batch = _batch(r=pa.Array.from_buffers(pa.binary(), 1, [None, offsets, data]))
    assert ragged_of(batch, "r", np.uint32).values.tolist() == [0, 1]


def test_a_batch_has_the_types_that_its_columns_name_and_nulls_where_nothing_is_given() -> None:
    types = {"n": "int", "names": "array<string>", "score": "double", "kind": "tinyint"}
    batch = batch_of(types, 2, {"n": np.array([1, 2]), "kind": np.array([1, 2])})
    assert batch.schema.types == [pa.int32(), pa.list_(pa.string()), pa.float64(), pa.int8()]
    assert batch.column("score").null_count == 2


def test_the_bits_of_a_negative_number_are_a_large_one() -> None:
    assert unsigned(_batch(d=[-1]), "d").tolist() == [2**64 - 1]


def test_more_than_two_gigabytes_are_not_one_batch() -> None:
    rows = Ragged(np.broadcast_to(np.uint8(0), 1 << 31), np.array([0, 1 << 31]))
    with pytest.raises(ValueError, match="a batch holds less than 2147483648"):
        ragged_column(rows)


@given(st.lists(st.text(max_size=9), max_size=20), st.integers(1, 30))
def test_pieces_are_all_rows_in_order_and_none_is_much_larger_than_asked_for(texts: list[str], size: int) -> None:
    found = list(in_pieces([_batch(t=pa.array(texts, pa.string()))], "t", size))
    assert [text for piece in found for text in piece.column("t").to_pylist()] == texts
    for piece in found:
        sizes = [len(text.encode()) for text in piece.column("t").to_pylist()]
        assert sum(sizes[:-1]) < size


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 1)), max_size=30), st.lists(st.integers(0, 30), max_size=6))
def test_runs_of_equal_rows_are_never_cut(rows: list[tuple[int, int]], places: list[int]) -> None:
    rows = sorted(rows)
    batch = _batch(a=pa.array([a for a, _ in rows], pa.int64()), b=pa.array([b for _, b in rows], pa.int64()))
    found = [
        list(zip(*piece.to_pydict().values(), strict=True))
        for piece in whole_runs(_cut(batch, [min(place, len(rows)) for place in places]), ("a", "b"))
    ]
    assert [row for piece in found for row in piece] == rows
    assert all(found)
    for one, other in pairwise(found):
        assert one[-1] != other[0]


def test_one_batch_is_joined_without_a_copy() -> None:
    batch = _batch(a=[1])
    assert joined_batches([batch]) is batch
    assert joined_batches([batch, batch]).to_pydict() == {"a": [1, 1]}


def test_rows_that_one_batch_cannot_hold_are_an_error_and_never_left_out() -> None:
    """As Arrow leaves a column of 2 GiB or more in several chunks."""
    column = pa.chunked_array([["a"], ["b", "c"]])
    with pytest.raises(ValueError, match=r"3 rows that belong together have \d+ bytes in the column 'text'"):
        columns._only_chunk(column, "text")
