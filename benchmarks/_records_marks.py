"""Marks of whole records: what a careful desk would put into the record of an event.

The files ``marks/records-LANGUAGE.jsonl`` have one event per line; `marks/README.md` describes the fields.
`faults_of` checks a line against the texts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from newsdedup import Article, read_articles

MARKS: Final = Path(__file__).parent / "marks"
STATUSES: Final = ("single_source", "agree", "compatible", "superseded", "conflict")
PARTS: Final = ("seen", "held")

Value = tuple[Decimal, Decimal]
"""Both ends of a range; twice the same of a plain number."""

_DAY: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_NUMBER: Final = re.compile(
    r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million"
    r"|dozen|couple|pair|both|half|quarter|twice|double|triple|first|second|third|a|an|once|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám"
    r"|chín|mười|mươi|chục|trăm|nghìn|ngàn|triệu|tỷ|tỉ|rưỡi|nửa|nưả|tứ|đôi|cặp|cả|độc)\b",
    re.IGNORECASE,
)


@frozen
class Span:
    """Words of an article."""

    article_id: str
    start: int
    end: int

    def meets(self, article_id: str, start: int, end: int) -> bool:
        """Whether other words overlap these."""
        return self.article_id == article_id and start < self.end and self.start < end


@frozen
class Quantity:
    """What is counted, and where the reports print it."""

    role: str | None
    best: Value | None
    status: str
    is_arguable: bool
    part_of: int | None
    claims: tuple[tuple[Span, Value], ...]
    mentions: tuple[Span, ...]


@frozen
class MarkedEvent:
    """The marks of one event."""

    set_name: str
    event: str
    part: str
    articles: tuple[Article, ...]
    start_dates: frozenset[str]
    days: frozenset[str]
    central_people: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    quantities: tuple[Quantity, ...] = field(repr=False)


def marked_events(data: Path, folder: Path = MARKS) -> list[MarkedEvent]:
    """The marked events of every file of marks.

    Raises
    ------
    SystemExit
        If a line has a fault.
    """
    rows = [
        json.loads(line)
        for path in sorted(folder.glob("records-*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    texts = _articles_of(data, rows)
    if faults := [f"{row['event']}: {fault}" for row in rows for fault in faults_of(row, texts)]:
        raise SystemExit("\n".join(faults))
    return [_event(row, texts) for row in rows]


def _articles_of(data: Path, rows: Iterable[Mapping[str, Any]]) -> dict[str, Article]:
    """The articles of the sets that the marks name, by id."""
    names = sorted({row["set"] for row in rows})
    return {one.id: one for name in names for one in read_articles(data / name / "articles.jsonl", progress=False)}


def _event(row: Mapping[str, Any], texts: Mapping[str, Article]) -> MarkedEvent:
    named = [(_words(person["at"], texts), person["central"]) for person in row["people"]]
    start = [row["start_date"]] if row["start_date"] else []
    return MarkedEvent(
        set_name=row["set"],
        event=row["event"],
        part=row["part"],
        articles=tuple(texts[name] for name in row["articles"]),
        start_dates=frozenset((*start, *row["start_dates_ok"])),
        days=frozenset((*row["days"], *start)),
        central_people=tuple(dict.fromkeys(name for name, is_central in named if is_central)),
        people=tuple(dict.fromkeys(name for name, _ in named)),
        places=tuple(dict.fromkeys(_words(place, texts) for place in row["places"])),
        quantities=tuple(map(_quantity, row["quantities"])),
    )


def _words(span: Sequence[Any], texts: Mapping[str, Article]) -> str:
    name, start, end = span
    return " ".join(texts[name].text[start:end].split())


def _quantity(row: Mapping[str, Any]) -> Quantity:
    return Quantity(
        role=row["role"],
        best=None if row["best"] is None else value_of(row["best"]),
        status=row["status"],
        is_arguable=row["arguable"],
        part_of=row["part_of"],
        claims=tuple((Span(*span), value_of(value)) for *span, value in row["claims"]),
        mentions=tuple(Span(*span) for span in row["mentions"]),
    )


def value_of(printed: str) -> Value:
    """A value of the marks: "12", "-3.5" or a range, "19-22"."""
    first, sign, last = printed.partition("-") if not printed.startswith("-") else (printed, "", "")
    return Decimal(first), Decimal(last if sign else first)


def faults_of(row: Mapping[str, Any], texts: Mapping[str, Article]) -> Iterator[str]:
    """What is wrong with the marks of an event: offsets, values, days and indices that cannot be."""
    if unknown := [name for name in row["articles"] if name not in texts]:
        yield f"no such article: {', '.join(unknown)}"
        return
    if row["part"] not in PARTS:
        yield f"part {row['part']!r}: must be one of {', '.join(PARTS)}"
    days = [*row["days"], *row["start_dates_ok"], *filter(None, [row["start_date"]])]
    yield from (f"day {day!r}: must be ISO" for day in days if not _DAY.fullmatch(day))
    spans = {"person": [one["at"] for one in row["people"]], "place": row["places"]}
    for what, found in spans.items():
        yield from (f"{what} {fault}" for span in found for fault in _span_faults(span, row, texts))
    for number, quantity in enumerate(row["quantities"]):
        yield from (f"quantity {number}: {fault}" for fault in _quantity_faults(number, quantity, row, texts))


def _quantity_faults(
    number: int, quantity: Mapping[str, Any], row: Mapping[str, Any], texts: Mapping[str, Article]
) -> Iterator[str]:
    if quantity["status"] not in STATUSES:
        yield f"status {quantity['status']!r}: must be one of {', '.join(STATUSES)}"
    if quantity["part_of"] is not None and not 0 <= quantity["part_of"] < len(row["quantities"]):
        yield f"part_of {quantity['part_of']}: there is no such quantity"
    if quantity["part_of"] == number:
        yield "part_of itself"
    if not quantity["claims"] and not quantity["mentions"]:
        yield "neither claims nor mentions"
    if (quantity["best"] is None) != (quantity["status"] == "conflict"):
        yield f"best {quantity['best']} and status {quantity['status']}: only a conflict has no best value"
    values = [quantity["best"], *(claim[3] for claim in quantity["claims"])]
    yield from (f"value {value!r}: must be a number" for value in values if value is not None and not _is_number(value))
    for *span, _ in quantity["claims"]:
        faults = list(_span_faults(span, row, texts))
        yield from faults
        if not faults and not _NUMBER.search(_words(span, texts)):
            yield f"claim {span}: no number"
    for span in quantity["mentions"]:
        yield from _span_faults(span, row, texts)


def _is_number(value: str) -> bool:
    try:
        low, high = value_of(value)
    except InvalidOperation:
        return False
    return low <= high


def _span_faults(span: Sequence[Any], row: Mapping[str, Any], texts: Mapping[str, Article]) -> Iterator[str]:
    name, start, end = span
    if name not in row["articles"]:
        yield f"{span}: article of another event"
    elif not 0 <= start < end <= len(texts[name].text):
        yield f"{span}: outside the text of {len(texts[name].text)} characters"
    elif _splits_a_word(texts[name].text, start) or _splits_a_word(texts[name].text, end):
        yield f"{span}: begins or ends within a word"
    elif texts[name].text[start:end].strip() != texts[name].text[start:end]:
        yield f"{span}: begins or ends with a space"


def _splits_a_word(text: str, place: int) -> bool:
    around = text[place - 1 : place + 1] if place else ""
    return len(around) == 2 and all(one.isalnum() for one in around) and around[0].isdigit() == around[1].isdigit()
