"""The people whom a page names, with what its words beside each name say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.languages import Language
from newsdedup.records.beside import PeopleSaid, WordsBeside
from newsdedup.records.person_names import may_begin_name, person_within, with_particles
from newsdedup.text.page import LEAD_CHARS, Page


@frozen
class NamedPerson:
    """A name on a page that may be that of a person."""

    name: str
    start: int
    n_mentions: int = 1
    n_bodies: int = 0  # mentions as a part of the name of a body or a place
    is_person: bool = False  # whether its first word or the words beside it show a person
    is_shown: bool = False  # whether the words beside it do
    is_addressed: bool = False  # whether an office or a form of address is among them
    is_in_lead: bool = False
    is_byline: bool = False
    office: str = ""
    roles: frozenset[str] = frozenset()
    age: int | None = None
    born: int | None = None

    @property
    def is_full(self) -> bool:
        """Whether it has more than one word."""
        return " " in self.name

    def joined(self, other: NamedPerson) -> NamedPerson:
        """Both, of one name, as one; this one comes first."""
        return NamedPerson(
            self.name,
            self.start,
            self.n_mentions + other.n_mentions,
            self.n_bodies + other.n_bodies,
            self.is_person or other.is_person,
            self.is_shown or other.is_shown,
            self.is_addressed or other.is_addressed,
            self.is_in_lead or other.is_in_lead,
            self.is_byline and other.is_byline,
            max(self.office, other.office, key=len),
            self.roles | other.roles,
            self.age if self.age is not None else other.age,
            self.born if self.born is not None else other.born,
        )


def people_named(page: Page, claims: Iterable[FigureClaim], said: PeopleSaid) -> tuple[NamedPerson, ...]:
    """The names on a page that may be of people, each once, in the order of their first mentions.

    `claims` are those of the page, whose ages are taken over; `said` is what it says of people.
    """
    if page.language is None:
        return ()
    found: dict[str, NamedPerson] = {}
    for one in _names_with_remarks(page, page.language, WordsBeside(page, page.language, claims, said)):
        found[one.name] = found[one.name].joined(one) if one.name in found else one
    return tuple(found.values())


def _names_with_remarks(page: Page, language: Language, beside: WordsBeside) -> Iterator[NamedPerson]:
    """Every name that may be of a person, in order."""
    tokens = page.tokens
    for name in with_particles(page.names, page.text.plain, language.naming.particles):
        within = person_within(name.words, language)
        if within is None:
            continue
        words, start = within[0], name.start + within[1]
        i = tokens.at(start)
        if not (" " in words or language.naming.given_names_first or i in beside.before):
            continue  # a syllable with a capital
        j = tokens.after(start + len(words))
        if beside.is_of_body(i) or beside.is_modifier(j, name.follower):
            yield NamedPerson(words, start, n_mentions=0, n_bodies=1)
            continue
        remarks = beside.remarks(i, j)
        is_known = may_begin_name(words)
        yield NamedPerson(
            words,
            start,
            is_person=is_known or remarks.is_shown,
            is_shown=remarks.is_shown,
            is_addressed=remarks.is_addressed,
            is_in_lead=start < LEAD_CHARS,
            is_byline=" " in words and beside.is_byline(i),
            office=remarks.office,
            roles=remarks.roles,
            age=remarks.age,
            born=remarks.born,
        )
