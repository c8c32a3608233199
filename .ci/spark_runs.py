"""Copies on Spark against copies on one machine, on generated news: in local mode, in a cluster, over Spark Connect.

    python .ci/spark_runs.py            all runs; each is a process of its own, since a process has one Spark
    python .ci/spark_runs.py cluster    one of them

The driver may receive one megabyte. The cluster has two executors, one of which is killed when the first stage is
written.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import frozen

ROOT = Path(__file__).parents[1]
OPTIONS: Final = {  # of a file, since a builder for Spark Connect takes few of them
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.driver.maxResultSize": "1m",
    "spark.driver.memory": "2g",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.sql.shuffle.partitions": "8",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


@frozen
class Run:
    """A way to run Spark, the number of articles, and the partitions of what is moved (None: Spark decides)."""

    master: str
    articles: int
    partitions: int | None = None
    over_connect: bool = False
    loses_an_executor: bool = False


RUNS: Final = {
    "local": Run("local[2]", 10_000),
    "cluster": Run("local-cluster[2,1,1024]", 2_000, partitions=8, loses_an_executor=True),
    "connect": Run("local[2]", 2_000, partitions=3, over_connect=True),
}


def main(names: list[str]) -> int:
    """Do some runs; return the number of those that failed."""
    with tempfile.TemporaryDirectory() as folder:
        news = Path(folder) / "news.jsonl"
        most = max(RUNS[name].articles for name in names)
        generate = [sys.executable, str(ROOT / "benchmarks" / "generate.py"), "--seed", "17"]
        subprocess.run([*generate, "--articles", str(most), "-o", str(news)], check=True, stdout=subprocess.DEVNULL)
        return sum(_failed(name, news, Path(folder) / name) for name in names)


def _failed(name: str, news: Path, folder: Path) -> bool:
    """Do a run in another process, and compare its result with that of one machine."""
    run, start = RUNS[name], time.perf_counter()
    folder.mkdir()
    some = folder / "news.jsonl"
    some.write_text("".join(_lines(news, run.articles)), "utf-8")
    log = folder / "log.txt"
    with log.open("w", encoding="utf-8") as errors:
        done = subprocess.run([sys.executable, __file__, name, str(some), str(folder)], stderr=errors, check=False)
    if done.returncode:
        print(log.read_text("utf-8"), f"{name}: Spark failed", sep="\n", flush=True)
        return True
    seconds = time.perf_counter() - start
    differences = [what for what, one, spark in _results(some, folder) if one != spark]
    said = f"differs in {' and '.join(differences)} from" if differences else "gives the result of"
    print(f"{run.articles:,} articles, {name}: Spark {said} one machine ({seconds:.0f} s)", flush=True)
    return bool(differences)


def _lines(file: Path, number: int) -> Iterator[str]:
    with file.open(encoding="utf-8") as lines:
        yield from (line for _, line in zip(range(number), lines, strict=False))


def _results(news: Path, folder: Path) -> Iterator[tuple[str, Any, Any]]:
    """What is compared: of one machine, and of Spark."""
    import newsdedup as nd

    copies = nd.find_copies(news)
    groups = zip(copies.ids, copies.labels.tolist(), strict=True)
    rows, pairs = _read(folder / "copies"), _read(folder / "pairs")
    yield "groups", {id_: copies.representatives[label] for id_, label in groups}, {r["id"]: r["group"] for r in rows}
    relations = {id_: (one.kind, one.to, one.jaccard, one.containment) for id_, one in copies.relations.items()}
    related = {r["id"]: (r["relation"], r["to"], *_scores(r)) for r in rows if r["relation"]}
    yield "relations", relations, related
    yield "origins", dict(copies.origins), {r["id"]: r["origin"] for r in rows}
    yield "pairs", dict(_pairs(copies)), {frozenset((r["left"], r["right"])): (r["kind"], *_scores(r)) for r in pairs}


def _pairs(copies: Any) -> Iterator[tuple[frozenset[str], tuple[Any, ...]]]:
    for kind, found in (("copy", copies.pairs), ("excerpt", copies.excerpts)):
        for left, right, score, containment in found.tolist():
            yield frozenset((copies.ids[left], copies.ids[right])), (kind, score, containment)


def _scores(row: dict[str, Any]) -> tuple[float, float]:
    return row["jaccard"], row["containment"]


def _read(folder: Path) -> list[dict[str, Any]]:
    from pyarrow import parquet

    return parquet.read_table(folder).to_pylist()


def run_on_spark(run: Run, news: Path, folder: Path) -> None:
    """The work of the other process: the result and the pairs as Parquet files."""
    from newsdedup import spark

    session = _session(run, folder)
    fields = ", ".join(f"{name} string" for name in ("id", "title", "text", "published_at", "source", "language"))
    rows = session.read.schema(fields).json(str(news)).repartition(5, "title")
    if run.loses_an_executor:
        threading.Thread(target=_kill_an_executor, args=[folder / "work"], daemon=True).start()
    options = {"work": folder / "work", "partitions": run.partitions}
    spark.find_copies(rows, **options).write.parquet(str(folder / "copies"))
    spark.copy_pairs(rows, **options).write.parquet(str(folder / "pairs"))
    session.stop()


def _session(run: Run, folder: Path) -> Any:
    from pyspark.sql import SparkSession

    options = {**OPTIONS, "spark.local.dir": str(folder), "spark.sql.warehouse.dir": str(folder / "warehouse")}
    (folder / "spark-defaults.conf").write_text("".join(f"{name} {value}\n" for name, value in options.items()))
    os.environ |= {"SPARK_CONF_DIR": str(folder), "PYSPARK_PYTHON": sys.executable}
    builder: Any = SparkSession.builder
    session = (builder.remote if run.over_connect else builder.master)(run.master).getOrCreate()
    assert session.conf.get("spark.driver.maxResultSize") == OPTIONS["spark.driver.maxResultSize"]
    return session


def _kill_an_executor(work: Path) -> None:
    """Wait for the first stage, whose files outlive the executor, and kill it while it works on the next."""
    while not any(done.parent.name != "manifest" for done in work.glob("*/*/_SUCCESS")):
        time.sleep(0.1)
    time.sleep(1)
    victim = min(_executors())
    os.kill(victim, signal.SIGKILL)
    print(f"killed the executor with process id {victim}", flush=True)


def _executors() -> list[int]:
    """The process ids of the executors that this process has started."""
    parents, executors = {}, []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(process.name)] = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            if b"CoarseGrainedExecutorBackend" in (process / "cmdline").read_bytes():
                executors.append(int(process.name))
        except OSError:  # it has ended
            continue
    return [one for one in executors if os.getpid() in _ancestors(one, parents)]


def _ancestors(process: int, parents: dict[int, int]) -> Iterator[int]:
    while process in parents:
        process = parents[process]
        yield process


if __name__ == "__main__":
    match sys.argv[1:]:
        case [name, news, folder]:
            run_on_spark(RUNS[name], Path(news), Path(folder))
        case names:
            sys.exit(main(names or list(RUNS)))
