"""A long run: targets in turn with random inputs, each in a process of its own, until the time is over.

    python tests/fuzz/session.py --minutes 60 [--target rows --target files] [--seed 7]

Compiled kernels check each index in these processes. An input that breaks a law, that ends its process or that takes
longer than a minute is written to the corpus of its target, the smallest one that was found, and its target is left out
from then on.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import inf
from pathlib import Path
from typing import Any, Final

from attrs import asdict, frozen, mutable

TESTS: Final = Path(__file__).parents[1]
sys.path[:0] = [] if str(TESTS) in sys.path else [str(TESTS)]

from fuzz.target import Target, from_json, to_json  # noqa: E402 - found by the path above

_SLOT: Final = 60.0  # seconds of one target at a time
_SHORTEST: Final = 5.0
_LONGEST: Final = 60  # seconds of one input
_TO_STOP: Final = 900  # seconds more for a process, which may be making an input smaller
_MANY: Final = 10_000_000


class Over(BaseException):
    """The time of a run is over."""


@frozen
class Outcome:
    """What a run of one target gave."""

    target: str
    n_inputs: int
    seconds: float
    found: Any = None  # the smallest input that was found to break the law
    problem: str | None = None

    def to_line(self) -> str:
        """It as a line of JSON."""
        return to_json(asdict(self))

    @classmethod
    def from_line(cls, line: str) -> Outcome:
        """What `to_line` wrote."""
        return cls(**from_json(line))


@mutable
class _Run:
    """The inputs of a run so far, and the last one that failed, which is the smallest at the end."""

    target: Target
    end: float
    under_way: Path | None  # has the input that is tried, for the case that the process does not survive it
    n_inputs: int = 0
    found: Any = None
    problem: str | None = None

    def take(self, value: Any, limit: int | None = _LONGEST) -> None:
        """Try one input, within some seconds."""
        if self.problem is None and time.monotonic() > self.end:
            raise Over
        self.n_inputs += 1
        if self.under_way:
            self.under_way.write_text(to_json(value), encoding="ascii")
        try:
            with _time_limit(limit):
                self.target.law(value)
        except Exception as problem:
            self.found, self.problem = value, _in_short(problem)
            raise


def run_for(target: Target, seconds: float, seed: int, under_way: Path | None = None) -> Outcome:
    """Try what is kept, then random inputs for some seconds; where one breaks the law, make it smaller."""
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded

    start = time.monotonic()
    run = _Run(target, inf, under_way)
    options = settings(
        max_examples=_MANY,
        database=None,
        deadline=None,
        derandomize=False,
        report_multiple_bugs=False,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )

    def law(value: Any) -> None:
        run.take(value)

    try:
        for value in target.kept():  # without a limit: the first of them wait for kernels to be compiled
            run.take(value, None)
        run.end = time.monotonic() + seconds
        seeded(seed)(options(given(target.inputs)(law)))()
    except Over:
        pass
    except Exception as problem:
        run.problem = run.problem or _in_short(problem)
    return Outcome(target.name, run.n_inputs, time.monotonic() - start, run.found, run.problem)


@contextmanager
def _time_limit(seconds: int | None) -> Iterator[None]:
    """Raise an error in what takes longer, where the system has alarms."""
    if seconds is None or not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(*_: object) -> None:
        raise TimeoutError(f"one input takes longer than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _in_short(problem: Exception) -> str:
    *_, last = traceback.extract_tb(problem.__traceback__)
    lines = str(problem).strip().splitlines()
    return f"{type(problem).__name__} at {Path(last.filename).name}:{last.lineno}: {lines[0][:200] if lines else ''}"


def _run_in_process(name: str, seconds: float, seed: int) -> Outcome:
    """The outcome of a target in a process of its own, also where that process crashes."""
    with tempfile.TemporaryDirectory() as folder:
        outcome, under_way = Path(folder) / "outcome", Path(folder) / "input"
        command = [sys.executable, "-X", "faulthandler", __file__, "--one", name, "--seed", str(seed), "--to", folder]
        start = time.monotonic()
        process = subprocess.run(
            [*command, "--minutes", str(seconds / 60)], env=_checked_kernels(), timeout=seconds + _TO_STOP
        )
        if outcome.exists():
            return Outcome.from_line(outcome.read_text(encoding="ascii"))
        if not under_way.exists():
            sys.exit(f"the process of {name} ended with {process.returncode} before its first input")
        found = from_json(under_way.read_text(encoding="ascii"))
        return Outcome(name, 0, time.monotonic() - start, found, f"the process ended with {process.returncode}")


def _checked_kernels() -> dict[str, str]:
    """Variables by which compiled kernels check each index."""
    return os.environ | {"NEWSDEDUP_STRICT": "1", "NUMBA_BOUNDSCHECK": "1"}


def _slots(names: Sequence[str], minutes: float, rng: random.Random) -> Iterator[tuple[str, float, int]]:
    """Targets in turn with their seconds and a seed; what starting a process takes is shared by those that follow."""
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        for place, name in enumerate(rng.sample(names, len(names))):
            rest = (end - time.monotonic()) / (len(names) - place)
            yield name, max(_SHORTEST, min(_SLOT, rest)), rng.randrange(1 << 32)


def fuzz(names: Sequence[str], minutes: float, seed: int) -> int:
    """Run targets in turn, keep what is found, print a summary; the number of targets whose law was broken."""
    from fuzz.targets import TARGETS

    print(f"{len(names)} targets, {minutes:g} minutes, seed {seed}", flush=True)
    outcomes: dict[str, list[Outcome]] = {name: [] for name in names}
    for name, seconds, number in _slots(names, minutes, random.Random(seed)):
        if all(any(one.problem for one in some) for some in outcomes.values()):
            break
        if any(one.problem for one in outcomes[name]):
            continue
        outcome = _run_in_process(name, seconds, number)
        outcomes[name].append(outcome)
        if outcome.problem:
            kept = f"kept in {TARGETS[name].corpus.name}" if TARGETS[name].keep(outcome.found) else "known"
            print(f"FOUND {name}: {outcome.problem}\n  {to_json(outcome.found)[:500]} ({kept})", flush=True)
    _print_summary(outcomes)
    return sum(any(one.problem for one in some) for some in outcomes.values())


def _print_summary(outcomes: dict[str, list[Outcome]]) -> None:
    print(f"{'target':24}{'inputs':>9}{'seconds':>9}  outcome")
    for name, some in outcomes.items():
        problem = next((one.problem for one in some if one.problem), "holds")
        print(f"{name:24}{sum(one.n_inputs for one in some):9}{sum(one.seconds for one in some):9.0f}  {problem}")
    print(f"{'all':24}{sum(one.n_inputs for some in outcomes.values() for one in some):9}")


def _options() -> argparse.Namespace:
    from fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--target", action="append", choices=list(TARGETS), help="only this one; may be repeated")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--one", choices=list(TARGETS), help=argparse.SUPPRESS)
    parser.add_argument("--to", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    """The program; its exit code is 1 where a law was broken."""
    from fuzz.targets import TARGETS

    given = _options()
    if given.one:
        outcome = run_for(TARGETS[given.one], given.minutes * 60, given.seed, given.to / "input")
        (given.to / "outcome").write_text(outcome.to_line(), encoding="ascii")
        return
    sys.exit(bool(fuzz(given.target or list(TARGETS), given.minutes, given.seed)))


if __name__ == "__main__":
    main()
