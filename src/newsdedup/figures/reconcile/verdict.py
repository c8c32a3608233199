"""The rules that decide: what the claims about one quantity come to, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

from attrs import evolve, frozen

from newsdedup.articles.article import first_moment
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import Alternative
from newsdedup.figures.quantity import (
    OPEN_ABOVE,
    OPEN_BELOW,
    Interval,
    intersection,
    meant_interval,
    precision,
    printed_interval,
)
from newsdedup.figures.reconcile.align import is_rough, may_be_one
from newsdedup.figures.reconcile.origins import voices
from newsdedup.figures.wording import interval_words, number_words, value_words
from newsdedup.support.settings import ReconcileSettings
from newsdedup.text.dates.years import UNKNOWN_YEAR


@frozen
class Verdict:
    """What the claims come to."""

    status: str
    rule: str
    feasible: Interval | None = None
    best: FigureClaim | None = None
    qualifier: str | None = None


@frozen
class Voiced:
    """A claim with the voice that it speaks with and the time that counts for it."""

    claim: FigureClaim
    voice: int
    time: tuple[str, datetime]
    is_dated: bool


def with_voices(claims: Sequence[FigureClaim]) -> list[Voiced]:
    """Claims with their voices; a copy never makes a claim newer than its origin's first report."""
    numbers = voices(claims)
    first: dict[tuple[Any, ...], datetime] = {}
    for claim, voice in zip(claims, numbers, strict=True):
        key = voice, claim.value, claim.qualifier, claim.as_of
        first[key] = min(first.get(key, _NEVER), first_moment(claim.reported_at))
    return [
        _voiced(claim, voice, first[voice, claim.value, claim.qualifier, claim.as_of])
        for claim, voice in zip(claims, numbers, strict=True)
    ]


_NEVER = datetime.max.replace(tzinfo=UTC)


def _voiced(claim: FigureClaim, voice: int, reported: datetime) -> Voiced:
    """The time is the day up to which the claim counts, by its words or its report, then the report's time."""
    says_when = claim.as_of is not None and not claim.as_of.startswith(UNKNOWN_YEAR)
    day = str(claim.as_of).split("/")[-1] if says_when else reported.date().isoformat()
    return Voiced(claim, voice, (day, reported), says_when or reported != _NEVER)


def verdict_of(voiced: Sequence[Voiced], *, evolves: bool) -> Verdict:
    """The status: the first that fits, in the order of the design.

    `evolves` tells whether later reports rightly give other values.
    """
    claims = [one.claim for one in voiced]
    if len({one.voice for one in voiced}) == 1:
        return _single_source(voiced)
    latest = _latest(voiced)
    if evolves and _is_superseded(voiced, latest):
        return _superseded(latest)
    if len({(claim.value, claim.high, claim.qualifier) for claim in claims}) == 1:
        best = claims[0]
        return Verdict("agree", f"all print {number_words(best)}", best.meant, best)
    return _together(claims) or _conflict(claims)


def _single_source(voiced: Sequence[Voiced]) -> Verdict:
    """One voice: its own latest word where it gave several."""
    claims = [one.claim for one in voiced]
    together = _together(claims)
    if together is None and len({one.time for one in voiced}) > 1:
        together = _together([one.claim for one in _latest(voiced)])
    if together is None:
        return Verdict("single_source", "one origin gives values that do not go together")
    return evolve(together, status="single_source", rule="one origin")


def _latest(voiced: Sequence[Voiced]) -> list[Voiced]:
    """The newest of the claims that count, if any do, and whose time is known; all where none is."""
    counting = [one for one in voiced if one.claim.is_toll] or voiced
    dated = [one for one in counting if one.is_dated]
    newest = max((one.time for one in dated), default=None)
    return [one for one in dated if one.time == newest] or list(voiced)


def _is_superseded(voiced: Sequence[Voiced], latest: Sequence[Voiced]) -> bool:
    """Whether the latest report gives another value than an earlier one."""
    if not latest[0].is_dated:
        return False
    earlier = [one.claim for one in voiced if one.is_dated and one.time < latest[0].time]
    return any(_is_another(one.claim, before) for one in latest for before in earlier)


