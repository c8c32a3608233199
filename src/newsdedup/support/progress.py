"""Progress: a bar on a terminal or in a notebook, and a line in the log for each stage."""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Iterable
from operator import length_hint
from typing import Any, Final, TypeVar

from newsdedup.kernels.machine_code import when_compiling
from newsdedup.support.arguments import progress_option
from newsdedup.support.first_use import FirstUse, is_watched

Shown = TypeVar("Shown")

log: Final = logging.getLogger("newsdedup")

_DELAY_SECONDS: Final = 0.5  # a shorter stage needs no bar
_compiling_is_said: Final = [True]  # unless the last call refused progress


def shown(items: Iterable[Shown], stage: str, progress: bool | None) -> Iterable[Shown]:
    """Items with a bar that advances as they are taken, on standard error or in a notebook.

    `progress` of None shows a bar on a terminal, for stages that take a while.
    """
    log.debug("%s", stage)
    progress = progress_option(progress)
    visible = sys.stderr is not None and (sys.stderr.isatty() if progress is None else progress)
    _compiling_is_said[0] = progress is not False
    if not visible:
        return items
    bar: Iterable[Shown] = _bar_class()(
        items,
        desc=stage,
        total=length_hint(items) or None,
        file=sys.stderr,
        leave=False,
        delay=0 if progress else _DELAY_SECONDS,
    )
    return bar


def _say_of_first_use(line: str) -> None:
    """A line on standard error where somebody reads it and progress was not refused."""
    if _compiling_is_said[0] and is_watched():
        _bar_class().write(line, file=sys.stderr)


def _bar_class() -> Any:
    """The bar of a notebook or of a terminal; a notebook without ipywidgets shows that of a terminal."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from tqdm.auto import tqdm
    return tqdm


when_compiling["first use"] = FirstUse(_say_of_first_use)
