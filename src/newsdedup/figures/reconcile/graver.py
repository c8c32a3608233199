"""The figures of roles that outweigh another: what they say together, looked up once for all that they may outweigh."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from operator import attrgetter, itemgetter

from attrs import frozen

from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.reconcile.compatibility import firm_place, scopes_agree
from newsdedup.figures.reconcile.increments import is_increment
from newsdedup.figures.reconcile.tolls import Roles, claim_origin, is_late_death
from newsdedup.figures.reconcile.voices import Time, Voiced, with_voices

MOST_PERSONS_COMPARED = 64  # names of one role that are compared with those of another


@frozen
class _LateDeaths:
    """Deaths of people who were hurt first, by time; from each on, the largest count, and what was added."""

    times: tuple[Time, ...]
    counts: tuple[Decimal | None, ...]
    added: tuple[Decimal, ...]

    @classmethod
    def of(cls, voiced: Iterable[Voiced]) -> _LateDeaths:
        """Those of dated claims."""
        late = sorted(voiced, key=attrgetter("time"))
        count: Decimal | None = None
        added, counts, sums = Decimal(0), [], []
        for claim in (one.claim for one in reversed(late)):
            if is_increment(claim):
                added += claim.number
            elif claim.is_toll:
                count = claim.number if count is None else max(count, claim.number)
            counts.append(count)
            sums.append(added)
        return cls(tuple(one.time for one in late), tuple(reversed(counts)), tuple(reversed(sums)))


@frozen
class GraverFigures:
    """What figures of graver roles say."""

    role: str | None  # of the first
    most: Decimal | None  # the largest best value
    is_exact: bool  # whether a figure gives it exactly
    first: Time
    last: Time  # of the claims
    names: tuple[frozenset[str], ...]  # of people, some
    of_article: Mapping[str, tuple[FigureClaim, ...]]
    of_report: Mapping[str, Decimal]  # the largest number of each report, the largest first
    late: _LateDeaths
    _counted: tuple[tuple[Time, Decimal], ...]  # by time, the most that was counted up to it

    @classmethod
    def of(cls, figures: Sequence[ReconciledFigure]) -> GraverFigures:
        """Those of several figures."""
        claims = [claim for one in figures for claim in one.claims]
        dated = [one for found in figures if found.best for one in with_voices(found.claims) if one.is_dated]
        tolls = sorted((one.time, one.claim.number) for one in dated if one.claim.is_toll)
        most = max((one.best for one in figures if one.best is not None), default=None)
        times = [one.time for one in with_voices(claims)]
        of_article: dict[str, list[FigureClaim]] = defaultdict(list)
        of_report: dict[str, Decimal] = {}
        for claim in claims:
            of_article[claim.article_id].append(claim)
            of_report[report_with(claim)] = max(of_report.get(report_with(claim), claim.number), claim.number)
        return cls(
            role=figures[0].role,
            most=most,
            is_exact=any(one.best == most and one.qualifier == "exact" for one in figures),
            first=min(times),
            last=max(times),
            names=names_of(claims),
            of_article={name: tuple(same) for name, same in of_article.items()},
            of_report=dict(sorted(of_report.items(), key=itemgetter(1), reverse=True)),
            late=_LateDeaths.of(one for one in dated if is_late_death(one.claim)),
            counted=tuple(
                zip((time for time, _ in tolls), accumulate((number for _, number in tolls), max), strict=True)
            ),
        )

    def died_after(self, last: Time) -> Decimal:
        """How many people who were hurt first have died since a time, as later reports have it."""
        place = bisect_right(self.late.times, last)
        if place == len(self.late.times):
            return Decimal(0)
        until = bisect_right(self._counted, last, key=itemgetter(0))
        before = self._counted[until - 1][1] if until else Decimal(0)
        count = self.late.counts[place]
        return max((before if count is None else count) - before, self.late.added[place], Decimal(0))

    def most_within(self, reports: Iterable[str]) -> Decimal | None:
        """The largest number of some reports; None where they have none."""
        return max((self.of_report[one] for one in reports if one in self.of_report), default=None)

    def most_without(self, reports: frozenset[str]) -> Decimal | None:
        """The largest number of the other reports; None where there are none."""
        return next((number for report, number in self.of_report.items() if report not in reports), None)


def names_of(claims: Iterable[FigureClaim]) -> tuple[frozenset[str], ...]:
    """The first names that claims of people have, each once."""
    return tuple(dict.fromkeys(one.name for one in claims if one.name))[:MOST_PERSONS_COMPARED]


def report_with(claim: FigureClaim) -> str:
    """In which report a claim is: what one repeats in the words of an earlier one is not its own."""
    first, is_sentence, _ = claim_origin(claim).partition("@")
    return first if is_sentence else claim.article_id


_ScopeKey = tuple[str | None, str]
"""What of a scope decides whether it agrees with another: its place, where that is sure, and its level."""


class GraverOf:
    """The graver figures of each figure; those of one role and scope are looked up once."""

    def __init__(self, figures: Sequence[ReconciledFigure], roles: Roles) -> None:
        self._figures, self._roles = figures, roles
        self._numbers: dict[str | None, dict[_ScopeKey, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._keys: dict[tuple[str | None, str | None], dict[_ScopeKey, Scope]] = defaultdict(dict)
        for number, figure in enumerate(figures):
            if _is_whole_and_actual(figure):
                key = _scope_key(figure.scope)
                self._numbers[figure.role][key].append(number)
                self._keys[figure.role, key[0]].setdefault(key, figure.scope)
        self._known: dict[tuple[str | None, _ScopeKey], GraverFigures | None] = {}

    def figure(self, figure: ReconciledFigure) -> GraverFigures | None:
        """The figures that may count the people of a figure in a role that outweighs theirs; None without any."""
        if not _is_whole_and_actual(figure):
            return None
        key = figure.role, _scope_key(figure.scope)
        if key not in self._known:
            numbers = [number for role in self._graver_roles(figure.role) for number in self._of_role(role, figure)]
            self._known[key] = GraverFigures.of([self._figures[number] for number in numbers]) if numbers else None
        return self._known[key]

    def _graver_roles(self, lesser: str | None) -> Iterator[str]:
        return (name for name, role in self._roles.items() if lesser in role.outweighs)

    def _of_role(self, role: str, figure: ReconciledFigure) -> list[int]:
        """The numbers of the figures of a role in scopes that agree with that of a figure."""
        place = firm_place(figure.scope)
        keys = self._numbers.get(role, {})
        scopes = (
            {key: self._figures[numbers[0]].scope for key, numbers in keys.items()}
            if place is None
            else {**self._keys.get((role, None), {}), **self._keys.get((role, place), {})}
        )
        agreeing = (key for key, scope in scopes.items() if scopes_agree(scope, figure.scope))
        return sorted(number for key in agreeing for number in keys[key])


def _scope_key(scope: Scope) -> _ScopeKey:
    return firm_place(scope), scope.level


def _is_whole_and_actual(figure: ReconciledFigure) -> bool:
    return figure.modality == "actual" and figure.part_of is None
