"""A record compared with the marks of its event: figures, dates, people, places and timeline.

Every measure is a count of hits in a total; `faults` describe each miss for the half that may be looked at.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import median
from typing import Final

from attrs import Factory, frozen

from _records_marks import MarkedEvent, Quantity, Span, Value
from _records_names import folded, is_same_name, is_same_place
from newsdedup import EventRecord, FigureClaim, ReconciledFigure
from newsdedup.articles.article import first_moment

ALIKE: Final = 0.6  # of the words of the shorter of two lines of the timeline: more is a repeat
_VAGUE: Final = re.compile(
    r"\b(?:hàng|mấy|vài|nhiều|tens|dozens|scores|hundreds|thousands|millions|billions|several|many|few)\b",
    re.IGNORECASE,
)
_CAPITALISED: Final = re.compile(r"(?:[^\W\d_a-zà-ỹ]\w+ ){1,3}[^\W\d_a-zà-ỹ]\w+")


@frozen
class Tally:
    """Hits and totals of each measure, and what missed.

    Attributes
    ----------
    counts : mapping of str to list of int
        Hits and total.
    faults : list of str
        Measure, event and what is wrong, in words of the article.
    """

    counts: dict[str, list[int]] = Factory(lambda: defaultdict(lambda: [0, 0]))
    faults: list[str] = Factory(list)

    def add(self, measure: str, hit: bool, fault: str = "") -> None:
        """Count one; a fault is kept where there is something to say."""
        self.counts[measure][0] += hit
        self.counts[measure][1] += 1
        if fault:
            self.faults.append(f"{measure}: {fault}")

    def __add__(self, other: Tally) -> Tally:
        both = Tally()
        for one in (self, other):
            for name, (hits, total) in one.counts.items():
                both.counts[name][0] += hits
                both.counts[name][1] += total
        both.faults.extend((*self.faults, *other.faults))
        return both

    def shares(self) -> dict[str, float | int]:
        """The share of each measure, and the size of its total."""
        return {
            key: value
            for name, (hits, total) in self.counts.items()
            for key, value in ((name, round(hits / total, 4)), (f"{name}, of", total))
        }


def compared(record: EventRecord, event: MarkedEvent) -> Tally:
    """Everything that the marks say about a record."""
    tally = Tally()
    _compare_figures(record.figures, event, tally)
    _compare_dates(record, event, tally)
    _compare_people(record, event, tally)
    _compare_places(record, event, tally)
    _compare_timeline(record, event, tally)
    return tally


# Figures


def _compare_figures(figures: Sequence[ReconciledFigure], event: MarkedEvent, tally: Tally) -> None:
    for figure in figures:
        _compare_figure(figure, event, tally)
    for number, quantity in enumerate(event.quantities):
        if not quantity.is_arguable:
            _compare_quantity(number, figures, event, tally)
    of_figures = [_quantities_of(figure, event) for figure in figures]
    first = {number: place for place, numbers in reversed(list(enumerate(of_figures))) for number in numbers}
    for place, numbers in enumerate(of_figures):
        if numbers:
            is_repeat = all(first[number] != place for number in numbers)
            words = f"{event.event} {_words_of(figures[place])} of quantities {sorted(numbers)}" if is_repeat else ""
            tally.add("figures of a quantity that another has", is_repeat, words)


def _compare_figure(figure: ReconciledFigure, event: MarkedEvent, tally: Tally) -> None:
    """Whether a figure is of something, of the printed value, and of one thing only."""
    claims = [claim for claim in figure.claims if not _is_left_out(claim, event.quantities)]
    states_nothing = figure.best is None and not figure.alternatives  # the people are among those of another role
    if not claims or states_nothing or _is_of_people_marked_elsewhere(figure, claims, event.quantities):
        return
    met = [_quantities_at(claim, event.quantities) for claim in claims]
    right = _quantities_of(figure, event)
    words = f"{event.event} {_words_of(figure)} {claims[0].article_id}@{claims[0].start}: {claims[0].sentence[:160]!r}"
    is_false, is_misread = not any(met), any(met) and not right
    tally.add("figures false", is_false, words if is_false else "")
    tally.add("figures misread", is_misread, words if is_misread else "")
    tally.add("figures false or misread", is_false or is_misread)
    if right:
        is_merged = len(_wholes(right, event.quantities)) > 1 and not _is_sum(figure, right, event.quantities)
        tally.add("figures merged", is_merged, f"{words} of quantities {sorted(right)}" if is_merged else "")


def _is_of_people_marked_elsewhere(
    figure: ReconciledFigure, claims: Sequence[FigureClaim], quantities: Sequence[Quantity]
) -> bool:
    """Whether mentions give a role the right number: the marks have one mention of each person, not all."""
    if any(claim.is_toll for claim in claims):
        return False
    return any(one.role == figure.role and _is_best(figure, one) for one in quantities)


def _quantities_of(figure: ReconciledFigure, event: MarkedEvent) -> set[int]:
    """The quantities of which a figure has a value."""
    return {
        number
        for claim in figure.claims
        for number in _quantities_at(claim, event.quantities)
        if _is_read(claim, event, number)
    }


def _is_left_out(claim: FigureClaim, quantities: Sequence[Quantity]) -> bool:
    """Whether a claim counts neither way: at an arguable mark, vague, or of people whom the marks mention."""
    if not claim.is_toll:
        mentioned = (span for one in quantities if one.role == claim.role for span in _spans(one))
        return any(_meets_sentence(span, claim) for span in mentioned)
    if _quantities_at(claim, quantities):
        return False
    left_out = [span for one in quantities for span in (*one.mentions, *(_spans(one) if one.is_arguable else ()))]
    is_marked = any(span.meets(claim.article_id, claim.start, claim.end) for span in left_out)
    return is_marked or _VAGUE.search(claim.text) is not None


def _spans(quantity: Quantity) -> tuple[Span, ...]:
    return (*quantity.mentions, *(span for span, _ in quantity.claims))


def _meets_sentence(span: Span, claim: FigureClaim) -> bool:
    """Whether words are in the sentence of a claim: "a man was killed" can be marked at any of its words."""
    return span.meets(claim.article_id, claim.sentence_start, claim.sentence_start + len(claim.sentence))


def _quantities_at(claim: FigureClaim, quantities: Sequence[Quantity]) -> list[int]:
    """The quantities that are marked at the words of a claim; none for people without a number."""
    if not claim.is_toll:
        return []
    return [
        number
        for number, one in enumerate(quantities)
        if not one.is_arguable and any(span.meets(claim.article_id, claim.start, claim.end) for span, _ in one.claims)
    ]


def _is_read(claim: FigureClaim, event: MarkedEvent, number: int) -> bool:
    """Whether a claim reads a value of a quantity, at its words."""
    return any(
        span.meets(claim.article_id, claim.start, claim.end) and _is_value(claim, value)
        for span, value in event.quantities[number].claims
    )


def _is_value(claim: FigureClaim, value: Value) -> bool:
    low, high = value
    return claim.number == low if low == high else (claim.low, claim.high) == value


def _wholes(numbers: Iterable[int], quantities: Sequence[Quantity]) -> set[int]:
    """Quantities without those that are a part of another one of them."""
    numbers = set(numbers)
    return {number for number in numbers if not numbers & set(_containing(number, quantities))}


def _containing(number: int, quantities: Sequence[Quantity]) -> Iterator[int]:
    """The quantities that one is a part of."""
    seen: set[int] = set()
    while (whole := quantities[number].part_of) is not None and whole not in seen:
        seen.add(whole)
        yield whole
        number = whole


def _is_sum(figure: ReconciledFigure, numbers: Iterable[int], quantities: Sequence[Quantity]) -> bool:
    """Whether a figure is the whole that quantities are the parts of."""
    wholes = {quantities[number].part_of for number in numbers}
    (whole, *others) = wholes
    return not others and whole is not None and _is_best(figure, quantities[whole])


def _compare_quantity(number: int, figures: Sequence[ReconciledFigure], event: MarkedEvent, tally: Tally) -> None:
    """Whether a quantity is read, in one figure, with the right best value and status."""
    quantity = event.quantities[number]
    homes = [_homes(span, value, figures) for span, value in quantity.claims]
    for (span, value), found in zip(quantity.claims, homes, strict=True):
        words = "" if found else f"{event.event} quantity {number}, {value[0]} at {span.article_id}@{span.start}"
        tally.add("values not read", not found, words)
    homes += [_mentioning(span, quantity, figures) for span in quantity.mentions]
    read = [found for found in homes if found]
    tally.add("quantities not read", not read)
    if not read:
        return
    best = quantity.best and quantity.best[0]
    words = f"{event.event} quantity {number} ({quantity.role}, best {best}, {quantity.status})"
    is_split = len(read) > 1 and not frozenset.intersection(*read)
    if len(read) > 1:
        tally.add("quantities split", is_split, f"{words} in {_listed(read, figures)}" if is_split else "")
    home = figures[_usual(read)]
    is_best, is_status = _is_best(home, quantity), home.status == quantity.status
    wrong = "" if is_best and is_status else f"{words}: {_words_of(home)}"
    tally.add("best right", is_best)
    tally.add("status right", is_status)
    tally.add("best and status right", is_best and is_status, wrong)
    if len({value for _, value in quantity.claims}) > 1:
        tally.add("best right, several values", is_best)


def _homes(span: Span, value: Value, figures: Sequence[ReconciledFigure]) -> frozenset[int]:
    """The figures that have a printed value among their claims."""
    return frozenset(
        number
        for number, figure in enumerate(figures)
        for claim in figure.claims
        if claim.is_toll and span.meets(claim.article_id, claim.start, claim.end) and _is_value(claim, value)
    )


def _mentioning(span: Span, quantity: Quantity, figures: Sequence[ReconciledFigure]) -> frozenset[int]:
    """The figures of the quantity's role that have a mention of people among their claims."""
    return frozenset(
        number
        for number, figure in enumerate(figures)
        for claim in figure.claims
        if figure.role == quantity.role
        and (span.meets(claim.article_id, claim.start, claim.end) if claim.is_toll else _meets_sentence(span, claim))
    )


