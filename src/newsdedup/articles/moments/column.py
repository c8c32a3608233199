"""The dates of one column: whether 06/07/2025 is the 6th of July or June 7 is a question to the whole column."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime, tzinfo
from typing import Any, Final

from attrs import field, frozen, mutable

from newsdedup.articles.moments.reading import moment_of, unknown_zone
from newsdedup.articles.moments.written import LONGEST

DateReading = tuple[datetime | date | None, str | None]  # the date, and what its reader should know

_ORDER: Final = re.compile(r"(?<!\d)(\d\d?)\s?([/.-])\s?(\d\d?)\s?\2\s?(?:\d{4}|\d\d)(?!\d)")
_ORDERS: Final = {  # of two numbers of two digits
    (f"{first:02}", f"{second:02}"): "day" if first > 12 else "month" if second > 12 else "ambiguous"
    for first in range(1, 32)
    for second in range(1, 32)
    if first != second and min(first, second) <= 12
}


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
    if not isinstance(value, str) or value[4:5] == "-" == value[7:8] or value[3:5] == ", " or len(value) > LONGEST:
        return None
    if value[2:3] == value[5:6] == "/":
        return _ORDERS.get((value[:2], value[3:5]))
    found = _ORDER.search(value)
    return _ORDERS.get((f"{int(found[1]):02}", f"{int(found[3]):02}")) if found else None


@mutable(kw_only=True)
class DateColumn:
    """The dates of one column as they come, read at once, and put right when the column is complete.

    A date such as 06/14/2025 proves that its column puts the month first, 14/06/2025 that it puts the day first. Until
    a proof comes, ambiguous dates are read with the day first. If the column proves to put the month first,
    `corrected` gives the rows that must change. With both proofs in one column the day comes first; a row that can
    only be read otherwise is read so, with a remark.

    Parameters
    ----------
    day_first : bool, optional
        The order, if it is known; by default the column decides.
    zone : tzinfo, optional
        The zone of moments that name none; by default they stay without one.

    Attributes
    ----------
    remarks : dict of int to str
        By row, what the reader of its date should know: the order is not that of the column, or the time zone is
        not known.

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
    remarks: dict[int, str] = field(factory=dict, init=False)
    _ambiguous: dict[int, Any] = field(factory=dict, init=False)  # by row; the values as given
    _is_day_proved: bool = field(default=False, init=False)
    _first_month: tuple[int, Any] | None = field(default=None, init=False)  # row and value

    @property
    def is_month_first(self) -> bool:
        """Whether the month comes first, by the option or by the rows so far."""
        if self.day_first is not None:
            return not self.day_first
        return self._first_month is not None and not self._is_day_proved

    def read(self, row: int, value: Any) -> datetime | date | None:
        """The date of a row, by what is known so far; a moment without a zone gets that of the column."""
        order = order_of(value)
        if order is None:
            return self._read(row, value, False)
        if order == "ambiguous":
            if self.day_first is None and not self._is_day_proved:
                self._ambiguous[row] = value
        elif self.day_first is None:
            self._prove(order, row, value)
        elif order != ("day" if self.day_first else "month"):
            self.remarks[row] = f"the date {value!r} puts the {order} first, against the option"
        return self._read(row, value, self.is_month_first)

    def taken(self, row: int, value: Any) -> DateReading:
        """The date of a row, with the remark about it, which is then no longer kept."""
        return self.read(row, value), self.remarks.pop(row, None)

    def corrected(self) -> dict[int, datetime | date]:
        """The rows whose date changes since their column puts the month first, and their dates."""
        if self.day_first is not None or not self.is_month_first:
            return {}
        dates = {row: self._read(row, value, True) for row, value in self._ambiguous.items()}
        return {row: moment for row, moment in dates.items() if moment is not None}

    def _prove(self, order: str, row: int, value: Any) -> None:
        """Take a date that can be read in one order only as the proof of the order of its column."""
        if order == "month":
            if self._is_day_proved:
                self.remarks[row] = f"the date {value!r} puts the month first, earlier ones the day"
            self._first_month = self._first_month or (row, value)
        elif not self._is_day_proved:
            if self._first_month:
                other_row, other = self._first_month
                self.remarks[row] = (
                    f"the date {value!r} puts the day first, but {other!r} in row {other_row} the month: "
                    "dates that can be read in both ways are read with the day first; day_first=False reads the month"
                )
            self._is_day_proved = True
            self._ambiguous.clear()

    def _read(self, row: int, value: Any, month_first: bool) -> datetime | date | None:
        moment = moment_of(value, month_first=month_first)
        if isinstance(moment, datetime) and moment.tzinfo is None:
            moment, remark = _in_zone(moment, value, self.zone)
            if remark:
                self.remarks[row] = remark
        return moment


@frozen
class DateOrder:
    """Which of day and month comes first in the dates of a column, for reading each of them by itself.

    Attributes
    ----------
    day_first : bool, optional
        None: each date that can be read in one order only is read in that order, the others with the day first.
    proved : bool
        Whether the dates of the column proved it; otherwise it is the caller's option.

    Examples
    --------
    >>> DateOrder(day_first=False).read("06/07/2025")
    (datetime.date(2025, 6, 7), None)
    """

    day_first: bool | None = None
    proved: bool = False

    def read(self, value: Any, zone: tzinfo | None = None) -> DateReading:
        """The date that a value is, and what its reader should know; a moment without a zone gets the given one."""
        order = order_of(value)
        month_first = order == "month" if self.day_first is None else not self.day_first
        moment = moment_of(value, month_first=order is not None and month_first)
        remark = None
        if isinstance(moment, datetime) and moment.tzinfo is None:
            moment, remark = _in_zone(moment, value, zone)
        if self.day_first is not None and order == ("month" if self.day_first else "day"):
            against = "other dates of the column do not" if self.proved else "against the option"
            remark = remark or f"the date {value!r} puts the {order} first, {against}"
        return moment, remark


def order_of_column(orders: Collection[str]) -> DateOrder:
    """The order of a column in which dates were found that say ``"day"``, ``"month"`` or both (`order_of`).

    Examples
    --------
    >>> order_of_column({"month"}).day_first, order_of_column({"day", "month"}).day_first, order_of_column(()).day_first
    (False, True, None)
    """
    if "day" in orders:
        return DateOrder(day_first=True, proved=True)
    return DateOrder(day_first=False, proved=True) if "month" in orders else DateOrder()


def _in_zone(moment: datetime, written: Any, zone: tzinfo | None) -> tuple[datetime, str | None]:
    """A moment without a zone in the given one, and a remark if it was written with a name that is not known."""
    name = unknown_zone(written)
    remark = None if name is None else f"the time zone {name!r} is not known: the time is taken as one of {zone}"
    return moment.replace(tzinfo=zone) if zone else moment, remark
