"""How the wing does its work: in batches, in threads."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Final, TypeVar

import numpy as np

from newsdedup.kernels.ragged import Integers
from newsdedup.support.errors import SettingError

Item = TypeVar("Item")
Result = TypeVar("Result")


_PAIRS_AT_ONCE: Final = 1 << 16


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Items in lists of at most `size`."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def in_threads(
    function: Callable[[Item], Result], items: Iterable[Item], threads: int | None = None
) -> Iterator[Result]:
    """Results of `function` in the order of `items`, of which only as many wait as there are threads.

    NumPy and compiled code let the threads run side by side.
    """
    workers = thread_count(threads)
    return map(function, items) if workers == 1 else _side_by_side(function, items, workers)


def over_pairs(
    measure: Callable[[Integers, Integers, slice], None], pairs: Integers, threads: int | None = None
) -> None:
    """Let `measure` see all pairs in blocks: their left and right articles, and where the block stands."""

    def see(start: int) -> None:
        some = slice(start, start + _PAIRS_AT_ONCE)
        left, right = np.ascontiguousarray(pairs[some].T)
        measure(left, right, some)

    for _ in in_threads(see, range(0, len(pairs), _PAIRS_AT_ONCE), threads):
        pass


def _side_by_side(function: Callable[[Item], Result], items: Iterable[Item], workers: int) -> Iterator[Result]:
    waiting: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for item in items:
            waiting.append(pool.submit(function, item))
            if len(waiting) > workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def tee_batches(
    function: Callable[[list[Item]], Result],
    items: Iterable[Item],
    size: int,
    take: Callable[[Result], None],
    threads: int | None = None,
) -> Iterator[Item]:
    """Items as they come, while `function` works on batches of them on the side; `take` gets its results in order."""
    workers = thread_count(threads)
    waiting: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for batch in batches(items, size):
            waiting.append(pool.submit(function, batch))
            if len(waiting) > workers:
                take(waiting.popleft().result())
            yield from batch
        while waiting:
            take(waiting.popleft().result())


def in_background(function: Callable[[], Result], threads: int | None = None) -> Callable[[], Result]:
    """Begin a piece of work on a thread of its own, if there may be two; gives what waits for its result."""
    if thread_count(threads) == 1:
        return function
    pool = ThreadPoolExecutor(1)
    begun = pool.submit(function)
    pool.shutdown(wait=False)  # once that is done
    return begun.result


def thread_count(threads: int | None) -> int:
    """How many threads a caller means; None is one for each core."""
    if threads is None:
        return os.cpu_count() or 1
    if isinstance(threads, bool) or not isinstance(threads, int) or threads < 1:
        raise SettingError(f"threads={threads!r} is not a number: give 1 or more, or None for all cores")
    return threads
