"""Where the package runs on machines of others, as the executors of a cluster: a zip file, a user without a home."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import newsdedup as nd

PACKAGE = Path(nd.__file__).parent
NOBODY = 65534
# A user that can read everything and write nothing: the interpreter may be in a folder of root.
AS_NOBODY = [
    *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
    *("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"),
]

IN_A_ZIP_FILE = """
import importlib, json, pkgutil, sys
import newsdedup as nd

for module in pkgutil.walk_packages(nd.__path__, "newsdedup."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
articles = nd.read_articles(sys.argv[1])
nd.consolidate(articles).save(sys.argv[2])
print(json.dumps([nd.__file__, nd.find_copies(articles).pairs.tolist()]))
"""
WITHOUT_A_HOME = """
import json
import numpy as np
import newsdedup as nd
from newsdedup.kernels.machine_code import code_folder
from newsdedup.kernels.minhash import count_equal_values

pairs = np.zeros(1, np.int64)
count_equal_values(np.ones((1, 4), np.uint32), pairs, pairs, found := np.empty(1, np.int64))
print(json.dumps([nd.__file__, str(code_folder()), found.tolist(), [one.stem for one in code_folder().iterdir()]]))
"""


def _printed_by(code: str, *arguments: str, before: Sequence[str] = (), **environment: str) -> Any:
    command = [*before, sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_package_does_all_its_work_from_a_zip_file(
    seeds_folder: Path, seed_records: nd.EventCollection, tmp_path: Path
) -> None:
    archive = shutil.make_archive(str(tmp_path / "newsdedup"), "zip", PACKAGE.parent, PACKAGE.name)
    records = [tmp_path / "from_zip.jsonl", tmp_path / "from_folder.jsonl"]
    file, pairs = _printed_by(IN_A_ZIP_FILE, str(seeds_folder), str(records[0]), PYTHONPATH=archive)
    assert Path(file).is_relative_to(archive)
    assert pairs == nd.find_copies(seeds_folder).pairs.tolist()
    seed_records.save(records[1])
    assert records[0].read_bytes() == records[1].read_bytes()


@pytest.fixture
def nobody() -> Sequence[str]:
    """The start of a command that runs as a user who can write almost nothing; empty if the tests are that user."""
    if not hasattr(os, "getuid"):
        pytest.skip("users of POSIX systems")
    if os.getuid() != 0:
        return []
    if shutil.which("setpriv") is None or subprocess.run([*AS_NOBODY, "true"], capture_output=True).returncode:
        pytest.skip("root cannot become another user here")
    return AS_NOBODY


def test_a_user_without_a_home_or_the_right_to_write_keeps_compiled_code_among_temporary_files(
    nobody: Sequence[str], tmp_path: Path
) -> None:
    installed, temporary = tmp_path / "site-packages", tmp_path / "temporary"
    shutil.copytree(PACKAGE, installed / PACKAGE.name)
    temporary.mkdir()
    if nobody:
        os.chown(temporary, NOBODY, NOBODY)
    for path in (installed, *installed.rglob("*")):
        path.chmod(0o555)
    places = {"HOME": "/nonexistent", "TMPDIR": str(temporary), "PYTHONPATH": str(installed)}
    places |= {"NUMBA_CACHE_DIR": "", "XDG_CACHE_HOME": ""}
    for _ in range(2):  # what the first process has compiled, the second reads
        file, folder, found, kept = _printed_by(WITHOUT_A_HOME, before=nobody, **places)
        assert Path(file).is_relative_to(installed)
        assert Path(folder).is_relative_to(temporary)
        assert (found, kept) == ([4], ["minhash.count_equal_values"])
