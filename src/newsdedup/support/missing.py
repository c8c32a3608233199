"""Values that stand for no value: None, and those of NumPy, pandas and the standard library."""

from __future__ import annotations

from typing import Any

import numpy as np

_PANDAS_NAMES = ("NaTType", "NAType")  # of a library that need not be installed


def is_missing_value(value: Any) -> bool:
    """None, NaN, NaT and other single values that differ from themselves.

    Examples
    --------
    >>> [is_missing_value(value) for value in (None, float("nan"), 0, "")]
    [True, True, False, False]
    """
    if value is None or type(value).__name__ in _PANDAS_NAMES:
        return True
    return isinstance(value, float | np.generic) and bool(value != value)
