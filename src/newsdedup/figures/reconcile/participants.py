"""The ledger of an event's participants: how many people each article's account gives each role.

An article tells of people in several ways: it counts them ("four were shot"), mentions them ("Ann Vale died"), says
what became of some ("one of them fatally"), and who is among them ("including the gunman"). Its *account* is what
these come to. Figures of people are reconciled from accounts, and keep the claims that made them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve, field, frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.persons import different_persons
from newsdedup.figures.reconcile.tolls import Roles, are_set_apart, earliest, is_besides, is_late_death, is_of_people
from newsdedup.figures.wording import value_words
from newsdedup.languages import Language, cached_by_language, language_of
from newsdedup.text.phrases import any_of, plain

_ATTACKER_REACH = 120  # characters after a toll in which words say that it includes the attacker


@frozen
class Ledger:
    """What the accounts of all articles make of their claims."""

    claims: tuple[FigureClaim, ...]  # as read; those of people with the number of their article's account
    printed: Mapping[FigureClaim, FigureClaim] = field(factory=dict)  # by such a claim, the one that was read
    reasons: Mapping[FigureClaim, str] = field(factory=dict)  # by such a claim, how its number came about

    def reasons_for(self, claims: Iterable[FigureClaim]) -> tuple[str, ...]:
        """How the numbers of these claims came about, each reason once."""
        if not self.reasons:
            return ()
        return tuple(dict.fromkeys(self.reasons[claim] for claim in claims if claim in self.reasons))


Entry = tuple[FigureClaim, FigureClaim, str]
"""A claim, what it comes to in its article's account, and how."""


def ledger_of(claims: Sequence[FigureClaim], roles: Roles) -> Ledger:
    """The ledger of the claims of one event."""
    people = [claim for claim in claims if _is_in_ledger(claim, roles)]
    entries = {claim: (made, reason) for claim, made, reason in _ledger_entries(people, roles)}
    if not entries:  # in most events
        return Ledger(tuple(claims))
    return Ledger(
        tuple(entries[claim][0] if claim in entries else claim for claim in claims),
        {made: claim for claim, (made, _) in entries.items()},
        {made: reason for made, reason in entries.values() if reason},
    )


