"""Events with two reports of a toll whose relation is known: sentences of our own in real reports.

Shares no code with the reader. How a case is made:

1. Two reports of a labelled event that do not name a news agency and share few runs of words are
   taken. Every sentence of the event's reports that mentions casualties is removed.
2. The first gets a sentence with a toll, the second, a few hours later, one of the kind.

The kinds, with what a careful editor would give:

    increment   "2 more people died" after a toll of 34       superseded, 36
    parts       12 of one province and 5 of another of 17     17; the two are parts of it, no conflict
    denied      another report denies the toll                conflict, no best value
    corrected   the same outlet corrects its toll             superseded, the new one
    outlet      one outlet again, in other words              one voice: single source, the toll
    wire        the same news agency, in other words          one voice: single source, the toll
    confirmed   two outlets, or two agencies                  two voices: agree, the toll

The parts may be published before the total. The wordings are in `_later_wordings.py`.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import permutations
from typing import Final

from _injected import Case, Mark, Report
from _later_wordings import WORDINGS, Role, Wordings

LATER_KINDS: Final[Mapping[str, str]] = {
    "increment": "superseded",
    "parts": "part",
    "denied": "conflict",
    "corrected": "superseded",
    "outlet": "single_source",
    "wire": "single_source",
    "confirmed": "agree",
}
TRUTHS: Final[Mapping[str, str]] = {"increment": "sum", "corrected": "corrected"}  # which number; else the toll
SUPERSEDING: Final = ("increment", "corrected")  # copies are made of the first report: the older toll
_MOST_EVENTS: Final = 60  # of a set
_LEAST_WORDS: Final = 40  # of a report without its casualties
_LONG_SENTENCE: Final = 9  # words; shorter ones are headlines, bylines and credits
_RUN: Final = 5  # words
_MOST_SHARED: Final = 0.1  # of the runs of the shorter report: more would be a copy
_SENTENCE: Final = re.compile(r"[^.!?…\n]+(?:\.(?=\d|\w)[^.!?…\n]+)*(?:[.!?…]+[”\"]?|\n|$)\s*")

Pair = tuple[Report, Report]


def later_cases(articles: Iterable[Report], language: str, *, seed: int = 1) -> Iterator[Case]:
    """One case of each kind for each of up to sixty events with two fitting reports."""
    fitting = _fitting_events(articles, WORDINGS[language])
    chosen = random.Random(f"later {seed}").sample(fitting, min(len(fitting), _MOST_EVENTS))
    for event, reports, pairs in chosen:
        rng = random.Random(f"later {seed} {event}")
        for kind in LATER_KINDS:
            yield _case(kind, event, reports, rng.choice(pairs), WORDINGS[language], rng)


def _fitting_events(articles: Iterable[Report], wordings: Wordings) -> list[tuple[str, list[Report], list[Pair]]]:
    """The events that mention casualties, their reports without them, and the pairs that fit."""
    events: dict[str, list[Report]] = defaultdict(list)
    for article in articles:
        events[article["event"]].append(article)
    found: list[tuple[str, list[Report], list[Pair]]] = []
    for event, reports in sorted(events.items()):
        if any(wordings.casualties.search(report["text"]) for report in reports):
            bare: list[Report] = [
                {**report, "text": text, "summary": None} for report in reports if (text := _bare(report, wordings))
            ]
            if pairs := [pair for pair in permutations(bare, 2) if _fits(pair, wordings)]:
                found.append((event, bare, pairs))
    return found


def _bare(report: Report, wordings: Wordings) -> str:
    """The text without the sentences that mention casualties; empty where little is left."""
    sentences = (match.group() for match in _SENTENCE.finditer(report["text"]))
    left = "".join(one for one in sentences if not wordings.casualties.search(one))
    return left if len(left.split()) >= _LEAST_WORDS else ""


def _fits(pair: Pair, wordings: Wordings) -> bool:
    """Whether two reports are independent as far as anybody can see."""
    one, other = (_runs(report["text"]) for report in pair)
    is_copied = len(one & other) > _MOST_SHARED * min(len(one), len(other))
    return not is_copied and not any(wordings.agency.search(report["text"]) for report in pair)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)}


def _case(kind: str, event: str, reports: Sequence[Report], pair: Pair, wordings: Wordings, rng: random.Random) -> Case:
    role = rng.choice(wordings.roles)
    numbers = _numbers(rng)
    first, second = _sentences(kind, role, wordings, rng)
    places = dict(zip(("one_place", "other_place"), rng.sample(wordings.places, 2), strict=True))
    hours = rng.choice((-5, 4)) if kind == "parts" else rng.randint(3, 15)
    moments = (_moment(pair[0]), _moment(pair[0]) + timedelta(hours=hours))
    written, marks = [], []
    for report, sentence, moment, (before, after) in zip(
        pair, (first, second), moments, _openings(kind, wordings, rng), strict=True
    ):
        printed, offsets = _filled(sentence, numbers, role, places, wordings, rng)
        text, start = _with_sentence(report["text"], printed, before, after)
        marks += [Mark(report["id"], start + offset, value) for offset, value in offsets]
        written.append({**report, "text": text, "published_at": moment.isoformat()})
    truth = None if kind == "denied" else numbers[TRUTHS.get(kind, "toll")]  # nobody knows whom to believe
    wanted, optional = _wanted(kind, marks, numbers)
    return Case(
        kind=kind,
        event=event,
        reports=(*_with_outlets(kind, written, rng), *(one for one in reports if one not in pair)),
        marks=wanted,
        best=truth,
        truth=truth,
        copied=pair[kind not in SUPERSEDING]["id"],
        status=LATER_KINDS[kind],
        optional=optional,
    )


def _numbers(rng: random.Random) -> dict[str, int]:
    """The values of a case; no two of one kind are equal."""
    part, other = rng.sample(range(4, 30), 2)
    toll, more = part + other, rng.randint(2, 8)
    changed = toll + rng.choice((-more, more, more + 1))
    return {"toll": toll, "part": part, "other": other, "more": more, "sum": toll + more, "corrected": changed}


def _wanted(kind: str, marks: Sequence[Mark], numbers: Mapping[str, int]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The numbers that must be read for the case to be right, and those that need not, but belong to the same figure.

    A newsroom that prints the new sum, or repeats the figure that it denies or corrects, has said all in the other
    number.
    """
    first, *rest = marks
    new = [mark for mark in rest if mark.value == numbers[TRUTHS.get(kind, "toll")]] if kind != "denied" else []
    must = rest if kind == "parts" else new or (rest if kind == "increment" else [])
    return (first, *must), tuple(mark for mark in rest if mark not in must)


