"""Claims to figures: what the reports of one event say about a quantity, as a careful editor would put it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from attrs import evolve

from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.figure import Alternative, ReconciledFigure
from newsdedup.figures.quantity import OPEN_ABOVE, OPEN_BELOW
from newsdedup.figures.reconcile.align import LEVELS, align, scopes_agree
from newsdedup.figures.reconcile.ledger import Roles, evolves
from newsdedup.figures.reconcile.verdict import (
    Voiced,
    alternative,
    alternatives_of,
    by_policy,
    downward_steps,
    history_of,
    verdict_of,
    with_voices,
)
from newsdedup.figures.wording import value_words
from newsdedup.languages import Role, known_roles, roles_of
from newsdedup.support.settings import ReconcileSettings, checked, named
from newsdedup.text.normal_form import normalise


def reconcile(
    claims: Iterable[FigureClaim],
    *,
    policy: str | None = None,
    trusted: Sequence[str] = (),
    roles: Sequence[Role] = (),
) -> list[ReconciledFigure]:
    """Bring the claims of one event together into figures.

    The model is *low, best, high* (UCDP's, for conflicting counts of casualties), not a vote.

    Parameters
    ----------
    claims : iterable of FigureClaim
        Of reports of one event; dates are passed over. Where ``origin`` is None each article
        speaks for itself.
    policy : {"most_recent", "most_conservative", "most_origins", "trusted"}, optional
        How a conflict gets a best value; without one it stays empty.
    trusted : sequence of str
        Article ids in order of trust, for the policy "trusted".
    roles : sequence of Role, optional
        The further roles that the claims were read with: whether their figures evolve.

    Returns
    -------
    list of ReconciledFigure
        The best supported first.

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
    settings = checked(ReconcileSettings, policy=policy, trusted=named(trusted))
    known = known_roles(roles_of(roles))
    numbers = [claim for claim in claims if claim.kind != "date"]
    figures = [_figure(quantity, settings, known) for quantity in align(numbers, known)]
    return sorted(_with_parts(_with_outcomes(figures, known)), key=_most_supported_first)


def _most_supported_first(figure: ReconciledFigure) -> tuple[Any, ...]:
    first = figure.claims[0]
    return -figure.n_origins, figure.role is None, first.article_id, first.start


def _figure(quantity: Sequence[FigureClaim], settings: ReconcileSettings, roles: Roles) -> ReconciledFigure:
    claims = tuple(sorted(quantity, key=lambda claim: (claim.article_id, claim.start, claim.end)))
    voiced = with_voices(claims)
    current, series = _current(voiced)
    verdict = verdict_of(current, evolves=evolves(claims[0], roles))
    history = history_of(current) if verdict.status == "superseded" else ()
    alternatives = alternatives_of(current) if verdict.status == "conflict" else ()
    if verdict.status == "conflict" and settings.policy:
        verdict = by_policy(current, settings)
    named = verdict.best or claims[0]
    low, low_open = _lowest(claims)
    high, high_open = _highest(claims)
    return ReconciledFigure(
        noun=named.noun,
        nouns=tuple(dict.fromkeys(claim.noun for claim in (named, *claims) if claim.noun)),
        role=named.role,
        kind=named.kind,
        unit=named.unit,
        scope=_widest_known(claims),
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
        n_articles=len({claim.article_id for claim in claims}),
        n_origins=len({one.voice for one in voiced}),
        alternatives=alternatives,
        history=history,
        series=series,
        notes=downward_steps(history, named),
        claims=claims,
    )


def _current(voiced: Sequence[Voiced]) -> tuple[list[Voiced], tuple[Alternative, ...]]:
    """The claims that speak of now, and the series of those that speak of several dates."""
    dates = {one.claim.as_of for one in voiced}
    by_article: dict[str, set[tuple[str | None, Decimal]]] = defaultdict(set)
    for one in voiced:
        by_article[one.claim.article_id].add((one.claim.as_of, one.claim.number))
    if None in dates or not any(len({date for date, _ in points}) > 1 for points in by_article.values()):
        return list(voiced), ()
    points = {one.claim.as_of or "": one for one in voiced}
    series = tuple(alternative([points[date]]) for date in sorted(points))
    latest = max(points)
    return [one for one in voiced if one.claim.as_of == latest], series


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


def _widest_known(claims: Sequence[FigureClaim]) -> Scope:
    """The scope that says most: a level and a place, where any claim has them."""
    return max(
        (claim.scope for claim in claims),
        key=lambda scope: (scope.level != "unknown", scope.place is not None, scope.level, scope.place or ""),
    )


def _with_outcomes(figures: Sequence[ReconciledFigure], roles: Roles) -> list[ReconciledFigure]:
    """The figures; those of people who were found dead since hold no longer."""
    return [_outweighed(figure, [one for one in figures if _is_graver(one, figure, roles)]) for figure in figures]


def _outweighed(figure: ReconciledFigure, graver: Sequence[ReconciledFigure]) -> ReconciledFigure:
    """The figure without a best value where later reports count the same people in a graver role.

    Where one report speaks only of the injured, and another only of as many dead, both speak of the
    same people: one that knew of both would say so.
    """
    most = max((one.best for one in graver if one.best is not None), default=None)
    if not figure.best or most is None:
        return figure
    if _is_open(figure) and any(one.best == most and one.qualifier == figure.qualifier == "exact" for one in graver):
        return _without(figure, most, graver[0])
    claims = [claim for one in graver for claim in one.claims]
    if figure.best > most or not _are_later(claims, figure.claims):
        return figure
    if _articles(claims) & _articles(figure.claims) or _names_of_others(figure.claims, claims):
        return figure
    rule = f"no report tells of both: the {figure.role} are among the {graver[0].role} of later reports"
    history = history_of(with_voices(figure.claims))
    return evolve(figure, best=None, feasible=None, status="superseded", rule=rule, history=history)


def _is_open(figure: ReconciledFigure) -> bool:
    """Whether all claims of the best value are counts that leave open how those whom they count are since."""
    return all(claim.is_open and claim.is_toll for claim in figure.claims if claim.number == figure.best)


def _without(figure: ReconciledFigure, most: Decimal, graver: ReconciledFigure) -> ReconciledFigure:
    """The figure without those of its people who are in a graver role: of four who were shot one died."""
    assert figure.best is not None
    left = figure.best - most
    all_told, gone = (value_words(value, figure.claims[0]) for value in (figure.best, most))
    rule = f"{all_told} in all, less {gone} {graver.role}"
    if left <= 0:
        return evolve(figure, best=None, feasible=None, status="superseded", rule=rule)
    low = left if figure.low is None else min(figure.low, left)
    return evolve(figure, best=left, low=low, feasible=(left, left), rule=rule)


def _articles(claims: Iterable[FigureClaim]) -> set[str]:
    return {claim.article_id for claim in claims}


def _are_later(claims: Sequence[FigureClaim], before: Sequence[FigureClaim]) -> bool:
    """Whether claims are the newer ones: all of them where the others count, else the last of them.

    Of one who was shot nothing later says that he lives.
    """
    if all(claim.is_open and not claim.is_toll for claim in before):
        return True
    times, earlier = ([one.time for one in with_voices(group)] for group in (claims, before))
    if any(claim.is_toll for claim in before):
        return min(times) > max(earlier)
    return max(times) >= max(earlier)


def _names_of_others(these: Sequence[FigureClaim], those: Sequence[FigureClaim]) -> bool:
    """Whether people are mentioned by name on both sides, and none on both."""
    left, right = ([one.name for one in group if one.name] for group in (these, those))
    return bool(left and right) and not any(one <= other or other <= one for one in left for other in right)


def _is_graver(one: ReconciledFigure, other: ReconciledFigure, roles: Roles) -> bool:
    """Whether a figure may count those whom the other counts, in a role that outweighs theirs."""
    role = roles.get(one.role or "")
    if role is None or other.role not in role.outweighs or {one.modality, other.modality} != {"actual"}:
        return False
    return one.part_of is None and other.part_of is None and scopes_agree(one.scope, other.scope)


def _with_parts(figures: Sequence[ReconciledFigure]) -> list[ReconciledFigure]:
    """Link the figures of a part to that of the whole; the only check is that no part exceeds it."""
    wholes: dict[tuple[str | None, ...], list[ReconciledFigure]] = defaultdict(list)
    for figure in figures:
        if figure.scope.level in LEVELS:
            wholes[_quantity(figure)].append(figure)
    return [_as_part(figure, _whole_of(figure, wholes[_quantity(figure)])) for figure in figures]


def _quantity(figure: ReconciledFigure) -> tuple[str | None, ...]:
    return figure.role or normalise(figure.noun or "").plain, figure.kind, figure.unit, figure.change, figure.modality


def _whole_of(part: ReconciledFigure, figures: Iterable[ReconciledFigure]) -> ReconciledFigure | None:
    """The figure of the next wider scope; of a place whose level is not known only the event's is surely wider."""
    if part.kind == "percent" or (part.scope.level not in LEVELS and part.scope.place is None):
        return None
    wider = LEVELS[: LEVELS.index(part.scope.level)] if part.scope.level in LEVELS else LEVELS[:1]
    wholes = [one for one in figures if one.scope.level in wider]
    return max(wholes, key=lambda one: LEVELS.index(one.scope.level), default=None)


def _as_part(part: ReconciledFigure, whole: ReconciledFigure | None) -> ReconciledFigure:
    if whole is None:
        return part
    name = " ".join(filter(None, (whole.noun, f"({whole.scope.place or whole.scope.level})")))
    exceeds = part.low is not None and whole.high is not None and part.low > whole.high
    notes = (*part.notes, f"larger than the whole it is a part of: {name}") if exceeds else part.notes
    return evolve(part, part_of=name, notes=notes)
