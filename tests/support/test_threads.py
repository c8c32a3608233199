"""Work in batches and on several threads."""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np
import pytest

from newsdedup.support import threads
from newsdedup.support.errors import SettingError
from newsdedup.support.threads import in_background, in_threads, over_pairs, read_ahead, tee_batches, thread_count


def test_batches_are_processed_while_their_items_pass() -> None:
    found: list[int] = []
    assert list(tee_batches(sum, range(7), 3, found.append, threads=2)) == list(range(7))
    assert found == [3, 12, 6]


@pytest.mark.parametrize("wrong", [0, -1, 1.5, True, "2"])
def test_the_error_names_a_wrong_number_of_threads(wrong: object) -> None:
    with pytest.raises(SettingError, match="threads="):
        in_threads(len, [[1], [2]], wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("n_threads", [1, 2])
def test_work_in_the_background_is_done_when_its_result_is_requested(n_threads: int) -> None:
    assert in_background(lambda: 3, n_threads)() == 3


def test_items_are_taken_only_as_results_are_requested() -> None:
    items = iter(range(100))
    results = in_threads(abs, items, threads=2)
    assert next(results) == 0
    assert 100 - sum(1 for _ in items) <= 5


def test_pairs_are_measured_in_blocks_that_cover_them_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "_PAIRS_AT_ONCE", 2)
    pairs, sums = np.arange(10).reshape(5, 2), np.zeros(5, np.int64)

    def add(left: np.ndarray, right: np.ndarray, block: slice) -> None:
        sums[block] = left + right

    over_pairs(add, pairs, threads=2)
    assert sums.tolist() == pairs.sum(axis=1).tolist()


def test_items_that_are_read_ahead_come_in_order_and_each_once() -> None:
    assert list(read_ahead(iter(range(5)))) == [0, 1, 2, 3, 4]
    assert list(read_ahead([])) == []


def test_an_error_in_reading_ahead_comes_after_the_items_before_it() -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise OSError("damaged")

    found = read_ahead(failing())
    assert next(found) == 1
    with pytest.raises(OSError, match="damaged"):
        next(found)


def test_no_more_threads_are_started_than_a_few_per_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert [thread_count(asked) for asked in (None, 1, 8, 100_000)] == [2, 1, 8, 8]
