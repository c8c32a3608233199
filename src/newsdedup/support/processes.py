"""Work shared out among processes that know nothing of the script that started them."""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO, Any, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

_SERVE = "from newsdedup.support.processes import serve; serve()"
_WAITING = 2  # pieces a process that are made ready before they are needed


def in_processes(work: Callable[[Given], Made], pieces: Iterable[Given], workers: int) -> Iterator[Made]:
    """Do the same work on each piece, several at a time.

    Parameters
    ----------
    work : callable
        A function of a module; it is found there by its name.
    pieces : iterable
        Taken as they are needed, so that memory does not grow with their number.
    workers : int
        Processes; with one, or with none to be had, the work is done here.

    Yields
    ------
    object
        What the work made of each piece, in the order of the pieces.

    Notes
    -----
    Python's own pools run the caller's script again in every process, which a script without
    ``if __name__ == "__main__"`` does not survive. These processes start from the library alone. A
    piece whose process dies is worked on here.
    """
    if workers < 2 or not sys.executable:
        yield from map(work, pieces)
        return
    idle: queue.SimpleQueue[_Process] = queue.SimpleQueue()
    with contextlib.ExitStack() as stack, ThreadPoolExecutor(workers) as threads:
        for _ in range(workers):
            idle.put(stack.enter_context(_Process()))
        yield from _in_order(lambda piece: threads.submit(_hand_out, idle, work, piece), pieces, workers * _WAITING)


def _in_order(begin: Callable[[Given], Future[Made]], pieces: Iterable[Given], most: int) -> Iterator[Made]:
    """The results in order, with no more than `most` of them begun ahead."""
    begun: list[Future[Made]] = []
    for piece in pieces:
        begun.append(begin(piece))
        if len(begun) > most:
            yield begun.pop(0).result()
    for one in begun:
        yield one.result()


def _hand_out(idle: queue.SimpleQueue[_Process], work: Callable[[Given], Made], piece: Given) -> Made:
    process = idle.get()
    try:
        done, result = process.ask(work, piece)
    except (OSError, EOFError, pickle.UnpicklingError):
        return work(piece)
    finally:
        idle.put(process)
    if not done:
        raise result
    return result  # type: ignore[no-any-return]


class _Process:
    """A process that does what it is sent."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def ask(self, work: Callable[[Any], Any], piece: Any) -> tuple[bool, Any]:
        """Whether the work could be done, and what came of it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        _send(self._process.stdin, (work, piece))
        answer: tuple[bool, Any] = pickle.load(self._process.stdout)
        return answer

    def __enter__(self) -> _Process:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._process.communicate()


def _send(pipe: IO[bytes], value: Any) -> None:
    pickle.dump(value, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def serve() -> None:
    """Do what comes in on standard input until it ends; what the work prints goes to standard error."""
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    with contextlib.suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            work, piece = pickle.load(sys.stdin.buffer)
            try:
                answer = True, work(piece)
            except Exception as problem:
                answer = False, problem
            _send(answers, answer)
