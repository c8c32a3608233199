from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import newsdedup as nd
from newsdedup.interfaces.spark.stages import mapped
from newsdedup.interfaces.spark.workers import for_workers
from newsdedup.languages import language_codes, registry
from newsdedup.support import processes


@pytest.fixture(autouse=True)
def needs_pyspark() -> None:
    pytest.importorskip("pyspark", reason="PySpark is not installed")


def _doubled(batches: Iterable[int]) -> Iterator[int]:
    return (2 * batch for batch in batches)


def _sent(function: Any) -> bytes:
    from pyspark import cloudpickle

    return cloudpickle.dumps(function)


def test_a_worker_with_the_same_version_does_the_work() -> None:
    assert list(pickle.loads(_sent(for_workers(_doubled)))([1, 2])) == [2, 4]


def test_a_worker_with_another_version_says_which_and_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    work = for_workers(_doubled)
    monkeypatch.setattr(nd, "__version__", "0.0.7")
    with pytest.raises(RuntimeError, match=r"has newsdedup 0\.0\.7, and the driver has .*: install newsdedup==\d"):
        list(work([1]))


def test_a_worker_without_newsdedup_says_so_and_not_which_name_it_lacks() -> None:
    """In a Python that has PySpark and nothing of ours."""
    import pyspark

    code = "import pickle, sys; list(pickle.load(sys.stdin.buffer)([1]))"
    folder = str(Path(pyspark.__file__).parents[1])
    hidden = f"import sys; sys.path.append({folder!r}); sys.modules['newsdedup'] = None; {code}"
    command = [sys.executable, "-I", "-c", hidden]
    done = subprocess.run(command, input=_sent(for_workers(_doubled)), capture_output=True, check=False)
    assert "a worker of Spark cannot import newsdedup" in done.stderr.decode()


def test_what_a_worker_lacks_is_told_to_the_driver(spark: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from pyspark.errors import PythonException

    monkeypatch.setattr(nd, "__version__", "99")
    with pytest.raises(PythonException, match="and the driver has 99: install newsdedup==99 on the executors"):
        mapped(spark.range(1), lambda batches: batches, {"id": "bigint"}).collect()


def _codes(batches: Iterable[Any]) -> Iterator[list[str]]:
    return (language_codes() for _ in batches)


@pytest.fixture
def another_language(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Indonesian under the code "qa", for as long as the test runs."""
    monkeypatch.setattr(registry, "_registered", {})
    monkeypatch.setattr(processes, "_first", {})
    made = shutil.copytree(Path(registry.__file__).parent / "id", tmp_path / "qa")
    tables = (made / "__init__.py").read_text("utf-8")
    (made / "__init__.py").write_text(tables.replace('code="id"', 'code="qa"'), "utf-8")
    nd.register_language(made)
    yield
    monkeypatch.undo()
    for forget in registry._forget:
        forget()


@pytest.mark.usefixtures("another_language")
def test_workers_know_the_languages_that_the_driver_has_registered() -> None:
    code = f"import pickle, sys; sys.path[:0] = {sys.path!r}; print(*next(pickle.load(sys.stdin.buffer)([1])))"
    done = subprocess.run([sys.executable, "-c", code], input=_sent(for_workers(_codes)), capture_output=True)
    assert done.stdout.decode().split() == language_codes(), done.stderr
    assert "qa" in language_codes()


def test_what_a_process_has_begun_with_is_not_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_first", {})
    done: list[int] = []
    for _ in range(2):
        processes.do_first_as_well([(done.append, 1)])
    assert done == [1]
    assert processes.work_done_first() == [(done.append, 1)]
