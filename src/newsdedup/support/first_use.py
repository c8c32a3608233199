"""What is said while kernels are compiled at the first use: once, where it takes more than two seconds."""

from __future__ import annotations

import atexit
import logging
import multiprocessing
import sys
import threading
import time
from collections.abc import Callable
from typing import Final

from attrs import define, field

_LEAST_SECONDS: Final = 2.0  # of compiling, before anything is said
_QUIET_SECONDS: Final = 3.0  # without compiling, after which it has ended

_log: Final = logging.getLogger("newsdedup")


def is_watched() -> bool:
    """Whether somebody reads standard error: a terminal or a notebook, and not of a worker process."""
    is_terminal = sys.stderr is not None and sys.stderr.isatty()  # a program without a console has none
    return (is_terminal or _in_notebook()) and multiprocessing.parent_process() is None


def _in_notebook() -> bool:
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return getattr(shell, "kernel", None) is not None


@define(eq=False)
class FirstUse:
    """The compiling of this process: how long it has taken, and what was said of it."""

    say: Callable[[str], None]  # prints a line where people read
    _seconds: float = 0.0
    _began: float = 0.0
    _is_said: bool = False
    _is_ended: bool = False
    _timer: threading.Timer | None = field(default=None)

    def __call__(self, begins: bool) -> None:
        """Called before and after each kernel is compiled."""
        self._cancel()
        if begins:
            self._began = time.monotonic()
            self._start(max(0.0, _LEAST_SECONDS - self._seconds), self._say_begin)
            return
        self._seconds += time.monotonic() - self._began
        if self._is_said and not self._is_ended:
            self._start(_QUIET_SECONDS, self._say_end)

    def _say_begin(self) -> None:
        if not self._is_said:
            self._is_said = True
            atexit.register(self._say_end)
            self.say("newsdedup: compiling its loops, once; later runs start in seconds")

    def _say_end(self) -> None:
        if not self._is_ended:
            self._is_ended = True
            atexit.unregister(self._say_end)
            _log.info("compiled in %.0f seconds", self._seconds)
            self.say(f"newsdedup: compiled in {self._seconds:.0f} seconds")

    def _start(self, seconds: float, function: Callable[[], None]) -> None:
        self._timer = threading.Timer(seconds, function)
        self._timer.daemon = True
        self._timer.start()

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
