"""Tolls: whose later values are news rather than contradictions, and which of them are of some of the people only."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from newsdedup.articles.article import first_moment
from newsdedup.figures.claim import FigureClaim
from newsdedup.languages import Role, known_languages, known_roles
from newsdedup.text.phrases import any_of, plain

MOST_APART = 3  # times; values further apart are not of one quantity, unless much speaks for it
_CUE_REACH = 60  # characters after a toll in which words can say how badly its people were hit

Roles = Mapping[str, Role]  # by name


@functools.cache
def classifiers() -> frozenset[str]:
    """Nouns too poor to name a quantity, in every language."""
    words = (word for language in known_languages().values() for word in language.classifiers)
    return frozenset(map(plain, words))


def evolves(claim: FigureClaim, roles: Roles) -> bool:
    """Whether later reports rightly give other values."""
    role = roles.get(claim.role or "")
    return role is not None and role.evolves


def earliest(claim: FigureClaim) -> tuple[datetime, str, int]:
    """The moment of a claim, for order."""
    return first_moment(claim.reported_at), claim.article_id, claim.start


def lesser_tolls(claims: Sequence[FigureClaim], roles: Roles) -> frozenset[int]:
    """Places of the claims of a toll beside which their article prints a larger one of the same day.

    Such a claim is of a part of the people, or of an earlier hour: it is no rival of what others
    report, unless one that reports no earlier knows no more.
    """
    if not claims or not evolves(claims[0], roles) or claims[0].kind != "count":
        return frozenset()
    told: dict[tuple[str, str | None], list[FigureClaim]] = defaultdict(list)
    first: dict[str, datetime] = {}  # a copy makes no claim newer
    for claim in claims:
        told[claim.article_id, claim.as_of].append(claim)
        moment = first_moment(claim.reported_at)
        first[_origin(claim)] = min(first.get(_origin(claim), moment), moment)
    most = {key: max(same, key=lambda claim: claim.number) for key, same in told.items()}
    last: dict[Decimal, datetime] = {}
    for claim in most.values():
        moment = first[_origin(claim)]
        last[claim.number] = max(last.get(claim.number, moment), moment)
    return frozenset(
        place
        for place, claim in enumerate(claims)
        if _is_less(claim, most[claim.article_id, claim.as_of])
        and not (claim.number in last and last[claim.number] >= first[_origin(claim)])
    )


def _origin(claim: FigureClaim) -> str:
    return claim.origin or claim.article_id


def _is_less(claim: FigureClaim, most: FigureClaim) -> bool:
    """Whether two tolls of one article cannot be one, and the first is the smaller, yet not by far."""
    is_near = claim.number < most.number <= MOST_APART * claim.number
    return is_near and claim.meant.intersect(most.meant).is_empty and most.number not in claim.rounded


def is_part_of_toll(these: Sequence[FigureClaim], those: Sequence[FigureClaim], roles: Roles) -> bool:
    """Whether the smaller of two tolls is that of some of the people: "three other suspects", after "five people".

    A narrower noun that comes first may be all that was known then.
    """
    smaller, larger = sorted((these, those), key=lambda claims: max(claim.number for claim in claims))
    if not evolves(smaller[0], roles) or smaller[0].kind != "count":
        return False
    is_narrow, is_narrow_too = (all(_names_some(claim, roles) for claim in claims) for claims in (smaller, larger))
    return is_narrow and not is_narrow_too and min(map(earliest, smaller)) > min(map(earliest, larger))


def _names_some(claim: FigureClaim, roles: Roles) -> bool:
    """Whether a toll is of fewer than all people, bodies or victims: by its noun, or by how badly they were hit."""
    noun, role = plain(claim.noun or ""), roles.get(claim.role or "")
    own = _starts(role.nouns if role else ())  # of a caller's own role no language knows them
    is_narrow = bool(noun) and noun not in _people() and not f"{noun} ".startswith((*_any_people(), *own))
    return is_narrow or (role is not None and _is_grave(claim, role))


def _is_grave(claim: FigureClaim, role: Role) -> bool:
    """Whether the words after a toll say that its people were hit worse than its role asks: "4 người nguy kịch"."""
    after = claim.end - claim.sentence_start
    following = plain(claim.sentence[after : after + _CUE_REACH]).partition(",")[0]
    return re.search(rf"(?<!\w)(?:{any_of(role.graver)})(?!\w)", following) is not None


@functools.cache
def _people() -> frozenset[str]:
    """Nouns of people who may be all of those who were hit, in every language."""
    return frozenset(plain(word) for one in known_languages().values() for word in one.people.counters)


@functools.cache
def _any_people() -> tuple[str, ...]:
    """How such nouns begin where more words tell nothing apart: "người dân tỉnh"."""
    words = [word for one in known_languages().values() for word in (*one.classifiers, *one.people.many)]
    words += [noun for role in known_roles().values() for noun in role.nouns]
    return _starts(words)


def _starts(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{plain(word)} " for word in words)
