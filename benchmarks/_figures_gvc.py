"""Killed and injured as the records of shooting incidents give them, against the final count."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from _report import digest
from newsdedup import Article, EventRecord, consolidate, read_articles
from newsdedup.consolidate import record_of

ROLES: Mapping[str, str] = {"dead": "num_killed", "injured": "num_injured"}
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMERALS = {word: value for value, word in enumerate(WORDS, 1)}
NUMBER = r"(?<![\w.,:$-])(?:\d{1,2}|" + "|".join(NUMERALS) + r")(?![\w%:]|[.,-]\d|[- ](?:year|month|week|day)|-\w)"
NEAR = r"(?: [\w'-]+){0,4}? "  # words between the number and the word
PEER_WORDS = {
    "dead": r"(?:killed|dead|died|deaths?|killing|fatally)",
    "injured": r"(?:injured|injuries|injuring|wounded|wounding|hurt)",
}

Counts = dict[str, int | None]
"""For each role what a way of counting states; None where it states nothing."""


def run(data: Path) -> dict[str, Any]:
    """Every way of counting, on gold groups and on the groups that were found."""
    folder = data / "gvc"
    articles = read_articles(folder / "articles.jsonl")
    rows = [json.loads(line) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines()]
    gold = {row["event"]: row for row in map(json.loads, (folder / "figures.jsonl").read_text("utf-8").splitlines())}
    events = {row["id"]: row["event"] for row in rows}
    groups = _gold_groups(articles, events)
    ways = {
        "newsdedup, gold groups": {event: stated(record_of(group)) for event, group in groups.items()},
        "newsdedup, found groups": _found(rows, events),
        "peer: first number near the word, else one": {event: first_numbers(group) for event, group in groups.items()},
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


def stated(record: EventRecord) -> Counts:
    """The best value of the record's first figure of each role."""
    return {role: next((int(best) for best in _bests(record, role)), None) for role in ROLES}


def _bests(record: EventRecord, role: str) -> Iterator[Decimal]:
    """The best values of a role in the event itself."""
    for one in record.figures:
        if one.role == role and one.best is not None and one.part_of is None and one.modality == "actual":
            yield one.best


def _found(rows: Sequence[Mapping[str, Any]], events: Mapping[str, str]) -> dict[str, Counts]:
    """What the record that shares most articles with an incident states; nothing where no record is mostly its own."""
    found: dict[str, Counts] = {}
    shared: dict[str, int] = {}
    for record in consolidate(rows, progress=False):
        event, size = Counter(events[report.id] for report in record.articles).most_common(1)[0]
        if size > shared.get(event, 0):
            found[event], shared[event] = stated(record), size
    return found


def first_numbers(articles: Iterable[Article]) -> Counts:
    """The first number near a word of each role, found by one pattern; 1 where there is no number."""
    text = "\n".join(article.text for article in articles).lower()
    return {role: _first_number(text, words) for role, words in PEER_WORDS.items()}


def _first_number(text: str, words: str) -> int | None:
    match = re.search(rf"({NUMBER}){NEAR}{words}\b|\b{words}{NEAR}({NUMBER})", text)
    printed = match and (match.group(1) or match.group(2))
    if not printed:
        return 1 if re.search(rf"\b{words}\b", text) else None
    return NUMERALS.get(printed) or int(printed)


def scores(found: Mapping[str, Counts], gold: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """How often a value is right where one is stated, and how often one is stated where there is something to count."""
    return {role: _scores_of(role, name, found, gold) for role, name in ROLES.items()}


def _scores_of(
    role: str, name: str, found: Mapping[str, Counts], gold: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    pairs = [(found.get(event, {}).get(role), row[name]) for event, row in gold.items()]
    some = [(value, true) for value, true in pairs if true > 0]
    share: Callable[[Sequence[bool]], float] = lambda hits: round(sum(hits) / max(1, len(hits)), 4)  # noqa: E731
    return {
        "incidents_with_any": len(some),
        "stated": share([value is not None for value, _ in some]),
        "right_where_stated": share([value == true for value, true in some if value is not None]),
        "right_of_all_stated": share([value == true for value, true in pairs if value is not None]),
        "stated_of_all": share([value is not None for value, _ in pairs]),
    }
