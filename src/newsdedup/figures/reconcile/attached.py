"""Claims that say something about a count of all: increments, and figures that an article denies or corrects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.alignment.naming import quantity_name
from newsdedup.figures.reconcile.compatibility import place_of, scopes_agree
from newsdedup.figures.reconcile.disputed import is_disputed
from newsdedup.figures.reconcile.increments import is_increment

Quantities = list[list[FigureClaim]]


def is_attached(claim: FigureClaim) -> bool:
    """Whether a claim does not state a value of its own, but adds to another, or disputes it."""
    return is_increment(claim) or is_disputed(claim)


def with_attached(quantities: Sequence[Sequence[FigureClaim]], claims: Sequence[FigureClaim]) -> Quantities:
    """The quantities, each with the claims about it; those about none make quantities of their own."""
    joined = [list(quantity) for quantity in quantities]
    alone: dict[tuple[object, ...], list[FigureClaim]] = defaultdict(list)
    for claim in claims:
        target = _quantity_of(claim, quantities)
        if target is None:
            alone[(*_name_of(claim), claim.part_of is None, place_of(claim.scope), is_disputed(claim))].append(claim)
        else:
            joined[target].append(claim)
    return [*joined, *alone.values()]


def _quantity_of(claim: FigureClaim, quantities: Sequence[Sequence[FigureClaim]]) -> int | None:
    """The index of the quantity that a claim is about: one with its value if it is disputed, else the most printed."""

    def rank(index: int) -> tuple[object, ...]:
        values = {one.number for one in quantities[index]}
        return (
            is_disputed(claim) and claim.number in values,
            len({one.article_id for one in quantities[index]}),
            max(values),
            -index,
        )

    about = [index for index, quantity in enumerate(quantities) if _is_about(claim, quantity)]
    return max(about, key=rank, default=None)


def _is_about(claim: FigureClaim, quantity: Sequence[FigureClaim]) -> bool:
    first = quantity[0]
    if _name_of(claim) != _name_of(first) or (claim.part_of is None) != (first.part_of is None):
        return False
    if first.change != "level" or first.modality != ("actual" if is_disputed(claim) else claim.modality):
        return False
    return all(scopes_agree(claim.scope, one.scope) for one in quantity)


def _name_of(claim: FigureClaim) -> tuple[object, ...]:
    return claim.kind, claim.unit, quantity_name(claim)
