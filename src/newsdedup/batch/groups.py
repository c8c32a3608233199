"""Verified pairs to groups of copies: connected components, further pairs in chains, and the groups of a component."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.batch.columns import (
    BatchFunction,
    ColumnTypes,
    batch_of,
    filled_and_others,
    numbers,
    pair_ends,
    places_among,
    whole_runs,
)
from newsdedup.batch.pairs import CHAIN, LIKELY
from newsdedup.batch.wordings import age_order
from newsdedup.copies.groups import CopyGroups, group_copies
from newsdedup.copies.pairs import verified_pairs
from newsdedup.copies.stars import pairs_in_chains
from newsdedup.kernels.ragged import Integers
from newsdedup.support.components import linked
from newsdedup.support.settings import CopySettings

COMPONENTS: Final[ColumnTypes] = {"rid": "bigint", "component": "bigint"}
MEMBERS_AND_PAIRS: Final[ColumnTypes] = {  # of components; null where the other kind of row has values
    "component": "bigint",
    "rid": "bigint",  # of a member
    "first": "bigint",  # the earliest member of its wording: itself, or that to which it is the next
    "id": "string",
    "seconds": "double",
    "n_characters": "int",
    "d1": "bigint",
    "d2": "bigint",
    "n_shingles": "int",
    "left": "bigint",  # of a pair
    "right": "bigint",
    "score": "double",
    "containment": "double",
}
CHAINED: Final[ColumnTypes] = {"component": "bigint", **LIKELY}
GROUPED: Final[ColumnTypes] = {  # members, and pairs as they come out, with ids
    "rid": "bigint",  # of a member; null for a pair
    "group": "string",  # the id of the representative
    "relation": "string",
    "to": "string",
    "jaccard": "double",
    "containment": "double",
    "origin": "string",
    "left": "string",  # of a pair, the earlier article on the left
    "right": "string",
    "kind": "string",
}


def connected(batches: Iterable[Any]) -> Iterator[Any]:
    """Label connected components: from all batches with the columns left and right to one of `COMPONENTS`.

    A component is called by its least row number. Memory: about 140 bytes per pair.
    """
    found = [np.stack((numbers(batch, "left"), numbers(batch, "right"))) for batch in batches]
    names, ends = np.unique(np.concatenate([np.zeros((2, 0), np.int64), *found], axis=1), return_inverse=True)
    labels = linked(len(names), ends.reshape(2, -1).T)
    least = np.full(labels.max(initial=-1) + 1, np.iinfo(np.int64).max)
    np.minimum.at(least, labels, names)
    yield batch_of(COMPONENTS, len(names), {"rid": names, "component": least[labels]})


@frozen(eq=False)
class ComponentArticles:
    """The members of some components, numbered by age, and their verified pairs."""

    members: Any  # their columns
    rids: Integers
    ids: list[str]
    sizes: Integers
    component: Integers  # of each member
    is_first: NDArray[np.bool_]  # whether it is the earliest of its wording
    verified: NDArray[np.void]

    @classmethod
    def of(cls, batch: Any) -> ComponentArticles:
        """From rows with the columns `MEMBERS_AND_PAIRS`, and others."""
        import pyarrow as pa

        members, pairs = filled_and_others(batch, "rid")
        members = members.take(pa.array(age_order(members)))
        rids, firsts = numbers(members, "rid"), numbers(members, "first")
        return cls(
            members,
            rids,
            members.column("id").to_pylist(),
            numbers(members, "n_shingles"),
            numbers(members, "component"),
            rids == firsts,
            _pairs_by_age(pairs, rids, firsts),
        )


def _pairs_by_age(pairs: Any, rids: Integers, firsts: Integers) -> NDArray[np.void]:
    """The verified pairs, with those of equal words, by the numbers of their ends."""
    later = np.flatnonzero(rids != firsts)
    ends = np.concatenate((pair_ends(pairs), np.column_stack((firsts[later], rids[later]))))
    ones = np.ones(len(later))
    scores = [np.append(numbers(pairs, name, np.float64), ones) for name in ("score", "containment")]
    return verified_pairs(*np.sort(places_among(rids, ends), axis=1).T, *scores)


def chain_pairs(settings: CopySettings) -> BatchFunction:
    """A function that asks for further pairs in chains of copies: to batches of `CHAINED`.

    The batches have the columns `MEMBERS_AND_PAIRS`, sorted by component.
    """

    def asked(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in whole_runs(batches, ("component",)):
            articles = ComponentArticles.of(batch)
            order = np.arange(len(articles.rids))
            pairs = pairs_in_chains(articles.verified, settings.threshold, order)
            ends = {"left": articles.rids[pairs[:, 0]], "right": articles.rids[pairs[:, 1]]}
            kind = np.full(len(pairs), CHAIN)
            found = {"component": articles.component[pairs[:, 0]], **ends, "kind": kind}
            yield batch_of(CHAINED, len(pairs), found)

    return asked


def copy_groups(settings: CopySettings) -> BatchFunction:
    """A function that groups the members of components: to batches of `GROUPED`.

    The batches have the columns `MEMBERS_AND_PAIRS`, sorted by component, all pairs of chains included.
    """

    def grouped(batches: Iterable[Any]) -> Iterator[Any]:
        for articles, found in grouped_components(batches, settings):
            yield batch_of(GROUPED, int(articles.is_first.sum()), member_columns(articles, found))
            yield _pair_rows(articles, found)

    return grouped


def grouped_components(
    batches: Iterable[Any], settings: CopySettings
) -> Iterator[tuple[ComponentArticles, CopyGroups]]:
    """The members of some components at a time, and their groups."""
    for batch in whole_runs(batches, ("component",)):
        articles = ComponentArticles.of(batch)
        order = np.arange(len(articles.rids))
        yield articles, group_copies(articles.ids, articles.verified, settings, (), order, articles.sizes)


def member_columns(articles: ComponentArticles, found: CopyGroups) -> dict[str, Any]:
    """The members that are the earliest of their wordings: what is known of the others follows from these."""
    rows = np.flatnonzero(articles.is_first).tolist()
    ids = [articles.ids[row] for row in rows]
    groups = [articles.ids[row] for row in found.representative_rows[found.labels[rows]].tolist()]
    related = [found.relations.get(name) for name in ids]
    columns = {"group": groups, "origin": [found.origins[name] for name in ids]}
    columns |= {"relation": [one and one.kind for one in related], "to": [one and one.to for one in related]}
    for name in ("jaccard", "containment"):
        columns[name] = [one and getattr(one, name) for one in related]
    return {"rid": articles.rids[rows], **columns}


def _pair_rows(articles: ComponentArticles, found: CopyGroups) -> Any:
    """The verified copies and excerpts, those of equal words left out."""
    kinds = ("copy", found.pairs), ("excerpt", found.excerpts)
    pairs = np.concatenate([some for _, some in kinds])
    names = np.repeat([kind for kind, _ in kinds], [len(some) for _, some in kinds])
    kept = articles.is_first[pairs["left"]] & articles.is_first[pairs["right"]]
    pairs, names = pairs[kept], names[kept]
    ends = {side: [articles.ids[row] for row in pairs[side].tolist()] for side in ("left", "right")}
    scores = {"jaccard": pairs["score"], "containment": pairs["containment"]}
    return batch_of(GROUPED, len(pairs), {**ends, **scores, "kind": names.tolist()})
