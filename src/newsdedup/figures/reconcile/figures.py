"""Claims to figures: what the articles about one event say about each quantity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from attrs import evolve

from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.figure import Alternative, ReconciledFigure
from newsdedup.figures.quantity import OPEN_ABOVE, OPEN_BELOW
from newsdedup.figures.reconcile.align import align
from newsdedup.figures.reconcile.alignment.units import in_one_unit
from newsdedup.figures.reconcile.alternatives import alternative, alternatives_of, downward_steps, history_of
from newsdedup.figures.reconcile.attached import is_attached, with_attached
from newsdedup.figures.reconcile.disputed import (
    after_corrections,
    contested,
    dispute_notes,
    is_disputed,
    nobody_states,
    without_corrected,
)
from newsdedup.figures.reconcile.increments import as_levels, is_increment
from newsdedup.figures.reconcile.outcomes import with_outcomes
from newsdedup.figures.reconcile.participants import Ledger, ledger_of
from newsdedup.figures.reconcile.policy import by_policy
from newsdedup.figures.reconcile.sums import with_sums
from newsdedup.figures.reconcile.tolls import Roles, evolves
from newsdedup.figures.reconcile.verdict import Verdict, verdict_of
from newsdedup.figures.reconcile.voices import Voiced, n_voices, with_voices
from newsdedup.figures.reconcile.wholes import with_wholes
from newsdedup.languages import Role, known_roles, roles_of
from newsdedup.support.arguments import list_of
from newsdedup.support.errors import InputError
from newsdedup.support.settings import ReconcileSettings, checked, trusted_names


def reconcile(
    claims: Iterable[FigureClaim], *, policy: str | None = None, trusted: Sequence[str] = (), roles: Sequence[Role] = ()
) -> list[ReconciledFigure]:
    """Bring the claims of one event together into figures.

    The model is *low, best, high* (UCDP's, for conflicting counts of casualties), not a vote.

    Parameters
    ----------
    claims : iterable of FigureClaim
        Of articles about one event; dates are ignored. A claim whose ``origin`` is None has its own article as
        origin.
    policy : {"most_recent", "most_conservative", "most_origins", "trusted"}, optional
        Which value of a conflict is the best; without a policy it stays empty.
    trusted : sequence of str
        Article ids in order of trust, for the policy "trusted".
    roles : sequence of Role, optional
        The additional roles that the claims were read with.

    Returns
    -------
    list of ReconciledFigure
        The best supported first.

    Raises
    ------
    InputError
        If `claims` holds anything but claims.
    SettingError
        If `policy`, `trusted` or `roles` has a value that is not allowed.

    Examples
    --------
    >>> from newsdedup import extract_figures
    >>> claims = [
    ...     *extract_figures("Hội nghị có hơn 10.000 điểm cầu.", article_id="a"),
    ...     *extract_figures("Hội nghị có 11.000 điểm cầu.", article_id="b"),
    ... ]
    >>> figure, = reconcile(claims)
    >>> figure.best, figure.status, figure.rule
    (Decimal('11000'), 'compatible', '11.000 lies in (10.000, ∞)')
    """
    claims = list_of(FigureClaim, "claims", claims, "claims such as those of extract_figures", error=InputError)
    settings = checked(ReconcileSettings, policy=policy, trusted=trusted_names(trusted))
    known = known_roles(roles_of(roles))
    numbers = [claim for claim in claims if claim.kind != "date"]
    ledger = ledger_of(numbers, known)
    stating, about = ([one for one in ledger.claims if is_attached(one) is attached] for attached in (False, True))
    quantities = with_attached(align(stating, known), about)
    figures = [_reconciled(quantity, settings, known, ledger) for quantity in quantities]
    linked = with_sums(with_wholes(with_outcomes(figures, known)), known)
    return sorted((_as_printed(figure, ledger) for figure in linked), key=_most_supported_first)


def _as_printed(figure: ReconciledFigure, ledger: Ledger) -> ReconciledFigure:
    """A figure with its claims as they were read."""
    if not ledger.printed:
        return figure
    return evolve(figure, claims=tuple(ledger.printed.get(claim, claim) for claim in figure.claims))


def _most_supported_first(figure: ReconciledFigure) -> tuple[Any, ...]:
    first = figure.claims[0]
    return -figure.n_origins, -figure.n_articles, figure.role is None, first.article_id, first.start


def _reconciled(
    quantity: Sequence[FigureClaim], settings: ReconcileSettings, roles: Roles, ledger: Ledger
) -> ReconciledFigure:
    claims = tuple(sorted(quantity, key=lambda claim: (claim.article_id, claim.start, claim.end)))
    voiced = _in_one_unit(with_voices(claims))
    disputed = [one for one in voiced if is_disputed(one.claim)]
    stated = as_levels([one for one in voiced if not is_disputed(one.claim)])
    kept = without_corrected(stated, disputed)
    current, series = _current(kept)
    may_change = evolves(claims[0], roles) or any(map(is_increment, claims))
    verdict = _verdict_on(stated, kept, current, disputed, evolves=may_change)
    verdict, reasons = _explained(verdict, ledger.reasons_for(claims))
    history = history_of(current if len(kept) == len(stated) else stated) if verdict.status == "superseded" else ()
    alternatives = alternatives_of(current) if verdict.status == "conflict" else ()
    if len(alternatives) > 1 and settings.policy:
        verdict = by_policy(current, settings.policy, settings.trusted)
    printed = [one.claim for one in stated or voiced]
    named = verdict.best or printed[0]
    low, low_open = _lowest(printed)
    high, high_open = _highest(printed)
    nouns = tuple(dict.fromkeys(claim.noun for claim in (named, *claims) if claim.noun))
    return ReconciledFigure(
        noun=named.noun or next(iter(nouns), None),
        nouns=nouns,
        role=named.role,
        kind=named.kind,
        unit=named.unit,
        scope=_best_known_scope(claims),
        change=named.change,
        modality="actual" if any(claim.modality == "actual" for claim in claims) else named.modality,
        as_of=named.as_of,
        part_of=named.part_of,
        low=low,
        best=verdict.best.number if verdict.best and verdict.best.qualifier != "range" else None,
        high=high,
        low_open=low_open,
        high_open=high_open,
        qualifier=verdict.qualifier or named.qualifier,
        feasible=(verdict.feasible.low, verdict.feasible.high) if verdict.feasible else None,
        status=verdict.status,
        rule=verdict.rule,
        n_articles=len({claim.article_id for claim in printed}),
        n_origins=n_voices(stated or voiced),
        alternatives=alternatives,
        history=history,
        series=series,
        notes=(*reasons, *downward_steps(history, named), *dispute_notes(disputed)),
        claims=claims,
    )


def _explained(verdict: Verdict, reasons: tuple[str, ...]) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict with what made the accounts in its rule, where that decided; the reasons that are left for notes."""
    words = "; ".join(reasons)
    if not reasons or verdict.status not in ("agree", "single_source"):
        return verdict, reasons
    if verdict.status == "single_source":
        return evolve(verdict, rule=f"{verdict.rule}: {words}"), ()
    return evolve(verdict, status="compatible", rule=words), ()


def _in_one_unit(voiced: Sequence[Voiced]) -> list[Voiced]:
    """The claims with their values in one unit, in which they are compared."""
    if len(voiced) == 1:
        return list(voiced)
    converted = in_one_unit([one.claim for one in voiced])
    return [evolve(one, claim=claim) for one, claim in zip(voiced, converted, strict=True)]


def _verdict_on(
    stated: Sequence[Voiced],
    kept: Sequence[Voiced],
    current: Sequence[Voiced],
    disputed: Sequence[Voiced],
    *,
    evolves: bool,
) -> Verdict:
    """The verdict on what articles state, of which only `kept` is left after corrections, and on what they dispute."""
    if not kept:
        return nobody_states(disputed, stated)
    verdict = contested(verdict_of(current, evolves=evolves), current, disputed)
    return after_corrections(verdict, stated, kept)


def _current(voiced: Sequence[Voiced]) -> tuple[list[Voiced], tuple[Alternative, ...]]:
    """The claims of the latest date, and the series where an article gives values of several dates.

    A value that is repeated without its date has that of the claim with it.
    """
    date_of = {one.claim.number: one.claim.as_of for one in voiced if one.claim.as_of}
    dates = [one.claim.as_of or date_of.get(one.claim.number) for one in voiced]
    by_article: dict[str, set[str | None]] = defaultdict(set)
    for one, date in zip(voiced, dates, strict=True):
        by_article[one.claim.article_id].add(date)
    if None in dates or not any(len(several) > 1 for several in by_article.values()):
        return list(voiced), ()
    points = {one.claim.as_of: one for one in voiced if one.claim.as_of}
    series = tuple(alternative([points[date]]) for date in sorted(points))
    latest = max(points)
    return [one for one, date in zip(voiced, dates, strict=True) if date == latest], series


def _lowest(claims: Iterable[FigureClaim]) -> tuple[Decimal | None, bool]:
    """The smallest printed value; None where a claim that prints it is open below."""
    claims = list(claims)
    least = min(claim.number for claim in claims)
    printing = [claim for claim in claims if claim.number == least]
    if any(claim.qualifier in OPEN_BELOW for claim in printing):
        return None, True
    return least, all(claim.low_open for claim in printing)


def _highest(claims: Iterable[FigureClaim]) -> tuple[Decimal | None, bool]:
    """The largest printed value; None where a claim that prints it is open above."""

    def upper(claim: FigureClaim) -> Decimal:
        return claim.high if claim.qualifier == "range" and isinstance(claim.high, Decimal) else claim.number

    claims = list(claims)
    most = max(upper(claim) for claim in claims)
    printing = [claim for claim in claims if upper(claim) == most]
    if any(claim.qualifier in OPEN_ABOVE for claim in printing):
        return None, True
    return most, all(claim.high_open for claim in printing)


def _best_known_scope(claims: Sequence[FigureClaim]) -> Scope:
    """The scope with a level and a place, where any claim has them."""
    return max(
        (claim.scope for claim in claims),
        key=lambda scope: (scope.level != "unknown", scope.place is not None, scope.level, scope.place or ""),
    )
