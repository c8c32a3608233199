"""What near-duplicate detection must reach, and the tables that `copies.py` prints; a target of any benchmark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from _engines import DATASKETCH, GAOYA, OURS

Result = dict[str, Any]


@frozen
class Target:
    """A number that must be reached.

    Attributes
    ----------
    what : str
        For the table.
    value : float or None
        What was measured; None where something was absent.
    bound : float
        What it must reach.
    at_most : bool
        Whether smaller is better.
    """

    what: str
    value: float | None
    bound: float
    at_most: bool = False

    @property
    def is_met(self) -> bool | None:
        """None where nothing was measured."""
        if self.value is None:
            return None
        return self.value <= self.bound if self.at_most else self.value >= self.bound

    def to_dict(self) -> Result:
        """For the results file."""
        sign = "<=" if self.at_most else ">="
        return {"what": self.what, "value": self.value, "target": f"{sign} {self.bound}", "met": self.is_met}


def targets(measures: Mapping[str, Any]) -> Iterator[Target]:
    """Every target of which there is a measure."""
    makers: dict[str, Callable[[Any], Iterable[Target]]] = {
        "sketch": _sketch_targets,
        "groups": _group_targets,
        "file": _file_targets,
        "quality": _quality_targets,
        "flood": _flood_targets,
        "first": _first_targets,
    }
    return made(makers, measures)


def made(makers: Mapping[str, Callable[[Any], Iterable[Target]]], measures: Mapping[str, Any]) -> Iterator[Target]:
    """The targets that each maker makes of the measures of its name, where there are any."""
    return (target for name, make in makers.items() if name in measures for target in make(measures[name]))


def _sketch_targets(found: Any) -> Iterator[Target]:
    utf8 = found["utf8"].get("engines", {})
    inner = found.get("internal", {}).get("times_internal")
    yield Target("sketch_articles(list of str), times the internal function", inner, 1.25, at_most=True)
    yield Target("UTF-8 to signatures, 1 thread, Vietnamese, MB/s", utf8.get(OURS, {}).get("mb_per_second"), 200)
    for name in ("vietnamese", "generated"):
        engines = found[name]["engines"]
        yield Target(f"str to signatures, 1 thread, {name}, MB/s", engines[OURS]["mb_per_second"], 150)
        yield Target(f"  times datasketch's batch path, {name}", _times_ours(engines, DATASKETCH), 40)
        yield Target(f"  times the fastest peer, {name}", _fastest_peer(engines), 5)


def _group_targets(found: Any) -> Iterator[Target]:
    for threads, result in found.items():
        if not threads.startswith("1 "):
            engines, name = result["engines"], f"groups of {result['articles']}, {threads}"
            yield Target(f"{name}, times datasketch", _times_ours(engines, DATASKETCH), 50)
            yield Target("  list of str, times gaoya's insert and query", _times_ours(engines, GAOYA), 5)
            yield Target("  Arrow column, times gaoya's", engines.get(GAOYA, {}).get("times_arrow"), 8)


def _times_ours(engines: Any, name: str) -> float | None:
    return engines[name]["times_ours"] if name in engines else None


def _fastest_peer(engines: Any) -> float | None:
    return min((one["times_ours"] for name, one in engines.items() if not name.startswith(OURS)), default=None)


def _file_targets(found: Any) -> Iterator[Target]:
    largest = found["sizes"][-1]
    if largest["articles"] >= 1_000_000:
        yield Target("1,000,000 articles from JSON Lines, seconds", largest["seconds"], 45, at_most=True)
        yield Target("  peak memory, MB", largest["peak_mb"], 2500, at_most=True)
    for one in found.get("parquet", ())[-1:]:
        if one["articles"] >= 1_000_000:
            yield Target("1,000,000 articles from Parquet, seconds", one["seconds"], 35, at_most=True)
            yield Target("  peak memory, MB", one["peak_mb"], 2000, at_most=True)
    if found["growth_exponent"] is not None:
        sizes = f"{found['sizes'][0]['articles']} to {largest['articles']}"
        yield Target(f"growth exponent, {sizes}", found["growth_exponent"], 1.1, at_most=True)


def _quality_targets(found: Any) -> Iterator[Target]:
    for kind, results in found.items():
        for one in results:
            name = f"{kind}, {one['articles']} at {one['threshold']}"
            yield Target(f"{name}: recall", one["recall"], 0.995)
            yield Target("  precision", one["precision"], 1)
            yield Target("  recall of excerpts", one["excerpt_recall"], 0.95)


def _flood_targets(found: Any) -> Iterator[Target]:
    for name in ("exact copies", "dated copies"):
        yield Target(f"flood of {name}, times distinct articles", found[name]["times_distinct"], 1.5, at_most=True)


def _first_targets(found: Any) -> Iterator[Target]:
    for name, most in (("find_copies", 4), ("find_events", 8), ("consolidate", 9)):
        if name not in found:  # measured by an earlier version
            continue
        seconds = found[name]["seconds"]
        yield Target(f"first {name} of the seeds, seconds", seconds["first"], most, at_most=True)
        yield Target("  afterwards", seconds["afterwards"], 2, at_most=True)
    yield Target("import newsdedup, seconds", found["import"], 0.25, at_most=True)


def report(result: Result) -> str:
    """Everything measured, for people."""
    measures = result["measures"]
    lines = [f"{name} {version}" for name, version in result["versions"].items()]
    sections = [", ".join(lines)]
    for name in ("sketch", "groups"):
        parts = measures.get(name, {}).items()
        sections += [_engine_table(f"{name}: {part}", one) for part, one in parts if "engines" in one]
    plain = [name for name in ("file", "quality", "flood", "first") if name in measures]
    sections += [_plain_table(name, measures[name]) for name in plain]
    return "\n\n".join([*sections, target_table(result["targets"])])


def _engine_table(title: str, result: Result) -> str:
    lines = [f"{title}, {result.get('articles')} articles"]
    for name, one in sorted(result["engines"].items(), key=lambda item: item[1]["seconds"]):
        rates = f"{one['articles_per_second']:>9} articles/s {one['mb_per_second']:>8} MB/s"
        against = f"   {one['times_ours']:6.2f} x ours" if "times_ours" in one else ""
        lines.append(f"  {name:22}{one['seconds']:9.3f} s {one['cpu_seconds']:9.3f} s cpu {rates}{against}")
    return "\n".join([*lines, *(f"  {name:22}   absent" for name in result.get("absent", []))])


def _plain_table(title: str, result: Result) -> str:
    rows = ((name, row) for name, one in result.items() for row in (one if isinstance(one, list) else [one]))
    return "\n".join([title, *(f"  {name}: {_listed(row)}" for name, row in rows)])


def _listed(row: Any) -> str:
    return ", ".join(f"{name} {value}" for name, value in row.items()) if isinstance(row, dict) else str(row)


def target_table(found: Sequence[Result]) -> str:
    words = {True: "yes", False: "NO", None: "-"}
    head = f"{'target':58}{'measured':>12}{'must be':>12}  met"
    rows = [f"{one['what']:58}{_number(one['value']):>12}{one['target']:>12}  {words[one['met']]}" for one in found]
    return "\n".join([head, *rows])


def _number(value: float | None) -> str:
    return "absent" if value is None else f"{value:.4g}"
