"""What the store costs: adding, grouping again, opening and disk, each in a process of its own."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, Final

from _processes import peak_megabytes

WARM_UP: Final = 3  # batches that are added before the clock starts
BATCHES: Final = {1: 60, 20: 20}  # how many batches of each size are measured
LATER: Final = 2_000  # articles that are made beyond those stored
_LARGE: Final = 50_000  # articles from which a grouping is timed once
_SETTINGS: Final = {"regroup": "manual", "settle_days": None}

Result = dict[str, Any]
Article = dict[str, Any]


def read_lines(path: str | Path, most: int | None = None) -> list[Article]:
    """The articles of a JSON Lines file."""
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, most)]


@contextmanager
def copied(path: str | Path) -> Iterator[Path]:
    """A copy of a closed store, deleted afterwards."""
    with tempfile.TemporaryDirectory(dir=Path(path).parent) as folder:
        yield Path(shutil.copy(path, folder))


def build(articles: str, store: str, threads: int) -> Result:
    """A new store of a file without records; grouping it again, compared with `find_events` of the same file."""
    import newsdedup as nd

    Path(store).unlink(missing_ok=True)
    start, cpu = time.perf_counter(), time.process_time()
    with nd.open_store(store, records=False, threads=threads, **_SETTINGS) as desk:
        desk.add(articles)
        stored, added = len(desk), (time.perf_counter() - start, time.process_time() - cpu)
        peak = peak_megabytes()
        times = []
        for _ in range(1 if stored >= _LARGE else 3):
            regroup = _timed(lambda: desk.regroup())
            batch = _timed(lambda: nd.find_events(articles, threads=threads, progress=False))
            times.append((regroup, batch))
    ratios = [regroup[1] / batch[1] for regroup, batch in times]
    return {
        "articles": stored,
        "first add": {"seconds": round(added[0], 2), "cpu_seconds": round(added[1], 2), "peak_mb": round(peak)},
        "regroup": _seconds([regroup for regroup, _ in times]),
        "find_events": _seconds([batch for _, batch in times]),
        "regroup_times_find_events": round(median(ratios), 3),
    }


def _timed(run: Any) -> tuple[float, float]:
    start, cpu = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - start, time.process_time() - cpu


def _seconds(times: Sequence[tuple[float, float]]) -> Result:
    wall, cpu = (round(median(one), 3) for one in zip(*times, strict=True))
    return {"seconds": wall, "cpu_seconds": cpu}


def adding(store: str, later: str, size: int, records: bool, threads: int) -> Result:
    """Milliseconds an article of adding batches of one size to a store whose window is in memory."""
    import newsdedup as nd

    articles = read_lines(later)
    batches = [articles[start : start + size] for start in range(0, size * (WARM_UP + BATCHES[size]), size)]
    with copied(store) as path, nd.open_store(path, records=records, threads=threads, **_SETTINGS) as desk:
        first = _timed(lambda: desk.add(articles[-1:]))  # loads the window; makes all records, if there are any
        for batch in batches[:WARM_UP]:
            desk.add(batch)
        times = [_timed(lambda batch=batch: desk.add(batch)) for batch in batches[WARM_UP:]]
        again = [_timed(lambda batch=batch: desk.add(batch)) for batch in batches[WARM_UP:]]
    return {
        **_milliseconds(times, size),
        "known_again_cpu_ms": _milliseconds(again, size)["cpu_ms"],
        "first_cpu_seconds": round(first[1], 2),
    }


def _milliseconds(times: Sequence[tuple[float, float]], size: int) -> Result:
    """Per article: the median of the batches, and the mean, in which rare work counts too."""
    wall, cpu = ([1000 * one / size for one in each] for each in zip(*times, strict=True))
    return {
        "cpu_ms": round(median(cpu), 3),
        "mean_cpu_ms": round(sum(cpu) / len(cpu), 3),
        "worst_cpu_ms": round(max(cpu), 3),
        "ms": round(median(wall), 3),
    }


def opening(store: str, later: str, warm: bool, threads: int) -> Result:
    """Time until the first article is added to a closed store; `warm` where another store was used before."""
    start = time.perf_counter()
    import newsdedup as nd

    make = nd.open_store  # imports what it needs
    imported = time.perf_counter() - start
    article = read_lines(later, 41)
    if warm:
        with tempfile.TemporaryDirectory() as folder, make(f"{folder}/small.db", **_SETTINGS) as desk:
            desk.add(article[:20])
            desk.add(article[20:40])
    before = peak_megabytes()
    with copied(store) as path:
        start, cpu = time.perf_counter(), time.process_time()
        with make(path, records=False, threads=threads, **_SETTINGS) as desk:
            opened = time.perf_counter() - start
            desk.add(article[40:])
            seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    return {
        "seconds": round(seconds, 3),
        "cpu_seconds": round(cpu, 3),
        "open_seconds": round(opened, 3),
        "import_seconds": round(imported, 3),
        "peak_mb": round(peak_megabytes()),
        "peak_mb_before": round(before),
    }


def disk(articles: str | None = None, store: str | None = None, threads: int = 1) -> Result:
    """Bytes an article of a store, by table; of a store that is there, or of one made with one `add`."""
    if store is None:
        import newsdedup as nd

        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/desk.db"
            with nd.open_store(path, records=False, threads=threads, **_SETTINGS) as desk:
                desk.add(articles)
            return disk(store=path)
    with closing(sqlite3.connect(store)) as file:
        n = file.execute("SELECT count(*) FROM article").fetchone()[0]
        pages = dict(file.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC"))
        used = file.execute("SELECT sum(pgsize - unused) FROM dbstat").fetchone()[0]
        free = file.execute("PRAGMA freelist_count").fetchone()[0] * file.execute("PRAGMA page_size").fetchone()[0]
    tables = {name: round(size / n) for name, size in pages.items()}
    return {
        "articles": n,
        "bytes_an_article": round(Path(store).stat().st_size / n),
        "used_bytes_an_article": round(used / n),  # without the room left in pages; a table has at least one
        "free_bytes_an_article": round(free / n),
        "tables": {name: size for name, size in tables.items() if size},
    }
