"""How fast records are made: of ten reports beside reading them alone, of 20,000 reports of one event, of news.

Times are processor seconds on a machine that others may use; the ratio to reading the same reports in the same
run is what can be compared between machines.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

from _later_wordings import WORDINGS
from generate import write_corpus
from newsdedup import (
    Article,
    CopyGroups,
    EventRecord,
    extract_figures,
    find_copies,
    find_events,
    read_articles,
    record_of,
)

SETS: Final = ("vnmds", "gvc")
REPORTS: Final = 10
EVENTS: Final = 20
REPETITIONS: Final = 3
MANY: Final = 20_000
NEWS: Final = 1_000
SHARE_OF_EVENTS: Final = 0.3  # of the articles of generated news: those that report an event with others
_SYLLABLES: Final = ("ba", "den", "fo", "gar", "hil", "ke", "lor", "mun", "ne", "pol", "ri", "sto", "tan", "ver", "wim")


def speed(data: Path) -> dict[str, Any]:
    """Milliseconds for ten reports of each set, and seconds for 20,000 generated reports."""
    sets = {name: list(read_articles(data / name / "articles.jsonl", progress=False)) for name in SETS}
    return {
        "ten_reports": {name: ten_reports(articles) for name, articles in sets.items()},
        "many_reports": many_reports(MANY),
    }


def ten_reports(articles: Sequence[Article]) -> dict[str, Any]:
    """The record of ten neighbouring reports, beside finding their copies and reading their figures alone."""
    starts = range(0, min(EVENTS * REPORTS, len(articles) - REPORTS + 1), REPORTS)
    events = [articles[start : start + REPORTS] for start in starts]
    record_of(events[0])  # tables are compiled when they are first needed
    times: dict[str, list[float]] = {"record": [], "reading": [], "copies": []}
    for event in events:
        copies = find_copies(event)
        times["record"].append(_milliseconds(partial(record_of, event, copies=copies)))
        times["reading"].append(_milliseconds(partial(_read, event)))
        times["copies"].append(_milliseconds(partial(find_copies, event)))
    found = {f"{name}_milliseconds": round(median(values), 2) for name, values in times.items()}
    ratio = median(record / reading for record, reading in zip(times["record"], times["reading"], strict=True))
    size = sum(len(article.text.encode()) for event in events for article in event) / len(events) / REPORTS
    return {
        "events": len(events),
        "kilobytes_per_report": round(size / 1000, 2),
        **found,
        "record_times_reading": round(ratio, 2),
    }


def _read(articles: Sequence[Article]) -> None:
    for article in articles:
        extract_figures(article)


def _milliseconds(work: Callable[[], object]) -> float:
    return 1000 * median(_seconds(work) for _ in range(REPETITIONS))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def many_reports(count: int) -> dict[str, Any]:
    """The record of many short reports of one event, each worded in its own way."""
    articles = read_articles(list(generated_reports(count)), progress=False)
    copies = find_copies(articles, progress=False)
    start = time.process_time()
    _read(articles)
    read = time.process_time()
    record = record_of(articles, copies=copies)
    made = time.process_time()
    return {
        "reports": len(articles),
        "kilobytes_per_report": round(sum(len(one.text.encode()) for one in articles) / len(articles) / 1000, 2),
        "reading_seconds": round(read - start, 2),
        "record_seconds": round(made - read, 2),
        "record_times_reading": round((made - read) / (read - start), 2),
        "figures": len(record.figures),
        "claims": sum(len(figure.claims) for figure in record.figures),
    }


def generated_news(count: int) -> dict[str, Any]:
    """Processor time an article of the records of all events of generated news, grouping left out.

    `record_of` makes the record of each event that `find_events` finds, in one process; of several times for an event
    the least counts, since others may use the machine.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "news.jsonl"
        write_corpus(path, articles=count, seed=1, events=SHARE_OF_EVENTS)
        articles = {article.id: article for article in read_articles(path, progress=False)}
    found = find_events(list(articles.values()), progress=False)
    events = [[articles[name] for name in group] for group in found.groups]
    _records(events[:EVENTS], found.copies)  # tables and loops are compiled when they are first needed
    seconds = [min(_seconds(partial(_records, [event], found.copies)) for _ in range(REPETITIONS)) for event in events]
    figures = sum(len(record.figures) for record in _records(events, found.copies))
    return {
        "articles": len(articles),
        "events": len(events),
        "characters_per_article": round(sum(len(one.text) for one in articles.values()) / len(articles)),
        "figures_per_article": round(figures / len(articles), 2),
        "milliseconds_per_article": round(1000 * sum(seconds) / len(articles), 2),
    }


def _records(events: Sequence[Sequence[Article]], copies: CopyGroups) -> list[EventRecord]:
    return [record_of(event, copies=copies) for event in events]


def generated_reports(count: int, *, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Reports of one event: tolls that grow by the hour, in many wordings, between sentences with invented names."""
    rng, wordings = random.Random(seed), WORDINGS["en"]
    first = datetime(2025, 9, 12, 6, tzinfo=UTC)
    for number in range(count):
        hours = 48 * number // count
        sentences = []
        for place, role in enumerate(wordings.roles):
            words = {name: rng.choice(forms) for name, forms in role.words.items()}
            sentence = rng.choice((*wordings.tolls, *wordings.repeats))
            sentences += [sentence.format(toll=(place + 1) * (10 + hours // 6), **words), _filler(rng)]
        yield {
            "id": f"report-{number:05}",
            "text": " ".join(sentences),
            "published_at": (first + timedelta(hours=hours)).isoformat(),
            "source": f"outlet-{number % 997}.example",
            "language": "en",
        }


def _filler(rng: random.Random) -> str:
    """A sentence that no other report has."""
    name, town, street, road = ("".join(rng.choices(_SYLLABLES, k=3)).title() for _ in range(4))
    verb = rng.choice(("saw", "heard", "filmed", "described", "left"))
    return f"{name} of {town} {verb} it from {street} Street near {road}, and later went home with the others."
