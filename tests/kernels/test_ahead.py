"""The second process that compiles kernels at the first use."""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

import newsdedup as nd
from newsdedup.kernels import ahead
from outlets import unrelated_pages

SEEDS = Path(__file__).parents[2] / "seeds"
WAITS = "import sys; sys.stdin.buffer.read()"
NEVER_ENDS = "import time; time.sleep(600)"


def _dispatcher(name: str) -> Any:
    module, _, function = name.partition(".")
    return getattr(importlib.import_module(f"newsdedup.kernels.{module}"), function)


def _process(code: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE)


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What would have been started, on two cores, with nothing compiled."""
    calls: list[Any] = []
    monkeypatch.setattr(ahead, "code_folder", lambda: tmp_path)
    monkeypatch.setattr(ahead, "_cores", lambda: 2)
    monkeypatch.delenv(ahead._MARK, raising=False)
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")
    monkeypatch.setattr(subprocess, "Popen", lambda command, **options: calls.append((command, options)))
    monkeypatch.setattr(atexit, "register", lambda *_: None)
    return calls


def test_kernels_are_compiled_ahead_for_the_types_that_they_are_called_with() -> None:
    nd.find_events(nd.read_articles(SEEDS))
    nd.find_events(unrelated_pages(4))
    nd.extract_figures(nd.Article("Lũ làm 5 người chết.", language="vi"))
    called = {name: _dispatcher(name).signatures for name in ahead.AHEAD}
    wrong = {name: used for name, used in called.items() if ahead.argument_types(ahead.AHEAD[name]) not in used}
    assert wrong == {}


@pytest.mark.parametrize(
    ("written", "is_writable", "dimensions"), [("=uint8[]", False, 1), ("int64[,]", True, 2), ("float32[]", True, 1)]
)
def test_types_of_arrays_are_read_as_written(written: str, is_writable: bool, dimensions: int) -> None:
    (found,) = ahead.argument_types(written)
    assert (found.mutable, found.ndim, found.layout) == (is_writable, dimensions, "C")
    assert str(found.dtype) in written


def test_the_second_process_gets_the_path_of_the_first_and_starts_no_third(
    started: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead.start_second_process("minhash")
    ((command, options),) = started
    assert command[0] == sys.executable
    assert options["env"]["PYTHONPATH"].split(os.pathsep) == sys.path
    monkeypatch.setattr(os, "environ", options["env"])
    ahead.start_second_process("minhash")
    assert len(started) == 1


def test_on_one_core_none_is_started(started: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_cores", lambda: 1)
    ahead.start_second_process("minhash")
    assert started == []


def test_without_a_folder_none_is_started(started: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "code_folder", lambda: None)
    ahead.start_second_process("minhash")
    assert started == []


@pytest.mark.parametrize("executable", ["", "/usr/bin/uwsgi", "/opt/newsroom"])
def test_where_the_program_is_not_python_none_is_started(
    executable: str, started: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    ahead.start_second_process("minhash")
    assert started == []


def test_where_nearly_all_is_compiled_none_is_started(started: list[Any], tmp_path: Path) -> None:
    for name in list(ahead.AHEAD)[2:]:
        (tmp_path / f"{name}.0123").write_text("")
    ahead.start_second_process("minhash")
    assert started == []


def test_where_none_can_be_started_the_first_process_compiles_all(
    started: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise OSError("Resource temporarily unavailable")

    ended: list[Any] = []
    monkeypatch.setattr(subprocess, "Popen", fails)
    monkeypatch.setattr(atexit, "register", lambda *given: ended.append(given))
    ahead.start_second_process("minhash")
    assert started == ended == []


def test_the_second_process_ends_with_the_first() -> None:
    process = _process(WAITS)
    ahead._end(process)
    assert process.returncode == 0


def test_a_second_process_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_SECONDS_TO_END", 0)
    process = _process(NEVER_ENDS)
    ahead._end(process)
    assert process.returncode != 0


def test_it_compiles_what_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "linkage.cut_dendrogram"
    monkeypatch.setattr(threading.Thread, "start", lambda thread: None)
    monkeypatch.setattr(gc, "disable", lambda: None)
    ahead.compile_ahead([name])
    assert ahead.argument_types(ahead.AHEAD[name]) in _dispatcher(name).signatures


def test_it_leaves_at_once_when_its_input_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[int] = []
    monkeypatch.setattr(os, "_exit", left.append)
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        ahead._end_with_the_first_process()
    assert left == [0]


def test_cores_are_those_that_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ahead._cores() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert ahead._cores() == 1
