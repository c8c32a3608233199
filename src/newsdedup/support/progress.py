"""Progress: a bar on a terminal or in a notebook, and a line in the log for each stage."""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Iterable
from operator import length_hint
from typing import Any, Final, TypeVar

from newsdedup.kernels.machine_code import when_compiling

Shown = TypeVar("Shown")

log: Final = logging.getLogger("newsdedup")

_DELAY_SECONDS: Final = 0.5  # a shorter stage needs no bar


def shown(items: Iterable[Shown], stage: str, progress: bool | None) -> Iterable[Shown]:
    """Items with a bar that advances as they are taken, on standard error or in a notebook.

    `progress` of None shows a bar on a terminal, for stages that take a while.
    """
    log.debug("%s", stage)
    visible = progress or (progress is None and sys.stderr.isatty())
    when_compiling["progress"] = _say_compiling if visible else _say_nothing
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


def _say_compiling() -> None:
    _bar_class().write("newsdedup: compiling for the first use, about 10 seconds, once …", file=sys.stderr)


def _say_nothing() -> None:
    """Progress is not shown."""


def _bar_class() -> Any:
    """The bar of a notebook or of a terminal; a notebook without ipywidgets shows that of a terminal."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from tqdm.auto import tqdm
    return tqdm
