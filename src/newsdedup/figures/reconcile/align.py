"""Claims grouped into quantities: same name, unit, kind, change and scope."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from attrs import evolve, frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.compatibility import (
    INDEFINITE_LEVELS,
    is_rounding,
    may_be_one,
    place_of,
    scopes_agree,
    significant_digits,
    times_apart,
)
from newsdedup.figures.reconcile.likeness import are_worded_alike, share_a_subject
from newsdedup.figures.reconcile.names import (
    common_names,
    is_named,
    may_be_rivals,
    names_of_measures,
    quantity_name,
    value_key,
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
from newsdedup.languages import known_roles
from newsdedup.text.phrases import plain

_MOST_ABOVE = 1.5  # times; "more than v" does not mean far more than v
_REPEATED = 1.1  # times; how far an article's repetition of a figure may differ from it
_CLOSE = 1.05  # times; how far two amounts under one noun may differ to be of one thing
_AMOUNTS = frozenset({"money", "measure"})
_YEARS_APART = 2  # of two ages that reports give one person
_TELLING_DIGITS = 4  # significant digits in which two values do not agree by chance
_MOST_VALUES = 64  # values of one name; more of them are a table, whose values are not compared with each other
_RATE = re.compile(r"\s?/\s?([^\W\d_]+)")


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
    by_key: dict[_Key, list[FigureClaim]] = defaultdict(list)
    keys = [_key(claim, name, roles) for claim, name in zip(ordered, _claim_names(ordered), strict=True)]
    happened = {(key, claim.value, claim.qualifier) for key, claim in zip(keys, ordered, strict=True)}
    for key, claim in zip(keys, ordered, strict=True):
        actual = evolve(key, modality="actual") if key.modality == "planned" else key
        by_key[actual if (actual, claim.value, claim.qualifier) in happened else key].append(claim)
    return [quantity for same in by_key.values() for quantity in _quantities(same, roles)]


def _claim_names(claims: Sequence[FigureClaim]) -> list[str]:
    """The name of the quantity of each claim, one for all its wordings."""
    measures, common = names_of_measures(claims), common_names(claims)
    names = (measures.get(claim, quantity_name(claim)) for claim in claims)
    return [common.get((value_key(claim), name), name) for claim, name in zip(claims, names, strict=True)]


@frozen
class _Key:
    """What the claims of one quantity share; a plan that was carried out to the letter is what happened."""

    kind: str
    unit: str | None
    change: str
    modality: str | None
    is_part: bool
    name: str


def _key(claim: FigureClaim, name: str, roles: Roles) -> _Key:
    modality = None if _is_schedule(claim, roles) else claim.modality
    return _Key(claim.kind, claim.unit, claim.change, modality, claim.part_of is not None, name)


def _is_schedule(claim: FigureClaim, roles: Roles) -> bool:
    """Whether the claim is about the event's programme, planned or held."""
    role = roles.get(claim.role or "")
    return claim.kind == "duration" or (role is not None and role.schedule)


def _quantities(claims: Sequence[FigureClaim], roles: Roles) -> list[list[FigureClaim]]:
    added = summands(claims, roles)
    counts = [claim for index, claim in enumerate(claims) if index not in added]
    lesser = lesser_tolls(counts, roles)
    whole = [claim for index, claim in enumerate(counts) if index not in lesser]
    parts = [claim for index, claim in enumerate(counts) if index in lesser]
    summed = [claim for index, claim in enumerate(claims) if index in added]
    return [quantity for same in (whole, parts, summed) for quantity in _clustered(same, roles)]


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
    clusters = _identical(claims, roles)
    for distance in (_same_or_series, _consistent):
        clusters = _closest_joined(clusters, distance)
    values_printed = Counter(article for cluster in clusters for article in cluster.articles)
    clusters = _closest_joined(clusters, functools.partial(_rivals, values_printed, roles))
    return [list(cluster.claims) for cluster in clusters]


def _identical(claims: Iterable[FigureClaim], roles: Roles) -> list[_Cluster]:
    """Clusters of claims of one value, qualifier, scope and date, and of one origin or sentence."""
    same: dict[tuple[object, ...], list[FigureClaim]] = defaultdict(list)
    for claim in claims:
        what = claim.value, claim.high, claim.qualifier, place_of(claim.scope), claim.scope.level, claim.as_of
        where = None if is_named(claim) else claim.sentence  # two men of one age are two
        same[(*what, claim_origin(claim), where)].append(claim)
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
    is_same_name = is_named(left) or is_named(right)  # a claim without a name has that of those it is compared with
    if (left.value, left.high) == (right.value, right.high) and (is_same_name or _same_subject(one, other)):
        return 0.0
    return 1.0 if _is_series(one, other) else None


def _is_series(one: _Cluster, other: _Cluster) -> bool:
    if not one.articles & other.articles:
        return False
    dates = [{claim.as_of for claim in cluster.distinct} for cluster in (one, other)]
    return None not in dates[0] | dates[1] and not dates[0] & dates[1]


