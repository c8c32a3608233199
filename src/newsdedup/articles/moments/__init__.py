"""When something was published: a moment, or a day without a time, from the value that a source gives."""

from __future__ import annotations

from newsdedup.articles.moments.column import DateColumn, DateOrder, DateReading, order_of, order_of_column
from newsdedup.articles.moments.reading import iso_format, moment_of, unknown_zone

__all__ = [
    "DateColumn",
    "DateOrder",
    "DateReading",
    "iso_format",
    "moment_of",
    "order_of",
    "order_of_column",
    "unknown_zone",
]
