"""Floors under the measures of quality: they rise with the results, and fall only on request.

    python benchmarks/floors.py               fails where a committed result is below its floor
    python benchmarks/floors.py --raise       raises every floor to just below the results
    python benchmarks/floors.py --lower events.json/bare/vnmds/f1    lowers this one to the result

With `--measure --data ../shared/data` the main results are measured now instead of read from the
committed files (about two minutes); without that folder nothing is measured, and a line says so.
Speed has no floors: machines differ.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

RESULTS: Final = Path(__file__).parent / "results"
FLOORS: Final = RESULTS / "floors.json"
FILES: Final = ("events.json", "figures.json", "records.json", "copies.json", "store.json")
MEASURES: Final = frozenset(
    (
        *("joins_as_batch", "joins_mostly_same", "new_f1", "worst_f1", "unmoved"),
        *("f1", "mean_f1", "recall", "excerpt_recall", "precision", "mixed"),
        *("stated", "right", "right_where_stated", "right_of_all_stated"),
        *("best right", "status right", "start date right", "central person present", "places found"),
    )
)
WAYS: Final = frozenset({"results", "readers", "values_given"})  # below these, each key is newsdedup or a peer
MARGIN: Final = 0.005  # a change that needs no explanation

Results = Mapping[str, float]


def committed() -> Results:
    """Every measure of newsdedup's quality in the committed results, by its path."""
    contents = {name: json.loads((RESULTS / name).read_text("utf-8")) for name in FILES if (RESULTS / name).exists()}
    return dict(_leaves(contents))


def measured(data: Path) -> Results:
    """The main measures, measured now, by the same paths."""
    from _quality import measured_now

    return dict(_leaves(measured_now(data)))


def _leaves(content: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[str, float]]:
    if isinstance(content, Mapping):
        for key, value in content.items():
            yield from _leaves(value, (*place, key))
    elif isinstance(content, float | int) and place[-1] in MEASURES and _is_ours(place):
        yield "/".join(place), float(content)


def _is_ours(place: tuple[str, ...]) -> bool:
    """Whether a result is newsdedup's, not a peer's."""
    ways = [way for parent, way in pairwise(place) if parent in WAYS]
    return all(way.startswith("newsdedup") for way in ways)


def moved(floors: Results, found: Results, *, lift: bool, lower: list[str]) -> Results:
    """The floors after some were raised or lowered to just below what was found."""
    if unknown := [place for place in lower if place not in found]:
        raise SystemExit(f"no such result: {', '.join(unknown)}")
    beneath = {place: round(value - MARGIN, 4) for place, value in found.items()}
    raised = {place: max(floors.get(place, 0.0), floor) for place, floor in beneath.items()} if lift else {}
    return {**floors, **raised, **{place: beneath[place] for place in lower}}


def below(floors: Results, found: Results, *, every: bool) -> list[str]:
    """The results below their floors; with `every`, a floor of a committed file without a result counts too."""
    missing = [place for place in floors if place not in found and place.startswith(FILES)] if every else []
    low = [place for place, value in found.items() if value < floors.get(place, 0.0)]
    return [f"{place}: {found.get(place, 'no result')}, the floor is {floors[place]}" for place in (*missing, *low)]


def main() -> None:
    """Check the results against the floors, or move the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", nargs="+", default=[], metavar="PLACE")
    parser.add_argument("--measure", action="store_true", help="measure now; needs --data")
    parser.add_argument("--data", type=Path, help="folder of the labelled sets")
    options = parser.parse_args()
    if options.measure and not (options.data and options.data.is_dir()):
        raise SystemExit(print(f"floors not measured: there is no folder {options.data} with the labelled sets"))
    found = measured(options.data) if options.measure else committed()
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    if options.lift or options.lower:
        floors = moved(floors, found, lift=options.lift, lower=options.lower)
        FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n", "utf-8")
    failed = below(floors, found, every=not options.measure)
    how = "measured now" if options.measure else "committed"
    print(f"{len(found)} results {how}, {len(failed)} below their floors")
    raise SystemExit("\n".join(failed) if failed else 0)


if __name__ == "__main__":
    main()
