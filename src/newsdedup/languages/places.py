"""How a language names places, as data."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from newsdedup.languages.tables import NOTHING
from newsdedup.support.typed_fields import typed_fields


@frozen(kw_only=True, field_transformer=typed_fields)
class Places:
    """How a language names places and administrative levels.

    Attributes
    ----------
    levels : mapping of str to str
        Word before or after the name of a place, and its level: ``province``, ``district``, ``commune``.
    levels_after_name : bool
        Whether these words come after the name, except those that end in "of" ("Oxley County", "city of Hue").
    not_levels : tuple of str
        Phrases with such a word that name no place ("thông tấn xã").
    offices : mapping of str to str
        Offices named after their place ("Tỉnh ủy"), and the level of that place.
    national : tuple of str
        Words that make a scope the whole country.
    whole : tuple of str
        Words that, before a level word, mean all of the last named place of that level ("toàn").
    of : tuple of str
        Words that, before a level word without a name, mean the last named place of that level.
    apart : tuple of str
        Words before a place whose count is not that of the event ("riêng").
    at : tuple of str
        Prepositions before the name of a place.
    loosely_at : tuple of str
        Those of `at` that also come before the names of buildings and bodies ("at").
    countries : tuple of str
        Countries as newspapers write them.
    known : mapping of str to str
        Provinces, states and large cities as printed, and their level.
    aliases : mapping of str to str
        Other printed forms of the names of places, and the usual form ("N.C.", "North Carolina").
    locals : tuple of str
        Words after the name of a place for those who live there or what is there ("Oxley man", "Oxley police").
    institutions : tuple of str
        Words of the names of bodies and buildings, which are no places ("courthouse", "department").
    not_places : tuple of str
        Capitalised words after `at` that are not names of places ("Trung ương").
    """

    levels: Mapping[str, str] = NOTHING
    levels_after_name: bool = False
    not_levels: tuple[str, ...] = ()
    offices: Mapping[str, str] = NOTHING
    national: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    loosely_at: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    known: Mapping[str, str] = NOTHING
    aliases: Mapping[str, str] = NOTHING
    locals: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    not_places: tuple[str, ...] = ()
