"""Connected components: which things belong together, directly or through others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

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


def by_appearance(labels: Integers) -> Integers:
    """Number groups from 0 by first appearance; negative labels become -1."""
    known = labels >= 0
    _, first, inverse = np.unique(labels[known], return_index=True, return_inverse=True)
    result = np.full(len(labels), -1, np.int64)
    result[known] = np.argsort(np.argsort(first))[inverse]
    return result
