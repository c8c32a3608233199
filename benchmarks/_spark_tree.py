"""The processes that a process started: their processor time and their memory, from /proc (Linux).

A Python worker of Spark is a child of the JVM, and the JVM one of the driver, so that one tree has all of them.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
from attrs import define, field, frozen

DRIVER, JVM, WORKERS = "driver", "jvm", "workers"
KINDS: Final = (DRIVER, JVM, WORKERS)
_TICKS: Final = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_INTERVAL: Final = 0.25  # seconds


@frozen
class Process:
    """A process and what it has used, its ended children included."""

    pid: int
    parent: int
    command: str
    seconds: float


@frozen
class Sample:
    """Processor seconds of all processes of a tree up to a moment (seconds since 1970)."""

    moment: float
    seconds: float


def processes() -> dict[int, Process]:
    """All processes of this machine."""
    found = (_process(int(entry.name)) for entry in os.scandir("/proc") if entry.name.isdigit())
    return {one.pid: one for one in found if one}


def _process(pid: int) -> Process | None:
    try:
        text = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
    except OSError:  # it has ended
        return None
    before, _, after = text.rpartition(")")
    values = after.split()
    return Process(pid, int(values[1]), before.partition("(")[2], sum(map(int, values[11:15])) / _TICKS)


def tree(root: int) -> dict[int, str]:
    """The processes that `root` started, and itself, each with its kind."""
    return _kinds(root, processes())


def _kinds(root: int, known: Mapping[int, Process]) -> dict[int, str]:
    children: dict[int, list[int]] = {}
    for one in known.values():
        children.setdefault(one.parent, []).append(one.pid)
    found: dict[int, str] = {}
    left = [(root, DRIVER)]
    while left:
        pid, kind = left.pop()
        if pid in known:
            is_python = known[pid].command.startswith("python")
            found[pid] = WORKERS if kind == JVM and is_python else JVM if known[pid].command == "java" else kind
            left += [(child, found[pid]) for child in children.get(pid, ())]
    return found


def seconds_by_kind(root: int) -> dict[str, float]:
    """Processor seconds of the tree of a process."""
    known = processes()
    seconds = dict.fromkeys(KINDS, 0.0)
    for pid, kind in _kinds(root, known).items():
        seconds[kind] += known[pid].seconds
    return seconds


def _peak_megabytes(pid: int) -> float:
    """The most memory that a process had, or 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0)


@define(eq=False)
class Watch:
    """Looks at the processes of this one four times a second; what the looks cost is not counted.

    Attributes
    ----------
    samples : list of Sample
    peaks : dict
        The most memory that one process of each kind had, MB.
    """

    samples: list[Sample] = field(factory=list)
    peaks: dict[str, float] = field(factory=lambda: dict.fromkeys(KINDS, 0.0))
    _spent: float = 0.0
    _stop: threading.Event = field(factory=threading.Event)
    _thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self._stop.set()
        if self._thread:
            self._thread.join()

    def seconds(self) -> dict[str, float]:
        """Processor seconds of each kind of process until now."""
        found = seconds_by_kind(os.getpid())
        found[DRIVER] -= self._spent
        return found

    def between(self, start: float, end: float) -> float:
        """Processor seconds of all processes between two moments."""
        moments, seconds = np.array([(one.moment, one.seconds) for one in self.samples]).T
        first, last = np.interp([start, end], moments, seconds)
        return float(last - first)

    def look(self) -> None:
        """Note time and memory."""
        self.samples.append(Sample(time.time(), sum(self.seconds().values())))
        for pid, kind in tree(os.getpid()).items():
            self.peaks[kind] = max(self.peaks[kind], _peak_megabytes(pid))

    def _run(self) -> None:
        while not self._stop.wait(_INTERVAL):
            self.look()
            self._spent = time.thread_time()


def descendants(root: int) -> Iterator[int]:
    """The processes that `root` started, and itself, the last first."""
    yield from sorted(tree(root), reverse=True)
