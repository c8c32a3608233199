"""Whom, what places and which words the reports of an event name, each with the voices that do."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from newsdedup.article import Article
from newsdedup.figures.origins import Components, containment, shingles
from newsdedup.figures.phrases import any_of
from newsdedup.figures.scope import Places
from newsdedup.furniture import bare_text
from newsdedup.languages import Language, language_of
from newsdedup.text import Text, normalise, tokens

_QUOTE = re.compile(r"“([^“”\r\n]{20,600})”|\"([^\"\r\n]{20,600})\"")
_QUOTE_WORDS = 6  # fewer are a name or a catchword
_SAME_QUOTE = 0.8  # containment of the shorter in the longer
_CAPITALISED = re.compile(r"[^\W\d_][\w'’-]*(?:\.(?=\s\w))?")
_NAME_WORDS = range(2, 5)
_NEXT_WORD = re.compile(r"[^\S\r\n]+([\w-]+)")
_BODY_WORDS = 4  # of the body that an office belongs to
_SURE_WORDS = 3  # "tỉnh Lạc Thuỷ" is a place, "Bộ Nội" a part of a name, "Trần Văn An" a person


@frozen(kw_only=True)
class Person:
    """A person, by name, with an office that a report gives."""

    name: str
    office: str
    n_origins: int


@frozen(kw_only=True)
class Place:
    """A place, by name, with its administrative level where the words tell it."""

    name: str
    level: str
    n_origins: int


@frozen(kw_only=True)
class Quote:
    """Words in quotation marks that several origins print."""

    text: str
    article_ids: tuple[str, ...]
    n_origins: int


@frozen
class _Reading:
    """An article as its mentions are read: normalised, page furniture left out."""

    article: Article
    text: Text
    language: Language | None


def readings(articles: Iterable[Article]) -> list[_Reading]:
    """The articles, each normalised once."""
    return [
        _Reading(article, bare_text(article.text, article.language), language_of(article.language))
        for article in articles
    ]


def people(read: Sequence[_Reading], origins: Mapping[str, str]) -> tuple[Person, ...]:
    """Persons named with an office; most voices first."""
    offices: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in read:
        for name, office in _titled(one):
            offices[name][office].add(origins[one.article.id])
    found = (
        Person(name=name, office=_most_voiced(given), n_origins=len(set().union(*given.values())))
        for name, given in offices.items()
    )
    return tuple(sorted(found, key=lambda person: (-person.n_origins, person.name)))


def _most_voiced(given: Mapping[str, set[str]]) -> str:
    """The office that most voices give; of several the fullest."""
    return min(given, key=lambda office: (-len(given[office]), -len(office), office))


def _titled(one: _Reading) -> Iterator[tuple[str, str]]:
    """Each name that follows an office in the same clause, and that office."""
    if one.language is None:
        return
    title, level = _title_patterns(one.language)
    for match in title.finditer(one.text.folded):
        end, name = _named_after(one.text.plain, match.end())
        office = one.text.plain[match.start() : end].strip()
        if name is None or office.lower() in one.language.honorifics:
            continue
        is_whole = not one.text.plain[end + len(name) :][:2].strip().isalnum()  # "Bộ Nội vụ" goes on
        is_place = level.search(one.text.folded, match.start(), end) is not None
        if len(name.split()) >= _SURE_WORDS or (is_whole and not is_place):
            yield name, office


@functools.cache
def _title_patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An office, and a level word at the end of one ("Chủ tịch UBND tỉnh")."""
    return (
        re.compile(rf"(?<!\w)(?:{any_of(language.offices)})(?=\s)"),
        re.compile(rf"(?<!\w)(?:{any_of((*language.places.levels, *language.places.offices))})\s+$"),
    )


def _named_after(plain: str, end: int) -> tuple[int, str | None]:
    """Where the first name starts within a few words after an office, and the name."""
    for _ in range(_BODY_WORDS):
        word = _NEXT_WORD.match(plain, end)
        if word is None:
            break
        capitals = _capitalised_words(plain, word.start(1))
        if len(capitals) in _NAME_WORDS:
            return word.start(1), " ".join(capitals)
        if len(capitals) > _NAME_WORDS[-1]:  # a place and a person: where one ends is not known
            break
        end = word.end()
    return end, None


def _capitalised_words(plain: str, start: int) -> list[str]:
    """The capitalised words from `start` on, one space between them."""
    words, position = [], start
    while (match := _CAPITALISED.match(plain, position)) and match.group()[0].isupper() and not match.group().isupper():
        words.append(match.group())
        position = match.end() + 1
        if plain[match.end() : position] != " ":
            break
    return words


def places(read: Sequence[_Reading], origins: Mapping[str, str]) -> tuple[Place, ...]:
    """Places whose level the words tell, or that several voices name; most voices first."""
    voices: dict[str, set[str]] = defaultdict(set)
    levels: dict[str, str] = {}
    for one in read:
        if one.language is None:
            continue
        for mention in Places(one.text.plain, one.text.folded, one.language).mentions:
            voices[mention.name].add(origins[one.article.id])
            if levels.get(mention.name, "unknown") == "unknown":
                levels[mention.name] = mention.level
    found = (
        Place(name=name, level=levels[name], n_origins=len(said))
        for name, said in voices.items()
        if levels[name] != "unknown" or len(said) > 1
    )
    return tuple(sorted(found, key=lambda place: (-place.n_origins, place.name)))


def quotes(read: Sequence[_Reading], origins: Mapping[str, str]) -> tuple[Quote, ...]:
    """Quotations that two origins or more print, in the words of the earliest report; most voices first."""
    printed = [
        (one.article.id, words)
        for one in read
        for match in _QUOTE.finditer(one.text.plain)
        if len(tokens(normalise(words := match.group(1) or match.group(2)))) >= _QUOTE_WORDS
    ]
    grams = [shingles(words) for _, words in printed]
    components = Components()
    for right in range(len(printed)):
        for left in range(right):
            if containment(grams[left], grams[right]) >= _SAME_QUOTE:
                components.join(left, right)
    clusters: dict[object, list[int]] = defaultdict(list)
    for number in range(len(printed)):
        clusters[components.find(number)].append(number)
    found = (_quote([printed[number] for number in cluster], origins) for cluster in clusters.values())
    return tuple(sorted((one for one in found if one.n_origins > 1), key=lambda one: (-one.n_origins, one.text)))


def _quote(printed: Sequence[tuple[str, str]], origins: Mapping[str, str]) -> Quote:
    names = tuple(dict.fromkeys(name for name, _ in printed))
    return Quote(text=printed[0][1], article_ids=names, n_origins=len({origins[name] for name in names}))
