"""Work in batches and on several threads."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Final, TypeVar

import numpy as np

from newsdedup.kernels.ragged import Integers
from newsdedup.support.arguments import plain_scalar
from newsdedup.support.errors import SettingError, in_message
from newsdedup.support.pools import cancelling_pool

Task = TypeVar("Task")
Result = TypeVar("Result")


_PAIRS_AT_ONCE: Final = 1 << 16
_MOST_PER_CORE: Final = 4  # more threads take memory and save no time


def batches(items: Iterable[Task], size: int) -> Iterator[list[Task]]:
    """Group items into lists of at most `size`."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def in_threads(
    function: Callable[[Task], Result], items: Iterable[Task], threads: int | None = None
) -> Iterator[Result]:
    """Apply `function` on several threads; results come in the order of `items`, and few items wait at a time.

    NumPy and compiled code release the lock of the interpreter, so that threads run in parallel.
    """
    workers = thread_count(threads)
    return map(function, items) if workers == 1 else _side_by_side(function, items, workers)


def over_pairs(
    measure: Callable[[Integers, Integers, slice], None], pairs: Integers, threads: int | None = None
) -> None:
    """Call `measure` for blocks of pairs: their left articles, their right articles, and the slice of the block."""

    def measure_block(start: int) -> None:
        some = slice(start, start + _PAIRS_AT_ONCE)
        left, right = np.ascontiguousarray(pairs[some].T)
        measure(left, right, some)

    for _ in in_threads(measure_block, range(0, len(pairs), _PAIRS_AT_ONCE), threads):
        pass


def _side_by_side(function: Callable[[Task], Result], items: Iterable[Task], workers: int) -> Iterator[Result]:
    waiting: deque[Future[Result]] = deque()
    with cancelling_pool(workers) as pool:
        for item in items:
            waiting.append(pool.submit(function, item))
            if len(waiting) > workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def tee_batches(
    function: Callable[[list[Task]], Result],
    items: Iterable[Task],
    size: int,
    take: Callable[[Result], None],
    threads: int | None = None,
) -> Iterator[Task]:
    """Pass items through, while threads apply `function` to batches of them; `take` gets the results in order."""
    workers = thread_count(threads)
    if workers == 1:
        for batch in batches(items, size):
            take(function(batch))
            yield from batch
        return
    waiting: deque[Future[Result]] = deque()
    with cancelling_pool(workers) as pool:
        for batch in batches(items, size):
            waiting.append(pool.submit(function, batch))
            if len(waiting) > workers:
                take(waiting.popleft().result())
            yield from batch
        while waiting:
            take(waiting.popleft().result())


def read_ahead(items: Iterable[Task]) -> Iterator[Task]:
    """The items, each made on another thread while the one before is used."""
    source, end = iter(items), object()
    with cancelling_pool(1) as pool:
        following = pool.submit(next, source, end)
        while (item := following.result()) is not end:
            following = pool.submit(next, source, end)
            yield item  # type: ignore[misc]


def in_background(function: Callable[[], Result], threads: int | None = None) -> Callable[[], Result]:
    """Start `function` on a thread of its own, if two are allowed; returns a function that waits for its result."""
    if thread_count(threads) == 1:
        return function
    pool = ThreadPoolExecutor(1)
    begun = pool.submit(function)
    pool.shutdown(wait=False)  # once the work is done
    return begun.result


def thread_count(threads: int | None) -> int:
    """The number of threads for an option; None is one per core, and more than a few per core are not started."""
    cores = os.cpu_count() or 1
    if threads is None:
        return cores
    threads = plain_scalar(threads)
    if isinstance(threads, bool) or not isinstance(threads, int) or threads < 1:
        raise SettingError(f"threads={in_message(threads)} is not a number: give 1 or more, or None for all cores")
    return min(threads, cores * _MOST_PER_CORE)
