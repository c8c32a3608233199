"""newsdedup and its peers on the same near-duplicates: speed, memory, growth, recall, first use.

    python benchmarks/copies.py --data ../shared/data --sizes 10000,100000,1000000

Runs in an environment with newsdedup and `requirements-copies.txt`; a peer that is not installed is
reported as absent. Prints a table and writes benchmarks/results/copies.json: medians of repetitions,
engines in turn forth and back, ratios taken within a repetition, tokenising inside the clock, each
number of threads in a process of its own. `--measures` chooses some; with `--keep` the others stay
as they were in the results file.

    sketch    `str` to signatures, UTF-8 (a pyarrow column) to signatures, a plain pass over the same bytes
    groups    texts in memory to verified copy groups, compared with the peers' insert and query
    file      JSON Lines and Parquet to copy groups: seconds, peak memory, growth with the size
    quality   recall of true pairs and of excerpts, precision
    flood     copies of one text as half of all articles, compared with as many distinct articles
    first     the first find_copies, find_events and consolidate with nothing compiled, the second use, the import
"""

from __future__ import annotations

import argparse
import functools
import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, Final

import numpy as np
from attrs import frozen

from _engines import ARROW, ENGINES, OURS, PACKAGES
from _processes import environment, output, run_task
from _report import ROOT, digest, machine, source_version, versions, write_result
from _stories import MEAN_BYTES
from _targets import report, targets
from _tasks import TASKS
from generate import corpus, truth_path, write_corpus

RESULTS: Final = Path(__file__).parent / "results/copies.json"
SEED: Final = 1
SMALL_THRESHOLD, LARGE_THRESHOLDS = 0.3, (0.5, 0.8)
IMPORTS: Final = 7
PARQUET_ROWS: Final = 20_000  # of a row group

Result = dict[str, Any]


task: Final = functools.partial(run_task, __file__)


# ----------------------------------------------------------------------------------------- data


@frozen
class Data:
    """Where the articles are; generated files are made once and kept in `folder`."""

    folder: Path
    real: Path | None

    def generated(self, articles: int, *, related: bool = True, code: str | None = None) -> Path:
        """A file of so many generated articles, with its truth beside it."""
        parts = ["news" if related else "alone", *([code] if code else []), str(articles)]
        return self._made("-".join(parts), lambda path: write_corpus(path, articles, SEED, related=related, code=code))

    def parquet(self, articles: int) -> Path:
        """The generated articles of a JSON Lines file as Parquet."""
        source = self.generated(articles)
        path, part = source.with_suffix(".parquet"), source.with_suffix(".part.parquet")
        if not path.exists():
            _write_parquet(source, part)
            part.rename(path)
        return path

    def flooded(self, articles: int, *, dated: bool) -> Path:
        """Half of the articles distinct, half copies of one text, to the letter or each with its own dateline."""
        name = f"flood-{'dated' if dated else 'exact'}-{articles}"
        return self._made(name, lambda path: _flood(path, articles, dated))

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
    texts = (one["text"] for one in corpus(100, SEED + 1, related=False, code="vi"))
    text = min(texts, key=lambda one: abs(len(one.encode()) - MEAN_BYTES))
    with path.open("w", encoding="utf-8") as lines:
        for number, other in enumerate(corpus(half, SEED, related=False)):
            copy = {"id": f"copy-{number}", "text": f"{number} {text}" if dated else text, "language": "vi"}
            lines.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in (other, copy))


def _write_parquet(source: Path, path: Path) -> None:
    """The rows of a JSON Lines file as Parquet, with pyarrow's own settings."""
    import pyarrow
    from pyarrow import parquet

    with source.open(encoding="utf-8") as lines, ExitStack() as stack:
        rows = map(json.loads, lines)
        writer = None
        while some := list(islice(rows, PARQUET_ROWS)):
            table = pyarrow.Table.from_pylist(some)
            writer = writer or stack.enter_context(parquet.ParquetWriter(path, table.schema))
            writer.write_table(table)


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
    """`str` to signatures on one thread, real and generated; UTF-8 to signatures compared with a plain pass."""
    vietnamese = data.vnmds() or data.generated(options.sketch_articles, related=False, code="vi")
    sets = {"vietnamese": vietnamese, "generated": data.generated(options.sketch_articles)}
    common = {"count": options.sketch_articles, "repetitions": options.repetitions}
    result = {
        name: _rates(task("engines", 1, path=str(path), step="sketch", skip=[], **common))
        for name, path in sets.items()
    }
    result["utf8"] = _rates(task("bytes_to_signatures", 1, path=str(vietnamese), **common))
    return result | {"internal": task("internal", 1, path=str(vietnamese), **common)}


def measure_groups(data: Data, options: Options) -> Result:
    """Generated texts in memory to groups, by the number of threads."""
    common = {"count": options.group_articles, "repetitions": options.repetitions, "step": "find", "skip": []}
    path = str(data.generated(options.group_articles))
    return {f"{threads} threads": _rates(task("engines", threads, path=path, **common)) for threads in options.threads}


def _rates(result: Result) -> Result:
    """Medians, rates and paired ratios of what a task measured."""
    times = result.pop("times", {})
    ours, arrow = times.get(OURS, {}), times.get(ARROW, {})
    result["engines"] = {
        name: {
            **{kind: round(median(values), 4) for kind, values in one.items()},
            "articles_per_second": round(result["articles"] / median(one["seconds"])),
            "mb_per_second": round(result["bytes"] / 1e6 / median(one["seconds"]), 2),
            **_against(one, ours, "times_ours"),
            **_against(one, arrow, "times_arrow"),
        }
        for name, one in times.items()
    }
    return result


