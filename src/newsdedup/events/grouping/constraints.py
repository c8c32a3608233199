"""An editor's word: which articles are in one event, and which are in two, whatever the evidence says.

Must-link and cannot-link constraints, after Wagstaff et al. (2001). Words on copies count too: copies are in
one group by their wording alone, and the group is split where the editor keeps two of them apart.
"""

from __future__ import annotations

from collections import deque

import numpy as np
from attrs import evolve

from newsdedup.copies.groups import CopyGroups
from newsdedup.copies.pairs import Pairs
from newsdedup.kernels.ragged import Integers
from newsdedup.support.components import Families
from newsdedup.support.errors import SettingError, UnknownArticleError
from newsdedup.support.settings import ArticlePairs, EventSettings


def check_consistent(settings: EventSettings) -> EventSettings:
    """The settings, if articles are not kept together and apart at once.

    Raises
    ------
    SettingError
        It names the pairs that contradict each other.
    """
    families = Families(settings.together)
    for one, other in settings.apart:
        if one == other:
            raise SettingError(f"apart=[{(one, other)!r}] names one article twice: give two articles")
        if families.are_together(one, other):
            chain = ", ".join(map(repr, _chain(settings.together, one, other)))
            raise SettingError(f"apart=[{(one, other)!r}] contradicts together=[{chain}]: leave out one of these pairs")
    return settings


def _chain(pairs: ArticlePairs, start: str | int, end: str | int) -> list[tuple[str | int, str | int]]:
    """The fewest pairs that lead from one article to another, each in the order of the way."""
    beside: dict[str | int, list[str | int]] = {}
    for one, other in pairs:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    before, waiting = {start: start}, deque([start])
    while end not in before:
        here = waiting.popleft()
        for there in beside[here]:
            if there not in before:
                before[there] = here
                waiting.append(there)
    way = [end]
    while way[-1] != start:
        way.append(before[way[-1]])
    return list(zip(way[:0:-1], way[-2::-1], strict=True))


def with_ids(settings: EventSettings, copies: CopyGroups) -> EventSettings:
    """The settings with the constraints as ids of articles, sorted, each pair once.

    Raises
    ------
    UnknownArticleError
        If there is no such article, or it was rejected.
    SettingError
        If the constraints contradict each other.
    """
    together = _id_pairs("together", settings.together, copies)
    return check_consistent(evolve(settings, together=together, apart=_id_pairs("apart", settings.apart, copies)))


def _id_pairs(option: str, pairs: ArticlePairs, copies: CopyGroups) -> tuple[tuple[str, str], ...]:
    found = set()
    for pair in pairs:
        try:
            one, other = sorted(str(copies.ids[copies.row_of(end)]) for end in pair)
        except UnknownArticleError as problem:
            raise UnknownArticleError(f"{option}=[{pair!r}]: {problem}; or leave out the pair") from problem
        found.add((one, other))
    return tuple(sorted(found))


def split_copies(copies: CopyGroups, settings: EventSettings) -> CopyGroups:
    """The groups of copies, split so that no group has two articles that are kept apart, directly or through others."""
    if not settings.apart:
        return copies
    together, apart = (map(tuple, _row_pairs(pairs, copies).tolist()) for pairs in (settings.together, settings.apart))
    return copies.split(Families(together, apart))


def leaf_pairs(settings: EventSettings, copies: CopyGroups, leaves: Integers) -> tuple[Pairs, Pairs]:
    """The pairs that are kept together and those kept apart, as leaves; `leaves` has that of each copy group."""
    together, apart = (_row_pairs(pairs, copies) for pairs in (settings.together, settings.apart))
    return leaves[copies.labels[together]], leaves[copies.labels[apart]]


def _row_pairs(pairs: ArticlePairs, copies: CopyGroups) -> Pairs:
    """Pairs of rows, shape (k, 2)."""
    rows = [[copies.row_of(end) for end in pair] for pair in pairs]
    return np.array(rows, np.int64).reshape(-1, 2)


def editors_word(settings: EventSettings, one: str, other: str) -> str | None:
    """Whether an editor keeps two articles ``together`` or ``apart``, directly or through others; else None."""
    families = Families(settings.together, settings.apart)
    if one != other and families.are_together(one, other):
        return "together"
    return "apart" if families.are_apart(one, other) else None
