"""Records compared with what a careful desk would sign, and how fast they are made.

    python benchmarks/records.py --data ../shared/data
    python benchmarks/records.py --data ../shared/data --only marked --seen
    python benchmarks/records.py --only news

`marked`: fifty events in which annotators marked every quantity with its claims, best value and status,
the days, the people and the places, before they saw any output (``benchmarks/marks/records-*.jsonl``).
Half of them are ``seen`` and may be used in development; the other half is ``held`` for the final
measurement. With ``--seen`` the faults of the seen half are printed, and no result is written.

`speed`: the record of ten reports, beside reading them alone in the same run, and the record of 20,000
generated reports of one event.

`news`: processor time an article of the records of all events of 1,000 generated articles (aim: 2.5 ms), which
needs no `--data`.

Prints and writes benchmarks/results/records.json; measures that are not selected keep their earlier results.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any, Final

from _records_compared import Tally, compared, peers_compared
from _records_marks import MARKS, PARTS, MarkedEvent, marked_events
from _report import digest, machine, versions, write_result
from newsdedup import record_of

RESULTS: Final = Path(__file__).parent / "results/records.json"
CHOICES: Final = ("marked", "speed", "news")
LIBRARIES: Final = ("numpy", "numba", "scikit-learn", "datasketch")
AIMS: Final[Mapping[str, str]] = {
    "figures false or misread": "< .04",
    "figures of a quantity that another has": "< .05",
    "start date right where stated": ">= .92",
    "central person present": ">= .9",
    "places wrong": "< .10",
    "timeline: repeats": "< .05",
}


def marked(data: Path, marks: Path = MARKS) -> tuple[dict[str, Any], list[str]]:
    """The share of each measure, by half and set, beside the peers; and the faults of the seen half."""
    events = marked_events(data, marks)
    tallies = [(event, compared(record_of(event.articles), event)) for event in events]
    found: dict[str, Any] = {"digest": {path.name: digest(path) for path in sorted(marks.glob("records-*.jsonl"))}}
    for part in PARTS:
        own = [(event, tally) for event, tally in tallies if event.part == part]
        sets = sorted({event.set_name for event, _ in own})
        ours = {"all sets": _shares(own)} | {
            name: _shares(one for one in own if one[0].set_name == name) for name in sets
        }
        found[part] = {"results": {"newsdedup": ours, **_peer_shares(event for event, _ in own)}}
    return found, [fault for event, tally in tallies if event.part == "seen" for fault in tally.faults]


def _shares(own: Iterable[tuple[MarkedEvent, Tally]]) -> dict[str, float | int]:
    own = list(own)
    return {"events": len(own), **reduce(add, (tally for _, tally in own), Tally()).shares()}


def _peer_shares(events: Iterable[MarkedEvent]) -> dict[str, Any]:
    found: dict[str, Tally] = defaultdict(Tally)
    for event in events:
        for name, tally in peers_compared(event).items():
            found[name] += tally
    return {f"peer: {name}": tally.shares() for name, tally in found.items()}


def table(found: Mapping[str, Any]) -> Iterable[str]:
    """The measures of both halves, and the aims."""
    columns = {
        f"{part}, {name}": shares for part in PARTS for name, shares in found[part]["results"]["newsdedup"].items()
    }
    names = list(dict.fromkeys(name for shares in columns.values() for name in shares if not name.endswith(", of")))
    yield f"{'':40}" + "".join(f"{name:>20}" for name in columns) + f"{'aim':>9}"
    for name in names:
        cells = (f"{_cell(shares, name):>20}" for shares in columns.values())
        yield f"{name:40}" + "".join(cells) + f"{AIMS.get(name, ''):>9}"
    for part in PARTS:
        for name, shares in found[part]["results"].items():
            if name.startswith("peer"):
                yield f"{part}, {name}: " + "  ".join(f"{key} {value}" for key, value in shares.items())


def _cell(shares: Mapping[str, float], name: str) -> str:
    total = shares.get(f"{name}, of")
    return f"{shares.get(name, '–')}" + (f" of {total}" if total is not None else "")


def main() -> None:
    """Run the selected measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of the labelled sets; not needed for news")
    parser.add_argument("--marks", type=Path, default=MARKS, help="folder of the marks")
    parser.add_argument("--output", type=Path, default=RESULTS)
    parser.add_argument("--only", nargs="+", choices=CHOICES, default=CHOICES)
    parser.add_argument("--seen", action="store_true", help="print the faults of the seen half; write nothing")
    options = parser.parse_args()
    if options.data is None and {"marked", "speed"} & {*options.only}:
        parser.error("marked and speed need the labelled sets: give --data FOLDER, or --only news")
    result = json.loads(options.output.read_text("utf-8")) if options.output.exists() else {}
    about = {"machine": machine(), "versions": versions(LIBRARIES)}
    if "marked" in options.only:
        found, faults = marked(options.data, options.marks)
        print(*(faults if options.seen else ()), *table(found), sep="\n", flush=True)
        result["marked"] = {**about, **found}
    if "speed" in options.only and not options.seen:
        from _records_speed import speed

        result["speed"] = {**about, **speed(options.data)}
        print(json.dumps(result["speed"], indent=1))
    if "news" in options.only and not options.seen:
        from _records_speed import NEWS, generated_news

        result["news"] = {**about, **generated_news(NEWS)}
        print(json.dumps(result["news"], indent=1))
    if not options.seen:
        write_result(options.output, result)


if __name__ == "__main__":
    main()