def _consistent(one: _Cluster, other: _Cluster) -> float | None:
    """Values that may be one: their intervals meet, or one is a rounding of the other."""
    if not _scopes_agree(one, other) or _too_far_apart(one, other):
        return None
    if not may_be_rivals(one.distinct[0], other.distinct[0]) and not _are_close_amounts(one, other):
        return None
    if not _may_be_one(one, other) or _are_rates_apart(one, other):
        return None
    if one.distinct[0].role is None and _ratio(one, other) > _MOST_ABOVE:
        return None
    is_repeated = one.articles & other.articles and not one.evolves
    if is_repeated and _ratio(one, other) > _REPEATED:
        return None
    is_worded_so = _same_subject(one, other) or _are_close_amounts(one, other)
    return _ratio(one, other) if is_worded_so or _is_rounded_closely(one, other) else None


def _are_close_amounts(one: _Cluster, other: _Cluster) -> bool:
    """Whether two amounts under one noun, however general, differ little, and their sentences share a subject."""
    first = one.distinct[0]
    if first.kind not in _AMOUNTS or not first.noun or _ratio(one, other) > _CLOSE:
        return False
    return any(share_a_subject(*pair) for pair in _pairs_between(one, other))


def _rivals(values_printed: Mapping[str, int], roles: Roles, one: _Cluster, other: _Cluster) -> float | None:
    """Different values of one quantity that no article prints together.

    Where both clusters have an article with several of the `values_printed` under this name, nothing
    shows which values belong together.
    """
    if (
        not may_be_rivals(one.distinct[0], other.distinct[0])
        or one.articles & other.articles
        or not _scopes_agree(one, other)
    ):
        return None
    if one.distinct[0].kind == "age" and not _are_ages_of_one(values_printed, one, other):
        return None
    if not any(all(values_printed[article] == 1 for article in cluster.articles) for cluster in (one, other)):
        return None
    if _too_far_apart(one, other) or not _same_subject(one, other) or _are_rates_apart(one, other):
        return None
    if is_part_of_toll(one.distinct, other.distinct, roles) or _may_be_one(one, other):
        return None
    return _ratio(one, other)


def _are_ages_of_one(values_printed: Mapping[str, int], one: _Cluster, other: _Cluster) -> bool:
    """Whether each article prints one age, and the two are too close for two people in the same words."""
    if any(values_printed[article] > 1 for article in one.articles | other.articles):
        return False
    return all(abs(left.number - right.number) <= _YEARS_APART for left, right in _pairs_between(one, other))


def _pairs_between(one: _Cluster, other: _Cluster) -> Iterator[tuple[FigureClaim, FigureClaim]]:
    return product(one.distinct, other.distinct)


def _may_be_one(one: _Cluster, other: _Cluster) -> bool:
    return all(may_be_one(*pair) for pair in _pairs_between(one, other))


def _scopes_agree(one: _Cluster, other: _Cluster) -> bool:
    return all(scopes_agree(left.scope, right.scope) for left, right in _pairs_between(one, other))


def _same_subject(one: _Cluster, other: _Cluster) -> bool:
    """Whether a role, or the words around two values, show that they are of one thing."""
    return one.distinct[0].role is not None or any(are_worded_alike(*pair) for pair in _pairs_between(one, other))


def _is_rounded_closely(one: _Cluster, other: _Cluster) -> bool:
    """Whether one value is a rounding of the other in too many digits for chance: 14.34 and 14.336."""
    return any(
        min(significant_digits(left), significant_digits(right)) >= _TELLING_DIGITS and is_rounding(left, right)
        for left, right in _pairs_between(one, other)
    )


def _are_rates_apart(one: _Cluster, other: _Cluster) -> bool:
    """Whether one value is an amount per something, and the other is not, or is per something else."""
    rates = [{_rate(claim) for claim in cluster.distinct} for cluster in (one, other)]
    return not rates[0] & rates[1]


def _rate(claim: FigureClaim) -> str | None:
    """What an amount is per: "90 đồng/kg"."""
    match = _RATE.match(claim.sentence, claim.start - claim.sentence_start + len(claim.text))
    return plain(match.group(1)) if match else None


def _ratio(one: _Cluster, other: _Cluster) -> float:
    """How many times the larger value is the smaller, for the closest two values."""
    return min(times_apart(left.number, right.number) for left, right in _pairs_between(one, other))


def _too_far_apart(one: _Cluster, other: _Cluster) -> bool:
    known = all(claim.scope.level not in INDEFINITE_LEVELS for claim in (*one.distinct, *other.distinct))
    growing = one.evolves and _differ_in_time(one, other)
    return not known and not growing and _ratio(one, other) > MOST_APART


def _differ_in_time(one: _Cluster, other: _Cluster) -> bool:
    times = [{claim.as_of or claim.reported_at for claim in cluster.distinct} for cluster in (one, other)]
    return None not in times[0] | times[1] and times[0] != times[1]
