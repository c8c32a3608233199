"""People whom one report counts in a role, and a later one in a graver role: the injured who have died."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from operator import itemgetter

from attrs import evolve, frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.reconcile.alternatives import history_of
from newsdedup.figures.reconcile.compatibility import scopes_agree
from newsdedup.figures.reconcile.increments import is_increment
from newsdedup.figures.reconcile.tolls import Roles, are_set_apart, claim_origin, is_late_death
from newsdedup.figures.reconcile.voices import Time, Voiced, latest_of, with_voices
from newsdedup.figures.wording import value_words
from newsdedup.languages import language_of

_MOST_PERSONS_COMPARED = 64  # names of one role that are compared with those of another


@frozen
class _Graver:
    """What figures of graver roles say, looked up once for all figures that they may outweigh."""

    figures: tuple[ReconciledFigure, ...]
    claims: tuple[FigureClaim, ...]
    most: Decimal | None  # the largest best value
    times: tuple[Time, ...]  # of the claims
    late: tuple[Voiced, ...]  # deaths of people who were hurt first
    counted: tuple[tuple[Time, Decimal], ...]  # by time, the most that was counted up to it
    of_article: Mapping[str, tuple[FigureClaim, ...]]
    of_report: Mapping[str, Decimal]  # the largest number of each report

    @property
    def role(self) -> str | None:
        """The graver role."""
        return self.figures[0].role


def _graver_of(figures: Sequence[ReconciledFigure]) -> _Graver:
    claims = tuple(claim for one in figures for claim in one.claims)
    dated = [one for found in figures if found.best for one in with_voices(found.claims) if one.is_dated]
    tolls = sorted((one.time, one.claim.number) for one in dated if one.claim.is_toll)
    of_article: dict[str, list[FigureClaim]] = defaultdict(list)
    of_report: dict[str, Decimal] = {}
    for claim in claims:
        of_article[claim.article_id].append(claim)
        of_report[_report_with(claim)] = max(of_report.get(_report_with(claim), claim.number), claim.number)
    return _Graver(
        figures=tuple(figures),
        claims=claims,
        most=max((one.best for one in figures if one.best is not None), default=None),
        times=tuple(one.time for one in with_voices(claims)),
        late=tuple(one for one in dated if is_late_death(one.claim)),
        counted=tuple(zip((time for time, _ in tolls), accumulate((number for _, number in tolls), max), strict=True)),
        of_article={name: tuple(same) for name, same in of_article.items()},
        of_report=of_report,
    )


def with_outcomes(figures: Sequence[ReconciledFigure], roles: Roles) -> list[ReconciledFigure]:
    """The figures, without the people who are in a graver role since."""
    by_role: dict[str | None, list[int]] = defaultdict(list)
    for number, figure in enumerate(figures):
        by_role[figure.role].append(number)
    known: dict[tuple[int, ...], _Graver] = {}
    outcomes: list[ReconciledFigure] = []
    for figure in figures:
        names = [name for name, role in roles.items() if figure.role in role.outweighs]
        graver = tuple(n for name in names for n in by_role.get(name, ()) if _is_graver(figures[n], figure, roles))
        if graver and graver not in known:
            known[graver] = _graver_of([figures[number] for number in graver])
        outcomes.append(_outweighed(figure, known[graver]) if graver else figure)
    return outcomes


def _outweighed(figure: ReconciledFigure, graver: _Graver) -> ReconciledFigure:
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
    is_exact = any(one.best == most and one.qualifier == figure.qualifier == "exact" for one in graver.figures)
    if _is_open(figure) and is_exact:
        return _less_the_graver(figure, most, graver)
    if _may_be_among(figure, graver):
        among = f"{value_words(most, figure.claims[0])} {graver.role}"
        rule = f"people of whom no report says that they lived, among {among}"
        return evolve(figure, best=None, feasible=None, status="superseded", rule=rule)
    if figure.best > most or not _are_later(graver, figure.claims):
        return figure
    if _name_different_people(figure.claims, graver.claims):
        return figure
    knows_both = any(_report_with(claim) in graver.of_report for claim in figure.claims)
    if knows_both and not (_have_died_since(figure, graver) or _may_be_the_dead(figure.claims, graver)):
        return figure
    rule = f"no report tells of both: the {figure.role} are among the {graver.role} of later reports"
    history = history_of(with_voices(figure.claims))
    return evolve(figure, best=None, feasible=None, status="superseded", rule=rule, history=history)


def _may_be_among(figure: ReconciledFigure, graver: _Graver) -> bool:
    """Whether people of an open outcome may be among those in a graver role whom their own reports do not count."""
    if figure.best is None or graver.most is None or not all(claim.is_open for claim in figure.claims):
        return False
    theirs = {claim.article_id for claim in figure.claims}
    numbers = (claim.number for name in theirs for claim in graver.of_article.get(name, ()))
    return graver.most - max(numbers, default=Decimal(0)) >= figure.best


def _died_later(figure: ReconciledFigure, graver: _Graver) -> Decimal:
    """How many of the people of a figure died after its last report, of their wounds, as later reports have it."""
    if not graver.late:
        return Decimal(0)
    last = max(one.time for one in latest_of(with_voices(figure.claims)))
    later = [one.claim for one in graver.late if one.time > last]
    if not later:
        return Decimal(0)
    place = bisect_right(graver.counted, last, key=itemgetter(0))
    before = graver.counted[place - 1][1] if place else Decimal(0)
    counts = [claim.number for claim in later if claim.is_toll and not is_increment(claim)]
    added = sum((claim.number for claim in later if is_increment(claim)), Decimal(0))
    return max(max(counts, default=before) - before, added, Decimal(0))


def _less_the_late(figure: ReconciledFigure, died: Decimal, graver: _Graver) -> ReconciledFigure:
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


def _less_the_graver(figure: ReconciledFigure, most: Decimal, graver: _Graver) -> ReconciledFigure:
    """The figure less those of its people who are in a graver role: of four who were shot one died."""
    assert figure.best is not None
    left = figure.best - most
    whole, gone = (value_words(value, figure.claims[0]) for value in (figure.best, most))
    rule = f"{whole} in all, less {gone} {graver.role}"
    if left <= 0:
        return evolve(figure, best=None, feasible=None, status="superseded", rule=rule)
    low = left if figure.low is None else min(figure.low, left)
    return evolve(figure, best=left, low=low, feasible=(left, left), rule=rule)


def _without_the_graver(figure: ReconciledFigure, most: Decimal, graver: _Graver) -> ReconciledFigure:
    """The figure, its conflict settled where some articles count all who were shot, and others only the wounded."""
    whole, left = ({claim.number for claim in figure.claims if claim.is_open is is_open} for is_open in (True, False))
    if len(whole) != 1 or left != {min(whole) - most}:
        return figure
    best = min(left)
    total, gone, rest = (value_words(value, figure.claims[0]) for value in (min(whole), most, best))
    rule = f"{total} in all, less {gone} {graver.role}, is {rest}"
    return evolve(figure, best=best, feasible=(best, best), status="compatible", rule=rule, alternatives=())


def _report_with(claim: FigureClaim) -> str:
    """In which report a claim is: what one repeats in the words of an earlier one is not its own."""
    first, is_sentence, _ = claim_origin(claim).partition("@")
    return first if is_sentence else claim.article_id


def _may_be_the_dead(shot: Sequence[FigureClaim], graver: _Graver) -> bool:
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


def _have_died_since(figure: ReconciledFigure, graver: _Graver) -> bool:
    """Whether articles that know of nobody in the lesser role count as many more in the graver one."""
    knowing = {_report_with(claim) for claim in figure.claims}
    before, since = (
        [number for report, number in graver.of_report.items() if (report in knowing) is knows]
        for knows in (True, False)
    )
    return bool(before and since) and figure.best == max(since) - max(before)


def _are_later(graver: _Graver, before: Sequence[FigureClaim]) -> bool:
    """Whether claims are the newer ones: all of them where the others count people, else the last of them.

    A later mention that someone was shot does not mean that the person is alive.
    """
    if all(claim.is_open and not claim.is_toll for claim in before):
        return True
    earlier = [one.time for one in with_voices(before)]
    if any(claim.is_toll for claim in before):
        return min(graver.times) > max(earlier)
    return max(graver.times) >= max(earlier)


def _name_different_people(these: Sequence[FigureClaim], those: Sequence[FigureClaim]) -> bool:
    """Whether both sides name people, and have no name in common."""
    left, right = (
        list(dict.fromkeys(one.name for one in group if one.name))[:_MOST_PERSONS_COMPARED] for group in (these, those)
    )
    return bool(left and right) and not any(one <= other or other <= one for one in left for other in right)


def _is_graver(one: ReconciledFigure, other: ReconciledFigure, roles: Roles) -> bool:
    """Whether a figure may count the same people as the other, in a role that outweighs theirs."""
    role = roles.get(one.role or "")
    if role is None or other.role not in role.outweighs or {one.modality, other.modality} != {"actual"}:
        return False
    return one.part_of is None and other.part_of is None and scopes_agree(one.scope, other.scope)
