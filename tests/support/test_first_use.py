from __future__ import annotations

import logging
import multiprocessing
import sys
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from newsdedup.support import first_use
from newsdedup.support.first_use import FirstUse, is_watched


class Clock:
    """A clock that a test moves, and the timers that wait for it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.timers: list[Clock.Timer] = []

    def pass_by(self, seconds: float) -> None:
        self.now += seconds
        due = [one for one in self.timers if one.at <= self.now]
        self.timers = [one for one in self.timers if one.at > self.now]
        for one in due:
            one.function()

    class Timer:
        daemon = False

        def __init__(self, clock: Clock, seconds: float, function: Callable[[], None]) -> None:
            self.clock, self.at, self.function = clock, clock.now + seconds, function

        def start(self) -> None:
            self.clock.timers.append(self)

        def cancel(self) -> None:
            self.clock.timers = [one for one in self.clock.timers if one is not self]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(first_use.time, "monotonic", lambda: clock.now)
    monkeypatch.setattr(first_use.threading, "Timer", lambda *given: Clock.Timer(clock, *given))
    return clock


def compile_for(use: FirstUse, clock: Clock, seconds: float) -> None:
    use(True)
    clock.pass_by(seconds)
    use(False)


def test_a_short_compilation_is_not_worth_a_word(clock: Clock) -> None:
    said: list[str] = []
    compile_for(FirstUse(said.append), clock, 1.5)
    clock.pass_by(60)
    assert said == []


def test_a_long_one_is_said_once_and_its_end_with_the_seconds_that_it_took(
    clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    said: list[str] = []
    use = FirstUse(said.append)
    with caplog.at_level(logging.INFO, "newsdedup"):
        for seconds in (1.5, 10, 20.5):
            compile_for(use, clock, seconds)
            clock.pass_by(1)  # other work
        assert said == ["newsdedup: compiling its loops, once; later runs start in seconds"]
        clock.pass_by(3)
        compile_for(use, clock, 30)
        clock.pass_by(3)
    assert said[1:] == ["newsdedup: compiled in 32 seconds"]
    assert caplog.messages == ["compiled in 32 seconds"]


def test_only_a_terminal_or_a_notebook_of_the_first_process_is_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "IPython", raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    assert not is_watched()
    for kernel in (None, object()):  # of an interactive terminal, and of a notebook
        shell = SimpleNamespace(kernel=kernel)
        monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda found=shell: found))
        assert is_watched() == (kernel is not None)
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: "a process")
    assert not is_watched()
