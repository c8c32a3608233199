"""Spark in this process, for the tests of this folder; they are skipped where PySpark or Java 17 is absent."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newsdedup

_FOLDER = Path(__file__).parent
_TESTS = _FOLDER.parents[1]
_LEAST_JAVA = 17
# Warnings of what PySpark calls, as with pandas 3; and of the connections that PySpark 4.0 leaves to be closed.
_ITS_OWN_WARNINGS = (r"ignore:::pyspark\.", "ignore:unclosed:ResourceWarning")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One process of pytest-xdist runs all of these tests (with ``--dist loadgroup``), so that one Spark is started."""
    for item in items:
        if _FOLDER not in item.path.parents:
            continue
        for warning in _ITS_OWN_WARNINGS:
            item.add_marker(pytest.mark.filterwarnings(warning))
        if "spark_environment" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("spark"))


@pytest.fixture(scope="session")
def spark_environment() -> Iterator[None]:
    """What each JVM and Python worker of a test inherits: this interpreter, and where it found newsdedup."""
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    if java_version() < _LEAST_JAVA:
        pytest.skip(f"Java {_LEAST_JAVA} is not installed")
    found_in = [str(Path(newsdedup.__file__).parents[1]), str(_TESTS)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([*found_in, os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYSPARK_DRIVER_PYTHON", sys.executable)
        patch.delenv("SPARK_LOCAL_DIRS", raising=False)
        yield


@pytest.fixture(scope="session")
def spark(spark_environment: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A session on two threads, in a zone that is not that of the tests' dates."""
    from pyspark.sql import SparkSession

    options = spark_options(tmp_path_factory.mktemp("spark"))
    session = SparkSession.builder.master("local[2]").config(map=options).getOrCreate()
    yield session
    session.stop()


def spark_options(folder: Path) -> dict[str, str]:
    """A small Spark that shows and writes nothing outside `folder`."""
    return {
        "spark.app.name": "newsdedup-tests",
        "spark.driver.memory": "1g",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
        "spark.local.dir": str(folder / "local"),
        "spark.log.level": "ERROR",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.sql.session.timeZone": "Asia/Ho_Chi_Minh",
        "spark.sql.shuffle.partitions": "3",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }


def java_version() -> int:
    """The main version of the Java that Spark would start, or 0."""
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    if java is None:
        return 0
    try:
        output = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    except OSError:
        return 0
    found = re.search(r'version "(\d+)', output)
    return int(found[1]) if found else 0