def _is_another(later: FigureClaim, earlier: FigureClaim) -> bool:
    """Whether a later claim gives a value that the earlier one's is neither inside of nor a rounding of."""
    if later.value == earlier.value or earlier.number in later.meant:
        return False
    if not earlier.is_toll:  # one person mentioned is no count that a later one could correct
        return later.meant.intersect(earlier.meant).is_empty
    was_rounded = earlier.qualifier == "exact" and later.number in earlier.rounded
    return not was_rounded and earlier.number not in later.rounded


def _superseded(latest: Sequence[Voiced]) -> Verdict:
    claims = [one.claim for one in latest]
    together = _together(claims)
    if together is None:
        return _conflict(claims)
    said = together.best or claims[0]
    when = said.as_of or str(said.reported_at)[:16]
    if together.best is None:
        return evolve(together, status="superseded", rule=f"the latest reports ({when}): {together.rule}")
    return evolve(together, status="superseded", rule=f"the latest report ({when}) gives {number_words(said)}")


def _together(claims: Sequence[FigureClaim]) -> Verdict | None:
    """All claims taken as true at once, by their intervals or by rounding."""
    common = intersection(claim.meant for claim in claims)
    if not common.is_empty:
        best = _best_within(claims, common)
        if best is None:
            return Verdict("compatible", f"only values in {common} fit all claims", common, None, "range")
        return Verdict("compatible", _why(best, claims), common, best)
    return _by_rounding(claims) or _by_loose_words(claims) or _around_one_value(claims)


_PREFERENCE = ("exact", "about", "range", "more_than", "at_least", "nearly", "less_than", "at_most")


def _best_within(claims: Sequence[FigureClaim], common: Interval) -> FigureClaim | None:
    """The most precise exact claim; among bounds the tightest; None where none prints a value that all allow."""

    def preference(claim: FigureClaim) -> tuple[Any, ...]:
        is_lower = claim.qualifier in OPEN_ABOVE
        is_bound = is_lower or claim.qualifier in OPEN_BELOW
        rank = len(_PREFERENCE) if is_bound else _PREFERENCE.index(claim.qualifier)
        tightness = -claim.number if is_lower else claim.number
        return rank, is_bound and not is_lower, -precision(claim.number), tightness, claim.article_id

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
    """The most precise printed value, if every other claim allows it or is a rounding of it."""
    exact = [claim for claim in claims if claim.qualifier == "exact"]
    if not exact:
        return None
    best = max(exact, key=lambda claim: (precision(claim.number), claim.number))
    rougher = [claim for claim in claims if best.number not in claim.meant]
    if not all(
        best.number in claim.rounded and claim.qualifier == "exact" and precision(claim.number) < precision(best.number)
        for claim in rougher
    ):
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
    """About v, where one claim says "nearly v" and another "more than v"."""
    if len({claim.value for claim in claims}) > 1 or not all(may_be_one(claims[0], claim) for claim in claims):
        return None
    about = Decimal("0.05") * abs(claims[0].number)
    common = Interval(claims[0].number - about, claims[0].number + about)
    qualifiers = ", ".join(sorted({claim.qualifier.replace("_", " ") for claim in claims}))
    return Verdict("compatible", f"{qualifiers} of one value: about it", common, claims[0], "about")


def _conflict(claims: Sequence[FigureClaim]) -> Verdict:
    ordered = sorted(claims, key=lambda one: (one.number, one.qualifier, one.text))
    values = " and ".join(dict.fromkeys(claim.text for claim in ordered))
    return Verdict("conflict", f"{values} do not go together")


def by_policy(voiced: Sequence[Voiced], settings: ReconcileSettings) -> Verdict:
    """A best value for a conflict, as the caller chose; empty where the policy does not decide."""
    chosen = _chosen(voiced, settings)
    rule = f"policy {settings.policy}"
    if chosen is None:
        return evolve(_conflict([one.claim for one in voiced]), rule=f"{rule} does not decide")
    return Verdict(
        "conflict", f"{rule} takes {chosen.text} of {chosen.article_id}{_dissent(voiced, chosen)}", None, chosen
    )


