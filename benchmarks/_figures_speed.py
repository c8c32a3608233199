"""How fast figures are read and reconciled on one thread, by newsdedup and by peers that read a part of them.

Times are processor seconds, the median of repetitions, for machines that others use too.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final

from _figures_peers import peers
from _report import digest, versions
from newsdedup import Article, extract_figures, find_copies, read_articles, record_of

SETS: Final = {"vnmds": "vi", "gvc": "en"}
REPETITIONS: Final = 5
SAMPLE: Final = 25  # articles that peers read: some need a second for one
REPORTS: Final = 10  # of one event
EVENTS: Final = 40

Read = Callable[[Article], object]


def run(data: Path) -> dict[str, Any]:
    """Megabytes of articles that are read in a second, and milliseconds in which an event is consolidated."""
    files = {name: data / name / "articles.jsonl" for name in SETS}
    articles = {name: list(read_articles(path, progress=False)) for name, path in files.items()}
    return {
        "data": {name: digest(path) for name, path in files.items()},
        "peer_versions": versions(("dateparser", "quantulum3")),
        "repetitions": REPETITIONS,
        "megabytes_per_second": {name: speeds(articles[name], language) for name, language in SETS.items()},
        "events": consolidation(articles["vnmds"]),
    }


def speeds(articles: Sequence[Article], language: str) -> dict[str, Any]:
    """Megabytes a second of all articles, and of a sample that the peers read as well."""
    sample = articles[:: max(1, len(articles) // SAMPLE)][:SAMPLE]
    found: dict[str, Any] = {"newsdedup": _speed(extract_figures, articles)}
    found["newsdedup, sample"] = _speed(extract_figures, sample)
    for name, read in _peers(language):
        found[f"{name}, sample"] = "absent" if read is None else _speed(read, sample, repetitions=1)
    return found


def _speed(read: Read, articles: Sequence[Article], repetitions: int = REPETITIONS) -> float:
    read(articles[0])  # tables are compiled when they are first needed
    megabytes = sum(len(article.text.encode()) for article in articles) / 1e6
    seconds = [_seconds(lambda: [read(article) for article in articles]) for _ in range(repetitions)]
    return round(megabytes / median(seconds), 3)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _peers(language: str) -> Iterator[tuple[str, Read | None]]:
    """Peers that read this language: dates alone, and English quantities alone; None where not installed."""
    yield "dateparser", _dates(language)
    for name, read in peers(language, "number"):
        if name == "quantulum3":
            yield name, None if read is None else partial(_text_read, read)


def _text_read(read: Callable[[str], object], article: Article) -> object:
    return read(article.text)


def _dates(language: str) -> Read | None:
    try:
        module = importlib.import_module("dateparser.search")
    except ImportError:
        return None
    return lambda article: module.search_dates(article.text, languages=[language])


def consolidation(articles: Sequence[Article]) -> dict[str, Any]:
    """Milliseconds for the record of ten reports: two or three neighbouring events taken as one, copies known."""
    starts = range(0, min(EVENTS * REPORTS, len(articles) - REPORTS + 1), REPORTS)
    events = [articles[start : start + REPORTS] for start in starts]
    known = [find_copies(event) for event in events]
    record_of(events[0], copies=known[0])
    milliseconds = [
        1000 * median(_seconds(partial(record_of, event, copies=copies)) for _ in range(REPETITIONS))
        for event, copies in zip(events, known, strict=True)
    ]
    size = sum(len(article.text.encode()) for event in events for article in event) / len(events) / REPORTS
    return {
        "reports": REPORTS,
        "events": len(events),
        "kilobytes_per_report": round(size / 1000, 2),
        "milliseconds": round(median(milliseconds), 2),
    }
