from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from newsdedup.support import processes
from newsdedup.support.processes import in_processes, process_count, serve


def square(number: int) -> int:
    return number * number


def fail(number: int) -> int:
    raise ValueError(f"no square of {number}")


def touch_slowly(path: Path) -> None:
    """Work that lasts until its process is ended."""
    path.with_suffix(".begun").touch()
    time.sleep(600)
    path.with_suffix(".ended").touch()


def process_of(_: int) -> int:
    return os.getpid()


def die(parent: int) -> int:
    """End the process, unless it is the one that asked."""
    if os.getpid() != parent:
        os._exit(1)
    return parent


@pytest.fixture(autouse=True)
def importable_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_pieces(workers: int) -> None:
    assert list(in_processes(square, range(20), workers)) == [number * number for number in range(20)]


@pytest.mark.parametrize(("cores", "started"), [(4, 4), (1, 2), (None, 2)])
def test_no_more_processes_are_started_than_there_are_cores(
    monkeypatch: pytest.MonkeyPatch, cores: int | None, started: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert [process_count(asked) for asked in (1, 500, 10**9)] == [1, started, started]


def test_one_piece_needs_no_process() -> None:
    assert list(in_processes(process_of, [0], 10**9)) == [os.getpid()]


def test_pieces_are_taken_as_they_are_needed() -> None:
    taken = []

    def pieces() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = in_processes(square, pieces(), 2)
    assert next(results) == 0
    assert len(taken) < 20
    del results


def test_what_goes_wrong_there_goes_wrong_here() -> None:
    with pytest.raises(ValueError, match=r"no square of [67]"):
        list(in_processes(fail, [6, 7], 2))


def test_where_the_caller_stops_no_further_work_is_begun_and_no_process_is_left(tmp_path: Path) -> None:
    def pieces() -> Iterator[Path]:
        yield from (tmp_path / str(number) for number in range(3))
        raise TimeoutError("of the caller")

    with pytest.raises(TimeoutError, match="of the caller"):
        list(in_processes(touch_slowly, pieces(), 2))
    assert not list(tmp_path.glob("*.ended"))
    assert {thread.name for thread in threading.enumerate() if "ThreadPool" in thread.name} == set()


def test_a_timeout_of_the_caller_while_a_process_starts_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object) -> None:
        raise TimeoutError("of the caller")

    monkeypatch.setattr(processes, "_send", late)
    monkeypatch.setattr(processes, "_first", {(square, 2): None})
    with pytest.raises(TimeoutError, match="of the caller"):
        list(in_processes(square, range(3), 2))


def test_the_work_of_a_process_that_dies_is_done_here() -> None:
    assert list(in_processes(die, [os.getpid()] * 3, 2)) == [os.getpid()] * 3


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import newsdedup as nd\n"
        "texts = ['Lũ làm 12 người chết ở Mai Pha.', 'Giá vàng sáng nay tăng 5% tại Hà Nội.']\n"
        "print([len(event.figures) for event in nd.consolidate(texts, workers=2)])\n",
        encoding="utf-8",
    )
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=300, check=True)
    assert run.stdout.strip() == "[1, 1]"


def test_a_process_serves_until_nothing_more_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = io.BytesIO(pickle.dumps((square, 3)) + pickle.dumps((fail, 7)))
    answers = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=asked))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=answers))
    serve()
    answers.seek(0)
    assert pickle.load(answers) == (True, 9)
    done, problem = pickle.load(answers)
    assert (done, str(problem)) == (False, "no square of 7")
