"""A Spark session for callers that have none, with an error that says what is missing for it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from newsdedup.interfaces.spark.stages import sql_functions
from newsdedup.support.arguments import mapping_option, required_text
from newsdedup.support.errors import MissingExtraError

_LEAST_JAVA: Final = 17


class MissingJavaError(MissingExtraError):
    """Java, which Spark runs on, is absent or too old."""

    def __init__(self, found: str) -> None:
        ImportError.__init__(
            self,
            f"Spark needs Java {_LEAST_JAVA} or later, and {found}: install it, such as with "
            f"'apt-get install openjdk-{_LEAST_JAVA}-jre-headless' or 'conda install openjdk', or set JAVA_HOME to its "
            "folder; a Spark Connect server (master 'sc://host') needs no Java here",
        )


def start_session(master: str = "local[*]", options: Mapping[str, str] | None = None) -> Any:
    """The Spark session of this process, or a new one.

    Parameters
    ----------
    master : str
        As for Spark: ``local[*]`` for all cores of this machine, ``spark://host:7077``, ``yarn``, or ``sc://host`` for
        a server of Spark Connect.
    options : mapping of str to str, optional
        Options of Spark, such as ``{"spark.driver.memory": "8g"}``.

    Returns
    -------
    pyspark.sql.SparkSession

    Raises
    ------
    MissingExtraError
        If PySpark or Java 17 is not installed.
    """
    required_text("master", master)
    mapping_option("options", {} if options is None else options, "{'spark.driver.memory': '8g'}")
    sql_functions()
    from pyspark.sql import SparkSession

    if not _is_remote(master):
        require_java()
    return built_session(SparkSession.builder, master, options or {})


def built_session(builder: Any, master: str | None, options: Mapping[str, str]) -> Any:
    """The session that a builder of Spark gives; without a master, that of ``spark-submit`` or the environment."""
    if master:
        builder = builder.remote(master) if _is_remote(master) else builder.master(master)
        if master.startswith("local"):  # otherwise the workers are the first Python on the path
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return builder.config(map=dict(options)).getOrCreate()


def _is_remote(master: str) -> bool:
    return master.startswith("sc://")


def require_java() -> None:
    """Raise a `MissingJavaError` unless the Java that Spark would start is new enough."""
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    version = None if java is None else _java_version(java)
    if version is None:
        raise MissingJavaError(f"there is none in JAVA_HOME={home!r}" if home else "no 'java' is on the path")
    if version < _LEAST_JAVA:
        raise MissingJavaError(f"{java} has version {version}")


def _java_version(java: str) -> int | None:
    """The main version of a Java: 8 for "1.8.0"; None if it cannot be started."""
    try:
        printed = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    except OSError:
        return None
    found = re.search(r'version "(?:1\.)?(\d+)', printed)
    return int(found[1]) if found else None
