"""How a language names persons, as data."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from newsdedup.languages.tables import NOTHING
from newsdedup.support.typed_fields import typed_fields


@frozen(kw_only=True, field_transformer=typed_fields)
class Naming:
    """How a language names persons, and what it says of them beside their names.

    Attributes
    ----------
    first_words : frozenset of str
        Words with which full names often begin: given names ("ann"), or family names where these come first ("trần").
    given_names_first : bool
        Whether the last word of a full name alone is the family name, by which a person is named later ("Byrne said").
    openers : tuple of str
        Capitalised words at the beginning of a sentence that are no part of a name after them ("while", "theo").
    particles : tuple of str
        Words in lower case within a name ("van", "bin").
    not_names : tuple of str
        Words that no name of a person has: of bodies, buildings and streets ("university", "street").
    bodies_before : tuple of str
        Words before the name of a body, a street or a place, which may look like that of a person ("đường").
    bodies_before_offices : bool
        Whether the body that an office belongs to comes before it ("Milton County Prosecutor Ron Byrne").
    office_parts : tuple of str
        Words in lower case that belong to the office after them ("county", "former").
    persons_before : tuple of str
        Words before the name of a person that are neither an office nor a form of address ("wife", "neighbor").
    persons_after : tuple of str
        Words right after the name of a person ("who").
    roles_before : mapping of str to str
        Words before the name of a person, and the role that they give ("suspect", "nạn nhân là").
    roles_after : mapping of str to str
        Words after the name of a person, and the role that they give ("was charged").
    born : tuple of str
        Words between the name of a person and the year of birth ("sinh năm").
    bylines : tuple of str
        Words before the name of a reporter or photographer ("by").
    """

    first_words: frozenset[str] = frozenset()
    given_names_first: bool = False
    openers: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    bodies_before: tuple[str, ...] = ()
    bodies_before_offices: bool = False
    office_parts: tuple[str, ...] = ()
    persons_before: tuple[str, ...] = ()
    persons_after: tuple[str, ...] = ()
    roles_before: Mapping[str, str] = NOTHING
    roles_after: Mapping[str, str] = NOTHING
    born: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
