"""Spark: that its results are those of one machine, and what they cost, beside what must be reached.

    python benchmarks/spark.py --sizes 10000,100000,300000
    python benchmarks/spark.py --only copies --sizes 1000,10000 --work /tmp/spark-bench

Parts (`--only`), over generated news of which 30 % of the articles report an event with others:

- `copies`: `newsdedup.spark.find_copies` at each size beside one thread of `newsdedup.find_copies`; result and pairs
  compared;
- `events`: `find_events` at each size, at a given threshold and window (of 50 hours: 100,000 articles);
- `parts`: `find_events` over dates that are spread over 60 days, in parts of 5, 10 and 30 days, and the same on one
  machine; result and pairs compared;
- `window`: what windows of 50 and of 120 hours lose of B³ on one machine, and what the sample has to do with it;
- `records`: `consolidate` beside one machine; sizes up to `--records`;
- `skew`: `--copies` identical and dated copies of one text beside as many distinct articles;
- `resumed`: a run that is killed and started again, and one that was finished: which stages are repeated.

From a Parquet file to a Parquet file, each run in a process of its own, the driver limited to results of 1 MB.
Times are processor time of all processes: JVM, Python workers and driver. What an article costs is the difference
between two sizes, so that start-up and compilation are left out. Bytes are those of Spark's event log.

Prints everything, then a table, and writes benchmarks/results/spark.json; parts that are not selected keep their
earlier results, and sizes as well if the commit is the same. The costs on a cluster: benchmarks/_spark_cost.py.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from attrs import frozen

import _spark_identity
import _spark_runs
import _spark_tasks
from _processes import run_task, work_folder
from _report import digest, machine, source_version, versions, write_result
from _spark_news import FLOODS, HOURS_OF_100_000, News
from _spark_targets import targets
from _targets import target_table

RESULTS: Final = Path(__file__).parent / "results/spark.json"
BY_SIZE: Final = ("spark", "alone", "grouping", "identity")  # measures of several sizes
THRESHOLD: Final = 0.43  # of events; about that which generated news suggests
LATEST_REPORTS: Final = 120  # hours; few reports of generated events come later
SPREAD_DAYS: Final = 60
SPREAD_WINDOW: Final = 12.0  # hours; parts overlap by four windows at each end
PART_DAYS: Final = (5, 10, 30)
LIMITED: Final = {"spark.driver.maxResultSize": "1m"}
PACKAGES: Final = ("numpy", "scipy", "numba", "pyarrow", "pyspark", "orjson")

Result = dict[str, Any]
TASKS: Final[Mapping[str, Callable[..., Result]]] = {
    one.__name__: one
    for one in (
        _spark_tasks.spark_job,
        _spark_tasks.single_job,
        _spark_tasks.skew,
        _spark_identity.copies_compared,
        _spark_identity.events_compared,
        _spark_identity.records_compared,
        _spark_identity.records_alone,
        _spark_identity.window_quality,
    )
}
task: Final = partial(run_task, __file__)


@frozen
class Bench:
    """What is measured, and where its files are."""

    options: argparse.Namespace
    folder: Path

    @property
    def sizes(self) -> list[int]:
        """The numbers of articles."""
        return sorted(int(size) for size in self.options.sizes.split(","))

    @property
    def news(self) -> News:
        """The generated articles."""
        return News(self.folder, max(self.sizes))

    def run(self, job: str, path: Path, name: str, **options: Any) -> Result:
        """A job on Spark in a new folder of this name."""
        place = self.place(name)
        shutil.rmtree(place, ignore_errors=True)
        given = {"spark_options": LIMITED, "threads": 1, "master": self.options.master, **options}
        found = task("spark_job", job=job, path=str(path), folder=str(place), **given)
        _say(name, found)
        return found | {"spark_options": given["spark_options"]}

    def place(self, name: str) -> Path:
        """The folder of a run."""
        return self.folder / "runs" / name

    def forget(self, name: str) -> None:
        """Delete what a run wrote."""
        shutil.rmtree(self.place(name), ignore_errors=True)


def copies(of: Bench) -> Result:
    """Copies at each size, on Spark and on one thread, compared."""
    found: Result = {"spark": {}, "alone": {}, "identity": {}}
    for size in of.sizes:
        path, name = of.news.first(size), f"copies-{size}"
        found["alone"][str(size)] = task("single_job", 1, job="find_copies", path=str(path))
        found["spark"][str(size)] = of.run("find_copies", path, name, pairs="copy_pairs")
        compared = task("copies_compared", 2, path=str(path), folder=str(of.place(name)))
        found["identity"][f"{size:,} articles"] = compared
        _say(f"{name}, one thread", found["alone"][str(size)])
        _say(f"{name}, compared", compared)
        of.forget(name)
    return found


def events(of: Bench) -> Result:
    """Events at each size, on Spark and on one thread, compared."""
    given = {"threshold": THRESHOLD, "window_hours": float(HOURS_OF_100_000)}
    found: Result = {"options": given, "spark": {}, "alone": {}, "identity": {}}
    for size in of.sizes:
        path, name = of.news.first(size), f"events-{size}"
        found["alone"][str(size)] = task("single_job", 1, job="find_events", path=str(path), options=given)
        found["spark"][str(size)] = of.run("find_events", path, name, options=given, pairs="event_pairs")
        places = {"Spark": str(of.place(name))}
        compared = task("events_compared", 2, path=str(path), folders=places, options=given)
        found["identity"][f"{size:,} articles"] = compared
        _say(f"{name}, one thread", found["alone"][str(size)])
        _say(f"{name}, compared", compared)
        of.forget(name)
    return found


def parts(of: Bench) -> Result:
    """Events of news that is spread over many days, in parts of several lengths, compared with one machine."""
    given = {"threshold": THRESHOLD, "window_hours": SPREAD_WINDOW}
    size = of.options.spread
    path = of.news.spread(size, SPREAD_DAYS)
    places = {f"parts of {days} days": f"parts-{size}-{days}" for days in PART_DAYS}
    for days, name in zip(PART_DAYS, places.values(), strict=True):
        of.run("find_events", path, name, options=given | {"part_days": days}, pairs="event_pairs")
    folders = {title: str(of.place(name)) for title, name in places.items()}
    compared = task("events_compared", 2, path=str(path), folders=folders, options=given)
    _say("parts, compared", compared)
    for name in places.values():
        of.forget(name)
    return {"options": given, "days": SPREAD_DAYS, "identity": {f"{size:,} articles": compared}}


def window(of: Bench) -> Result:
    """What windows lose, at the largest size: one of 100,000 articles, one that has the latest reports of events."""
    path, truth = of.news.first(of.sizes[-1]), of.folder / f"true-events-{of.sizes[-1]}.json"
    truth.write_text(json.dumps(of.news.events()), "utf-8")
    return task("window_quality", 2, path=str(path), truth=str(truth), windows=(HOURS_OF_100_000, LATEST_REPORTS))


def records(of: Bench) -> Result:
    """Records at the sizes up to `--records`, on Spark and on one machine, compared."""
    sizes = sorted({min(size, of.options.records) for size in of.sizes})
    given = {"window_hours": float(HOURS_OF_100_000), "threshold": THRESHOLD}
    found: Result = {"options": given, "spark": {}, "grouping": {}, "alone": {}, "identity": {}}
    for size in sizes:
        path, name = of.news.first(size), f"records-{size}"
        found["spark"][str(size)] = of.run("consolidate", path, name, options=given)
        grouped = f"grouped-{size}"
        found["grouping"][str(size)] = of.run("find_events", path, grouped, options=given)
        of.forget(grouped)
        alone = task("records_alone", 1, path=str(path), options=given, records=str(of.place(name) / "alone"))
        _say(f"{name}, one process", alone)
        found["alone"][str(size)] = alone
        compared = task("records_compared", 1, folder=str(of.place(name)), records=str(of.place(name) / "alone"))
        found["identity"][f"{size:,} articles"] = compared
        _say(f"{name}, compared", compared)
        of.forget(name)
    return found


def skew(of: Bench) -> Result:
    """Floods of copies beside as many distinct articles."""
    base, many = of.options.base, of.options.copies
    paths = {kind: str(of.news.flood(kind, base, many)) for kind in FLOODS}
    paths["none"] = str(of.news.first(base))
    place, repetitions = str(of.place("skew")), of.options.repetitions
    found = task("skew", 1, paths=paths, folder=place, master=of.options.master, repetitions=repetitions)
    none = found["none"]["cpu_seconds"]
    for kind in FLOODS:
        beyond = found[kind]["cpu_seconds"] - none
        found[kind]["times_distinct"] = round(beyond / (found["distinct"]["cpu_seconds"] - none), 3)
    of.forget("skew")
    return found | {"base": base, "articles": many}


def resumed(of: Bench) -> Result:
    """Runs that are started again: after they were killed, and after they were finished."""
    size = of.sizes[0]
    path, name = of.news.first(size), "resumed"
    of.forget(name)
    given = {"job": "find_copies", "path": str(path), "folder": str(of.place(name)), "master": of.options.master}
    return _spark_runs.resumed(__file__, given, of.place(name))


PARTS: Final[Mapping[str, Callable[[Bench], Result]]] = {
    one.__name__: one for one in (copies, events, parts, window, records, skew, resumed)
}


def with_sizes(before: Result, found: Result) -> Result:
    """What was found, and the other sizes that were measured before."""
    return {name: {**before[name], **one} if name in BY_SIZE and name in before else one for name, one in found.items()}


def _say(title: str, found: Mapping[str, Any]) -> None:
    print(f"{title}: {json.dumps({name: one for name, one in found.items() if name != 'stages'})}", flush=True)
    for name, stage in found.get("stages", {}).items():
        print(f"    {name}: {json.dumps(stage)}", flush=True)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--sizes", default="10000,100000,300000", help="articles, for copies, events and window")
    parser.add_argument("--spread", type=int, default=10_000, help="articles, for parts")
    parser.add_argument("--records", type=int, default=10_000, help="most articles, for records")
    parser.add_argument("--base", type=int, default=10_000, help="articles beside a flood")
    parser.add_argument("--copies", type=int, default=20_000, help="articles of a flood")
    parser.add_argument("--repetitions", type=int, default=3, help="of skew")
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--work", type=Path, help="a folder in which the generated articles stay for another run")
    parser.add_argument("-o", "--output", type=Path, default=RESULTS)
    parser.add_argument("--task", nargs=2, metavar=("NAME", "OPTIONS"), help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    """Measure, print, write; or be the process of one task."""
    options = arguments()
    if options.task:
        name, given = options.task
        print(json.dumps(TASKS[name](**json.loads(given))))
        return
    result = json.loads(options.output.read_text("utf-8")) if options.output.exists() else {}
    result |= {"machine": machine(), "versions": versions(PACKAGES), "master": options.master}
    with work_folder(options.work) as folder:
        of = Bench(options, folder)
        for name in options.only:
            found, source = PARTS[name](of), source_version()
            _say(name, {} if "spark" in found else found)
            is_same = result.get("source", {}).get(name) == source
            result[name] = with_sizes(result[name], found) if is_same else found
            result["source"] = result.get("source", {}) | {name: source}
            result["load"] = result.get("load", {}) | {name: round(os.getloadavg()[2], 1)}
            result["data"] = result.get("data", {}) | {path.name: digest(path) for path in folder.glob("*.parquet")}
            result["targets"] = [target.to_dict() for target in targets(result)]
            write_result(options.output, result)
    print(target_table(result["targets"]))


if __name__ == "__main__":
    main()
