"""Increments: "two more people died" adds to an earlier count, and is not a count of all itself."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.voices import Voiced, latest_of
from newsdedup.figures.wording import qualified_words


def is_increment(claim: FigureClaim) -> bool:
    """Whether a claim counts those who were added to an earlier count."""
    return claim.change == "up" and claim.kind == "count" and claim.role is not None


def as_levels(voiced: Sequence[Voiced]) -> list[Voiced]:
    """The claims of one quantity, each increment replaced by the least that the whole count is after it."""
    levels = [one for one in voiced if not is_increment(one.claim)]
    return [_level_after(one, levels) if is_increment(one.claim) else one for one in voiced]


def _level_after(increment: Voiced, levels: Sequence[Voiced]) -> Voiced:
    """At least the sum with the count before it; at least the increment where that count is unknown."""
    claim, before = increment.claim, _count_before(increment, levels)
    least = claim.number + before
    level = evolve(
        claim,
        value=least,
        low=least,
        high=None,
        low_open=False,
        high_open=True,
        qualifier="at_least",
        change="level",
        is_toll=claim.is_toll or before > 0,
        text=qualified_words(least, "at_least", claim.language),
    )
    return evolve(increment, claim=level)


def _count_before(increment: Voiced, levels: Sequence[Voiced]) -> Decimal:
    """The least that was counted before; 0 where a count of the same article, or one that is no older, includes it."""
    counts = [one for one in levels if one.claim.is_toll]
    if any(_may_include(one, increment) for one in counts):
        return Decimal(0)
    mentions = [one for one in levels if one.claim.article_id == increment.claim.article_id]
    before = latest_of(counts) if counts else mentions
    return max((one.claim.meant.low or Decimal(0) for one in before), default=Decimal(0))


def _may_include(count: Voiced, increment: Voiced) -> bool:
    """Whether a count may include those who were added: "two more died: twelve in all"."""
    is_same_article = count.claim.article_id == increment.claim.article_id
    return is_same_article or not count.is_dated or count.time >= increment.time
