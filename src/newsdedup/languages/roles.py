"""What a figure counts, as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from attrs import fields, frozen

from newsdedup.support.arguments import mapping_option
from newsdedup.support.errors import SettingError, in_message
from newsdedup.support.typed_fields import typed_fields


@frozen(kw_only=True, field_transformer=typed_fields)
class Role:
    """What a figure counts in an event, and the words that give a figure this role.

    Attributes
    ----------
    name : str
        The role: ``dead``, ``injured``, ``attendees`` …
    nouns : tuple of str
        A counted noun that begins with one of these has the role.
    cues : tuple of str
        Words right after a noun of people or things that give it the role.
    open_cues : tuple of str
        Those cues that say what happened to people, not their condition: people who were shot may have died.
    verbs : tuple of str
        Verbs that are done to people, in all forms: active to those after them ("shot four people"), passive to those
        before them ("four people were also shot").
    participles : tuple of str
        Those of these forms that are passive after a word of `passives`; all of them if empty.
    open_verbs : bool
        Whether these verbs leave the outcome open, as `open_cues` do.
    sending : tuple of str
        Verbs that have this meaning only with one of `destinations` after their object ("sent nine pupils to hospital").
    destinations : tuple of str
        These words.
    counted : tuple of str
        Nouns of which one must be in the words counted, if the role follows from cues; empty if any may be.
    cues_before : tuple of str
        Words right before the number that give the role ("killed 12 people").
    cues_of_self : tuple of str
        Words for an act against oneself ("killing himself"), which adds one person to those counted before.
    none : tuple of str
        Further nouns that mean zero when negated ("no casualties", "thiệt hại về người").
    kind : str
        Kind of figure that can have the role: ``count``, or ``money`` for losses.
    of_people : bool
        Whether one person is counted where the cues mention a person without a number ("a man was killed").
    graver : tuple of str
        Words after a number that limit it to the worst cases ("bị thương nặng").
    outweighs : tuple of str
        Roles that do not count people counted in this one: a person who died of a wound is not among the injured.
    evolves : bool
        Whether values change with time, so that later ones supersede earlier ones (tolls, damage, arrests).
    schedule : bool
        Whether it belongs to the event's programme; its scope is the event, planned or held.
    """

    name: str
    nouns: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    open_cues: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    open_verbs: bool = False
    sending: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    cues_before: tuple[str, ...] = ()
    cues_of_self: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    kind: str = "count"
    of_people: bool = False
    graver: tuple[str, ...] = ()
    outweighs: tuple[str, ...] = ()
    evolves: bool = False
    schedule: bool = False

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Role:
        """A role from its plain data, as settings have it."""
        mapping_option("data", data, "{'name': 'dead'}")
        if unknown := [name for name in data if name not in _FIELDS_OF_ROLE]:
            raise SettingError(f"data has {in_message(unknown[0])}, which a role does not have")
        if "name" not in data:
            raise SettingError("data has no 'name' of a role: give one such as {'name': 'dead'}")
        return cls(**data)


_FIELDS_OF_ROLE: Final = frozenset(one.name for one in fields(Role))