def _usual(homes: Iterable[frozenset[int]]) -> int:
    """The figure with most of the values; of several the first of the record."""
    counts = Counter(number for found in homes for number in found)
    return min(counts, key=lambda number: (-counts[number], number))


def _is_best(figure: ReconciledFigure, quantity: Quantity) -> bool:
    if quantity.best is None:
        return figure.best is None
    low, high = quantity.best
    return figure.best == low if low == high else (figure.low, figure.high) == quantity.best


def _listed(homes: Iterable[frozenset[int]], figures: Sequence[ReconciledFigure]) -> str:
    return " | ".join(_words_of(figures[number]) for number in sorted(frozenset().union(*homes)))


def _words_of(figure: ReconciledFigure) -> str:
    what = figure.role or figure.noun or figure.kind
    return f"[{what}, scope {figure.scope.place}: {figure.best} {figure.status}, {len(figure.claims)} claims]"


# Dates, people, places, timeline


def _compare_dates(record: EventRecord, event: MarkedEvent, tally: Tally) -> None:
    if not event.start_dates:
        tally.add("start date stated, none marked", record.start_date is not None)
        return
    is_right = record.start_date in event.start_dates
    tally.add("start date stated", record.start_date is not None)
    if record.start_date is not None:
        words = f"{event.event} {record.start_date}, marked {sorted(event.start_dates)}"
        tally.add("start date right where stated", is_right, "" if is_right else words)
    tally.add("start date right", is_right)


