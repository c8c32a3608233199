"""The three ways in which loops are compiled; nothing is made that nobody calls, so that the first use waits less."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

from numba import njit

Loop = TypeVar("Loop", bound=Callable[..., Any])

_KERNEL: Final[dict[str, Any]] = {"nogil": True, "cache": True, "no_cfunc_wrapper": True}
_INNER: Final[dict[str, Any]] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}


def kernel(function: Loop) -> Loop:
    """Called from Python, side by side on several threads; the machine code is kept on disk."""
    return cast(Loop, njit(**_KERNEL)(function))


def inner(function: Loop) -> Loop:
    """Called from kernels only."""
    return cast(Loop, njit(**_INNER)(function))


def inlined(function: Loop) -> Loop:
    """A few lines that become part of whoever calls them."""
    return cast(Loop, njit(inline="always")(function))


@inlined
def filled(array: Any, value: Any) -> Any:
    """A flat array, the same value everywhere: NumPy's own ways take a fifth of a second to compile, each time."""
    for i in range(array.size):
        array[i] = value
    return array
