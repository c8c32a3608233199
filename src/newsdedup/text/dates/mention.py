"""The value that reading dates gives."""

from __future__ import annotations

from attrs import frozen


@frozen
class DateMention:
    """A date as printed."""

    start: int  # offset in the text that was read
    end: int
    low: str  # first day (or month, or year) as an ISO string; the year may be ``XXXX``
    high: str  # last day, in the same form
    # ``exact``, ``range`` for several days, months or years, ``about`` for "the end of 2017" and "two weeks ago"
    qualifier: str = "exact"
    # ``as_of`` if something is counted up to it, ``document`` if it is the date of a paper, ``reported`` if it is the
    # date of a statement
    role: str | None = None
    time: str | None = None  # the time of day up to which something is counted ("17:00"), as printed, without a zone

    @property
    def value(self) -> str:
        """The whole date: one ISO string, or the two ends of a range."""
        return self.low if self.low == self.high else f"{self.low}/{self.high}"

    @property
    def moment(self) -> str:
        """The last day of the date, with the time of day where one is printed ("2025-09-12T17:00")."""
        return self.high if self.time is None else f"{self.high}T{self.time}"
