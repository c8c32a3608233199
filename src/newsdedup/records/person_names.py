"""Which of the capitalised words on a page may be the name of a person."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newsdedup.languages import Language, forgotten_with_languages, known_languages
from newsdedup.text.names import Name, words_up_to_mark
from newsdedup.text.normal_form import fold_case
from newsdedup.text.phrases import plain

MOST_NAME_WORDS: Final = 4
LEFT_OUT, NEVER = 1, 2  # classes of words: before a name, in no name


@forgotten_with_languages
@functools.cache
def words_that_begin_names() -> frozenset[str]:
    """Words with which full names begin, in any language: reports name people of all countries."""
    return frozenset().union(*(language.naming.first_words for language in known_languages().values()))


def may_begin_name(words: str) -> bool:
    """Whether capitalised words begin as full names do: "in Maurice Vale"."""
    first, _, rest = words.partition(" ")
    return bool(rest) and first.lower() in words_that_begin_names()


@forgotten_with_languages
@functools.cache
def country_names() -> frozenset[str]:
    """The countries in the tables of all languages, in lower case: players of a country are no persons of its name."""
    return frozenset(plain(name) for language in known_languages().values() for name in language.places.countries)


@functools.lru_cache(maxsize=64)
def word_classes(language: Language) -> Mapping[str, int]:
    """The class of each word that is no part of a name after it, or in no name at all."""
    naming = language.naming
    days = (*language.dates.months, *language.dates.weekdays)
    before = (*language.function_words, *naming.openers, *language.honorifics, *language.people.titles, *days)
    offices = (one for one in (*language.offices, *naming.persons_before) if " " not in one)
    bodies = language.places.institutions if naming.given_names_first else ()  # else syllables of names ("Quốc Hội")
    never = dict.fromkeys((one for one in (*naming.not_names, *bodies) if " " not in one), NEVER)
    return never | dict.fromkeys((*before, *offices), LEFT_OUT)


@forgotten_with_languages
@functools.lru_cache(maxsize=1 << 16)  # the articles of an event have most of their names in common
def person_within(capitalised: str, language: Language) -> tuple[str, int] | None:
    """The name of a person that capitalised words in a row may end with, and where it starts in them.

    Examples
    --------
    >>> from newsdedup.languages import language_of
    >>> person_within("Milton County Prosecutor Ron Byrne's", language_of("en"))
    ('Ron Byrne', 25)
    >>> person_within("Oxley University Hospital", language_of("en")) is None
    True
    """
    known = word_classes(language)
    words = words_up_to_mark(capitalised.split(" "), language.naming.given_names_first)
    classes = [known.get(word.lower(), 0) for word in words]
    if len(words) > 1 and classes[-1] == LEFT_OUT:  # "Larry King" is a name, "Police Chief" is none
        classes[-1] = 0 if words[-2].lower() in words_that_begin_names() else NEVER
    first = _first_after_offices(words, classes, language)
    if first >= len(words) or NEVER in classes[first:] or len(words) - first > MOST_NAME_WORDS:
        return None
    if begins_body(words[first], language):
        return None
    kept = " ".join(words[first:])
    ending = next((one for one in language.people.possessive_endings if kept.endswith(one)), "")
    kept = kept.removesuffix(ending).rstrip("'’")
    if fold_case(kept) in country_names():
        return None
    return (kept, sum(len(word) + 1 for word in words[:first])) if len(kept) > 1 else None


def begins_body(word: str, language: Language) -> bool:
    """Whether a word begins the name of a body, and of no person: "Sở Công" of "Sở Công thương"."""
    return word.lower() in language.places.institutions and word.lower() not in words_that_begin_names()


def _first_after_offices(words: Sequence[str], classes: Sequence[int], language: Language) -> int:
    """The first word of the name of a person, after the words that are none and after a possessor."""
    if not language.naming.bodies_before_offices:
        return next((index for index, one in enumerate(classes) if one != LEFT_OUT), len(words))
    endings, last = language.people.possessive_endings, len(words) - 1
    before = [i for i, one in enumerate(classes) if one == LEFT_OUT or (i < last and words[i].endswith(endings))]
    return before[-1] + 1 if before else 0


def with_particles(names: Sequence[Name], plain: str, particles: tuple[str, ...]) -> Iterator[Name]:
    """The names, those joined that only a particle separates: "Osama bin Laden"."""
    held: Name | None = None
    for name in names:
        if held is not None and plain[held.end : name.start] == f" {held.follower} ":
            name = Name(held.start, name.end, f"{held.words} {held.follower} {name.words}", name.follower)
        elif held is not None:
            yield held
        held = name if name.follower in particles else None
        if held is None:
            yield name
    if held is not None:
        yield held
