"""Killed, injured and the day as the records of shooting incidents give them, against the final count.

`right_of_all_stated` also counts the incidents in which nobody was killed, or injured, and a number is stated.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from _report import digest
from newsdedup import Article, EventRecord, consolidate, read_articles
from newsdedup.records.consolidation import record_of

ROLES: Mapping[str, str] = {"dead": "num_killed", "injured": "num_injured"}
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMERALS = {word: value for value, word in enumerate(WORDS, 1)}
NUMBER = r"(?<![\w.,:$-])(?:\d{1,2}|" + "|".join(NUMERALS) + r")(?![\w%:]|[.,-]\d|[- ](?:year|month|week|day)|-\w)"
NEAR = r"(?: [\w'-]+){0,4}? "  # words between the number and the word
PEER_WORDS = {
    "dead": r"(?:killed|dead|died|deaths?|killing|fatally)",
    "injured": r"(?:injured|injuries|injuring|wounded|wounding|hurt)",
}

START = "start_date"
Stated = dict[str, Any]
"""The count of each role, and the start date; None where one is not stated."""


def run(data: Path) -> dict[str, Any]:
    """Every way of counting, on gold groups and on the groups that were found."""
    folder = data / "gvc"
    articles = read_articles(folder / "articles.jsonl")
    rows = [json.loads(line) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines()]
    gold = {row["event"]: row for row in map(json.loads, (folder / "figures.jsonl").read_text("utf-8").splitlines())}
    events = {row["id"]: row["event"] for row in rows}
    groups = _gold_groups(articles, events)
    ways: dict[str, dict[str, Stated]] = {
        "newsdedup, gold groups": {event: stated(record_of(group)) for event, group in groups.items()},
        "newsdedup, found groups": _found(rows, events),
        "peer: first number near the word, else one": {
            event: first_numbers(group) | {START: _first_day(group)} for event, group in groups.items()
        },
    }
    return {
        "articles": len(rows),
        "incidents": len(gold),
        "digest": {name: digest(folder / name) for name in ("articles.jsonl", "figures.jsonl")},
        "results": {way: scores(counts, gold) for way, counts in ways.items()},
    }


def _gold_groups(articles: Iterable[Article], events: Mapping[str, str]) -> dict[str, list[Article]]:
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[events[article.id]].append(article)
    return groups


def stated(record: EventRecord) -> Stated:
    """The best value of the record's first figure of each role, and its start date."""
    counts: Stated = {role: next((int(best) for best in _bests(record, role)), None) for role in ROLES}
    return counts | {START: record.start_date}


def _bests(record: EventRecord, role: str) -> Iterator[Decimal]:
    """The best values of a role in the event itself."""
    for one in record.figures:
        if one.role == role and one.best is not None and one.part_of is None and one.modality == "actual":
            yield one.best


def _found(rows: Sequence[Mapping[str, Any]], events: Mapping[str, str]) -> dict[str, Stated]:
    """What the record that shares most articles with an incident states; nothing where no record is mostly its own."""
    found: dict[str, Stated] = {}
    shared: dict[str, int] = {}
    for record in consolidate(rows, progress=False):
        event, size = Counter(events[report.id] for report in record.articles).most_common(1)[0]
        if size > shared.get(event, 0):
            found[event], shared[event] = stated(record), size
    return found


def first_numbers(articles: Iterable[Article]) -> Stated:
    """The first number near a word of each role, found by one pattern; 1 where there is no number."""
    text = "\n".join(article.text for article in articles).lower()
    return {role: _first_number(text, words) for role, words in PEER_WORDS.items()}


def _first_day(articles: Iterable[Article]) -> str | None:
    """The day of the first report."""
    days = [_day(article.published_at) for article in articles]
    return min(filter(None, days), default=None)


def _day(moment: datetime | date | None) -> str | None:
    return None if moment is None else moment.isoformat()[: len("2016-12-26")]


def _first_number(text: str, words: str) -> int | None:
    match = re.search(rf"({NUMBER}){NEAR}{words}\b|\b{words}{NEAR}({NUMBER})", text)
    printed = match and (match.group(1) or match.group(2))
    if not printed:
        return 1 if re.search(rf"\b{words}\b", text) else None
    return NUMERALS.get(printed) or int(printed)


def scores(found: Mapping[str, Stated], gold: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """How often a value is right where one is stated, and how often one is stated where there is something to count."""
    by_role = {role: _scores_of(role, name, found, gold) for role, name in ROLES.items()}
    return by_role | {START: _start_scores(found, gold)}


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / max(1, len(hits)), 4)


def _scores_of(
    role: str, name: str, found: Mapping[str, Stated], gold: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    pairs = [(found.get(event, {}).get(role), row[name]) for event, row in gold.items()]
    some = [(value, true) for value, true in pairs if true > 0]
    return {
        "incidents_with_any": len(some),
        "stated": _share([value is not None for value, _ in some]),
        "right_where_stated": _share([value == true for value, true in some if value is not None]),
        "right_of_all_stated": _share([value == true for value, true in pairs if value is not None]),
        "stated_of_all": _share([value is not None for value, _ in pairs]),
    }


def _start_scores(found: Mapping[str, Stated], gold: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """How often the start date is the day of the incident, or the day before or after."""
    pairs = [(found.get(event, {}).get(START), row["incident_date"]) for event, row in gold.items()]
    days = [(date.fromisoformat(day), date.fromisoformat(true)) for day, true in pairs if day and len(day) == len(true)]
    return {
        "stated": _share([day is not None for day, _ in pairs]),
        "right": _share([day == true for day, true in pairs]),
        "right_where_stated": _share([day == true for day, true in pairs if day is not None]),
        "a_day_off_where_stated": _share([abs((day - true).days) == 1 for day, true in days]),
    }
