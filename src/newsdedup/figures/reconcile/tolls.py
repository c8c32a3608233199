"""Claims of evolving tolls: their order in time, and which of them count only some of the people."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from newsdedup.articles.article import first_moment
from newsdedup.figures.claim import FigureClaim
from newsdedup.languages import (
    Language,
    Role,
    cached_by_language,
    forgotten_with_languages,
    known_languages,
    known_roles,
    language_of,
)
from newsdedup.text.phrases import plain, whole_words

MOST_APART = 3  # times; values further apart are not one quantity without more evidence
_GRAVITY_REACH = 60  # characters after a toll in which words can give the gravity of the injuries

Roles = Mapping[str, Role]  # by name


def evolves(claim: FigureClaim, roles: Roles) -> bool:
    """Whether later articles rightly give other values."""
    role = roles.get(claim.role or "")
    return role is not None and role.evolves


def is_of_people(claim: FigureClaim, roles: Roles) -> bool:
    """Whether a claim counts people in a role of people."""
    role = roles.get(claim.role or "")
    return role is not None and role.of_people and claim.kind == "count"


def is_evolving_count(claim: FigureClaim, roles: Roles) -> bool:
    """Whether a claim is a count whose value rightly changes with time."""
    return claim.kind == "count" and evolves(claim, roles)


def earliest(claim: FigureClaim) -> tuple[datetime, str, int]:
    """The moment of a claim, for order."""
    return first_moment(claim.reported_at), claim.article_id, claim.start


def lesser_tolls(claims: Sequence[FigureClaim], roles: Roles) -> frozenset[int]:
    """Indices of the claims of a toll whose article prints a larger one of the same day.

    Such a claim counts a part of the people, or is of an earlier hour: it does not contradict what others
    report, unless an article that is no earlier gives it as the largest value.
    """
    if not claims or not is_evolving_count(claims[0], roles):
        return frozenset()
    printed: dict[tuple[str, str | None], list[FigureClaim]] = defaultdict(list)
    first: dict[tuple[str, Decimal], datetime] = {}  # a copy does not make a claim newer
    for claim in claims:
        printed[claim.article_id, claim.as_of].append(claim)
        moment, said = first_moment(claim.reported_at), (claim_origin(claim), claim.number)
        first[said] = min(first.get(said, moment), moment)
    most = {key: max(same, key=lambda claim: claim.number) for key, same in printed.items()}
    last: dict[Decimal, datetime] = {}
    for claim in most.values():
        moment = first[claim_origin(claim), claim.number]
        last[claim.number] = max(last.get(claim.number, moment), moment)
    return frozenset(
        index
        for index, claim in enumerate(claims)
        if _is_less(claim, most[claim.article_id, claim.as_of], roles)
        and not (claim.number in last and last[claim.number] >= first[claim_origin(claim), claim.number])
    )


def claim_origin(claim: FigureClaim) -> str:
    """Whose words a claim is in: its origin, or its own article."""
    return claim.origin or claim.article_id


def _is_less(claim: FigureClaim, most: FigureClaim, roles: Roles) -> bool:
    """Whether two tolls of one article cannot be one, and the first is the smaller, but not by far.

    Kitchens and houses are not parts of each other, as people and children are.
    """
    if not roles[claim.role or ""].of_people and plain(claim.noun or "") != plain(most.noun or ""):
        return False
    is_near = claim.number < most.number <= MOST_APART * claim.number
    return is_near and claim.meant.intersect(most.meant).is_empty and most.number not in claim.rounded


def is_part_of_toll(these: Sequence[FigureClaim], those: Sequence[FigureClaim], roles: Roles) -> bool:
    """Whether the smaller of two tolls counts some of the people: "three other suspects", after "five people".

    Where the narrower noun comes first, it may have been all that was known then.
    """
    smaller, larger = sorted((these, those), key=lambda claims: max(claim.number for claim in claims))
    if not is_evolving_count(smaller[0], roles):
        return False
    is_narrow, is_narrow_too = (all(_counts_some(claim, roles) for claim in claims) for claims in (smaller, larger))
    return is_narrow and not is_narrow_too and min(map(earliest, smaller)) > min(map(earliest, larger))


def _counts_some(claim: FigureClaim, roles: Roles) -> bool:
    """Whether a toll counts fewer than all people, bodies or victims: by its noun, or by how badly they were hurt."""
    noun, role = plain(claim.noun or ""), roles.get(claim.role or "")
    own = _with_space_after(role.nouns if role else ())  # no language has the nouns of a caller's own role
    is_narrow = bool(noun) and noun not in _people_nouns() and not f"{noun} ".startswith((*_people_openings(), *own))
    return is_narrow or (role is not None and _is_grave(claim, role))


def _is_grave(claim: FigureClaim, role: Role) -> bool:
    """Whether the words after a toll say that its people were hurt worse than its role implies: "4 người nguy kịch"."""
    after = claim.end - claim.sentence_start
    following = plain(claim.sentence[after : after + _GRAVITY_REACH]).partition(",")[0]
    return re.search(whole_words(role.graver, not_before=r"\w"), following) is not None


def are_set_apart(claim: FigureClaim) -> bool:
    """Whether the words set people apart from those before: "three others were shot"."""
    language, noun = language_of(claim.language), plain(claim.noun or "")
    return language is not None and any(plain(word) in noun.split() for word in language.people.others)


def is_late_death(claim: FigureClaim) -> bool:
    """Whether the sentence of a death says that the person was hurt first: "died in hospital", "of her injuries"."""
    return _is_said(claim, "late_deaths")


def is_besides(claim: FigureClaim) -> bool:
    """Whether the sentence of a count says that its people come on top of others: "beyond those already counted"."""
    return _is_said(claim, "besides")


def _is_said(claim: FigureClaim, table: str) -> bool:
    """Whether the sentence of a claim has a phrase of a table of `People`."""
    language = language_of(claim.language)
    return language is not None and _phrase_of_people(language, table).search(plain(claim.sentence)) is not None


@cached_by_language
def _phrase_of_people(language: Language, table: str) -> re.Pattern[str]:
    return re.compile(whole_words(getattr(language.people, table), not_before=r"\w"))


@forgotten_with_languages
@functools.cache
def _people_nouns() -> frozenset[str]:
    """Nouns that may mean all people who were hurt, in every language."""
    return frozenset(plain(word) for one in known_languages().values() for word in one.people.counters)


@forgotten_with_languages
@functools.cache
def _people_openings() -> tuple[str, ...]:
    """First words of such nouns that stay general whatever follows: "người dân tỉnh"."""
    words = [word for one in known_languages().values() for word in (*one.classifiers, *one.people.many)]
    words += [noun for role in known_roles().values() for noun in role.nouns]
    return _with_space_after(words)


def _with_space_after(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{plain(word)} " for word in words)
