"""Claims about one quantity, brought together: same name, unit, kind, change and scope."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import combinations

from newsdedup.article import first_moment
from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.languages import Role, known_languages
from newsdedup.text import fold_case, normalise, tokens

MOST_APART = 3  # times; values further apart under an unknown scope are not one quantity
LEVELS = ("national", "province", "district", "commune")  # from whole to part
_LEAST_ROUND = 10
_ROUND_DIGITS = 2  # significant digits of a number that people use for its neighbours
_LEAST_SHARED_WORDS = 0.3  # Jaccard of two sentences whose figures are named by a noun alone
_MOST_VALUES = 64  # under one name; more of them are a table, whose values are no rivals
_SCHEDULE_KINDS = frozenset({"duration"})
_LOOSE = frozenset({"event", "unknown", "other"})


@functools.cache
def roles() -> Mapping[str, Role]:
    """Every role of every language, by name."""
    return {role.name: role for language in known_languages().values() for role in language.roles}


@functools.cache
def _classifiers() -> frozenset[str]:
    words = (word for language in known_languages().values() for word in language.classifiers)
    return frozenset(fold_case(normalise(word).plain) for word in words)


def evolves(claim: FigureClaim) -> bool:
    """Whether later reports rightly give other values."""
    return claim.role is not None and claim.role in roles() and roles()[claim.role].evolves


def is_schedule(claim: FigureClaim) -> bool:
    """Whether the claim is of the event's programme, planned or held."""
    has_role = claim.role is not None and claim.role in roles()
    return claim.kind in _SCHEDULE_KINDS or (has_role and roles()[str(claim.role)].schedule)


def name_of(claim: FigureClaim) -> str:
    """What the quantity is called: its role, else its noun in normal form."""
    return claim.role or fold_case(normalise(claim.noun or "").plain)


def is_named(claim: FigureClaim) -> bool:
    """Whether the name says enough for two different values to be rivals."""
    if claim.kind in ("duration", "age"):
        return False
    return claim.role is not None or (bool(claim.noun) and name_of(claim) not in _classifiers())


def align(claims: Sequence[FigureClaim]) -> list[list[FigureClaim]]:
    """Group claims into quantities.

    An article does not contradict itself: two values that it prints under one name are two
    quantities, or a series. Values that no article prints side by side are rival accounts of one.

    Parameters
    ----------
    claims : sequence of FigureClaim
        Of one event, without dates.

    Returns
    -------
    list of list of FigureClaim
        In a canonical order that does not depend on the order given.
    """
    ordered = sorted(claims, key=lambda claim: (claim.article_id, claim.start, claim.end))
    by_key: dict[tuple[str | None, ...], list[FigureClaim]] = defaultdict(list)
    for claim in ordered:
        by_key[_key(claim)].append(claim)
    return [quantity for same in by_key.values() for quantity in _quantities(same)]


def _key(claim: FigureClaim) -> tuple[str | None, ...]:
    modality = None if is_schedule(claim) else claim.modality
    return claim.kind, claim.unit, claim.change, modality, name_of(claim)


_Cluster = list[FigureClaim]


def _quantities(claims: Iterable[FigureClaim]) -> list[_Cluster]:
    clusters = _collapsed(claims)
    clusters = _joined(clusters, _same_or_series)
    clusters = _joined(clusters, _consistent)
    return _joined(clusters, _rivals)


def _collapsed(claims: Iterable[FigureClaim]) -> list[_Cluster]:
    """Claims of one value, qualifier and scope are one to begin with."""
    same: dict[tuple[object, ...], _Cluster] = defaultdict(list)
    for claim in claims:
        same[claim.value, claim.high, claim.qualifier, _place(claim.scope), claim.scope.level].append(claim)
    return list(same.values())


_Closeness = Callable[[_Cluster, _Cluster], float | None]


def _joined(clusters: list[_Cluster], closeness: _Closeness) -> list[_Cluster]:
    """Join the closest two clusters until none may be joined; `closeness` gives None for never."""
    if len(clusters) > _MOST_VALUES:
        return clusters
    alive = dict(enumerate(clusters))
    distances = {pair: closeness(alive[pair[0]], alive[pair[1]]) for pair in combinations(alive, 2)}
    while allowed := [(distance, pair) for pair, distance in distances.items() if distance is not None]:
        one, other = min(allowed)[1]
        alive[one] = alive[one] + alive.pop(other)
        distances = {pair: distance for pair, distance in distances.items() if other not in pair}
        distances |= {pair: closeness(alive[pair[0]], alive[pair[1]]) for pair in distances if one in pair}
    return list(alive.values())


