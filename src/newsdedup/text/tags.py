"""The tables of a language whose words and phrases are found in a text in one pass, each with its tag."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from newsdedup.languages import Language, Numerals
from newsdedup.text.lexicon import Lexicon, lexicon_of_tables

PhraseTable = Mapping[str, Any] | Iterable[str]  # phrases, with their values or without

SHARE_SIGNS: Final = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
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


def _rough_phrases(table: Numerals, scales: Mapping[str, int]) -> Iterator[str]:
    """Phrases for rough numbers ("dozens", "vài chục", "hai mươi mấy")."""
    yield from (*table.magnitudes, *table.rounded, *table.pairs, *table.bare_scales)
    yield from (f"{few} {scale}" for few in table.few for scale in scales)
    units = [*table.units, *(f"{unit} {ten}" for unit in table.units for ten in table.times)]
    yield from (f"{ten} {odd}" for ten in (*table.tens, *units) for odd in table.odd)


def cues_of_roles(language: Language) -> list[str]:
    """Every phrase that gives a role, and those that look like one."""
    parts = ((one.cues, one.cues_before, one.cues_of_self, one.nouns, one.none) for one in language.roles)
    return [*language.not_cues, *(cue for tables in parts for table in tables for cue in table)]


class Tag:
    """The tag of each table: one bit, for `newsdedup.text.tagged.Tokens` and `newsdedup.text.landmarks.Landmarks`."""

    NUMBER: Final = _tag(number_starts)
    SHARE_SIGN: Final = _tag(lambda _: SHARE_SIGNS)
    MONTH: Final = _tag(lambda language: language.dates.months)
    QUARTER: Final = _tag(lambda language: language.dates.quarter_words)
    DAY: Final = _tag(lambda language: (*language.dates.near_days, *language.dates.weekdays))
    CUE: Final = _tag(cues_of_roles)
    QUANTITY: Final = _tag(lambda language: (*language.quantities, *language.not_quantities))
    PLACE: Final = _tag(lambda language: places_before_names(language))
    NATION: Final = _tag(lambda language: language.places.national)
    WHOLE: Final = _tag(lambda language: (*language.places.whole, *language.places.of))
    PLAN: Final = _tag(lambda language: language.planned)
    BACK: Final = _tag(lambda language: language.back_references)
    SAYING: Final = _tag(lambda language: language.speech.saying)
    ACCORDING: Final = _tag(lambda language: language.speech.according)


def places_before_names(language: Language) -> list[str]:
    """Words before the name of a place, and those that look like one."""
    places = language.places
    return [*places.levels, *places.offices, *places.not_levels, *places.at]


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
