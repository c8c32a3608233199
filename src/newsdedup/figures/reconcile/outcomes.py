"""People whom one report counts in a role, and a later one in a graver role: the injured who have died."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import evolve

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.reconcile.alternatives import history_of
from newsdedup.figures.reconcile.compatibility import scopes_agree
from newsdedup.figures.reconcile.ledger import Roles
from newsdedup.figures.reconcile.voices import with_voices
from newsdedup.figures.wording import value_words


def with_outcomes(figures: Sequence[ReconciledFigure], roles: Roles) -> list[ReconciledFigure]:
    """The figures, without the people who are in a graver role since."""
    return [_outweighed(figure, [one for one in figures if _is_graver(one, figure, roles)]) for figure in figures]


def _outweighed(figure: ReconciledFigure, graver: Sequence[ReconciledFigure]) -> ReconciledFigure:
    """The figure without a best value where later articles count the same people in a graver role.

    Where one article reports only injured people, and another only as many dead, both report the same
    people: an article that knew of both groups would say so.
    """
    most = max((one.best for one in graver if one.best is not None), default=None)
    if not figure.best or most is None:
        return figure
    if _is_open(figure) and any(one.best == most and one.qualifier == figure.qualifier == "exact" for one in graver):
        return _less_the_graver(figure, most, graver[0])
    claims = [claim for one in graver for claim in one.claims]
    if figure.best > most or not _are_later(claims, figure.claims):
        return figure
    if _articles_of(claims) & _articles_of(figure.claims) or _name_different_people(figure.claims, claims):
        return figure
    rule = f"no report tells of both: the {figure.role} are among the {graver[0].role} of later reports"
    history = history_of(with_voices(figure.claims))
    return evolve(figure, best=None, feasible=None, status="superseded", rule=rule, history=history)


def _is_open(figure: ReconciledFigure) -> bool:
    """Whether all claims of the best value count people and leave the outcome open."""
    return all(claim.is_open and claim.is_toll for claim in figure.claims if claim.number == figure.best)


def _less_the_graver(figure: ReconciledFigure, most: Decimal, graver: ReconciledFigure) -> ReconciledFigure:
    """The figure less those of its people who are in a graver role: of four who were shot one died."""
    assert figure.best is not None
    left = figure.best - most
    whole, gone = (value_words(value, figure.claims[0]) for value in (figure.best, most))
    rule = f"{whole} in all, less {gone} {graver.role}"
    if left <= 0:
        return evolve(figure, best=None, feasible=None, status="superseded", rule=rule)
    low = left if figure.low is None else min(figure.low, left)
    return evolve(figure, best=left, low=low, feasible=(left, left), rule=rule)


def _articles_of(claims: Iterable[FigureClaim]) -> set[str]:
    return {claim.article_id for claim in claims}


def _are_later(claims: Sequence[FigureClaim], before: Sequence[FigureClaim]) -> bool:
    """Whether claims are the newer ones: all of them where the others count people, else the last of them.

    A later mention that someone was shot does not mean that the person is alive.
    """
    if all(claim.is_open and not claim.is_toll for claim in before):
        return True
    times, earlier = ([one.time for one in with_voices(group)] for group in (claims, before))
    if any(claim.is_toll for claim in before):
        return min(times) > max(earlier)
    return max(times) >= max(earlier)


def _name_different_people(these: Sequence[FigureClaim], those: Sequence[FigureClaim]) -> bool:
    """Whether both sides name people, and have no name in common."""
    left, right = ([one.name for one in group if one.name] for group in (these, those))
    return bool(left and right) and not any(one <= other or other <= one for one in left for other in right)


def _is_graver(one: ReconciledFigure, other: ReconciledFigure, roles: Roles) -> bool:
    """Whether a figure may count the same people as the other, in a role that outweighs theirs."""
    role = roles.get(one.role or "")
    if role is None or other.role not in role.outweighs or {one.modality, other.modality} != {"actual"}:
        return False
    return one.part_of is None and other.part_of is None and scopes_agree(one.scope, other.scope)
