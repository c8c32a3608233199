"""Persons whom claims mention: their names, and how many different people several mentions are at least."""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Final

from newsdedup.figures.claim import FigureClaim
from newsdedup.languages import Language, cached_by_language, language_of
from newsdedup.text.phrases import plain

PersonName = tuple[str, ...]
"""The words of a person's full name; empty where a mention gives none."""

_WORDS: Final = re.compile(r"[\w’'-]+|[,;]")
_FULL_NAME: Final = range(2, 6)  # words; one alone may be a place, or a part of another name
_NEAR_SPELLING: Final = 0.7  # ratio of matching characters of two spellings of one name
_LEAST_OF_SPELLING: Final = 4  # letters of a word that may have two spellings
_SHORT_FORM: Final = 3  # letters that a short form of a name shares with it ("Dan", "Daniel")
_MOST_PERSONS: Final = 64  # of one role; reports that name more are lists, not accounts


def persons_of(claim: FigureClaim) -> tuple[PersonName, ...]:
    """The persons whom a claim mentions without counting them, those with a name first.

    Examples
    --------
    >>> from decimal import Decimal
    >>> claim = FigureClaim(article_id="a", start=0, end=0, text="", value=Decimal(2), is_toll=False,
    ...     noun="his wife, Ann Vale, and a Hull teenager", language="en")
    >>> persons_of(claim)
    (('Ann', 'Vale'), ())
    """
    number, language = min(int(claim.number), _MOST_PERSONS), language_of(claim.language)
    names = () if claim.is_toll or language is None else _names_in(claim.noun or "", language)[:number]
    return (*names, *((),) * (number - len(names)))


@functools.lru_cache(maxsize=4096)
def _names_in(words: str, language: Language) -> tuple[PersonName, ...]:
    """The full names in a mention: capitalised words that no noun follows, as one does in "a Hull County teenager"."""
    found: list[PersonName] = []
    run: list[str] = []
    joints = {plain(word) for word in language.people.joined_by} | {",", ";"}
    is_first_mention = False  # "a 26-year-old Long Beach resident" has no name
    for word in (*(match.strip("’'") for match in _WORDS.findall(words)), ";"):
        if word[:1].isupper() and plain(word) not in _not_names(language):
            run.append(word)
            continue
        is_joint = word.lower() in joints
        if is_joint and len(run) in _FULL_NAME and not is_first_mention:
            found.append(tuple(run))
        is_first_mention = not is_joint and (is_first_mention or word.lower() in language.people.first_mentions)
        run = []
    return tuple(found)


@cached_by_language
def _not_names(language: Language) -> frozenset[str]:
    people = language.people
    words = (*people.titles, *people.one, *people.many, *people.determiners, *people.ones, *people.others)
    return language.function_words.union(language.honorifics, map(plain, words))


def may_be_one_person(one: PersonName, other: PersonName) -> bool:
    """Whether two names may be of one person: one is a part of the other, or they differ in spelling only."""
    left, right = _plain_words(one), _plain_words(other)
    if set(left) <= set(right) or set(right) <= set(left):
        return True
    is_shared = any(map(operator.eq, left, right))
    return is_shared and len(left) == len(right) and all(map(are_spellings, left, right))


@functools.lru_cache(maxsize=1024)  # each is compared with up to `_MOST_PERSONS` others
def _plain_words(name: PersonName) -> tuple[str, ...]:
    return tuple(map(plain, name))


def are_spellings(one: str, other: str) -> bool:
    """Whether two words of names, in lower case, may be spellings or a short form of one."""
    shorter = min(len(one), len(other))
    if shorter < _LEAST_OF_SPELLING:
        return one == other or (shorter == _SHORT_FORM and one[:_SHORT_FORM] == other[:_SHORT_FORM])
    return SequenceMatcher(None, one, other).ratio() >= _NEAR_SPELLING


def joined_persons(known: Sequence[PersonName], persons: Iterable[PersonName]) -> tuple[PersonName, ...]:
    """The persons known, and those of further ones who can be none of them.

    The further ones are different persons, as the members of one list are.
    """
    pool, free = list(known), set(range(len(known)))
    for person in sorted(persons, key=lambda name: not name):
        same = [index for index in free if may_be_one_person(pool[index], person)]
        if same:
            index = max(same, key=lambda index: (bool(pool[index]) is bool(person), -index))
            free.discard(index)
            pool[index] = max(pool[index], person, key=len)
        elif len(pool) < _MOST_PERSONS:
            pool.append(person)
    return tuple(pool)


def different_persons(claims: Iterable[FigureClaim]) -> tuple[PersonName, ...]:
    """The fewest persons whom claims of one role can be about."""
    pool: tuple[PersonName, ...] = ()
    for claim in sorted(claims, key=lambda claim: (-claim.number, claim.article_id, claim.start)):
        pool = joined_persons(pool, persons_of(claim))
    return pool
