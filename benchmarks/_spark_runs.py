"""Runs on Spark that are killed and started again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from _processes import environment, run_task
from _spark_tasks import stages_of
from _spark_tree import descendants

Result = dict[str, Any]
_FINISHED_BEFORE: Final = 4  # stages, when a run is killed
_INTERVAL: Final = 0.2  # seconds


def resumed(script: str, given: Mapping[str, Any], folder: Path) -> Result:
    """The stages that a run repeats which goes on where another was killed, and a run after a finished one."""
    _killed(script, given, folder)
    finished, begun = stages_of(folder)
    run_task(script, "spark_job", 1, **given)
    after_kill = stages_of(folder)
    run_task(script, "spark_job", 1, **given)
    after_end = stages_of(folder)
    return {
        "killed": _repeated(finished, after_kill[1][len(begun) :]),
        "finished": _repeated(after_kill[0], after_end[1][len(after_kill[1]) :]),
    }


def _repeated(finished: list[str], begun: list[str]) -> Result:
    return {
        "finished_before": finished,
        "written_afterwards": begun,
        "repeated": sorted(set(finished) & set(begun)),
    }


def _killed(script: str, given: Mapping[str, Any], folder: Path) -> None:
    """Start a run, and kill all of its processes once some stages are finished."""
    command = [sys.executable, script, "--task", "spark_job", json.dumps({**given, "threads": 1})]
    with subprocess.Popen(command, env=environment(1), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        while not (folder / "log").exists() or len(stages_of(folder)[0]) < _FINISHED_BEFORE:
            if run.poll() is not None:
                raise SystemExit(f"the run ended with {run.returncode} before it could be killed")
            time.sleep(_INTERVAL)
        for pid in descendants(run.pid):
            os.kill(pid, signal.SIGKILL)
