"""How well reports of one event are grouped, in several protocols, by newsdedup and its peers.

    python benchmarks/events.py --data ../shared/data
    python benchmarks/events.py --data ../shared/data --only thinned small --draws 100

On every labelled set: newsdedup with its default settings, the same with a model that has not
seen the set or the events, and the peers. Then sets of mostly single reports, without titles, mixed,
in small samples, with one article added, and how well the probabilities are calibrated; and templates
that newsrooms fill in every day (generated). Prints tables and writes benchmarks/results/events.json;
protocols that are not selected keep their earlier results.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from _events_peers import peers
from _events_protocols import Bench, added, bare, bench, calibration, folds, mixed, small, thinned, views
from _lookalikes import lookalikes
from _report import machine, versions, write_result
from newsdedup.articles.article import Articles
from newsdedup.articles.intake import read_articles
from newsdedup.events.find import find_events, group_events
from newsdedup.metrics import adjusted_rand, b_cubed, pairwise
from newsdedup.support.settings import EventSettings
from train_evidence import LabelledSet, labelled_sets

RESULTS = Path(__file__).parent / "results/events.json"
LIBRARIES = ("numpy", "scipy", "scikit-learn", "datasketch")
DRAWS = 500  # small inputs of each size

Labels = NDArray[np.int64]
Protocol = Callable[..., dict[str, Any]]

PROTOCOLS: Mapping[str, Protocol] = {
    "folds": folds,
    "thinned": thinned,
    "bare": bare,
    "mixed": mixed,
    "calibration": calibration,
    "small": small,
    "added": added,
    "views": views,
}
PARTS = ("sets", *PROTOCOLS, "lookalikes")


def scores(one: LabelledSet, found: Labels) -> dict[str, float]:
    """Every measure of one grouping of a set."""
    cubed, paired = b_cubed(one.events, found), pairwise(one.events, found)
    measures = {
        "precision": cubed.precision,
        "recall": cubed.recall,
        "f1": cubed.f1,
        "pairwise_f1": paired.f1,
        "ari": adjusted_rand(one.events, found),
    }
    return {name: round(float(value), 4) for name, value in measures.items()}


def whole_sets(of: Bench) -> dict[str, dict[str, Any]]:
    """Every way of grouping every set."""
    others = peers(list(of.sets.values()))
    found = {}
    for name, one in of.sets.items():
        start = time.perf_counter()
        rows = list(one.articles.rows)
        default = find_events(one.articles, progress=False).labels[rows]
        seconds = round(time.perf_counter() - start, 2)
        unseen = group_events(one.articles, EventSettings(), of.models[name], progress=False).labels[rows]
        ways = {"newsdedup": default, "newsdedup, trained without this set": unseen, **others[name]}
        results = {way: scores(one, labels) for way, labels in ways.items()}
        found[name] = {"articles": len(rows), "sha256": one.digest, "seconds": seconds, "results": results}
    return found


def lookalike_news() -> dict[str, Any]:
    """Templates filled in for many events, all reports of each and one of each: the default model and the peers.

    The peers' options are the best ones for each part, as only an oracle could choose them.
    """
    articles, event_of = lookalikes()
    events = np.unique(event_of, return_inverse=True)[1]
    template = np.arange(len(events)) % (len(events) // len(set(event_of)))
    parts = {
        "all templates of each event": np.ones(len(events), bool),
        "one template, every event once": template == 0,
        "any template, every event once": template == events % (template.max() + 1),
    }
    return {name: _on_lookalikes(articles, events, np.flatnonzero(kept)) for name, kept in parts.items()}


def _on_lookalikes(articles: Articles, events: Labels, rows: Labels) -> dict[str, Any]:
    one = LabelledSet("lookalikes", read_articles([articles[row] for row in rows]), events[rows], "")
    ways = {"newsdedup": find_events(one.articles, progress=False).labels, **peers([one])["lookalikes"]}
    kept = {way: labels for way, labels in ways.items() if not way.endswith("fixed threshold")}
    return {"articles": len(rows), "results": {way: scores(one, labels) for way, labels in kept.items()}}


def table(name: str, one: Mapping[str, Any]) -> str:
    """The results on one set, for people."""
    lines = [f"{name}: {one['articles']} articles" + (f" in {one['seconds']} s" if "seconds" in one else "")]
    for way, found in one["results"].items():
        lines.append(f"  {way:36}" + "  ".join(f"{measure} {value:.3f}" for measure, value in found.items()))
    return "\n".join(lines)


def main() -> None:
    """Measure every set of the data folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--output", type=Path, default=RESULTS)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--draws", type=int, default=DRAWS, help="small inputs of each size")
    options = parser.parse_args()
    result = json.loads(options.output.read_text("utf-8")) if options.output.exists() else {}
    result |= {"machine": machine(), "versions": versions(LIBRARIES)}
    of = bench(labelled_sets(options.data))
    if "sets" in options.only:
        result["sets"] = whole_sets(of)
        print(*(table(name, one) for name, one in result["sets"].items()), sep="\n", flush=True)
    for protocol in (name for name in PROTOCOLS if name in options.only):
        extra = {"draws": options.draws} if protocol == "small" else {}
        result[protocol] = {name: PROTOCOLS[protocol](of, name, **extra) for name in of.sets}
        print(protocol, *(f"  {name:12} {found}" for name, found in result[protocol].items()), sep="\n", flush=True)
        write_result(options.output, result)
    if "lookalikes" in options.only:
        result["lookalikes"] = lookalike_news()
        print(*(table(name, one) for name, one in result["lookalikes"].items()), sep="\n", flush=True)
    write_result(options.output, result)


if __name__ == "__main__":
    main()
