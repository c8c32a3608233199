"""People whom one report counts in a role, and a later one in a graver role: the injured who have died."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product

from attrs import evolve

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.reconcile.alternatives import history_of
from newsdedup.figures.reconcile.compatibility import scopes_agree
from newsdedup.figures.reconcile.increments import is_increment
from newsdedup.figures.reconcile.tolls import Roles, are_set_apart, claim_origin, is_late_death
from newsdedup.figures.reconcile.voices import latest_of, with_voices
from newsdedup.figures.wording import value_words
from newsdedup.languages import language_of


def with_outcomes(figures: Sequence[ReconciledFigure], roles: Roles) -> list[ReconciledFigure]:
    """The figures, without the people who are in a graver role since."""
    return [_outweighed(figure, [one for one in figures if _is_graver(one, figure, roles)]) for figure in figures]


def _outweighed(figure: ReconciledFigure, graver: Sequence[ReconciledFigure]) -> ReconciledFigure:
    """The figure without a best value where later articles count the same people in a graver role.

    Where one article reports only injured people, and another only as many dead, both report the same
    people: an article that knew of both groups would say so. Where one reports both, and a later one none of the
    injured, but as many more dead, they have died.
    """
    most = max((one.best for one in graver if one.best is not None), default=None)
    if most is not None and figure.status == "conflict":
        return _without_the_graver(figure, most, graver[0])
    if not figure.best or most is None:
        return figure
    if died := _died_later(figure, graver):
        return _less_the_late(figure, died, graver[0])
    if _is_open(figure) and any(one.best == most and one.qualifier == figure.qualifier == "exact" for one in graver):
        return _less_the_graver(figure, most, graver[0])
    claims = [claim for one in graver for claim in one.claims]
    if _may_be_among(figure, claims, most):
        among = f"{value_words(most, figure.claims[0])} {graver[0].role}"
        rule = f"people of whom no report says that they lived, among {among}"
        return evolve(figure, best=None, feasible=None, status="superseded", rule=rule)
    if figure.best > most or not _are_later(claims, figure.claims):
        return figure
    if _name_different_people(figure.claims, claims):
        return figure
    if _reports_of(claims) & _reports_of(figure.claims) and not (
        _have_died_since(figure, claims) or _may_be_the_dead(figure.claims, claims)
    ):
        return figure
    rule = f"no report tells of both: the {figure.role} are among the {graver[0].role} of later reports"
    history = history_of(with_voices(figure.claims))
    return evolve(figure, best=None, feasible=None, status="superseded", rule=rule, history=history)


def _may_be_among(figure: ReconciledFigure, graver: Sequence[FigureClaim], most: Decimal) -> bool:
    """Whether people of an open outcome may be among those in a graver role whom their own reports do not count."""
    if figure.best is None or not all(claim.is_open for claim in figure.claims):
        return False
    theirs = {claim.article_id for claim in figure.claims}
    known = max((claim.number for claim in graver if claim.article_id in theirs), default=Decimal(0))
    return most - known >= figure.best


def _died_later(figure: ReconciledFigure, graver: Sequence[ReconciledFigure]) -> Decimal:
    """How many of the people of a figure died after its last report, of their wounds, as later reports have it."""
    last = max(one.time for one in latest_of(with_voices(figure.claims)))
    dated = [one for found in graver if found.best for one in with_voices(found.claims) if one.is_dated]
    later = [one.claim for one in dated if one.time > last and is_late_death(one.claim)]
    if not later:
        return Decimal(0)
    before = max((one.claim.number for one in dated if one.time <= last and one.claim.is_toll), default=Decimal(0))
    counts = [claim.number for claim in later if claim.is_toll and not is_increment(claim)]
    added = sum((claim.number for claim in later if is_increment(claim)), Decimal(0))
    return max(max(counts, default=before) - before, added, Decimal(0))


def _less_the_late(figure: ReconciledFigure, died: Decimal, graver: ReconciledFigure) -> ReconciledFigure:
    """The figure less those who died later: of three who were injured one has died."""
    assert figure.best is not None
    left = figure.best - died
    whole, gone, rest = (value_words(value, figure.claims[0]) for value in (figure.best, died, max(left, Decimal(0))))
    rule = f"{whole} {figure.role}, less {gone} {graver.role} since, is {rest}"
    if left <= 0:
        return evolve(figure, best=None, feasible=None, status="superseded", rule=rule)
    low = left if figure.low is None else min(figure.low, left)
    history = history_of(with_voices(figure.claims))
    return evolve(figure, best=left, low=low, feasible=(left, left), status="superseded", rule=rule, history=history)


def _is_open(figure: ReconciledFigure) -> bool:
    """Whether all claims of the best value count people and leave the outcome open; others are not those who died."""
    best = [claim for claim in figure.claims if claim.number == figure.best]
    return all(claim.is_open and claim.is_toll and not are_set_apart(claim) for claim in best)


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


def _without_the_graver(figure: ReconciledFigure, most: Decimal, graver: ReconciledFigure) -> ReconciledFigure:
    """The figure, its conflict settled where some articles count all who were shot, and others only the wounded."""
    whole, left = ({claim.number for claim in figure.claims if claim.is_open is is_open} for is_open in (True, False))
    if len(whole) != 1 or left != {min(whole) - most}:
        return figure
    best = min(left)
    total, gone, rest = (value_words(value, figure.claims[0]) for value in (min(whole), most, best))
    rule = f"{total} in all, less {gone} {graver.role}, is {rest}"
    return evolve(figure, best=best, feasible=(best, best), status="compatible", rule=rule, alternatives=())


def _reports_of(claims: Iterable[FigureClaim]) -> set[str]:
    """In which reports claims are: what one repeats in the words of an earlier one is not its own."""
    copied = ((claim, *claim_origin(claim).partition("@")) for claim in claims)
    return {first if is_sentence else claim.article_id for claim, first, is_sentence, _ in copied}


def _may_be_the_dead(shot: Sequence[FigureClaim], dead: Sequence[FigureClaim]) -> bool:
    """Whether people are only said to have been shot, and no article sets them apart from the dead."""
    if not all(claim.is_open and not claim.is_toll for claim in shot):
        return False
    return not any(_are_others(one, other) for one, other in product(shot, dead) if one.article_id == other.article_id)


def _are_others(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether an article mentions two people: in one sentence, as "another man", or both as new ("a man", "a boy")."""
    if one.sentence_start == other.sentence_start:
        return True
    language = language_of(one.language)
    if language is None:
        return False
    nouns = [(claim.noun or "").lower().split() for claim in (one, other)]
    if any(word in language.people.others for noun in nouns for word in noun):
        return True
    return all(noun and noun[0] in language.people.first_mentions for noun in nouns)


def _have_died_since(figure: ReconciledFigure, graver: Sequence[FigureClaim]) -> bool:
    """Whether articles that know of nobody in the lesser role count as many more in the graver one."""
    knowing = _reports_of(figure.claims)
    before, since = (
        [claim.number for claim in graver if (_reports_of([claim]) <= knowing) is knows] for knows in (True, False)
    )
    return bool(before and since) and figure.best == max(since) - max(before)


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
