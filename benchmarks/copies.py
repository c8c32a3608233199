"""newsdedup and its peers on the same near-duplicates: speed, memory, growth, recall, first use.

    python benchmarks/copies.py --data ../shared/data --sizes 10000,100000,1000000

Runs in an environment with newsdedup and `requirements-copies.txt`; a peer that is not installed is
reported as absent. Prints a table and writes benchmarks/results/copies.json: medians of repetitions,
engines in turn forth and back, ratios taken within a repetition, tokenising inside the clock, each
number of threads in a process of its own. `--measures` chooses some; with `--keep` the others stay
as they were in the results file.

    sketch    `str` to signatures, UTF-8 to signatures, a plain pass over the same bytes
    groups    texts in memory to verified copy groups, beside the peers' insert and query
    file      a JSON Lines file to copy groups: seconds, peak memory, growth with the size
    quality   recall of true pairs and of excerpts, precision
    flood     copies of one text as half of all articles, beside as many distinct articles
    first     the first use with nothing compiled, the second use, the import
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, Final

import numpy as np
from attrs import frozen

from _engines import DATASKETCH, ENGINES, OURS, PACKAGES
from _report import ROOT, digest, machine, source_version, versions, write_result
from _tasks import TASKS
from generate import corpus, truth_path, write_corpus

RESULTS: Final = Path(__file__).parent / "results/copies.json"
SEED: Final = 1
THREAD_VARIABLES: Final = ("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS")
SMALL_THRESHOLD, LARGE_THRESHOLDS = 0.3, (0.5, 0.8)
IMPORTS: Final = 7

Result = dict[str, Any]


# ------------------------------------------------------------------------------------ processes


def task(name: str, threads: int, **options: Any) -> Result:
    """Run a task in a process of its own that may use so many threads."""
    command = [sys.executable, __file__, "--task", name, json.dumps(options | {"threads": threads})]
    return json.loads(_output(command, _environment(threads)).splitlines()[-1])


def _output(command: Sequence[str], environment: Mapping[str, str]) -> str:
    run = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"{' '.join(command)}\nended with {run.returncode}:\n{run.stderr}")
    return run.stdout


def _environment(threads: int | None = None) -> dict[str, str]:
    own = {"PYTHONHASHSEED": "0", "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])}
    return {**os.environ, **own, **(dict.fromkeys(THREAD_VARIABLES, str(threads)) if threads else {})}


# ----------------------------------------------------------------------------------------- data


@frozen
class Data:
    """Where the articles are; generated files are made once and kept in `folder`."""

    folder: Path
    real: Path | None

    def generated(self, articles: int, **kind: Any) -> Path:
        """A file of so many generated articles, with its truth beside it."""
        name = "-".join(["news", *map(str, kind.values()), str(articles)])
        return self._made(name, lambda path: write_corpus(path, articles, SEED, **kind))

    def flooded(self, articles: int, *, dated: bool) -> Path:
        """Half of the articles distinct, half copies of one text, to the letter or each with its own dateline."""
        return self._made(f"flood-{'dated' if dated else 'exact'}-{articles}", lambda path: _flood(path, articles, dated))

    def vnmds(self) -> Path | None:
        """The real articles, where they are."""
        path = None if self.real is None else self.real / "vnmds/articles.jsonl"
        return path if path and path.exists() else None

    def vnmds_with_copies(self) -> Path | None:
        """The real articles, each with a copy that lacks every 40th word and an excerpt of a third."""
        real = self.vnmds()
        return None if real is None else self._made("vnmds-copies", lambda path: _real_copies(real, path))

    def _made(self, name: str, write: Callable[[Path], None]) -> Path:
        """The file of this name, written under another one until it is whole."""
        path, part = self.folder / f"{name}.jsonl", self.folder / f"{name}.part.jsonl"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            write(part)
            if truth_path(part).exists():
                truth_path(part).rename(truth_path(path))
            part.rename(path)
        return path


def _flood(path: Path, articles: int, dated: bool) -> None:
    half = articles // 2
    rows = list(corpus(articles - half, SEED, related=False))
    text = next(corpus(1, SEED + 1, related=False))["text"]
    with path.open("w", encoding="utf-8") as lines:
        for number in range(half):
            copy = {"id": f"copy-{number}", "text": f"{number} {text}" if dated else text, "language": "vi"}
            lines.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in (rows[number], copy))


def _real_copies(real: Path, path: Path) -> None:
    with real.open(encoding="utf-8") as lines, path.open("w", encoding="utf-8") as written:
        for article in map(json.loads, lines):
            words = article["text"].split()
            third = len(words) // 3
            versions_ = {
                article["id"]: words,
                article["id"] + "-copy": [word for place, word in enumerate(words, 1) if place % 40],
                article["id"] + "-part": words[third : 2 * third],
            }
            for name, kept in versions_.items():
                written.write(json.dumps({"id": name, "text": " ".join(kept)}, ensure_ascii=False) + "\n")


# ------------------------------------------------------------------------------------- measures


@frozen
class Options:
    """What to measure, and how often."""

    sizes: tuple[int, ...]
    sketch_articles: int
    group_articles: int
    quality_sizes: tuple[int, int]
    flood_articles: int
    threads: tuple[int, ...]
    repetitions: int
    file_repetitions: int

    @property
    def most_threads(self) -> int:
        """For what is measured with one number of threads only."""
        return max(self.threads)


def measure_sketch(data: Data, options: Options) -> Result:
    """`str` to signatures on one thread, real and generated; UTF-8 to signatures beside a plain pass."""
    vietnamese = data.vnmds() or data.generated(options.sketch_articles, related=False, code="vi")
    sets = {"vietnamese": vietnamese, "generated": data.generated(options.sketch_articles)}
    common = {"count": options.sketch_articles, "repetitions": options.repetitions}
    result = {
        name: _rates(task("engines", 1, path=str(path), step="sketch", skip=[], **common))
        for name, path in sets.items()
    }
    return result | {"utf8": _rates(task("bytes_to_signatures", 1, path=str(vietnamese), **common))}


def measure_groups(data: Data, options: Options) -> Result:
    """Generated texts in memory to groups, by the number of threads."""
    common = {"count": options.group_articles, "repetitions": options.repetitions, "step": "find", "skip": []}
    path = str(data.generated(options.group_articles))
    return {f"{threads} threads": _rates(task("engines", threads, path=path, **common)) for threads in options.threads}


def _rates(result: Result) -> Result:
    """Medians, rates and paired ratios of what a task measured."""
    times = result.pop("times", {})
    ours = times.get(OURS, {})
    result["engines"] = {
        name: {
            **{kind: round(median(values), 4) for kind, values in one.items()},
            "articles_per_second": round(result["articles"] / median(one["seconds"])),
            "mb_per_second": round(result["bytes"] / 1e6 / median(one["seconds"]), 2),
            **_against(one, ours),
        }
        for name, one in times.items()
    }
    return result


def _against(one: Mapping[str, list[float]], ours: Mapping[str, list[float]]) -> Result:
    """How many times as long as ours it took, within each repetition."""
    if not ours:
        return {}
    ratios = {
        kind: median(a / b for a, b in zip(one[kind], ours[kind], strict=True)) for kind in ("seconds", "cpu_seconds")
    }
    return {"times_ours": round(ratios["seconds"], 3), "times_ours_cpu": round(ratios["cpu_seconds"], 3)}


def measure_file(data: Data, options: Options) -> Result:
    """A file to groups at every size, and the exponent of growth."""
    sizes = [_file_result(data.generated(size), options) for size in options.sizes]
    logs = np.log([[one["articles"], one["seconds"]] for one in sizes])
    exponent = round(float(np.polyfit(logs[:, 0], logs[:, 1], 1)[0]), 3) if len(sizes) > 1 else None
    return {"sizes": sizes, "growth_exponent": exponent, "threads": options.most_threads}


def _file_result(path: Path, options: Options) -> Result:
    runs = [task("file_to_groups", options.most_threads, path=str(path)) for _ in range(options.file_repetitions)]
    return _median_run(runs)


def _median_run(runs: Sequence[Result]) -> Result:
    """The medians of what several runs measured."""
    medians = {name: median(run[name] for run in runs) for name in runs[0]}
    return {name: round(value, 3) for name, value in medians.items()} | {"runs": len(runs)}


def measure_quality(data: Data, options: Options) -> Result:
    """Recall and precision, generated and real."""
    small, large = (data.generated(size) for size in options.quality_sizes)
    cases = [(small, SMALL_THRESHOLD), *((large, threshold) for threshold in LARGE_THRESHOLDS)]
    generated = [_quality(path, truth_path(path), threshold, options) for path, threshold in cases]
    real = data.vnmds_with_copies()
    thresholds = (SMALL_THRESHOLD, *LARGE_THRESHOLDS) if real else ()
    return {"generated": generated, "vnmds": [_quality(real, None, one, options) for one in thresholds if real]}


def _quality(path: Path, truth: Path | None, threshold: float, options: Options) -> Result:
    known = str(truth) if truth else None
    return task("quality", options.most_threads, path=str(path), truth=known, threshold=threshold)


def measure_flood(data: Data, options: Options) -> Result:
    """Copies of one text as half of all articles, beside as many distinct articles, in turn."""
    many = options.flood_articles
    paths = {
        "distinct": data.generated(many, related=False),
        "exact copies": data.flooded(many, dated=False),
        "dated copies": data.flooded(many, dated=True),
    }
    runs: dict[str, list[Result]] = {name: [] for name in paths}
    for repetition in range(options.file_repetitions):
        for name in paths if repetition % 2 == 0 else reversed(paths):
            runs[name].append(task("file_to_groups", options.most_threads, path=str(paths[name])))
    ratios = {
        name: round(median(a["seconds"] / b["seconds"] for a, b in zip(some, runs["distinct"], strict=True)), 3)
        for name, some in runs.items()
    }
    return {name: _median_run(some) | {"times_distinct": ratios[name]} for name, some in runs.items()}


def measure_first(data: Data, options: Options) -> Result:
    """The seeds consolidated by a new process, with an empty cache of compiled code and with a full one."""
    use = "import newsdedup as nd, sys; nd.consolidate(nd.read_articles(sys.argv[1]))"
    with tempfile.TemporaryDirectory() as cache:
        environment = _environment() | {"NUMBA_CACHE_DIR": cache}
        command = [sys.executable, "-c", use, str(ROOT / "seeds")]
        first, *later = [_wall_seconds(command, environment) for _ in range(1 + options.repetitions)]
    return {"first": round(first, 3), "afterwards": round(median(later), 3), "import": _import_seconds()}


def _wall_seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    start = time.perf_counter()
    _output(command, environment)
    return time.perf_counter() - start


def _import_seconds() -> float:
    timed = "import time; start = time.perf_counter(); import newsdedup; print(time.perf_counter() - start)"
    seconds = [float(_output([sys.executable, "-c", timed], _environment())) for _ in range(IMPORTS)]
    return round(median(seconds[1:]), 4)


MEASURES: Final[Mapping[str, Callable[[Data, Options], Result]]] = {
    "sketch": measure_sketch,
    "groups": measure_groups,
    "file": measure_file,
    "quality": measure_quality,
    "flood": measure_flood,
    "first": measure_first,
}


# -------------------------------------------------------------------------------------- targets


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
    for name, make in makers.items():
        if name in measures:
            yield from make(measures[name])


def _sketch_targets(found: Any) -> Iterator[Target]:
    utf8 = found["utf8"].get("engines", {})
    yield Target("UTF-8 to signatures, 1 thread, Vietnamese, MB/s", utf8.get(OURS, {}).get("mb_per_second"), 200)
    for name in ("vietnamese", "generated"):
        engines = found[name]["engines"]
        yield Target(f"str to signatures, 1 thread, {name}, MB/s", engines[OURS]["mb_per_second"], 150)
        yield Target(f"  times datasketch's batch path, {name}", _times_ours(engines, DATASKETCH), 40)
        yield Target(f"  times the fastest peer, {name}", _fastest_peer(engines), 5)


def _group_targets(found: Any) -> Iterator[Target]:
    for threads, result in found.items():
        if not threads.startswith("1 "):
            yield Target(f"groups of {result['articles']}, {threads}, times datasketch", _one_thread(found, result), 50)
            yield Target("  times the fastest peer's insert and query", _fastest_peer(result["engines"]), 8)


def _one_thread(found: Any, result: Any) -> float | None:
    return _times_ours(result["engines"], DATASKETCH)


def _times_ours(engines: Any, name: str) -> float | None:
    return engines[name]["times_ours"] if name in engines else None


def _fastest_peer(engines: Any) -> float | None:
    return min((one["times_ours"] for name, one in engines.items() if name != OURS), default=None)


def _file_targets(found: Any) -> Iterator[Target]:
    largest = found["sizes"][-1]
    if largest["articles"] >= 1_000_000:
        yield Target("1,000,000 articles from a file, seconds", largest["seconds"], 60, at_most=True)
        yield Target("  peak memory, MB", largest["peak_mb"], 2500, at_most=True)
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
    yield Target("first use of the seeds, seconds", found["first"], 15, at_most=True)
    yield Target("  afterwards", found["afterwards"], 2, at_most=True)
    yield Target("import newsdedup, seconds", found["import"], 0.25, at_most=True)


# --------------------------------------------------------------------------------------- report


def report(result: Result) -> str:
    """Everything measured, for people."""
    measures = result["measures"]
    lines = [f"{name} {version}" for name, version in result["versions"].items()]
    sections = [", ".join(lines)]
    for name in ("sketch", "groups"):
        sections += [_engine_table(f"{name}: {part}", one) for part, one in measures.get(name, {}).items()]
    sections += [_plain_table(name, measures[name]) for name in ("file", "quality", "flood") if name in measures]
    return "\n\n".join([*sections, _target_table(result["targets"])])


def _engine_table(title: str, result: Result) -> str:
    lines = [f"{title}, {result.get('articles')} articles"]
    for name, one in sorted(result["engines"].items(), key=lambda item: item[1]["seconds"]):
        rates = f"{one['articles_per_second']:>9} articles/s {one['mb_per_second']:>8} MB/s"
        against = f"   {one['times_ours']:6.2f} x ours" if "times_ours" in one else ""
        lines.append(f"  {name:22}{one['seconds']:9.3f} s {one['cpu_seconds']:9.3f} s cpu {rates}{against}")
    return "\n".join([*lines, *(f"  {name:22}   absent" for name in result.get("absent", []))])


def _plain_table(title: str, result: Result) -> str:
    rows = []
    for name, one in result.items():
        shown = one if isinstance(one, list) else [one]
        rows += [f"  {name}: " + (", ".join(f"{k} {v}" for k, v in row.items()) if isinstance(row, dict) else str(row))
                 for row in shown]  # fmt: skip
    return "\n".join([title, *rows])


def _target_table(found: Sequence[Result]) -> str:
    words = {True: "yes", False: "NO", None: "-"}
    head = f"{'target':58}{'measured':>12}{'must be':>12}  met"
    rows = [f"{one['what']:58}{_number(one['value']):>12}{one['target']:>12}  {words[one['met']]}" for one in found]
    return "\n".join([head, *rows])


def _number(value: float | None) -> str:
    return "absent" if value is None else f"{value:.4g}"


def _digests(data: Data) -> Result:
    """What was measured on: every file of the work folder, and the real articles."""
    paths = [path for path in sorted(data.folder.glob("*.jsonl")) if ".part" not in path.name]
    paths += [path for path in (data.vnmds(),) if path]
    return {path.name if path.parent == data.folder else "vnmds": digest(path) for path in paths}


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.replace("_", "").split(","))


def _parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measures", default=",".join(MEASURES), help="some of them, with commas")
    parser.add_argument("--keep", action="store_true", help="keep other measures of the results file")
    parser.add_argument("--data", type=Path, help="folder of the labelled sets")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "newsdedup-benchmark")
    parser.add_argument("--sizes", type=_sizes, default=(10_000, 100_000, 1_000_000), help="articles in files")
    parser.add_argument("--sketch-articles", type=int, default=10_000)
    parser.add_argument("--group-articles", type=int, default=20_000)
    parser.add_argument("--quality-sizes", type=_sizes, default=(10_000, 100_000), help="at .3, and at .5 and .8")
    parser.add_argument("--flood-articles", type=int, default=200_000)
    parser.add_argument("--threads", type=_sizes, default=(1, 2))
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--file-repetitions", type=int, default=3, help="of runs from files")
    parser.add_argument("-o", "--output", type=Path, default=RESULTS)
    parser.add_argument("--task", nargs=2, metavar=("NAME", "OPTIONS"), help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    """Measure, print, write; or be the process of one task."""
    parsed = _parsed()
    if parsed.task:
        name, given = parsed.task
        print(json.dumps(TASKS[name](**json.loads(given))))
        return
    fields = [field.name for field in Options.__attrs_attrs__]
    options, data = Options(**{name: getattr(parsed, name) for name in fields}), Data(parsed.work, parsed.data)
    measures = json.loads(parsed.output.read_text("utf-8"))["measures"] if parsed.keep and parsed.output.exists() else {}
    for name in parsed.measures.split(","):
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        measures[name] = MEASURES[name](data, options)
        measures[name]["measured_with"] = source_version()
    write_result(parsed.output, _result(measures, data))


def _result(measures: Result, data: Data) -> Result:
    sources = {name: one.pop("measured_with", None) for name, one in measures.items()}
    result = {
        "machine": machine(),
        "versions": versions(PACKAGES),
        "absent": [one.name for one in ENGINES if not one.is_installed],
        "data": _digests(data),
        "sources": sources,
        "measures": measures,
        "targets": [target.to_dict() for target in targets(measures)],
    }
    print(report(result))
    return result


if __name__ == "__main__":
    main()
