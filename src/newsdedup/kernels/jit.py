"""The three ways in which loops are compiled; unused wrappers are left out, so that the first use is shorter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

from numba import njit

Loop = TypeVar("Loop", bound=Callable[..., Any])

_KERNEL: Final[dict[str, Any]] = {"nogil": True, "cache": True, "no_cfunc_wrapper": True}
_INNER: Final[dict[str, Any]] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}


def kernel(function: Loop) -> Loop:
    """Compile a loop that Python calls, on several threads at once; the machine code is kept on disk."""
    return cast(Loop, njit(**_KERNEL)(function))


def inner(function: Loop) -> Loop:
    """Compile a loop that only kernels call."""
    return cast(Loop, njit(**_INNER)(function))


def inlined(function: Loop) -> Loop:
    """Make a few lines part of each loop that calls them."""
    return cast(Loop, njit(inline="always")(function))
