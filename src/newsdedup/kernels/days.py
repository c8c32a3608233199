"""Compiled loop: the distance between the days that two articles tell."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.day_codes import FIRST_ORDINAL
from newsdedup.kernels.jit import inlined, kernel

_DAYS_BEFORE: Final = np.array([0, 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335], np.int64)


@inlined
def _place_in_year(code: Any) -> Any:
    """The day of a leap year: of month * 32 + day, or of an absolute day (Hinnant's algorithm for the calendar)."""
    if code < FIRST_ORDINAL:
        return _DAYS_BEFORE[code >> 5] + (code & 31)
    since_march = code + 305
    of_era = since_march % 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    place = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * place + 2) // 153
    day = place - (153 * month + 2) // 5 + 1
    return _DAYS_BEFORE[month + 3 if month < 10 else month - 9] + day


@inlined
def _days_between(one: Any, other: Any) -> Any:
    """The distance of two days, of which `one` has the lower code; -1 if they cannot be compared."""
    if one >= FIRST_ORDINAL:
        return other - one
    if one <= 7:
        if 7 < other < FIRST_ORDINAL:
            return np.int64(-1)
        apart = abs((other - 1) % 7 - (one - 1))
        return min(apart, 7 - apart)
    apart = abs(_place_in_year(one) - _place_in_year(other))
    return min(apart, 366 - apart)


@kernel
def compare_days(days: Any, offsets: Any, left: Any, right: Any, gaps: Any, shares: Any) -> None:
    """The least distance between the days of two articles, and the share of days in common, for each pair.

    days uint32, the days of article i at ``days[offsets[i]:offsets[i + 1]]``; left and right int64 (m,);
    gaps and shares float64 (m,) are filled.
    """
    for pair in range(left.size):
        one, other = left[pair], right[pair]
        if offsets[one + 1] - offsets[one] > offsets[other + 1] - offsets[other]:
            one, other = other, one
        least, common = np.int64(-1), 0
        for i in range(offsets[one], offsets[one + 1]):
            nearest = np.int64(-1)
            for j in range(offsets[other], offsets[other + 1]):
                first, second = np.int64(days[i]), np.int64(days[j])
                gap = _days_between(min(first, second), max(first, second))
                if gap >= 0 and (nearest < 0 or gap < nearest):
                    nearest = gap
            if nearest >= 0 and (least < 0 or nearest < least):
                least = nearest
            common += nearest == 0
        fewer = offsets[one + 1] - offsets[one]
        gaps[pair] = np.nan if least < 0 else np.float64(least)
        shares[pair] = common / fewer if fewer else 0.0
