"""How a language mentions people, as data."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from newsdedup.languages.tables import NOTHING


@frozen(kw_only=True)
class People:
    """How a language mentions people without a number.

    Attributes
    ----------
    one : tuple of str
        Nouns of one person ("man", "nạn nhân").
    titles : tuple of str
        Words that are such nouns before a name ("anh Nam").
    many : tuple of str
        Nouns that leave open how many there are ("people").
    each : tuple of str
        Words before what is said of each of a number ("đều").
    counters : tuple of str
        Words after a number that make it one of people, however much follows before what is said of them ("người").
    plurals : tuple of str
        Words that make a noun of one person one of many ("những").
    groups : mapping of str to int
        Words of a known number of people ("both", "hai mẹ con").
    determiners, ones : tuple of str
        Words that begin such a mention; those among them that count one ("one", "một").
    pronouns : tuple of str
        Words that stand for one person.
    plural_pronouns : tuple of str
        Those that stand for several, whose number stands before.
    nobody : tuple of str
    no : tuple of str
        Words that deny the noun after them ("no", "không có").
    prepositions : tuple of str
        What hangs on one of these is not what a sentence speaks of.
    relatives : tuple of str
        Words that make the nearest noun the one that is spoken of ("who").
    verbs_of_one, verbs_of_many : tuple of str
        Forms that tell whether one or several are spoken of ("was", "were").
    possessive_endings : tuple of str
        Endings that make a noun or name a possessor ("Moss's").
    names_alone : bool
        Whether a name is printed without a title or noun before it.
    numbers_after_cues : bool
        Whether a number right after the cue of a role counts, or is the age of, those it speaks of ("shot 16 men").
    things : tuple of str
        Nouns that a role of people is never of, whatever stands beside them ("five buildings").
    others : tuple of str
        Words by which someone is another than those before him ("another").
    joined_by : tuple of str
        Words that join people to a list.
    """

    one: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    groups: Mapping[str, int] = NOTHING  # type: ignore[assignment]
    determiners: tuple[str, ...] = ()
    ones: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    plural_pronouns: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    verbs_of_one: tuple[str, ...] = ()
    verbs_of_many: tuple[str, ...] = ()
    possessive_endings: tuple[str, ...] = ()
    names_alone: bool = False
    numbers_after_cues: bool = False
    things: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    joined_by: tuple[str, ...] = ()
