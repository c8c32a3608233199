"""What the store must reach: each measure beside its bound, for `store.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from _targets import Target, made

LARGE: Final = "100000"
MIDDLE: Final = "10000"
MOVES: Final = {"vnmds": 0.02, "gvc": 0.06}  # an article, over the history by days
OPENING: Final = {MIDDLE: (1, 300), LARGE: (6, 1500)}  # seconds, MB
MARGIN: Final = "default margin"
QUERIES: Final = (
    "a day",
    "in conflict",
    "a place",
    "full text, the most frequent word",
    "full text, a frequent word",
    "full text, a rare word",
    "full text, three words",
    "full text, a phrase",
    "full text and a day",
)


def targets(measures: Mapping[str, Any]) -> Iterator[Target]:
    """Every target of which there is a measure."""
    return made(
        {
            "quality": _quality,
            "speed": _speed,
            "scale": _scale,
            "disk": _disk,
            "copies": _copies,
            "queries": _queries,
        },
        measures,
    )


def _quality(found: Mapping[str, Any]) -> Iterator[Target]:
    for name, one in found.items():
        histories = {"random order": one.get("random order", {}), "by day": one.get("by day", {}).get(MARGIN, {})}
        for order, history in histories.items():
            before = history.get("before a grouping", {})
            if "f1" in before:
                yield Target(f"{name}, {order}: B³ with batch before a grouping", before["f1"], 0.985)
                yield Target(f"{name}, {order}: worst of these", before["worst_f1"], 0.93)
        for way, joined in histories["random order"].get("first 85 % grouped", {}).items():
            yield Target(f"{name}, {way}: joins as batch", joined["joins_as_batch"], 0.95)
    for name, most in MOVES.items():
        if days := found.get(name, {}).get("by day"):
            yield Target(f"{name}, by day: moves an article", days[MARGIN]["moves"], most, at_most=True)
            below = round(days["batch"]["f1"] - days[MARGIN]["f1"], 4)
            yield Target(f"{name}, by day: B³ F1 below that of batch", below, 0.003, at_most=True)


def _speed(found: Mapping[str, Any]) -> Iterator[Target]:
    batches = {size: one["20 at a time"]["cpu_ms"] for size, one in found.items()}
    if MIDDLE in batches:
        yield Target("20 articles at 10,000 stored, CPU ms an article", batches[MIDDLE], 8, at_most=True)
    if LARGE in batches:
        ratio = round(batches[LARGE] / batches[MIDDLE], 3) if MIDDLE in batches else None
        yield Target("20 articles at 100,000, times that at 10,000", ratio, 1.5, at_most=True)
        alone = found[LARGE]["one at a time"]["cpu_ms"]
        yield Target("one article at 100,000 stored, CPU ms", alone, 40, at_most=True)


def _scale(found: Mapping[str, Any]) -> Iterator[Target]:
    for size, one in found.items():
        if size == LARGE:
            ratio = one["build"]["regroup_times_find_events"]
            yield Target("grouping 100,000 again, times find_events", ratio, 1.2, at_most=True)
        if size in OPENING:
            seconds, megabytes = OPENING[size]
            articles = f"{int(size):,}"
            yield Target(f"opening {articles}, seconds", one["opening"]["cpu_seconds"], seconds, at_most=True)
            yield Target(
                f"opening {articles}, peak memory, MB", one["opening, cold"]["peak_mb"], megabytes, at_most=True
            )


def _disk(found: Mapping[str, Any]) -> Iterator[Target]:
    for name, one in found.items():
        yield Target(f"disk, {name}: bytes an article", one["bytes_an_article"], 7_000, at_most=True)
        yield Target(f"disk, {name}: without the room left in pages", one["used_bytes_an_article"], 7_000, at_most=True)


def _copies(found: Mapping[str, Any]) -> Iterator[Target]:
    for name in ("exact copies", "dated copies"):
        yield Target(f"{name}, times different texts, CPU", found[name]["times_different"], 2, at_most=True)


def _queries(found: Mapping[str, Any]) -> Iterator[Target]:
    articles = f"{found['store']['articles']:,}"
    for name in QUERIES:
        yield Target(f"{articles} settled, {name}: CPU ms", found["times"][name]["cpu_ms"], 100, at_most=True)