def _against(one: Mapping[str, list[float]], ours: Mapping[str, list[float]], name: str) -> Result:
    """How many times as long as ours it took, within each repetition."""
    if not ours:
        return {}
    ratios = {
        kind: median(a / b for a, b in zip(one[kind], ours[kind], strict=True)) for kind in ("seconds", "cpu_seconds")
    }
    return {name: round(ratios["seconds"], 3), f"{name}_cpu": round(ratios["cpu_seconds"], 3)}


def measure_file(data: Data, options: Options) -> Result:
    """A file to groups at every size, and the exponent of growth; Parquet where pyarrow is installed."""
    sizes = [_file_result(data.generated(size), options) for size in options.sizes]
    columns = find_spec("pyarrow") is not None
    parquet = [_file_result(data.parquet(size), options) for size in options.sizes if columns]
    logs = np.log([[one["articles"], one["seconds"]] for one in sizes])
    exponent = round(float(np.polyfit(logs[:, 0], logs[:, 1], 1)[0]), 3) if len(sizes) > 1 else None
    return {"sizes": sizes, "parquet": parquet, "growth_exponent": exponent, "threads": options.most_threads}


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
    """Copies of one text as half of all articles, compared with as many distinct articles, in turn."""
    many = options.flood_articles
    paths = {
        "distinct": data.generated(many, related=False),
        "exact copies": data.flooded(many, dated=False),
        "dated copies": data.flooded(many, dated=True),
    }
    runs: dict[str, list[Result]] = {name: [] for name in paths}
    for repetition in range(options.file_repetitions):
        for name in paths if repetition % 2 == 0 else reversed(list(paths)):
            runs[name].append(task("file_to_groups", options.most_threads, path=str(paths[name])))
    ratios = {
        name: round(median(a["seconds"] / b["seconds"] for a, b in zip(some, runs["distinct"], strict=True)), 3)
        for name, some in runs.items()
    }
    return {name: _median_run(some) | {"times_distinct": ratios[name]} for name, some in runs.items()}


USES: Final = ("find_copies", "find_events", "consolidate")
_USE: Final = """
import sys, time
import newsdedup as nd
getattr(nd, sys.argv[1])(nd.read_articles(sys.argv[2]))
print(time.process_time())
"""


def measure_first(data: Data, options: Options) -> Result:
    """The seeds given to functions by a new process, with an empty cache of compiled code and with a full one.

    Wall seconds include the start and the end of the process. The CPU seconds are those of the process itself; at the
    first use a second process compiles beside it.
    """
    uses = {name: _uses_of(name, 1 + options.repetitions) for name in USES}
    return uses | {"import": _import_seconds()}


def _uses_of(name: str, times: int) -> Result:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as cache:
        first, *later = [_use_seconds(name, environment() | {"NUMBA_CACHE_DIR": cache}) for _ in range(times)]
    return {
        kind: {"first": round(first[kind], 3), "afterwards": round(median(one[kind] for one in later), 3)}
        for kind in first
    }


def _use_seconds(name: str, variables: dict[str, str]) -> dict[str, float]:
    start = time.perf_counter()
    cpu_seconds = float(output([sys.executable, "-c", _USE, name, str(ROOT / "seeds")], variables))
    return {"seconds": time.perf_counter() - start, "cpu_seconds": cpu_seconds}


def _import_seconds() -> float:
    timed = "import time; start = time.perf_counter(); import newsdedup; print(time.perf_counter() - start)"
    seconds = [float(output([sys.executable, "-c", timed], environment())) for _ in range(IMPORTS)]
    return round(median(seconds[1:]), 4)


MEASURES: Final[Mapping[str, Callable[[Data, Options], Result]]] = {
    "sketch": measure_sketch,
    "groups": measure_groups,
    "file": measure_file,
    "quality": measure_quality,
    "flood": measure_flood,
    "first": measure_first,
}


def _digests(data: Data) -> Result:
    """What was measured on: every file of the work folder, and the real articles."""
    files = (path for end in ("jsonl", "parquet") for path in sorted(data.folder.glob(f"*.{end}")))
    paths = [path for path in files if ".part" not in path.name]
    paths += [path for path in (data.vnmds(),) if path]
    return {path.name if path.parent == data.folder else "vnmds": _digest(path) for path in paths}


_digest: Final = functools.cache(digest)  # results are written after each measure, the files stay as they are


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
    earlier = json.loads(parsed.output.read_text("utf-8")) if parsed.keep and parsed.output.exists() else {}
    measures, sources = earlier.get("measures", {}), earlier.get("sources", {})
    for name in parsed.measures.split(","):
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        measures[name], sources[name] = MEASURES[name](data, options), source_version()
        write_result(parsed.output, _result(measures, sources, data))
    print(report(_result(measures, sources, data)))


def _result(measures: Result, sources: Result, data: Data) -> Result:
    return {
        "machine": machine(),
        "versions": versions(PACKAGES),
        "absent": [one.name for one in ENGINES if not one.is_installed],
        "data": _digests(data),
        "sources": sources,
        "measures": measures,
        "targets": [target.to_dict() for target in targets(measures)],
    }


if __name__ == "__main__":
    main()
