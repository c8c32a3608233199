"""Claims of people who are mentioned without a number, beside those that numbers count."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.persons import PersonName, joined_persons, persons_of
from newsdedup.figures.read.page_reading import PageReading
from newsdedup.figures.read.predicates import Unnumbered, counted_once
from newsdedup.figures.read.rules.scope import EVENT_SCOPE

_Toll = tuple[str | None, str]  # a role and a modality
_NOBODY = Decimal(-1)  # below any count, even zero
_LISTS_AT_A_PLACE = 3  # lists of people, one within the other


def with_mentioned(reading: PageReading, numbered: Sequence[FigureClaim]) -> list[FigureClaim]:
    """The figures and the people who are mentioned without a number, where no number counts them too.

    A number in a list of people ("a man and two children") is a part of what the list counts.
    """
    found = [
        (one, index, "background" if reading.background(index, one.first) else "actual")
        for index in reading.predicate_sentences
        for one in reading.said(index).counts
    ]
    lists = sorted(
        (_mention_claim(reading, *place) for place in found if place[0].value > 1), key=lambda claim: claim.start
    )
    figures = [_as_part_of_list(claim, lists) for claim in numbered]
    most: dict[_Toll, Decimal] = {}
    for claim in figures:
        if claim.part_of is None:
            most[_toll(claim)] = max(claim.number, most.get(_toll(claim), claim.number))
    present = counted_once([one for one, _, modality in found if modality == "actual"])
    once = {(one.first, one.role.name) for one in present}
    others = [place for place in found if place[2] == "background" or (place[0].first, place[0].role.name) in once]
    told: Counter[_Toll] = Counter()
    for one, _, modality in others:
        told[one.role.name, modality] += one.value
    further = [
        _mention_claim(reading, one, index, modality)
        for one, index, modality in others
        if told[one.role.name, modality] > most.get((one.role.name, modality), _NOBODY)
    ]
    return [*figures, *_beyond_counts(further, most)]


def _beyond_counts(mentioned: Iterable[FigureClaim], most: Mapping[_Toll, Decimal]) -> Iterator[FigureClaim]:
    """The mentions of a role that are of more people than the most that a number counts; each person once."""
    by_toll: dict[_Toll, list[FigureClaim]] = defaultdict(list)
    for claim in mentioned:
        by_toll[_toll(claim)].append(claim)
    for toll, claims in by_toll.items():
        counting = [claim for claim in claims if claim.is_toll and claim.number > most.get(toll, _NOBODY)]
        yield from counting
        yield from _of_different_persons([claim for claim in claims if not claim.is_toll], most.get(toll, _NOBODY))


def _of_different_persons(mentioned: Sequence[FigureClaim], most: Decimal) -> list[FigureClaim]:
    """Mentions, of most people first, then by name, each of a person who is in none before; none if all are counted."""
    kept: list[FigureClaim] = []
    persons: tuple[PersonName, ...] = ()
    for claim in sorted(mentioned, key=lambda one: (-one.number, not one.name, one.start)):
        known, persons = persons, joined_persons(persons, persons_of(claim))
        if len(persons) > len(known):
            kept.append(claim)
    return kept if len(persons) > most else []


def _toll(claim: FigureClaim) -> _Toll:
    return claim.role, claim.modality


def _as_part_of_list(claim: FigureClaim, lists: Sequence[FigureClaim]) -> FigureClaim:
    last = bisect_right(lists, claim.start, key=lambda one: one.start)
    near = lists[max(0, last - _LISTS_AT_A_PLACE) : last]
    whole = next((one for one in near if claim.end <= one.end), None)
    if whole is None or claim.kind != "count" or claim.number >= whole.number:
        return claim
    modality = whole.modality if claim.modality == "actual" else claim.modality
    return evolve(claim, role=whole.role, part_of=whole.text, modality=modality)


def _mention_claim(reading: PageReading, one: Unnumbered, index: int, modality: str) -> FigureClaim:
    value, sentence = Decimal(one.value), one.sentence
    return reading.claim(
        sentence.starts[one.first],
        sentence.ends[one.last - 1],
        sentence.span,
        value=value,
        low=value,
        high=None if one.is_nth else value,
        high_open=one.is_nth,
        qualifier="at_least" if one.is_nth else "exact",
        noun=sentence.printed(one.first, one.last),
        role=one.role.name,
        scope=EVENT_SCOPE,
        speaker=reading.speaker(index, one.first),
        modality=modality,
        change="up" if one.is_added and one.is_toll else "level",
        is_toll=one.is_toll,
        is_open=one.is_open,
    )
