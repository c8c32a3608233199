"""Policies: a best value for a conflict, as the caller chooses it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.alternatives import alternatives_of
from newsdedup.figures.reconcile.verdict import Verdict
from newsdedup.figures.reconcile.voices import Voiced, latest_of
from newsdedup.figures.wording import qualified_words


def by_policy(voiced: Sequence[Voiced], policy: str, trusted: Sequence[str]) -> Verdict:
    """The verdict on a conflict with the best value that a policy chooses; without one where it does not decide."""
    rule = f"policy {policy}"
    chosen = _POLICIES[policy](voiced, trusted)
    if chosen is None:
        return Verdict("conflict", f"{rule} does not decide")
    return Verdict(
        "conflict", f"{rule} takes {chosen.text} of {chosen.article_id}{_others(voiced, chosen)}", None, chosen
    )


def _others(voiced: Sequence[Voiced], chosen: FigureClaim) -> str:
    """The other values with their origins, the best supported first."""
    others = [one for one in alternatives_of(voiced) if (one.value, one.qualifier) != (chosen.number, chosen.qualifier)]
    words = ", ".join(
        f"{qualified_words(one.value, one.qualifier, chosen.language)} ({one.n_origins})" for one in others
    )
    return f"; other values, with their origins: {words}" if words else ""


def _most_recent(voiced: Sequence[Voiced], trusted: Sequence[str]) -> FigureClaim | None:
    return next((one.claim for one in latest_of(voiced) if one.is_dated), None)


def _most_conservative(voiced: Sequence[Voiced], trusted: Sequence[str]) -> FigureClaim | None:
    return min((one.claim for one in voiced), key=lambda claim: claim.number)


def _most_origins(voiced: Sequence[Voiced], trusted: Sequence[str]) -> FigureClaim | None:
    first, *others = alternatives_of(voiced)
    if others and others[0].n_origins == first.n_origins:
        return None
    claims = (one.claim for one in voiced)
    return next(claim for claim in claims if (claim.number, claim.qualifier) == (first.value, first.qualifier))


def _most_trusted(voiced: Sequence[Voiced], trusted: Sequence[str]) -> FigureClaim | None:
    ranks = {name: rank for rank, name in enumerate(trusted)}
    claims = [one.claim for one in voiced if one.claim.article_id in ranks]
    return min(claims, key=lambda claim: ranks[claim.article_id], default=None)


_POLICIES: Final[Mapping[str, Callable[[Sequence[Voiced], Sequence[str]], FigureClaim | None]]] = {
    "most_recent": _most_recent,
    "most_conservative": _most_conservative,
    "most_origins": _most_origins,
    "trusted": _most_trusted,
}
