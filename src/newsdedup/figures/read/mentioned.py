"""Claims of people who are mentioned without a number, beside those that numbers count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.read.page_reading import PageReading
from newsdedup.figures.read.predicates import Unnumbered, counted_once
from newsdedup.figures.read.rules.scope import EVENT_SCOPE

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
    most: dict[tuple[str | None, str], Decimal] = {}
    for claim in figures:
        if claim.part_of is None:
            most[_toll(claim)] = max(claim.number, most.get(_toll(claim), claim.number))
    present = counted_once([one for one, _, modality in found if modality == "actual"])
    once = {(one.first, one.role.name) for one in present}
    further = [
        _mention_claim(reading, one, index, modality)
        for one, index, modality in found
        if (modality == "background" or (one.first, one.role.name) in once)
        and one.value > most.get((one.role.name, modality), _NOBODY)
    ]
    return [*figures, *_each_once(further)]


def _each_once(mentioned: Sequence[FigureClaim]) -> Iterator[FigureClaim]:
    """The claims; of mentions that do not count people, one per role: of most people, then by name, then the first."""
    largest: dict[tuple[str | None, str], FigureClaim] = {}
    for claim in mentioned:
        if claim.is_toll:
            yield claim
        else:
            key = _toll(claim)
            largest[key] = min(largest.get(key, claim), claim, key=lambda one: (-one.number, not one.name, one.start))
    yield from largest.values()


def _toll(claim: FigureClaim) -> tuple[str | None, str]:
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
