"""Tasks of the benchmark of Spark, each in a process of its own: a job on Spark, the same on one machine, floods.

Both sides read one Parquet file. Processor time is that of all processes, the JVM's and the Python workers' included.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import Any, Final

from _spark_log import begun_stages, finished_stages, queries
from _spark_tree import KINDS, WORKERS, Watch

Result = dict[str, Any]
_MEMORY: Final = "2g"  # of the driver, which is the executor too


def session(master: str, folder: Path, options: Mapping[str, str]) -> Any:
    """A session of Spark that writes to `folder` only, with Spark's own settings but for `options`."""
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    (folder / "log").mkdir(parents=True, exist_ok=True)
    own = {
        "spark.app.name": "newsdedup-benchmark",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": _MEMORY,
        "spark.eventLog.compress": "false",
        "spark.eventLog.dir": str(folder / "log"),
        "spark.eventLog.enabled": "true",
        "spark.eventLog.rolling.enabled": "false",
        "spark.local.dir": str(folder / "local"),
        "spark.log.level": "ERROR",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    return SparkSession.builder.master(master).config(map={**own, **options}).getOrCreate()


def spark_job(
    job: str,
    path: str,
    folder: str,
    master: str,
    threads: int,
    *,
    options: Mapping[str, Any] | None = None,
    pairs: str | None = None,
    spark_options: Mapping[str, str] | None = None,
) -> Result:
    """A Parquet file to the result of a function of `newsdedup.spark`, as Parquet in `folder`.

    Parameters
    ----------
    job : str
        The function.
    path : str
        The articles.
    folder : str
        For the result (``result``), the stages (``work``) and the log of Spark.
    options : mapping
        Of the function.
    pairs : str, optional
        A function that gives the pairs of the same work directory; they are written to ``pairs``, and not measured.
    spark_options : mapping
        Settings of Spark.
    """
    del threads  # of what is beside Spark in this process
    place = Path(folder)
    with Watch() as watch:
        start = time.perf_counter()
        spark = session(master, place, spark_options or {})
        from newsdedup import spark as functions

        rows, given = spark.read.parquet(path), dict(options or {})
        found = getattr(functions, job)(rows, work=str(place / "work"), **given)
        found.write.mode("overwrite").parquet(str(place / "result"))
        seconds, used, end = time.perf_counter() - start, watch.seconds(), time.time()
        watch.look()
        if pairs:
            given.pop("threshold", None)
            found = getattr(functions, pairs)(rows, work=str(place / "work"), **given)
            found.write.mode("overwrite").parquet(str(place / "pairs"))
        versions = {"pyspark": spark.version, "java": _java_version(spark)}
        spark.stop()
    cpu = {kind: round(used[kind], 2) for kind in KINDS}
    return {
        "articles": _rows_of(path),
        "seconds": round(seconds, 1),
        "cpu_seconds": round(sum(used.values()), 2),
        "cpu_by_process": cpu,
        "peak_worker_mb": round(watch.peaks[WORKERS]),
        "peak_mb": {kind: round(watch.peaks[kind]) for kind in KINDS},
        "stages": _stages(place, watch, end),
        "versions": versions,
    }


def _java_version(spark: Any) -> str:
    return str(spark.sql("select java_method('java.lang.System', 'getProperty', 'java.version')").first()[0])


def _rows_of(path: str) -> int:
    from pyarrow import parquet

    return int(parquet.ParquetFile(path).metadata.num_rows)


def _stages(folder: Path, watch: Watch, end: float) -> dict[str, Result]:
    """Tasks, bytes and processor time of each stage in the work directory, of the queries before a moment."""
    found: dict[str, Result] = {}
    for query in queries(folder / "log"):
        if query.start > end:
            break
        one = found.setdefault(query.stage(str(folder / "work")), {"queries": 0, "tasks": 0, "cpu_seconds": 0.0})
        one["queries"] += 1
        one["tasks"] += query.tasks
        one["cpu_seconds"] = round(one["cpu_seconds"] + watch.between(query.start, query.end or query.start), 2)
        for name, value in query.sums.items():
            one[name] = one.get(name, 0) + value
    return found


def single_job(job: str, path: str, threads: int, *, options: Mapping[str, Any] | None = None) -> Result:
    """A Parquet file to what a function of newsdedup finds, on so many threads."""
    with Watch() as watch:
        start = time.perf_counter()
        import newsdedup as nd

        found = getattr(nd, job)(path, threads=threads, progress=False, **(options or {}))
        seconds, used = time.perf_counter() - start, sum(watch.seconds().values())
        watch.look()
    return {
        "articles": len(found.ids),
        "seconds": round(seconds, 1),
        "cpu_seconds": round(used, 2),
        "peak_mb": round(max(watch.peaks.values())),
    }


def skew(paths: Mapping[str, str], folder: str, master: str, threads: int, repetitions: int) -> Result:
    """Processor time of `find_copies` on several files, in turn in one session that has become fast; medians."""
    del threads
    place = Path(folder)
    spark = session(master, place, {})
    from newsdedup import spark as functions

    def run(path: str) -> float:
        start = sum(watch.seconds().values())
        found = functions.find_copies(spark.read.parquet(path), work=str(place / "work"))
        found.write.mode("overwrite").parquet(str(place / "result"))
        used = sum(watch.seconds().values()) - start
        shutil.rmtree(place / "work")
        gc.collect()
        return used

    with Watch() as watch:
        names = list(paths)
        for name in names:  # so that the JVM has compiled what it runs
            run(paths[name])
        times: dict[str, list[float]] = {name: [] for name in names}
        for repetition in range(repetitions):
            for name in names if repetition % 2 == 0 else reversed(names):
                times[name].append(run(paths[name]))
        spark.stop()
    return {
        name: {"cpu_seconds": round(median(some), 2), "all": [round(one, 2) for one in some]}
        for name, some in times.items()
    }


def stages_of(folder: str | Path) -> tuple[list[str], list[str]]:
    """The stages that the runs of a folder finished, and those that they began."""
    found, work = queries(Path(folder) / "log"), str(Path(folder) / "work")
    return finished_stages(found, work), begun_stages(found, work)


def rows_in(folder: str | Path, columns: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """The rows that Spark wrote to a folder."""
    from pyarrow import parquet

    return list(parquet.read_table(folder, columns=None if columns is None else list(columns)).to_pylist())
