"""A measurement in a process of its own, so that threads, memory and caches are its own too.

A script that measures so starts itself again with ``--task NAME OPTIONS`` and reads the last line
that this prints.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from _report import ROOT

_THREAD_VARIABLES: Final = ("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS")


def run_task(script: str, name: str, threads: int, **options: Any) -> dict[str, Any]:
    """What a task of a script answers, in a process that may use so many threads."""
    command = [sys.executable, script, "--task", name, json.dumps(options | {"threads": threads})]
    answer: dict[str, Any] = json.loads(output(command, environment(threads)).splitlines()[-1])
    return answer


def output(command: Sequence[str], variables: dict[str, str]) -> str:
    """What a command prints; the end of the benchmark, with its words, where it fails."""
    run = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"{' '.join(command)}\nended with {run.returncode}:\n{run.stderr}")
    return run.stdout


def environment(threads: int | None = None) -> dict[str, str]:
    """The variables of a process that measures the source tree that this benchmark lies in."""
    paths = [str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    own = {"PYTHONHASHSEED": "0", "PYTHONPATH": os.pathsep.join(paths)}
    return {**os.environ, **own, **(dict.fromkeys(_THREAD_VARIABLES, str(threads)) if threads else {})}


def peak_megabytes() -> float:
    """The most memory this process had. Linux's `ru_maxrss` starts at that of the parent, its own count does not."""
    try:
        lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


@contextmanager
def work_folder(given: Path | None) -> Iterator[Path]:
    """The folder of what is generated: the one given, or one that is deleted afterwards."""
    if given is not None:
        yield given
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
