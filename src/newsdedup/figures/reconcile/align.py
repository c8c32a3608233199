"""Claims grouped into quantities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.alignment.groups import quantities_of
from newsdedup.figures.reconcile.alignment.units import dimension_of
from newsdedup.figures.reconcile.people_counts import ALL, counts_of_people, layers_of
from newsdedup.figures.reconcile.tolls import Roles, is_of_people
from newsdedup.languages import known_roles


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
    people: list[FigureClaim] = []
    by_dimension: dict[tuple[str, str], list[FigureClaim]] = defaultdict(list)
    for claim in ordered:
        (people if is_of_people(claim, roles) else by_dimension[dimension_of(claim)]).append(claim)
    found = counts_of_people(people, roles)
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
        layers |= zip(numbers, layers_of([claims[number] for number in numbers], roles), strict=True)
    return [(claim, layers.get(number, ALL)) for number, claim in enumerate(claims)]
