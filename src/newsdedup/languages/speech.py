"""How a language says who speaks, as data."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Speech:
    """How a language says who speaks.

    Attributes
    ----------
    saying : tuple of str
        Verbs after a speaker ("police said").
    saying_before : tuple of str
        Those of them that may come before the speaker ("said Officer Moss").
    according : tuple of str
        Words before a speaker ("according to", "theo").
    according_opens_clause : bool
        Whether they have this meaning only at the start of a clause.
    no_speakers : tuple of str
        Words after them that do not name a speaker ("theo quy định").
    """

    saying: tuple[str, ...] = ()
    saying_before: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    according_opens_clause: bool = False
    no_speakers: tuple[str, ...] = ()
