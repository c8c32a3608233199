"""What a claim calls its quantity, and how two names are related."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.languages import Language, cached_by_language, forgotten_with_languages, known_languages, language_of
from newsdedup.text.phrases import plain

SAME: Final = "same noun"  # relations of two names, the closest first
SAME_ROLE: Final = "same role"
FORM: Final = "longer form of one noun"
SYNONYM: Final = "nouns that mean the same"
SHARED: Final = "nouns share a word"
BOTH_GENERAL: Final = "same general noun"
UNNAMED: Final = "a noun is missing or general"
DIFFERENT: Final = "different nouns"
OTHER_ROLE: Final = "different roles"

_UNITS_OF_ONE_THING: Final = frozenset({"M"})  # what they measure, an event has once: its magnitude
_UNNAMED_KINDS: Final = frozenset({"duration", "age"})  # kinds whose noun is their unit


@forgotten_with_languages
@functools.cache
def classifiers() -> frozenset[str]:
    """Nouns that are too general to name a quantity, in every language."""
    words = (word for language in known_languages().values() for word in language.classifiers)
    return frozenset(map(plain, words))


def quantity_name(claim: FigureClaim) -> str:
    """The role of a claim, else its noun in normal form; the unit, where that alone says what is measured."""
    if claim.unit in _UNITS_OF_ONE_THING:
        return str(claim.unit)
    return claim.role or plain(claim.noun or "")


@frozen
class QuantityName:
    """What a claim calls its quantity."""

    role: str | None
    noun: str  # in normal form; empty where there is none
    head: str  # the word or words that say what kind of thing it is, one for all synonyms
    is_general: bool  # whether it says too little to name a quantity: "people", "số tiền"
    words: frozenset[str]


_NAMELESS: Final = QuantityName(None, "", "", True, frozenset())


def name_of(claim: FigureClaim) -> QuantityName:
    """What a claim calls its quantity."""
    if claim.unit in _UNITS_OF_ONE_THING:
        return QuantityName(claim.role, str(claim.unit), str(claim.unit), False, frozenset())
    if claim.kind in _UNNAMED_KINDS:
        return _NAMELESS
    return _name_of_words(claim.role, claim.noun or "", claim.language)


@forgotten_with_languages
@functools.lru_cache(maxsize=8192)
def _name_of_words(role: str | None, printed: str, code: str | None) -> QuantityName:
    noun, language = plain(printed), language_of(code)
    words = noun.split()
    is_general = not noun or noun in classifiers()
    words = words if is_general else _without_classifier(words)
    return QuantityName(role, " ".join(words), _head(words, language), is_general, frozenset(words))


def _without_classifier(words: list[str]) -> list[str]:
    """The words of a noun without a classifier before them: "chiếc ô tô" is "ô tô"."""
    return words[1:] if len(words) > 1 and words[0] in classifiers() else words


def _head(words: list[str], language: Language | None) -> str:
    """The synonym class of a noun, else the words that say what kind of thing it is."""
    if not words:
        return ""
    if language is None or not language.adjectives_before_noun:
        runs = (" ".join(words[:size]) for size in range(len(words), 0, -1))
        return _class_of(runs, language) or " ".join(words[:2])
    words = [*words[:-1], _singular(words[-1], language)]
    runs = (" ".join(words[-size:]) for size in range(len(words), 0, -1))
    return _class_of(runs, language) or words[-1]


def _class_of(runs: Iterable[str], language: Language | None) -> str | None:
    """The first noun of the synonyms of the longest run of words that has some."""
    classes = _synonyms(language) if language else {}
    return next((classes[run] for run in runs if run in classes), None)


@forgotten_with_languages
@cached_by_language
def _synonyms(language: Language) -> Mapping[str, str]:
    """The first noun of its synonyms, for every form of each noun."""
    return {
        form: plain(nouns[0])
        for nouns in language.synonyms
        for noun in map(plain, nouns)
        for form in (noun, _singular(noun, language), " ".join(_without_classifier(noun.split())))
    }


def _singular(word: str, language: Language) -> str:
    """A word without the ending of a plural."""
    if not word.endswith(language.plural_endings) or word.endswith(language.not_plural):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s")


def relation(one: QuantityName, other: QuantityName) -> str:
    """How two names are related."""
    if one.role or other.role:
        if one.role == other.role:
            return SAME_ROLE
        if one.role and other.role:
            return OTHER_ROLE
    if one.is_general or other.is_general:
        return BOTH_GENERAL if one.noun == other.noun != "" else UNNAMED
    if one.noun == other.noun:
        return SAME
    shorter, longer = sorted((one, other), key=lambda name: (len(name.words), name.noun))
    if longer.noun.startswith(f"{shorter.noun} "):
        return FORM
    if shorter.head == longer.head:
        return FORM if shorter.words <= longer.words else SYNONYM
    return SHARED if shorter.words & longer.words else DIFFERENT
