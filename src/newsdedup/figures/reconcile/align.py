"""Claims grouped into quantities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.alignment.groups import quantities_of
from newsdedup.figures.reconcile.alignment.units import dimension_of
from newsdedup.figures.reconcile.people_counts import counts_of_people
from newsdedup.figures.reconcile.sums import summands
from newsdedup.figures.reconcile.tolls import Roles, is_of_people, lesser_tolls
from newsdedup.languages import known_roles

_ALL, _LESSER, _SUMMED = range(3)  # layers: claims that count all, fewer than all, and parts that add up


def align(claims: Sequence[FigureClaim], roles: Roles | None = None) -> list[list[FigureClaim]]:
    """Group claims into quantities.

    An article does not contradict itself: two values that it prints under one name are two
    quantities, or a series. Values that no article prints together are rival values of one quantity.

    Parameters
    ----------
    claims : sequence of FigureClaim
        Of one event, without dates.
    roles : mapping of str to Role, optional
        The roles by name; by default those of the languages.

    Returns
    -------
    list of list of FigureClaim
        In a canonical order that does not depend on the order given.
    """
    roles = known_roles() if roles is None else roles
    ordered = sorted(claims, key=lambda claim: (claim.article_id, claim.start, claim.end))
    people = [claim for claim in ordered if is_of_people(claim, roles)]
    found = counts_of_people(people, roles)
    by_dimension: dict[tuple[str, str], list[FigureClaim]] = defaultdict(list)
    for claim in ordered:
        if not is_of_people(claim, roles):
            by_dimension[dimension_of(claim)].append(claim)
    for same in by_dimension.values():
        found += quantities_of(with_layers(same, roles), roles)
    return found


def with_layers(claims: Sequence[FigureClaim], roles: Roles) -> list[tuple[FigureClaim, int]]:
    """Each claim with whether it counts all, or a part, of what its role counts."""
    layers: dict[int, int] = {}
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if claim.role is not None:
            alike[claim.role, claim.change, claim.modality, claim.part_of is None].append(number)
    for numbers in alike.values():
        layers |= dict(_layers_of([claims[number] for number in numbers], numbers, roles))
    return [(claim, layers.get(number, _ALL)) for number, claim in enumerate(claims)]


def _layers_of(claims: Sequence[FigureClaim], numbers: Sequence[int], roles: Roles) -> Iterator[tuple[int, int]]:
    summed = summands(claims, roles)
    counts = [index for index in range(len(claims)) if index not in summed]
    lesser = lesser_tolls([claims[index] for index in counts], roles)
    yield from ((numbers[index], _SUMMED) for index in summed)
    yield from ((numbers[counts[index]], _LESSER) for index in lesser)
