"""The steps of reading a number, in order."""

from __future__ import annotations

from newsdedup.figures.read.engine import Step
from newsdedup.figures.read.rules import (
    ages,
    asides,
    carried,
    counted,
    event,
    measured,
    people,
    qualifiers,
    scope,
    speakers,
    time,
    totals,
    units,
)

AMOUNT: tuple[Step, ...] = (units.UNIT, units.ADDED, qualifiers.QUALIFIER)
"""The steps that find what belongs to a number, whether or not it is a figure of the news."""

STEPS: tuple[Step, ...] = (
    asides.SPANS,
    *AMOUNT,
    totals.NTH,
    ages.AGE,
    asides.NAMES,
    measured.NOUN,
    measured.BARE_MONEY,
    totals.TOTAL,
    counted.WHOLE,
    people.ROLE,
    totals.ONLY_GRAVEST,
    carried.COUNTED,
    qualifiers.QUALIFIER_AFTER,
    scope.SCOPE,
    event.EVENT,
    event.CHANGE,
    totals.ADDED_PEOPLE,
    people.OUTCOME,
    speakers.SPEAKER,
    time.AS_OF,
    carried.CARRIED,
)
"""All steps, from a printed number to a claim."""
