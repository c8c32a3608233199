from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

import newsdedup as nd
from newsdedup.interfaces.spark.session import require_java, start_session


@pytest.fixture
def java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where a Java may be put that JAVA_HOME names."""
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    (tmp_path / "bin").mkdir()
    return tmp_path / "bin" / "java"


def _printing(file: Path, words: str) -> None:
    file.write_text(f"#!/bin/sh\ntouch '{file}.asked'\necho '{words}' >&2\n", "utf-8")
    file.chmod(0o755)


def test_without_java_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(nd.MissingExtraError, match=r"needs Java 17 or later, and no 'java' is on the path: install it"):
        start_session()


def test_a_folder_without_java_is_named(java: Path) -> None:
    with pytest.raises(nd.MissingExtraError, match=r"there is none in JAVA_HOME="):
        require_java()


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for Java")
def test_an_old_java_is_refused(java: Path) -> None:
    _printing(java, 'openjdk version "1.8.0_392"')
    with pytest.raises(nd.MissingExtraError, match=r"java has version 8: install it"):
        require_java()
    _printing(java, "no Java at all")
    with pytest.raises(nd.MissingExtraError, match=r"there is none in JAVA_HOME"):
        require_java()


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for Java")
def test_a_new_java_is_taken(java: Path) -> None:
    _printing(java, 'openjdk version "21.0.2" 2024-01-16')
    require_java()
    assert java.with_name("java.asked").exists()


def test_without_pyspark_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(nd.MissingExtraError, match=r'pip install "pyspark'):
        start_session()


def test_the_session_of_the_process_is_taken(spark: Any) -> None:
    assert start_session("local[2]", {"spark.sql.shuffle.partitions": "3"}) is spark
