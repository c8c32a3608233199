"""The three ways in which loops are compiled; unused wrappers are left out, so that the first use is shorter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

from numba import njit
from numba.core.dispatcher import Dispatcher

from newsdedup.kernels.machine_code import MachineCode

Loop = TypeVar("Loop", bound=Callable[..., Any])

_KERNEL: Final[dict[str, Any]] = {"nogil": True, "no_cfunc_wrapper": True}
_INNER: Final[dict[str, Any]] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}


def kernel(function: Loop) -> Loop:
    """Compile a loop that Python calls, on several threads at once; the machine code is kept on disk."""
    compiled: Any = njit(**_KERNEL)(function)
    if isinstance(compiled, Dispatcher):  # NUMBA_DISABLE_JIT leaves the function as it is
        compiled._cache = MachineCode(function)  # type: ignore[attr-defined]
    return cast(Loop, compiled)


def inner(function: Loop) -> Loop:
    """Compile a loop that only kernels call."""
    return cast(Loop, njit(**_INNER)(function))


def inlined(function: Loop) -> Loop:
    """Make a few lines part of each loop that calls them.

    LLVM does it. Numba's own way, ``inline="always"``, infers the types of these lines anew for each caller, and takes
    a quarter longer over all kernels.
    """
    return cast(Loop, njit(forceinline=True, **_INNER)(function))
