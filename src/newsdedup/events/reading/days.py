"""Days that articles tell, against the day of publication, and what two articles have in common of them.

A told day is one uint32 code. As it is read (`newsdedup.kernels.day_codes`) it may lack a year ("14/10") or be told
relative to the day of writing ("yesterday", "on Sunday"). `resolved_days` makes it absolute where that day is known.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

import numpy as np

from newsdedup.copies.pairs import Pairs
from newsdedup.kernels import day_codes
from newsdedup.kernels.ragged import Floats, Integers, Ragged

_ORDINAL_OF_1970: Final = date(1970, 1, 1).toordinal()


def day_of(moment: datetime | date | None) -> int:
    """The day of publication as days since the first of year 1, 0 where it is unknown."""
    return 0 if moment is None else moment.toordinal()


def resolved_days(days: Ragged, published: Integers) -> Ragged:
    """The told days of articles against their days of publication.

    Parameters
    ----------
    days : Ragged
        The view ``days`` or ``opening_days``.
    published : ndarray of int64, shape (n,)
        The `day_of` each article.

    Returns
    -------
    Ragged
        Sorted distinct uint32, one row per article. From 512 on: an absolute day, as of ``date.toordinal``.
        33 to 415: month * 32 + day, where neither the text nor the day of publication gives a year.
        1 to 7: a day of the week, Monday 1, where nothing gives its date. A day relative to an unknown day of
        publication is left out.
    """
    raw, owners = days.values.astype(np.int64), days.owners
    code = np.where(
        _told_month(raw) == 0, _days_of_weekdays(raw, published[owners]), _calendar_days(raw, published[owners])
    )
    near = _told_month(raw) == day_codes.NEAR_DAY_MONTH
    since = published[owners] + (raw & day_codes.DAY_BITS) - day_codes.NEAR_DAY_ZERO
    code = np.where(near, np.where(published[owners] > 0, since, 0), code)
    keys = np.unique(owners[code > 0] << 32 | code[code > 0])
    lengths = np.bincount(keys >> 32, minlength=len(days))
    return Ragged.of_lengths((keys & 0xFFFFFFFF).astype(np.uint32), lengths)


def _told_month(raw: Integers) -> Integers:
    return raw >> day_codes.MONTH_FROM & day_codes.MONTH_BITS


def _days_of_weekdays(raw: Integers, published: Integers) -> Integers:
    """A day of the week: the latest up to publication, the next, the last or the first from then on, or its code."""
    kind, weekday = np.divmod((raw & day_codes.DAY_BITS) - 1, 7)
    since = (published - 1 - weekday) % 7  # day 1 of the calendar is a Monday
    days = published + np.choose(kind % 4, (-since, 7 - since, np.where(since == 0, -7, -since), -since % 7))
    return np.where(published > 0, days, weekday + 1)


def _calendar_days(raw: Integers, published: Integers) -> Integers:
    """A day of a month: of its year, or of the one that puts it nearest to publication, the past in a tie."""
    month, day, told = _told_month(raw), raw & day_codes.DAY_BITS, raw >> day_codes.YEAR_FROM
    year = np.where(published > 0, _year_of(published), 0)
    near = told + year - day_codes.NEAR_YEAR_ZERO
    stated = np.where(told > 3, told, np.where((told > 0) & (year > 0), near, 0))
    nearest = np.stack([_ordinals(year + step, month, day) for step in (-1, 0, 1)])
    distance = np.where(nearest > 0, np.abs(nearest - published), np.iinfo(np.int64).max)
    guess = np.take_along_axis(nearest, distance.argmin(axis=0)[None], axis=0)[0]
    known = np.where(stated > 0, _ordinals(stated, month, day), np.where(year > 0, guess, 0))
    return np.where((stated > 0) | (year > 0), known, month * 32 + day)


def _year_of(ordinals: Integers) -> Integers:
    days = (ordinals - _ORDINAL_OF_1970).astype("datetime64[D]")
    return days.astype("datetime64[Y]").astype(np.int64) + 1970


def _ordinals(year: Integers, month: Integers, day: Integers) -> Integers:
    """Days since the first of year 1, 0 where there is no such day."""
    months = (year - 1970) * 12 + month - 1
    days = months.astype("datetime64[M]").astype("datetime64[D]") + (day - 1)
    exists = days.astype("datetime64[M]").astype(np.int64) == months
    return np.where(exists, days.astype(np.int64) + _ORDINAL_OF_1970, 0)


def days_in_common(days: Ragged, pairs: Pairs) -> tuple[Floats, Floats]:
    """Compare the `resolved_days` of pairs of articles.

    Returns
    -------
    gap : ndarray of float64, shape (m,)
        The least distance in days between a day of the one and a day of the other. NaN where one of them tells no day,
        or only days that cannot be compared (a weekday with a day of a month).
    shared : ndarray of float64, shape (m,)
        The share of days in common, of those of the article that tells fewer; 0 where one tells none.
    """
    from newsdedup.kernels import days as kernels

    gap, shared = np.empty(len(pairs)), np.empty(len(pairs))
    left, right = np.ascontiguousarray(pairs.T)
    kernels.compare_days(days.values, days.offsets, left, right, gap, shared)
    return gap, shared
