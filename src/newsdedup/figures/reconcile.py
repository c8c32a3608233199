"""Claims to figures: what the reports of one event say about a quantity, as a careful editor would put it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from attrs import evolve

from newsdedup.figures.align import LEVELS, align
from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.figure import Alternative, ReconciledFigure
from newsdedup.figures.quantity import OPEN_ABOVE, OPEN_BELOW
from newsdedup.figures.verdict import (
    Voiced,
    alternative,
    alternatives_of,
    by_policy,
    downward_steps,
    history_of,
    verdict_of,
    with_voices,
)
from newsdedup.settings import ReconcileSettings, checked, named
from newsdedup.text import normalise


def reconcile(
    claims: Iterable[FigureClaim], *, policy: str | None = None, trusted: Sequence[str] = ()
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
    numbers = [claim for claim in claims if claim.kind != "date"]
    figures = [_figure(quantity, settings) for quantity in align(numbers)]
    return sorted(_with_parts(figures), key=_most_supported_first)


def _most_supported_first(figure: ReconciledFigure) -> tuple[Any, ...]:
    first = figure.claims[0]
    return -figure.n_origins, figure.role is None, first.article_id, first.start


def _figure(quantity: Sequence[FigureClaim], settings: ReconcileSettings) -> ReconciledFigure:
    claims = tuple(sorted(quantity, key=lambda claim: (claim.article_id, claim.start, claim.end)))
    voiced = with_voices(claims)
    current, series = _current(voiced)
    verdict = verdict_of(current)
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
