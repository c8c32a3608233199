"""How well reports of one event are grouped, in several protocols, by newsdedup and its peers.

    python benchmarks/events.py --data ../shared/data
    python benchmarks/events.py --data ../shared/data --only thinned small --draws 100

On every labelled set: newsdedup with its default settings, the same with a model that has not
seen the set or the events, and the peers. Then the sets cut to teasers and titles, a day's mix of
lengths, sets of mostly single reports, without titles, mixed, in small samples, with one article added,
and how well the probabilities are calibrated; and templates that newsrooms fill in every day (generated).
Prints tables and what must be reached, and writes benchmarks/results/events.json; protocols that are not
selected keep their earlier results.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from _events_bench import Bench, grouped_by, scores
from _events_lookalikes import lookalike_news
from _events_peers import peers
from _events_protocols import added, bare, calibration, folds, mixed, small, thinned, views
from _events_short import day_mix, short_texts, small_short
from _events_targets import FIRST, mean_of_first, targets
from _report import machine, versions, write_result
from _targets import target_table
from train_evidence import labelled_sets

RESULTS = Path(__file__).parent / "results/events.json"
SCALE = RESULTS.with_name("event_scale.json")
LIBRARIES = ("numpy", "scipy", "scikit-learn", "datasketch")
DRAWS = 100  # small inputs of each size

Protocol = Callable[..., dict[str, Any]]


def whole_sets(of: Bench, *, with_peers: bool) -> dict[str, dict[str, Any]]:
    """Every way of grouping every set."""
    others = peers(of.sets) if with_peers else {name: {} for name in of.sets}
    found = {}
    for name, one in of.sets.items():
        start = time.perf_counter()
        grouped_by(one)
        seconds = round(time.perf_counter() - start, 2)
        groups = of.groups(one, name) | others[name]
        results = {way: scores(one, labels) for way, labels in groups.items()}
        found[name] = {"articles": len(one.events), "sha256": one.digest, "seconds": seconds, "results": results}
    return found


# Protocols of all sets at once, and protocols of one set after the other.
TOGETHER: Mapping[str, Protocol] = {"sets": whole_sets, "short": short_texts, "lookalikes": lookalike_news}
EACH: Mapping[str, Protocol] = {
    "thinned": thinned,
    "day mix": day_mix,
    "small": small,
    "small short": small_short,
    "calibration": calibration,
    "mixed": mixed,
    "bare": bare,
    "added": added,
    "views": views,
    "folds": folds,
}
FACTS = {"articles": "articles", "seconds": "s"}
MEANS = ("sets", "short", *(name for name in EACH if name not in ("added", "views")))
WITH_DRAWS = ("small", "small short")


def measured(protocol: str, of: Bench, draws: int, before: Mapping[str, Any] | None) -> dict[str, Any]:
    """The results of one protocol; the peers' results are those of `before`, where it is given."""
    if protocol in TOGETHER:
        found = TOGETHER[protocol](of, with_peers=before is None)
        return found if before is None else with_peers_of(before, found)
    extra = {"draws": draws} if protocol in WITH_DRAWS else {}
    return {name: EACH[protocol](of, name, **extra) for name in of.sets}


def with_peers_of(before: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    """Results with those of the peers from an earlier run on the same sets."""
    ours = {
        name: with_peers_of(before[name], one) if isinstance(one, Mapping) and name in before else one
        for name, one in found.items()
    }
    return ours | {name: one for name, one in before.items() if name not in found}


def tables(title: str, found: Mapping[str, Any]) -> Iterator[str]:
    """Results for people: a table where there are several ways, else a line."""
    if not found or not any(isinstance(one, Mapping) for one in found.values()):
        yield f"{title}: {found}"
    elif "results" in found:
        facts = (f", {found[fact]} {unit}" for fact, unit in FACTS.items() if fact in found)
        yield "\n".join([title + "".join(facts), *(_line(way, measures) for way, measures in found["results"].items())])
    else:
        for name, one in found.items():
            if isinstance(one, Mapping):
                yield from tables(f"{title}, {name}", one)


def _line(way: str, measures: Mapping[str, float]) -> str:
    return f"  {way:36}" + "  ".join(f"{measure} {value:.3f}" for measure, value in measures.items())


def main() -> None:
    """Measure every set of the data folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--output", type=Path, default=RESULTS)
    parser.add_argument("--only", nargs="+", choices=(*TOGETHER, *EACH), default=(*TOGETHER, *EACH))
    parser.add_argument("--draws", type=int, default=DRAWS, help="small inputs of each size")
    parser.add_argument("--keep-peers", action="store_true", help="keep the peers' earlier results (minutes less)")
    options = parser.parse_args()
    result = json.loads(options.output.read_text("utf-8")) if options.output.exists() else {}
    result |= {"machine": machine(), "versions": versions(LIBRARIES)}
    of = Bench({one.name: one for one in labelled_sets(options.data)})
    scale = json.loads(SCALE.read_text("utf-8"))["results"] if SCALE.exists() else {}
    for protocol in options.only:
        before = result.get(protocol) if options.keep_peers else None
        result[protocol] = measured(protocol, of, options.draws, before)
        print(*tables(protocol, result[protocol]), sep="\n", flush=True)
        if protocol in MEANS:
            print(
                *tables(f"{protocol}, mean of {', '.join(FIRST)}", mean_of_first(result[protocol])),
                sep="\n",
                flush=True,
            )
        result["targets"] = [target.to_dict() for target in targets({**result, "scale": scale})]
        write_result(options.output, result)
    print(target_table(result["targets"]))


if __name__ == "__main__":
    main()
