"""Work distributed over processes that do not run the caller's script again."""

from __future__ import annotations

import contextlib
import itertools
import os
import pickle
import queue
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from typing import IO, Any, TypeVar

from newsdedup.support.errors import pass_on_interruption
from newsdedup.support.pools import cancelling_pool

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")

_SERVE = "from newsdedup.support.processes import serve; serve()"
_NO_ANSWER = (OSError, EOFError, pickle.UnpicklingError)  # of a process that has died
_PIECES_AHEAD = 2  # per process, that are prepared before they are needed
_first: dict[tuple[Callable[[Any], Any], Any], None] = {}  # work that each process does before any other, in order


def in_processes(work: Callable[[Piece], Answer], pieces: Iterable[Piece], workers: int) -> Iterator[Answer]:
    """Do the same work on each piece, several pieces at a time.

    Parameters
    ----------
    work : callable
        A function of a module, which each process imports by name.
    pieces : iterable
        Taken when they are needed, so that memory does not grow with their number.
    workers : int
        Number of processes, at most one per core and one per piece; with one, or where none can be started, the work
        is done in this process.

    Yields
    ------
    object
        The result for each piece, in the order of the pieces.

    Notes
    -----
    The pools of Python run the caller's script again in every process, which fails in a script without
    ``if __name__ == "__main__"``. These processes import the library only. If a process dies, its
    piece is done in this process.
    """
    pieces = iter(pieces)
    first = list(itertools.islice(pieces, process_count(workers)))
    workers, pieces = len(first), itertools.chain(first, pieces)
    if workers < 2 or not sys.executable:
        yield from map(work, pieces)
        return
    idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
    with cancelling_pool(workers) as threads, contextlib.ExitStack() as stack:
        for _ in range(workers):
            worker = stack.enter_context(_Worker())
            worker.do_first()
            idle.put(worker)
        yield from _in_order(lambda piece: threads.submit(_done_in, idle, work, piece), pieces, workers * _PIECES_AHEAD)


def process_count(workers: int) -> int:
    """How many of the processes that a caller asks for are started: one per core, or two on a single core."""
    return min(workers, max(2, os.cpu_count() or 1))


def begin_processes_with(work: Callable[[Piece], Any], piece: Piece) -> None:
    """Have each process that is started from now on do this work first, once for each piece.

    Parameters
    ----------
    work : callable
        A function of a module, which each process imports by name.
    piece : hashable
    """
    _first.pop((work, piece), None)
    _first[work, piece] = None


def work_done_first() -> list[tuple[Callable[[Any], Any], Any]]:
    """The work of `begin_processes_with`, for processes that others start."""
    return list(_first)


def do_first_as_well(first: Iterable[tuple[Callable[[Any], Any], Any]]) -> None:
    """Do in this process what another process has others do first, unless it was done here before."""
    for work, piece in first:
        if (work, piece) not in _first:
            work(piece)
            begin_processes_with(work, piece)


def _in_order(begin: Callable[[Piece], Future[Answer]], pieces: Iterable[Piece], most: int) -> Iterator[Answer]:
    """The results in order; at most `most` of them are begun ahead."""
    begun: list[Future[Answer]] = []
    for piece in pieces:
        begun.append(begin(piece))
        if len(begun) > most:
            yield begun.pop(0).result()
    for one in begun:
        yield one.result()


def _done_in(idle: queue.SimpleQueue[_Worker], work: Callable[[Piece], Answer], piece: Piece) -> Answer:
    process = idle.get()
    try:
        done, result = process.ask(work, piece)
    except _NO_ANSWER as problem:
        if process.is_ended:  # since the caller takes no more results
            raise CancelledError from problem
        return work(piece)
    finally:
        idle.put(process)
    if not done:
        raise result
    return result  # type: ignore[no-any-return]


class _Worker:
    """A process that does the work that it is sent; `is_ended` once it is not to do any more."""

    def __init__(self) -> None:
        self.is_ended = False
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def ask(self, work: Callable[[Any], Any], piece: Any) -> tuple[bool, Any]:
        """Whether the work succeeded, and its result or error."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        _send(self._process.stdin, (work, piece))
        answer: tuple[bool, Any] = pickle.load(self._process.stdout)
        return answer

    def do_first(self) -> None:
        """Do the work that each process does before any other; without an answer its pieces are done here."""
        for work, piece in _first:
            try:
                done, _ = self.ask(work, piece)
            except _NO_ANSWER as problem:
                pass_on_interruption(problem)
                done = False
            if not done:
                self._process.kill()
                return

    def __enter__(self) -> _Worker:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self.is_ended = True
        if kind is not None:
            self._process.kill()  # in the middle of its work
        with contextlib.suppress(BrokenPipeError):
            self._process.communicate()


def _send(pipe: IO[bytes], value: Any) -> None:
    pickle.dump(value, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def serve() -> None:
    """Do the work that arrives on standard input until it ends; what the work prints goes to standard error."""
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    with contextlib.suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            work, piece = pickle.load(sys.stdin.buffer)
            try:
                answer = True, work(piece)
            except Exception as problem:
                answer = False, problem
            _send(answers, answer)