def _compare_people(record: EventRecord, event: MarkedEvent, tally: Tally) -> None:
    names = [one.name for one in record.people]
    found = [any(is_same_name(name, central) for name in names) for central in event.central_people]
    if found:
        words = f"{event.event} {list(event.central_people)}, found {names}"
        tally.add("central person present", any(found), "" if any(found) else words)
    for hit in found:
        tally.add("central people found", hit)
    for name in names:
        is_wrong = not any(is_same_name(name, person) for person in event.people)
        tally.add("people wrong", is_wrong, f"{event.event} {name!r}" if is_wrong else "")


def _compare_places(record: EventRecord, event: MarkedEvent, tally: Tally) -> None:
    names = [one.name for one in record.places]
    for name in names:
        is_wrong = not any(is_same_place(name, place) for place in event.places)
        tally.add("places wrong", is_wrong, f"{event.event} {name!r}" if is_wrong else "")
    for place in event.places:
        is_found = any(is_same_place(name, place) for name in names)
        tally.add("places found", is_found, "" if is_found else f"{event.event} {place!r}")


def _compare_timeline(record: EventRecord, event: MarkedEvent, tally: Tally) -> None:
    seen: dict[str, list[set[str]]] = defaultdict(list)
    for line in record.timeline:
        is_wrong = not _is_marked(line.date, event.days)
        words = f"{event.event} {line.date} {line.text[:140]!r}"
        tally.add("timeline: day wrong", is_wrong, words if is_wrong else "")
        said = set(folded(line.text))
        is_repeat = any(len(said & other) >= ALIKE * min(len(said), len(other)) for other in seen[line.date])
        tally.add("timeline: repeats", is_repeat, words if is_repeat else "")
        seen[line.date].append(said)


def _is_marked(date: str, days: Iterable[str]) -> bool:
    """Whether a date is a marked day or a month or year of one; of several days, any."""
    ends = date.split("/")
    return any(day.startswith(end) for day in days for end in ends)


# Peers


def peers_compared(event: MarkedEvent) -> Mapping[str, Tally]:
    """What simple methods give; of figures, given which claims belong together."""
    found: dict[str, Tally] = defaultdict(Tally)
    moments = {one.id: first_moment(one.published_at) for one in event.articles}
    for quantity in event.quantities:
        if quantity.is_arguable or not quantity.claims:
            continue
        printed = [(moments[span.article_id], value[0]) for span, value in quantity.claims]
        best = None if quantity.best is None else quantity.best[0]
        for name, value in _peer_values([one for _, one in sorted(printed)]).items():
            found[name].add("best right", value == best)
            if len({one for _, one in printed}) > 1:
                found[name].add("best right, several values", value == best)
    if event.start_dates:
        first = min(moments.values()).date().isoformat()
        found["day of the first report"].add("start date right", first in event.start_dates)
    if event.central_people:
        named = _most_frequent_name(" . ".join(one.text for one in event.articles))
        hit = any(is_same_name(named, one) for one in event.central_people)
        found["most frequent name"].add("central person present", hit)
    return found


def _peer_values(values: Sequence[Decimal]) -> dict[str, Decimal | None]:
    (value, count), *others = Counter(values).most_common()
    is_tied = bool(others) and others[0][1] == count
    return {"majority vote": None if is_tied else value, "median": median(values), "most recent": values[-1]}


def _most_frequent_name(text: str) -> str:
    counts = Counter(_CAPITALISED.findall(text))
    return counts.most_common(1)[0][0] if counts else ""
