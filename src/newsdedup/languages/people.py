"""How a language mentions people and names speakers, as data."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from newsdedup.languages.tables import NO_VALUES
from newsdedup.support.typed_fields import typed_fields


@frozen(kw_only=True, field_transformer=typed_fields)
class People:
    """How a language mentions people without a number.

    Attributes
    ----------
    one : tuple of str
        Nouns of one person ("man", "nạn nhân").
    titles : tuple of str
        Words that are such nouns only before a name ("anh Nam").
    many : tuple of str
        Nouns of several people that do not give their number ("people").
    each : tuple of str
        Words before a statement about each of a number of people ("đều").
    counters : tuple of str
        Words that make the number before them a number of people, however far the statement about them is ("người").
    plurals : tuple of str
        Words that turn a noun of one person into one of many ("những").
    groups : mapping of str to int
        Words for a known number of people ("both", "hai mẹ con").
    determiners, ones : tuple of str
        Words that begin a mention of people; those among them that mean one person ("one", "một").
    pronouns : tuple of str
        Words that refer to one person.
    plural_pronouns : tuple of str
        Words that refer to several people, whose number was given before.
    nobody : tuple of str
        Words for no person.
    no : tuple of str
        Words that negate the noun after them ("no", "không có").
    prepositions : tuple of str
        A noun after one of these is not the subject of its sentence.
    relatives : tuple of str
        Words after which a statement is about the nearest noun ("who").
    verbs_of_one, verbs_of_many : tuple of str
        Verb forms for one person and for several ("was", "were").
    possessive_endings : tuple of str
        Endings that make a noun or name a possessor ("Moss's").
    names_alone : bool
        Whether names are printed without a title or noun before them.
    numbers_after_cues : bool
        Whether a number right after the cue of a role is the number, or the age, of the people it is about ("shot 16 men").
    things : tuple of str
        Nouns that never have a role of people, whatever is next to them ("five buildings").
    nth : mapping of str to int
        Words for the place of a person in a count ("a third", 3).
    nth_before : tuple of str
        Words that, before a number, make it such a place ("thứ").
    more_before, more_after : tuple of str
        Words before or after a number that is added to a count ("thêm", "more").
    insertions : tuple of str
        Words that open an insertion ("including", "gồm").
    age_words : tuple of str
        Words beside an age between commas ("ages", "both").
    identified : tuple of str
        Words between people and their names ("as").
    others : tuple of str
        Words that mark a person as different from those before ("another").
    first_mentions : tuple of str
        Words that begin the first mention of somebody ("a man", "một người").
    joined_by : tuple of str
        Words that join people in a list.
    accompanied_by : tuple of str
        Those that add people after a statement about others ("two boys died along with their father").
    late_deaths : tuple of str
        Words that say of a death that the person was hurt first ("in hospital").
    besides : tuple of str
        Words that say of others that they come on top of those told of before ("beyond those").
    attackers : tuple of str
        Nouns of those who did it; a toll may include them ("five people, including the gunman").
    """

    one: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    groups: Mapping[str, int] = NO_VALUES
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
    nth: Mapping[str, int] = NO_VALUES
    nth_before: tuple[str, ...] = ()
    more_before: tuple[str, ...] = ()
    more_after: tuple[str, ...] = ()
    insertions: tuple[str, ...] = ()
    age_words: tuple[str, ...] = ()
    identified: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    first_mentions: tuple[str, ...] = ()
    joined_by: tuple[str, ...] = ()
    accompanied_by: tuple[str, ...] = ()
    late_deaths: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    attackers: tuple[str, ...] = ()


@frozen(kw_only=True, field_transformer=typed_fields)
class Speech:
    """How a language names the speaker of a statement.

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
