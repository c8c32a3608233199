"""Counts, days, statuses and figures in words for people; numbers have the format of their articles' language.

Every interface takes its words from here, so that a figure reads the same in a table, a notebook, a
picture and on the desk page.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from itertools import takewhile
from typing import Any, Final

from attrs import frozen

from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.figure import Alternative, ReconciledFigure
from newsdedup.figures.wording import amount_words, qualified_words, range_words, spaced
from newsdedup.interfaces.quotation import claim_span as claim_span
from newsdedup.interfaces.quotation import claim_words as claim_words
from newsdedup.records.people import Person
from newsdedup.records.record import Report
from newsdedup.support.display import count_in_words as count_in_words
from newsdedup.text.dates import MONTHS

_MOST_NOUNS: Final = 3  # of a figure; reports may have a word of their own each
_LEVELS_WITHOUT_WORDS: Final = frozenset({"unknown", "event", "other"})
_CHANGES: Final = {"up": "rise", "down": "fall"}


@frozen
class StatusLabel:
    """The word for a status, and the glyph before it."""

    word: str
    glyph: str


# In the order of urgency: what an editor must check comes first.
STATUS_LABELS: Final[Mapping[str, StatusLabel]] = {
    "conflict": StatusLabel("conflict", "≠"),
    "superseded": StatusLabel("superseded", "→"),
    "compatible": StatusLabel("compatible", "≈"),
    "agree": StatusLabel("agree", "="),
    "single_source": StatusLabel("one origin", "○"),
}


def backing_in_words(n_reports: int, n_origins: int) -> str:
    """How many reports there are, and how many of them in their own words: "3 reports, 2 origins"."""
    return f"{count_in_words(n_reports, 'report')}, {count_in_words(n_origins, 'origin')}"


def about_person(person: Person) -> str:
    """The office, age and roles of a person: "police chief, 46, injured".

    Examples
    --------
    >>> about_person(Person(name="Ann Vale", office="police chief", roles=("injured",), age=46, n_origins=2))
    'police chief, 46, injured'
    """
    age = str(person.age) if person.age is not None else f"born {person.born}" if person.born else ""
    return ", ".join(filter(None, (person.office, age, *person.roles)))


def date_in_words(iso: str) -> str:
    """A day, month, year, moment or span of days; the year is left out where it is unknown.

    Examples
    --------
    >>> [date_in_words(iso) for iso in ("2025-06-14/2025-06-15", "XXXX-07-28", "2025-06", "2025-06-14T09:30:00+07:00")]
    ['14 – 15 Jun 2025', '28 Jul', 'Jun 2025', '14 Jun 2025, 09:30']
    """
    first, _, last = iso.partition("/")
    start, end = _date_parts(first), _date_parts(last or first)
    pairs = zip(reversed(start), reversed(end), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    ends = (" ".join(start[: len(start) - shared]), " ".join(end))
    return " – ".join(filter(None, ends)) + _time_of_day(first)


def moment_in_words(moment: datetime | date | None) -> str:
    """A moment or a day; empty where there is none."""
    return date_in_words(moment.isoformat()) if moment else ""


def span_in_words(start: str | None, end: str | None) -> str:
    """A first and a last day; empty where they are unknown."""
    return date_in_words(start if start == end else f"{start}/{end}") if start else ""


def _date_parts(iso: str) -> list[str]:
    """The day, the month and the year of a date, in that order."""
    year, *month_and_day = iso.partition("T")[0].split("-")
    month, *day = month_and_day or [""]
    names = [*(str(int(one)) for one in day), MONTHS[int(month) - 1][:3] if month else "", year.strip("X")]
    return [name for name in names if name]


def _time_of_day(iso: str) -> str:
    clock = iso.partition("T")[2][:5]
    return f", {clock}" if clock else ""


def level_in_words(level: str) -> str | None:
    """The administrative level of a place; None where it adds nothing."""
    return None if level in _LEVELS_WITHOUT_WORDS else level


def relation_words(report: Report) -> str | None:
    """How an article depends on another, as words before the name of that one, if it does."""
    if report.relation in ("agency", "outlet"):
        return f"same {report.relation} ({report.voice}) as"
    return f"{report.relation} of" if report.relation else None


def scope_in_words(scope: Scope) -> str:
    """The place of a figure, with its level."""
    return " ".join(filter(None, (scope.place, level_in_words(scope.level))))


def figure_name(figure: ReconciledFigure) -> str:
    """What is counted or measured, in the words of the reports; else the role or the kind.

    Of nouns that have each other's words only the first is named, as in "mức bội chi / bội chi".
    """
    named: list[str] = []
    for noun in figure.nouns:
        if not any(_is_within(noun, other) or _is_within(other, noun) for other in named):
            named.append(noun)
    more = [] if len(named) <= _MOST_NOUNS else ["…"]
    return " / ".join((*named[:_MOST_NOUNS], *more)) or spaced(figure.role) or figure.kind


def _is_within(noun: str, other: str) -> bool:
    """Whether all words of a noun are in another, side by side."""
    return f" {noun} ".casefold() in f" {other} ".casefold()


def figure_remarks(figure: ReconciledFigure) -> list[str]:
    """What narrows a figure down: role, scope, change, modality and date."""
    remarks = (
        spaced(figure.role) if figure.nouns else None,  # without nouns the role is the name
        scope_in_words(figure.scope),
        _CHANGES.get(figure.change),
        figure.modality if figure.modality != "actual" else None,
        f"as of {date_in_words(figure.as_of)}" if figure.as_of else None,
    )
    return [remark for remark in remarks if remark]


def figure_title(figure: ReconciledFigure) -> str:
    """A figure without its value: name and remarks."""
    return " · ".join((figure_name(figure), *figure_remarks(figure)))


def figure_value(figure: ReconciledFigure) -> str:
    """The best value; without one the values in conflict, or else the bounds."""
    if figure.best is not None:
        return _qualified(figure.best, figure.qualifier, figure)
    rising = sorted(figure.alternatives, key=lambda one: one.value)
    *others, last = [alternative_value(one, figure) for one in rising] or [""]
    return " or ".join(filter(None, (", ".join(others), last))) or figure_bounds(figure) or "–"


def figure_bounds(figure: ReconciledFigure) -> str:
    """The smallest and the largest value; empty where both are unbounded."""
    unit: dict[str, Any] = {"kind": figure.kind, "unit": figure.unit}
    if figure.low is not None and figure.high is not None:
        return range_words(figure.low, figure.high, figure.language, **unit)
    if figure.low is not None:
        return f"{amount_words(figure.low, figure.language, **unit)} or more"
    return "" if figure.high is None else f"up to {amount_words(figure.high, figure.language, **unit)}"


def alternative_value(one: Alternative, figure: ReconciledFigure) -> str:
    """One of several values of a figure."""
    return _qualified(one.value, one.qualifier, figure)


def alternative_date(one: Alternative) -> str:
    """The day of one of several values: that up to which it counts, else that of the report."""
    day = one.as_of or one.reported_at
    return date_in_words(day) if day else ""


def claim_value(claim: FigureClaim) -> str:
    """The value of a claim, both ends of a range; days for people."""
    if isinstance(claim.value, str):
        return date_in_words(claim.value)
    if claim.qualifier == "range" and isinstance(claim.high, Decimal):
        return range_words(claim.value, claim.high, claim.language, kind=claim.kind, unit=claim.unit)
    return qualified_words(claim.value, claim.qualifier, claim.language, kind=claim.kind, unit=claim.unit)


def _qualified(value: Decimal, qualifier: str, figure: ReconciledFigure) -> str:
    return qualified_words(value, qualifier, figure.language, kind=figure.kind, unit=figure.unit)
