"""Increments: "two more people died" adds to an earlier count, and is not a count of all itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import evolve

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.voices import Time, Voiced, latest_of
from newsdedup.figures.wording import qualified_words


def is_increment(claim: FigureClaim) -> bool:
    """Whether a claim counts those who were added to an earlier count."""
    return claim.change == "up" and claim.kind == "count" and claim.role is not None


def as_levels(voiced: Sequence[Voiced]) -> list[Voiced]:
    """The claims of one quantity, each increment replaced by the least that the whole count is after it."""
    if not any(is_increment(one.claim) for one in voiced):
        return list(voiced)
    before = _CountsBefore(one for one in voiced if not is_increment(one.claim))
    return [_level_after(one, before.least(one)) if is_increment(one.claim) else one for one in voiced]


def _level_after(increment: Voiced, before: Decimal) -> Voiced:
    """At least the sum with the count before it; at least the increment where that count is unknown."""
    claim = increment.claim
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


class _CountsBefore:
    """What was counted before increments; looked through once for all of them."""

    def __init__(self, levels: Iterable[Voiced]) -> None:
        self._of_article: dict[str, list[Voiced]] = defaultdict(list)
        self._counts: list[Voiced] = []
        for one in levels:
            self._of_article[one.claim.article_id].append(one)
            if one.claim.is_toll:
                self._counts.append(one)
        self._counting = {one.claim.article_id for one in self._counts}
        self._is_dated = all(one.is_dated for one in self._counts)
        self._last = max((one.time for one in self._counts), default=None)
        self._least = _least(latest_of(self._counts))

    def least(self, increment: Voiced) -> Decimal:
        """The least that was counted before; 0 where a count of the same article, or one no older, includes it."""
        if self._last is None:
            return _least(self._of_article.get(increment.claim.article_id, ()))
        return Decimal(0) if self._may_include(increment, self._last) else self._least

    def _may_include(self, increment: Voiced, last: Time) -> bool:
        """Whether a count may include those who were added: "two more died: twelve in all"."""
        return not self._is_dated or increment.claim.article_id in self._counting or last >= increment.time


def _least(voiced: Iterable[Voiced]) -> Decimal:
    return max((one.claim.meant.low or Decimal(0) for one in voiced), default=Decimal(0))
