"""How well figures are read and reconciled, by newsdedup and its peers.

    python benchmarks/figures.py --data ../shared/data
    python benchmarks/figures.py --data ../shared/data --only gvc

Six measures: numbers of test suites, in Vietnamese and English; the killed and injured of shooting
incidents compared with their final count; tolls, rounding, contradictions, denials and repeats planted in reports;
short cases of known kinds of faults; news in which people have marked every value; and the speed of
reading and reconciling. Prints and writes benchmarks/results/figures.json; measures that are not
selected keep their earlier results.
"""

from __future__ import annotations

import argparse
import importlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from _report import machine, versions, write_result

RESULTS = Path(__file__).parent / "results/figures.json"
LIBRARIES = ("numpy", "numba", "scikit-learn", "datasketch")
MEASURES = ("numbers", "gvc", "injected", "cases", "marked", "speed")  # each a module _figures_NAME with run(data)


def lines(found: Mapping[str, Any], indent: str = "  ") -> Iterator[str]:
    """A readable result: one line where its values are plain, else one line per value."""
    for name, value in found.items():
        if not isinstance(value, Mapping):
            yield f"{indent}{name}: {value}"
        elif any(isinstance(one, Mapping | list) for one in value.values()):
            yield f"{indent}{name}"
            yield from lines(value, indent + "  ")
        else:
            yield f"{indent}{name:10} " + "  ".join(f"{key} {one}" for key, one in value.items())


def main() -> None:
    """Run the selected measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--output", type=Path, default=RESULTS)
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=MEASURES)
    options = parser.parse_args()
    result = json.loads(options.output.read_text("utf-8")) if options.output.exists() else {}
    for name in options.only:
        found = importlib.import_module(f"_figures_{name}").run(options.data)
        # Each measure keeps the machine and versions it was run with: they are run on their own.
        result[name] = {"machine": machine(), "versions": versions(LIBRARIES), **found}
        print(name, *lines(found), sep="\n", flush=True)
        write_result(options.output, result)


if __name__ == "__main__":
    main()
