"""Progress: what runs is shown on a terminal, or where it is asked for, and told to the log."""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Iterable
from operator import length_hint
from typing import Any, Final, TypeVar

Item = TypeVar("Item")

_SHORT: Final = 0.5  # seconds that nobody needs a bar for
_log = logging.getLogger(__name__)


def shown(items: Iterable[Item], stage: str, progress: bool | None) -> Iterable[Item]:
    """Items with a bar that moves as they are taken, on standard error or in a notebook.

    Parameters
    ----------
    items : iterable
    stage : str
        What is done with them.
    progress : bool or None
        Whether to show a bar; None shows one on a terminal, where it takes a while.
    """
    _log.debug("%s", stage)
    if not (progress or (progress is None and sys.stderr.isatty())):
        return items
    bar: Iterable[Item] = _bar_of_this_place()(
        items,
        desc=stage,
        total=length_hint(items) or None,
        file=sys.stderr,
        leave=False,
        delay=0 if progress else _SHORT,
    )
    return bar


def _bar_of_this_place() -> Any:
    """The bar of a notebook or of a terminal; a notebook without ipywidgets has that of a terminal."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from tqdm.auto import tqdm
    return tqdm
