"""What Spark must reach: each measure beside its bound, for `spark.py`."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, Final

from _targets import Target, made

Result = Mapping[str, Any]
SHUFFLE: Final = {"copies": 4_000, "events": 6_000}  # bytes an article
WORKER_MB: Final = 600
RECORD_MS: Final = 2.5


def targets(found: Result) -> Iterator[Target]:
    """Every target of which there is a measure."""
    makers = {
        "copies": _copies,
        "events": _events,
        "records": _records,
        "window": _window,
        "skew": _skew,
        "resumed": _resumed,
    }
    return made(makers, found)


def margin(sizes: Result, measure: str = "cpu_seconds") -> float | None:
    """Processor seconds for one more article, between the smallest and the largest size."""
    if len(sizes) < 2:
        return None
    small, large = _ends(sizes)
    return float((large[measure] - small[measure]) / (large["articles"] - small["articles"]))


def _ends(sizes: Result) -> tuple[Any, Any]:
    by_size = sorted(sizes.values(), key=lambda one: one["articles"])
    return by_size[0], by_size[-1]


def shuffled(run: Result) -> float:
    """Bytes an article that a run moved between workers."""
    return float(sum(stage["shuffle_bytes"] for stage in run["stages"].values()) / run["articles"])


def growth(sizes: Result, least: int = 100_000) -> float | None:
    """The exponent of processor time from the first size of `least` articles on to the largest, start-up left out.

    What the smallest size takes beyond its articles is start-up, by the margin to the next size.
    """
    by_size = sorted(sizes.values(), key=lambda one: one["articles"])
    large = [one for one in by_size if one["articles"] >= least]
    if len(large) < 2 or by_size[0]["articles"] >= least:
        return None
    first, last, small = large[0], large[-1], by_size[0]
    an_article = (first["cpu_seconds"] - small["cpu_seconds"]) / (first["articles"] - small["articles"])
    start = small["cpu_seconds"] - an_article * small["articles"]
    times = (last["cpu_seconds"] - start) / (first["cpu_seconds"] - start)
    return round(math.log(times) / math.log(last["articles"] / first["articles"]), 3)


def _copies(found: Result) -> Iterator[Target]:
    ours, alone = margin(found["spark"]), margin(found["alone"])
    ratio = round(ours / alone, 2) if ours and alone else None
    yield Target("copies: CPU an article, times one thread of newsdedup", ratio, 4, at_most=True)
    yield from _job("copies", found["spark"])
    yield from _identity("copies", found.get("identity", {}))


def _events(found: Result) -> Iterator[Target]:
    yield from _job("events", found["spark"])
    yield from _identity("events", found.get("identity", {}))


def _job(name: str, sizes: Result) -> Iterator[Target]:
    large = _ends(sizes)[1]
    articles = f"{large['articles']:,}"
    if name in SHUFFLE:
        shuffle = round(shuffled(large))
        yield Target(f"{name}, {articles}: shuffled bytes an article", shuffle, SHUFFLE[name], at_most=True)
    yield Target(f"{name}, {articles}: peak of a Python worker, MB", large["peak_worker_mb"], WORKER_MB, at_most=True)
    limited = [one["articles"] for one in sizes.values() if one["spark_options"].get("spark.driver.maxResultSize")]
    yield Target(f"{name}: most articles with maxResultSize=1m", max(limited, default=0), 100_000)
    if (exponent := growth(sizes)) is not None:
        yield Target(f"{name}: growth exponent, 100,000 to {articles}", exponent, 1.1, at_most=True)


def _identity(name: str, found: Result) -> Iterator[Target]:
    for title, one in found.items():
        answers = list(_answers(one))
        yield Target(f"{name}, {title}: {len(answers)} answers equal one machine's", float(all(answers)), 1)


def _answers(found: Result) -> Iterator[bool]:
    for one in found.values():
        if isinstance(one, bool):
            yield one
        elif isinstance(one, Mapping):
            yield from _answers(one)


def _records(found: Result) -> Iterator[Target]:
    alone = _ends(found["alone"])[1]["cpu_ms"]
    yield Target("records on one machine: CPU ms an article", alone, RECORD_MS, at_most=True)
    yield Target("records on Spark: CPU ms an article", record_ms(found), RECORD_MS, at_most=True)
    yield from _job("records", found["spark"])
    yield from _identity("records", found.get("identity", {}))


def record_ms(found: Result) -> float | None:
    """Milliseconds that Spark's `consolidate` takes an article beyond `find_events`, at the margin."""
    whole, grouping = margin(found["spark"]), margin(found["grouping"])
    return round((whole - grouping) * 1000, 3) if whole and grouping else None


def _window(found: Result) -> Iterator[Target]:
    whole = found["without window"]["f1"]
    for name in found:
        if "hours" in name:
            lost = round(whole - found[name]["f1"], 4)
            yield Target(f"events, {name}: B³ F1 lost", lost, 0.005, at_most=True)


def _skew(found: Result) -> Iterator[Target]:
    for name in ("identical copies", "dated copies"):
        yield Target(f"{name}, times distinct articles, CPU", found[name]["times_distinct"], 1.5, at_most=True)


def _resumed(found: Result) -> Iterator[Target]:
    for name, one in found.items():
        yield Target(f"{name}: finished stages that were repeated", len(one["repeated"]), 0, at_most=True)
