"""The store: how close to batch and how steady its events are, and what it costs, beside what must be reached.

    python benchmarks/store.py --data ../shared/data
    python benchmarks/store.py --only speed disk --sizes 1000,10000

Parts (`--only`), each described in its module:

- `quality`: B³ with `find_events`, join decisions, moves, on VN-MDS, GVC and generated news (_store_quality.py);
- `speed`: CPU time of adding 20 articles and one, at each of `--sizes` stored in the window, and of articles that
  are known; the same with records up to 1,000 (_store_speed.py);
- `scale`: a first `add`, grouping again beside `find_events`, opening until the first article is added;
- `disk`: bytes an article without records, by table;
- `copies`: many copies of one text beside as many different texts; datasketch beside it (_store_queries.py);
- `queries`: over settled articles, as many as `--settled`.

Times are processor time on one thread, medians, of a process of its own, kernels compiled and loaded; wall times
are in the results. Prints everything, then a table, and writes benchmarks/results/store.json; parts that are not
selected keep their earlier results.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

import _store_quality
import _store_queries
import _store_speed
from _processes import run_task, work_folder
from _report import digest, machine, source_version, versions, write_result
from _store_targets import targets
from _targets import target_table
from generate import write_corpus

RESULTS: Final = Path(__file__).parent / "results/store.json"
SEED: Final = 1
EVENTS: Final = 0.3  # share of the generated articles that report an event with others
MOST_WITH_RECORDS: Final = 1_000  # articles; of more, each addition makes older records as well for long
MOST_ON_DISK: Final = 10_000  # articles; more take long
PACKAGES: Final = ("numpy", "scipy", "numba", "datasketch", "orjson")
WAYS: Final = {"20 at a time": 20, "one at a time": 1}

Result = dict[str, Any]
TASKS: Final[Mapping[str, Callable[..., Result]]] = {
    one.__name__: one
    for one in (
        _store_speed.build,
        _store_speed.adding,
        _store_speed.opening,
        _store_speed.disk,
        _store_queries.fill,
        _store_queries.queries,
        _store_queries.flood,
        _store_queries.datasketch_copies,
    )
}
task: Final = partial(run_task, __file__)


@frozen
class Bench:
    """What is measured, and the files that the parts share, each made once."""

    options: argparse.Namespace
    folder: Path
    _built: dict[int, Result] = field(factory=dict, init=False)

    @property
    def sizes(self) -> list[int]:
        """The numbers of stored articles."""
        return [int(size) for size in self.options.sizes.split(",")]

    @property
    def everything(self) -> Path:
        """The generated articles of which each size takes the first, and some more."""
        count = max(self.sizes) + _store_speed.LATER
        path = self.folder / f"store-news-{count}.jsonl"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            write_corpus(path, count, SEED, events=EVENTS)
        return path

    def articles(self, size: int) -> tuple[str, str]:
        """The files of the articles to store, and of those that come later."""
        first, later = (self.folder / f"store-{name}-{size}.jsonl" for name in ("first", "later"))
        if not later.exists():
            with self.everything.open(encoding="utf-8") as lines, first.open("w", encoding="utf-8") as file:
                file.writelines(islice(lines, size))
                later.write_text("".join(islice(lines, _store_speed.LATER)), encoding="utf-8")
        return str(first), str(later)

    def store(self, size: int) -> str:
        """A store of so many articles."""
        path = str(self.folder / f"store-{size}.db")
        if size not in self._built:
            threads, first = self.options.threads, self.articles(size)[0]
            self._built[size] = task("build", threads, articles=first, store=path)
        return path

    def built(self, size: int) -> Result:
        """What making this store took."""
        self.store(size)
        return self._built[size]


def quality(of: Bench) -> Result:
    """On the labelled sets and on generated news."""
    return _store_quality.quality(of.options.data, of.options.generated)


def speed(of: Bench) -> Result:
    """Adding, at each size."""
    found: Result = {}
    for size in of.sizes:
        later = of.articles(size)[1]
        found[str(size)] = {
            name: task("adding", 1, store=of.store(size), later=later, size=at_once, records=False)
            for name, at_once in WAYS.items()
        }
        if size <= MOST_WITH_RECORDS:
            name, at_once = next(iter(WAYS.items()))
            records = task("adding", 1, store=of.store(size), later=later, size=at_once, records=True)
            without = found[str(size)][name]["cpu_ms"]
            found[str(size)]["with records"] = records | {"times_without": round(records["cpu_ms"] / without, 2)}
        print(f"speed, {size}: {json.dumps(found[str(size)])}", flush=True)
    return found


def scale(of: Bench) -> Result:
    """Grouping and opening, at each size."""
    found: Result = {}
    for size in of.sizes:
        open_store = partial(task, "opening", 1, store=of.store(size), later=of.articles(size)[1])
        found[str(size)] = {
            "build": of.built(size),
            "opening": open_store(warm=True),
            "opening, cold": open_store(warm=False),
        }
        print(f"scale, {size}: {json.dumps(found[str(size)])}", flush=True)
    return found


def disk(of: Bench) -> Result:
    """Generated news of the sizes up to 10,000, and the labelled sets."""
    found = {f"generated, {size}": task("disk", 1, store=of.store(size)) for size in of.sizes if size <= MOST_ON_DISK}
    for name in _store_quality.SETS if of.options.data else ():
        found[name] = task("disk", 1, articles=str(of.options.data / name / "articles.jsonl"))
    return found


def copies(of: Bench) -> Result:
    """Floods of copies, and datasketch."""
    found: Result = {"articles": of.options.copies}
    for kind in _store_queries.FLOODS:
        found[kind] = task("flood", 1, kind=kind, articles=of.options.copies)
        found[kind]["times_different"] = round(found[kind]["cpu_ms"] / found["different texts"]["cpu_ms"], 3)
        print(f"copies, {kind}: {json.dumps(found[kind])}", flush=True)
    size = min(of.sizes[-1], MOST_ON_DISK)
    first, later = of.articles(size)
    found["datasketch"] = task("datasketch_copies", 1, articles=first, later=later) | {"stored": size}
    return found


def queries(of: Bench) -> Result:
    """Over settled articles."""
    path = str(of.folder / "store-settled.db")
    made = task("fill", 1, store=path, articles=of.options.settled)
    return {"store": made, "times": task("queries", 1, store=path)}


PARTS: Final[Mapping[str, Callable[[Bench], Result]]] = {
    "quality": quality,
    "speed": speed,
    "scale": scale,
    "disk": disk,
    "copies": copies,
    "queries": queries,
}


def lines(found: Mapping[str, Any], place: tuple[str, ...] = ()) -> Iterator[str]:
    """Results for people: one line for each group of numbers."""
    plain = {name: one for name, one in found.items() if not isinstance(one, Mapping)}
    if plain:
        yield f"{', '.join(place)}: " + ", ".join(f"{name} {one}" for name, one in plain.items())
    for name, one in found.items():
        if isinstance(one, Mapping):
            yield from lines(one, (*place, name))


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of the labelled sets")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--sizes", default="1000,10000,100000", help="articles stored, for speed, scale and disk")
    parser.add_argument("--generated", type=int, default=10_000, help="articles for quality; 0 for none")
    parser.add_argument("--copies", type=int, default=10_000, help="copies of one text")
    parser.add_argument("--settled", type=int, default=1_000_000, help="articles for queries")
    parser.add_argument("--threads", type=int, default=2, help="of grouping")
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
    result |= {"machine": machine(), "versions": versions(PACKAGES)}
    with work_folder(options.work) as folder:
        of = Bench(options, folder)
        for name in options.only:
            result[name] = PARTS[name](of)
            result["source"] = result.get("source", {}) | {name: source_version()}
            print(*lines(result[name], (name,)), sep="\n", flush=True)
            result["data"] = result.get("data", {}) | {path.name: digest(path) for path in folder.glob("store-*.jsonl")}
            result["targets"] = [target.to_dict() for target in targets(result)]
            write_result(options.output, result)
    print(target_table(result["targets"]))


if __name__ == "__main__":
    main()
