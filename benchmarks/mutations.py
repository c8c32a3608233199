"""Which rules could be removed without any test failing.

    python benchmarks/mutations.py                   all rules; prints the survivors, writes results/mutations.json
    python benchmarks/mutations.py --only events vi  those whose name contains one of these; other results stay
    python benchmarks/mutations.py --new             only those that survived or have no result
    python benchmarks/mutations.py --list            the rules, without running a test

A mutation takes one rule away in a copy of the tree and runs the tests that touch it, those of its own module
first, until one fails. Rules are the functions and constants in `_mutation_rules.py`, and each row of the
language tables named there. The labelled sets are not beside the copy: the tests of the repository alone
must notice. A mutation that no test notices is a survivor.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import Final

from _mutation_rules import RULES, TABLES, TESTS_OF_ROOM, Mutation, rows_of
from _report import machine, versions, write_result

ROOT: Final = Path(__file__).parents[1]
PACKAGE: Final = Path("src/newsdedup")
RESULTS: Final = ROOT / "benchmarks/results/mutations.json"
COPIED: Final = ("src", "tests", "seeds", "docs", "pyproject.toml", "README.md", "CHANGELOG.md")
MOST_SURVIVORS: Final = 0.1
LONGEST: Final = 900  # seconds of one test run


def mutations() -> list[Mutation]:
    """Every rule that is taken away, one at a time."""
    tables = (rows_of(ROOT / PACKAGE, table) for table in TABLES)
    return [*RULES, *(row for rows in tables for row in rows)]


def tests_of(mutation: Mutation) -> Iterator[str]:
    """The tests that touch a rule, the nearest first."""
    room, _, name = mutation.file.rpartition("/")
    own = f"tests/{room}/test_{name}"
    if (ROOT / own).exists():
        yield own
    yield from TESTS_OF_ROOM[room.partition("/")[0]]


def is_noticed(mutation: Mutation, tree: Path) -> bool:
    """Whether a test fails without the rule."""
    path = tree / PACKAGE / mutation.file
    source = path.read_text("utf-8")
    path.write_text(mutation.applied_to(source), "utf-8")
    try:
        return any(not _passes(tests, tree) for tests in dict.fromkeys(tests_of(mutation)))
    finally:
        path.write_text(source, "utf-8")


def _passes(tests: str, tree: Path) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", tests]
    environment = os.environ | {"PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        run = subprocess.run(command, cwd=tree, env=environment, capture_output=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return False
    return run.returncode == 0


def run_mutations(chosen: Sequence[Mutation], jobs: int) -> Iterator[tuple[str, bool]]:
    """The name of each rule, and whether a test noticed that it was missing, in the order given."""
    trees: Queue[Path] = Queue()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        for number in range(jobs):
            trees.put(_copy_of_tree(Path(folder) / f"tree{number}" / "newsdedup"))

        def run(mutation: Mutation) -> bool:
            tree, start = trees.get(), time.monotonic()
            noticed = is_noticed(mutation, tree)
            trees.put(tree)
            verdict = "noticed " if noticed else "SURVIVES"
            print(f"{verdict} {time.monotonic() - start:5.0f} s  {mutation.name}", flush=True)
            return noticed

        yield from zip((one.name for one in chosen), pool.map(run, chosen), strict=True)


def _copy_of_tree(tree: Path) -> Path:
    tree.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tree / name)
    return tree


def main() -> None:
    """Run the mutations and print the survivors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", metavar="TEXT", help="parts of the names of rules")
    parser.add_argument("--new", action="store_true", help="only rules that survived or have no result")
    parser.add_argument("--list", action="store_true", help="print the rules and stop")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    every, results = mutations(), _known_results()
    known = {one.name: results[one.name] for one in every if one.name in results}
    chosen = [one for one in every if not options.only or any(text in one.name for text in options.only)]
    chosen = [one for one in chosen if not options.new or not known.get(one.name)]
    if options.list:
        print("\n".join(one.name for one in chosen))
        return
    for name, noticed in run_mutations(chosen, options.jobs):
        known[name] = noticed
        write_result(RESULTS, {"machine": machine(), "versions": versions(["pytest"]), "noticed": known})
    survivors = [name for name, noticed in known.items() if not noticed]
    print(f"{len(survivors)} of {len(known)} rules can be removed without a failing test", *survivors, sep="\n  ")
    raise SystemExit(len(survivors) > MOST_SURVIVORS * len(known))


def _known_results() -> dict[str, bool]:
    """The results so far, by rule."""
    return json.loads(RESULTS.read_text("utf-8"))["noticed"] if RESULTS.exists() else {}


if __name__ == "__main__":
    main()
