"""The table that sums up all results: one row for each question of a reader, from several files of results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from statistics import fmean
from typing import Any, Final

Result = Mapping[str, Any]
FILES: Final = ("events.json", "figures.json", "records.json", "copies.json", "event_scale.json")
_SETS: Final = {
    "vnmds": "VN-MDS, Vietnamese",
    "gvc": "GVC, English",
    "ecbplus-dev": "ECB+ dev, English",
    "neus-dev": "NeuS dev, English",
}
_UNSEEN: Final = "newsdedup, trained without this set"
_WITH_LABELS: Final = ", oracle's threshold"
_ORACLES: Final = tuple(f"{way}{_WITH_LABELS}" for way in ("TF-IDF 1-grams", "TF-IDF", "DBSCAN"))
_READ: Final = ("recall", "precision")


def summary_table(events: Result, figures: Result, records: Result, copies: Result, scale: Result) -> Iterator[str]:
    """Quality first, then speed; each row with the best of the peers that were measured beside it."""
    yield "| task | measure | newsdedup | the best peer |"
    yield "|---|---|---|---|"
    yield from _quality_of_events(events)
    yield from _quality_of_figures(figures)
    yield _quality_of_records(records)
    yield from _speeds(copies, scale, records)


def _quality_of_events(found: Result) -> Iterator[str]:
    for name, title in _SETS.items():
        results = found["sets"][name]["results"]
        best = max(_ORACLES, key=lambda way: results[way]["f1"])
        peer = _peer(results[best]["f1"], best.removesuffix(_WITH_LABELS))
        yield _row(f"events: {title}", "B³ F1", _share(results[_UNSEEN]["f1"]), peer)
    short = [found["short"][name]["first 12 words"]["all reports"]["results"] for name in _SETS]
    ours, *peers = (fmean(one[way]["f1"] for one in short) for way in (_UNSEEN, *_ORACLES[:2]))
    yield _row("events: texts of 12 words", "B³ F1, mean", _share(ours), _peer(max(peers), "TF-IDF"))


def _quality_of_figures(found: Result) -> Iterator[str]:
    for language, title in (("vi", "Vietnamese"), ("en", "English")):
        held = found["marked"][language]["held"]
        yield _row(
            f"figures: {title} news", "recall, precision", ", ".join(_share(held[one]["share"]) for one in _READ)
        )
    given = found["injected"]["values_given"]
    peers = {way.rpartition(", ")[0]: one for way, one in given.items() if way.endswith(", with copies")}
    ours = peers.pop("newsdedup")
    best = min(peers, key=lambda way: peers[way]["wrong"])
    yield _row(
        "conflicts, one report copied five times",
        "right, wrong; else withheld",
        f"{_share(ours['right'])}, {_share(ours['wrong'])}",
        f"{_share(peers[best]['right'])}, {_peer(peers[best]['wrong'], best)}",
    )


def _quality_of_records(found: Result) -> str:
    results = found["marked"]["held"]["results"]
    peers = {way: one["best right"] for way, one in results.items() if "best right" in one}
    best = max(peers, key=lambda way: peers[way])
    ours = results["newsdedup"]["all sets"]["best right"]
    return _row("records: best values", "share right", _share(ours), _peer(peers[best], best.removeprefix("peer: ")))


def _speeds(copies: Result, scale: Result, records: Result) -> Iterator[str]:
    *_, groups = copies["measures"]["groups"].values()
    speeds = {name: one["articles_per_second"] for name, one in groups["engines"].items()}
    peer = max((name for name in speeds if not name.startswith("newsdedup")), key=lambda name: speeds[name])
    yield _row("copies", "articles per second", f"{speeds['newsdedup']:,}", f"{speeds[peer]:,} ({peer})")
    many = scale["results"]["100000 articles"]
    yield _row("events", "articles per second", f"{many['articles'] / many['seconds']:,.0f}")
    yield _row("records", "articles per second", f"{1000 / records['news']['milliseconds_per_article']:,.0f}")
    first = copies["measures"]["first"]["consolidate"]["seconds"]
    yield _row(
        "first use, which compiles code once", "seconds, later", f"{first['first']:.0f}, {first['afterwards']:.0f}"
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(_padded(cells))} |"


def _padded(cells: Iterable[str]) -> list[str]:
    return [*cells, "–"][:4]


def _peer(value: float, name: str) -> str:
    return f"{_share(value)} ({name})"


def _share(value: float) -> str:
    return f"{value:.3f}".lstrip("0") if value < 1 else "1"
