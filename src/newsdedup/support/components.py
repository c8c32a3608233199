"""Connected components: which things belong together, directly or through others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

import numpy as np

from newsdedup.kernels.ragged import Integers

ComponentKey = TypeVar("ComponentKey", bound=Hashable)


def linked(n: int, pairs: Integers) -> Integers:
    """Label the connected components of `n` numbered things; for many.

    The pairs, shape (m, 2), are the numbers of things that belong together; connected things get equal labels.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    graph = coo_array((np.ones(len(pairs), np.int8), (pairs[:, 0], pairs[:, 1])), shape=(n, n))
    return np.asarray(connected_components(graph, directed=False)[1], np.int64)


def linked_keys(pairs: Iterable[tuple[ComponentKey, ComponentKey]]) -> dict[ComponentKey, ComponentKey]:
    """Give each key that is in a pair one key of its connected component; for few (SciPy's start costs more).

    Union-find with path halving (Tarjan and van Leeuwen 1984).

    Examples
    --------
    >>> linked_keys([("a", "b"), ("c", "d"), ("b", "e")])
    {'a': 'e', 'b': 'e', 'c': 'd', 'd': 'd', 'e': 'e'}
    """
    parents: dict[ComponentKey, ComponentKey] = {}

    def root(key: ComponentKey) -> ComponentKey:
        parent = parents.setdefault(key, key)
        while parent != key:
            parents[key] = parents[parent]
            key, parent = parent, parents[parent]
        return key

    for one, other in pairs:
        top = root(one)
        parents[top] = root(other)
    return {key: root(key) for key in parents}


class Families(Generic[ComponentKey]):
    """Which keys are kept together or apart, directly or through others; two families can become one.

    What one member of a family is kept apart from, all members are. The pairs must not contradict each other.

    Parameters
    ----------
    together, apart : iterable of pairs
    """

    def __init__(
        self,
        together: Iterable[tuple[ComponentKey, ComponentKey]],
        apart: Iterable[tuple[ComponentKey, ComponentKey]] = (),
    ) -> None:
        self._family = linked_keys(together)
        self._apart: dict[ComponentKey, set[ComponentKey]] = {}  # the keys that each family is kept apart from
        for one, other in apart:
            for this, that in ((one, other), (other, one)):
                self._family.setdefault(this, this)
                self._apart.setdefault(self._root(this), set()).add(that)

    @property
    def members(self) -> tuple[ComponentKey, ...]:
        """All keys of the pairs."""
        return tuple(self._family)

    def _root(self, key: ComponentKey) -> ComponentKey:
        while (family := self._family.get(key, key)) != key:
            self._family[key] = self._family.get(family, family)
            key = family
        return key

    def are_together(self, one: ComponentKey, other: ComponentKey) -> bool:
        """Whether two keys are of one family."""
        return self._root(one) == self._root(other)

    def are_apart(self, one: ComponentKey, other: ComponentKey) -> bool:
        """Whether the families of two keys are kept apart."""
        one, other = self._root(one), self._root(other)
        return any(self._root(key) == other for key in self._apart.get(one, ()))

    def join(self, one: ComponentKey, other: ComponentKey) -> None:
        """Make the families of two keys one."""
        one, other = self._root(one), self._root(other)
        if one != other:
            self._family[one] = other
            self._apart.setdefault(other, set()).update(self._apart.pop(one, ()))


def by_appearance(labels: Integers) -> Integers:
    """Number groups from 0 by first appearance; negative labels become -1."""
    known = labels >= 0
    _, first, inverse = np.unique(labels[known], return_index=True, return_inverse=True)
    result = np.full(len(labels), -1, np.int64)
    result[known] = np.argsort(np.argsort(first))[inverse]
    return result


def groups_of(ids: Sequence[str | None], labels: Integers) -> tuple[tuple[str, ...], ...]:
    """The ids of each group in input order; rows labelled -1 are in none."""
    groups: list[list[str]] = [[] for _ in range(int(labels.max(initial=-1)) + 1)]
    for name, label in zip(ids, labels.tolist(), strict=True):
        if label >= 0:
            groups[label].append(str(name))
    return tuple(map(tuple, groups))


def rows_of_largest(labels: Integers, most: int) -> list[int]:
    """The rows of the groups of several, the largest group first, at most so many.

    Examples
    --------
    >>> rows_of_largest(np.array([0, 1, 2, 1, -1, 2, 2]), most=4)
    [2, 5, 6, 1]
    """
    sizes = np.bincount(labels[labels >= 0])
    rows = np.flatnonzero(labels >= 0)
    rows = rows[sizes[labels[rows]] > 1]
    order = np.lexsort((rows, labels[rows], -sizes[labels[rows]]))
    return [int(row) for row in rows[order[:most]]]
