"""When something was published: a moment, or a day without a time, from the value that a source gives."""

from __future__ import annotations

from newsdedup.articles.moments.column import DateColumn, order_of
from newsdedup.articles.moments.reading import iso_format, moment_of, unknown_zone

__all__ = ["DateColumn", "iso_format", "moment_of", "order_of", "unknown_zone"]
