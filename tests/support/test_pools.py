from __future__ import annotations

import threading

import pytest

from newsdedup.support.pools import cancelling_pool


def test_after_an_exception_work_that_has_not_begun_is_not_done() -> None:
    may_end, done = threading.Event(), []

    def work(number: int) -> None:
        may_end.wait(60)
        done.append(number)

    with pytest.raises(KeyboardInterrupt), cancelling_pool(1) as pool:
        begun = [pool.submit(work, number) for number in range(3)]
        threading.Timer(0.2, may_end.set).start()
        raise KeyboardInterrupt
    assert done == [0]
    assert [one.cancelled() for one in begun] == [False, True, True]


def test_without_an_exception_all_work_is_done() -> None:
    with cancelling_pool(2) as pool:
        squares = [pool.submit(pow, number, 2) for number in range(5)]
    assert [one.result() for one in squares] == [0, 1, 4, 9, 16]
