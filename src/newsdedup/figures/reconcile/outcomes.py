"""People whom one report counts in a role, and a later one in a graver role: the injured who have died."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.reconcile.alternatives import history_of
from newsdedup.figures.reconcile.graver import GraverFigures, GraverOf, names_of, report_with
from newsdedup.figures.reconcile.tolls import Roles, are_set_apart
from newsdedup.figures.reconcile.voices import latest_of, with_voices
from newsdedup.figures.wording import value_words
from newsdedup.languages import language_of


def with_outcomes(figures: Sequence[ReconciledFigure], roles: Roles) -> list[ReconciledFigure]:
    """The figures, without the people who are in a graver role since."""
    known = GraverOf(figures, roles)
    found = ((figure, known.figure(figure)) for figure in figures)
    return [figure if graver is None else _outweighed(figure, graver) for figure, graver in found]


def _outweighed(figure: ReconciledFigure, graver: GraverFigures) -> ReconciledFigure:
    """The figure without a best value where later articles count the same people in a graver role.

    Where one article reports only injured people, and another only as many dead, both report the same
    people: an article that knew of both groups would say so. Where one reports both, and a later one none of the
    injured, but as many more dead, they have died.
    """
    most = graver.most
    if most is not None and figure.status == "conflict":
        return _without_the_graver(figure, most, graver)
    if not figure.best or most is None:
        return figure
    if died := _died_later(figure, graver):
        return _less_the_late(figure, died, graver)
    if graver.is_exact and figure.qualifier == "exact" and _is_open(figure):
        return _less_the_graver(figure, most, graver)
    if _may_be_among(figure, graver):
        among = f"{value_words(most, figure.claims[0])} {graver.role}"
        rule = f"people of whom no report says that they lived, among {among}"
        return evolve(figure, best=None, feasible=None, status="superseded", rule=rule)
    if figure.best > most or not _are_later(graver, figure.claims):
        return figure
    if _name_different_people(names_of(figure.claims), graver.names):
        return figure
    knows_both = any(report_with(claim) in graver.of_report for claim in figure.claims)
    if knows_both and not (_have_died_since(figure, graver) or _may_be_the_dead(figure.claims, graver)):
        return figure
    rule = f"no report tells of both: the {figure.role} are among the {graver.role} of later reports"
    history = history_of(with_voices(figure.claims))
    return evolve(figure, best=None, feasible=None, status="superseded", rule=rule, history=history)


def _may_be_among(figure: ReconciledFigure, graver: GraverFigures) -> bool:
    """Whether people of an open outcome may be among those in a graver role whom their own reports do not count."""
    if figure.best is None or graver.most is None or not all(claim.is_open for claim in figure.claims):
        return False
    theirs = {claim.article_id for claim in figure.claims}
    numbers = (claim.number for name in theirs for claim in graver.of_article.get(name, ()))
    return graver.most - max(numbers, default=Decimal(0)) >= figure.best


def _died_later(figure: ReconciledFigure, graver: GraverFigures) -> Decimal:
    """How many of the people of a figure died after its last report, of their wounds, as later reports have it."""
    if not graver.late.times:
        return Decimal(0)
    return graver.died_after(max(one.time for one in latest_of(with_voices(figure.claims))))


def _less_the_late(figure: ReconciledFigure, died: Decimal, graver: GraverFigures) -> ReconciledFigure:
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


def _less_the_graver(figure: ReconciledFigure, most: Decimal, graver: GraverFigures) -> ReconciledFigure:
    """The figure less those of its people who are in a graver role: of four who were shot one died."""
    assert figure.best is not None
    left = figure.best - most
    whole, gone = (value_words(value, figure.claims[0]) for value in (figure.best, most))
    rule = f"{whole} in all, less {gone} {graver.role}"
    if left <= 0:
        return evolve(figure, best=None, feasible=None, status="superseded", rule=rule)
    low = left if figure.low is None else min(figure.low, left)
    return evolve(figure, best=left, low=low, feasible=(left, left), rule=rule)


def _without_the_graver(figure: ReconciledFigure, most: Decimal, graver: GraverFigures) -> ReconciledFigure:
    """The figure, its conflict settled where some articles count all who were shot, and others only the wounded."""
    whole, left = ({claim.number for claim in figure.claims if claim.is_open is is_open} for is_open in (True, False))
    if len(whole) != 1 or left != {min(whole) - most}:
        return figure
    best = min(left)
    total, gone, rest = (value_words(value, figure.claims[0]) for value in (min(whole), most, best))
    rule = f"{total} in all, less {gone} {graver.role}, is {rest}"
    return evolve(figure, best=best, feasible=(best, best), status="compatible", rule=rule, alternatives=())


def _may_be_the_dead(shot: Sequence[FigureClaim], graver: GraverFigures) -> bool:
    """Whether people are only said to have been shot, and no article sets them apart from the dead."""
    if not all(claim.is_open and not claim.is_toll for claim in shot):
        return False
    return not any(_are_others(one, other) for one in shot for other in graver.of_article.get(one.article_id, ()))


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


def _have_died_since(figure: ReconciledFigure, graver: GraverFigures) -> bool:
    """Whether articles that know of nobody in the lesser role count as many more in the graver one."""
    knowing = frozenset(map(report_with, figure.claims))
    before, since = graver.most_within(knowing), graver.most_without(knowing)
    return before is not None and since is not None and figure.best == since - before


def _are_later(graver: GraverFigures, before: Sequence[FigureClaim]) -> bool:
    """Whether claims are the newer ones: all of them where the others count people, else the last of them.

    A later mention that someone was shot does not mean that the person is alive.
    """
    if all(claim.is_open and not claim.is_toll for claim in before):
        return True
    earlier = [one.time for one in with_voices(before)]
    if any(claim.is_toll for claim in before):
        return graver.first > max(earlier)
    return graver.last >= max(earlier)


def _name_different_people(these: Sequence[frozenset[str]], those: Sequence[frozenset[str]]) -> bool:
    """Whether both sides name people, and have no name in common."""
    return bool(these and those) and not any(one <= other or other <= one for one in these for other in those)
