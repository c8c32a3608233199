"""Kernels: compiled code makes the same arrays as plain Python, which refuses an index outside an array."""

from __future__ import annotations

import atexit
import functools
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

from fuzz import kernel_arrays
from fuzz.hostile import sound_texts, texts
from fuzz.target import Target


@functools.cache
def _plain_python() -> subprocess.Popen[str]:
    """The program with kernels in plain Python; it ends with this one."""
    process = subprocess.Popen(
        [sys.executable, str(Path(kernel_arrays.__file__))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "NUMBA_DISABLE_JIT": "1"},
    )
    atexit.register(process.kill)
    return process


def compiled_kernels_are_plain_python(given: list[str]) -> None:
    """Law: compiled kernels make the arrays of plain Python, bit for bit."""
    process = _plain_python()
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(f"{json.dumps(given)}\n")
    process.stdin.flush()
    compiled = kernel_arrays.digests_or_error(given)
    plain = json.loads(process.stdout.readline())
    assert plain.keys() == compiled.keys(), plain
    assert {name: (compiled[name], plain[name]) for name in plain if compiled[name] != plain[name]} == {}


TARGETS: Final = (
    Target(
        "kernels",
        st.lists(texts(5) | sound_texts(), min_size=1, max_size=4),
        compiled_kernels_are_plain_python,
        5,
    ),
)
