"""The first use on two cores: a second process compiles kernels while the first compiles those that it needs at once.

Numba compiles one kernel at a time in each process. The second process writes to the folder of the compiled code,
where the first finds a kernel when its turn comes, or compiles it itself. It ends when it is ready or the first ends.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import subprocess
import sys
import threading
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import numpy as np

from newsdedup.kernels.machine_code import code_folder

# Kernels with the types of their arguments: `=` means read-only, `[]` and `[,]` arrays in C order. The long ones that
# texts pass through first are not here: the first process compiles these.
AHEAD: Final[dict[str, str]] = {
    "minhash.band_hashes": "uint32[,] int64[] int64 int64 uint64[,]",
    "minhash.maybe_repeated": "uint64[] int64 bool[]",
    "minhash.phrase_containments": "uint32[,] int64[] int64[] float64[]",
    "minhash.count_equal_values": "uint32[,] int64[] int64[] int64[]",
    "furniture.keep_details": "uint32[] uint16[] int64[] bool[] int64[] uint32[] int64[]",
    "furniture.row_digests": "uint32[] int64[] int64[] uint64[]",
    "furniture.repeated_units": "uint32[] int64[] uint16[] int64[] uint64[] int64 int64 int64",
    "furniture.put_keys": "uint64[] uint64[]",
    "furniture.flag_furniture": "uint32[] int64[] uint16[] int64[] int64[,] uint64[] uint64[] bool[]",
    "furniture.held_by_unrelated": "int64[,] uint32[] float32[] int64[] int64 float64 bool[]",
    "term_weights.weigh_terms": "uint32[] int64[] int64[] int64 uint32[,] float64[] int64 int64 int64 uint32[]"
    " float32[] int64[] float32[]",
    "term_weights.hash_rows": "uint32[] int64[] uint32[]",
    "term_weights.count_articles": "uint32[] int64[] int64[] int64 int64 int64 uint32[,]",
    "postings.partition_terms": "uint32[] int64[] int64 uint32[,]",
    "postings.fill_postings": "uint32[] float32[] int64[] uint32[,] int64 int64 uint32[] float32[] uint32[] uint32[]",
    "postings.nearest_neighbours": "int64 int64 int64[] float32[] uint32[] float32[] uint32[] uint32[] int64[,,]"
    " int64 int32[,]",
    "term_weights.cosines": "uint32[] float32[] int64[] int64[] int64[] float64[]",
    "minhash.shared_counts": "uint32[] int64[] int64[] int64[] int64[] int64[]",
    "templates.sketch_jaccard": "uint32[] int64[] int64[] int64[] float64[]",
    "shared_neighbours.neighbour_vectors": "int64[] int64[] float32[] int64 float64 int64[] uint32[] float32[]",
    "days.compare_days": "uint32[] int64[] int64[] int64[] float64[] float64[]",
    "linkage.merge_groups": "int64[] int64[] float64[] int64[] int64[,] int64[,] float64[]",
    "linkage.penalise_separation": "int64[,] float64[] int64 float64",
    "linkage.cut_dendrogram": "int64[,] int64[]",
    "linkage.scores_to_groups": "int64[] int64[] float64[] int64[] int64[] float64[] float64[]",
    "templates.sketch_phrases": "uint32[] int64[] int64 uint32[] int64[]",
    "lexicon.find_phrases": "=uint32[] =uint32[] uint8[] uint64[] int32[,] uint64[] int32[,] int32[,] int32[,]",
}
_FEWEST: Final = 3  # fewer kernels are compiled sooner than a process starts
_SECONDS_TO_END: Final = 5
_MARK: Final = "NEWSDEDUP_COMPILES_AHEAD"  # a variable of the second process, so that it starts no third one
_COMMAND: Final = "import sys; from newsdedup.kernels.ahead import compile_ahead; compile_ahead(sys.argv[1:])"


def start_second_process(*modules: str) -> None:
    """Start the second process for the kernels of some modules, if there is a core for it and enough to compile."""
    names = [name for name in AHEAD if name.partition(".")[0] in modules]
    if not _is_worthwhile(names):
        return
    try:
        process = subprocess.Popen(
            [sys.executable, "-c", _COMMAND, *names],
            stdin=subprocess.PIPE,  # its end tells the second process that this one has ended, however that was
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), _MARK: "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:  # no memory or no right to start one
        return
    atexit.register(_end, process)


def _is_worthwhile(names: Collection[str]) -> bool:
    if "NUMBA_DISABLE_JIT" in os.environ or _MARK in os.environ or _cores() < 2 or not _runs_python():
        return False
    folder = code_folder()
    kept = set() if folder is None else {path.stem for path in folder.glob("*")}  # another version may have removed it
    return folder is not None and len(set(names) - kept) >= _FEWEST


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _runs_python() -> bool:
    """Whether `sys.executable` is an interpreter: in a frozen program or an embedding one it is that program."""
    return Path(sys.executable or "").name.startswith("python") and not hasattr(sys, "frozen")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the second process, and wait for it."""
    with suppress(OSError):
        process.stdin.close()  # type: ignore[union-attr]
    try:
        process.wait(_SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def compile_ahead(names: Iterable[str]) -> None:
    """Compile kernels that are not yet in the folder: all that the second process does."""
    gc.disable()  # compiling makes objects that stay; the process is short
    threading.Thread(target=_end_with_the_first_process, daemon=True).start()
    for name in names:
        module, _, function = name.partition(".")
        kernel = getattr(importlib.import_module(f"newsdedup.kernels.{module}"), function)
        kernel.compile(argument_types(AHEAD[name]))


def _end_with_the_first_process() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def argument_types(types: str) -> tuple[Any, ...]:
    """Numba's types of arguments as they are written in `AHEAD`."""
    return tuple(_argument_type(one) for one in types.split())


def _argument_type(written: str) -> Any:
    import numba

    scalar, *array = written.lstrip("=").rstrip("]").split("[")
    if not array:
        return numba.typeof(np.dtype(scalar).type(0))  # type: ignore[no-untyped-call]
    example = np.empty((0,) * (1 + array[0].count(",")), scalar)
    example.flags.writeable = not written.startswith("=")
    return numba.typeof(example)  # type: ignore[no-untyped-call]
