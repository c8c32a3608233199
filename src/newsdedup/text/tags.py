"""The tables of a language whose words and phrases are found in a text in one pass, each with its tag."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from newsdedup.languages import Language, Numerals, Role
from newsdedup.text.lexicon import Lexicon, lexicon_of_tables
from newsdedup.text.phrases import plain
from newsdedup.text.units import Unit, money_signs_of, units_of

PhraseTable = Mapping[str, Any] | Iterable[str]  # phrases, with their values or without

SHARE_SIGNS: Final = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_LEAST_SPACES_OF_LONG: Final = 2  # between the words of a cue
_TABLES: Final[dict[int, Callable[[Language], PhraseTable]]] = {}


def _tag(table: Callable[[Language], PhraseTable]) -> int:
    """The next free bit, as the tag of a table that every language has."""
    bit = 1 << len(_TABLES)
    _TABLES[bit] = table
    return bit


def number_starts(language: Language) -> list[str]:
    """Words and pairs of words that a number in words can start with."""
    table = language.numerals
    scales = {**language.scales, **table.times}
    parts = [*scales, *table.shares, *table.ordinals]
    articled = [f"{article} {word}" for article in table.articles for word in parts]
    coupled = [f"{couple} {scale}" for couple in table.couples for scale in scales]
    pointed = [f"{zero} {point}" for zero in table.zeros for point in table.points]
    scaled = [f"{small} {large}" for small in scales for large in scales if scales[small] < scales[large]]
    whole = (*table.units, *table.teens, *table.tens, *table.scores, *table.ones, *table.shares, *table.halves)
    return [*whole, *table.minus, *articled, *coupled, *pointed, *scaled, *_rough_phrases(table, scales)]


def _numbered_months(language: Language) -> list[str]:
    """Months whose names are numbers ("tháng chín")."""
    dates = language.dates
    return [f"{word} {number}" for word in dates.month_words for number in dates.month_numbers]


def _words_for_ago(language: Language) -> tuple[str, ...]:
    dates = language.dates
    return (*dates.ago_before, *dates.ago_after, *dates.ago_after_at_end)


def _rough_phrases(table: Numerals, scales: Mapping[str, int]) -> Iterator[str]:
    """Phrases for rough numbers ("dozens", "vài chục", "hai mươi mấy")."""
    yield from (*table.magnitudes, *table.rounded, *table.pairs, *table.bare_scales)
    yield from (f"{few} {scale}" for few in table.few for scale in scales)
    units = [*table.units, *(f"{unit} {ten}" for unit in table.units for ten in table.times)]
    yield from (f"{ten} {odd}" for ten in (*table.tens, *units) for odd in table.odd)


def _short_cues(language: Language) -> Iterator[str]:
    """Cues of roles, which describe a noun and are not part of it."""
    return (cue for role in language.roles for cue in role.cues if cue.count(" ") < _LEAST_SPACES_OF_LONG)


def _compounds(language: Language) -> Iterator[str]:
    return (one for one in (*language.classifiers, *language.compounds) if " " in one)


def _signs(language: Language) -> dict[str, Unit]:
    """Signs and codes of money that may come before a number."""
    units = units_of(language)
    return {sign: units[sign] for sign in money_signs_of(language)}


def _money_names(language: Language) -> dict[str, str]:
    names = {**language.currencies, **language.currency_parts}
    return {name: code for name, code in names.items() if name not in language.noun_ends}


def _wordings(table: str) -> Callable[[Language], dict[str, Role]]:
    """The wordings of one table of every role; of a wording that two roles have, the first role's."""
    return lambda language: {
        plain(wording): role for role in reversed(language.roles) for wording in getattr(role, table)
    }


def _nouns_of_none(language: Language) -> dict[str, tuple[Role, ...]]:
    """Nouns that mean zero when negated ("no casualties"), and the roles that are then zero."""
    none: dict[str, tuple[Role, ...]] = {}
    people = [role for role in language.roles if role.of_people]
    cues = tuple(cue for role in people for cue in (*role.cues, *role.cues_of_self))
    for role in people:
        for wording in (*role.nouns, *role.none):
            if wording not in cues and wording.endswith(cues):
                continue  # the cue is found within it: "không có người chết"
            none[wording] = (*none.get(wording, ()), role)
    return none


