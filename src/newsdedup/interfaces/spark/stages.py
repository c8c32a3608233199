"""The work directory of a run: each stage is written once and read again.

There the lineage of a DataFrame ends and what was random is fixed, so that a task that runs again finds the same rows,
and a run that was interrupted goes on after its last finished stage.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from attrs import field, mutable

from newsdedup.interfaces.spark.workers import for_workers
from newsdedup.support.arguments import whole_option
from newsdedup.support.errors import InputError, MissingExtraError, SettingError, in_message

_MANIFEST: Final = "manifest"


def sql_functions() -> Any:
    """The module of functions of columns of PySpark.

    Raises
    ------
    MissingExtraError
        If PySpark is not installed.
    """
    try:
        from pyspark.sql import functions
    except ImportError as problem:
        raise MissingExtraError("pyspark", "spark", "newsdedup.spark") from problem
    return functions


def require_data_frame(df: Any) -> None:
    """Raise an `InputError` unless `df` is a DataFrame of PySpark, of a session in this process or of Spark Connect."""
    sql_functions()
    from pyspark.sql import DataFrame

    if not isinstance(df, DataFrame):
        raise InputError(
            f"newsdedup.spark needs a DataFrame of PySpark, not {in_message(df)} of type {type(df).__name__}: "
            "make one with spark.read or spark.createDataFrame, or call the function of newsdedup itself"
        )


def require_partitions(partitions: Any) -> None:
    """Raise a `SettingError` unless `partitions` is a number of partitions, or None."""
    if partitions is not None:
        whole_option("partitions", partitions, 1)


def require_work(work: Any) -> None:
    """Raise a `SettingError` unless `work` is the path of a directory, which may be an address, or None."""
    if work is not None and (not isinstance(work, str | os.PathLike) or not str(work)):
        raise SettingError(f"work={in_message(work)} is not a path: give a directory on storage that all workers reach")


def mapped(df: Any, function: Callable[[Iterable[Any]], Any], types: Mapping[str, str]) -> Any:
    """The batches that a function makes of those of a DataFrame; `types` has the columns that come out."""
    return df.mapInArrow(for_workers(function), ", ".join(f"{name} {kind}" for name, kind in types.items()))


@mutable(eq=False)
class Stages:
    """The stages of one job in a work directory; its state is which of them are finished.

    Attributes
    ----------
    session : SparkSession
    folder : str
        The path of the job's folder, on storage that all workers reach.
    """

    session: Any
    folder: str
    _finished: set[str] = field(factory=set)
    _read: dict[str, Any] = field(factory=dict, init=False)  # the stages that were asked for

    @classmethod
    def opened(cls, session: Any, work: Any, job: str, settings: Mapping[str, Any]) -> Stages:
        """Begin a job in a work directory, or go on with it.

        Parameters
        ----------
        session : SparkSession
        work : path or None
            None for a temporary directory, which only a local master can use; it is deleted when Python ends.
        job : str
            The name of the job, a folder in `work`.
        settings : mapping
            All that the stages depend on besides the rows of the input; plain values.

        Raises
        ------
        SettingError
            If `work` has the stages of another run, or is needed and not given.
        """
        folder = f"{_work_directory(session, work)}/{job}"
        wanted = json.loads(json.dumps(dict(settings)))
        written, *finished = _manifest_lines(session, f"{folder}/{_MANIFEST}") or [None]
        if written is None:
            _append(session, f"{folder}/{_MANIFEST}", wanted)
        elif written != wanted:
            raise SettingError(
                f"work={str(work)!r} has the stages of another run, with {_difference(written, wanted)}: "
                "give the same settings, another directory, or delete this one"
            )
        return cls(session, folder, {line["finished"] for line in finished})

    def written(self, name: str, make: Callable[[], Any], *, compression: str = "snappy") -> Any:
        """The stage of this name as a DataFrame; it is made and written unless it was finished before."""
        path = f"{self.folder}/{name}"
        if name not in self._finished:
            made = make()
            made.write.mode("overwrite").option("compression", compression).parquet(path)
            _append(self.session, f"{self.folder}/{_MANIFEST}", {"finished": name})
            self._finished.add(name)
            self._read[name] = self.session.read.schema(made.schema).parquet(path)
        if name not in self._read:
            self._read[name] = self.session.read.parquet(path)
        return self._read[name]


def _work_directory(session: Any, work: Any) -> str:
    """The path of the work directory, without a slash at its end."""
    if work is not None:
        return str(os.fspath(work)).rstrip("/")
    master = session.conf.get("spark.master", "")
    if not master.startswith("local"):
        raise SettingError(
            f"work is not given, and the master is {master!r}: give a directory on storage that all workers reach, "
            "such as work='hdfs:///tmp/newsdedup' or work='s3a://bucket/newsdedup'"
        )
    folder = tempfile.mkdtemp(prefix="newsdedup-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _manifest_lines(session: Any, path: str) -> list[Any]:
    """The lines of a manifest, the settings first; none if there is no manifest."""
    from pyspark.errors import AnalysisException

    try:
        found = [json.loads(row.value) for row in session.read.text(path).collect()]
    except AnalysisException:  # there is no such path
        return []
    return sorted(found, key=lambda line: "finished" in line)


def _append(session: Any, path: str, line: Mapping[str, Any]) -> None:
    written = sql_functions().lit(json.dumps(line, sort_keys=True))
    session.range(0, 1, 1, 1).select(written.alias("value")).write.mode("append").text(path)


def _difference(written: Mapping[str, Any], wanted: Mapping[str, Any]) -> str:
    """The settings that differ, in words."""
    names = [name for name in {**wanted, **written} if written.get(name) != wanted.get(name)]
    return ", ".join(f"{name}={written.get(name)!r} instead of {wanted.get(name)!r}" for name in names)
