"""What places and which words the reports of an event name, each with the voices that do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from newsdedup.figures.read.scope import PlaceMention, Places
from newsdedup.figures.reconcile.origins import Components, alike, shingles
from newsdedup.text.normal_form import normalise, tokens
from newsdedup.text.page import Page

_QUOTE = re.compile(r"“([^“”\r\n]{20,600})”|\"([^\"\r\n]{20,600})\"")
_QUOTE_WORDS = 6  # fewer are a name or a catchword
_SAME_QUOTE = 0.8  # containment of the shorter in the longer


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


def places_on(page: Page) -> tuple[PlaceMention, ...]:
    """The places that a page names, in order."""
    if page.language is None:
        return ()
    named = Places(page.text.plain, page.folded, page.language).mentions
    return tuple(place for place in named if page.is_body(place.start))


def places(read: Iterable[tuple[str, Sequence[PlaceMention]]]) -> tuple[Place, ...]:
    """Places whose level the words tell, or that several voices name; most voices first.

    Parameters
    ----------
    read : iterable of (str, sequence of PlaceMention)
        The origin of each report, and the places that it names.
    """
    voices: dict[str, set[str]] = defaultdict(set)
    levels: dict[str, str] = {}
    for origin, mentions in read:
        for mention in mentions:
            voices[mention.name].add(origin)
            if levels.get(mention.name, "unknown") == "unknown":
                levels[mention.name] = mention.level
    for name in sorted(voices, key=len, reverse=True):
        shorter = _shorter(name, voices, levels)
        if shorter is not None:
            voices[shorter] |= voices.pop(name)
    found = (
        Place(name=name, level=levels[name], n_origins=len(said))
        for name, said in voices.items()
        if levels[name] != "unknown" or len(said) > 1
    )
    return tuple(sorted(found, key=lambda place: (-place.n_origins, place.name)))


def _shorter(name: str, voices: Mapping[str, set[str]], levels: Mapping[str, str]) -> str | None:
    """The place that a name goes on from, where a capital of the next sentence ran into it: "Mai Pha Lực"."""
    words = name.split()
    for end in range(len(words) - 1, 0, -1):
        place = " ".join(words[:end])
        if place in voices and levels[name] in (levels[place], "unknown") and len(voices[place]) >= len(voices[name]):
            return place
    return None


def quotes_on(page: Page) -> tuple[str, ...]:
    """What a page prints in quotation marks, names and catchwords left out, in its own words."""
    quoted = (
        match.group(1) or match.group(2) for match in _QUOTE.finditer(page.text.plain) if page.is_body(match.start())
    )
    return tuple(words for words in quoted if len(tokens(normalise(words))) >= _QUOTE_WORDS)


def quotes(read: Iterable[tuple[str, Sequence[str]]], origins: Mapping[str, str]) -> tuple[Quote, ...]:
    """Quotations that two origins or more print, in the words of the first report; most voices first.

    Parameters
    ----------
    read : iterable of (str, sequence of str)
        The id of each report, and its quotations.
    origins : mapping of str to str
        The origin of each report.
    """
    printed = [(name, words) for name, quotations in read for words in quotations]
    components = Components()
    for one, other in alike([shingles(words) for _, words in printed], _SAME_QUOTE):
        components.join(one, other)
    clusters: dict[object, list[int]] = defaultdict(list)
    for number in range(len(printed)):
        clusters[components.find(number)].append(number)
    found = (_quote([printed[number] for number in cluster], origins) for cluster in clusters.values())
    return tuple(sorted((one for one in found if one.n_origins > 1), key=lambda one: (-one.n_origins, one.text)))


def _quote(printed: Sequence[tuple[str, str]], origins: Mapping[str, str]) -> Quote:
    names = tuple(dict.fromkeys(name for name, _ in printed))
    return Quote(text=printed[0][1], article_ids=names, n_origins=len({origins[name] for name in names}))
