"""Processes killed while they write a store: how many left a file that is not as it must be.

    python benchmarks/store_crash.py --kills 1000

A process takes the steps of a history (``tests/crashes.py``): additions with tokens, corrections, removals, groupings
and a migration. It is killed, half of the times before a statement of SQLite, half at any moment. Afterwards the file
must have exactly the acknowledged steps, or one whole step more, and its own check must find nothing wrong; a process
that goes on must end with the same rows in all tables as one that was never killed. One in so many goes on to the end
of the history (``--whole``), the others over the next step.

Prints and writes benchmarks/results/store_crash.json.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from _report import ROOT, machine, versions, write_result

sys.path.append(str(ROOT / "tests"))
from crashes import HISTORY, reference_in, survey

RESULTS: Final = ROOT / "benchmarks/results/store_crash.json"
_PACKAGES: Final = ("numpy", "numba")


def _parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=16)
    parser.add_argument("--whole", type=int, default=10, help="one in so many goes on to the end of the history")
    parser.add_argument("-o", "--output", type=Path, default=RESULTS)
    return parser.parse_args()


def main() -> None:
    """Kill, print, write."""
    parsed = _parsed()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        reference = reference_in(Path(folder) / "reference")
        faults = survey(reference, parsed.kills, parsed.seed, Path(folder), whole_each=parsed.whole)
    result: dict[str, Any] = {
        "machine": machine(),
        "versions": versions(_PACKAGES),
        "kills": parsed.kills,
        "before_a_statement": (parsed.kills + 1) // 2,
        "seed": parsed.seed,
        "steps": [type(step).__name__ for step in HISTORY],
        "statements": list(reference.statements),
        "gone_on_to_the_end": -(-parsed.kills // parsed.whole),
        "faults": list(faults),
        "seconds": round(time.perf_counter() - start, 1),
    }
    write_result(parsed.output, result)
    print(json.dumps(result, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