def _same_or_series(one: _Cluster, other: _Cluster) -> float | None:
    """The same value in compatible scopes, or one article's values at several dates."""
    if not _scopes_agree(one, other):
        return None
    if one[0].value == other[0].value and one[0].high == other[0].high:
        return 0.0
    return 1.0 if _is_series(one, other) else None


def _is_series(one: _Cluster, other: _Cluster) -> bool:
    shared = _articles(one) & _articles(other)
    dates = [{claim.as_of for claim in cluster if claim.article_id in shared} for cluster in (one, other)]
    return bool(shared) and None not in dates[0] | dates[1] and not dates[0] & dates[1]


def _consistent(one: _Cluster, other: _Cluster) -> float | None:
    """Values that may be one: their intervals meet, or one is the rounding of the other."""
    if not is_named(one[0]) or not _scopes_agree(one, other) or _too_far_apart(one, other):
        return None
    if not all(may_be_one(left, right) for left in one for right in other) or not _same_subject(one, other):
        return None
    return _ratio(one, other)


def _rivals(one: _Cluster, other: _Cluster) -> float | None:
    """Different values that no article prints side by side."""
    if not is_named(one[0]) or _articles(one) & _articles(other) or not _scopes_agree(one, other):
        return None
    if _too_far_apart(one, other) or not _same_subject(one, other):
        return None
    return _ratio(one, other)


def may_be_one(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two claims can both be true of one value."""
    if not one.meant.intersect(other.meant).is_empty:
        return True
    if one.value == other.value:
        return {one.qualifier, other.qualifier} <= {"nearly", "more_than", "about"} or is_rough(one)
    return other.number in one.rounded or one.number in other.rounded


def is_rough(claim: FigureClaim) -> bool:
    """Whether "v" may stand for "nearly v" or "more than v": measured amounts, and counts of a round number."""
    if claim.kind != "count" or claim.number != claim.number.to_integral_value():
        return True
    return claim.number >= _LEAST_ROUND and len(claim.number.normalize().as_tuple().digits) <= _ROUND_DIGITS


def _articles(cluster: _Cluster) -> set[str]:
    return {claim.article_id for claim in cluster}


def _ratio(one: _Cluster, other: _Cluster) -> float:
    """How many times the larger value is the smaller, at the closest."""
    return min(_times_apart(left.number, right.number) for left in one for right in other)


def _times_apart(one: Decimal, other: Decimal) -> float:
    smaller, larger = sorted((abs(one), abs(other)))
    if smaller == larger:
        return 1.0
    return float(larger / smaller) if smaller else float("inf")


def _too_far_apart(one: _Cluster, other: _Cluster) -> bool:
    known = all(claim.scope.level not in _LOOSE for claim in (*one, *other))
    growing = evolves(one[0]) and _differ_in_time(one, other)
    return not known and not growing and _ratio(one, other) > MOST_APART


def _differ_in_time(one: _Cluster, other: _Cluster) -> bool:
    times = [_times(cluster) for cluster in (one, other)]
    return None not in times[0] | times[1] and times[0] != times[1]


def _times(cluster: _Cluster) -> set[str | datetime | None]:
    """The times of a cluster's claims; that of an origin is its earliest report's, since a copy is no news."""
    first: dict[str, datetime] = {}
    for claim in cluster:
        if claim.reported_at is not None:
            origin, moment = claim.origin or claim.article_id, first_moment(claim.reported_at)
            first[origin] = min(first.get(origin, moment), moment)
    return {claim.as_of or first.get(claim.origin or claim.article_id) for claim in cluster}


def _place(scope: Scope) -> str | None:
    return fold_case(normalise(scope.place).plain) if scope.place else None


def _scopes_agree(one: _Cluster, other: _Cluster) -> bool:
    return all(scopes_agree(left.scope, right.scope) for left in one for right in other)


def scopes_agree(one: Scope, other: Scope) -> bool:
    """Whether two figures may hold for one place: nothing known of them differs."""
    places = {_place(one), _place(other)} - {None}
    if len(places) > 1:
        return False
    levels = {one.level, other.level} - _LOOSE
    return len(levels) < 2 and not (levels == {"national"} and places)


def _same_subject(one: _Cluster, other: _Cluster) -> bool:
    """Whether a role, or sentences with words in common, make two values rivals."""
    if one[0].role is not None:
        return True
    return any(_shared_words(left.sentence, right.sentence) >= _LEAST_SHARED_WORDS for left in one for right in other)


def _shared_words(one: str, other: str) -> float:
    left, right = _words(one), _words(other)
    return len(left & right) / len(left | right) if left | right else 1.0


@functools.lru_cache(maxsize=4096)
def _words(sentence: str) -> frozenset[str]:
    return frozenset(word for word in tokens(normalise(sentence)) if not re.fullmatch(r"\d+", word))