def _dissent(voiced: Sequence[Voiced], chosen: FigureClaim) -> str:
    """Who says otherwise, the best supported first."""
    others = [one for one in alternatives_of(voiced) if (one.value, one.qualifier) != (chosen.number, chosen.qualifier)]
    said = ", ".join(f"{_alternative_words(one, chosen)} ({one.n_origins})" for one in others)
    return f"; other values, with their origins: {said}" if said else ""


def _alternative_words(one: Alternative, like: FigureClaim) -> str:
    qualifier = "" if one.qualifier == "exact" else one.qualifier.replace("_", " ") + " "
    return qualifier + value_words(one.value, like)


def _chosen(voiced: Sequence[Voiced], settings: ReconcileSettings) -> FigureClaim | None:
    claims = [one.claim for one in voiced]
    if settings.policy == "most_recent":
        return next((one.claim for one in _latest(voiced) if one.is_dated), None)
    if settings.policy == "most_conservative":
        return min(claims, key=lambda claim: claim.number)
    if settings.policy == "most_origins":
        first, *others = alternatives_of(voiced)
        if others and others[0].n_origins == first.n_origins:
            return None
        return next(claim for claim in claims if claim.number == first.value and claim.qualifier == first.qualifier)
    ranks = {name: rank for rank, name in enumerate(settings.trusted)}
    trusted = [claim for claim in claims if claim.article_id in ranks]
    return min(trusted, key=lambda claim: ranks[claim.article_id]) if trusted else None


def alternative(voiced: Sequence[Voiced], step: str | None = None) -> Alternative:
    """These claims of one value as an entry of a history, a series or a list of alternatives."""
    first = voiced[0].claim
    return Alternative(
        value=first.number,
        qualifier=first.qualifier,
        n_articles=len({one.claim.article_id for one in voiced}),
        n_origins=len({one.voice for one in voiced}),
        as_of=first.as_of,
        reported_at=first.reported_at.isoformat() if first.reported_at else None,
        step=step,
    )


def _by_value(voiced: Iterable[Voiced]) -> list[list[Voiced]]:
    groups: dict[tuple[Decimal, str], list[Voiced]] = defaultdict(list)
    for one in voiced:
        groups[one.claim.number, one.claim.qualifier].append(one)
    return list(groups.values())


def alternatives_of(voiced: Sequence[Voiced]) -> tuple[Alternative, ...]:
    """The values of a conflict: most origins first, then the largest."""
    values = [alternative(group) for group in _by_value(voiced)]
    return tuple(sorted(values, key=lambda one: (-one.n_origins, -one.value, one.qualifier)))


def history_of(voiced: Sequence[Voiced]) -> tuple[Alternative, ...]:
    """Every value in the order of the reports, each with the step that led to it."""
    ordered = sorted(_by_value(voiced), key=lambda group: min(one.time for one in group))
    steps: list[Alternative] = []
    for group in ordered:
        value = group[0].claim.number
        step = ("down" if value < steps[-1].value else "up") if steps and value != steps[-1].value else None
        steps.append(alternative(sorted(group, key=lambda one: one.time), step))
    return tuple(steps)


def downward_steps(history: Sequence[Alternative], like: FigureClaim) -> tuple[str, ...]:
    """A note for each value that a later report took back, in the words of a claim's language.

    A value that the words before allowed ("nearly 3,000", then 2,870) takes nothing back.
    """
    return tuple(
        f"revised downwards, from {value_words(before.value, like)} to {value_words(after.value, like)}"
        for before, after in pairwise(history)
        if after.step == "down" and after.value not in _meant(before)
    )


def _meant(one: Alternative) -> Interval:
    return meant_interval(one.qualifier, one.value, printed_interval(one.qualifier, one.value))
