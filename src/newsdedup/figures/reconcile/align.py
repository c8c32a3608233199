"""Claims about one quantity, brought together: same name, unit, kind, change and scope."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, product

from attrs import frozen

from newsdedup.figures.claim import OWN_PLACE, SENTENCE_BEFORE, FigureClaim, Scope
from newsdedup.figures.reconcile.ledger import (
    MOST_APART,
    Roles,
    classifiers,
    earliest,
    evolves,
    is_part_of_toll,
    lesser_tolls,
)
from newsdedup.figures.reconcile.likeness import speak_alike
from newsdedup.languages import known_roles
from newsdedup.text.phrases import plain

LEVELS = ("event", "national", "province", "district", "commune")  # from whole to part
_MOST_ABOVE = 1.5  # times; "more than v" is not said of far more than v
_REPEATED = 1.1  # times, at most, that an article strays from a figure when it says it again
_TELLING_DIGITS = 4  # significant digits in which two values do not agree by chance
_OWN_DIGITS = 3  # significant digits of an amount that two reports of one event hardly print of two things
_LEAST_ROUND = 10
_THOUSAND = 1000
_ROUND_DIGITS = 2  # significant digits of a number that people use for its neighbours
_MOST_VALUES = 64  # under one name; more of them are a table, whose values are no rivals
_MOST_COMPARED = 8  # claims of one value under one name
_RATE = re.compile(r"\s?/\s?([^\W\d_]+)")
_KINDS_OF_AMOUNTS = frozenset({"money", "percent", "measure"})
_SCHEDULE_KINDS = frozenset({"duration"})
_LOOSE = frozenset({"event", "unknown", "other"})


def is_schedule(claim: FigureClaim, roles: Roles) -> bool:
    """Whether the claim is of the event's programme, planned or held."""
    role = roles.get(claim.role or "")
    return claim.kind in _SCHEDULE_KINDS or (role is not None and role.schedule)


def name_of(claim: FigureClaim) -> str:
    """What the quantity is called: its role, else its noun in normal form."""
    return claim.role or plain(claim.noun or "")


def is_named(claim: FigureClaim) -> bool:
    """Whether the name says enough for two different values to be rivals."""
    if claim.kind in ("duration", "age"):
        return False
    return claim.role is not None or (bool(claim.noun) and name_of(claim) not in classifiers())


def align(claims: Sequence[FigureClaim], roles: Roles | None = None) -> list[list[FigureClaim]]:
    """Group claims into quantities.

    An article does not contradict itself: two values that it prints under one name are two
    quantities, or a series. Values that no article prints side by side are rival accounts of one.

    Parameters
    ----------
    claims : sequence of FigureClaim
        Of one event, without dates.
    roles : mapping of str to Role, optional
        What is known of each role; by default those of the languages.

    Returns
    -------
    list of list of FigureClaim
        In a canonical order that does not depend on the order given.
    """
    roles = known_roles() if roles is None else roles
    ordered = sorted(claims, key=lambda claim: (claim.article_id, claim.start, claim.end))
    by_key: dict[tuple[str | None, ...], list[FigureClaim]] = defaultdict(list)
    names = _common_names(ordered)
    for claim in ordered:
        name = name_of(claim)
        by_key[_key(claim, names.get((_amount(claim), name), name), roles)].append(claim)
    return [quantity for same in by_key.values() for quantity in _quantities(same, roles)]


def _common_names(claims: Sequence[FigureClaim]) -> dict[tuple[object, str], str]:
    """For a value and a name, the other name under which articles tell the same value of the same thing."""
    first_told: dict[tuple[object, str, str], FigureClaim] = {}  # one of each origin: copies say nothing more
    for claim in sorted(claims, key=earliest):
        if claim.role is None:
            first_told.setdefault((_amount(claim), name_of(claim), claim.origin or claim.article_id), claim)
    named: dict[object, dict[str, list[FigureClaim]]] = defaultdict(lambda: defaultdict(list))
    for (amount, name, _), claim in first_told.items():
        named[amount][name].append(claim)
    used = Counter(name for _, name, _ in first_told)
    return {(amount, name): common for amount, same in named.items() for name, common in _renamed(same, used)}


def _amount(claim: FigureClaim) -> tuple[object, ...]:
    return claim.kind, claim.unit, claim.change, claim.value


