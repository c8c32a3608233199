"""The rules that decide: what the claims of one quantity amount to, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from attrs import evolve, frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.quantity import OPEN_ABOVE, OPEN_BELOW, Interval, intersection, precision, printed_interval
from newsdedup.figures.reconcile.compatibility import is_rough, may_be_one
from newsdedup.figures.reconcile.voices import Voiced, latest_of, n_voices
from newsdedup.figures.wording import interval_words, number_words


@frozen
class Verdict:
    """What the claims of one quantity amount to."""

    status: str  # as of a `ReconciledFigure`, like the rule
    rule: str
    feasible: Interval | None = None  # the values that all claims allow; None on conflict
    best: FigureClaim | None = None  # the claim that gives the best value
    qualifier: str | None = None  # where it is not that of the best claim


def verdict_of(voiced: Sequence[Voiced], *, evolves: bool) -> Verdict:
    """The verdict of the first of the rules that applies; if a quantity evolves, later articles rightly change it."""
    claims = _claims(voiced)
    is_superseded = evolves and (n_voices(voiced) > 1 or _is_updated(claims))
    return (
        (_superseded(voiced) if is_superseded else None)
        or _single_source(voiced)
        or _all_agree(claims)
        or _compatible(claims)
        or _conflict(claims)
    )


def _is_updated(claims: Sequence[FigureClaim]) -> bool:
    """Whether several articles of one voice give values that do not go together: an outlet updates its own."""
    return len({claim.article_id for claim in claims}) > 1 and _compatible(claims) is None


def _claims(voiced: Iterable[Voiced]) -> list[FigureClaim]:
    return [one.claim for one in voiced]


def _single_source(voiced: Sequence[Voiced]) -> Verdict | None:
    """One voice: all its claims taken together, else the latest of them."""
    if n_voices(voiced) > 1:
        return None
    if len(voiced) == 1 and not voiced[0].claim.meant.is_empty:
        return _only_claim(voiced[0].claim)
    found = _compatible(_claims(voiced))
    if found is None and len({one.time for one in voiced}) > 1:
        found = _compatible(_claims(latest_of(voiced)))
    if found is None:
        return Verdict("single_source", "one origin gives values that do not go together")
    return evolve(found, status="single_source", rule="one origin")


def _only_claim(claim: FigureClaim) -> Verdict:
    """The verdict on most figures: nothing has to go together with anything."""
    meant = claim.meant
    best = claim if meant.closure_contains(claim.number) else None
    return Verdict("single_source", "one origin", meant, best, None if best else "range")


def _superseded(voiced: Sequence[Voiced]) -> Verdict | None:
    """The latest article gives another value than an earlier one."""
    latest = latest_of(voiced)
    if not latest[0].is_dated:
        return None
    earlier = [one.claim for one in voiced if one.time < latest[0].time]  # the undated are the last
    claims = _claims(latest)
    if not any(_gives_another_value(claim, before) for claim in claims for before in earlier):
        return None
    found = _compatible(claims)
    if found is None:
        return _conflict(claims)
    first = found.best or claims[0]
    when = first.as_of or str(first.reported_at)[:16]
    if found.best is None:
        return evolve(found, status="superseded", rule=f"the latest reports ({when}): {found.rule}")
    return evolve(found, status="superseded", rule=f"the latest report ({when}) gives {number_words(first)}")


def _gives_another_value(later: FigureClaim, earlier: FigureClaim) -> bool:
    """Whether the earlier value neither lies in what the later claim means, nor rounds it, nor is rounded by it."""
    if later.value == earlier.value:
        return False
    if not earlier.is_toll:  # one person mentioned is not a count that a later one could correct
        return later.meant.intersect(earlier.meant).is_empty
    was_rounded = earlier.qualifier == "exact" and later.number in earlier.rounded
    return not was_rounded and earlier.number not in later.rounded


def _all_agree(claims: Sequence[FigureClaim]) -> Verdict | None:
    """All claims print the same value in the same way."""
    if len({(claim.value, claim.high, claim.qualifier) for claim in claims}) > 1:
        return None
    return Verdict("agree", f"all print {number_words(claims[0])}", claims[0].meant, claims[0])


def _compatible(claims: Sequence[FigureClaim]) -> Verdict | None:
    """The first way in which all claims can be true at once."""
    return next(filter(None, (rule(claims) for rule in _COMPATIBLE)), None)


def _by_intervals(claims: Sequence[FigureClaim]) -> Verdict | None:
    """The values that all claims allow."""
    common = intersection(claim.meant for claim in claims)
    if common.is_empty:
        return None
    best = _best_within(claims, common)
    if best is None:
        return Verdict("compatible", f"only values in {common} fit all claims", common, None, "range")
    return Verdict("compatible", _why(best, claims), common, best)


_PREFERENCE: Final = ("exact", "about", "range")  # bounds come last


def _best_within(claims: Sequence[FigureClaim], common: Interval) -> FigureClaim | None:
    """The most precise exact claim, a bound only where all are bounds; None where all print values outside `common`."""

    def preference(claim: FigureClaim) -> tuple[Any, ...]:
        is_lower = claim.qualifier in OPEN_ABOVE
        is_bound = is_lower or claim.qualifier in OPEN_BELOW
        rank = len(_PREFERENCE) if is_bound else _PREFERENCE.index(claim.qualifier)
        return rank, is_bound and not is_lower, -precision(claim.number), claim.number, claim.article_id

    inside = [claim for claim in claims if common.closure_contains(claim.number)]
    return min(inside, key=preference, default=None)


def _why(best: FigureClaim, claims: Sequence[FigureClaim]) -> str:
    others = {claim.printed: claim for claim in claims if claim.printed != best.printed}
    if not others:
        return f"all print {number_words(best)}"
    if best.qualifier == "exact":
        return "; ".join(f"{number_words(best)} lies in {interval_words(claim)}" for claim in others.values())
    meeting = "; ".join(interval_words(claim) for claim in (best, *others.values()))
    return f"{meeting} have values in common"


def _by_rounding(claims: Sequence[FigureClaim]) -> Verdict | None:
    """The most precise printed value, where every other claim allows it or is a rounding of it."""
    exact = [claim for claim in claims if claim.qualifier == "exact"]
    if not exact:
        return None
    best = max(exact, key=lambda claim: (precision(claim.number), claim.number))
    rougher = [claim for claim in claims if best.number not in claim.meant]
    if not all(best.number in claim.rounded for claim in rougher):
        return None
    words = ", ".join(dict.fromkeys(number_words(claim) for claim in rougher))
    return Verdict("compatible", f"{words} is {number_words(best)} rounded", Interval(best.number, best.number), best)


def _by_loose_words(claims: Sequence[FigureClaim]) -> Verdict | None:
    """A round value beside "more than" it: the bare one is taken as rounded."""
    common = intersection(claim.rounded if is_rough(claim) else claim.meant for claim in claims)
    bounds = [claim for claim in claims if claim.qualifier != "exact" and common.closure_contains(claim.number)]
    if common.is_empty or not bounds:
        return None
    best = _best_within(bounds, common) or bounds[0]
    bare = ", ".join(dict.fromkeys(number_words(claim) for claim in claims if claim.qualifier == "exact"))
    return Verdict("compatible", f"{bare} is a round number beside {best.text}", common, best)


def _around_one_value(claims: Sequence[FigureClaim]) -> Verdict | None:
    """About v, where one claim is "nearly v" and another "more than v"."""
    if len({claim.value for claim in claims}) > 1 or not all(may_be_one(claims[0], claim) for claim in claims):
        return None
    qualifiers = ", ".join(sorted({claim.qualifier.replace("_", " ") for claim in claims}))
    about = printed_interval("about", claims[0].number)
    return Verdict("compatible", f"{qualifiers} of one value: about it", about, claims[0], "about")


_COMPATIBLE: Final[tuple[Callable[[Sequence[FigureClaim]], Verdict | None], ...]] = (
    _by_intervals,
    _by_rounding,
    _by_loose_words,
    _around_one_value,
)


def _conflict(claims: Sequence[FigureClaim]) -> Verdict:
    ordered = sorted(claims, key=lambda one: (one.number, one.qualifier, one.text))
    values = " and ".join(dict.fromkeys(claim.text for claim in ordered))
    return Verdict("conflict", f"{values} do not go together")
