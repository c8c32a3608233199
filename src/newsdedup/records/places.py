"""The places that the articles of an event name."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import Factory, define, field, frozen

from newsdedup.figures.claim import SCOPE_LEVELS
from newsdedup.languages import Language, forgotten_with_languages, known_languages
from newsdedup.support.field_checks import at_least, one_of
from newsdedup.text.names import Name
from newsdedup.text.normal_form import fold_case, normalise
from newsdedup.text.page import LEAD_CHARS, Page
from newsdedup.text.phrases import any_as_printed, any_of, plain
from newsdedup.text.places import PlaceMention, is_code, known_places

_PLACE_OF_DATELINE: Final = re.compile(
    r"\s*(?P<city>[^\W\d_][\w.'’]*(?: [^\W\d_][\w.'’]*){0,3})(?:, (?P<region>[^\W\d_][\w. ]{1,24}?))?"
    r"\s*(?P<agency>\([^)\n]{2,40}\))?\s*(?:[–—]|--?)\s"
)
_NEXT_CAPITALISED: Final = re.compile(r" ([^\W\d_a-z][\w’']*)")
_LARGE_EVENT: Final = 5  # origins of an event; in a larger one a place that few of them name is beside the point
_WORD_OF_TITLE: Final = re.compile(r"\w[\w.'’-]*\w|\w")
_SAINT: Final = "St. "
_LINES_WITH_DATELINE: Final = 3


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
    level: str = field(validator=one_of(*SCOPE_LEVELS))
    n_origins: int = field(validator=at_least(1))


@frozen
class PlacesOfPage:
    """The places that one article names."""

    mentions: tuple[PlaceMention, ...] = ()
    bodies: tuple[PlaceMention, ...] = ()  # those in the names of bodies: "Oxley County Sheriff's Office"
    alone: tuple[PlaceMention, ...] = ()  # those of the tables that stand alone, which may be names of people
    leads: frozenset[str] = frozenset()  # those in its dateline or at its beginning


def places_on(page: Page) -> PlacesOfPage:
    """The places that a page names, in order, those of its dateline among them."""
    if page.language is None:
        return PlacesOfPage()
    known = known_places(page.language)
    found = {one.start: one for one in _with_locals(page, page.language)}
    found |= {one.start: _with_known_level(one, known) for one in page.places if page.is_body(one.start)}
    found |= {one.start: one for one in _with_region(page, page.language)}
    alone = tuple(one for one in _known_on(page, page.language) if one.start not in found)
    of_bodies = {start for start, one in found.items() if _is_in_body(page.text.plain, one, page.language)}
    own = (found[start] for start in sorted(found) if start not in of_bodies)
    mentions = (*_dateline_places(page, page.language), *own)
    leads = frozenset(one.name for one in (*mentions, *alone) if one.start < LEAD_CHARS)
    return PlacesOfPage(mentions, tuple(found[start] for start in sorted(of_bodies)), alone, leads)


def _is_in_body(text: str, place: PlaceMention, language: Language) -> bool:
    """Whether the name of a body goes on after that of a place: "Oxley County Courthouse"."""
    if not language.places.levels_after_name:
        return False
    following = _NEXT_CAPITALISED.match(text, place.start + len(place.name))
    return following is not None and following.group(1).lower() in _words_of_bodies(language)


@functools.lru_cache(maxsize=64)
def _words_of_bodies(language: Language) -> frozenset[str]:
    places = language.places
    return frozenset((*places.institutions, *places.levels, *language.offices, *language.naming.office_parts))


def _with_known_level(one: PlaceMention, known: Mapping[str, str]) -> PlaceMention:
    level = known.get(fold_case(one.name), "unknown") if one.level == "unknown" else one.level
    return PlaceMention(one.start, one.name, level)


def _known_on(page: Page, language: Language) -> Iterator[PlaceMention]:
    """The places of the tables that a page names alone, wherever they are: "Lũ về Lào Cai"."""
    known, least = known_places(language), 1 if language.naming.given_names_first else 2
    for name in page.names:
        words, start = _without_opener(name, language)
        level = known.get(fold_case(words))
        if level is not None and words.count(" ") + 1 >= least and not words.isupper():
            yield PlaceMention(start, words, level)


def _with_locals(page: Page, language: Language) -> Iterator[PlaceMention]:
    """The places that tell where people or houses are: "an Oxley man"."""
    for name in page.names:
        if name.follower in language.places.locals:
            start = _start_with_saint(page.text.plain, name.start)
            words = _last_words_of_place(page.text.plain[start : name.end], language)
            is_possessor = words.endswith((*language.people.possessive_endings, "'", "’"))
            is_body = words.lower() in language.naming.not_names and " " not in words
            if words and not is_possessor and not is_body and _is_name_of_place(words, language):
                yield PlaceMention(name.end - len(words), words, "unknown")


def _without_opener(name: Name, language: Language) -> tuple[str, int]:
    """A name without the function word at its beginning and the possessive at its end, and where it starts."""
    words, start = name.words, name.start
    for ending in language.people.possessive_endings:
        words = words.removesuffix(ending)
    first, _, rest = words.partition(" ")
    if rest and first.lower() in language.function_words:
        return rest, start + len(first) + 1
    return words, start


def _with_region(page: Page, language: Language) -> Iterator[PlaceMention]:
    """Places with their state or country after a comma, and these: "Oxley, Ohio"."""
    text = page.text.plain
    pattern = _region_after(language)
    if pattern is None:
        return
    ends: dict[int, Name] = {}
    known = known_places(language)
    for match in pattern.finditer(text):
        ends = ends or {name.end: name for name in page.names}
        name = ends.get(match.start())
        if name is None:
            continue
        words = _last_words_of_place(text[_start_with_saint(text, name.start) : name.end], language)
        if words and known.get(fold_case(words)) != "province":
            yield PlaceMention(name.end - len(words), words, known.get(fold_case(words), "other"))
            region = match.group(1)
            yield PlaceMention(match.start(1), region, known.get(fold_case(region), "province"))


def _start_with_saint(text: str, start: int) -> int:
    """Where a name starts, with the "St." before it."""
    return start - len(_SAINT) if text.endswith(_SAINT, 0, start) else start


def _last_words_of_place(words: str, language: Language) -> str:
    """The words of a name after its last one that is no part of a place; empty where it is the name of a body."""
    kept: list[str] = []
    for word in reversed(words.split()):
        if word.lower() in language.places.institutions:
            return ""
        if word.lower() in _not_in_places(language):
            break
        kept.insert(0, word)
    return " ".join(kept)


@functools.lru_cache(maxsize=64)
def _not_in_places(language: Language) -> frozenset[str]:
    return frozenset((*language.function_words, *language.naming.openers, *language.honorifics))


@functools.lru_cache(maxsize=64)
def _region_after(language: Language) -> re.Pattern[str] | None:
    """A comma and the name of a state or country, as an aside."""
    places = language.places
    if not places.levels_after_name:
        return None
    regions = [name for name, level in places.known.items() if level == "province"]
    names = any_as_printed((*regions, *places.countries, *places.aliases))
    return re.compile(rf", ({names})(?=\s*[,.;:)(\n–—-]|\s*$)")


def _dateline_places(page: Page, language: Language) -> Iterator[PlaceMention]:
    """The place at the head of the first lines: "OXLEY, Ohio (AP) - …"."""
    known = known_places(language)
    start = 0
    for line in page.text.plain.split("\n")[:_LINES_WITH_DATELINE]:
        match = _PLACE_OF_DATELINE.match(line)
        if match is not None:
            city, region = match["city"], (match["region"] or "").strip()
            level_of_region = known.get(fold_case(region))
            is_sure = bool(match["agency"]) or fold_case(city) in known
            is_place = is_sure or (level_of_region is not None and city.isupper())
            if is_place and _is_name_of_place(city, language):
                name = _in_title_case(city)
                level = known.get(fold_case(name)) or _level_of_last_word(name, language)
                yield PlaceMention(start + match.start("city"), name, level)
                if level_of_region is not None:
                    yield PlaceMention(start + match.start("region"), region, level_of_region)
                return
        start += len(line) + 1


def _is_name_of_place(words: str, language: Language) -> bool:
    taken = _in_no_name_of_place(language)
    return all(word[:1].isupper() and word.lower() not in taken for word in words.split())


@functools.lru_cache(maxsize=64)
def _in_no_name_of_place(language: Language) -> frozenset[str]:
    places = language.places
    return frozenset((*places.institutions, *places.not_places, *language.function_words, *language.dates.weekdays))


def _level_of_last_word(name: str, language: Language) -> str:
    return language.places.levels.get(name.split()[-1].lower(), "other")


def _in_title_case(words: str) -> str:
    return " ".join(word.capitalize() if word.isupper() and len(word) > 1 else word for word in words.split())


@define
class _GatheredPlace:
    name: str
    level: str = "unknown"
    origins: set[str] = Factory(set)
    leads: set[str] = Factory(set)
    titles: set[str] = Factory(set)
    n_mentions: int = 0

    def add(self, mention: PlaceMention, name: str, origin: str, is_lead: bool = False) -> None:
        """Add a mention, under its usual name."""
        if self.name.isupper():
            self.name = name
        self.origins.add(origin)
        if is_lead:
            self.leads.add(origin)
        self.n_mentions += 1
        if self.level == "unknown":
            self.level = mention.level

    def is_of_event(self, n_origins: int) -> bool:
        """Whether its level, its origins, or a lead or headline show a place of the event."""
        if n_origins > _LARGE_EVENT and not self.titles and len(self.origins) * _LARGE_EVENT < n_origins:
            return False
        return self.level != "unknown" or len(self.origins) > 1 or bool(self.leads or self.titles)


def places_of_event(
    read: Iterable[tuple[str, PlacesOfPage]], people: Iterable[str] = (), titles: Iterable[tuple[str, str]] = ()
) -> tuple[Place, ...]:
    """Places whose level is known, that several origins name or one in its lead or headline; most origins first.

    `read` gives the origin of each article, and the places that it names, `titles` the origin and the headline; no
    place has the name of one of the `people`.
    """
    read = list(read)
    found = _gathered_places(read, people)
    for key in sorted(found, key=len, reverse=True):
        shorter = _place_within(key, found)
        if shorter is not None:
            _join_places(found[shorter], found.pop(key))
    _add_headlines(found, titles)
    n_origins = len({origin for origin, _ in read})
    shown = [one for one in found.values() if one.is_of_event(n_origins)]
    order = sorted(shown, key=lambda one: (-len(one.origins), -len(one.leads | one.titles), -one.n_mentions, one.name))
    return tuple(Place(name=one.name, level=one.level, n_origins=len(one.origins)) for one in order)


def _add_headlines(found: Mapping[str, _GatheredPlace], titles: Iterable[tuple[str, str]]) -> None:
    """Note which place is in which headline."""
    by_word: dict[str, list[str]] = {}
    for key in found:
        by_word.setdefault(_WORD_OF_TITLE.findall(key)[0], []).append(key)
    for origin, title in titles:
        folded = plain(title)
        for word in set(_WORD_OF_TITLE.findall(folded)):
            for key in by_word.get(word, ()):
                if key in folded:
                    found[key].titles.add(origin)


def _gathered_places(read: Iterable[tuple[str, PlacesOfPage]], people: Iterable[str]) -> dict[str, _GatheredPlace]:
    """The places by name in lower case, those of one name under two spellings once."""
    taken = {fold_case(form) for name in people for form in (name, *name.split())}
    found: dict[str, _GatheredPlace] = {}
    own = [(origin, page, mention) for origin, page in read for mention in (*page.mentions, *page.alone)]
    of_bodies = [(origin, page, mention) for origin, page in read for mention in page.bodies]
    for origin, page, mention in own:
        name = _usual_name(mention.name)
        key = fold_case(name)
        if key in taken and (mention.level == "unknown" or mention in page.alone):
            continue
        place = found.setdefault(key, _GatheredPlace(name))
        place.add(mention, name, origin, mention.name in page.leads)
    has_own = bool(found)
    for origin, _, mention in of_bodies:
        name = _usual_name(mention.name)
        key = fold_case(name)
        if key in found or not has_own:
            found.setdefault(key, _GatheredPlace(name)).add(mention, name, origin)
    return found


def _usual_name(name: str) -> str:
    usual = _usual_names()
    return usual.get(name) or usual.get(f"{fold_case(name)}.") or usual.get(fold_case(name), name)


@forgotten_with_languages
@functools.cache
def _usual_names() -> Mapping[str, str]:
    """The usual name of each other form of a place, in lower case; of codes ("IN") as printed."""
    tables = (language.places.aliases for language in known_languages().values())
    forms = ((alias, name) for table in tables for alias, name in table.items())
    return {alias if is_code(alias) else plain(alias): normalise(name).plain for alias, name in forms}


@forgotten_with_languages
@functools.cache
def _level_at_end() -> re.Pattern[str]:
    """A level word at the end of a name."""
    levels = [
        word
        for language in known_languages().values()
        if language.places.levels_after_name
        for word in language.places.levels
        if " " not in word
    ]
    return re.compile(rf" (?:{any_of(levels)})$")


def _place_within(key: str, found: Mapping[str, _GatheredPlace]) -> str | None:
    """The place that another name means too: one with its level, or one that ran into the next word: "Mai Pha Lực"."""
    words, longer = key.split(), found[key]
    for end in range(len(words) - 1, 0, -1):
        place = " ".join(words[:end])
        if place not in found:
            continue
        shorter = found[place]
        is_same_level = longer.level in (shorter.level, "unknown")
        if _level_at_end().search(key) and end == len(words) - 1:
            if shorter.level == "unknown":
                shorter.name, shorter.level = longer.name, longer.level
                return place
            return None
        if is_same_level and len(shorter.origins) >= len(longer.origins):
            return place
    return None


def _join_places(kept: _GatheredPlace, other: _GatheredPlace) -> None:
    kept.origins |= other.origins
    kept.leads |= other.leads
    kept.titles |= other.titles
    kept.n_mentions += other.n_mentions