def _first_words(patterns: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The words with which patterns of tokens begin, and the patterns of each."""
    found: dict[str, tuple[str, ...]] = {}
    for written in patterns:
        for phrase in written.split()[0].replace("_", " ").split("|"):
            found[phrase] = (*found.get(phrase, ()), written)
    return found


def places_before_names(language: Language) -> list[str]:
    """Words before the name of a place, and those that look like one."""
    places = language.places
    return [*places.levels, *places.offices, *places.not_levels, *places.at]


def _persons_before(language: Language) -> dict[str, str]:
    """Words before the name of a person, with the role that they give: an office, a form of address, "suspect"."""
    naming = language.naming
    others = (*language.people.titles, *language.honorifics, *naming.persons_before, *language.speech.saying_before)
    return dict.fromkeys((*others, *language.offices), "") | dict(naming.roles_before)


def _persons_after(language: Language) -> dict[str, str]:
    naming = language.naming
    return dict.fromkeys(naming.persons_after, "") | dict(naming.roles_after)


class Tag:
    """The tag of each table: one bit, for `newsdedup.text.tagged.Tokens` and `newsdedup.text.landmarks.Landmarks`."""

    # where reading starts
    NUMBER: Final = _tag(number_starts)
    SHARE_SIGN: Final = _tag(lambda _: SHARE_SIGNS)
    MONTH: Final = _tag(lambda language: (*language.dates.months, *_numbered_months(language)))
    OTHER_DAY: Final = _tag(lambda language: (*language.dates.day_marks, *language.dates.other_days))
    OTHER_CALENDAR: Final = _tag(lambda language: language.dates.other_calendars)
    AGO: Final = _tag(_words_for_ago)
    QUARTER: Final = _tag(lambda language: language.dates.quarter_words)
    DAY: Final = _tag(lambda language: (*language.dates.near_days, *language.dates.weekdays))
    PLACE: Final = _tag(places_before_names)
    NATION: Final = _tag(lambda language: language.places.national)
    WHOLE: Final = _tag(lambda language: (*language.places.whole, *language.places.of))
    # amounts
    UNIT: Final = _tag(units_of)  # after a number; value: the `Unit`
    SIGN: Final = _tag(_signs)  # of money, before a number; value: the `Unit`
    NOT_UNIT: Final = _tag(lambda language: language.not_units)
    QUALIFIER: Final = _tag(lambda language: language.qualifiers_before)
    NOT_QUALIFIER: Final = _tag(lambda language: language.not_qualifiers)
    NEAR: Final = _tag(lambda language: language.near)
    MOTION: Final = _tag(lambda language: language.motions)
    BUILDING: Final = _tag(lambda language: language.buildings)
    QUALIFIER_AFTER: Final = _tag(lambda language: language.qualifiers_after)
    CHANGE: Final = _tag(lambda language: dict.fromkeys(language.up, "up") | dict.fromkeys(language.down, "down"))
    STEP: Final = _tag(lambda language: language.step_words)
    STEP_END: Final = _tag(lambda language: language.step_ends)
    RESTATED: Final = _tag(lambda language: language.restated_by)
    HALF: Final = _tag(lambda language: language.numerals.unit_halves)
    PART: Final = _tag(lambda language: (*language.currency_parts, *language.part_letters))
    JOINT: Final = _tag(lambda language: language.parts_joint)
    ARTICLE: Final = _tag(lambda language: language.numerals.articles)
    MONEY_NAME: Final = _tag(_money_names)  # value: the ISO code
    WEIGHING: Final = _tag(lambda language: language.weighing)
    MEASURE_BEFORE: Final = _tag(lambda language: language.measures_before)  # value: the symbol
    PERCENT_BEFORE: Final = _tag(lambda language: language.percent_before)
    DURATION: Final = _tag(lambda language: language.durations)
    AGE: Final = _tag(lambda language: language.ages_before)  # words before an age
    AGE_BEFORE_END: Final = _tag(lambda language: language.ages_before_end)
    AGE_AT_DEATH: Final = _tag(lambda language: language.ages_at_death)
    # nouns
    NOUN_START: Final = _tag(lambda language: language.noun_starts)
    COMPOUND: Final = _tag(_compounds)
    NOUN_END: Final = _tag(lambda language: (*language.noun_ends, *_short_cues(language)))
    CLASSIFIER: Final = _tag(lambda language: language.classifiers)
    COUNTER: Final = _tag(lambda language: language.people.counters)
    LISTED: Final = _tag(lambda language: language.noun_lists)
    SUBJECT_VERB: Final = _tag(lambda language: language.subject_verbs)
    LINK: Final = _tag(lambda language: language.noun_links)
    LOOSE_LINK: Final = _tag(lambda language: language.loose_noun_links)
    QUANTITY: Final = _tag(lambda language: language.quantities)
    NOT_QUANTITY: Final = _tag(lambda language: language.not_quantities)
    HYPHENED: Final = _tag(lambda language: language.compound_counts)
    SHARE_OF: Final = _tag(lambda language: language.shares_of)
    TOTAL_OF: Final = _tag(lambda language: language.wholes)
    NUMBER_OF: Final = _tag(lambda language: language.number_of)
    TOLL: Final = _tag(lambda language: language.tolls)
    LEVEL: Final = _tag(lambda language: language.levels)
    # roles
    ROLE_NOUN: Final = _tag(_wordings("nouns"))  # value: the `Role`
    CUE: Final = _tag(_wordings("cues"))  # said of those before it; value: the `Role`
    CUE_BEFORE: Final = _tag(_wordings("cues_before"))  # said of those after it; value: the `Role`
    CUE_OF_SELF: Final = _tag(_wordings("cues_of_self"))  # value: the `Role`
    VERB: Final = _tag(_wordings("verbs"))  # value: the `Role`
    SENDING: Final = _tag(_wordings("sending"))  # value: the `Role`
    DESTINATION: Final = _tag(_wordings("destinations"))  # value: the `Role`
    NONE: Final = _tag(_nouns_of_none)  # nouns that mean zero when negated; value: the roles
    NOT_CUE: Final = _tag(lambda language: language.not_cues)
    DENIAL: Final = _tag(lambda language: language.denials)
    PART_LINK: Final = _tag(lambda language: language.part_links)
    THING: Final = _tag(lambda language: language.people.things)
    # people
    ONE: Final = _tag(lambda language: language.people.one)
    TITLE: Final = _tag(lambda language: language.people.titles)
    MANY: Final = _tag(lambda language: language.people.many)
    PLURAL: Final = _tag(lambda language: language.people.plurals)
    GROUP: Final = _tag(lambda language: language.people.groups)  # value: how many people
    DETERMINER: Final = _tag(lambda language: language.people.determiners)
    COUNTED: Final = _tag(lambda language: language.people.ones)
    PRONOUN: Final = _tag(lambda language: language.people.pronouns)
    THEY: Final = _tag(lambda language: language.people.plural_pronouns)
    NOBODY: Final = _tag(lambda language: language.people.nobody)
    NO: Final = _tag(lambda language: language.people.no)
    NTH: Final = _tag(lambda language: language.people.nth)  # value: which one
    NTH_BEFORE: Final = _tag(lambda language: language.people.nth_before)
    MORE_BEFORE: Final = _tag(lambda language: language.people.more_before)
    MORE_AFTER: Final = _tag(lambda language: language.people.more_after)
    INSERTION: Final = _tag(lambda language: language.people.insertions)
    AGE_WORD: Final = _tag(lambda language: language.people.age_words)
    IDENTIFIED: Final = _tag(lambda language: language.people.identified)
    PREPOSITION: Final = _tag(lambda language: language.people.prepositions)
    RELATIVE: Final = _tag(lambda language: language.people.relatives)
    VERB_OF_ONE: Final = _tag(lambda language: language.people.verbs_of_one)
    VERB_OF_MANY: Final = _tag(lambda language: language.people.verbs_of_many)
    EACH: Final = _tag(lambda language: language.people.each)
    OTHER: Final = _tag(lambda language: language.people.others)
    JOINED: Final = _tag(lambda language: language.people.joined_by)
    ACCOMPANIED: Final = _tag(lambda language: language.people.accompanied_by)
    OFFICE: Final = _tag(lambda language: tuple(one for one in language.offices if one not in language.honorifics))
    PERSON_BEFORE: Final = _tag(_persons_before)  # before the name of a person; value: the role that it gives, or ""
    PERSON_AFTER: Final = _tag(_persons_after)  # after the name of a person; value: the same
    BODY_BEFORE: Final = _tag(lambda language: language.naming.bodies_before)
    NUMERAL: Final = _tag(lambda language: {**language.numerals.words, **language.scales})
    # clauses
    AND: Final = _tag(lambda language: language.and_words)
    ADVERB: Final = _tag(lambda language: language.adverbs)
    PASSIVE: Final = _tag(lambda language: language.passives)
    COPULA: Final = _tag(lambda language: language.copulas)
    INCIDENTS: Final = _tag(lambda language: language.incidents)
    OPENER: Final = _tag(lambda language: language.clause_openers)
    UNREAL: Final = _tag(lambda language: language.unreal)
    TOTAL: Final = _tag(lambda language: language.totals)
    DENIES: Final = _tag(lambda language: language.denying)
    DENIED_AFTER: Final = _tag(lambda language: language.denied_after)
    CONTRAST: Final = _tag(lambda language: language.contrasts)
    MISREPORTED: Final = _tag(lambda language: language.misreported)
    CORRECTION: Final = _tag(lambda language: language.corrections)
    CORRECTED: Final = _tag(lambda language: language.corrected)
    FUTURE: Final = _tag(lambda language: language.futures)
    PLANNED: Final = _tag(lambda language: language.planned)
    PAST: Final = _tag(lambda language: language.past)
    BACKGROUND: Final = _tag(lambda language: _first_words(language.background))  # value: these patterns
    OTHER_EVENT: Final = _tag(lambda language: _first_words(language.other_events))  # value: these patterns
    LATER: Final = _tag(lambda language: language.later_than)
    BACK: Final = _tag(lambda language: language.back_references)
    SAYING: Final = _tag(lambda language: language.speech.saying)
    SAYING_BEFORE: Final = _tag(lambda language: language.speech.saying_before)
    ACCORDING: Final = _tag(lambda language: language.speech.according)
    NO_SPEAKER: Final = _tag(lambda language: language.speech.no_speakers)
    APART: Final = _tag(lambda language: language.places.apart)
    DATE_LINK: Final = _tag(lambda language: language.dates.links)
    # prose
    REPORTED: Final = _tag(lambda language: language.prose.reported)
    FIRST_PERSON: Final = _tag(lambda language: language.prose.first_person)
    # what counts nothing
    RANK: Final = _tag(lambda language: language.ordinal_before)
    NO_RANK: Final = _tag(lambda language: language.ordinal_not_after)
    NOT_COUNTED: Final = _tag(lambda language: language.not_counted)


def tables_of(language: Language) -> dict[int, Mapping[str, Any]]:
    """The tables of a language by `Tag`: each phrase with its value, or None."""
    made = ((tag, table(language)) for tag, table in _TABLES.items())
    return {tag: table if isinstance(table, Mapping) else dict.fromkeys(table) for tag, table in made}


@functools.cache
def no_phrases() -> Lexicon:
    """The lexicon of a language without tables."""
    return lexicon_of_tables({})


@functools.lru_cache(maxsize=64)
def lexicon_of(language: Language) -> Lexicon:
    """The lexicon of all tables of a language, made at its first use."""
    return lexicon_of_tables(tables_of(language))
