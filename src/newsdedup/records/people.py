"""The people of an event: who holds an office, to whom something happened, and whom most reports name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, TypeVar

from attrs import Factory, define, field, frozen
from attrs.validators import optional

from newsdedup.figures.persons import are_spellings
from newsdedup.records.holders import KnownNames
from newsdedup.records.named import NamedPerson
from newsdedup.records.offices import PageNames
from newsdedup.records.person_names import words_that_begin_names
from newsdedup.support.field_checks import at_least

_Said = TypeVar("_Said", str, int)  # an office, a role, an age

_ROLES: Final = ("dead", "injured", "missing", "victim", "suspect", "arrested")
_OUTWEIGHED: Final = {"injured": ("dead",), "missing": ("dead",), "victim": ("dead", "injured")}
_MENTIONS_OF_CENTRAL: Final = 3
_MENTIONS_OF_SUBJECT: Final = 5  # without headline and lead
_MENTIONS_ALONE: Final = 2  # of one word of a name, which show that it is a person's
_TIMES_AS_OFTEN: Final = 2  # a shorter form of a name in as many origins is the usual one if it is that often named
_TIMES_AS_MANY: Final = 3  # origins that give one role for each that gives another, which is then an error
_ORIGINS_OF_LARGE_EVENT: Final = (
    5  # origins of an event; in a larger one a person with an office whom few of them name is left out
)
_MOST_VARIANTS: Final = 12  # full names with one first or last word that are compared with one another


@frozen(kw_only=True)
class Person:
    """A person of an event.

    Attributes
    ----------
    name : str
    office : str
        The office, title or profession that most origins give; empty where none does.
    roles : tuple of str
        What the articles say of the person in this event: ``dead, injured, missing, victim, suspect, arrested`` or a
        role of figures.
    age : int or None
        The age that most origins print.
    born : int or None
        The year of birth that an article prints.
    n_origins : int
        Independent voices that name the person.
    """

    name: str
    office: str = ""
    roles: tuple[str, ...] = ()
    age: int | None = field(default=None, validator=optional(at_least(0)))
    born: int | None = field(default=None, validator=optional(at_least(0)))
    n_origins: int = field(validator=at_least(1))


@frozen
class PeopleOfArticle:
    """What one article names, and its voice."""

    origin: str
    names: PageNames = field(factory=PageNames)
    people: tuple[NamedPerson, ...] = ()
    title: str = ""


@define
class _Gathered:
    """What the articles say of one name."""

    origins: set[str] = Factory(set)
    titles: set[str] = Factory(set)  # origins whose headline has it
    leads: set[str] = Factory(set)
    pages: set[int] = Factory(set)
    mentions: dict[tuple[str, int], int] = Factory(dict)  # by origin and page
    n_bodies: int = 0
    is_person: bool = False
    offices: dict[str, set[str]] = Factory(dict)  # with the origins that give each
    roles: dict[str, set[str]] = Factory(dict)
    ages: dict[int, set[str]] = Factory(dict)
    born: dict[int, set[str]] = Factory(dict)

    def add(self, one: NamedPerson, origin: str, page: int) -> None:
        """Add a name of a page."""
        if one.n_mentions or one.office:
            self.origins.add(origin)
            self.pages.add(page)
        self.mentions[origin, page] = self.mentions.get((origin, page), 0) + one.n_mentions
        self.n_bodies += one.n_bodies
        self.is_person = self.is_person or one.is_person
        if one.is_in_lead:
            self.leads.add(origin)
        if one.office:
            self.offices.setdefault(one.office, set()).add(origin)
        for role in one.roles:
            self.roles.setdefault(role, set()).add(origin)
        for years, year in ((self.ages, one.age), (self.born, one.born)):
            if year is not None:
                years.setdefault(year, set()).add(origin)

    def take(self, other: _Gathered) -> None:
        """Add all of another form of the name."""
        for mine, theirs in ((self.origins, other.origins), (self.titles, other.titles), (self.leads, other.leads)):
            mine |= theirs
        self.pages |= other.pages
        for place, number in other.mentions.items():
            self.mentions[place] = self.mentions.get(place, 0) + number
        self.n_bodies += other.n_bodies
        self.is_person = self.is_person or other.is_person
        _add_origins(self.offices, other.offices)
        _add_origins(self.roles, other.roles)
        _add_origins(self.ages, other.ages)
        _add_origins(self.born, other.born)

    @property
    def n_mentions(self) -> int:
        """Mentions in the articles of all origins, of the copies of one those of the copy with most."""
        most: dict[str, int] = {}
        for (origin, _), number in self.mentions.items():
            most[origin] = max(number, most.get(origin, 0))
        return sum(most.values())

    def is_central(self, n_origins: int) -> bool:
        """Whether most origins name the person, or one often and in its headline or lead."""
        most = len(self.origins) >= max(2, (n_origins + 1) // 2)
        is_prominent = bool(self.titles) or 2 * len(self.leads) >= n_origins
        least = _MENTIONS_OF_CENTRAL if is_prominent else _MENTIONS_OF_SUBJECT
        return most or self.n_mentions >= least

    def is_headline(self, name: str, n_origins: int) -> bool:
        """Whether a name of which no word shows a person is the subject of most reports, and is not that of a body."""
        is_often = self.n_mentions >= _MENTIONS_OF_CENTRAL * n_origins and 2 * len(self.titles) > n_origins > 1
        return is_often and not self.n_bodies and not name.isascii()

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """The place of the person in the record: most origins first, then headlines, roles and mentions."""
        return -len(self.origins), -len(self.titles), -bool(self.roles), -self.n_mentions

    def is_in_part(self, n_origins: int) -> bool:
        """Whether an article gives the person an office, a role or an age; of many articles several must name one."""
        is_rare = len(self.origins) * _ORIGINS_OF_LARGE_EVENT < n_origins
        if n_origins > _ORIGINS_OF_LARGE_EVENT and is_rare and not self.roles and not self.leads:
            return False
        return bool(self.offices or self.roles or self.ages or self.born)


def _add_origins(mine: dict[_Said, set[str]], theirs: Mapping[_Said, set[str]]) -> None:
    """Add what another form of a name is said to be, with the origins that say so."""
    for one, origins in theirs.items():
        mine.setdefault(one, set()).update(origins)


def people_of_event(read: Iterable[PeopleOfArticle], places: Iterable[str]) -> tuple[Person, ...]:
    """The people of an event, those named by most origins first.

    `places` are names that are known to be places: in "Tổng thống Pháp" Pháp is not a person.
    """
    read, known_places = list(read), set(places)
    found = _full_names(read, known_places)
    _join_forms(found, known_places)
    _add_single_names(found, read)
    _add_titles(found, read)
    n_origins = len({one.origin for one in read})
    shown = {
        name: one
        for name, one in found.items()
        if (one.is_person and (one.is_in_part(n_origins) or (one.is_central(n_origins) and name not in known_places)))
        or one.is_headline(name, n_origins)
    }
    order = sorted(shown, key=lambda name: (*shown[name].rank, name))
    return tuple(_person(name, shown[name]) for name in order)


def _person(name: str, one: _Gathered) -> Person:
    given = _supported(one.roles)
    roles = [role for role in _ROLES if role in given and given.isdisjoint(_OUTWEIGHED.get(role, ()))]
    return Person(
        name=name,
        office=_usual_office(one.offices),
        roles=(*roles, *sorted(given - set(_ROLES))),
        age=_of_most_origins(one.ages),
        born=_of_most_origins(one.born),
        n_origins=len(one.origins),
    )


def _supported(roles: Mapping[str, set[str]]) -> set[str]:
    """The roles without those that few origins give beside one that many give."""
    most = max(map(len, roles.values()), default=0)
    return {role for role, origins in roles.items() if _TIMES_AS_MANY * len(origins) > most}


def _of_most_origins(years: Mapping[int, set[str]]) -> int | None:
    return min(years, key=lambda year: (-len(years[year]), year), default=None)


def _usual_office(given: Mapping[str, set[str]]) -> str:
    """The office that most origins give; of several the longest."""
    return min(given, key=lambda office: (-len(given[office]), -len(office), office), default="")


def _full_names(read: Sequence[PeopleOfArticle], places: set[str]) -> dict[str, _Gathered]:
    """The names of more than one word that may be of people, and the holders of offices."""
    found: dict[str, _Gathered] = defaultdict(_Gathered)
    known = KnownNames.of([article.names for article in read], places)
    for page, article in enumerate(read):
        after_bodies: dict[str, str] = {}  # names that run on from the body before them
        for candidates in article.names.offices:
            holder = known.holder_of(candidates)
            if holder is not None:
                name, office = holder
                found[name].add(NamedPerson(name, 0, n_mentions=0, is_person=True, office=office), article.origin, page)
                after_bodies |= {one.words.words: name for one in candidates if one.words.words.endswith(f" {name}")}
        for one in article.people:
            name = after_bodies.get(one.name) or (one.name if one.is_shown else _without_place(one.name, places))
            is_known = one.is_addressed or bool(one.roles) or one.age is not None
            is_place = (not one.is_addressed and name in places) or (not is_known and _begins_with_place(name, places))
            if " " in name and not one.is_byline and not is_place:
                found[name].add(one, article.origin, page)
    return dict(found)


def _begins_with_place(name: str, places: set[str]) -> bool:
    """Whether the name of a country runs on into that of a person: "Nga Putin"."""
    first = name.partition(" ")[0]
    return first in places and first.lower() not in words_that_begin_names()


def _without_place(name: str, places: set[str]) -> str:
    """A name without the place that an office before it belongs to: "Thủ tướng Ấn Độ Manmohan Singh"."""
    words = name.split()
    for first in range(len(words) - 1, 0, -1):
        is_place = " ".join(words[:first]) in places
        if is_place and (first > 1 or len(words) - first > 1):
            return " ".join(words[first:])
        if " ".join(words[first:]) in places and words[0].lower() not in words_that_begin_names():
            return ""
    return name


def _join_forms(found: dict[str, _Gathered], places: set[str]) -> None:
    """Join the forms of one name into the one with most origins: parts, with a middle name, spelt otherwise."""
    kept: dict[str, list[str]] = defaultdict(list)  # by first and last word, marked which
    for name in sorted(found, key=lambda name: (-len(found[name].origins), -found[name].n_mentions, -len(name), name)):
        words = name.split()
        near = dict.fromkeys(one for word in words for one in kept[word][:_MOST_VARIANTS] if one in found)
        forms = [one for one in near if _is_part_of_name(name, one) or _is_part_of_name(one, name)]
        if not forms and words[0] in places:  # "Nga Medvedev"
            forms = [one for one in near if one.endswith(f" {words[-1]}")]
        if not forms:
            pages = found[name].pages
            forms = [one for one in near if _are_forms(name, one) and not pages & found[one].pages]
        if len(forms) == 1 and (found[name].is_person or found[forms[0]].is_person):
            name = _join(found, forms[0], name)
        if name in found:
            for word in dict.fromkeys(name.split()):
                kept[word].append(name)


def _join(found: dict[str, _Gathered], usual: str, rare: str) -> str:
    """Count a rare form of a name for the usual one; of two that are as usual the longer one is kept. Which one is."""
    one, other = found[usual], found[rare]
    is_as_usual = len(one.origins) == len(other.origins) and one.n_mentions <= _TIMES_AS_OFTEN * other.n_mentions
    kept, gone = (rare, usual) if is_as_usual and len(rare) > len(usual) else (usual, rare)
    found[kept].take(found.pop(gone))
    return kept


def _is_part_of_name(name: str, other: str) -> bool:
    """Whether a name is a shorter form of another."""
    if len(name) >= len(other):
        return False
    words, others = name.split(), other.split()
    is_end = other.startswith(f"{name} ") or other.endswith(f" {name}")
    return is_end or (words[0], words[-1]) == (others[0], others[-1])


def _are_forms(one: str, other: str) -> bool:
    """Whether two names differ in the spelling of one word only."""
    words, others = one.split(), other.split()
    if len(words) != len(others):
        return False
    different = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return len(different) == 1 and are_spellings(*(word.lower() for word in different[0]))


class _PeopleByWord:
    """People by the first and the last word of their names, and which of them are on a page."""

    def __init__(self) -> None:
        self._all: dict[str, set[str]] = defaultdict(set)
        self._on_page: dict[tuple[str, int], set[str]] = defaultdict(set)

    def __contains__(self, word: str) -> bool:
        return word in self._all

    def add(self, name: str, pages: Iterable[int]) -> None:
        """Note a person, and pages on which the person is."""
        for word in {name.split()[0], name.split()[-1]}:
            self._all[word].add(name)
            for page in pages:
                self._on_page[word, page].add(name)

    def named(self, word: str, page: int) -> Collection[str]:
        """The people whom a word on a page may name: the only one of this word, else those on the page."""
        names = self._all.get(word, ())
        return names if len(names) < 2 else self._on_page.get((word, page), ())


def _add_single_names(found: dict[str, _Gathered], read: Sequence[PeopleOfArticle]) -> None:
    """Count "Byrne" for Ron Byrne, if one person is meant; a single name with an office in two origins is a person."""
    _confirm_by_single_names(found, read)
    people = _PeopleByWord()
    for name, gathered in found.items():
        if gathered.is_person:
            people.add(name, gathered.pages)
    alone: dict[str, _Gathered] = defaultdict(_Gathered)
    for page, article in enumerate(read):
        for one in article.people:
            if one.is_full or one.is_byline:
                continue
            names = people.named(one.name, page)
            if len(names) == 1:
                (name,) = names
                found[name].add(one, article.origin, page)
                people.add(name, found[name].pages & {page})
            elif one.name not in people and one.is_person:
                alone[one.name].add(one, article.origin, page)
    found |= {name: gathered for name, gathered in alone.items() if gathered.offices and len(gathered.origins) > 1}


def _confirm_by_single_names(found: Mapping[str, _Gathered], read: Sequence[PeopleOfArticle]) -> None:
    """A name of which a page goes on with one word alone is a person's: "Lavardo Fisher", then "Fisher"."""
    for page, article in enumerate(read):
        alone = {one.name for one in article.people if not one.is_full and one.n_mentions >= _MENTIONS_ALONE}
        for name in (one.name for one in article.people if alone and one.is_full and one.name in found):
            words = name.split()
            if page in found[name].pages and (words[-1] in alone or words[0] in alone):
                found[name].is_person = True


def _add_titles(found: Mapping[str, _Gathered], read: Iterable[PeopleOfArticle]) -> None:
    """Note whose name is in which headline; all names that end in one word are in the same headlines."""
    titles: dict[str, set[str]] = {name.split()[-1].lower(): set() for name in found}
    for article in read:
        for word in set(
            article.title.lower().replace("’", "'").replace("'s", "").replace(",", " ").replace(":", " ").split()
        ):
            if word in titles:
                titles[word].add(article.origin)
    for name, gathered in found.items():
        gathered.titles = titles[name.split()[-1].lower()]
