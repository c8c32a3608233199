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
        Those of them that may stand before him ("said Officer Moss").
    according : tuple of str
        Words before a speaker ("according to", "theo").
    according_opens_clause : bool
        Whether they mean that only where a clause starts.
    no_speakers : tuple of str
        Words after them that are no speaker ("theo quy định").
    """

    saying: tuple[str, ...] = ()
    saying_before: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    according_opens_clause: bool = False
    no_speakers: tuple[str, ...] = ()