def _ledger_entries(people: Sequence[FigureClaim], roles: Roles) -> Iterator[Entry]:
    """The claims that come to something else than they print; of one that comes to several things, the last counts."""
    yield from _without_the_dead_of_others(people, roles)
    accounts: dict[str, dict[str, list[FigureClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in people:
        accounts[claim.article_id][claim.role or ""].append(claim)
    tolls = _first_of_each_role(claim for claim in people if claim.is_toll)
    late = _first_of_each_role(claim for claim in people if is_late_death(claim))
    for account in accounts.values():
        for claims in account.values():
            yield from _of_all_persons([claim for claim in claims if not claim.is_toll])
        for name, graver in _pairs_of_roles(account, roles):
            yield from _without_the_dead(graver, account[graver], account[name])
            yield from _died_since(account[graver], account[name], late)
        yield from _besides_earlier(account, tolls)
    yield from _with_attackers(people)
    yield from _of_places(people)


def _is_in_ledger(claim: FigureClaim, roles: Roles) -> bool:
    is_of_event = claim.modality == "actual" and claim.change == "level" and claim.part_of is None
    return is_of_event and is_of_people(claim, roles)


def _pairs_of_roles(account: Mapping[str, object], roles: Roles) -> list[tuple[str, str]]:
    """The roles of an account of which the second outweighs the first."""
    return [(name, graver) for graver in account for name in roles[graver].outweighs if name in account]


def _with_account(claim: FigureClaim, number: Decimal) -> FigureClaim:
    return evolve(claim, value=number, low=number, high=number)


# ------------------------------------------------------------------------------------- within an article


def _of_all_persons(mentions: Sequence[FigureClaim]) -> Iterator[Entry]:
    """Mentions of several people: "John Hale died … his brother Mark also died" are two."""
    number = Decimal(len(different_persons(mentions)))
    for claim in mentions if len(mentions) > 1 else ():
        if number > claim.number:
            yield claim, _with_account(claim, number), f"{_listed(mentions)}: {value_words(number, claim)}"


def _listed(mentions: Iterable[FigureClaim]) -> str:
    ordered = sorted(mentions, key=lambda claim: (claim.article_id, claim.start))
    return ", ".join(dict.fromkeys(" ".join((claim.noun or claim.text).split()) for claim in ordered))


def _without_the_dead(graver: str, gone: Sequence[FigureClaim], claims: Sequence[FigureClaim]) -> Iterator[Entry]:
    """Counts of people of an open outcome less those of them who died: four were shot, one died, three are injured."""
    died = _number_in_account(gone)
    settled = {claim.number for claim in claims if claim.is_toll and not claim.is_open}
    for claim in claims:
        left = claim.number - died
        is_whole = claim.is_toll and claim.is_open and claim.qualifier == "exact" and not are_set_apart(claim)
        if is_whole and died and left > 0 and (left in settled or not settled):
            whole, less, rest = (value_words(value, claim) for value in (claim.number, died, left))
            reason = f"{whole} in all, less {less} {graver}, is {rest}"
            yield claim, evolve(_with_account(claim, left), is_open=False), reason


def _without_the_dead_of_others(people: Sequence[FigureClaim], roles: Roles) -> Iterator[Entry]:
    """Counts of all who were shot, where other articles count the dead among them, and those who lived."""
    by_role: dict[str, list[FigureClaim]] = defaultdict(list)
    for claim in people:
        by_role[claim.role or ""].append(claim)
    for name, graver in _pairs_of_roles(by_role, roles):
        settled = any(claim.is_toll and not claim.is_open for claim in by_role[name])
        yield from _without_the_dead(graver, by_role[graver], by_role[name]) if settled else ()


def _number_in_account(claims: Sequence[FigureClaim]) -> Decimal:
    """How many people an account gives a role."""
    counts = [claim.number for claim in claims if claim.is_toll and claim.qualifier == "exact"]
    return max(counts) if counts else Decimal(len(different_persons(claims)))


FirstClaims = Mapping[str | None, Sequence[FigureClaim]]
"""By role, the first claim of each of the two earliest articles that have one."""


def _first_of_each_role(claims: Iterable[FigureClaim]) -> FirstClaims:
    first: dict[str | None, list[FigureClaim]] = defaultdict(list)
    for claim in sorted(claims, key=earliest):
        of_role = first[claim.role]
        if len(of_role) < 2 and all(one.article_id != claim.article_id for one in of_role):
            of_role.append(claim)
    return first


def _is_told_earlier(claim: FigureClaim, first: FirstClaims) -> bool:
    """Whether another article has such a claim of the role of this one, and is earlier."""
    return any(
        one.article_id != claim.article_id and earliest(one) < earliest(claim) for one in first.get(claim.role, ())
    )


def _died_since(dead: Sequence[FigureClaim], hurt: Sequence[FigureClaim], late: FirstClaims) -> Iterator[Entry]:
    """People who have died since they were counted as hurt: "a man who was hurt in the crash has died in hospital".

    They come on top of the dead whom earlier articles count, unless these died so too.
    """
    hurt_at = {claim.start: claim for claim in hurt}
    for claim in dead:
        if claim.start in hurt_at and is_late_death(claim) and not _is_told_earlier(claim, late):
            yield claim, evolve(claim, change="up"), ""
            yield hurt_at[claim.start], evolve(hurt_at[claim.start], is_toll=False), ""


def _besides_earlier(account: Mapping[str, Sequence[FigureClaim]], tolls: FirstClaims) -> Iterator[Entry]:
    """Others, in an article that tells of nobody else: they come on top of those whom earlier articles count."""
    told = [claim for claims in account.values() for claim in claims]
    if not all(claim.is_toll and claim.qualifier == "exact" and are_set_apart(claim) for claim in told):
        return  # "a second victim" says how many there are
    for claim in told:
        if (is_late_death(claim) or is_besides(claim)) and _is_told_earlier(claim, tolls):
            yield claim, evolve(claim, change="up"), ""


# ------------------------------------------------------------------------------------- between articles


def _with_attackers(people: Sequence[FigureClaim]) -> Iterator[Entry]:
    """Counts of the victims alone, where another article counts as many and the attacker."""
    with_attacker = {(claim.role, claim.number): claim for claim in people if claim.is_toll and _has_attacker(claim)}
    including = {claim.article_id for claim in with_attacker.values()}
    for claim in people if with_attacker else ():
        number = claim.number + 1
        is_of_victims = claim.is_toll and claim.qualifier == "exact" and claim.article_id not in including
        if is_of_victims and (claim.role, number) in with_attacker:
            victims, whole = value_words(claim.number, claim), value_words(number, claim)
            yield claim, _with_account(claim, number), f"{victims} and the attacker are {whole}"


def _has_attacker(claim: FigureClaim) -> bool:
    """Whether the words after a toll say that it includes the attacker: "five people, including the gunman"."""
    language = language_of(claim.language)
    if language is None:
        return False
    end = claim.start - claim.sentence_start + len(claim.text)
    following = plain(claim.sentence[end : end + _ATTACKER_REACH])
    return _attacker_among(language).search(following) is not None


@cached_by_language
def _attacker_among(language: Language) -> re.Pattern[str]:
    people = language.people
    return re.compile(
        rf"(?<!\w)(?:{any_of(people.insertions)})\s+(?:\w+\s+){{0,2}}?(?:{any_of(people.attackers)})(?!\w)"
    )


def _of_places(people: Sequence[FigureClaim]) -> Iterator[Entry]:
    """Tolls of a place that is a part of where another toll holds: of Turkey, beside that of Turkey and Syria.

    Where one article gives tolls of several places, another toll must be as large as their sum: else these may be
    the places where one toll was reported from.
    """
    by_role: dict[str | None, list[FigureClaim]] = defaultdict(list)
    for claim in people:
        if claim.is_toll:
            by_role[claim.role].append(claim)
    for tolls in by_role.values():
        whole = _most_of_wholes(tolls)
        most = max(claim.number for claim in tolls)
        apart = {claim for same in _by_article(tolls) if _are_of_places(same, most) for claim in same}
        for claim in tolls:
            if claim.near.place and (claim in apart or _is_part_of_place(claim, whole)):
                yield claim, evolve(claim, scope=claim.near), ""


_Wholes = Mapping[str | None, Decimal]
"""The largest toll printed beside several places, by each of them; by None beside the nation alone."""


def _most_of_wholes(tolls: Iterable[FigureClaim]) -> _Wholes:
    most: dict[str | None, Decimal] = {}
    for claim in filter(_is_wider, tolls):
        for place in _places_in(claim) if claim.near.place else (None,):
            most[place] = max(most.get(place, claim.number), claim.number)
    return most


def _is_wider(claim: FigureClaim) -> bool:
    """Whether a toll is printed beside several places, or beside the nation."""
    return claim.near.level == "national" or len(_places_in(claim)) > 1


def _places_in(claim: FigureClaim) -> list[str]:
    language, place = language_of(claim.language), plain(claim.near.place or "")
    return _joints(language).split(place) if language else [place]


@cached_by_language
def _joints(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{any_of(language.and_words)})\s+")


def _is_part_of_place(claim: FigureClaim, wholes: _Wholes) -> bool:
    """Whether the place of a toll is a part of that of another one, and its number is no larger."""
    most = [wholes[place] for place in (plain(claim.near.place or ""), None) if place in wholes]
    return not _is_wider(claim) and any(claim.number <= number for number in most)


def _by_article(tolls: Iterable[FigureClaim]) -> Iterable[list[FigureClaim]]:
    printed: dict[str, list[FigureClaim]] = defaultdict(list)
    for claim in tolls:
        if claim.near.place and claim.qualifier == "exact" and not _is_wider(claim):
            printed[claim.article_id].append(claim)
    return printed.values()


def _are_of_places(tolls: Sequence[FigureClaim], most: Decimal) -> bool:
    """Whether the tolls of one article are of different places, and a toll of all is at least their sum."""
    of_place = {plain(claim.near.place or ""): claim.number for claim in tolls}
    is_one_each = len(of_place) == len({(plain(one.near.place or ""), one.number) for one in tolls})
    return len(of_place) > 1 and is_one_each and most >= sum(of_place.values())
