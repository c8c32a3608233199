"""The session of Spark that a command works in, and the DataFrame that PATH is there."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import click

from newsdedup.support.errors import InputError, MissingExtraError, SettingError, pass_on_interruption

LOCAL_MASTER: Final = "local[*]"
_SUFFIX: Final = r"\.([a-z]+)(?:\.(?:gz|bz2|zst|deflate|snappy|lz4))?$"
_READERS: Final = {  # by suffix: the format of Spark, and its options
    "parquet": ("parquet", {}),
    "jsonl": ("json", {}),
    "ndjson": ("json", {}),
    "json": ("json", {}),
    "csv": ("csv", {"header": "true", "multiLine": "true", "escape": '"'}),
    "tsv": ("csv", {"header": "true", "multiLine": "true", "escape": '"', "sep": "\t"}),
}


@contextmanager
def spark_session(master: str | None, conf: Sequence[str], progress: bool | None) -> Iterator[Any]:
    """The session of this process, or a new one, which is stopped at the end; errors of Spark get one line.

    Raises
    ------
    MissingExtraError
        If PySpark is not installed.
    SettingError
        If Spark does not start.
    InputError
        If Spark raises an error.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as problem:
        raise MissingExtraError("pyspark", "spark", "--engine spark") from problem
    warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")  # of its own libraries
    is_ours = SparkSession.getActiveSession() is None
    session = _started(SparkSession.builder, _master_of(master), _settings(conf, progress))
    try:
        yield session
    except PySparkException as problem:
        raise InputError(f"Spark: {_in_one_line(problem)}") from problem
    finally:
        if is_ours:
            session.stop()


def _started(builder: Any, master: str | None, settings: dict[str, str]) -> Any:
    from newsdedup.interfaces.spark.session import built_session  # imported here because it is slow

    try:
        return built_session(builder, master, settings)
    except Exception as problem:  # of Java, of Py4J, or of a connection
        pass_on_interruption(problem)
        raise SettingError(
            f"Spark does not start ({_in_one_line(problem)}): it needs Java 17, and --master the address of a cluster"
        ) from problem


def _master_of(given: str | None) -> str | None:
    """The master that is asked for; None where spark-submit or the environment says it."""
    is_said = "PYSPARK_GATEWAY_PORT" in os.environ or "SPARK_REMOTE" in os.environ
    return given or (None if is_said else LOCAL_MASTER)


def _settings(conf: Sequence[str], progress: bool | None) -> dict[str, str]:
    is_shown = sys.stderr.isatty() if progress is None else progress
    settings = {"spark.app.name": "newsdedup", "spark.log.level": "ERROR"}
    settings["spark.ui.showConsoleProgress"] = str(is_shown).lower()
    for pair in conf:
        key, sign, value = pair.partition("=")
        if not sign:
            raise click.UsageError(f"--conf {pair!r} is not KEY=VALUE, as in --conf spark.driver.memory=8g")
        settings[key] = value
    return settings


def _in_one_line(problem: Exception) -> str:
    return (str(problem).strip().splitlines() or [type(problem).__name__])[0]


def rows_at(session: Any, path: str, encoding: str | None) -> Any:
    """The rows of the files at a path that Spark reads: one file, or a folder with files of one kind.

    Raises
    ------
    InputError
        If there is nothing at the path, or files that are not read, or of several kinds.
    """
    suffix = _suffix_at(session, path)
    form, options = _READERS[suffix]
    reader = session.read.format(form).options(**options)
    reader = reader.option("pathGlobFilter", f"*.{suffix}*")
    if encoding and form != "parquet":
        reader = reader.option("encoding", encoding)
    if suffix == "json" and _first_character(session, path) == "[":
        reader = reader.option("multiLine", "true")
    return reader.load(path)


def _suffix_at(session: Any, path: str) -> str:
    """The suffix of the files at a path, which is that of all that can be read."""
    from pyspark.errors import AnalysisException
    from pyspark.sql import functions

    if path == "-":
        raise click.UsageError("Spark does not read standard input: give the path of a file or a folder")
    try:
        files = session.read.format("binaryFile").load(path).select("path")
        found = files.select(functions.regexp_extract("path", _SUFFIX, 1).alias("suffix")).distinct().collect()
    except AnalysisException as problem:
        raise InputError(f"there is no file or folder {path!r} for Spark: {_in_one_line(problem)}") from problem
    known = sorted(row.suffix for row in found if row.suffix in _READERS)
    if len(known) != 1:
        what = f"has files of several kinds, {', '.join(known)}" if known else "has no file that is read"
        kinds = ", ".join(f".{suffix}" for suffix in _READERS)
        raise InputError(f"{path!r} {what}: with Spark, give a file or a folder of one kind: {kinds}")
    return str(known[0])


def _first_character(session: Any, path: str) -> str:
    """The first character of a file that is not white space: whether it is an array or has an object per line."""
    lines = (
        session.read.option("pathGlobFilter", "*.json*").text(path).selectExpr("substr(ltrim(value), 1, 1) as first")
    )
    found = lines.where("first != ''").limit(1).collect()
    return str(found[0].first) if found else ""


def is_there(session: Any, path: str) -> bool:
    """Whether Spark finds anything at a path."""
    from pyspark.errors import AnalysisException

    try:
        return bool(session.read.format("binaryFile").load(path).schema)
    except AnalysisException:
        return False
