"""The places that the articles of an event name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from newsdedup.text.page import Page
from newsdedup.text.places import PlaceMention


@frozen(kw_only=True)
class Place:
    """A place with its administrative level, ``unknown`` where no article gives it.

    Attributes
    ----------
    name : str
    level : str
        As of `Scope`.
    n_origins : int
        Independent voices that name it.
    """

    name: str
    level: str
    n_origins: int


def places_on(page: Page) -> tuple[PlaceMention, ...]:
    """The places that a page names, in order."""
    return tuple(place for place in page.places if page.is_body(place.start))


def places_of_event(read: Iterable[tuple[str, Sequence[PlaceMention]]]) -> tuple[Place, ...]:
    """Places whose level is known, or that several origins name; most origins first.

    `read` gives the origin of each article, and the places that it names.
    """
    voices: dict[str, set[str]] = defaultdict(set)
    levels: dict[str, str] = {}
    for origin, mentions in read:
        for mention in mentions:
            voices[mention.name].add(origin)
            if levels.get(mention.name, "unknown") == "unknown":
                levels[mention.name] = mention.level
    for name in sorted(voices, key=len, reverse=True):
        shorter = _place_within(name, voices, levels)
        if shorter is not None:
            voices[shorter] |= voices.pop(name)
    found = (
        Place(name=name, level=levels[name], n_origins=len(origins))
        for name, origins in voices.items()
        if levels[name] != "unknown" or len(origins) > 1
    )
    return tuple(sorted(found, key=lambda place: (-place.n_origins, place.name)))


def _place_within(name: str, voices: Mapping[str, set[str]], levels: Mapping[str, str]) -> str | None:
    """The place that begins a name, where the name ran into the next capitalised word: "Mai Pha Lực"."""
    words = name.split()
    for end in range(len(words) - 1, 0, -1):
        place = " ".join(words[:end])
        if place in voices and levels[name] in (levels[place], "unknown") and len(voices[place]) >= len(voices[name]):
            return place
    return None
