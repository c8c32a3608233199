"""Run the Python blocks of Markdown files, each file's in order, in one namespace; doctest blocks are checked."""

from __future__ import annotations

import doctest
import re
import sys
from pathlib import Path

_BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def main(path: str) -> int:
    """Run every block; return the number of those that failed."""
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
    sys.exit(sum(main(path) for path in sys.argv[1:]))
