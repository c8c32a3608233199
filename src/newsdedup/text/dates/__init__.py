"""Dates of a text."""

from __future__ import annotations

from typing import Final

MONTHS: Final = (  # in English, for dates that are shown to people
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
