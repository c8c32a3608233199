"""Counts of people grouped into quantities: same role, change, modality and scope."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from attrs import evolve, frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.compatibility import (
    INDEFINITE_LEVELS,
    REPEATED_APART,
    may_be_one,
    place_of,
    scopes_agree,
    times_apart,
)
from newsdedup.figures.reconcile.sums import summands
from newsdedup.figures.reconcile.tolls import (
    MOST_APART,
    Roles,
    claim_origin,
    earliest,
    evolves,
    is_part_of_toll,
    lesser_tolls,
)

ALL, LESSER, SUMMED = range(3)  # layers: claims that count all, fewer than all, and parts that add up
_MOST_VALUES = 64  # values of one role; more of them are a table, whose values are not compared with each other


def counts_of_people(claims: Sequence[FigureClaim], roles: Roles) -> list[list[FigureClaim]]:
    """The quantities of claims that count people, which are given in order."""
    by_key: dict[_Key, list[FigureClaim]] = defaultdict(list)
    keys = [_key(claim) for claim in claims]
    happened = {(key, claim.value, claim.qualifier) for key, claim in zip(keys, claims, strict=True)}
    for key, claim in zip(keys, claims, strict=True):
        actual = evolve(key, modality="actual") if key.modality == "planned" else key
        by_key[actual if (actual, claim.value, claim.qualifier) in happened else key].append(claim)
    return [quantity for same in by_key.values() for quantity in _quantities(same, roles)]


@frozen
class _Key:
    """What the claims of one quantity share; a plan that was carried out to the letter is what happened."""

    role: str | None
    change: str
    modality: str
    is_part: bool


def _key(claim: FigureClaim) -> _Key:
    return _Key(claim.role, claim.change, claim.modality, claim.part_of is not None)


def _quantities(claims: Sequence[FigureClaim], roles: Roles) -> list[list[FigureClaim]]:
    layers = layers_of(claims, roles)
    same = (
        [claim for claim, own in zip(claims, layers, strict=True) if own == layer] for layer in (ALL, LESSER, SUMMED)
    )
    return [quantity for one in same for quantity in _clustered(one, roles)]


def layers_of(claims: Sequence[FigureClaim], roles: Roles) -> list[int]:
    """Of each claim of one role, whether it counts all, fewer than all, or a part that adds up with others."""
    summed = summands(claims, roles)
    counts = [index for index in range(len(claims)) if index not in summed]
    lesser = {counts[index] for index in lesser_tolls([claims[index] for index in counts], roles)}
    return [SUMMED if index in summed else LESSER if index in lesser else ALL for index in range(len(claims))]


@frozen
class _Cluster:
    """Claims taken to be of one quantity."""

    claims: tuple[FigureClaim, ...]
    # one of those that say the same: only these are compared, so that a thousand copies cost no more than one
    distinct: tuple[FigureClaim, ...]
    articles: frozenset[str]
    evolves: bool  # whether later articles rightly give other values

    def joined(self, other: _Cluster) -> _Cluster:
        """Both as one."""
        articles = self.articles | other.articles
        return _Cluster(self.claims + other.claims, self.distinct + other.distinct, articles, self.evolves)


def _clustered(claims: Iterable[FigureClaim], roles: Roles) -> list[list[FigureClaim]]:
    clusters = _of_one_text(claims, roles)
    for distance in (_same_or_series, _consistent):
        clusters = _closest_joined(clusters, distance)
    values_printed = Counter(article for cluster in clusters for article in cluster.articles)
    clusters = _closest_joined(clusters, functools.partial(_rivals, values_printed, roles))
    return [list(cluster.claims) for cluster in clusters]


def _of_one_text(claims: Iterable[FigureClaim], roles: Roles) -> list[_Cluster]:
    """Clusters of claims of one value, qualifier, scope and date, and of one origin."""
    same: dict[tuple[object, ...], list[FigureClaim]] = defaultdict(list)
    for claim in claims:
        what = claim.value, claim.high, claim.qualifier, place_of(claim.scope), claim.scope.level, claim.as_of
        same[(*what, claim_origin(claim))].append(claim)
    return [
        _Cluster(
            claims=tuple(group),
            distinct=(min(group, key=earliest),),
            articles=frozenset(claim.article_id for claim in group),
            evolves=evolves(group[0], roles),
        )
        for group in same.values()
    ]


_Distance = Callable[[_Cluster, _Cluster], float | None]


def _closest_joined(clusters: list[_Cluster], distance: _Distance) -> list[_Cluster]:
    """Join the closest two clusters until none may be joined; a `distance` of None forbids it."""
    if len(clusters) > _MOST_VALUES:
        return clusters
    alive = dict(enumerate(clusters))
    distances = {pair: distance(alive[pair[0]], alive[pair[1]]) for pair in combinations(alive, 2)}
    while allowed := [(apart, pair) for pair, apart in distances.items() if apart is not None]:
        one, other = min(allowed)[1]
        alive[one] = alive[one].joined(alive.pop(other))
        distances = {pair: apart for pair, apart in distances.items() if other not in pair}
        distances |= {pair: distance(alive[pair[0]], alive[pair[1]]) for pair in distances if one in pair}
    return list(alive.values())


def _same_or_series(one: _Cluster, other: _Cluster) -> float | None:
    """The same value in compatible scopes, or one article's values at several dates."""
    if not _scopes_agree(one, other):
        return None
    left, right = one.distinct[0], other.distinct[0]
    if (left.value, left.high) == (right.value, right.high):
        return 0.0
    return 1.0 if _is_series(one, other) else None


