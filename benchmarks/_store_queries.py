"""Queries over a million settled articles, a flood of copies, and what copies of newcomers cost elsewhere.

Adding a million articles takes hours, so those of the queries are written into the tables by the store's own
methods, as settled ones: invented sentences of 40 words with the frequencies of a language (the n-th word has
1/n of the first one's), 2.5 articles an event, each event of one to three days of three years, one of 30 with a
figure in conflict, in one of 2,000 places. A query gives the 100 events that changed last, unless it says *all*.
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any, Final

import numpy as np

import newsdedup as nd
from _engines import DATASKETCH, ENGINES, NUM_PERM, THRESHOLD
from _store_quality import new_store, parts
from _store_speed import read_lines
from generate import corpus

WORDS, VOCABULARY, PLACES = 40, 50_000, 2_000
EVENT_SIZES: Final = (1, 2, 2, 3, 4, 3)  # 2.5 articles on average
DAYS: Final = 3 * 365
CONFLICTS: Final = 30  # one event of so many
LIMIT: Final = 100
_BLOCK: Final = 10_000  # articles that are written at a time
_REPEATS: Final = 9
_FLOOD_SIZE: Final = 100  # articles of an addition
_SEED: Final = 1

Result = dict[str, Any]
Run = Callable[[], Any]


def fill(store: str, articles: int, threads: int) -> Result:
    """A store of settled articles with records."""
    Path(store).unlink(missing_ok=True)
    start = time.perf_counter()
    with nd.open_store(store, threads=threads) as desk:
        for block in range(0, articles, _BLOCK):
            _write_block(desk, block, min(_BLOCK, articles - block))
    return {"articles": articles, "seconds": round(time.perf_counter() - start, 1), "bytes": Path(store).stat().st_size}


def _write_block(desk: nd.EventStore, first: int, count: int) -> None:
    """Settled articles and their events, written as the store writes them."""
    random, database = np.random.default_rng((_SEED, first)), desk._database
    texts = _texts(random, count)
    with database.writing():
        rev = database.add_revision("add", "2025-01-01T00:00:00+00:00")
        n = database.next_number()
        events = list(_events(first, count))
        numbers = [database.new_event(f"event-{event}", rev) for event, _ in events]
        event_of = [e for e, (_, size) in zip(numbers, events, strict=True) for _ in range(size)]
        database.insert_articles(
            _article_row(n + place, text, e, rev) for place, (text, e) in enumerate(zip(texts, event_of, strict=True))
        )
        database.set_membership(((n + place, e) for place, e in enumerate(event_of)), rev)
        for e, (_, size) in zip(numbers, events, strict=True):
            _write_record(database, e, size, random)


def _events(first: int, count: int) -> Iterator[tuple[int, int]]:
    """The events of a block: a number that no other has, and how many articles."""
    number = first
    while number < first + count:
        size = min(EVENT_SIZES[number % len(EVENT_SIZES)], first + count - number)
        yield number, size
        number += size


def _texts(random: np.random.Generator, count: int) -> list[str]:
    weights = 1 / np.arange(1, VOCABULARY + 1)
    words = random.choice(VOCABULARY, size=(count, WORDS), p=weights / weights.sum()).tolist()
    return [" ".join(f"từ{word}" for word in row) for row in words]


def _article_row(n: int, text: str, event: int, rev: int) -> Any:
    from newsdedup.store.tables.rows import ArticleRow

    name = f"article-{n}"
    return ArticleRow(
        n=n, id=name, digest=name.encode(), leaf=n, text=text, hours=float(n), event=event, settled=True, rev=rev
    )


def _write_record(database: Any, e: int, size: int, random: np.random.Generator) -> None:
    from newsdedup.store.tables.rows import FigureRow

    start = date(2022, 1, 1) + timedelta(int(random.integers(DAYS)))
    end = start + timedelta(int(random.integers(3)))
    status = "conflict" if e % CONFLICTS == 0 else "agreed"
    database.store_record(
        e,
        b"{}",
        title=f"sự kiện {e}",
        figures=[FigureRow(role="dead", status=status, best=float(e % 9))],
        places=[f"Xã {int(random.integers(PLACES))}"],
        persons=[f"Người {e}"],
        days=(start.isoformat(), end.isoformat()),
    )
    database.update_event(e, size=size, first=float(e), last=float(e), settled=True)


def queries(store: str, threads: int) -> Result:
    """Milliseconds of each query in a process that has just opened the store: the first time, and the median."""
    with nd.open_store(store, read_only=True, threads=threads) as desk:
        found = {name: _query_times(lambda some=some: desk.events(**some)) for name, some in _conditions().items()}
        found["one event by its id"] = _query_times(lambda: desk.resolve("event-0"))
        found["the feed, 100 rows"] = _query_times(lambda: desk.changes(0, limit=LIMIT))
    return found


def _conditions() -> Mapping[str, Mapping[str, Any]]:
    return {
        "a day": {"day": "2023-06-14", "limit": LIMIT},
        "a day, all": {"day": "2023-06-14"},
        "in conflict": {"status": "conflict", "limit": LIMIT},
        "in conflict, all": {"status": "conflict"},
        "a place": {"place": "xa 77", "limit": LIMIT},
        "a day, in conflict": {"day": "2023-06-14", "status": "conflict", "limit": LIMIT},
        "full text, the most frequent word": {"text": "tu0", "limit": LIMIT},
        "full text, a frequent word": {"text": "từ20", "limit": LIMIT},
        "full text, a rare word": {"text": "tu9000", "limit": LIMIT},
        "full text, three words": {"text": "từ20 tu50 tu100", "limit": LIMIT},
        "full text, a phrase": {"text": '"từ0 từ1"', "limit": LIMIT},
        "full text and a day": {"text": "tu20", "day": "2023-06-14", "limit": LIMIT},
        "the events that changed last": {"limit": LIMIT},
    }


def _query_times(run: Run) -> Result:
    times, cpu_times = [], []
    for _ in range(_REPEATS):
        start, cpu = time.perf_counter(), time.process_time()
        answer = run()
        times.append(1000 * (time.perf_counter() - start))
        cpu_times.append(1000 * (time.process_time() - cpu))
    return {
        "cpu_ms": round(median(cpu_times), 2),
        "ms": round(median(times), 2),
        "first_ms": round(times[0], 2),
        "found": len(answer) if isinstance(answer, list) else 1,
    }


def flood(kind: str, articles: int, threads: int) -> Result:
    """Adding copies of one text, or as many different texts, to an empty store, 100 at a time."""
    batches = parts(list(FLOODS[kind](articles)), _FLOOD_SIZE)
    with new_store(settle_days=None, threads=threads) as warm:
        warm.add(batches[0])
        warm.add(batches[1][:10])
    with new_store(settle_days=None, threads=threads) as desk:
        start, cpu = time.perf_counter(), time.process_time()
        for batch in batches:
            desk.add(batch)
        seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
        events = len(desk.events())
    return {"cpu_ms": round(1000 * cpu / articles, 3), "ms": round(1000 * seconds / articles, 3), "events": events}


def _different(count: int) -> Iterator[Mapping[str, Any]]:
    return iter(corpus(count, _SEED, related=False))


def _exact(count: int) -> Iterator[Mapping[str, Any]]:
    (one,) = corpus(1, _SEED, related=False)
    return ({**one, "id": f"copy-{number}"} for number in range(count))


def _dated(count: int) -> Iterator[Mapping[str, Any]]:
    (one,) = corpus(1, _SEED, related=False)
    for number in range(count):
        day = date(2000, 1, 1) + timedelta(number)
        yield {**one, "id": f"copy-{number}", "text": f"{one['text']} ({day.day}/{day.month}/{day.year})"}


FLOODS: Final[Mapping[str, Callable[[int], Iterator[Mapping[str, Any]]]]] = {
    "different texts": _different,
    "exact copies": _exact,
    "dated copies": _dated,
}


def datasketch_copies(articles: str, later: str, threads: int) -> Result:
    """Datasketch's `MinHashLSH` in memory: copies of newcomers only, one at a time; its index pickled and read."""
    from datasketch import MinHashLSH

    sketch = next(engine.sketch for engine in ENGINES if engine.name == DATASKETCH)
    index = MinHashLSH(threshold=THRESHOLD, num_perm=NUM_PERM)
    texts = [one["text"] for one in read_lines(articles)]
    for number, one in enumerate(sketch(texts, threads)):
        index.insert(number, one, check_duplication=False)
    start = time.process_time()
    new = [one["text"] for one in read_lines(later, 200)]
    for number, text in enumerate(new, len(texts)):
        (one,) = sketch([text], threads)
        index.query(one)
        index.insert(number, one, check_duplication=False)
    cpu = time.process_time() - start
    data = pickle.dumps(index)
    start = time.process_time()
    pickle.loads(data)
    return {
        "cpu_ms": round(1000 * cpu / len(new), 3),
        "pickled_bytes_an_article": round(len(data) / len(texts)),
        "read_cpu_seconds": round(time.process_time() - start, 3),
    }
