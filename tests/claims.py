"""Claims made by hand, for tests of what becomes of them."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.quantity import printed_interval


def claim_of(words: str, article: str = "a", *, hour: int | None = None, **more: Any) -> FigureClaim:
    """A claim of words like "1000", "more than 1000" or "480 to 520", reported at an hour of one day."""
    before, _, last = words.replace(" to ", "–").rpartition(" ")
    value, *upper = map(Decimal, last.split("–"))
    qualifier = "range" if upper else before.replace(" ", "_") or "exact"
    printed = printed_interval(qualifier, value, *upper)
    return FigureClaim(
        article_id=article,
        start=0,
        end=len(words),
        text=words,
        value=value,
        low=printed.low,
        high=printed.high,
        low_open=printed.low_open,
        high_open=printed.high_open,
        qualifier=qualifier,
        reported_at=None if hour is None else datetime(2025, 6, 14, hour, tzinfo=UTC),
        **more,
    )
