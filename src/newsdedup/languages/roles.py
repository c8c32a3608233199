"""What a figure counts, as data."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Role:
    """What a figure counts in the life of an event, and how its reports say so.

    Attributes
    ----------
    name : str
        The role: ``dead``, ``injured``, ``attendees`` …
    nouns : tuple of str
        A counted noun that begins with one of these has the role.
    cues : tuple of str
        Words right after the noun that give the role to a noun of people or things.
    open_cues : tuple of str
        Those of the cues that say what happened to people, not how they are since: who were shot may have died.
    cues_before : tuple of str
        Words right before the number that do the same ("killed 12 people").
    cues_of_self : tuple of str
        Words by which those who are spoken of do it to themselves ("killing himself"): after others, they are one more.
    none : tuple of str
        Further nouns that say, denied, that there are none ("thiệt hại về người").
    kind : str
        Kind of figure that can have the role: ``count``, or ``money`` for what was lost.
    of_people : bool
        A person whom the cues speak of without a number is one ("a man was killed").
    graver : tuple of str
        Words after the number by which it is of those only who were hit worst ("bị thương nặng").
    outweighs : tuple of str
        Roles in which nobody is counted who is counted in this one: who died of a wound is not among the injured.
    evolves : bool
        Later reports rightly give other values (tolls, damage, arrests).
    schedule : bool
        A fact of the event's programme: its scope is the event, planned or held.
    """

    name: str
    nouns: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    open_cues: tuple[str, ...] = ()
    cues_before: tuple[str, ...] = ()
    cues_of_self: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    kind: str = "count"
    of_people: bool = False
    graver: tuple[str, ...] = ()
    outweighs: tuple[str, ...] = ()
    evolves: bool = False
    schedule: bool = False
