"""Run the Python blocks of Markdown files; doctest blocks are checked.

The blocks of a file run in order, in one namespace of a process of their own: a name that a page does not import, or
that only another page has made known, fails as it would for a reader.
"""

from __future__ import annotations

import doctest
import io
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout
from pathlib import Path

_BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def main(paths: list[str]) -> int:
    """Run the blocks of every file; return the number of those that failed."""
    failures = 0
    with ProcessPoolExecutor(max_tasks_per_child=1) as processes:
        for failed, printed in processes.map(run_page, paths):
            print(printed, end="", flush=True)
            failures += failed
    return failures


def run_page(path: str) -> tuple[int, str]:
    """How many blocks of a file failed, and what is to be printed."""
    with redirect_stdout(io.StringIO()) as printed:
        failed = _failed_blocks(path)
    return failed, printed.getvalue()


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
