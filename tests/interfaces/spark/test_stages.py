from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import newsdedup as nd
from newsdedup.interfaces.spark.stages import Stages, require_data_frame, require_work, sql_functions

SETTINGS = {"threshold": 0.5, "columns": {"text": "noi_dung"}}


class _Session:
    """The part of a session that is asked for its master."""

    def __init__(self, master: str) -> None:
        self.conf = {"spark.master": master}


class _Counted:
    """Makes a small DataFrame, and counts how often it is asked to."""

    def __init__(self, spark: Any) -> None:
        self.spark, self.calls = spark, 0

    def __call__(self) -> Any:
        self.calls += 1
        return self.spark.range(3)


def test_a_stage_that_is_finished_is_not_made_again(spark: Any, tmp_path: Path) -> None:
    make = _Counted(spark)
    first = Stages.opened(spark, tmp_path / "work", "copies", SETTINGS)
    assert first.written("numbers", make).count() == 3
    assert first.written("numbers", make).count() == 3
    again = Stages.opened(spark, str(tmp_path / "work"), "copies", SETTINGS)
    assert again.written("numbers", make).count() == 3
    assert make.calls == 1


def test_a_stage_that_was_interrupted_is_made_again(spark: Any, tmp_path: Path) -> None:
    stages = Stages.opened(spark, tmp_path, "copies", SETTINGS)
    stages.session.range(9).write.parquet(f"{stages.folder}/numbers")  # without the line in the manifest
    assert stages.written("numbers", _Counted(spark)).count() == 3


def test_a_directory_of_other_settings_is_refused(spark: Any, tmp_path: Path) -> None:
    Stages.opened(spark, tmp_path, "copies", SETTINGS)
    with pytest.raises(nd.SettingError, match=r"with threshold=0.5 instead of 0.6: give the same settings, another"):
        Stages.opened(spark, tmp_path, "copies", {**SETTINGS, "threshold": 0.6})
    Stages.opened(spark, tmp_path, "events", {})


def test_a_local_master_gets_a_temporary_directory(spark: Any) -> None:
    folder = Path(Stages.opened(spark, None, "copies", SETTINGS).folder)
    assert folder.is_dir()
    assert folder.parent.name.startswith("newsdedup-")


def test_a_cluster_needs_a_directory() -> None:
    with pytest.raises(nd.SettingError, match=r"the master is 'yarn': give a directory on storage that all workers"):
        Stages.opened(_Session("yarn"), None, "copies", SETTINGS)


def test_a_directory_is_a_path() -> None:
    with pytest.raises(nd.SettingError, match="work=7 is not a path"):
        require_work(7)


def test_without_pyspark_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(nd.MissingExtraError, match=r'pip install "pyspark'):
        sql_functions()


def test_only_a_data_frame_of_spark_is_taken() -> None:
    pytest.importorskip("pyspark")
    with pytest.raises(nd.InputError, match=r"needs a DataFrame of PySpark, not .* of type list"):
        require_data_frame([{"text": "Mưa lớn"}])
