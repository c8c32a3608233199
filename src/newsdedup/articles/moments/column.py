"""The dates of one column: whether 06/07/2025 is the 6th of July or June 7 is a question to the whole column."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from typing import Any, Final

from attrs import field, mutable

from newsdedup.articles.moments.reading import moment_of
from newsdedup.articles.moments.written import LONGEST

_ORDER: Final = re.compile(r"(?<!\d)(\d\d?)\s?([/.-])\s?(\d\d?)\s?\2\s?(?:\d{4}|\d\d)(?!\d)")


def order_of(value: Any) -> str | None:
    """What a date in numbers says about the order of day and month in its column.

    Parameters
    ----------
    value : object
        What the source gives.

    Returns
    -------
    str or None
        ``"day"`` if only the day can come first (14/06/2025), ``"month"`` if only the month can (06/14/2025),
        ``"ambiguous"`` if both can and the two readings differ (06/07/2025), otherwise None.

    Examples
    --------
    >>> [order_of(one) for one in ("14/06/2025", "06/14/2025 8:00 AM", "06/07/2025", "06/06/2025", "2025-06-07")]
    ['day', 'month', 'ambiguous', None, None]
    """
    if not isinstance(value, str) or value[4:5] == "-" or value[3:5] == ", " or len(value) > LONGEST:
        return None
    found = _ORDER.search(value)
    if found is None:
        return None
    first, second = int(found[1]), int(found[3])
    if not (1 <= first <= 31 and 1 <= second <= 31) or first == second or min(first, second) > 12:
        return None
    return "day" if first > 12 else "month" if second > 12 else "ambiguous"


@mutable(kw_only=True)
class DateColumn:
    """The dates of one column as they come, read at once, and put right when the column is complete.

    A date such as 06/14/2025 proves that its column puts the month first, 14/06/2025 that it puts the day first. Until
    a proof comes, ambiguous dates are read with the day first. If the column proves to put the month first,
    `corrected` gives the rows that must change. With both proofs in one column the day comes first, and
    `contradicting` names the rows that can only be read otherwise, which are read so.

    Parameters
    ----------
    day_first : bool, optional
        The order, if it is known; by default the column decides.
    zone : tzinfo, optional
        The zone of moments that name none; by default they stay without one.

    Examples
    --------
    >>> column = DateColumn()
    >>> for row, value in enumerate(["06/07/2025", "2025-06-10", "06/14/2025"]):
    ...     print(row, column.read(row, value))
    0 2025-07-06
    1 2025-06-10
    2 2025-06-14
    >>> column.corrected()
    {0: datetime.date(2025, 6, 7)}
    """

    day_first: bool | None = None
    zone: tzinfo | None = None
    _ambiguous: dict[int, Any] = field(factory=dict, init=False)  # by row; the values as given
    _rows_of: dict[str, list[int]] = field(factory=lambda: {"day": [], "month": []}, init=False)

    @property
    def is_month_first(self) -> bool:
        """Whether the month comes first, by the option or by the rows so far."""
        if self.day_first is not None:
            return not self.day_first
        return bool(self._rows_of["month"]) and not self._rows_of["day"]

    @property
    def contradicting(self) -> tuple[int, ...]:
        """The rows so far that can only be read in the other order than their column."""
        return tuple(self._rows_of["day" if self.is_month_first else "month"])

    def read(self, row: int, value: Any) -> datetime | date | None:
        """The date of a row, by what is known so far; a moment without a zone gets that of the column."""
        order = order_of(value)
        if order == "ambiguous":
            if self.day_first is None and not self._rows_of["day"]:
                self._ambiguous[row] = value
        elif order:
            self._rows_of[order].append(row)
        return self._read(value, order)

    def corrected(self) -> dict[int, datetime | date]:
        """The rows whose date changes since their column puts the month first, and their dates."""
        if self.day_first is not None or not self.is_month_first:
            return {}
        dates = {row: self._read(value, "ambiguous") for row, value in self._ambiguous.items()}
        return {row: moment for row, moment in dates.items() if moment is not None}

    def _read(self, value: Any, order: str | None) -> datetime | date | None:
        moment = moment_of(value, month_first=order == "ambiguous" and self.is_month_first)
        if isinstance(moment, datetime) and moment.tzinfo is None:
            return moment.replace(tzinfo=self.zone)
        return moment