def _renamed(same: Mapping[str, Sequence[FigureClaim]], used: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Each name of one value that is the form or wording of one more `used`, and that one; the empty name is last."""
    kept: list[str] = []
    for name in sorted(same, key=lambda name: (not name, -used[name], name)):
        common = next((one for one in kept[-_MOST_VALUES:] if _name_one_thing(same[one], same[name])), None)
        if common is None:
            kept.append(name)
        else:
            yield name, common


def _name_one_thing(these: Sequence[FigureClaim], those: Sequence[FigureClaim]) -> bool:
    """Whether one name is a form of the other, or amounts under both are told alike or cannot agree by chance."""
    shorter, longer = sorted((these[0], those[0]), key=lambda claim: len(name_of(claim)))
    if is_named(shorter) and _is_form_of(name_of(shorter), name_of(longer)):
        return True
    if these[0].kind not in _KINDS_OF_AMOUNTS:
        return False
    if _digits(these[0]) >= _OWN_DIGITS and not {one.article_id for one in these} & {one.article_id for one in those}:
        return True
    pairs = product(these[:_MOST_COMPARED], those[:_MOST_COMPARED])
    return any(one.article_id != other.article_id and speak_alike(one, other) for one, other in pairs)


def _is_form_of(shorter: str, longer: str) -> bool:
    """Whether a name begins with another ("binh sĩ quân đội"), or puts a classifier before it ("chiếc ôtô")."""
    first, _, rest = longer.partition(" ")
    return longer.startswith(f"{shorter} ") or (first in classifiers() and rest == shorter)


def _key(claim: FigureClaim, name: str, roles: Roles) -> tuple[str | None, ...]:
    modality = None if is_schedule(claim, roles) else claim.modality
    part = "part" if claim.part_of else None
    return claim.kind, claim.unit, claim.change, modality, part, name


@frozen
class _Cluster:
    """Claims taken to be of one quantity.

    Attributes
    ----------
    claims : tuple of FigureClaim
        All of them.
    distinct : tuple of FigureClaim
        One for each that says or means something else: only these are compared, so that a
        thousand copies cost no more than one.
    articles : frozenset of str
    evolves : bool
        Whether later reports rightly give other values.
    """

    claims: tuple[FigureClaim, ...]
    distinct: tuple[FigureClaim, ...]
    articles: frozenset[str]
    evolves: bool

    def joined(self, other: _Cluster) -> _Cluster:
        """Both as one."""
        articles = self.articles | other.articles
        return _Cluster(self.claims + other.claims, self.distinct + other.distinct, articles, self.evolves)


def _quantities(claims: Sequence[FigureClaim], roles: Roles) -> list[list[FigureClaim]]:
    lesser = lesser_tolls(claims, roles)
    own = [claim for place, claim in enumerate(claims) if place not in lesser]
    others = [claim for place, claim in enumerate(claims) if place in lesser]
    return [quantity for same in (own, others) for quantity in _clustered(same, roles)]


def _clustered(claims: Iterable[FigureClaim], roles: Roles) -> list[list[FigureClaim]]:
    clusters = _collapsed(claims, roles)
    for closeness in (_same_or_series, _consistent):
        clusters = _joined(clusters, closeness)
    printed = Counter(article for cluster in clusters for article in cluster.articles)
    clusters = _joined(clusters, functools.partial(_rivals, printed, roles))
    return [list(cluster.claims) for cluster in clusters]


def _collapsed(claims: Iterable[FigureClaim], roles: Roles) -> list[_Cluster]:
    """Claims of one value, qualifier, scope and date, and of one origin or sentence, are one to begin with."""
    same: dict[tuple[object, ...], list[FigureClaim]] = defaultdict(list)
    for claim in claims:
        what = claim.value, claim.high, claim.qualifier, _place(claim.scope), claim.scope.level, claim.as_of
        where = None if is_named(claim) else claim.sentence  # two men of one age are two
        same[(*what, claim.origin or claim.article_id, where)].append(claim)
    return [
        _Cluster(
            claims=tuple(group),
            distinct=(min(group, key=earliest),),
            articles=frozenset(claim.article_id for claim in group),
            evolves=evolves(group[0], roles),
        )
        for group in same.values()
    ]


_Closeness = Callable[[_Cluster, _Cluster], float | None]


def _joined(clusters: list[_Cluster], closeness: _Closeness) -> list[_Cluster]:
    """Join the closest two clusters until none may be joined; `closeness` gives None for never."""
    if len(clusters) > _MOST_VALUES:
        return clusters
    alive = dict(enumerate(clusters))
    distances = {pair: closeness(alive[pair[0]], alive[pair[1]]) for pair in combinations(alive, 2)}
    while allowed := [(distance, pair) for pair, distance in distances.items() if distance is not None]:
        one, other = min(allowed)[1]
        alive[one] = alive[one].joined(alive.pop(other))
        distances = {pair: distance for pair, distance in distances.items() if other not in pair}
        distances |= {pair: closeness(alive[pair[0]], alive[pair[1]]) for pair in distances if one in pair}
    return list(alive.values())


def _same_or_series(one: _Cluster, other: _Cluster) -> float | None:
    """The same value in compatible scopes, or one article's values at several dates."""
    if not _scopes_agree(one, other):
        return None
    left, right = one.distinct[0], other.distinct[0]
    if (left.value, left.high) == (right.value, right.high) and (is_named(left) or _same_subject(one, other)):
        return 0.0
    return 1.0 if _is_series(one, other) else None


def _is_series(one: _Cluster, other: _Cluster) -> bool:
    if not one.articles & other.articles:
        return False
    dates = [{claim.as_of for claim in cluster.distinct} for cluster in (one, other)]
    return None not in dates[0] | dates[1] and not dates[0] & dates[1]


def _consistent(one: _Cluster, other: _Cluster) -> float | None:
    """Values that may be one: their intervals meet, or one is the rounding of the other."""
    if not is_named(one.distinct[0]) or not _scopes_agree(one, other) or _too_far_apart(one, other):
        return None
    if not all(may_be_one(*pair) for pair in _pairs(one, other)):
        return None
    if _are_rates_apart(one, other) or (one.distinct[0].role is None and _ratio(one, other) > _MOST_ABOVE):
        return None
    is_repeated = one.articles & other.articles and not one.evolves
    if is_repeated and _ratio(one, other) > _REPEATED:
        return None
    is_one_thing = _is_rounded_closely(one, other) or _same_subject(one, other)
    return _ratio(one, other) if is_one_thing else None


def _is_rounded_closely(one: _Cluster, other: _Cluster) -> bool:
    """Whether one value is the rounding of the other in so many digits that it is no chance: 14.34 and 14.336."""
    return any(
        min(_digits(left), _digits(right)) >= _TELLING_DIGITS
        and (left.number in right.rounded or right.number in left.rounded)
        for left, right in _pairs(one, other)
    )


def _digits(claim: FigureClaim) -> int:
    return len(claim.number.normalize().as_tuple().digits)


def _rivals(printed: Mapping[str, int], roles: Roles, one: _Cluster, other: _Cluster) -> float | None:
    """Different values that no article prints side by side; of two that print several, who knows which go together.

    `printed` tells how many values under this name each article prints.
    """
    if not is_named(one.distinct[0]) or one.articles & other.articles or not _scopes_agree(one, other):
        return None
    if not any(all(printed[article] == 1 for article in cluster.articles) for cluster in (one, other)):
        return None
    if _too_far_apart(one, other) or not _same_subject(one, other):
        return None
    if (
        _are_rates_apart(one, other)
        or is_part_of_toll(one.distinct, other.distinct, roles)
        or all(may_be_one(*pair) for pair in _pairs(one, other))
    ):
        return None
    return _ratio(one, other)


def _are_rates_apart(one: _Cluster, other: _Cluster) -> bool:
    """Whether one value is an amount for each of something, and the other is not, or of something else."""
    rates = [{_rate(claim) for claim in cluster.distinct} for cluster in (one, other)]
    return not rates[0] & rates[1]


def _rate(claim: FigureClaim) -> str | None:
    """For each of what an amount is: "90 đồng/kg"."""
    match = _RATE.match(claim.sentence, claim.start - claim.sentence_start + len(claim.text))
    return plain(match.group(1)) if match else None


def _pairs(one: _Cluster, other: _Cluster) -> Iterator[tuple[FigureClaim, FigureClaim]]:
    return product(one.distinct, other.distinct)


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
    is_round = _digits(claim) <= _ROUND_DIGITS or claim.number % _THOUSAND == 0
    return claim.number >= _LEAST_ROUND and is_round


def _ratio(one: _Cluster, other: _Cluster) -> float:
    """How many times the larger value is the smaller, at the closest."""
    return min(_times_apart(left.number, right.number) for left, right in _pairs(one, other))


def _times_apart(one: Decimal, other: Decimal) -> float:
    smaller, larger = sorted((abs(one), abs(other)))
    if smaller == larger:
        return 1.0
    return float(larger / smaller) if smaller else float("inf")


def _too_far_apart(one: _Cluster, other: _Cluster) -> bool:
    known = all(claim.scope.level not in _LOOSE for claim in (*one.distinct, *other.distinct))
    growing = one.evolves and _differ_in_time(one, other)
    return not known and not growing and _ratio(one, other) > MOST_APART


def _differ_in_time(one: _Cluster, other: _Cluster) -> bool:
    times = [{claim.as_of or claim.reported_at for claim in cluster.distinct} for cluster in (one, other)]
    return None not in times[0] | times[1] and times[0] != times[1]


def _place(scope: Scope) -> str | None:
    return plain(scope.place) if scope.place else None


def _firm_place(scope: Scope) -> str | None:
    """The place, unless it was named elsewhere and may be a city, a country or a newsroom."""
    is_hearsay = scope.found_by in (SENTENCE_BEFORE, OWN_PLACE) and scope.level in _LOOSE
    return None if is_hearsay else _place(scope)


def _scopes_agree(one: _Cluster, other: _Cluster) -> bool:
    return all(scopes_agree(left.scope, right.scope) for left, right in _pairs(one, other))


def scopes_agree(one: Scope, other: Scope) -> bool:
    """Whether two figures may hold for one place: nothing known of them differs."""
    places = {_firm_place(one), _firm_place(other)} - {None}
    if len(places) > 1:
        return False
    if places and "event" in (one.level, other.level):
        return False  # a place set apart from the event
    levels = {one.level, other.level} - _LOOSE
    return len(levels) < 2 and not (levels == {"national"} and places)


def _same_subject(one: _Cluster, other: _Cluster) -> bool:
    """Whether a role, or the words around them, make two values those of one thing."""
    return one.distinct[0].role is not None or any(speak_alike(*pair) for pair in _pairs(one, other))
