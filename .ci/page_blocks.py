"""Run the Python blocks of Markdown files; doctest blocks are checked.

The blocks of a file run in order, in one namespace of a process of their own: a name that a page does not import, or
that only another page has made known, fails as it would for a reader.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def main(paths: list[str]) -> int:
    """Run the blocks of every file, each in a process of its own; return the number of files with a failure."""
    if len(paths) == 1:
        return _failed_blocks(paths[0])
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        return sum(threads.map(_run_alone, paths))


def _run_alone(path: str) -> bool:
    """Whether a block of a file fails; what its process prints is printed at once, not mixed with that of others."""
    process = subprocess.run([sys.executable, __file__, path], stdout=subprocess.PIPE, text=True, check=False)
    print(process.stdout, end="", flush=True)
    return process.returncode != 0


def _failed_blocks(path: str) -> int:
    failed, names = 0, {"__name__": "readme"}
    blocks = _BLOCK.findall(Path(path).read_text(encoding="utf-8"))
    for number, block in enumerate(blocks):
        if ">>>" in block:
            test = doctest.DocTestParser().get_doctest(block, names, f"block {number}", path, 0)
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
            failed += runner.run(test, clear_globs=False).failed
            names = test.globs
        else:
            exec(compile(block, f"{path}, block {number}", "exec"), names)
    print(f"{len(blocks)} blocks of {path}, {failed} failed")
    return failed


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