def _sentences(kind: str, role: Role, wordings: Wordings, rng: random.Random) -> tuple[str, str]:
    """The sentence of each report; the two are never worded alike."""
    firsts = wordings.totals if kind == "parts" else wordings.tolls
    later = wordings.later.get(kind, wordings.repeats)
    return rng.choice(firsts), rng.choice((*later, *(role.own.get(kind, ()))))


def _openings(kind: str, wordings: Wordings, rng: random.Random) -> list[tuple[str, str]]:
    """The credits before and after each text: the agency that a report is from."""
    one, other = rng.sample(wordings.agencies, 2)
    forms = rng.sample(wordings.credits, 2)
    if kind == "wire":
        other = one
    elif kind != "confirmed" or rng.random() < 0.5:
        return [("", ""), ("", "")]
    return [
        (form.before.format(agency=rng.choice(names)), form.after.format(agency=rng.choice(names)))
        for form, names in zip(forms, (one, other), strict=True)
    ]


def _filled(
    sentence: str,
    numbers: Mapping[str, int],
    role: Role,
    places: Mapping[str, str],
    wordings: Wordings,
    rng: random.Random,
) -> tuple[str, list[tuple[int, int]]]:
    """A sentence with its words, and the offset and value of each number in it."""
    words = {name: rng.choice(forms) for name, forms in role.words.items()} | dict(places)
    printed, offsets = "", []
    for piece in re.split(r"(\{\w+\})", sentence):
        name = piece.strip("{}")
        if piece.startswith("{") and name in numbers:
            offsets.append((len(printed), numbers[name]))
            piece = wordings.printed(numbers[name])
        elif piece.startswith("{"):
            piece = words[name]
        printed += piece
    return printed[0].upper() + printed[1:], offsets


def _with_sentence(text: str, sentence: str, before: str, after: str) -> tuple[str, int]:
    """The text with a sentence behind its first long one, between two credits; and where the sentence begins."""
    ends = [match.end() for match in _SENTENCE.finditer(text) if len(match.group().split()) >= _LONG_SENTENCE]
    cut = ends[0] if ends else len(text)
    head = before + text[:cut].rstrip() + " "
    return f"{head}{sentence} {text[cut:].rstrip()}{after}", len(head)


def _with_outlets(kind: str, written: Sequence[Report], rng: random.Random) -> list[Report]:
    """The two reports with their outlets: by name or by address, one for both where it reports again."""
    is_same = kind in ("corrected", "outlet")
    hosts = ["harrow-daily.example", "harrow-daily.example" if is_same else "lenton-post.example"]
    by_address = rng.random() < 0.3
    return [
        {
            **report,
            "source": None if by_address else host.partition(".")[0].replace("-", " ").title(),
            "url": f"https://{host}/news/{number}" if by_address else None,
        }
        for number, (report, host) in enumerate(zip(written, hosts, strict=True))
    ]


def _moment(report: Report) -> datetime:
    return datetime.fromisoformat(report["published_at"])
