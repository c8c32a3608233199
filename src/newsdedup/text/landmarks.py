"""Landmarks of a text: its digits, and the words of the tables from which reading starts."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from newsdedup.languages import Language
from newsdedup.text.phrases import Scan, scan_of

SHARE_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
DIGIT = re.compile(rf"[\d{SHARE_SIGNS}](?<!\d[\d{SHARE_SIGNS}])")


@frozen
class Landmarks:
    """The positions in a text from which reading starts, found in one search for digits and one for words."""

    digits: Sequence[int]  # where digits start, or a sign of a share
    # where the words of a table may start: ``number, month, quarter, day, cue, quantity, place, nation, whole, plan,
    # back, saying`` or ``according``
    words: Mapping[str, Sequence[int]]

    def of(self, table: str) -> Sequence[int]:
        """Where the words of a table may start."""
        return self.words.get(table, ())

    def within(self, table: str, start: int, end: int) -> Sequence[int]:
        """Where they may start in a span."""
        starts = self.words.get(table, ())
        return starts[bisect_left(starts, start) : bisect_left(starts, end)]


def landmarks_in(folded: str, language: Language) -> Landmarks:
    """The landmarks of a text in lower case."""
    digits = [match.start() for match in DIGIT.finditer(folded)]
    return Landmarks(digits, _table_scan(language).starts(folded))


@functools.cache
def _table_scan(language: Language) -> Scan:
    dates, places, speech = language.dates, language.places, language.speech
    return scan_of(
        {
            "number": number_starts(language),
            "month": dates.months,
            "quarter": dates.quarter_words,
            "day": (*dates.near_days, *dates.weekdays),
            "cue": (*language.not_cues, *_cues(language)),
            "quantity": (*language.quantities, *language.not_quantities),
            "place": (*places.levels, *places.offices, *places.not_levels, *places.at),
            "nation": places.national,
            "whole": (*places.whole, *places.of),
            "plan": language.planned,
            "back": language.back_references,
            "saying": speech.saying,
            "according": speech.according,
        }
    )


def _cues(language: Language) -> Iterator[str]:
    """Every phrase that gives a role."""
    for role in language.roles:
        yield from (*role.cues, *role.cues_before, *role.cues_of_self, *role.nouns, *role.none)


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
    return [*whole, *table.minus, *articled, *coupled, *pointed, *scaled]
