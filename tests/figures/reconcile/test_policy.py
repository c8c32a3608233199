"""Policies choose the best value of a conflict."""

from __future__ import annotations

from claims import claim_of
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.policy import by_policy
from newsdedup.figures.reconcile.voices import with_voices


def chosen(policy: str, *claims: FigureClaim) -> str | None:
    best = by_policy(with_voices(claims), policy, ()).best
    return best.text if best else None


def test_the_most_recent_value_needs_a_date() -> None:
    assert chosen("most_recent", claim_of("12", "a"), claim_of("15", "b")) is None
    assert chosen("most_recent", claim_of("12", "a", hour=7), claim_of("15", "b")) == "12"


def test_the_value_of_most_origins_may_not_share_its_rank() -> None:
    twelve, fifteen = claim_of("12", "a"), claim_of("15", "b")
    assert chosen("most_origins", twelve, fifteen) is None
    assert chosen("most_origins", twelve, fifteen, claim_of("12", "c")) == "12"
