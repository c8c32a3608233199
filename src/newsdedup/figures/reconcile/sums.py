"""Counts of places or groups that add up to the count of all: 12 dead in one province and 5 in another are 17."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from decimal import Decimal

from attrs import evolve

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.reconcile.tolls import Roles, is_evolving_count
from newsdedup.figures.wording import value_words

_MOST_SUMMANDS = 8  # of a sum; more values add up to others by chance


def summands(claims: Sequence[FigureClaim], roles: Roles) -> frozenset[int]:
    """Indices of the claims of a toll that count parts of it.

    Several values that one article prints, or one of its sentences, count parts if they add up to a value that an
    article prints. What another article prints of one of these parts is a part too.
    """
    if not claims or not is_evolving_count(claims[0], roles):
        return frozenset()
    tolls = [claim for claim in claims if claim.is_toll and claim.qualifier == "exact"]
    totals = {claim.number for claim in tolls}
    parts = {value for values in _printed_together(tolls) for value in _summands(values, totals)}
    return frozenset(index for index, claim in enumerate(claims) if claim.number in parts and claim.is_toll)


def _printed_together(tolls: Iterable[FigureClaim]) -> Iterator[frozenset[Decimal]]:
    """The values that each article gives of one day, and those of each of its sentences."""
    groups: dict[tuple[object, ...], set[Decimal]] = defaultdict(set)
    for claim in tolls:
        groups[claim.article_id, claim.as_of].add(claim.number)
        groups[claim.article_id, claim.as_of, claim.sentence].add(claim.number)
    yield from map(frozenset, groups.values())


def _summands(values: frozenset[Decimal], totals: Set[Decimal]) -> frozenset[Decimal]:
    """Those of the values that add up to a total, which may be printed with them; none where they do not."""
    if not 1 < len(values) <= _MOST_SUMMANDS + 1:
        return frozenset()
    total = sum(values)
    among = {value for value in values if 2 * value == total}
    parts = values - among
    if among or total not in totals or total in values:
        return parts if among & totals and len(parts) > 1 else frozenset()
    return parts if len(parts) <= _MOST_SUMMANDS else frozenset()


def with_sums(figures: Sequence[ReconciledFigure], roles: Roles) -> list[ReconciledFigure]:
    """The figures; those that add up to another of the same role are its parts, and a note says so."""
    linked = list(figures)
    summed = _printed_sums(figures)
    for number, whole in enumerate(figures):
        if _is_total(whole, roles):
            for parts in sorted(summed.get((*_role_key(whole), whole.best), ())):
                if number not in parts:
                    _link_between(linked, number, parts)
    return linked


def _is_total(figure: ReconciledFigure, roles: Roles) -> bool:
    is_counted = any(claim.is_toll and claim.number == figure.best for claim in figure.claims)
    return is_counted and figure.part_of is None and is_evolving_count(figure.claims[0], roles)


def _role_key(figure: ReconciledFigure) -> tuple[object, ...]:
    return figure.role, figure.kind, figure.modality, figure.change


def _printed_sums(figures: Sequence[ReconciledFigure]) -> dict[tuple[object, ...], set[tuple[int, ...]]]:
    """By role and sum, the figures that an article, or one of its sentences, prints together; several only.

    Those printed with their own sum are parts without it.
    """
    printed: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(figures):
        if one.best is not None and one.qualifier == "exact":
            counts = [claim for claim in one.claims if claim.is_toll and not claim.part_of]
            places = {(claim.article_id,) for claim in counts} | {(c.article_id, c.sentence) for c in counts}
            for place in places:
                printed[*_role_key(one), place].append(number)
    found: dict[tuple[object, ...], set[tuple[int, ...]]] = defaultdict(set)
    for (*role, _), numbers in printed.items():
        total = sum(figures[number].best or Decimal(0) for number in numbers)
        found[*role, total].add(tuple(numbers))
        for whole in numbers:
            if 2 * (figures[whole].best or 0) == total:
                found[*role, figures[whole].best].add(tuple(number for number in numbers if number != whole))
    return {what: {parts for parts in several if len(parts) > 1} for what, several in found.items()}


def _link_between(figures: list[ReconciledFigure], whole: int, parts: Sequence[int]) -> None:
    claim = figures[whole].claims[0]
    values = sorted((figures[part].best or Decimal(0) for part in parts), reverse=True)
    total = value_words(figures[whole].best or Decimal(0), claim)
    note = f"{' + '.join(value_words(value, claim) for value in values)} = {total}"
    for number in (whole, *parts):
        if note not in figures[number].notes:
            figures[number] = evolve(figures[number], notes=(*figures[number].notes, note))
    name = " ".join(filter(None, (figures[whole].noun, f"({total})")))
    for number in parts:
        figures[number] = evolve(figures[number], part_of=figures[number].part_of or name)