def _is_series(one: _Cluster, other: _Cluster) -> bool:
    if not one.articles & other.articles:
        return False
    dates = [{claim.as_of for claim in cluster.distinct} for cluster in (one, other)]
    return None not in dates[0] | dates[1] and not dates[0] & dates[1]


def _consistent(one: _Cluster, other: _Cluster) -> float | None:
    """Values that may be one: their intervals meet, or one is a rounding of the other."""
    if not _scopes_agree(one, other) or _are_far_apart(one, other) or not _may_all_be_one(one, other):
        return None
    if one.articles & other.articles and not one.evolves and _ratio(one, other) > REPEATED_APART:
        return None
    return _ratio(one, other)


def _rivals(values_printed: Mapping[str, int], roles: Roles, one: _Cluster, other: _Cluster) -> float | None:
    """Different values of one quantity that no article prints together.

    Where both clusters have an article with several of the `values_printed` under this name, nothing
    shows which values belong together.
    """
    if one.articles & other.articles or not _scopes_agree(one, other) or _are_far_apart(one, other):
        return None
    if not any(all(values_printed[article] == 1 for article in cluster.articles) for cluster in (one, other)):
        return None
    if is_part_of_toll(one.distinct, other.distinct, roles) or _may_all_be_one(one, other):
        return None
    return _ratio(one, other)


def _pairs_between(one: _Cluster, other: _Cluster) -> Iterator[tuple[FigureClaim, FigureClaim]]:
    return product(one.distinct, other.distinct)


def _may_all_be_one(one: _Cluster, other: _Cluster) -> bool:
    return all(may_be_one(*pair) for pair in _pairs_between(one, other))


def _scopes_agree(one: _Cluster, other: _Cluster) -> bool:
    return all(scopes_agree(left.scope, right.scope) for left, right in _pairs_between(one, other))


def _ratio(one: _Cluster, other: _Cluster) -> float:
    """How many times the larger value is the smaller, for the closest two values."""
    return min(times_apart(left.number, right.number) for left, right in _pairs_between(one, other))


def _are_far_apart(one: _Cluster, other: _Cluster) -> bool:
    known = all(claim.scope.level not in INDEFINITE_LEVELS for claim in (*one.distinct, *other.distinct))
    growing = one.evolves and _are_of_different_times(one, other)
    return not known and not growing and _ratio(one, other) > MOST_APART


def _are_of_different_times(one: _Cluster, other: _Cluster) -> bool:
    times = [{claim.as_of or claim.reported_at for claim in cluster.distinct} for cluster in (one, other)]
    return None not in times[0] | times[1] and times[0] != times[1]
