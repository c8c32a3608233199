"""Floors under the quality that the committed results show: they rise with it, and fall only on request.

    python benchmarks/floors.py               fails where a committed result lies below its floor
    python benchmarks/floors.py --raise       lifts every floor to just below what the results show now
    python benchmarks/floors.py --lower events.json/bare/vnmds/f1    lets this one fall to it

Speed has no floors: machines differ.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

RESULTS: Final = Path(__file__).parent / "results"
FLOORS: Final = RESULTS / "floors.json"
FILES: Final = ("events.json", "figures.json", "copies.json")
MEASURES: Final = frozenset({"f1", "recall", "precision", "stated", "right_where_stated", "right", "mixed"})
MARGIN: Final = 0.005  # what may change without a reason worth telling


def measured() -> dict[str, float]:
    """Every measure of quality of our own in the committed results, by its path."""
    found = {}
    for name in FILES:
        path = RESULTS / name
        content = json.loads(path.read_text("utf-8")) if path.exists() else {}
        found |= {f"{name}/{place}": value for place, value in _leaves(content)}
    return found


def _leaves(content: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[str, float]]:
    if isinstance(content, Mapping):
        for key, value in content.items():
            yield from _leaves(value, (*place, key))
    elif isinstance(content, float | int) and place[-1] in MEASURES and _is_ours(place):
        yield "/".join(place), float(content)


def _is_ours(place: tuple[str, ...]) -> bool:
    """Whether a result is not a peer's."""
    return "results" not in place or place[place.index("results") + 1].startswith("newsdedup")


def main() -> None:
    """Check the results against the floors, or move the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", nargs="+", default=[], metavar="PLACE")
    options = parser.parse_args()
    found, floors = measured(), json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    if unknown := [place for place in options.lower if place not in found]:
        raise SystemExit(f"no such result: {', '.join(unknown)}")
    if options.lift or options.lower:
        lowered = {place: round(found[place] - MARGIN, 4) for place in options.lower}
        lifted = {place: max(floors.get(place, 0.0), round(value - MARGIN, 4)) for place, value in found.items()}
        floors |= {**(lifted if options.lift else {}), **lowered}
        FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n", "utf-8")
    below = [
        f"{place}: {found.get(place)} < {floor}" for place, floor in floors.items() if found.get(place, 0.0) < floor
    ]
    print(f"{len(floors)} floors, {len(below)} results below them")
    raise SystemExit("\n".join(below) if below else 0)


if __name__ == "__main__":
    main()
